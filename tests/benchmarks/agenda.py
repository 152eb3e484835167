"""The week of a counsellor with 25 students: read and painted, and painted alone."""

from datetime import timedelta
from statistics import median
from time import perf_counter

from lob_workbench.app.tour.stage import application
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.clock import SystemClock
from lob_workbench.features.agenda import operations, operations_rooms
from lob_workbench.features.agenda.page_week import WeekView
from lob_workbench.features.agenda.rules import week_of
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import AppointmentDraft
from tests.benchmarks.desk import Desk, small_workbook
from tests.benchmarks.figures import Figure

STUDENTS = 25
REACH_MS = 100.0
_TIMES = ("08:40", "09:20", "10:15", "11:00", "13:30")


def agenda(runs: int, talks_each: int = 20) -> list[Figure]:
    """Medians, after a warm-up, in a window of 1366 × 768."""
    application()
    with small_workbook(STUDENTS, talks_each) as desk:
        monday, sunday = week_of(SystemClock().today() + timedelta(days=7))
        _plan_week(desk)
        view = WeekView(SystemClock())
        try:
            view.resize(1180, 600)
            whole, painted = [], []
            for run in range(runs + 1):
                begin = perf_counter()
                with desk.begin() as work:
                    shown = operations.read_agenda(work, monday, sunday)
                read = perf_counter()
                view.show_days(shown)
                view.grab()
                end = perf_counter()
                assert len(shown.appointments) >= STUDENTS
                if run:
                    whole.append(1000 * (end - begin))
                    painted.append(1000 * (end - read))
        finally:
            view.deleteLater()
    return [
        Figure(f"week of {STUDENTS} students → read and painted", median(whole), None, REACH_MS),
        Figure(f"week of {STUDENTS} students → painted", median(painted), None, REACH_MS),
    ]


def _plan_week(desk: Desk) -> None:
    """Every student once, five a day, in rooms."""
    monday, _ = week_of(SystemClock().today() + timedelta(days=7))
    room = new_id()
    with desk.begin() as work:
        operations_rooms.save_room(work, room, "Kamer 1", True)
    for place, student in enumerate(desk.students):
        with desk.begin() as work:
            operations.plan(
                work,
                AppointmentDraft(
                    id=new_id(),
                    student_id=student,
                    kind=ConversationKind.PROGRESS,
                    on=monday + timedelta(days=place % 5),
                    at=_TIMES[place // 5],
                    room_id=room,
                    subject="Hoe het gaat",
                ),
            )
