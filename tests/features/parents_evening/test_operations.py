"""Parents' evenings: talks of ten minutes, nobody twice, nobody dropped without a word."""

from datetime import date
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.parents_evening import operations
from lob_workbench.features.parents_evening.report import invitations_pdf, list_pdf
from lob_workbench.features.parents_evening.rules import (
    EveningDraft,
    checked,
    free_slots,
    place,
    school_year,
    slots,
)
from lob_workbench.features.placements.operations import save_guardian
from lob_workbench.features.placements.rules import GuardianDraft
from lob_workbench.people.rules import PersonName
from lob_workbench.people.rules_placements import Relation
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.talks import queries_appointments
from lob_workbench.talks.queries_appointments import list_appointments
from tests.helpers.stores import Store
from tests.output.reading import pages, squeezed, texts

EVENING = date(2026, 12, 3)
TIMES = st.times().map(lambda moment: moment.strftime("%H:%M"))


@given(TIMES, TIMES, st.integers(1, 60))
def test_slots_follow_each_other_within_the_evening(starts: str, ends: str, minutes: int) -> None:
    found = slots(starts, ends, minutes)
    marks = [60 * int(at[:2]) + int(at[3:]) for at in found]
    assert all(later - earlier == minutes for earlier, later in pairwise(marks))
    if found:
        assert found[0] == starts
        assert marks[-1] + minutes <= 60 * int(ends[:2]) + int(ends[3:])


@given(
    st.lists(st.tuples(TIMES, st.integers(1, 120)), max_size=8),
    st.integers(5, 30),
    st.lists(st.uuids(), max_size=40, unique=True),
)
def test_nobody_is_placed_twice_or_dropped(
    taken: list[tuple[str, int]], minutes: int, students: list[UUID]
) -> None:
    free = free_slots(slots("19:00", "21:00", minutes), minutes, taken)
    placed, left_over = place(free, students)
    assert {*placed, *left_over} == set(students)
    assert len(placed) + len(left_over) == len(students)
    assert len(set(placed.values())) == len(placed)
    busy = [(60 * int(at[:2]) + int(at[3:]), long) for at, long in taken]
    for at in placed.values():
        begin = 60 * int(at[:2]) + int(at[3:])
        assert not any(begin < start + long and start < begin + minutes for start, long in busy)


def test_a_school_year_begins_in_august() -> None:
    assert school_year(date(2026, 7, 31)) == 2025
    assert school_year(date(2026, 8, 1)) == 2026


@pytest.mark.parametrize(
    "change",
    [
        {"name": " \n"},
        {"on": None},
        {"starts_at": "7 uur"},
        {"ends_at": ""},
        {"minutes": 0},
        {"minutes": 61},
        {"ends_at": "19:05"},
        {"ends_at": "18:00"},
    ],
)
def test_an_evening_that_cannot_be(change: dict[str, object]) -> None:
    draft = {"id": uuid4(), "name": "Ouderavond", "on": EVENING} | change
    with pytest.raises(InputRefused):
        checked(EveningDraft(**draft))  # type: ignore[arg-type]


@pytest.fixture
def evening(store: Store) -> UUID:
    """An evening of two hours."""
    draft = EveningDraft(new_id(), "Ouderavond 1", EVENING)
    with store.work() as work:
        operations.save_evening(work, draft)
    return draft.id


def a_parent(store: Store, student: UUID, name: str, **fields: object) -> None:
    with store.work() as work:
        save_guardian(
            work,
            GuardianDraft(new_id(), student, name, Relation.PARENT, **fields),  # type: ignore[arg-type]
        )


def three(store: Store) -> tuple[UUID, UUID, UUID]:
    """One of 15 with a parent, one of 17 with a parent, one of 20 whose parent needs a yes."""
    young = store.student("0411001", PersonName("Bo", "", "Aal"), birth_date=date(2011, 5, 1))
    middle = store.student("0411002", PersonName("Cas", "", "Bos"), birth_date=date(2009, 5, 1))
    grown = store.student("0411003", PersonName("Dia", "", "Cor"), birth_date=date(2006, 5, 1))
    a_parent(store, young, "An Aal")
    a_parent(store, middle, "Bea Bos")
    a_parent(store, grown, "Coen Cor")
    return young, middle, grown


def test_who_may_be_told_what_at_which_age(store: Store, evening: UUID) -> None:
    three(store)
    with store.work() as work:
        young, middle, grown = operations.read_evening(work, evening).invitations
    assert [guest.guardian.name for guest in young.invited] == ["An Aal"]
    assert [guest.told.value for guest in middle.guests] == ["together"]
    assert grown.through_student
    assert [guest.told.value for guest in grown.guests] == ["nothing"]


def test_everybody_gets_a_time_and_it_stands_in_the_agenda(store: Store, evening: UUID) -> None:
    students = three(store)
    with store.work() as work:
        placed = operations.give_slots(work, evening, students)
    assert placed.left_over == ()
    with store.work() as work:
        shown = operations.read_evening(work, evening)
        assert [row.at for row in shown.invitations] == ["19:00", "19:10", "19:20"]
        assert shown.free[0] == "19:30"
        assert {view.kind for view in list_appointments(work)} == {ConversationKind.PARENTS}
    with store.work() as work:
        assert operations.give_slots(work, evening, students).made == ()
    with store.work() as work:
        # Passed by: who has another slot of the same evening.
        operations.give_slot(work, evening, students[-1], "20:40")
        operations.give_slot(work, evening, students[0], "20:50")
    with store.work() as work:
        assert operations.read_evening(work, evening).invitations[0].at == "20:50"
    with pytest.raises(InputRefused), store.work() as work:
        operations.give_slot(work, evening, students[1], "20:50")
    with pytest.raises(InputRefused), store.work() as work:
        operations.give_slot(work, evening, students[1], "23:00")
    with store.work() as work:
        operations.take_slots_back(work, placed.made)
    with store.work() as work:
        operations.take_slots_back(work, placed.made)
    with store.work() as work:
        shown = operations.read_evening(work, evening)
        assert {row.at for row in shown.invitations} == {""}
    with store.work() as work:
        operations.give_slot(work, evening, students[2], "19:00")
    with store.work() as work:
        assert operations.read_evening(work, evening).invitations[2].at == "19:00"


def test_another_time_costs_no_words(store: Store, evening: UUID) -> None:
    (student, *_) = three(store)
    with store.work() as work:
        (made,) = operations.give_slots(work, evening, [student]).made
    with store.work() as work:
        open_dossier(work, student)
        text = queries_appointments.find_appointment(work, made).text
        text.subject, text.sensitive = "Thuis", True
    with store.work() as work:
        operations.give_slot(work, evening, student, "20:50")
    with store.work() as work:
        open_dossier(work, student)
        (view,) = list_appointments(work, student_ids=[student])
        assert (view.at, view.subject, view.sensitive) == ("20:50", "Thuis", True)


def test_who_does_not_fit_is_named(store: Store) -> None:
    students = three(store)
    short = EveningDraft(new_id(), "Kort", EVENING, "19:00", "19:20")
    with store.work() as work:
        operations.save_evening(work, short)
    with store.work() as work:
        placed = operations.give_slots(work, short.id, students)
    assert placed.left_over == (students[2],)
    assert len(placed.made) == 2


def test_an_evening_changes_and_only_by_who_made_it(store: Store, evening: UUID) -> None:
    longer = EveningDraft(evening, "Ouderavond 1", EVENING, "18:30", "21:30", 15)
    with pytest.raises(StaleSave), store.work() as work:
        operations.save_evening(work, longer, 7)
    with store.work() as work:
        operations.save_evening(work, longer, 1)
    with store.work() as work:
        (found,) = operations.list_evenings(work)
    assert (found.starts_at, found.minutes, found.own) == ("18:30", 15, True)
    other = store.colleague(Role.COUNSELLOR)
    with store.work(other) as work:
        (seen,) = operations.list_evenings(work)
        assert not seen.own
        assert operations.read_evening(work, evening).invitations == ()
    with pytest.raises(NotFound), store.work(other) as work:
        operations.save_evening(work, longer, 2)
    with pytest.raises(NotFound), store.work() as work:
        operations.read_evening(work, new_id())


def test_the_third_of_the_year_is_the_third(store: Store, evening: UUID) -> None:
    for day in (date(2027, 2, 4), date(2027, 5, 20), date(2027, 9, 9)):
        with store.work() as work:
            operations.save_evening(work, EveningDraft(new_id(), "Avond", day))
    with store.work() as work:
        numbers = [
            operations.read_evening(work, each.id).number for each in operations.list_evenings(work)
        ]
    assert numbers == [1, 2, 3, 1]


def test_somebody_elses_students_get_nothing(store: Store, evening: UUID) -> None:
    stranger: Actor = store.colleague(Role.COUNSELLOR)
    students = three(store)
    with pytest.raises(NotFound), store.work(stranger) as work:
        operations.give_slots(work, evening, students)


def test_the_papers_say_who_comes_when(store: Store, evening: UUID) -> None:
    students = three(store)
    with store.work() as work:
        bare = operations.read_paper(work, evening)
    assert "Ernoggeentijd" in squeezed(texts(invitations_pdf(bare))[0]).replace("is", "")
    with store.work() as work:
        operations.give_slots(work, evening, students)
    with store.work() as work:
        paper = operations.read_paper(work, evening)
    listed = squeezed(texts(list_pdf(paper))[0])
    for words in ("Bo Aal", "An Aal", "Bea Bos (overleg eerst)", "via de student", "19:20"):
        assert squeezed(words) in listed
    letters = invitations_pdf(paper)
    assert pages(letters) == 3
    words = squeezed(texts(letters)[0])
    assert squeezed("Beste An Aal,") in words
    assert squeezed("Beste Dia,") in words
    assert squeezed("Coen Cor") not in words
