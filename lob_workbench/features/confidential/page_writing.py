"""The card in which a restricted note is written or corrected."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.forms import AreaField
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import TextSize, space


class WritingCard(Card):
    """The words, whether they are kept, and the way to record them or throw them away."""

    finished = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="ph.pencil-simple", subtitle=" ")
        self.field = AreaField(
            self.tr("Notitie"),
            self,
            min_lines=4,
            placeholder=self.tr("Wat is er aan de hand, en wat doe je eraan?"),
        )
        self.state = Label("", self, size=TextSize.SMALL, ink="muted")
        self.discard_button = Button(self.tr("Concept weggooien"), self, kind=ButtonKind.QUIET)
        self.discard_button.clicked.connect(self.discarded)
        self.record_button = Button(
            self.tr("Vast&leggen"), self, kind=ButtonKind.PRIMARY, icon="ph.lock-key"
        )
        self.record_button.setToolTip(self.tr("Vastleggen (Ctrl+Enter)"))
        self.record_button.clicked.connect(self.finished)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self.state, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.record_button)
        self.body.addWidget(self.field)
        self.body.addLayout(foot)
        finish = QAction(self.tr("Notitie vastleggen"), self)
        finish.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        finish.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        finish.triggered.connect(self.finished)
        self.addAction(finish)
        self.show_draft(None)

    def show_draft(self, draft: NoteDraft | None) -> None:
        """Show the words of ``draft``; the title says whether it corrects a note."""
        if draft is not None and draft.replaces is not None:
            self.set_title(
                self.tr("Notitie verbeteren"),
                self.tr("Het wordt een nieuwe versie; wat er stond, blijft te lezen."),
            )
        else:
            self.set_title(
                self.tr("Nieuwe notitie"),
                self.tr("Vastgelegd is vastgelegd: daarna kun je alleen nog verbeteren."),
            )
        self.field.set_value("" if draft is None else draft.text)
        self._correcting = draft is not None and draft.replaces is not None
        self.show_saved(None)

    def apply(self, draft: NoteDraft) -> NoteDraft:
        """The draft with what stands here."""
        return replace(draft, text=self.field.value())

    def begin(self) -> None:
        """Put the focus where the work begins."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, moment: datetime | None) -> None:
        """Say when the draft was kept."""
        self.state.set_ink("muted")
        time = "" if moment is None else format_time(local(moment).time())
        self.state.setText(self.tr("Concept bewaard {time}").format(time=time) if time else "")
        self.discard_button.setVisible(moment is not None or self._correcting)

    def show_kept_here(self, moment: datetime) -> None:
        """Say that the school does not have the draft, and that it is not lost."""
        words = self.tr("Geen verbinding. Je tekst staat veilig op deze laptop ({time})")
        self.state.setText(words.format(time=format_time(local(moment).time())))
        self.state.set_ink("attention")

    def show_unsaved(self) -> None:
        """Say that the draft is not kept yet."""
        self.state.setText(self.tr("Concept nog niet bewaard; de werkbank probeert het opnieuw"))
        self.state.set_ink("danger")
