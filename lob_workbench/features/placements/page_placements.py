"""The card *Stage*: where somebody learns at work, when, and with whom."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.features.placements.operations import (
    Ended,
    end_placement,
    known_companies,
    save_placement,
    take_back_end,
)
from lob_workbench.features.placements.page_card import RecordCard, RecordForm, RecordRow
from lob_workbench.features.placements.rules import Around, AtOnce, PlacementDraft
from lob_workbench.people.rules_placements import CompanyView, PlacementView
from lob_workbench.storage.base import new_id
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.forms import DateField, FormErrors, LineField


class PlacementsCard(RecordCard):
    """The placements of a student, the latest first, and the form of one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Stage"),
            "ph.briefcase",
            self.tr("Er staat nog geen stage."),
            self.tr("Stage toevoegen"),
            parent,
        )
        self._context = context
        self._student_id: UUID | None = None
        self.placement_form = PlacementForm(context, self)
        self.put_form(self.placement_form)
        self.add_button.clicked.connect(self._add)

    def show_around(self, around: Around) -> None:
        """Show the placements; a form that is open stays open."""
        self._student_id = around.student_id
        today = self._context.clock.today()
        rows = []
        for view in around.placements:
            row = PlacementRow(view, today, own=around.own, parent=self)
            row.change_asked.connect(self._change)
            row.end_asked.connect(self._end)
            row.trialogue_asked.connect(self._open_trialogue)
            rows.append(row)
        self.show_rows(rows, own=around.own)

    def _add(self) -> None:
        if self._student_id is not None:
            self.placement_form.open(PlacementDraft(new_id(), self._student_id))
            self.arrange()

    def _change(self, view: PlacementView) -> None:
        draft = PlacementDraft(
            id=view.id,
            student_id=view.student_id,
            company=view.company.name,
            place=view.company.place,
            trainer=view.trainer,
            trainer_email=view.trainer_email,
            trainer_phone=view.trainer_phone,
            starts_on=view.starts_on,
            ends_on=view.ends_on,
        )
        self.placement_form.open(draft, view.version)
        self.arrange()

    def _end(self, view: PlacementView) -> None:
        self._context.jobs.run(
            end_placement,
            view.id,
            view.version,
            self._context.clock.today(),
            receiver=self,
            done="_take_ended",
            failed="_complain",
        )

    def _open_trialogue(self, view: PlacementView) -> None:
        self._context.navigator.go(Target("trialogue", view.student_id))

    def _take_ended(self, ended: Ended) -> None:
        self._context.navigator.offer_undo(
            self.tr("De stage eindigt vandaag."),
            take_back_end,
            ended.id,
            ended.version,
            ended.before,
        )

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)


class PlacementRow(RecordRow):
    """One placement: company, period, trainer."""

    change_asked = Signal(object)
    end_asked = Signal(object)
    trialogue_asked = Signal(object)

    def __init__(
        self, view: PlacementView, today: date, *, own: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.company.full_name, parent)
        self._view = view
        self.add_line(self._period())
        trainer = " · ".join(
            part for part in (view.trainer, view.trainer_phone, view.trainer_email) if part
        )
        if trainer:
            self.add_line(self.tr("Praktijkopleider: {who}").format(who=trainer))
        if view.holds_on(today):
            self.add_chip(self.tr("nu"), Tone.GOOD, "ph.check-circle")
        elif view.starts_on > today:
            self.add_chip(self.tr("begint nog"), Tone.CALM, "ph.calendar-blank")
        else:
            self.add_chip(self.tr("voorbij"), Tone.CALM, "ph.flag")
        if not own:
            return
        change = (self.tr("Wijzigen"), "ph.pencil-simple", self._ask_change)
        if view.holds_on(today) and view.ends_on != today:
            end = (self.tr("Stage vandaag stoppen"), "ph.flag", self._ask_end)
            self.add_buttons(change, end)
        else:
            self.add_buttons(change)
        if view.holds_on(today):
            # A line of its own: about the talk, not about what is on record here.
            words = self.tr("Trialoog openen")
            self.add_buttons((words, "ph.users-three", self._ask_trialogue))

    def _period(self) -> str:
        start = long_date(self._view.starts_on, weekday=False)
        if self._view.ends_on is None:
            return self.tr("vanaf {start}").format(start=start)
        return self.tr("{start} tot en met {end}").format(
            start=start, end=long_date(self._view.ends_on, weekday=False)
        )

    def _ask_change(self) -> None:
        self.change_asked.emit(self._view)

    def _ask_trialogue(self) -> None:
        self.trialogue_asked.emit(self._view)

    def _ask_end(self) -> None:
        self.end_asked.emit(self._view)


class PlacementForm(RecordForm):
    """Company (chosen while typing, or new), period, and the trainer there."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stage bewaren"), parent)
        self._context = context
        self._draft: PlacementDraft | None = None
        self._version: int | None = None
        self._sure = False
        self.company = LineField(
            self.tr("Bedrijf"),
            self,
            required=True,
            hint=self.tr("Typ een deel van de naam; een nieuw bedrijf mag ook."),
        )
        self.place = LineField(self.tr("Plaats"), self)
        today = context.clock.today
        self.starts = DateField(self.tr("Eerste dag"), self, required=True, today=today)
        self.ends = DateField(self.tr("Laatste dag"), self, today=today)
        self.trainer = LineField(self.tr("Praktijkopleider"), self)
        self.phone = LineField(self.tr("Telefoon"), self)
        self.email = LineField(self.tr("E-mail"), self)
        self._companies: dict[str, CompanyView] = {}
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Later: first the line edit itself shows the whole of what was chosen.
        completer.activated.connect(self._take_known, Qt.ConnectionType.QueuedConnection)
        self.company.edit.setCompleter(completer)
        self._fields = (
            *(self.company, self.place, self.starts, self.ends),
            *(self.trainer, self.phone, self.email),
        )
        self.form.add(self.company)
        self.form.add(self.place)
        self.form.add(self.starts, self.ends)
        self.form.add(self.trainer)
        self.form.add(self.phone, self.email)
        for field in self._fields:
            field.changed.connect(self._edited)
        self.put_away()

    def open(self, draft: PlacementDraft, version: int | None = None) -> None:
        """Fill the form in; ``version`` of a placement that stands there already."""
        self._draft, self._version = draft, version
        self._fill(draft)
        new = version is None
        self.begin(self.tr("Nieuwe stage") if new else self.tr("Stage wijzigen"), self.company)
        self._context.jobs.run(known_companies, receiver=self, done="_take_companies")

    def empty(self) -> None:
        if self._draft is not None:
            self._draft = None
            self._fill(PlacementDraft(new_id(), new_id()))

    def save(self) -> None:
        if self._draft is None or not FormErrors(self._fields).check():
            return
        draft = PlacementDraft(
            id=self._draft.id,
            student_id=self._draft.student_id,
            company=self.company.value(),
            place=self.place.value(),
            trainer=self.trainer.value(),
            trainer_email=self.email.value(),
            trainer_phone=self.phone.value(),
            starts_on=self.starts.value(),
            ends_on=self.ends.value(),
        )
        self.save_button.setEnabled(False)
        self._context.jobs.run(
            save_placement,
            draft,
            self._version,
            self._sure,
            receiver=self,
            done="_take_done",
            failed="_take_refused",
        )

    def _fill(self, draft: PlacementDraft) -> None:
        self.company.set_value(draft.company)
        self.place.set_value(draft.place)
        self.starts.set_value(draft.starts_on)
        self.ends.set_value(draft.ends_on)
        self.trainer.set_value(draft.trainer)
        self.phone.set_value(draft.trainer_phone)
        self.email.set_value(draft.trainer_email)
        self._edited()

    def _edited(self) -> None:
        self._sure = False
        self.refused.hide()

    def _take_companies(self, companies: tuple[CompanyView, ...]) -> None:
        self._companies = {company.full_name: company for company in companies}
        self._known.setStringList(list(self._companies))

    def _take_known(self, words: str) -> None:
        """One that is known: its place comes along."""
        company = self._companies.get(words)
        if company is None or self._draft is None:
            return
        self.company.set_value(company.name)
        self.place.set_value(company.place)
        self._edited()
        self.starts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_done(self, _changes: object) -> None:
        self._context.navigator.say(self.tr("De stage is bewaard."), Tone.GOOD)
        self.give_up()

    def _take_refused(self, error: Exception) -> None:
        self.refuse(error)
        # Asked once: who presses the button again means it.
        self._sure = isinstance(error, AtOnce)
