"""What somebody stood at on a past day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.clock import local
from lob_workbench.skills import queries
from lob_workbench.skills.rules import (
    ClaimState,
    Observer,
    Verdict,
    VerdictDraft,
    bit,
    standings,
    state_of,
    state_on,
)
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.audit import open_dossier
from tests.helpers.skills import a_claim, a_student, small_set
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()
FRIDAY = date(2026, 11, 20)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
WORDS = st.lists(st.tuples(st.sampled_from(Verdict), DAYS), max_size=6)
CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(sorted(behaviour.id for behaviour in small_set().behaviours)), DAYS, WORDS
    ),
    max_size=25,
)


def on(day: date, claims):
    found = [(id_, state_on(day, recorded, verdicts)) for id_, recorded, verdicts in claims]
    return standings((id_, state) for id_, state in found if state is not None)


@given(CLAIMS)
def test_when_all_is_said_the_past_is_the_present(claims) -> None:
    now = standings(
        (id_, state_of(verdicts[-1][0] if verdicts else None)) for id_, _, verdicts in claims
    )
    assert on(date.max, claims) == now
    assert on(date.min, claims) == {}


@given(CLAIMS, DAYS, DAYS)
def test_who_is_only_confirmed_only_grows(claims, one, other) -> None:
    confirmed = [
        (id_, recorded, [(Verdict.CONFIRMED, day) for _, day in verdicts])
        for id_, recorded, verdicts in claims
    ]
    before, after = (on(day, confirmed) for day in sorted((one, other)))
    for skill, standing in before.items():
        assert standing.shown & ~after[skill].shown == 0
        assert standing.level <= after[skill].level


@given(st.sampled_from(Verdict), st.sampled_from(Verdict), DAYS, st.integers(1, 900))
def test_a_later_word_does_not_reach_back(first, second, day, later) -> None:
    words = [(first, day), (second, day + timedelta(later))]
    assert state_on(day, day, words) is state_of(first)
    assert state_on(day + timedelta(later), day, words) is state_of(second)


def test_a_claim_waits_from_the_day_on_which_it_was_made() -> None:
    assert state_on(FRIDAY, TODAY, []) is None
    assert state_on(TODAY, TODAY, []) is ClaimState.WAITING
    # Given before it was typed in here: a colleague's list of last week.
    assert state_on(FRIDAY, TODAY, [(Verdict.CONFIRMED, FRIDAY)]) is ClaimState.CONFIRMED


@pytest.fixture
def told(store: Store):
    """A student whose claim was confirmed on Friday, and taken back on Monday."""
    student = a_student(store.student())
    claim = a_claim(student)
    waits = a_claim(student, "planning-1-2")
    with store.work() as work:
        write_claim(work, claim, small_set())
        write_claim(work, waits, small_set())
    for verdict, day in ((Verdict.CONFIRMED, FRIDAY), (Verdict.WITHDRAWN, TODAY)):
        with store.work() as work:
            open_dossier(work, student.id)
            write_verdict(work, VerdictDraft(claim.id, verdict, Observer.COUNSELLOR, day))
    return student


def test_what_was_taken_back_later_still_counted_then(store: Store, told) -> None:
    key = small_set().key
    assert local(store.clock.now()).date() == TODAY
    with store.work() as work:
        for learners in (None, [told.id]):
            then = queries.read_standings_on(work, key, learners, FRIDAY)[told.id]
            assert then["listening"].shown == bit(1, 1)
            assert "planning" not in then  # claimed on Monday
            thursday = queries.read_standings_on(work, key, learners, date(2026, 11, 19))
            assert thursday == {}
            now = queries.read_standings(work, key, learners)
            for day in (TODAY, date(2100, 1, 1)):
                assert queries.read_standings_on(work, key, learners, day) == now
        assert now[told.id]["planning"].waiting == bit(1, 2)
        assert queries.read_standings_on(work, "another@1", None, TODAY) == {}
