"""Changing the enrolment of one student, letting one leave and come back.

At a school this is the administrator's, whose lists these are; in a workbook the owner's.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people import queries, queries_enrolment, writing_enrolment
from lob_workbench.people.access import enrolled_by, require, visible_students
from lob_workbench.people.records import Programme, StaffMember, Student, StudentGroup, Team
from lob_workbench.people.rules import LearningRoute, StudentView
from lob_workbench.people.rules_enrolment import (
    GROUP_LIMIT,
    Destination,
    EnrolmentPart,
    EnrolmentStep,
)
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Choice:
    """A programme or a mentor to choose."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class EnrolmentView:
    """How a student is enrolled, what changed before, and what there is to choose from."""

    student: StudentView
    programme_id: UUID | None
    history: tuple[EnrolmentStep, ...]
    destination: Destination | None
    groups: tuple[str, ...]
    teams: tuple[str, ...]
    programmes: tuple[Choice, ...]
    mentors: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class EnrolmentDraft:
    """How a student is enrolled from a day on. ``version`` is of the student as it was seen."""

    student_id: UUID
    version: int
    on: date
    group: str
    team: str
    programme_id: UUID | None
    counsellor_id: UUID | None
    study_year: int | None
    learning_route: LearningRoute | None


@dataclass(frozen=True, slots=True)
class LeaveDraft:
    """A student who leaves: from which day, where to, and one line about it."""

    student_id: UUID
    version: int
    on: date
    destination: Destination
    note: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; ``deed_id`` takes it back. ``None`` where nothing changed."""

    deed_id: UUID | None
    changes: Changes


@operation(Right.READ_STUDENTS)
def read_enrolment(work: UnitOfWork, student_id: UUID) -> EnrolmentView:
    """The enrolment of a visible student; raises ``NotFound`` for another.

    The line about a leaving is for who reads the dossier, and the log tells that it was open.
    """
    reads = work.actor.may(Right.READ_TALKS)
    if reads:
        open_dossier(work, student_id)
    student = queries.get_student(work, student_id)
    known = work.session.execute(
        sa.select(Student.programme_id).where(Student.id == student_id)
    ).scalar_one()
    found = queries_enrolment.destinations(work, [student_id])
    names = sa.select(StudentGroup.name).order_by(StudentGroup.name)
    return EnrolmentView(
        student=student,
        programme_id=known,
        history=queries_enrolment.history(work, student_id, visible_students(work)),
        destination=found.get(student_id),
        groups=tuple(work.session.scalars(names)),
        teams=tuple(work.session.scalars(sa.select(Team.name).order_by(Team.name))),
        programmes=_programmes(work),
        mentors=tuple(
            Choice(row.id, row.name)
            for row in work.session.execute(
                sa.select(StaffMember.id, StaffMember.name).order_by(StaffMember.name)
            )
        ),
    )


def _programmes(work: UnitOfWork) -> tuple[Choice, ...]:
    query = sa.select(Programme).order_by(Programme.name, Programme.crebo, Programme.level)
    return tuple(
        Choice(one.id, " · ".join(part for part in (one.name, one.crebo, one.level) if part))
        for one in work.session.scalars(query)
    )


@operation(Right.IMPORT_STUDENTS)
def change_enrolment(work: UnitOfWork, draft: EnrolmentDraft) -> Written:
    """Another class, team, mentor, programme, study year or learning route, from a day on.

    Raises ``NotFound`` for a student that is not the actor's to change, and ``StaleSave`` when
    somebody changed the student in between.
    """
    group = clean_line(draft.group, limit=GROUP_LIMIT)
    team = clean_line(draft.team, limit=GROUP_LIMIT)
    student = _seen(work, draft.student_id, draft.version)
    enroller = writing_enrolment.Enroller(work, draft.on)
    for part, value in (
        (EnrolmentPart.GROUP, enroller.group(group)),
        (EnrolmentPart.TEAM, enroller.team(team)),
        (EnrolmentPart.PROGRAMME, draft.programme_id),
        (EnrolmentPart.COUNSELLOR, draft.counsellor_id),
        (EnrolmentPart.STUDY_YEAR, draft.study_year),
        (EnrolmentPart.LEARNING_ROUTE, draft.learning_route),
    ):
        enroller.put(student, part, value)
    return _written(enroller)


@operation(Right.IMPORT_STUDENTS)
def leave_school(work: UnitOfWork, draft: LeaveDraft) -> Written:
    """The student is no longer at school from a day on. The dossier stays. Raises likewise."""
    note = clean_line(draft.note)
    student = _seen(work, draft.student_id, draft.version)
    enroller = writing_enrolment.Enroller(work, draft.on)
    enroller.leave(student, draft.destination, note)
    return _written(enroller)


@operation(Right.IMPORT_STUDENTS)
def come_back(work: UnitOfWork, student_id: UUID, version: int) -> Written:
    """*Terug op school*, from today. Raises likewise."""
    student = _seen(work, student_id, version)
    enroller = writing_enrolment.Enroller(work, work.clock.today())
    enroller.come_back(student)
    return _written(enroller)


@operation(Right.IMPORT_STUDENTS)
def take_back(work: UnitOfWork, deed_id: UUID) -> Changes:
    """Undo what one click changed; ``StaleSave`` when a student was changed again since."""
    return writing_enrolment.take_back(work, deed_id)


def _seen(work: UnitOfWork, student_id: UUID, version: int) -> Student:
    require(work, student_id, enrolled_by(work))
    (student,) = writing_enrolment.locked(work, [student_id])
    if student.version != version:
        raise StaleSave(_ONE_CHANGED)
    return student


_ONE_CHANGED = QT_TRANSLATE_NOOP(
    "errors", "Deze student is intussen gewijzigd. Er is niets veranderd. Kijk eerst hoe het nu is."
)


def _written(enroller: writing_enrolment.Enroller) -> Written:
    changes = enroller.finish()
    return Written(enroller.deed_id if changes.ids else None, changes)
