"""Placements and people at home for the example school: invented, the same for the same seed."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from faker import Faker

from lob_workbench.content.schema import Route
from lob_workbench.people.example import ExamplePeople, ExamplePerson, first_monday, seeded_id
from lob_workbench.people.records import Student
from lob_workbench.people.records_placements import Company, Guardian, Placement
from lob_workbench.people.rules import age_on
from lob_workbench.people.rules_placements import Relation
from lob_workbench.storage.unit_of_work import UnitOfWork

_PLACES = ("Voorbeelddam", "Oud-Voorbeeld", "Voorbeeldhaven", "Nieuw-Voorbeeld")
_NAMES = (
    *("De Zonnehoek", "Het Lindehof", "De Vuurtoren", "De Kersentuin", "Het Kompas"),
    *("De Waterlelie", "De Rode Poort", "Het Kwartier", "De Windvaan", "De Gouden Aar"),
    *("Het Kanaal", "De Wilgenhof", "De Nieuwe Brug", "Het Morgenrood", "De Hazelaar"),
)
_BEGINS, _LASTS = timedelta(weeks=11), timedelta(weeks=30, days=-3)
_GROWN_UP_SHARE, _CONSENT_SHARE, _TWO_SHARE, _OTHER_SHARE = 0.35, 0.55, 0.6, 0.08


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Who is in year two or further, or learns at work, has a placement; minors have a home."""
    _Builder(work, people).build()


class _Builder:
    def __init__(self, work: UnitOfWork, people: ExamplePeople) -> None:
        self.work, self.people, self.today = work, people, people.today
        # Apart from the others' chance, so that their part stays what it was.
        self.random = Random(f"around {people.owner.staff_id}")
        self.faker = Faker("nl_NL")
        self.faker.seed_instance(self.random.getrandbits(32))
        self.companies: dict[str, list[UUID]] = defaultdict(list)
        self.trainers: dict[UUID, tuple[str, str]] = {}

    def build(self) -> None:
        for student in self.people.students:
            if student.year >= 2 or student.programme.route is Route.BBL:
                self.placement(student)
            self.home(student)
        self.work.session.flush()

    def placement(self, student: ExamplePerson) -> None:
        if student.team.id not in self.companies:
            self.make_companies(student)
        year = first_monday(student.start.year + student.year - 1)
        starts = year + (_BEGINS if student.programme.route is Route.BOL else timedelta())
        if student.year > 2:
            # The one of last year, over by now.
            self.at(student, year - timedelta(weeks=41), year - timedelta(weeks=7))
        self.at(student, starts, starts + _LASTS)

    def make_companies(self, student: ExamplePerson) -> None:
        """Two of each kind that the team knows, under an invented name."""
        for kind in student.team.companies:
            # Of "onderhoudsdienst van een woningcorporatie" the first noun is enough for a name.
            noun = kind.partition(" van ")[0].partition(" voor ")[0].rpartition(" ")[2]
            for name in self.random.sample(_NAMES, k=2):
                company = Company(
                    id=seeded_id(self.random, self.moment),
                    name=f"{noun.capitalize()} {name}",
                    place=self.random.choice(_PLACES),
                    updated_at=self.work.clock.now(),
                )
                self.work.session.add(company)
                self.companies[student.team.id].append(company.id)
                self.trainers[company.id] = self.trainer()
        self.work.session.flush()

    def trainer(self) -> tuple[str, str]:
        name = f"{self.faker.first_name()} {self.faker.last_name()}"
        return name, f"praktijk{self.random.randrange(100, 999)}@leerbedrijf.example"

    def at(self, student: ExamplePerson, starts: date, ends: date) -> None:
        company = self.random.choice(self.companies[student.team.id])
        name, email = self.trainers[company]
        self.work.session.add(
            Placement(
                id=seeded_id(self.random, self.moment),
                student_id=student.id,
                company_id=company,
                trainer=name,
                trainer_email=email,
                trainer_phone=self.phone(),
                starts_on=starts,
                ends_on=ends,
                updated_at=self.work.clock.now(),
            )
        )

    def home(self, student: ExamplePerson) -> None:
        grown_up = age_on(student.birth_date, self.today) >= 18
        if grown_up and self.random.random() > _GROWN_UP_SHARE:
            return
        record = self.work.session.get_one(Student, student.id)
        count = 2 if self.random.random() < _TWO_SHARE else 1
        for _ in range(count):
            other = self.random.random() < _OTHER_SHARE
            consent = None
            if grown_up and self.random.random() < _CONSENT_SHARE:
                consent = self.today - timedelta(days=self.random.randrange(10, 60))
            self.work.session.add(
                Guardian(
                    id=seeded_id(self.random, self.moment),
                    student_id=student.id,
                    name=" ".join(
                        filter(None, (self.faker.first_name(), record.infix, record.last_name))
                    ),
                    relation=Relation.GUARDIAN if other else Relation.PARENT,
                    phone=self.phone(),
                    email=f"thuis{self.random.randrange(1000, 9999)}@post.example",
                    consent_on=consent,
                    until=None,
                    updated_at=self.work.clock.now(),
                )
            )

    def phone(self) -> str:
        """Of the range that nobody gets: 06 - 0…"""
        return f"06 - 00{self.random.randrange(100_000, 999_999)}"

    @property
    def moment(self) -> datetime:
        return datetime.combine(self.people.students[0].start, time(8), UTC)
