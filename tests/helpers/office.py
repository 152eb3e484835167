"""LibreOffice for tests: one profile a session; skipped where it is not installed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from lob_workbench.app.tour.office import Edit, convert_in_office, edit_in_office, program

__all__ = ["Edit", "Office", "office"]


@dataclass(frozen=True)
class Office:
    """A colleague with LibreOffice and a folder to save in."""

    profile: Path
    folder: Path

    def save_again(self, source: Path, kind: str = "xlsx") -> Path:
        """Open and save, nothing else."""
        return convert_in_office(source, self.folder, kind, self.profile)

    def edit(self, source: Path, edits: Sequence[Edit]) -> Path:
        """Open, type, save."""
        target = self.folder / f"ingevuld {source.name}"
        edit_in_office(source, target, edits, self.profile)
        return target


@pytest.fixture(scope="session")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settings of LibreOffice, made when it first starts."""
    if program() is None:
        pytest.skip("LibreOffice is not installed: .ci/system-packages tests")
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def office(office_profile: Path, tmp_path: Path) -> Office:
    """LibreOffice, with a folder of this test alone."""
    folder = tmp_path / "office"
    folder.mkdir()
    return Office(office_profile, folder)
