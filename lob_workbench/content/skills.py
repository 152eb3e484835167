"""The life skills: the set that ships with the product, and a school's own.

``load_skill_set`` reads ours from a file per group; ``read_skill_set`` reads the one file of a
school. Both go through ``parse_skill_set``. A fault in ours is a mistake of an author and raises
``ContentError``; a fault in a school's file is for whoever chose it and raises ``InputRefused``.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from lob_workbench.content.skill_reading import LETTERS, MOST_SKILLS, parse_skill_set
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
from lob_workbench.content.table import ContentError, Table
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.paths import resources

__all__ = [
    "BEHAVIOURS_PER_LEVEL",
    "LARGEST_BYTES",
    "LETTERS",
    "LEVELS",
    "MOST_SKILLS",
    "OUR_SET",
    "OUR_SKILLS",
    "Behaviour",
    "Level",
    "Skill",
    "SkillGroup",
    "SkillSet",
    "behaviour_id",
    "competence_titles",
    "load_skill_set",
    "parse_skill_set",
    "read_competence_titles",
    "read_skill_folder",
    "read_skill_set",
]

OUR_SET = "werkbank"
"""The id of the set that ships; a school's own set carries another."""

OUR_SKILLS = 25
SET_FILE = "set.toml"
LARGEST_BYTES = 500_000
# The time that the parser takes for a key grows with the square of its dots: a line of 100 kB with
# nothing else takes it more than a minute. A set needs none; sentences have a few.
MOST_DOTS_IN_LINE = 50

TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "Dit bestand is te groot voor een set skills. Kies een kleiner bestand."
)
NO_TOML = QT_TRANSLATE_NOOP(
    "errors",
    "Dit is geen bestand met skills (.toml) dat de werkbank kan lezen. "
    "Kijk of het heel is en of er geen aanhalingsteken mist.",
)
TAKEN = QT_TRANSLATE_NOOP(
    "errors",
    "Deze set heet van binnen '{value}', net als de set van de werkbank zelf. "
    "Geef je eigen set een ander kenmerk.",
)


@cache
def load_skill_set() -> SkillSet:
    """The set that ships, read once."""
    return read_skill_folder(_shipped())


@cache
def competence_titles() -> Mapping[str, str]:
    """The official title of each competence, by its letter A–Y."""
    return read_competence_titles(_shipped() / SET_FILE)


def read_skill_set(data: bytes) -> SkillSet:
    """A school's own set from one TOML file; raises ``InputRefused`` with the reason."""
    if len(data) > LARGEST_BYTES:
        raise InputRefused(TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
        if any(line.count(".") > MOST_DOTS_IN_LINE for line in text.split("\n")):
            raise InputRefused(NO_TOML)
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError):
        # Thousands of brackets in each other end in RecursionError, a number of a million
        # figures in ValueError.
        raise InputRefused(NO_TOML) from None
    found = parse_skill_set(document)
    if found.id == OUR_SET:
        raise InputRefused(TAKEN, value=found.id)
    return found


def read_skill_folder(folder: Path) -> SkillSet:
    """Our set: the groups in the order of ``set.toml``, then a file of skills for each."""
    document = _toml(folder / SET_FILE)
    document.pop("competences", None)
    skills: list[dict[str, object]] = []
    for group in cast("list[dict[str, object]]", document.get("group", [])):
        file = folder / f"{group.get('id')}.toml"
        inside = _toml(file)
        if list(inside) != ["skill"]:
            raise ContentError(file.name, "must hold [[skill]] tables and nothing else")
        for skill in cast("list[dict[str, object]]", inside["skill"]):
            skills.append({**skill, "group": group.get("id")})
    try:
        found = parse_skill_set({**document, "skill": skills})
    except InputRefused as refused:
        raise ContentError(folder.name, str(refused)) from refused
    if found.id != OUR_SET:
        raise ContentError(SET_FILE, f"the id must be {OUR_SET!r}")
    if len(found.skills) != OUR_SKILLS:
        raise ContentError(folder.name, f"{len(found.skills)} skills, must be {OUR_SKILLS}")
    return found


def read_competence_titles(path: Path) -> Mapping[str, str]:
    """The titles of the competences; refuses a missing, an unknown and an empty one."""
    table = Table(path.name, _toml(path)).table("competences")
    titles = {letter: table.text(letter) for letter in LETTERS}
    table.close()
    return titles


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(path.name, "the file is not there") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path.name, f"not readable as TOML: {error}") from error


def _shipped() -> Path:
    return resources() / "content" / "skills"
