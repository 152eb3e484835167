"""EDEXML files for tests, written by hand."""

from __future__ import annotations

SCHOOL = "<schooljaar>2026-2027</schooljaar><schoolkey>41323</schoolkey><xsdversie>2.1</xsdversie>"
GROUPS = (
    '<groep key="g4"><naam>4A</naam><jaargroep>4</jaargroep></groep>'
    '<samengestelde_groep key="s1"><naam>Plusklas</naam></samengestelde_groep>'
)


def a_pupil(key: str = "00001", inside: str = "", last: str = "Hof") -> str:
    return f'<leerling key="{key}"><achternaam>{last}</achternaam>{inside}</leerling>'


def a_teacher(
    key: str = "t1", inside: str = "", role: str = "", name: str = "Bemmel", first: str = "Julia"
) -> str:
    return (
        f'<leerkracht key="{key}"><achternaam>{name}</achternaam><roepnaam>{first}</roepnaam>'
        f'{role}<groepen><groep key="g4">{inside}</groep></groepen></leerkracht>'
    )


def a_file(
    *pupils: str, school: str = SCHOOL, groups: str = GROUPS, teachers: str = "", head: str = ""
) -> bytes:
    inside = "".join(pupils or (a_pupil(),))
    taught = f"<leerkrachten>{teachers}</leerkrachten>" if teachers else ""
    kept = f"<groepen>{groups}</groepen>" if groups else ""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>{head}<EDEX><school>{school}</school>{kept}"
        f"<leerlingen>{inside}</leerlingen>{taught}</EDEX>"
    ).encode()
