"""The navigation at the left: icon and word, or the icon alone where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Feature
from lob_workbench.ui.buttons import is_enter, paint_focus_ring
from lob_workbench.ui.icons import paint_icon, paint_logo
from lob_workbench.ui.labels import Label
from lob_workbench.ui.spoken import Spoken, speak_as
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space, text_width

MOST_SHORTCUTS = 9


class NavButton(QAbstractButton):
    """One page: Alt and its number choose it too."""

    def __init__(self, words: str, icon: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._folded = False
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        speak_as(self, Spoken.PAGE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        key = f" (Alt+{number})" if number <= MOST_SHORTCUTS else ""
        self._tip = f"{words}{key}"
        self.setToolTip(self._tip)

    def fold(self, folded: bool) -> None:
        """Icon alone, or with its word."""
        self._folded = folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = round(self.fontMetrics().height() * 1.5) + space(3)
        if self._folded:
            return QSize(height + space(2), height)
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + height + space(6), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.SELECTION if on else Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if on:
            painter.setBrush(colour(Role.PRIMARY))
            bar = QRectF(0, self.height() * 0.25, 3, self.height() * 0.5)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        ink = colour(Role.PRIMARY if on else Role.INK)
        side = round(self.fontMetrics().height() * 1.25)
        left = (self.width() - side) // 2 if self._folded else space(3)
        paint_icon(
            painter, self._icon_name, QRect(left, (self.height() - side) // 2, side, side), ink
        )
        if not self._folded:
            painter.setFont(sized_font(TextSize.BODY, bold=on))
            painter.setPen(ink)
            room = self.rect().adjusted(left + side + space(3), 0, -space(2), 0)
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
            painter.drawText(room, flags, self.text())
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)


class Logo(QWidget):
    """The mark of the house."""

    def __init__(self, parent: QWidget | None = None, *, lines: float = 1.6) -> None:
        super().__init__(parent)
        side = round(self.fontMetrics().height() * lines)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()))
        painter.end()


class Navigation(QWidget):
    """What the role may see, top to bottom; ``chosen`` gives the name of a feature.

    ``features`` are all that the role may go to. A page under another has its door there.
    """

    chosen = Signal(str)

    def __init__(self, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pagina's"))
        self._logo = Logo(self)
        self._brand = Label("LOB-werkbank", self, bold=True)
        head = QHBoxLayout()
        head.setContentsMargins(space(2), 0, 0, 0)
        head.setSpacing(space(2))
        head.addWidget(self._logo)
        head.addWidget(self._brand, 1)
        self._head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(3), space(2), space(3))
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addSpacing(space(3))
        self._buttons: dict[str, NavButton] = {}
        reached = {feature.name for feature in features}
        self._under = {one.name: one.under for one in features if one.under in reached}
        listed = [one for one in features if one.in_navigation and one.name not in self._under]
        for number, feature in enumerate(listed, start=1):
            words = QCoreApplication.translate("nav", feature.label)
            button = NavButton(words, feature.icon, number, self)
            button.clicked.connect(self._choose)
            self._buttons[feature.name] = button
            column.addWidget(button)
        column.addStretch(1)
        self.fold(False)

    @property
    def names(self) -> tuple[str, ...]:
        """The features in order."""
        return tuple(self._buttons)

    def button(self, name: str) -> NavButton:
        """The button of a feature."""
        return self._buttons[name]

    def fold(self, folded: bool) -> None:
        """Icons alone, or with their words."""
        self._brand.setVisible(not folded)
        for button in self._buttons.values():
            button.fold(folded)
        least = max((b.sizeHint().width() for b in self._buttons.values()), default=0)
        logo = self._logo.width() + space(4)
        width = max(least, logo) if folded else max(least, text_width(self, 24))
        self.setFixedWidth(width + space(4))
        # Alone in its row the logo stands in the middle by itself, above the icons.
        self._head.setContentsMargins(0 if folded else space(2), 0, 0, 0)

    def mark(self, name: str) -> None:
        """Show which page is open, or under which it is; one of neither leaves none."""
        name = self._under.get(name, name)
        for other, button in self._buttons.items():
            button.setChecked(other == name)

    def _choose(self) -> None:
        sender = self.sender()
        for name, button in self._buttons.items():
            if button is sender:
                button.setChecked(True)
                self.chosen.emit(name)


class UprightLine(QWidget):
    """The hair line between the navigation and the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Role.HAIR_LINE))
        painter.end()
