"""The people of the example school: invented, and the same for the same seed and day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, cycle, takewhile
from random import Random
from uuid import UUID

import sqlalchemy as sa
from faker import Faker

from lob_workbench.content.load import example_school
from lob_workbench.content.schema import ExampleTeam, ProgrammeText
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.rights import Role
from lob_workbench.people import records
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.rules import Gender, LearningRoute, PersonName
from lob_workbench.people.school import School, set_up
from lob_workbench.storage.unit_of_work import UnitOfWork

SCHOOL = School("Het Voorbeeldcollege", "")
OWNER = "Mirjam Bakker"
OWNER_TEAM = "pedagogy"
COUNSELLORS_A_TEAM = 2

# Faker's Dutch names are all Dutch; a Dutch classroom is not.
_NAMES = (
    ("Oğuz", "", "Çelik"),
    ("Aïcha", "El", "Ouazzani"),
    ("Łukasz", "", "Wójcik"),
    ("Elif", "", "Yılmaz"),
    ("Seán", "", "O'Connor"),
    ("Shanaya", "", "Ramdin"),
    ("Zoë", "van 't", "Hart"),
    ("Jan-Willem", "van der", "Meer-de Vries"),
    ("Thị Mai", "", "Nguyễn"),
    ("Xiu", "", "Wú"),
    ("Amal", "", "Haddad"),
    ("Kacper", "", "Żuraw"),
    ("Jayden", "", "Kromosoeto"),
    ("Selin", "", "Şahin"),
    ("Yousef", "El", "Amrani"),
    ("Ioana", "", "Țurcanu"),
)


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """A student of the example school, with what the talks need to know."""

    id: UUID
    first_name: str
    team: ExampleTeam
    programme: ProgrammeText
    year: int
    start: date
    birth_date: date
    counsellor: Actor


@dataclass(frozen=True, slots=True)
class ExamplePeople:
    """Everybody in the example school; ``random`` goes on where the names stopped."""

    owner: Actor
    students: Sequence[ExamplePerson]
    today: date
    random: Random


def seeded_id(random: Random, moment: datetime) -> UUID:
    """A UUIDv7 of that moment whose random part comes from ``random``."""
    milliseconds = int(moment.timestamp() * 1000)
    bits = milliseconds << 80 | random.getrandbits(76)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    return UUID(int=bits & ~(0x3 << 62) | 0x2 << 62)


def start_of_year(today: date) -> date:
    """The first day of this school year (a Monday in August)."""
    return first_monday(today.year if today.month >= 8 else today.year - 1)


def first_monday(year: int) -> date:
    """The first day of the school year that begins in this year."""
    august = date(year, 8, 17)
    return august - timedelta(days=august.weekday())


def visitor(today: date, seed: int = 2026) -> Actor:
    """Who fills the example school and so becomes its owner: with the same id every time."""
    moment = datetime.combine(start_of_year(today), time(8), UTC)
    return Actor(seeded_id(Random(f"owner {seed}"), moment), "", frozenset({Role.COUNSELLOR}))


def fill(work: UnitOfWork, seed: int = 2026) -> ExamplePeople:
    """Write the school, its staff in every role, four teams and 160 students.

    The actor of ``work`` (see :func:`visitor`) becomes the owner, a counsellor of one of the teams.
    """
    return _Builder(work, seed).build()


class _Builder:
    def __init__(self, work: UnitOfWork, seed: int) -> None:
        self.work = work
        self.random = Random(seed)
        self.faker = Faker("nl_NL")
        self.faker.seed_instance(seed)
        self.this_year = start_of_year(work.clock.today())
        self.taken: set[str] = {OWNER}
        self.numbers = count(411_000)
        self.records: list[records.Student] = []
        self.programmes: dict[tuple[str, str, str], UUID] = {}
        self.special = list(_NAMES)
        self.random.shuffle(self.special)

    def build(self) -> ExamplePeople:
        label = f"{self.this_year.year}-{self.this_year.year + 1}"
        owner = set_up(self.work, OWNER, frozenset({Role.COUNSELLOR}), School(SCHOOL.name, label))
        self.work.session.flush()
        (school,) = self.work.session.scalars(sa.select(records.School))
        school.id = seeded_id(Random(f"school {label}"), self.moment)
        students: list[ExamplePerson] = []
        for team in sorted(example_school().teams, key=lambda team: team.id != OWNER_TEAM):
            counsellors = [owner] if team.id == OWNER_TEAM else []
            while len(counsellors) < COUNSELLORS_A_TEAM:
                counsellors.append(self.staff(Role.COUNSELLOR))
            self.staff(Role.TEAM_LEADER)
            students += self.team(team, counsellors)
        for role in (Role.SECOND_LINE, Role.SECOND_LINE, Role.INTAKE_OFFICER, Role.ADMINISTRATOR):
            self.staff(role)
        index_words(self.work, self.records)
        return ExamplePeople(owner, students, self.work.clock.today(), self.random)

    def team(self, team: ExampleTeam, counsellors: Sequence[Actor]) -> list[ExamplePerson]:
        team_id = self.add(records.Team(name=team.name))
        students = []
        coaches = cycle(counsellors)
        for programme in team.programmes:
            programme_id = self.programme(programme)
            for group in programme.groups:
                group_id = self.add(records.StudentGroup(name=group.code))
                counsellor = next(coaches)
                for _ in range(group.size):
                    student = ExamplePerson(
                        id=seeded_id(self.random, self.moment),
                        first_name="",
                        team=team,
                        programme=programme,
                        year=group.year,
                        start=first_monday(self.this_year.year - group.year + 1),
                        birth_date=self.birth_date(group.year),
                        counsellor=counsellor,
                    )
                    students.append(self.student(student, (team_id, programme_id, group_id)))
        return students

    def birth_date(self, year: int) -> date:
        """Most begin at sixteen, some still fifteen, a few well over twenty."""
        age = 14.8 + year + self.random.triangular(0, 6, 0.9)
        return self.this_year - timedelta(days=int(age * 365.25))

    def programme(self, text: ProgrammeText) -> UUID:
        """A programme is one qualification, also where it is taught in two routes."""
        key = (text.name, text.crebo, str(text.level))
        if key not in self.programmes:
            name, crebo, level = key
            self.programmes[key] = self.add(records.Programme(name=name, crebo=crebo, level=level))
        return self.programmes[key]

    def student(self, example: ExamplePerson, belongs: tuple[UUID, UUID, UUID]) -> ExamplePerson:
        name, gender = self.person()
        number = f"0{next(self.numbers)}"
        team_id, programme_id, group_id = belongs
        record = records.Student(
            id=example.id,
            number=number,
            birth_date=example.birth_date,
            gender=gender,
            email=f"{number}@student.voorbeeldcollege.example",
            team_id=team_id,
            programme_id=programme_id,
            group_id=group_id,
            counsellor_id=example.counsellor.staff_id,
            learning_route=LearningRoute(example.programme.route.value),
            study_year=example.year,
            start_date=example.start,
            expected_end_date=date(example.start.year + example.programme.years, 7, 31),
            updated_at=self.work.clock.now(),
        )
        rename(record, name)
        self.work.session.add(record)
        self.records.append(record)
        return replace(example, first_name=name.first)

    def person(self) -> tuple[PersonName, Gender]:
        """Now and then a name from the list above, the others from Faker; no name twice."""
        if self.special and self.random.random() < 0.3:
            return PersonName(*self.special.pop()), self.random.choice(list(Gender)[:2])
        gender = self.random.choices(list(Gender), weights=(48, 48, 4))[0]
        first = {
            Gender.MALE: self.faker.first_name_male,
            Gender.FEMALE: self.faker.first_name_female,
            Gender.OTHER: self.faker.first_name_nonbinary,
        }[gender]()
        words = self.faker.last_name().split()
        infix = list(takewhile(str.islower, words))
        name = PersonName(first, " ".join(infix), " ".join(words[len(infix) :]))
        if name.full in self.taken:
            return self.person()
        self.taken.add(name.full)
        return name, gender

    def staff(self, role: Role) -> Actor:
        name, _ = self.person()
        actor = Actor(seeded_id(self.random, self.moment), name.full, frozenset({role}))
        self.work.session.add(
            records.StaffMember(
                id=actor.staff_id,
                name=actor.name,
                updated_at=self.work.clock.now(),
                roles=[records.StaffRole(role=role)],
            )
        )
        return actor

    def add(self, record: records.Team | records.Programme | records.StudentGroup) -> UUID:
        record.id = seeded_id(self.random, self.moment)
        self.work.session.add(record)
        self.work.session.flush()
        return record.id

    @property
    def moment(self) -> datetime:
        return datetime.combine(self.this_year, time(8), UTC)
