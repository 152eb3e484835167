"""The list of recorded talks."""

from collections import Counter
from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations.operations import list_conversations
from lob_workbench.features.conversations.tables import kind_label, talk_columns
from lob_workbench.talks.rules import ConversationRow
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState
from lob_workbench.ui.theme import space

_ALL = "all"


class TalkList(QWidget):
    """Recorded talks of the whole caseload, newest first; Enter opens one."""

    loaded = Signal(bool)
    """The talks are there; whether there are any."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[ConversationRow, ...] = ()
        self.filters = FilterChips((), self, exclusive=True, name=self.tr("Soort gesprek"))
        self.filters.changed.connect(self._filter)
        self.table: TableView[ConversationRow] = TableView(
            talk_columns(), self, name=self.tr("Vastgelegde gesprekken")
        )
        self.table.row_activated.connect(self._read)
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
        """Ask for the talks and show them."""
        self._context.jobs.run(list_conversations, receiver=self, done="_take_conversations")

    def refresh(self, changes: Changes) -> None:
        """Load again when a talk was recorded or a name changed."""
        if changes.touches("conversation", "student"):
            self.load()

    def clear(self) -> None:
        """Forget everything."""
        self._rows = ()
        self.filters.set_choices(())
        self.table.set_rows(())
        self._stack.setCurrentIndex(0)

    def _take_conversations(self, rows: tuple[ConversationRow, ...]) -> None:
        first = not self._rows
        self._rows = rows
        counts = Counter(row.kind for row in rows)
        choices = [Filter(_ALL, self.tr("Alles"), count=len(rows))]
        choices += [
            Filter(kind.value, kind_label(kind), count=counts[kind])
            for kind in ConversationKind
            if kind in counts
        ]
        self.filters.set_choices(choices)
        self._filter(self.filters.value())
        self._stack.setCurrentIndex(0 if rows else 1)
        self.loaded.emit(bool(rows))
        if not self.isVisible():
            return
        if rows and first:
            self.table.select_row(self.table.rows_model.row(0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not rows and self.empty.button is not None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, kinds: frozenset[Hashable]) -> None:
        wanted = self._rows
        if _ALL not in kinds:
            wanted = tuple(row for row in self._rows if row.kind.value in kinds)
        self.table.set_rows(wanted)

    def _read(self, row: ConversationRow) -> None:
        self._context.navigator.go(Target("conversations", row.id, "read"))

    def _choose_student(self) -> None:
        self._context.navigator.go(Target("students"))
