"""Questions to choose from: those that ship with the product, and those of the school itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from lob_workbench.content.load import questions
from lob_workbench.content.schema import PHASES_OF_KIND, CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import LearningRoute, StudentView

PHASE_LABELS: dict[CareerPhase, str] = {
    CareerPhase.INTAKE: QT_TRANSLATE_NOOP("career", "Intake"),
    CareerPhase.LOWER_YEARS: QT_TRANSLATE_NOOP("career", "Onderbouw"),
    CareerPhase.PLACEMENT: QT_TRANSLATE_NOOP("career", "BPV"),
    CareerPhase.OUTFLOW: QT_TRANSLATE_NOOP("career", "Uitstroom"),
}

JUST_BEGUN = timedelta(weeks=6)
LAST_STRETCH = timedelta(weeks=40)
"""From so long before the end of the programme, a talk looks at what comes after."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of the school's own; ``retired_at`` is when it was taken out of the bank."""

    id: UUID
    text: str
    competence: CareerCompetence
    phases: tuple[CareerPhase, ...]
    kinds: tuple[ConversationKind, ...]
    author_id: UUID
    author: str
    written_at: datetime
    retired_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class OfferedQuestion:
    """A question as it can be chosen, wherever it comes from.

    Without ``kinds`` it is for every talk that happens in one of its ``phases``.
    """

    id: str
    text: str
    competence: CareerCompetence
    phases: tuple[CareerPhase, ...]
    kinds: tuple[ConversationKind, ...] = ()
    own: bool = False

    def fits(self, kind: ConversationKind, phase: CareerPhase) -> bool:
        """Whether it can be asked in a talk of this kind, in this phase."""
        if phase not in self.phases or phase not in PHASES_OF_KIND[kind]:
            return False
        return not self.kinds or kind in self.kinds


def shipped_questions() -> tuple[OfferedQuestion, ...]:
    """The bank that comes with the product, in the order of its file."""
    return tuple(
        OfferedQuestion(one.id, one.text, one.competence, (one.phase,), one.kinds)
        for one in questions()
    )


def as_offered(own: OwnQuestion) -> OfferedQuestion:
    """An own question as it can be chosen; talks know it by its id in words."""
    return OfferedQuestion(str(own.id), own.text, own.competence, own.phases, own.kinds, own=True)


def offered(own: Iterable[OwnQuestion]) -> tuple[OfferedQuestion, ...]:
    """All that can be chosen: the school's own questions first, without the retired ones."""
    mine = (as_offered(one) for one in own if one.retired_at is None)
    return (*mine, *shipped_questions())


def to_choose(
    questions: Iterable[OfferedQuestion],
    kind: ConversationKind,
    phase: CareerPhase,
    competence: CareerCompetence,
    asked: Mapping[str, date],
) -> tuple[OfferedQuestion, ...]:
    """What fits; what this student was asked before comes last, the longest ago first."""
    fitting = (one for one in questions if one.competence is competence and one.fits(kind, phase))
    return tuple(sorted(fitting, key=lambda one: asked.get(one.id, date.min)))


def likely_phase(
    kind: ConversationKind, student: StudentView | None, today: date
) -> CareerPhase | None:
    """The phase in which this talk most likely is; ``None`` for a talk without a student."""
    phases = PHASES_OF_KIND[kind]
    if kind is ConversationKind.PLACEMENT_VISIT:
        return CareerPhase.PLACEMENT
    signs = (phase for phase in _signs(student, today) if phase in phases)
    return next(signs, phases[0] if phases else None)


def _signs(student: StudentView | None, today: date) -> Iterator[CareerPhase]:
    """What is known of the student, the surest sign first."""
    if student is not None:
        if student.start_date is not None and today - student.start_date < JUST_BEGUN:
            yield CareerPhase.INTAKE
        end = student.expected_end_date
        if end is not None and end - today < LAST_STRETCH:
            yield CareerPhase.OUTFLOW
        if student.learning_route is LearningRoute.WORK:
            yield CareerPhase.PLACEMENT
    yield CareerPhase.LOWER_YEARS
