"""What the page of life skills works out by itself."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills import claim_drafts
from lob_workbench.features.life_skills.page_words import cell_words, standing_words
from lob_workbench.features.life_skills.rules import Cell, file_of, groups_along
from lob_workbench.features.life_skills.rules_claims import (
    FileName,
    Objection,
    TypedClaim,
    Who,
    objection,
    observer_at_desk,
)
from lob_workbench.features.life_skills.rules_claims import claim_drafts as drafts_of
from lob_workbench.features.life_skills.rules_lent import (
    LentDraft,
    Written,
    lent_claims,
    lent_skills,
)
from lob_workbench.features.life_skills.rules_profile import (
    confirmed_by_day,
    growing,
    strongest,
)
from lob_workbench.people.rules import Ids
from lob_workbench.skills.rules import (
    NOTHING,
    ClaimView,
    Learner,
    LearnerKind,
    Observer,
    Standing,
    Verdict,
    VerdictView,
    bit,
    checked_verdict,
)
from lob_workbench.skills.rules_sets import Route
from tests.features.life_skills.claims import FRIDAY, TODAY, a_typed_claim, a_verdict
from tests.helpers.skills import a_student, small_set

SET = small_set()
ME = uuid4()
ZOE = a_student(uuid4())
BEHAVIOURS = sorted(SET.behaviour_ids)


def a_view(
    behaviour: str = "listening-1-1",
    *verdicts: tuple[Verdict, date],
    observer: Observer = Observer.SELF,
    staff: UUID | None = None,
    name: str = "",
) -> ClaimView:
    """A claim with what was said of it."""
    return ClaimView(
        uuid4(),
        ZOE.id,
        SET.key,
        behaviour,
        observer,
        name,
        staff,
        FRIDAY,
        None,  # type: ignore[arg-type]
        verdicts=tuple(
            VerdictView(one, Observer.COUNSELLOR, "M. Bakker", day, "") for one, day in verdicts
        ),
    )


def test_a_route_leaves_its_skills_and_their_groups() -> None:
    route = Route(uuid4(), "Durf", "small", ("courage", "planning"), ME)
    along = groups_along(SET, route)
    assert [(group.id, [one.id for one in group.skills]) for group in along] == [
        ("one", ["planning"]),
        ("two", ["courage"]),
    ]
    for nothing in (None, replace(route, set_id="other"), replace(route, skills=("flying",))):
        assert groups_along(SET, nothing) == SET.groups


def test_a_cell_grows_towards_the_next_level_until_there_is_none() -> None:
    for shown, wanted in ((0, 1), (0b11111, 2), ((1 << 20) - 1, 4)):
        cell = Cell(ZOE, SET, SET.skill("listening"), Standing(shown), (), True)
        assert cell.next_level == wanted


def test_a_cell_in_words() -> None:
    standing = Standing(0b11111_11111 | 0b111 << 10, 1 << 13)
    assert cell_words("Zoë van 't Hart", "Luisteren", standing) == (
        "Zoë van 't Hart, Luisteren: niveau 2, 3 van 5 van niveau 3, 1 wacht"
    )
    assert standing_words(Standing((1 << 20) - 1)) == "niveau 4"
    assert standing_words(Standing(0, 0b11)) == "niveau 0, 0 van 5 van niveau 1, 2 wachten"
    assert cell_words("Zoë", "Luisteren", None) == "Zoë, Luisteren: wordt gelezen"


def test_a_file_gets_an_id_of_its_own() -> None:
    assert file_of("a.jpg", "image/jpeg", b"x").id != file_of("a.jpg", "image/jpeg", b"x").id


# Who confirms


def test_who_sits_at_the_desk_sees_as_what_they_are() -> None:
    student = replace(ZOE, group="PW1A")
    colleague = replace(ZOE, kind=LearnerKind.MEMBER)
    for roles, learner, wanted in (
        ({Role.COUNSELLOR, Role.TEAM_LEADER}, student, Observer.COUNSELLOR),
        ({Role.COUNSELLOR, Role.TEAM_LEADER}, colleague, Observer.TEAM_LEADER),
        ({Role.COUNSELLOR}, colleague, Observer.COLLEAGUE),
        ({Role.SECOND_LINE}, student, Observer.OTHER),
        ({Role.SECOND_LINE}, colleague, Observer.COLLEAGUE),
        ({Role.TEAM_LEADER}, student, Observer.TEAM_LEADER),
    ):
        assert observer_at_desk(roles, learner) is wanted


@given(
    st.sampled_from([ME, uuid4(), None]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(list(Observer)),
)
def test_what_is_offered_is_what_the_rules_allow(
    staff: UUID | None, own: bool, myself: bool, observer: Observer
) -> None:
    learner = Learner(ME if myself else ZOE.id, LearnerKind.STUDENT, "Zoë", "Zoë", own=own)
    claim = a_view(observer=observer, staff=staff)
    reason = objection(claim, learner, ME)
    verdict = a_verdict(claim.id)
    try:
        checked_verdict(verdict, claim, learner, ME, TODAY)
        allowed = True
    except InputRefused:
        allowed = False
    assert (reason is Objection.NONE) == (allowed and own)
    if own and not myself:
        assert (reason is Objection.MY_CLAIM) == (staff == ME)


# Claims as typed


def test_a_claim_of_several_behaviours_is_as_many_claims_with_the_file_beside_each() -> None:
    typed = a_typed_claim(ZOE.id, 1, 2)
    file = file_of("a.jpg", "image/jpeg", b"x")
    one, two = drafts_of(typed, ZOE, Observer.COUNSELLOR, (file,))
    assert (one.observer, one.own_word, one.id) == (
        Observer.SELF,
        False,
        dict(typed.ids)[one.behaviour_id],
    )
    assert one.files[0].id != two.files[0].id
    assert drafts_of(typed, ZOE, Observer.COUNSELLOR, (file,))[0].files == one.files
    (mine, _) = drafts_of(replace(typed, who=Who.ME), ZOE, Observer.COUNSELLOR)
    assert (mine.observer, mine.own_word, mine.observer_name) == (Observer.COUNSELLOR, True, "")
    other = replace(typed, who=Who.OTHER, observer=Observer.TRAINER, name="R. Kuipers")
    (theirs, _) = drafts_of(other, ZOE, Observer.COUNSELLOR)
    assert (theirs.observer, theirs.observer_name) == (Observer.TRAINER, "R. Kuipers")
    for wrong in (replace(typed, chosen=()), replace(typed, day=None)):
        with pytest.raises(InputRefused):
            drafts_of(wrong, ZOE, Observer.COUNSELLOR)


_TEXT = st.text(st.characters(codec=None, exclude_categories=[]), max_size=40)


@given(
    st.builds(
        TypedClaim,
        learner_id=st.uuids(),
        set_key=_TEXT,
        skill_id=_TEXT,
        ids=st.lists(st.tuples(_TEXT, st.uuids()), max_size=3).map(tuple),
        chosen=st.lists(_TEXT, max_size=3).map(tuple),
        who=st.sampled_from(Who),
        observer=st.sampled_from(Observer),
        name=_TEXT,
        day=st.none() | st.dates(),
        evidence=_TEXT,
        link=_TEXT,
        files=st.lists(st.builds(FileName, st.uuids(), _TEXT, _TEXT), max_size=2).map(tuple),
    )
)
def test_what_is_typed_comes_back_as_typed(typed: TypedClaim) -> None:
    text = claim_drafts.to_json(typed)
    assert text.isascii()
    assert claim_drafts.from_json(text) == typed
    written = any(part.strip() for part in (typed.evidence, typed.link, typed.name))
    assert claim_drafts.is_unwritten(typed) == (not written and not typed.files)


# On a lent laptop


def test_a_student_sees_the_next_level_and_what_counts() -> None:
    standings = {"listening": Standing(0b11111 | bit(2, 1), bit(2, 2))}
    lent = lent_skills(ZOE, SET, standings)
    first = lent.skills[0]
    assert (first.level, first.next_name) == (1, "listening 2")
    assert [(one.shown, one.waiting) for one in first.behaviours[:3]] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    whole = lent_skills(ZOE, SET, {"listening": Standing((1 << 20) - 1)}).skills[0]
    assert (whole.level, all(one.shown for one in whole.behaviours)) == (4, True)


def test_what_a_student_wrote_is_their_own_word() -> None:
    written = (
        Written("listening-1-1", uuid4(), "Ik wachtte"),
        Written("planning-1-1", uuid4(), " "),
    )
    (claim,) = lent_claims(LentDraft(ZOE.id, SET.key, written), ZOE, TODAY)
    assert (claim.observer, claim.own_word, claim.id) == (
        Observer.SELF,
        False,
        written[0].claim_id,
    )
    with pytest.raises(InputRefused):
        lent_claims(LentDraft(ZOE.id, SET.key, written[1:]), ZOE, TODAY)


# What it comes to


@given(
    st.dictionaries(
        st.sampled_from(SET.skill_ids),
        st.builds(Standing, st.integers(0, (1 << 20) - 1), st.integers(0, (1 << 20) - 1)),
    )
)
def test_a_skill_is_strong_or_grows_and_never_both(standings: dict[str, Standing]) -> None:
    strong = strongest(SET, standings)
    grows = growing(SET, standings, strong)
    assert not {one.skill.id for one in strong} & {one.skill.id for one in grows}
    assert all(one.standing.level for one in strong)
    for row in (strong, grows):
        assert [one.weight for one in row] == sorted((one.weight for one in row), reverse=True)
    for one in grows:
        assert one.weight[1] or one.standing.asks


_DAYS = st.dates(date(2026, 8, 1), date(2026, 11, 1))


@given(st.lists(st.tuples(st.sampled_from(BEHAVIOURS), st.sampled_from(Verdict), _DAYS)))
def test_levels_are_reached_once_each_and_end_where_the_standing_is(
    said: list[tuple[str, Verdict, date]],
) -> None:
    claims = [a_view(behaviour, (verdict, day)) for behaviour, verdict, day in said]
    days, reached = confirmed_by_day(claims, lambda _: SET)
    assert [one.on for one in days] == sorted({day for _, v, day in said if v is Verdict.CONFIRMED})
    assert [one.on for one in reached] == sorted(one.on for one in reached)
    shown: dict[str, int] = {}
    for behaviour, verdict, _ in said:
        if verdict is Verdict.CONFIRMED:
            found = SET.behaviour(behaviour)
            shown[found.skill] = shown.get(found.skill, 0) | bit(found.level, found.number)
    for skill, bits in shown.items():
        of_skill = [one.level for one in reached if one.skill.id == skill]
        assert of_skill == sorted(set(of_skill))
        assert max(of_skill, default=0) == Standing(bits).level


def test_five_that_come_at_once_reach_their_level_that_day() -> None:
    claims = [a_view(f"listening-1-{n}", (Verdict.CONFIRMED, TODAY)) for n in range(1, 6)]
    strange = [
        a_view("flying-1-1", (Verdict.CONFIRMED, TODAY)),
        a_view("x", (Verdict.CONFIRMED, TODAY)),
    ]
    days, (level,) = confirmed_by_day([*claims, *strange], lambda _: SET)
    assert (level.skill.id, level.level, len(days[0].skills[0][1])) == ("listening", 1, 5)


# Ids of a whole school


@given(st.lists(st.uuids(), unique=True, max_size=8), st.data())
def test_ids_are_the_same_however_the_database_writes_them(
    ids: list[UUID], data: st.DataObject
) -> None:
    raw: list[UUID | str] = [data.draw(st.sampled_from([one, one.hex])) for one in ids]
    found = Ids(list(raw))
    assert found.row_of(uuid4()) == -1
    for row, one in enumerate(ids):
        assert found.row_of(one) == row
    some = frozenset(ids[::2])
    assert list(Ids(list(raw)).only(some)) == ids[::2]
    assert list(found) == ids
    assert list(found[1:3]) == ids[1:3]
    assert len(found) == len(ids)
    for row, one in enumerate(ids):
        assert found.row_of(one) == row


def test_nothing_is_the_standing_of_who_did_nothing() -> None:
    assert (NOTHING.level, NOTHING.asks) == (0, False)
