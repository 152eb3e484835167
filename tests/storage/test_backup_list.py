"""Which backups stay: 7 days, 4 weeks, 12 months, and never without the newest."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.clock import local
from lob_workbench.storage.backup import Backup, BackupReason, kept_backups

FIRST = datetime(2024, 1, 1, tzinfo=UTC)
AT_MOST = 5 + 7 + 4 + 12

moments = st.lists(st.integers(0, 3 * 365 * 24), min_size=1, max_size=400, unique=True)


def a_backup(hour: int, reason: BackupReason = BackupReason.CLOSE) -> Backup:
    return Backup(Path(str(hour)), "w", FIRST + timedelta(hours=hour), reason, 1)


def newest_first(hours: list[int]) -> list[Backup]:
    return [a_backup(hour) for hour in sorted(hours, reverse=True)]


def lived_through(hours: list[int]) -> list[Backup]:
    """What is left when after each backup the old ones go, as it happens in life."""
    here: list[Backup] = []
    for hour in sorted(hours):
        here.insert(0, a_backup(hour))
        kept = kept_backups(here, [here[0].path])
        here = [backup for backup in here if backup.path in kept]
    return here


@given(moments)
def test_the_newest_stays_whatever_the_days(hours: list[int]) -> None:
    assert lived_through(hours)[0] == newest_first(hours)[0]


@given(moments)
def test_it_never_grows_beyond_bounds(hours: list[int]) -> None:
    assert len(lived_through(hours)) <= AT_MOST


@given(moments)
def test_every_last_day_week_and_month_keeps_its_newest(hours: list[int]) -> None:
    left = set(lived_through(hours))
    for most, period in (
        (7, lambda at: at.date()),
        (4, lambda at: at.isocalendar()[:2]),
        (12, lambda at: (at.year, at.month)),
    ):
        newest: dict[object, Backup] = {}
        for backup in newest_first(hours):
            newest.setdefault(period(local(backup.made_at)), backup)
        # Going one by one or all at once leaves the same: nothing of a period is lost on the way.
        assert set(list(newest.values())[:most]) <= left


@given(moments, st.integers(0, 400))
def test_what_must_stay_stays(hours: list[int], which: int) -> None:
    backups = newest_first(hours)
    wanted = backups[which % len(backups)].path
    assert wanted in kept_backups(backups, [wanted])


@given(moments)
def test_before_a_risk_stays_a_week_and_no_longer_for_that(hours: list[int]) -> None:
    backups = [a_backup(hour, BackupReason.IMPORT) for hour in sorted(hours, reverse=True)]
    kept = kept_backups(backups)
    recent = {
        backup.path for backup in backups if backup.made_at > backups[0].made_at - timedelta(days=7)
    }
    assert recent <= kept
    assert len(kept - recent) <= AT_MOST
