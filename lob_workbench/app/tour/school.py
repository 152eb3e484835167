"""The school of the tour: a server of its own, its people, and what each of them may read."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.app.local_server import SUPERUSER, LocalServer, running_server
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.content.load import example_school
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations.operations import read_conversation, record
from lob_workbench.features.conversations.records import Conversation, ConversationText
from lob_workbench.features.conversations.rules import (
    AgreementText,
    ConversationDraft,
    ConversationView,
)
from lob_workbench.features.student_import.columns import recognise
from lob_workbench.features.student_import.operations import import_students
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.rules import parse
from lob_workbench.people.example import OWNER, OWNER_TEAM, SCHOOL
from lob_workbench.people.records import AccessGrant, StaffMember, Student
from lob_workbench.people.rules import GrantKind
from lob_workbench.people.school import school_year
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.server import ServerAddress, server_engine
from lob_workbench.storage.server_setup import (
    NewUser,
    add_user,
    initialise,
    one_time_password,
    verifier_for,
)

DATABASE: Final = "lob"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the school: the login, the name on the screen, and the role."""

    login: str
    name: str
    role: Role
    title: str
    """What the role is called in a sentence, and in the name of a picture."""


COUNSELLOR: Final = Person("mirjam.bakker", OWNER, Role.COUNSELLOR, "begeleider")
SECOND_LINE: Final = Person("sanne.vos", "Sanne Vos", Role.SECOND_LINE, "tweede lijn")
TEAM_LEADER: Final = Person("karim.idrissi", "Karim Idrissi", Role.TEAM_LEADER, "teamleider")
ADMINISTRATOR: Final = Person("bea.bos", "Bea Bos", Role.ADMINISTRATOR, "beheerder")
PEOPLE: Final = (COUNSELLOR, SECOND_LINE, TEAM_LEADER)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the server gives one login of one student: rows that may be counted, and text."""

    talks: int
    texts: int


class TourSchool:
    """A school on a server that the tour started; ``passwords`` by login."""

    def __init__(self, server: LocalServer, clock: Clock) -> None:
        self.server = server
        self.clock = clock
        self.passwords: dict[str, str] = {}
        self._master = ServerAddress(str(server.folder), DATABASE, SUPERUSER)

    def begin(self) -> None:
        """Make the database, the school, and a login for each of its people.

        With the same functions as `server init` and `server add-user`.
        """
        self.server.make_database(DATABASE)
        year = school_year(self.clock.today())
        secret = one_time_password()
        engine = server_engine(self._master)
        try:
            verifier = verifier_for(engine, ADMINISTRATOR.login, secret)
            initialise(engine, SCHOOL.name, year, _new(ADMINISTRATOR), verifier)
        finally:
            engine.dispose()
        self.passwords[ADMINISTRATOR.login] = secret
        for person in PEOPLE:
            self._add(person)

    def _add(self, person: Person) -> None:
        secret = one_time_password()
        engine = server_engine(self.address(ADMINISTRATOR), self.passwords[ADMINISTRATOR.login])
        try:
            add_user(engine, _new(person), verifier_for(engine, person.login, secret))
        finally:
            engine.dispose()
        self.passwords[person.login] = secret

    def address(self, person: Person) -> ServerAddress:
        """The school, as this person."""
        return self._master.as_login(person.login)

    @contextmanager
    def as_person(self, person: Person) -> Iterator[SchoolSession]:
        """Logged in as somebody, beside the windows."""
        password = self.passwords[person.login]
        session = SchoolSession.connect(self.address(person), password, self.clock)
        try:
            yield session
        finally:
            session.close()

    # Until a workbook moves by itself

    def list_students(self, data: bytes) -> int:
        """The administrator reads a student list; how many came."""
        table = read_table(data)
        parsed = parse(table, recognise(table.header).mapping, self.clock.today())
        with self.as_person(ADMINISTRATOR) as session, session.work() as work:
            return import_students(work, parsed).new

    def record_talks(self, talks: tuple[ConversationView, ...]) -> int:
        """The counsellor records these talks of a student who is known by the same number."""
        with self.as_person(COUNSELLOR) as session:
            for talk in talks:
                with session.work() as work:
                    number = Student.number == talk.student.number
                    student = work.session.scalar(sa.select(Student.id).where(number))
                    assert student is not None, "the list brought this student"
                    record(work, _again(talk, student))
        return len(talks)

    def share(self, number: str, reader: Person) -> None:
        """The counsellor has the second line read along with a student."""
        with self.as_person(COUNSELLOR) as session, session.work() as work:
            student = work.session.scalar(sa.select(Student.id).where(Student.number == number))
            staff = work.session.scalar(
                sa.select(StaffMember.id).where(StaffMember.login == reader.login)
            )
            work.session.add(
                AccessGrant(
                    id=new_id(),
                    student_id=student,
                    staff_id=staff,
                    kind=GrantKind.SECOND_LINE,
                    reason="Vraagt om hulp met kiezen",
                    granted_by=session.actor.staff_id,
                    granted_at=self.clock.now(),
                )
            )

    # What the server itself gives

    def seen_by(self, person: Person, number: str) -> Seen:
        """Count the talks of a student, and those whose text comes along, with this login."""
        with self.as_person(person) as session:
            with session.work() as work:
                known = sa.select(Student.id).where(Student.number == number)
                student = work.session.scalar(known)
            if student is None:
                return Seen(0, 0)
            return self._count(session, student)

    @staticmethod
    def _count(session: SchoolSession, student: UUID) -> Seen:
        with session.work() as work:
            # For whoever may not read it this opens nothing; they are counted as they come in.
            with suppress(WorkbenchError):
                open_dossier(work, student)
            counted = sa.select(sa.func.count(Conversation.id)).where(
                Conversation.student_id == student
            )
            read = sa.select(sa.func.count(ConversationText.conversation_id)).where(
                ConversationText.student_id == student
            )
            return Seen(work.session.scalar(counted) or 0, work.session.scalar(read) or 0)

    def talks_of(self, number: str) -> tuple[ConversationView, ...]:
        """The talks of a student as the counsellor reads them."""
        with self.as_person(COUNSELLOR) as session:
            with session.work() as work:
                found = work.session.scalars(
                    sa.select(Conversation.id)
                    .join(Student, Student.id == Conversation.student_id)
                    .where(Student.number == number)
                ).all()
            read = []
            for each in found:
                with session.work() as work:
                    read.append(read_conversation(work, each))
        return tuple(read)


@contextmanager
def running_school(clock: Clock) -> Iterator[TourSchool]:
    """A school on a server of its own; both are gone afterwards. Raises ``NoServer``."""
    with running_server() as server:
        school = TourSchool(server, clock)
        school.begin()
        yield school


def _new(person: Person) -> NewUser:
    team = next(team.name for team in example_school().teams if team.id == OWNER_TEAM)
    in_list = "Bakker, M." if person is COUNSELLOR else ""
    teams = (team,) if person.role in (Role.COUNSELLOR, Role.TEAM_LEADER) else ()
    return NewUser(person.login, person.name, frozenset({person.role}), teams, in_list)


def _again(talk: ConversationView, student: UUID) -> ConversationDraft:
    """The same talk as it was typed."""
    draft = ConversationDraft(
        id=new_id(),
        student_id=student,
        kind=talk.kind,
        form=talk.form,
        held_on=talk.held_on,
        focus=talk.focus,
        questions=talk.questions,
        summary=talk.summary,
        topics=talk.topics,
        next_talk=talk.next_talk,
        response=talk.response,
    )
    agreed = tuple(
        AgreementText(what=each.what, owner=each.owner, due_on=each.due_on)
        for each in talk.agreements
    )
    return replace(draft, agreements=agreed)
