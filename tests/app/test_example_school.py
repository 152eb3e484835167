"""The example school leaves nothing behind, also after a crash."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from lob_workbench.app.example_school import sweep_left
from lob_workbench.storage.lock import FolderLock

LONG_AGO = time.time() - 2 * 86_400


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(place: Path, when: float = LONG_AGO) -> Path:
    folder = place / "Voorbeeldschool"
    folder.mkdir(parents=True)
    for name in ("workbook.db", "workbook.lock", "workbook.keys.json"):
        (folder / name).write_bytes(b"x")
    for path in (folder / "workbook.db", folder, place):
        os.utime(path, (when, when))
    return folder


def test_what_a_crash_left_goes_away(temporary: Path) -> None:
    left(temporary / "lob-voorbeeld-abc")
    sweep_left()
    assert not list(temporary.iterdir())


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners are told apart by number")
def test_what_another_login_laid_there_stays(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(temporary / "lob-voorbeeld-abc")
    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)
    sweep_left()
    assert list(temporary.iterdir())


def test_what_may_be_in_use_or_is_not_ours_stays(temporary: Path) -> None:
    recent = left(temporary / "lob-voorbeeld-new", time.time())
    busy = left(temporary / "lob-voorbeeld-open")
    other = left(temporary / "elsewhere")
    (temporary / "lob-voorbeeld-link").symlink_to(other.parent, target_is_directory=True)
    (temporary / "lob-voorbeeld-odd").write_text("a file")
    (temporary / "lob-voorbeeld-half").mkdir()
    lock = FolderLock(busy / "workbook.lock")
    sweep_left()
    lock.release()
    assert all((folder / "workbook.db").exists() for folder in (recent, busy, other))
    assert len(list(temporary.iterdir())) == 6
