"""*Vakanties*: the days on which the school plans no talks."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.holidays.calendar_file import read_calendar
from lob_workbench.features.holidays.operations import (
    add_holiday,
    list_holidays,
    preview,
    put_back,
    remove_holiday,
    take_over,
)
from lob_workbench.features.holidays.rules import (
    LEFT_OUT_WORDS,
    ComparedHoliday,
    Comparison,
    ReadCalendar,
)
from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import DateField, Form, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.page import Page
from lob_workbench.ui.theme import space


class HolidaysPage(Page):
    """A list, a form for one more, and taking over a calendar file after looking at it."""

    help_topic = "holidays"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            title=self.tr("Vakanties"),
            subtitle=self.tr(
                "Op deze dagen plant je school geen gesprekken. De agenda laat ze zien."
            ),
        )
        self._context = context
        self._read: ReadCalendar | None = None
        self.open_button = self.add_button(
            self.tr("Agendabestand &inlezen"), self._choose_file, icon="ph.file-arrow-down"
        )
        self.table: TableView[Holiday] = TableView(
            (
                Column(self.tr("Naam"), _name, bold=True, keep=True, most=40),
                Column(self.tr("Eerste dag"), _first, sort=_first_key, most=40),
                Column(self.tr("Laatste dag"), _last, sort=_last_key, most=40, stretch=1),
            ),
            self,
            name=self.tr("Vakanties en vrije dagen"),
            empty=self.tr(
                "Nog geen vakanties. Voeg ze toe, of lees het agendabestand van je school in."
            ),
        )
        self.remove_button = Button(
            self.tr("&Weghalen"), self, kind=ButtonKind.QUIET, icon="ph.trash"
        )
        self.remove_button.clicked.connect(self._remove)
        self._make_preview()
        self._make_form()
        self.body.addWidget(self.review)
        self.body.addWidget(self.table)
        self.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.adding)
        self.body.addStretch(1)

    def _make_preview(self) -> None:
        self.review = Card(self.tr("Dit staat in het bestand"), self, icon="ph.calendar-blank")
        self.lines: TableView[ComparedHoliday] = TableView(
            (
                Column(self.tr("Naam"), _found_name, bold=True, keep=True, most=40),
                Column(self.tr("Eerste dag"), _found_first, sort=_found_first_key, most=40),
                Column(self.tr("Laatste dag"), _found_last, sort=_found_last_key, most=40),
                Column(self.tr("Wat gebeurt er?"), self._comparison, stretch=1),
            ),
            self,
            name=self.tr("Wat er in het bestand staat"),
        )
        self._left_out = Paragraph("", self, ink="attention")
        self.take_button = Button(self.tr("&Overnemen"), self, kind=ButtonKind.PRIMARY)
        self.take_button.clicked.connect(self._take_over)
        self.drop_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self._drop)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        self.review.body.addWidget(self.lines)
        self.review.body.addWidget(self._left_out)
        self.review.body.addLayout(buttons)
        self.review.hide()

    def _make_form(self) -> None:
        self.adding = Card(self.tr("Zelf toevoegen"), self, icon="ph.plus")
        self.name = LineField(
            self.tr("Naam"), self, required=True, limit=80, placeholder=self.tr("Herfstvakantie")
        )
        today = self._context.clock.today
        self.first_on = DateField(self.tr("Eerste dag"), self, required=True, today=today)
        self.last_on = DateField(
            self.tr("Laatste dag"), self, hint=self.tr("Leeg: alleen die ene dag."), today=today
        )
        self.fields = Form(self)
        self.fields.add(self.name)
        self.fields.add(self.first_on, self.last_on)
        self._refused = Paragraph("", self, ink="danger")
        self._refused.hide()
        self.add_button_ = Button(self.tr("&Toevoegen"), self)
        self.add_button_.clicked.connect(self._add)
        column = QVBoxLayout()
        column.setSpacing(space(3))
        column.addWidget(self.fields)
        column.addWidget(self._refused)
        column.addWidget(self.add_button_, 0, Qt.AlignmentFlag.AlignLeft)
        self.adding.body.addLayout(column)

    def open(self, target: Target) -> None:
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes) -> None:
        if changes.touches("holiday"):
            self._load()

    def clear(self) -> None:
        self._drop()
        self.table.set_rows(())

    def _load(self) -> None:
        self._context.jobs.run(list_holidays, receiver=self, done="_show")

    def _show(self, holidays: tuple[Holiday, ...]) -> None:
        self.table.set_rows(holidays)
        self.table.fit_height(most=9)
        self.remove_button.setVisible(bool(holidays))
        if holidays and self.table.current_row() is None:
            self.table.select_row(holidays[0])

    def _add(self) -> None:
        if not self.fields.check():
            return
        first_on = self.first_on.value()
        self._context.jobs.run(
            add_holiday,
            self.name.value(),
            first_on,
            self.last_on.value() or first_on,
            receiver=self,
            done="_take_added",
            failed="_refuse",
        )

    def _take_added(self, _changes: Changes) -> None:
        words = self.tr("{name} is toegevoegd.").format(name=self.name.value())
        self._context.navigator.say(words, Tone.GOOD)
        self.name.set_value("")
        self.first_on.set_value(None)
        self.last_on.set_value(None)
        self._refused.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: Exception) -> None:
        self._refused.setText(error_text(error))
        self._refused.show()
        self.first_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        holiday = self.table.current_row()
        if holiday is None:
            return
        self._context.jobs.run(remove_holiday, holiday.id, receiver=self, failed="_complain")
        words = self.tr("{name} is weggehaald.").format(name=holiday.name)
        self._context.navigator.offer_undo(words, put_back, holiday)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_file(self) -> None:
        path = open_file(
            self, self.tr("Agendabestand kiezen"), self.tr("Agendabestand (*.ics);;Alles (*)")
        )
        if path is not None:
            self._context.jobs.render(
                read_calendar, Path(path), receiver=self, done="_take_read", failed="_complain"
            )

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._load()

    def _take_read(self, read: ReadCalendar) -> None:
        self._read = read
        self._context.jobs.run(preview, read, receiver=self, done="_review", failed="_complain")

    def _review(self, lines: tuple[ComparedHoliday, ...]) -> None:
        if self._read is None:
            return
        self.lines.set_rows(lines)
        self.lines.fit_height(most=8)
        self.lines.setVisible(bool(lines))
        told = [self._left_out_line(*each) for each in self._read.left_out]
        new = sum(line.how is not Comparison.SAME for line in lines)
        if not lines:
            told.insert(0, self.tr("Er staan geen hele dagen in dit bestand."))
        elif not new:
            told.insert(0, self.tr("Alles stond er al. Er is niets over te nemen."))
        self._left_out.setText("\n".join(told))
        self._left_out.setVisible(bool(told))
        self.take_button.setVisible(bool(new))
        self.review.show()
        button = self.take_button if new else self.drop_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left_out_line(self, reason: object, count: int) -> str:
        one, many = next(words for known, words in LEFT_OUT_WORDS.items() if known is reason)
        words = QCoreApplication.translate("holidays", one if count == 1 else many)
        return words.format(count=count)

    def _comparison(self, line: ComparedHoliday) -> str:
        return {
            Comparison.NEW: self.tr("komt erbij"),
            Comparison.CHANGED: self.tr("krijgt deze dagen"),
            Comparison.SAME: self.tr("staat er al"),
        }[line.how]

    def _take_over(self) -> None:
        if self._read is not None:
            self._context.jobs.run(
                take_over, self._read, receiver=self, done="_take_taken", failed="_complain"
            )

    def _take_taken(self, changes: Changes) -> None:
        count = len(changes.ids)
        words = self.tr("1 vakantie overgenomen.")
        if count != 1:
            words = self.tr("{count} vakanties overgenomen.").format(count=count)
        self._context.navigator.say(words, Tone.GOOD)
        self._drop()

    def _drop(self) -> None:
        self._read = None
        self.lines.set_rows(())
        self.review.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _name(item: Holiday) -> str:
    return item.name


def _first(item: Holiday) -> str:
    return long_date(item.first_on)


def _last(item: Holiday) -> str:
    return long_date(item.last_on)


def _first_key(item: Holiday) -> date:
    return item.first_on


def _last_key(item: Holiday) -> date:
    return item.last_on


def _found_name(line: ComparedHoliday) -> str:
    return line.holiday.name


def _found_first(line: ComparedHoliday) -> str:
    return long_date(line.holiday.first_on)


def _found_last(line: ComparedHoliday) -> str:
    return long_date(line.holiday.last_on)


def _found_first_key(line: ComparedHoliday) -> date:
    return line.holiday.first_on


def _found_last_key(line: ComparedHoliday) -> date:
    return line.holiday.last_on
