"""The pictures at a school: what each role sees of it, on a server of the tour's own.

The server is started once; each size, in its process, logs in again with what stands in ``FACTS``.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.app.live_changes import LiveChanges
from lob_workbench.app.local_server import NoServer
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.session import Session
from lob_workbench.app.tour.desk import NOTE
from lob_workbench.app.tour.school import (
    ADMINISTRATOR,
    COUNSELLOR,
    DATABASE,
    SECOND_LINE,
    TEAM_LEADER,
    Person,
    TourSchool,
    running_school,
)
from lob_workbench.app.tour.shots import Size
from lob_workbench.app.tour.shots_school import FULL, PASSPHRASE, list_of
from lob_workbench.app.tour.stage import Stage, application, take_down
from lob_workbench.app.tour.student_list import owner_in_a_list
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.contributions import Target
from lob_workbench.features.confidential import operations as confidential
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.features.conversations.operations import (
    list_conversations,
    prepare_correction,
    record,
)
from lob_workbench.features.conversations.page_compare import CompareView
from lob_workbench.people.preferences import ThemeChoice, change_preferences
from lob_workbench.people.queries import get_student, list_students
from lob_workbench.people.records import Student
from lob_workbench.people.rules import StudentFilter, StudentView
from lob_workbench.storage.base import new_id
from lob_workbench.storage.server import ServerAddress
from lob_workbench.ui.theme import ThemeMode, apply_theme

FACTS: Final = "school.json"
_WAITING: Final = 2
"""So many students of the workbook wait for the team leader in every picture."""


@contextmanager
def school_for_pictures(place: Path) -> Iterator[str]:
    """A filled school as long as this lasts; gives a line that says so, or why there is none."""
    with ExitStack() as stack:
        try:
            school = stack.enter_context(running_school(SystemClock()))
        except NoServer as missing:
            yield f"  zonder de beelden van een school: {missing}"
            return
        student = _fill(school, place)
        facts = {
            "host": str(school.server.folder),
            "passwords": school.passwords,
            "student": str(student),
        }
        (place / FACTS).write_text(json.dumps(facts), encoding="utf-8")
        yield "  een school op een eigen PostgreSQL-server"


def _fill(school: TourSchool, place: Path) -> UUID:
    """Students, talks, somebody who reads along, a restricted note; who the pictures are about."""
    with tempfile.TemporaryDirectory(prefix="lob-shots-") as copy:
        workbook = Path(copy) / FULL
        shutil.copytree(place / FULL, workbook)
        students, chosen = _own_students(workbook, school.clock)
        waiting = [each.number for each in students if each.number != chosen.number][:_WAITING]
        listed = [each for each in students if each.number not in waiting]
        school.list_students(list_of(listed, owner_in_a_list()))
        school.bring(workbook, PASSPHRASE)
    with school.as_person(COUNSELLOR) as session, session.work() as work:
        number = Student.number == chosen.number
        student = work.session.scalars(sa.select(Student.id).where(number)).one()
    school.share(student, SECOND_LINE)
    with school.as_person(SECOND_LINE) as session, session.work() as work:
        confidential.record(work, NoteDraft(new_id(), student, NOTE))
    return student


def _own_students(workbook: Path, clock: Clock) -> tuple[list[StudentView], StudentView]:
    """All of them, and the one with most talks."""
    session = Session.open(workbook, passphrase=PASSPHRASE, clock=clock)
    try:
        with session.work() as work:
            students = [get_student(work, row.id) for row in list_students(work, StudentFilter())]
        with session.work() as work:
            numbers = [row.student_id for row in list_conversations(work)]
    finally:
        session.close(backup=False)
    return students, max(students, key=lambda each: (numbers.count(each.id), each.number))


def draw_school(size: Size, theme: str, place: Path, out: Path) -> None:
    """All roles in one size and theme; nothing where no school was started."""
    if not (place / FACTS).exists():
        return
    facts = json.loads((place / FACTS).read_text("utf-8"))
    apply_theme(application(), ThemeMode(theme))
    for person in (COUNSELLOR, SECOND_LINE, TEAM_LEADER, ADMINISTRATOR):
        with tempfile.TemporaryDirectory(prefix="lob-shots-") as settings:
            address = ServerAddress(facts["host"], DATABASE, person.login)
            password = facts["passwords"][person.login]
            session = SchoolSession.connect(address, password, SystemClock())
            with session.work() as work:
                change_preferences(work, {"theme": ThemeChoice(theme)})
            session.reload_preferences()
            window = MainWindow(recent=RecentWorkbooks(Path(settings) / "recent.json"))
            window.resize(size.width, size.height)
            window.take_session(session)
            try:
                with Stage(window, out).open() as stage:
                    scenes = SchoolScenes(stage, session, UUID(facts["student"]))
                    scenes.prefix = f"{size.name}-{theme}-school-{person.title.replace(' ', '-')}"
                    for name, act in scenes.of(person):
                        with stage.step(f"{size.name} {theme}: {person.title}, {name}"):
                            act()
                            scenes.shot(name)
            finally:
                take_down(window)


class SchoolScenes:
    """What one person of the school sees; each scene ends where its picture is taken."""

    prefix = ""

    def __init__(self, stage: Stage, session: SchoolSession, student: UUID) -> None:
        self.stage = stage
        self.session = session
        self.student = student

    def of(self, person: Person) -> tuple[tuple[str, Callable[[], None]], ...]:
        """The scenes of this person, in their order."""
        if person is COUNSELLOR:
            return (
                ("vandaag", self.today),
                ("student", self.story),
                ("inzage", self.access),
                ("inzage-laten-meelezen", self.let_in),
                ("instellingen", self.settings),
                ("twee-versies", self.two_versions),
                ("geen-verbinding", self.no_line),
            )
        if person is SECOND_LINE:
            return (
                ("vandaag", self.today),
                ("student", self.story),
                ("vertrouwelijk", self.notes),
            )
        if person is TEAM_LEADER:
            return (
                ("vandaag", self.today),
                ("studenten", self.students),
                ("student", self.story),
                ("nieuwe-studenten", self.arrivals),
            )
        return (("vandaag", self.today), ("inlezen", self.import_list))

    def shot(self, name: str) -> None:
        """Keep a picture."""
        self.stage.shoot_as(f"{self.prefix}-{name}")

    def go(self, page: str, entity: UUID | None = None, detail: str = "") -> None:
        """To a place in the window."""
        frame = self.stage.window.frame
        assert frame is not None, "somebody logged in"
        frame.go(Target(page, entity, detail))
        self.stage.settle()

    def today(self) -> None:
        """The first page."""
        self.go("today")

    def students(self) -> None:
        """The list."""
        self.go("students")

    def import_list(self) -> None:
        """Student lists are the administrator's work."""
        self.go("student_import")

    def story(self) -> None:
        """The page of the student."""
        self.go("students", self.student)

    def access(self) -> None:
        """Who may read, and who did."""
        self.go("students", self.student, "access")

    def let_in(self) -> None:
        """The form that asks a colleague in."""
        self.stage.press("Iemand laten meelezen")

    def settings(self) -> None:
        """With one's own password at school."""
        self.go("settings")

    def notes(self) -> None:
        """Restricted notes, with one."""
        self.go("students", self.student, "confidential")

    def arrivals(self) -> None:
        """Who waits for the team leader."""
        self.go("arrivals")

    def two_versions(self) -> None:
        """A correction meets another one, made at another desk meanwhile."""
        stage = self.stage
        with self.session.work() as work:
            talk = list_conversations(work, self.student)[0].id
        self.go("conversations", talk, "correct")
        with self.session.work() as work:
            other = prepare_correction(work, talk).draft
        with self.session.work() as work:
            summary = "Een kort gesprek, vooral over de open dag en over wat er thuis speelt."
            record(work, replace(other, id=new_id(), summary=summary, reason="Aangevuld"))
        stage.enter("Wat is er anders, en waarom?", "De datum van het bezoek klopte niet")
        stage.click(stage.field("Waar ging het over?"))
        stage.key("Ctrl+A")
        stage.type("Een kort gesprek, vooral over de open dag. Het bezoek is op donderdag.")
        stage.key("Ctrl+Return")
        view = stage.window.findChild(CompareView)
        stage.until(
            lambda: view is not None and view.isVisible(), "de twee versies komen niet in beeld"
        )

    def no_line(self) -> None:
        """The line is gone."""
        live = self.stage.window.findChild(LiveChanges)
        assert live is not None, "a school has a line"
        live.line_changed.emit(False)
