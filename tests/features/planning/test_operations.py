"""Norms, the list of who is behind and planning a group, on both engines."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from threading import Thread
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import KIND_LABELS, ConversationForm, ConversationKind
from lob_workbench.domain.contributions import Signal, SignalKind, Target
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.domain.rights import Role
from lob_workbench.features.agenda import operations as agenda
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.planning import operations, operations_group, overview
from lob_workbench.features.planning.operations_group import GroupWish
from lob_workbench.features.planning.rules_norms import Budget, Norm, Per
from lob_workbench.features.planning.rules_slots import Placed, Reason, Repeat, Span, WindowWish
from lob_workbench.people.preferences import change_preferences
from lob_workbench.people.queries import list_named
from lob_workbench.people.records import Programme, Student, StudentGroup
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_appointments import Appointment, Room, SchoolHoliday
from lob_workbench.talks.rules_appointments import AppointmentDraft, AppointmentStatus
from lob_workbench.talks.writing_appointments import plan
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.helpers.stores import Store

REFLECTION, PROGRESS = ConversationKind.CAREER_REFLECTION, ConversationKind.PROGRESS
DAY = timedelta(days=1)
TOMORROW = TODAY + DAY


def first_years(store: Store, count: int, **fields: object) -> list[UUID]:
    """So many students in the owner's caseload."""
    return [
        store.student(
            f"041{number:04}", PersonName("An", "", f"Bos{number:03}"), study_year=1, **fields
        )
        for number in range(count)
    ]


def held(store: Store, student: UUID, on: date, kind: ConversationKind = PROGRESS) -> None:
    """A talk that was recorded."""
    recorded(store, a_talk(student, kind=kind, held_on=on, next_talk=None, agreements=()))


def free(store: Store, *wishes: WindowWish, actor: Actor | None = None) -> None:
    """Keep time free."""
    for wish in wishes:
        with store.work(actor) as work:
            operations_group.add_windows(work, wish)


def morning(ends: str = "10:00", on: date = TOMORROW) -> WindowWish:
    """From nine o'clock."""
    return WindowWish(on, "09:00", ends)


def planned(store: Store) -> list[tuple[date, str, UUID]]:
    """The appointments that stand."""
    with store.unguarded() as work:
        rows = work.session.scalars(
            sa.select(Appointment).where(Appointment.status == AppointmentStatus.PLANNED)
        ).all()
    return sorted((row.on, row.at, row.student_id) for row in rows)


def a_room(store: Store) -> UUID:
    """A room with a door."""
    with store.unguarded() as work:
        room = Room(id=new_id(), name="B1", private=True, updated_at=store.clock.now())
        work.session.add(room)
    return room.id


def plan_one(
    store: Store,
    student: UUID,
    at: str,
    room: UUID | None = None,
    kind: ConversationKind = ConversationKind.PARENTS,
    actor: Actor | None = None,
    on: date = TOMORROW,
) -> None:
    """An appointment of twenty minutes."""
    with store.work(actor) as work:
        plan(work, AppointmentDraft(new_id(), student, kind, on, at, 20, room_id=room))


# The list


def test_the_list_tells_who_is_behind_on_any_day(store: Store) -> None:
    behind, fine = first_years(store, 2)
    for on in (date(2026, 9, 1), date(2026, 10, 1)):
        held(store, fine, on)
    with store.work() as work:
        found = operations.overdue(work, TODAY)
    assert [row.person.id for row in found.rows] == [behind, fine]
    # Without holidays in the calendar two blocks are over.
    assert [row.overdue for row in found.rows] == [2, 0]
    assert found.rows[0].since == date(2026, 9, 21)
    assert found.behind == 1
    assert [(total.kind, total.needed, total.held) for total in found.totals] == [
        (PROGRESS, 14, 2),
        (REFLECTION, 4, 0),
    ]
    with store.work() as work:
        early = operations.overdue(work, date(2026, 9, 20))
        late = operations.overdue(work, date(2027, 7, 1))
    assert early.behind == 0
    assert [row.of(PROGRESS).held for row in early.rows] == [0, 1]  # type: ignore[union-attr]
    assert late.behind == 2
    with store.work() as work, pytest.raises(InputRefused):
        operations.overdue(work, date(1, 1, 1))


def test_holidays_of_the_school_move_the_days(store: Store) -> None:
    first_years(store, 1)
    with store.unguarded() as work:
        work.session.add(
            SchoolHoliday(
                id=new_id(), name="zomer", first_on=date(2026, 7, 11),
                last_on=date(2026, 8, 30), uid="",
            )
        )  # fmt: skip
    with store.work() as work:
        (row,) = operations.overdue(work, TODAY).rows
    assert row.since == date(2026, 10, 5)


def test_the_list_is_filtered_and_hours_are_those_of_the_appointment(store: Store) -> None:
    group, programme = StudentGroup(id=new_id(), name="PW1A"), Programme(id=new_id(), name="PW")
    with store.unguarded() as work:
        work.session.add_all([group, programme])
    one = store.student("1", study_year=1, group_id=group.id, programme_id=programme.id)
    store.student("2", study_year=1)
    plan_one(store, one, "09:00", kind=PROGRESS, on=TODAY)
    held(store, one, TODAY)
    held(store, one, TODAY - DAY)
    for wanted in (StudentFilter(group="PW1A"), StudentFilter(programme="PW")):
        with store.work() as work:
            (row,) = operations.overdue(work, TODAY, wanted).rows
        assert (row.person.group, row.person.programme, row.spent) == ("PW1A", "PW", 20 + 15)
    with store.work() as work:
        assert len(operations.overdue(work, TODAY).rows) == 2


def test_a_team_leader_has_the_dates_of_a_team_and_nobody_else_has(store: Store) -> None:
    student = store.student(study_year=1)
    leader, other = store.colleague(Role.TEAM_LEADER), store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    with store.work(leader) as work:
        (row,) = operations.overdue(work, TODAY).rows
        seen = list_named(work, [student])
        assert overview.signals(work, seen, {})[student][0].label == KIND_LABELS[PROGRESS]
    assert (row.person.id, row.overdue) == (student, 2)
    with store.work(other) as work:
        assert operations.overdue(work, TODAY).rows == ()
        assert overview.signals(work, seen, {}) == {}
    with store.work(leader) as work, pytest.raises(NotAllowed):
        operations_group.start_group(work)


# Norms and hours


def test_a_school_sets_its_own_norm_and_takes_it_back(store: Store) -> None:
    setter = store.owner if store.owner.own_desk else store.colleague(Role.TEAM_LEADER)
    student = store.student(study_year=1)
    norm = Norm(PROGRESS, 0, Per.BLOCK, study_year=1)
    with store.work(setter) as work:
        operations.save_norm(work, norm)
    with store.work() as work:
        assert overview.signals(work, list_named(work, [student]), {}) == {}
    with store.work(setter) as work, pytest.raises(StaleSave):
        operations.save_norm(work, norm)
    with store.work(setter) as work:
        operations.save_norm(work, replace(norm, times=1, minutes=25, version=1))
    with store.work() as work:
        known = operations.read_norms(work).book.of(None, 1)
    assert replace(norm, times=1, minutes=25, version=2) in known
    with store.work(setter) as work:
        operations.reset(work, norm.id)
    with store.work() as work:
        assert replace(norm, times=1) in operations.read_norms(work).book.norms
    with store.work(setter) as work, pytest.raises(NotFound):
        operations.reset(work, norm.id)


def test_hours_are_set_for_a_year_and_a_programme(store: Store) -> None:
    setter = store.owner if store.owner.own_desk else store.colleague(Role.ADMINISTRATOR)
    with store.unguarded() as work:
        programme = Programme(id=new_id(), name="PW", level="4")
        work.session.add_all([programme, Programme(id=new_id(), name="AO")])
    budget = Budget(3, 90, programme.id)
    with store.work(setter) as work:
        operations.save_budget(work, budget)
    with store.work(setter) as work, pytest.raises(StaleSave):
        operations.save_budget(work, budget)
    with store.work(setter) as work:
        operations.save_budget(work, replace(budget, minutes=120, version=1))
    with store.work() as work:
        table = operations.read_norms(work)
    assert [table.book.hours(programme.id, 3), table.book.hours(None, 3)] == [120, 360]
    assert [name for _, name in table.programmes] == ["AO", "PW (4)"]
    with store.work(setter) as work:
        operations.reset(work, budget.id)
    with store.work(setter) as work, pytest.raises(InputRefused):
        operations.save_budget(work, Budget(3, -1))
    with store.work(setter) as work, pytest.raises(InputRefused):
        operations.save_norm(work, Norm(PROGRESS, 99))


def test_a_counsellor_at_a_school_reads_norms_and_sets_none(server_store: Store) -> None:
    counsellor = server_store.colleague(Role.COUNSELLOR)
    with server_store.work(counsellor) as work:
        assert operations.read_norms(work).book.norms
        with pytest.raises(NotAllowed):
            operations.save_norm(work, Norm(PROGRESS, 1))


# Free time


def test_free_time_is_ones_own_and_is_not_written_twice(store: Store) -> None:
    colleague = store.colleague(Role.COUNSELLOR)
    weekly = WindowWish(TOMORROW, "09:00", "12:00", Repeat.WEEKLY, TOMORROW + timedelta(days=14))
    free(store, weekly, morning("12:00"), morning("11:00"))
    with store.work() as work:
        windows = operations_group.start_group(work).windows
    assert [(each.on, each.ends) for each in windows] == [
        (TOMORROW, "12:00"),
        (TOMORROW, "11:00"),
        (TOMORROW + 7 * DAY, "12:00"),
        (TOMORROW + 14 * DAY, "12:00"),
    ]
    with store.work(colleague) as work:
        assert operations_group.start_group(work).windows == ()
        with pytest.raises(NotFound):
            operations_group.drop_window(work, windows[0].id)
    with store.work() as work:
        operations_group.drop_window(work, windows[0].id)
    with store.work() as work:
        assert len(operations_group.start_group(work).windows) == 3
        operations_group.put_back_window(work, windows[0])
    with store.work() as work:
        assert set(operations_group.start_group(work).windows) == set(windows)


# A group


def test_a_group_is_proposed_written_and_called_off_in_one_go(store: Store) -> None:
    students = first_years(store, 30)
    free(store, morning("12:00"), morning("17:00", TOMORROW + DAY))
    wish = GroupWish(PROGRESS, 20, tuple(students), form=ConversationForm.TRIALOGUE)
    with store.work() as work:
        proposal = operations_group.propose_group(work, wish)
    assert [each.asked.student_id for each in proposal.placed] == students
    assert proposal.named == ()
    assert planned(store) == []
    progress = Progress()
    with store.work() as work:
        done = operations_group.confirm_group(work, wish, proposal.placed, progress)
    assert progress.total == 30
    rows = planned(store)
    assert [student for *_, student in rows] == students
    assert rows[:2] == [(TOMORROW, "09:00", students[0]), (TOMORROW, "09:20", students[1])]
    with store.work() as work:
        found = operations.overdue(work, TODAY)
        again = operations_group.propose_group(work, wish)
    assert {row.of(PROGRESS).planned for row in found.rows} == {1}  # type: ignore[union-attr]
    assert {each.reason for each in again.named} == {Reason.ALREADY}
    with store.work() as work, pytest.raises(InputRefused):
        operations_group.confirm_group(work, wish, proposal.placed)
    with store.work() as work:
        operations_group.call_off_group(work, done.appointment_ids)
    assert planned(store) == []
    # The way back twice does nothing more, and the same proposal is never written twice.
    with store.work() as work:
        assert operations_group.call_off_group(work, done.appointment_ids).ids == frozenset()
    with pytest.raises(StaleSave), store.work() as work:
        operations_group.confirm_group(work, wish, proposal.placed)


def test_a_proposal_goes_round_what_stands_already(store: Store) -> None:
    one, two, three = first_years(store, 3)
    room = a_room(store)
    plan_one(store, one, "09:00")
    plan_one(store, two, "09:20", room)
    plan_one(store, three, "")
    free(store, morning("10:20"))
    wish = GroupWish(PROGRESS, 20, (one, two, three), room)
    with store.work() as work:
        proposal = operations_group.propose_group(work, wish)
    assert [f"{each.span.starts:%H:%M}" for each in proposal.placed] == ["09:40", "10:00"]
    assert [each.reason for each in proposal.named] == [Reason.FULL]


def test_what_came_in_between_is_named_and_nothing_is_written(store: Store) -> None:
    one, two = first_years(store, 2)
    free(store, morning())
    wish = GroupWish(PROGRESS, 20, (one, two))
    with store.work() as work:
        placed = operations_group.propose_group(work, wish).placed
    plan_one(store, one, "09:25")
    before = planned(store)
    with (
        pytest.raises(InputRefused, match="Om 09:20 op 24-11-2026"),
        store.work() as work,
    ):
        operations_group.confirm_group(work, wish, placed)
    assert planned(store) == before


def moved_to(placed: Placed, on: date, at: str) -> Placed:
    """The same talk at another moment."""
    starts = datetime.combine(on, time.fromisoformat(at))
    return replace(placed, span=Span(starts, starts + timedelta(minutes=20)))


def test_a_list_that_cannot_be_is_refused_at_writing(store: Store) -> None:
    one, two = first_years(store, 2)
    room = a_room(store)
    free(store, morning())
    wish = GroupWish(PROGRESS, 20, (one, two), room)
    with store.unguarded() as work:
        work.session.add(
            SchoolHoliday(
                id=new_id(), name="vrij", first_on=TOMORROW + DAY, last_on=TOMORROW + DAY, uid=""
            )
        )
    with store.work() as work:
        first, second = operations_group.propose_group(work, wish).placed
    wrong = (
        (first, moved_to(second, TOMORROW, "09:10")),
        (first, moved_to(second, TOMORROW + DAY, "09:00")),
        (first, moved_to(second, TODAY, "08:50")),
        (first, replace(moved_to(first, TOMORROW, "11:00"), id=new_id())),
    )
    for placed in wrong:
        with pytest.raises(InputRefused), store.work() as work:
            operations_group.confirm_group(work, wish, placed)
    with pytest.raises(NotFound), store.work() as work:
        operations_group.confirm_group(work, replace(wish, room_id=new_id()), (first,))
    with store.work() as work:
        assert operations_group.confirm_group(work, wish, ()).appointment_ids == ()
    assert planned(store) == []


def test_a_room_that_a_colleague_has_is_taken_without_telling_for_whom(store: Store) -> None:
    colleague = store.colleague(Role.COUNSELLOR)
    theirs = store.student("0499", counsellor_id=colleague.staff_id)
    (own,) = first_years(store, 1)
    room = a_room(store)
    free(store, morning("09:40"))
    wish = GroupWish(PROGRESS, 20, (own,), room)
    with store.work() as work:
        placed = operations_group.propose_group(work, wish).placed
    plan_one(store, theirs, "09:10", room, actor=colleague)
    if not store.shared:
        # On a laptop there are no colleagues with talks of their own.
        return
    with pytest.raises(InputRefused), store.work() as work:
        operations_group.confirm_group(work, wish, placed)
    with store.work() as work:
        assert [e.reason for e in operations_group.propose_group(work, wish).named] == [Reason.FULL]


def test_nobody_plans_a_student_of_somebody_else(store: Store) -> None:
    (own,) = first_years(store, 1)
    theirs = store.student("0499", counsellor_id=None)
    free(store, morning())
    wish = GroupWish(PROGRESS, 20, (own,))
    with store.work() as work:
        placed = operations_group.propose_group(work, wish).placed
    with pytest.raises(NotFound), store.work() as work:
        operations_group.propose_group(work, replace(wish, student_ids=(own, theirs)))
    with store.unguarded() as work:
        work.session.execute(sa.update(Student).values(counsellor_id=None))
    with pytest.raises(NotFound), store.work() as work:
        operations_group.confirm_group(work, wish, placed)


def test_stopping_halfway_writes_nothing(store: Store) -> None:
    students = first_years(store, 30)
    free(store, morning("19:00"))
    wish = GroupWish(PROGRESS, 20, tuple(students))
    with store.work() as work:
        placed = operations_group.propose_group(work, wish).placed

    class Impatient(Progress):
        def tell(self, done: int, total: int) -> None:
            super().tell(done, total)
            self.stop()

    with pytest.raises(Stopped), store.work() as work:
        operations_group.confirm_group(work, wish, placed, Impatient())
    assert planned(store) == []


# Other pages


def test_vandaag_names_who_is_behind_and_with_what(store: Store) -> None:
    with store.work() as work:
        assert overview.today(work).attention == ()
    behind, fine = first_years(store, 2)
    for on in (date(2026, 9, 1), date(2026, 10, 1)):
        held(store, fine, on)
    with store.work() as work:
        (group,) = overview.today(work).attention
    (item,) = group.items
    assert (item.student_id, item.on, item.label) == (
        behind,
        date(2026, 9, 21),
        "Voortgangsgesprek",
    )
    assert item.target == Target("conversations", behind, "prepare")
    with store.work() as work:
        rows = list_named(work, [behind, fine])
        behind_since = Signal(SignalKind.BEHIND, item.on, label=item.label)
        assert overview.signals(work, rows, {}) == {behind: (behind_since,)}
        change_preferences(work, {"signals_off": frozenset({SignalKind.BEHIND.value})})
        assert overview.signals(work, rows, {}) == {}
        assert overview.today(work).attention == ()


def test_vandaag_names_nobody_when_there_are_too_many_to_name(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MOST", 2)
    first_years(store, 3)
    with store.work() as work:
        (group,) = overview.today(work).attention
    assert [(item.student_id, item.target) for item in group.items] == [(None, Target("planning"))]
    assert "Veel" in group.heading_one


def test_of_a_long_caseload_the_first_are_asked_whether_there_are_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    students = first_years(store, 5)
    monkeypatch.setattr(overview, "_PORTION", 3)
    with store.work() as work:
        (group,) = overview.today(work).attention
    assert {item.student_id for item in group.items} == set(students)
    monkeypatch.setattr(overview, "MOST", 3)
    with store.work() as work:
        (group,) = overview.today(work).attention
    assert [item.student_id for item in group.items] == [None]


def test_a_recorded_talk_meets_what_was_planned(store: Store) -> None:
    (student,) = first_years(store, 1)
    plan_one(store, student, "09:00", kind=PROGRESS)
    with store.work() as work:
        (row,) = operations_group.start_group(work).students
    assert row.of(PROGRESS).planned == 1  # type: ignore[union-attr]
    store.clock.moment += DAY
    with store.work() as work:
        talks.record(work, a_talk(student, kind=PROGRESS, held_on=TOMORROW, next_talk=None))
    with store.work() as work:
        (row,) = operations_group.start_group(work).students
    kind = row.of(PROGRESS)
    assert kind is not None
    assert (kind.held, kind.planned, row.spent) == (1, 0, 20)


def test_nobody_gets_a_room_that_a_group_is_planned_into_at_that_moment(
    server_store: Store,
) -> None:
    store = server_store
    colleague = store.colleague(Role.COUNSELLOR)
    theirs = store.student("0499", counsellor_id=colleague.staff_id)
    (own,) = first_years(store, 1)
    room = a_room(store)
    free(store, morning("09:20"))
    wish = GroupWish(PROGRESS, 20, (own,), room)
    refused: list[str] = []

    def second() -> None:
        draft = AppointmentDraft(new_id(), theirs, PROGRESS, TOMORROW, "09:00", 20, room_id=room)
        try:
            with store.work(colleague) as work:
                agenda.plan(work, draft)
        except InputRefused as error:
            refused.append(str(error))

    at_once = Thread(target=second)
    with store.work() as work:
        placed = operations_group.propose_group(work, wish).placed
        operations_group.confirm_group(work, wish, placed)
        at_once.start()
        at_once.join(0.3)
        assert at_once.is_alive()
    at_once.join(20)
    assert refused == ["B1 is om 09:00 al van Mirjam Bakker. Kies een andere ruimte of tijd."]
