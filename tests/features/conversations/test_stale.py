"""Two at once: both versions are seen, field by field, and neither is lost."""

import threading
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.draft_copy import AwayFindings, DraftCopy, KeptCopy
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import drafts, operations
from lob_workbench.features.conversations import operations_compare as comparing
from lob_workbench.features.conversations.comparison import compared
from lob_workbench.features.conversations.operations_away import compare_copies
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import load_draft
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AskedQuestion,
    ConversationDraft,
    Desk,
    NextTalk,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.stores import Store

WORDS = st.text("abc <&é", min_size=1, max_size=8).map(lambda text: f"x{text}x")
DAYS = st.dates()
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(ConversationKind),
    "form": st.sampled_from(ConversationForm),
    "held_on": DAYS,
    "focus": WORDS,
    "questions": st.lists(st.builds(AskedQuestion, st.just("Q"), WORDS), max_size=3).map(tuple),
    "summary": WORDS,
    "topics": st.lists(
        st.builds(TopicText, st.sampled_from(CareerCompetence), WORDS, WORDS, WORDS),
        max_size=5,
        unique_by=lambda topic: topic.competence,
    ).map(lambda topics: tuple(sorted(topics, key=lambda topic: topic.competence))),
    "agreements": st.lists(
        st.builds(AgreementText, WORDS, st.sampled_from(AgreementOwner), DAYS), max_size=3
    ).map(tuple),
    "next_talk": st.builds(
        NextTalk, DAYS, st.sampled_from(["", "09:20"]), st.sampled_from(ConversationKind)
    ),
    "response": st.builds(StudentResponse, st.sampled_from(Verdict), WORDS),
    "reason": WORDS,
    "answers": st.lists(
        st.builds(
            ReturnedAnswer,
            st.just(UUID(int=1)),
            st.just(1),
            st.just(AgreementAnswer(AgreementStatus.DONE))
            | st.builds(AgreementAnswer, st.just(AgreementStatus.DROPPED), WORDS)
            | st.builds(AgreementAnswer, st.just(AgreementStatus.OPEN), st.just(""), DAYS),
            WORDS,
        ),
        max_size=3,
        unique_by=lambda given: given.what,
    ).map(lambda answers: tuple(sorted(answers, key=lambda given: given.what))),
}
STUDENT = new_id()
DRAFTS = st.fixed_dictionaries(FIELDS).map(
    lambda values: ConversationDraft(new_id(), STUDENT, **values)
)


def literally(_context: str, text: str) -> str:
    return text


def test_every_field_of_a_draft_is_compared() -> None:
    ids = {"id", "student_id", "corrects"}
    assert {field.name for field in fields(ConversationDraft)} - ids == set(FIELDS)


@given(DRAFTS, st.sampled_from(sorted(FIELDS)), st.data())
def test_a_field_that_differs_shows_as_one_that_differs(
    mine: ConversationDraft, name: str, data: st.DataObject
) -> None:
    theirs = replace(mine, **{name: data.draw(FIELDS[name])})
    pairs = compared(mine, theirs, literally)
    differing = [pair for pair in pairs if pair.differs]
    assert bool(differing) == (getattr(mine, name) != getattr(theirs, name))
    same = compared(mine, replace(mine, id=new_id(), corrects=new_id()), literally)
    assert not any(pair.differs for pair in same)


def test_a_correction_of_an_old_version_is_shown_beside_the_newest_and_recorded_after_it(
    store: Store,
) -> None:
    first = recorded(store, a_talk(store.student(), held_on=store.clock.today()))
    desk = Desk(new_id())
    with store.work() as work:
        mine = operations.prepare_correction(work, first.id).draft
        other = operations.prepare_correction(work, first.id).draft
    mine = replace(mine, summary="Zoals ik het zag.", reason="Mijn reden")
    second = recorded(store, replace(other, summary="Zoals zij het zag.", reason="Haar reden"))
    with store.work() as work:
        operations.keep_draft(work, mine, desk)
    with pytest.raises(StaleSave):
        recorded(store, mine)
    with store.work() as work:
        found = comparing.compare(work, mine)
    assert found is not None
    assert (found.newest, found.author, found.own) == (second, "Mirjam Bakker", True)
    differing = [pair for pair in compared(mine, found.theirs, literally) if pair.differs]
    assert [(pair.mine, pair.theirs) for pair in differing] == [
        ("Zoals ik het zag.", "Zoals zij het zag."),
        ("Mijn reden", "Haar reden"),
    ]
    with store.work() as work:
        ready = comparing.rebase(work, mine, second.id, desk)
    third = recorded(store, ready.draft)
    assert (third.summary, third.version_number) == ("Zoals ik het zag.", 3)
    # Agreements in the same words live on.
    assert third.agreements == first.agreements
    with store.work() as work:
        assert operations.read_conversation(work, second.id).summary == "Zoals zij het zag."
        assert operations.prepare_correction(work, first.id).draft_saved_at is None


def test_a_talk_recorded_at_another_desk_takes_mine_as_its_correction(store: Store) -> None:
    draft = a_talk(store.student())
    first = recorded(store, draft)
    mine = replace(draft, summary="Wat alleen hier staat.")
    with pytest.raises(StaleSave):
        recorded(store, mine)
    with store.work() as work:
        found = comparing.compare(work, mine)
        assert found is not None
        ready = comparing.rebase(work, mine, first.id, Desk(new_id()))
    assert found.newest == first
    second = recorded(store, replace(ready.draft, reason="Vergeten"))
    assert (second.talk_id, second.version_number) == (first.talk_id, 2)
    assert second.agreements == first.agreements
    with store.work() as work:
        # Recorded with the same words meanwhile: nothing stands in the way.
        assert comparing.compare(work, draft) is not None


def race(store: Store, *drafts: ConversationDraft) -> list[object]:
    """Record at the same moment, each in a transaction that has looked before any has written."""
    looked = threading.Barrier(len(drafts))
    answers: list[object] = []

    def go(draft: ConversationDraft) -> None:
        try:
            with store.work() as work:
                if store.shared:
                    once = [True]
                    write = work.flush_first

                    def wait_first(record: Any) -> None:
                        if once.pop() if once else False:
                            looked.wait(20)
                        write(record)

                    work.flush_first = wait_first  # type: ignore[method-assign]
                answers.append(operations.record(work, draft))
        except Exception as error:
            answers.append(error)

    threads = [threading.Thread(target=go, args=(draft,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


def outcomes(answers: list[object]) -> list[str]:
    return sorted(type(answer).__name__ for answer in answers)


def test_two_corrections_at_the_same_moment_are_one_record_and_one_stale_save(
    store: Store,
) -> None:
    first = recorded(store, a_talk(store.student()))
    with store.work() as work:
        draft = operations.prepare_correction(work, first.id).draft
    one = replace(draft, id=new_id(), reason="Een")
    other = replace(draft, id=new_id(), reason="Ander")
    assert outcomes(race(store, one, other)) == ["Recorded", "StaleSave"]


def test_one_draft_recorded_at_two_desks_at_the_same_moment_is_written_once(store: Store) -> None:
    draft = a_talk(store.student())
    answers = race(store, draft, replace(draft, summary="Iets anders."))
    assert outcomes(answers) == ["Recorded", "StaleSave"]


def kept(store: Store, draft: ConversationDraft, desk: Desk) -> Desk:
    store.clock.moment += timedelta(seconds=1)
    with store.work() as work:
        return replace(desk, saw=operations.keep_draft(work, draft, desk))


def test_a_draft_of_another_desk_is_not_overwritten_unseen(store: Store) -> None:
    here, there = Desk(new_id()), Desk(new_id())
    draft = a_talk(store.student())
    here = kept(store, draft, here)
    with pytest.raises(StaleSave):
        kept(store, replace(draft, summary="Van daar."), there)
    # What this desk stored itself, it may go on with, also when the answer never came.
    kept(store, replace(draft, summary="Verder."), Desk(here.id))
    mine = replace(draft, summary="Van daar.")
    with store.work() as work:
        found = comparing.set_aside(work, mine, there)
    assert found is not None
    assert found.newest is None
    assert found.theirs.summary == "Verder."
    with store.work() as work:
        ready = operations.prepare(work, draft.student_id)
        assert (ready.aside, ready.draft.summary) == (mine, "Verder.")
        comparing.choose_draft(work, mine, replace(there, saw=found.at))
    with store.work() as work:
        ready = operations.prepare(work, draft.student_id)
    assert (ready.aside, ready.draft) == (None, mine)


def test_a_draft_that_was_not_chosen_comes_back_unless_somebody_typed_on(store: Store) -> None:
    here = Desk(new_id())
    draft = a_talk(store.student())
    mine, theirs = replace(draft, summary="Van mij."), replace(draft, summary="Van daar.")
    seen = kept(store, theirs, Desk(new_id()))
    store.clock.moment += timedelta(seconds=1)
    with store.work() as work:
        chosen = comparing.choose_draft(work, mine, replace(here, saw=seen.saw))
    with store.work() as work:
        operations.put_back_draft(work, theirs, over=chosen)
    with store.work() as work:
        assert operations.prepare(work, draft.student_id).draft == theirs
    # The undo is still offered, and by now other words stand there than it was offered for.
    kept(store, replace(theirs, summary="Verder."), replace(here, saw=store.clock.now()))
    with pytest.raises(StaleSave), store.work() as work:
        operations.put_back_draft(work, mine, over=chosen)
    with store.work() as work:
        assert operations.prepare(work, draft.student_id).draft.summary == "Verder."


def test_recording_leaves_what_another_desk_stored_meanwhile(store: Store) -> None:
    draft = a_talk(store.student())
    kept(store, replace(draft, summary="Van daar."), Desk(new_id()))
    with store.work() as work:
        operations.record(work, draft, Desk(new_id()))
    with store.work() as work:
        assert operations.prepare(work, draft.student_id).draft.summary == "Van daar."


def test_who_closed_an_agreement_and_how_is_told(store: Store) -> None:
    view = recorded(store, a_talk(store.student()))
    agreement = view.agreements[0]
    with store.work() as work:
        operations.close_agreement(
            work, agreement.id, agreement.version, AgreementStatus.DROPPED, "Niet meer nodig"
        )
    with store.work() as work:
        now = comparing.agreement_now(work, agreement.id)
    assert (now.author, now.own) == ("Mirjam Bakker", True)
    assert now.view is not None
    assert now.view.closed_reason == "Niet meer nodig"


def test_what_is_thrown_away_comes_back_on_top_of_the_version_that_stands(store: Store) -> None:
    first = recorded(store, a_talk(store.student()))
    desk, other = Desk(new_id()), Desk(new_id())
    with store.work() as work:
        draft = operations.prepare_correction(work, first.id).draft
    mine = replace(draft, summary="Zoals ik het zag.", reason="Mijn reden")
    kept(store, mine, desk)
    newer = replace(draft, id=new_id(), reason="Haar reden")
    with store.work() as work:
        operations.record(work, newer, other)
        second = operations.read_conversation(work, newer.id)
    with store.work() as work:
        # Not seen by this desk, and with other words: it stays.
        comparing.give_up(work, replace(mine, summary="Iets anders."), other)
    with store.work() as work:
        assert operations.prepare_correction(work, first.id).draft == mine
        comparing.give_up(work, mine, desk)
    with store.work() as work:
        assert operations.prepare_correction(work, first.id).draft_saved_at is None
        comparing.take_up(work, mine, second.id, desk)
    with store.work() as work:
        ready = operations.prepare_correction(work, second.id).draft
    assert (ready.summary, ready.reason, ready.corrects) == (
        "Zoals ik het zag.",
        "Mijn reden",
        second.id,
    )


def test_a_draft_under_the_id_of_somebody_elses_talk_is_compared_with_nothing(
    store: Store,
) -> None:
    first = recorded(store, a_talk(store.student(), held_on=store.clock.today()))
    other = store.student("0411002")
    with pytest.raises(NotFound), store.work() as work:
        comparing.compare(work, replace(a_talk(other), id=first.id))
    with pytest.raises(NotFound), store.work() as work:
        comparing.rebase(work, a_talk(other), first.id, Desk(new_id()))


def test_what_stands_there_in_the_same_words_is_no_other_version(store: Store) -> None:
    draft = a_talk(store.student(), held_on=store.clock.today())
    first = recorded(store, draft)
    with store.work() as work:
        assert comparing.compare(work, draft) is None
        # Nor is anything set aside that says what stands there.
        assert comparing.set_aside(work, draft, Desk(new_id())) is None
        assert operations.prepare(work, draft.student_id).aside is None
        mine = operations.prepare_correction(work, first.id).draft
        assert comparing.compare(work, mine) is None


def test_mine_goes_on_top_of_the_newest_and_the_other_desks_draft_stays(store: Store) -> None:
    first = recorded(store, a_talk(store.student(), held_on=store.clock.today()))
    a, b, c = (Desk(new_id()) for _ in range(3))
    with store.work() as work:
        copied = operations.prepare_correction(work, first.id).draft
    mine = replace(copied, summary="Van mij", reason="Anders")
    theirs = replace(copied, summary="Van de andere plek", reason="Anders")
    kept(store, theirs, b)
    with store.work() as work:
        assert comparing.set_aside(work, mine, a) is not None
    newest = replace(copied, id=new_id(), summary="Nieuwer", reason="Aangevuld")
    with store.work() as work:
        operations.record(work, newest, c)
    with pytest.raises(StaleSave), store.work() as work:
        comparing.rebase(work, mine, first.id, a)
    with store.work() as work:
        moved = comparing.rebase(work, mine, newest.id, a).draft
    assert (moved.corrects, moved.summary) == (newest.id, "Van mij")
    with store.work() as work:
        assert load_draft(work, drafts.ASIDE, first.id) is None
        other = load_draft(work, drafts.SCREEN, first.id)
        assert other is not None
        assert drafts.from_json(other.content).summary == "Van de andere plek"
    with store.work() as work:
        # It stands there already: nothing moves.
        again = comparing.rebase(work, moved, newest.id, a).draft
    assert (again.corrects, again.summary) == (newest.id, "Van mij")


def test_copies_of_a_laptop_are_offered_only_when_the_school_lacks_their_words(
    store: Store,
) -> None:
    student, today = store.student(), store.clock.today()
    done = a_talk(student, held_on=today)
    recorded(store, done)
    changed = replace(done, summary="Verder getypt")
    with store.work() as work:
        operations.keep_draft(work, a_talk(student, summary="Op school"))
    with store.work() as work:
        stored = load_draft(work, drafts.SCREEN, student)
    assert stored is not None
    at_school = drafts.from_json(stored.content)
    new = a_talk(student, summary="Alleen op de laptop")
    copies = {
        name: KeptCopy(copy, store.clock.now())
        for name, copy in {
            "of another feature": DraftCopy("confidential", student, "{}"),
            "recorded": drafts.copy_of(done),
            "recorded and typed on": drafts.copy_of(changed),
            "at school": drafts.copy_of(at_school),
            "new": drafts.copy_of(new),
        }.items()
    }
    with store.work() as work:
        found = compare_copies(work, tuple(copies.values()))
    assert found.known == (copies["recorded"], copies["at school"])
    assert [offer.kept for offer in found.offers] == [
        copies["recorded and typed on"],
        copies["new"],
    ]


def test_copies_of_somebody_elses_student_are_left_where_they_are(store: Store) -> None:
    """Neither offered, which would name the student, nor called known, which would delete them."""
    copy = KeptCopy(drafts.copy_of(a_talk(store.student())), store.clock.now())
    with store.work() as work:
        assert len(compare_copies(work, (copy,)).offers) == 1
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        assert compare_copies(work, (copy,)) == AwayFindings()
