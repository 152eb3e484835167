"""*Nieuwe studenten*: the team leader says yes or no to names and numbers."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.arrivals.operations import answer, waiting
from lob_workbench.features.arrivals.rules import Answered, ArrivalView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.dialogs import ask
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.page import EmptyState, Page
from lob_workbench.ui.theme import TextSize, space


class ArrivalsPage(Page):
    """Who waits for the actor's answer, a card for each counsellor who asked."""

    help_topic = "arrivals"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            title=self.tr("Nieuwe studenten"),
            subtitle=self.tr(
                "Een begeleider neemt een werkboek mee. Ken jij deze namen en nummers? "
                "Na jouw ja komt de student bij die begeleider."
            ),
        )
        self._context = context
        self._taken: dict[UUID, str] = {}
        self._refocus = False
        self.cards: list[ProposerCard] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(4))
        self._empty = EmptyState(
            "ph.user-plus",
            self.tr("Niemand wacht op jouw antwoord"),
            self.tr(
                "Neemt een begeleider uit jouw team een werkboek mee met studenten die de school "
                "nog niet kent? Dan zie je hier hun namen en nummers."
            ),
            "",
            self,
        )
        self._empty.hide()
        self.body.addLayout(self._list)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)

    def open(self, target: Target) -> None:
        """Show who waits."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when somebody was proposed or answered."""
        if changes.touches("arrival"):
            self._load()

    def clear(self) -> None:
        """Forget every name."""
        self._taken.clear()
        self._show(())

    def _load(self) -> None:
        self._context.jobs.run(waiting, receiver=self, done="_show")

    def _show(self, views: Sequence[ArrivalView]) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for _, group in groupby(views, key=_proposer):
            card = ProposerCard(tuple(group), self._taken, self)
            card.confirmed.connect(self._confirm)
            card.declined.connect(self._decline)
            self._list.addWidget(card)
            self.cards.append(card)
        if self.cards:
            # One primary button a page: of who stands first.
            self.cards[0].all_button.set_kind(ButtonKind.PRIMARY)
        self._empty.setVisible(not views)
        if self._refocus and self.cards:
            # What had the focus went with its card.
            self.cards[0].take_focus()
        self._refocus = False

    def _confirm(self, ids: tuple[UUID, ...]) -> None:
        self._answer(ids, True)

    def _decline(self, view: ArrivalView) -> None:
        sure = ask(
            self,
            self.tr("{name} niet toelaten?").format(name=view.name.full),
            self.tr(
                "De gesprekken met deze student blijven dan in het werkboek van {counsellor}. "
                "Dit kun je niet terugdraaien."
            ).format(counsellor=view.proposer),
            self.tr("Niet toelaten"),
            self.tr("Laat nog wachten"),
            danger=True,
        )
        if sure:
            self._answer((view.id,), False)

    def _answer(self, ids: tuple[UUID, ...], accept: bool) -> None:
        for card in self.cards:
            card.setEnabled(False)
        self._refocus = True
        done = "_take_confirmed" if accept else "_take_declined"
        self._context.jobs.run(answer, ids, accept, receiver=self, done=done, failed="_refuse")

    def _take_confirmed(self, answered: Answered) -> None:
        for view in answered.taken:
            self._taken[view.id] = self.tr(
                "Nummer {number} staat al bij een ander op school. Klopt het nummer? Vraag het de "
                "beheerder, of laat deze student niet toe."
            ).format(number=view.number)
        names = ", ".join(view.name.full for view in answered.done)
        if len(answered.done) > 1:
            words = self.tr("{count} studenten zijn toegelaten.").format(count=len(answered.done))
            self._context.navigator.say(words, Tone.GOOD)
        elif answered.done:
            self._context.navigator.say(
                self.tr("{name} is toegelaten.").format(name=names), Tone.GOOD
            )
        else:
            self._context.navigator.say(
                self.tr("Niemand is toegelaten. Bij de naam staat waarom."), Tone.ATTENTION
            )
        self._load()

    def _take_declined(self, answered: Answered) -> None:
        for view in answered.done:
            self._context.navigator.say(
                self.tr("{name} is niet toegelaten.").format(name=view.name.full)
            )
        self._load()

    def _refuse(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._load()


class ProposerCard(Card):
    """The students of one counsellor, to confirm one by one or all at once."""

    confirmed = Signal(object)
    declined = Signal(object)

    def __init__(
        self, views: Sequence[ArrivalView], taken: dict[UUID, str], parent: QWidget
    ) -> None:
        """``taken``: what is wrong with a number, by arrival."""
        super().__init__(views[0].proposer, parent, icon="ph.user-circle")
        self._views = tuple(views)
        self.rows: list[ArrivalRow] = []
        for place, view in enumerate(views):
            if place:
                self.body.addWidget(Line(self))
            row = ArrivalRow(view, taken.get(view.id, ""), self)
            row.confirmed.connect(self._confirm_one)
            row.declined.connect(self.declined)
            self.body.addWidget(row)
            self.rows.append(row)
        self.all_button = Button(
            self.tr("Alle {count} bevestigen").format(count=len(views)), self, icon="ph.check"
        )
        self.all_button.setAccessibleName(
            self.tr("Alle studenten van {name} bevestigen").format(name=views[0].proposer)
        )
        self.all_button.clicked.connect(self._confirm_all)
        # Of one student it would say the same as the button beside the name.
        self.all_button.setVisible(len(views) > 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.all_button)
        self.body.addLayout(buttons)

    def take_focus(self) -> None:
        """Put the focus where answering goes on."""
        button = self.all_button if len(self._views) > 1 else self.rows[0].yes_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm_all(self) -> None:
        self.confirmed.emit(tuple(view.id for view in self._views))

    def _confirm_one(self, view: ArrivalView) -> None:
        self.confirmed.emit((view.id,))


class ArrivalRow(QWidget):
    """One student: name, number, team, since when, and the two answers."""

    confirmed = Signal(object)
    declined = Signal(object)

    def __init__(self, view: ArrivalView, trouble: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        name = view.name.full
        since = long_date(local(view.proposed_at).date())
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(Label(name, self, bold=True))
        words.addWidget(
            Paragraph(
                self.tr("Nummer {number} · {team} · sinds {day}").format(
                    number=view.number, team=view.team, day=since
                ),
                self,
                size=TextSize.SMALL,
                ink="muted",
            )
        )
        if trouble:
            words.addWidget(Paragraph(trouble, self, ink="attention"))
        self.no_button = Button(self.tr("Niet toelaten"), self, kind=ButtonKind.QUIET)
        self.no_button.setAccessibleName(self.tr("{name} niet toelaten").format(name=name))
        self.no_button.clicked.connect(self._decline)
        self.yes_button = Button(self.tr("Bevestigen"), self)
        self.yes_button.setAccessibleName(self.tr("{name} bevestigen").format(name=name))
        self.yes_button.clicked.connect(self._confirm)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, space(1), 0, space(1))
        row.setSpacing(space(2))
        row.addLayout(words, 1)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)

    def _confirm(self) -> None:
        self.confirmed.emit(self._view)

    def _decline(self) -> None:
        self.declined.emit(self._view)


def _proposer(view: ArrivalView) -> UUID:
    return view.proposed_by
