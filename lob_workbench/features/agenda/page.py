"""The agenda: a day or a week of talks, the form beside it, the rooms behind it."""

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.agenda.invitation import calendar_bytes, file_name
from lob_workbench.features.agenda.operations import call_off, invite, plan_again, read_agenda
from lob_workbench.features.agenda.page_bar import ChosenBar
from lob_workbench.features.agenda.page_form import PlanForm
from lob_workbench.features.agenda.page_rooms import RoomsView
from lob_workbench.features.agenda.page_week import WeekView
from lob_workbench.features.agenda.page_words import kind_named, range_words
from lob_workbench.features.agenda.rules import (
    AgendaView,
    Invitation,
    days_shown,
    moved,
    week_of,
)
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import save_file
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.theme import space

_WEEK, _DAY = "week", "day"


class AgendaPage(Page):
    """``Target("agenda")`` shows this week; with a student and ``plan`` the form for that student.

    ``Target("agenda", appointment)`` goes to the week of the appointment that is chosen already.
    """

    help_topic = "agenda"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Agenda"), subtitle=" ", scroll=False)
        self._context = context
        self._day = context.clock.today()
        self._keep: UUID | None = None
        self._shown: AgendaView | None = None
        self._going: AppointmentView | None = None
        self.week = WeekView(context.clock, self)
        self.bar = ChosenBar(self)
        self.form = PlanForm(context, self)
        self.rooms = RoomsView(context, self)
        self.rooms_button = self.add_button(self.tr("&Ruimtes"), self._show_rooms, icon="ph.door")
        self.file_button = self.add_button(
            self.tr("Week als &bestand"), self._invite_all, icon="ph.calendar-plus"
        )
        self.new_button = self.add_button(
            self.tr("&Gesprek plannen"), self._plan, primary=True, icon="ph.plus"
        )
        self.offer(PageKey.NEW, self.tr("Gesprek plannen"), self._plan)
        self._lay_out()
        self.week.opened.connect(self._open_talk)
        self.week.change_asked.connect(self._change)
        self.week.call_off_asked.connect(self._call_off)
        self.week.selected.connect(self._choose)
        self.week.moved.connect(self._move)
        self.week.today_asked.connect(self._go_today)
        self.week.new_asked.connect(self._plan)
        self.week.moment_chosen.connect(self._plan_at)
        self.bar.opened.connect(self._open_talk)
        self.bar.change_asked.connect(self._change)
        self.bar.call_off_asked.connect(self._call_off)
        self.bar.again_asked.connect(self._plan_again)
        self.bar.invite_asked.connect(self._invite_one)
        self.form.done.connect(self._form_done)
        self.rooms.closed.connect(self._hide_rooms)

    def _lay_out(self) -> None:
        self.back_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.caret-left", tip=self.tr("Terug (PgUp)")
        )
        self.back_button.clicked.connect(self._go_back)
        self.today_button = Button(self.tr("Van&daag"), self, kind=ButtonKind.QUIET)
        self.today_button.setToolTip(self.tr("Naar vandaag (T)"))
        self.today_button.clicked.connect(self._go_today)
        self.on_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.caret-right", tip=self.tr("Verder (PgDn)")
        )
        self.on_button.clicked.connect(self._go_on)
        self.span = FilterChips(
            (Filter(_WEEK, self.tr("Week")), Filter(_DAY, self.tr("Dag"))),
            self,
            exclusive=True,
            name=self.tr("Hoeveel je ziet"),
        )
        self.span.changed.connect(self._reload)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        for button in (self.back_button, self.today_button, self.on_button):
            line.addWidget(button)
        line.addSpacing(space(4))
        line.addWidget(self.span, 1)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addLayout(line)
        left.addWidget(self.week, 1)
        left.addWidget(self.bar)
        calendar = QWidget(self)
        row = QHBoxLayout(calendar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.form)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(calendar)
        self._stack.addWidget(self.rooms)
        self.body.addWidget(self._stack, 1)

    def open(self, target: Target) -> None:
        self._hide_rooms()
        if target.detail == "plan" and target.entity is not None:
            self._begin_form()
            self.form.plan(self._day, student_id=target.entity)
        elif target.entity is not None:
            self._keep = target.entity
        self._reload()
        if not self.form.isVisible():
            self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes) -> None:
        if changes.touches("appointment", "student", "room", "holiday"):
            self._reload()

    def clear(self) -> None:
        self._shown = None
        self.week.clear()
        self.bar.show_view(None)
        self.form.clear()
        self.bar.show()

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are asked for."""
        return (self._day, self._day) if self._by_day else week_of(self._day)

    @property
    def _by_day(self) -> bool:
        return _DAY in self.span.value()

    def _reload(self, _changed: object = None) -> None:
        self._context.jobs.run(read_agenda, *self.days, receiver=self, done="_take_agenda")

    def _take_agenda(self, view: AgendaView) -> None:
        if (view.first_on, view.last_on) != self.days:
            return  # somebody paged on meanwhile
        chosen = self.week.current()
        keep = self._keep or (None if chosen is None else chosen.id)
        self._keep = None
        self._shown = view
        self.week.show_days(view, keep)
        self._choose(self.week.current())
        if self._stack.currentIndex() == 0:
            self._say_days()
        planned = any(item.status is AppointmentStatus.PLANNED for item in view.appointments)
        self.file_button.setEnabled(planned)

    def _choose(self, view: AppointmentView | None) -> None:
        self.bar.show_view(view)

    def _move(self, by: int) -> None:
        self._day = moved(self._day, by if self._by_day else 7 * by)
        self._reload()

    def _go_back(self) -> None:
        self._move(-1)

    def _go_on(self) -> None:
        self._move(1)

    def _go_today(self) -> None:
        self._day = self._context.clock.today()
        self._reload()

    def _open_talk(self, view: AppointmentView) -> None:
        target = Target("conversations", view.student_id, "prepare")
        if view.talk_id is not None:
            target = Target("conversations", view.talk_id, "read")
        elif view.form is ConversationForm.TRIALOGUE:
            target = Target("trialogue", view.student_id)
        self._context.navigator.go(target)

    def _plan(self) -> None:
        today = self._context.clock.today()
        first, last = self.days
        self._hide_rooms()
        self._begin_form()
        self.form.plan(today if first <= today <= last else first)

    def _plan_at(self, moment: tuple[date, str]) -> None:
        self._begin_form()
        self.form.plan(*moment)

    def _change(self, view: AppointmentView) -> None:
        if view.status is AppointmentStatus.PLANNED:
            self._begin_form()
            self.form.change(view)

    def _begin_form(self) -> None:
        # The form needs the width, and one question at a time is enough.
        self.bar.hide()

    def _call_off(self, view: AppointmentView) -> None:
        if view.status is AppointmentStatus.PLANNED:
            self._going = view
            self._context.jobs.run(
                call_off, view.id, view.version, receiver=self, done="_take_off", failed="_refuse"
            )

    def _take_off(self, _changes: object) -> None:
        if self._going is not None:
            words = self.tr("Het gesprek met {name} is afgezegd.")
            words = words.format(name=self._going.student_name)
            self._context.navigator.offer_undo(words, plan_again, self._going.id)
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan_again(self, view: AppointmentView) -> None:
        self._context.jobs.run(
            plan_again, view.id, receiver=self, done="_take_again", failed="_refuse"
        )

    def _take_again(self, _changes: object) -> None:
        self._context.navigator.say(self.tr("Het gesprek gaat weer door."), Tone.GOOD)
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._reload()

    def _form_done(self, written: UUID | None) -> None:
        self.bar.show()
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)
        if written is not None:
            self._keep = written
            self._context.navigator.say(
                self.tr("Gepland. Bewaar de uitnodiging als je de student wilt uitnodigen."),
                Tone.GOOD,
            )
            self._reload()

    def _invite_one(self, view: AppointmentView) -> None:
        self._invite((view.id,))

    def _invite_all(self) -> None:
        if self._shown is not None:
            self._invite(
                tuple(
                    item.id
                    for item in self._shown.appointments
                    if item.status is AppointmentStatus.PLANNED
                )
            )

    def _invite(self, ids: tuple[UUID, ...]) -> None:
        if ids:
            self._context.jobs.run(
                invite, ids, receiver=self, done="_save_invitations", failed="_refuse"
            )

    def _save_invitations(self, invitations: tuple[Invitation, ...]) -> None:
        from lob_workbench.ui.pdf_view import write_whole

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = save_file(
            self,
            self.tr("Uitnodiging bewaren"),
            self.tr("Agendabestand (*.ics)"),
            Path(folder) / file_name(invitations),
        )
        if path is None:
            return
        if path.suffix.lower() != ".ics":
            path = path.with_name(f"{path.name}.ics")
        data = calendar_bytes(
            invitations, self._context.clock.now(), kind_named, self.tr("Gesprek")
        )
        if write_whole(path, data):
            words = self.tr("Bewaard als {name}. Open het in je agenda of mail het.")
            self._context.navigator.say(words.format(name=path.name), Tone.GOOD)
        else:
            self._context.navigator.say(
                self.tr("Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?"),
                Tone.DANGER,
            )

    def _show_rooms(self) -> None:
        self._stack.setCurrentWidget(self.rooms)
        self._show_buttons(False)
        self.set_title(
            self.tr("Ruimtes"), self.tr("Waar je praat, en of anderen daar mee kunnen luisteren.")
        )
        self.rooms.load()

    def _hide_rooms(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show_buttons(True)
        self._say_days()
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_days(self) -> None:
        days = [self._day] if self._shown is None else days_shown(self._shown)
        self.set_title(self.tr("Agenda"), range_words(days))

    def _show_buttons(self, shown: bool) -> None:
        for button in (self.rooms_button, self.file_button, self.new_button):
            button.setVisible(shown)
