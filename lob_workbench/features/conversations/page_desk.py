"""A talk at one desk of several: what happens when another version came before mine."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import ServerGone, StaleSave
from lob_workbench.features.conversations.drafts import copy_of, from_json
from lob_workbench.features.conversations.operations import record
from lob_workbench.features.conversations.page_compare import CompareView
from lob_workbench.features.conversations.page_conflict import TalkConflict
from lob_workbench.features.conversations.page_subject import subject_of
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.talks.rules import ConversationDraft
from lob_workbench.talks.rules_agreements import AnsweredMeanwhile
from lob_workbench.talks.rules_drafts import is_blank
from lob_workbench.ui.away_banner import AwayBanner
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.draft_keeper import DraftKeeper


class TalkDesk(QWidget):
    """Base of the page of a talk: records it, and shows both versions when that is stale.

    Who derives from it makes the widgets below, loads a talk and says what stands in it.
    """

    comparing = Signal(bool)
    """Two versions came on the screen, or went."""
    given_up = Signal(object)
    """Mine was thrown away; the id of the recorded version that stands."""

    keeper: DraftKeeper
    away_banner: AwayBanner
    _top: QWidget
    _stack: QStackedWidget

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: tuple[UUID | None, UUID | None] = (None, None)
        self._prep: Preparation | None = None
        self._recording = self._again = False
        self._focus_before: QWidget | None = None
        self._copy: KeptCopy | None = None
        self.compare_view = CompareView(self)
        self.compare_view.hide()
        self.conflict = TalkConflict(context, self.compare_view, self)
        self._hear_conflict()

    def draft(self) -> ConversationDraft | None:
        """Everything that stands on the screen."""
        raise NotImplementedError

    def _take_prepared(self, prep: Preparation) -> None:
        raise NotImplementedError

    def _take_corrected(self, prep: Preparation, record_it: bool) -> None:
        raise NotImplementedError

    def _take_unsaved(self, error: Exception) -> None:
        raise NotImplementedError

    def _load_around(self) -> None:
        raise NotImplementedError

    def save_now(self) -> bool:
        """Keep the draft at once; ``False`` when that did not work."""
        if self.keeper.flush():
            return True
        # Another desk stored other words: mine is being kept beside them.
        self._context.jobs.wait(enough=self.conflict.is_idle)
        return self.keeper.safe

    def _hear_conflict(self) -> None:
        self.conflict.opened.connect(self._show_versions)
        self.conflict.record_again.connect(self._record_again)
        self.conflict.save_again.connect(self._save_again)
        self.conflict.kept_aside.connect(self._take_kept_aside)
        self.conflict.rebased.connect(self._take_rebased)
        self.conflict.chosen.connect(self._take_chosen)
        self.conflict.given_up.connect(self._take_given_up)
        self.conflict.failed.connect(self._take_undecided)

    def _record(self, draft: ConversationDraft) -> None:
        self._recording = True
        self._context.jobs.run(
            record, draft, self.conflict.desk,
            receiver=self, done="_take_recorded", failed="_take_refused",
        )  # fmt: skip

    def _record_again(self) -> None:
        draft = self.draft()
        if draft is not None:
            self._again = True
            self._record(draft)

    def _take_refused(self, error: Exception) -> None:
        draft = self.draft()
        if isinstance(error, AnsweredMeanwhile):
            # The draft can stand; what became of an agreement is shown at its own row.
            self._take_undecided(error)
            self._load_around()
            return
        if isinstance(error, StaleSave) and draft is not None and not self._again:
            # Words that could not be kept, because another desk kept some, wait beside those.
            meet = self.conflict.set_aside if self.keeper.stopped else self.conflict.look
            meet(draft)
            return
        self._take_undecided(error)

    def _take_undecided(self, error: Exception) -> None:
        """Not recorded, or not compared: go on where the work was."""
        if self.conflict.is_open:
            return
        recorded, self._recording, self._again = self._recording, False, False
        self.keeper.resume(soon=True)
        self._stack.setEnabled(True)
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._copy is not None:
            # Not taken over: the laptop still has it.
            self._copy = None
            self._context.navigator.complain(error)
            self._look_at_laptop()
        elif recorded and isinstance(error, ServerGone) and self.keeper.flush():
            words = self.tr(
                "Vastleggen kan nu niet: er is geen verbinding met je school. Je tekst staat "
                "veilig. Druk nog een keer op ‘Vastleggen’ als de verbinding er weer is."
            )
            self._context.navigator.say(words, Tone.ATTENTION)
        elif recorded:
            self._context.navigator.complain(error)
        else:
            self._take_unsaved(error)

    def _take_stale(self) -> None:
        """Another desk stored other words; recording, when under way, comes first."""
        draft = self.draft()
        if draft is not None and not self._recording:
            self._focus_before = self._stack.focusWidget()
            self._stack.setEnabled(False)
            self.conflict.set_aside(draft)

    def _save_again(self) -> None:
        if self._recording:
            self._record_again()
            return
        self._stack.setEnabled(True)
        self.keeper.resume()

    def _take_kept_aside(self) -> None:
        # The school has them now: nothing is to be offered by this laptop later.
        self.keeper.forget(here=True)

    def _show_versions(self) -> None:
        self._recording = False
        for part in (self._top, self._stack, self.away_banner):
            part.hide()
        self.compare_view.show()
        self.comparing.emit(True)

    def _show_work(self) -> None:
        self.conflict.close()
        if self.compare_view.isHidden():
            return
        self.compare_view.hide()
        self._top.show()
        self._stack.show()
        self.comparing.emit(False)

    def _take_rebased(self, prep: Preparation, record_it: bool) -> None:
        self.keeper.forget(here=True)
        self.away_banner.discard_used()
        self._wanted = subject_of(prep.draft)
        self._take_corrected(prep, record_it and prep.aside is None)

    def _take_chosen(self, draft: ConversationDraft, moment: datetime) -> None:
        if self._prep is None:
            return
        self.keeper.forget(here=True)
        if self._copy is not None:
            self.away_banner.settle(self._copy)
        self._take_prepared(replace(self._prep, draft=draft, draft_saved_at=moment, aside=None))

    def _look_at_laptop(self) -> None:
        """See whether this laptop has other words of the talk than the screen."""
        prep = self._prep
        if prep is not None:
            kept = copy_of(prep.draft)
            other_words = prep.draft_saved_at is not None and not is_blank(prep.draft)
            self.away_banner.look(*kept.key, kept.content, other_words=other_words)

    def _compare_copy(self, kept: KeptCopy) -> None:
        """Lay words of this laptop beside what the school has; the copy stays until you choose."""
        if self._prep is None or not self._is_kept():
            return
        self._copy = kept
        self.conflict.compare_with(from_json(kept.copy.content), self._prep)

    def _take_copy(self, kept: KeptCopy) -> None:
        """Go on with words of this laptop in the place of what the school has."""
        if self._prep is not None and self._is_kept():
            self._copy = kept
            self._stack.setEnabled(False)
            self.conflict.take(from_json(kept.copy.content), self._prep)

    def _is_kept(self) -> bool:
        """Whether the screen holds what the school has, typed or not; then that is in ``_prep``."""
        draft = self.draft()
        if draft is None or self._prep is None or not self.save_now() or self.conflict.is_open:
            return False
        self._prep = replace(self._prep, draft=draft, draft_saved_at=self.conflict.desk.saw)
        return True

    def _take_given_up(self, standing: UUID) -> None:
        self.keeper.forget(here=True)
        self._show_work()
        self._prep, self._wanted = None, (None, None)
        self.given_up.emit(standing)
