"""What the pictures are of: the example school, an empty workbook, and a list with everything."""

import csv
import io
from pathlib import Path
from typing import Final

from lob_workbench.app import example_school
from lob_workbench.app.session import NewDesk, Session
from lob_workbench.app.tour.student_list import HEADER, owner_in_a_list
from lob_workbench.content.help_texts import hints
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.rights import Role
from lob_workbench.people.example import OWNER, SCHOOL
from lob_workbench.people.preferences import ThemeChoice, change_preferences
from lob_workbench.people.queries import get_student, list_students
from lob_workbench.people.rules import StudentFilter, StudentView
from lob_workbench.people.school import school_year
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.recovery_code import new_recovery_code

PASSPHRASE: Final = example_school.PASSPHRASE
FULL: Final = "Voorbeeldschool"
EMPTY: Final = "Mijn werkboek"
STUDENT_LIST: Final = "studentenlijst.csv"
_CHEAP: Final = KdfCost(memory_kib=65_536, iterations=2, lanes=1)

_NEW = (
    "0431000;Noor;van der;Laan;14-03-2009;V",
    "0431001;Ömer;;Aydın;02-11-2008;M",
    "0431002;Fenna;;Hoekstra;21-06-2009;V",
    "0431003;Mees;;J?nsson;09-01-2010;M",
    "0431004;Kyra;de;Wit;30-09-2008;V",
    "0431005;Bram;;Postma;;M",
)
_REJECTED = (
    "0431006;Lotte;;Visser;31-02-2009;V",
    ";Sam;;Meijer;11-05-2009;X",
    "0431008;Isa;;;17-08-2009;V",
)


def prepare(place: Path, clock: FixedClock) -> None:
    """Make both workbooks and the list in ``place``."""
    example_school.make(place / FULL, clock, cost=_CHEAP)
    desk = NewDesk(
        folder=place / EMPTY,
        passphrase=PASSPHRASE,
        recovery_code=new_recovery_code(),
        owner=OWNER,
        roles=frozenset({Role.COUNSELLOR}),
        school=SCHOOL.name,
        year=school_year(clock.today()),
    )
    Session.create(desk, clock, cost=_CHEAP).close(backup=False)
    session = Session.open(place / FULL, passphrase=PASSPHRASE, clock=clock)
    try:
        with session.work() as work:
            rows = list_students(work, StudentFilter())
            known = [get_student(work, row.id) for row in rows[:12]]
    finally:
        session.close(backup=False)
    _write_list(place / STUDENT_LIST, known)


def choose_theme(folder: Path, clock: FixedClock, theme: str) -> None:
    """Have the workbook open in ``theme``, as the page of settings would keep it, without hints."""
    session = Session.open(folder, passphrase=PASSPHRASE, clock=clock)
    try:
        with session.work() as work:
            away = frozenset(hint.id for hint in hints())
            change_preferences(work, {"theme": ThemeChoice(theme), "hints_away": away})
    finally:
        session.close(backup=False)


def list_of(students: list[StudentView], mentor: str) -> bytes:
    """These students as a school's list has them, with ``mentor``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADER)
    writer.writerows([*_line(student)[:-1], mentor] for student in students)
    return text.getvalue().encode("utf-8-sig")


def _write_list(file: Path, known: list[StudentView]) -> None:
    """New, changed and unchanged students, lines that cannot be, a repeat, and a question."""
    mentors = (owner_in_a_list(), "de Groot, H.", "Yilmaz, S.")
    fresh = [
        [*row.split(";"), *_belonging(known[place]), mentors[place % 3]]
        for place, row in enumerate((*_NEW, *_REJECTED))
    ]
    changed = [_line(student, group="PW9Z") for student in known[:3]]
    asked = _line(known[3])
    asked[0] = asked[0].lstrip("0")
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened, delimiter=";")
        writer.writerow([*HEADER[:-1], "Opmerking", HEADER[-1]])
        for line in (*fresh[:4], *changed, asked, *fresh[4:], fresh[0], *map(_line, known[4:])):
            writer.writerow([*line[:-1], "", line[-1]])


def _line(student: StudentView, *, group: str = "") -> list[str]:
    day = student.birth_date.strftime("%d-%m-%Y") if student.birth_date else ""
    belonging = _belonging(student)
    belonging[5] = group or belonging[5]
    name = student.name
    gender = student.gender.value if student.gender else ""
    return [student.number, name.first, name.infix, name.last, day, gender, *belonging, ""]


def _belonging(student: StudentView) -> list[str]:
    """The columns from *E-mail school* to *Verwachte einddatum*."""
    days = [
        day.strftime("%d-%m-%Y") if day else ""
        for day in (student.start_date, student.expected_end_date)
    ]
    route = student.learning_route.value if student.learning_route else ""
    return [
        student.email,
        student.programme,
        student.crebo,
        student.level,
        route,
        student.group,
        str(student.study_year or ""),
        student.team,
        *days,
    ]
