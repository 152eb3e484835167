"""All agreements of the caseload in one list, what is late first; closing one from here."""

from collections import Counter
from collections.abc import Hashable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.features.conversations.operations_agreements import all_agreements
from lob_workbench.features.conversations.page_agreement_list import AgreementList
from lob_workbench.features.conversations.tables import owner_label
from lob_workbench.features.conversations.tables_agreements import agreement_columns
from lob_workbench.talks.rules import AgreementOwner, AgreementStatus, AgreementView
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState
from lob_workbench.ui.theme import space

_ALL = "all"
_OPEN, _LATE, _WEEK, _CLOSED = "open", "late", "week", "closed"
_SOON = timedelta(days=7)


class AgreementTable(QWidget):
    """Filters, the list, and below it the chosen agreement with what can be done to it."""

    loaded = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._views: tuple[AgreementView, ...] = ()
        self.states = FilterChips((), self, exclusive=True, name=self.tr("Stand"))
        self.owners = FilterChips((), self, exclusive=True, name=self.tr("Wie"))
        self.states.changed.connect(self._filter)
        self.owners.changed.connect(self._filter)
        self.table: TableView[AgreementView] = TableView(
            agreement_columns(context.clock.today),
            self,
            name=self.tr("Alle afspraken"),
            empty=self.tr("Geen afspraak past bij deze keuze."),
        )
        self.table.row_chosen.connect(self._show_chosen)
        self.table.row_activated.connect(self._open_student)
        self.chosen = Card("", self, link=self.tr("Naar de student"))
        self.acts = AgreementList(context, self.chosen)
        self.acts.refused.connect(self.load)
        self.chosen.body.addWidget(self.acts)
        self.chosen.followed.connect(self._follow)
        self.empty = EmptyState(
            "ph.handshake",
            self.tr("Nog geen afspraken"),
            self.tr(
                "Hier staan straks de afspraken uit al je gesprekken, wat over tijd is bovenaan."
            ),
            parent=self,
        )
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(2))
        column.addWidget(self.states)
        column.addWidget(self.owners)
        column.addWidget(self.table, 1)
        column.addWidget(self.chosen)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.chosen.hide()

    def load(self) -> None:
        """Ask for the agreements and show them."""
        self._context.jobs.run(all_agreements, receiver=self, done="_take_agreements")

    def refresh(self, changes: Changes) -> None:
        """Load again when an agreement was made, answered or closed."""
        if changes.touches("agreement", "conversation", "student"):
            self.load()

    def _take_agreements(self, views: tuple[AgreementView, ...]) -> None:
        first = not self._views
        self._views = views
        self._offer_filters()
        self._filter()
        self._stack.setCurrentIndex(0 if views else 1)
        self.loaded.emit()
        if first and self.table.rows_model.rows and self.isVisible():
            self.table.select_row(self.table.rows_model.row(0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_filters(self) -> None:
        names = (
            (_OPEN, self.tr("Open")),
            (_LATE, self.tr("Over tijd")),
            (_WEEK, self.tr("Deze week")),
            (_CLOSED, self.tr("Klaar")),
            (_ALL, self.tr("Alles")),
        )
        self.states.set_choices(
            [
                Filter(key, words, count=sum(self._in_state(view, key) for view in self._views))
                for key, words in names
            ]
        )
        counts = Counter(view.owner for view in self._views)
        choices = [Filter(_ALL, self.tr("Iedereen"))]
        choices += [
            Filter(owner.value, owner_label(owner)) for owner in AgreementOwner if counts[owner]
        ]
        self.owners.set_choices(choices)

    def _in_state(self, view: AgreementView, state: Hashable) -> bool:
        today = self._context.clock.today()
        still_open = view.status is AgreementStatus.OPEN
        if state == _OPEN:
            return still_open
        if state == _LATE:
            return view.is_overdue(today)
        if state == _WEEK:
            due = view.due_on
            return still_open and due is not None and today <= due <= today + _SOON
        return state == _ALL or not still_open

    def _filter(self, _keys: object = None) -> None:
        states, owners = self.states.value(), self.owners.value()
        wanted = tuple(
            view
            for view in self._views
            if any(self._in_state(view, state) for state in states)
            and (_ALL in owners or view.owner.value in owners)
        )
        before = self.table.current_row()
        self.table.set_rows(wanted)
        same = [view for view in wanted if before is not None and view.id == before.id]
        if same:
            self.table.select_row(same[0])
        self._show_chosen(self.table.current_row())

    def _show_chosen(self, view: AgreementView | None) -> None:
        self.chosen.setVisible(view is not None)
        self.chosen.set_title("" if view is None else view.student_name)
        views = () if view is None else (view,)
        self.acts.show_agreements(views, self._context.clock.today())

    def _follow(self) -> None:
        view = self.table.current_row()
        if view is not None:
            self._open_student(view)

    def _open_student(self, view: AgreementView) -> None:
        self._context.navigator.go(Target("students", view.student_id, "conversations"))
