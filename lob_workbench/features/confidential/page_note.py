"""One restricted note to read: who, when, the words, and behind a fold what stood there before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.features.confidential.rules import Note, NoteVersion
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.labels import Label, Line
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import Role, TextSize, space


class NoteCard(Card):
    """Shows a note. ``correct_button`` is there for who wrote it."""

    correction_asked = Signal(object)
    """The note is to be corrected: the id of its newest version."""

    def __init__(self, note: Note, *, own: bool, begun: bool, parent: QWidget) -> None:
        moment = _moment(note.first)
        super().__init__(note.newest.author, parent, icon="ph.note", subtitle=moment)
        self.setAccessibleName(f"{note.newest.author}, {moment}")
        self.note = note
        self.text = TextView(note.newest.text, self)
        self.text.setAccessibleName(self.tr("Vertrouwelijke notitie"))
        self.body.addWidget(self.text)
        self.earlier = QWidget(self)
        self.earlier.hide()
        # Made in the order in which Tab visits them.
        self.fold = self._make_fold(note) if note.earlier else None
        self.correct_button = self._make_button(moment, begun=begun) if own else None
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        if self.fold is not None:
            foot.addWidget(self.fold, 1)
        else:
            foot.addStretch(1)
        if self.correct_button is not None:
            foot.addWidget(self.correct_button, 0, Qt.AlignmentFlag.AlignRight)
        if own or note.earlier:
            self.body.addLayout(foot)
        self.body.addWidget(self.earlier)

    def _make_button(self, moment: str, *, begun: bool) -> Button:
        words = self.tr("Verder met verbeteren") if begun else self.tr("Verbeteren")
        button = Button(words, self, kind=ButtonKind.QUIET, icon="ph.pencil-simple")
        button.setAccessibleName(f"{words}: {moment}")
        button.clicked.connect(self._ask)
        return button

    def _make_fold(self, note: Note) -> LinkLine:
        corrected = self.tr("Verbeterd op {when}").format(when=_moment(note.newest, weekday=False))
        fold = LinkLine(
            self.tr("Eerdere versies ({count})").format(count=len(note.earlier)),
            self,
            icon="ph.clock-counter-clockwise",
            role=Role.INK_MUTED,
            hint=corrected,
            folds=True,
        )
        fold.unfolded.connect(self.earlier.setVisible)
        column = QVBoxLayout(self.earlier)
        column.setContentsMargins(space(4), 0, 0, 0)
        column.setSpacing(space(2))
        for version in note.earlier:
            column.addWidget(Line(self.earlier))
            column.addWidget(
                Label(_moment(version), self.earlier, size=TextSize.SMALL, ink="muted")
            )
            column.addWidget(TextView(version.text, self.earlier, name=_moment(version)))
        return fold

    def _ask(self) -> None:
        self.correction_asked.emit(self.note.newest.id)


def _moment(version: NoteVersion, *, weekday: bool = True) -> str:
    at = local(version.written_at)
    return f"{long_date(at.date(), weekday=weekday)}, {format_time(at.time())}"
