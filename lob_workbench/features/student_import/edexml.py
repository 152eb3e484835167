"""EDEXML 2.1, the file in which schools hand over their pupils, as a table like any other list."""

from typing import Any

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.student_import.reader import (
    MAX_CELL,
    MAX_ROWS,
    Row,
    Table,
    too_many_rows,
)
from lob_workbench.features.student_import.remarks import Remark, RemarkCode
from lob_workbench.output.apart import Broken, TooSlow, take_apart

_SECONDS = 20.0
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("Studentnummer", "number"),
    ("Voornaam", "first"),
    ("Tussenvoegsel", "infix"),
    ("Achternaam", "last"),
    ("Geboortedatum", "birth"),
    ("Geslacht", "gender"),
    ("E-mailadres", "email"),
    ("Groep", "group"),
    ("Leerjaar", "year"),
    ("Startdatum", "start"),
    ("Einddatum", "end"),
    ("Mentor", "mentor"),
    # No column for the workbench by itself; somebody may want it as the team.
    ("Vestiging", "place"),
)
# Said as of any list that is too long.
_TOO_MANY = "too_many_pupils"
_NOT_SAFE = QT_TRANSLATE_NOOP(
    "errors",
    "Dit EDEXML-bestand is niet veilig te lezen. Vraag de school om het opnieuw te maken.",
)
_WORDS: dict[str, str] = {
    "not_xml": QT_TRANSLATE_NOOP(
        "errors",
        "Dit EDEXML-bestand is beschadigd of niet compleet. Vraag de school om het opnieuw te "
        "maken.",
    ),
    "unsafe": _NOT_SAFE,
    "other_xml": QT_TRANSLATE_NOOP(
        "errors", "Dit bestand is geen EDEXML. Vraag de lijst als EDEXML 2.1, Excel-bestand of CSV."
    ),
    "other_version": QT_TRANSLATE_NOOP(
        "errors",
        "Dit bestand is EDEXML {about}. De werkbank leest EDEXML 2.1. Vraag de school om die "
        "versie, of om een Excel-bestand.",
    ),
    "against_schema": QT_TRANSLATE_NOOP(
        "errors",
        "Dit bestand houdt zich niet aan EDEXML 2.1: bij ‘{about}’ staat iets wat daar niet mag, "
        "of er ontbreekt iets. Vraag de school om het opnieuw te maken, of om een Excel-bestand.",
    ),
}


def read_edexml(data: bytes, progress: Progress | None = None) -> Table:
    """The pupils of a school. Raises ``InputRefused`` with what to do, and ``Stopped``.

    Slow (a process starts): call it through ``jobs.render``.
    """
    try:
        answer = take_apart(
            "lob_workbench.features.student_import.edexml_parts", data, _SECONDS, progress
        )
    except (TooSlow, Broken):
        raise InputRefused(_NOT_SAFE) from None
    return table_of(answer)


def table_of(answer: dict[str, Any]) -> Table:
    """The table in what the other process tells; raises ``InputRefused`` when it tells why not.

    A pupil has no student number: the number is the school's key with the pupil's. Line 1 is the
    first pupil.
    """
    trouble = answer.get("trouble")
    if trouble == _TOO_MANY or len(answer.get("pupils", ())) > MAX_ROWS:
        raise too_many_rows()
    if trouble is not None:
        raise InputRefused(_WORDS[trouble], about=answer["about"])
    pupils, school = answer["pupils"], answer["school"]
    return Table(
        encoding="edexml",
        delimiter="",
        header=tuple(name for name, _ in _COLUMNS),
        rows=tuple(_row(line, pupil, answer) for line, pupil in enumerate(pupils, start=1)),
        header_line=0,
        remarks=tuple(_remarks(school, several=answer["several"])),
    )


def _row(line: int, pupil: dict[str, str], answer: dict[str, Any]) -> Row:
    school = answer["school"]
    number = f"{school}-{pupil['key']}" if school else pupil["key"]
    values = pupil | {"number": number}
    # What is longer than any field is told so and left empty; here it only must not be endless.
    texts = tuple(values[name][:MAX_CELL] for _, name in _COLUMNS)
    return Row(line, texts, _refusal(pupil, answer["day"]))


def _refusal(pupil: dict[str, str], day: str) -> Remark | None:
    if pupil["wrong"]:
        return Remark.of(RemarkCode.AGAINST_SCHEMA, element=pupil["wrong"])
    end = pupil["end"]
    # Days of EDEXML sort as text.
    if pupil["gone"] or (end and day and end[:10] <= day):
        return Remark.of(RemarkCode.LEFT_SCHOOL)
    return None


def _remarks(school: str, *, several: bool) -> list[Remark]:
    found = [Remark(RemarkCode.PUPIL_NUMBERS if school else RemarkCode.PUPIL_NUMBERS_ALONE)]
    if several:
        found.append(Remark(RemarkCode.FIRST_TEACHER))
    return found
