"""What must hold for a talk before it is recorded."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import TEXT_LIMIT
from lob_workbench.features.conversations import drafts
from lob_workbench.talks.rules import (
    MAX_AGREEMENTS,
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AgreementView,
    AskedQuestion,
    ConversationDraft,
    NextTalk,
    StudentResponse,
    TopicText,
    Verdict,
    checked,
    checked_response,
    not_spoken_since,
)
from lob_workbench.talks.rules_drafts import is_blank

TODAY = date(2026, 11, 23)
STUDENT = UUID(int=1)
GOOD = ConversationDraft(
    id=UUID(int=2), student_id=STUDENT, held_on=TODAY, summary="Het gaat goed op stage."
)

anything = st.text(max_size=40) | st.text(st.characters(codec=None), max_size=20)
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
typed = st.builds(
    ConversationDraft,
    id=st.uuids(),
    student_id=st.uuids(),
    kind=st.sampled_from(ConversationKind),
    form=st.sampled_from(ConversationForm),
    held_on=st.none() | days,
    focus=anything,
    questions=st.lists(st.builds(AskedQuestion, anything, anything), max_size=3).map(tuple),
    summary=anything,
    topics=st.lists(
        st.builds(TopicText, st.sampled_from(CareerCompetence), anything, anything, anything),
        max_size=5,
        unique_by=lambda topic: topic.competence,
    ).map(tuple),
    agreements=st.lists(
        st.builds(
            AgreementText,
            anything,
            st.sampled_from(AgreementOwner),
            st.none() | days,
            st.none() | st.uuids(),
        ),
        max_size=4,
    ).map(tuple),
    next_talk=st.none()
    | st.builds(NextTalk, days, st.sampled_from(["", "09:20"]), st.sampled_from(ConversationKind)),
    response=st.none()
    | st.builds(StudentResponse, st.sampled_from(Verdict), anything, st.none() | days),
    corrects=st.none() | st.uuids(),
    reason=anything,
)


@given(typed)
def test_a_draft_comes_back_exactly_as_typed(draft: ConversationDraft) -> None:
    text = drafts.to_json(draft)
    assert text.isascii()
    assert drafts.from_json(text) == draft


@given(typed)
def test_what_is_recorded_is_clean_and_cleaning_again_changes_nothing(
    draft: ConversationDraft,
) -> None:
    try:
        ready = checked(draft, TODAY)
    except InputRefused:
        return
    assert checked(ready, TODAY) == ready
    assert ready.held_on is not None
    assert ready.held_on <= TODAY
    assert ready.topics or ready.summary
    assert all(not topic.is_empty for topic in ready.topics)
    assert all(not agreement.is_empty for agreement in ready.agreements)
    order = [list(CareerCompetence).index(topic.competence) for topic in ready.topics]
    assert order == sorted(order)
    assert "\0" not in ready.summary


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"held_on": None}, "welke dag"),
        ({"held_on": TODAY + timedelta(days=1)}, "deze dag komt nog"),
        ({"summary": " \n\u200b"[:2]}, "Er staat nog niets"),
        ({"summary": "x" * (TEXT_LIMIT + 1)}, "Kort hem in"),
        ({"agreements": (AgreementText("Belt"), AgreementText(" belt "))}, "twee dezelfde"),
        (
            {"agreements": tuple(AgreementText(f"{n}") for n in range(MAX_AGREEMENTS + 1))},
            "houdt niemand bij",
        ),
        ({"next_talk": NextTalk(TODAY)}, "na dit gesprek"),
        ({"next_talk": NextTalk(TODAY + timedelta(days=1), "25:00")}, "de tijd"),
        ({"questions": (AskedQuestion("Q", "Wat?"),) * 4}, "hooguit 3"),
        ({"response": StudentResponse(Verdict.DIFFERS, " ")}, "in je eigen woorden"),
        ({"corrects": UUID(int=3)}, "wat er anders is"),
    ],
)
def test_a_refusal_says_why(change: dict[str, object], words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        checked(replace(GOOD, **change), TODAY)  # type: ignore[arg-type]


def test_as_many_agreements_as_are_allowed_are_kept() -> None:
    agreements = tuple(AgreementText(f"{number}") for number in range(MAX_AGREEMENTS))
    assert checked(replace(GOOD, agreements=agreements), TODAY).agreements == agreements


def test_one_competence_is_enough() -> None:
    topic = TopicText(CareerCompetence.NETWORKING, "Je belde zelf.", "", "")
    assert checked(replace(GOOD, summary="", topics=(topic,)), TODAY).topics == (topic,)


def test_a_later_response_is_held_to_the_same_rule() -> None:
    assert checked_response(StudentResponse(Verdict.AGREES, " ja \0")).text == " ja"
    with pytest.raises(InputRefused):
        checked_response(StudentResponse(Verdict.DIFFERS))


def test_a_draft_is_blank_until_something_is_typed() -> None:
    empty = replace(GOOD, summary="")
    assert is_blank(empty)
    assert is_blank(replace(empty, agreements=(AgreementText(""),)))
    assert not is_blank(GOOD)
    assert not is_blank(replace(empty, next_talk=NextTalk(TODAY)))


@given(days, st.integers(1, 52), st.integers(0, 900))
def test_not_spoken_means_longer_ago_than_the_weeks(last: date, weeks: int, ago: int) -> None:
    assert not_spoken_since(last, last + timedelta(days=ago), weeks) == (ago > weeks * 7)
    assert not_spoken_since(None, last, weeks)


def test_only_an_open_agreement_can_be_overdue() -> None:
    agreement = AgreementView(
        id=UUID(int=4),
        student_id=STUDENT,
        student_name="Zoë",
        what="Belt",
        owner=AgreementOwner.STUDENT,
        due_on=TODAY,
        status=AgreementStatus.OPEN,
        closed_on=None,
        closed_reason="",
        made_on=TODAY,
        version=1,
    )
    assert not agreement.is_overdue(TODAY)
    assert agreement.is_overdue(TODAY + timedelta(days=1))
    assert not replace(agreement, due_on=None).is_overdue(TODAY)
    assert not replace(agreement, status=AgreementStatus.DONE).is_overdue(date.max)
