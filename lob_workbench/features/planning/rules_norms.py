"""The norms of a school: which talks belong to whom, and hours for placements. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules_appointments import MOST_MINUTES

MOST_TIMES = 10
MOST_YEARS = 6
MOST_HOURS = 100
_FAMILY = UUID("6f6d6e6f-726d-4c4f-8242-706c616e6e67")
_FIRST_DAY, _LAST_DAY = date(2000, 8, 1), date(2100, 7, 31)


class Per(StrEnum):
    """Over which time a norm counts."""

    YEAR = "year"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Norm:
    """How often a kind of talk belongs. Empty ``programme_id`` and ``study_year``: for all.

    ``minutes`` is how long such a talk takes, where it is not the usual time. ``version`` is 0 for
    what the werkbank itself proposes and no school changed.
    """

    kind: ConversationKind
    times: int
    per: Per = Per.YEAR
    programme_id: UUID | None = None
    study_year: int | None = None
    minutes: int | None = None
    version: int = 0

    @property
    def id(self) -> UUID:
        """One for each kind, programme and year, so that two people cannot both add it."""
        return _id("norm", self.programme_id, self.study_year, self.kind)


@dataclass(frozen=True, slots=True)
class Budget:
    """The hours for placements, in minutes for one student and school year, travel included."""

    study_year: int
    minutes: int
    programme_id: UUID | None = None
    version: int = 0

    @property
    def id(self) -> UUID:
        """One for each programme and year."""
        return _id("budget", self.programme_id, self.study_year)


DEFAULT_NORMS: tuple[Norm, ...] = (
    Norm(ConversationKind.CAREER_REFLECTION, 2),
    Norm(ConversationKind.PROGRESS, 1, Per.BLOCK, study_year=1),
    Norm(ConversationKind.PROGRESS, 1, Per.BLOCK, study_year=2),
    Norm(ConversationKind.PLACEMENT_VISIT, 1, study_year=3),
    Norm(ConversationKind.PLACEMENT_VISIT, 3, study_year=4),
)
DEFAULT_BUDGETS: tuple[Budget, ...] = (Budget(3, 6 * 60), Budget(4, 12 * 60))


@dataclass(frozen=True, slots=True)
class NormBook:
    """What holds at this school: the norms of the werkbank and what the school changed."""

    norms: tuple[Norm, ...] = DEFAULT_NORMS
    budgets: tuple[Budget, ...] = DEFAULT_BUDGETS

    def of(self, programme_id: UUID | None, study_year: int | None) -> tuple[Norm, ...]:
        """The norms for a student: of each kind the one that was made closest to the student."""
        chosen: dict[ConversationKind, Norm] = {}
        for norm in sorted(self.norms, key=_closeness):
            if norm.programme_id in (None, programme_id) and norm.study_year in (None, study_year):
                chosen[norm.kind] = norm
        return tuple(chosen[kind] for kind in ConversationKind if kind in chosen)

    def hours(self, programme_id: UUID | None, study_year: int | None) -> int | None:
        """The minutes for placements of a student; ``None`` where no budget was set."""
        found = [each for each in self.budgets if each.study_year == study_year]
        for wanted in (programme_id, None):
            for budget in found:
                if budget.programme_id == wanted:
                    return budget.minutes
        return None


def book_of(norms: Iterable[Norm], budgets: Iterable[Budget]) -> NormBook:
    """The norms of the werkbank, and over them what the school has."""
    all_norms = {norm.id: norm for norm in (*DEFAULT_NORMS, *norms)}
    all_budgets = {budget.id: budget for budget in (*DEFAULT_BUDGETS, *budgets)}
    return NormBook(tuple(all_norms.values()), tuple(all_budgets.values()))


def check_norm(norm: Norm) -> None:
    """Raise ``InputRefused`` for a norm that nobody can mean."""
    if not 0 <= norm.times <= MOST_TIMES:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies 0 tot en met {most} keer."), most=MOST_TIMES
        )
    if norm.minutes is not None and not 5 <= norm.minutes <= MOST_MINUTES:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Een gesprek duurt 5 tot {most} minuten."),
            most=MOST_MINUTES,
        )
    _check_year(norm.study_year)


def check_budget(budget: Budget) -> None:
    """Raise ``InputRefused`` for hours that nobody can mean."""
    if not 0 <= budget.minutes <= MOST_HOURS * 60:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies 0 tot en met {most} uur."), most=MOST_HOURS
        )
    _check_year(budget.study_year)


def _check_year(study_year: int | None) -> None:
    if study_year is not None and not 1 <= study_year <= MOST_YEARS:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies leerjaar 1 tot en met {most}."), most=MOST_YEARS
        )


def check_day(day: date) -> None:
    """Raise ``InputRefused`` for a day that no school plans on."""
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies een dag tussen 2001 en 2100."))


def _closeness(norm: Norm) -> tuple[bool, bool]:
    return norm.programme_id is not None, norm.study_year is not None


def _id(*parts: object) -> UUID:
    return uuid5(_FAMILY, " ".join(map(str, parts)))
