"""Saying something of claims with another name, on another day, or that it is not there yet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import Clock
from lob_workbench.features.life_skills.page_words import observer_words
from lob_workbench.features.life_skills.rules_claims import OTHERS, Who
from lob_workbench.skills.rules import ClaimView, Observer, Verdict, VerdictDraft
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.forms import AreaField, ChoiceField, DateField, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn, finish_by_keys
from lob_workbench.ui.theme import space


class VerdictForm(QWidget):
    """``finished`` gives the verdicts; who may not confirm in their own name gives another."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._claims: tuple[ClaimView, ...] = ()
        self._me: Observer | None = None
        self.words = Paragraph("", self)
        self.verdict: ChoiceField[Verdict] = ChoiceField(
            self.tr("Klo&pt het?"),
            [
                (Verdict.CONFIRMED, self.tr("ja, bevestigen")),
                (Verdict.DECLINED, self.tr("nog niet")),
            ],
            self,
        )
        self.who: ChoiceField[Who] = ChoiceField(
            self.tr("&Wie zegt dat?"),
            [(Who.ME, self.tr("ik")), (Who.OTHER, self.tr("iemand anders"))],
            self,
        )
        self.observer: ChoiceField[Observer] = ChoiceField(
            self.tr("&Als wat"),
            [(one, observer_words(one)) for one in OTHERS],
            self,
            radio_up_to=0,
        )
        self.name = LineField(self.tr("&Naam"), self)
        self.day = DateField(self.tr("&Op welke dag"), self, today=clock.today)
        self.note = AreaField(self.tr("Wat is er nog nod&ig?"), self, min_lines=2, max_lines=5)
        self.wrong = Panel("", self, tint="danger")
        sheet = ScrollColumn(self)
        sheet.column.setSpacing(space(3))
        for part in (
            self.words,
            self.verdict,
            self.who,
            self.observer,
            self.name,
            self.day,
            self.note,
            self.wrong,
        ):
            sheet.column.addWidget(part)
        sheet.column.addStretch(1)
        give_up = Button(self.tr("Teru&g"), self, kind=ButtonKind.QUIET)
        give_up.clicked.connect(self.given_up)
        self.done = Button(self.tr("&Bewaren"), self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.done.clicked.connect(self._finish)
        finish_by_keys(self, self.done)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(give_up)
        buttons.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet, 1)
        column.addLayout(buttons)
        self.verdict.changed.connect(self._fit)
        self.who.changed.connect(self._fit)

    def begin(
        self, claims: tuple[ClaimView, ...], texts: Sequence[str], me: Observer | None
    ) -> None:
        """Ask about ``claims``; ``me`` is as what the actor may say it, ``None`` when not."""
        self._claims, self._me = claims, me
        self.words.setText("\n".join(texts))
        self.verdict.set_value(Verdict.CONFIRMED)
        self.who.set_value(Who.OTHER if me is None else Who.ME)
        self.observer.set_value(Observer.TEACHER)
        self.name.set_value("")
        self.day.set_value(self._clock.today())
        self.note.set_value("")
        self.wrong.hide()
        self._fit()
        self.verdict.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, words: str) -> None:
        """Why it was not written."""
        self.wrong.set_text(words)
        self.wrong.show()

    def _fit(self) -> None:
        other = self.who.value() is Who.OTHER
        self.who.setVisible(self._me is not None)
        self.observer.setVisible(other)
        self.name.setVisible(other)
        self.note.setVisible(self.verdict.value() is Verdict.DECLINED)
        self.wrong.hide()

    def _finish(self) -> None:
        day, verdict = self.day.value(), self.verdict.value()
        if day is None or verdict is None:
            self.day.check()
            return
        other = self.who.value() is Who.OTHER or self._me is None
        observer = self.observer.value() if other else self._me
        self.finished.emit(
            tuple(
                VerdictDraft(
                    claim.id,
                    verdict,
                    observer or Observer.OTHER,
                    day,
                    observer_name=self.name.value() if other else "",
                    own_word=not other,
                    note=self.note.value() if verdict is Verdict.DECLINED else "",
                )
                for claim in self._claims
            )
        )
