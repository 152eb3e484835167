"""Reading students and staff; ``people.access`` decides which rows."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import search_words
from lob_workbench.people.access import at_school, own_students, visible_students
from lob_workbench.people.records import (
    Programme,
    StaffMember,
    StaffRole,
    Student,
    StudentGroup,
    StudentWord,
    Team,
)
from lob_workbench.people.rules import (
    FilterChoices,
    PersonName,
    StaffView,
    StudentFilter,
    StudentRow,
    StudentView,
)
from lob_workbench.storage.unit_of_work import UnitOfWork

HIGHEST = "\U0010ffff"
MOST_WORDS = 8
"""No name has more; a whole text pasted into the search box would be too much to ask at once."""
_MANY = 200


_ROW = (
    sa.select(
        Student.id,
        Student.number,
        Student.first_name,
        Student.infix,
        Student.last_name,
        StudentGroup.name.label("group"),
        Programme.name.label("programme"),
        Team.name.label("team"),
        Student.study_year,
        Student.counsellor_id,
    )
    .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
    .outerjoin(Programme, Student.programme_id == Programme.id)
    .outerjoin(Team, Student.team_id == Team.id)
)


def list_students(
    work: UnitOfWork, wanted: StudentFilter, *, limit: int | None = None
) -> tuple[StudentRow, ...]:
    """The visible students that fit ``wanted``, in the order of a Dutch list of names."""
    return _rows(work, _ROW.where(visible_students(work), *_criteria(work, wanted)).limit(limit))


def student_ids(work: UnitOfWork, wanted: StudentFilter) -> list[UUID | str]:
    """Whose rows :func:`list_students` gives, as the database has them: see ``rules.Ids``."""
    query = (
        _ROW.with_only_columns(sa.type_coerce(Student.id, sa.String()))
        .where(visible_students(work), *_criteria(work, wanted))
        .order_by(Student.sort_key, Student.id)
    )
    return list(work.session.scalars(query))


def list_named(work: UnitOfWork, ids: Collection[UUID]) -> tuple[StudentRow, ...]:
    """Those of these students that the actor may see, in the order of a list of names."""
    return _rows(work, _ROW.where(visible_students(work), Student.id.in_(ids)))


def list_own_students(
    work: UnitOfWork, ids: Collection[UUID] | None = None
) -> tuple[StudentRow, ...]:
    """The actor's caseload that is at school, in the same order: whom one plans and talks with.

    Not whom one only reads along with or leads. With ``ids`` those of them that are in it.
    """
    query = _ROW.where(own_students(work), at_school(work))
    return _rows(work, query if ids is None else query.where(Student.id.in_(ids)))


def _rows(work: UnitOfWork, query: Any) -> tuple[StudentRow, ...]:
    query = query.order_by(Student.sort_key, Student.id)
    return tuple(
        StudentRow(
            id=row.id,
            number=row.number,
            name=PersonName(row.first_name, row.infix, row.last_name),
            group=row.group or "",
            programme=row.programme or "",
            team=row.team or "",
            study_year=row.study_year,
            counsellor_id=row.counsellor_id,
        )
        for row in work.session.execute(query)
    )


def count_others(work: UnitOfWork) -> int:
    """How many students the workbook holds that are not the actor's; a number and no more."""
    everybody = work.session.scalar(sa.select(sa.func.count()).select_from(Student)) or 0
    return everybody - count_students(work)


def count_left(work: UnitOfWork) -> int:
    """How many of the students that the actor may see have left school."""
    query = sa.select(sa.func.count()).select_from(Student)
    query = query.where(visible_students(work), Student.left_on.is_not(None), ~at_school(work))
    return work.session.scalar(query) or 0


def count_students(work: UnitOfWork) -> int:
    """How many students the actor may see, at school or not."""
    query = sa.select(sa.func.count()).select_from(Student).where(visible_students(work))
    return work.session.scalar(query) or 0


def _criteria(work: UnitOfWork, wanted: StudentFilter) -> list[sa.ColumnElement[bool]]:
    here = at_school(work)
    criteria: list[sa.ColumnElement[bool]] = [~here if wanted.left else here]
    for column, value in (
        (StudentGroup.name, wanted.group),
        (Programme.name, wanted.programme),
        (Team.name, wanted.team),
    ):
        if value:
            criteria.append(column == value)
    for word in wanted.words.split(maxsplit=MOST_WORDS)[:MOST_WORDS]:
        # A typed word counts by all its parts: "meer-de" asks for "meerde" or for both halves.
        whole, *_ = (*search_words(word), "")
        if whole:
            criteria.append(_named(work, whole))
    return criteria


def _named(work: UnitOfWork, begin: str) -> sa.ColumnElement[bool]:
    """Students of whom a name or the number begins with ``begin``."""
    begins = sa.and_(StudentWord.word >= begin, StudentWord.word < begin + HIGHEST)
    found = sa.select(StudentWord.student_id).where(begins)
    if not work.shared:
        first = found.limit(_MANY).subquery()
        if work.session.scalar(sa.select(sa.func.count()).select_from(first)) == _MANY:
            # The planner of a workbook would sort all of these; down the list of names the first
            # few are found at once.
            return sa.exists().where(StudentWord.student_id == Student.id, begins)
    return Student.id.in_(found)


def whole_students(
    counsellor: InstrumentedAttribute[Any],
) -> sa.Select[Student, str, str, str, str, str, Any]:
    """Students with group, programme, crebo, level, team and a name of the counsellor.

    All students: add ``visible_students`` unless the caller must know everybody (an import).
    """
    return (
        sa.select(
            Student,
            StudentGroup.name,
            Programme.name,
            Programme.crebo,
            Programme.level,
            Team.name,
            counsellor,
        )
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .outerjoin(Programme, Student.programme_id == Programme.id)
        .outerjoin(Team, Student.team_id == Team.id)
        .outerjoin(StaffMember, Student.counsellor_id == StaffMember.id)
    )


def get_student(work: UnitOfWork, student_id: UUID) -> StudentView:
    """One visible student; raises ``NotFound`` for one that is not there *or* not the actor's."""
    query = whole_students(StaffMember.name).where(Student.id == student_id, visible_students(work))
    row = work.session.execute(query).one_or_none()
    if row is None:
        raise NotFound
    return _view(row)


def own_views(work: UnitOfWork) -> tuple[StudentView, ...]:
    """All that is known of the actor's caseload that is at school, in the order of a list."""
    query = whole_students(StaffMember.name).where(own_students(work), at_school(work))
    query = query.order_by(Student.sort_key, Student.id)
    return tuple(map(_view, work.session.execute(query)))


def visible_views(work: UnitOfWork) -> tuple[StudentView, ...]:
    """All that is known of every student that the actor may see, in the order of a list."""
    query = whole_students(StaffMember.name).where(visible_students(work))
    query = query.order_by(Student.sort_key, Student.id)
    return tuple(map(_view, work.session.execute(query)))


def _view(row: Any) -> StudentView:
    student, group, programme, crebo, level, team, counsellor = row
    return StudentView(
        id=student.id,
        number=student.number,
        name=PersonName(student.first_name, student.infix, student.last_name),
        birth_date=student.birth_date,
        gender=student.gender,
        email=student.email,
        group=group or "",
        programme=programme or "",
        crebo=crebo or "",
        level=level or "",
        learning_route=student.learning_route,
        team=team or "",
        study_year=student.study_year,
        start_date=student.start_date,
        expected_end_date=student.expected_end_date,
        counsellor_id=student.counsellor_id,
        counsellor=counsellor or "",
        left_on=student.left_on,
        version=student.version,
    )


def filter_choices(work: UnitOfWork, *, left: bool = False) -> FilterChoices:
    """The groups, programmes and teams among the visible students at school, or who left."""
    here = at_school(work)
    # Combinations in one pass: asking for each of the three costs three passes over the students.
    query = (
        _ROW.with_only_columns(StudentGroup.name, Programme.name, Team.name)
        .where(visible_students(work), ~here if left else here)
        .distinct()
    )
    belonging = work.session.execute(query).all()

    def names(place: int) -> tuple[str, ...]:
        return tuple(sorted({row[place] for row in belonging if row[place] is not None}))

    return FilterChoices(groups=names(0), programmes=names(1), teams=names(2))


def list_staff(work: UnitOfWork) -> tuple[StaffView, ...]:
    """All staff of this workbook or school with the number of students of each, by name."""
    counts = dict(
        work.session.execute(
            sa.select(Student.counsellor_id, sa.func.count()).group_by(Student.counsellor_id)
        ).all()
    )
    roles: dict[UUID, set[Role]] = {}
    for staff_id, role in work.session.execute(sa.select(StaffRole.staff_id, StaffRole.role)):
        roles.setdefault(staff_id, set()).add(role)
    staff: Sequence[StaffMember] = work.session.scalars(sa.select(StaffMember)).all()
    views = (
        StaffView(
            id=member.id,
            name=member.name,
            list_name=member.list_name or "",
            roles=frozenset(roles.get(member.id, ())),
            students=counts.get(member.id, 0),
        )
        for member in staff
    )
    return tuple(sorted(views, key=lambda view: view.name.casefold()))
