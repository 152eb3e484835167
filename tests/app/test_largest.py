"""In the largest letters no word is cut off on the smallest screen."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from lob_workbench.app import example_school
from lob_workbench.app.look import Look, put_on
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.session import Session
from lob_workbench.domain.contributions import Target
from lob_workbench.features.conversations.operations import list_conversations
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.preferences import TextChoice, change_preferences
from lob_workbench.people.rules import StudentFilter
from lob_workbench.ui.theme import ThemeMode
from tests.app.test_english import SMALLEST, cut_off
from tests.helpers.walking import Walk, walked

MATRIX = "Matrix van life skills"
"""Twenty-five columns: in large letters the matrix scrolls sideways, or a route leaves some out."""

PAGES = ("today", "students", "conversations", "planning", "agenda", "settings", "badges")


@pytest.fixture
def window(qtbot, qapp, clock, recent):
    with walked(MainWindow(clock, recent), SMALLEST) as window:
        qtbot.waitExposed(window)
        yield window
    put_on(qapp, Look(ThemeMode.LIGHT))


def torn(window):
    """Words wider than the text that they stand in."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            metrics = QFontMetrics(label.font())
            for word in label.text().replace("\u200b", " ").split():
                if metrics.horizontalAdvance(word) > label.width() + 1:
                    yield f"word {word!r}: {label.width()}"


def test_nothing_is_cut_off_in_the_largest_letters(window, school, clock):
    session = Session.open(school, passphrase=example_school.PASSPHRASE, clock=clock)
    with session.work() as work:
        change_preferences(work, {"text_size": TextChoice.LARGEST})
        rows = list_students(work, StudentFilter()).rows
        student = max(rows, key=lambda row: row.facts.open_agreements).id
        talk = list_conversations(work)[0].id
    session.reload_preferences()
    window.take_session(session)
    walk = Walk(window)
    places = [
        *((page, None, "") for page in PAGES),
        *(("students", student, tab) for tab in ("", "conversations", "life_skills", "badges")),
        *(("life_skills", None, view) for view in ("matrix", "goals", "growth")),
        *(("conversations", student, step) for step in ("prepare", "hold", "record")),
        ("conversations", talk, "read"),
    ]
    problems = []
    for place in places:
        window.frame.go(Target(*place))
        walk.settle()
        problems += [
            f"{place}: {line}" for line in (*cut_off(window), *torn(window)) if MATRIX not in line
        ]
        if window.size().toTuple() != SMALLEST:
            problems.append(f"{place}: {window.size().toTuple()}")
    window.lock()
    walk.settle()
    problems += [f"locked: {line}" for line in (*cut_off(window), *torn(window))]
    assert not problems, "\n".join(problems)
