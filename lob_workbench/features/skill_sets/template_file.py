"""Reads a set back from the Excel template; every refusal names the sheet and the cell.

What is checked here is checked again by ``parse_skill_set``: that gate is the same for every set,
but it cannot say where in a workbook something stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from lob_workbench.content.skill_reading import NAME_LIMIT, TEXT_LIMIT
from lob_workbench.content.skills import (
    BEHAVIOURS_PER_LEVEL,
    LETTERS,
    LEVELS,
    OUR_SET,
    TAKEN,
    SkillSet,
    parse_skill_set,
)
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_sets.template_layout import (
    BEHAVIOUR,
    BEHAVIOURS,
    COMPETENCES,
    GROUP,
    GROUPS,
    GUIDE,
    ID,
    LEVEL,
    LEVEL_NAMES,
    MEANING,
    SET_ID,
    SET_NAME,
    SET_SOURCE,
    SET_VERSION,
    SHEETS,
    SKILL,
    SKILLS,
)
from lob_workbench.output.workbook_file import Cell, RawSheet, RawWorkbook, address

NO_SHEET = QT_TRANSLATE_NOOP(
    "errors",
    "In dit Excel-bestand ontbreekt het blad {sheet}. Sla een nieuw sjabloon op en vul dat in.",
)
NO_COLUMN = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} ontbreekt de kolom '{column}'. Zet hem terug, met die naam erboven."
)
NO_LABEL = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} staat nergens '{column}'. Zet het terug, met de waarde erachter."
)
EMPTY = QT_TRANSLATE_NOOP("errors", "Op blad {sheet} is cel {cell} leeg. Vul daar in: {column}.")
NO_TEXT = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} staat in cel {cell} geen tekst. Typ een ' voor wat er staat."
)
TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "Op blad {sheet} staan in cel {cell} {length} tekens; er passen er {limit}. Maak de tekst "
    "korter.",
)
TWICE = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} staat in cel {cell} '{value}', en dat staat ook in cel {other}."
)
UNKNOWN_GROUP = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} staat in cel {cell} '{value}'. Die groep staat niet op blad Groepen."
)
UNKNOWN_SKILL = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} staat in cel {cell} '{value}'. Die skill staat niet op blad Skills."
)
UNKNOWN_LEVEL = QT_TRANSLATE_NOOP(
    "errors", "Op blad {sheet} staat in cel {cell} '{value}'. Kies niveau 1, 2, 3 of 4."
)
UNKNOWN_LETTER = QT_TRANSLATE_NOOP(
    "errors",
    "Op blad {sheet} staat in cel {cell} '{value}'. Schrijf letters van A tot en met Y, met een "
    "komma ertussen.",
)
BAD_ID = QT_TRANSLATE_NOOP(
    "errors",
    "Op blad {sheet} kan '{value}' in cel {cell} geen kenmerk zijn. Begin met een kleine letter en "
    "gebruik hooguit 40 kleine letters, cijfers of liggende streepjes (_), of maak de cel leeg.",
)
WRONG_COUNT = QT_TRANSLATE_NOOP(
    "errors",
    "Op blad {sheet} horen bij '{value}' op niveau {level} {wanted} gedragingen; het zijn er "
    "{count}.",
)

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LETTER_ENDS = re.compile(r"[,;\s]+")
_LONGEST_ID = 36


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell with its text, which may be empty."""

    sheet: str
    cell: str
    text: str

    def refuse(self, words: str, **values: object) -> InputRefused:
        """The refusal, with this place in it."""
        return InputRefused(words, sheet=self.sheet, cell=self.cell, value=self.text, **values)


_Row = Mapping[str, _Place]


def set_from_workbook(raw: RawWorkbook) -> SkillSet:
    """The set in a filled-in template; raises ``InputRefused`` with sheet, cell and reason."""
    sheets = {fold(sheet.name): sheet for sheet in raw.sheets}
    for name in (GUIDE, *SHEETS):
        if fold(name) not in sheets:
            raise InputRefused(NO_SHEET, sheet=name)
    rows = {name: list(_rows(sheets[fold(name)], name)) for name in SHEETS}
    head = _head(sheets[fold(GUIDE)])
    groups = _Ids(rows[GROUPS], GROUP)
    skills = _Ids(rows[SKILLS], SKILL)
    behaviours = _behaviours(rows[BEHAVIOURS], skills)
    return parse_skill_set(
        {
            "set": head,
            "group": [
                {"id": groups.id_of(row[GROUP].text), "heading": row[GROUP].text}
                for row in rows[GROUPS]
            ],
            "skill": list(_skills(rows[SKILLS], groups, skills, behaviours)),
        }
    )


def _head(sheet: RawSheet) -> dict[str, object]:
    found = {
        "name": _beside(sheet, SET_NAME, needed=True).text,
        "version": _beside(sheet, SET_VERSION, needed=True).text,
    }
    place = _beside(sheet, SET_ID, needed=True)
    if place.text == OUR_SET:
        raise InputRefused(TAKEN, value=OUR_SET)
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", place.text):
        raise place.refuse(BAD_ID)
    source = _beside(sheet, SET_SOURCE, needed=False).text
    return {"id": place.text, **found, **({"source": source} if source else {})}


def _beside(sheet: RawSheet, label: str, *, needed: bool) -> _Place:
    """What stands to the right of this label."""
    for number, row in enumerate(sheet.rows):
        for place, cell in enumerate(row):
            if isinstance(cell, str) and fold(cell) == fold(label):
                value = row[place + 1] if place + 1 < len(row) else None
                where = address(sheet.top + number, sheet.left + place + 1)
                limit = TEXT_LIMIT if label == SET_SOURCE else NAME_LIMIT
                found = _text(GUIDE, where, value, limit)
                if needed and not found.text:
                    raise found.refuse(EMPTY, column=label)
                return found
    if needed:
        raise InputRefused(NO_LABEL, sheet=GUIDE, column=label)
    return _Place(GUIDE, "", "")


def _rows(sheet: RawSheet, name: str) -> Iterator[_Row]:
    """The filled rows under the titles, each cell by the title of its column."""
    columns = SHEETS[name]
    begin, places = _titles(sheet, name)
    for number in range(begin + 1, len(sheet.rows)):
        row = sheet.rows[number]
        found = {}
        for column in columns:
            place = places.get(column.title)
            cell = row[place] if place is not None and place < len(row) else None
            where = address(sheet.top + number, sheet.left + (place or 0))
            limit = TEXT_LIMIT if column.title in (MEANING, BEHAVIOUR) else NAME_LIMIT
            found[column.title] = _text(name, where, cell, limit)
        if not any(one.text for one in found.values()):
            continue
        for column in columns:
            if not column.optional and not found[column.title].text:
                raise found[column.title].refuse(EMPTY, column=column.title)
        yield found


def _titles(sheet: RawSheet, name: str) -> tuple[int, dict[str, int]]:
    """The row of the titles and where each stands; found by their words, not by their place."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(sheet.rows):
        folded = [fold(cell) if isinstance(cell, str) else "" for cell in row]
        places = {
            column.title: folded.index(fold(column.title))
            for column in SHEETS[name]
            if fold(column.title) in folded
        }
        if len(places) > len(best[1]):
            best = (number, places)
    for column in SHEETS[name]:
        if not column.optional and column.title not in best[1]:
            raise InputRefused(NO_COLUMN, sheet=name, column=column.title)
    return best


def _text(sheet: str, where: str, cell: Cell, limit: int) -> _Place:
    if cell is None:
        return _Place(sheet, where, "")
    if isinstance(cell, bool | date | time):
        raise InputRefused(NO_TEXT, sheet=sheet, cell=where)
    if isinstance(cell, float):
        return _Place(sheet, where, str(int(cell)) if cell.is_integer() else repr(cell))
    if len(cell) > limit:
        raise InputRefused(TOO_LONG, sheet=sheet, cell=where, length=len(cell), limit=limit)
    return _Place(sheet, where, clean_line(cell, limit=limit))


class _Ids:
    """The ids of what stands in a column of names: as they stand, or made from the name."""

    def __init__(self, rows: list[_Row], title: str) -> None:
        self._by_name: dict[str, str] = {}
        names: dict[str, _Place] = {}
        given: dict[str, _Place] = {}
        for row in rows:
            name, own = row[title], row[ID]
            _refuse_twice(names, fold(name.text), name)
            if own.text:
                if not _ID.fullmatch(own.text):
                    raise own.refuse(BAD_ID)
                _refuse_twice(given, own.text, own)
                self._by_name[fold(name.text)] = own.text
        taken = set(given)
        for row in rows:
            name = row[title]
            if fold(name.text) not in self._by_name:
                made = _made_id(name.text, taken)
                taken.add(made)
                self._by_name[fold(name.text)] = made

    def id_of(self, name: str) -> str:
        """The id; empty for a name that does not stand there."""
        return self._by_name.get(fold(name), "")


def _made_id(name: str, taken: set[str]) -> str:
    plain = _NOT_IN_ID.sub("_", fold(name)).strip("_")[:_LONGEST_ID]
    begin = plain if plain[:1].isalpha() else f"x_{plain}".rstrip("_")
    made, number = begin, 1
    while made in taken:
        number += 1
        made = f"{begin}_{number}"
    return made


def _refuse_twice(seen: dict[str, _Place], key: str, place: _Place) -> None:
    if key in seen:
        raise place.refuse(TWICE, other=seen[key].cell)
    seen[key] = place


def _behaviours(rows: list[_Row], skills: _Ids) -> dict[tuple[str, int], list[str]]:
    """The texts by skill and level, in the order of the sheet."""
    found: dict[tuple[str, int], list[str]] = {}
    seen: dict[str, _Place] = {}
    for row in rows:
        skill = skills.id_of(row[SKILL].text)
        if not skill:
            raise row[SKILL].refuse(UNKNOWN_SKILL)
        if row[LEVEL].text not in [str(level) for level in range(1, LEVELS + 1)]:
            raise row[LEVEL].refuse(UNKNOWN_LEVEL)
        _refuse_twice(seen, fold(row[BEHAVIOUR].text), row[BEHAVIOUR])
        found.setdefault((skill, int(row[LEVEL].text)), []).append(row[BEHAVIOUR].text)
    return found


def _skills(
    rows: list[_Row], groups: _Ids, skills: _Ids, behaviours: dict[tuple[str, int], list[str]]
) -> Iterator[dict[str, object]]:
    for row in rows:
        group = groups.id_of(row[GROUP].text)
        if not group:
            raise row[GROUP].refuse(UNKNOWN_GROUP)
        skill = skills.id_of(row[SKILL].text)
        levels = []
        seen: dict[str, _Place] = {}
        for number, title in enumerate(LEVEL_NAMES, start=1):
            _refuse_twice(seen, fold(row[title].text), row[title])
            texts = behaviours.get((skill, number), [])
            if len(texts) != BEHAVIOURS_PER_LEVEL:
                raise InputRefused(
                    WRONG_COUNT,
                    sheet=BEHAVIOURS,
                    value=row[SKILL].text,
                    level=number,
                    wanted=BEHAVIOURS_PER_LEVEL,
                    count=len(texts),
                )
            levels.append({"name": row[title].text, "behaviours": texts})
        yield {
            "id": skill,
            "group": group,
            "name": row[SKILL].text,
            "meaning": row[MEANING].text,
            "competences": _letters(row[COMPETENCES]),
            "level": levels,
        }


def _letters(place: _Place) -> list[str]:
    letters = [one.upper() for one in _LETTER_ENDS.split(place.text) if one]
    for letter in letters:
        if len(letter) != 1 or letter not in LETTERS:
            raise place.refuse(UNKNOWN_LETTER)
    return list(dict.fromkeys(letters))
