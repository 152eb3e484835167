"""Writing down that behaviours were shown: which, who says so, when, and what it shows from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.life_skills.page_words import observer_words
from lob_workbench.features.life_skills.rules import Cell
from lob_workbench.features.life_skills.rules_claims import (
    OTHERS,
    TypedClaim,
    Who,
    claim_drafts,
    observer_at_desk,
)
from lob_workbench.skills.rules import Observer
from lob_workbench.storage.base import new_id
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, ChoiceField, DateField, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class ClaimForm(QWidget):
    """``finished`` gives the claims to write."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cell: Cell | None = None
        self._typed: TypedClaim | None = None
        self.words = Paragraph("", self)
        self.who: ChoiceField[Who] = ChoiceField(
            self.tr("&Wie zegt dit?"),
            [
                (Who.ME, self.tr("ik zag het")),
                (Who.LEARNER, self.tr("de persoon zelf")),
                (Who.OTHER, self.tr("iemand anders")),
            ],
            self,
        )
        self.observer: ChoiceField[Observer] = ChoiceField(
            self.tr("&Als wat"),
            [(one, observer_words(one)) for one in OTHERS],
            self,
            radio_up_to=0,
        )
        self.name = LineField(self.tr("&Naam"), self)
        self.day = DateField(self.tr("&Op welke dag"), self, today=context.clock.today)
        self.evidence = AreaField(
            self.tr("Waar &bleek het uit?"),
            self,
            placeholder=self.tr("Bijvoorbeeld: vroeg in het overleg door toen iets niet klopte"),
            max_lines=6,
        )
        self.link = LineField(
            self.tr("&Link"), self, placeholder="https://", limit=100_000
        )
        self.wrong = Panel("", self, tint="danger")
        self.sheet = ScrollColumn(self)
        self.sheet.column.setSpacing(space(3))
        for part in (
            self.words,
            self.who,
            self.observer,
            self.name,
            self.day,
            self.evidence,
            self.link,
            self.wrong,
        ):
            self.sheet.column.addWidget(part)
        self.sheet.column.addStretch(1)
        give_up = Button(self.tr("&Terug"), self, kind=ButtonKind.QUIET)
        give_up.clicked.connect(self.given_up)
        self.done = Button(self.tr("&Bewaren"), self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.done.clicked.connect(self.finish)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(give_up)
        buttons.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(buttons)
        self.who.changed.connect(self._fit)

    def begin(self, cell: Cell, chosen: tuple[str, ...]) -> None:
        """A claim on these behaviours of the cell."""
        self._cell = cell
        texts = [cell.skill_set.behaviour(one).text for one in chosen]
        self.words.setText("\n".join(texts))
        self._typed = TypedClaim(
            cell.learner.id,
            cell.skill_set.key,
            cell.skill.id,
            tuple((one, new_id()) for one in chosen),
            chosen,
        )
        self.who.set_value(Who.ME)
        self.observer.set_value(Observer.TEACHER)
        self.name.set_value("")
        self.day.set_value(self._context.clock.today())
        self.evidence.set_value("")
        self.link.set_value("")
        self._fit()
        self.evidence.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand over what stands there, or say what is missing."""
        if self._cell is None or self._typed is None:
            return
        me = observer_at_desk(self._context.actor.roles, self._cell.learner)
        typed = TypedClaim(
            self._typed.learner_id,
            self._typed.set_key,
            self._typed.skill_id,
            self._typed.ids,
            self._typed.chosen,
            self.who.value() or Who.ME,
            self.observer.value() or Observer.OTHER,
            self.name.value(),
            self.day.value(),
            self.evidence.value(),
            self.link.value(),
        )
        try:
            drafts = claim_drafts(typed, self._cell.learner, me)
        except InputRefused as refused:
            self.show_error(error_text(refused))
            return
        self.finished.emit(drafts)

    def show_error(self, words: str) -> None:
        """Why it was not written."""
        self.wrong.set_text(words)
        self.wrong.show()
        self.sheet.ensureWidgetVisible(self.wrong)

    def forget(self) -> None:
        """It is written."""
        self._typed = None

    def leave(self) -> bool:
        """Keep what was typed."""
        return True

    def clear(self) -> None:
        """Forget what was typed."""
        self._cell = self._typed = None
        self.evidence.set_value("")

    def _fit(self) -> None:
        other = self.who.value() is Who.OTHER
        self.observer.setVisible(other)
        self.name.setVisible(other)
        self.wrong.hide()
