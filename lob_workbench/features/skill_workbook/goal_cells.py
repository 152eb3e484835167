"""An agreement as a row of cells: what was exported, and what came back. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import (
    as_day,
    as_day_text,
    as_level,
    as_line,
    as_text,
    fits,
    settled,
    settled_line,
    shortened,
)
from lob_workbench.features.skill_workbook.layout import DAYS, PERIODS, SPANS, Field
from lob_workbench.features.skill_workbook.rules import GoalRow
from lob_workbench.output.workbook_file import Cell
from lob_workbench.skills.rules import LEVELS
from lob_workbench.skills.rules_goals import Goal, Slot, SlotProgress

Texts = Mapping[Field, str]
"""What stands in the cells of an agreement, as it is compared."""

NO_LEVEL = QT_TRANSLATE_NOOP("errors", "Een doel is een niveau van 0 tot en met 4.")
NO_SKILL = QT_TRANSLATE_NOOP("errors", "Deze skill staat niet in deze set life skills.")
NO_DAY = QT_TRANSLATE_NOOP(
    "errors", "Dit is geen datum. Schrijf een dag zo op: 23-11-2026, en kies opnieuw."
)
HALF = QT_TRANSLATE_NOOP("errors", "Een periode heeft een eerste en een laatste dag. Vul beide in.")


def goal_texts(row: GoalRow, skill_set: SkillSet) -> dict[Field, str]:
    """The cells of an agreement as they go out."""
    goal = row.goal
    known = goal.skill_id in skill_set.skill_ids
    texts = {
        Field.WHO: settled_line(row.person.label),
        Field.SKILL: settled_line(skill_set.skill(goal.skill_id).name if known else goal.skill_id),
        Field.LEVEL: str(goal.level),
        Field.ACTION: shortened(settled(goal.action)),
        Field.HELPER: shortened(settled_line(goal.helper)),
    }
    for place, (first, last) in enumerate(SPANS):
        slot = goal.slots[place] if place < len(goal.slots) else None
        texts[first] = slot.starts_on.isoformat() if slot else ""
        texts[last] = slot.ends_on.isoformat() if slot else ""
    return texts


def cut_fields(goal: Goal) -> frozenset[Field]:
    """The texts of which not all went into a cell."""
    words = {Field.ACTION: settled(goal.action), Field.HELPER: settled_line(goal.helper)}
    return frozenset(field for field, text in words.items() if not fits(text))


def returned_text(field: Field, cell: Cell) -> str:
    """A cell that came back, as it is compared."""
    if field in DAYS:
        return as_day_text(cell)
    if field is Field.LEVEL:
        level = as_level(cell)
        return as_line(cell) if level is None else str(level)
    return as_text(cell) if field is Field.ACTION else as_line(cell)


def check_cell(field: Field, text: str, skill_set: SkillSet) -> None:
    """Refuse a cell that can mean nothing, whatever stands beside it."""
    if field is Field.LEVEL:
        _level(text)
    elif field is Field.SKILL:
        _skill(text, skill_set)
    elif field in DAYS and text and as_day(text) is None:
        raise InputRefused(NO_DAY)


def changed_goal(goal: Goal, texts: Texts, fields: frozenset[Field], skill_set: SkillSet) -> Goal:
    """The agreement with these ``fields`` as the file has them; raises ``InputRefused``.

    Text and progress of a period stay with it; periods that did not fit in the row stay too.
    """
    if Field.SKILL in fields:
        goal = replace(goal, skill_id=_skill(texts[Field.SKILL], skill_set))
    if Field.LEVEL in fields:
        goal = replace(goal, level=_level(texts[Field.LEVEL]))
    if Field.ACTION in fields:
        goal = replace(goal, action=texts[Field.ACTION])
    if Field.HELPER in fields:
        goal = replace(goal, helper=texts[Field.HELPER])
    if fields & DAYS:
        goal = replace(goal, slots=_slots(goal, texts, fields))
    return goal


def _slots(goal: Goal, texts: Texts, fields: frozenset[Field]) -> tuple[Slot, ...]:
    kept = []
    for place, (first, last) in enumerate(SPANS):
        before = goal.slots[place] if place < len(goal.slots) else None
        if not fields & {first, last}:
            kept += [before] if before else []
            continue
        starts = _from(first, texts, fields, before.starts_on if before else None)
        ends = _from(last, texts, fields, before.ends_on if before else None)
        if starts is None and ends is None:
            continue
        if starts is None or ends is None:
            raise InputRefused(HALF)
        slot = before or Slot(place + 1, starts, ends, SlotProgress.PLANNED)
        kept.append(replace(slot, starts_on=starts, ends_on=ends))
    return (*kept, *goal.slots[PERIODS:])


def _from(field: Field, texts: Texts, fields: frozenset[Field], before: date | None) -> date | None:
    if field not in fields:
        return before
    text = texts[field]
    day = as_day(text)
    if text and day is None:
        raise InputRefused(NO_DAY)
    return day


def _level(text: str) -> int:
    level = as_level(text)
    if level is None or level > LEVELS:
        raise InputRefused(NO_LEVEL)
    return level


def _skill(text: str, skill_set: SkillSet) -> str:
    for skill in skill_set.skills:
        if text in (settled_line(skill.name), skill.id):
            return skill.id
    raise InputRefused(NO_SKILL)
