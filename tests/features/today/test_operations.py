"""*Vandaag*: composed of what features contribute, in the order of the day."""

from datetime import timedelta
from uuid import UUID

from lob_workbench.domain.contributions import (
    Appointment,
    Attention,
    AttentionItem,
    StudentFacts,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.rights import Role
from lob_workbench.features.today.operations import MOST_STUDENTS, read_day
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from tests.helpers.stores import Store


def appointment(at: str, name: str) -> Appointment:
    """A talk of today."""
    return Appointment(at, new_id(), name, "PW2B", "Voortgangsgesprek", False, Target("x"))


def attention(heading: str) -> Attention:
    """Something with one item."""
    item = AttentionItem(new_id(), "Zoë", "Belt", None, Target("x"))
    return Attention(
        heading=heading, heading_one=heading, icon="ph.x", tone=Tone.CALM, items=(item,)
    )


def test_without_features_there_is_only_the_day(store: Store) -> None:
    with store.work() as work:
        day = read_day(work)
    assert day.today == store.clock.today()
    assert (day.appointments, day.attention, day.students, day.student_count) == ((), (), (), 0)


def test_appointments_of_all_features_stand_by_time_and_those_without_one_last(
    store: Store,
) -> None:
    views = [
        TodayView((appointment("10:15", "Bram"), appointment("", "Aya")), (attention("later"),)),
        TodayView((appointment("09:20", "Zoë"), appointment("10:15", "Aad")), (attention("meer"),)),
    ]
    with store.work() as work:
        day = read_day(work, [lambda _, view=view: view for view in views])  # type: ignore[misc]
    assert [(item.at, item.student_name) for item in day.appointments] == [
        ("09:20", "Zoë"),
        ("10:15", "Aad"),
        ("10:15", "Bram"),
        ("", "Aya"),
    ]
    assert [group.heading for group in day.attention] == ["later", "meer"]


def test_the_own_students_stand_by_name_with_what_features_know(store: Store) -> None:
    hart = store.student("2", PersonName("Zoë", "van 't", "Hart"))
    celik = store.student("1", PersonName("Oğuz", "", "Çelik"))
    store.student("3", PersonName("Van", "", "Niemand"), counsellor_id=None)
    asked: list[set[UUID]] = []

    def facts(_: object, ids: object) -> dict[UUID, StudentFacts]:
        asked.append(set(ids))  # type: ignore[call-overload]
        return {hart: StudentFacts(store.clock.today(), open_agreements=2)}

    with store.work() as work:
        day = read_day(work, (), [facts, lambda *_: {}])
    assert [(row.id, row.facts) for row in day.students] == [
        (celik, StudentFacts()),
        (hart, StudentFacts(store.clock.today(), open_agreements=2)),
    ]
    assert asked == [{hart, celik}]
    assert day.student_count == 2


def test_a_long_caseload_is_cut_but_counted(embedded_store: Store) -> None:
    for number in range(MOST_STUDENTS + 2):
        embedded_store.student(f"{number:03}", PersonName("Aya", "", f"Naam{number:03}"))
    with embedded_store.work() as work:
        day = read_day(work)
    assert len(day.students) == MOST_STUDENTS
    assert day.student_count == MOST_STUDENTS + 2
    assert day.students[0].student.name.last == "Naam000"


def test_a_team_leader_may_look_and_has_no_students(store: Store) -> None:
    store.student()
    with store.work(store.colleague(Role.TEAM_LEADER)) as work:
        day = read_day(work)
    assert (day.students, day.student_count) == ((), 0)


def test_the_day_turns_at_dutch_midnight(store: Store) -> None:
    evening = store.clock.moment.replace(hour=22, minute=59)
    for moment, days in ((evening, 0), (evening + timedelta(minutes=1), 1)):
        store.clock.moment = moment
        with store.work() as work:
            assert read_day(work).today == evening.date() + timedelta(days=days)
