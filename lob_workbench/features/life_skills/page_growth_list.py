"""Whose growth to show: everybody together, or one of the people; type a part of a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lob_workbench.domain.text import search_words
from lob_workbench.features.life_skills.page_growth_words import gained_ink, gained_words
from lob_workbench.features.life_skills.rules_growth import Grown
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.theme import Role, control_height, space, text_width


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list; ``grown`` is ``None`` for everybody together."""

    name: str
    grown: Grown | None = None

    @property
    def id(self) -> UUID | None:
        """Who it is; ``None`` for everybody."""
        return None if self.grown is None else self.grown.learner.id


class _Find(QLineEdit):
    """A field to find a name in; Down goes into the list, Esc empties it."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PeopleList(QWidget):
    """``chosen`` tells who was chosen: an id, or ``None`` for everybody together."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[tuple[Entry, tuple[str, ...]], ...] = ()
        self._filling = False
        self._current: UUID | None = None
        self.field = _Find(self)
        self.field.setPlaceholderText(self.tr("Typ een deel van de naam"))
        self.field.setAccessibleName(self.tr("Zoek een naam"))
        self.field.setMinimumHeight(control_height(self.field))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._fit)
        self.field.went_down.connect(self._go_down)
        self.field.returnPressed.connect(self._take_first)
        self.table: TableView[Entry] = TableView(
            (
                Column(self.tr("Wie"), _name, sort=_name_key, ink=_name_ink, keep=True, stretch=1),
                Column(
                    self.tr("Erbij"),
                    _gained,
                    sort=_gained_key,
                    ink=_gained_ink,
                    right=True,
                    least=4,
                ),
            ),
            self,
            name=self.tr("Van wie"),
            empty=self.tr("Niemand met deze naam."),
        )
        self.table.row_chosen.connect(self._take)
        self.setFixedWidth(text_width(self, 31))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.field)

    @property
    def current(self) -> UUID | None:
        """Who is chosen; ``None`` for everybody together."""
        return self._current

    def show_people(self, people: Sequence[Grown]) -> None:
        """Show these; who was chosen stays when still there, else it is everybody."""
        self._people = tuple(
            (
                Entry(one.learner.listed, one),
                search_words(f"{one.learner.name} {one.learner.group} {one.learner.number}"),
            )
            for one in people
        )
        if self._current not in {one.learner.id for one in people}:
            self._current = None
        self._fit(self.field.text())

    def clear(self) -> None:
        """Forget every name."""
        self._people, self._current = (), None
        self.field.clear()
        self._put(())

    def _fit(self, text: str) -> None:
        wanted = search_words(text)
        fitting = [
            entry
            for entry, words in self._people
            if all(any(known.startswith(word) for known in words) for word in wanted)
        ]
        everybody = () if wanted else (Entry(self.tr("Iedereen samen")),)
        self._put((*everybody, *fitting))

    def _put(self, entries: Sequence[Entry]) -> None:
        # What is chosen stays chosen, also where it is not in sight for a moment.
        self._filling = True
        self.table.set_rows(entries)
        for entry in entries:
            if entry.id == self._current:
                self.table.select_row(entry)
        self._filling = False

    def _go_down(self) -> None:
        # First: a table without a current row makes one current when it gets the focus, unselected.
        if self.table.current_row() is None:
            self._take_first()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_first(self) -> None:
        if self.table.rows_model.rows:
            self.table.select_row(self.table.rows_model.row(0))

    def _take(self, entry: Entry | None) -> None:
        if not self._filling and entry is not None and entry.id != self._current:
            self._current = entry.id
            self.chosen.emit(entry.id)


def _name(entry: Entry) -> str:
    return entry.name


def _name_key(entry: Entry) -> tuple[bool, str]:
    # Everybody together stays on top.
    return entry.grown is not None, entry.name.casefold()


def _name_ink(entry: Entry) -> Role | None:
    return Role.PRIMARY if entry.grown is None else None


def _gained(entry: Entry) -> str:
    return "" if entry.grown is None else gained_words(entry.grown.gained)


def _gained_key(entry: Entry) -> tuple[bool, int]:
    return entry.grown is not None, 0 if entry.grown is None else -entry.grown.gained


def _gained_ink(entry: Entry) -> Role | None:
    return None if entry.grown is None else gained_ink(entry.grown.gained)
