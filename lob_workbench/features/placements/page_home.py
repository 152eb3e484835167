"""The card *Thuis*: parents and who is in their place, and what may be said to them."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.placements.operations import (
    Ended,
    end_guardian,
    save_guardian,
    take_back_until,
)
from lob_workbench.features.placements.page_card import RecordCard, RecordForm, RecordRow
from lob_workbench.features.placements.rules import Around, GuardianDraft
from lob_workbench.people.rules import AgeStage, age_stage
from lob_workbench.people.rules_placements import (
    RELATION_LABELS,
    TOLD_LABELS,
    GuardianView,
    Relation,
    Told,
    may_be_told,
)
from lob_workbench.storage.base import new_id
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.forms import ChoiceField, DateField, FormErrors, LineField

_TONES: dict[Told, tuple[Tone, str]] = {
    Told.ALL: (Tone.GOOD, "ph.check-circle"),
    Told.TOGETHER: (Tone.ATTENTION, "ph.chats-circle"),
    Told.CONSENT: (Tone.GOOD, "ph.check-circle"),
    Told.NOTHING: (Tone.DANGER, "ph.phone-slash"),
}


class HomeCard(RecordCard):
    """What the age means, the people at home, and the form of one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Thuis"),
            "ph.house",
            self.tr("Er staat nog niemand van thuis."),
            self.tr("Ouder of verzorger toevoegen"),
            parent,
        )
        self._context = context
        self._student_id: UUID | None = None
        self.age = Panel("", self)
        self.head.addWidget(self.age)
        self.guardian_form = GuardianForm(context, self)
        self.put_form(self.guardian_form)
        self.add_button.clicked.connect(self._add)

    def show_around(self, around: Around) -> None:
        """Show who is at home; a form that is open stays open."""
        self._student_id = around.student_id
        self.age.set_text(self._meaning(around).format(name=around.first_name, age=around.age))
        self.age.show()
        today = self._context.clock.today()
        # Those of before come last.
        views = sorted(around.guardians, key=lambda view: not view.holds_on(today))
        rows = []
        for view in views:
            row = GuardianRow(view, around, today, parent=self)
            row.change_asked.connect(self._change)
            row.end_asked.connect(self._end)
            rows.append(row)
        self.show_rows(rows, own=around.own)

    def clear(self) -> None:
        """Forget who was shown."""
        super().clear()
        self.age.set_text("")
        self.age.hide()

    def _meaning(self, around: Around) -> str:
        if around.age is None:
            return self.tr(
                "De leeftijd van {name} is niet bekend. Vraag eerst of je naar huis mag bellen."
            )
        return {
            AgeStage.UNDER_16: self.tr("{name} is {age}: ouders kijken mee en tekenen mee."),
            AgeStage.UNDER_18: self.tr(
                "{name} is {age} en beslist op veel punten zelf. Overleg samen wat je thuis "
                "vertelt."
            ),
            AgeStage.ADULT: self.tr(
                "{name} is {age} en beslist zelf. Vertel thuis alleen iets als {name} dat "
                "goedvindt."
            ),
        }[age_stage(around.age)]

    def _add(self) -> None:
        if self._student_id is not None:
            self.guardian_form.open(GuardianDraft(new_id(), self._student_id))
            self.arrange()

    def _change(self, view: GuardianView) -> None:
        draft = GuardianDraft(
            id=view.id,
            student_id=view.student_id,
            name=view.name,
            relation=view.relation,
            phone=view.phone,
            email=view.email,
            consent_on=view.consent_on,
        )
        self.guardian_form.open(draft, view.version)
        self.arrange()

    def _end(self, view: GuardianView) -> None:
        # From this moment: the last day that it held was yesterday.
        self._context.jobs.run(
            end_guardian,
            view.id,
            view.version,
            self._context.clock.today() - timedelta(days=1),
            receiver=self,
            done="_take_ended",
            failed="_complain",
        )

    def _take_ended(self, ended: Ended) -> None:
        self._context.navigator.offer_undo(
            self.tr("Dit geldt vanaf nu niet meer."),
            take_back_until,
            ended.id,
            ended.version,
            ended.before,
        )

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)


class GuardianRow(RecordRow):
    """One person at home, with what may be said to them today."""

    change_asked = Signal(object)
    end_asked = Signal(object)

    def __init__(
        self, view: GuardianView, around: Around, today: date, parent: QWidget | None = None
    ) -> None:
        relation = QCoreApplication.translate("people", RELATION_LABELS[view.relation])
        super().__init__(view.name, parent)
        self._view = view
        self.add_line(" · ".join(part for part in (relation, view.phone, view.email) if part))
        holds = view.holds_on(today)
        if holds:
            told = may_be_told(around.age, view, today)
            words = QCoreApplication.translate("people", TOLD_LABELS[told])
            self.add_chip(words.format(name=around.first_name), *_TONES[told])
        else:
            until = long_date(view.until, weekday=False) if view.until is not None else ""
            self.add_chip(self.tr("gold tot en met {day}").format(day=until), Tone.CALM)
        if view.consent_on is not None and holds:
            day = long_date(view.consent_on, weekday=False)
            self.add_line(self.tr("toestemming gegeven op {day}").format(day=day))
        if around.own:
            change = (self.tr("Wijzigen"), "ph.pencil-simple", self._ask_change)
            end = (self.tr("Hoort er niet meer bij"), "ph.x-circle", self._ask_end)
            self.add_buttons(*((change, end) if holds else (change,)))

    def _ask_change(self) -> None:
        self.change_asked.emit(self._view)

    def _ask_end(self) -> None:
        self.end_asked.emit(self._view)


class GuardianForm(RecordForm):
    """Name, relation, how to reach them, and since when the student agrees."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bewaren"), parent)
        self._context = context
        self._draft: GuardianDraft | None = None
        self._version: int | None = None
        self.name = LineField(self.tr("Naam"), self, required=True)
        self.relation: ChoiceField[Relation] = ChoiceField(
            self.tr("Wie is dit voor de student?"),
            [
                (relation, QCoreApplication.translate("people", words))
                for relation, words in RELATION_LABELS.items()
            ],
            self,
            required=True,
        )
        self.phone = LineField(self.tr("Telefoon"), self)
        self.email = LineField(self.tr("E-mail"), self)
        self.consent = DateField(
            self.tr("De student gaf toestemming op"),
            self,
            hint=self.tr("Vanaf 18 jaar nodig. Leeg: geen toestemming."),
            today=context.clock.today,
        )
        self._fields = (self.name, self.relation, self.phone, self.email, self.consent)
        self.form.add(self.name)
        self.form.add(self.relation)
        self.form.add(self.phone, self.email)
        self.form.add(self.consent)
        for field in self._fields:
            field.changed.connect(self._edited)
        self.put_away()

    def open(self, draft: GuardianDraft, version: int | None = None) -> None:
        """Fill the form in; ``version`` of somebody who stands there already."""
        self._draft, self._version = draft, version
        self._fill(draft)
        new = version is None
        title = self.tr("Ouder of verzorger") if new else self.tr("Gegevens wijzigen")
        self.begin(title, self.name)

    def empty(self) -> None:
        if self._draft is not None:
            self._draft = None
            self._fill(GuardianDraft(new_id(), new_id()))

    def save(self) -> None:
        if self._draft is None or not FormErrors(self._fields).check():
            return
        draft = GuardianDraft(
            id=self._draft.id,
            student_id=self._draft.student_id,
            name=self.name.value(),
            relation=self.relation.value(),
            phone=self.phone.value(),
            email=self.email.value(),
            consent_on=self.consent.value(),
        )
        self.save_button.setEnabled(False)
        self._context.jobs.run(
            save_guardian,
            draft,
            self._version,
            receiver=self,
            done="_take_done",
            failed="refuse",
        )

    def _fill(self, draft: GuardianDraft) -> None:
        self.name.set_value(draft.name)
        self.relation.set_value(draft.relation or (None if self._version else Relation.PARENT))
        self.phone.set_value(draft.phone)
        self.email.set_value(draft.email)
        self.consent.set_value(draft.consent_on)
        self._edited()

    def _edited(self) -> None:
        self.refused.hide()

    def _take_done(self, _changes: object) -> None:
        self._context.navigator.say(self.tr("Bewaard."), Tone.GOOD)
        self.give_up()
