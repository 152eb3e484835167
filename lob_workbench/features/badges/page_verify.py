"""Judging badges of anybody: drop a file, read in words what may be said of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.rights import Right
from lob_workbench.features.badges.judging import Judgement, judge_files
from lob_workbench.features.badges.operations_trust import read_knowledge
from lob_workbench.features.badges.page_drop import DropPlace
from lob_workbench.features.badges.page_verdict import VerdictCard
from lob_workbench.features.badges.rules_trust import Knowledge
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class VerifyPanel(QWidget):
    """``cards`` are the verdicts, in the order of the files."""

    trust_asked = Signal(str, str)
    """The name that a badge gives to its issuer, and the issuer's address."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._files: tuple[Path, ...] = ()
        self._folder: Path | None = None
        self.cards: list[VerdictCard] = []
        sheet = ScrollColumn(self)
        self.place = DropPlace(sheet.content)
        self.place.asked.connect(self._choose)
        self.place.dropped.connect(self.judge)
        self.problem = Panel("", sheet.content, tint="danger")
        self.problem.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(space(3))
        sheet.column.addWidget(self.place)
        sheet.column.addWidget(self.problem)
        sheet.column.addLayout(self._found)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self.setFocusProxy(self.place.button)

    def load(self) -> None:
        """Judge the same files again: a key may be trusted by now."""
        if self._files:
            self.judge(self._files)

    def judge(self, files: Sequence[Path]) -> None:
        """Judge these files."""
        self._files = tuple(files)
        self._context.jobs.run(read_knowledge, receiver=self, done="_judge", failed="_refuse")

    def clear(self) -> None:
        """Forget every verdict."""
        self._files = ()
        self.problem.hide()
        self._take_away()

    def _choose(self) -> None:
        file = open_file(
            self,
            self.tr("Badge kiezen"),
            self.tr("Badges (*.png *.svg *.json *.jwt *.jsonld *.txt *.html);;Alle bestanden (*)"),
            self._folder,
        )
        if file is not None:
            self._folder = file.parent
            self.judge((file,))

    def _judge(self, knowledge: Knowledge) -> None:
        self._context.jobs.render(
            judge_files,
            self._files,
            knowledge,
            self._context.clock.now(),
            receiver=self,
            done="_show",
            failed="_refuse",
        )

    def _show(self, found: tuple[Judgement, ...]) -> None:
        self.problem.hide()
        self._take_away()
        keeps = self._context.actor.may(Right.KEEP_BADGE_KEYS)
        for judgement in found:
            card = VerdictCard(judgement, self._context.clock.today(), keeps, self)
            card.trust_asked.connect(self.trust_asked)
            self._found.addWidget(card)
            self.cards.append(card)

    def _refuse(self, error: Exception) -> None:
        self._take_away()
        self.problem.set_text(error_text(error))
        self.problem.show()

    def _take_away(self) -> None:
        for card in self.cards:
            self._found.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
