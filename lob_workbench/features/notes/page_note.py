"""One note to read: what kind, who, when, the words, and what its writer may do with it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.notes.rules import KIND_ICONS, KIND_LABELS, Note, NoteKind
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.labels import Label, Mark
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import Role, TextSize, space


class NoteRow(QWidget):
    """Shows a note; ``change_button`` and ``remove_button`` are there where they may be used."""

    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(
        self, note: Note, *, own: bool, removable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.note = note
        working = note.kind is NoteKind.WORKING
        kind = QCoreApplication.translate("notes", KIND_LABELS[note.kind])
        at = local(note.written_at)
        moment = f"{long_date(at.date(), weekday=False)}, {format_time(at.time())}"
        self.setAccessibleName(f"{kind}, {moment}")
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(Mark(KIND_ICONS[note.kind], self, role=Role.PRIMARY))
        head.addWidget(Label(kind, self, bold=True))
        by = moment if own else f"{moment} · {note.author}"
        head.addWidget(Label(by, self, size=TextSize.SMALL, ink="muted"))
        if working:
            head.addWidget(
                Chip(self.tr("alleen voor jou"), self, tone=Tone.CALM, icon="ph.lock-simple")
            )
        head.addStretch(1)
        self.change_button: Button | None = None
        self.remove_button: Button | None = None
        if working and removable:
            self.change_button = self._button(
                self.tr("Wijzigen"), "ph.pencil-simple", f"{kind}, {moment}"
            )
            self.change_button.clicked.connect(self._ask_change)
            head.addWidget(self.change_button)
        if removable:
            self.remove_button = self._button(self.tr("Weghalen"), "ph.trash", f"{kind}, {moment}")
            self.remove_button.clicked.connect(self._ask_remove)
            head.addWidget(self.remove_button)
        self.text = TextView(note.text, self)
        self.text.setAccessibleName(kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addWidget(self.text)

    def _button(self, words: str, icon: str, which: str) -> Button:
        button = Button("", self, kind=ButtonKind.QUIET, icon=icon, tip=words)
        button.setAccessibleName(f"{words}: {which}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _ask_change(self) -> None:
        self.change_asked.emit(self.note)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.note)
