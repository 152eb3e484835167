"""Counts lines for tests of what decides, and not for the others.

Following every line makes a test nearly twice as long, and the figure is asked of rules and
operations only, which must be covered wholly (`.ci/check_coverage.py`). Their own tests do that:
those of a feature, save its pages and papers, and those of people, talks and skills. What runs on
both engines is followed on the one; most lines for the other have tests of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

import pytest

# Between two people, each with a login: half of it happens at a school only.
_BETWEEN_TWO = "handover"
_FOLDERS = frozenset({"features", "people", "talks", "skills"})
_SHOWN = re.compile(r"(^|_)(page|paper|report|sheets|invitation|fuzz|example|hostile)(_|\.|$)")


def is_of_what_decides(path: PurePath) -> bool:
    """Whether the tests in this file are about rules or operations."""
    return not _FOLDERS.isdisjoint(path.parts) and _SHOWN.search(path.name) is None


def is_repeated(item: pytest.Item) -> bool:
    """Whether the test runs for the second time, on the other engine."""
    call = getattr(item, "callspec", None)
    on_server = call is not None and call.params.get("engine_kind") == "server"
    return on_server and _BETWEEN_TWO not in item.path.parts


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    """Pause and resume where the kind of test changes; files come in a row, so that is seldom."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is not None and controller.cov is not None:
        wanted = is_of_what_decides(item.path) and not is_repeated(item)
        if controller.started != wanted:
            controller.resume() if wanted else controller.pause()
    return (yield)
