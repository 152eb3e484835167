"""A line in which one types a part of a name and takes who fits: no mouse, no list to walk to."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lob_workbench.domain.text import search_words
from lob_workbench.features.notes.rules import Choice
from lob_workbench.ui.field import Field
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.theme import control_height, space

_ROWS = 4


class StudentPick(Field):
    """``value()`` is the id of who was chosen. Up and down move through who fits, while typing.

    ``taken`` is emitted when somebody was chosen by hand.
    """

    taken = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._students: tuple[tuple[Choice, tuple[str, ...]], ...] = ()
        self._chosen: Choice | None = None
        self.edit = QLineEdit(self)
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.setPlaceholderText(self.tr("Typ een deel van de naam"))
        self.edit.setAccessibleName(self.label)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.table: TableView[Choice] = TableView(
            (
                Column(self.tr("Naam"), _name, bold=True, keep=True, most=40, stretch=1),
                Column(self.tr("Groep"), _group, most=16),
            ),
            self,
            name=self.tr("Studenten die passen"),
            empty=self.tr("Geen van je studenten heet zo."),
        )
        self.table.horizontalHeader().hide()
        # Always as high: what stands below must not jump while somebody types.
        self.table.setFixedHeight(_ROWS * self.table.row_height() + space(1))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.clicked.connect(self._take_clicked)
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self.edit)
        column.addWidget(self.table)
        self.put(both, self.edit)
        self.table.hide()

    @property
    def first_name(self) -> str:
        """How who was chosen is called in a sentence."""
        return "" if self._chosen is None else self._chosen.name.partition(" ")[0]

    def set_students(self, students: Sequence[Choice]) -> None:
        """Who can be chosen."""
        self._students = tuple((choice, search_words(choice.name)) for choice in students)
        self._filter()

    def value(self) -> UUID | None:
        """Who was chosen."""
        return None if self._chosen is None else self._chosen.id

    def set_value(self, student_id: UUID | None) -> bool:
        """Choose somebody; whether that is one of the students."""
        found = (choice for choice, _ in self._students if choice.id == student_id)
        self._chosen = next(found, None)
        self.edit.setText("" if self._chosen is None else self._chosen.name)
        self.clear_error()
        self._filter()
        return self._chosen is not None

    def is_empty(self) -> bool:
        return self._chosen is None

    def take(self) -> bool:
        """Choose the one in the list that is marked; whether somebody is chosen now."""
        if self._chosen is None:
            marked = self.table.current_row()
            if marked is None:
                return False
            self._take(marked)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if steps and self._chosen is None:
                self._move(steps)
                return True
            if event.key() == Qt.Key.Key_Tab and self.edit.text() and self.take():
                return True
        return super().eventFilter(watched, event)

    def _move(self, steps: int) -> None:
        rows = self.table.rows_model.rows
        if rows:
            row = self.table.currentIndex().row() + steps
            self.table.select_row(rows[max(0, min(row, len(rows) - 1))])

    def _typed(self) -> None:
        self._chosen = None
        self._filter()
        self._edited()

    def _take_clicked(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._take(row)

    def _take(self, choice: Choice) -> None:
        self.set_value(choice.id)
        self._edited()
        self.taken.emit()

    def _filter(self) -> None:
        self.table.setVisible(self._chosen is None)
        if self._chosen is not None:
            return
        wanted = search_words(self.edit.text())
        fits = [
            choice
            for choice, words in self._students
            if all(any(word.startswith(part) for word in words) for part in wanted)
        ]
        self.table.set_rows(fits)
        if fits and self.edit.text():
            self.table.select_row(fits[0])


def _name(choice: Choice) -> str:
    return choice.name


def _group(choice: Choice) -> str:
    return choice.group
