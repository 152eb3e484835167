"""Planning, moving and calling off, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from threading import Thread
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.agenda import operations, operations_rooms
from lob_workbench.features.agenda.rules import AgendaView, Caution, Planned, week_of
from lob_workbench.people.records import Student
from lob_workbench.people.records_placements import Company, Placement
from lob_workbench.people.rules import GrantKind, PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_appointments import Appointment, SchoolHoliday
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentStatus,
    AppointmentView,
)
from tests.helpers.stores import Store

TUESDAY = date(2026, 11, 24)


def a_draft(
    student: UUID, at: str = "09:20", on: date = TUESDAY, **values: object
) -> AppointmentDraft:
    """A talk of a quarter of an hour, tomorrow."""
    return AppointmentDraft(new_id(), student, ConversationKind.PROGRESS, on, at, **values)  # type: ignore[arg-type]


def plan(store: Store, draft: AppointmentDraft, actor: Actor | None = None) -> Planned:
    """Plan it, whatever asks caution."""
    with store.work(actor) as work:
        first = operations.plan(work, draft)
    if first.done:
        return first
    with store.work(actor) as work:
        planned = operations.plan(work, draft, frozenset(first.cautions))
    assert planned.done
    return replace(planned, cautions=first.cautions)


def agenda(store: Store, actor: Actor | None = None, day: date = TUESDAY) -> AgendaView:
    """The week."""
    with store.work(actor) as work:
        return operations.read_agenda(work, *week_of(day))


def the_one(store: Store, actor: Actor | None = None) -> AppointmentView:
    """The only appointment of the week."""
    (view,) = agenda(store, actor).appointments
    return view


def a_room(store: Store, name: str = "Kamer 1", *, private: bool = True) -> UUID:
    """A place to talk."""
    key = new_id()
    with store.work() as work:
        operations_rooms.save_room(work, key, name, private)
    return key


def another(store: Store, number: str = "0411002") -> UUID:
    """A second student."""
    return store.student(number, PersonName("Oğuz", "", "Çelik"))


def kinds(planned: Planned) -> list[Caution]:
    """What was pointed out."""
    return [item.kind for item in planned.cautions]


def test_a_planned_talk_stands_in_the_agenda_with_all_that_was_said_of_it(store: Store) -> None:
    student, room = store.student(), a_room(store)
    draft = a_draft(student, room_id=room, subject=" Over\tde stage ", sensitive=True, minutes=25)
    assert plan(store, draft).cautions == ()
    view = the_one(store)
    assert (view.id, view.on, view.at, view.minutes) == (draft.id, TUESDAY, "09:20", 25)
    assert (view.student_name, view.subject, view.sensitive) == (
        "Zoë van 't Hart",
        "Over de stage",
        True,
    )
    assert view.room is not None
    assert (view.room.name, view.room.private, view.wants_a_door) == ("Kamer 1", True, False)
    assert (view.status, view.sequence) == (AppointmentStatus.PLANNED, 0)


def test_each_change_counts_as_one_and_a_stale_one_is_refused(store: Store) -> None:
    student = store.student()
    draft = a_draft(student)
    plan(store, draft)
    first = the_one(store)
    later = replace(draft, at="10:15", on=TUESDAY + timedelta(days=1), kind=ConversationKind.START)
    with store.work() as work:
        assert operations.change(work, later, first.version).done
    view = the_one(store)
    assert (view.at, view.on, view.kind, view.sequence) == (
        "10:15", TUESDAY + timedelta(days=1), ConversationKind.START, 1,
    )  # fmt: skip
    with pytest.raises(StaleSave), store.work() as work:
        operations.change(work, draft, first.version)
    with pytest.raises(StaleSave), store.work() as work:
        operations.call_off(work, draft.id, first.version)
    assert the_one(store) == view


def test_calling_off_can_be_undone_until_the_time_is_given_away(store: Store) -> None:
    student = store.student()
    draft = a_draft(student)
    plan(store, draft)
    with store.work() as work:
        operations.call_off(work, draft.id, the_one(store).version)
    off = the_one(store)
    assert (off.status, off.sequence) == (AppointmentStatus.CANCELLED, 1)
    for refused in (
        lambda work: operations.call_off(work, draft.id, off.version),
        lambda work: operations.change(work, draft, off.version),
    ):
        with pytest.raises(InputRefused, match="al vastgelegd of afgezegd"), store.work() as work:
            refused(work)
    with store.work() as work:
        operations.plan_again(work, draft.id)
    again = the_one(store)
    assert (again.status, again.sequence) == (AppointmentStatus.PLANNED, 2)
    with pytest.raises(InputRefused, match="niet afgezegd"), store.work() as work:
        operations.plan_again(work, draft.id)
    with store.work() as work:
        operations.call_off(work, draft.id, again.version)
    plan(store, a_draft(student))
    busy = "Zoë van 't Hart heeft om 09:20 al een gesprek"
    with pytest.raises(InputRefused, match=busy), store.work() as work:
        operations.plan_again(work, draft.id)


def test_a_student_is_in_one_place_at_a_time(store: Store) -> None:
    student = store.student()
    plan(store, a_draft(student, minutes=20))
    for at in ("09:05", "09:20", "09:39"):
        with (
            pytest.raises(InputRefused, match="heeft om 09:20 al een gesprek"),
            store.work() as work,
        ):
            operations.plan(work, a_draft(student, at, minutes=16))
    for at in ("09:04", "09:40", ""):
        plan(store, a_draft(student, at, minutes=16))


def test_a_room_holds_one_talk_also_of_a_colleague_whose_student_one_may_not_see(
    store: Store,
) -> None:
    room, student = a_room(store), store.student()
    colleague = store.colleague(Role.COUNSELLOR)
    other = store.student("0411009", counsellor_id=colleague.staff_id)
    plan(store, a_draft(other, room_id=room, minutes=30), colleague)
    assert agenda(store).appointments == ()
    taken = "Kamer 1 is om 09:20 al van Daan de Wit"
    with pytest.raises(InputRefused, match=taken) as refused, store.work() as work:
        operations.plan(work, a_draft(student, "09:30", room_id=room))
    assert "Hart" not in str(refused.value)
    plan(store, a_draft(student, "09:50", room_id=room))
    with store.work(colleague) as work:
        operations.call_off(work, the_one(store, colleague).id, the_one(store, colleague).version)
    plan(store, a_draft(another(store), "09:30", room_id=room))


def test_ones_own_overlap_is_pointed_out_and_planned_when_seen(store: Store) -> None:
    plan(store, a_draft(store.student()))
    draft = a_draft(another(store), "09:30")
    with store.work() as work:
        first = operations.plan(work, draft)
    assert not first.done
    assert [(item.kind, item.about) for item in first.cautions] == [
        (Caution.SELF_BUSY, "09:20 Zoë van 't Hart")
    ]
    assert len(agenda(store).appointments) == 1
    plan(store, draft)
    assert len(agenda(store).appointments) == 2


def test_cautions_of_the_place_and_the_day(store: Store) -> None:
    student, square = store.student(), a_room(store, "Studieplein", private=False)
    with store.work() as work:
        work.session.add(
            SchoolHoliday(
                id=new_id(), name="Kerstvakantie", uid="",
                first_on=date(2026, 12, 19), last_on=date(2027, 1, 3),
            )
        )  # fmt: skip
    open_space = plan(store, a_draft(student, room_id=square, sensitive=True))
    assert kinds(open_space) == [Caution.OPEN_SPACE]
    assert open_space.cautions[0].about == "Studieplein"
    assert the_one(store).wants_a_door
    assert kinds(plan(store, a_draft(student, on=date(2026, 12, 19)))) == [Caution.HOLIDAY]
    assert kinds(plan(store, a_draft(student, on=date(2026, 11, 28)))) == [Caution.WEEKEND]
    assert kinds(plan(store, a_draft(student, on=date(2026, 11, 20)))) == [Caution.PAST]
    christmas = agenda(store, day=date(2027, 1, 1)).holidays
    assert [item.name for item in christmas] == ["Kerstvakantie"]
    assert agenda(store).holidays == ()


def test_changing_points_out_too_and_keeps_the_student(store: Store) -> None:
    student = store.student()
    draft = a_draft(student)
    plan(store, draft)
    view = the_one(store)
    sunday = replace(draft, student_id=another(store), on=date(2026, 11, 29))
    with store.work() as work:
        told = operations.change(work, sunday, view.version)
    assert (told.done, kinds(told)) == (False, [Caution.WEEKEND])
    with store.work() as work:
        operations.change(work, sunday, view.version, frozenset(told.cautions))
    assert the_one(store).student_id == student


@pytest.mark.parametrize(
    ("values", "words"),
    [({"at": "24:10"}, "de tijd"), ({"at": "nu"}, "de tijd"), ({"minutes": 999}, "240 minuten")],
)
def test_a_time_that_is_none_is_refused(
    store: Store, values: dict[str, object], words: str
) -> None:
    with pytest.raises(InputRefused, match=words), store.work() as work:
        operations.plan(work, replace(a_draft(store.student()), **values))  # type: ignore[arg-type]


def test_a_room_that_is_gone_and_a_student_of_another(store: Store) -> None:
    student = store.student()
    with pytest.raises(NotFound), store.work() as work:
        operations.plan(work, a_draft(student, room_id=new_id()))
    colleague = store.colleague(Role.COUNSELLOR)
    with pytest.raises(NotFound), store.work(colleague) as work:
        operations.plan(work, a_draft(student))
    plan(store, a_draft(student))
    if store.shared:
        store.grant(student, colleague, GrantKind.ASKED_IN, TUESDAY)
    # Who reads along does not plan: it is not in that agenda.
    assert agenda(store, colleague).appointments == ()


def test_after_a_handover_the_new_counsellor_has_it_in_the_agenda(store: Store) -> None:
    student = store.student()
    draft = a_draft(student)
    plan(store, draft)
    colleague = store.colleague(Role.COUNSELLOR)
    with store.unguarded() as work:
        work.session.execute(
            sa.update(Student).where(Student.id == student).values(
                counsellor_id=colleague.staff_id, version=Student.version + 1
            )
        )  # fmt: skip
    assert agenda(store).appointments == ()
    view = the_one(store, colleague)
    with store.work(colleague) as work:
        operations.change(work, replace(draft, at="11:00"), view.version)
    assert the_one(store, colleague).at == "11:00"


def test_a_trialogue_is_with_the_company_of_that_day(store: Store) -> None:
    student, company, placement = store.student(), new_id(), new_id()
    with store.work() as work:
        work.session.add(
            Company(
                id=company,
                name="Kinderdagverblijf De Wolk",
                place="Ede",
                updated_at=store.clock.now(),
            )
        )
        work.session.flush()
        work.session.add(
            Placement(
                id=placement, student_id=student, company_id=company, trainer="Ans Smit",
                trainer_email="", trainer_phone="", starts_on=date(2026, 9, 1), ends_on=None,
                updated_at=store.clock.now(),
            )
        )  # fmt: skip
    draft = a_draft(student, form=ConversationForm.TRIALOGUE)
    plan(store, draft)
    assert the_one(store).placement_id == placement
    plan(store, a_draft(student, "11:00", date(2026, 8, 3), form=ConversationForm.TRIALOGUE))
    assert agenda(store, day=date(2026, 8, 3)).appointments[0].placement_id is None


def test_the_form_offers_own_students_and_all_rooms(store: Store) -> None:
    student, room = store.student(), a_room(store)
    colleague = store.colleague(Role.COUNSELLOR)
    store.student("0411009", counsellor_id=colleague.staff_id)
    with store.work() as work:
        choices = operations.read_choices(work)
    assert [item.id for item in choices.students] == [student]
    assert [item.id for item in choices.rooms] == [room]


def test_rooms_have_one_name_each_and_can_be_changed(store: Store) -> None:
    room = a_room(store, "Kamer 1")
    with pytest.raises(InputRefused, match="al een ruimte"), store.work() as work:
        operations_rooms.save_room(work, new_id(), " kamer  1", False)
    with pytest.raises(InputRefused, match="een naam"), store.work() as work:
        operations_rooms.save_room(work, new_id(), " \x00", False)
    with store.work() as work:
        operations_rooms.save_room(work, room, "Kamer 1b", False, 1)
        operations_rooms.list_rooms(work)
    with pytest.raises(StaleSave), store.work() as work:
        operations_rooms.save_room(work, room, "Kamer 2", True, 1)
    with pytest.raises(NotFound), store.work() as work:
        operations_rooms.save_room(work, new_id(), "Kamer 3", True, 1)
    with store.work() as work:
        (view,) = operations_rooms.list_rooms(work)
    assert (view.name, view.private, view.version) == ("Kamer 1b", False, 2)


def test_what_goes_into_an_invitation_holds_no_word_of_the_dossier(store: Store) -> None:
    student = store.student(email="zoe@school.example")
    draft = a_draft(student, subject="ZZGEHEIM", room_id=a_room(store))
    plan(store, draft)
    care = replace(a_draft(student, "11:00"), kind=ConversationKind.SECOND_LINE)
    plan(store, care)
    with store.work() as work:
        operations.call_off(work, care.id, 1)
    with store.work() as work:
        first, second = operations.invite(work, [care.id, draft.id])
    assert "ZZGEHEIM" not in repr((first, second))
    assert (first.email, first.organizer, first.place) == (
        "zoe@school.example", "Mirjam Bakker", "Kamer 1",
    )  # fmt: skip
    assert (first.private, first.called_off, first.sequence) == (False, False, 0)
    assert (second.private, second.called_off, second.sequence, second.place) == (True, True, 1, "")
    with pytest.raises(NotFound), store.work(store.colleague(Role.COUNSELLOR)) as work:
        operations.invite(work, [draft.id])


def test_two_counsellors_at_once_do_not_both_get_the_room(server_store: Store) -> None:
    room = a_room(server_store)
    colleague = server_store.colleague(Role.COUNSELLOR)
    own = server_store.student()
    other = server_store.student("0411009", counsellor_id=colleague.staff_id)
    refused: list[str] = []

    def second() -> None:
        try:
            with server_store.work(colleague) as work:
                operations.plan(work, a_draft(other, room_id=room))
        except InputRefused as error:
            refused.append(str(error))

    at_once = Thread(target=second)
    with server_store.work() as work:
        operations.plan(work, a_draft(own, room_id=room))
        at_once.start()
        # Waits for us, and finds what was not committed yet when it asked.
        at_once.join(0.3)
        assert at_once.is_alive()
    at_once.join(20)
    assert refused == ["Kamer 1 is om 09:20 al van Mirjam Bakker. Kies een andere ruimte of tijd."]
    with server_store.unguarded() as work:
        assert work.session.scalar(sa.select(sa.func.count()).select_from(Appointment)) == 1


def test_who_is_no_counsellor_is_told_nothing_of_a_room(server_store: Store) -> None:
    room = a_room(server_store)
    plan(server_store, a_draft(server_store.student(), room_id=room))
    leader = server_store.colleague(Role.TEAM_LEADER)
    with server_store.work(leader) as work:
        query = sa.text("SELECT * FROM lob.room_uses(:room, :day, :day)")
        assert work.session.execute(query, {"room": room, "day": TUESDAY}).all() == []
