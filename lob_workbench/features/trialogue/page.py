"""The page of a trialogue: three voices beside each other, and what they say together."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.dates import long_date
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import ServerGone, StaleSave
from lob_workbench.features.trialogue.drafts import SCREEN, copy_of, from_json, to_json
from lob_workbench.features.trialogue.operations import (
    Recorded,
    drop_draft,
    keep_draft,
    open_trialogue,
    put_back_draft,
    record_together,
)
from lob_workbench.features.trialogue.page_forms import FormsCard
from lob_workbench.features.trialogue.page_lent import LentVoice, VoiceSubject
from lob_workbench.features.trialogue.page_lent_word import LentWord
from lob_workbench.features.trialogue.page_stale import StalePanel
from lob_workbench.features.trialogue.page_together import TogetherCards
from lob_workbench.features.trialogue.page_voices import VoicesTable
from lob_workbench.features.trialogue.page_words import kind_label, person_of
from lob_workbench.features.trialogue.rules import Trialogue, TrialogueDraft, Word, is_untouched
from lob_workbench.talks.rules import Desk, Party
from lob_workbench.talks.rules_agreements import AnsweredMeanwhile
from lob_workbench.ui.away_banner import AwayBanner
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.labels import Label
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.theme import TextSize, space


class TrialoguePage(Page):
    """``Target("trialogue", student)``: the trialogue that is being prepared or held."""

    help_topic = "trialogue"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student: UUID | None = None
        self._view: Trialogue | None = None
        self._kept: TrialogueDraft | None = None
        self._desk = Desk(uuid4())
        self._typed = self._recording = False
        self.state = Label("", self, size=TextSize.SMALL, ink="muted")
        self.discard = Button(self.tr("Concept weggooien"), self, kind=ButtonKind.QUIET)
        self.discard.clicked.connect(self._discard)
        self._buttons.addWidget(self.state)
        self._buttons.addWidget(self.discard)
        self.finish_button = self.add_button(
            self.tr("&Vastleggen"), self.finish, primary=True, icon="ph.check"
        )
        content = self.scroll_area.content if self.scroll_area is not None else self
        self.away_banner = AwayBanner(context, content)
        self.away_banner.used.connect(self._use_copy)
        self.stale = StalePanel(content)
        self.stale.hide()
        self.stale.theirs_chosen.connect(self._take_over)
        self.stale.mine_chosen.connect(self._hold_on)
        self.forms = FormsCard(context, content)
        self.voices = VoicesTable(content)
        self.together = TogetherCards(context.clock, content)
        for part in (self.away_banner, self.stale, self.forms, self.voices, self.together):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.keeper = DraftKeeper(
            self, context.jobs, self._collect, keep_draft, away=context.away, copy_of=copy_of,
            stop_at_stale=True,
        )  # fmt: skip
        self.keeper.saved.connect(self._take_saved)
        self.keeper.failed.connect(self._take_unsaved)
        self.keeper.kept_here.connect(self._take_kept_here)
        self.keeper.stale.connect(self._look_at_theirs)
        self.voices.changed.connect(self._edited)
        self.voices.lend_asked.connect(self._lend)
        self.voices.form_asked.connect(self._ask_form)
        self.together.changed.connect(self._edited)
        self.together.word_asked.connect(self._lend_word)
        self.offer(PageKey.SAVE, self.tr("Concept bewaren"), self._save)
        self.offer(PageKey.FINISH, self.tr("Vastleggen"), self.finish)
        self._enable(False)
        self._show_saved(None)

    def draft(self) -> TrialogueDraft | None:
        """Everything that stands on the screen."""
        if self._view is None:
            return None
        school, marks = self.voices.value()
        return replace(self.together.apply(self._view.draft), school=school, marks=marks)

    def open(self, target: Target) -> None:
        if target.entity != self._student:
            self._keep()
            self.clear()
        self._student = target.entity
        self._load()

    def refresh(self, changes: Changes) -> None:
        self.forms.refresh(changes)
        kinds = (
            *("voice", "conversation", "appointment", "placement", "student", "draft"),
            "agreement",
        )
        if not self._recording and changes.touches(*kinds):
            self._load()

    def leave(self) -> bool:
        kept = self._keep()
        if not kept:
            self._context.navigator.say(
                self.tr("Je tekst is nog niet bewaard, daarom blijf je hier."), Tone.DANGER
            )
        return kept

    def clear(self) -> None:
        self.keeper.forget()
        self._student = self._view = self._kept = None
        self._typed = self._recording = False
        self.away_banner.hide()
        self.forms.clear()
        self.stale.hide()
        self._enable(False)
        self._show_saved(None)

    def finish(self) -> None:
        """Record the talk, or show at the right place why it cannot be recorded yet."""
        draft = self.draft()
        if draft is None or self._recording or self.stale.isVisibleTo(self):
            return
        if not self.together.is_accepted(draft, self._context.clock.today()):
            # The message under the field has no room yet; look when it has.
            QTimer.singleShot(0, self, self._show_focus)
            return
        self._recording = True
        self.keeper.flush(wait=False)
        self._enable(False)
        self._context.jobs.run(
            record_together, draft, self._desk, receiver=self, done="_take_recorded",
            failed="_take_refused",
        )  # fmt: skip

    def _show_focus(self) -> None:
        if self.scroll_area is not None:
            self.scroll_area.ensureWidgetVisible(self.focusWidget(), space(4), space(8))

    def _load(self) -> None:
        if self._student is not None:
            self._context.jobs.run(open_trialogue, self._student, receiver=self, done="_take")

    def _take(self, view: Trialogue) -> None:
        if view.student.id != self._student or self._recording:
            return
        standing = self.draft()
        self._show_head(view)
        self.forms.show_around(view)
        if standing is not None and standing.id == view.draft.id and self._typed:
            self._view = replace(view, draft=standing)
            self.voices.show_around(self._view)
            self.together.show_around(self._view)
            return
        self._show(view)

    def _show(self, view: Trialogue) -> None:
        first = self._view is None
        self._view = view
        self._typed = False
        self._desk = Desk(self._desk.id, view.draft_saved_at)
        self.keeper.forget()
        self.stale.hide()
        self.voices.show_trialogue(view)
        self.together.show_trialogue(view)
        self._kept = self.draft()
        self._enable(True)
        self._show_saved(None if is_untouched(view.draft) else view.draft_saved_at)
        self.away_banner.look(SCREEN, view.student.id, to_json(view.draft))
        if first and self.scroll_area is not None:
            self.scroll_area.verticalScrollBar().setValue(0)
            self.voices.begin()

    def _show_head(self, view: Trialogue) -> None:
        parts = [self.tr("Trialoog")]
        if view.placement is not None:
            parts.append(view.placement.company.name)
        if view.planned is not None:
            words = self.tr("{kind} op {day}").format(
                kind=kind_label(view.planned.kind).lower(), day=long_date(view.planned.on)
            )
            if view.planned.at:
                words = self.tr("{talk} om {time}").format(talk=words, time=view.planned.at)
            parts.append(words)
        self.set_title(view.student.name.full, " · ".join(parts))

    def _lend(self, party: object) -> None:
        view = self._view
        if view is not None and isinstance(party, Party) and self._keep():
            subject = VoiceSubject(
                view.draft.id, view.student.id, party, person_of(view, party),
                view.student.name.first,
            )  # fmt: skip
            self._context.navigator.lend(Loan(LentVoice, subject))

    def _ask_form(self, party: object) -> None:
        if self._view is not None and isinstance(party, Party) and self._keep():
            self.forms.ask(self._view, party)

    def _lend_word(self, party: object) -> None:
        draft, view = self.draft(), self._view
        if draft is None or view is None or not isinstance(party, Party) or not self._keep():
            return
        word = Word(draft.id, draft.student_id, party, draft.together, draft.agreements)
        person = person_of(view, party) or self.tr("het leerbedrijf")
        self._context.navigator.lend(Loan(LentWord, (word, person)))

    def _keep(self) -> bool:
        return self.keeper.flush() or self.keeper.safe

    def _save(self) -> None:
        self._keep()

    def _collect(self) -> tuple[TrialogueDraft, Desk] | None:
        draft = self.draft()
        if draft is None or draft == self._kept:
            return None
        self._kept = draft
        return draft, self._desk

    def _edited(self) -> None:
        self._typed = True
        self.keeper.touch()

    def _take_saved(self, moment: datetime) -> None:
        self._desk = Desk(self._desk.id, moment)
        if not self.keeper.unsaved:
            self.away_banner.discard_used()
        self._show_saved(moment)

    def _take_unsaved(self, _error: Exception) -> None:
        self._kept = None
        self.state.setText(self.tr("Concept nog niet bewaard; de werkbank probeert het opnieuw"))
        self.state.set_ink("danger")
        self.state.show()

    def _take_kept_here(self, moment: datetime) -> None:
        words = self.tr("Geen verbinding. Je tekst staat veilig op deze laptop ({time})")
        self.state.setText(words.format(time=format_time(local(moment).time())))
        self.state.set_ink("attention")
        self.state.show()

    def _show_saved(self, moment: datetime | None) -> None:
        self.state.set_ink("muted")
        time = "" if moment is None else format_time(local(moment).time())
        self.state.setText(self.tr("Concept bewaard {time}").format(time=time) if time else "")
        self.state.setVisible(bool(time))
        self.discard.setVisible(moment is not None)

    def _discard(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        self.keeper.flush()
        self.keeper.forget(here=True)
        self._typed = False
        self._context.jobs.run(drop_draft, draft)
        self._context.navigator.offer_undo(self.tr("Concept weggegooid."), put_back_draft, draft)

    def _use_copy(self, kept: KeptCopy) -> None:
        """Go on with the words of the laptop; the school gets them as if they were just typed."""
        if self._view is not None:
            draft = replace(from_json(kept.copy.content), id=self._view.draft.id)
            self._show(replace(self._view, draft=draft))
            self._kept = None
            self._edited()

    def _look_at_theirs(self) -> None:
        """Another desk kept other words: lay both beside each other."""
        if self._student is not None:
            self._context.jobs.run(
                open_trialogue, self._student, receiver=self, done="_take_theirs"
            )

    def _take_theirs(self, theirs: Trialogue) -> None:
        mine = self.draft()
        if mine is None or theirs.student.id != self._student:
            return
        self.stale.show_both(mine, theirs)
        self.stale.show()
        if self.scroll_area is not None:
            self.scroll_area.ensureWidgetVisible(self.stale)
        self.stale.begin()

    def _take_over(self, theirs: object) -> None:
        if isinstance(theirs, Trialogue):
            self.keeper.forget(here=True)
            self._show(theirs)

    def _hold_on(self, theirs: object) -> None:
        """Mine goes in the place of what was just read."""
        if isinstance(theirs, Trialogue):
            self._desk = Desk(self._desk.id, theirs.draft_saved_at)
            self.stale.hide()
            self._kept = None
            self.keeper.resume(soon=True)

    def _take_recorded(self, done: Recorded) -> None:
        self.keeper.forget(here=True)
        self.away_banner.discard_used()
        self.clear()
        # Going takes the words of the page before away.
        self._context.navigator.go(Target("conversations", done.conversation_id, "read"))
        self._context.navigator.say(
            self.tr("Vastgelegd. Geef student en bedrijf het verslag mee."), Tone.GOOD
        )

    def _take_refused(self, error: Exception) -> None:
        self._recording = False
        self._enable(True)
        self.keeper.resume(soon=True)
        if isinstance(error, ServerGone) and self.keeper.flush():
            words = self.tr(
                "Vastleggen kan nu niet: er is geen verbinding met je school. Je tekst staat "
                "veilig. Druk nog een keer op ‘Vastleggen’ als de verbinding er weer is."
            )
            self._context.navigator.say(words, Tone.ATTENTION)
            return
        self._context.navigator.complain(error)
        if isinstance(error, AnsweredMeanwhile):
            # The draft can stand; what became of an agreement is shown at its own row.
            self._load()
        elif isinstance(error, StaleSave):
            self._look_at_theirs()

    def _enable(self, enabled: bool) -> None:
        focused = self.focusWidget() if not enabled else None
        self.voices.setEnabled(enabled)
        self.together.setEnabled(enabled)
        self.finish_button.setEnabled(enabled)
        if focused is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
