"""Buttons of four kinds; one primary a page."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lob_workbench.ui.icons import icon as icon_of
from lob_workbench.ui.labels import restyle
from lob_workbench.ui.theme import Role, colour, control_height

_INK = {
    "primary": Role.ON_PRIMARY,
    "secondary": Role.INK,
    "quiet": Role.PRIMARY,
    "danger": Role.ON_DANGER,
}


class ButtonKind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Button(QPushButton):
    """A push button in the look of the house; ``text`` may hold a mnemonic (``&Bewaren``).

    With an icon and no text, give ``tip``: it is the tool tip and the accessible name.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if tip:
            self.setToolTip(tip)
            if not text:
                self.setAccessibleName(tip)
        self.set_kind(kind)

    @property
    def kind(self) -> ButtonKind:
        """How loud it is."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Make it louder or quieter."""
        self._kind = kind
        self.setProperty("kind", kind.value)
        if self._icon_name:
            self.setIcon(icon_of(self._icon_name, _INK[kind.value]))
            side = round(self.fontMetrics().height() * 1.1)
            # Wider than high: air between the icon and its word.
            self.setIconSize(QSize(side + (6 if self.text() else 0), side))
        restyle(self)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        height = max(hint.height(), control_height(self))
        if not self.text():
            return QSize(height, height)
        return QSize(hint.width(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the focus, on a page as well as in a dialog.
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus_ring(self)


def is_enter(event: QKeyEvent) -> bool:
    """Whether this is Enter, of the keys or of the numbers, and nothing held down with it."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def literal(words: str) -> str:
    """``words`` of people for a button, a tab or a menu: ``R&D`` must not become a shortcut."""
    return words.replace("&", "&&")


def paint_focus_ring(widget: QWidget, radius: float = 6.0) -> None:
    """Draw the ring of the keyboard focus inside ``widget``: a line, and a gap within it.

    Call it from ``paintEvent`` after the rest; on a filled button the gap makes the ring visible.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(widget.rect())
    painter.setPen(QPen(colour(Role.BASE), 1.5))
    painter.drawRoundedRect(frame.adjusted(2.75, 2.75, -2.75, -2.75), radius - 2, radius - 2)
    painter.setPen(QPen(colour(Role.FOCUS), 2.0))
    painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius, radius)
    painter.end()
