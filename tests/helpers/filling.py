"""Forms as they come back: filled in by other programs, and by who means no good."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject


def pdftk(*arguments: str | Path) -> None:
    """Run pdftk, a program that the product does not use; skips where it is not, except in CI."""
    program = shutil.which("pdftk")
    if program is None:
        missing = "pdftk is not installed: .ci/system-packages tests"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, timeout=60)


def xfdf(values: Mapping[str, str]) -> str:
    """The values as XFDF, the XML that PDF programs exchange fields with."""
    fields = "".join(
        f'<field name="{name}"><value>{escape(value)}</value></field>'
        for name, value in values.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">'
        f"<fields>{fields}</fields></xfdf>"
    )


def filled_by_pdftk(pdf: bytes, values: Mapping[str, str], folder: Path, *options: str) -> Path:
    """``pdf`` filled in by pdftk; ``options`` such as ``flatten``."""
    empty, data, full = folder / "leeg.pdf", folder / "in.xfdf", folder / "Formulier.pdf"
    empty.write_bytes(pdf)
    data.write_text(xfdf(values), encoding="utf-8")
    pdftk(empty, "fill_form", data, "output", full, *options)
    return full


def filled_by_pypdf(pdf: bytes, values: Mapping[str, str]) -> bytes:
    """``pdf`` with these values, written by hand into the fields: no font stands in between."""
    writer = PdfWriter(PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        for raw in page.get("/Annots", ()):
            field = raw.get_object()
            if field.get("/T") in values:
                field[NameObject("/V")] = TextStringObject(values[field["/T"]])
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF from bare objects, numbered from 1; the first one is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def form_of(*fields: bytes, extra: bytes = b"") -> bytes:
    """A PDF without pages whose fields are these dictionaries, numbered from 3."""
    refs = b" ".join(b"%d 0 R" % (number + 3) for number in range(len(fields)))
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>%s>>" % (refs, extra)
    return raw_pdf(catalog, b"<</Type/Pages/Kids[]/Count 0>>", *fields)
