"""What a worker does over and over until it is killed; each says what it did after it was done.

Every task is called in a forked process with the folder of a workbook and its recovery code, says
``ready`` when the part begins in which it is to be killed, and ends by being killed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from lob_workbench.app.session import Session
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.features.life_skills import operations_claims
from lob_workbench.features.life_skills.rules_claims import FileName
from lob_workbench.features.student_import.columns import StudentField
from lob_workbench.features.student_import.operations import import_students
from lob_workbench.features.student_import.reader import Row, Table
from lob_workbench.features.student_import.rules import ParsedList, parse
from lob_workbench.features.trialogue.operations_forms import issue_form, take_over
from lob_workbench.features.trialogue.rules_forms import (
    DAY_FIELD,
    FUNCTION_FIELD,
    NAME_FIELD,
    TOKEN_FIELD,
    answer_field,
)
from lob_workbench.output.filled import FilledForm
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.rules import EvidenceFile
from lob_workbench.storage.backup import BackupReason, make_backup, restore_backup
from lob_workbench.storage.base import new_id
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.workbook import Workbook
from lob_workbench.talks.rules import Party
from tests.features.life_skills.claims import a_typed_claim

CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
NOW = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)
LISTED = 40
"""Students in one list."""
FILE_BYTES = 60_000
ANSWER = "Blijft rustig."


def say(words: str) -> None:
    """One line, in one write, at once."""
    os.write(1, f"{words}\n".encode())


def back_up(folder: Path, code: str, seed: int) -> None:
    """A backup after another, a day further each time."""
    workbook = Workbook.open(folder, recovery_code=code)
    say("ready")
    for number in range(1_000):
        # Hours: an archive tells no day after 2107, and a long run makes two hundred kills.
        moment = NOW + timedelta(hours=seed * 1_000 + number)
        made = make_backup(workbook, moment, BackupReason.MANUAL)
        say(f"done {made.path.name}")


def restore(folder: Path, code: str, seed: int) -> None:
    """The only backup in the folder, put back beside it again and again."""
    (backup,) = (folder / "backups").glob("*.lobkopie")
    say("ready")
    for number in range(1_000):
        target = folder.parent / "terug" / f"{seed}-{number}"
        restore_backup(backup, target, recovery_code=code)
        say(f"done {target.name}")


def migrate(folder: Path, code: str, _seed: int) -> None:
    """Open an older workbook, which backs it up and upgrades it."""
    say("ready")
    session = Session.open(folder, recovery_code=code)
    say("done upgrade")
    session.close(backup=False)


def change_secrets(folder: Path, code: str, seed: int) -> None:
    """Another recovery code each time, and now and then another passphrase; told before, too."""
    workbook = Workbook.open(folder, recovery_code=code)
    say("ready")
    for number in range(1_000):
        if number % 10 == 0:
            words = f"paarden lopen zacht {seed} {number}"
            say(f"try passphrase {words}")
            workbook.change_passphrase(words, CHEAP)
            say(f"done passphrase {words}")
        code = new_recovery_code()
        say(f"try code {code}")
        workbook.replace_recovery(code)
        say(f"done code {code}")


def a_list(seed: int, number: int) -> ParsedList:
    """A list of students of whom nobody has heard."""
    columns = {
        StudentField.STUDENT_NUMBER: 0,
        StudentField.FIRST_NAME: 1,
        StudentField.LAST_NAME: 2,
        StudentField.GROUP: 3,
        StudentField.MENTOR: 4,
    }
    rows = tuple(
        Row(
            line,
            (
                f"L{seed:03}-{number:03}-{line:03}",
                "Zoë",
                f"Hart {line}",
                f"G{seed}-{number}",
                f"M. Bos {number}",
            ),
        )
        for line in range(LISTED)
    )
    head = tuple(field.value for field in columns)
    return parse(Table("utf-8", ";", head, rows), columns, NOW.date())


def import_lists(folder: Path, code: str, seed: int) -> None:
    """A list after another."""
    session = Session.open(folder, recovery_code=code)
    lists = [a_list(seed, number) for number in range(20)]
    say("ready")
    for number, parsed in enumerate(lists):
        with session.work() as work:
            import_students(work, parsed)
        say(f"done {seed:03}-{number:03}")


def a_file(seed: int) -> bytes:
    """The same bytes for the same number."""
    return b"%PDF-1.7 " + Random(seed).randbytes(FILE_BYTES)


def keep_files(folder: Path, code: str, seed: int) -> None:
    """A form that came back and a claim with a file as evidence, in turn."""
    session = Session.open(folder, recovery_code=code)
    with session.work() as work:
        student = list_students(work, StudentFilter())[0].id
    say("ready")
    for number in range(seed * 1_000, seed * 1_000 + 500):
        talk = new_id()
        with session.work() as work:
            day = session.clock.today() + timedelta(days=7)
            form = issue_form(work, student, talk, Party.COMPANY, day)
        answers = {
            TOKEN_FIELD: form.sheet.token,
            NAME_FIELD: "Ans de Boer",
            FUNCTION_FIELD: "praktijkopleider",
            DAY_FIELD: "3 december",
            answer_field(VoiceTopic.QUALITIES): ANSWER,
        }
        with session.work() as work:
            filled = FilledForm("Ingevuld.pdf", a_file(number), answers)
            take_over(work, student, talk, Party.COMPANY, filled, 0)
        say(f"done form {form.form_id} {number}")
        file = EvidenceFile(new_id(), "bewijs.pdf", "application/pdf", a_file(number))
        with session.work() as work:
            operations_claims.keep_file(work, student, file)
        named = FileName(file.id, file.name, file.media_type)
        typed = a_typed_claim(student)
        with session.work() as work:
            operations_claims.claim(work, replace(typed, files=(named,)))
        say(f"done evidence {dict(typed.ids)[typed.chosen[0]]} {number}")


TASKS: dict[str, Callable[[Path, str, int], None]] = {
    "backup": back_up,
    "restore": restore,
    "migration": migrate,
    "secrets": change_secrets,
    "import": import_lists,
    "files": keep_files,
}
