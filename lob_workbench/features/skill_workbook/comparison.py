"""A returned workbook against the werkbank: what changed, and what may be taken over. Pure."""

from dataclasses import replace
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import as_level, as_line, settled_line
from lob_workbench.features.skill_workbook.comparing import Compared, Today
from lob_workbench.features.skill_workbook.comparison_goals import compare_goals
from lob_workbench.features.skill_workbook.comparison_observations import (
    NOBODY,
    compare_observations,
)
from lob_workbench.features.skill_workbook.layout import (
    BEHAVIOURS,
    GOALS,
    MATRIX,
    OBSERVATIONS,
    Field,
)
from lob_workbench.features.skill_workbook.naming import Lookup
from lob_workbench.features.skill_workbook.returned import (
    ReturnedRow,
    ReturnedSheet,
    ReturnedWorkbook,
)
from lob_workbench.features.skill_workbook.rules import DiffKind, DiffRow, Reason
from lob_workbench.features.skill_workbook.secret import TOUCHED, KnownRow, Secret

READ_ONLY = QT_TRANSLATE_NOOP(
    "errors", "Deze werkmap is alleen om te lezen. Er is niets om terug te brengen."
)
LEVEL_FOLLOWS = QT_TRANSLATE_NOOP(
    "errors",
    "Een niveau volgt uit gedrag dat bevestigd is. Vul op het blad met waarnemingen in wat er is "
    "gezien.",
)
NAME_STAYS = QT_TRANSLATE_NOOP(
    "errors", "Namen, nummers en groepen verander je in de werkbank zelf."
)
TEXT_STAYS = QT_TRANSLATE_NOOP(
    "errors", "De woorden van gedrag staan vast in deze set. Een eigen set maak je in de werkbank."
)
SHEET_GONE = QT_TRANSLATE_NOOP(
    "errors", "Het blad ‘{sheet}’ is niet gevonden. Daar is niets van overgenomen."
)


def compare(returned: ReturnedWorkbook, secret: Secret, today: Today) -> Compared:
    """All that the file says otherwise than it did when it went out.

    Raises ``InputRefused`` for a workbook that can bring nothing back.
    """
    if secret.read_only:
        raise InputRefused(READ_ONLY)
    _check_fits(secret, today)
    compared = Compared(remarks=list(returned.remarks))
    lookup = _lookup(secret)
    for name in (OBSERVATIONS, GOALS, MATRIX, BEHAVIOURS):
        sheet = returned.sheets.get(name.lower())
        if sheet is None:
            if name != GOALS or secret.goals:
                compared.remarks.append(Reason(SHEET_GONE, (("sheet", name),)))
        elif name == OBSERVATIONS:
            compared.add(compare_observations(sheet, today, lookup))
        elif name == GOALS:
            compared.add(compare_goals(sheet, secret, today, lookup))
        elif name == MATRIX:
            compared.rows += _matrix(sheet, secret, today)
        else:
            compared.rows += _behaviours(sheet, today)
    saved_by = settled_line(returned.saved_by)
    compared.rows = [row if row.by else replace(row, by=saved_by) for row in compared.rows]
    return compared


def _check_fits(secret: Secret, today: Today) -> None:
    """That the hidden sheet speaks of this set: a mark can be made by who knows the school."""
    count = len(secret.skills)
    if not {*secret.skills} <= {*today.skill_set.skill_ids} or any(
        len(row.levels) != count for row in secret.rows.values()
    ):
        raise InputRefused(TOUCHED)


def _lookup(secret: Secret) -> Lookup:
    numbers = {row.number: id_ for id_, row in secret.rows.items()}
    return Lookup(secret.people, numbers)


def _matrix(sheet: ReturnedSheet, secret: Secret, today: Today) -> list[DiffRow]:
    """Each cell of the matrix that was edited; all of them are refused."""
    rows = []
    for row in sheet.rows:
        known = secret.rows.get(_uuid(row))
        if known is None:
            field = next(one for one in sheet.places if one != Field.ROW and row.text(one))
            line = _refused(sheet, row, field, DiffKind.NAME, as_line(row.cells.get(field)), NOBODY)
            rows.append(line)
            continue
        rows += _names(sheet, row, known)
        for skill_id, level in zip(secret.skills, known.levels, strict=True):
            field = f"skill-{skill_id}"
            if field in sheet.places and as_level(row.cells.get(field)) != level:
                line = _refused(sheet, row, field, DiffKind.LEVEL, known.label, LEVEL_FOLLOWS)
                name = today.skill_set.skill(skill_id).name
                rows.append(replace(line, what=name, was=str(level)))
    return rows


def _names(sheet: ReturnedSheet, row: ReturnedRow, known: KnownRow) -> list[DiffRow]:
    rows = []
    for field, before in (
        (Field.WHO, known.label),
        (Field.NUMBER, known.number),
        (Field.GROUP, known.group),
    ):
        if field in sheet.places and as_line(row.cells.get(field)) != before:
            line = _refused(sheet, row, field, DiffKind.NAME, known.label, NAME_STAYS)
            rows.append(replace(line, was=before))
    return rows


def _behaviours(sheet: ReturnedSheet, today: Today) -> list[DiffRow]:
    texts = {one.id: settled_line(one.text) for one in today.skill_set.behaviours}
    rows = []
    for row in sheet.rows:
        before = texts.get(row.text(Field.ROW))
        if Field.TEXT in sheet.places and as_line(row.cells.get(Field.TEXT)) != (before or ""):
            line = _refused(sheet, row, Field.TEXT, DiffKind.BEHAVIOUR, "", TEXT_STAYS)
            rows.append(replace(line, was=before or ""))
    return rows


def _refused(
    sheet: ReturnedSheet, row: ReturnedRow, field: str, kind: DiffKind, who: str, why: str
) -> DiffRow:
    address = sheet.address(row, field)
    return DiffRow(
        key=f"{kind}:{sheet.name}:{address}",
        kind=kind,
        sheet=sheet.name,
        address=address,
        who=who,
        what="",
        was="",
        becomes=as_line(row.cells.get(field)),
        by="",
        refused=Reason(why),
    )


def _uuid(row: ReturnedRow) -> UUID:
    try:
        return UUID(row.text(Field.ROW))
    except ValueError:
        return UUID(int=0)
