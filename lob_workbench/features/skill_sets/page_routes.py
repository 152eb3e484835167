"""The routes: a list, what is in the chosen one, and what may be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.skill_sets.operations import Overview
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.tables import route_columns
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import ChipRow
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import space


class RoutesView(QWidget):
    """Routes in force first; those out of use stand below them."""

    change_asked = Signal(object)
    retire_asked = Signal(object)
    return_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: TableView[RouteRow] = TableView(
            route_columns(),
            self,
            name=self.tr("Routes"),
            empty=self.tr(
                "Een route is een eigen keuze uit de skills, zoals ‘leidinggeven in de keuken’. In "
                "de matrix zie je dan alleen die skills. Maak er een met ‘Nieuwe route’, of kies "
                "een werkproces bij Kwalificatiedossiers."
            ),
        )
        self.table.row_chosen.connect(self._show_row)
        self.table.row_activated.connect(self._activate)
        self.card = Card(" ", self)
        self.skills = ChipRow(self.card)
        self._unknown = Paragraph("", self.card, ink="muted")
        self.change = Button(self.tr("Veranderen"), self.card, icon="ph.pencil-simple")
        self.retire = Button(
            self.tr("Uit gebruik halen"), self.card, kind=ButtonKind.QUIET, icon="ph.archive"
        )
        self.bring_back = Button(self.tr("Weer gebruiken"), self.card, icon="ph.arrow-u-up-left")
        self.change.clicked.connect(self._ask_change)
        self.retire.clicked.connect(self._ask_retire)
        self.bring_back.clicked.connect(self._ask_return)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.skills, 1)
        for button in (self.retire, self.change, self.bring_back):
            row.addWidget(button)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self._unknown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(2))
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        self._show_row(None)

    def show_overview(self, overview: Overview) -> None:
        """Show these routes; the chosen one stays chosen."""
        before = self.table.current_row()
        rows = sorted(overview.routes, key=_retired)
        self.table.set_rows(rows)
        same = [one for one in rows if before is not None and one.route.id == before.route.id]
        if rows:
            self.table.select_row((same or rows)[0])
        self._show_row(self.table.current_row())

    def _show_row(self, row: RouteRow | None) -> None:
        self.card.setVisible(row is not None)
        self.skills.clear()
        if row is None:
            return
        self.card.set_title(row.route.name)
        for name in row.skill_names:
            self.skills.add(name)
        missing = len(row.route.skills) - len(row.skill_names)
        self._unknown.setText(
            self.tr("{count} skills van deze route staan niet meer in de set.").format(
                count=missing
            )
        )
        self._unknown.setVisible(missing > 0)
        mine, known = row.changeable, row.skill_set is not None
        self.change.setVisible(mine and known and not row.is_retired)
        self.retire.setVisible(mine and not row.is_retired)
        self.bring_back.setVisible(mine and row.is_retired)

    def _activate(self, row: RouteRow) -> None:
        if row.changeable and row.skill_set is not None and not row.is_retired:
            self.change_asked.emit(row)

    def _ask_change(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.change_asked.emit(row)

    def _ask_retire(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.retire_asked.emit(row)

    def _ask_return(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.return_asked.emit(row)


def _retired(row: RouteRow) -> bool:
    return row.is_retired
