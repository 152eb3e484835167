"""*Gedeeld*: one school on a real server, and the same student in three windows."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from lob_workbench import __version__
from lob_workbench.app import example_school
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import Session
from lob_workbench.app.tour.desk import NOTE, Desk
from lob_workbench.app.tour.first_hour import make_room
from lob_workbench.app.tour.school import (
    COUNSELLOR,
    PEOPLE,
    SECOND_LINE,
    TEAM_LEADER,
    TourSchool,
    running_school,
)
from lob_workbench.app.tour.shots_school import list_of
from lob_workbench.app.tour.stage import Stage, application, take_down, write_json
from lob_workbench.app.tour.student_list import owner_in_a_list
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.moving import MoveReport, Outcome
from lob_workbench.features.conversations.operations import list_conversations
from lob_workbench.people.queries import get_student, list_students
from lob_workbench.people.rules import StudentFilter, StudentView
from lob_workbench.storage.keys import KdfCost

WORKBOOK: Final = "werkboek"
TOGETHER: Final = "drie-vensters.png"
_CHEAP: Final = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
_GAP: Final = 12
NEW_AT_SCHOOL: Final = 2
"""So many students of the workbook the school does not know, besides the one in the windows."""


def play_shared(folder: Path) -> Iterator[str]:
    """Play the chapter in ``folder``, which is emptied first if it is of an earlier tour.

    Raises ``NoServer`` where no PostgreSQL is found, before anything is made.
    """
    clock = SystemClock()
    began = monotonic()
    with running_school(clock) as school:
        make_room(folder)
        yield "Gedeeld: één school, en dezelfde student in drie vensters"
        yield f"  {monotonic() - began:5.1f} s  een school op een eigen PostgreSQL-server"
        example_school.make(folder / WORKBOOK, clock, cost=_CHEAP)
        students, student = _from_workbook(folder / WORKBOOK, clock)
        new = {student.number, *(each.number for each in students[:NEW_AT_SCHOOL])}
        listed = [each for each in students if each.number not in new]
        came = school.list_students(list_of(listed, owner_in_a_list()))
        yield f"  {monotonic() - began:5.1f} s  {came} studenten uit de lijst van de beheerder"
        moves = []
        for what in ("het werkboek gaat mee", "na de teamleider", "nog een keer"):
            report = school.bring(folder / WORKBOOK, example_school.PASSPHRASE)
            moves.append(report)
            yield f"  {monotonic() - began:5.1f} s  {what}: {_told(report)}"
            if report.count(Outcome.WAITS):
                _let_in(school, folder)
        school.share(student.id, SECOND_LINE)
        seconds = {}
        for name, took in _three_windows(school, student, folder):
            seconds[name] = took
            yield f"  {took:5.1f} s  {name}"
        seen = {person.title: school.seen_by(person, student.number) for person in PEOPLE}
        write_json(
            folder / "summary.json",
            {
                "chapter": folder.name,
                "version": __version__,
                "student": student.name.full,
                "students": came,
                "moved": [
                    {outcome.value: report.count(outcome) for outcome in Outcome}
                    for report in moves
                ],
                "note": NOTE,
                "seen": {
                    title: {"talks": each.talks, "texts": each.texts}
                    for title, each in seen.items()
                },
                "files": sorted(
                    file.relative_to(folder).as_posix()
                    for pattern in ("*.txt", "*.png", "screens/*.png")
                    for file in folder.glob(pattern)
                ),
                "seconds": {**seconds, "totaal": round(monotonic() - began, 2)},
            },
        )
    for title, each in seen.items():
        yield f"  {title}: {each.talks} gesprekken geteld, {each.texts} gesprekken te lezen"
    yield f"  {folder / TOGETHER}"
    yield f"  {folder / 'screens'}"


def _told(report: MoveReport) -> str:
    return (
        f"{report.count(Outcome.CAME)} kwamen mee, {report.count(Outcome.EXISTED)} stonden er al, "
        f"{report.count(Outcome.WAITS)} wachten op de teamleider"
    )


def _let_in(school: TourSchool, folder: Path) -> None:
    """The team leader confirms in a window of her own what the workbook brings."""
    application()
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as settings:
        window = MainWindow(recent=RecentWorkbooks(Path(settings) / "recent.json"))
        window.begin()
        try:
            with Stage(window, folder / "screens").open() as stage:
                desk = Desk(stage, TEAM_LEADER, school)
                with stage.step("teamleider: nieuwe studenten"):
                    desk.log_in(shows_door=False)
                    desk.confirm_arrivals()
        finally:
            take_down(window)


def _from_workbook(folder: Path, clock: Clock) -> tuple[list[StudentView], StudentView]:
    """Own students of the workbook, and the one with most talks."""
    session = Session.open(folder, passphrase=example_school.PASSPHRASE, clock=clock)
    try:
        with session.work() as work:
            students = [get_student(work, row.id) for row in list_students(work, StudentFilter())]
        with session.work() as work:
            numbers = [row.student_id for row in list_conversations(work)]
    finally:
        session.close(backup=False)
    return students, max(students, key=lambda each: (numbers.count(each.id), each.number))


def _three_windows(
    school: TourSchool, student: StudentView, folder: Path
) -> Iterator[tuple[str, float]]:
    """Three people log in at once and look at the same student."""
    application()
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as settings, ExitStack() as stack:
        desks = []
        # The second line first: what she writes and reads, the counsellor then sees a sign of.
        for number, person in enumerate((SECOND_LINE, COUNSELLOR, TEAM_LEADER), start=1):
            # A desk of one's own each: what one laptop remembers, another does not know. One after
            # the other: PySide makes its classes when first met, and not in two threads at once.
            window = MainWindow(
                recent=RecentWorkbooks(Path(settings) / person.login / "recent.json")
            )
            window.begin()
            stack.callback(take_down, window)
            stage = stack.enter_context(Stage(window, folder / "screens").open())
            stage.count_from(number * 10)
            desk = Desk(stage, person, school)
            desks.append(desk)
            for name, act in desk.steps(student, shows_door=person is COUNSELLOR):
                step = f"{person.title}: {name}"
                with stage.step(step):
                    act()
                yield step, stage.seconds[step]
        for desk in desks:
            words = "\n".join(desk.words()) + "\n"
            (folder / f"{desk.slug}.txt").write_text(words, encoding="utf-8")
        _side_by_side([desk.picture for desk in desks], folder / TOGETHER)


def _side_by_side(files: list[Path], out: Path) -> None:
    pictures = [QImage(str(file)) for file in files]
    wide, high = pictures[0].width(), pictures[0].height()
    sheet = QImage(QSize(wide, len(pictures) * (high + _GAP) - _GAP), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#777777"))
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        painter.drawImage(0, place * (high + _GAP), picture)
    painter.end()
    sheet.save(str(out))
