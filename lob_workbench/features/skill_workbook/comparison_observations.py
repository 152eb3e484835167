"""Observations that a colleague filled in: each row a claim that still has to be confirmed."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Generic, TypeVar
from uuid import uuid5

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import as_day, as_line, settled_line
from lob_workbench.features.skill_workbook.comparing import Compared, Today, day_words
from lob_workbench.features.skill_workbook.goal_cells import NO_DAY
from lob_workbench.features.skill_workbook.layout import (
    OBSERVATION_COLUMNS,
    OBSERVER_WORDS,
    Field,
    behaviour_choice,
)
from lob_workbench.features.skill_workbook.naming import Lookup, called
from lob_workbench.features.skill_workbook.returned import ReturnedSheet
from lob_workbench.features.skill_workbook.rules import DiffKind, DiffRow, Reason
from lob_workbench.skills.rules import (
    OBSERVER_LABELS,
    ClaimDraft,
    LearnerKind,
    Observer,
    checked_claim,
)

Found = TypeVar("Found")

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


_FIELDS = tuple(column.field for column in OBSERVATION_COLUMNS)


def compare_observations(sheet: ReturnedSheet, today: Today, lookup: Lookup) -> Compared:
    """A line for each row; two rows that say the same are one."""
    finder = _Finder(today, lookup)
    compared = Compared()
    for row in sheet.rows:
        told = {field: as_line(row.cells.get(field)) for field in _FIELDS}
        told[Field.EVIDENCE] = row.text(Field.EVIDENCE)
        seen_on = as_day(row.cells.get(Field.DAY))
        refused = None
        try:
            draft = finder.draft(told, seen_on)
            key = f"{DiffKind.OBSERVATION}:{draft.id}"
            if key in compared.claims:
                continue
            compared.claims[key] = draft
            told[Field.WHO] = called(draft.learner, told[Field.WHO])
        except InputRefused as error:
            key = f"{DiffKind.OBSERVATION}:{sheet.address(row, Field.WHO)}"
            refused = Reason.of(error)
        day = told[Field.DAY] if seen_on is None else day_words(seen_on)
        compared.rows.append(
            DiffRow(
                key=key,
                kind=DiffKind.OBSERVATION,
                sheet=sheet.name,
                address=sheet.address(row, next(field for field in _FIELDS if told[field])),
                who=told[Field.WHO],
                what=told[Field.BEHAVIOUR],
                was="",
                becomes=": ".join(filter(None, (day, told[Field.EVIDENCE]))),
                by=", ".join(filter(None, (told[Field.SEEN_BY], told[Field.AS_WHAT]))),
                refused=refused,
            )
        )
    return compared


class _Finder:
    """Finds what the words of a row mean."""

    def __init__(self, today: Today, lookup: Lookup) -> None:
        self._today = today
        self._lookup = lookup
        self._behaviours = _Names(_behaviours(today.skill_set))

    def draft(self, told: Mapping[Field, str], seen_on: date | None) -> ClaimDraft:
        """The claim in a row. Raises ``InputRefused`` with the first thing that is wrong."""
        who = self._lookup.find(told[Field.WHO])
        if who is None:
            raise InputRefused(NOBODY)
        learner = self._today.learners.get(who)
        if learner is None or learner.kind is LearnerKind.TEAM:
            raise InputRefused(NOT_YOURS)
        behaviour = self._behaviours.find(told[Field.BEHAVIOUR])
        if behaviour is None:
            raise InputRefused(NO_BEHAVIOUR)
        observer = _OBSERVERS.find(told[Field.AS_WHAT])
        if observer is None:
            raise InputRefused(NO_ROLE)
        if seen_on is None:
            raise InputRefused(NO_DAY if told[Field.DAY] else NO_WHEN)
        name, evidence = told[Field.SEEN_BY], told[Field.EVIDENCE]
        said = json.dumps([str(who), behaviour, observer, name, seen_on.isoformat(), evidence])
        return checked_claim(
            ClaimDraft(
                id=uuid5(self._today.file_id, said),
                learner=learner,
                set_key=self._today.skill_set.key,
                behaviour_id=behaviour,
                observer=observer,
                seen_on=seen_on,
                observer_name=name,
                evidence=evidence,
            ),
            self._today.day,
        )


class _Names(Generic[Found]):
    """What a text names: as it stands, else capitals and accents aside."""

    def __init__(self, names: Mapping[str, Found]) -> None:
        self._exact = names
        self._folded: dict[str, Found] = {}

    def find(self, text: str) -> Found | None:
        """What it is; ``None`` for a name of nothing."""
        exact = self._exact.get(text)
        if exact is not None or not text:
            return exact
        if not self._folded:
            # Folding thousands of names takes longer than reading the file; most need none.
            self._folded = {fold(name): found for name, found in self._exact.items()}
        return self._folded.get(fold(text))


def _behaviours(skill_set: SkillSet) -> dict[str, str]:
    """The ids of behaviours by what a cell may say: the choice, the text, *Luisteren 2.3*, the id.

    A text that two behaviours share means neither.
    """
    found: dict[str, str] = {}
    for one in skill_set.behaviours:
        place = f"{skill_set.skill(one.skill).name} {one.level}.{one.number}"
        for name in (behaviour_choice(skill_set, one), one.text, place, one.id):
            found[settled_line(name)] = one.id
    return found


_OBSERVERS: _Names[Observer] = _Names(
    {
        words: observer
        for observer in Observer
        for words in (OBSERVER_LABELS[observer], OBSERVER_WORDS[observer])
    }
)
