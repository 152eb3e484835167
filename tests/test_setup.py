"""Setting up: the lock, the Makefile, the scripts and the wheel."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
SCRIPTS = ("run", "setup", "system-packages")
TARGETS = ("setup", "run", "test", "tour", "shots", "bench", "lint", "lock", "i18n", "soak")


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked() -> dict[str, str]:
    """Return each locked package's name and its whole entry, hashes included."""
    text = LOCK.read_text("utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line.strip()]
    return {_normalised(re.split(r"[=\[ ]", entry)[0]): entry for entry in entries}


def test_lock_names_no_address() -> None:
    text = LOCK.read_text("utf-8")
    assert "//" not in text
    assert not re.search(r"^\s*(#|-i |--(index|extra|find|trusted))", text, re.MULTILINE)


def test_every_locked_package_is_pinned_and_hashed() -> None:
    for name, entry in _locked().items():
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+", entry), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), name


def test_lock_holds_all_that_the_project_asks_for() -> None:
    project = _project()
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {_normalised(re.split(r"[\[<>=!~ ;]", requirement)[0]) for requirement in asked}
    assert names <= _locked().keys(), "run `make lock`"


def test_no_committed_file_names_a_registry() -> None:
    try:
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    # Written in parts, or this file would name them itself.
    hosts = re.compile(
        rb"(index-"
        rb"url\s*[=:]?\s*['\"]?https?:|pypi\."
        rb"org|python"
        rb"hosted\.org|/sim"
        rb"ple/)"
    )
    named = [
        name
        for name in listing.split("\0")
        if name and (ROOT / name).is_file() and hosts.search((ROOT / name).read_bytes())
    ]
    assert not named


def test_licence_is_an_spdx_expression() -> None:
    assert _project()["project"]["license"] == "EUPL-1.2"


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_can_be_run(script: str) -> None:
    path = ROOT / ".ci" / script
    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", path], check=True)


def test_unknown_purpose_is_refused() -> None:
    done = subprocess.run(
        ["bash", ROOT / ".ci" / "system-packages", "everything"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "everything" in done.stderr


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target: str) -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_coverage_check_names_what_is_missing() -> None:
    spec = importlib.util.spec_from_file_location("check_coverage", ROOT / ".ci/check_coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files = {
        "lob_workbench/features/a/rules.py": {"missing_lines": [3], "missing_branches": [[4, -1]]},
        "lob_workbench/features/a/operations.py": {"missing_lines": [], "missing_branches": []},
        "lob_workbench/features/a/page.py": {"missing_lines": [1], "missing_branches": []},
    }
    assert module.shortfalls({"files": files}) == [
        "lob_workbench/features/a/rules.py: not covered: 3, 4->exit"
    ]


def test_wheel_carries_resources_and_migrations(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(name for name in names if name.endswith("/METADATA"))
        assert "License-Expression: EUPL-1.2" in archive.read(metadata).decode()
    assert "lob_workbench/_resources/content/questions.toml" in names
    assert "lob_workbench/_migrations/env.py" in names
    # Nothing beside the package, or it would shadow another project's `tests`.
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"lob_workbench"}
