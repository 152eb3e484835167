"""The form beside the agenda: plan a talk, or give it another time, place or subject."""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.errors import StaleSave
from lob_workbench.features.agenda.operations import change, plan, read_choices
from lob_workbench.features.agenda.page_student import StudentField
from lob_workbench.features.agenda.page_words import caution_lines, kind_words
from lob_workbench.features.agenda.rules import CautionView, PlanChoices, Planned
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentView,
    RoomView,
    minutes_of,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import (
    CheckBox,
    ChoiceField,
    DateField,
    Field,
    FormErrors,
    LineField,
    TimeField,
)
from lob_workbench.ui.labels import Heading
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space, text_width

_MINUTES = (10, 15, 20, 30, 40, 45, 60, 90, 120)


class PlanForm(QWidget):
    """Asks with whom, what, when, where. ``done`` tells which appointment was written, or none."""

    done = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._before: AppointmentView | None = None
        self._key = new_id()
        self._wanted: UUID | None = None
        self._seen: tuple[CautionView, ...] = ()
        self._own_minutes = self._own_form = False
        self.title = Heading("", self, size=TextSize.LARGE)
        self.student = StudentField(self.tr("Student"), self)
        self.kind: ChoiceField[ConversationKind] = ChoiceField(
            self.tr("Soort gesprek"),
            [
                (kind, kind_words(kind))
                for kind in ConversationKind
                if kind is not ConversationKind.PERSONAL_DEVELOPMENT
            ],
            self,
            required=True,
        )
        self.form: ChoiceField[ConversationForm] = ChoiceField(
            self.tr("Vorm"),
            [
                (ConversationForm.DIALOGUE, self.tr("dialoog")),
                (ConversationForm.TRIALOGUE, self.tr("trialoog")),
            ],
            self,
        )
        self.on = DateField(self.tr("Dag"), self, required=True, today=context.clock.today)
        self.at = TimeField(self.tr("Tijd"), self)
        self.minutes: ChoiceField[int] = ChoiceField(self.tr("Duur"), self._lengths(_MINUTES), self)
        self.room: ChoiceField[UUID | None] = ChoiceField(
            self.tr("Ruimte"), [(None, self.tr("nog geen"))], self, radio_up_to=0
        )
        self.subject = LineField(
            self.tr("Waar gaat het over?"), self, hint=self.tr("Komt niet in de uitnodiging.")
        )
        self.sensitive = CheckBox(self.tr("Gevoelig: niemand mag meeluisteren"), self)
        self.cautions = Panel("", self, tint="attention", icon="ph.warning-circle")
        self.refused = Panel("", self, tint="danger", icon="ph.warning-octagon")
        self.save_button = Button("", self, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.save)
        self.cancel_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.give_up)
        self._lay_out()
        self.kind.changed.connect(self._kind_changed)
        self.form.changed.connect(self._form_chosen)
        self.minutes.changed.connect(self._minutes_chosen)
        for field in self._fields():
            field.changed.connect(self._edited)
        self.sensitive.toggled.connect(self._edited)
        self.setFixedWidth(text_width(self, 40) + space(4))
        self.hide()

    def _lay_out(self) -> None:
        column = ScrollColumn(self)
        when = QHBoxLayout()
        when.setSpacing(space(2))
        when.addWidget(self.at, 1, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.minutes, 1, Qt.AlignmentFlag.AlignTop)
        column.column.setSpacing(space(3))
        above: tuple[QWidget, ...] = (self.student, self.kind, self.form, self.on)
        below: tuple[QWidget, ...] = (self.room, self.subject, self.sensitive)
        for part in above:
            column.column.addWidget(part)
        column.column.addLayout(when)
        for part in below:
            column.column.addWidget(part)
        column.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(4), 0, 0, space(2))
        outer.setSpacing(space(2))
        outer.addWidget(self.title)
        outer.addWidget(column, 1)
        outer.addWidget(self.cautions)
        outer.addWidget(self.refused)
        outer.addLayout(buttons)

    def plan(self, on: date, at: str = "", student_id: UUID | None = None) -> None:
        """Ask for a new talk on that day."""
        self._begin(None, self.tr("Gesprek plannen"), self.tr("&Plannen"))
        self._wanted = student_id
        self.kind.set_value(ConversationKind.PROGRESS)
        self.form.set_value(ConversationForm.DIALOGUE)
        self._show_minutes(minutes_of(ConversationKind.PROGRESS))
        self.on.set_value(on)
        self.at.set_value(time.fromisoformat(at) if at else None)
        self.room.set_value(None)
        self.subject.set_value("")
        self.sensitive.setChecked(False)
        self.student.choose(student_id)
        (self.student if student_id is None else self.at).setFocus(Qt.FocusReason.OtherFocusReason)

    def change(self, view: AppointmentView) -> None:
        """Ask for what becomes different."""
        self._begin(view, self.tr("Gesprek verzetten of aanpassen"), self.tr("Be&waren"))
        self._wanted = view.student_id
        self._own_minutes = self._own_form = True
        self._show(view)
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget everything, and hide."""
        self._before, self._wanted = None, None
        self.student.clear()
        self.subject.set_value("")
        self.hide()

    def save(self) -> None:
        """Write it, once all is filled in and what asks caution was seen."""
        draft = self.draft()
        if draft is None:
            return
        self.save_button.setEnabled(False)
        seen = frozenset(self._seen)
        if self._before is None:
            work, told = plan, (draft, seen)
        else:
            work, told = change, (draft, self._before.version, seen)  # type: ignore[assignment]
        self._context.jobs.run(work, *told, receiver=self, done="_take_planned", failed="_refuse")

    def draft(self) -> AppointmentDraft | None:
        """What was filled in; ``None`` when something lacks, which is then shown."""
        before = self._before
        # With whom it is, is known of what stands there already.
        asked = [field for field in self._fields() if before is None or field is not self.student]
        if not FormErrors(asked).check():
            return None
        student = self.student.value() if before is None else before.student_id
        kind, on = self.kind.value(), self.on.value()
        if student is None or kind is None or on is None:
            return None
        at = self.at.value()
        return AppointmentDraft(
            id=self._key if before is None else before.id,
            student_id=student,
            kind=kind,
            on=on,
            at="" if at is None else format_time(at),
            minutes=self.minutes.value() or minutes_of(kind),
            form=self.form.value() or ConversationForm.DIALOGUE,
            room_id=self.room.value(),
            placement_id=None if before is None else before.placement_id,
            subject=self.subject.value(),
            sensitive=self.sensitive.isChecked(),
        )

    def give_up(self) -> None:
        """Close the form without writing."""
        self.clear()
        self.done.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _begin(self, view: AppointmentView | None, title: str, save: str) -> None:
        self._before, self._key = view, new_id()
        self._own_minutes = self._own_form = False
        self.title.setText(title)
        self.save_button.setText(save)
        self.save_button.setEnabled(True)
        self.student.setEnabled(view is None)
        self._edited()
        self.show()
        self._context.jobs.run(read_choices, receiver=self, done="_take_choices")

    def _show(self, view: AppointmentView) -> None:
        self.student.choose(view.student_id)
        self.student.edit.setText(view.student_name)
        self.kind.set_value(view.kind)
        self.form.set_value(view.form)
        self._show_minutes(view.minutes)
        self.on.set_value(view.on)
        self.at.set_value(time.fromisoformat(view.at) if view.at else None)
        self._offer_rooms(() if view.room is None else (view.room,))
        self.room.set_value(None if view.room is None else view.room.id)
        self.subject.set_value(view.subject)
        self.sensitive.setChecked(view.sensitive)

    def _take_choices(self, choices: PlanChoices) -> None:
        chosen = self.room.value()
        self.student.set_students(choices.students)
        if self._wanted is not None:
            self.student.choose(self._wanted)
        self._offer_rooms(choices.rooms)
        self.room.set_value(chosen)

    def _offer_rooms(self, rooms: Sequence[RoomView]) -> None:
        words = [(room.id, self._room_words(room)) for room in rooms]
        self.room.set_choices([(None, self.tr("nog geen")), *words])

    def _room_words(self, room: RoomView) -> str:
        kind = self.tr("besloten") if room.private else self.tr("open, geen deur")
        return self.tr("{room} ({kind})").format(room=room.name, kind=kind)

    def _kind_changed(self) -> None:
        kind = self.kind.value()
        if kind is None:
            return
        if not self._own_minutes:
            self._show_minutes(minutes_of(kind))
        if not self._own_form:
            at_work = kind is ConversationKind.PLACEMENT_VISIT
            self.form.set_value(
                ConversationForm.TRIALOGUE if at_work else ConversationForm.DIALOGUE
            )

    def _show_minutes(self, minutes: int) -> None:
        self.minutes.set_choices(self._lengths(sorted({*_MINUTES, minutes})))
        self.minutes.set_value(minutes)

    def _lengths(self, minutes: Sequence[int]) -> list[tuple[int, str]]:
        return [(each, self.tr("{count} minuten").format(count=each)) for each in minutes]

    def _form_chosen(self) -> None:
        self._own_form = True

    def _minutes_chosen(self) -> None:
        self._own_minutes = True

    def _edited(self) -> None:
        """What was pointed out was about something else."""
        self._seen = ()
        self.cautions.hide()
        self.refused.hide()

    def _take_planned(self, planned: Planned) -> None:
        self.save_button.setEnabled(True)
        if not planned.done:
            self._seen = planned.cautions
            words = self.tr("Let op. Klopt dit, druk dan nog een keer.")
            self.cautions.set_text(f"{caution_lines(planned.cautions)}\n{words}")
            self.cautions.show()
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (written,) = planned.changes.ids
        self.clear()
        self.done.emit(written)

    def _refuse(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        words = error_text(error)
        if isinstance(error, StaleSave):
            words = self.tr(
                "Dit gesprek is net op een ander scherm verzet. Sluit dit, kijk hoe het nu staat "
                "en pas het dan aan."
            )
        self.refused.set_text(words)
        self.refused.show()
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> tuple[Field, ...]:
        return (
            self.student,
            self.kind,
            self.form,
            self.on,
            self.at,
            self.minutes,
            self.room,
            self.subject,
        )
