"""A process for a stranger's file: it answers, takes too long, breaks, or is stopped."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.output import apart
from lob_workbench.output.apart import Broken, TooSlow, take_apart

# Modules that Python brings along: one answers JSON with JSON, one does what it reads.
ECHO = "json.tool"
SLEEP = b"import time; time.sleep(90)\n"


def test_a_file_of_megabytes_goes_there_and_back() -> None:
    text = "x" * 3_000_000
    assert take_apart(ECHO, b'{"a": "%s"}' % text.encode(), 30.0) == {"a": text}


def test_without_an_answer_it_is_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Broken):
        take_apart(ECHO, b"no json", 30.0)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    with pytest.raises(Broken):
        take_apart(ECHO, b"{}", 30.0)


def test_it_ends_when_its_time_is_over() -> None:
    begun = time.monotonic()
    with pytest.raises(TooSlow):
        take_apart("code", SLEEP, 0.5)
    assert time.monotonic() - begun < 20


def test_it_ends_when_somebody_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_LOOK", 0.01)
    progress = Progress()
    progress.stop()
    begun = time.monotonic()
    with pytest.raises(Stopped):
        take_apart("code", SLEEP, 60.0, progress)
    assert time.monotonic() - begun < 20


def test_an_answer_without_end_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks holds the key, and no bound on memory: the answer of a small file can be huge."""
    monkeypatch.setattr(apart, "MOST_ANSWER", 100_000, raising=False)
    endless = b"import time\nwhile True: time.sleep(0.001) or print('x' * 1000)\n\n"
    with pytest.raises(Broken):
        take_apart("code", endless, 2.0)


def test_an_answer_may_be_just_as_long_as_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = b'{\n    "a": "b"\n}\n'
    monkeypatch.setattr(apart, "MOST_ANSWER", len(answer), raising=False)
    assert take_apart(ECHO, answer, 30.0) == {"a": "b"}
    monkeypatch.setattr(apart, "MOST_ANSWER", len(answer) - 1, raising=False)
    with pytest.raises(Broken):
        take_apart(ECHO, answer, 30.0)


@pytest.mark.parametrize("module", ["json.no_such_module", "this"])
def test_who_ends_without_reading_or_answers_no_json_is_broken(module: str) -> None:
    with pytest.raises(Broken):
        take_apart(module, b" " * 3_000_000, 30.0)
