"""A talk in three steps over one draft, which is kept while you type."""

from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.features.conversations.drafts import copy_of, from_json
from lob_workbench.features.conversations.operations import (
    Recorded,
    drop_draft,
    keep_draft,
    prepare,
    prepare_correction,
    put_back_draft,
)
from lob_workbench.features.conversations.page_desk import TalkDesk
from lob_workbench.features.conversations.page_hold import HoldStep
from lob_workbench.features.conversations.page_prepare import PrepareStep
from lob_workbench.features.conversations.page_record import RecordStep
from lob_workbench.features.conversations.page_step_keys import StepKeys
from lob_workbench.features.conversations.page_subject import on_the_day, subject_of
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.talks.rules import ConversationDraft, Desk
from lob_workbench.talks.rules_drafts import is_told
from lob_workbench.ui.away_banner import AwayBanner
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.labels import Label
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.steps import StepPath
from lob_workbench.ui.theme import TextSize, space


class Step(IntEnum):
    """Where in the talk you are."""

    PREPARE = 0
    HOLD = 1
    RECORD = 2


_AROUND = ("agreement", "conversation", "student", "draft", "own_question", "preparation")
"""What stands beside the draft of a talk, or changes it."""


class TalkView(TalkDesk):
    """The steps of one student's talk, or the correction of a recorded one."""

    loaded = Signal()
    """The talk is on the screen; ``preparation`` says whose it is."""
    step_changed = Signal()
    recorded = Signal(object)
    """The talk was recorded: its id."""

    def __init__(
        self,
        context: PageContext,
        started: dict[UUID, datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._started = started
        self._kept: ConversationDraft | None = None
        self._loading = False
        self._typed = False
        self.step = Step.PREPARE
        names = (self.tr("Voorbereiden"), self.tr("Voeren"), self.tr("Vastleggen"))
        self._top = QWidget(self)
        self.path = StepPath(names, self._top)
        self.path.setToolTip(self.tr("Ga naar een stap met Ctrl+1, Ctrl+2 en Ctrl+3"))
        self.path.step_chosen.connect(self._step_chosen)
        self.state = Label("", self._top, size=TextSize.SMALL, ink="muted")
        self.discard = Button(self.tr("Concept weggooien"), self._top, kind=ButtonKind.QUIET)
        self.discard.clicked.connect(self._discard)
        self._stack = QStackedWidget(self)
        # With their final parent from the start: moving a widget styles all of it once more.
        self.prepare_step = PrepareStep(context, self._stack)
        self.hold_step = HoldStep(context.clock, self._stack)
        self.record_step = RecordStep(context.clock, self._stack)
        self.prepare_step.refused.connect(self._load_around)
        for widget in (self.prepare_step, self.hold_step, self.record_step):
            self._stack.addWidget(widget)
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(space(2))
        top.addWidget(self.path, 1)
        top.addWidget(self.state)
        top.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self._top)
        self.away_banner = AwayBanner(context, self)
        self.away_banner.used.connect(self._use_copy)
        self.away_banner.compared.connect(self._compare_copy)
        column.addWidget(self.away_banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self.compare_view, 1)
        self.keeper = DraftKeeper(
            self, context.jobs, self._collect, keep_draft, away=context.away, copy_of=copy_of,
            stop_at_stale=True,
        )  # fmt: skip
        self.keeper.stale.connect(self._take_stale)
        self.keeper.kept_here.connect(self._take_kept_here)
        self.keeper.saved.connect(self._take_saved)
        self.keeper.failed.connect(self._take_unsaved)
        self.prepare_step.changed.connect(self._edited)
        # The kind stands on two steps: whoever sees it wrong can mend it there.
        self.prepare_step.kind.changed.connect(self._kind_prepared)
        self.record_step.kind.changed.connect(self._kind_recorded)
        self.record_step.changed.connect(self._edited)
        self._keys = StepKeys(names, self)
        self._keys.step_chosen.connect(self._step_key)
        self._stack.setEnabled(False)
        self._show_saved(None)

    @property
    def preparation(self) -> Preparation | None:
        """What is loaded, with the draft as it stands on the screen."""
        draft = self.draft()
        return None if self._prep is None or draft is None else replace(self._prep, draft=draft)

    @property
    def is_correction(self) -> bool:
        """Whether a recorded talk is being corrected."""
        return self._prep is not None and self._prep.draft.corrects is not None

    def draft(self) -> ConversationDraft | None:
        """Everything that stands on the screen."""
        if self._prep is None:
            return None
        return self.record_step.apply(self.prepare_step.apply(self._prep.draft))

    def open_talk(self, student_id: UUID, step: Step) -> None:
        """Show the talk of this student at ``step``; what is loaded already stays as it is."""
        self.step = step
        if self._wanted == (student_id, None) and self._prep is not None:
            self.go(step)
            self._load_around()
            return
        self._start((student_id, None))
        self._context.jobs.run(prepare, student_id, receiver=self, done="_take_prepared")

    def _start(self, wanted: tuple[UUID | None, UUID | None]) -> None:
        self._wanted = wanted
        self._prep = self._copy = None
        self._show_work()

    def open_correction(self, conversation_id: UUID) -> None:
        """Show the recorded talk to be corrected."""
        self.step = Step.RECORD
        if self._wanted == (None, conversation_id) and self._prep is not None:
            self.go(Step.RECORD)
            return
        self._start((None, conversation_id))
        self._context.jobs.run(
            prepare_correction, conversation_id, receiver=self, done="_take_prepared"
        )

    def go(self, step: Step) -> None:
        """Be at ``step``, with the focus where its work begins."""
        if self._prep is None or self.conflict.is_open:
            return
        self.step = step
        draft = self.draft()
        if step is Step.HOLD and draft is not None:
            began = self._started.setdefault(draft.id, self._context.clock.now())
            name, words = self._prep.student.name.first, self._prep.student_words
            returning = self._prep.open_agreements
            self.hold_step.show_talk(name, draft, began, words, returning)
        self.path.set_current(step, done=self._steps_done(draft))
        self._stack.setCurrentIndex(step)
        (self.prepare_step, self.hold_step, self.record_step)[step].begin()
        self.step_changed.emit()
        # Where columns are stacked, the work may begin below what is in sight.
        QTimer.singleShot(0, self, self._show_focus)

    def finish(self) -> None:
        """Record the talk, or show at the right place why it cannot be recorded yet."""
        draft = self.draft()
        if draft is None or self._recording or self.step is not Step.RECORD:
            return
        if self.conflict.is_open:
            return
        today = self._context.clock.today()
        if not self.prepare_step.is_accepted(draft, today):
            self.go(Step.PREPARE)
            return
        if not self.record_step.is_accepted(draft, today):
            return
        self.keeper.flush(wait=False)
        self._focus_before = self._stack.focusWidget()
        self._stack.setEnabled(False)
        self._record(draft)

    def refresh(self, changes: Changes) -> None:
        """Something was written elsewhere: show what stands beside the draft again."""
        if self._prep is None or self._recording or self.conflict.is_open:
            return
        if changes.touches(*_AROUND):
            self._load_around()

    def _load_around(self) -> None:
        student_id, corrects = self._wanted
        if student_id is not None:
            self._context.jobs.run(prepare, student_id, receiver=self, done="_take_around")
        elif corrects is not None:
            self._context.jobs.run(prepare_correction, corrects, receiver=self, done="_take_around")

    def _take_prepared(self, prep: Preparation) -> None:
        if self._wanted != subject_of(prep.draft):
            return
        prep = replace(prep, draft=on_the_day(prep))
        self._prep = prep
        self._kept = prep.draft
        self._typed = self._again = False
        self._copy = None
        self.keeper.forget()
        self.conflict.saw(prep.draft_saved_at)
        self._show_work()
        self._loading = True
        self.prepare_step.show_preparation(prep)
        self.record_step.show_preparation(prep)
        self._loading = False
        self.path.setVisible(not self.is_correction)
        self._show_saved(prep.draft_saved_at)
        self._stack.setEnabled(True)
        for scrolled in (self.prepare_step, self.hold_step, self.record_step):
            scrolled.verticalScrollBar().setValue(0)
        # Who was writing the talk down goes on where the words are.
        begun = self.step is Step.PREPARE and is_told(prep.draft)
        self.go(Step.RECORD if begun else self.step)
        self.loaded.emit()
        if prep.aside is not None:
            self._stack.setEnabled(False)
            self.conflict.offer(prep)
            return
        self._look_at_laptop()

    def _use_copy(self, kept: KeptCopy) -> None:
        """Go on with the words of the laptop; the school gets them as if they were just typed."""
        if self._prep is None:
            return
        if self.conflict.desk.saw is not None:
            self.away_banner.forget_used()
            self._take_copy(kept)
            return
        self._take_prepared(replace(self._prep, draft=from_json(kept.copy.content)))
        self._kept = None
        self._edited()

    def _take_kept_here(self, moment: datetime) -> None:
        words = self.tr("Geen verbinding. Je tekst staat veilig op deze laptop ({time})")
        self.state.setText(words.format(time=format_time(local(moment).time())))
        self.state.set_ink("attention")
        self.state.show()

    def _take_corrected(self, prep: Preparation, record_it: bool) -> None:
        self.step = Step.RECORD
        self._take_prepared(prep)
        if record_it:
            self.finish()

    def _take_around(self, prep: Preparation) -> None:
        """Refresh beside the draft; the draft itself only when nobody has typed in it."""
        if self._prep is None or self._wanted != subject_of(prep.draft):
            return
        if self._recording or self.conflict.is_open or not self.conflict.is_idle():
            return
        kept = on_the_day(prep)
        kept_elsewhere = prep.draft_saved_at is not None and kept != self._prep.draft
        if not self._typed and kept_elsewhere:
            self._take_prepared(prep)
            return
        self._prep = replace(prep, draft=self._prep.draft)
        self.prepare_step.show_around(self._prep)
        self.record_step.show_around(self._prep)

    def _take_recorded(self, done: Recorded) -> None:
        self._recording = False
        self.keeper.forget(here=True)
        self.away_banner.discard_used()
        if self._prep is not None:
            self._started.pop(self._prep.draft.id, None)
        # A fresh start next time; what stood here is recorded.
        self._prep, self._wanted = None, (None, None)
        self.recorded.emit(done.conversation_id)

    def _collect(self) -> tuple[ConversationDraft, Desk] | None:
        draft = self.draft()
        if draft is None or draft == self._kept:
            return None
        self._kept = draft
        return draft, self.conflict.desk

    def _edited(self) -> None:
        self._typed = True
        self.keeper.touch()

    def _take_saved(self, moment: datetime) -> None:
        self.conflict.saw(moment)
        if not self.keeper.unsaved:
            self.away_banner.discard_used()
        self._show_saved(moment)

    def _take_unsaved(self, _error: Exception) -> None:
        self._kept = None
        self.state.setText(self.tr("Concept nog niet bewaard; de werkbank probeert het opnieuw"))
        self.state.show()
        self.state.set_ink("danger")

    def _show_saved(self, moment: datetime | None) -> None:
        self.state.set_ink("muted")
        words = self.tr("Concept bewaard {time}")
        time = "" if moment is None else format_time(local(moment).time())
        self.state.setText(words.format(time=time) if time else "")
        self.state.setVisible(bool(time))
        self.discard.setVisible(moment is not None)

    def _discard(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        self.keeper.flush()
        self.keeper.forget(here=True)
        self._context.jobs.run(drop_draft, draft, receiver=self, done="_take_discarded")
        self._context.navigator.offer_undo(self.tr("Concept weggegooid."), put_back_draft, draft)

    def _take_discarded(self, _changes: object) -> None:
        student_id, corrects = self._wanted
        self._wanted = (None, None)
        if corrects is not None:
            self.open_correction(corrects)
        elif student_id is not None:
            self.open_talk(student_id, self.step)

    def _steps_done(self, draft: ConversationDraft | None) -> frozenset[int]:
        """The steps in which something was done, not merely the ones before this one."""
        done: set[int] = set()
        if draft is not None and (draft.focus or draft.questions):
            done.add(Step.PREPARE)
        if draft is not None and draft.id in self._started:
            done.add(Step.HOLD)
        return frozenset(done)

    def _kind_prepared(self) -> None:
        kind = self.prepare_step.kind.value()
        if kind is not None:
            self.record_step.kind.set_kind(kind)

    def _kind_recorded(self) -> None:
        kind = self.record_step.kind.value()
        if kind is not None:
            self.prepare_step.set_kind(kind)

    def _show_focus(self) -> None:
        column = self._stack.currentWidget()
        if isinstance(column, ScrollColumn):
            for child in column.content.findChildren(QWidget):
                if child.hasFocus():
                    column.ensureWidgetVisible(child, space(4), space(4))

    def _step_chosen(self, step: int) -> None:
        self.go(Step(step))

    def _step_key(self, step: int) -> None:
        if not self.is_correction:
            self.go(Step(step))
