"""The school of the tour: a server of its own, its people, and what each of them may read."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.app.local_server import SUPERUSER, LocalServer, running_server
from lob_workbench.app.move_to_school import move_workbook
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.session import Session
from lob_workbench.content.load import example_school
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.moving import MoveReport
from lob_workbench.domain.rights import Role
from lob_workbench.features.access.operations import let_in
from lob_workbench.features.access.rules import Asking
from lob_workbench.features.student_import.columns import recognise
from lob_workbench.features.student_import.operations import import_students
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.rules import parse
from lob_workbench.people.example import OWNER, OWNER_TEAM, SCHOOL
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.rules import GrantKind
from lob_workbench.people.school import school_year
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.server import ServerAddress, server_engine
from lob_workbench.storage.server_setup import (
    NewUser,
    add_user,
    initialise,
    one_time_password,
    verifier_for,
)
from lob_workbench.talks.records import Conversation, ConversationText

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

    # What is done beside the windows

    def list_students(self, data: bytes) -> int:
        """The administrator reads a student list; how many came."""
        table = read_table(data)
        parsed = parse(table, recognise(table.header).mapping, self.clock.today())
        with self.as_person(ADMINISTRATOR) as session, session.work() as work:
            return import_students(work, parsed).new

    def bring(self, workbook: Path, passphrase: str) -> MoveReport:
        """The counsellor brings her workbook along, as `server import` does."""
        here = Session.open(workbook, passphrase=passphrase, clock=self.clock)
        try:
            with self.as_person(COUNSELLOR) as there:
                return move_workbook(here, there, team=team_of_the_owner())
        finally:
            here.close(backup=False)

    def share(self, student: UUID, reader: Person) -> None:
        """The counsellor has the second line read along with a student."""
        with self.as_person(COUNSELLOR) as session, session.work() as work:
            staff = work.session.scalars(
                sa.select(StaffMember.id).where(StaffMember.login == reader.login)
            ).one()
            reason = "Vraagt om hulp met kiezen"
            let_in(work, Asking(student, staff, GrantKind.SECOND_LINE, reason))

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


@contextmanager
def running_school(clock: Clock) -> Iterator[TourSchool]:
    """A school on a server of its own; both are gone afterwards. Raises ``NoServer``."""
    with running_server() as server:
        school = TourSchool(server, clock)
        school.begin()
        yield school


def team_of_the_owner() -> str:
    """The team of the example school's owner, which is that of the team leader too."""
    return next(team.name for team in example_school().teams if team.id == OWNER_TEAM)


def _new(person: Person) -> NewUser:
    in_list = "Bakker, M." if person is COUNSELLOR else ""
    teams = (team_of_the_owner(),) if person.role in (Role.COUNSELLOR, Role.TEAM_LEADER) else ()
    return NewUser(person.login, person.name, frozenset({person.role}), teams, in_list)
