"""A filled-in PDF that comes from outside: read with care, or refused in words that help.

It may be anything: a program with another name, a trap. Size and kind are looked at before a byte
is taken apart, and taking it apart happens in a process of its own, with bounds on time and memory
and without a key or a word of any dossier in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.output.apart import Broken, TooSlow, take_apart

MOST_MEGABYTES = 10
_MOST_BYTES = MOST_MEGABYTES * 1_000_000
_SECONDS = 20.0


class Trouble(StrEnum):
    """Why a file gives no answers."""

    NOT_A_PDF = "not_a_pdf"
    PROGRAM = "program"
    ENCRYPTED = "encrypted"
    NO_FIELDS = "no_fields"
    XFA_ONLY = "xfa_only"
    DAMAGED = "damaged"
    TOO_HEAVY = "too_heavy"


_WORDS: dict[Trouble, str] = {
    Trouble.NOT_A_PDF: QT_TRANSLATE_NOOP(
        "errors", "Dit bestand is geen PDF. Vraag om het ingevulde formulier zelf, als PDF."
    ),
    Trouble.PROGRAM: QT_TRANSLATE_NOOP(
        "errors",
        "Dit bestand is een programma met een andere naam. Open het niet, en laat het de ICT van "
        "je school weten.",
    ),
    Trouble.ENCRYPTED: QT_TRANSLATE_NOOP(
        "errors",
        "Op deze PDF zit een wachtwoord. Vraag om het formulier zonder wachtwoord, of sla het zelf "
        "zonder wachtwoord op.",
    ),
    Trouble.NO_FIELDS: QT_TRANSLATE_NOOP(
        "errors",
        "In deze PDF zitten geen invulvelden: hij is afgedrukt, gescand of opgeslagen als plaatje. "
        "Vraag om het ingevulde formulier zelf, of typ de antwoorden samen over.",
    ),
    Trouble.XFA_ONLY: QT_TRANSLATE_NOOP(
        "errors",
        "Dit is een ander soort formulier (XFA); de werkbank leest alleen formulieren die zij zelf "
        "maakte. Maak een formulier voor dit gesprek en stuur dat.",
    ),
    Trouble.DAMAGED: QT_TRANSLATE_NOOP(
        "errors", "Deze PDF is beschadigd. Vraag om het formulier nog een keer te sturen."
    ),
    Trouble.TOO_HEAVY: QT_TRANSLATE_NOOP(
        "errors",
        "In deze PDF zit veel meer dan een formulier; hij is niet veilig te lezen. Vraag om het "
        "formulier nog een keer te sturen.",
    ),
}


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A file as it came, and the text of its fields, literally; nothing is cleaned or cut."""

    file_name: str
    content: bytes
    values: Mapping[str, str]
    active: bool = False
    """It carries a script or an attachment, which nobody looked at."""


def read_filled(path: Path) -> FilledForm:
    """Read a file that somebody chose. Slow (a process starts): call it through ``jobs.render``.

    Raises ``InputRefused`` with the reason and what to do next.
    """
    content = _content(path)
    answer = _taken_apart(content)
    trouble = answer.get("trouble")
    if trouble is not None:
        raise InputRefused(_WORDS[Trouble(trouble)])
    return FilledForm(path.name, content, answer["values"], bool(answer["active"]))


def _content(path: Path) -> bytes:
    try:
        # A pipe or a device never ends, and may never begin.
        if not path.is_file():
            raise OSError
        size = path.stat().st_size
        if size <= _MOST_BYTES:
            with path.open("rb") as file:
                # It may grow while we read.
                content = file.read(_MOST_BYTES + 1)
            size = len(content)
    except OSError:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Dit bestand is niet te lezen. Kijk of het er nog staat en kies opnieuw."
            )
        ) from None
    if size > _MOST_BYTES:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit bestand is groter dan {limit} MB. Zo groot is een ingevuld formulier nooit: "
                "kijk of je het goede bestand koos.",
            ),
            limit=MOST_MEGABYTES,
        )
    return content


def _taken_apart(content: bytes) -> dict[str, Any]:
    try:
        return take_apart("lob_workbench.output.filled_values", content, _SECONDS)
    except TooSlow:
        return {"trouble": Trouble.TOO_HEAVY}
    except Broken:
        return {"trouble": Trouble.DAMAGED}
