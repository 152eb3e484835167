"""Dialogs can be answered by a test, never wait where nobody is, and read literally."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from lob_workbench.domain.errors import NotAllowed, WorkbenchError
from lob_workbench.ui import dialogs
from lob_workbench.ui.buttons import ButtonKind
from lob_workbench.ui.dialogs import DecisionDialog, DialogNotAnswered, answer_next
from lob_workbench.ui.errors import error_report, error_text


@pytest.fixture(autouse=True)
def no_answers(qapp):
    dialogs.forget_answers()
    yield
    assert dialogs.unused_answers() == 0
    dialogs.forget_answers()


def test_answers_come_in_order():
    answer_next(True)
    answer_next("b")
    answer_next("/tmp/lijst.csv")
    answer_next(None)
    answer_next(Path("/tmp"))
    answer_next(None)
    assert dialogs.ask(None, "Weggooien?", "Het gaat weg.", "Weggooien", danger=True) is True
    assert dialogs.choose(None, "Hoe?", "Kies.", [("a", "A"), ("b", "B")]) == "b"
    assert dialogs.open_file(None, "Lijst", "Lijst (*.csv)") == Path("/tmp/lijst.csv")
    assert dialogs.save_file(None, "Bewaar", "PDF (*.pdf)", Path("x.pdf")) is None
    assert dialogs.choose_folder(None, "Map") == Path("/tmp")
    dialogs.show_error(None, "Fout", "Er ging iets mis.", "rapport")
    assert dialogs.asked() == ("Weggooien?", "Hoe?", "Lijst", "Bewaar", "Map", "Fout")


@pytest.mark.parametrize(
    "open_one",
    [
        lambda: dialogs.ask(None, "t", "x", "ja"),
        lambda: dialogs.choose(None, "t", "x", [(1, "een")]),
        lambda: dialogs.show_error(None, "t", "x"),
        lambda: dialogs.open_file(None, "t", ""),
        lambda: dialogs.save_file(None, "t", "", Path("x")),
        lambda: dialogs.choose_folder(None, "t"),
    ],
)
def test_without_an_answer_it_raises_instead_of_waiting(open_one):
    with pytest.raises(DialogNotAnswered):
        open_one()


def press(key):
    """Press ``key`` in the dialog that opens next."""

    def now():
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog.focusWidget(), key)

    QTimer.singleShot(0, now)


@pytest.fixture
def real(monkeypatch):
    monkeypatch.setattr(dialogs, "_prepared", lambda title: False)


def test_a_real_decision_by_keyboard(real):
    press(Qt.Key.Key_Return)
    assert dialogs.ask(None, "Verder?", "Het gaat door.", "Verder") is True
    press(Qt.Key.Key_Escape)
    assert dialogs.ask(None, "Verder?", "Het gaat door.", "Verder") is False


def test_enter_does_not_destroy(real):
    press(Qt.Key.Key_Return)
    assert dialogs.ask(None, "Weg?", "Het gaat weg.", "Weggooien", danger=True) is False


def test_a_choice_by_keyboard(real):
    press(Qt.Key.Key_Return)
    assert dialogs.choose(None, "Hoe?", "Kies.", [("a", "A"), ("b", "B")]) == "a"
    press(Qt.Key.Key_Escape)
    assert dialogs.choose(None, "Hoe?", "Kies.", [("a", "A"), ("b", "B")]) is None


def test_the_report_can_be_copied(qtbot):
    dialog = DecisionDialog(None, "Fout", "Er ging iets mis.", report="module:3")
    qtbot.addWidget(dialog)
    dialog.add_button("Sluiten", ButtonKind.PRIMARY)
    dialog._copy_report()
    assert QGuiApplication.clipboard().text() == "module:3"


def test_what_a_dialog_says_is_literal(qtbot):
    dialog = DecisionDialog(None, "<b>x</b>", "<img src=/etc/passwd> & Jan <jan@x.example>")
    qtbot.addWidget(dialog)
    labels = dialog.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


class Named(WorkbenchError):
    message = "De groep {group} is vol."


def test_our_own_errors_say_what_they_mean():
    assert error_text(NotAllowed()) == "Dit hoort niet bij jouw rol."
    assert error_text(Named(group="PW2B")) == "De groep PW2B is vol."


def test_other_errors_stay_calm():
    assert "concept" in error_text(ValueError("Zoë is ziek"), saving=True)
    assert "Zoë" not in error_text(ValueError("Zoë is ziek"))


def test_a_report_names_no_person():
    try:
        try:
            raise KeyError("Zoë van 't Hart")
        except KeyError as inner:
            raise ValueError("notitie over Zoë") from inner
    except ValueError as outer:
        report = error_report(outer)
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "test_dialogs.py:" in report
    assert "Zoë" not in report
    assert str(Path.home()) not in report


def test_a_report_shows_where_in_the_product_and_ends():
    try:
        dialogs.choose_folder(None, "Map")
    except DialogNotAnswered as caught:
        loop: Exception = caught
    assert "lob_workbench/ui/dialogs.py:" in error_report(loop)
    other = ValueError()
    other.__context__ = loop
    loop.__cause__ = other
    assert error_report(loop).count("builtins.ValueError") == 1
