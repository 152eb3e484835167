"""When mine meets another version: what is asked of the database, until somebody chose."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import StaleSave
from lob_workbench.features.conversations.comparison import StaleComparison, same_words
from lob_workbench.features.conversations.operations import put_back_draft
from lob_workbench.features.conversations.operations_compare import (
    choose_draft,
    compare,
    give_up,
    rebase,
    set_aside,
    take_up,
)
from lob_workbench.features.conversations.page_compare import CompareView
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.talks.rules import ConversationDraft, Desk
from lob_workbench.ui.context import PageContext


class TalkConflict(QObject):
    """One desk's side of two at once. Neither version goes before somebody chose.

    ``desk`` is where this page types; ``saw`` says which stored draft it knows.
    """

    opened = Signal()
    """``view`` shows two versions."""
    record_again = Signal()
    """Nothing stands in the way of recording any more."""
    save_again = Signal()
    """Nothing stands in the way of the draft any more."""
    kept_aside = Signal()
    """Mine is kept beside the other: it can be left there."""
    rebased = Signal(object, bool)
    """A ``Preparation`` in which mine corrects the newest version; and whether to record it."""
    chosen = Signal(object, object)
    """The draft to go on with, and the moment at which it was kept."""
    given_up = Signal(object)
    """Mine was thrown away: the id of the version that stands."""
    failed = Signal(Exception)
    """The database did not answer: nothing was changed."""

    def __init__(self, context: PageContext, view: CompareView, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.view = view
        self.desk = Desk(uuid4())
        self.found: StaleComparison | None = None
        """What stands beside mine on the screen; ``None``: nothing is to be chosen."""
        self._mine: ConversationDraft | None = None
        self._choice: tuple[ConversationDraft, ConversationDraft | None] | None = None
        self._record = False
        self._busy = False
        view.record_wanted.connect(self._record_mine)
        view.write_wanted.connect(self._write_on)
        view.drop_wanted.connect(self._give_up)
        view.mine_wanted.connect(self._choose_mine)
        view.theirs_wanted.connect(self._choose_theirs)

    @property
    def is_open(self) -> bool:
        """Whether two versions wait for a choice."""
        return self.found is not None

    def is_idle(self) -> bool:
        """Whether the database owes no answer."""
        return not self._busy

    def saw(self, moment: datetime | None) -> None:
        """This page knows the draft that was stored at ``moment``."""
        self.desk = replace(self.desk, saw=moment)

    def look(self, mine: ConversationDraft) -> None:
        """Recording ``mine`` was refused as stale: see what came before it."""
        self._mine = mine
        self._ask(compare, mine, done="_take_compared")

    def set_aside(self, mine: ConversationDraft) -> None:
        """Keeping ``mine`` was refused as stale: keep it beside what stands there."""
        self._mine = mine
        self._ask(set_aside, mine, self.desk, done="_take_aside")

    def offer(self, prep: Preparation) -> None:
        """Show the draft that waits aside; where nothing is to be chosen, go on with it."""
        assert prep.aside is not None
        self._mine = prep.aside
        if prep.draft_saved_at is None or same_words(prep.aside, prep.draft):
            self._choose(prep.aside, None, prep.draft_saved_at)
            return
        self._open(
            StaleComparison(prep.draft, None, prep.counsellor, prep.draft_saved_at, own=True)
        )

    def compare_with(self, mine: ConversationDraft, prep: Preparation) -> None:
        """Show words of this laptop beside the draft that the school has."""
        if prep.draft_saved_at is not None:
            self._mine = mine
            at = prep.draft_saved_at
            found = StaleComparison(prep.draft, None, prep.counsellor, at, own=True)
            self._open(found, on_laptop=True)

    def take(self, mine: ConversationDraft, prep: Preparation) -> None:
        """Go on with words of this laptop instead of those the school has; that can be undone."""
        self._mine = mine
        self._choose(mine, prep.draft, prep.draft_saved_at)

    def close(self) -> None:
        """Show no versions any more; what is kept stays kept."""
        self.found = self._mine = None
        self.view.clear()

    def _ask(self, operation: Callable[..., object], *args: object, done: str) -> None:
        self._busy = True
        self.view.set_busy(True)
        self._context.jobs.run(operation, *args, receiver=self, done=done, failed="_take_failed")

    def _open(self, found: StaleComparison, *, on_laptop: bool = False) -> None:
        assert self._mine is not None
        self.found = found
        today = self._context.clock.today()
        self.view.show_versions(self._mine, found, today, on_laptop=on_laptop)
        self._answered()
        self.opened.emit()
        self.view.begin()

    def _answered(self) -> None:
        self._busy = False
        self.view.set_busy(False)

    def _take_compared(self, found: StaleComparison | None) -> None:
        self._answered()
        if found is None or found.newest is None:
            self.record_again.emit()
        else:
            self._open(found)

    def _take_aside(self, found: StaleComparison | None) -> None:
        self._answered()
        if found is None:
            self.save_again.emit()
        else:
            self.kept_aside.emit()
            self._open(found)

    # A recorded version stands

    def _record_mine(self) -> None:
        self._rebase(record=True)

    def _write_on(self) -> None:
        self._rebase(record=False)

    def _rebase(self, *, record: bool) -> None:
        if self._mine is None or self.found is None or self.found.newest is None:
            return
        self._record = record
        self._ask(rebase, self._mine, self.found.newest.id, self.desk, done="_take_rebased")

    def _take_rebased(self, prep: Preparation) -> None:
        self._answered()
        self.close()
        self.rebased.emit(prep, self._record)

    def _give_up(self) -> None:
        if self._mine is not None and self.found is not None:
            self._ask(give_up, self._mine, self.desk, done="_take_given_up")

    def _take_given_up(self, _changes: Changes) -> None:
        self._answered()
        mine, found = self._mine, self.found
        if mine is None or found is None or found.newest is None:
            return
        self.close()
        self.given_up.emit(found.newest.id)
        words = self.tr("Jouw versie is weggegooid.")
        self._context.navigator.offer_undo(words, take_up, mine, found.newest.id, self.desk)

    # Two drafts

    def _choose_mine(self) -> None:
        if self._mine is not None and self.found is not None:
            self._choose(self._mine, self.found.theirs, self.found.at)

    def _choose_theirs(self) -> None:
        if self._mine is not None and self.found is not None:
            self._choose(self.found.theirs, self._mine, self.found.at)

    def _choose(
        self, draft: ConversationDraft, other: ConversationDraft | None, over: datetime | None
    ) -> None:
        self._choice = draft, other
        self._ask(choose_draft, draft, Desk(self.desk.id, over), done="_take_chosen")

    def _take_chosen(self, moment: datetime) -> None:
        self._answered()
        choice, self._choice = self._choice, None
        if choice is None:
            return
        draft, other = choice
        self.close()
        self.chosen.emit(draft, moment)
        if other is not None:
            words = self.tr("Je gaat verder met deze versie. De andere is weggegooid.")
            self._context.navigator.offer_undo(words, put_back_draft, other, moment)

    def _take_failed(self, error: Exception) -> None:
        self._answered()
        mine, found = self._mine, self.found
        self._choice = None
        if isinstance(error, StaleSave) and mine is not None and found is not None:
            # Somebody went on meanwhile: see how it stands by now.
            if found.newest is None:
                self.set_aside(mine)
            else:
                self.look(mine)
            return
        if found is not None:
            self._context.navigator.complain(error)
        self.failed.emit(error)
