"""The command line for scripts: exit codes 0, 1 and 2, one clear line, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lob_workbench.app.cli import main
from lob_workbench.app.session import Session
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter
from tests.helpers.command_line import Outcome, Run

ROOT = Path(__file__).resolve().parents[2]
LIST = (
    "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Mentor\r\n"
    "0411001;Zoë;van 't;Hart;PW2B;Bakker, M.\r\n"
    "0411002;Łukasz;;Wójcik;PW2B;Jansen, P.\r\n"
    ";Zonder;;Nummer;PW2B;Bakker, M.\r\n"
)


@pytest.fixture
def keys(tmp_path: Path, ready: Any) -> Path:
    """A file with the passphrase."""
    file = tmp_path / "zin.txt"
    file.write_text(f"{ready.passphrase}\nnog een regel\n", "utf-8")
    return file


@pytest.fixture
def students(tmp_path: Path) -> Path:
    """A small list with one line that cannot be imported."""
    file = tmp_path / "lijst.csv"
    file.write_bytes(LIST.encode("utf-8-sig"))
    return file


def refused(outcome: Outcome) -> str:
    """The one line that a refusal says; checks that it is one, on standard error, in words."""
    assert outcome.code == 1
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    (line,) = outcome.err.splitlines()
    assert len(line) > 10
    return line


def test_a_list_is_imported_once_and_the_rejected_line_is_told(
    run: Run, ready: Any, keys: Path, students: Path
) -> None:
    words = ("import", students, "--workbook", ready.folder, "--passphrase-file", keys)
    first = run(*words, "--mentor", "Bakker, M.")
    assert (first.code, first.err) == (0, "")
    told = first.out.splitlines()
    assert told[0] == "2 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 niet ingelezen, 0 dubbel"
    assert told[1:] == ["regel 4: Er is geen studentnummer."]
    again = run(*words)
    assert again.code == 0
    assert again.out.startswith("0 nieuw, 0 gewijzigd, 2 ongewijzigd")
    session = Session.open(ready.folder, passphrase=ready.passphrase)
    with session.work() as work:
        mine = [row.name.full for row in list_students(work, StudentFilter())]
    session.close(backup=False)
    assert mine == ["Zoë van 't Hart"]
    assert len(list((ready.folder / "backups").iterdir())) == 2


def test_an_unknown_mentor_is_refused_in_words(
    run: Run, ready: Any, keys: Path, students: Path
) -> None:
    words = ("import", students, "--workbook", ready.folder, "--passphrase-file", keys)
    for name in ("Pietersen", "{0} {x}"):
        assert name in refused(run(*words, "--mentor", name))


def test_check_says_that_a_whole_workbook_is_whole(run: Run, ready: Any, keys: Path) -> None:
    outcome = run("check", "--workbook", ready.folder, "--passphrase-file", keys)
    assert (outcome.code, outcome.out, outcome.err) == (0, "Het werkboek is heel.\n", "")


def test_check_tells_of_a_damaged_workbook(run: Run, ready: Any, keys: Path) -> None:
    file = ready.folder / "workbook.db"
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 64] = bytes(64)
    file.write_bytes(data)
    outcome = run("check", "--workbook", ready.folder, "--passphrase-file", keys)
    assert outcome.code == 1
    assert outcome.err.strip()
    assert "Traceback" not in outcome.err


def test_a_backup_is_restored_with_the_passphrase_or_the_code_alone(
    run: Run, ready: Any, keys: Path, tmp_path: Path
) -> None:
    made = run("backup", "--workbook", ready.folder, "--passphrase-file", keys)
    assert made.code == 0
    copy = Path(made.out.strip())
    assert copy.is_file()
    code = tmp_path / "code.txt"
    code.write_text(ready.recovery_code, "utf-8")
    for name, option, file in (
        ("met zin", "--passphrase-file", keys),
        ("met code", "--recovery-code-file", code),
    ):
        folder = tmp_path / name
        back = run("restore", copy, "--workbook", folder, option, file)
        assert (back.code, back.err) == (0, "")
        assert str(folder) in back.out
        checked = run("check", "--workbook", folder, "--passphrase-file", keys)
        assert checked.code == 0
    assert refused(run("restore", copy, "--workbook", ready.folder, "--passphrase-file", keys))


def test_what_cannot_be_opened_is_one_line(
    run: Run, ready: Any, keys: Path, tmp_path: Path
) -> None:
    wrong, empty, odd = (tmp_path / name for name in ("fout.txt", "leeg.txt", "vreemd {0}.txt"))
    wrong.write_text("dit is hem niet\n")
    empty.write_bytes(b"")
    odd.write_bytes(b"\xff\xfe\x80\x81")
    for folder, file in (
        (tmp_path / "nergens", keys),
        (tmp_path, keys),
        (ready.folder, wrong),
        (ready.folder, empty),
        (ready.folder, odd),
        (ready.folder, tmp_path / "geen.txt"),
        (ready.folder, tmp_path),
    ):
        for verb in ("check", "backup"):
            line = refused(run(verb, "--workbook", folder, "--passphrase-file", file))
            assert "dit is hem" not in line


def test_a_list_that_is_none_is_one_line(run: Run, ready: Any, keys: Path, tmp_path: Path) -> None:
    binary, empty = tmp_path / "foto.csv", tmp_path / "leeg.csv"
    binary.write_bytes(bytes(range(256)) * 40)
    empty.write_bytes(b"")
    for file in (binary, empty, tmp_path / "geen.csv", tmp_path):
        outcome = run("import", file, "--workbook", ready.folder, "--passphrase-file", keys)
        refused(outcome)


def test_a_copy_that_is_none_is_one_line(run: Run, keys: Path, tmp_path: Path) -> None:
    junk = tmp_path / "kopie.lob"
    junk.write_bytes(b"geen kopie" * 100)
    for file in (junk, tmp_path / "geen", tmp_path):
        refused(run("restore", file, "--workbook", tmp_path / "n", "--passphrase-file", keys))
        assert not (tmp_path / "n").exists()


def test_without_a_keyboard_the_passphrase_must_come_from_a_file(
    run: Run, ready: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", open(os.devnull))  # noqa: SIM115
    with sys.stdin:
        assert "--passphrase-file" in refused(run("check", "--workbook", ready.folder))


@pytest.mark.parametrize(
    "words",
    [
        ("bestaatniet",),
        ("import",),
        ("restore", "kopie"),
        ("check", "--bestaatniet"),
        ("check", "--workbook"),
        ("--bestaatniet",),
        ("backup", "te", "veel"),
    ],
    ids=" ".join,
)
def test_a_wrong_use_is_two(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "words", [(), ("import",), ("check",), ("backup",), ("restore",), ("tour",)]
)
def test_help_is_given_for_each_verb(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(*words, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert words == () or words[0] in outcome.out


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--help",), 0), (("check", "--workbook", "/nergens"), 1), (("bestaatniet",), 2)],
)
def test_the_program_itself_ends_with_the_same_codes(words: tuple[str, ...], code: int) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_starting_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys; import lob_workbench.app.cli\n"
        "heavy = {'sqlalchemy', 'PySide6', 'reportlab', 'openpyxl', 'alembic', 'sqlcipher3',"
        " 'faker', 'cryptography', 'argon2'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_error_that_nobody_planned_quotes_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise KeyError("Zoë van 't Hart")

    monkeypatch.setattr("lob_workbench.app.cli.cli", broken)
    with pytest.raises(SystemExit) as stopped:
        main()
    said = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "KeyError" in said
    assert "Zoë" not in said
