"""When a note may be taken back, and by whom."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.clock import local
from lob_workbench.features.notes.rules import Note, NoteKind, may_take_back
from lob_workbench.storage.base import new_id

MOMENTS = st.datetimes(
    datetime(2026, 3, 27), datetime(2026, 11, 1), timezones=st.just(UTC)
)  # two changes of the clock in between


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)), st.sampled_from(NoteKind))
def test_of_the_dossier_on_its_own_day_and_never_by_another(
    written: datetime, later: timedelta, kind: NoteKind
) -> None:
    me, other = new_id(), new_id()
    note = Note(new_id(), new_id(), me, "Mirjam", kind, "tekst", written)
    now = written + later
    same_day = local(written).date() == local(now).date()
    assert may_take_back(note, me, now) == (kind is NoteKind.WORKING or same_day)
    assert not may_take_back(note, other, now)
