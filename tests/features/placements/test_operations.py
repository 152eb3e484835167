"""Placements and people at home: written, changed, ended, told on the time line, moved."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.moving import MovedKind, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.placements import operations
from lob_workbench.features.placements.moving import move
from lob_workbench.features.placements.overview import story
from lob_workbench.features.placements.rules import (
    Around,
    AtOnce,
    GuardianDraft,
    PlacementDraft,
)
from lob_workbench.people.rules import GrantKind
from lob_workbench.people.rules_placements import Relation
from lob_workbench.storage.base import new_id
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()
DAY = timedelta(days=1)


def a_placement(student: UUID, **fields: object) -> PlacementDraft:
    """A placement at a bakery, since a month."""
    values: dict[str, object] = {
        "company": "Bakkerij De Korst",
        "place": "Almere",
        "trainer": "Łukasz <b>R&D</b>",
        "trainer_email": "l@korst.example",
        "trainer_phone": "+32 470 12 34 56",
        "starts_on": TODAY - 30 * DAY,
    }
    return PlacementDraft(new_id(), student, **(values | fields))  # type: ignore[arg-type]


def a_parent(student: UUID, **fields: object) -> GuardianDraft:
    """A mother."""
    values: dict[str, object] = {"name": "Anna", "relation": Relation.PARENT} | fields
    return GuardianDraft(new_id(), student, **values)  # type: ignore[arg-type]


def saved(store: Store, draft: PlacementDraft | GuardianDraft, *more: object) -> Changes:
    """Written down by the owner."""
    with store.work() as work:
        if isinstance(draft, PlacementDraft):
            return operations.save_placement(work, draft, *more)  # type: ignore[arg-type]
        return operations.save_guardian(work, draft, *more)  # type: ignore[arg-type]


def around(store: Store, student: UUID) -> Around:
    """What the owner reads."""
    with store.work() as work:
        return operations.read_around(work, student)


def test_what_was_filled_in_stands_there(store: Store) -> None:
    student = store.student(birth_date=date(2009, 11, 23))
    saved(store, a_placement(student))
    saved(store, a_parent(student, phone="036-5551234", email="anna@post.example"))
    found = around(store, student)
    assert (found.first_name, found.age, found.own) == ("Zoë", 17, True)
    (at,), (anna,) = found.placements, found.guardians
    assert (at.company.full_name, at.trainer) == ("Bakkerij De Korst, Almere", "Łukasz <b>R&D</b>")
    assert (at.starts_on, at.ends_on) == (TODAY - 30 * DAY, None)
    assert (anna.name, anna.relation, anna.phone) == ("Anna", Relation.PARENT, "036-5551234")


def test_a_company_is_one_whatever_the_capitals(store: Store) -> None:
    student = store.student()
    saved(store, a_placement(student, ends_on=TODAY))
    saved(
        store,
        a_placement(student, company="BAKKERIJ de korst", place="almere", starts_on=TODAY + DAY),
    )
    saved(store, a_placement(student, place="Utrecht"))
    with store.work() as work:
        assert [each.full_name for each in operations.known_companies(work)] == [
            "Bakkerij De Korst, Almere",
            "Bakkerij De Korst, Utrecht",
        ]


def test_two_at_one_company_at_once_are_asked_about(store: Store) -> None:
    student = store.student()
    saved(store, a_placement(student))
    again = a_placement(student, starts_on=TODAY)
    with pytest.raises(AtOnce):
        saved(store, again)
    assert len(around(store, student).placements) == 1
    saved(store, again, None, True)
    assert len(around(store, student).placements) == 2


def test_changing_needs_the_version_that_was_seen(store: Store) -> None:
    student = store.student()
    draft, parent = a_placement(student), a_parent(student)
    saved(store, draft)
    saved(store, parent)
    saved(store, replace(draft, trainer="Eva", ends_on=TODAY), 1)
    saved(store, replace(parent, name="Anne"), 1)
    with pytest.raises(StaleSave):
        saved(store, replace(draft, trainer="Tom"), 1)
    with pytest.raises(StaleSave):
        saved(store, replace(parent, name="Tom"), 1)
    # Under an id that stands there already: somebody pressed the button on two desks.
    with pytest.raises(StaleSave):
        saved(store, draft, None, True)
    with pytest.raises(StaleSave):
        saved(store, parent)
    found = around(store, student)
    assert (found.placements[0].trainer, found.guardians[0].name) == ("Eva", "Anne")


def test_an_end_can_be_taken_back(store: Store) -> None:
    student = store.student()
    draft, parent = a_placement(student, ends_on=TODAY + 90 * DAY), a_parent(student)
    saved(store, draft)
    saved(store, parent)
    with store.work() as work:
        ended = operations.end_placement(work, draft.id, 1, TODAY)
        gone = operations.end_guardian(work, parent.id, 1, TODAY - DAY)
    found = around(store, student)
    assert (found.placements[0].ends_on, found.guardians[0].until) == (TODAY, TODAY - DAY)
    with store.work() as work:
        operations.take_back_end(work, ended.id, ended.version, ended.before)
        operations.take_back_until(work, gone.id, gone.version, gone.before)
    found = around(store, student)
    assert (found.placements[0].ends_on, found.guardians[0].until) == (TODAY + 90 * DAY, None)
    with pytest.raises(StaleSave), store.work() as work:
        operations.take_back_end(work, ended.id, ended.version, None)
    with pytest.raises(InputRefused), store.work() as work:
        operations.end_placement(work, draft.id, 3, TODAY - 300 * DAY)
    with pytest.raises(InputRefused), store.work() as work:
        operations.end_guardian(work, parent.id, 3, TODAY + DAY)


def test_what_is_not_there_is_not_there(store: Store) -> None:
    student, other = store.student(), store.student("0411002")
    draft = a_placement(student)
    saved(store, draft)
    for act, key in (
        (operations.end_placement, new_id()),
        (operations.end_guardian, new_id()),
    ):
        with pytest.raises(NotFound), store.work() as work:
            act(work, key, 1, TODAY)
    # The record of one student is not moved to another.
    with pytest.raises(NotFound):
        saved(store, replace(draft, student_id=other), 1)
    with pytest.raises(NotFound):
        saved(store, a_parent(student), 1)


def test_who_reads_along_reads_and_writes_nothing(store: Store) -> None:
    student = store.student()
    draft = a_placement(student)
    saved(store, draft)
    saved(store, a_parent(student))
    reader = store.colleague(Role.COUNSELLOR)
    store.grant(student, reader, GrantKind.ASKED_IN, date(2126, 1, 1))
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    if store.shared:
        with store.work(reader) as work:
            found = operations.read_around(work, student)
        assert (found.own, len(found.placements), len(found.guardians)) == (False, 1, 1)
    with pytest.raises(NotFound), store.work(reader) as work:
        operations.end_placement(work, draft.id, 1, TODAY)
    with pytest.raises(NotFound), store.work(reader) as work:
        operations.save_guardian(work, a_parent(student))
    with pytest.raises(NotAllowed), store.work(leader) as work:
        operations.read_around(work, student)


def test_the_time_line_tells_what_began_and_what_ended(store: Store) -> None:
    student = store.student()
    saved(store, a_placement(student, ends_on=TODAY))
    saved(store, a_placement(student, company="Later", starts_on=TODAY + DAY))
    saved(store, a_placement(student, company="Nu", place="", starts_on=TODAY, ends_on=TODAY + DAY))
    with store.work() as work:
        told = [(item.on, item.kind, item.title) for item in story(work, student)]
    assert sorted(told) == [
        (TODAY - 30 * DAY, "Begin van een stage", "Bakkerij De Korst, Almere"),
        (TODAY, "Begin van een stage", "Nu"),
        (TODAY, "Einde van een stage", "Bakkerij De Korst, Almere"),
    ]


def test_they_come_along_to_the_school_and_twice_is_harmless(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store.student(), server_store.student()
    first, second = a_placement(here, ends_on=TODAY), a_placement(here, company="Elders")
    for draft in (first, second, a_parent(here)):
        saved(embedded_store, draft)
    # The school knows this company by other capitals.
    saved(server_store, a_placement(there, company="bakkerij de korst"))
    who = MovingStudent(here, there, "Zoë van 't Hart")
    report = move(embedded_store.work, server_store.work, who)
    assert report.count(Outcome.CAME, MovedKind.PLACEMENT) == 2
    assert report.count(Outcome.CAME, MovedKind.GUARDIAN) == 1
    found = around(server_store, there)
    assert len(found.placements) == 3
    assert {each.company.name for each in found.placements} == {"bakkerij de korst", "Elders"}
    again = move(embedded_store.work, server_store.work, who)
    assert again.count(Outcome.CAME) == 0
    assert again.count(Outcome.EXISTED) == 3
    saved(server_store, replace(first, student_id=there, trainer="Anders"), 1, True)
    third = move(embedded_store.work, server_store.work, who)
    assert third.count(Outcome.DIFFERS, MovedKind.PLACEMENT) == 1
    assert around(server_store, there) != found
    for line in third.lines():
        assert "Anders" not in line


def test_what_another_took_before_stays_behind(embedded_store: Store, server_store: Store) -> None:
    here, there = embedded_store.student(), server_store.student()
    colleague = server_store.colleague(Role.COUNSELLOR)
    theirs = server_store.student("0411009", counsellor_id=colleague.staff_id)
    placement, parent = a_placement(here), a_parent(here)
    saved(embedded_store, placement)
    saved(embedded_store, parent)
    with server_store.work(colleague) as work:
        operations.save_placement(work, replace(placement, student_id=theirs))
        operations.save_guardian(work, replace(parent, student_id=theirs))
    report = move(
        embedded_store.work, server_store.work, MovingStudent(here, there, "Zoë van 't Hart")
    )
    assert report.count(Outcome.STAYED) == 2
    assert around(server_store, there).placements == ()
