"""``kill -9`` in backup, restore, migration, change of secrets, import and keeping files.

After every kill the workbook opens, nothing acknowledged is lost, ``verify`` finds nothing, every
listed backup is good, no half folder is taken for a workbook, and what was left half goes away.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.errors import WrongPassphrase, WrongRecoveryCode
from lob_workbench.domain.rights import Role
from lob_workbench.features.trialogue.records_forms import FormFile
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import Student, StudentGroup, StudentWord
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.records import SkillClaim, SkillEvidence
from lob_workbench.storage.backup import BackupReason, list_backups, make_backup, verify_backup
from lob_workbench.storage.base import new_id
from lob_workbench.storage.keys import KeyFile
from lob_workbench.storage.migrate import current_revision, newest_revision
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.workbook import Workbook, WorkbookFolder
from lob_workbench.talks.records_voices import VoiceText
from tests.helpers.counts import Tally
from tests.helpers.down_level import (
    Content,
    Filler,
    earlier_versions,
    lost_on_the_way,
    make_one_owner,
    upgrade_to,
)
from tests.helpers.kill_tasks import ANSWER, CHEAP, LISTED, NOW, a_file
from tests.helpers.killing import Workers

PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
KILLS = 20
SOAK_KILLS = 200

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")


@dataclass
class Bench:
    """One workbook that is killed over and over, and what must be in it."""

    folder: Path
    code: str = CODE
    passphrase: str = PASSPHRASE
    seen: set[Path] = field(default_factory=set)
    whole: float = 0.0
    """Seconds that one of it takes when nobody kills it, on this machine at this hour."""
    halfway: int = 0
    done: int = 0

    def killed(self, task: str, workers: Workers, kill: int, chance: Random) -> list[str]:
        """What a worker said that was killed at any moment of its first or second try."""
        if not self.whole:
            lines = workers.killed_after(task, self.folder, self.code, kill, 1, 0.0)
            self.whole = workers.took
            return lines
        delay = chance.random() * self.whole * 1.2
        return workers.killed_after(task, self.folder, self.code, kill, 0, delay)

    def look(self) -> Workbook:
        """Open the workbook: whole, swept, and every new backup good. The caller closes it."""
        workbook = Workbook.open(self.folder, recovery_code=self.code)
        try:
            assert workbook.verify() == []
            assert workbook.warnings == ()
            place = workbook.folder
            for path in (*place.path.iterdir(), *place.backups.iterdir()):
                assert ".part" not in path.name, "a leftover was not swept"
            listed = [found.path for found in list_backups(place.backups, workbook.data_key)]
            assert set(listed) == set(place.backups.glob("*.lobkopie"))
            for path in set(listed) - self.seen:
                assert verify_backup(path, workbook.data_key) == []
            self.seen |= set(listed)
        except BaseException:
            workbook.close()
            raise
        return workbook


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of today with a student, to copy."""
    folder = tmp_path_factory.mktemp("made") / "werkboek"
    roles = frozenset({Role.COUNSELLOR})
    desk = NewDesk(folder, PASSPHRASE, CODE, "Mirjam Bakker", roles, "Het College", "2026-2027")
    session = Session.create(desk, cost=CHEAP)
    with session.work() as work:
        student = Student(
            id=new_id(),
            number="0411001",
            counsellor_id=session.actor.staff_id,
            updated_at=session.clock.now(),
        )
        rename(student, PersonName("Zoë", "van 't", "Hart"))
        work.session.add(student)
        index_words(work, [student])
    session.close(backup=False)
    return folder


@pytest.fixture(scope="module")
def made_earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders with workbooks of earlier versions that hold rows in every table."""
    folder = tmp_path_factory.mktemp("earlier")
    for revision in earlier_versions()[5::6]:
        with Workbook.create(folder / revision, PASSPHRASE, CODE, cost=CHEAP) as workbook:
            upgrade_to(workbook.engine, revision)
            with workbook.engine.begin() as connection:
                Filler(connection).fill()
                make_one_owner(connection)
    return folder


Kind = Callable[[Bench, Workers, int, Random], None]


def in_backups(bench: Bench, workers: Workers, kill: int, chance: Random) -> None:
    lines = bench.killed("backup", workers, kill, chance)
    bench.halfway += any((bench.folder / "backups").glob(".*.part*"))
    with bench.look() as workbook:
        names = {path.name for path in workbook.folder.backups.iterdir()}
    assert {line.split()[1] for line in lines[-1:]} <= names, "a backup that was told of is gone"
    bench.done += len(lines)


def in_restores(bench: Bench, workers: Workers, kill: int, chance: Random) -> None:
    if not kill:
        with Workbook.open(bench.folder, recovery_code=bench.code) as workbook:
            make_backup(workbook, NOW, BackupReason.MANUAL)
    lines = bench.killed("restore", workers, kill, chance)
    restored = bench.folder.parent / "terug"
    told = {line.split()[1] for line in lines}
    found = set(restored.iterdir()) if restored.exists() else set()
    halves = {path for path in found if path.name.startswith(".")}
    bench.halfway += bool(halves)
    assert not any(WorkbookFolder(path).is_workbook() for path in halves)
    whole = found - halves
    assert told <= {path.name for path in whole}
    for path in whole:
        with Workbook.open(path, recovery_code=bench.code) as workbook:
            assert workbook.verify() == []
            with workbook.engine.connect() as connection:
                assert connection.execute(sa.select(Student.number)).scalars().all() == ["0411001"]
    bench.done += len(lines)
    # The next restore to the same place sweeps what the killed one left there.
    for path in halves:
        target = restored / path.name.split(".")[1]
        with suppress(OSError):
            shutil.rmtree(path)
        assert not target.exists()
    shutil.rmtree(restored, ignore_errors=True)


def in_migrations(bench: Bench, workers: Workers, kill: int, chance: Random) -> None:
    templates = sorted((bench.folder.parent / "earlier").iterdir())
    template = templates[kill % len(templates)]
    shutil.rmtree(bench.folder)
    shutil.copytree(template, bench.folder)
    bench.seen.clear()
    lines = bench.killed("migration", workers, kill, chance)
    before = content_of(template, bench.code)
    with bench.look() as workbook:
        revision = current_revision(workbook.engine)
        assert revision in (template.name, newest_revision()), "an upgrade is whole or nothing"
        assert not lines or revision == newest_revision()
        bench.done += revision == newest_revision()
        with workbook.engine.connect() as connection:
            assert lost_on_the_way(before, Content.of(connection)) == []
        if revision == newest_revision():
            assert bench.seen, "there is a backup from before it"
        bench.halfway += revision != newest_revision()
    if kill % 5 == 0:
        session = Session.open(bench.folder, recovery_code=bench.code)
        session.close(backup=False)
        with bench.look() as workbook, workbook.engine.connect() as connection:
            assert current_revision(workbook.engine) == newest_revision()
            assert lost_on_the_way(before, Content.of(connection)) == []


@cache
def content_of(folder: Path, code: str) -> Content:
    """What stands in a workbook."""
    with (
        Workbook.open(folder, recovery_code=code) as workbook,
        workbook.engine.connect() as connection,
    ):
        return Content.of(connection)


def in_changes_of_secrets(bench: Bench, workers: Workers, kill: int, chance: Random) -> None:
    lines = workers.killed_after(
        "secrets", bench.folder, bench.code, kill, chance.randrange(6, 30), chance.random() / 100
    )
    halfway = list(bench.folder.glob(".*.part"))
    key_file = KeyFile.load(bench.folder / "workbook.keys.json")
    last = {"code": bench.code, "passphrase": bench.passphrase}
    tried: dict[str, str] = {}
    for line in lines:
        did, what, secret = line.split(" ", 2)
        if did == "try":
            tried[what] = secret
        else:
            last[what] = secret
            tried.pop(what, None)
            bench.done += 1
    # The one that was told of, or the very next one; never an older one and never none.
    bench.code = first_that_opens(
        key_file.unlock_with_recovery, WrongRecoveryCode, last["code"], tried.get("code")
    )
    if "passphrase" in tried or kill % 5 == 0:
        bench.passphrase = first_that_opens(
            key_file.unlock_with_passphrase,
            WrongPassphrase,
            last["passphrase"],
            tried.get("passphrase"),
        )
    else:
        bench.passphrase = last["passphrase"]
    bench.halfway += bool(halfway or tried)
    bench.look().close()


def first_that_opens(
    unlock: Callable[[str], object], refused: type[Exception], *secrets: str | None
) -> str:
    """Which of these opens it; fails when none does."""
    for secret in secrets:
        if secret is not None:
            with suppress(refused):
                unlock(secret)
                return secret
    pytest.fail("no secret opens the workbook any more")


def in_imports(bench: Bench, workers: Workers, kill: int, chance: Random) -> None:
    lines = workers.killed_after(
        "import", bench.folder, bench.code, kill, kill % 3, chance.random() * 0.2
    )
    with bench.look() as workbook, workbook.engine.connect() as connection:
        numbers = connection.execute(
            sa.select(Student.number).where(Student.number.like(f"L{kill:03}-%"))
        ).scalars()
        lists: dict[str, int] = {}
        for number in numbers:
            lists[number[1:8]] = lists.get(number[1:8], 0) + 1
        assert set(lists.values()) <= {LISTED}, "a list is there whole or not at all"
        told = {line.split()[1] for line in lines}
        assert told <= lists.keys()
        assert len(lists) <= len(told) + 1
        groups = connection.execute(
            sa.select(sa.func.count()).where(StudentGroup.name.like(f"G{kill}-%"))
        ).scalar()
        assert groups == len(lists)
        without = sa.select(sa.func.count()).where(
            Student.id.not_in(sa.select(StudentWord.student_id))
        )
        assert connection.execute(without).scalar() == 0
    bench.done += len(lines)
    bench.halfway += len(lines) < 20


def in_keeping_files(bench: Bench, workers: Workers, kill: int, chance: Random) -> None:
    lines = workers.killed_after(
        "files", bench.folder, bench.code, kill, chance.randrange(4), chance.random() / 10
    )
    with bench.look() as workbook, workbook.engine.connect() as connection:
        forms = {
            row.form_id: row.content
            for row in connection.execute(sa.select(FormFile.form_id, FormFile.content))
        }
        evidence = {
            row.claim_id: row.content
            for row in connection.execute(sa.select(SkillEvidence.claim_id, SkillEvidence.content))
        }
        for line in lines:
            _, what, made, number = line.split()
            kept = (forms if what == "form" else evidence)[UUID(made)]
            assert kept == a_file(int(number)), "the file is whole"
        # A form that was taken over has its answers, a claim its file.
        count = sa.func.count
        voices = connection.execute(sa.select(count()).where(VoiceText.text == ANSWER)).scalar()
        assert voices == len(forms)
        assert connection.execute(sa.select(count(SkillClaim.id))).scalar() == len(evidence)
    bench.done += len(lines)
    bench.halfway += 1


KINDS: dict[str, Kind] = {
    "backups": in_backups,
    "restores": in_restores,
    "migrations": in_migrations,
    "changes of passphrase and code": in_changes_of_secrets,
    "imports": in_imports,
    "keeping files": in_keeping_files,
}


def kill(
    kind: str,
    kills: int,
    made: Path,
    earlier: Path,
    folder: Path,
    workers: Workers,
    tally: Tally,
) -> None:
    """Kill so often in this kind of work, and look after each time."""
    shutil.copytree(made, folder / "werkboek")
    (folder / "earlier").symlink_to(earlier)
    bench, chance, begun = Bench(folder / "werkboek"), Random(2026), time.monotonic()
    for number in range(kills):
        KINDS[kind](bench, workers, number, chance)
    spent = time.monotonic() - begun
    print(f"\n{kills} kills in {kind}: {bench.halfway} halfway, {bench.done} done; {spent:.1f} s")
    assert bench.halfway, "no kill came halfway"
    tally(f"kills in {kind}", kills)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_and_nothing_is_left_half(
    kind: str, made: Path, made_earlier: Path, tmp_path: Path, workers: Workers, tally: Tally
) -> None:
    kill(kind, KILLS, made, made_earlier, tmp_path, workers, tally)


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_nor_in_many_kills(
    kind: str, made: Path, made_earlier: Path, tmp_path: Path, workers: Workers, tally: Tally
) -> None:
    kill(kind, SOAK_KILLS, made, made_earlier, tmp_path, workers, tally)
