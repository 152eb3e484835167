"""Playing a chapter of the tour as a person does: from the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_SECONDS = 420
"""What the longest takes beside two other tests."""


def tour(out: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Play with these arguments; what it says comes back."""
    return subprocess.run(
        [sys.executable, "-m", "lob_workbench", "tour", str(out), *map(str, arguments)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )


def chapter(out: Path, name: str) -> str:
    """Play one chapter, which must end well, and give what it said."""
    done = tour(out, "--chapter", name)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout
