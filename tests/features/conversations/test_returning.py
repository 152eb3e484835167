"""Agreements come back: each is answered in the next talk, and its history adds up."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.features.conversations import drafts, operations
from lob_workbench.features.conversations import operations_agreements as listing
from lob_workbench.features.conversations import operations_compare as comparing
from lob_workbench.features.conversations.history import has_history, history
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AgreementView,
    ConversationDraft,
    Desk,
    checked,
)
from lob_workbench.talks.rules_agreements import (
    AgreementAnswer,
    AgreementStep,
    AnsweredMeanwhile,
    ReturnedAnswer,
    checked_answers,
    comes_back,
    standing_on,
    stands_as,
    step_in,
)
from lob_workbench.talks.rules_drafts import is_blank, is_told
from tests.features.conversations.test_operations import TODAY, a_talk, answered, recorded
from tests.helpers.stores import Store

BEFORE = TODAY - timedelta(days=42)
NEW_DAY = TODAY + timedelta(days=35)
DONE = AgreementAnswer(AgreementStatus.DONE)
DROPPED = AgreementAnswer(AgreementStatus.DROPPED, "Niet meer nodig")
GOES_ON = AgreementAnswer(AgreementStatus.OPEN, due_on=NEW_DAY)


def agreed(store: Store, student: UUID, held_on: date = BEFORE) -> list[tuple[UUID, int]]:
    """Two agreements of a talk of six weeks ago: id and version."""
    view = recorded(store, answered(store, a_talk(student, held_on=held_on)))
    return [(one.id, one.version) for one in view.agreements]


def later(student: UUID, *answers: ReturnedAnswer, **fields: object) -> ConversationDraft:
    return a_talk(student, agreements=(), answers=answers, **fields)


def listed(store: Store, student: UUID):
    with store.work() as work:
        return {view.id: view for view in operations.list_agreements(work, student)}


@pytest.mark.parametrize("count", [1, 2])
def test_a_talk_is_not_recorded_while_an_agreement_has_no_answer(store: Store, count: int) -> None:
    student = store.student()
    made = agreed(store, student)
    given_ones = [ReturnedAnswer(*one, DONE) for one in made[count:]]
    words = {
        1: "Nog 1 afspraak van de vorige keer: gedaan, loopt door of vervallen?",
        2: "Nog 2 afspraken van de vorige keer: gedaan, loopt door of vervallen?",
    }
    with pytest.raises(InputRefused, match=re.escape(words[count])):
        recorded(store, later(student, *given_ones))
    assert all(view.status is AgreementStatus.OPEN for view in listed(store, student).values())


def test_the_answers_are_steps_of_the_talk_and_recording_twice_writes_them_once(
    store: Store,
) -> None:
    student = store.student()
    first, second = agreed(store, student)
    draft = later(student, ReturnedAnswer(*first, GOES_ON), ReturnedAnswer(*second, DROPPED))
    view = recorded(store, draft)
    assert recorded(store, draft) == view
    goes_on, dropped = view.returned
    assert [one.id for one in view.returned] == [first[0], second[0]]
    assert (goes_on.status, goes_on.due_on, dropped.closed_reason) == (
        AgreementStatus.OPEN,
        NEW_DAY,
        "Niet meer nodig",
    )
    (step,) = goes_on.steps
    assert (step.answered_in, step.answered_on, step.due_on) == (view.talk_id, TODAY, NEW_DAY)
    assert step.due_before == TODAY + timedelta(days=14)
    assert len(dropped.steps) == 1
    # In the lists the current day counts, and the next talk asks again for what goes on.
    with store.work() as work:
        (still_open,) = operations.prepare(work, student).open_agreements
    assert (still_open.id, still_open.due_on) == (first[0], NEW_DAY)
    assert history(goes_on) == (
        "afgesproken op 12 oktober 2026, uiterlijk 7 december 2026",
        "op 23 november 2026: loopt door tot 28 december 2026",
    )
    assert has_history(goes_on)
    assert not has_history(dropped)
    assert history(dropped)[-1] == "vervallen op 23 november 2026 (Niet meer nodig)"


def test_a_retry_with_another_answer_is_not_called_recorded(store: Store) -> None:
    student = store.student()
    first, second = agreed(store, student)
    draft = later(student, ReturnedAnswer(*first, DONE), ReturnedAnswer(*second, DONE))
    recorded(store, draft)
    other = replace(draft, answers=(ReturnedAnswer(*first, DROPPED), draft.answers[1]))
    with pytest.raises(StaleSave):
        recorded(store, other)
    with store.work() as work:
        found = comparing.compare(work, other)
    assert found is not None
    assert {one.answer.status for one in found.theirs.answers} == {AgreementStatus.DONE}


def test_an_older_talk_does_not_ask_for_what_came_after_it(store: Store) -> None:
    student = store.student()
    # Agreed today: a talk of last month could not have answered it, nor one of this same day.
    recorded(store, a_talk(student))
    recorded(store, later(student))
    recorded(store, later(student, held_on=TODAY - timedelta(days=30)))
    assert len(listed(store, student)) == 2


def test_an_older_talk_does_not_ask_for_what_came_back_after_it(store: Store) -> None:
    student = store.student()
    made = agreed(store, student)
    recorded(store, later(student, *(ReturnedAnswer(*one, GOES_ON) for one in made)))
    recorded(store, later(student, held_on=TODAY - timedelta(days=9)))
    assert {view.due_on for view in listed(store, student).values()} == {NEW_DAY}


def test_what_somebody_ticked_meanwhile_is_fine_when_it_is_the_same(store: Store) -> None:
    student = store.student()
    first, second = agreed(store, student)
    with store.work() as work:
        operations.close_agreement(work, *first, AgreementStatus.DONE)
    view = recorded(
        store, later(student, ReturnedAnswer(*first, DONE), ReturnedAnswer(*second, GOES_ON))
    )
    assert [one.id for one in view.returned] == [second[0]]
    assert len(listed(store, student)[first[0]].steps) == 1


def test_another_answer_meanwhile_is_shown_and_nothing_is_written(store: Store) -> None:
    student = store.student()
    first, second = agreed(store, student)
    draft = later(student, ReturnedAnswer(*first, DROPPED), ReturnedAnswer(*second, GOES_ON))
    with store.work() as work:
        operations.keep_draft(work, draft)
        operations.close_agreement(work, *first, AgreementStatus.DONE)
    with pytest.raises(AnsweredMeanwhile):
        recorded(store, draft)
    with store.work() as work:
        prep = operations.prepare(work, student)
        assert operations.list_conversations(work, student)[0].held_on == BEFORE
    assert prep.draft == draft
    # Both stand beside each other: mine in the draft, theirs among what comes back.
    shown = {view.id: view for view in prep.returning}[first[0]]
    assert shown.status is AgreementStatus.DONE
    assert first[0] not in {view.id for view in prep.open_agreements}
    mine = replace(draft.answers[0], version=shown.version)
    view = recorded(store, replace(draft, answers=(mine, draft.answers[1])))
    assert [one.status for one in view.returned[0].steps] == ["done", "dropped"]


def test_the_agreement_of_another_student_cannot_be_answered(store: Store) -> None:
    first, _ = agreed(store, store.student())
    other = store.student("0411002", PersonName("Seán", "", "O'Connor"))
    with pytest.raises(NotFound):
        recorded(store, later(other, ReturnedAnswer(*first, DONE)))


def test_a_correction_asks_nothing_and_shows_what_the_talk_answered(store: Store) -> None:
    student = store.student()
    made = agreed(store, student)
    talk = recorded(store, later(student, *(ReturnedAnswer(*one, GOES_ON) for one in made)))
    with store.work() as work:
        draft = operations.prepare_correction(work, talk.id).draft
    assert draft.answers == ()
    corrected = recorded(store, replace(draft, summary="Anders.", reason="Netter."))
    assert [one.id for one in corrected.returned] == [one[0] for one in made]


def test_other_answers_come_along_on_top_of_a_recorded_talk(store: Store) -> None:
    student = store.student()
    first, second = agreed(store, student)
    desk = Desk(new_id())
    draft = later(student, ReturnedAnswer(*first, DONE), ReturnedAnswer(*second, DONE))
    there = recorded(store, draft)
    mine = replace(draft, answers=(ReturnedAnswer(*first, DROPPED), draft.answers[1]))
    with store.work() as work:
        ready = comparing.rebase(work, replace(mine, reason="Eerlijker"), there.id, desk)
    assert [given.agreement_id for given in ready.draft.answers] == [first[0]]
    assert {view.id for view in ready.returning} == {first[0]}
    view = recorded(store, ready.draft)
    step = step_in(view.returned[0].steps, view.talk_id)
    assert step is not None
    assert (step.status, view.returned[1].status) == ("dropped", "done")


def test_an_answer_that_the_recorded_talk_does_not_have_comes_along_whole(store: Store) -> None:
    student = store.student()
    made = agreed(store, student)
    with store.work() as work:
        operations.close_agreement(work, *made[0], AgreementStatus.DONE)
    there = recorded(store, later(student, ReturnedAnswer(*made[1], GOES_ON)))
    mine = later(student, ReturnedAnswer(made[0][0], 2, DROPPED), ReturnedAnswer(*made[1], GOES_ON))
    with store.work() as work:
        ready = comparing.rebase(work, mine, there.id, Desk(new_id()))
    assert ready.draft.answers == (mine.answers[0],)


def test_what_a_correction_takes_back_is_told_where_it_was_answered(store: Store) -> None:
    student = store.student()
    made_in = recorded(store, a_talk(student, held_on=BEFORE))
    made = [(one.id, one.version) for one in made_in.agreements]
    talk = recorded(store, later(student, *(ReturnedAnswer(*one, GOES_ON) for one in made)))
    with store.work() as work:
        draft = operations.prepare_correction(work, made_in.id).draft
    recorded(store, replace(draft, agreements=draft.agreements[1:], reason="Nooit afgesproken."))
    with store.work() as work:
        again = operations.read_conversation(work, talk.id)
    taken_back = again.returned[0]
    assert history(taken_back)[-1] == "uit het verslag gehaald in versie 2 van dat gesprek"
    # It stands in no list any more, and no talk asks for it; an answer to it is let go.
    assert set(listed(store, student)) == {made[1][0]}
    (left,) = listed(store, student).values()
    let_go = later(
        student, ReturnedAnswer(*made[0], DONE), ReturnedAnswer(left.id, left.version, DONE)
    )
    assert [one.id for one in recorded(store, let_go).returned] == [left.id]


def test_a_correction_begun_before_an_agreement_went_on_does_not_make_it_anew(
    store: Store,
) -> None:
    student = store.student()
    made_in = recorded(store, a_talk(student, held_on=BEFORE))
    with store.work() as work:
        draft = operations.prepare_correction(work, made_in.id).draft
    made = [(one.id, one.version) for one in made_in.agreements]
    recorded(store, later(student, *(ReturnedAnswer(*one, GOES_ON) for one in made)))
    again = replace(draft, summary="Anders.", reason="Netter.")
    corrected = recorded(store, again)
    assert [one.id for one in corrected.agreements] == [one[0] for one in made]
    assert {one.due_on for one in corrected.agreements} == {NEW_DAY}
    assert recorded(store, again) == corrected


def test_one_list_of_all_agreements_of_own_students(store: Store) -> None:
    student = store.student()
    first, _ = agreed(store, student)
    other = store.student("0411002", PersonName("Seán", "", "O'Connor"))
    recorded(
        store,
        a_talk(
            other,
            held_on=BEFORE,
            agreements=(AgreementText("Belt", AgreementOwner.COMPANY, TODAY - timedelta(days=1)),),
        ),
    )
    with store.work() as work:
        operations.close_agreement(work, *first, AgreementStatus.DONE)
    with store.work() as work:
        views = listing.all_agreements(work)
    assert [view.is_overdue(TODAY) for view in views] == [True, False, False]
    assert [view.status for view in views] == ["open", "open", "done"]
    assert len(views[2].steps) == 1
    with store.work() as work:
        sheet = listing.agreement_sheet(work, student)
    assert (sheet.student.name.first, len(sheet.agreements)) == ("Zoë", 2)


def test_opened_again_reads_as_such(store: Store) -> None:
    student = store.student()
    first, _ = agreed(store, student)
    with store.work() as work:
        operations.close_agreement(work, *first, AgreementStatus.DONE)
        operations.close_agreement(work, first[0], 2, AgreementStatus.OPEN)
    view = listed(store, student)[first[0]]
    assert has_history(view)
    assert history(view)[1:] == ("gedaan op 23 november 2026", "weer open op 23 november 2026")


# The draft


ANSWERS = st.builds(
    ReturnedAnswer,
    st.uuids(),
    st.integers(1, 99),
    st.builds(AgreementAnswer, st.sampled_from(AgreementStatus), st.text(), st.none() | st.dates()),
    st.text(),
)


@given(st.lists(ANSWERS, max_size=4))
def test_answers_are_kept_as_typed(answers: list[ReturnedAnswer]) -> None:
    draft = replace(a_talk(new_id()), answers=tuple(answers))
    text = drafts.to_json(draft)
    assert drafts.from_json(text) == draft
    assert text.isascii()


def test_a_draft_from_before_agreements_came_back_still_opens() -> None:
    draft = a_talk(new_id())
    stored = json.loads(drafts.to_json(draft))
    del stored["answers"]
    assert drafts.from_json(json.dumps(stored)) == draft


def test_an_answer_alone_makes_a_draft_worth_keeping() -> None:
    empty = ConversationDraft(new_id(), new_id())
    assert is_blank(empty)
    given_one = replace(empty, answers=(ReturnedAnswer(new_id(), 1, DONE),))
    assert not is_blank(given_one)
    assert is_told(given_one)


# The rules


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (AgreementAnswer(AgreementStatus.OPEN), "tot wanneer"),
        (AgreementAnswer(AgreementStatus.OPEN, due_on=TODAY - timedelta(days=1)), "moet komen"),
        (AgreementAnswer(AgreementStatus.DROPPED, "  \0 "), "waarom"),
    ],
)
def test_half_an_answer_is_refused(answer: AgreementAnswer, words: str) -> None:
    half = (ReturnedAnswer(new_id(), 1, answer),)
    with pytest.raises(InputRefused, match=words):
        checked(replace(a_talk(new_id()), answers=half), TODAY)


def test_who_chose_again_leaves_the_first_day_behind() -> None:
    chosen = ReturnedAnswer(new_id(), 1, replace(DONE, due_on=TODAY - timedelta(days=9)))
    assert checked_answers([chosen], TODAY)[0].answer == DONE


@given(
    status=st.sampled_from(AgreementStatus),
    made=st.integers(-3, 3),
    answered_on=st.none() | st.integers(-3, 3),
)
def test_what_comes_back_was_open_and_on_the_table(
    status: AgreementStatus, made: int, answered_on: int | None
) -> None:
    view = replace(AN_AGREEMENT, status=status, made_on=TODAY + timedelta(days=made))
    since = None if answered_on is None else TODAY + timedelta(days=answered_on)
    expected = status is AgreementStatus.OPEN and made < 0 and (answered_on or 0) <= 0
    assert comes_back(view, TODAY, [since]) is expected


def test_how_it_stands_says_whether_an_answer_is_new() -> None:
    assert stands_as(replace(AN_AGREEMENT, due_on=NEW_DAY), GOES_ON)
    assert not stands_as(AN_AGREEMENT, GOES_ON)
    assert not stands_as(replace(AN_AGREEMENT, status=AgreementStatus.DONE), GOES_ON)
    assert stands_as(replace(AN_AGREEMENT, status=AgreementStatus.DONE), DONE)
    assert step_in((), new_id()) is None
    a_tick = AgreementStep(1, AgreementStatus.DONE, None, None, TODAY, "", None)
    assert step_in((a_tick,), new_id()) is None
    assert standing_on(AN_AGREEMENT, (a_tick,), TODAY) == (AgreementStatus.DONE, None)
    assert standing_on(AN_AGREEMENT, (a_tick,), BEFORE) == (AgreementStatus.OPEN, None)
    assert standing_on(AN_AGREEMENT, (), BEFORE - timedelta(days=1)) is None


AN_AGREEMENT = AgreementView(
    id=new_id(),
    student_id=new_id(),
    student_name="Zoë",
    what="Belt",
    owner=AgreementOwner.STUDENT,
    due_on=TODAY,
    status=AgreementStatus.OPEN,
    closed_on=None,
    closed_reason="",
    made_on=BEFORE,
    version=1,
)
