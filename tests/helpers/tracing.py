"""Counts lines for tests of what decides, and not for tests of whole windows.

Following every line makes a test of a window nearly twice as long, and nothing asks for the figure:
what must be covered wholly are rules and operations (`.ci/check_coverage.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

import pytest

_WINDOWS = ("app", "ui")
_NOTHING_DECIDED = (
    "test_tour",
    "test_kill",
    "test_postgres",
    "test_server_faults",
    "test_hostile",
    "test_filled",  # a parser that others wrote, on two million letters
)
_DECIDING = ("test_import_workbook.py", "test_school.py")


def is_of_a_window(path: PurePath) -> bool:
    """Whether the tests in this file are about a whole window, or kill what they start."""
    if path.name.startswith(_NOTHING_DECIDED):
        return True
    return path.parent.name in _WINDOWS and path.name not in _DECIDING


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    """Pause and resume where the kind of test changes; files come in a row, so that is seldom."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is not None and controller.cov is not None:
        wanted = not is_of_a_window(item.path)
        if controller.started != wanted:
            controller.resume() if wanted else controller.pause()
    return (yield)
