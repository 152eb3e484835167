"""Appointments that come along with a workbook to a school."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import sqlalchemy as sa

from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.agenda import moving, operations, operations_rooms
from lob_workbench.features.agenda.rules import AgendaView
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_appointments import Appointment, Room
from tests.features.agenda.test_operations import a_draft, a_room, agenda, plan, the_one
from tests.helpers.stores import Store


@pytest.fixture
def both(embedded_store: Store, server_store: Store) -> tuple[Store, Store, MovingStudent]:
    """A workbook and a school that know the same student."""
    here, there = embedded_store.student(), server_store.student()
    return embedded_store, server_store, MovingStudent(here, there, "Zoë van 't Hart")


def bring(both: tuple[Store, Store, MovingStudent]) -> MoveReport:
    """Move, as the product does."""
    here, there, student = both

    @contextmanager
    def school() -> Iterator[UnitOfWork]:
        with there.work() as work:
            yield work

    return moving.move(here.work, school, student)


def outcomes(report: MoveReport) -> dict[Outcome, int]:
    """How much became of what."""
    assert {kind for kind, _, _ in report.counts} <= {MovedKind.APPOINTMENT}
    return {outcome: count for _, outcome, count in report.counts}


def content(view: AgendaView) -> list[tuple[object, ...]]:
    """What both sides must agree on."""
    return [
        (item.id, item.on, item.at, item.minutes, item.kind, item.status, item.sequence,
         item.subject, item.sensitive, item.room and item.room.name)
        for item in view.appointments
    ]  # fmt: skip


def test_all_that_is_planned_comes_along_and_twice_is_harmless(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    known = a_room(there, "Kamer 1")
    plan(here, a_draft(student.here, room_id=a_room(here, "kamer 1"), subject="De stage"))
    off = a_draft(student.here, "11:00", room_id=a_room(here, "Zolder", private=False))
    plan(here, replace(off, sensitive=True))
    with here.work() as work:
        operations.call_off(work, off.id, 1)
    plan(here, a_draft(student.here, "13:00"))
    assert outcomes(bring(both)) == {Outcome.CAME: 3}
    first, second, third = agenda(there).appointments
    assert first.room is not None
    assert first.room.id == known
    assert second.room is not None
    assert (second.room.name, second.room.private) == ("Zolder", False)
    assert third.room is None
    assert [row[:-1] for row in content(agenda(there))] == [
        row[:-1] for row in content(agenda(here))
    ]
    assert outcomes(bring(both)) == {Outcome.EXISTED: 3}
    with there.work() as work:
        assert len(operations_rooms.list_rooms(work)) == 2


def test_what_was_moved_at_school_meanwhile_stays_so(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    draft = a_draft(student.here)
    plan(here, draft)
    bring(both)
    with there.work() as work:
        operations.change(work, replace(draft, student_id=student.there, at="10:15"), 1)
    report = bring(both)
    assert outcomes(report) == {Outcome.DIFFERS: 1}
    assert report.remarks[0].values == {"day": "24 november 2026"}
    assert the_one(there).at == "10:15"


def test_what_another_counsellor_planned_stays(both: tuple[Store, Store, MovingStudent]) -> None:
    here, _, student = both
    plan(here, a_draft(student.here))
    colleague = here.colleague(Role.COUNSELLOR)
    with here.unguarded() as work:
        work.session.execute(sa.update(Appointment).values(staff_id=colleague.staff_id, version=2))
    report = bring(both)
    assert outcomes(report) == {Outcome.STAYED: 1}
    assert "andere begeleider" in report.remarks[0].text


def test_what_stands_at_school_with_somebody_else_is_told(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    draft = a_draft(student.here)
    plan(here, draft)
    colleague = there.colleague(Role.COUNSELLOR)
    other = there.student("0411009", counsellor_id=colleague.staff_id)
    plan(there, replace(draft, student_id=other), colleague)
    report = bring(both)
    assert outcomes(report) == {Outcome.STAYED: 1}
    assert "bij iemand anders" in report.remarks[0].text
    with there.unguarded() as work:
        assert work.session.scalar(sa.select(sa.func.count()).select_from(Room)) == 0
        assert work.session.get_one(Student, student.there)
