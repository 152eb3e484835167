"""When a planned talk begins and when it is over."""

from dataclasses import replace
from datetime import date, datetime

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView

DATED = AppointmentView(
    id=new_id(), student_id=new_id(), student_name="Zoë van 't Hart", group="PW2B",
    staff_id=new_id(), kind=ConversationKind.PROGRESS, form=ConversationForm.DIALOGUE,
    on=date(2027, 3, 28), at="", minutes=60, room=None, placement_id=None,
    status=AppointmentStatus.PLANNED, sequence=0, talk_id=None, from_talk=None, version=1,
)  # fmt: skip


def test_a_talk_without_a_time_neither_begins_nor_ends() -> None:
    assert (DATED.starts, DATED.ends) == (None, None)


def test_a_talk_lasts_as_long_as_planned_also_when_the_clocks_change() -> None:
    early = replace(DATED, at="01:30")
    assert early.starts == datetime(2027, 3, 28, 1, 30)
    assert early.ends == datetime(2027, 3, 28, 2, 30)
    assert replace(DATED, at="23:30").ends == datetime(2027, 3, 29, 0, 30)
