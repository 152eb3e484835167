"""Calling the command line within the process of the test."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from lob_workbench.app import cli


@dataclass(frozen=True)
class Outcome:
    """What a call gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line within this process."""

    def call(*words: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["lob-workbench", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else int(code is not None), *told)

    return call
