"""The panel of one cell: four levels of behaviours, who saw what, and confirming at the foot."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.life_skills.operations import read_cell
from lob_workbench.features.life_skills.operations_claims import (
    begin_claim,
    claim,
    judge,
    read_evidence,
)
from lob_workbench.features.life_skills.page_behaviour import BehaviourRow
from lob_workbench.features.life_skills.page_cell_foot import CellFoot
from lob_workbench.features.life_skills.page_claim import ClaimForm
from lob_workbench.features.life_skills.page_evidence import PhotoView
from lob_workbench.features.life_skills.page_levels import LevelPart
from lob_workbench.features.life_skills.page_verdict import VerdictForm
from lob_workbench.features.life_skills.page_words import sentence, standing_words
from lob_workbench.features.life_skills.rules import Cell
from lob_workbench.features.life_skills.rules_claims import (
    TypedClaim,
    observer_at_desk,
)
from lob_workbench.skills.rules import ClaimView, EvidenceFile, LearnerKind, Verdict, VerdictDraft
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Heading, Line, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space


class CellPanel(QFrame):
    """``closed`` when the reader is done; ``changed`` cells load again by themselves."""

    closed = Signal()
    goal_asked = Signal(object, str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._context = context
        self._asked: tuple[UUID, LearnerKind, str, str] | None = None
        self.cell: Cell | None = None
        self.levels: list[LevelPart] = []
        self._first: BehaviourRow | None = None
        self._wrote = False
        self._placed = QTimer(self)
        self._placed.setSingleShot(True)
        self._placed.setInterval(0)
        self._placed.timeout.connect(self._bring_first)
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
        # Wrapped lines find their height in more than one turn.
        self._sheet.verticalScrollBar().rangeChanged.connect(self._place)
        self.foot = CellFoot(context, self)
        self.foot.see_button.clicked.connect(self._begin_claim)
        self.foot.confirm_button.clicked.connect(self._confirm)
        self.foot.otherwise_button.clicked.connect(self._begin_verdict)
        self.foot.goal_button.clicked.connect(self._ask_goal)
        reading = QWidget(self)
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._sheet, 1)
        column.addWidget(self.foot)
        self.claim_form = ClaimForm(context, self)
        self.claim_form.finished.connect(self._write_claims)
        self.claim_form.given_up.connect(self._read_on)
        self.verdict_form = VerdictForm(context.clock, self)
        self.verdict_form.finished.connect(self._write_verdicts)
        self.verdict_form.given_up.connect(self._read_on)
        self.claim_form.discarded.connect(self.reload)
        self.photo = PhotoView(context, self)
        self.photo.closed.connect(self._close_photo)
        self.stack = QStackedWidget(self)
        for part in (reading, self.claim_form, self.verdict_form, self.photo):
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
            # Kept as a draft of the cell that is left.
            self.claim_form.leave()
            self.claim_form.clear()
            self._take_away()
            self.stack.setCurrentIndex(0)
        self._asked = (learner, kind, set_key, skill)
        self.reload()

    @property
    def whose(self) -> tuple[UUID, str] | None:
        """The learner and the skill that it is about; ``None`` when it is put away."""
        return None if self._asked is None or self.isHidden() else (self._asked[0], self._asked[3])

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
        self.photo.clear()
        self.stack.setCurrentIndex(0)

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
        within = self._wrote or self.isAncestorOf(QApplication.focusWidget() or self)
        focused = {row.behaviour.id for row in self._rows() if row.box.hasFocus()}
        if self._wrote and same and self.cell and cell.standing.level > self.cell.standing.level:
            reached = self.tr("Niveau {level} is bereikt.").format(level=cell.standing.level)
            self._context.navigator.say(reached, Tone.GOOD)
        self._wrote = False
        ticked = {row.behaviour.id for row in self._rows() if row.box.isChecked()}
        self._take_away()
        self.cell = cell
        self.title.setText(f"{cell.skill.name} · {cell.learner.name}")
        self._line.setText(sentence(standing_words(cell.standing)))
        changeable = self.foot.may_write(cell)
        for level in cell.skill.levels:
            part = LevelPart(cell, level, changeable=changeable, parent=self._sheet.content)
            part.ticked.connect(self._tick)
            part.fold.clicked.connect(self._let_go)
            part.take_back_asked.connect(self._take_back)
            part.file_asked.connect(self._open_file)
            if opened is not None and not fresh:
                part.set_open(part.level.number in opened or part.level.number == cell.next_level)
            self.levels.append(part)
            self._sheet.column.addWidget(part)
        self._sheet.column.addStretch(1)
        for row in self._rows():
            if row.behaviour.id in ticked and row.tickable:
                row.box.setChecked(True)
        self._show_foot()
        again = [row for row in self._rows() if row.behaviour.id in focused and row.tickable]
        if again:
            self._go_to(again[0])
        elif fresh or (within and not self.stack.currentIndex()):
            self.begin()

    def begin(self) -> None:
        """The keys come to the first thing to do here: what waits, or the next level."""
        rows = self._rows()
        first = next((row for row in rows if row.waiting()), None) or next(
            (row for row in rows if row.tickable and self._in_next(row.behaviour.level)), None
        )
        if first is None or not first.tickable:
            if self.levels:
                self.levels[0].fold.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._go_to(first)

    def _go_to(self, row: BehaviourRow) -> None:
        row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._first = row  # Again when the rows have found their place.
        self._placed.start()
        self._bring_first()

    def _tick(self) -> None:
        self._let_go()
        self._show_foot()

    def _place(self) -> None:
        self._placed.start()

    def _let_go(self) -> None:
        """The reader goes where they like from here."""
        self._first = None

    def _bring_first(self) -> None:
        if self._first is not None and self._first in self._rows():
            self._sheet.ensureWidgetVisible(self._first, 0, space(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.stack.currentWidget() is self.claim_form:
                self.claim_form.leave()
            if self.stack.currentIndex():
                self._read_on()
            else:
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _in_next(self, level: int) -> bool:
        return self.cell is not None and level == self.cell.next_level

    def _rows(self) -> list[BehaviourRow]:
        return [row for part in self.levels for row in part.rows]

    # What is ticked

    def _chosen(self) -> tuple[tuple[ClaimView, ...], tuple[str, ...]]:
        """The claims that wait, and the behaviours without one, that are ticked."""
        ticked = [row for row in self._rows() if row.box.isChecked()]
        claims = tuple(one for row in ticked for one in row.waiting())
        return claims, tuple(row.behaviour.id for row in ticked if not row.waiting())

    def _show_foot(self) -> None:
        if self.cell is not None:
            self.foot.show_chosen(self.cell, *self._chosen())

    # Writing

    def _begin_claim(self) -> None:
        cell = self.cell
        if cell is not None:
            self._context.jobs.run(
                begin_claim,
                cell.learner.id,
                cell.skill_set.key,
                cell.skill.id,
                receiver=self,
                done="take_begun",
                failed="_complain",
            )

    def take_begun(self, typed: TypedClaim) -> None:
        """Write on what was begun, or begin: about what is ticked, where something is."""
        cell, chosen = self.cell, self._chosen()[1]
        if cell is None or (cell.learner.id, cell.skill.id) != (typed.learner_id, typed.skill_id):
            return
        self.claim_form.begin(cell, replace(typed, chosen=chosen or typed.chosen))
        self.stack.setCurrentWidget(self.claim_form)
        self.claim_form.evidence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_goal(self) -> None:
        if self.cell is not None:
            self.goal_asked.emit(self.cell.learner.id, self.cell.skill.id)

    def _begin_verdict(self) -> None:
        claims = self._chosen()[0]
        if self.cell is not None and claims:
            may = len(self.foot.mine(self.cell, claims)) == len(claims)
            me = observer_at_desk(self._context.actor.roles, self.cell.learner)
            texts = [self.cell.skill_set.behaviour(one.behaviour_id).text for one in claims]
            self.verdict_form.begin(claims, texts, me if may else None)
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
                for one in self.foot.mine(self.cell, self._chosen()[0])
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

    def _write_claims(self, typed: TypedClaim) -> None:
        self.setEnabled(False)
        self._context.jobs.run(
            claim, typed, receiver=self, done="_take_written", failed="_take_refused"
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
        # What had the keys is gone: they come to what is next to do here.
        self._wrote = True
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

    # Files beside claims

    def _open_file(self, file: EvidenceFile) -> None:
        if self.cell is not None:
            learner = self.cell.learner
            self._context.jobs.run(
                read_evidence,
                learner.id,
                learner.kind,
                file.id,
                receiver=self,
                done="take_file",
                failed="_complain",
            )

    def take_file(self, file: EvidenceFile) -> None:
        """A photo is shown here; another file is saved where the reader says."""
        if self.cell is None:
            return
        if self.photo.open_file(file):
            self.stack.setCurrentWidget(self.photo)
            self.photo.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_photo(self) -> None:
        self.photo.clear()
        self._read_on()

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self.closed.emit()

    def _untick(self) -> None:
        for row in self._rows():
            row.box.setChecked(False)

    def _take_away(self) -> None:
        self.cell = self._first = None
        self.levels = []
        while (entry := self._sheet.column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
