"""Agreements that came back: each cell that changed, and rows that were added."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import as_day, digest
from lob_workbench.features.skill_workbook.comparing import (
    Compared,
    GoalChange,
    Today,
    day_words,
)
from lob_workbench.features.skill_workbook.comparison_observations import NOBODY, NOT_YOURS
from lob_workbench.features.skill_workbook.goal_cells import (
    Texts,
    changed_goal,
    check_cell,
    goal_texts,
    returned_text,
)
from lob_workbench.features.skill_workbook.layout import (
    DAYS,
    GOAL_COLUMNS,
    GOAL_FIELDS,
    SPANS,
    Field,
)
from lob_workbench.features.skill_workbook.naming import Lookup, called
from lob_workbench.features.skill_workbook.returned import ReturnedRow, ReturnedSheet
from lob_workbench.features.skill_workbook.rules import (
    DiffKind,
    DiffRow,
    GoalRow,
    Person,
    Reason,
)
from lob_workbench.features.skill_workbook.secret import KnownGoal, Secret
from lob_workbench.skills.rules_goals import Goal, GoalStatus, checked_goal

STALE = QT_TRANSLATE_NOOP(
    "errors",
    "Dit is sinds het maken van de werkmap ook in de werkbank veranderd. Kijk welke van de twee "
    "klopt en verander het daar.",
)
OVER = QT_TRANSLATE_NOOP("errors", "Deze afspraak loopt in de werkbank niet meer.")
WHO_STAYS = QT_TRANSLATE_NOOP(
    "errors", "Een afspraak blijft van wie hij is. Maak voor een ander een nieuwe regel."
)
TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "Deze tekst is langer dan in een vak van Excel past. Verander hem in de werkbank.",
)
ROWS_GONE = QT_TRANSLATE_NOOP(
    "errors",
    "Sommige afspraken staan niet meer op het blad ({count}). In de werkbank blijven ze staan.",
)

_HEADINGS = {
    **{column.field: column.heading for column in GOAL_COLUMNS},
    # Away from its column the second half does not say of which period it is.
    **{last: f"Periode {number} tot en met" for number, (_, last) in enumerate(SPANS, 1)},
}


def compare_goals(sheet: ReturnedSheet, secret: Secret, today: Today, lookup: Lookup) -> Compared:
    """A line for each cell that changed and for each agreement that was added."""
    compared = Compared()
    labels = {id_: label for label, id_ in secret.people.items()}
    originals, added = _sorted_out(sheet, secret)
    for row, texts, goal_id in originals:
        _Existing(sheet, row, texts, labels, today).compare(
            goal_id, secret.goals[goal_id], compared
        )
    for row, texts in added:
        _add_new(sheet, row, texts, today, lookup, compared)
    gone = len(secret.goals) - len(originals)
    if gone:
        compared.remarks.append(Reason(ROWS_GONE, (("count", gone),)))
    return compared


def changed(goal: Goal, changes: Iterable[GoalChange], today: Today) -> Goal:
    """The agreement with all of these changes, checked; raises ``InputRefused``."""
    listed = list(changes)
    fields = frozenset(change.field for change in listed)
    return checked_goal(changed_goal(goal, listed[0].texts, fields, today.skill_set))


def _sorted_out(
    sheet: ReturnedSheet, secret: Secret
) -> tuple[list[tuple[ReturnedRow, Texts, UUID]], list[tuple[ReturnedRow, Texts]]]:
    """Rows of agreements that went out, and rows that are new.

    Who copies a row copies its hidden key: the one that changed least is the agreement itself.
    """
    keyed: dict[UUID, list[tuple[ReturnedRow, Texts]]] = defaultdict(list)
    added: list[tuple[ReturnedRow, Texts]] = []
    for row in sheet.rows:
        texts = {field: returned_text(field, row.cells.get(field)) for field in GOAL_FIELDS}
        goal_id = _uuid(row.text(Field.ROW))
        if goal_id is not None and goal_id in secret.goals:
            keyed[goal_id].append((row, texts))
        else:
            added.append((row, texts))
    originals = []
    for goal_id, rows in keyed.items():
        known = secret.goals[goal_id]
        first, *copies = rows
        if copies:
            first, *copies = sorted(rows, key=lambda one: len(_changed(one[1], known)))
        originals.append((*first, goal_id))
        # A copy in which nothing was changed says nothing new.
        added += [one for one in copies if _changed(one[1], known)]
    added.sort(key=lambda one: one[0].number)
    return originals, added


def _changed(texts: Texts, known: KnownGoal) -> list[Field]:
    return [field for field in GOAL_FIELDS if digest(texts[field]) != known.digests[field]]


class _Existing:
    """Compares one row of an agreement that went out."""

    def __init__(
        self,
        sheet: ReturnedSheet,
        row: ReturnedRow,
        texts: Texts,
        labels: Mapping[UUID, str],
        today: Today,
    ) -> None:
        self._sheet = sheet
        self._row = row
        self._texts = texts
        self._labels = labels
        self._today = today

    def compare(self, goal_id: UUID, known: KnownGoal, compared: Compared) -> None:
        fields = _changed(self._texts, known)
        if not fields:
            return
        goal = self._today.goals.get(goal_id)
        if goal is None:
            for field in fields:
                line = self._line(goal_id, field, {})
                compared.rows.append(replace(line, refused=Reason(NOT_YOURS)))
            return
        now = self._now(goal)
        lines: list[DiffRow] = []
        for field in fields:
            if self._texts[field] == now[field]:
                compared.known += 1
                continue
            line = replace(self._line(goal_id, field, now), who=self._who(goal, now))
            stale = digest(now[field]) != known.digests[field]
            refused = self._refusal(goal, field, known, stale)
            lines.append(replace(line, refused=refused))
            if refused is None:
                compared.changes[line.key] = GoalChange(goal, field, self._texts)
        compared.rows += self._together(goal, lines, compared)

    def _refusal(self, goal: Goal, field: Field, known: KnownGoal, stale: bool) -> Reason | None:
        if goal.status is not GoalStatus.OPEN:
            return Reason(OVER)
        if field is Field.WHO:
            return Reason(WHO_STAYS)
        if field in known.cut:
            return Reason(TOO_LONG)
        if stale:
            return Reason(STALE)
        try:
            check_cell(field, self._texts[field], self._today.skill_set)
        except InputRefused as refused:
            return Reason.of(refused)
        return None

    def _together(self, goal: Goal, lines: list[DiffRow], compared: Compared) -> Iterable[DiffRow]:
        """The lines; where the changes do not go together, all of them refused."""
        changes = [compared.changes[line.key] for line in lines if line.key in compared.changes]
        if not changes:
            return lines
        try:
            changed(goal, changes, self._today)
        except InputRefused as refused:
            reason = Reason.of(refused)
            for line in lines:
                compared.changes.pop(line.key, None)
            return [replace(line, refused=line.refused or reason) for line in lines]
        return lines

    def _now(self, goal: Goal) -> Texts:
        learner = self._today.learners[goal.learner_id]
        label = self._labels.get(goal.learner_id, learner.listed)
        return goal_texts(GoalRow(goal, Person(learner, label)), self._today.skill_set)

    def _who(self, goal: Goal, now: Texts) -> str:
        return called(self._today.learners[goal.learner_id], now[Field.WHO])

    def _line(self, goal_id: UUID, field: Field, now: Texts) -> DiffRow:
        skill = now.get(Field.SKILL) or self._texts[Field.SKILL]
        return DiffRow(
            key=f"{DiffKind.GOAL}:{goal_id}:{field}",
            kind=DiffKind.GOAL,
            sheet=self._sheet.name,
            address=self._sheet.address(self._row, field),
            who=now.get(Field.WHO) or self._texts[Field.WHO],
            what=f"{skill} · {_HEADINGS[field]}",
            was=_shown(field, now.get(field, "")),
            becomes=_shown(field, self._texts[field]),
            by="",
        )


def _add_new(
    sheet: ReturnedSheet,
    row: ReturnedRow,
    texts: Texts,
    today: Today,
    lookup: Lookup,
    compared: Compared,
) -> None:
    goal_id = uuid5(today.file_id, json.dumps([texts[field] for field in GOAL_FIELDS]))
    key = f"{DiffKind.NEW_GOAL}:{goal_id}"
    if goal_id in today.goals:
        compared.known += 1
        return
    if key in compared.new_goals:
        return
    refused, who = None, texts[Field.WHO]
    try:
        goal = compared.new_goals[key] = _new_goal(goal_id, texts, today, lookup)
        who = called(today.learners[goal.learner_id], who)
    except InputRefused as error:
        refused = Reason.of(error)
        key = f"{DiffKind.NEW_GOAL}:{row.number}"
    first = next(field for field in GOAL_FIELDS if texts[field])
    days = [_shown(field, texts[field]) for field in GOAL_FIELDS if field in DAYS and texts[field]]
    told = [texts[Field.ACTION], texts[Field.HELPER], " – ".join(days)]
    compared.rows.append(
        DiffRow(
            key=key,
            kind=DiffKind.NEW_GOAL,
            sheet=sheet.name,
            address=sheet.address(row, first),
            who=who,
            what=" ".join(filter(None, (texts[Field.SKILL], texts[Field.LEVEL]))),
            was="",
            becomes=" · ".join(filter(None, told)),
            by="",
            refused=refused,
        )
    )


def _new_goal(goal_id: UUID, texts: Texts, today: Today, lookup: Lookup) -> Goal:
    who = lookup.find(texts[Field.WHO])
    if who is None:
        raise InputRefused(NOBODY)
    if who not in today.learners:
        raise InputRefused(NOT_YOURS)
    empty = Goal(goal_id, who, today.skill_set.key, "", 0, today.day)
    return checked_goal(changed_goal(empty, texts, frozenset(GOAL_FIELDS), today.skill_set))


def _shown(field: Field, text: str) -> str:
    day = as_day(text) if field in DAYS else None
    return text if day is None else day_words(day)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
