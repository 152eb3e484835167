"""The time that a counsellor keeps free for talks: a list, and a small form that repeats."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.planning.operations_group import (
    add_windows,
    drop_window,
    put_back_window,
)
from lob_workbench.features.planning.rules_slots import Repeat, Window, WindowWish
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.forms import ChoiceField, DateField, FormErrors, TimeField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class WindowsCard(Card):
    """What is free, and adding to it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.clock", fill=True)
        self._context = context
        self.set_title(self.tr("Wanneer jij kunt"))
        self.rows: list[WindowRow] = []
        self._dropped: Window | None = None
        self.day = DateField(self.tr("&Dag"), self, required=True, today=context.clock.today)
        self.starts = TimeField(self.tr("V&an"), self, required=True)
        self.ends = TimeField(self.tr("T&ot"), self, required=True)
        self.repeat: ChoiceField[Repeat] = ChoiceField(
            self.tr("&Herhalen"),
            [
                (Repeat.NEVER, self.tr("alleen deze dag")),
                (Repeat.DAILY, self.tr("elke schooldag")),
                (Repeat.WEEKLY, self.tr("elke week")),
            ],
            self,
            radio_up_to=0,
        )
        self.repeat.set_value(Repeat.NEVER)
        self.repeat.changed.connect(self._show_last)
        self.last = DateField(self.tr("Tot en &met"), self, today=context.clock.today)
        self._errors = FormErrors((self.day, self.starts, self.ends, self.last))
        self.add_button = Button(self.tr("Toevoe&gen"), self, icon="ph.plus")
        self.add_button.clicked.connect(self.add)
        for field in (self.day, self.starts, self.ends, self.last):
            field.edit.returnPressed.connect(self.add)
        self._list = ScrollColumn(self)
        self._list.column.setSpacing(0)
        self._nothing = Paragraph(
            self.tr("Nog niets. Geef hieronder op wanneer je gesprekken kunt voeren."),
            self,
            ink="muted",
        )
        self._list.column.addWidget(self._nothing)
        self._list.column.addStretch(1)
        self.body.addWidget(self._list, 1)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(space(2))
        first.addWidget(self.day, 4)
        first.addWidget(self.starts, 2)
        first.addWidget(self.ends, 2)
        second.addWidget(self.repeat, 4)
        second.addWidget(self.last, 4)
        second.addStretch(0)
        second.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        form = QVBoxLayout()
        form.setSpacing(space(2))
        form.addLayout(first)
        form.addLayout(second)
        self.body.addLayout(form)
        self._show_last()

    def show_windows(self, windows: Sequence[Window]) -> None:
        """Show what is free."""
        for row in self.rows:
            self._list.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, window in enumerate(windows):
            row = WindowRow(window, self)
            row.dropped.connect(self._drop)
            self._list.column.insertWidget(place, row)
            self.rows.append(row)
        self._nothing.setVisible(not windows)

    def add(self) -> None:
        """Add what was typed, or say what is wrong with it."""
        if not self._errors.check():
            return
        day, starts, ends = self.day.value(), self.starts.value(), self.ends.value()
        repeat = self.repeat.value() or Repeat.NEVER
        if day is None or starts is None or ends is None:
            return
        wish = WindowWish(day, format_time(starts), format_time(ends), repeat, self.last.value())
        self._context.jobs.run(add_windows, wish, receiver=self, done="_added", failed="_refuse")

    def _added(self, _changes: object) -> None:
        self.day.set_value(None)
        self.day.setFocus()

    def _refuse(self, error: Exception) -> None:
        self.day.set_error(str(error))

    def _drop(self, window: Window) -> None:
        self._dropped = window
        self._context.jobs.run(drop_window, window.id, receiver=self, done="_offer_undo")

    def _offer_undo(self, _changes: object) -> None:
        if self._dropped is not None:
            words = self.tr("Je vrije tijd is weggehaald. Geplande gesprekken blijven staan.")
            self._context.navigator.offer_undo(words, put_back_window, self._dropped)

    def _show_last(self) -> None:
        again = self.repeat.value() is not Repeat.NEVER
        self.last.setVisible(again)
        self.last.required = again


class WindowRow(QWidget):
    """One window and the button that takes it away."""

    dropped = Signal(object)

    def __init__(self, window: Window, parent: QWidget) -> None:
        super().__init__(parent)
        self.window_shown = window
        words = f"{long_date(window.on)} · {window.starts}–{window.ends}"
        button = Button(
            "",
            self,
            kind=ButtonKind.QUIET,
            icon="ph.x",
            tip=self.tr("Weghalen: {window}").format(window=words),
        )
        button.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(words, self), 1)
        row.addWidget(button)

    def _drop(self) -> None:
        self.dropped.emit(self.window_shown)
