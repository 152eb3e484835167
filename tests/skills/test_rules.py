"""What a level is, what a claim is worth, and who may confirm it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.skill_set import behaviour_id
from lob_workbench.domain.errors import InputRefused
from lob_workbench.skills.rules import (
    BEHAVIOURS,
    LEVELS,
    MOST_FILES,
    NOTHING,
    ClaimDraft,
    ClaimState,
    ClaimView,
    EvidenceFile,
    Learner,
    LearnerKind,
    Observer,
    Standing,
    Verdict,
    VerdictDraft,
    VerdictView,
    average_level,
    bit,
    checked_claim,
    checked_verdict,
    is_second_person,
    place_of,
    standings,
    state_of,
)

TODAY = date(2026, 11, 23)
ME, STUDENT = UUID(int=1), UUID(int=2)
LEARNER = Learner(STUDENT, LearnerKind.STUDENT, "Zoë van 't Hart", "Hart, Zoë van 't", own=True)
PLACES = [(level, number) for level in range(1, LEVELS + 1) for number in range(1, BEHAVIOURS + 1)]
PHOTO = EvidenceFile(UUID(int=9), "foto.png", "image/png", b"x")

places = st.sampled_from(PLACES)
states = st.sampled_from(list(ClaimState))
skills = st.sampled_from(["listening", "planning", "courage"])
claims = st.tuples(skills, places, states)


def id_of(skill: str, place: tuple[int, int]) -> str:
    """The behaviour as claims carry it."""
    return behaviour_id(skill, *place)


def claim(**fields: object) -> ClaimView:
    """A claim of the student, as it is read."""
    view = ClaimView(
        UUID(int=3), STUDENT, "small@1", "listening-1-1", Observer.SELF, "", None, TODAY,
        datetime(2026, 11, 23, tzinfo=UTC), evidence="x",
    )  # fmt: skip
    return replace(view, **fields)  # type: ignore[arg-type]


def draft(**fields: object) -> ClaimDraft:
    """A claim as typed."""
    made = ClaimDraft(
        UUID(int=3), LEARNER, "small@1", "listening-1-1", Observer.SELF, TODAY, evidence="x"
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def verdict(**fields: object) -> VerdictDraft:
    """A confirmation by who sits at the desk."""
    made = VerdictDraft(UUID(int=3), Verdict.CONFIRMED, Observer.COUNSELLOR, TODAY)
    return replace(made, **fields)  # type: ignore[arg-type]


def _grown(draw: st.DrawFn) -> set[tuple[int, int]]:
    """Whole levels, and a behaviour more or less: by chance alone five of five hardly happens."""
    whole = draw(st.sets(st.integers(1, LEVELS)))
    return {place for place in PLACES if place[0] in whole} ^ draw(st.sets(places, max_size=2))


grown = st.one_of(st.composite(_grown)(), st.sets(places))


@given(grown)
def test_a_level_is_reached_at_five_of_five_of_it_and_of_all_below(shown) -> None:
    standing = standings((id_of("listening", place), ClaimState.CONFIRMED) for place in shown).get(
        "listening", NOTHING
    )
    whole = [level for level in range(1, LEVELS + 1) if _whole(shown, level)]
    expected = next((n for n in range(LEVELS, 0, -1) if whole[:n] == list(range(1, n + 1))), 0)
    assert standing.level == expected
    for level in range(1, LEVELS + 1):
        assert standing.count(level) == sum(place[0] == level for place in shown)
    assert all(standing.shows(*place) == (place in shown) for place in PLACES)


def _whole(shown: set[tuple[int, int]], level: int) -> bool:
    return all((level, number) in shown for number in range(1, BEHAVIOURS + 1))


@given(grown, places)
def test_one_more_behaviour_never_lowers_a_level(
    shown: set[tuple[int, int]], more: tuple[int, int]
):
    before = Standing(sum(bit(*place) for place in shown))
    after = Standing(before.shown | bit(*more))
    assert 0 <= before.level <= after.level <= LEVELS


@given(st.lists(claims), st.randoms())
def test_the_order_of_claims_says_nothing_and_a_claim_alone_never_counts(found, chance) -> None:
    told = [(id_of(skill, place), state) for skill, place, state in found]
    mixed = chance.sample(told, len(told))
    result = standings(told)
    assert standings(mixed) == result
    confirmed = {(skill, place) for skill, place, state in found if state is ClaimState.CONFIRMED}
    waiting = {(skill, place) for skill, place, state in found if state is ClaimState.WAITING}
    for skill in ("listening", "planning", "courage"):
        standing = result.get(skill, NOTHING)
        assert [standing.shows(*place) for place in PLACES] == [
            (skill, place) in confirmed for place in PLACES
        ]
        assert standing.asks == any(
            (skill, place) in waiting and (skill, place) not in confirmed for place in PLACES
        )


@given(st.lists(st.tuples(skills, places)), st.lists(st.lists(st.sampled_from(list(Verdict)))))
def test_the_last_word_counts_and_without_one_nothing_does(found, words) -> None:
    alone = standings((id_of(*one), state_of(None)) for one in found)
    assert {standing.shown for standing in alone.values()} <= {0}
    assert all(standing.asks and standing.level == 0 for standing in alone.values())
    for one, said in zip(found, words, strict=False):
        views = tuple(VerdictView(word, Observer.TEACHER, "Jan", TODAY, "") for word in said)
        state = claim(verdicts=views).state
        assert state is (ClaimState(said[-1].value) if said else ClaimState.WAITING)
        counts = standings([(id_of(*one), state)]).get(one[0], NOTHING).shown > 0
        assert counts == (bool(said) and said[-1] is Verdict.CONFIRMED)


@given(skills, places)
def test_a_behaviour_falls_apart_in_one_way(skill: str, place: tuple[int, int]) -> None:
    assert place_of(id_of(skill, place)) == (skill, *place)


@given(st.text())
def test_what_is_no_behaviour_breaks_nothing(text: str) -> None:
    found = place_of(text)
    assert found is None or id_of(found[0], found[1:]) == text
    assert standings([(text, ClaimState.CONFIRMED)]).keys() == (
        set() if found is None else {found[0]}
    )


@pytest.mark.parametrize("text", [
    "", "-", "listening", "listening-", "listening-1", "listening-1-", "-1-1", "listening-0-1",
    "listening-5-1", "listening-1-0", "listening-1-6", "listening-1-1-1", "listening-01-1",
    "listening-1-1 ", "listening-¹-1", "listening-١-1", "listening--1-1",
])  # fmt: skip
def test_nearly_a_behaviour_is_none(text: str) -> None:
    assert place_of(text) is None


def test_an_average_of_nobody_is_nothing() -> None:
    full = Standing((1 << 20) - 1)
    assert full.level == LEVELS
    assert average_level([], "listening") == 0
    assert average_level([{"listening": full}, {}], "listening") == 2


SECOND = {
    "the counsellor on the student's word": (verdict(), claim(), True),
    "the counsellor on her own word": (verdict(), claim(observer_staff_id=ME), False),
    "a named other on the counsellor's own word": (
        verdict(own_word=False, observer_name="J. de Vries"), claim(observer_staff_id=ME), True,
    ),
    "the counsellor on what stands in her name": (
        verdict(observer_name="Mirjam BAKKER"),
        claim(observer=Observer.COUNSELLOR, observer_name=" mirjam  bakker "), False,
    ),
    "a counsellor of the student's name on the student's word": (
        verdict(observer_name="Zoë"), claim(observer_name="Zoë"), True,
    ),
    "the student": (verdict(observer=Observer.SELF), claim(), False),
    "the student by name": (
        verdict(own_word=False, observer_name="ZOE van t Hart"), claim(), False,
    ),
    "who claimed it by name": (
        verdict(own_word=False, observer_name="M. Jánsen"), claim(observer_name="m. jansen"), False,
    ),
    "another by name": (
        verdict(own_word=False, observer_name="M. Jansens"), claim(observer_name="M. Jansen"), True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SECOND)
def test_a_second_person_is_another_one(case: str) -> None:
    said, view, expected = SECOND[case]
    said = replace(said, observer_name=" ".join(said.observer_name.split()))
    view = replace(view, observer_name=" ".join(view.observer_name.split()))
    assert is_second_person(said, view, LEARNER, ME) is expected


@given(st.sampled_from(list(Observer)), st.booleans(), st.text())
def test_nobody_confirms_what_is_about_themselves(observer, own_word: bool, name: str) -> None:
    me = Learner(ME, LearnerKind.MEMBER, "Mirjam", "Mirjam", own=True)
    said = verdict(observer=observer, own_word=own_word, observer_name=name)
    assert not is_second_person(said, claim(learner_id=ME), me, ME)


@pytest.mark.parametrize("fields", [
    {"observer": Observer.TEACHER},
    {"observer": Observer.TEACHER, "observer_name": " \x00 "},
    {"seen_on": TODAY + timedelta(days=1)},
    {"seen_on": date(1949, 12, 31)},
    {"seen_on": date(1, 1, 1)},
    {"evidence": " \n "},
    {"evidence": "x" * 20_001},
    {"link": "javascript:alert(1)"},
    {"files": (PHOTO,) * (MOST_FILES + 1)},
    {"files": (replace(PHOTO, content=b""),)},
])  # fmt: skip
def test_a_claim_that_is_not_whole_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        checked_claim(draft(**fields), TODAY)


def test_a_claim_shows_what_it_is_from() -> None:
    assert checked_claim(draft(evidence=" Vroeg door \x00 "), TODAY).evidence == "Vroeg door"
    assert checked_claim(draft(evidence="", link=" https://x.nl "), TODAY).link == "https://x.nl"
    files = (replace(PHOTO, name="../a/b.png", media_type="<script>"),)
    (file,) = checked_claim(draft(evidence="", files=files), TODAY).files
    assert (file.name, file.media_type) == ("a b.png", "application/octet-stream")
    named = draft(observer=Observer.TEACHER, observer_name=" J.  de\nVries")
    assert checked_claim(named, TODAY).observer_name == "J. de Vries"
    # Their own word needs no name: it is that of who sits at the desk.
    assert checked_claim(draft(observer=Observer.COUNSELLOR, own_word=True), TODAY).own_word


@pytest.mark.parametrize("fields", [
    {"given_on": TODAY + timedelta(days=1)},
    {"given_on": TODAY - timedelta(days=1)},
    {"own_word": False},
    {"own_word": False, "observer_name": " \x07 "},
    {"observer": Observer.SELF},
    {"verdict": Verdict.DECLINED},
    {"verdict": Verdict.DECLINED, "note": " \n"},
    {"note": "x" * 20_001},
])  # fmt: skip
def test_a_verdict_that_is_not_whole_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        checked_verdict(verdict(**fields), claim(), LEARNER, ME, TODAY)


def test_what_was_taken_back_stays_so() -> None:
    back = (VerdictView(Verdict.WITHDRAWN, Observer.COUNSELLOR, "M", TODAY, ""),)
    for word in Verdict:
        with pytest.raises(InputRefused):
            checked_verdict(verdict(verdict=word), claim(verdicts=back), LEARNER, ME, TODAY)


def test_anybody_who_keeps_them_takes_a_claim_back_and_needs_no_reason() -> None:
    own = claim(observer_staff_id=ME)
    said = verdict(verdict=Verdict.WITHDRAWN, given_on=TODAY - timedelta(days=3))
    assert checked_verdict(said, own, LEARNER, ME, TODAY).verdict is Verdict.WITHDRAWN
    declined = verdict(verdict=Verdict.DECLINED, note=" Nog een keer ", observer_name="A\tB")
    ready = checked_verdict(declined, claim(), LEARNER, ME, TODAY)
    assert (ready.note, ready.observer_name) == ("Nog een keer", "A B")
