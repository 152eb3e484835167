"""The choice of a note's kind, with the words that say who will read it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.notes.rules import KIND_LABELS, NoteKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.forms import ChoiceField
from lob_workbench.ui.theme import space


class KindField(QWidget):
    """Three kinds, and a chip that says where the note goes: the dossier, or nobody else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: ChoiceField[NoteKind] = ChoiceField(
            self.tr("Soort"),
            [(kind, QCoreApplication.translate("notes", KIND_LABELS[kind])) for kind in NoteKind],
            self,
        )
        self.readers = Chip("", self)
        self.choice.changed.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.choice, 1)
        # On the line of the choices, not on that of their label.
        row.addWidget(self.readers, 0, Qt.AlignmentFlag.AlignBottom)
        self.setFocusProxy(self.choice)
        self.set_value(NoteKind.SPOKEN)

    def value(self) -> NoteKind:
        """The kind that is chosen."""
        return self.choice.value() or NoteKind.SPOKEN

    def set_value(self, kind: NoteKind) -> None:
        """Choose a kind."""
        self.choice.set_value(kind)
        self._tell()

    def _tell(self) -> None:
        if self.value() is NoteKind.WORKING:
            words = self.tr("alleen voor jou")
            self.readers.set_state(words, Tone.CALM, "ph.lock-simple")
        else:
            words = self.tr("in het dossier: de student leest dit ook")
            self.readers.set_state(words, Tone.CALM, "ph.eye")
