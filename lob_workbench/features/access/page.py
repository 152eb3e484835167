"""The tab *Inzage* on the page of a student: who may read this dossier, and who did."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.features.access.operations import MOST_LINES, end_access, let_in, read_access
from lob_workbench.features.access.page_readers import ReadersCard
from lob_workbench.features.access.rules import AccessView, Asking, LogLine, Reader
from lob_workbench.features.access.tables import LogColumns
from lob_workbench.ui import dialogs
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space

_KINDS = ("access_grant", "conversation", "agreement", "student", "mentor")


class StudentAccess(QWidget):
    """Loads when it comes into sight: then the reading of this very moment is in the log."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._most = MOST_LINES
        self._ending: Reader | None = None
        self._columns = LogColumns(context.clock.today())
        self.readers = ReadersCard(context, self)
        self.readers.end_asked.connect(self._end)
        self.log = Card(self.tr("Wie las of veranderde iets"), self, icon="ph.eye")
        self.table: TableView[LogLine] = TableView(
            self._columns.all(), self, name=self.tr("Wie las of veranderde iets")
        )
        self._nothing = Paragraph("", self, ink="muted")
        self.more = Button(self.tr("Meer tonen"), self, kind=ButtonKind.QUIET)
        self.more.clicked.connect(self._show_more)
        self.log.body.addWidget(self.table)
        self.log.body.addWidget(self._nothing)
        self.log.body.addWidget(self.more)
        scroll = ScrollColumn(self)
        scroll.column.addWidget(self.readers)
        scroll.column.addWidget(self.log)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self.table)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show who may read the dossier of this student, and who did."""
        if student_id != self._student_id:
            self.clear()
        self._student_id = student_id
        if self.isVisible():
            self._load()

    def clear(self) -> None:
        """Forget whose dossier it was."""
        self._student_id = None
        self._most = MOST_LINES
        self._ending = None
        self.readers.clear()
        self._columns.know(None, self._context.clock.today())
        self.table.set_rows(())
        self.table.hide()
        self.more.hide()
        self._nothing.setText("")

    def refresh(self, changes: Changes) -> None:
        """Load again when something was written that the log tells of."""
        if self.isVisible() and changes.touches(*_KINDS):
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        if self._student_id is not None:
            self._context.jobs.run(
                read_access,
                self._student_id,
                self._most,
                receiver=self,
                done="_show",
                failed="_take_refused",
            )

    def _show(self, view: AccessView) -> None:
        if view.student_id != self._student_id:
            return
        self.readers.show_view(view)
        self._columns.know(view, self._context.clock.today())
        self.table.set_rows(view.lines)
        self.table.fit_height(most=len(view.lines))
        self.table.setVisible(bool(view.lines))
        self._nothing.setText(
            self.tr("Nog niemand heeft dit dossier gelezen.")
            if view.own
            else self.tr("Wie dit dossier las, zien de student en de begeleider samen.")
        )
        self._nothing.setVisible(not view.lines)
        self.more.setVisible(view.more)

    def _show_more(self) -> None:
        self._most += MOST_LINES
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, reader: Reader) -> None:
        mine = reader.staff_id == self._context.actor.staff_id
        if mine and not dialogs.ask(
            self,
            self.tr("Stoppen met meelezen?"),
            self.tr(
                "Je kunt dit dossier daarna niet meer lezen. Alleen de begeleider van de student "
                "kan je opnieuw vragen."
            ),
            self.tr("Stoppen"),
            self.tr("Blijven meelezen"),
        ):
            return
        self._ending = reader
        self._context.jobs.run(
            end_access, reader.grant_id, receiver=self, done="_take_ended", failed="_take_refused"
        )

    def _take_ended(self, _changes: object) -> None:
        reader, self._ending = self._ending, None
        if reader is None or self._student_id is None:
            return
        if reader.staff_id == self._context.actor.staff_id:
            # Going takes the words of the page before away.
            self._context.navigator.go(Target("students"))
            self._context.navigator.say(self.tr("Je leest niet meer mee met deze student."))
            return
        self._context.navigator.offer_undo(
            self.tr("{name} leest niet meer mee.").format(name=reader.name),
            let_in,
            Asking(
                self._student_id, reader.staff_id, reader.kind, reader.reason or "-", reader.until
            ),
        )
        self._load()
        self.readers.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_refused(self, error: Exception) -> None:
        self._ending = None
        self._context.navigator.complain(error)
