"""Filling in a form as a company does: in another program than the one that made it."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

PDFTK: Final = "pdftk"
OURSELVES: Final = "pypdf"
_SECONDS: Final = 20


def fill_in(empty: Path, values: Mapping[str, str], full: Path) -> str:
    """Fill in ``empty`` and save it as ``full``; returns the name of the program that did it.

    That is pdftk, which the werkbank itself does not use. Where it is not, the werkbank does it.
    """
    program = shutil.which(PDFTK)
    if program is None:
        full.write_bytes(filled(empty.read_bytes(), values))
        return OURSELVES
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as place:
        data = Path(place) / "antwoorden.xfdf"
        data.write_text(_xfdf(values), encoding="utf-8")
        subprocess.run(
            [program, empty, "fill_form", data, "output", full],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
    return PDFTK


def filled(pdf: bytes, values: Mapping[str, str]) -> bytes:
    """A form as a PDF reader saves it after these values were typed."""
    writer = PdfWriter(PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        for raw in page.get("/Annots", ()):
            field = raw.get_object()
            if field.get("/T") in values:
                field[NameObject("/V")] = TextStringObject(values[field["/T"]])
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _xfdf(values: Mapping[str, str]) -> str:
    """The values as XFDF, the XML in which PDF programs exchange what was filled in."""
    fields = "".join(
        f'<field name="{name}"><value>{escape(value)}</value></field>'
        for name, value in values.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">'
        f"<fields>{fields}</fields></xfdf>"
    )
