"""Agreements of before come back in a trialogue too: each is answered, and written with it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.features.trialogue import drafts, operations
from lob_workbench.features.trialogue.operations_away import compare_copies
from lob_workbench.features.trialogue.rules import TrialogueDraft, is_untouched, without_typing
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks import queries, queries_agreements, writing
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AgreementView,
    ConversationDraft,
    ConversationView,
    Desk,
)
from lob_workbench.talks.rules_agreements import (
    AgreementAnswer,
    AnsweredMeanwhile,
    ReturnedAnswer,
    step_in,
)
from tests.features.trialogue.test_operations import kept, opened, read, recorded
from tests.helpers.stores import Store

TODAY = date(2026, 11, 23)
BEFORE = TODAY - timedelta(days=42)
NEW_DAY = TODAY + timedelta(days=35)
DONE = AgreementAnswer(AgreementStatus.DONE)
DROPPED = AgreementAnswer(AgreementStatus.DROPPED, "Niet meer nodig")
GOES_ON = AgreementAnswer(AgreementStatus.OPEN, due_on=NEW_DAY)


def agreed(store: Store, student: UUID, *words: str) -> tuple[AgreementView, ...]:
    """What was agreed six weeks ago."""
    talk = ConversationDraft(
        new_id(), student, held_on=BEFORE, summary="Toen.",
        agreements=tuple(
            AgreementText(what, AgreementOwner.STUDENT, BEFORE + timedelta(days=days))
            for days, what in enumerate(words, 20)
        ),
    )  # fmt: skip
    with store.work() as work:
        open_dossier(work, student)
        writing.write_talk(work, talk, talk.id, 1)
        writing.write_agreements(work, talk, talk.id, 1)
    return opened(store, student).returning


def tick(store: Store, view: AgreementView, answer: AgreementAnswer) -> None:
    """Answer in the list of agreements, outside any talk."""
    with store.work() as work:
        open_dossier(work, view.student_id)
        agreement = queries_agreements.find_agreement(work, view.id)
        writing.answer_agreement(work, agreement, answer)


def given(view: AgreementView, answer: AgreementAnswer) -> ReturnedAnswer:
    """The answer to an agreement as it was seen."""
    return ReturnedAnswer(view.id, view.version, answer, view.what)


def together(store: Store, student: UUID, *answers: ReturnedAnswer) -> TrialogueDraft:
    """A trialogue that can be recorded, but for what comes back."""
    return replace(opened(store, student).draft, together="Samen.", answers=answers)


def talks(store: Store, student: UUID) -> list[str]:
    """What was recorded, by its summary."""
    with store.work() as work:
        open_dossier(work, student)
        return [row.summary for row in queries.list_conversations(work, student_id=student)]


def test_it_is_not_recorded_while_an_agreement_has_no_answer(store: Store) -> None:
    student = store.student()
    first, second = agreed(store, student, "Vraagt feedback", "Belt de stage")
    draft = together(store, student, given(first, DONE))
    with pytest.raises(InputRefused, match="Nog 1 afspraak van de vorige keer"):
        recorded(store, draft)
    # Nothing at all of it was written.
    assert talks(store, student) == ["Toen."]
    assert {view.status for view in opened(store, student).returning} == {AgreementStatus.OPEN}
    # One that was held before they were made asks nothing.
    recorded(store, replace(draft, answers=(), held_on=BEFORE))
    assert [view.id for view in opened(store, student).returning] == [first.id, second.id]


def test_each_answer_is_a_step_of_the_trialogue_and_twice_writes_once(store: Store) -> None:
    student = store.student()
    views = agreed(store, student, "Vraagt feedback", "Belt de stage", "Leest de gids")
    answers = [given(*pair) for pair in zip(views, (DONE, GOES_ON, DROPPED), strict=True)]
    draft = together(store, student, *answers)
    view = recorded(store, draft)
    assert _became(view) == [
        ("Vraagt feedback", AgreementStatus.DONE, ""),
        ("Belt de stage", AgreementStatus.OPEN, ""),
        ("Leest de gids", AgreementStatus.DROPPED, "Niet meer nodig"),
    ]
    assert recorded(store, draft) == view
    assert all(len(one.steps) == 1 for one in view.returned)
    other = replace(draft, answers=(given(views[0], DROPPED), *answers[1:]))
    with pytest.raises(StaleSave):
        recorded(store, other)
    # The next one asks again for what goes on, and for nothing else.
    (still,) = opened(store, student).returning
    assert (still.what, still.due_on) == ("Belt de stage", NEW_DAY)


def _became(view: ConversationView) -> list[tuple[str, AgreementStatus, str]]:
    steps = [(one.what, step_in(one.steps, view.talk_id)) for one in view.returned]
    return [(what, step.status, step.reason) for what, step in steps if step is not None]


def test_another_answer_meanwhile_is_refused_and_shown_beside_mine(store: Store) -> None:
    student = store.student()
    (view,) = agreed(store, student, "Vraagt feedback")
    draft = together(store, student, given(view, DROPPED))
    kept(store, draft)
    tick(store, view, DONE)
    with pytest.raises(AnsweredMeanwhile):
        recorded(store, draft)
    assert talks(store, student) == ["Toen."]
    there = opened(store, student)
    # Mine stands in the draft, theirs among what comes back.
    assert there.draft == draft
    (now,) = there.returning
    assert now.status is AgreementStatus.DONE
    insisted = recorded(store, replace(draft, answers=(given(now, DROPPED),)))
    assert [step.status for step in insisted.returned[0].steps] == ["done", "dropped"]


def test_the_same_answer_meanwhile_is_no_quarrel(store: Store) -> None:
    student = store.student()
    (view,) = agreed(store, student, "Vraagt feedback")
    draft = together(store, student, given(view, DONE))
    tick(store, view, DONE)
    assert recorded(store, draft).returned == ()


def test_the_agreement_of_another_student_cannot_be_answered(store: Store) -> None:
    (view,) = agreed(store, store.student(), "Vraagt feedback")
    other = store.student("0411002", PersonName("Seán", "", "O'Connor"))
    with pytest.raises(NotFound):
        recorded(store, together(store, other, given(view, DONE)))
    assert talks(store, other) == []


def test_answers_are_kept_with_the_draft_and_are_typing(store: Store) -> None:
    student = store.student()
    views = agreed(store, student, "Vraagt feedback", "Belt de stage")
    draft = replace(
        opened(store, student).draft,
        answers=(given(views[0], DROPPED), given(views[1], GOES_ON)),
    )
    half = replace(draft.answers[0], answer=AgreementAnswer(AgreementStatus.DROPPED, "\x00\ud800"))
    kept(store, replace(draft, answers=(half,)))
    assert opened(store, student).draft.answers == (half,)
    kept(store, draft)
    assert opened(store, student).draft == draft
    assert not is_untouched(draft)
    assert is_untouched(without_typing(draft))
    with pytest.raises(StaleSave):
        kept(store, replace(draft, answers=()), Desk(new_id()))


def test_a_draft_of_before_loads_and_copies_hold_the_answers(store: Store) -> None:
    student = store.student()
    (view,) = agreed(store, student, "Vraagt feedback")
    draft = replace(opened(store, student).draft, answers=(given(view, DONE),))
    old = json.loads(drafts.to_json(draft))
    del old["answers"]
    assert drafts.from_json(json.dumps(old)) == replace(draft, answers=())
    copy = drafts.copy_of(draft)
    assert drafts.from_json(copy.content) == draft
    with store.work() as work:
        found = compare_copies(work, [KeptCopy(copy, store.clock.now())])
    assert len(found.offers) == 1
    kept(store, draft)
    with store.work() as work:
        assert compare_copies(work, [KeptCopy(copy, store.clock.now())]).offers == ()


def test_a_day_that_passed_since_does_not_make_the_recorded_talk_another_one(store: Store) -> None:
    student = store.student()
    (view,) = agreed(store, student, "Vraagt feedback")
    soon = AgreementAnswer(AgreementStatus.OPEN, due_on=TODAY)
    draft = together(store, student, given(view, soon))
    recorded(store, draft)
    store.clock.moment += timedelta(days=3)
    with store.work() as work:
        assert operations.record_together(work, draft).conversation_id == draft.id
    assert read(store, draft).returned[0].due_on == TODAY
