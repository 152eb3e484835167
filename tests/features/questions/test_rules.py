"""What a question of the school's own must be, and finding in the bank."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.load import questions
from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.questions.rules import (
    NO_BANK,
    QuestionDraft,
    bank_of,
    checked,
    draft_of,
    found,
    is_closed,
    kinds_in,
    same_question,
)
from lob_workbench.storage.base import new_id
from tests.talks.test_rules_questions import own

WHOLE = QuestionDraft(
    new_id(), "Wat deed je gisteren?", CareerCompetence.MOTIVES, (CareerPhase.INTAKE,)
)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Ben je tevreden over je stage?", True),
        ("Heb je hulp gevraagd? Wil je dat nog eens doen?", True),
        ("Wat vond je lastig?", False),
        ("Vertel over gisteren. Ging het goed?", False),
        ("Heb je hulp gevraagd? Hoe ging dat?", False),
        ("Vertel over je eerste dag.", False),
        ("Isabel vroeg je iets. Wat zei je?", False),
        ("Isabel?", False),
        ("", False),
    ],
)
def test_a_question_that_yes_would_answer_is_noticed(text, closed):
    assert is_closed(text) is closed


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_no_question_that_ships_would_get_that_advice(question):
    assert not is_closed(question.text)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": " \x00 \n "}, "Schrijf eerst de vraag op"),
        ({"text": "x" * 301}, "tekens"),
        ({"competence": None}, "competentie"),
        ({"phases": ()}, "fase"),
    ],
)
def test_what_is_not_whole_is_refused_with_the_reason(changes, reason):
    with pytest.raises(InputRefused, match=reason):
        checked(replace(WHOLE, **changes), ())


def test_a_question_that_stands_there_is_refused_and_itself_is_not_another():
    with pytest.raises(InputRefused, match="staat al"):
        checked(WHOLE, [("Q-1", "wat  deed je GISTEREN")])
    assert checked(WHOLE, [(str(WHOLE.id), WHOLE.text)]) == WHOLE


def test_text_becomes_one_clean_line_and_choices_get_their_order():
    draft = replace(
        WHOLE,
        text="  Wat\n deed\u202e je? ",
        phases=(CareerPhase.OUTFLOW, CareerPhase.INTAKE),
        kinds=(ConversationKind.PARENTS, ConversationKind.START, ConversationKind.END),
    )
    ready = checked(draft, ())
    assert ready.text == "Wat deed je?"
    assert ready.phases == (CareerPhase.INTAKE, CareerPhase.OUTFLOW)
    # The end talk happens in neither phase.
    assert ready.kinds == (ConversationKind.START, ConversationKind.PARENTS)


@given(st.text(max_size=400))
def test_any_text_is_kept_as_one_line_or_refused(text):
    try:
        ready = checked(replace(WHOLE, text=text), ())
    except InputRefused:
        return
    assert ready.text
    assert "\n" not in ready.text
    assert checked(ready, ()) == ready


def test_kinds_are_those_that_happen_in_one_of_the_phases():
    assert kinds_in(()) == ()
    assert ConversationKind.START in kinds_in([CareerPhase.INTAKE])
    assert ConversationKind.PERSONAL_DEVELOPMENT not in kinds_in(CareerPhase)


def test_a_draft_of_a_question_says_the_same():
    question = own("Wat?")
    assert same_question(draft_of(question), question)
    assert not same_question(replace(draft_of(question), text="Wie?"), question)


def test_the_bank_is_found_by_the_beginnings_of_words():
    mine, gone = own("Wie hielp jou met wiskunde?"), own("Wat at de giraf?", retired=True)
    bank = bank_of([mine, gone], {mine.id}, new_id())
    assert (bank.offered, bank.own) == (len(questions()) + 1, 1)
    assert [row.question.text for row in found(bank, "WISK hie")] == [mine.text]
    assert found(bank, "zebra") == ()
    assert found(bank, "giraf") == ()
    only = found(bank, own_only=True)
    assert [(row.is_retired, row.changeable) for row in only] == [(False, True), (True, False)]
    assert bank.row(gone.id) == only[1]
    assert bank.row(new_id()) is None
    assert found(NO_BANK) == ()


@given(
    st.none() | st.sampled_from(list(CareerCompetence)),
    st.none() | st.sampled_from(list(CareerPhase)),
)
def test_what_is_found_is_of_that_competence_and_phase(competence, phase):
    bank = bank_of([own()], (), new_id())
    rows = found(bank, "", competence, phase)
    assert rows
    assert all(competence in (None, row.question.competence) for row in rows)
    assert all(phase is None or phase in row.question.phases for row in rows)
