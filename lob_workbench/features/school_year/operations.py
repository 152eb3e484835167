"""A new school year for whole classes at once.

At a school this is the administrator's, whose lists these are; in a workbook the owner's.
"""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.school_year import rules
from lob_workbench.features.school_year.rules import Move, NewYear, NewYearDraft, Pupil, Turned
from lob_workbench.people import school, writing_enrolment
from lob_workbench.people.access import enrolled_by
from lob_workbench.people.records import Programme, Student, StudentGroup, Team
from lob_workbench.people.rules import PersonName
from lob_workbench.people.rules_enrolment import GROUP_LIMIT, EnrolmentPart
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.IMPORT_STUDENTS)
def new_year(work: UnitOfWork, on: date | None = None) -> NewYear:
    """Who there is at the turn of the year, and what is proposed for each class."""
    pupils = _pupils(work)
    year = school.read_school(work).year
    first = on or rules.first_day(year, work.clock.today())
    return NewYear(pupils, rules.proposed(pupils, first), year, first)


@operation(Right.IMPORT_STUDENTS)
def turn_year(work: UnitOfWork, draft: NewYearDraft) -> Turned:
    """Write the new year in one go: classes, study years, and who leaves.

    Raises ``StaleSave``, and writes nothing, when one of these students was changed since they
    were shown; ``InputRefused`` when there is nothing to change.
    """
    plans = [
        replace(plan, new_group=clean_line(plan.new_group, limit=GROUP_LIMIT))
        for plan in draft.plans
    ]
    todo = rules.turns(draft.pupils, plans)
    if not todo:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Er verandert niets. Kies minstens één klas die doorgaat.")
        )
    allowed = {pupil.id: pupil for pupil in _pupils(work)}
    students = {
        student.id: student
        for student in writing_enrolment.locked(work, (turn.pupil.id for turn in todo))
    }
    enroller = writing_enrolment.Enroller(work, draft.on)
    for turn in todo:
        student = students.get(turn.pupil.id)
        if (
            student is None
            or student.version != turn.pupil.version
            or allowed.get(student.id) != turn.pupil
        ):
            raise StaleSave(_CHANGED)
        if turn.destination is not None:
            enroller.leave(student, turn.destination)
            continue
        enroller.put(student, EnrolmentPart.GROUP, enroller.group(turn.group))
        enroller.put(student, EnrolmentPart.STUDY_YEAR, turn.study_year)
    changes = enroller.finish()
    before, after, more = _move_year(work, draft.move_year)
    left = sum(turn.move is Move.LEAVE for turn in todo)
    return Turned(enroller.deed_id, len(todo) - left, left, before, after, changes | more)


@operation(Right.IMPORT_STUDENTS)
def turn_back(work: UnitOfWork, turned: Turned) -> Changes:
    """Undo :func:`turn_year`; the school year goes back when it is still the new one."""
    changes = writing_enrolment.take_back(work, turned.deed_id)
    now = school.read_school(work)
    if turned.year_before != turned.year and now.year == turned.year:
        before = school.School(now.name, turned.year_before, now.logo)
        changes |= school.save_school(work, before)
    return changes


_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "Een van deze studenten is intussen gewijzigd. Er is niets veranderd. Kijk opnieuw wat er "
    "verandert.",
)


def _move_year(work: UnitOfWork, wanted: bool) -> tuple[str, str, Changes]:
    """The school year of the settings before and after, where it was to go along."""
    now = school.read_school(work)
    later = rules.later_year(now.year)
    if not wanted or not later:
        return now.year, now.year, Changes()
    return now.year, later, school.save_school(work, school.School(now.name, later, now.logo))


def _pupils(work: UnitOfWork) -> tuple[Pupil, ...]:
    query = (
        sa.select(
            Student.id,
            Student.first_name,
            Student.infix,
            Student.last_name,
            Student.number,
            StudentGroup.name.label("group"),
            Team.name.label("team"),
            Programme.name.label("programme"),
            Student.study_year,
            Student.expected_end_date,
            Student.version,
        )
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .outerjoin(Team, Student.team_id == Team.id)
        .outerjoin(Programme, Student.programme_id == Programme.id)
        # Who leaves later is among the leavers already.
        .where(enrolled_by(work), Student.left_on.is_(None))
        .order_by(Student.sort_key, Student.id)
    )
    return tuple(
        Pupil(
            id=row.id,
            name=PersonName(row.first_name, row.infix, row.last_name).listed,
            number=row.number,
            group=row.group or "",
            team=row.team or "",
            programme=row.programme or "",
            study_year=row.study_year,
            expected_end=row.expected_end_date,
            version=row.version,
        )
        for row in work.session.execute(query)
    )
