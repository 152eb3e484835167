"""What sort of file somebody chose, by its first bytes: the name of a file proves nothing."""

from enum import Enum, auto

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_SPREADSHEET_OLD = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_LOOK = 4_000


class ListKind(Enum):
    """In which of three ways a list is read."""

    TEXT = auto()
    WORKBOOK = auto()
    EDEXML = auto()


def kind_of(data: bytes) -> ListKind:
    """How to read this file. Raises ``InputRefused`` for what cannot be a list."""
    if data.startswith(_SPREADSHEET_OLD):
        # The guarded reader knows the old kind from one with a password, and says what to do.
        return ListKind.WORKBOOK
    if data.startswith(_ZIP):
        if b"xl/" in data or b"opendocument" in data[:200]:
            return ListKind.WORKBOOK
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Dit is een zip-bestand. Pak het eerst uit en kies de lijst die erin zit."
            )
        )
    start = _beginning(data)
    if start.startswith("%pdf"):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit is een PDF. Vraag de lijst als Excel-bestand of CSV uit je studentensysteem.",
            )
        )
    if start.startswith(("<?xml", "<edex", "<!--")) and "<edex" in start:
        return ListKind.EDEXML
    if start.startswith(("<?xml", "<!doctype", "<html", "<table", "<edex", "<!--")):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit is geen lijst die de werkbank kent. Open het bestand in Excel en kies Opslaan "
                "als, Excel-werkmap (.xlsx), of vraag de lijst opnieuw uit je studentensysteem.",
            )
        )
    return ListKind.TEXT


def _beginning(data: bytes) -> str:
    """The first characters in small letters, whatever they are encoded in."""
    first = data[:_LOOK]
    encoding = "utf-16" if first.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return first.decode(encoding, "replace").lstrip().lower()
