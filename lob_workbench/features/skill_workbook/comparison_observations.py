"""Observations that a colleague filled in: each row a claim that still has to be confirmed."""

import json
from collections.abc import Mapping
from uuid import UUID, uuid5

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import as_day, as_line, as_text, settled_line
from lob_workbench.features.skill_workbook.comparing import Compared, Today, day_words
from lob_workbench.features.skill_workbook.goal_cells import NO_DAY
from lob_workbench.features.skill_workbook.layout import (
    OBSERVATION_COLUMNS,
    OBSERVER_WORDS,
    Field,
    behaviour_choice,
)
from lob_workbench.features.skill_workbook.naming import Lookup
from lob_workbench.features.skill_workbook.returned import ReturnedRow, ReturnedSheet
from lob_workbench.features.skill_workbook.rules import DiffKind, DiffRow, Reason
from lob_workbench.skills.rules import (
    OBSERVER_LABELS,
    ClaimDraft,
    LearnerKind,
    Observer,
    checked_claim,
)

NOBODY = QT_TRANSLATE_NOOP(
    "errors", "Deze persoon staat niet in de werkmap. Kies een naam uit de lijst."
)
NOT_YOURS = QT_TRANSLATE_NOOP("errors", "Voor deze persoon leg jij (nu) niets vast in de werkbank.")
NO_BEHAVIOUR = QT_TRANSLATE_NOOP(
    "errors", "Dit gedrag staat niet in deze set life skills. Kies het uit de lijst."
)
NO_ROLE = QT_TRANSLATE_NOOP(
    "errors", "Kies uit de lijst als wat iemand dit zag, docent of praktijkopleider bijvoorbeeld."
)
NO_WHEN = QT_TRANSLATE_NOOP("errors", "Vul in op welke dag dit is gezien.")


def compare_observations(sheet: ReturnedSheet, today: Today, lookup: Lookup) -> Compared:
    """A line for each row; what came back before is counted and not shown again."""
    behaviours = _behaviours(today.skill_set)
    compared = Compared()
    for row in sheet.rows:
        try:
            draft = _draft(row, today, lookup, behaviours)
        except InputRefused as refused:
            key = f"{DiffKind.OBSERVATION}:{sheet.address(row, Field.WHO)}"
            compared.rows.append(_line(sheet, row, key, refused))
            continue
        if draft.id in today.claims:
            compared.known += 1
            continue
        key = f"{DiffKind.OBSERVATION}:{draft.id}"
        if key not in compared.claims:
            compared.claims[key] = draft
            compared.rows.append(_line(sheet, row, key, None))
    return compared


def claim_ids(sheet: ReturnedSheet, today: Today, lookup: Lookup) -> frozenset[UUID]:
    """The ids under which the rows would be written, to ask which of them stand there already."""
    behaviours = _behaviours(today.skill_set)
    found = set()
    for row in sheet.rows:
        try:
            found.add(_draft(row, today, lookup, behaviours).id)
        except InputRefused:
            continue
    return frozenset(found)


def _draft(
    row: ReturnedRow, today: Today, lookup: Lookup, behaviours: Mapping[str, str]
) -> ClaimDraft:
    """The claim in a row. Raises ``InputRefused`` with the first thing that is wrong."""
    who = lookup.find(as_line(row.cells.get(Field.WHO)))
    if who is None:
        raise InputRefused(NOBODY)
    learner = today.learners.get(who)
    if learner is None or learner.kind is LearnerKind.TEAM:
        raise InputRefused(NOT_YOURS)
    behaviour = behaviours.get(fold(as_line(row.cells.get(Field.BEHAVIOUR))))
    if behaviour is None:
        raise InputRefused(NO_BEHAVIOUR)
    observer = _OBSERVERS.get(fold(as_line(row.cells.get(Field.AS_WHAT))))
    if observer is None:
        raise InputRefused(NO_ROLE)
    cell = row.cells.get(Field.DAY)
    seen_on = as_day(cell)
    if seen_on is None:
        raise InputRefused(NO_DAY if as_text(cell) else NO_WHEN)
    name = as_line(row.cells.get(Field.SEEN_BY))
    evidence = row.text(Field.EVIDENCE)
    told = [str(who), behaviour, observer, name, seen_on.isoformat(), evidence]
    return checked_claim(
        ClaimDraft(
            id=uuid5(today.file_id, json.dumps(told)),
            learner=learner,
            set_key=today.skill_set.key,
            behaviour_id=behaviour,
            observer=observer,
            seen_on=seen_on,
            observer_name=name,
            evidence=evidence,
        ),
        today.day,
    )


def _line(
    sheet: ReturnedSheet, row: ReturnedRow, key: str, refused: InputRefused | None
) -> DiffRow:
    said = as_day(row.cells.get(Field.DAY))
    day = day_words(said) if said is not None else row.text(Field.DAY)
    by = (as_line(row.cells.get(field)) for field in (Field.SEEN_BY, Field.AS_WHAT))
    return DiffRow(
        key=key,
        kind=DiffKind.OBSERVATION,
        sheet=sheet.name,
        address=sheet.address(row, _first(row)),
        who=as_line(row.cells.get(Field.WHO)),
        what=as_line(row.cells.get(Field.BEHAVIOUR)),
        was="",
        becomes=": ".join(filter(None, (day, row.text(Field.EVIDENCE)))),
        by=", ".join(filter(None, by)),
        refused=None if refused is None else Reason.of(refused),
    )


def _first(row: ReturnedRow) -> str:
    """The first field of a row in which something stands."""
    return next(
        column.field for column in OBSERVATION_COLUMNS if as_text(row.cells.get(column.field))
    )


def _behaviours(skill_set: SkillSet) -> dict[str, str]:
    """The ids of behaviours by what a cell may say: the choice, the text, *Luisteren 2.3*, the id.

    A text that two behaviours share means neither.
    """
    found: dict[str, str] = {}
    for one in skill_set.behaviours:
        place = f"{skill_set.skill(one.skill).name} {one.level}.{one.number}"
        for name in (behaviour_choice(skill_set, one), one.text, place, one.id):
            found[fold(settled_line(name))] = one.id
    return found


_OBSERVERS: dict[str, Observer] = {
    fold(words): observer
    for observer in Observer
    for words in (OBSERVER_LABELS[observer], OBSERVER_WORDS[observer])
}
