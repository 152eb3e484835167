"""Setting a workbook up."""

from dataclasses import replace
from datetime import date

import pytest

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.people.records import StaffMember
from lob_workbench.people.school import (
    School,
    owner,
    read_school,
    save_school,
    set_up,
    whoami,
)
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.stores import Store

COUNSELLOR = frozenset({Role.COUNSELLOR})


def test_the_owner_and_the_school_read_back(store: Store) -> None:
    with store.work() as work:
        assert replace(owner(work), own_desk=store.owner.own_desk) == store.owner
        assert read_school(work) == School("Het Voorbeeldcollege", "2026-2027")


def test_the_school_can_be_renamed_and_given_a_logo(store: Store) -> None:
    school = School("Het Andere College", "2027-2028", b"\x89PNG\r\n\x1a\nrest")
    with store.work() as work:
        save_school(work, school)
    with store.work() as work:
        assert read_school(work) == school


def test_a_school_that_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    with store.work() as work:
        seen = read_school(work)
    theirs, mine = replace(seen, name="Het Andere College"), replace(seen, year="2027-2028")
    with store.work() as work:
        save_school(work, theirs, seen)
    with pytest.raises(StaleSave), store.work() as work:
        save_school(work, mine, seen)
    with store.work() as work:
        assert read_school(work) == theirs
        save_school(work, mine, theirs)


@pytest.mark.parametrize(
    ("name", "roles", "school"),
    [
        (" ", COUNSELLOR, School("School", "")),
        ("Mirjam", COUNSELLOR, School("", "")),
        ("Mirjam", frozenset(), School("School", "")),
        ("Mirjam", COUNSELLOR, School("School", "", b"GIF89a")),
        ("Mirjam", COUNSELLOR, School("School", "", b"\xff\xd8\xff" + bytes(2_000_000))),
    ],
)
def test_a_set_up_that_is_not_whole_is_refused(
    embedded_store: Store, name: str, roles: frozenset[Role], school: School
) -> None:
    with pytest.raises(InputRefused), embedded_store.work() as work:
        set_up(work, name, roles, school)


def test_a_school_needs_a_name(embedded_store: Store) -> None:
    with pytest.raises(InputRefused), embedded_store.work() as work:
        save_school(work, School(" ", ""))


def test_a_workbook_that_was_never_set_up_says_so(embedded_engine: object) -> None:
    from lob_workbench.domain.clock import SystemClock

    nobody = Actor(new_id(), "", COUNSELLOR)
    with UnitOfWork(embedded_engine, nobody, SystemClock()) as work:  # type: ignore[arg-type]
        with pytest.raises(NotFound):
            owner(work)
        with pytest.raises(NotFound):
            read_school(work)


def test_a_login_is_of_one_person_with_her_own_roles(server_store: Store) -> None:
    store = server_store
    colleague = store.colleague(Role.COUNSELLOR, Role.TEAM_LEADER)
    login = f"u{colleague.staff_id.hex}"
    nobody = Actor(new_id(), "", frozenset())

    def seen_by_the_server(name: str) -> Actor:
        with UnitOfWork(store.login(colleague), nobody, store.clock) as work:
            return whoami(work, name)

    assert seen_by_the_server(login) == colleague
    with pytest.raises(NotFound):
        seen_by_the_server("u0")
    # Who left is nobody any more.
    with store.unguarded() as work:
        work.session.get_one(StaffMember, colleague.staff_id).active_until = date(2020, 1, 1)
    with pytest.raises(NotFound):
        seen_by_the_server(login)
