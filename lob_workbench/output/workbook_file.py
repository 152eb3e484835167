"""A workbook (.xlsx) that comes from outside: read with care, or refused in words that help.

As with a filled-in PDF (:mod:`lob_workbench.output.filled`) size and kind are looked at first, and
taking it apart happens in a process of its own, with bounds on time and memory and without a key
or a word of any dossier in it. Values only: nothing is calculated, followed or run.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.output.apart import Broken, TooSlow, take_apart

MOST_MEGABYTES = 25
"""Of the file as it lies there."""
MOST_UNPACKED = 100_000_000
MOST_RATIO = 100
MOST_PARTS = 1_000
MOST_ROWS = 50_000
MOST_COLUMNS = 500
_MOST_BYTES = MOST_MEGABYTES * 1_000_000
_SECONDS = 10.0


class Trouble(StrEnum):
    """Why a file gives no cells."""

    NOT_A_WORKBOOK = "not_a_workbook"
    OLD_KIND = "old_kind"
    OTHER_KIND = "other_kind"
    PROGRAM = "program"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    LINKED = "linked"
    ENTITIES = "entities"
    TOO_HEAVY = "too_heavy"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_WIDE = "too_wide"
    DAMAGED = "damaged"


_WORDS: dict[Trouble, str] = {
    Trouble.NOT_A_WORKBOOK: QT_TRANSLATE_NOOP(
        "errors", "Dit bestand is geen Excel-bestand (.xlsx). Kijk of je het goede bestand koos."
    ),
    Trouble.OLD_KIND: QT_TRANSLATE_NOOP(
        "errors",
        "Dit is een oud soort Excel-bestand (.xls). Open het in Excel, kies Opslaan als en dan "
        "Excel-werkmap (.xlsx).",
    ),
    Trouble.OTHER_KIND: QT_TRANSLATE_NOOP(
        "errors",
        "Dit is een ander soort bestand. Open het in Excel of LibreOffice, kies Opslaan als en dan "
        "Excel-werkmap (.xlsx).",
    ),
    Trouble.PROGRAM: QT_TRANSLATE_NOOP(
        "errors",
        "Dit bestand is een programma met een andere naam. Open het niet, en laat het de ICT van "
        "je school weten.",
    ),
    Trouble.ENCRYPTED: QT_TRANSLATE_NOOP(
        "errors",
        "Op dit Excel-bestand zit een wachtwoord. Open het in Excel, haal het wachtwoord eraf en "
        "sla het opnieuw op.",
    ),
    Trouble.MACROS: QT_TRANSLATE_NOOP(
        "errors",
        "In dit Excel-bestand zitten macro's (kleine programma's). De werkbank leest het daarom "
        "niet. Sla het op als Excel-werkmap (.xlsx), zonder macro's.",
    ),
    Trouble.LINKED: QT_TRANSLATE_NOOP(
        "errors",
        "Dit Excel-bestand haalt gegevens op uit andere bestanden of van internet. De werkbank "
        "leest het daarom niet. Haal die koppelingen weg en sla het opnieuw op.",
    ),
    Trouble.ENTITIES: QT_TRANSLATE_NOOP(
        "errors",
        "Dit Excel-bestand is niet veilig te lezen. Open het in Excel, sla het opnieuw op en "
        "probeer het nog een keer.",
    ),
    Trouble.TOO_HEAVY: QT_TRANSLATE_NOOP(
        "errors",
        "In dit Excel-bestand zit veel meer dan je aan de buitenkant ziet; het is niet veilig te "
        "lezen. Vraag om het bestand nog een keer te sturen.",
    ),
    Trouble.TOO_MANY_ROWS: QT_TRANSLATE_NOOP(
        "errors",
        "Op een blad van dit Excel-bestand staat iets lager dan regel {limit}. Haal weg wat "
        "daar staat en sla het opnieuw op.",
    ),
    Trouble.TOO_WIDE: QT_TRANSLATE_NOOP(
        "errors",
        "Op een blad van dit Excel-bestand staat iets verder naar rechts dan {columns} kolommen. "
        "Haal weg wat daar staat en sla het opnieuw op.",
    ),
    Trouble.DAMAGED: QT_TRANSLATE_NOOP(
        "errors",
        "Dit Excel-bestand is beschadigd. Vraag om het nog een keer te sturen, of open het in "
        "Excel en sla het opnieuw op.",
    ),
}

Cell = None | str | float | bool | date | datetime | time
"""What stands in a cell; ``None`` for nothing. Numbers are ``float``."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its name, its rows from the first cell on, and what to know about it.

    ``top`` and ``left`` tell where ``rows`` begins, both from 0. ``merged`` are ranges of joined
    cells as ``(top, left, bottom, right)``.
    """

    name: str
    hidden: bool
    top: int
    left: int
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """All sheets in their order, and who the file says saved it last."""

    file_name: str
    saved_by: str
    sheets: tuple[RawSheet, ...]


def read_workbook(path: Path) -> RawWorkbook:
    """Read a file that somebody chose. Slow (a process starts): call it through ``jobs.render``.

    Raises ``InputRefused`` with the reason and what to do next.
    """
    return read_workbook_bytes(path.name, _content(path))


def read_workbook_bytes(name: str, content: bytes, progress: Progress | None = None) -> RawWorkbook:
    """The same of a file whose bytes are there; ``progress`` lets it be stopped (``Stopped``)."""
    answer = _taken_apart(content, progress)
    trouble = answer.get("trouble")
    if trouble is not None:
        raise InputRefused(_WORDS[Trouble(trouble)], limit=MOST_ROWS, columns=MOST_COLUMNS)
    return RawWorkbook(name, answer["saved_by"], tuple(map(_sheet, answer["sheets"])))


def address(row: int, column: int) -> str:
    """How people call a cell: row and column from 0 give ``B3``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _content(path: Path) -> bytes:
    try:
        # A pipe or a device never ends, and may never begin.
        if not path.is_file():
            raise OSError
        with path.open("rb") as file:
            # One byte more than is allowed is enough to know that it is too much.
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit bestand gaat niet open. Staat het er nog, en is het in Excel gesloten?",
            )
        ) from None
    if len(content) > _MOST_BYTES:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit bestand is groter dan {limit} MB. Zo groot is een werkmap uit de werkbank "
                "nooit: kijk of je het goede bestand koos.",
            ),
            limit=MOST_MEGABYTES,
        )
    return content


def _taken_apart(content: bytes, progress: Progress | None) -> dict[str, Any]:
    try:
        return take_apart("lob_workbench.output.workbook_cells", content, _SECONDS, progress)
    except TooSlow:
        return {"trouble": Trouble.TOO_HEAVY}
    except Broken:
        return {"trouble": Trouble.DAMAGED}


def _sheet(raw: dict[str, Any]) -> RawSheet:
    return RawSheet(
        name=raw["name"],
        hidden=raw["hidden"],
        top=raw["top"],
        left=raw["left"],
        rows=tuple(
            tuple([_cell(cell) if type(cell) is list else cell for cell in row])
            for row in raw["rows"]
        ),
        merged=tuple(tuple(one) for one in raw["merged"]),
    )


def _cell(raw: Any) -> Cell:
    """A moment travels as a list, since JSON has none."""
    kind, value = raw
    reader: Any = {"d": date, "m": datetime, "t": time}[kind]
    moment: Cell = reader.fromisoformat(value)
    return moment
