"""What one person knows of the copies of a workbook: the second place, and the last drill.

Kept as one choice among the preferences, so it is encrypted and goes along in every backup.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from lob_workbench.domain.changes import Changes
from lob_workbench.people.preferences import change_preferences, read_preferences
from lob_workbench.storage.backup import Backup
from lob_workbench.storage.second_place import SeenPlace
from lob_workbench.storage.unit_of_work import UnitOfWork

MOST_AGE = timedelta(days=7)
"""A copy elsewhere that is older asks attention; so long one may work without a second place."""

DRILL_EVERY = timedelta(days=30)


class CopyTrouble(StrEnum):
    """Why the last copy did not get to the second place."""

    NONE = ""
    ABSENT = "absent"
    FULL = "full"
    REFUSED = "refused"
    SKIPPED = "skipped"


class DrillOutcome(StrEnum):
    """How the last restore drill ended."""

    NONE = ""
    GOOD = "good"
    WRONG_CODE = "wrong_code"
    DAMAGED = "damaged"
    NO_ROOM = "no_room"
    NO_COPY = "no_copy"


@dataclass(frozen=True, slots=True)
class BackupCare:
    """Moments are kept as ISO text; empty is never.

    ``place`` is the second place, ``copied_at`` when the newest copy there was *made*,
    ``since`` when the place was chosen, ``put_away`` whether the advice to choose one may rest.
    ``drill_*`` tell the last drill: when, how it ended, when its copy was made, how many talks of
    that month were in it and the day of the newest. Of an ``example`` nothing is asked.
    """

    place: str = ""
    since: str = ""
    copied_at: str = ""
    trouble: CopyTrouble = CopyTrouble.NONE
    put_away: bool = False
    drill_at: str = ""
    drill: DrillOutcome = DrillOutcome.NONE
    drill_copy_at: str = ""
    drill_elsewhere: bool = False
    drill_talks: int = 0
    drill_newest: str = ""
    example: bool = False

    @property
    def path(self) -> Path | None:
        """The second place, `None` for none."""
        return Path(self.place) if self.place else None

    @property
    def copied(self) -> datetime | None:
        """When the newest copy there was made."""
        return _moment(self.copied_at)

    @property
    def drilled(self) -> datetime | None:
        """When the last drill was."""
        return _moment(self.drill_at)

    @property
    def drill_copy(self) -> datetime | None:
        """When the copy of the last drill was made."""
        return _moment(self.drill_copy_at)

    @property
    def drill_newest_on(self) -> date | None:
        """The day of the newest talk in the copy of the last drill."""
        try:
            return date.fromisoformat(self.drill_newest)
        except ValueError:
            return None

    def copy_is_old(self, now: datetime) -> bool:
        """Whether a second place was chosen, and its newest copy is older than a week."""
        if not self.place or self.example:
            return False
        last = self.copied or _moment(self.since)
        return last is None or now - last > MOST_AGE

    def place_is_missed(self, now: datetime, first_use: datetime | None) -> bool:
        """Whether to advise a second place: after a week of use, until it was put away."""
        if self.place or self.put_away or self.example or first_use is None:
            return False
        return now - first_use > MOST_AGE

    def drill_is_due(self, now: datetime, first_use: datetime | None) -> bool:
        """Whether no drill went well in a month; not in the first month of use."""
        if self.example:
            return False
        last = self.drilled if self.drill is DrillOutcome.GOOD else None
        last = last or first_use
        return last is not None and now - last > DRILL_EVERY

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=True)

    @classmethod
    def from_text(cls, text: str) -> "BackupCare":
        """What was kept; what cannot be read (any more) is as if it was never chosen."""
        try:
            kept = json.loads(text)
            if not isinstance(kept, dict):
                return cls()
            known: dict[str, Any] = {
                name: _as(value, name) for name, value in kept.items() if name in _TYPES
            }
            return cls(**known)
        except (ValueError, TypeError, RecursionError):
            return cls()


@dataclass(frozen=True, slots=True)
class CopiesView:
    """How it stands with the copies: the newest here, the newest there, and the place itself."""

    care: BackupCare
    last: Backup | None
    seen: SeenPlace | None
    there: Backup | None


_TYPES: dict[str, Any] = {name: type(value) for name, value in asdict(BackupCare()).items()} | {
    "trouble": CopyTrouble,
    "drill": DrillOutcome,
}


def _as(value: object, name: str) -> object:
    kind = _TYPES[name]
    if kind in (CopyTrouble, DrillOutcome):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(name)
    return value


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def read_backup_care(work: UnitOfWork) -> BackupCare:
    """What the actor's own preferences say of it; under the right of reading those."""
    return BackupCare.from_text(read_preferences(work).backup_care)


def change_backup_care(work: UnitOfWork, change: Callable[[BackupCare], BackupCare]) -> Changes:
    """Keep what ``change`` makes of it; under the right of changing preferences."""
    changed = change(read_backup_care(work))
    return change_preferences(work, {"backup_care": changed.to_text()})
