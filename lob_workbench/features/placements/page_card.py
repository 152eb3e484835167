"""What the two cards of the tab share: a list of records, and the form that takes its place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import Button, ButtonKind, is_enter
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import Form
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, space


class RecordCard(Card):
    """A card with rows, a line when there are none, a button to add, and a form."""

    def __init__(
        self, title: str, icon: str, none: str, add: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, icon=icon)
        self.rows: list[RecordRow] = []
        self.head = QVBoxLayout()
        self.body.addLayout(self.head)
        self._none = Paragraph(none, self, ink="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(space(4))
        self.add_button = Button(add, self, icon="ph.plus")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        self.body.addLayout(foot)
        self.form: RecordForm | None = None
        self._own = False

    def put_form(self, form: "RecordForm") -> None:
        """The form of this card; it is shown instead of the rows."""
        self.form = form
        self.body.addWidget(form)
        form.done.connect(self._form_done)
        form.hide()

    def show_rows(self, rows: Sequence["RecordRow"], *, own: bool) -> None:
        """Show these; ``own``: with buttons."""
        self._own = own
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for row in rows:
            self._list.addWidget(row)
        self.arrange()

    def clear(self) -> None:
        """Forget everything."""
        if self.form is not None:
            self.form.put_away()
        self.show_rows((), own=False)
        self._none.hide()

    def arrange(self) -> None:
        """The form or the rows, never both."""
        writing = self.form is not None and self.form.writing
        for row in self.rows:
            row.setVisible(not writing)
        self._none.setVisible(not self.rows and not writing)
        self.add_button.setVisible(self._own and not writing)

    def _form_done(self) -> None:
        self.arrange()
        if self._own:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)


class RecordRow(QWidget):
    """One record: a name, lines under it, chips, and buttons where one may change it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(1))
        self._column.addWidget(Paragraph(name, self, bold=True))
        self.buttons: list[Button] = []

    def add_line(self, text: str) -> None:
        """A line of plain words that can be selected, to copy a number or an address."""
        if text:
            line = Paragraph(text, self, size=TextSize.SMALL, ink="muted", selectable=True)
            self._column.addWidget(line)

    def add_chip(self, text: str, tone: Tone = Tone.CALM, icon: str | None = None) -> None:
        """A chip on a line of its own."""
        chip = Chip(text, self, tone=tone, icon=icon)
        self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    def add_buttons(self, *wanted: tuple[str, str, Callable[[], object]]) -> None:
        """Quiet buttons (words, icon, bound method) on one line."""
        line = QHBoxLayout()
        line.setSpacing(space(1))
        for words, icon, slot in wanted:
            button = Button(words, self, kind=ButtonKind.QUIET, icon=icon)
            button.setAccessibleName(f"{words}: {self._name}")
            button.clicked.connect(slot)
            line.addWidget(button)
            self.buttons.append(button)
        line.addStretch(1)
        self._column.addLayout(line)


class RecordForm(QWidget):
    """A form with its buttons and a place for what an operation refused.

    Enter in a line saves, Esc gives up.
    """

    done = Signal()
    """Saved, or given up."""

    def __init__(self, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writing = False
        self.title = Label("", self, bold=True)
        self.form = Form(self)
        self.refused = Paragraph("", self, ink="danger")
        self.save_button = Button(save, self, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.save)
        self.cancel_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.give_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.title)
        column.addWidget(self.form)
        column.addWidget(self.refused)
        column.addLayout(buttons)

    def begin(self, title: str, first: QWidget) -> None:
        """Show the form, with the focus where it begins."""
        self.writing = True
        self.title.setText(title)
        self.refused.hide()
        self.save_button.setEnabled(True)
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Hide, and forget what was filled in."""
        self.writing = False
        self.refused.hide()
        self.hide()
        self.empty()

    def empty(self) -> None:
        """Forget what was filled in."""

    def save(self) -> None:
        """Ask the operation to write it down."""

    def refuse(self, error: Exception) -> None:
        """Show in words why it was not written; what was filled in stays."""
        self.save_button.setEnabled(True)
        self.refused.setText(error_text(error))
        self.refused.show()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Close the form; what stands there stays as it was."""
        self.put_away()
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif is_enter(event):
            self.save()
        else:
            super().keyPressEvent(event)
