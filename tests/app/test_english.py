"""Every screen in English: no Dutch word of the interface is left, and no word is cut off."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)

from lob_workbench.app import example_school
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.session import Session
from lob_workbench.app.tour.student_list import write_student_list
from lob_workbench.domain.terms import TERMS
from lob_workbench.features.conversations.operations import list_conversations
from lob_workbench.features.students.operations import list_students
from lob_workbench.paths import resources
from lob_workbench.people.preferences import LanguageChoice, change_preferences
from lob_workbench.people.rules import StudentFilter
from lob_workbench.ui import dialogs, language
from lob_workbench.ui.language import install_language
from tests.helpers.keyboard import letters_of_two
from tests.helpers.translations import ENGLISH_TS, read_texts
from tests.helpers.walking import Walk, walked

_FIELD = re.compile(r"\{[^{}]*\}")
SMALLEST = (1092, 614)


class Box(QObject):
    """Stands for a class with words of its own, and one that inherits them."""


class FirstScreen(Box):
    pass


class Special(FirstScreen):
    pass


@pytest.fixture
def english(qapp):
    install_language(qapp, "en")
    yield
    install_language(qapp, "nl")


# The language


def test_words_are_dutch_until_another_language_is_installed(qapp, english):
    assert FirstScreen().tr("Nieuw werkboek") == "New workbook"
    assert Special().tr("Nieuw werkboek") == "New workbook"
    assert QCoreApplication.translate("nav", "Vandaag") == "Today"
    install_language(qapp, "en")
    assert len(qapp.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly))
    install_language(qapp, "nl")
    assert FirstScreen().tr("Nieuw werkboek") == "Nieuw werkboek"


def test_another_language_is_refused(qapp):
    with pytest.raises(ValueError, match="'fy'"):
        install_language(qapp, "fy")


@pytest.mark.expect_log("the translation lob_en.qm cannot be read")
def test_without_the_translation_it_stays_dutch(qapp, monkeypatch, tmp_path):
    monkeypatch.setattr(language, "resources", lambda: tmp_path)
    install_language(qapp, "en")
    assert FirstScreen().tr("Nieuw werkboek") == "Nieuw werkboek"


# The screens


class Words:
    """Knows the Dutch words of the interface, and which of what stands in the window is Dutch."""

    def __init__(self) -> None:
        texts = read_texts(ENGLISH_TS)
        dutch = {shown(text.dutch) for text in texts} - {shown(text.english) for text in texts}
        self._whole = {words for words in dutch if not _FIELD.search(words)}
        self._parts = [
            re.compile(".+".join(map(re.escape, _FIELD.split(words))), re.DOTALL)
            for words in dutch
            # Around a field too few words could be anybody's: *{talk} om {time}*.
            if len(_FIELD.sub("", words)) >= 12
        ]
        self._known: dict[str, bool] = {}
        self._content = set(_strings_in_content())
        # The words that a school may call otherwise stand on the settings page: they are Dutch.
        self._content |= {form for term in TERMS.values() for form, _ in term.forms}
        # So the holidays of the example school are called.
        self._content.add("Herfstvakantie")

    def is_dutch(self, words: str) -> bool:
        # The same few hundred stand on page after page.
        if words not in self._known:
            bare = shown(words)
            self._known[words] = bare not in self._content and (
                bare in self._whole or any(part.fullmatch(bare) for part in self._parts)
            )
        return self._known[words]


def shown(words: str) -> str:
    return re.sub(r"&(.)", r"\1", words).replace("\u200b", "").strip()


def _strings_in_content() -> Iterator[str]:
    def within(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value.strip()
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                yield from within(part)

    for file in (resources() / "content").rglob("*.toml"):
        yield from within(tomllib.loads(file.read_text(encoding="utf-8")))


def words_in(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """All that can be read in the window, by eye or by a screen reader."""
    yield window, window.windowTitle()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        for words in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            yield widget, words
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget, widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from ((widget, widget.itemText(index)) for index in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from ((widget, widget.tabText(index)) for index in range(widget.count()))
        elif isinstance(widget, QTableView):
            model = widget.model()
            for column in range(model.columnCount()):
                yield widget, str(model.headerData(column, Qt.Orientation.Horizontal) or "")
                for row in range(min(model.rowCount(), 40)):
                    yield widget, str(model.index(row, column).data() or "")


def cut_off(window: QWidget) -> Iterator[str]:
    """Buttons and lines narrower than their words, and what must be scrolled sideways."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QPushButton) and widget.width() < widget.sizeHint().width():
            yield f"button {widget.text()!r}: {widget.width()} < {widget.sizeHint().width()}"
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
            needed = QFontMetrics(widget.font()).horizontalAdvance(shown(widget.text()))
            if needed > widget.width():
                yield f"label {widget.text()!r}: {widget.width()} < {needed}"
        if isinstance(widget, QAbstractScrollArea):
            beyond = widget.horizontalScrollBar().maximum()
            # A table keeps room for its headings and then scrolls sideways.
            if beyond > 0:
                yield f"{type(widget).__name__} {widget.accessibleName()!r}: {beyond} too narrow"


class Reading(Walk):
    """Remembers what is not English, is cut off, or has a letter that stands twice."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.words = Words()
        self.seen: set[str] = set()

    def look(self, place: str) -> None:
        self.settle()
        found = list(words_in(self.window))
        self.seen |= {shown(words) for _widget, words in found}
        dutch = {shown(words) for _widget, words in found if self.words.is_dutch(words)}
        self.problems += [f"{place}, still Dutch: {words!r}" for words in sorted(dutch)]
        self.problems += [f"{place}, cut off: {line}" for line in cut_off(self.window)]
        if self.window.width() > SMALLEST[0] or self.window.height() > SMALLEST[1]:
            self.problems.append(f"{place}, too large: {self.window.size().toTuple()}")
        both = letters_of_two(self.window)
        self.problems += [f"{place}, for two things: {line}" for line in both]


@pytest.fixture
def walk(qtbot, english, clock, recent):
    dialogs.forget_answers()
    with walked(MainWindow(clock, recent), SMALLEST) as window:
        qtbot.waitExposed(window)
        yield Reading(window)


def test_the_screens_before_a_workbook_are_english(walk, ready):
    walk.look("first screen")
    walk.window.show_new()
    walk.look("new workbook")
    walk.press("Next")
    walk.look("new workbook, mistakes")
    walk.window.show_restore()
    walk.look("restore")
    walk.press("Restore")
    walk.look("restore, mistakes")
    walk.window.show_first(ready.folder)
    walk.look("open")
    walk.window.show_recovery(ready.folder)
    walk.look("recovery")
    assert not walk.problems, "\n".join(walk.problems)
    assert {"New workbook", "Passphrase", "Choose a backup…", "Recovery code"} <= walk.seen


def test_the_pages_are_english(walk, school, clock, tmp_path):
    session = Session.open(school, passphrase=example_school.PASSPHRASE, clock=clock)
    with session.work() as work:
        change_preferences(work, {"language": LanguageChoice.ENGLISH})
        rows = list_students(work, StudentFilter()).rows
        student = max(rows, key=lambda row: row.facts.open_agreements).id
        talk = list_conversations(work)[0].id
    session.reload_preferences()
    walk.window.take_session(session)
    walk.look("today, first")
    for feature in walk.window.frame.reachable:
        walk.go(feature.name)
    walk.go("settings")
    for words in ("Change passphrase", "Make a new recovery code"):
        walk.press(words)
        walk.look(f"settings, {words}")
    walk.window.frame.show_help()
    walk.look("help")
    walk.window.frame.hide_help()
    walk.go("students")
    walk.window.frame.page.findChildren(QTableView)[0].selectRow(2)
    walk.look("students, one chosen")
    for tab in ("", "conversations", "life_skills", "badges"):
        walk.go("students", student, tab)
    walk.go("planning", None, "norms")
    walk.go("planning", None, "group")
    for view in ("matrix", "goals", "growth"):
        walk.go("life_skills", None, view)
    for page in ("skill_sets", "skill_workbook", "badges"):
        walk.go(page)
    for step in ("prepare", "hold", "record"):
        walk.go("conversations", student, step)
    walk.go("conversations", student, "prepare")
    walk.press("Talk card")
    walk.look("paper")
    walk.window.frame.hide_paper()
    for step in ("read", "correct"):
        walk.go("conversations", talk, step)
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
    assert "What do the columns of raadsel.csv hold?" in walk.seen
    assert {"Today", "Talk card", "Are you not listed?", "Locked"} <= walk.seen
