"""LibreOffice at work, as a colleague who has no werkbank: opens a workbook, fills in cells, saves.

For the tour and for tests. Where LibreOffice is not installed :func:`program` says so; nothing of
the product itself needs it.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

_NAMES = ("soffice", "libreoffice", "localc")
_SECONDS = 120.0
_EPOCH = date(1899, 12, 30)

_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" \
xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" \
xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" \
library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Lob"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Lob" \
script:language="StarBasic">{code}</script:module>
"""
_CODE = """
Sub Edit
  Dim seen(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  seen(0).Name = "Hidden"
  seen(0).Value = True
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  doc = StarDesktop.loadComponentFromURL({source}, "_blank", 0, seen())
{steps}
  doc.storeToURL({target}, kind())
  doc.close(True)
  StarDesktop.terminate()
End Sub
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """What is typed: a sheet by its name, a cell like ``B6``, and a text, number or day.

    ``unlock`` takes the protection off the sheet first, as anybody can: it has no password.
    """

    sheet: str
    cell: str
    value: str | float | date
    unlock: bool = False


def program() -> str | None:
    """Where LibreOffice is, or ``None``."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def edit_in_office(source: Path, target: Path, edits: Sequence[Edit], profile: Path) -> None:
    """Open ``source``, type the edits, and save it as a workbook of Excel.

    ``profile`` is a folder for LibreOffice's own settings; keep it for the next time, it starts
    sooner. Raises ``OSError`` where nothing was saved.
    """
    target.unlink(missing_ok=True)
    if not (profile / "user" / "registrymodifications.xcu").exists():
        # A first start makes the profile, and would write over what stands in it.
        _run(profile, "--terminate_after_init")
    _write_macro(source, target, edits, profile / "user" / "basic")
    _run(profile, "macro:///Standard.Lob.Edit")
    if not target.is_file():
        raise OSError("LibreOffice saved nothing")


def convert_in_office(source: Path, folder: Path, kind: str, profile: Path) -> Path:
    """Have ``source`` saved in ``folder`` as another ``kind``: ``xlsx`` again, or ``pdf``."""
    target = folder / f"{source.stem}.{kind}"
    target.unlink(missing_ok=True)
    _run(profile, "--convert-to", kind, "--outdir", str(folder), str(source))
    if not target.is_file():
        raise OSError("LibreOffice saved nothing")
    return target


def _run(profile: Path, *arguments: str) -> None:
    office = program()
    if office is None:
        raise OSError("LibreOffice is not installed")
    profile.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            office,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={profile.absolute().as_uri()}",
            *arguments,
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
        # Another program's Qt has nothing to do with ours.
        env={name: value for name, value in os.environ.items() if not name.startswith("QT_")},
    )


def _write_macro(source: Path, target: Path, edits: Sequence[Edit], basic: Path) -> None:
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    steps = "\n".join(line for edit in edits for line in _steps(edit))
    places = {"source": _literal(source.absolute().as_uri()),
              "target": _literal(target.absolute().as_uri())}  # fmt: skip
    code = _CODE.format(steps=steps, **places)
    (basic / "script.xlc").write_text(_LIBRARIES, "utf-8")
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY, "utf-8")
    (basic / "Standard" / "Lob.xba").write_text(_MODULE.format(code=escape(code)), "utf-8")


def _steps(edit: Edit) -> list[str]:
    steps = [f"  sheet = doc.Sheets.getByName({_literal(edit.sheet)})"]
    if edit.unlock:
        steps.append('  sheet.unprotect("")')
    steps.append(f"  cell = sheet.getCellRangeByName({_literal(edit.cell)})")
    if isinstance(edit.value, date):
        # The cell shows a number as a day already.
        steps.append(f"  cell.setValue({(edit.value - _EPOCH).days})")
    elif isinstance(edit.value, str):
        steps.append(f"  cell.setString({_literal(edit.value)})")
    else:
        steps.append(f"  cell.setValue({edit.value!r})")
    return steps


def _literal(text: str) -> str:
    lines = (line.replace('"', '""') for line in text.split("\n"))
    return " & Chr(10) & ".join(f'"{line}"' for line in lines)
