"""The look of the house: colour roles in light and dark, sizes of text, steps of space.

Every colour of the product is a role in this file; widgets ask ``colour(Role.…)`` while they
paint, so that a change of theme needs nothing but a repaint.
"""

from enum import Enum, StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from lob_workbench.domain.contributions import Tone


class ThemeMode(StrEnum):
    """Which palette: what the system says, or one chosen in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Letters(StrEnum):
    """How large all letters are, and with them whatever is measured in letters."""

    NORMAL = "normal"
    LARGER = "larger"
    LARGEST = "largest"


LETTER_FACTORS: dict[Letters, float] = {
    Letters.NORMAL: 1.0,
    Letters.LARGER: 1.15,
    Letters.LARGEST: 1.3,
}
"""Times the system's own size."""


class Role(Enum):
    """What a colour is for: ``(light, dark)``."""

    BASE = ("#FBFAF7", "#161B1F")
    RAISED = ("#FFFFFF", "#1F262B")
    SUNKEN = ("#F4F1EA", "#12171A")
    HOVER = ("#F2EEE6", "#293238")
    INK = ("#1F2933", "#E8EAE6")
    INK_MUTED = ("#5B6670", "#A9B2B5")
    HAIR_LINE = ("#E4DED2", "#333D43")
    FIELD_LINE = ("#8C8A83", "#737F86")
    PRIMARY = ("#0F6B6B", "#5CC2BC")
    PRIMARY_HOVER = ("#0C5A5A", "#7AD0CB")
    PRIMARY_PRESSED = ("#094848", "#4AABA5")
    ON_PRIMARY = ("#FFFFFF", "#0E1E1F")
    PRIMARY_TINT = ("#E1EFED", "#1E3638")
    ACCENT_SHAPE = ("#B97524", "#E0A458")
    ACCENT_TEXT = ("#8F5A12", "#E8B878")
    ACCENT_TINT = ("#FAF0E0", "#3A2F20")
    DANGER = ("#B3372F", "#F08A84")
    DANGER_HOVER = ("#9B2C25", "#F5A5A0")
    ON_DANGER = ("#FFFFFF", "#2B0F0D")
    DANGER_TINT = ("#FAE9E6", "#3D2624")
    SUCCESS = ("#2E7D4F", "#6CC495")
    SUCCESS_TEXT = ("#256B42", "#7FD0A5")
    SUCCESS_TINT = ("#E5F2E9", "#1F3529")
    CALM_TINT = ("#EFECE4", "#2B343A")
    SELECTION = ("#D8EAE7", "#213C40")
    SCROLL_BAR = ("#CFC9BD", "#46525A")
    FOCUS = ("#0A5858", "#76D4CE")
    HEAT_1 = ("#DDEEEB", "#1E3638")
    HEAT_2 = ("#A5D2CC", "#24504F")
    HEAT_3 = ("#5BB0A9", "#2A7371")

    @property
    def light(self) -> str:
        """The colour on the light palette, ``#RRGGBB``."""
        return str(self.value[0])

    @property
    def dark(self) -> str:
        """The colour on the dark palette, ``#RRGGBB``."""
        return str(self.value[1])


INKS = (
    Role.INK,
    Role.INK_MUTED,
    Role.PRIMARY,
    Role.ACCENT_TEXT,
    Role.DANGER,
    Role.SUCCESS_TEXT,
)
"""Colours to write with on any of ``GROUNDS``."""

GROUNDS = (
    Role.BASE,
    Role.RAISED,
    Role.SUNKEN,
    Role.HOVER,
    Role.SELECTION,
    Role.PRIMARY_TINT,
    Role.ACCENT_TINT,
    Role.DANGER_TINT,
    Role.SUCCESS_TINT,
    Role.CALM_TINT,
)
"""Colours to write on with any of ``INKS``."""

TEXT_PAIRS: tuple[tuple[Role, Role], ...] = (
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    (Role.ON_PRIMARY, Role.PRIMARY),
    (Role.ON_PRIMARY, Role.PRIMARY_HOVER),
    (Role.ON_PRIMARY, Role.PRIMARY_PRESSED),
    (Role.ON_DANGER, Role.DANGER),
    (Role.ON_DANGER, Role.DANGER_HOVER),
    (Role.INK, Role.HEAT_1),
    (Role.INK, Role.HEAT_2),
    (Role.INK, Role.HEAT_3),
)
"""Ink on ground: at least 4.5 : 1."""

SHAPE_PAIRS: tuple[tuple[Role, Role], ...] = (
    *(
        (shape, ground)
        for shape in (Role.PRIMARY, Role.FOCUS, Role.DANGER, Role.SUCCESS)
        for ground in GROUNDS
    ),
    # The line of a field stands between its own ground and that of the page.
    *((Role.FIELD_LINE, ground) for ground in (Role.BASE, Role.RAISED, Role.SUNKEN)),
    *(
        (Role.ACCENT_SHAPE, ground)
        for ground in (*GROUNDS[:4], Role.PRIMARY_TINT, Role.ACCENT_TINT, Role.CALM_TINT)
    ),
    # Around a cell of the matrix; on the fullest heat its inner line shows.
    (Role.FOCUS, Role.HEAT_1),
    (Role.FOCUS, Role.HEAT_2),
    (Role.FOCUS, Role.HEAT_3),
    (Role.BASE, Role.PRIMARY),
    (Role.BASE, Role.DANGER),
    (Role.FOCUS, Role.BASE),
)
"""Shapes that carry meaning, borders of fields and the focus ring: at least 3 : 1."""

HEAT: tuple[tuple[Role, Role], ...] = (
    (Role.RAISED, Role.INK_MUTED),
    (Role.HEAT_1, Role.INK),
    (Role.HEAT_2, Role.INK),
    (Role.HEAT_3, Role.INK),
    (Role.PRIMARY, Role.ON_PRIMARY),
)
"""Ground and ink of the levels 0 to 4, each fuller than the one before."""

TONE_ROLES: dict[Tone, tuple[Role, Role]] = {
    Tone.CALM: (Role.INK_MUTED, Role.CALM_TINT),
    Tone.GOOD: (Role.SUCCESS_TEXT, Role.SUCCESS_TINT),
    Tone.ATTENTION: (Role.ACCENT_TEXT, Role.ACCENT_TINT),
    Tone.DANGER: (Role.DANGER, Role.DANGER_TINT),
}
"""Ink and tint of a tone."""


class TextSize(Enum):
    """Sizes of text, as a factor of the system's own."""

    SMALL = 0.9
    BODY = 1.0
    LARGE = 1.15
    TITLE = 1.5
    HERO = 2.0


RADIUS = 8
"""Corner radius of a card, in logical pixels."""

_SMALLEST_BODY = 10.0
_UNIT = 4


class Theme(QObject):
    """The theme of the running application; ``theme()`` gives the one there is."""

    theme_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = ThemeMode.SYSTEM
        self._dark = False
        self._applied = False
        self._letters = Letters.NORMAL
        self._own_size = 0.0

    @property
    def mode(self) -> ThemeMode:
        """What was asked for."""
        return self._mode

    @property
    def letters(self) -> Letters:
        """How large the letters are."""
        return self._letters

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is on the screen."""
        return self._dark

    def apply(self, app: QApplication, mode: ThemeMode) -> None:
        """Put ``mode`` on the whole application, and keep following the system when asked to."""
        self._mode = mode
        hints = app.styleHints()
        if not self._applied:
            self._applied = True
            app.setStyle("Fusion")
            _give_readable_font(app)
            self._own_size = app.font().pointSizeF()
            hints.colorSchemeChanged.connect(self._follow)
        if mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        else:
            # Native title bars and dialogs follow our choice.
            hints.setColorScheme(
                Qt.ColorScheme.Dark if mode is ThemeMode.DARK else Qt.ColorScheme.Light
            )
        self._put(app, self._wants_dark(app))

    def enlarge(self, app: QApplication, letters: Letters) -> None:
        """Write in ``letters`` from now on, after ``apply``.

        Widgets take the size that they were made with, so make anew what is in the window.
        """
        self._letters = letters
        font = app.font()
        size = self._own_size * LETTER_FACTORS[letters]
        if size > 0 and font.pointSizeF() != size:
            font.setPointSizeF(size)
            app.setFont(font)

    def _wants_dark(self, app: QApplication) -> bool:
        if self._mode is ThemeMode.SYSTEM:
            return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode is ThemeMode.DARK

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._wants_dark(app) != self._dark:
            self._put(app, self._wants_dark(app))

    def _put(self, app: QApplication, dark: bool) -> None:
        from lob_workbench.ui.style import style_sheet

        self._dark = dark
        app.setPalette(palette())
        sheet = style_sheet()
        if sheet != app.styleSheet():
            # Dresses every widget again, and each unlock reads the settings again.
            app.setStyleSheet(sheet)
        self.theme_changed.emit()


_theme: Theme | None = None


def theme() -> Theme:
    """The one theme of this process; light until ``apply_theme`` was called."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def apply_theme(app: QApplication, mode: ThemeMode = ThemeMode.SYSTEM) -> None:
    """Dress ``app`` in ``mode``; call it again when the setting changes."""
    theme().apply(app, mode)


def enlarge(app: QApplication, letters: Letters) -> None:
    """Let ``app`` write in ``letters``; widgets made before keep their size."""
    theme().enlarge(app, letters)


def colour(role: Role) -> QColor:
    """The colour that ``role`` has now (shared: copy it before changing it)."""
    return _made(hex_of(role))


@cache
def _made(name: str) -> QColor:
    return QColor(name)


def hex_of(role: Role) -> str:
    """The colour that ``role`` has now, as ``#RRGGBB`` (for style sheets)."""
    return role.dark if _theme is not None and _theme.is_dark else role.light


def palette() -> QPalette:
    """The palette of the present theme, for what Fusion draws itself."""
    result = QPalette()
    group, kind = QPalette.ColorGroup, QPalette.ColorRole
    for target, role in (
        (kind.Window, Role.BASE),
        (kind.WindowText, Role.INK),
        (kind.Base, Role.RAISED),
        (kind.AlternateBase, Role.SUNKEN),
        (kind.Text, Role.INK),
        (kind.Button, Role.RAISED),
        (kind.ButtonText, Role.INK),
        (kind.BrightText, Role.DANGER),
        (kind.Light, Role.RAISED),
        (kind.Midlight, Role.HOVER),
        (kind.Mid, Role.FIELD_LINE),
        (kind.Dark, Role.FIELD_LINE),
        (kind.Highlight, Role.SELECTION),
        (kind.HighlightedText, Role.INK),
        (kind.Accent, Role.PRIMARY),
        (kind.Link, Role.PRIMARY),
        (kind.LinkVisited, Role.PRIMARY),
        (kind.ToolTipBase, Role.RAISED),
        (kind.ToolTipText, Role.INK),
        (kind.PlaceholderText, Role.INK_MUTED),
    ):
        result.setColor(target, colour(role))
    for target in (kind.WindowText, kind.Text, kind.ButtonText):
        result.setColor(group.Disabled, target, colour(Role.INK_MUTED))
    return result


def space(steps: int) -> int:
    """``steps`` of the house's unit of space, in logical pixels."""
    return _UNIT * steps


def sized_font(size: TextSize, *, bold: bool = False) -> QFont:
    """The system's font in ``size``."""
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * size.value)
    else:
        font.setPixelSize(round(font.pixelSize() * size.value))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def text_width(widget: QWidget, characters: int) -> int:
    """The width of ``characters`` of running text in the font of ``widget``, in pixels."""
    return round(QFontMetrics(widget.font()).averageCharWidth() * characters)


def control_height(widget: QWidget) -> int:
    """The height of a button or a one-line field, in pixels: 2 lines of its text or so."""
    return round(QFontMetrics(widget.font()).height() * 1.3) + space(3)


def _give_readable_font(app: QApplication) -> None:
    """Lift a very small system font; people read long notes here."""
    font = app.font()
    if 0 < font.pointSizeF() < _SMALLEST_BODY:
        font.setPointSizeF(_SMALLEST_BODY)
        app.setFont(font)
