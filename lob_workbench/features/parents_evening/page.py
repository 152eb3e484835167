"""*Ouderavond*: the evenings of the year, and of one evening who comes when."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.parents_evening.operations import (
    Placed,
    give_slot,
    give_slots,
    list_evenings,
    read_evening,
    read_paper,
    take_slots_back,
)
from lob_workbench.features.parents_evening.page_form import EveningForm
from lob_workbench.features.parents_evening.page_list import GuestList
from lob_workbench.features.parents_evening.report import invitations_pdf, list_pdf
from lob_workbench.features.parents_evening.rules import A_YEAR, Evening, EveningList, EveningPaper
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.forms import ChoiceField
from lob_workbench.ui.page import EmptyState, Page, PageKey
from lob_workbench.ui.theme import space


class ParentsEveningPage(Page):
    """For a tour: ``plan_button``, ``form``, ``evening``, ``all_button``, ``guests``."""

    help_topic = "parents_evening"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            title=self.tr("Ouderavond"),
            subtitle=self.tr("Wie nodig je uit, hoe laat komt wie, en wat mag je vertellen?"),
        )
        self._context = context
        self._evenings: tuple[Evening, ...] = ()
        self._shown: EveningList | None = None
        self._printing_letters = False
        self.plan_button = self.add_button(
            self.tr("Ouderavond plannen"), self._plan, primary=True, icon="ph.calendar-plus"
        )
        self.offer(PageKey.NEW, self.tr("Ouderavond plannen"), self._plan)
        self.offer(PageKey.PRINT, self.tr("Lijst afdrukken"), self._print_list)
        self.form = EveningForm(context, self)
        self.form.done.connect(self._planned)
        self.form.hide()
        self.evening: ChoiceField[UUID] = ChoiceField(
            self.tr("Welke avond?"), (), self, radio_up_to=-1
        )
        self.evening.changed.connect(self._chosen)
        self.card = Card(" ", self, icon="ph.users-three", subtitle=" ")
        self.all_button = Button(self.tr("Geef iedereen een tijd"), self.card, icon="ph.clock")
        self.all_button.clicked.connect(self._give_all)
        self.list_button = Button(self.tr("Lijst"), self.card, icon="ph.printer")
        self.list_button.clicked.connect(self._print_list)
        self.letters_button = Button(self.tr("Uitnodigingen"), self.card, icon="ph.printer")
        self.letters_button.clicked.connect(self._print_letters)
        self.change_button = Button(self.tr("Avond aanpassen"), self.card, kind=ButtonKind.QUIET)
        self.change_button.clicked.connect(self._change)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (
            self.all_button,
            self.list_button,
            self.letters_button,
            self.change_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.guests = GuestList(self.card)
        self.guests.time_chosen.connect(self._give_one)
        self.card.body.addLayout(buttons)
        self.card.body.addWidget(self.guests)
        self._empty = EmptyState(
            "ph.users-three",
            self.tr("Er is nog geen ouderavond gepland"),
            self.tr(
                "Drie keer per jaar komen ouders naar school. Plan de avond, en de werkbank geeft "
                "elke student een gesprek van tien minuten. Je ziet per student wie je mag "
                "uitnodigen."
            ),
            self.tr("Ouderavond plannen"),
            self,
        )
        self._empty.started.connect(self._plan)
        self._going_on = QWidget(self)
        column = QVBoxLayout(self._going_on)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.evening)
        column.addWidget(self.card)
        self._going_on.hide()
        self._empty.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self._going_on)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)

    def open(self, target: Target) -> None:
        """Show the evenings; the one of the target, or the first that is still to come."""
        self._load(target.entity)

    def refresh(self, changes: Changes) -> None:
        """Load again when an evening, a talk or a parent changed."""
        if changes.touches("parents_evening", "appointment", "guardian", "student"):
            self._load(self.evening.value())

    def clear(self) -> None:
        """Forget every name."""
        self._shown = None
        self.guests.show_list(None)
        self.form.put_away()

    def _load(self, wanted: UUID | None = None) -> None:
        self._wanted = wanted
        self._context.jobs.run(list_evenings, receiver=self, done="_take_evenings")

    def _take_evenings(self, evenings: Sequence[Evening]) -> None:
        self._evenings = tuple(evenings)
        self.evening.set_choices(
            [
                (
                    each.id,
                    self.tr("{name}, {day}").format(name=each.name, day=long_date(each.on)),
                )
                for each in evenings
            ]
        )
        self._fit()
        if not evenings:
            return
        today = self._context.clock.today()
        coming = next((each for each in evenings if each.on >= today), evenings[-1])
        known = {each.id for each in evenings}
        self.evening.set_value(self._wanted if self._wanted in known else coming.id)
        self._chosen()

    def _fit(self) -> None:
        writing = not self.form.isHidden()
        self._empty.setVisible(not self._evenings and not writing)
        self._going_on.setVisible(bool(self._evenings) and not writing)
        self.plan_button.setVisible(bool(self._evenings) and not writing)

    def _chosen(self) -> None:
        evening_id = self.evening.value()
        if evening_id is not None:
            self._context.jobs.run(
                read_evening, evening_id, receiver=self, done="_show", failed="_refuse"
            )

    def _show(self, found: EveningList) -> None:
        if found.evening.id != self.evening.value():
            return
        self._shown = found
        evening = found.evening
        about = self.tr("{start}–{end} · {minutes} minuten per gesprek · avond {number} van {year}")
        self.card.set_title(
            self.tr("{name}, {day}").format(name=evening.name, day=long_date(evening.on)),
            about.format(
                start=evening.starts_at,
                end=evening.ends_at,
                minutes=evening.minutes,
                number=found.number,
                year=max(A_YEAR, found.number),
            ),
        )
        self.guests.show_list(found)
        without = [row for row in found.invitations if not row.at]
        self.all_button.setVisible(bool(without))
        self.letters_button.setEnabled(len(without) < len(found.invitations))
        self.change_button.setVisible(evening.own)

    def _give_all(self) -> None:
        if self._shown is not None:
            wanted = [row.student_id for row in self._shown.invitations if not row.at]
            self._context.jobs.run(
                give_slots,
                self._shown.evening.id,
                wanted,
                receiver=self,
                done="_take_placed",
                failed="_refuse",
            )

    def _take_placed(self, placed: Placed) -> None:
        if placed.left_over and self._shown is not None:
            names = ", ".join(
                row.name.full
                for row in self._shown.invitations
                if row.student_id in placed.left_over
            )
            self._context.navigator.say(
                self.tr("Geen plek meer voor: {names}. Maak de avond langer.").format(names=names),
                Tone.ATTENTION,
            )
        elif placed.made:
            self._context.navigator.offer_undo(
                self.tr("{count} tijden gegeven.").format(count=len(placed.made)),
                take_slots_back,
                placed.made,
            )

    def _give_one(self, student_id: UUID, at: str) -> None:
        if self._shown is None:
            return
        row = next(each for each in self._shown.invitations if each.student_id == student_id)
        if at:
            self._context.jobs.run(
                give_slot,
                self._shown.evening.id,
                student_id,
                at,
                receiver=self,
                failed="_refuse",
            )
        elif row.appointment_id is not None:
            self._context.jobs.run(
                take_slots_back, [row.appointment_id], receiver=self, failed="_refuse"
            )

    def _refuse(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._load(self.evening.value())

    def _plan(self) -> None:
        self.form.begin(None)
        self._fit()

    def _change(self) -> None:
        if self._shown is not None:
            self.form.begin(self._shown.evening)
            self._fit()

    def _planned(self, evening_id: UUID | None) -> None:
        self._load(evening_id or self.evening.value())

    def _print_list(self) -> None:
        self._print(letters=False)

    def _print_letters(self) -> None:
        self._print(letters=True)

    def _print(self, *, letters: bool) -> None:
        if self._shown is not None:
            self._printing_letters = letters
            self._context.jobs.run(
                read_paper,
                self._shown.evening.id,
                receiver=self,
                done="_take_paper",
                failed="_refuse",
            )

    def _take_paper(self, wanted: EveningPaper) -> None:
        make = invitations_pdf if self._printing_letters else list_pdf
        self._context.jobs.render(make, wanted, receiver=self, done="_show_paper")

    def _show_paper(self, data: bytes) -> None:
        if self._printing_letters:
            self._context.navigator.show_paper(
                data, self.tr("Uitnodigingen"), self.tr("Uitnodigingen ouderavond.pdf")
            )
        else:
            self._context.navigator.show_paper(
                data, self.tr("Lijst"), self.tr("Lijst ouderavond.pdf")
            )
