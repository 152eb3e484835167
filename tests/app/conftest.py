"""A real, cheap workbook for every test of the shell, and features that only the shell knows."""

import hashlib
import io
import shutil
import sys
import types
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from reportlab.pdfgen.canvas import Canvas

from lob_workbench.app import example_school
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right, Role
from lob_workbench.storage import away_drafts
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.server import ServerAddress, server_engine
from lob_workbench.storage.server_setup import (
    NewUser,
    initialise,
    one_time_password,
    verifier_for,
)
from lob_workbench.ui import dialogs
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.theme import ThemeMode, apply_theme

PASSPHRASE = "lampion kastanje fiets dinsdagmiddag"
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def paper(pages: int) -> bytes:
    """A PDF of some pages."""
    data = io.BytesIO()
    canvas = Canvas(data)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@dataclass(frozen=True)
class Ready:
    """A workbook on the disk and what opens it."""

    folder: Path
    passphrase: str
    recovery_code: str


@dataclass(frozen=True)
class MadeSchool:
    """A school made as `server init` makes it, to copy from: its administrator may log in."""

    database: str
    login: str
    password: str


@pytest.fixture(scope="session")
def made_school(strict_cluster):
    """Nobody stays connected to it: PostgreSQL copies from no database that is in use."""
    database = strict_cluster.create_database()
    engine = server_engine(ServerAddress(str(strict_cluster.folder), database, "postgres"))
    made = MadeSchool(database, f"bea.{database[-8:]}", one_time_password())
    first = NewUser(made.login, "Bea Bos", frozenset({Role.ADMINISTRATOR}))
    secret = verifier_for(engine, made.login, made.password)
    initialise(engine, "Het Voorbeeldcollege", "2026-2027", first, secret)
    engine.dispose()
    yield made
    strict_cluster.drop_database(database)


@pytest.fixture
def no_waiting_for_drafts(monkeypatch):
    """What this laptop keeps of a login gets a key at once; each login derives one for a second.

    For who tries something else: `tests/storage/test_local_drafts.py` tries that key.
    """

    def at_once(_folder, password, _cost=None):
        return hashlib.sha256(password.encode()).digest()

    monkeypatch.setattr(away_drafts, "key_from_password", at_once)


@pytest.fixture
def clock():
    return FixedClock(MONDAY)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "Werkboek"
    code = new_recovery_code()
    desk = NewDesk(
        folder,
        PASSPHRASE,
        code,
        "Mirjam Bakker",
        frozenset({Role.COUNSELLOR}),
        "Het Voorbeeldcollege",
        "2026-2027",
    )
    Session.create(desk, FixedClock(MONDAY), cost=CHEAP).close(backup=False)
    return Ready(folder, PASSPHRASE, code)


@pytest.fixture
def ready(made_once, tmp_path):
    folder = tmp_path / "Mijn werkboek"
    shutil.copytree(made_once.folder, folder)
    return Ready(folder, made_once.passphrase, made_once.recovery_code)


@pytest.fixture(scope="session")
def example_made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / "Voorbeeldschool"
    example_school.make(folder, FixedClock(MONDAY), cost=CHEAP)
    return folder


@pytest.fixture
def school(example_made_once, tmp_path):
    """The example school of a Monday, as a workbook of this test alone."""
    return shutil.copytree(example_made_once, tmp_path / "Voorbeeldschool")


@pytest.fixture
def example_session(school, clock):
    """The same, opened as the window does: when it closes, it is gone."""
    return Session.open(school, passphrase=example_school.PASSPHRASE, clock=clock, temporary=True)


class StandInPage(Page):
    """A page that writes down what the window asks of it."""

    help_topic = "students"

    def __init__(self, context, parent=None):
        super().__init__(parent, title=type(self).__name__)
        self.context = context
        self.opened, self.heard, self.calls = [], [], []
        self.lets_go = True
        self.field = QLineEdit(self)
        self.body.addWidget(self.field)
        for key in PageKey:
            self.offer(key, key.name, getattr(self, f"do_{key.name.lower()}"))

    def do_new(self):
        self.calls.append("new")

    def do_save(self):
        self.calls.append("save")

    def do_print(self):
        self.calls.append("print")

    def do_finish(self):
        self.calls.append("finish")

    def open(self, target):
        self.opened.append(target)

    def refresh(self, changes: Changes):
        self.heard.append(changes)

    def leave(self):
        self.calls.append("leave")
        return self.lets_go

    def clear(self):
        self.field.clear()
        self.calls.append("clear")


class FirstPage(StandInPage):
    pass


class SecondPage(StandInPage):
    pass


@pytest.fixture
def stand_ins(monkeypatch):
    """Features ``first`` and ``second``, one out of the list, and one for another role."""
    features = []
    for name, page in (("first", "FirstPage"), ("second", "SecondPage"), ("hidden", "FirstPage")):
        module = types.ModuleType(f"lob_workbench.features.{name}.page")
        vars(module).update(FirstPage=FirstPage, SecondPage=SecondPage)
        package = types.ModuleType(f"lob_workbench.features.{name}")
        package.__path__ = []
        monkeypatch.setitem(sys.modules, package.__name__, package)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        features.append(
            Feature(
                name=name,
                label=name.title(),
                icon="ph.house",
                right=Right.OPEN_WORKBENCH,
                page=f"page:{page}",
                in_navigation=name != "hidden",
            )
        )
    return tuple(features)


@pytest.fixture
def recent(tmp_path):
    return RecentWorkbooks(tmp_path / "settings" / "recent.json")


@pytest.fixture
def window(qtbot, qapp, clock, recent, stand_ins):
    """The window on its first screen; everything it started ends with the test."""
    dialogs.forget_answers()
    apply_theme(qapp, ThemeMode.LIGHT)
    window = MainWindow(clock, recent, stand_ins)
    window.begin()
    window.show()
    qtbot.waitExposed(window)
    yield window
    frame = window.frame
    if frame is not None and frame.page is not None:
        vars(frame.page)["lets_go"] = True
    window.close()
    assert window.errands.wait(20_000)
    assert not window.isVisible()
    assert dialogs.unused_answers() == 0
    window.deleteLater()


@pytest.fixture
def open_window(window, ready):
    """The window with the workbook open on its first page."""
    window.show_first(ready.folder)
    window.screen_shown.form.field.edit.setText(ready.passphrase)
    window.screen_shown.form.submit()
    # The first window of a process imports the heavy half of the product meanwhile.
    assert window.errands.wait(60_000)
    assert window.frame is not None
    return window
