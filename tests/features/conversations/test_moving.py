"""Talks and drafts that come along with a workbook to a school."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.moving import move
from lob_workbench.people.records import Student
from lob_workbench.talks.rules import AgreementStatus, AgreementView, StudentResponse, Verdict
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer
from tests.features.conversations.test_operations import TODAY, a_talk, answered, recorded
from tests.helpers.stores import Store

BEFORE = TODAY - timedelta(days=42)
GOES_ON = AgreementAnswer(AgreementStatus.OPEN, due_on=TODAY + timedelta(days=35))


@pytest.fixture
def both(embedded_store: Store, server_store: Store) -> tuple[Store, Store, MovingStudent]:
    """A workbook and a school that know the same student."""
    here, there = embedded_store.student(), server_store.student()
    return embedded_store, server_store, MovingStudent(here, there, "Zoë van 't Hart")


def bring(both: tuple[Store, Store, MovingStudent]) -> MoveReport:
    """Move, as the product does."""
    here, there, student = both
    return move(here.work, there.work, student)


def agreements(store: Store, student: UUID) -> tuple[AgreementView, ...]:
    """What was agreed with the student and stands."""
    with store.work() as work:
        return operations.list_agreements(work, student)


def in_caseload_of(store: Store, student: UUID, counsellor: Actor) -> None:
    """Give the student another counsellor."""
    with store.unguarded() as work:
        work.session.get_one(Student, student).counsellor_id = counsellor.staff_id


def test_an_agreement_taken_out_after_a_first_move_is_taken_out_at_school_too(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    said = StudentResponse(Verdict.DIFFERS, "Het was anders.")
    first = recorded(here, a_talk(student.here, response=said))
    bring(both)
    assert len(agreements(there, student.there)) == 2
    with here.work() as work:
        draft = operations.prepare_correction(work, first.id).draft
    second = recorded(here, replace(draft, agreements=draft.agreements[:1], reason="Vergist."))
    report = bring(both)
    assert report.count(Outcome.CAME, MovedKind.TALK) == 1
    (stands,) = agreements(there, student.there)
    assert stands.what == draft.agreements[0].what
    with there.work() as work:
        # The version of before still tells that it was agreed then.
        before = operations.read_conversation(work, first.id)
        assert (len(before.agreements), before.response) == (2, first.response)
        assert len(operations.read_conversation(work, second.id).agreements) == 1
    assert bring(both).count(Outcome.CAME) == 0


def test_a_draft_comes_along_with_its_answers_and_is_recorded_at_school(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    view = recorded(here, a_talk(student.here, held_on=BEFORE))
    made = view.agreements[0]
    with here.work() as work:
        # Counted here, and not there, where it comes along as it stands.
        operations.close_agreement(work, made.id, made.version, AgreementStatus.DONE)
    with here.work() as work:
        operations.close_agreement(work, made.id, made.version + 1, AgreementStatus.OPEN)
    draft = answered(here, a_talk(student.here, agreements=(), summary="Nog niet af"))
    with here.work() as work:
        operations.keep_draft(work, draft)
    assert bring(both).count(Outcome.CAME, MovedKind.DRAFT) == 1
    with there.work() as work:
        came = operations.prepare(work, student.there).draft
    assert (came.id, came.summary, came.student_id) == (draft.id, "Nog niet af", student.there)
    counts = {one.agreement_id: one.version for one in draft.answers}
    assert counts[made.id] != {one.agreement_id: one.version for one in came.answers}[made.id]
    assert [one.answer for one in came.answers] == [one.answer for one in draft.answers]
    returned = recorded(there, came).returned
    assert {one.status for one in returned} == {AgreementStatus.DONE}


def test_an_answer_to_an_agreement_that_stayed_behind_does_not_come(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    colleague = here.colleague(Role.COUNSELLOR)
    in_caseload_of(here, student.here, colleague)
    talk = a_talk(student.here, held_on=BEFORE)
    with here.work(colleague) as work:
        operations.record(work, talk)
    in_caseload_of(here, student.here, here.owner)
    with here.work() as work:
        view = operations.read_conversation(work, talk.id)
    answers = tuple(
        ReturnedAnswer(one.id, one.version, GOES_ON, one.what) for one in view.agreements
    )
    with here.work() as work:
        operations.keep_draft(work, a_talk(student.here, agreements=(), answers=answers))
    report = bring(both)
    assert report.count(Outcome.STAYED, MovedKind.TALK) == 1
    assert report.count(Outcome.CAME, MovedKind.DRAFT) == 1
    with there.work() as work:
        assert operations.prepare(work, student.there).draft.answers == ()
