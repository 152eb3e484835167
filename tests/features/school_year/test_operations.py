"""A new school year in one go, taken back in one go."""

from dataclasses import replace
from uuid import UUID

import pytest

from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.enrolment.operations import read_enrolment
from lob_workbench.features.school_year.operations import new_year, turn_back, turn_year
from lob_workbench.features.school_year.rules import (
    ClassPlan,
    Move,
    NewYear,
    NewYearDraft,
    Turned,
)
from lob_workbench.people.queries import get_student
from lob_workbench.people.rules import PersonName, StudentView
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.people.school import School, read_school, save_school
from lob_workbench.people.writing_enrolment import Enroller, let_leave, locked
from tests.helpers.stores import Store


@pytest.fixture
def classes(store: Store) -> tuple[UUID, UUID, UUID]:
    """Two in *PW1A*, one in *PW3A*."""
    ids = tuple(
        store.student(f"041100{n}", PersonName(name, "", "Bos"))
        for n, name in enumerate(("Anna", "Bram", "Cem"))
    )
    with store.work() as work:
        enroller = Enroller(work, work.clock.today())
        for student, group, year in zip(
            locked(work, ids), ("PW1A", "PW1A", "PW3A"), (1, 1, 3), strict=True
        ):
            enroller.put(student, EnrolmentPart.GROUP, enroller.group(group))
            enroller.put(student, EnrolmentPart.STUDY_YEAR, year)
        enroller.finish()
    return ids  # type: ignore[return-value]


def asked(store: Store) -> NewYear:
    """What is proposed."""
    with store.work() as work:
        return new_year(work)


def draft(found: NewYear, *, without: UUID | None = None, move_year: bool = True) -> NewYearDraft:
    """*PW1A* goes on, *PW3A* leaves."""
    plans = (
        ClassPlan("PW1A", Move.UP, " PW2A "),
        ClassPlan("PW3A", Move.LEAVE, "", Destination.DIPLOMA_WORK),
    )
    pupils = tuple(pupil for pupil in found.pupils if pupil.id != without)
    return NewYearDraft(found.on, pupils, plans, move_year)


def written(store: Store, given: NewYearDraft) -> Turned:
    """Write it."""
    with store.work() as work:
        return turn_year(work, given)


def seen(store: Store, student: UUID) -> StudentView:
    """The student as it stands."""
    with store.work() as work:
        return get_student(work, student)


def year_of(store: Store) -> str:
    """The school year of the settings."""
    with store.work() as work:
        return read_school(work).year


def test_everybody_is_proposed_to_go_on(store: Store, classes: tuple[UUID, ...]) -> None:
    found = asked(store)
    assert {pupil.id for pupil in found.pupils} == set(classes)
    assert found.plans == (
        ClassPlan("PW1A", Move.UP, "PW2A"),
        ClassPlan("PW3A", Move.UP, "PW4A"),
    )
    assert (found.year, f"{found.on:%d-%m-%Y}") == ("2026-2027", "01-08-2027")
    with store.work() as work:
        assert new_year(work, work.clock.today()).on == work.clock.today()


def test_a_new_year_writes_all_in_one_deed(store: Store, classes: tuple[UUID, ...]) -> None:
    one, stays, leaves = classes
    found = asked(store)
    turned = written(store, draft(found, without=stays))
    assert (turned.moved, turned.left) == (1, 1)
    assert (seen(store, one).group, seen(store, one).study_year) == ("PW2A", 2)
    assert (seen(store, stays).group, seen(store, stays).study_year) == ("PW1A", 1)
    assert seen(store, leaves).left_on == found.on
    assert year_of(store) == "2027-2028" == turned.year
    with store.work() as work:
        history = read_enrolment(work, one).history
    assert {step.deed_id for step in history if step.on == found.on} == {turned.deed_id}
    # Who goes later is not asked about again.
    assert leaves not in {pupil.id for pupil in asked(store).pupils}


def test_it_is_taken_back_with_the_school_year(store: Store, classes: tuple[UUID, ...]) -> None:
    before = [replace(seen(store, student), version=0) for student in classes]
    turned = written(store, draft(asked(store)))
    with store.work() as work:
        changes = turn_back(work, turned)
    assert changes.touches("school")
    assert [replace(seen(store, student), version=0) for student in classes] == before
    assert year_of(store) == "2026-2027"


@pytest.mark.parametrize("case", ["not moved", "changed since", "no year"])
def test_the_school_year_stays_where_it_should(
    store: Store, classes: tuple[UUID, ...], case: str
) -> None:
    def set_year(year: str) -> None:
        with store.work() as work:
            save_school(work, School("Het Voorbeeldcollege", year))

    if case == "no year":
        set_year("van de zomer")
    turned = written(store, draft(asked(store), move_year=case != "not moved"))
    if case == "changed since":
        set_year("2030-2031")
    expected = {"not moved": "2026-2027", "changed since": "2030-2031", "no year": "van de zomer"}
    assert year_of(store) == expected[case]
    with store.work() as work:
        turn_back(work, turned)
    assert year_of(store) == expected[case]


@pytest.mark.parametrize("how", ["version", "gone", "left"])
def test_what_changed_in_between_stops_all_of_it(
    store: Store, classes: tuple[UUID, ...], how: str
) -> None:
    one, other, _ = classes
    given = draft(asked(store))
    if how == "gone":
        given = replace(given, pupils=(*given.pupils, replace(given.pupils[0], id=one_more())))
    else:
        with store.work() as work:
            if how == "left":
                let_leave(work, [other], work.clock.today(), Destination.WORK)
            else:
                enroller = Enroller(work, work.clock.today())
                (student,) = locked(work, [other])
                enroller.put(student, EnrolmentPart.STUDY_YEAR, 2)
                enroller.finish()
    with pytest.raises(StaleSave):
        written(store, given)
    assert seen(store, one).group == "PW1A"
    assert year_of(store) == "2026-2027"


def one_more() -> UUID:
    """A student that is not there."""
    from lob_workbench.storage.base import new_id

    return new_id()


def test_nothing_to_change_is_said(store: Store, classes: tuple[UUID, ...]) -> None:
    found = asked(store)
    with pytest.raises(InputRefused):
        written(store, NewYearDraft(found.on, found.pupils, (ClassPlan("PW1A", Move.STAY),)))


def test_a_laptop_moves_its_own_students_only(embedded_store: Store) -> None:
    mine = embedded_store.student("1")
    other = embedded_store.colleague(Role.COUNSELLOR)
    embedded_store.student("2", counsellor_id=other.staff_id)
    assert [pupil.id for pupil in asked(embedded_store).pupils] == [mine]


def test_an_administrator_moves_the_whole_school(server_store: Store) -> None:
    server_store.student("1")
    other = server_store.colleague(Role.COUNSELLOR)
    theirs = server_store.student("2", counsellor_id=other.staff_id)
    keeper = server_store.colleague(Role.ADMINISTRATOR)
    with server_store.work(keeper) as work:
        found = new_year(work)
        assert len(found.pupils) == 2
        turn_year(work, NewYearDraft(found.on, found.pupils, (ClassPlan("", Move.UP, "A2"),)))
    with server_store.work(other) as work:
        assert get_student(work, theirs).group == "A2"
