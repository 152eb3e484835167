"""The tab *Afspraken* on the page of a student: what is open first, then what is closed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.features.conversations.operations import list_agreements
from lob_workbench.features.conversations.page_agreement_list import AgreementList
from lob_workbench.features.conversations.page_paper import TalkPapers
from lob_workbench.talks.rules import AgreementStatus, AgreementView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import EmptyState, ScrollColumn
from lob_workbench.ui.theme import space


class StudentAgreements(QWidget):
    """All agreements of one student, to tick, to drop with a reason, and to open again."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._empty = EmptyState(
            "ph.handshake",
            self.tr("Nog geen afspraken"),
            self.tr(
                "Hier komen de afspraken die je in een gesprek maakt: wat, wie en uiterlijk "
                "wanneer. Open afspraken komen vanzelf terug in het volgende gesprek."
            ),
            parent=self,
        )
        self.open_list = AgreementList(context, self)
        self.closed_list = AgreementList(context, self)
        self._all_done = Paragraph(self.tr("Alles is gedaan of vervallen."), self, ink="muted")
        self._open_card = Card(self.tr("Open"), self, icon="ph.checks")
        self._open_card.body.addWidget(self._all_done)
        self._open_card.body.addWidget(self.open_list)
        self._closed_card = Card(self.tr("Afgerond"), self, icon="ph.check-circle")
        self._closed_card.body.addWidget(self.closed_list)
        self.paper_button = Button(
            self.tr("Afspraken o&p papier"),
            self,
            kind=ButtonKind.QUIET,
            icon="ph.printer",
            tip=self.tr("Eén blad met hokjes om af te vinken, voor de student (Ctrl+P)"),
        )
        self.paper_button.clicked.connect(self._print)
        self._papers = TalkPapers(context, self)
        self.print_action = QAction(self.tr("Afspraken op papier"), self)
        self.print_action.setShortcut(QKeySequence("Ctrl+P"))
        self.print_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.print_action.triggered.connect(self._print)
        self.addAction(self.print_action)
        scroll = ScrollColumn(self)
        scroll.column.addWidget(self.paper_button, 0, Qt.AlignmentFlag.AlignRight)
        scroll.column.addWidget(self._empty)
        scroll.column.addWidget(self._open_card)
        scroll.column.addWidget(self._closed_card)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(scroll)
        self.open_list.refused.connect(self._load)
        self.closed_list.refused.connect(self._load)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show the agreements of this student."""
        if student_id != self._student_id:
            self.clear()
        self._student_id = student_id
        self._load()

    def clear(self) -> None:
        """Forget whose agreements these were."""
        self._student_id = None
        self.open_list.notice.clear()
        self.closed_list.notice.clear()
        self._show(())
        self._empty.hide()

    def refresh(self, changes: Changes) -> None:
        """Load again when agreements were made or closed."""
        if changes.touches("agreement", "conversation"):
            self._load()

    def _print(self) -> None:
        if self._student_id is not None:
            self._papers.show_agreements(self._student_id)

    def _load(self) -> None:
        if self._student_id is not None:
            self._context.jobs.run(
                list_agreements, self._student_id, receiver=self, done="_take_agreements"
            )

    def _take_agreements(self, views: tuple[AgreementView, ...]) -> None:
        if all(view.student_id == self._student_id for view in views):
            self._show(views)

    def _show(self, views: tuple[AgreementView, ...]) -> None:
        today = self._context.clock.today()
        still_open = [view for view in views if view.status is AgreementStatus.OPEN]
        late = sum(view.is_overdue(today) for view in still_open)
        closed = sorted(
            (view for view in views if view.closed_on is not None),
            key=lambda view: (view.closed_on or today, view.id),
            reverse=True,
        )
        self.open_list.show_agreements(still_open, today)
        self.closed_list.show_agreements(closed, today)
        self._open_card.set_title(
            self.tr("Open ({count})").format(count=len(still_open)),
            self.tr("{count} over tijd").format(count=late) if late else "",
        )
        self._closed_card.set_title(self.tr("Afgerond ({count})").format(count=len(closed)))
        self._all_done.setVisible(not still_open)
        self._empty.setVisible(not views)
        self._open_card.setVisible(bool(views))
        self._closed_card.setVisible(bool(closed))
        self.paper_button.setVisible(bool(views))
        self.print_action.setEnabled(bool(views))
