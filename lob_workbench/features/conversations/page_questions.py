"""Choosing up to three questions for a talk: a handful that fit, and the bank behind them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.schema import PHASES_OF_KIND, CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.conversations.tables import competence_label, phase_label
from lob_workbench.talks.rules import MAX_QUESTIONS, AskedQuestion
from lob_workbench.talks.rules_questions import NO_CHOICE, OfferedQuestion, QuestionChoice
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip, Filter, FilterChips
from lob_workbench.ui.forms import CheckBox
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.theme import TextSize, space, text_width

__all__ = ["QuestionPicker"]

HANDFUL = 4
"""As many are offered at once: more would be read instead of chosen."""


class _Slot(QWidget):
    """A place for a chosen question: its number, and the question or that it is still free."""

    emptied = Signal()

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = Label(str(number), self, bold=True, ink="primary")
        self._number.setFixedWidth(text_width(self, 2))
        self._words = Paragraph("", self)
        self.remove = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.x", tip=self.tr("Vraag weghalen")
        )
        self.remove.clicked.connect(self.emptied)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self._number)
        row.addWidget(self._words, 1)
        row.addWidget(self.remove)
        # A free place is as high as a taken one, so that choosing moves nothing.
        self.setMinimumHeight(self.remove.sizeHint().height())

    def show_question(self, text: str) -> None:
        """Show the question, or for ``""`` that this place is free."""
        self._words.setText(text or self.tr("Nog vrij"))
        self._words.set_ink("" if text else "muted")
        self.remove.setVisible(bool(text))
        self.remove.setAccessibleName(self.tr("Vraag weghalen: {text}").format(text=text))


class _Choice(QWidget):
    """A question of the bank with its check box; a click on the words counts too.

    ``asked`` is when this student was asked it before, if ever.
    """

    toggled = Signal(bool)

    def __init__(self, question: OfferedQuestion, asked: date | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self.box = CheckBox("", self)
        self.box.setAccessibleName(question.text)
        self.box.clicked.connect(self.toggled)
        self._words = Paragraph(question.text, self)
        self._words.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        # The first line stands level with the middle of the box.
        words = QVBoxLayout()
        words.setContentsMargins(0, space(1) + 2, 0, space(1) + 2)
        words.setSpacing(space(1))
        words.addWidget(self._words)
        row.addLayout(words, 1)
        said = []
        if asked is not None:
            said.append(self.tr("Gesteld op {day}").format(day=plain_date(asked)))
            words.addWidget(Label(said[0], self, size=TextSize.SMALL, ink="muted"))
        if question.own:
            said.append(self.tr("eigen vraag"))
            words.addWidget(Chip(said[-1], self), 0, Qt.AlignmentFlag.AlignLeft)
        self.box.setAccessibleDescription(", ".join(said))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()


class QuestionPicker(QWidget):
    """The chosen questions on top, the bank below it, one competence at a time."""

    changed = Signal()
    bank_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ConversationKind.CAREER_REFLECTION
        self._choice = NO_CHOICE
        self._turn = 0
        self._chosen: tuple[AskedQuestion, ...] = ()
        self._slots = [_Slot(number + 1, self) for number in range(MAX_QUESTIONS)]
        self.said = Paragraph("", self, ink="muted")
        self.filters = FilterChips(
            [Filter(competence, competence_label(competence)) for competence in CareerCompetence],
            self,
            exclusive=True,
            name=self.tr("Vragen van welke competentie"),
        )
        self.filters.changed.connect(self._begin_bank)
        self.phases = FilterChips((), self, exclusive=True, name=self.tr("Vragen voor welke fase"))
        self.phases.changed.connect(self._begin_bank)
        self._none = Paragraph(
            self.tr("Hiervoor staat er geen vraag in de bank."), self, ink="muted"
        )
        self.more = Button(
            self.tr("Andere vragen"), self, kind=ButtonKind.QUIET, icon="ph.arrows-clockwise"
        )
        self.more.clicked.connect(self._turn_bank)
        self.bank = Button(self.tr("Vragenbank"), self, kind=ButtonKind.QUIET, icon="ph.question")
        self.bank.clicked.connect(self.bank_asked)
        self.choices: list[_Choice] = []
        self._bank = QVBoxLayout()
        self._bank.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.said)
        for slot in self._slots:
            slot.emptied.connect(self._empty_slot)
            column.addWidget(slot)
        column.addWidget(Line(self))
        column.addSpacing(space(1))
        column.addWidget(self.filters)
        # Under the competences it would look like more of them.
        self._in_phase = QWidget(self)
        when = QHBoxLayout(self._in_phase)
        when.setContentsMargins(0, 0, 0, 0)
        when.setSpacing(space(3))
        when.addWidget(Label(self.tr("Fase"), self._in_phase, bold=True))
        when.addWidget(self.phases, 1)
        column.addWidget(self._in_phase)
        column.addLayout(self._bank)
        column.addWidget(self._none)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self.more)
        foot.addWidget(self.bank)
        foot.addStretch(1)
        column.addLayout(foot)
        self._show_phases()
        self._show_chosen()

    def value(self) -> tuple[AskedQuestion, ...]:
        """The chosen questions, in the order of choosing."""
        return self._chosen

    def set_value(self, questions: Sequence[AskedQuestion]) -> None:
        """Show these as chosen; ``changed`` is not emitted."""
        self._chosen = tuple(questions)
        self._show_chosen()

    def set_choice(self, choice: QuestionChoice) -> None:
        """What can be asked of this student; what is chosen stays chosen."""
        if choice != self._choice:
            self._choice = choice
            self._show_phases()

    def set_kind(self, kind: ConversationKind) -> None:
        """Offer the questions that fit this kind of talk; what is chosen stays chosen."""
        if kind != self._kind:
            self._kind = kind
            self._show_phases()

    def _show_phases(self) -> None:
        """The phases in which this talk happens, the likely one on."""
        phases = PHASES_OF_KIND[self._kind]
        self.phases.set_choices([Filter(phase, phase_label(phase)) for phase in phases])
        self.phases.set_value(frozenset({self._choice.phase(self._kind)}))
        self._in_phase.setVisible(len(phases) > 1)
        self._begin_bank()

    def _begin_bank(self, _keys: object = None) -> None:
        self._turn = 0
        self._show_bank()

    def _turn_bank(self) -> None:
        self._turn += 1
        self._show_bank()

    def _fitting(self) -> tuple[OfferedQuestion, ...]:
        phase = next((one for one in CareerPhase if one in self.phases.value()), None)
        on = self.filters.value()
        competence = next((one for one in CareerCompetence if one in on), None)
        if phase is None or competence is None:
            return ()
        return self._choice.fitting(self._kind, phase, competence)

    def _show_bank(self) -> None:
        for choice in self.choices:
            self._bank.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        self.choices = []
        fitting = self._fitting()
        turns = -(-len(fitting) // HANDFUL)
        # The last handful is as large as the others, so that the buttons below stay in place.
        begin = min(self._turn % turns * HANDFUL, max(0, len(fitting) - HANDFUL)) if turns else 0
        for question in fitting[begin : begin + HANDFUL]:
            choice = _Choice(question, self._choice.asked.get(question.id), self)
            choice.toggled.connect(self._toggle)
            self._bank.addWidget(choice)
            choice.show()
            self.choices.append(choice)
        self._none.setVisible(not fitting)
        self.more.setVisible(len(fitting) > HANDFUL)
        self._mark()

    def _mark(self) -> None:
        chosen = {question.id for question in self._chosen}
        for choice in self.choices:
            choice.box.setChecked(choice.question.id in chosen)

    def _show_chosen(self, *, full: bool = False) -> None:
        for place, slot in enumerate(self._slots):
            taken = place < len(self._chosen)
            slot.show_question(self._chosen[place].text if taken else "")
        if full:
            words = self.tr("Drie vragen is genoeg. Haal er een weg om een andere te kiezen.")
        elif len(self._chosen) == MAX_QUESTIONS:
            words = self.tr("Je hebt drie vragen gekozen.")
        else:
            words = self.tr("Kies hooguit drie vragen. Ze staan straks groot in beeld.")
        self.said.setText(words)
        self.said.set_ink("attention" if full else "muted")
        self._mark()

    def _toggle(self, wanted: bool) -> None:
        choice = self.sender()
        if not isinstance(choice, _Choice):
            return
        question = choice.question
        if wanted and len(self._chosen) >= MAX_QUESTIONS:
            self._show_chosen(full=True)
            return
        rest = tuple(chosen for chosen in self._chosen if chosen.id != question.id)
        self._chosen = (*rest, AskedQuestion(question.id, question.text)) if wanted else rest
        self._show_chosen()
        self.changed.emit()

    def _empty_slot(self) -> None:
        slot = self.sender()
        if not isinstance(slot, _Slot):
            return
        place = self._slots.index(slot)
        self._chosen = self._chosen[:place] + self._chosen[place + 1 :]
        self._show_chosen()
        if not slot.remove.isVisibleTo(self):
            self.filters.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
