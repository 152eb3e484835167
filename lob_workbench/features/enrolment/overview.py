"""What the page of a student shows of the enrolment."""

from uuid import UUID

from lob_workbench.domain.contributions import Notice, StoryItem, Target, Tone
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.enrolment.rules import STORY_KINDS, from_to, worth_telling
from lob_workbench.people import queries, queries_enrolment
from lob_workbench.people.access import visible_students
from lob_workbench.people.rules_enrolment import (
    DESTINATION_LABELS,
    EnrolmentPart,
    EnrolmentStep,
)
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork

_ICONS = {
    EnrolmentPart.COUNSELLOR: "ph.arrows-left-right",
    EnrolmentPart.LEFT: "ph.sign-out",
    EnrolmentPart.RETURNED: "ph.sign-in",
}


@operation(Right.READ_STUDENTS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """Every other class, team or mentor, and leaving school, on the day from which it counts."""
    if work.actor.may(Right.READ_TALKS):
        open_dossier(work, student_id)
    queries.get_student(work, student_id)
    steps = queries_enrolment.history(work, student_id, visible_students(work))
    target = Target("students", student_id, "enrolment")
    return tuple(
        StoryItem(
            on=step.on,
            kind=STORY_KINDS[step.part],
            title=_title(step),
            text=step.note,
            icon=_ICONS.get(step.part, "ph.identification-card"),
            target=target,
            order=f"{step.made_at:%Y%m%d%H%M%S}",
        )
        for step in worth_telling(steps)
    )


def _title(step: EnrolmentStep) -> str:
    if step.destination is not None:
        return DESTINATION_LABELS[step.destination]
    return "" if step.part is EnrolmentPart.RETURNED else from_to(step)


@operation(Right.READ_STUDENTS)
def notices(work: UnitOfWork, student_id: UUID) -> tuple[Notice, ...]:
    """That the student is no longer at school."""
    student = queries.get_student(work, student_id)
    if student.left_on is None or student.left_on > work.clock.today():
        return ()
    return (Notice(QT_TRANSLATE_NOOP("notices", "van school"), "ph.sign-out", Tone.ATTENTION),)
