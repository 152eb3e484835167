"""Which planned appointment a recorded talk was."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView, fulfilled

DAY = date(2026, 11, 23)
PROGRESS, REFLECTION = ConversationKind.PROGRESS, ConversationKind.CAREER_REFLECTION


def planned(days: int, kind: ConversationKind = PROGRESS, at: str = "") -> AppointmentView:
    return AppointmentView(
        id=uuid4(),
        student_id=UUID(int=1),
        student_name="Zoë",
        group="",
        staff_id=UUID(int=2),
        kind=kind,
        form=ConversationForm.DIALOGUE,
        on=DAY + timedelta(days=days),
        at=at,
        minutes=15,
        room=None,
        placement_id=None,
        status=AppointmentStatus.PLANNED,
        sequence=0,
        talk_id=None,
        from_talk=None,
        version=1,
    )


def test_the_one_of_that_very_day_comes_first_whatever_its_kind() -> None:
    today, before = planned(0, REFLECTION), planned(-3)
    assert fulfilled([before, today], PROGRESS, DAY) is today
    same = planned(0, PROGRESS, "15:00")
    assert fulfilled([before, today, same], PROGRESS, DAY) is same


def test_else_the_latest_of_its_kind_before_it_and_else_the_latest() -> None:
    long_ago, lately = planned(-30), planned(-2, REFLECTION)
    assert fulfilled([lately, long_ago], PROGRESS, DAY) is long_ago
    assert fulfilled([planned(-9, REFLECTION), lately], PROGRESS, DAY) is lately


def test_a_talk_held_early_is_the_one_of_its_kind_in_the_week_after() -> None:
    other, soon, later = planned(2, REFLECTION), planned(6), planned(8)
    assert fulfilled([later, soon, other], PROGRESS, DAY) is soon
    assert fulfilled([later, other], PROGRESS, DAY) is None
    assert fulfilled([], PROGRESS, DAY) is None


@given(st.lists(st.tuples(st.integers(-40, 40), st.sampled_from([PROGRESS, REFLECTION]))))
def test_it_is_one_of_them_and_never_one_of_far_ahead(
    days: list[tuple[int, ConversationKind]],
) -> None:
    items = [planned(day, kind) for day, kind in days]
    found = fulfilled(items, PROGRESS, DAY)
    assert found is None or (found in items and found.on <= DAY + timedelta(days=7))
    if any(item.on <= DAY for item in items):
        assert found is not None
