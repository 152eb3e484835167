"""The rooms: their names, and whether there is a door that shuts."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.agenda.operations_rooms import list_rooms, save_room
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import RoomView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import CheckBox, Form, LineField
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.theme import TextSize, space, text_width


class RoomsView(QWidget):
    """A list on the left, a form on the right; Enter in the list changes that room."""

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._changing: RoomView | None = None
        self._key: UUID = new_id()
        self.table: TableView[RoomView] = TableView(
            (
                Column(self.tr("Ruimte"), _name, bold=True, keep=True, most=40),
                Column(self.tr("Besloten"), self._door, stretch=1),
            ),
            self,
            name=self.tr("Ruimtes"),
            empty=self.tr("Nog geen ruimtes. Voeg er hiernaast een toe."),
        )
        self.table.row_activated.connect(self._change)
        self.title = Heading("", self, size=TextSize.LARGE)
        self.name = LineField(self.tr("Naam"), self, required=True, limit=60)
        self.private = CheckBox(self.tr("Besloten: er is een deur die dicht kan"), self)
        self._refused = Paragraph("", self, ink="danger")
        self.save_button = Button(self.tr("&Bewaren"), self, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.save)
        self.name.edit.returnPressed.connect(self.save)
        self.new_button = Button(self.tr("&Nieuwe ruimte"), self, kind=ButtonKind.QUIET)
        self.new_button.clicked.connect(self._start_new)
        self.back_button = Button(self.tr("Terug naar de agenda"), self, icon="ph.arrow-left")
        self.back_button.clicked.connect(self.closed)
        form = Form(self, characters=44)
        form.add(self.name)
        form.add(self.private)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.new_button)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(space(3))
        right.addWidget(self.title)
        right.addWidget(form)
        right.addWidget(self._refused)
        right.addLayout(buttons)
        right.addSpacing(space(4))
        right.addWidget(self.back_button)
        right.addStretch(1)
        self.table.setMinimumWidth(text_width(self, 40))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, space(2))
        row.setSpacing(space(6))
        row.addWidget(self.table, 1)
        row.addLayout(right, 1)
        self._start_new()

    def load(self) -> None:
        """Ask for the rooms, with the focus where a new one begins."""
        self._context.jobs.run(list_rooms, receiver=self, done="_take_rooms")
        self._start_new()

    def save(self) -> None:
        """Write what was filled in."""
        if not self.name.check():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        version = None if self._changing is None else self._changing.version
        self._context.jobs.run(
            save_room,
            self._key,
            self.name.value(),
            self.private.isChecked(),
            version,
            receiver=self,
            done="_take_saved",
            failed="_refuse",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _take_rooms(self, rooms: tuple[RoomView, ...]) -> None:
        self.table.set_rows(rooms)

    def _take_saved(self, _changes: object) -> None:
        words = self.tr("{room} is bewaard.").format(room=self.name.value())
        self._context.navigator.say(words, Tone.GOOD)
        self.load()

    def _refuse(self, error: Exception) -> None:
        self._refused.setText(error_text(error))
        self._refused.show()
        self._context.jobs.run(list_rooms, receiver=self, done="_take_rooms")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_new(self) -> None:
        self._fill(None)

    def _change(self, room: RoomView) -> None:
        self._fill(room)

    def _fill(self, room: RoomView | None) -> None:
        self._changing = room
        self._key = new_id() if room is None else room.id
        self.title.setText(
            self.tr("Ruimte toevoegen") if room is None else self.tr("Ruimte aanpassen")
        )
        self.name.set_value("" if room is None else room.name)
        self.private.setChecked(room is None or room.private)
        self.new_button.setVisible(room is not None)
        self._refused.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _door(self, room: RoomView) -> str:
        return self.tr("ja, met deur") if room.private else self.tr("nee, open ruimte")


def _name(room: RoomView) -> str:
    return room.name
