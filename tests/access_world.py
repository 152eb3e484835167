"""A filled store for ``tests/test_access``: what the owner wrote before the stranger came."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.credentials.keys import SigningKey
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.rights import Role
from lob_workbench.features.agenda import operations as agenda
from lob_workbench.features.arrivals.records import StudentArrival
from lob_workbench.features.badges import operations_trust as trust
from lob_workbench.features.badges.keeping import OpenKey
from lob_workbench.features.badges.rules import (
    BadgeView,
    IssueWish,
)
from lob_workbench.features.badges.rules_trust import TrustDraft
from lob_workbench.features.confidential import operations as confidential
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.operations_preparation import hand_in, keep_preparation
from lob_workbench.features.handover import operations as handover
from lob_workbench.features.handover.rules import HandoverDraft
from lob_workbench.features.holidays import operations as holidays
from lob_workbench.features.notes import operations as quick_notes
from lob_workbench.features.notes.rules import NoteDraft as QuickNote
from lob_workbench.features.notes.rules import NoteKind
from lob_workbench.features.parents_evening.operations import give_slots, save_evening
from lob_workbench.features.parents_evening.rules import EveningDraft
from lob_workbench.features.placements import operations as placements
from lob_workbench.features.placements.rules import GuardianDraft, PlacementDraft
from lob_workbench.features.planning.records import FreeSlot
from lob_workbench.features.trialogue import operations_forms as forms
from lob_workbench.features.trialogue.rules_forms import IssuedSheet
from lob_workbench.output.filled import FilledForm
from lob_workbench.people.records import StaffMember, Team
from lob_workbench.people.rules import PersonName
from lob_workbench.people.rules_placements import Relation
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules import (
    NextTalk,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_appointments import AppointmentDraft
from lob_workbench.talks.rules_preparations import (
    OWN_SUBJECT,
    PreparationDraft,
    PreparedAnswer,
)
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.features.life_skills.claims import (
    claimed,
    routed,
)
from tests.features.life_skills.stranger_goals import plant as plant_goal
from tests.features.questions.test_operations import added
from tests.helpers.badges import a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import Store


@dataclass(frozen=True)
class Badges:
    """What was issued to the owner's student, with which key, and a school that is trusted."""

    opened: OpenKey
    view: BadgeView
    wish: IssueWish
    trusted: UUID


@dataclass(frozen=True)
class World:
    """A filled store: the owner's student with a talk, agreements, a response and a draft."""

    store: Store
    student: UUID
    talk: UUID
    agreement: UUID
    mentor: UUID
    note: UUID
    reader: UUID
    grant: UUID
    appointment: UUID
    to_call_off: UUID
    called_off: UUID
    holiday: UUID
    window: UUID
    grouped: UUID
    """An appointment that was planned with a group."""
    form: IssuedSheet
    read_form: UUID
    form_talk: UUID
    taker: UUID
    """A counsellor who can take students over."""
    given: tuple[UUID, ...]
    """What the owner wants to hand over: ``student``, and two more."""
    second: UUID
    """Another student of the owner."""
    evening: UUID
    slots: tuple[UUID, ...]
    offered: tuple[UUID, ...]
    """What a colleague wants to hand over to the owner: one for each answer."""
    dossier_note: quick_notes.Note
    working_note: quick_notes.Note
    placement: UUID
    guardian: UUID
    question: UUID
    claim: UUID
    """A claim of the student on a life skill, with a file beside it."""
    evidence: UUID
    route: UUID
    badges: Badges


def build(store: Store) -> World:
    """What the owner wrote before the stranger came."""
    student = store.student(start_date=TODAY, email="zoe@voorbeeld.nl")
    view = recorded(
        store,
        a_talk(
            student,
            held_on=TODAY - timedelta(days=30),
            next_talk=NextTalk(TODAY),
            response=StudentResponse(Verdict.DIFFERS, "ZZGEHEIM"),
        ),
    )
    mentor = StaffMember(
        id=new_id(), name="Bakker, M.", list_name="Bakker, M.", updated_at=store.clock.now()
    )
    with store.work() as work:
        operations.keep_draft(work, a_talk(student, summary="ZZGEHEIM"))
        hand_in(work, prepared(student))
        keep_preparation(work, prepared(student))
        work.session.add(mentor)
    writer = store.colleague(Role.SECOND_LINE)
    store.grant(student, writer)
    with store.work(writer) as work:
        note = confidential.record(work, NoteDraft(new_id(), student, "ZZGEHEIM"))
    with store.unguarded() as work:
        # As one who came along with a workbook: the arrival keeps the student's id.
        team = Team(id=new_id(), name="Zorg")
        work.session.add(team)
        work.session.flush()
        work.session.add(
            StudentArrival(
                id=student, number="0411001", first_name="Zoë", infix="van 't", last_name="Hart",
                team_id=team.id, proposed_by=store.owner.staff_id, proposed_at=store.clock.now(),
                answered_by=None, answered_at=None, accepted=None,
            )
        )  # fmt: skip
    with store.unguarded() as work:
        window = FreeSlot(
            id=new_id(), staff_id=store.owner.staff_id, on=TODAY, starts_at="09:00", ends_at="10:00"
        )
        work.session.add(window)
        grouped = work.session.scalars(sa.select(Appointment.id)).one()
    new_talk = new_id()
    with store.work() as work:
        issued = forms.issue_form(work, student, new_talk, Party.COMPANY, TODAY)
        read = forms.issue_form(work, student, new_talk, Party.STUDENT, TODAY)
    with store.work() as work:
        forms.take_over(work, student, new_talk, Party.STUDENT, filled(read), 0)
    plant_goal(store, student)
    taker = store.colleague(Role.COUNSELLOR)
    second = store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    more = [store.student(f"041100{n}", PersonName("Seán", "", "Brouwer")) for n in (3, 4)]
    theirs = [store.student(f"041200{n}", counsellor_id=taker.staff_id) for n in range(3)]
    with store.work() as work:
        given = handover.propose(
            work, [HandoverDraft(one, "ZZGEHEIM") for one in (student, *more)], taker.staff_id
        )
    with store.work(taker) as work:
        offered = handover.propose(
            work, [HandoverDraft(one, "x") for one in theirs], store.owner.staff_id
        )
    with store.work() as work:
        save_evening(work, evening := EveningDraft(new_id(), "Ouderavond", TODAY))
        slots = give_slots(work, evening.id, [second])
        in_dossier = quick_notes.record(work, a_line(student, NoteKind.NOTICED)).note
        of_mine = quick_notes.record(work, a_line(student, NoteKind.WORKING)).note
        placements.save_placement(work, placement := a_placement(student))
        placements.save_guardian(work, guardian := a_parent(student))
    reader, other = store.colleague(Role.SECOND_LINE), store.colleague(Role.SECOND_LINE)
    return World(
        store,
        student,
        view.id,
        view.agreements[0].id,
        mentor.id,
        note.note_id,
        reader.staff_id,
        store.grant(student, other),
        *appointed(store, student),
        window.id,
        grouped,
        issued,
        read.form_id,
        new_talk,
        taker.staff_id,
        given.ids,
        second,
        evening.id,
        slots.made,
        offered.ids,
        in_dossier,
        of_mine,
        placement.id,
        guardian.id,
        added(store),
        *claimed(store, student),
        routed(store),
        badges_of(store, student),
    )


def badges_of(store: Store, student: UUID) -> Badges:
    """A badge for the first level of a skill."""
    learner = a_student(student)
    reach(store, learner)
    opened = a_key(store)
    (view,) = issued(store, opened, a_wish(learner))
    with store.work() as work:
        trust.trust(work, school := a_trusted_school())
    return Badges(opened, view, a_wish(learner), school.id)


def appointed(store: Store, student: UUID) -> tuple[UUID, UUID, UUID, UUID]:
    """Two talks planned a month from now, one that was called off; and a day without talks."""
    drafts = [an_appointment(student, at, 30) for at in ("13:00", "14:00", "15:00")]
    with store.work() as work:
        for draft in drafts:
            agenda.plan(work, draft)
        (holiday,) = holidays.add_holiday(work, "Studiedag", TODAY, TODAY).ids
    stands, going, off = (draft.id for draft in drafts)
    with store.work() as work:
        agenda.call_off(work, off, 1)
    return stands, going, off, holiday


def a_trusted_school() -> TrustDraft:
    """A school whose badges are to be believed."""
    return TrustDraft(new_id(), "Elders", "", SigningKey.new().public.text, "www.elders.nl")


def prepared(student: UUID) -> PreparationDraft:
    """Something that a student wrote."""
    return PreparationDraft(
        new_id(), student, (PreparedAnswer(OWN_SUBJECT, "Waarover?", "ZZGEHEIM"),)
    )


def filled(form: IssuedSheet) -> FilledForm:
    """A form as it came back."""
    values = {"lob_token": form.sheet.token, "answer_qualities": "ZZGEHEIM"}
    return FilledForm("formulier.pdf", b"%PDF-", values)


def a_line(student: UUID, kind: NoteKind = NoteKind.SPOKEN) -> QuickNote:
    """A note of one line."""
    return QuickNote(new_id(), student, kind, "ZZGEHEIM")


def a_placement(student: UUID) -> PlacementDraft:
    """A placement, each time at another company."""
    company = f"Bakkerij {new_id().hex[-6:]}"
    return PlacementDraft(new_id(), student, company, "Almere", "ZZGEHEIM", starts_on=TODAY)


def a_parent(student: UUID) -> GuardianDraft:
    """Somebody at home."""
    return GuardianDraft(new_id(), student, "ZZGEHEIM", Relation.PARENT)


def an_appointment(student: UUID, at: str = "09:20", days: int = 0) -> AppointmentDraft:
    """A talk with this student."""
    on = TODAY + timedelta(days=days)
    return AppointmentDraft(new_id(), student, ConversationKind.PROGRESS, on, at)
