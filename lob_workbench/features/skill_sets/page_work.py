"""Kwalificatiedossiers: from a qualification to its werkprocessen and the skills that they ask."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.skills import Skill, SkillSet
from lob_workbench.features.skill_sets.operations import Overview
from lob_workbench.features.skill_sets.rules_work import (
    Dossier,
    ProfileRow,
    WorkRow,
    profile_rows,
    skills_of,
    work_rows,
)
from lob_workbench.features.skill_sets.tables import (
    competence_words,
    profile_columns,
    work_columns,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import ChipRow
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import TextSize, space


class WorkView(QWidget):
    """Qualifications at the left, their work at the right, and below it what it asks."""

    route_asked = Signal(object, object)
    """A ``WorkRow``, and the skills (``tuple[Skill, …]``) for a route of it."""
    retire_asked = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, *, may_change: bool = False, may_route: bool = False
    ) -> None:
        super().__init__(parent)
        self._may_change, self._may_route = may_change, may_route
        self._set: SkillSet | None = None
        empty = self.tr("Nog geen kwalificatiedossiers.")
        if may_change:
            empty = self.tr(
                "Haal een kwalificatiedossier (.xml) op bij SBB en lees het hier in. Dan zie je "
                "bij elk werkproces welke skills erbij horen."
            )
        self.profiles: TableView[ProfileRow] = TableView(
            profile_columns(), self, name=self.tr("Kwalificaties"), empty=empty
        )
        self.profiles.row_chosen.connect(self._show_profile)
        self._origin = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.retire = Button(
            self.tr("Dossier uit gebruik halen"), self, kind=ButtonKind.QUIET, icon="ph.archive"
        )
        self.retire.clicked.connect(self._ask_retire)
        self.work: TableView[WorkRow] = TableView(
            work_columns(), self, name=self.tr("Kerntaken en werkprocessen"), empty=" "
        )
        self.work.row_chosen.connect(self._show_work)
        self.work.row_activated.connect(self._activate)
        self.card = Card(" ", self, subtitle=" ")
        self.skills = ChipRow(self.card)
        self._none = Paragraph(
            self.tr("Bij dit werk past geen skill van deze set."), self.card, ink="muted"
        )
        self.route_button = Button(self.tr("&Maak hier een route van"), self.card, icon="ph.path")
        self.route_button.clicked.connect(self._ask_route)
        self._lay_out()
        self._show_profile(None)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addWidget(self.profiles, 1)
        left.addWidget(self._origin)
        buttons = QHBoxLayout()
        buttons.addWidget(self.retire)
        buttons.addStretch(1)
        left.addLayout(buttons)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self.skills, 1)
        foot.addWidget(self.route_button)
        self.card.body.addLayout(foot)
        self.card.body.addWidget(self._none)
        right = QVBoxLayout()
        right.setSpacing(space(2))
        right.addWidget(self.work, 1)
        right.addWidget(self.card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, space(2))
        row.setSpacing(space(4))
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    def show_overview(self, overview: Overview, skill_set: SkillSet | None) -> None:
        """Show these dossiers, with the skills of this set; what was chosen stays chosen."""
        self._set = skill_set
        before = self.profiles.current_row()
        rows = profile_rows(overview.dossiers)
        self.profiles.set_rows(rows)
        same = [
            row
            for row in rows
            if before is not None and row.profile.number == before.profile.number
        ]
        if rows:
            self.profiles.select_row((same or list(rows))[0])
        self._show_profile(self.profiles.current_row())

    def choose(self, dossier: Dossier) -> None:
        """Show the first qualification of this dossier."""
        rows = self.profiles.rows_model.rows
        mine = [row for row in rows if row.dossier.id == dossier.id]
        if mine:
            self.profiles.select_row(mine[0])

    def _show_profile(self, row: ProfileRow | None) -> None:
        before = self.work.current_row()
        rows = work_rows(row.profile) if row is not None else ()
        self.work.set_rows(rows)
        self._origin.setText("" if row is None else self._origin_words(row.dossier))
        self.retire.setVisible(row is not None and self._may_change)
        if rows and (before is None or before not in rows):
            self.work.select_row(rows[0])
        self._show_work(self.work.current_row())

    def _origin_words(self, dossier: Dossier) -> str:
        words = self.tr("Uit dossier {title}, ingelezen door {name} op {day}")
        return words.format(
            title=dossier.qualification.title,
            name=dossier.added_by,
            day=long_date(dossier.added_at.date(), weekday=False),
        )

    def _show_work(self, row: WorkRow | None) -> None:
        self.card.setVisible(row is not None)
        self.skills.clear()
        if row is None:
            return
        titles = [competence_words(letter) for letter in row.competences]
        self.card.set_title(row.title, ", ".join(titles))
        skills = self._skills(row)
        for skill in skills:
            self.skills.add(skill.name)
        self._none.setVisible(not skills)
        self.route_button.setVisible(bool(skills) and self._may_route)

    def _skills(self, row: WorkRow) -> tuple[Skill, ...]:
        return () if self._set is None else skills_of(row, self._set)

    def _activate(self, _row: WorkRow) -> None:
        if not self.route_button.isHidden():
            self._ask_route()

    def _ask_route(self) -> None:
        row = self.work.current_row()
        if row is not None:
            self.route_asked.emit(row, self._skills(row))

    def _ask_retire(self) -> None:
        row = self.profiles.current_row()
        if row is not None:
            self.retire_asked.emit(row.dossier)
