"""How cells of a workbook look: the house on paper (``output.style``), in named styles."""

from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from lob_workbench.output.style import (
    HAIR_LINE,
    INK,
    MUTED,
    PAPER,
    PRIMARY,
    REGULAR,
    TINT,
    WRITING_LINE,
    Colour,
)

SIZE = 10.0
HEAT: tuple[tuple[Colour, Colour], ...] = (
    (PAPER, MUTED),
    (Colour("#DDEEEB"), INK),
    (Colour("#A5D2CC"), INK),
    (Colour("#5BB0A9"), INK),
    (PRIMARY, PAPER),
)
"""Ground and ink of levels 0 to 4: the steps of the matrix on the screen."""

DATE_FORMAT = "dd-mm-yyyy"
LEVEL_FORMAT = "0"
WAITING_FORMAT = '0"\u2009•"'


def argb(colour: Colour) -> str:
    """A colour as Excel writes it."""
    return f"FF{colour.hex[1:]}"


def font(
    colour: Colour = INK, size: float = SIZE, *, bold: bool = False, italic: bool = False
) -> Font:
    """The type of the house; Excel takes another where a laptop does not have it."""
    return Font(name=REGULAR, size=size, color=argb(colour), bold=bold, italic=italic)


def fill(colour: Colour) -> PatternFill:
    """One ground."""
    return PatternFill("solid", fgColor=argb(colour), bgColor=argb(colour))


def _line(colour: Colour) -> Side:
    return Side("thin", color=argb(colour))


_HAIR = Border(bottom=_line(HAIR_LINE))
_BOX = Border(
    left=_line(HAIR_LINE),
    right=_line(HAIR_LINE),
    top=_line(HAIR_LINE),
    bottom=_line(HAIR_LINE),
)
_TOP = Alignment(vertical="top", wrap_text=True, horizontal="left", indent=1)
_FREE = Alignment(vertical="center")
_LABEL = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(vertical="center", horizontal="left", indent=1)
_CENTRE = Alignment(horizontal="center", vertical="center")
_CENTRE_TOP = Alignment(horizontal="center", vertical="top")
_HEAD = Alignment(vertical="center", wrap_text=True, horizontal="left", indent=1)
_FOOT = Alignment(vertical="bottom", horizontal="left", indent=1)
_UPRIGHT = Alignment(horizontal="center", vertical="bottom", text_rotation=90)
_OPEN = Protection(locked=False)


def _styles() -> tuple[NamedStyle, ...]:
    box = {"border": _BOX}
    head = {"font": font(PAPER, bold=True), "fill": fill(PRIMARY), "border": _BOX}
    group = {"font": font(PRIMARY, bold=True), "fill": fill(TINT)}
    return (
        NamedStyle("hidden", font=font(MUTED, 8), protection=_OPEN),
        NamedStyle("title", font=font(PRIMARY, 20, bold=True), alignment=_FREE),
        NamedStyle("lead", font=font(MUTED), alignment=Alignment(vertical="top")),
        NamedStyle("heading", font=font(PRIMARY, 13, bold=True), alignment=_FREE),
        NamedStyle(
            "label",
            font=font(MUTED, bold=True),
            alignment=Alignment(vertical="top", wrap_text=True),
        ),
        NamedStyle("words", font=font(), alignment=_TOP),
        NamedStyle("group", **group, alignment=_FREE),
        NamedStyle("head", **head, alignment=_HEAD),
        NamedStyle("head_low", **head, alignment=_FOOT),
        NamedStyle("head_centre", **head, alignment=_CENTRE),
        NamedStyle("head_upright", **head, alignment=_UPRIGHT),
        NamedStyle("name", font=font(bold=True), border=_HAIR, alignment=_MIDDLE),
        NamedStyle("fact", font=font(MUTED), border=_HAIR, alignment=_MIDDLE),
        NamedStyle("level", font=font(), **box, alignment=_CENTRE, number_format=LEVEL_FORMAT),
        NamedStyle("waiting", font=font(), **box, alignment=_CENTRE, number_format=WAITING_FORMAT),
        NamedStyle("mean", font=font(), **box, alignment=_CENTRE, number_format="0.0"),
        NamedStyle("count", font=font(), **box, alignment=_CENTRE, number_format="0"),
        NamedStyle("locked", font=font(bold=True), **box, fill=fill(TINT), alignment=_TOP),
        NamedStyle("text", font=font(), **box, alignment=_TOP),
        NamedStyle("text_centre", font=font(), **box, alignment=_CENTRE_TOP),
        NamedStyle("open", font=font(), **box, alignment=_TOP, protection=_OPEN),
        NamedStyle(
            "open_level",
            font=font(bold=True),
            **box,
            alignment=_CENTRE_TOP,
            protection=_OPEN,
            number_format=LEVEL_FORMAT,
        ),
        NamedStyle(
            "open_day",
            font=font(),
            **box,
            alignment=_CENTRE_TOP,
            protection=_OPEN,
            number_format=DATE_FORMAT,
        ),
        *(
            NamedStyle(
                f"legend_{level}",
                font=font(ink, bold=True),
                fill=fill(ground),
                border=Border(*[_line(WRITING_LINE)] * 4),
                alignment=_CENTRE,
            )
            for level, (ground, ink) in enumerate(HEAT)
        ),
    )


class Styles:
    """The numbers under which cells name their style in this workbook."""

    def __init__(self, workbook: Any) -> None:
        probe = workbook.create_sheet()
        self._plain: dict[str, int] = {}
        self._quoted: dict[str, int] = {}
        for style in _styles():
            workbook.add_named_style(style)
            cell = WriteOnlyCell(probe)
            cell.style = style.name
            self._plain[style.name] = cell.style_id
            # Kept as text when somebody edits the cell, and not turned into a formula.
            cell.quotePrefix = True
            self._quoted[style.name] = cell.style_id
        workbook.remove(probe)

    def __getitem__(self, name: str) -> int:
        return self._plain[name]

    def quoted(self, name: str) -> int:
        """The same for a text that looks like a formula."""
        return self._quoted[name]
