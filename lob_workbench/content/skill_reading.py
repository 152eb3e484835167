"""The one gate for a set of skills, ours or a school's own: it refuses what is not whole.

Ours is an author's work and a test reads it; a school's file is made by somebody who sees the
refusal on the screen. So this speaks Dutch, one calm sentence that names the place in the file.
"""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from lob_workbench.content.skill_set import (
    BEHAVIOURS_PER_LEVEL,
    LEVELS,
    Behaviour,
    Level,
    Skill,
    SkillGroup,
    SkillSet,
    behaviour_id,
)
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"
"""The official competences of the kwalificatiedossiers; there is no Z."""

MOST_SKILLS = 60
MOST_GROUPS = 12
NAME_LIMIT = 60
TEXT_LIMIT = 200

BLOCKS = ("set", "group", "skill")

# No hyphen in the id of a skill: 'listening-2-3' must fall apart in one way only.
_SKILL_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SET_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,19}")

NO_BLOCK = QT_TRANSLATE_NOOP(
    "errors",
    "In dit bestand ontbreekt '{key}'. Een set skills bestaat uit de blokken "
    "'set', 'group' en 'skill'.",
)
STRANGE_BLOCK = QT_TRANSLATE_NOOP(
    "errors",
    "In dit bestand staat '{key}', en dat hoort daar niet. Een set skills bestaat uit de "
    "blokken 'set', 'group' en 'skill'.",
)
MISSING = QT_TRANSLATE_NOOP("errors", "Bij {place} ontbreekt '{key}'. Vul dat aan in het bestand.")
UNKNOWN_KEY = QT_TRANSLATE_NOOP(
    "errors", "Bij {place} staat '{key}', en dat hoort daar niet. Is het een typefout?"
)
NOT_TEXT = QT_TRANSLATE_NOOP("errors", "Bij {place} moet '{key}' een tekst zijn.")
EMPTY = QT_TRANSLATE_NOOP("errors", "Bij {place} is '{key}' leeg.")
TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "Bij {place} is '{key}' te lang: {length} tekens, er passen er {limit}. Maak de tekst korter.",
)
NOT_LIST = QT_TRANSLATE_NOOP("errors", "Bij {place} moet '{key}' een lijst zijn.")
NOT_TABLE = QT_TRANSLATE_NOOP("errors", "Bij {place} moet '{key}' een blok met eigen regels zijn.")
BAD_ID = QT_TRANSLATE_NOOP(
    "errors",
    "Bij {place} kan '{value}' geen kenmerk zijn. Begin met een kleine letter en gebruik "
    "hooguit 40 kleine letters, cijfers of liggende streepjes (_).",
)
BAD_VERSION = QT_TRANSLATE_NOOP(
    "errors",
    "Bij {place} kan '{value}' geen versie zijn. Gebruik hooguit 20 letters, cijfers, punten "
    "of streepjes, zoals 2026.1.",
)
TWICE = QT_TRANSLATE_NOOP("errors", "Bij {place} staat '{value}' al ergens anders in het bestand.")
UNKNOWN_GROUP = QT_TRANSLATE_NOOP(
    "errors", "Bij {place} staat groep '{value}', maar die groep is er niet."
)
UNKNOWN_COMPETENCE = QT_TRANSLATE_NOOP(
    "errors", "Bij {place} staat competentie '{value}'. Kies uit de letters A tot en met Y."
)
EMPTY_GROUP = QT_TRANSLATE_NOOP("errors", "Bij groep '{value}' hoort geen enkele skill.")
WRONG_LEVELS = QT_TRANSLATE_NOOP(
    "errors", "Bij {place} horen {wanted} niveaus; het zijn er {count}."
)
WRONG_BEHAVIOURS = QT_TRANSLATE_NOOP(
    "errors", "Bij {place} horen {wanted} gedragingen; het zijn er {count}."
)
WRONG_SKILLS = QT_TRANSLATE_NOOP(
    "errors", "In dit bestand staan {count} skills. Het moeten er 1 tot en met {limit} zijn."
)
TOO_MANY_GROUPS = QT_TRANSLATE_NOOP(
    "errors", "In dit bestand staan {count} groepen; er passen er {limit}."
)


def parse_skill_set(document: Mapping[str, object]) -> SkillSet:
    """The set in a document of ``set``, ``group`` and ``skill``, as a TOML file holds them.

    Raises ``InputRefused`` with the place and the reason when anything in it is not as it should
    be. Texts pass the text gate, so that what comes out may be stored, shown and printed.
    """
    root = _Part("TOML", document)
    for key in BLOCKS:
        if not root.has(key):
            raise InputRefused(NO_BLOCK, key=key)
    for key in document:
        if key not in BLOCKS:
            raise InputRefused(STRANGE_BLOCK, key=_short(key))
    head = root.part("set", "[set]")
    groups = _groups(root)
    skills = _skills(root, groups)
    found = SkillSet(
        id=head.id("id", _SET_ID),
        version=head.version("version"),
        name=head.line("name", NAME_LIMIT),
        groups=tuple(
            SkillGroup(group, heading, tuple(skill for skill in skills if skill.group == group))
            for group, heading in groups.items()
        ),
        source=head.line("source", TEXT_LIMIT) if head.has("source") else "",
    )
    head.close()
    for group_found in found.groups:
        if not group_found.skills:
            raise InputRefused(EMPTY_GROUP, value=group_found.id)
    _refuse_repeated_texts(skills)
    return found


def _groups(root: "_Part") -> dict[str, str]:
    parts = root.parts("group", "[[group]] {}")
    if len(parts) > MOST_GROUPS:
        raise InputRefused(TOO_MANY_GROUPS, count=len(parts), limit=MOST_GROUPS)
    ids, headings = _Once(), _Once()
    found = {}
    for part in parts:
        group = ids.add(part.place, part.id("id", _SKILL_ID))
        found[group] = headings.add(part.place, part.line("heading", NAME_LIMIT))
        part.close()
    return found


def _skills(root: "_Part", groups: Mapping[str, str]) -> tuple[Skill, ...]:
    parts = root.parts("skill", "[[skill]] {}")
    if not 1 <= len(parts) <= MOST_SKILLS:
        raise InputRefused(WRONG_SKILLS, count=len(parts), limit=MOST_SKILLS)
    ids, names = _Once(), _Once()
    found = []
    for part in parts:
        skill_id = ids.add(part.place, part.id("id", _SKILL_ID))
        part.place = f"{part.place} ({skill_id})"
        group = part.line("group", NAME_LIMIT)
        if group not in groups:
            raise InputRefused(UNKNOWN_GROUP, place=part.place, value=group)
        found.append(
            Skill(
                id=skill_id,
                name=names.add(part.place, part.line("name", NAME_LIMIT)),
                meaning=part.line("meaning", TEXT_LIMIT),
                group=group,
                competences=_competences(part),
                levels=_levels(part, skill_id),
            )
        )
        part.close()
    return tuple(found)


def _competences(part: "_Part") -> tuple[str, ...]:
    letters = part.lines("competences", NAME_LIMIT) if part.has("competences") else ()
    once = _Once()
    for letter in letters:
        if len(letter) != 1 or letter not in LETTERS:
            raise InputRefused(UNKNOWN_COMPETENCE, place=part.place, value=letter)
        once.add(part.place, letter)
    return letters


def _levels(skill: "_Part", skill_id: str) -> tuple[Level, ...]:
    parts = skill.parts("level", skill.place + ", [[skill.level]] {}")
    if len(parts) != LEVELS:
        raise InputRefused(WRONG_LEVELS, place=skill.place, wanted=LEVELS, count=len(parts))
    names = _Once()
    found = []
    for number, part in enumerate(parts, start=1):
        texts = part.lines("behaviours", TEXT_LIMIT)
        if len(texts) != BEHAVIOURS_PER_LEVEL:
            raise InputRefused(
                WRONG_BEHAVIOURS, place=part.place, wanted=BEHAVIOURS_PER_LEVEL, count=len(texts)
            )
        name = names.add(part.place, part.line("name", NAME_LIMIT))
        behaviours = tuple(
            Behaviour(behaviour_id(skill_id, number, at), skill_id, number, at, text)
            for at, text in enumerate(texts, start=1)
        )
        part.close()
        found.append(Level(number, name, behaviours))
    return tuple(found)


def _refuse_repeated_texts(skills: Iterable[Skill]) -> None:
    once = _Once()
    for skill in skills:
        for level in skill.levels:
            for behaviour in level.behaviours:
                once.add(behaviour.id, behaviour.text)


class _Once:
    """Refuses what was said before: also with another capital, accent or space."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def add(self, place: str, value: str) -> str:
        folded = fold(value)
        if folded in self._seen:
            raise InputRefused(TWICE, place=place, value=value)
        self._seen.add(folded)
        return value


class _Part:
    """A block of the document that remembers what was read, so that a typo in a key shows."""

    def __init__(self, place: str, values: Mapping[str, object]) -> None:
        self.place = place
        self._values = values
        self._read: set[str] = set()

    def has(self, key: str) -> bool:
        return key in self._values

    def line(self, key: str, limit: int) -> str:
        return self._line(key, self._value(key), limit)

    def lines(self, key: str, limit: int) -> tuple[str, ...]:
        return tuple(self._line(key, value, limit) for value in self._list(key))

    def id(self, key: str, pattern: re.Pattern[str]) -> str:
        value = self.line(key, NAME_LIMIT)
        if not pattern.fullmatch(value):
            raise InputRefused(BAD_ID, place=self.place, value=value)
        return value

    def version(self, key: str) -> str:
        value = self.line(key, NAME_LIMIT)
        if not _VERSION.fullmatch(value):
            raise InputRefused(BAD_VERSION, place=self.place, value=value)
        return value

    def part(self, key: str, place: str) -> "_Part":
        return self._part(key, self._value(key), place)

    def parts(self, key: str, place: str) -> tuple["_Part", ...]:
        return tuple(
            self._part(key, value, place.format(number))
            for number, value in enumerate(self._list(key), start=1)
        )

    def close(self) -> None:
        for key in self._values:
            if key not in self._read:
                raise InputRefused(UNKNOWN_KEY, place=self.place, key=_short(key))

    def _value(self, key: str) -> object:
        self._read.add(key)
        if key not in self._values:
            raise InputRefused(MISSING, place=self.place, key=key)
        return self._values[key]

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if not isinstance(value, list):
            raise InputRefused(NOT_LIST, place=self.place, key=key)
        return value

    def _part(self, key: str, value: object, place: str) -> "_Part":
        if not isinstance(value, Mapping):
            raise InputRefused(NOT_TABLE, place=self.place, key=key)
        return _Part(place, cast("Mapping[str, object]", value))

    def _line(self, key: str, value: object, limit: int) -> str:
        if not isinstance(value, str):
            raise InputRefused(NOT_TEXT, place=self.place, key=key)
        if len(value) > limit:
            raise InputRefused(TOO_LONG, place=self.place, key=key, length=len(value), limit=limit)
        cleaned = clean_line(value, limit=limit)
        if not cleaned:
            raise InputRefused(EMPTY, place=self.place, key=key)
        return cleaned


def _short(text: str) -> str:
    """A key of a stranger's file as it may stand in a sentence on the screen."""
    return clean_line(text[:NAME_LIMIT])
