"""From laptop to school: what a feature is asked to move, and what is told of it afterwards."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

Translate = Callable[[str, str], str]
"""``(context, text)``, as ``QCoreApplication.translate`` takes them."""


class Outcome(StrEnum):
    """What became of one thing of the workbook."""

    CAME = "came"
    EXISTED = "existed"
    DIFFERS = "differs"
    """The school has it with other content; that was left alone."""
    WAITS = "waits"
    """A student for whom the team leader has not answered yet."""
    STAYED = "stayed"
    """It could not come; a remark says why."""


OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.CAME: QT_TRANSLATE_NOOP("moving", "Meegekomen"),
    Outcome.EXISTED: QT_TRANSLATE_NOOP("moving", "Stond er al"),
    Outcome.DIFFERS: QT_TRANSLATE_NOOP("moving", "Verschilt"),
    Outcome.WAITS: QT_TRANSLATE_NOOP("moving", "Wacht op de teamleider"),
    Outcome.STAYED: QT_TRANSLATE_NOOP("moving", "Niet meegekomen"),
}


class MovedKind(StrEnum):
    """What is counted."""

    STUDENT = "student"
    TALK = "talk"
    """One version of a talk, with its topics and questions."""
    AGREEMENT = "agreement"
    RESPONSE = "response"
    DRAFT = "draft"
    APPOINTMENT = "appointment"
    VOICE = "voice"
    """One version of what one party wrote for a trialogue."""
    FORM = "form"
    """A form that went out for a trialogue, with the file that came back."""
    PLACEMENT = "placement"
    GUARDIAN = "guardian"
    NOTE = "note"
    PREPARATION = "preparation"
    BADGE = "badge"
    SKILL_CLAIM = "skill_claim"
    """A behaviour of a life skill, with its evidence and what others said of it."""
    SKILL_GOAL = "skill_goal"


KIND_WORDS: dict[MovedKind, tuple[str, str]] = {
    MovedKind.STUDENT: (
        QT_TRANSLATE_NOOP("moving", "1 student"),
        QT_TRANSLATE_NOOP("moving", "{count} studenten"),
    ),
    MovedKind.TALK: (
        QT_TRANSLATE_NOOP("moving", "1 gesprek"),
        QT_TRANSLATE_NOOP("moving", "{count} gesprekken"),
    ),
    MovedKind.AGREEMENT: (
        QT_TRANSLATE_NOOP("moving", "1 afspraak"),
        QT_TRANSLATE_NOOP("moving", "{count} afspraken"),
    ),
    MovedKind.RESPONSE: (
        QT_TRANSLATE_NOOP("moving", "1 antwoord van een student"),
        QT_TRANSLATE_NOOP("moving", "{count} antwoorden van studenten"),
    ),
    MovedKind.DRAFT: (
        QT_TRANSLATE_NOOP("moving", "1 concept"),
        QT_TRANSLATE_NOOP("moving", "{count} concepten"),
    ),
    MovedKind.APPOINTMENT: (
        QT_TRANSLATE_NOOP("moving", "1 gepland gesprek"),
        QT_TRANSLATE_NOOP("moving", "{count} geplande gesprekken"),
    ),
    MovedKind.VOICE: (
        QT_TRANSLATE_NOOP("moving", "1 deel van een trialoog"),
        QT_TRANSLATE_NOOP("moving", "{count} delen van trialogen"),
    ),
    MovedKind.FORM: (
        QT_TRANSLATE_NOOP("moving", "1 formulier"),
        QT_TRANSLATE_NOOP("moving", "{count} formulieren"),
    ),
    MovedKind.PLACEMENT: (
        QT_TRANSLATE_NOOP("moving", "1 stage"),
        QT_TRANSLATE_NOOP("moving", "{count} stages"),
    ),
    MovedKind.GUARDIAN: (
        QT_TRANSLATE_NOOP("moving", "1 ouder of verzorger"),
        QT_TRANSLATE_NOOP("moving", "{count} ouders of verzorgers"),
    ),
    MovedKind.NOTE: (
        QT_TRANSLATE_NOOP("moving", "1 notitie"),
        QT_TRANSLATE_NOOP("moving", "{count} notities"),
    ),
    MovedKind.PREPARATION: (
        QT_TRANSLATE_NOOP("moving", "1 voorbereiding van een student"),
        QT_TRANSLATE_NOOP("moving", "{count} voorbereidingen van studenten"),
    ),
    MovedKind.BADGE: (
        QT_TRANSLATE_NOOP("moving", "1 badge"),
        QT_TRANSLATE_NOOP("moving", "{count} badges"),
    ),
    MovedKind.SKILL_CLAIM: (
        QT_TRANSLATE_NOOP("moving", "1 gedrag van een life skill"),
        QT_TRANSLATE_NOOP("moving", "{count} gedragingen van life skills"),
    ),
    MovedKind.SKILL_GOAL: (
        QT_TRANSLATE_NOOP("moving", "1 afspraak over een life skill"),
        QT_TRANSLATE_NOOP("moving", "{count} afspraken over life skills"),
    ),
}

_NOTHING_NEW = QT_TRANSLATE_NOOP("moving", "Er was niets nieuws om mee te nemen.")


@dataclass(frozen=True, slots=True)
class MovingStudent:
    """A student who stands in both: the id in the workbook, the id at the school, the name."""

    here: UUID
    there: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A line on one student that somebody should look at.

    ``text`` is marked in context ``"moving"``; ``values`` fill its ``{named}`` places. No text of
    a dossier: a report is printed, and may be kept in a file.
    """

    outcome: Outcome
    student: str
    text: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


Count = tuple[MovedKind, Outcome, int]


@dataclass(frozen=True, slots=True)
class MoveReport:
    """What came, what existed, what differs, what waits and what stayed."""

    counts: tuple[Count, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @classmethod
    def of(cls, kind: MovedKind, outcome: Outcome, count: int = 1) -> "MoveReport":
        """A report of one kind of thing."""
        return cls(((kind, outcome, count),))

    @classmethod
    def together(cls, reports: "Iterable[MoveReport]") -> "MoveReport":
        """All of these as one."""
        sums: Counter[tuple[MovedKind, Outcome]] = Counter()
        remarks: list[Remark] = []
        for report in reports:
            for kind, outcome, count in report.counts:
                sums[kind, outcome] += count
            remarks.extend(report.remarks)
        return cls(
            tuple(
                (kind, outcome, sums[kind, outcome])
                for outcome in Outcome
                for kind in MovedKind
                if sums[kind, outcome]
            ),
            tuple(remarks),
        )

    def __or__(self, other: "MoveReport") -> "MoveReport":
        return MoveReport.together((self, other))

    def noting(self, outcome: Outcome, student: str, text: str, **values: object) -> "MoveReport":
        """The same with a remark."""
        return self | MoveReport(remarks=(Remark(outcome, student, text, values),))

    def count(self, outcome: Outcome, kind: MovedKind | None = None) -> int:
        """How many things had this outcome."""
        return sum(
            count
            for counted, found, count in self.counts
            if found is outcome and kind in (None, counted)
        )

    def lines(self, translate: Translate = lambda _context, text: text) -> tuple[str, ...]:
        """For people to read: a line for each outcome, then one for each remark."""
        told = [self._summary(outcome, translate) for outcome in Outcome if self.count(outcome)]
        if not self.count(Outcome.CAME):
            told.insert(0, translate("moving", _NOTHING_NEW))
        for remark in self.remarks:
            label = translate("moving", OUTCOME_LABELS[remark.outcome])
            words = translate("moving", remark.text).format(**remark.values)
            told.append(f"{label}: {remark.student}: {words}")
        return tuple(told)

    def _summary(self, outcome: Outcome, translate: Translate) -> str:
        parts = []
        for kind, found, count in self.counts:
            if found is outcome:
                one, many = KIND_WORDS[kind]
                words = translate("moving", one if count == 1 else many)
                parts.append(words.format(count=count))
        return f"{translate('moving', OUTCOME_LABELS[outcome])}: {', '.join(parts)}"
