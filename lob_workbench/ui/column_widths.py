"""How wide the columns of a table are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QFontMetrics

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.chips import TONE_ICONS, chip_width
from lob_workbench.ui.theme import space

if TYPE_CHECKING:
    from lob_workbench.ui.lists import Column

R = TypeVar("R")


def column_widths(
    columns: "Sequence[Column[R]]", rows: Sequence[R], metrics: QFontMetrics, room: int
) -> list[int]:
    """Widths in pixels that together are ``room``, so that what matters in ``rows`` is readable."""
    return shared_widths(columns, needed_widths(columns, rows, metrics), metrics, room)


def needed_widths(
    columns: "Sequence[Column[R]]", rows: Sequence[R], metrics: QFontMetrics
) -> tuple[int, ...]:
    """What the widest cell of each column needs, in pixels; 0 without rows."""
    needed = []
    for column in columns:
        # Measuring costs most, so the same cell is measured once.
        cells = {_looks(column, row): row for row in rows}
        needed.append(max((_needed(column, row, metrics) for row in cells.values()), default=0))
    return tuple(needed)


def shared_widths(
    columns: "Sequence[Column[R]]", needed: Sequence[int], metrics: QFontMetrics, room: int
) -> list[int]:
    """``room`` pixels shared among columns that need ``needed``.

    Each wants what its header and its rows need, within ``least`` and ``most``. Too little room is
    taken first from columns that stretch (running text), names last.
    """
    character = metrics.averageCharWidth()
    wanted: list[int] = []
    least: list[int] = []
    for column, need in zip(columns, needed, strict=True):
        # The words, ten pixels at both sides, and the arrow that says how it is sorted.
        header = metrics.horizontalAdvance(column.header) + 36
        floor = max(header, character * column.least + 20)
        wanted.append(max(floor, min(need, character * column.most + 20)))
        least.append(floor if column.keep else max(character * column.least + 20, header - 18))
    spare = room - sum(wanted)
    if spare >= 0:
        return _given_more(columns, wanted, spare)
    for turn in (0, 1, 2):
        chosen = [index for index, column in enumerate(columns) if _turn(column) == turn]
        can_give = sum(wanted[index] - least[index] for index in chosen)
        take = min(-spare, can_give)
        if take <= 0 or can_give <= 0:
            continue
        left = take
        for index in chosen:
            part = min(left, -(-(wanted[index] - least[index]) * take // can_give))
            wanted[index] -= part
            left -= part
        spare += take
    return wanted


def _turn(column: "Column[R]") -> int:
    """When a column gives room: running text first, then the rest, names and chips last."""
    if column.keep or column.tone is not None:
        return 2
    return 0 if column.stretch else 1


def _given_more(columns: "Sequence[Column[R]]", wanted: list[int], spare: int) -> list[int]:
    parts = [column.stretch for column in columns]
    if not any(parts):
        parts = [0] * (len(columns) - 1) + [1] if columns else []
    total = sum(parts)
    for index, part in enumerate(parts):
        if total:
            extra = spare * part // total
            wanted[index] += extra
            spare -= extra
            total -= part
    return wanted


def _looks(column: "Column[R]", row: R) -> tuple[str, Tone | None, str]:
    return (
        column.value(row),
        column.tone(row) if column.tone is not None else None,
        column.icon(row) if column.icon is not None else "",
    )


def _needed(column: "Column[R]", row: R, metrics: QFontMetrics) -> int:
    words = column.value(row)
    tone = column.tone(row) if column.tone is not None else None
    if tone is not None:
        icon = column.icon(row) if column.icon is not None else TONE_ICONS[tone]
        return chip_width(metrics, words, icon) + 24
    width = metrics.horizontalAdvance(words) + 24
    if column.bold:
        width += width // 12
    if column.icon is not None and column.icon(row):
        width += metrics.height() + space(1)
    return width
