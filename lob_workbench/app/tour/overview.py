"""Sheets with the pictures of one size and theme side by side, for a quick look."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_ON_A_SHEET = 12
_SHEET_COLUMNS = 3
_SHEET_WIDTH = 640
_CAPTION = 24
_GAP = 8


def draw_overviews(out: Path, prefix: str) -> None:
    """The pictures of one size and theme together, a dozen on a sheet, with their names."""
    files = sorted(out.glob(f"{prefix}-*.png"))
    for number, start in enumerate(range(0, len(files), _ON_A_SHEET), start=1):
        sheet = _overview(files[start : start + _ON_A_SHEET], len(prefix) + 1)
        sheet.save(str(out / f"overzicht-{prefix}-{number}.png"))


def _overview(files: Sequence[Path], skip: int) -> QImage:
    first = QImage(str(files[0]))
    high = round(_SHEET_WIDTH * first.height() / first.width()) + _CAPTION
    rows = -(-len(files) // _SHEET_COLUMNS)
    size = QSize(_SHEET_COLUMNS * (_SHEET_WIDTH + _GAP), rows * (high + _GAP))
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#777777"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#ffffff"))
    for place, file in enumerate(files):
        left = place % _SHEET_COLUMNS * (_SHEET_WIDTH + _GAP)
        top = place // _SHEET_COLUMNS * (high + _GAP)
        picture = QImage(str(file)).scaledToWidth(
            _SHEET_WIDTH, Qt.TransformationMode.SmoothTransformation
        )
        caption = QRect(left + 4, top, _SHEET_WIDTH, _CAPTION)
        painter.drawText(caption, int(Qt.AlignmentFlag.AlignVCenter), file.stem[skip:])
        painter.drawImage(left, top + _CAPTION, picture)
    painter.end()
    return sheet
