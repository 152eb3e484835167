"""What stands where in the Excel template of a set: one place for who writes it and who reads it.

The words are Dutch for every reader: the file goes from desk to desk, and is read back by them.
"""

from dataclasses import dataclass

GUIDE, GROUPS, SKILLS, BEHAVIOURS = "Leeswijzer", "Groepen", "Skills", "Gedrag"

SET_NAME, SET_ID, SET_VERSION, SET_SOURCE = "Naam van de set", "Kenmerk", "Versie", "Van wie"
ID = "Kenmerk"
GROUP, SKILL, MEANING, COMPETENCES = "Groep", "Skill", "Betekenis", "Competenties"
LEVEL, BEHAVIOUR = "Niveau", "Gedrag"
LEVEL_NAMES = tuple(f"Naam niveau {number}" for number in range(1, 5))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: what stands above it and how wide it is, in characters."""

    title: str
    width: float
    optional: bool = False


GROUP_COLUMNS = (Column(GROUP, 44), Column(ID, 22, optional=True))
SKILL_COLUMNS = (
    Column(GROUP, 24),
    Column(SKILL, 30),
    Column(MEANING, 60),
    Column(COMPETENCES, 16, optional=True),
    *(Column(name, 26) for name in LEVEL_NAMES),
    Column(ID, 22, optional=True),
)
BEHAVIOUR_COLUMNS = (Column(SKILL, 30), Column(LEVEL, 10), Column(BEHAVIOUR, 100))

SHEETS: dict[str, tuple[Column, ...]] = {
    GROUPS: GROUP_COLUMNS,
    SKILLS: SKILL_COLUMNS,
    BEHAVIOURS: BEHAVIOUR_COLUMNS,
}
