"""Handing over: nothing changes before the receiver's yes, and nobody else gives it."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.handover import drafts, operations, overview
from lob_workbench.features.handover.report import handover_pdf
from lob_workbench.features.handover.rules import HandoverDraft, HandoverStatus
from lob_workbench.people.access import own_students
from lob_workbench.people.queries import get_student
from lob_workbench.people.queries_enrolment import history
from lob_workbench.people.records import Student
from lob_workbench.people.rules_enrolment import EnrolmentPart
from lob_workbench.storage.base import new_id
from lob_workbench.talks.queries_appointments import list_appointments
from lob_workbench.talks.rules import (
    AgreementText,
    ConversationDraft,
    NextTalk,
    TopicText,
)
from tests.helpers.stores import Store
from tests.output.reading import squeezed, texts

TODAY = date(2026, 11, 23)


@pytest.fixture
def colleague(store: Store) -> Actor:
    """Who is asked to take over."""
    return store.colleague(Role.COUNSELLOR)


@pytest.fixture
def student(store: Store) -> UUID:
    """The owner's student, with a talk, an agreement and a next talk."""
    student = store.student()
    draft = ConversationDraft(
        id=new_id(),
        student_id=student,
        held_on=TODAY - timedelta(days=7),
        summary="We spraken over je stage.",
        topics=(
            TopicText(CareerCompetence.QUALITIES, "Je hielp mee.", "Je blijft rustig.", ""),
            TopicText(CareerCompetence.STEERING, "", "", "Eerst een lijstje maken helpt."),
        ),
        agreements=(AgreementText("Mail sturen", due_on=TODAY + timedelta(days=3)),),
        next_talk=NextTalk(TODAY + timedelta(days=14), "09:20"),
    )
    with store.work() as work:
        talks.record(work, draft)
    return student


def propose(store: Store, student: UUID, to: Actor, words: str = "Let op de reis.") -> UUID:
    """The owner's proposal."""
    with store.work() as work:
        made = operations.propose(
            work, [HandoverDraft(student, words, "Ik wil graag door.")], to.staff_id
        )
    return made.ids[0]


def test_the_summary_is_made_of_what_is_on_record(store: Store, student: UUID) -> None:
    with store.work() as work:
        prepared = operations.prepare(work, student)
    for words in (
        "16 november 2026, loopbaanreflectiegesprek: We spraken over je stage.",
        "Mail sturen (uiterlijk 26 november 2026)",
        "Je blijft rustig.",
        "Eerst een lijstje maken helpt.",
    ):
        assert words in prepared.draft.summary
    assert prepared.saved_at is None


def test_a_student_without_a_talk_gets_an_invitation_to_fill_in(store: Store) -> None:
    fresh = store.student("0411002")
    with store.work() as work:
        summary = operations.prepare(work, fresh).draft.summary
    assert "nog geen gesprek vastgelegd" in summary
    assert "(vul aan: waar is deze student goed in?)" in summary


def test_what_was_typed_comes_back_and_can_be_thrown_away(store: Store, student: UUID) -> None:
    typed = HandoverDraft(student, "Half geschr\x00even \ud800", "Ja")
    with store.work() as work:
        operations.keep_draft(work, typed)
    with store.work() as work:
        prepared = operations.prepare(work, student)
    assert prepared.draft == typed == drafts.from_json(drafts.copy_of(typed).content)
    assert prepared.saved_at is not None
    with store.work() as work:
        operations.drop_draft(work, student)
    with store.work() as work:
        assert "We spraken" in operations.prepare(work, student).draft.summary


def test_until_the_yes_the_giver_stays_responsible(
    store: Store, student: UUID, colleague: Actor
) -> None:
    handover = propose(store, student, colleague)
    with store.work() as work:
        assert get_student(work, student).counsellor_id == store.owner.staff_id
        assert student not in {row.id for row in operations.choices(work)[0]}
        (row,) = operations.overview(work).outgoing
    assert row.status is HandoverStatus.PROPOSED
    with pytest.raises(NotFound), store.work(colleague) as work:
        get_student(work, student)
    with store.work(colleague) as work:
        assert operations.choices(work)[0] == ()
        (waiting,) = operations.overview(work).incoming
        assert waiting.student_name == "Zoë van 't Hart"
    with store.work(colleague) as work:
        view = operations.read(work, handover)
    assert (view.summary, view.addition) == ("Let op de reis.", "Ik wil graag door.")
    with store.work(colleague) as work:
        changes = operations.confirm(work, handover)
    assert changes.touches("student")
    with store.work(colleague) as work:
        assert get_student(work, student).counsellor_id == colleague.staff_id
        (planned,) = list_appointments(work, student_ids=[student], only_planned=True)
        assert planned.staff_id == colleague.staff_id
        (step,) = history(work, student, own_students(work))
    assert (step.part, step.before) == (EnrolmentPart.COUNSELLOR, store.owner.name)
    assert step.after == colleague.name
    with pytest.raises(NotFound), store.work() as work:
        get_student(work, student)
    with store.work(colleague) as work:
        assert talks.list_conversations(work, student)
    with store.work(colleague) as work:
        assert operations.overview(work).incoming == ()
    with pytest.raises(NotFound), store.work(colleague) as work:
        operations.confirm(work, handover)


def test_only_the_receiver_answers(store: Store, student: UUID, colleague: Actor) -> None:
    handover = propose(store, student, colleague)
    other = store.colleague(Role.COUNSELLOR)
    for actor in (store.owner, other):
        for call in (operations.read, operations.confirm):
            with pytest.raises(NotFound), store.work(actor) as work:
                call(work, handover)
        with pytest.raises(NotFound), store.work(actor) as work:
            operations.decline(work, handover, 1, "nee")
    with pytest.raises(NotFound), store.work(other) as work:
        operations.withdraw(work, handover, 1)


def test_a_no_has_a_reason_and_the_giver_hears_it(
    store: Store, student: UUID, colleague: Actor
) -> None:
    handover = propose(store, student, colleague)
    with pytest.raises(InputRefused), store.work(colleague) as work:
        operations.decline(work, handover, 1, "  ")
    with pytest.raises(StaleSave), store.work(colleague) as work:
        operations.decline(work, handover, 7, "Ik heb er al dertig.")
    with store.work(colleague) as work:
        operations.decline(work, handover, 1, "Ik heb er al dertig.")
    with store.work() as work:
        (group,) = overview.today(work).attention
        assert group.items[0].student_name == "Zoë van 't Hart"
        assert operations.overview(work).outgoing[0].status is HandoverStatus.DECLINED
        assert get_student(work, student).counsellor_id == store.owner.staff_id
    # And can be asked again, of somebody else.
    propose(store, student, store.colleague(Role.COUNSELLOR))


def test_taken_back_is_not_there_any_more(store: Store, student: UUID, colleague: Actor) -> None:
    handover = propose(store, student, colleague)
    with store.work(colleague) as work:
        (group,) = overview.today(work).attention
        assert group.heading_one == "1 student komt naar jou toe"
    with store.work() as work:
        assert overview.notices(work, student)[0].text == "overdracht voorgesteld"
    with pytest.raises(StaleSave), store.work() as work:
        operations.withdraw(work, handover, 9)
    with store.work() as work:
        operations.withdraw(work, handover, 1)
    with pytest.raises(NotFound), store.work(colleague) as work:
        operations.confirm(work, handover)
    with store.work() as work:
        assert overview.notices(work, student) == ()
    with store.work(colleague) as work:
        assert overview.today(work).attention == ()


def test_what_cannot_be_proposed(store: Store, student: UUID, colleague: Actor) -> None:
    leader = store.colleague(Role.TEAM_LEADER)
    with pytest.raises(InputRefused), store.work() as work:
        operations.propose(work, [HandoverDraft(student, "x")], leader.staff_id)
    with pytest.raises(InputRefused), store.work() as work:
        operations.propose(work, [HandoverDraft(student, " \n ")], colleague.staff_id)
    with pytest.raises(NotFound), store.work() as work:
        operations.propose(work, [HandoverDraft(new_id(), "x")], colleague.staff_id)
    propose(store, student, colleague)
    with pytest.raises(InputRefused), store.work() as work:
        operations.propose(work, [HandoverDraft(student, "x")], colleague.staff_id)
    second = store.student("0411002")
    with pytest.raises(InputRefused), store.work() as work:
        # All of them or none.
        operations.propose(
            work, [HandoverDraft(second, "x"), HandoverDraft(student, "x")], colleague.staff_id
        )
    with store.work() as work:
        assert len(operations.overview(work).outgoing) == 1


def test_a_student_who_went_elsewhere_meanwhile_stays_there(
    store: Store, student: UUID, colleague: Actor
) -> None:
    handover = propose(store, student, colleague)
    third = store.colleague(Role.COUNSELLOR)
    with store.unguarded() as work:
        if store.shared:
            # As at the very moment of the yes; otherwise the guard ends the proposal by itself.
            work.session.execute(sa.text("SET LOCAL session_replication_role = replica"))
        work.session.execute(
            sa.update(Student).where(Student.id == student).values(counsellor_id=third.staff_id)
        )
    with pytest.raises(StaleSave), store.work(colleague) as work:
        operations.confirm(work, handover)
    with store.work(third) as work:
        assert get_student(work, student).counsellor_id == third.staff_id


def test_on_a_laptop_the_owner_notes_the_yes(store: Store, student: UUID, colleague: Actor) -> None:
    handover = propose(store, student, colleague)
    if store.shared:
        with pytest.raises(NotAllowed), store.work() as work:
            operations.confirm_on_paper(work, handover)
        return
    desk = Actor(store.owner.staff_id, store.owner.name, store.owner.roles, own_desk=True)
    with store.work(desk) as work:
        assert operations.overview(work).answers_here
        operations.confirm_on_paper(work, handover)
    with store.work(colleague) as work:
        assert get_student(work, student).counsellor_id == colleague.staff_id


def test_the_paper_says_what_goes_along(store: Store, student: UUID) -> None:
    draft = HandoverDraft(student, "Let op <b>R&D</b>.", "Ik wil door.")
    with store.work() as work:
        wanted = operations.read_paper(work, draft, "Daan de Wit")
    words = squeezed(texts(handover_pdf(wanted))[0])
    for part in ("Overdracht", "Let op <b>R&D</b>.", "Ik wil door.", "Daan de Wit", "Neemt over"):
        assert squeezed(part) in words
    with store.work() as work:
        bare = operations.read_paper(work, HandoverDraft(student, "x"), "")
    assert "zelf wil meegeven" not in texts(handover_pdf(bare))[0]
