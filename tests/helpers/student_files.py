"""The same school in each kind of list that can be read, as large as it has to be."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from pathlib import Path

import xlsxwriter

HEADING = (
    *("Studentnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Geslacht"),
    *("E-mail school", "Opleiding", "Crebo", "Niveau", "Leerweg", "Klas", "Leerjaar", "Team"),
    *("Startdatum", "Mentor"),
)
_FIRST = ("Aïcha", "Bram", "Çağla", "Daan", "Esra", "Fenna", "Gijs", "Hanna", "Łukasz", "Zoë")
_LAST = (("", "Bakker"), ("de", "Boer"), ("van 't", "Hart"), ("", "Öztürk"), ("", "Wójcik"))


def school_rows(students: int, year: int = 1) -> list[tuple[str, ...]]:
    """Lines of a list; another ``year`` has other classes for everybody."""
    rows = []
    for at in range(students):
        infix, last = _LAST[at % len(_LAST)]
        born = date(2008, 1, 1) + timedelta(days=at % 900)
        rows.append(
            (
                *(f"04{at:05}", _FIRST[at * 7 % len(_FIRST)], infix, f"{last}{at % 97}"),
                *(f"{born:%d-%m-%Y}", "MV"[at % 2], f"s{at}@voorbeeld.example"),
                *(f"Opleiding {at % 40}", str(25_600 + at % 40), "4", "BOL"),
                *(f"PW{year}{at % 440:03}", str(year), f"Team {at % 20}", "01-08-2026"),
                f"Mentor{at % 440}, A.",
            )
        )
    return rows


def write_csv(file: Path, rows: list[tuple[str, ...]]) -> Path:
    """As a student system exports it."""
    lines = [";".join(values) for values in (HEADING, *rows)]
    file.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")
    return file


def write_xlsx(file: Path, rows: list[tuple[str, ...]]) -> Path:
    """As Excel keeps it: numbers are numbers, days are days, the heading on the third row."""
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet("Export")
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_string(0, 0, "Voorbeeldcollege")
    sheet.write_row(2, 0, HEADING)
    for number, values in enumerate(rows, start=3):
        for column, value in enumerate(values):
            if column in (4, 14):
                born = date(*map(int, reversed(value.split("-"))))
                sheet.write_datetime(number, column, born, day)
            elif column == 8:
                sheet.write_number(number, column, float(value))
            else:
                sheet.write_string(number, column, value)
    book.close()
    return file


def write_edexml(file: Path, rows: list[tuple[str, ...]]) -> Path:
    """As a school for primary education exports it."""
    groups = sorted({row[11] for row in rows})
    kept = "".join(
        f'<groep key="{name}"><naam>{name}</naam><jaargroep>4</jaargroep></groep>'
        for name in groups
    )
    taught = "".join(
        f'<leerkracht key="t{at}"><achternaam>Mentor{at}</achternaam><roepnaam>A</roepnaam>'
        f'<groepen><groep key="{name}"/></groepen></leerkracht>'
        for at, name in enumerate(groups)
    )
    pupils = "".join(map(_pupil, rows))
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><EDEX><school><schooljaar>2026-2027</schooljaar>'
        f"<schoolkey>41</schoolkey><xsdversie>2.1</xsdversie></school><groepen>{kept}</groepen>"
        f"<leerlingen>{pupils}</leerlingen><leerkrachten>{taught}</leerkrachten></EDEX>",
        encoding="utf-8",
    )
    return file


def _pupil(row: tuple[str, ...]) -> str:
    born = "-".join(reversed(row[4].split("-")))
    infix = f"<voorvoegsel>{escape(row[2])}</voorvoegsel>" if row[2] else ""
    return (
        f'<leerling key="{row[0]}"><achternaam>{row[3]}</achternaam>{infix}'
        f"<roepnaam>{row[1]}</roepnaam><geboortedatum>{born}</geboortedatum>"
        f"<geslacht>{1 if row[5] == 'M' else 2}</geslacht><jaargroep>4</jaargroep>"
        f'<groep key="{row[11]}"/><emailadres>{row[6]}</emailadres>'
        "<instroomdatum>2026-08-01</instroomdatum></leerling>"
    )
