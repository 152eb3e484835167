"""A disk that fails at any write of a counsellor's day: told, nothing lost, nothing corrupt.

Each write that a step of the day makes is one point. At each the disk is full, breaks for good or
fails once; then it is mended and the same step is done again, as a person would.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.errors import DiskFull, WorkbenchError
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations
from lob_workbench.features.life_skills import operations_claims
from lob_workbench.features.life_skills.rules_claims import FileName
from lob_workbench.features.student_import.operations import import_students
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import Student
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.records import SkillClaim, SkillEvidence
from lob_workbench.skills.rules import EvidenceFile
from lob_workbench.storage.backup import list_backups, verify_backup
from lob_workbench.storage.base import new_id
from lob_workbench.storage.keys import KeyFile
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.talks.records import Agreement, Conversation
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    ConversationDraft,
    TopicText,
)
from tests.features.life_skills.claims import a_typed_claim
from tests.helpers.bad_disk import BadDisk, Fault, bad_disk
from tests.helpers.counts import Tally
from tests.helpers.kill_tasks import CHEAP, LISTED, a_list

PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
POINTS = 50
EVERY = 100
"""So many writes of a step fail one by one in a long run, and of those after them each fourth."""


@dataclass
class Day:
    """A desk at which one step after the other is done, and what must be kept by now."""

    folder: Path
    disk: BadDisk
    student: UUID
    session: Session | None = None
    draft: ConversationDraft | None = None
    talks: set[UUID] = field(default_factory=set)
    claims: set[UUID] = field(default_factory=set)
    evidence: EvidenceFile | None = None
    closed: set[UUID] = field(default_factory=set)
    listed: int = 0
    backups: int = 0
    chance: Random = field(default_factory=lambda: Random(3))

    @property
    def desk(self) -> Session:
        """The session; there is one."""
        assert self.session is not None
        return self.session

    def opened(self) -> Session:
        """The session, opened when the step before closed it or could not open it."""
        if self.session is None:
            self.session = Session.open(self.folder, recovery_code=CODE)
        return self.session


def open_workbook(day: Day) -> None:
    if day.session is not None:
        day.session.close(backup=False)
        day.session = None
    day.opened()


def keep_draft(day: Day) -> None:
    words = f"gesprek {day.chance.random()} " + "woorden " * 900
    draft = ConversationDraft(
        id=new_id() if day.draft is None or day.draft.id in day.talks else day.draft.id,
        student_id=day.student,
        held_on=day.desk.clock.today(),
        focus="nadruk",
        summary=words,
        topics=(TopicText(CareerCompetence.MOTIVES, "ervaring", "inzicht", ""),),
        agreements=(
            AgreementText("Belt de stage", AgreementOwner.STUDENT, day.desk.clock.today()),
        ),
    )
    with day.desk.work() as work:
        operations.keep_draft(work, draft)
    day.draft = draft


def record_talk(day: Day) -> None:
    if day.draft is None or day.draft.id in day.talks:
        good(day, keep_draft)
    assert day.draft is not None
    with day.desk.work() as work:
        operations.record(work, day.draft)
    day.talks.add(day.draft.id)


def close_agreement(day: Day) -> None:
    if not open_agreements(day):
        good(day, record_talk)
    made, version = open_agreements(day)[0]
    with day.desk.work() as work:
        operations.close_agreement(work, made, version, AgreementStatus.DROPPED, "Hoeft niet meer")
    day.closed.add(made)


def open_agreements(day: Day) -> list[tuple[UUID, int]]:
    """Agreements that wait for an answer, with their version."""
    with day.desk.work() as work:
        return [
            (row.id, row.version)
            for row in work.session.execute(
                sa.select(Agreement.id, Agreement.version).where(
                    Agreement.status == AgreementStatus.OPEN
                )
            )
        ]


def keep_evidence(day: Day) -> None:
    content = b"%PDF-1.7 " + day.chance.randbytes(20_000)
    file = EvidenceFile(new_id(), "bewijs.pdf", "application/pdf", content)
    with day.desk.work() as work:
        operations_claims.keep_file(work, day.student, file)
    day.evidence = file


def claim(day: Day) -> None:
    if day.evidence is None:
        good(day, keep_evidence)
    assert day.evidence is not None
    named = FileName(day.evidence.id, day.evidence.name, day.evidence.media_type)
    typed = replace(a_typed_claim(day.student), files=(named,))
    with day.desk.work() as work:
        operations_claims.claim(work, typed)
    day.claims.add(dict(typed.ids)[typed.chosen[0]])
    day.evidence = None


def import_list(day: Day) -> None:
    parsed = a_list(1, day.listed)
    with day.desk.work() as work:
        import_students(work, parsed)
    day.listed += 1


def change_code(day: Day) -> None:
    # The same code in a new slot: what counts is that the old or the new file stands.
    day.desk.workbook.replace_recovery(CODE)


def back_up(day: Day) -> None:
    day.desk.back_up()
    day.backups += 1


def close_with_backup(day: Day) -> None:
    session = day.opened()
    day.session = None
    session.close(backup=True)
    day.backups += 1


STEPS: dict[str, Callable[[Day], None]] = {
    "opening": open_workbook,
    "keeping a draft": keep_draft,
    "recording a talk": record_talk,
    "closing an agreement": close_agreement,
    "keeping a file": keep_evidence,
    "claiming": claim,
    "importing a list": import_list,
    "changing the recovery code": change_code,
    "backing up": back_up,
    "closing with a backup": close_with_backup,
}


def good(day: Day, step: Callable[[Day], None]) -> None:
    """Do a step that comes before, on a good disk; the armed fault waits for the step itself."""
    armed = day.disk.writes, day.disk._at
    day.disk.disarm()
    step(day)
    day.disk.writes, day.disk._at = armed


def look(day: Day) -> None:
    """On a mended disk: whole, and all that was acknowledged is there, and no more than that."""
    # As it stands on the disk: the open session would not notice a key file that is gone.
    KeyFile.load(day.folder / "workbook.keys.json").unlock_with_recovery(CODE).wipe()
    session = day.opened()
    assert session.workbook.verify() == []
    with session.work() as work:
        talks = set(work.session.scalars(sa.select(Conversation.id)))
        claims = set(work.session.scalars(sa.select(SkillClaim.id)))
        files = set(work.session.scalars(sa.select(SkillEvidence.claim_id)))
        listed = work.session.scalar(
            sa.select(sa.func.count()).where(Student.number.like("L001-%"))
        )
        closed = set(
            work.session.scalars(
                sa.select(Agreement.id).where(Agreement.status == AgreementStatus.DROPPED)
            )
        )
        kept = operations.prepare(work, day.student)
    assert talks == day.talks
    assert claims == files == day.claims
    assert closed == day.closed
    assert listed == day.listed * LISTED
    if day.draft is not None and day.draft.id not in day.talks:
        assert kept.draft.summary == day.draft.summary
    place = session.workbook.folder
    found = list_backups(place.backups, session.workbook.data_key)
    assert len(found) == len(list(place.backups.glob("*.lobkopie")))
    if found:
        assert verify_backup(found[0].path, session.workbook.data_key) == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """A workbook with a student, to copy."""
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
        student_id = student.id
    session.close(backup=False)
    return folder, student_id


@pytest.fixture
def day(made: tuple[Path, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    folder = shutil.copytree(made[0], tmp_path / "werkboek")
    student_id = made[1]
    with bad_disk(monkeypatch) as disk:
        day = Day(folder, disk, student_id)
        day.opened()
        yield day
        disk.disarm()
        if day.session is not None:
            day.session.close(backup=False)
    shutil.rmtree(folder)


def fail_at(day: Day, name: str, fault: Fault, at: int) -> bool:
    """Let the disk fail at one write of a step; False when the step makes fewer writes."""
    day.opened()
    day.disk.arm(fault, at)
    told: WorkbenchError | None = None
    try:
        STEPS[name](day)
    except WorkbenchError as error:
        told = error
    finally:
        day.disk.disarm()
    hit = day.disk.hit
    assert hit or told is None, f"{name}: {told}"
    if told is not None:
        words = str(told)
        assert words.endswith("."), words
        assert "Error" not in words
        assert isinstance(told, DiskFull) or fault is not Fault.FULL, words
    look(day)
    if told is not None:
        STEPS[name](day)
    return hit


def writes_of(day: Day, name: str) -> int:
    """How many writes a step makes on a good disk."""
    day.opened()
    day.disk.arm(Fault.FULL, sys.maxsize)
    STEPS[name](day)
    day.disk.disarm()
    return day.disk.writes


@pytest.mark.parametrize("name", STEPS)
def test_a_fault_is_told_and_costs_nothing(day: Day, name: str, tally: Tally) -> None:
    faults, hits, at = list(Fault), 0, 1
    while hits < POINTS // len(STEPS) + 1:
        # Further apart as it goes: the first writes differ most from each other.
        if not fail_at(day, name, faults[hits % 3], at):
            break
        hits, at = hits + 1, at + 1 + hits * 2
    look(day)
    assert hits, "this step writes nothing"
    tally("disk faults at writes of a day", hits)


@pytest.mark.soak
@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("name", STEPS)
def test_so_at_every_write(day: Day, name: str, fault: Fault, tally: Tally) -> None:
    # The first time is longer than those after it: what is there already is not made again.
    writes = min(writes_of(day, name) for _ in range(2))
    # Of a copy the later writes are all alike: pages of the same file.
    points = [at for at in range(1, writes + 1) if at <= EVERY or at % 4 == 0]
    hits = sum(fail_at(day, name, fault, at) for at in points)
    look(day)
    # Its last writes may be left out: a log that is emptied, an old copy that is taken away.
    assert hits > 0.6 * len(points)
    tally("disk faults at writes of a day", hits)
