"""The foot of the panel of a cell: what can be done with what is ticked, or why it cannot."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.operations_lent import lend_skills
from lob_workbench.features.life_skills.page_lent_skills import LentSkillsView
from lob_workbench.features.life_skills.page_words import observer_words
from lob_workbench.features.life_skills.rules import Cell
from lob_workbench.features.life_skills.rules_claims import (
    Objection,
    objection,
    observer_at_desk,
)
from lob_workbench.features.life_skills.rules_lent import LentSkills
from lob_workbench.skills.rules import ClaimView, LearnerKind
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.theme import TextSize, space


class CellFoot(QWidget):
    """Only buttons that work are there; the line above tells the rest."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._actor = context.actor
        self._cell: Cell | None = None
        self.words = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.see_button = Button("", self, icon="ph.eye")
        self.confirm_button = Button("", self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.otherwise_button = Button(self.tr("&Anders…"), self, kind=ButtonKind.QUIET)
        self.otherwise_button.setToolTip(
            self.tr("Nog niet, een andere dag, of iemand anders bevestigt")
        )
        self.lend_button = Button("", self, icon="ph.laptop")
        self.lend_button.clicked.connect(self._lend)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addStretch(1)
        for button in (
            self.lend_button,
            self.see_button,
            self.otherwise_button,
            self.confirm_button,
        ):
            button.hide()
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.words)
        column.addLayout(buttons)

    def may_write(self, cell: Cell) -> bool:
        """Whether the actor writes down and confirms here at all."""
        return cell.learner.own and self._actor.may(Right.RECORD_SKILLS)

    def mine(self, cell: Cell, claims: tuple[ClaimView, ...]) -> tuple[ClaimView, ...]:
        """Those of ``claims`` that the actor may confirm in their own name."""
        me = self._actor.staff_id
        return tuple(one for one in claims if objection(one, cell.learner, me) is Objection.NONE)

    def show_chosen(self, cell: Cell, claims: tuple[ClaimView, ...], bare: tuple[str, ...]) -> None:
        """Offer what can be done: ``claims`` wait, ``bare`` are behaviours without one."""
        self._cell = cell
        mine = self.mine(cell, claims)
        every = len(mine) == len(claims)
        myself = cell.learner.id == self._actor.staff_id
        begun = cell.begun and not bare and self.may_write(cell)
        self.confirm_button.setVisible(bool(mine) and every and not bare)
        self.confirm_button.setText(self.tr("&Bevestigen ({count})").format(count=len(mine)))
        self.otherwise_button.setVisible(bool(claims) and not myself and not bare)
        self.see_button.setVisible((bool(bare) or begun) and not claims)
        words = self.tr("&Verder schrijven…") if begun else self.tr("&Opschrijven ({count})…")
        self.see_button.setText(words.format(count=len(bare)))
        student = cell.learner.kind is LearnerKind.STUDENT
        self.lend_button.setVisible(
            student and self.may_write(cell) and not claims and not bare and not begun
        )
        self.lend_button.setText(
            self.tr("&Laat {name} zelf schrijven…").format(
                name=literal(cell.learner.name.split(" ")[0])
            )
        )
        self.words.setText(self._line(cell, claims, bare, every=every, myself=myself))

    def _lend(self) -> None:
        cell = self._cell
        if cell is not None:
            self._context.jobs.run(
                lend_skills,
                cell.learner.id,
                cell.skill_set.key,
                cell.skill.id,
                receiver=self,
                done="take_loan",
                failed="_complain",
            )

    def take_loan(self, subject: LentSkills) -> None:
        """The laptop goes to the student."""
        self._context.navigator.lend(Loan(LentSkillsView, subject))

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def _line(
        self,
        cell: Cell,
        claims: tuple[ClaimView, ...],
        bare: tuple[str, ...],
        *,
        every: bool,
        myself: bool,
    ) -> str:
        if not cell.readable:
            return self.tr(
                "Je ziet hier de niveaus. Wat erbij is opgeschreven, leest de begeleider."
            )
        if not self.may_write(cell):
            return self.tr("Je leest mee. Opschrijven en bevestigen doet de eigen begeleider.")
        if claims and bare:
            return self.tr("Kies of gedrag dat op bevestiging wacht, of gedrag dat nog open staat.")
        if claims and myself:
            return self.tr(
                "Over jezelf bevestig je niets. Dat doet je teamleider achter een eigen scherm."
            )
        if claims and not every:
            return self.tr(
                "Dit schreef je zelf op. Iemand anders die het ook zag, kan het bevestigen."
            )
        if claims:
            observer = observer_at_desk(self._actor.roles, cell.learner)
            return self.tr("Je bevestigt als {role}, vandaag.").format(
                role=observer_words(observer)
            )
        return self.tr("Vink aan wat je zag of wat je wilt bevestigen. Meer tegelijk mag.")
