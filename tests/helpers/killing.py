"""Starts workers in a warm process and kills them; see ``kill_worker`` for what they do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
_WORDS = ("talk", "draft", "try", "done")


class Workers:
    """One warm process, and at most one worker of it at a time."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        self.took = 0.0
        """Seconds that the last worker took for the first thing it did."""
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.kill_worker"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def killed_after(
        self, task: str, folder: Path, code: str, seed: int, commits: int, delay: float
    ) -> list[str]:
        """What a worker said until it was killed, ``delay`` seconds after so many commits."""
        self._say(f"{task}\t{folder}\t{code}\t{seed}")
        process = int(self._hear("pid").split()[1])
        lines: list[str] = []
        try:
            self._hear("ready")
            begun = time.monotonic()
            while len(lines) < commits:
                lines.append(self._hear(*_WORDS))
                self.took = self.took if len(lines) > 1 else time.monotonic() - begun
            # Read on meanwhile: a worker that waits for a full pipe is not in a commit.
            end = threading.Timer(delay, _kill, (process,))
            end.start()
        except BaseException:
            _kill(process)
            self._drain()
            raise
        while (line := self._hear(*_WORDS, "gone")) != "gone":
            lines.append(line)
        end.cancel()
        end.join()
        return lines

    def _drain(self) -> None:
        """Read what a worker still said, so that the next one is not taken for it."""
        assert self._parent.stdout is not None
        while (line := self._parent.stdout.readline()) and line.strip() != "gone":
            pass

    def _say(self, words: str) -> None:
        assert self._parent.stdin is not None
        self._parent.stdin.write(f"{words}\n")
        self._parent.stdin.flush()

    def _hear(self, *expected: str) -> str:
        assert self._parent.stdout is not None
        line = self._parent.stdout.readline().strip()
        assert line.startswith(expected), line or "the workers are gone"
        return line

    def close(self) -> None:
        """Let the warm process end."""
        self._parent.communicate(timeout=PATIENCE)


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
