"""Rules of badges that need no database."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.badges.rules import (
    PLACES,
    KeyOrigin,
    KeyView,
    end_of,
    free_place,
    ready_badges,
    wish_for,
)
from lob_workbench.skills.rules import Learner, LearnerKind, Standing
from tests.helpers.skills import small_set

ONE = (1 << 5) - 1


def a_key_view(**changes: object) -> KeyView:
    values = {
        "id": uuid4(),
        "public_key": "z6MkABCDEFGHIJ",
        "issuer_id": "did:key:z6MkABCDEFGHIJ",
        "issuer_name": "School",
        "origin": KeyOrigin.OWN,
        "created_by": "Jan",
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
    return KeyView(**(values | changes))  # type: ignore[arg-type]


@given(st.sets(st.integers(0, PLACES - 1), max_size=50), st.integers(0, PLACES - 1))
def test_a_place_is_given_once(taken: set[int], wanted: int) -> None:
    place = free_place(taken, wanted)
    assert 0 <= place < PLACES
    assert place not in taken
    if wanted not in taken:
        assert place == wanted


def test_a_key_that_is_full_says_so() -> None:
    assert free_place(range(PLACES - 1), 3) == PLACES - 1
    with pytest.raises(InputRefused):
        free_place(range(PLACES), 3)


def test_a_badge_is_over_after_its_last_day_at_school() -> None:
    assert end_of(None) is None
    end = end_of(date(2026, 7, 31))
    assert end is not None
    assert end.astimezone(UTC) == datetime(2026, 7, 31, 22, tzinfo=UTC)


def test_ready_is_the_highest_level_of_own_learners_without_a_badge() -> None:
    mine = Learner(uuid4(), LearnerKind.STUDENT, "Zoë", "Zoë", own=True)
    other = Learner(uuid4(), LearnerKind.STUDENT, "Oğuz", "Oğuz")
    none = Learner(uuid4(), LearnerKind.STUDENT, "Seán", "Seán", own=True)
    two = Standing(ONE | ONE << 5)
    standings = {
        mine.id: {"listening": two, "planning": Standing(ONE), "courage": Standing(ONE << 5)},
        other.id: {"listening": two},
    }
    people = (mine, other, none)
    having = frozenset({(mine.id, "planning", 1), (mine.id, "listening", 1)})
    found = ready_badges(people, small_set(), standings, having)
    assert [(one.learner.id, one.title.skill_id, one.title.level) for one in found] == [
        (mine.id, "listening", 2)
    ]
    wish = wish_for(found[0].learner, found[0].title)
    assert (wish.student, wish.level, wish.claims) == (True, 2, frozenset())


def test_a_list_has_an_address_of_its_own() -> None:
    assert a_key_view().list_id.startswith("urn:uuid:")
    web = a_key_view(issuer_id="https://school.nl/badges/uitgever.json")
    assert web.list_id == "https://school.nl/badges/ingetrokken-CDEFGHIJ.json"
