"""Waiting until a window has nothing left to do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from lob_workbench.ui.jobs import Jobs

_LONGEST = 60_000
"""Milliseconds for one wait; only a hang takes as long."""


def settle(*all_jobs: Jobs) -> None:
    """Let all work finish and all answers arrive, and all that an answer asks for in its turn.

    A page may ask for more once its rows are laid out and painted: the window lives a few turns
    before it counts as quiet.
    """
    while True:
        for jobs in all_jobs:
            while jobs.busy:
                assert jobs.wait(_LONGEST)
        for _ in range(3):
            QApplication.processEvents()
        if not any(jobs.busy for jobs in all_jobs):
            return
