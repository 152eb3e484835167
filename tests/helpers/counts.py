"""How often what was tried: kills, faults, strings and examples, added up at the end of a run.

A pytest plug-in, loaded by ``tests/conftest.py``. ``make soak`` leaves the same lines in
``build/soak.txt``, so that they can be put in a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

_KEY = "counted"
_EXAMPLES_KEY = "examples"
_EXAMPLES = re.compile(r"(\d+) passing(?: examples)?, (\d+) failing")
_FILE = Path(__file__).resolve().parents[2] / "build" / "soak.txt"

Tally = Callable[[str, int], None]

_totals: Counter[str] = Counter()
_outcomes: Counter[str] = Counter()
_seconds: Counter[str] = Counter()


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """Count ``number`` of a kind; workers of a parallel run send it along with their report."""

    def count(kind: str, number: int) -> None:
        request.node.user_properties.append((_KEY, [kind, number]))

    return count


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let the report of a test say how many examples hypothesis made for it."""
    report = yield
    made = _EXAMPLES.findall(getattr(item, "hypothesis_statistics", ""))
    if report.when == "teardown" and made:
        examples = sum(int(passed) + int(failed) for passed, failed in made)
        report.user_properties.append((_EXAMPLES_KEY, examples))
    return report


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what one test counted, and the examples that hypothesis made for it."""
    if report.when == "call":
        _outcomes[report.outcome] += 1
        for name, value in report.user_properties:
            if name == _KEY:
                kind, number = value
                _totals[str(kind)] += int(number)
                _seconds[str(kind)] += round(report.duration)
    if report.when == "teardown":
        for name, value in report.user_properties:
            if name == _EXAMPLES_KEY:
                test = report.nodeid.partition("::")[2].partition("[")[0].removeprefix("test_")
                _totals[f"fuzz: {test}"] += int(value)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the counts, and keep those of a long run."""
    soak = "soak" in config.getoption("markexpr")
    shown = _totals if soak else {k: n for k, n in _totals.items() if not k.startswith("fuzz: ")}
    if not shown:
        return
    lines = [
        f"{number:>9,}  {kind}  ({_seconds[kind]} s)" for kind, number in sorted(shown.items())
    ]
    lines.append(", ".join(f"{number} {outcome}" for outcome, number in sorted(_outcomes.items())))
    terminalreporter.section("counted")
    for line in lines:
        terminalreporter.write_line(line)
    if soak:
        _FILE.parent.mkdir(exist_ok=True)
        _FILE.write_text("\n".join(lines) + "\n", "utf-8")
