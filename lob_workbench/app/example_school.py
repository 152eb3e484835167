"""The example school: an encrypted workbook like any other, filled by the features themselves."""

import shutil
import tempfile
from pathlib import Path

from lob_workbench.app.features import FEATURES
from lob_workbench.app.session import Session
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.people import example
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.storage.workbook import Workbook

PASSPHRASE = "rondkijken mag altijd hier"  # opens invented data only; the window tells it


def make(folder: Path, clock: Clock, seed: int = 2026, cost: KdfCost | None = None) -> None:
    """Make the example school as a workbook in ``folder``, the same for the same seed and day."""
    with Workbook.create(folder, PASSPHRASE, new_recovery_code(), cost=cost) as workbook:
        upgrade(workbook.engine)
        visitor = example.visitor(clock.today(), seed)
        with UnitOfWork(workbook.engine, visitor, clock) as work:
            people = example.fill(work, seed)
            for feature in FEATURES:
                if feature.example:
                    feature.load(feature.example)(work, people)


def open_temporary(clock: Clock | None = None) -> Session:
    """Make the example school in a folder of its own, which goes when the session closes."""
    clock = clock or SystemClock()
    place = Path(tempfile.mkdtemp(prefix="lob-voorbeeld-"))
    folder = place / "Voorbeeldschool"
    try:
        make(folder, clock)
        return Session.open(folder, passphrase=PASSPHRASE, clock=clock, temporary=True)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
