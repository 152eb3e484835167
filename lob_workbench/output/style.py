"""The house on paper: colours by role, type sizes and spacing. All measures in points.

The roles are those of the light palette on screen; paper itself is white.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its role; ``hex`` as ``#RRGGBB``."""

    hex: str

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        red, green, blue = (int(self.hex[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue


PAPER = Colour("#FFFFFF")
INK = Colour("#1F2933")
MUTED = Colour("#52606D")
PRIMARY = Colour("#0F6B6B")
ACCENT = Colour("#C9822B")
ACCENT_TEXT = Colour("#8F5A12")
HAIR_LINE = Colour("#CBD2D9")
WRITING_LINE = Colour("#9AA5B1")
TINT = Colour("#EEF5F4")
ACCENT_TINT = Colour("#FBF4EA")

REGULAR = "Lato"
BOLD = "Lato-Bold"
ITALIC = "Lato-Italic"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks; ``size`` and ``leading`` in points."""

    font: str
    size: float
    leading: float
    colour: Colour = INK


HERO = TextStyle(BOLD, 30, 34)
TITLE = TextStyle(BOLD, 22, 26, PRIMARY)
SUBTITLE = TextStyle(REGULAR, 13, 18)
HEADING = TextStyle(BOLD, 13, 17, PRIMARY)
SUBHEADING = TextStyle(BOLD, 11, 15)
LEAD = TextStyle(REGULAR, 11.5, 17)
BODY = TextStyle(REGULAR, 10.5, 15)
BODY_BOLD = TextStyle(BOLD, 10.5, 15)
QUESTION = TextStyle(ITALIC, 10.5, 15, MUTED)
TALKING = TextStyle(REGULAR, 14, 19)
LABEL = TextStyle(BOLD, 8.5, 15, MUTED)
SMALL = TextStyle(REGULAR, 8.5, 12, MUTED)
BADGE = TextStyle(BOLD, 8.5, 12, PRIMARY)
CODE = TextStyle(BOLD, 20, 28)

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
MARGIN = 56.0
TOP = 48.0
FOOT = 40.0
FOOT_ROOM = 66.0
STEP = 4.0
RADIUS = 6.0
HAIR = 0.6
