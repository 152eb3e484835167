"""A field for one person out of hundreds: type a part of the name, choose from what fits."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lob_workbench.domain.text import search_words
from lob_workbench.features.access.rules import Colleague
from lob_workbench.features.access.tables import role_words
from lob_workbench.ui.field import Field
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.theme import control_height, space

_ROWS = 5


class PersonField(Field):
    """``value()`` is the id of who was chosen, or ``None``.

    Down goes from the typed words into the list; Enter chooses there, or right away when one
    person is left.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent, required=True)
        self._people: tuple[tuple[Colleague, tuple[str, ...]], ...] = ()
        self._chosen: Colleague | None = None
        self.edit = QLineEdit(self)
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.setPlaceholderText(self.tr("Typ een deel van de naam"))
        self.edit.setAccessibleName(self.label)
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(self._take_only)
        self.edit.installEventFilter(self)
        self.table: TableView[Colleague] = TableView(
            (
                Column(self.tr("Naam"), _name, bold=True, keep=True, most=40),
                Column(self.tr("Rol"), _roles, most=40),
                Column(self.tr("Team"), _teams, most=40, stretch=1),
            ),
            self,
            name=self.tr("Collega’s die passen"),
            empty=self.tr("Niemand met deze naam en deze rol heeft een account."),
        )
        # Always as high: what stands below must not jump while somebody types.
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(_ROWS * self.table.row_height() + head + space(1))
        self.table.row_activated.connect(self._choose)
        self.table.clicked.connect(self._clicked)
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self.edit)
        column.addWidget(self.table)
        self.put(both, self.edit)

    def set_people(self, people: Sequence[Colleague]) -> None:
        """Who can be chosen; who was chosen stays when still among them."""
        self._people = tuple((person, search_words(person.name)) for person in people)
        if self._chosen not in people:
            self._chosen = None
        self._filter()

    def value(self) -> UUID | None:
        """Who was chosen."""
        return None if self._chosen is None else self._chosen.id

    def reset(self) -> None:
        """Nobody is chosen and nothing typed."""
        self._chosen = None
        self.edit.clear()
        self.clear_error()
        self._filter()

    def is_empty(self) -> bool:
        return self._chosen is None

    def problem(self) -> str:
        return self.tr("Kies iemand uit de lijst.") if self._chosen is None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.table.isVisibleTo(self)
            and self.table.rows_model.rows
        ):
            self.table.select_row(self.table.rows_model.row(0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._chosen = None
        self._filter()
        self._edited()

    def _take_only(self) -> None:
        if self._chosen is None and len(self.table.rows_model.rows) == 1:
            self._choose(self.table.rows_model.row(0))

    def _clicked(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._choose(row)

    def _choose(self, person: Colleague) -> None:
        self._chosen = person
        self.edit.setText(person.name)
        self._filter()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _filter(self) -> None:
        wanted = search_words(self.edit.text())
        fits = [
            person
            for person, words in self._people
            if all(any(word.startswith(part) for word in words) for part in wanted)
        ]
        self.table.set_rows(fits)
        self.table.setVisible(self._chosen is None)


def _name(person: Colleague) -> str:
    return person.name


def _roles(person: Colleague) -> str:
    return role_words(person.roles)


def _teams(person: Colleague) -> str:
    return ", ".join(person.teams)
