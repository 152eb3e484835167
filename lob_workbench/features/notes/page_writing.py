"""The card in which a note is written, or an own working note changed."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.features.notes.page_kind import KindField
from lob_workbench.features.notes.rules import NoteDraft
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.forms import AreaField
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import TextSize, space


class WritingCard(Card):
    """Kind, words, whether they are kept, and the way to record them or throw them away."""

    changed = Signal()
    finished = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="ph.note-pencil")
        self.kind = KindField(self)
        self.kind.choice.changed.connect(self.changed)
        self.field = AreaField(self.tr("Notitie"), self, min_lines=2)
        self.field.changed.connect(self.changed)
        self.state = Label("", self, size=TextSize.SMALL, ink="muted")
        self.discard_button = Button(self.tr("Concept weggooien"), self, kind=ButtonKind.QUIET)
        self.discard_button.clicked.connect(self.discarded)
        self.record_button = Button(self.tr("Bewaren"), self, kind=ButtonKind.SECONDARY)
        self.record_button.setToolTip(self.tr("Bewaren (Ctrl+Enter)"))
        self.record_button.clicked.connect(self.finished)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self.state, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.record_button)
        self.body.addWidget(self.field)
        self.body.addWidget(self.kind)
        self.body.addLayout(foot)
        finish = QAction(self.tr("Notitie bewaren"), self)
        finish.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        finish.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        finish.triggered.connect(self.finished)
        self.addAction(finish)
        self.show_draft(None)

    def show_draft(self, draft: NoteDraft | None) -> None:
        """Show ``draft``. What changes a working note stays a working note."""
        changing = draft is not None and draft.version is not None
        self.set_title(self.tr("Notitie wijzigen") if changing else self.tr("Nieuwe notitie"))
        self.field.set_value("" if draft is None else draft.text)
        if draft is not None:
            self.kind.set_value(draft.kind)
        self.kind.choice.setEnabled(not changing)
        self.discard_button.setText(
            self.tr("Laat zoals het was") if changing else self.tr("Concept weggooien")
        )
        self.discard_button.setVisible(draft is not None and (changing or bool(draft.text)))
        self.state.setText("")

    def apply(self, draft: NoteDraft) -> NoteDraft:
        """The draft with what stands here."""
        return replace(draft, kind=self.kind.value(), text=self.field.value())

    def begin(self) -> None:
        """Put the focus where the work begins."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, moment: datetime) -> None:
        """Say when the draft was kept."""
        self.state.set_ink("muted")
        time = format_time(local(moment).time())
        self.state.setText(self.tr("Concept bewaard {time}").format(time=time))
        self.discard_button.show()

    def show_unsaved(self) -> None:
        """Say that the draft is not kept yet."""
        self.state.setText(self.tr("Concept nog niet bewaard; de werkbank probeert het opnieuw"))
        self.state.set_ink("danger")
