"""A student list as a school's system gives it, with sixty people who do not exist."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, takewhile
from pathlib import Path
from random import Random

from faker import Faker

from lob_workbench.content.load import example_school
from lob_workbench.people.example import OWNER, OWNER_TEAM, start_of_year

SEED = 2026
STUDENTS = 60
HEADER = (
    "Studentnummer",
    "Roepnaam",
    "Tussenvoegsel",
    "Achternaam",
    "Geboortedatum",
    "Geslacht",
    "E-mail school",
    "Opleiding",
    "Crebo",
    "Niveau",
    "Leerweg",
    "Klas",
    "Leerjaar",
    "Team",
    "Startdatum",
    "Verwachte einddatum",
    "Mentor",
)

_MENTORS = ("Yilmaz, S.", "de Groot, H.", "van den Berg, T.")

# What a list must bring across: infixes, capitals inside, signs from all over Europe.
_NAMES = (
    ("Oğuz", "", "Çelik", "M"),
    ("Zoë", "van 't", "Hart", "V"),
    ("Łukasz", "", "Wójcik", "M"),
    ("Aïcha", "El", "Ouazzani", "V"),
    ("Seán", "", "O'Connor", "M"),
    ("Jan-Willem", "van der", "Meer-de Vries", "M"),
    ("Thị Mai", "", "Nguyễn", "V"),
    ("Elif", "", "Yılmaz", "V"),
    ("D'Angelo", "", "Pinas", "M"),
    ("Maud", "in 't", "Veld", "V"),
    ("Selin", "", "Şahin", "V"),
    ("Ioana", "", "Țurcanu", "V"),
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a student belongs, as the columns of the list from *Opleiding* on."""

    programme: tuple[str, str, str, str]
    group: str
    year: int
    years: int
    team: str
    mentor: str


def write_student_list(file: Path, today: date, count: int = STUDENTS) -> Path:
    """Write a list of ``count`` students as Dutch Excel does: semicolons, UTF-8 with BOM."""
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(_rows(today, count))
    return file


def owner_in_a_list() -> str:
    """How a list writes the owner of the tour's workbook: *Bakker, M.*"""
    first, *rest = OWNER.split()
    return f"{' '.join(rest)}, {first[0]}."


def _rows(today: date, count: int) -> Iterator[Sequence[str]]:
    random = Random(SEED)
    faker = Faker("nl_NL")
    faker.seed_instance(SEED)
    begin = start_of_year(today)
    people = _people(random, faker)
    for number, place in zip(range(count), _places(), strict=False):
        first, infix, last, gender = next(people)
        start = begin.replace(year=begin.year - place.year + 1)
        end = date(start.year + place.years, 7, 31)
        age = 14.8 + place.year + random.triangular(0, 6, 0.9)
        born = begin - timedelta(days=int(age * 365.25))
        code = f"0{421_000 + number}"
        yield (
            code,
            first,
            infix,
            last,
            _day(born),
            gender,
            f"{code}@student.voorbeeldcollege.example",
            *place.programme,
            place.group,
            str(place.year),
            place.team,
            _day(start),
            _day(end),
            place.mentor,
        )


def _places() -> Iterator[_Place]:
    """The owner's team first; all groups of a team have one size, round and round if need be."""
    teams = sorted(example_school().teams, key=lambda team: team.id != OWNER_TEAM)
    mentors = cycle((owner_in_a_list(), *_MENTORS))
    while True:
        for team in teams:
            for programme in team.programmes:
                for group in programme.groups:
                    place = _Place(
                        programme=(
                            programme.name,
                            programme.crebo,
                            str(programme.level),
                            programme.route.value,
                        ),
                        group=group.code,
                        year=group.year,
                        years=programme.years,
                        team=team.name,
                        mentor=next(mentors),
                    )
                    yield from [place] * group.size


def _people(random: Random, faker: Faker) -> Iterator[tuple[str, str, str, str]]:
    """First name, infix, last name and gender; the names above in between, nobody twice."""
    special = list(_NAMES)
    taken: set[tuple[str, str, str]] = set()
    while True:
        if special and random.random() < 0.4:
            yield special.pop(0)
            continue
        gender = random.choices("MVX", weights=(48, 48, 4))[0]
        first = {
            "M": faker.first_name_male,
            "V": faker.first_name_female,
            "X": faker.first_name_nonbinary,
        }[gender]()
        words = faker.last_name().split()
        infixes = list(takewhile(str.islower, words))
        name = (first, " ".join(infixes), " ".join(words[len(infixes) :]))
        if name not in taken:
            taken.add(name)
            yield *name, gender


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")
