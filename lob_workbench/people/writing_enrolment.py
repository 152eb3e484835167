"""Changing enrolments: the one place that does, and that writes down what changed.

No ``@operation``: whoever calls asks the right, and whether the actor may have these students.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import clean_line
from lob_workbench.people.records import (
    Programme,
    StaffMember,
    StaffRole,
    Student,
    StudentGroup,
    Team,
)
from lob_workbench.people.records_enrolment import EnrolmentChange, EnrolmentNote
from lob_workbench.people.rules import LearningRoute
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

_BATCH = 500
_COLUMNS = {
    EnrolmentPart.GROUP: "group_id",
    EnrolmentPart.TEAM: "team_id",
    EnrolmentPart.COUNSELLOR: "counsellor_id",
    EnrolmentPart.PROGRAMME: "programme_id",
    EnrolmentPart.STUDY_YEAR: "study_year",
    EnrolmentPart.LEARNING_ROUTE: "learning_route",
    EnrolmentPart.LEFT: "left_on",
    EnrolmentPart.RETURNED: "left_on",
}


class Enroller:
    """Changes enrolments in one deed, from one day; call :meth:`finish` at the end.

    Finds or makes the classes, teams, programmes and mentors that are named to it.
    """

    def __init__(self, work: UnitOfWork, on: date, *, undoes: UUID | None = None) -> None:
        self.deed_id = new_id()
        self._work = work
        self._on = on
        self._undoes = undoes
        self._rows: list[dict[str, Any]] = []
        self._notes: list[dict[str, Any]] = []
        session = work.session
        self._teams = {team.name: team.id for team in session.scalars(sa.select(Team))}
        self._groups = {group.name: group.id for group in session.scalars(sa.select(StudentGroup))}
        self._programmes = {
            (programme.name, programme.crebo, programme.level): programme.id
            for programme in session.scalars(sa.select(Programme))
        }
        staff = session.scalars(sa.select(StaffMember)).all()
        self._mentors = {member.list_name: member.id for member in staff if member.list_name}
        self._names: dict[UUID, str] = {member.id: member.name for member in staff}
        for known in (self._teams, self._groups):
            self._names.update({key: name for name, key in known.items()})
        self._names.update(
            {key: name or crebo for (name, crebo, _), key in self._programmes.items()}
        )

    def team(self, name: str) -> UUID | None:
        """The team of this name; none for an empty one."""
        if name and name not in self._teams:
            self._teams[name] = self._added(Team(id=new_id(), name=name), name)
        return self._teams.get(name)

    def group(self, name: str) -> UUID | None:
        """The class of this name; none for an empty one."""
        if name and name not in self._groups:
            self._groups[name] = self._added(StudentGroup(id=new_id(), name=name), name)
        return self._groups.get(name)

    def programme(self, name: str, crebo: str = "", level: str = "") -> UUID | None:
        """The programme that is written like this; none for an empty one."""
        key = (name, crebo, level)
        if any(key) and key not in self._programmes:
            made = Programme(id=new_id(), name=name, crebo=crebo, level=level)
            self._programmes[key] = self._added(made, name or crebo)
        return self._programmes.get(key)

    def mentor(self, list_name: str) -> UUID:
        """The mentor whom lists call by this name."""
        if list_name not in self._mentors:
            made = placeholder(self._work, list_name)
            self._mentors[list_name] = self._added(made, list_name)
        return self._mentors[list_name]

    def put(self, student: Student, part: EnrolmentPart, value: Any) -> None:
        """Give ``part`` of the enrolment this value: an id, a number or a learning route.

        A student who is new has no history yet: how it began is no change.
        """
        before = getattr(student, _COLUMNS[part])
        if before == value:
            return
        setattr(student, _COLUMNS[part], value)
        if sa.inspect(student).persistent:
            self._note(student, part, before, value)

    def leave(self, student: Student, destination: Destination, note: str = "") -> None:
        """The student is no longer at school from the day of this deed."""
        before, student.left_on = student.left_on, self._on
        row = self._note(student, EnrolmentPart.LEFT, before, self._on, destination)
        if note:
            self._notes.append({"change_id": row["id"], "student_id": student.id, "text": note})

    def come_back(self, student: Student) -> None:
        """The student is at school again, as if never away from today on."""
        self.put(student, EnrolmentPart.RETURNED, None)

    def restore(self, student: Student, step: EnrolmentChange) -> None:
        """Give back what ``step`` changed; ``StaleSave`` when it was changed again since."""
        after = _value(step.part, step.after, step.after_id)
        if getattr(student, _COLUMNS[step.part]) != after:
            raise StaleSave
        before = _value(step.part, step.before, step.before_id)
        # An undone departure goes to nowhere: it is a return.
        left = step.part is EnrolmentPart.LEFT
        part = EnrolmentPart.RETURNED if left else step.part
        self.put(student, part, before)

    def finish(self) -> Changes:
        """Write the students and what changed of them."""
        session = self._work.session
        session.flush()
        if self._rows:
            session.execute(sa.insert(EnrolmentChange), self._rows)
        if self._notes:
            session.execute(sa.insert(EnrolmentNote), self._notes)
        students = {row["student_id"] for row in self._rows}
        return Changes.of("student", *students) if students else Changes()

    def _note(
        self,
        student: Student,
        part: EnrolmentPart,
        before: Any,
        after: Any,
        destination: Destination | None = None,
    ) -> dict[str, Any]:
        now = self._work.clock.now()
        student.updated_at = now
        row = {
            "id": new_id(),
            "student_id": student.id,
            "deed_id": self.deed_id,
            "undoes": self._undoes,
            "counts_from": self._on,
            "part": part,
            "before": self._name(before),
            "after": self._name(after),
            "before_id": before if isinstance(before, UUID) else None,
            "after_id": after if isinstance(after, UUID) else None,
            "destination": destination,
            "made_by": self._work.actor.staff_id,
            "made_at": now,
        }
        self._rows.append(row)
        return row

    def _name(self, value: Any) -> str:
        if isinstance(value, UUID):
            return self._names.get(value, "")
        return "" if value is None else str(value)

    def _added(self, record: Team | StudentGroup | Programme | StaffMember, name: str) -> UUID:
        # At once, so that the database knows it before the student who refers to it.
        self._work.session.add(record)
        self._work.session.flush()
        self._names[record.id] = name
        return record.id


def placeholder(work: UnitOfWork, list_name: str) -> StaffMember:
    """A mentor who is known from a list only."""
    return StaffMember(
        id=new_id(),
        name=list_name,
        list_name=list_name,
        updated_at=work.clock.now(),
        roles=[StaffRole(role=Role.COUNSELLOR)],
    )


def let_leave(
    work: UnitOfWork, ids: Iterable[UUID], on: date, destination: Destination, note: str = ""
) -> Changes:
    """These students are no longer at school from ``on``. Nothing of their dossier goes.

    Each can come back (:func:`let_return`); who left already gets the new day and destination.
    """
    line = clean_line(note)
    enroller = Enroller(work, on)
    for student in locked(work, ids):
        enroller.leave(student, destination, line)
    return enroller.finish()


def let_return(work: UnitOfWork, ids: Iterable[UUID], on: date) -> Changes:
    """*Terug op school*: these students are in the lists again. Who never left stays as it is."""
    enroller = Enroller(work, on)
    for student in locked(work, ids):
        enroller.come_back(student)
    return enroller.finish()


def locked(work: UnitOfWork, ids: Iterable[UUID]) -> list[Student]:
    """These students as they stand now; nobody changes one before this unit of work ends."""
    wanted = sorted(set(ids))
    found: list[Student] = []
    for start in range(0, len(wanted), _BATCH):
        query = sa.select(Student).where(Student.id.in_(wanted[start : start + _BATCH]))
        query = query.order_by(Student.id).with_for_update()
        found += work.session.scalars(query.execution_options(populate_existing=True))
    return found


def take_back(work: UnitOfWork, deed_id: UUID) -> Changes:
    """Undo a deed: every student gets back what the deed changed; its line leaves the history.

    Raises ``StaleSave``, and changes nothing, when one of them was changed again since.
    """
    query = sa.select(EnrolmentChange).where(
        EnrolmentChange.deed_id == deed_id, EnrolmentChange.undoes.is_(None)
    )
    steps = work.session.scalars(query).all()
    students = {student.id: student for student in locked(work, {s.student_id for s in steps})}
    if not steps:
        raise StaleSave
    enroller = Enroller(work, steps[0].counts_from, undoes=deed_id)
    for step in steps:
        enroller.restore(students[step.student_id], step)
    return enroller.finish()


def _value(part: EnrolmentPart, name: str, key: UUID | None) -> Any:
    """The value of an enrolment that a row of the history writes like this."""
    if not name and key is None:
        return None
    if part is EnrolmentPart.STUDY_YEAR:
        return int(name)
    if part is EnrolmentPart.LEARNING_ROUTE:
        return LearningRoute(name)
    if part in (EnrolmentPart.LEFT, EnrolmentPart.RETURNED):
        return date.fromisoformat(name)
    return key
