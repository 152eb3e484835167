"""The stage of a tour: a window without a screen, and hands that type and click in it."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Final, TypeVar

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLocale,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from lob_workbench.app.live_changes import LiveChanges
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.tour.find import find_all
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.ui import dialogs
from lob_workbench.ui.jobs import place_of
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.pdf_view import PdfView
from lob_workbench.ui.theme import ThemeMode, apply_theme

W = TypeVar("W", bound=QWidget)
R = TypeVar("R")

STEP_SECONDS: Final = 30.0
FAILED_PICTURE: Final = "fout.png"
_LOOK_EVERY_MS: Final = 10
_NO_SCREEN: Final = "This plugin does not support"


class TourFailed(WorkbenchError):
    """A step of the tour did not come to its end; the picture shows where it stood."""

    message = "De tour kwam niet verder bij ‘{step}’: {reason} (zie {picture})"


def application() -> QApplication:
    """The application of this process, in light whatever the machine prefers."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        qInstallMessageHandler(_pass_on)
        QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        app = QApplication(["lob-werkbank"])
        app.setApplicationName("lob-werkbank")
    apply_theme(app, ThemeMode.LIGHT)
    return app


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """What Qt says, but not that a list that pops up has no screen to come forward on."""
    if not words.startswith(_NO_SCREEN):
        print(words, file=sys.stderr)


class Stage:
    """Works the window by what is in sight. Every step has its time, and a limit to it.

    ``pictures`` is the folder of the numbered pictures. A limit that is passed, a dialog that
    nobody answers or an error in a slot ends the tour as ``TourFailed``.
    """

    def __init__(self, window: MainWindow, pictures: Path) -> None:
        self.window = window
        self.pictures = pictures
        self.seconds: dict[str, float] = {}
        self._step = ""
        self._deadline = 0.0
        self._number = 0
        self._problem = ""
        self._pulse = QTimer()
        self._pulse.setInterval(_LOOK_EVERY_MS)

    @contextmanager
    def open(self) -> Iterator["Stage"]:
        """Show the window for the time of the play, and hear of what goes wrong in it."""
        before, sys.excepthook = sys.excepthook, self._hear
        dialogs.forget_answers()
        self._pulse.start()
        self.window.show()
        try:
            yield self
        finally:
            self._pulse.stop()
            sys.excepthook = before
            dialogs.forget_answers()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step of the story, of at most ``STEP_SECONDS``."""
        self._step, started = name, monotonic()
        self._deadline = started + STEP_SECONDS
        try:
            yield
            self.settle()
        except TourFailed:
            raise
        except WorkbenchError:
            self._picture(self.pictures / FAILED_PICTURE)
            raise
        except Exception as error:
            kind, place = type(error).__name__, place_of(error.__traceback__)
            raise self.failure(f"{kind} bij {place}: {error}") from error
        self.seconds[name] = round(monotonic() - started, 2)

    def failure(self, reason: str) -> TourFailed:
        """The error that ends this step, after taking a picture of where it stands."""
        picture = self.pictures / FAILED_PICTURE
        self._picture(picture)
        return TourFailed(step=self._step, reason=reason, picture=picture)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let the window live until ``condition``; ``what`` is said when it never comes."""
        while True:
            self._live()
            if self._problem:
                problem, self._problem = self._problem, ""
                raise self.failure(problem)
            if condition():
                return
            if monotonic() > self._deadline:
                raise self.failure(f"na {STEP_SECONDS:.0f} s wachten: {what}")

    def settle(self) -> None:
        """Wait until nothing is being worked on, and what came of it stands on the screen."""
        while True:
            self.until(self._is_quiet, "het werk op de achtergrond is niet klaar")
            for _ in range(3):  # layout and painting, after which something may be asked
                self._live(wait=False)
            if self._is_quiet():
                return

    def _is_quiet(self) -> bool:
        jobs = self.window.jobs
        return not self.window.errands.busy and (jobs is None or not jobs.busy)

    def _live(self, *, wait: bool = True) -> None:
        flags = QEventLoop.ProcessEventsFlag.AllEvents
        if wait:
            flags |= QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        QCoreApplication.processEvents(flags)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error in a slot goes past whoever caused it, straight to the hook."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._problem = self._problem or f"{kind.__name__} bij {place_of(trace)}: {error}"

    # Looking

    def see(
        self,
        kind: type[W],
        name: str,
        *,
        within: QWidget | None = None,
        start: bool = False,
        nth: int = 0,
    ) -> W:
        """The widget that is called ``name`` (or begins so), as soon as it is in sight."""
        found: list[W] = []

        def look() -> bool:
            found[:] = find_all(kind, name, within or self.window, start=start)
            return len(found) > nth

        self.until(look, f"‘{name}’ is niet in beeld")
        return found[nth]

    def field(self, name: str, *, within: QWidget | None = None, nth: int = 0) -> QWidget:
        """What one types in; its label, which may bear the same name, stands above it."""
        found: list[QWidget] = []

        def look() -> bool:
            named = find_all(QWidget, name, within or self.window)
            found[:] = [
                widget for widget in named if isinstance(widget, QLineEdit | QPlainTextEdit)
            ]
            return len(found) > nth

        self.until(look, f"het veld ‘{name}’ is niet in beeld")
        return found[nth]

    def sees(self, kind: type[W], name: str, *, start: bool = False) -> bool:
        """Whether something called ``name`` is in sight now."""
        return bool(find_all(kind, name, self.window, start=start))

    def read(self, part: str) -> str:
        """The text in sight that has ``part`` in it, as soon as there is one."""
        found: list[str] = []

        def look() -> bool:
            labels = find_all(QLabel, "", self.window, start=True)
            found[:] = [label.text() for label in labels if part in label.text()]
            return bool(found)

        self.until(look, f"‘{part}’ staat nergens")
        return found[0]

    # Doing

    def press(
        self, name: str, *, within: QWidget | None = None, start: bool = False, nth: int = 0
    ) -> None:
        """Click a button, a box or a step."""
        button = self.see(QAbstractButton, name, within=within, start=start, nth=nth)
        self.until(lambda: not shiboken6.isValid(button) or button.isEnabled(), f"‘{name}’ is uit")
        self.click(button)

    def click(self, widget: QWidget) -> None:
        """Click in the middle, after bringing it into sight; a table row: see the table."""
        self._bring_into_sight(widget)
        target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def enter(self, name: str, text: str, *, within: QWidget | None = None, nth: int = 0) -> None:
        """Click in the field that is called ``name`` and type."""
        self.click(self.field(name, within=within, nth=nth))
        self.type(text)

    def replace(self, name: str, text: str) -> None:
        """As ``enter``, over what stands in the field."""
        self.enter(name, "")
        self.key("Ctrl+A")
        self.type(text)

    def pick(self, name: str, words: str, *, within: QWidget | None = None, nth: int = 0) -> None:
        """Choose ``words`` in the drop-down that is called ``name``, by the arrow keys."""
        choice = self.see(QComboBox, name, within=within, nth=nth)
        self._bring_into_sight(choice)
        choice.setFocus(Qt.FocusReason.TabFocusReason)
        # Down from where it stands, and what is not there may stand above it.
        for key in ("Down", "Up"):
            while choice.currentText() != words:
                before = choice.currentIndex()
                self.key(key)
                if choice.currentIndex() == before:
                    break
        if choice.currentText() != words:
            raise self.failure(f"‘{words}’ staat niet bij ‘{name}’")

    def type(self, text: str) -> None:
        """Type where the focus is, sign by sign; a new line is the Enter key.

        ``QTest.keyClicks`` knows Latin-1 only, and names do not.
        """
        for sign in text:
            focus = QApplication.focusWidget()
            if focus is None:
                raise self.failure("er is geen veld om in te typen")
            key = Qt.Key.Key_Return if sign == "\n" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
                QCoreApplication.sendEvent(focus, event)
        self._live(wait=False)

    def key(self, sequence: str) -> None:
        """Press one key or combination, such as ``Ctrl+Return``, where the focus is."""
        combination = QKeySequence(sequence)[0]  # type: ignore[index]
        # A list that pops up under a field hears the keys first.
        popup = QApplication.activePopupWidget()
        focus = popup or QApplication.focusWidget() or self.window
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())
        self.settle()

    def scroll_up(self) -> None:
        """Bring the beginning of everything that scrolls back into sight."""
        for bar in self._bars():
            bar.setValue(bar.minimum())
        self.settle()

    def scroll_down(self) -> None:
        """Bring the end of everything that scrolls into sight."""
        for bar in self._bars():
            bar.setValue(bar.maximum())
        self.settle()

    def _bars(self) -> list[QScrollBar]:
        areas = self.window.findChildren(QScrollArea)
        return [area.verticalScrollBar() for area in areas if area.isVisible()]

    def choose_row(self, table: "TableView[R]", row: R) -> None:
        """Click on a row of a table."""
        index = table.rows_model.index(table.rows_model.rows.index(row), 0)
        table.scrollTo(index)
        spot = table.visualRect(index).center()
        button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.viewport(), button, no_key, spot)
        self.settle()

    def _bring_into_sight(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
        self._live(wait=False)

    # Keeping

    def count_from(self, number: int) -> None:
        """Number the next pictures after ``number``, unless they are further already."""
        self._number = max(self._number, number)

    def shoot(self, name: str) -> Path:
        """Keep a numbered picture of the window."""
        self._number += 1
        return self.shoot_as(f"{self._number:02}-{name}")

    def shoot_as(self, name: str) -> Path:
        """Keep a picture under exactly this name."""
        file = self.pictures / f"{name}.png"
        self.settle()
        self._picture(file)
        return file

    def paper(self) -> PdfView:
        """The PDF in the window, when its first page is drawn."""
        found: list[PdfView] = []

        def look() -> bool:
            found[:] = [view for view in self.window.findChildren(PdfView) if view.isVisible()]
            return bool(found) and is_drawn(found[0])

        self.until(look, "het papier is niet in beeld")
        return found[0]

    def save_paper(self, file: Path) -> None:
        """Save the PDF in sight by its own button."""
        view = self.paper()
        dialogs.answer_next(file)
        self.press("Bewaren als…", within=view)
        self.until(file.is_file, f"{file.name} is niet bewaard")

    def _picture(self, file: Path) -> None:
        if shiboken6.isValid(self.window):
            self.window.grab().save(str(file))


def take_down(window: MainWindow) -> None:
    """End what runs, also when the play broke off halfway."""
    if not shiboken6.isValid(window):
        return
    if window.session is not None:
        if window.jobs is not None:
            window.jobs.stop()
        # It tells the window what it hears, so it ends before the window does.
        for live in window.findChildren(LiveChanges):
            live.stop()
        window.session.close(backup=False)
    window.errands.stop()
    window.hide()
    window.deleteLater()


def is_drawn(view: PdfView) -> bool:
    """Whether there is ink on the paper: pages are drawn beside the window, a moment later."""
    picture = view.grab().toImage()
    # The middle of the view is always paper, and what is on it has more than a few greys.
    across = range(picture.width() // 4, picture.width() * 3 // 4, 3)
    down = range(picture.height() // 5, picture.height() * 4 // 5, 3)
    seen = {picture.pixel(x, y) for y in down for x in across}
    return len(seen) > 40


def write_json(file: Path, content: object) -> None:
    """Write ``content`` as a person would like to read it."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    file.write_text(text, encoding="utf-8")
