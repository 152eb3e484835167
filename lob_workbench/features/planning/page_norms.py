"""The norms of the school: a list to look at, and for who may set them a form below it."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.career import KIND_LABELS, ConversationKind
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.rights import Right
from lob_workbench.features.planning.operations import (
    NormTable,
    read_norms,
    reset,
    save_budget,
    save_norm,
)
from lob_workbench.features.planning.rules_norms import (
    MOST_HOURS,
    MOST_TIMES,
    MOST_YEARS,
    Budget,
    Norm,
    NormBook,
    Per,
)
from lob_workbench.features.planning.tables_norms import NormColumns, budget_columns, year_words
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space

EVERY_YEAR = 0
"""In the choice of a year: for all of them."""


class NormsPanel(QWidget):
    """Talks above, hours for placements below."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._may_set = context.actor.may(Right.SET_NORMS)
        self.book = NormBook()
        scroll = ScrollColumn(self)
        self._names: dict[UUID, str] = {}
        self.talks = Card(self.tr("Gesprekken"), scroll.content, icon="ph.chats-circle")
        self.norms: TableView[Norm] = TableView(
            NormColumns(self._names).all(), self.talks, name=self.tr("Normen voor gesprekken")
        )
        self.norms.row_chosen.connect(self._fill_norm)
        self.talks.body.addWidget(self.norms)
        self.hours = Card(
            self.tr("Uren voor stage, per student en schooljaar"), scroll.content, icon="ph.clock"
        )
        self.budgets: TableView[Budget] = TableView(
            budget_columns(self._names), self.hours, name=self.tr("Uren voor stage")
        )
        self.budgets.row_chosen.connect(self._fill_budget)
        self.hours.body.addWidget(self.budgets)
        self._make_norm_form()
        self._make_budget_form()
        scroll.column.addWidget(self.talks)
        scroll.column.addWidget(self.hours)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def load(self) -> None:
        """Read the norms again."""
        self._context.jobs.run(read_norms, receiver=self, done="show_norms")

    def show_norms(self, table: NormTable) -> None:
        """Show what holds."""
        self.book = table.book
        self._names.clear()
        self._names.update(table.programmes)
        programmes: list[tuple[UUID | str, str]] = [
            ("", self.tr("alle opleidingen")),
            *table.programmes,
        ]
        for field in (self.programme, self.budget_programme):
            field.set_choices(programmes)
            if field.value() is None:
                field.set_value("")
        self.norms.set_rows(sorted(table.book.norms, key=_norm_order))
        self.norms.fit_height()
        self.budgets.set_rows(sorted(table.book.budgets, key=_budget_order))
        self.budgets.fit_height()
        self._show_reset()

    def _make_norm_form(self) -> None:
        self.kind: ChoiceField[ConversationKind] = ChoiceField(
            self.tr("&Soort gesprek"),
            [
                (kind, QCoreApplication.translate("career", KIND_LABELS[kind]))
                for kind in ConversationKind
            ],
            self.talks,
            radio_up_to=0,
        )
        self.kind.set_value(ConversationKind.CAREER_REFLECTION)
        self.programme = self._programme_field(self.tr("&Opleiding"), self.talks)
        self.year = self._year_field(self.tr("&Leerjaar"), self.talks, every=True)
        self.times: ChoiceField[int] = ChoiceField(
            self.tr("&Hoe vaak"),
            [(count, str(count)) for count in range(MOST_TIMES + 1)],
            self.talks,
            radio_up_to=0,
        )
        self.times.set_value(1)
        self.per: ChoiceField[Per] = ChoiceField(
            self.tr("&Per"),
            [(Per.YEAR, self.tr("schooljaar")), (Per.BLOCK, self.tr("blok van 5 weken"))],
            self.talks,
            radio_up_to=0,
        )
        self.per.set_value(Per.YEAR)
        self.minutes = LineField(
            self.tr("&Minuten"), self.talks, limit=3, placeholder=self.tr("gewoon")
        )
        self.save_button = Button(self.tr("&Bewaren"), self.talks)
        self.save_button.clicked.connect(self.save)
        self.reset_button = Button(
            self.tr("Eigen norm weghalen"), self.talks, kind=ButtonKind.QUIET
        )
        self.reset_button.clicked.connect(self._reset_norm)
        first = (self.kind, self.programme, self.year)
        second = (self.times, self.per, self.minutes)
        for field in (*first, self.times, self.per):
            field.changed.connect(self._show_reset)
        self._lay_out(self.talks, (first, second), (self.reset_button, self.save_button))

    def _make_budget_form(self) -> None:
        self.budget_programme = self._programme_field(self.tr("Ople&iding"), self.hours)
        self.budget_year = self._year_field(self.tr("Leer&jaar"), self.hours, every=False)
        self.budget_hours = LineField(self.tr("&Uren"), self.hours, limit=4)
        self.budget_save = Button(self.tr("Uren be&waren"), self.hours)
        self.budget_save.clicked.connect(self.save_hours)
        self.budget_reset = Button(
            self.tr("Eigen uren weghalen"), self.hours, kind=ButtonKind.QUIET
        )
        self.budget_reset.clicked.connect(self._reset_budget)
        fields = (self.budget_programme, self.budget_year, self.budget_hours)
        for field in fields:
            field.changed.connect(self._show_reset)
        self._lay_out(self.hours, (fields,), (self.budget_reset, self.budget_save))

    def _lay_out(
        self, card: Card, rows: tuple[tuple[QWidget, ...], ...], buttons: tuple[Button, ...]
    ) -> None:
        form = QWidget(card)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, space(2), 0, 0)
        column.setSpacing(space(2))
        for fields in rows:
            line = QHBoxLayout()
            line.setSpacing(space(3))
            for field in fields:
                line.addWidget(field, 1)
            column.addLayout(line)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        column.addLayout(foot)
        form.setVisible(self._may_set)
        card.body.addWidget(form)

    def save(self) -> None:
        """Keep the norm as it stands in the form."""
        norm = self._norm()
        words = self.minutes.value()
        if norm is None:
            return
        if words and not words.isdecimal():
            self.minutes.set_error(self.tr("Schrijf een getal, of laat dit leeg."))
            return
        self._context.jobs.run(save_norm, norm, receiver=self, done="_say_saved", failed="_refuse")

    def save_hours(self) -> None:
        """Keep the hours as they stand in the form."""
        year = self.budget_year.value()
        words = self.budget_hours.value().replace(",", ".")
        try:
            hours = float(words)
        except ValueError:
            hours = -1.0
        if year is None or not 0 <= hours <= MOST_HOURS:
            words = self.tr("Schrijf een getal van 0 tot en met {most}.")
            self.budget_hours.set_error(words.format(most=MOST_HOURS))
            return
        budget = Budget(year, round(hours * 60), _key(self.budget_programme))
        known = self._known_budget(budget)
        if known is not None:
            budget = Budget(year, budget.minutes, budget.programme_id, known.version)
        self._context.jobs.run(
            save_budget, budget, receiver=self, done="_say_saved", failed="_refuse"
        )

    def _norm(self) -> Norm | None:
        kind, times, per, year = (
            self.kind.value(), self.times.value(), self.per.value(), self.year.value()
        )  # fmt: skip
        if kind is None or times is None or per is None or year is None:
            return None
        words = self.minutes.value()
        minutes = int(words) if words.isdecimal() else None
        norm = Norm(kind, times, per, _key(self.programme), year or None, minutes)
        known = next((each for each in self.book.norms if each.id == norm.id), None)
        version = 0 if known is None else known.version
        return Norm(kind, times, per, norm.programme_id, norm.study_year, minutes, version)

    def _known_budget(self, budget: Budget) -> Budget | None:
        return next((each for each in self.book.budgets if each.id == budget.id), None)

    def _reset_norm(self) -> None:
        norm = self._norm()
        if norm is not None:
            self._context.jobs.run(
                reset, norm.id, receiver=self, done="_say_reset", failed="_refuse"
            )

    def _reset_budget(self) -> None:
        year = self.budget_year.value()
        if year is not None:
            budget = Budget(year, 0, _key(self.budget_programme))
            self._context.jobs.run(
                reset, budget.id, receiver=self, done="_say_reset", failed="_refuse"
            )

    def _show_reset(self) -> None:
        """Only what the school itself set can be taken away."""
        norm, year = self._norm(), self.budget_year.value()
        self.reset_button.setEnabled(norm is not None and norm.version > 0)
        budget = None if year is None else Budget(year, 0, _key(self.budget_programme))
        known = None if budget is None else self._known_budget(budget)
        self.budget_reset.setEnabled(known is not None and known.version > 0)

    def _fill_norm(self, norm: Norm | None) -> None:
        if norm is None:
            return
        self.kind.set_value(norm.kind)
        self.programme.set_value(norm.programme_id or "")
        self.year.set_value(norm.study_year or EVERY_YEAR)
        self.times.set_value(norm.times)
        self.per.set_value(norm.per)
        self.minutes.set_value("" if norm.minutes is None else str(norm.minutes))
        self._show_reset()

    def _fill_budget(self, budget: Budget | None) -> None:
        if budget is None:
            return
        self.budget_programme.set_value(budget.programme_id or "")
        self.budget_year.set_value(budget.study_year)
        self.budget_hours.set_value(f"{budget.minutes / 60:g}".replace(".", ","))
        self._show_reset()

    def _programme_field(self, words: str, card: Card) -> ChoiceField[UUID | str]:
        field: ChoiceField[UUID | str] = ChoiceField(
            words, [("", self.tr("alle opleidingen"))], card, radio_up_to=0
        )
        field.set_value("")
        return field

    def _year_field(self, words: str, card: Card, *, every: bool) -> ChoiceField[int]:
        years = range(EVERY_YEAR if every else 1, MOST_YEARS + 1)
        field: ChoiceField[int] = ChoiceField(
            words,
            [(year, year_words(year or None)) for year in years],
            card,
            radio_up_to=0,
        )
        field.set_value(EVERY_YEAR if every else 3)
        return field

    def _say_saved(self, _changes: object) -> None:
        words = self.tr("De norm is bewaard en geldt vanaf nu.")
        self._context.navigator.say(words, Tone.GOOD)

    def _say_reset(self, _changes: object) -> None:
        words = self.tr("Weggehaald. Waar de werkbank een norm heeft, geldt die weer.")
        self._context.navigator.say(words, Tone.GOOD)

    def _refuse(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self.load()


def _key(field: ChoiceField[UUID | str]) -> UUID | None:
    value = field.value()
    return value if isinstance(value, UUID) else None


def _norm_order(norm: Norm) -> tuple[int, bool, int, str]:
    kinds = list(ConversationKind)
    programme = norm.programme_id
    return kinds.index(norm.kind), programme is not None, norm.study_year or 0, str(programme)


def _budget_order(budget: Budget) -> tuple[int, bool, str]:
    programme = budget.programme_id
    return budget.study_year, programme is not None, str(programme)
