"""Who is behind on a day: bars on top, filters, and the list below them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Target
from lob_workbench.features.planning.operations import Overview, overdue
from lob_workbench.features.planning.page_bars import NormBars
from lob_workbench.features.planning.rules import StudentStanding
from lob_workbench.features.planning.tables import StandingColumns
from lob_workbench.people.rules import FilterChoices, StudentFilter
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, DateField
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState
from lob_workbench.ui.theme import space


class OverviewPanel(QWidget):
    """The list on one day; ``told`` says in a line what is shown."""

    told = Signal(str)
    """Empty where there is nobody at all."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.found: Overview | None = None
        self._columns = StandingColumns(context.clock.today())
        self.day = DateField(self.tr("O&p datum"), self, today=context.clock.today)
        self.day.set_value(context.clock.today())
        self.day.changed.connect(self.load)
        self.group = self._choice(self.tr("&Klas"))
        self.programme = self._choice(self.tr("&Opleiding"))
        self.which: ChoiceField[bool] = ChoiceField(
            self.tr("&Toon"),
            [(False, self.tr("alle studenten")), (True, self.tr("alleen wie achter is"))],
            self,
            radio_up_to=0,
        )
        self.which.set_value(False)
        self.which.changed.connect(self._show_rows)
        filters = QHBoxLayout()
        filters.setSpacing(space(3))
        filters.addWidget(self.day, 3)
        filters.addWidget(self.group, 2)
        filters.addWidget(self.programme, 3)
        filters.addWidget(self.which, 3)
        self.bars = NormBars(self)
        self.table: TableView[StudentStanding] = TableView(
            self._columns.all(),
            self,
            name=self.tr("Studenten en de norm"),
            empty=self.tr("Niemand die hierbij past."),
        )
        self.table.row_activated.connect(self._open_student)
        self._list = QWidget(self)
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(space(3))
        inner.addLayout(filters)
        inner.addWidget(self.bars)
        inner.addWidget(self.table, 1)
        self.empty = EmptyState(
            "ph.calendar-check",
            self.tr("Nog niemand om voor te plannen"),
            self.tr(
                "Zodra er studenten bij jou staan, zie je hier welke gesprekken bij hen horen, wie "
                "achter is en wat je kunt plannen."
            ),
            "",
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def load(self) -> None:
        """Work out the chosen day again; a day that is none says so itself."""
        day = self.day.value()
        if day is None:
            return
        wanted = StudentFilter(
            group=self.group.value() or "", programme=self.programme.value() or ""
        )
        self._context.jobs.run(
            overdue, day, wanted, receiver=self, done="show_overview", failed="_refuse"
        )

    def show_overview(self, found: Overview) -> None:
        """Show how it stands."""
        self.found = found
        self._columns.day = found.day
        self.bars.show_totals(found.totals)
        self._show_choices(found.choices)
        self._show_rows()
        nobody = not found.rows and not self.group.value() and not self.programme.value()
        self._stack.setCurrentWidget(self.empty if nobody else self._list)
        if nobody:
            self.told.emit("")
            return
        words = self.tr("{count} studenten · {behind} achter op de norm")
        if len(found.rows) == 1:
            words = self.tr("1 student · {behind} achter op de norm")
        self.told.emit(words.format(count=len(found.rows), behind=found.behind))

    def clear(self) -> None:
        """Forget every name."""
        self.found = None
        self.table.set_rows(())
        self.bars.show_totals(())

    def _show_rows(self) -> None:
        rows = self.found.rows if self.found is not None else ()
        if self.which.value():
            rows = tuple(row for row in rows if row.overdue)
        self.table.set_rows(rows)

    def _show_choices(self, choices: FilterChoices) -> None:
        for field, values in ((self.group, choices.groups), (self.programme, choices.programmes)):
            field.set_choices([("", self.tr("alle")), *((value, value) for value in values)])
            field.setVisible(len(values) > 1)
            if field.value() is None:
                field.set_value("")

    def _choice(self, label: str) -> ChoiceField[str]:
        field: ChoiceField[str] = ChoiceField(label, [("", self.tr("alle"))], self, radio_up_to=0)
        field.set_value("")
        field.changed.connect(self.load)
        return field

    def _refuse(self, error: Exception) -> None:
        self.day.set_error(str(error))

    def _open_student(self, row: StudentStanding) -> None:
        self._context.navigator.go(Target("students", row.person.id))
