"""The panel of one cell: four levels of behaviours, who saw what, and confirming at the foot."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.operations import read_cell
from lob_workbench.features.life_skills.operations_claims import claim, judge
from lob_workbench.features.life_skills.page_claim import ClaimForm
from lob_workbench.features.life_skills.page_levels import LevelPart
from lob_workbench.features.life_skills.page_verdict import VerdictForm
from lob_workbench.features.life_skills.page_words import observer_words, standing_words
from lob_workbench.features.life_skills.rules import Cell
from lob_workbench.features.life_skills.rules_claims import (
    Objection,
    objection,
    observer_at_desk,
)
from lob_workbench.skills.rules import ClaimDraft, ClaimView, LearnerKind, Verdict, VerdictDraft
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Heading, Line, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space


class CellPanel(QFrame):
    """``closed`` when the reader is done; ``changed`` cells load again by themselves."""

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._context = context
        self._asked: tuple[UUID, LearnerKind, str, str] | None = None
        self.cell: Cell | None = None
        self.levels: list[LevelPart] = []
        self.title = Heading("", self, size=TextSize.LARGE)
        self._line = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        close = Button("", self, kind=ButtonKind.QUIET, icon="ph.x", tip=self.tr("Sluiten (Esc)"))
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._sheet = ScrollColumn(self)
        self._sheet.column.setSpacing(space(2))
        self.foot_words = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.see_button = Button("", self, icon="ph.eye")
        self.see_button.clicked.connect(self._begin_claim)
        self.confirm_button = Button("", self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.confirm_button.clicked.connect(self._confirm)
        self.otherwise_button = Button(self.tr("&Anders…"), self, kind=ButtonKind.QUIET)
        self.otherwise_button.setToolTip(
            self.tr("Nog niet, een andere dag, of iemand anders bevestigt")
        )
        self.otherwise_button.clicked.connect(self._begin_verdict)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addStretch(1)
        for button in (self.see_button, self.otherwise_button, self.confirm_button):
            buttons.addWidget(button)
        reading = QWidget(self)
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._sheet, 1)
        column.addWidget(self.foot_words)
        column.addLayout(buttons)
        self.claim_form = ClaimForm(context, self)
        self.claim_form.finished.connect(self._write_claims)
        self.claim_form.given_up.connect(self._read_on)
        self.verdict_form = VerdictForm(context.clock, self)
        self.verdict_form.finished.connect(self._write_verdicts)
        self.verdict_form.given_up.connect(self._read_on)
        self.stack = QStackedWidget(self)
        for part in (reading, self.claim_form, self.verdict_form):
            self.stack.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(4), space(2), space(3), space(3))
        outer.setSpacing(space(2))
        outer.addLayout(head)
        outer.addWidget(Line(self))
        outer.addWidget(self.stack, 1)

    def show_cell(self, learner: UUID, kind: LearnerKind, set_key: str, skill: str) -> None:
        """Read and show one skill of one learner."""
        if self._asked != (learner, kind, set_key, skill):
            self._take_away()
            self.stack.setCurrentIndex(0)
        self._asked = (learner, kind, set_key, skill)
        self.reload()

    def reload(self) -> None:
        """Read again what is shown."""
        if self._asked is not None:
            self._context.jobs.run(
                read_cell, *self._asked, receiver=self, done="take_cell", failed="_complain"
            )

    def clear(self) -> None:
        """Forget whose it was."""
        self._asked = self.cell = None
        self._take_away()
        self.claim_form.clear()

    def leave(self) -> bool:
        """Keep what is being typed; ``False`` when that did not work."""
        return self.claim_form.leave()

    def take_cell(self, cell: Cell) -> None:
        """Show it; what was ticked and opened stays when it is the same cell."""
        if self._asked is None or (cell.learner.id, cell.skill.id) != (
            self._asked[0],
            self._asked[3],
        ):
            return
        same = self.cell is not None and self.cell.skill is cell.skill
        opened = {part.level.number for part in self.levels if part.is_open} if same else None
        fresh = not self.levels
        ticked = {row.behaviour.id for row in self._rows() if row.box.isChecked()}
        self._take_away()
        self.cell = cell
        self.title.setText(f"{cell.skill.name} · {cell.learner.name}")
        self._line.setText(f"{cell.skill.meaning} ({standing_words(cell.standing)})")
        changeable = self._may_write(cell)
        for level in cell.skill.levels:
            part = LevelPart(cell, level, changeable=changeable, parent=self._sheet.content)
            part.ticked.connect(self._show_foot)
            part.take_back_asked.connect(self._take_back)
            part.file_asked.connect(self._open_file)
            if opened is not None and not fresh:
                part.set_open(part.level.number in opened or part.level.number == cell.next_level)
            self.levels.append(part)
            self._sheet.column.addWidget(part)
        self._sheet.column.addStretch(1)
        for row in self._rows():
            if row.behaviour.id in ticked and row.box.isVisibleTo(row):
                row.box.setChecked(True)
        self._show_foot()
        if fresh:
            self.begin()

    def begin(self) -> None:
        """The keys come to the first thing to do here: what waits, or the next level."""
        rows = self._rows()
        first = next((row for row in rows if row.waiting()), None) or next(
            (row for row in rows if self._in_next(row.behaviour.level)), None
        )
        if first is None or not first.box.isVisibleTo(first):
            if self.levels:
                self.levels[0].fold.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.ensureWidgetVisible(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.stack.currentIndex():
                self._read_on()
            else:
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _in_next(self, level: int) -> bool:
        return self.cell is not None and level == self.cell.next_level

    def _may_write(self, cell: Cell) -> bool:
        return cell.learner.own and self._context.actor.may(Right.RECORD_SKILLS)

    def _rows(self) -> list:  # type: ignore[type-arg]
        return [row for part in self.levels for row in part.rows]

    # What is ticked

    def _chosen(self) -> tuple[tuple[ClaimView, ...], tuple[str, ...]]:
        """The claims that wait, and the behaviours without one, that are ticked."""
        ticked = [row for row in self._rows() if row.box.isChecked()]
        claims = tuple(one for row in ticked for one in row.waiting())
        return claims, tuple(row.behaviour.id for row in ticked if not row.waiting())

    def _mine(self, claims: tuple[ClaimView, ...]) -> tuple[ClaimView, ...]:
        """Those of ``claims`` that the actor may confirm in their own name."""
        cell, me = self.cell, self._context.actor.staff_id
        if cell is None:
            return ()
        return tuple(one for one in claims if objection(one, cell.learner, me) is Objection.NONE)

    def _show_foot(self) -> None:
        cell = self.cell
        claims, bare = self._chosen()
        mine = self._mine(claims)
        myself = cell is not None and cell.learner.id == self._context.actor.staff_id
        self.confirm_button.setVisible(bool(mine) and len(mine) == len(claims) and not bare)
        self.confirm_button.setText(
            self.tr("&Bevestigen ({count})").format(count=len(mine))
        )
        self.otherwise_button.setVisible(bool(claims) and not myself and not bare)
        self.see_button.setVisible(bool(bare) and not claims)
        self.see_button.setText(self.tr("&Opschrijven ({count})…").format(count=len(bare)))
        self.foot_words.setText(self._foot_line(claims, bare, mine))

    def _foot_line(
        self,
        claims: tuple[ClaimView, ...],
        bare: tuple[str, ...],
        mine: tuple[ClaimView, ...],
    ) -> str:
        cell = self.cell
        if cell is None:
            return ""
        if not cell.readable:
            return self.tr(
                "Je ziet hier de niveaus. Wat erbij is opgeschreven, leest de begeleider."
            )
        if not self._may_write(cell):
            return self.tr("Je leest mee. Opschrijven en bevestigen doet de eigen begeleider.")
        if claims and bare:
            return self.tr(
                "Kies of gedrag dat op bevestiging wacht, of gedrag dat nog open staat."
            )
        if claims and cell.learner.id == self._context.actor.staff_id:
            return self.tr(
                "Over jezelf bevestig je niets. Dat doet je teamleider achter een eigen scherm."
            )
        if claims and len(mine) < len(claims):
            return self.tr(
                "Dit schreef je zelf op. Iemand anders die het ook zag, kan het bevestigen."
            )
        if claims:
            observer = observer_at_desk(self._context.actor.roles, cell.learner)
            return self.tr("Je bevestigt als {role}, vandaag.").format(
                role=observer_words(observer)
            )
        return self.tr("Vink aan wat je zag of wat je wilt bevestigen. Meer tegelijk mag.")

    # Writing

    def _begin_claim(self) -> None:
        if self.cell is not None:
            self.claim_form.begin(self.cell, self._chosen()[1])
            self.stack.setCurrentWidget(self.claim_form)

    def _begin_verdict(self) -> None:
        claims = self._chosen()[0]
        if self.cell is not None and claims:
            may = len(self._mine(claims)) == len(claims)
            me = observer_at_desk(self._context.actor.roles, self.cell.learner)
            self.verdict_form.begin(claims, me if may else None)
            self.stack.setCurrentWidget(self.verdict_form)

    def _read_on(self) -> None:
        self.stack.setCurrentIndex(0)
        self.begin()

    def _confirm(self) -> None:
        if self.cell is None:
            return
        observer = observer_at_desk(self._context.actor.roles, self.cell.learner)
        today = self._context.clock.today()
        self._write_verdicts(
            tuple(
                VerdictDraft(one.id, Verdict.CONFIRMED, observer, max(today, one.seen_on))
                for one in self._mine(self._chosen()[0])
            )
        )

    def _take_back(self, claim_id: UUID) -> None:
        if self.cell is not None:
            observer = observer_at_desk(self._context.actor.roles, self.cell.learner)
            today = self._context.clock.today()
            self._write_verdicts((VerdictDraft(claim_id, Verdict.WITHDRAWN, observer, today),))

    def _write_verdicts(self, drafts: tuple[VerdictDraft, ...]) -> None:
        if self.cell is None or not drafts:
            return
        self.setEnabled(False)
        learner = self.cell.learner
        self._context.jobs.run(
            judge,
            learner.id,
            learner.kind,
            drafts,
            receiver=self,
            done="_take_written",
            failed="_take_refused",
        )

    def _write_claims(self, drafts: tuple[ClaimDraft, ...]) -> None:
        self.setEnabled(False)
        self._context.jobs.run(
            claim, drafts, receiver=self, done="_take_written", failed="_take_refused"
        )

    def _take_written(self, _changes: object) -> None:
        self.setEnabled(True)
        claiming = self.stack.currentWidget() is self.claim_form
        if claiming:
            self.claim_form.forget()
        self._untick()
        self.stack.setCurrentIndex(0)
        words = self.tr("Bewaard.")
        if claiming:
            words = self.tr("Bewaard. Het telt zodra een tweede persoon het bevestigt.")
        self._context.navigator.say(words, Tone.GOOD)
        self.reload()

    def _take_refused(self, error: Exception) -> None:
        self.setEnabled(True)
        shown = self.stack.currentWidget()
        if shown is self.claim_form:
            self.claim_form.show_error(error_text(error))
        elif shown is self.verdict_form:
            self.verdict_form.show_error(error_text(error))
        else:
            self._context.navigator.complain(error)
            self.reload()

    def _open_file(self, file: object) -> None:
        """Shown by who is around."""

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self.closed.emit()

    def _untick(self) -> None:
        for row in self._rows():
            row.box.setChecked(False)

    def _take_away(self) -> None:
        self.cell = None
        self.levels = []
        while (entry := self._sheet.column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
