"""The key mark of a form, how a form stands, and what was filled in."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.form_texts import form_text
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_text
from lob_workbench.features.trialogue.rules_forms import (
    DAY_FIELD,
    FORM_PARTIES,
    FUNCTION_FIELD,
    MOST_DAYS,
    NAME_FIELD,
    FormClaim,
    FormState,
    answer_field,
    answers_in,
    check_expiry,
    check_party,
    form_id_in,
    is_sealed,
    mark_of,
    state_of,
    token_of,
)
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import VoicePart

TODAY = date(2026, 11, 23)
KEY = bytes(range(32))
CLAIM = FormClaim(UUID(int=7), UUID(int=8), Party.COMPANY, 2, TODAY)
TOKEN = token_of(CLAIM, KEY)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
FORM = form_text("company", "Łukasz")


def test_a_token_names_its_form_in_groups_for_the_eye() -> None:
    groups = TOKEN.split("-")
    assert [len(group) for group in groups] == [4] * 13
    assert form_id_in(TOKEN) == CLAIM.form_id
    assert is_sealed(TOKEN, CLAIM, KEY)
    assert mark_of(TOKEN) == groups[-1]


@pytest.mark.parametrize("typed", [TOKEN.lower(), TOKEN.replace("-", " "), f" {TOKEN}\n"])
def test_typed_over_it_still_fits(typed: str) -> None:
    assert form_id_in(typed) == CLAIM.form_id
    assert is_sealed(typed, CLAIM, KEY)


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, form_id=UUID(int=9)),
        replace(CLAIM, talk_id=UUID(int=9)),
        replace(CLAIM, party=Party.STUDENT),
        replace(CLAIM, version=3),
        replace(CLAIM, expires_on=TODAY + timedelta(days=1)),
    ],
)
def test_it_vouches_for_every_part_of_the_claim(other: FormClaim) -> None:
    assert not is_sealed(TOKEN, other, KEY)
    assert token_of(other, KEY) != TOKEN


@given(st.binary(min_size=32, max_size=32).filter(lambda key: key != KEY))
def test_another_key_makes_another_token(key: bytes) -> None:
    assert not is_sealed(TOKEN, CLAIM, key)


@given(st.integers(0, len(TOKEN) - 1), st.sampled_from(LETTERS + "-018 é\x00"))
def test_any_other_letter_is_refused(at: int, letter: str) -> None:
    spoilt = TOKEN[:at] + letter + TOKEN[at + 1 :]
    same = spoilt.replace("-", "").replace(" ", "") == TOKEN.replace("-", "")
    assert is_sealed(spoilt, CLAIM, KEY) is same


@given(st.text(max_size=80))
def test_what_is_no_token_names_no_form(text: str) -> None:
    assert not is_sealed(text, CLAIM, KEY)
    assert form_id_in(text) is None or len(text) >= 52


def test_the_last_letter_has_one_spelling() -> None:
    last = LETTERS[LETTERS.index(TOKEN[-1]) ^ 1]
    assert form_id_in(TOKEN[:-1] + last) is None


def test_how_a_form_stands() -> None:
    def at(read: bool = False, version: int = 2, newest: int = 2, day: date = TODAY) -> FormState:
        from tests.helpers.stores import MONDAY

        return state_of(MONDAY if read else None, TODAY, version, newest, day)

    assert at() is FormState.OPEN
    assert at(day=TODAY + timedelta(days=1)) is FormState.EXPIRED
    assert at(newest=3) is FormState.SUPERSEDED
    assert at(newest=3, day=TODAY + timedelta(days=1)) is FormState.SUPERSEDED
    assert at(read=True, newest=3) is FormState.READ


def test_the_last_day_is_today_at_the_earliest_and_not_far_off() -> None:
    check_expiry(TODAY, TODAY)
    check_expiry(TODAY + timedelta(days=MOST_DAYS), TODAY)
    with pytest.raises(InputRefused, match="al geweest"):
        check_expiry(TODAY - timedelta(days=1), TODAY)
    with pytest.raises(InputRefused, match="hooguit 90 dagen"):
        check_expiry(TODAY + timedelta(days=MOST_DAYS + 1), TODAY)


def test_the_school_gets_no_form() -> None:
    for party in FORM_PARTIES:
        check_party(party)
    with pytest.raises(InputRefused, match="schrijft zelf"):
        check_party(Party.SCHOOL)


def values(**answers: str) -> dict[str, str]:
    return {answer_field(VoiceTopic(topic)): text for topic, text in answers.items()}


def test_answers_come_in_the_order_of_the_topics_without_the_empty_ones() -> None:
    said = answers_in(
        values(seen_qualities="  Rustig\r\nen snel\x00 ", qualities="<b>R&D</b>", motives=" \n ")
        | {NAME_FIELD: " Ans  de Boer ", FUNCTION_FIELD: "chef", DAY_FIELD: "3-12", "ander": "x"},
        FORM,
    )
    assert said.parts == (
        VoicePart(VoiceTopic.QUALITIES, "<b>R&D</b>"),
        VoicePart(VoiceTopic.SEEN_QUALITIES, "  Rustig\nen snel"),
    )
    assert (said.by_name, said.by_function, said.filled_on) == ("Ans de Boer", "chef", "3-12")
    assert said.signed == "Ans de Boer, chef"


def test_a_form_without_answers_is_empty_though_a_name_is_there() -> None:
    with pytest.raises(InputRefused, match="nog niets ingevuld"):
        answers_in(values(qualities=" \n\t ") | {NAME_FIELD: "Ans"}, FORM)


def test_a_hundred_kilobytes_are_refused_under_their_own_name_and_nothing_is_cut() -> None:
    with pytest.raises(InputRefused) as refused:
        answers_in(values(networking="x" * 102_400, qualities="goed"), FORM)
    said = str(refused.value)
    assert "‘Mensen die helpen’ staan 102400 tekens; er passen er 8000" in said
    assert "niets overgenomen" in said
    with pytest.raises(InputRefused, match="‘Je naam’"):
        answers_in(values(qualities="goed") | {NAME_FIELD: "x" * 91}, FORM)


def test_as_much_as_fits_is_taken_literally() -> None:
    text = "x" * 8_000
    assert answers_in(values(motives=text), FORM).parts[0].text == text


@given(st.text(min_size=1, max_size=300))
def test_any_text_comes_through_the_gate_as_it_is(text: str) -> None:
    said = values(steering=text)
    if clean_text(text):
        assert answers_in(said, FORM).parts == (VoicePart(VoiceTopic.STEERING, clean_text(text)),)
    else:
        with pytest.raises(InputRefused):
            answers_in(said, FORM)


def test_name_and_function_fit_on_one_line_of_the_record() -> None:
    said = answers_in(
        values(qualities="x") | {NAME_FIELD: "n" * 90, FUNCTION_FIELD: "f" * 90}, FORM
    )
    assert len(said.signed) <= 200
