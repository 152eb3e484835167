"""Ctrl+K: one field over whichever page is there, which finds everything while one types.

Students show at once; words of talks and agreements after a short pause where they are long, or
where a school's server is asked. Enter goes there, Esc closes, and the focus returns.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from lob_workbench.app.frame import Frame
from lob_workbench.app.quick_capture import QuickCapture
from lob_workbench.app.search_asking import Asking
from lob_workbench.app.search_commands import Commands
from lob_workbench.app.search_list import ResultList
from lob_workbench.app.search_rows import (
    MORE,
    MOST,
    Group,
    Row,
    agreement_rows,
    grouped,
    student_rows,
    talk_rows,
)
from lob_workbench.domain.rights import Right
from lob_workbench.features.search.rules import asked_words
from lob_workbench.ui.buttons import is_enter
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.theme import TextSize, space, text_width

KEYS: Final = "Ctrl+K"
HELP_TOPIC: Final = "search"
_LONG_WORD = 5
_PAUSE_MS = 120
_SCHOOL_PAUSE_MS = 200
_PATIENCE_MS = 60
_LIMIT = 200


class SearchCard(QFrame):
    """The field and what was found; ``closed`` when the reader has had enough."""

    closed = Signal()
    chosen = Signal(object)

    def __init__(self, context: PageContext, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        from lob_workbench.features.search import operations

        self.setProperty("kind", "card")
        self.setObjectName("search_box")
        self.setAccessibleName(self.tr("Zoeken"))
        self._context = context
        self._commands = commands
        self._entering = self._moved = False
        self._most = dict.fromkeys(Group, MOST)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show)
        may = context.actor.may
        self._pause_at_school = _SCHOOL_PAUSE_MS if context.care.shared else 0
        reads = may(Right.READ_TALKS)
        self.students = self._asking(
            operations.find_students if may(Right.READ_STUDENTS) else None, self._no_pause
        )
        self.talks = self._asking(operations.find_talks if reads else None, self._pause_of)
        self.agreements = self._asking(
            operations.find_agreements if reads else None, self._pause_of
        )
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(_LIMIT)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("Zoeken in alles"))
        self.edit.setPlaceholderText(
            self.tr("Naam, nummer, woord uit een gesprek, pagina of opdracht")
            if reads
            else self.tr("Naam, nummer, pagina of opdracht")
        )
        self.edit.textChanged.connect(self._typed)
        self.list = ResultList(self)
        self.list.chosen.connect(self._take)
        self.note = Paragraph("", self, ink="muted")
        self.hint = Paragraph(
            self.tr("↑ en ↓ kiezen, Enter gaat erheen, Esc sluit, F1 legt uit."),
            self,
            size=TextSize.SMALL,
            ink="muted",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(3), space(3), space(2))
        column.setSpacing(space(2))
        column.addWidget(self.edit)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addWidget(Line(self))
        column.addWidget(self.hint)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)

    def _asking(self, operation: object, pause: object) -> Asking:
        asking = Asking(self._context, operation, pause, self)  # type: ignore[arg-type]
        asking.changed.connect(self._show)
        asking.failed.connect(self._fail)
        return asking

    def begin(self) -> None:
        """Nothing typed yet."""
        self.edit.clear()
        self._typed("")
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Forget what was typed and found."""
        for asking in (self.students, self.talks, self.agreements):
            asking.forget()
        self._patience.stop()
        self._entering = False
        self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(False)
        self.edit.setAccessibleDescription("")
        self.note.clear()
        self.list.set_rows((), keep=False)

    @property
    def busy(self) -> bool:
        """Whether something that belongs to these words is still to come."""
        return any(asking.busy for asking in (self.students, self.talks, self.agreements))

    def room_wanted(self) -> int:
        """The height at which nothing scrolls."""
        margins = self.contentsMargins()
        fixed = self.edit.sizeHint().height() + self.hint.sizeHint().height() + space(12)
        note = self.note.sizeHint().height() + space(2) if self.note.isVisibleTo(self) else 0
        return fixed + note + self.list.needed_height() + margins.top() + margins.bottom()

    def _typed(self, text: str) -> None:
        self._entering = self._moved = False
        self._most = dict.fromkeys(Group, MOST)
        words = " ".join(asked_words(text))
        self.students.ask(text)
        self.talks.ask(words)
        self.agreements.ask(words)
        if self.busy:
            # The answer is there in a moment: not twice a list for each letter.
            self._patience.start(_PATIENCE_MS)
        else:
            self._show()

    def _no_pause(self, _typed: str) -> int:
        return 0

    def _pause_of(self, words: str) -> int:
        """Words that the index has whole in its short parts are found at once."""
        if self._pause_at_school:
            return self._pause_at_school
        return _PAUSE_MS if any(len(word) > _LONG_WORD for word in words.split()) else 0

    def _show(self) -> None:
        self._patience.stop()
        today = self._context.clock.today()
        typed = self.edit.text()
        pages, commands = self._commands.pages(typed), self._commands.commands(typed)
        rows = [
            *grouped(Group.STUDENTS, student_rows(self.students.found)),
            *grouped(Group.TALKS, talk_rows(self.talks.found, today)),
            *grouped(Group.AGREEMENTS, agreement_rows(self.agreements.found, today)),
            *grouped(Group.PAGES, pages),
            *grouped(Group.COMMANDS, commands),
        ]
        self.list.set_rows(rows, keep=self._moved)
        nothing = not rows and not self.busy
        self.list.setVisible(bool(rows))
        self.note.setVisible(nothing)
        if nothing:
            self.note.setText(
                self.tr("Niets gevonden. Typ het begin van een naam of van een woord.")
            )
        self._tell_current()
        self._resize()
        if self._entering and not self.students.busy:
            self._enter()

    def _resize(self) -> None:
        self.updateGeometry()
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _fail(self, error: Exception) -> None:
        self.note.setText(error_text(error))
        self.note.show()

    def _tell_current(self) -> None:
        """The focus stays in the field, so the field says which row is chosen."""
        row = self.list.current_row()
        self.edit.setAccessibleDescription("" if row is None else row.words)

    def _enter(self) -> None:
        """Take the chosen row; of words that were typed just now, once the answer is there."""
        if self.students.busy and not self._moved:
            self._entering = True
            return
        self._entering = False
        row = self.list.current_row()
        if row is not None:
            self._take(row)

    def _take(self, row: Row) -> None:
        if row.more is None:
            self.chosen.emit(row)
            return
        asking = {
            Group.STUDENTS: self.students,
            Group.TALKS: self.talks,
            Group.AGREEMENTS: self.agreements,
        }[row.more]
        self._most[row.more] += MORE
        # Where the line was, the first of those that are new will be.
        self._moved = True
        asking.ask_more(self._most[row.more])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._moved = True
                self.list.step(steps[Qt.Key(event.key())])
                self._tell_current()
                return True
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self._moved = True
                for _ in range(MOST):
                    self.list.step(1 if event.key() == Qt.Key.Key_PageDown else -1)
                self._tell_current()
                return True
            if is_enter(event):
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No key goes on to the page behind.
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()


class SearchBox(QObject):
    """Belongs to ``frame`` and ends with it; the card is made when first asked for."""

    def __init__(
        self, context: PageContext, frame: Frame, capture: QuickCapture | None = None
    ) -> None:
        super().__init__(frame)
        self._context = context
        self._frame = frame
        self._commands = Commands(context, frame, capture)
        self._asked: QWidget | None = None
        self.card: SearchCard | None = None
        shortcut = QShortcut(QKeySequence(KEYS), frame)
        shortcut.activated.connect(self.open)
        frame.top_bar.search_asked.connect(self.open)
        frame.guests.append(self)
        frame.leaving.connect(self._clear)

    def open(self) -> None:
        """Show the box over the page; where it is open already, choose all that was typed."""
        card = self._made()
        if card.isVisible():
            card.edit.setFocus()
            card.edit.selectAll()
            return
        self._asked = QApplication.focusWidget()
        card.show()
        card.raise_()
        card.begin()
        self._place()
        self._frame.topic_over = HELP_TOPIC
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def leave(self) -> bool:
        """The window goes elsewhere: nothing is lost by closing."""
        self._hide()
        self._asked = None
        return True

    def close(self) -> None:
        """Away, and the focus back to where it was."""
        self._hide()
        asked, self._asked = self._asked, None
        self._frame.focus_again(asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shape = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if event.type() in shape and self.card is not None and self.card.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _made(self) -> SearchCard:
        if self.card is None:
            self.card = SearchCard(self._context, self._commands, self._frame)
            self.card.hide()
            self.card.closed.connect(self.close)
            self.card.chosen.connect(self._go)
            self.card.installEventFilter(self)
            self._frame.installEventFilter(self)
        return self.card

    def _go(self, row: Row) -> None:
        # A command works where the focus was, and its page may put the focus elsewhere.
        self.close()
        if row.target is not None:
            self._frame.go(row.target)
        elif row.deed is not None:
            row.deed()

    def _place(self) -> None:
        """At the top in the middle of what lies right of the navigation."""
        card, frame = self.card, self._frame
        assert card is not None
        left, top = frame.navigation.width(), space(3)
        room = frame.width() - left
        width = min(text_width(frame, 92), room - 2 * space(6))
        height = min(card.room_wanted(), frame.height() - top - space(8))
        shape = (left + (room - width) // 2, top, width, height)
        if card.geometry().getRect() != shape:
            card.setGeometry(*shape)

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Who clicks elsewhere has left; another window in front does not count."""
        card = self.card
        if card is not None and new is not None and new is not card and not card.isAncestorOf(new):
            self.leave()

    def _hide(self) -> None:
        if self.card is not None and not self.card.isHidden():
            app = QApplication.instance()
            if app is not None:
                app.focusChanged.disconnect(self._focus_went)  # type: ignore[attr-defined]
            self._frame.topic_over = ""
            self.card.hide()
            self.card.clear()

    def _clear(self) -> None:
        self._hide()
        self._asked = None
