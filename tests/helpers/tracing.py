"""Counts lines for tests of what decides, and not for tests of windows.

Following every line makes a test of a window nearly twice as long, and nothing asks for the figure:
what must be covered wholly are rules and operations (`.ci/check_coverage.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

import pytest

_WINDOWS = ("app", "attack", "ui")


def is_of_a_window(path: PurePath) -> bool:
    """Whether the tests in this file open windows or attack from outside."""
    return any(part in _WINDOWS for part in path.parent.parts[-1:]) or path.name.startswith(
        ("test_page", "test_tour", "test_kill", "test_postgres", "test_server_faults")
    )


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
