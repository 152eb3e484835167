"""How the sheets of a workbook are laid out: names, columns and their keys.

Who writes and who reads agree on the keys, which stand in a hidden first row. Headings, places and
names of sheets are for people, who may change and move them.
"""

from dataclasses import dataclass
from enum import StrEnum

from lob_workbench.content.skills import Behaviour, SkillSet

FORMAT = "1"
"""Raised when an older version of the product could not read it any more."""

GUIDE = "Leeswijzer"
MATRIX = "Matrix"
OBSERVATIONS = "Waarnemingen"
GOALS = "Afspraken"
BEHAVIOURS = "Gedrag"
TEAM = "Team"
SECRET = "Sleutel"

PERIODS = 3
"""So many periods of an agreement stand in a row; more are kept in the werkbank."""

_PREFIX = "lob"


class Field(StrEnum):
    """A column by its key."""

    ROW = "row"
    WHO = "who"
    NUMBER = "number"
    GROUP = "group"
    BEHAVIOUR = "behaviour"
    SEEN_BY = "seen_by"
    AS_WHAT = "as_what"
    DAY = "day"
    EVIDENCE = "evidence"
    SKILL = "skill"
    LEVEL = "level"
    ACTION = "action"
    HELPER = "helper"
    FROM_1 = "from_1"
    TO_1 = "to_1"
    FROM_2 = "from_2"
    TO_2 = "to_2"
    FROM_3 = "from_3"
    TO_3 = "to_3"
    TEXT = "text"
    CHOICE = "choice"


SPANS: tuple[tuple[Field, Field], ...] = (
    (Field.FROM_1, Field.TO_1),
    (Field.FROM_2, Field.TO_2),
    (Field.FROM_3, Field.TO_3),
)
"""First and last day of each period."""

DAYS = frozenset(field for span in SPANS for field in span)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, what stands above it, and how wide it is in digits."""

    field: Field
    heading: str
    width: float


OBSERVATION_COLUMNS: tuple[Column, ...] = (
    Column(Field.WHO, "Wie", 28),
    Column(Field.BEHAVIOUR, "Welk gedrag", 62),
    Column(Field.SEEN_BY, "Gezien door", 24),
    Column(Field.AS_WHAT, "Als wat", 24),
    Column(Field.DAY, "Op welke dag", 14),
    Column(Field.EVIDENCE, "Waar blijkt het uit?", 70),
)

GOAL_COLUMNS: tuple[Column, ...] = (
    Column(Field.WHO, "Wie", 28),
    Column(Field.SKILL, "Skill", 26),
    Column(Field.LEVEL, "Doel", 7),
    Column(Field.ACTION, "Wat gaat er gebeuren?", 60),
    Column(Field.HELPER, "Wie helpt", 22),
    *(
        Column(field, heading.format(number), 13)
        for number, span in enumerate(SPANS, 1)
        for field, heading in zip(span, ("Periode {} van", "tot en met"), strict=True)
    ),
)

GOAL_FIELDS = tuple(column.field for column in GOAL_COLUMNS)

OBSERVER_WORDS = {
    "self": "zelf",
    "counsellor": "loopbaanbegeleider",
    "teacher": "docent",
    "trainer": "praktijkopleider",
    "colleague": "collega of medestudent",
    "team_leader": "teamleider",
    "other": "iemand anders",
}


def column_key(sheet: str, field: str) -> str:
    """What stands in the hidden first row above a column."""
    return f"{_PREFIX}:{sheet.lower()}:{field}"


def skill_key(skill_id: str) -> str:
    """The same above a skill of the matrix."""
    return column_key(MATRIX, f"skill-{skill_id}")


def parse_key(text: str) -> tuple[str, str] | None:
    """Sheet and field of a key; ``None`` for any other text."""
    parts = text.strip().split(":")
    return (parts[1], parts[2]) if len(parts) == 3 and parts[0] == _PREFIX else None


def behaviour_choice(skill_set: SkillSet, behaviour: Behaviour) -> str:
    """How a behaviour is called in the list to choose from; below 255 characters."""
    skill = skill_set.skill(behaviour.skill).name
    return f"{skill} {behaviour.level}.{behaviour.number} – {behaviour.text}"[:250]


BEGIN = "lob:begin"
"""Stands in the hidden first column, in the row of headings: below it people fill in."""
