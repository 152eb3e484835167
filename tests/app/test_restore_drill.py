"""What a restore drill counts as a copy elsewhere: only what really stands there."""

from datetime import UTC, datetime

import pytest

from lob_workbench.app.session import Session
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.progress import Progress
from lob_workbench.people.backup_care import DrillOutcome
from lob_workbench.storage.second_place import FOLDER

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def session(ready):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=FixedClock(MONDAY))
    yield session
    session.close(backup=False)


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


def drilled(session, ready):
    session.copies.drill(ready.recovery_code, Progress())
    care = session.copies.view().care
    return care.drill, care.drill_elsewhere


def test_a_folder_that_became_a_link_is_not_elsewhere(ready, session, stick, tmp_path):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    (stick / FOLDER).rename(tmp_path / "Documenten")
    (stick / FOLDER).symlink_to(tmp_path / "Documenten", target_is_directory=True)
    assert drilled(session, ready) == (DrillOutcome.GOOD, False)


def test_a_link_to_the_copy_here_is_not_elsewhere(ready, session, stick):
    session.copies.choose(stick)
    backup = session.back_up()
    (stick / FOLDER / backup.name).symlink_to(backup)
    assert drilled(session, ready) == (DrillOutcome.GOOD, False)


def test_a_copy_that_stands_there_is(ready, session, stick):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    assert drilled(session, ready) == (DrillOutcome.GOOD, True)
