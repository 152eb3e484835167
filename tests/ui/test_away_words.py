"""Whatever happens to the line, the window and the answers: typed words are somewhere."""

import gc
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QObject

from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.domain.errors import ServerGone
from lob_workbench.storage.away_drafts import SchoolDrafts
from lob_workbench.storage.server import ServerAddress
from lob_workbench.ui.away import Away
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.jobs import Jobs

TALK = UUID("0190c0de-0000-7000-8000-000000000001")
ANNA = ServerAddress("lob.school.nl", "lob", "anna")


class School:
    """What it has, and what goes wrong on the way there and back."""

    def __init__(self):
        self.words = ""
        self.gone = False
        self.answers_lost = 0

    def save(self, _work, words):
        if self.gone:
            raise ServerGone
        self.words = words
        if self.answers_lost:
            self.answers_lost -= 1
            raise ServerGone
        return datetime.now(UTC)


def copy_of(words):
    return DraftCopy("talk", TALK, words)


class Window(QObject):
    """One session: the words on the screen and what keeps them."""

    def __init__(self, school, folder, clock):
        super().__init__()

        @contextmanager
        def no_database():
            yield None

        self.jobs = Jobs(no_database, self)
        self.drafts = SchoolDrafts(folder, b"k" * 32, ANNA, clock, by_password=False)
        self.away = Away(self.drafts, self)
        self.words = school.words
        self.keeper = DraftKeeper(
            self, self.jobs, self.collect, school.save, away=self.away, copy_of=copy_of
        )

    def collect(self):
        return (self.words,)


class Typing(RuleBasedStateMachine):
    """Somebody types at a bad line, closes the window, and finds words again."""

    def __init__(self):
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.school = School()
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.typed = 0
        self.undecided = set()
        self.open_window()

    def open_window(self):
        self.now += timedelta(minutes=1)
        self.window = Window(self.school, Path(self.place.name), FixedClock(self.now))

    def kept(self):
        return self.window.drafts.find("talk", TALK)

    @rule()
    def type(self):
        self.typed += 1
        self.window.words = f"woorden {self.typed}"
        self.window.keeper.touch()

    @rule(told=st.booleans())
    def line_goes(self, told):
        self.school.gone = True
        if told:
            self.window.away.set_line(False)

    @rule()
    def line_comes_back(self):
        self.school.gone = False
        self.window.away.set_line(True)

    @rule()
    def next_answer_is_lost(self):
        self.school.answers_lost = 1

    @rule()
    def window_closes(self):
        assert self.window.keeper.flush()
        self.end_window()
        if self.window.words != self.school.words:
            self.undecided.add(self.window.words)
        self.open_window()

    def end_window(self):
        self.window.keeper.forget()
        self.window.jobs.stop()
        self.window.deleteLater()

    @precondition(lambda self: self.kept_undecided())
    @rule(newest=st.booleans())
    def a_copy_is_used(self, newest):
        copy = self.kept_undecided()[-1 if newest else 0]
        self.window.words = copy.copy.content
        self.window.keeper.touch()
        assert self.window.keeper.flush()
        # Decided: from here on they are the draft on the screen, and typing changes them.
        self.undecided.discard(copy.copy.content)
        if not self.window.keeper.unsaved:
            # As the pages do: only once the school has the words.
            self.window.drafts.discard((copy,))

    @precondition(lambda self: self.kept_undecided())
    @rule()
    def a_copy_is_thrown_away(self):
        copy = self.kept_undecided()[0]
        self.window.drafts.discard((copy,))
        self.undecided.discard(copy.copy.content)

    @precondition(lambda self: self.typed)
    @rule()
    def what_the_school_has_is_cleared_up(self):
        known = [kept for kept in self.kept_undecided() if kept.copy.content == self.school.words]
        self.window.drafts.discard(known)
        self.undecided.discard(self.school.words)

    def kept_undecided(self):
        return [kept for kept in self.kept() if kept.copy.content in self.undecided]

    @invariant()
    def no_words_are_lost(self):
        assert self.window.keeper.flush(), "the laptop is there, always"
        here = {kept.copy.content for kept in self.kept()}
        assert self.window.words in here | {self.school.words}
        assert self.undecided <= here | {self.school.words}

    def teardown(self):
        self.end_window()
        self.window = None
        self.place.cleanup()
        gc.collect()


@pytest.mark.usefixtures("qapp")
def test_typed_words_are_at_the_school_or_on_the_laptop():
    run_state_machine_as_test(
        Typing, settings=settings(max_examples=8, stateful_step_count=15, deadline=None)
    )
