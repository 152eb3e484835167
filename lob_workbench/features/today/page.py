"""*Vandaag*: who comes today, what asks attention, and one's own students."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import AttentionItem, Target, contributed, contributed_kinds
from lob_workbench.domain.rights import Right
from lob_workbench.features.today.operations import Day, read_day
from lob_workbench.features.today.page_rows import AppointmentRow, AttentionRow
from lob_workbench.people.rules import ListedStudent, has_student
from lob_workbench.ui.cards import Card, CardGrid
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date, relative_date
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.mentor_question import ANSWER, MentorQuestion
from lob_workbench.ui.page import EmptyState, Page, PageKey
from lob_workbench.ui.student_columns import StudentColumns


class TodayPage(Page):
    """The page that a day begins with."""

    help_topic = "today"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sources = contributed(context.features, context.actor, "today")
        self._facts = contributed(context.features, context.actor, "facts")
        self._signals = contributed(context.features, context.actor, "signals")
        self._kinds = contributed_kinds(context.features) | {"student", "mentor", "preferences"}
        self._talks = Card(self.tr("Gesprekken vandaag"), self, icon="ph.calendar-check")
        self._attention = Card(self.tr("Dit vraagt aandacht"), self, icon="ph.bell-simple")
        self._grid = CardGrid(self, most=2, characters=52)
        self._may_talk = context.actor.may(Right.RECORD_TALKS)
        # Who records no talks has none today either: to say so would suggest otherwise.
        self._talks.setVisible(self._may_talk)
        if self._may_talk:
            self._grid.add(self._talks)
        self._grid.add(self._attention)
        self._mine = Card(self.tr("Mijn studenten"), self, icon="ph.student")
        self._table: TableView[ListedStudent] = TableView(
            StudentColumns(context.clock.today()).short(), self, name=self.tr("Mijn studenten")
        )
        self._table.row_activated.connect(self._open_student)
        self._mine.body.addWidget(self._table)
        self._empty = self._welcome()
        self._empty.started.connect(self._import)
        self._question = MentorQuestion(self)
        self._question.started.connect(self._choose_mentor)
        for part in (self._grid, self._mine, self._empty, self._question):
            self.body.addWidget(part)
            part.hide()
        self.body.addStretch(1)
        self._talk = self.add_button(
            self.tr("&Gesprek"), self._start_talk, primary=True, icon="ph.plus"
        )
        if self._may_talk:
            self.offer(PageKey.NEW, self.tr("Nieuw gesprek"), self._start_talk)
        self._talk.setVisible(self._may_talk)

    def _welcome(self) -> EmptyState:
        """What a day without students says, and where it begins for this role."""
        actor = self._context.actor
        if actor.own_desk:
            title = self.tr("Welkom in je werkboek")
            text = self.tr(
                "Hier zie je straks wie er vandaag komt, welke afspraken openstaan en wie je lang "
                "niet hebt gesproken. Begin met je studentenlijst."
            )
        else:
            title = self.tr("Welkom bij je school")
            if actor.may(Right.RECORD_TALKS):
                text = self.tr(
                    "Hier zie je straks wie er vandaag komt en welke afspraken openstaan. "
                    "De beheerder van je school zet jouw studenten bij jou."
                )
            elif actor.may(Right.READ_STUDENTS):
                text = self.tr("Zodra er studenten voor jou zijn, zie je ze hier.")
            elif actor.may(Right.IMPORT_STUDENTS):
                text = self.tr(
                    "Jij leest de studentenlijst van de school in. De studenten zelf zien alleen "
                    "hun begeleiders."
                )
            else:
                text = self.tr("Er is hier vandaag nog niets voor jouw rol.")
        start = self.tr("Studentenlijst inlezen") if actor.may(Right.IMPORT_STUDENTS) else ""
        return EmptyState("ph.sun-horizon", title, text, start, self)

    def open(self, target: Target) -> None:
        """Show today."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when something that counts today changed."""
        if changes.touches(*self._kinds):
            self._load()

    def clear(self) -> None:
        """Forget every name."""
        self._table.set_rows(())
        self._fill(self._talks, ())
        self._fill(self._attention, ())

    def _load(self) -> None:
        self._context.jobs.run(
            read_day, self._sources, self._facts, self._signals, receiver=self, done="_show"
        )

    def _show(self, day: Day) -> None:
        self.set_title(self._greeting(), long_date(day.today))
        # Who records no talks has none today either: to say so would suggest otherwise.
        talks = day.student_count > 0 and self._may_talk
        self._grid.setVisible(talks or bool(day.attention))
        self._grid.show_card(self._talks, talks)
        self._mine.setVisible(day.student_count > 0)
        asked = day.others > 0 and self._context.actor.may(Right.KEEP_WORKBOOK)
        self._empty.setVisible(day.student_count == 0 and not asked and not day.attention)
        self._question.setVisible(day.student_count == 0 and asked)
        self._question.show_count(day.others)
        self._talk.setVisible(day.student_count > 0 and self._may_talk)
        self._fill(self._talks, self._talk_rows(day))
        self._fill(self._attention, self._attention_rows(day))
        text = (
            self.tr("Mijn {count} studenten")
            if self._context.actor.own_desk
            else self.tr("{count} studenten")
        )
        if day.student_count == 1:
            own_desk = self._context.actor.own_desk
            text = self.tr("Mijn ene student") if own_desk else self.tr("1 student")
        self._mine.set_title(text.format(count=day.student_count))
        self._table.set_rows(day.students)
        self._table.fit_height(most=len(day.students))

    def _greeting(self) -> str:
        first = self._context.actor.name.split()[0]
        hour = local(self._context.clock.now()).hour
        if hour < 12:
            return self.tr("Goedemorgen {name}").format(name=first)
        if hour < 18:
            return self.tr("Goedemiddag {name}").format(name=first)
        return self.tr("Goedenavond {name}").format(name=first)

    def _talk_rows(self, day: Day) -> tuple[QWidget, ...]:
        if not day.appointments:
            return (
                Paragraph(
                    self.tr("Vandaag staat er geen gesprek. Een datum kies je bij ‘Vastleggen’."),
                    self._talks,
                    ink="muted",
                ),
            )
        rows = []
        for appointment in day.appointments:
            row = AppointmentRow(appointment, self._talks)
            row.opened.connect(self.navigate)
            rows.append(row)
        return tuple(rows)

    def _attention_rows(self, day: Day) -> tuple[QWidget, ...]:
        if not day.attention:
            return (
                Paragraph(
                    self.tr("Niets blijft liggen: geen afspraak over tijd en niemand vergeten."),
                    self._attention,
                    ink="muted",
                ),
            )
        rows = []
        for group in day.attention:
            words = group.heading_one if len(group.items) == 1 else group.heading
            heading = QCoreApplication.translate("today", words)
            row = AttentionRow(
                group,
                heading.format(count=len(group.items)),
                partial(self._words, day.today),
                self._attention,
            )
            row.opened.connect(self.navigate)
            rows.append(row)
        return tuple(rows)

    def _words(self, today: date, item: AttentionItem) -> tuple[str, str]:
        when = self.tr("nog nooit") if item.on is None else relative_date(item.on, today)
        kind = QCoreApplication.translate("career", item.label) if item.label else ""
        return " · ".join(part for part in (item.student_name, item.text, kind) if part), when

    def _fill(self, card: Card, rows: tuple[QWidget, ...]) -> None:
        while (entry := card.body.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            card.body.addWidget(row)

    def _open_student(self, row: ListedStudent) -> None:
        self.navigate.emit(Target("students", row.student.id))

    def _start_talk(self) -> None:
        row = self._table.current_row()
        if row is not None and has_student(self._context.actor, row.student):
            self.navigate.emit(Target("conversations", row.student.id, "prepare"))
            return
        self.navigate.emit(Target("students"))
        self._context.navigator.say(self.tr("Kies de student en druk dan op ‘Gesprek’."))

    def _choose_mentor(self) -> None:
        self.navigate.emit(ANSWER)

    def _import(self) -> None:
        self.navigate.emit(Target("student_import"))
