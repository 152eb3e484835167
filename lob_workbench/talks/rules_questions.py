"""Questions to choose from: those that ship with the product, and those of the school itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """What can be asked of one student: the bank, and what is known of them that day.

    ``asked`` gives the last day by id of a question; ``at_work`` is whether a placement runs.
    """

    questions: tuple[OfferedQuestion, ...] = ()
    asked: Mapping[str, date] = field(default_factory=dict)
    student: StudentView | None = None
    at_work: bool = False
    today: date = date.min

    def phase(self, kind: ConversationKind) -> CareerPhase | None:
        """The phase in which this talk most likely is; ``None`` for a talk without a student."""
        phases = PHASES_OF_KIND[kind]
        if kind is ConversationKind.PLACEMENT_VISIT:
            return CareerPhase.PLACEMENT
        signs = (phase for phase in self._signs() if phase in phases)
        return next(signs, phases[0] if phases else None)

    def _signs(self) -> Iterator[CareerPhase]:
        """What is known of the student, the surest sign first."""
        if self.student is not None:
            begun, end = self.student.start_date, self.student.expected_end_date
            if begun is not None and self.today - begun < JUST_BEGUN:
                yield CareerPhase.INTAKE
            if end is not None and end - self.today < LAST_STRETCH:
                yield CareerPhase.OUTFLOW
            if self.at_work or self.student.learning_route is LearningRoute.WORK:
                yield CareerPhase.PLACEMENT
        yield CareerPhase.LOWER_YEARS

    def fitting(
        self, kind: ConversationKind, phase: CareerPhase, competence: CareerCompetence
    ) -> tuple[OfferedQuestion, ...]:
        """What fits; what this student was asked before comes last, the longest ago first."""
        found = (
            one for one in self.questions if one.competence is competence and one.fits(kind, phase)
        )
        return tuple(sorted(found, key=lambda one: self.asked.get(one.id, date.min)))


NO_CHOICE = QuestionChoice()
"""Before anything is known."""
