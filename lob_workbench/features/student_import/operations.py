"""Comparing a student list with the workbook, taking it over, and saying which mentor one is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.progress import Progress, followed
from lob_workbench.domain.rights import Right
from lob_workbench.features.student_import.comparison import Answer, Preview, compare, plan
from lob_workbench.features.student_import.queries import known_students
from lob_workbench.features.student_import.rules import ParsedList, StudentValues
from lob_workbench.features.student_import.rules_missing import absences, not_listed
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.queries import list_staff
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.rules import StaffView
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.people.writing_enrolment import Enroller, locked, placeholder, take_back
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote."""

    new: int
    changed: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Departed:
    """How many students left at once, and the deed with which all can be taken back."""

    count: int
    deed_id: UUID
    changes: Changes


@dataclass(frozen=True, slots=True)
class Mentors:
    """The mentors to choose from, and who the actor is among them now (``None``: not chosen)."""

    choices: tuple[StaffView, ...]
    chosen: StaffView | None
    without_mentor: int


@operation(Right.IMPORT_STUDENTS)
def preview(work: UnitOfWork, parsed: ParsedList, progress: Progress | None = None) -> Preview:
    """What the list would change; writes nothing. Raises ``Stopped`` when it was stopped."""
    known = known_students(work)
    seen = compare(parsed, known, progress)
    return replace(seen, absences=absences(parsed, known, own_desk=work.actor.own_desk))


@operation(Right.IMPORT_STUDENTS)
def import_students(
    work: UnitOfWork,
    parsed: ParsedList,
    answers: Mapping[int, Answer] | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Take the list over: add the new students and update the changed ones; delete nobody.

    Compared afresh, so the same list again writes nothing. ``answers`` are those to
    *dezelfde student?* by line number. Raises ``Stopped`` when it was stopped: then nothing of it
    stays.
    """
    todo = plan(compare(parsed, known_students(work), progress), answers)
    writer = _Writer(work)
    there = {student.id: student for student in locked(work, (one.id for one, _ in todo.changed))}
    lines = [(Student(id=new_id()), values) for values in todo.new]
    lines += [(there[known.id], values) for known, values in todo.changed]
    for student, values in followed(lines, progress):
        writer.write(student, values)
    writer.finish()
    return Imported(
        len(todo.new),
        len(todo.changed),
        Changes.of("student", *(student.id for student in writer.written)),
    )


@operation(Right.IMPORT_STUDENTS)
def let_missing_leave(
    work: UnitOfWork, parsed: ParsedList, leaving: Mapping[UUID, Destination], on: date
) -> Departed:
    """Who is not on a whole list leaves, each with a destination; only whom somebody chose.

    Looked up afresh: who is on the list after all, or may not be changed by the actor, stays. Of
    whom it is the whole list is not asked again: the import itself may have given the others of a
    class to a mentor of whom nobody said yet who that is.
    """
    missing = {student.id for student in not_listed(parsed, known_students(work))}
    enroller = Enroller(work, on)
    students = locked(work, missing & leaving.keys())
    for student in students:
        enroller.leave(student, leaving[student.id])
    return Departed(len(students), enroller.deed_id, enroller.finish())


@operation(Right.IMPORT_STUDENTS)
def take_back_leaving(work: UnitOfWork, deed_id: UUID) -> Changes:
    """Everybody who left in this deed is at school again."""
    return take_back(work, deed_id)


class _Writer:
    """Writes students; what they belong to goes through the enroller, with its history."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._enroller = Enroller(work, work.clock.today())
        self._renamed: list[Student] = []
        self.written: list[Student] = []

    def write(self, student: Student, values: StudentValues) -> None:
        self._name(student, values)
        student.birth_date = values.birth_date
        student.gender = values.gender
        student.email = values.email
        student.start_date = values.start_date
        student.expected_end_date = values.expected_end_date
        enroller = self._enroller
        programme = enroller.programme(values.programme, values.crebo, values.level)
        for part, value in (
            (EnrolmentPart.LEARNING_ROUTE, values.learning_route),
            (EnrolmentPart.STUDY_YEAR, values.study_year),
            (EnrolmentPart.TEAM, enroller.team(values.team)),
            (EnrolmentPart.GROUP, enroller.group(values.group)),
            (EnrolmentPart.PROGRAMME, programme),
        ):
            enroller.put(student, part, value)
        if values.mentor:
            enroller.put(student, EnrolmentPart.COUNSELLOR, enroller.mentor(values.mentor))
        student.updated_at = self._work.clock.now()
        self._work.session.add(student)
        self.written.append(student)

    def finish(self) -> None:
        self._enroller.finish()
        index_words(self._work, self._renamed)

    def _name(self, student: Student, values: StudentValues) -> None:
        named = (student.first_name, student.infix, student.last_name, student.number)
        name = values.name
        if named != (name.first, name.infix, name.last, values.student_number):
            rename(student, name)
            student.number = values.student_number
            self._renamed.append(student)


@operation(Right.KEEP_WORKBOOK)
def mentors(work: UnitOfWork) -> Mentors:
    """*Welke mentor ben jij?* The mentors of the lists so far, and the actor's own choice."""
    staff = [member for member in list_staff(work) if member.list_name]
    chosen = [member for member in staff if member.id == work.actor.staff_id]
    without = sa.select(sa.func.count()).where(Student.counsellor_id.is_(None))
    return Mentors(tuple(staff), chosen[0] if chosen else None, work.session.scalar(without) or 0)


@operation(Right.KEEP_WORKBOOK)
def be_mentor(work: UnitOfWork, staff_id: UUID) -> Changes:
    """The actor is this mentor: the mentor's students become the actor's own.

    Who was another mentor before gives those students back to that name, so a wrong choice is
    mended by choosing again. Raises ``NotFound`` for a mentor that is not in a list.
    """
    if staff_id == work.actor.staff_id:
        return Changes()
    chosen = work.session.get(StaffMember, staff_id)
    me = work.session.get(StaffMember, work.actor.staff_id)
    if chosen is None or chosen.list_name is None or me is None:
        raise NotFound
    if me.list_name is not None:
        before = placeholder(work, me.list_name)
        me.list_name = None
        work.session.flush()
        work.session.add(before)
        work.session.flush()
        _move_students(work, me.id, before.id)
    name = chosen.list_name
    _move_students(work, chosen.id, me.id)
    work.session.execute(sa.delete(StaffMember).where(StaffMember.id == chosen.id))
    me.list_name = name
    me.updated_at = work.clock.now()
    return Changes.of("student") | Changes.of("mentor", me.id)


@operation(Right.KEEP_WORKBOOK)
def take_unassigned(work: UnitOfWork) -> Changes:
    """The students without a mentor become the actor's own (for a list without that column)."""
    work.session.execute(
        sa.update(Student)
        .where(Student.counsellor_id.is_(None))
        .values(counsellor_id=work.actor.staff_id, version=Student.version + 1)
    )
    return Changes.of("student")


def _move_students(work: UnitOfWork, giver: UUID, taker: UUID) -> None:
    # A bulk update does not raise the version by itself, and a stale save would go unnoticed.
    work.session.execute(
        sa.update(Student)
        .where(Student.counsellor_id == giver)
        .values(counsellor_id=taker, version=Student.version + 1)
    )
