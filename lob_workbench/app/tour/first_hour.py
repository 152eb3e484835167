"""*Eerste uur*: from a new workbook to the report of a talk, through the window alone."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Final

from lob_workbench import __version__
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.tour.first_hour_steps import PASSPHRASE, WORKBOOK, FirstHour
from lob_workbench.app.tour.stage import Stage, application, take_down, write_json
from lob_workbench.app.tour.student_list import write_student_list
from lob_workbench.app.tour.tally import tally
from lob_workbench.domain.clock import SystemClock
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.student_import.columns import missing, recognise
from lob_workbench.features.student_import.comparison import ItemKind
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.rules import parse
from lob_workbench.features.student_import.tables import KIND_WORDS

_MARK: Final = ".lob-tour"
_NOT_OURS: Final = "In {folder} staat iets wat niet van de tour is. Kies een andere map."
_IN_THE_WAY: Final = "De tour maakt {folder} eerst leeg. Zet de studentenlijst ergens anders."
_NOBODY: Final = "In deze lijst staat geen student die de werkbank kan inlezen."
_NO_COLUMNS: Final = (
    "De werkbank herkent de kolommen van deze lijst niet vanzelf. Lees hem in het venster in."
)


def play_first_hour(folder: Path, students: Path | None = None) -> Iterator[str]:
    """Play the chapter in ``folder``, which is emptied first if it is of an earlier tour."""
    if students is not None:
        if folder.resolve() in students.resolve().parents:
            raise InputRefused(_IN_THE_WAY, folder=folder)
        _look_through(students)
    make_room(folder)
    yield "Eerste uur: een nieuw werkboek, een studentenlijst, één goed gesprek op papier"
    listed = students or write_student_list(folder / "studenten.csv", SystemClock().today())
    application()
    began = monotonic()
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as settings:
        # The workbook of a tour does not belong among a person's own.
        window = MainWindow(recent=RecentWorkbooks(Path(settings) / "recent.json"))
        window.begin()
        try:
            with Stage(window, folder / "screens").open() as stage:
                play = FirstHour(stage, folder, listed.absolute())
                for step, act in play.steps():
                    with stage.step(step):
                        act()
                    yield f"  {stage.seconds[step]:5.1f} s  {step}"
        finally:
            take_down(window)
    counts = tally(folder / WORKBOOK, PASSPHRASE, listed)
    seconds = round(monotonic() - began, 2)
    write_json(
        folder / "summary.json",
        {
            "chapter": folder.name,
            "version": __version__,
            "student": play.student,
            "counts": {
                **counts,
                "new": play.imported.get(KIND_WORDS[ItemKind.NEW], 0),
                "changed": play.imported.get(KIND_WORDS[ItemKind.CHANGED], 0),
            },
            "files": sorted(
                file.relative_to(folder).as_posix()
                for pattern in ("*.pdf", "*.csv", "screens/*.png", f"{WORKBOOK}/backups/*")
                for file in folder.glob(pattern)
            ),
            "seconds": {**stage.seconds, "totaal": seconds},
        },
    )
    yield f"  {counts['students']} studenten, {counts['talks']} gesprek, {seconds:.1f} s"
    yield f"  {folder / 'gesprek.pdf'}"
    yield f"  {folder / 'gesprekskaart.pdf'}"
    yield f"  {folder / 'screens'}"


def _look_through(students: Path) -> None:
    """Refuse a list that the window would stop at, before anything is made."""
    table = read_table(students.read_bytes())
    columns = recognise(table.header).mapping
    if missing(columns):
        raise InputRefused(_NO_COLUMNS)
    if not parse(table, columns, SystemClock().today()).students:
        raise InputRefused(_NOBODY)


def make_room(folder: Path) -> None:
    """Empty the folder of a chapter. Raises ``InputRefused`` when it is not of the tour."""
    if folder.exists():
        if any(folder.iterdir()) and not (folder / _MARK).is_file():
            raise InputRefused(_NOT_OURS, folder=folder)
        shutil.rmtree(folder)
    (folder / "screens").mkdir(parents=True)
    (folder / _MARK).touch()
