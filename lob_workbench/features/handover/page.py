"""*Overdracht*: what colleagues ask of you, what you ask of them, and the way to ask."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.handover.operations import (
    confirm,
    confirm_on_paper,
    decline,
    overview,
    read,
    withdraw,
)
from lob_workbench.features.handover.page_cards import IncomingCard, OutgoingCard
from lob_workbench.features.handover.page_give import GiveCard
from lob_workbench.features.handover.rules import (
    HandoverRow,
    HandoverView,
    Overview,
)
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import ask
from lob_workbench.ui.page import EmptyState, Page, PageKey
from lob_workbench.ui.theme import space


class HandoverPage(Page):
    """For a tour: ``give_button``, ``give``, ``incoming`` and ``outgoing`` (cards by handover)."""

    help_topic = "handover"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            title=self.tr("Overdracht"),
            subtitle=self.tr(
                "Een student gaat naar een andere begeleider. Tot je collega ja zegt, blijft de "
                "student van jou."
            ),
        )
        self._context = context
        self._said = ""
        self.incoming: dict[UUID, IncomingCard] = {}
        self.outgoing = OutgoingCard(self)
        self.outgoing.taken_back.connect(self._withdraw)
        self.outgoing.agreed.connect(self._agreed)
        self.give = GiveCard(context, self)
        self.give.done.connect(self._given)
        self.give.hide()
        self.give_button = self.add_button(
            self.tr("Studenten overdragen"), self._begin, primary=True, icon="ph.arrows-left-right"
        )
        self.offer(PageKey.NEW, self.tr("Studenten overdragen"), self._begin)
        self._empty = EmptyState(
            "ph.arrows-left-right",
            self.tr("Er loopt geen overdracht"),
            self.tr(
                "Gaat een student of een groep naar een collega? De werkbank maakt een "
                "samenvatting van de laatste gesprekken en de open afspraken. Jij vult aan, de "
                "student ook, en je collega bevestigt."
            ),
            self.tr("Studenten overdragen"),
            self,
        )
        self._empty.started.connect(self._begin)
        self._empty.hide()
        self._going_on = QWidget(self)
        """What is going on; put away while the actor writes, which asks all the attention."""
        column = QVBoxLayout(self._going_on)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(space(4))
        column.addLayout(self._cards)
        column.addWidget(self.outgoing)
        self.body.addWidget(self.give)
        self.body.addWidget(self._going_on)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)

    def open(self, target: Target) -> None:
        """Show what is going on."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when somebody proposed or answered."""
        if changes.touches("handover", "student"):
            self._load()

    def leave(self) -> bool:
        """Keep what is being typed."""
        return self.give.flush()

    def clear(self) -> None:
        """Forget every name and word."""
        self.give.put_away()
        self._show(Overview((), (), answers_here=False))

    def _load(self) -> None:
        self._context.jobs.run(overview, receiver=self, done="_show")

    def _show(self, found: Overview) -> None:
        self._show_incoming(found.incoming)
        self.outgoing.show_rows(found.outgoing, answers_here=found.answers_here)
        self._fit(found)

    def _fit(self, found: Overview) -> None:
        giving = not self.give.isHidden()
        self._going_on.setVisible(not giving)
        self._empty.setVisible(not (found.incoming or found.outgoing or giving))
        self.give_button.setVisible(self._empty.isHidden() and not giving)

    def _show_incoming(self, rows: Iterable[HandoverRow]) -> None:
        wanted = {row.id: row for row in rows}
        for gone in [key for key in self.incoming if key not in wanted]:
            card = self.incoming.pop(gone)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for key, row in wanted.items():
            if key not in self.incoming:
                card = IncomingCard(row, self)
                card.read.connect(self._read)
                card.confirmed.connect(self._confirm)
                card.declined.connect(self._decline)
                self._cards.addWidget(card)
                self.incoming[key] = card

    def _read(self, row: HandoverRow) -> None:
        self._context.jobs.run(read, row.id, receiver=self, done="_take_words", failed="_refuse")

    def _take_words(self, view: HandoverView) -> None:
        if view.row.id in self.incoming:
            self.incoming[view.row.id].show_words(view)

    def _confirm(self, row: HandoverRow) -> None:
        self._said = self.tr("{name} is nu jouw student.").format(name=row.student_name)
        self._answer(confirm, row.id)

    def _decline(self, row: HandoverRow, words: str) -> None:
        self._said = self.tr("{name} blijft bij {giver}.").format(
            name=row.student_name, giver=row.giver
        )
        self._answer(decline, row.id, row.version, words)

    def _withdraw(self, row: HandoverRow) -> None:
        self._said = self.tr("{name} blijft bij jou.").format(name=row.student_name)
        self._answer(withdraw, row.id, row.version)

    def _agreed(self, row: HandoverRow) -> None:
        sure = ask(
            self,
            self.tr("{name} overdragen aan {receiver}?").format(
                name=row.student_name, receiver=row.receiver
            ),
            self.tr(
                "Je collega heeft ja gezegd. De student staat daarna niet meer bij jou in de lijst."
            ),
            self.tr("Overdragen"),
            self.tr("Nog niet"),
        )
        if sure:
            self._said = self.tr("{name} is nu van {receiver}.").format(
                name=row.student_name, receiver=row.receiver
            )
            self._answer(confirm_on_paper, row.id)

    def _answer(self, operation: Callable[..., Any], *args: object) -> None:
        self._context.jobs.run(
            operation, *args, receiver=self, done="_take_answer", failed="_refuse"
        )

    def _take_answer(self, _changes: Changes) -> None:
        self._context.navigator.say(self._said, Tone.GOOD)
        self._load()

    def _refuse(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._load()

    def _begin(self) -> None:
        for part in (self.give_button, self._empty, self._going_on):
            part.hide()
        self.give.begin()

    def _given(self) -> None:
        self._load()
