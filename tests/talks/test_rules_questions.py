"""Which questions fit a talk, and in which order they are offered."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.schema import PHASES_OF_KIND, CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.people.rules import LearningRoute, PersonName, StudentView
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_questions import (
    NO_CHOICE,
    PHASE_LABELS,
    OfferedQuestion,
    OwnQuestion,
    QuestionChoice,
    as_offered,
    offered,
    shipped_questions,
)

TODAY = date(2026, 11, 23)
STUDENT_KINDS = [kind for kind in ConversationKind if PHASES_OF_KIND[kind]]


def a_student(**known: object) -> StudentView:
    """A student of whom nothing is known but the name."""
    empty = StudentView(
        UUID(int=1), "1", PersonName("A", "", "B"), None, None, "", "", "", "", "", None, "",
        None, None, None, None, "", 1,
    )  # fmt: skip
    return replace(empty, **known)  # type: ignore[arg-type]


def own(text: str = "Wat?", *, retired: bool = False) -> OwnQuestion:
    """A question of the school's own."""
    moment = datetime(2026, 9, 1, tzinfo=UTC)
    return OwnQuestion(
        new_id(),
        text,
        CareerCompetence.MOTIVES,
        (CareerPhase.INTAKE,),
        (),
        UUID(int=2),
        "Mirjam Bakker",
        moment,
        moment if retired else None,
        1,
    )


def choice(**known: object) -> QuestionChoice:
    """What can be asked of such a student today."""
    return QuestionChoice(shipped_questions(), {}, a_student(**known), today=TODAY)


def test_every_phase_has_a_word():
    assert set(PHASE_LABELS) == set(CareerPhase)


def test_own_questions_stand_first_and_retired_ones_are_not_offered():
    mine, gone = own("Eén"), own("Twee", retired=True)
    texts = [question.text for question in offered([mine, gone])]
    assert texts[0] == "Eén"
    assert "Twee" not in texts
    assert len(texts) == 1 + len(shipped_questions())
    assert as_offered(mine).id == str(mine.id)


@given(
    st.sampled_from(list(ConversationKind)),
    st.sampled_from(list(CareerPhase)),
    st.frozensets(st.sampled_from(list(CareerPhase))),
    st.frozensets(st.sampled_from(list(ConversationKind))),
)
def test_a_question_fits_only_where_the_talk_happens(kind, phase, phases, kinds):
    question = OfferedQuestion("x", "?", CareerCompetence.MOTIVES, tuple(phases), tuple(kinds))
    fits = question.fits(kind, phase)
    assert not fits or (phase in phases and phase in PHASES_OF_KIND[kind])
    assert not fits or not kinds or kind in kinds
    assert fits or phase not in phases or phase not in PHASES_OF_KIND[kind] or bool(kinds)


@given(
    st.sampled_from(STUDENT_KINDS),
    st.sampled_from(list(CareerCompetence)),
    st.dictionaries(
        st.sampled_from([question.id for question in shipped_questions()]),
        st.dates(date(2024, 1, 1), TODAY),
    ),
)
def test_what_was_asked_comes_last_the_longest_ago_first(kind, competence, asked):
    choice = QuestionChoice(shipped_questions(), asked, None, today=TODAY)
    for phase in PHASES_OF_KIND[kind]:
        found = choice.fitting(kind, phase, competence)
        assert len(found) >= 2
        days = [asked.get(question.id, date.min) for question in found]
        assert days == sorted(days)
        everything = {
            question.id
            for question in shipped_questions()
            if question.competence is competence and question.fits(kind, phase)
        }
        assert {question.id for question in found} == everything


@pytest.mark.parametrize(
    ("kind", "known", "phase"),
    [
        (ConversationKind.START, {}, CareerPhase.INTAKE),
        (ConversationKind.END, {"expected_end_date": TODAY}, CareerPhase.LOWER_YEARS),
        (ConversationKind.PROGRESS, {}, CareerPhase.LOWER_YEARS),
        (
            ConversationKind.PROGRESS,
            {"expected_end_date": TODAY + timedelta(days=200)},
            CareerPhase.OUTFLOW,
        ),
        (
            ConversationKind.PROGRESS,
            {"expected_end_date": TODAY + timedelta(days=500)},
            CareerPhase.LOWER_YEARS,
        ),
        (
            ConversationKind.PROGRESS,
            {"learning_route": LearningRoute.WORK},
            CareerPhase.PLACEMENT,
        ),
        (ConversationKind.PARENTS, {"start_date": TODAY - timedelta(days=20)}, CareerPhase.INTAKE),
        (
            ConversationKind.PARENTS,
            {"start_date": TODAY - timedelta(days=90)},
            CareerPhase.LOWER_YEARS,
        ),
        (ConversationKind.PLACEMENT_VISIT, {"expected_end_date": TODAY}, CareerPhase.PLACEMENT),
        (
            ConversationKind.HANDOVER,
            {"learning_route": LearningRoute.WORK},
            CareerPhase.LOWER_YEARS,
        ),
        (ConversationKind.PERSONAL_DEVELOPMENT, {}, None),
    ],
)
def test_the_likely_phase_is_read_from_what_is_known(kind, known, phase):
    assert choice(**known).phase(kind) is phase


def test_who_learns_at_work_now_is_asked_about_work():
    at_work = replace(choice(), at_work=True)
    assert at_work.phase(ConversationKind.CAREER_REFLECTION) is CareerPhase.PLACEMENT


@pytest.mark.parametrize("kind", STUDENT_KINDS)
def test_without_a_student_there_is_a_phase_too(kind):
    assert NO_CHOICE.phase(kind) in PHASES_OF_KIND[kind]
