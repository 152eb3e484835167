"""Any text, name and day that may be typed: stored and read back the same on both engines.

What the program takes the guard of a school takes too; what it does not take it says in words.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.skills import queries, queries_goals
from lob_workbench.skills.rules import (
    ClaimDraft,
    EvidenceFile,
    Observer,
    Verdict,
    VerdictDraft,
    checked_claim,
    checked_verdict,
)
from lob_workbench.skills.rules_goals import Goal, Slot, checked_goal
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.helpers.skills import a_student, small_set
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()
MANY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
texts = st.one_of(
    st.text(),
    st.sampled_from(
        ["=HYPERLINK(\"x\")", "+31 6", "<b>R&D</b>", "a\x00b\ud800c", "\u202eomgekeerd", "🙂",
         "👩‍👩‍👧", "مرحبا", "x\r\ny\u2028z", "'; DROP TABLE student; --",
         "%s %1$I :x {y}", "x" * 20_001]
    ),
)  # fmt: skip
links = st.one_of(texts, st.text().map("https://".__add__), st.just(""))
days = st.one_of(st.dates(date(1949, 12, 1), TODAY), st.dates(date(1950, 1, 1), TODAY), st.dates())


@pytest.fixture
def student(store: Store) -> UUID:
    """An own student."""
    return store.student()


@MANY
@given(texts, texts, links, texts, texts, st.sampled_from(list(Observer)), days)
def test_a_claim(store: Store, student: UUID, name, evidence, link, file, kind, observer, day):
    files = (EvidenceFile(new_id(), file, kind, b"x"),) if file else ()
    draft = ClaimDraft(
        new_id(), a_student(student), small_set().key, "listening-1-1", observer, day, name,
        evidence=evidence, link=link, files=files,
    )  # fmt: skip
    try:
        ready = checked_claim(draft, TODAY)
    except InputRefused:
        with pytest.raises(InputRefused), store.work() as work:
            write_claim(work, draft, small_set())
        return
    with store.work() as work:
        write_claim(work, draft, small_set())
    with store.work() as work:
        open_dossier(work, student)
        view = queries.get_claim(work, draft.id)
        assert (view.observer_name, view.evidence, view.link, view.seen_on) == (
            ready.observer_name, ready.evidence, ready.link, day,
        )  # fmt: skip
        assert [queries.read_file(work, one.id) for one in view.files] == [*ready.files]


@MANY
@given(texts, texts, st.sampled_from(list(Verdict)), st.booleans(), days)
def test_a_verdict(store: Store, student: UUID, name, note, word, own_word, day) -> None:
    claim = ClaimDraft(
        new_id(), a_student(student), small_set().key, "listening-1-1", Observer.TEACHER,
        date(2026, 1, 1), "M. Jansen", evidence="x",
    )  # fmt: skip
    with store.work() as work:
        write_claim(work, claim, small_set())
    draft = VerdictDraft(claim.id, word, Observer.TRAINER, day, name, own_word, note)
    with store.work() as work:
        open_dossier(work, student)
        view = queries.get_claim(work, claim.id)
        named = replace(draft, observer_name=store.owner.name) if own_word else draft
        try:
            ready = checked_verdict(named, view, a_student(student), store.owner.staff_id, TODAY)
        except InputRefused:
            with pytest.raises(InputRefused):
                write_verdict(work, draft)
            return
        write_verdict(work, draft)
    with store.work() as work:
        open_dossier(work, student)
        (said,) = queries.get_claim(work, claim.id).verdicts
    assert (said.name, said.note, said.given_on) == (ready.observer_name, ready.note, day)


@MANY
@given(texts, texts, texts, st.integers(-1, 5), st.lists(st.tuples(days, days), max_size=3), days)
def test_an_agreement(store: Store, student: UUID, action, helper, plan, level, periods, day):
    slots = tuple(Slot(n, *sorted(period), plan=plan) for n, period in enumerate(periods))
    goal = Goal(
        new_id(), student, small_set().key, "courage", level, day, action=action, helper=helper,
        slots=slots,
    )  # fmt: skip
    learner = a_student(student)
    try:
        ready = checked_goal(goal)
    except InputRefused:
        with pytest.raises(InputRefused), store.work() as work:
            write_goal(work, goal, learner, small_set())
        return
    with store.work() as work:
        write_goal(work, goal, learner, small_set())
    with store.work() as work:
        open_dossier(work, student)
        assert queries_goals.get_goal(work, goal.id) == replace(ready, version=1)
