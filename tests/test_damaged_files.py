"""Files that were damaged are noticed and told in words: nothing in them passes for the truth.

The database, its log, the key file, a backup and a draft on a laptop, each with a flipped bit, a
part cut off, a page of zeros, a page of another place or noise at the end.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.rights import Role
from lob_workbench.features.student_import.operations import import_students
from lob_workbench.people.records import Student
from lob_workbench.storage.audit_check import problems_in_workbook
from lob_workbench.storage.backup import (
    BackupReason,
    list_backups,
    make_backup,
    restore_backup,
    verify_backup,
)
from lob_workbench.storage.local_drafts import LocalDrafts, Unopened
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.server import ServerAddress
from lob_workbench.storage.workbook import Workbook
from tests.helpers.counts import Tally
from tests.helpers.kill_tasks import CHEAP, NOW, a_list

PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
DAMAGES = 20
SOAK_DAMAGES = 400
PAGE = 4096
TALK = UUID("0190c0de-0000-7000-8000-000000000001")


@dataclass(frozen=True)
class Made:
    """A closed workbook, and what stands beside it."""

    folder: Path
    """Whole, with everything in the database itself and one backup."""
    log: bytes
    """A log of the workbook as it was before its last list."""
    other_log: bytes
    """The log of another workbook."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    other_log = begun(folder / "ander")
    log = begun(folder / "werkboek")
    session = Session.open(folder / "werkboek", recovery_code=CODE)
    with session.work() as work:
        import_students(work, a_list(2, 2))
    make_backup(session.workbook, NOW, BackupReason.MANUAL)
    session.close(backup=False)
    return Made(folder / "werkboek", log, other_log)


def begun(folder: Path) -> bytes:
    """A workbook with one list; gives its log as it stood before closing."""
    roles = frozenset({Role.COUNSELLOR})
    desk = NewDesk(folder, PASSPHRASE, CODE, "Mirjam Bakker", roles, "Het College", "2026-2027")
    session = Session.create(desk, cost=CHEAP)
    with session.work() as work:
        import_students(work, a_list(1, 1))
    log = (folder / "workbook.db-wal").read_bytes()
    assert log
    session.close(backup=False)
    return log


Damage = Callable[[bytes, Random], bytes]


def flip(good: bytes, chance: Random) -> bytes:
    bad = bytearray(good)
    bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
    return bytes(bad)


def cut(good: bytes, chance: Random) -> bytes:
    return good[: chance.randrange(len(good))]


def zeroed(good: bytes, chance: Random) -> bytes:
    at = chance.randrange(max(len(good) // PAGE, 1)) * PAGE
    part = good[at : at + PAGE]
    return good[:at] + bytes(len(part)) + good[at + len(part) :]


def swapped(good: bytes, chance: Random) -> bytes:
    size = PAGE if len(good) > 4 * PAGE else max(len(good) // 8, 1)
    one, two = chance.sample(range(len(good) // size), 2)
    bad = bytearray(good)
    bad[one * size : (one + 1) * size] = good[two * size : (two + 1) * size]
    return bytes(bad)


def noisy(good: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(good))
    return good[:at] + chance.randbytes(len(good) - at)


DAMAGE: tuple[Damage, ...] = (flip, cut, zeroed, swapped, noisy)


def hear(error: WorkbenchError) -> None:
    """What is told is a sentence for a person."""
    words = str(error)
    assert words.endswith("."), repr(error)
    assert "Error" not in words
    assert "sqlite" not in words.lower()


def students_in(workbook: Workbook) -> int:
    with workbook.engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count(Student.id))).scalar_one())


def database(made: Made, folder: Path, damage: Damage, chance: Random) -> None:
    good = (made.folder / "workbook.db").read_bytes()
    bad = damage(good, chance)
    (folder / "workbook.db").write_bytes(bad)
    notice(folder)


def notice(folder: Path) -> None:
    """Opening refuses the workbook in words, or looking it over finds the damage."""
    try:
        workbook = Workbook.open(folder, recovery_code=CODE)
    except WorkbenchError as error:
        hear(error)
        return
    with workbook:
        found = workbook.verify()
        assert found, "nobody would notice"
        assert all(line.endswith(".") for line in found)
        with pytest.raises(WorkbenchError) as refused:
            make_backup(workbook, NOW, BackupReason.DAILY)
        hear(refused.value)
        assert len(list_backups(workbook.folder.backups)) == 1, "the good one still stands"


def log(made: Made, folder: Path, damage: Damage, chance: Random) -> None:
    """A log of another workbook, an older one of this, or one of these damaged."""
    source = chance.choice([made.log, made.other_log])
    bad = source if damage is flip else damage(source, chance)
    (folder / "workbook.db-wal").write_bytes(bad)
    try:
        workbook = Workbook.open(folder, recovery_code=CODE)
    except WorkbenchError as error:
        hear(error)
        return
    with workbook:
        # All as it was last, or all as it was at a moment that was kept (an old workbook put
        # back as a whole, which only an anchor outside shows), or the damage is found.
        if not workbook.verify() and not problems_in_workbook(workbook.engine):
            assert students_in(workbook) in (0, 40, 80)


def key_file(made: Made, folder: Path, damage: Damage, chance: Random) -> None:
    good = (made.folder / "workbook.keys.json").read_bytes()
    (folder / "workbook.keys.json").write_bytes(damage(good, chance))
    opened = 0
    for way in ({"recovery_code": CODE}, {"passphrase": PASSPHRASE}):
        try:
            with Workbook.open(folder, **way) as workbook:  # type: ignore[arg-type]
                # The right key: a wrong one would not have opened the database.
                assert students_in(workbook) == 80
                opened += 1
                warned = len(workbook.warnings)
        except WorkbenchError as error:
            hear(error)
        (folder / "workbook.attempts").unlink(missing_ok=True)
    # More than those that are gone: a way may open still whose seal was hit.
    assert opened == 0 or warned >= 2 - opened, "a way in that is gone is a warning"


def backup(made: Made, folder: Path, damage: Damage, chance: Random) -> None:
    (path,) = (folder / "backups").glob("*.lobkopie")
    good = path.read_bytes()
    bad = damage(good, chance)
    if bad == good:
        return
    path.write_bytes(bad)
    with Workbook.open(folder, recovery_code=CODE) as workbook:
        found = verify_backup(path, workbook.data_key)
        assert found == [] or all(line.endswith(".") for line in found)
        target = folder / "terug"
        try:
            restore_backup(path, target, recovery_code=CODE)
        except WorkbenchError as error:
            hear(error)
            assert not target.exists()
            assert found, "listed as good, and cannot be put back"
            return
    # A bit that says nothing, such as the hour in a header of the archive: all is there.
    with Workbook.open(target, recovery_code=CODE) as restored:
        assert restored.verify() == []
        assert students_in(restored) == 80


def away_draft(_made: Made, folder: Path, damage: Damage, chance: Random) -> None:
    address, place = ServerAddress("lob.school.nl", "lob", "anna"), folder / "concepten"
    drafts = LocalDrafts(place, bytes(range(32)), address)
    drafts.keep("conversation", TALK, "Wil naar de zorg. " * 400, None, NOW)
    (path,) = place.glob("*.draft")
    good = path.read_bytes()
    bad = damage(good, chance)
    path.write_bytes(bad)
    if bad == good:
        return
    assert drafts.all() == ()
    (found,) = drafts.unopened()
    assert found.why in Unopened
    assert found.path.read_bytes() == bad, "put aside, not thrown away"
    # What is typed now is kept all the same.
    drafts.keep("conversation", TALK, "Opnieuw getypt.", None, NOW)
    assert [draft.content for draft in drafts.all()] == ["Opnieuw getypt."]
    shutil.rmtree(place)


FILES = {
    "database": database,
    "log of the database": log,
    "key file": key_file,
    "backup": backup,
    "draft on a laptop": away_draft,
}


def damage_often(file: str, times: int, made: Made, folder: Path, tally: Tally) -> None:
    """Damage a copy so many times, each kind of damage in turn."""
    chance = Random(2026)
    place = folder / "werkboek"
    for number in range(times):
        with suppress(FileNotFoundError):
            shutil.rmtree(place)
        shutil.copytree(made.folder, place)
        FILES[file](made, place, DAMAGE[number % len(DAMAGE)], chance)
    tally(f"damage to a {file}", times)


@pytest.mark.parametrize("file", FILES)
def test_damage_is_noticed_and_told(file: str, made: Made, tmp_path: Path, tally: Tally) -> None:
    damage_often(file, DAMAGES, made, tmp_path, tally)


@pytest.mark.soak
@pytest.mark.parametrize("file", FILES)
def test_so_is_much_damage(file: str, made: Made, tmp_path: Path, tally: Tally) -> None:
    damage_often(file, SOAK_DAMAGES, made, tmp_path, tally)
