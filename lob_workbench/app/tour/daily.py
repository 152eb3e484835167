"""*Elke dag*: signals, Ctrl+K, a copy that comes back, and from one school year to the next."""

import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Final

from lob_workbench import __version__
from lob_workbench.app import example_school
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.tour.daily_copies import STICK, Asleep, Copies
from lob_workbench.app.tour.daily_desk import WORKBOOK, Desk
from lob_workbench.app.tour.daily_hands import Told
from lob_workbench.app.tour.daily_words import JULY
from lob_workbench.app.tour.daily_year import RollOver, September
from lob_workbench.app.tour.first_hour import make_room
from lob_workbench.app.tour.stage import Stage, application, take_down, write_json
from lob_workbench.domain.clock import FixedClock
from lob_workbench.storage.keys import KdfCost

_CHEAP: Final = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
_PARTS: Final = (Desk, Copies, RollOver, Asleep, September)


def play_every_day(folder: Path) -> Iterator[str]:
    """Play the chapter in ``folder``, which is emptied first if it is of an earlier tour."""
    make_room(folder)
    began = monotonic()
    yield "Elke dag: zoeken, kopieën die terugkomen, en van het ene schooljaar naar het andere"
    clock, told = FixedClock(JULY), Told()
    example_school.make(folder / WORKBOOK, clock, cost=_CHEAP)
    yield f"  {monotonic() - began:5.1f} s  de voorbeeldschool, in juli"
    application()
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as settings:
        window = MainWindow(clock, RecentWorkbooks(Path(settings) / "recent.json"))
        window.begin()
        try:
            with Stage(window, folder / "screens").open() as stage:
                for part in _PARTS:
                    for step, act in part(stage, folder, clock, told).steps():
                        with stage.step(step):
                            act()
                        yield f"  {stage.seconds[step]:5.1f} s  {step}"
                    if part is Copies:
                        yield f"           snel openen: {told.quick}"
        finally:
            take_down(window)
    write_json(
        folder / "summary.json",
        {
            "chapter": folder.name,
            "version": __version__,
            **asdict(told),
            "files": sorted(
                file.relative_to(folder).as_posix()
                for pattern in ("*.pdf", "*.xlsx", f"{STICK}/**/*.lobkopie", "screens/*.png")
                for file in folder.glob(pattern)
            ),
            "seconds": {**stage.seconds, "totaal": round(monotonic() - began, 2)},
        },
    )
    yield f"  {told.drill}"
    yield f"  {folder / 'screens'}"
