"""Everything by keyboard and by ear: a walk over every page and state of the example school."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QTableView

from lob_workbench.app import example_school
from lob_workbench.app.features import FEATURES
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.session import Session
from lob_workbench.app.tour.student_list import write_student_list
from lob_workbench.features.conversations.operations import list_conversations
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.ui import dialogs
from tests.helpers.keyboard import (
    letters_of_two,
    not_pressed_by_keys,
    out_of_order,
    out_of_reach,
    tab_round,
)
from tests.helpers.screen_reader import silences
from tests.helpers.walking import Walk, walked

SIZE = (1366, 768)


class Listening(Walk):
    """Remembers what cannot be heard or reached by keys."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.pressed: set[type] = set()

    def look(self, place: str) -> None:
        """Listen to all that is in sight, and go round by Tab in both directions."""
        self.settle()
        found = [f"silent: {words}" for words in silences(self.window)]
        self.window.activateWindow()
        stops = tab_round(self.window)
        back = tab_round(self.window, back=True)
        if set(back) != set(stops):
            found.append(f"Shift+Tab differs: {set(back) ^ set(stops)}")
        found += [f"order: {words}" for words in out_of_order(stops)]
        found += [f"not reached: {words}" for words in out_of_reach(self.window, stops)]
        found += [f"for two things: {words}" for words in letters_of_two(self.window)]
        buttons = [stop for stop in stops if isinstance(stop, QAbstractButton)]
        found += [f"keys: {words}" for words in not_pressed_by_keys(buttons, self.pressed)]
        self.problems += [f"{place}, {words}" for words in found]
        self.settle()


@pytest.fixture
def walk(qtbot, clock, recent):
    dialogs.forget_answers()
    with walked(MainWindow(clock, recent), SIZE) as window:
        qtbot.waitActive(window)
        yield Listening(window)


def test_the_screens_before_a_workbook(walk, ready):
    walk.look("first screen")
    walk.window.show_new()
    walk.look("new workbook")
    walk.press("Volgende")
    walk.look("new workbook, mistakes")
    walk.window.show_restore()
    walk.look("restore")
    walk.window.show_school()
    walk.look("school")
    walk.window.show_first(ready.folder)
    walk.look("open")
    walk.window.show_recovery(ready.folder)
    walk.look("recovery")
    assert not walk.problems, "\n".join(walk.problems)


def test_the_pages(walk, school, clock, tmp_path):
    session = Session.open(school, passphrase=example_school.PASSPHRASE, clock=clock)
    with session.work() as work:
        rows = list_students(work, StudentFilter()).rows
        student = max(rows, key=lambda row: row.facts.open_agreements).id
        talk = list_conversations(work)[0].id
    walk.window.take_session(session)
    walk.look("today, first")
    for feature in FEATURES:
        if feature.page and session.actor.may(feature.right):
            walk.go(feature.name)
    walk.go("settings")
    for words in ("Wachtwoordzin wijzigen", "Nieuwe herstelcode maken"):
        walk.press(words)
        walk.look(f"settings, {words}")
    walk.window.frame.show_help()
    walk.look("help")
    walk.window.frame.hide_help()
    walk.go("students")
    walk.window.frame.page.findChildren(QTableView)[0].selectRow(2)
    walk.look("students, one chosen")
    for tab in ("", "conversations", "life_skills", "badges", "placements"):
        walk.go("students", student, tab)
    for detail in ("norms", "group"):
        walk.go("planning", None, detail)
    for view in ("matrix", "goals", "growth"):
        walk.go("life_skills", None, view)
    for step in ("prepare", "hold", "record"):
        walk.go("conversations", student, step)
    for step in ("read", "correct"):
        walk.go("conversations", talk, step)
    for page, entity, detail in (
        ("questions", None, "new"),
        ("planning", None, "norms"),
        ("agenda", student, "plan"),
        ("badges", None, "verify"),
    ):
        walk.go(page, entity, detail)
    walk.go("life_skills", None, "goals")
    walk.press("Nieuwe afspraak")
    walk.look("life_skills, new agreement")
    walk.go("student_import")
    page = walk.window.frame.page
    puzzle = tmp_path / "raadsel.csv"
    puzzle.write_text("Raadsel;Iemand\n0421001;Zoë van 't Hart\n", encoding="utf-8")
    page.take_file(puzzle)
    walk.look("import, columns")
    page.take_file(write_student_list(tmp_path / "lijst.csv", clock.today(), 12))
    walk.look("import, check")
    page.finish()
    walk.look("import, mentor")
    walk.window.lock()
    walk.look("locked")
    assert not walk.problems, "\n".join(walk.problems)
