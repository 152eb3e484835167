"""The hidden sheet of a workbook: where it comes from, what was exported, and a keyed mark on it.

The key of the mark is derived from the id of the school, which is not in the file: so a workbook of
another school, and hidden values that somebody edited, are found. It is a help against mistakes,
not a right: everything in a file is compared with what stands in the werkbank today.
"""

import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import as_text, digest, settled_line
from lob_workbench.features.skill_workbook.goal_cells import cut_fields, goal_texts
from lob_workbench.features.skill_workbook.layout import FORMAT, GOAL_FIELDS, Field
from lob_workbench.features.skill_workbook.rules import WorkbookData
from lob_workbench.output.workbook_file import Cell

NOT_OURS = QT_TRANSLATE_NOOP(
    "errors",
    "Deze werkmap komt niet uit de werkbank, of het verborgen blad is weg. Vul een werkmap in die "
    "je met ‘Naar Excel’ maakte.",
)
OTHER_SCHOOL = QT_TRANSLATE_NOOP(
    "errors", "Deze werkmap komt van een andere school of uit een ander werkboek."
)
TOUCHED = QT_TRANSLATE_NOOP(
    "errors",
    "Aan het verborgen blad van deze werkmap is iets veranderd. Er is niets overgenomen: maak een "
    "nieuwe werkmap en vul die in.",
)
NEWER = QT_TRANSLATE_NOOP(
    "errors", "Deze werkmap is gemaakt met een nieuwere versie. Werk eerst de werkbank bij."
)

_MARK = "mark"


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A line of the matrix as it went out."""

    label: str
    number: str
    group: str
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KnownGoal:
    """An agreement as it went out: a mark of each cell; ``cut`` did not fit whole."""

    digests: Mapping[Field, str]
    cut: frozenset[Field]


@dataclass(frozen=True, slots=True)
class Secret:
    """What the hidden sheet tells."""

    file_id: UUID
    set_key: str
    made_by: str
    made_at: datetime
    read_only: bool
    skills: tuple[str, ...]
    rows: Mapping[UUID, KnownRow]
    people: Mapping[str, UUID]
    goals: Mapping[UUID, KnownGoal]


def secret_lines(data: WorkbookData) -> Iterator[tuple[str, ...]]:
    """The lines of the hidden sheet, the mark last."""
    lines = list(_lines(data))
    yield from lines
    yield _MARK, _mark(lines, data.school_id)


def read_secret(rows: Sequence[Sequence[Cell]], school_id: UUID) -> Secret:
    """What the hidden sheet tells; raises ``InputRefused`` where it is not of this school."""
    lines = [_texts(row) for row in rows]
    lines = [line for line in lines if line]
    head = {line[1]: line[2] for line in lines if line[0] == "head" and len(line) == 3}
    # Python refuses to read a number of thousands of digits.
    made_for = head.get("format", "")
    if not (made_for.isdecimal() and len(made_for) < 10) or lines[-1][0] != _MARK:
        raise InputRefused(NOT_OURS)
    if int(made_for) > int(FORMAT):
        raise InputRefused(NEWER)
    if head.get("school") != _school(school_id):
        raise InputRefused(OTHER_SCHOOL)
    *told, mark = lines
    if len(mark) != 2 or not hmac.compare_digest(mark[1].encode(), _mark(told, school_id).encode()):
        raise InputRefused(TOUCHED)
    try:
        return _told(head, told)
    except (KeyError, ValueError, IndexError):
        # The mark fits: somebody who knows the school made it, and not this program.
        raise InputRefused(TOUCHED) from None


def _told(head: Mapping[str, str], told: Sequence[tuple[str, ...]]) -> Secret:
    return Secret(
        file_id=UUID(head["file"]),
        set_key=head["set"],
        made_by=head["by"],
        made_at=datetime.fromisoformat(head["at"]),
        read_only=head["mode"] != "fill",
        skills=tuple(head["skills"].split()),
        rows={UUID(line[1]): _row(line) for line in told if line[0] == "row"},
        people={line[2]: UUID(line[1]) for line in told if line[0] == "person"},
        goals={UUID(line[1]): _goal(line) for line in told if line[0] == "goal"},
    )


def _lines(data: WorkbookData) -> Iterator[tuple[str, ...]]:
    head = {
        "format": FORMAT,
        "school": _school(data.school_id),
        "set": data.skill_set.key,
        "file": str(data.file_id),
        "by": settled_line(data.made_by) or "-",
        "at": data.made_at.isoformat(),
        "mode": "read" if data.read_only else "fill",
        "skills": " ".join(skill.id for skill in data.skills),
    }
    for name, value in head.items():
        yield "head", name, value
    if data.read_only:
        return
    for row in data.rows:
        levels = " ".join(map(str, row.levels))
        learner = row.learner
        # An empty cell at the end of a row is lost on the way, one in the middle is not.
        texts = (
            settled_line(text) for text in (row.label, learner.number, data.belongs_to(learner))
        )
        yield "row", str(learner.id), *texts, f"levels {levels}"
    for person in data.people:
        yield "person", str(person.learner.id), settled_line(person.label)
    for agreed in data.goals if data.with_goals else ():
        cells = goal_texts(agreed, data.skill_set)
        cut = cut_fields(agreed.goal)
        marks = (f"{'!' if one in cut else ''}{digest(cells[one])}" for one in GOAL_FIELDS)
        yield "goal", str(agreed.goal.id), " ".join(marks)


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    texts = [as_text(cell) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _row(line: tuple[str, ...]) -> KnownRow:
    _, _, label, number, group, levels = line
    return KnownRow(label, number, group, tuple(map(int, levels.split()[1:])))


def _goal(line: tuple[str, ...]) -> KnownGoal:
    marks = dict(zip(GOAL_FIELDS, line[2].split(), strict=True))
    return KnownGoal(
        {field: mark.lstrip("!") for field, mark in marks.items()},
        frozenset(field for field, mark in marks.items() if mark.startswith("!")),
    )


def _school(school_id: UUID) -> str:
    return hmac.digest(school_id.bytes, b"lob workbook school", "sha256").hex()[:20]


def _mark(lines: Sequence[tuple[str, ...]], school_id: UUID) -> str:
    key = hmac.digest(school_id.bytes, b"lob workbook mark", "sha256")
    return hmac.digest(key, json.dumps(lines).encode("ascii"), "sha256").hex()
