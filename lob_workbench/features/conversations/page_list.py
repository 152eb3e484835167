"""The list of recorded talks."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations.operations_list import (
    FIRST_PAGE,
    NEXT_PAGE,
    count_talks,
    list_talks,
)
from lob_workbench.features.conversations.tables import kind_label, talk_columns
from lob_workbench.talks.rules import ConversationRow
from lob_workbench.talks.rules_talk_list import TalkCounts, TalkPage, TalksWanted, place_of
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import EmptyState
from lob_workbench.ui.paged_list import PagedTable
from lob_workbench.ui.theme import space

_ALL = "all"
_DAY = 0
"""The column by which the list can be turned round."""


class TalkList(QWidget):
    """Recorded talks of the whole caseload, newest first; Enter opens one.

    The first page is on the screen at once, the next ones come while scrolling, and the numbers
    behind the filters when they are counted.
    """

    loaded = Signal(bool)
    """The talks are there; whether there are any."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = TalksWanted()
        self._shown: TalksWanted | None = None
        self._kinds: tuple[ConversationKind, ...] = ()
        self._uncounted = False
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._ask_counts)
        self.filters = FilterChips(
            (Filter(_ALL, self.tr("Alles")),),
            self,
            exclusive=True,
            name=self.tr("Soort gesprek"),
        )
        self.filters.changed.connect(self._filter)
        self.table: PagedTable[ConversationRow] = PagedTable(
            talk_columns(),
            _talk_of,
            self,
            name=self.tr("Vastgelegde gesprekken"),
            empty=self.tr("Geen gesprekken van deze soort."),
            sortable=(_DAY,),
        )
        self.table.row_activated.connect(self._read)
        self.table.page_wanted.connect(self._ask_next)
        self.table.sort_asked.connect(self._sort)
        self.empty = EmptyState(
            "ph.chats-circle",
            self.tr("Nog geen gesprekken vastgelegd"),
            self.tr(
                "Een gesprek begint bij een student. Kies bij Studenten met wie je gaat praten, "
                "dan helpt de werkbank je voorbereiden en daarna vastleggen."
            )
            if context.actor.may(Right.RECORD_TALKS)
            else self.tr("Hier staan de gesprekken van studenten met wie je meeleest."),
            self.tr("Naar &Studenten"),
            self,
        )
        self.empty.started.connect(self._choose_student)
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(3))
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def load(self) -> None:
        """Ask for the talks and show them; who was reading the list stays where she was."""
        again = len(self.table.rows_model.rows) if self._shown == self._wanted else 0
        self._context.jobs.run(
            list_talks,
            self._wanted,
            None,
            max(again, FIRST_PAGE),
            receiver=self,
            done="_take_first",
        )
        self._uncounted = True

    def refresh(self, changes: Changes) -> None:
        """Load again when a talk was recorded or a name changed."""
        if changes.touches("conversation", "student"):
            self.load()

    def clear(self) -> None:
        """Forget everything."""
        self._uncounted = False
        self._counting.stop()
        self._wanted, self._shown, self._kinds = TalksWanted(), None, ()
        self.filters.set_choices((Filter(_ALL, self.tr("Alles")),))
        self.table.show_page((), more=False)
        self._stack.setCurrentIndex(0)

    def _take_first(self, page: TalkPage) -> None:
        if page.wanted != self._wanted:
            return  # Another filter was chosen meanwhile; its answer is on the way.
        if self._uncounted:
            # Once the rows are painted: a window does not wait for a number.
            self._uncounted = False
            self._counting.start()
        first = not self.table.rows_model.rows
        if page.wanted == self._shown:
            self.table.renew(page.rows, more=page.more)
        else:
            self.table.show_page(page.rows, more=page.more)
        self._shown = page.wanted
        any_talks = bool(page.rows) or page.wanted.kind is not None
        self._stack.setCurrentIndex(0 if any_talks else 1)
        self.loaded.emit(any_talks)
        if not self.isVisible():
            return
        if page.rows and first:
            self.table.select_row(page.rows[0])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not any_talks and self.empty.button is not None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_next(self) -> None:
        self._context.jobs.run(
            list_talks,
            self._wanted,
            place_of(self.table.rows_model.rows[-1]),
            NEXT_PAGE,
            receiver=self,
            done="_take_next",
            failed="_fail_next",
        )

    def _take_next(self, page: TalkPage) -> None:
        rows = self.table.rows_model.rows
        if page.wanted == self._shown and rows and page.after == place_of(rows[-1]):
            self.table.add_page(page.rows, more=page.more)

    def _fail_next(self, error: WorkbenchError) -> None:
        self.table.page_failed()
        self._context.navigator.complain(error)

    def _ask_counts(self) -> None:
        if self._context.jobs.stopped:
            return  # Locked between the rows and their numbers.
        self._context.jobs.run(count_talks, receiver=self, done="_take_counts")

    def _take_counts(self, counts: TalkCounts) -> None:
        kinds = tuple(kind for kind in ConversationKind if kind in counts.kinds)
        if kinds != self._kinds:
            self._kinds = kinds
            choices = [Filter(_ALL, self.tr("Alles"))]
            choices += [Filter(kind.value, kind_label(kind)) for kind in kinds]
            self.filters.set_choices(choices)
            # A kind of which no talk is left is no filter any more.
            self._filter(self.filters.value())
        self.filters.set_count(_ALL, counts.all)
        for kind in kinds:
            self.filters.set_count(kind.value, counts.of(kind))

    def _filter(self, keys: frozenset[Hashable]) -> None:
        kind = next((kind for kind in ConversationKind if kind.value in keys), None)
        self._want(replace(self._wanted, kind=kind))

    def _sort(self, _column: int, ascending: bool) -> None:
        self._want(replace(self._wanted, oldest_first=ascending))

    def _want(self, wanted: TalksWanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._context.jobs.run(list_talks, wanted, receiver=self, done="_take_first")

    def _read(self, row: ConversationRow) -> None:
        self._context.navigator.go(Target("conversations", row.id, "read"))

    def _choose_student(self) -> None:
        self._context.navigator.go(Target("students"))


def _talk_of(row: ConversationRow) -> Hashable:
    """A corrected talk is the same talk."""
    return row.talk_id
