"""The form with which a question of the school's own is written or changed."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.features.questions.rules import QuestionDraft, is_closed, kinds_in
from lob_workbench.features.questions.tables import competence_label, kind_label, phase_label
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.field import Field
from lob_workbench.ui.forms import AreaField, ChoiceField, Form
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class ChipsField(Field):
    """Any number of choices, as chips."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Filter],
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self.chips = FilterChips(choices, self, name=label)
        self.chips.changed.connect(self._edited)
        self.put(self.chips)

    def value(self) -> frozenset[Hashable]:
        """What is on."""
        return self.chips.value()

    def set_value(self, keys: frozenset[Hashable]) -> None:
        """Put these on; ``changed`` is not emitted."""
        self.chips.set_value(keys)
        self.clear_error()

    def is_empty(self) -> bool:
        return not self.value()


class QuestionForm(ScrollColumn):
    """The words, and where they belong."""

    saved = Signal()
    """*Bewaren*: everything that must be filled in is."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: QuestionDraft | None = None
        self._shown: QuestionDraft | None = None
        card = Card("", self.content)
        self.text = AreaField(
            self.tr("De &vraag"),
            card,
            required=True,
            min_lines=2,
            hint=self.tr("Begin bij iets wat de student heeft meegemaakt."),
            placeholder=self.tr("Bijvoorbeeld: Vertel over een keer dat je … Wat deed je toen?"),
        )
        self.advice = Panel(
            self.tr(
                "Op deze vraag past ‘ja’ of ‘nee’. Met hoe, wat, wanneer of ‘vertel over’ "
                "krijg je een verhaal."
            ),
            card,
            tint="attention",
        )
        self.competence: ChoiceField[CareerCompetence] = ChoiceField(
            self.tr("&Competentie"),
            [(competence, competence_label(competence)) for competence in CareerCompetence],
            card,
            required=True,
            radio_up_to=len(CareerCompetence),
        )
        self.phases = ChipsField(
            self.tr("In welke &fase?"),
            [Filter(phase, phase_label(phase)) for phase in CareerPhase],
            card,
            required=True,
        )
        self.kinds = ChipsField(
            self.tr("Bij welk &gesprek?"),
            (),
            card,
            hint=self.tr("Kies je niets, dan past de vraag bij elk gesprek in die fase."),
        )
        self._refused = Paragraph("", card, ink="danger")
        self.save_button = Button(
            self.tr("Bewaren"), card, kind=ButtonKind.PRIMARY, tip=self.tr("Ctrl+Enter")
        )
        self.cancel_button = Button(self.tr("Toch niet"), card, kind=ButtonKind.QUIET)
        form = Form(card, characters=96)
        for field in (self.text, self.advice, self.competence, self.phases, self.kinds):
            form.add(field)
        self._form = form
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        card.body.addWidget(form)
        card.body.addWidget(self._refused)
        card.body.addLayout(buttons)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.text.changed.connect(self._advise)
        self.phases.changed.connect(self._fit_kinds)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.given_up)
        self.clear()

    @property
    def is_touched(self) -> bool:
        """Whether something stands here that was not kept."""
        return self._draft is not None and self.draft() != self._shown

    def show_draft(self, draft: QuestionDraft) -> None:
        """Show this question, with the focus in its words."""
        self._draft = draft
        self.text.set_value(draft.text)
        self.competence.set_value(draft.competence)
        self.phases.set_value(frozenset(draft.phases))
        self.kinds.set_value(frozenset())
        self._fit_kinds()
        self.kinds.set_value(frozenset(draft.kinds))
        self.show_error("")
        self._advise()
        self._shown = self.draft()
        self.begin()

    def begin(self) -> None:
        """Put the focus where the work begins."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self.text.set_value("")
        self._draft = self._shown = None
        self.competence.set_value(None)
        self.phases.set_value(frozenset())
        self._fit_kinds()
        self.show_error("")
        self._advise()

    def draft(self) -> QuestionDraft | None:
        """The question as it stands here."""
        if self._draft is None:
            return None
        phases, kinds = self.phases.value(), self.kinds.value()
        return QuestionDraft(
            self._draft.id,
            self.text.value(),
            self.competence.value(),
            tuple(phase for phase in CareerPhase if phase in phases),
            tuple(kind for kind in ConversationKind if kind in kinds),
            self._draft.version,
        )

    def save(self) -> None:
        """Ask to keep it, once all that must be there is there."""
        if self._draft is not None and self.save_button.isEnabled() and self._form.check():
            self.save_button.setEnabled(False)
            self.saved.emit()

    def show_error(self, error: Exception | str) -> None:
        """Say why it was not kept; empty hides that."""
        words = error if isinstance(error, str) else error_text(error)
        self._refused.setText(words)
        self._refused.setVisible(bool(words))
        self.save_button.setEnabled(True)
        if words:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _advise(self) -> None:
        self.advice.setVisible(is_closed(self.text.value()))

    def _fit_kinds(self) -> None:
        phases = self.phases.value()
        fitting = kinds_in(phase for phase in CareerPhase if phase in phases)
        self.kinds.chips.set_choices([Filter(kind, kind_label(kind)) for kind in fitting])
        self.kinds.setVisible(bool(fitting))
        # These were made just now: Tab would come to them after the buttons below.
        before: QWidget = self.phases
        for chip in (*self.kinds.findChildren(QAbstractButton), self.save_button):
            QWidget.setTabOrder(before, chip)
            before = chip
        QWidget.setTabOrder(self.save_button, self.cancel_button)
