"""A picture in the help: small beside the words, and over the page when one looks closer."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from shiboken6 import isValid

from lob_workbench.content.help_texts import picture_file
from lob_workbench.content.schema import HelpPicture
from lob_workbench.domain.terms import own
from lob_workbench.ui.buttons import is_enter, paint_focus_ring
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import RADIUS, Role, colour, space, theme

_SHARPNESS = 1.5
"""Real pixels in a picture for each pixel of the window that it was taken of."""
_LEAST_ROOM = 320
_SHADE = 225
"""How much of the page the shade over it hides, of 255."""


class _Drawing:
    """The picture in the theme of the moment, read when it is first painted."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._dark: bool | None = None
        self._pixmap = QPixmap()

    @property
    def pixmap(self) -> QPixmap:
        dark = theme().is_dark
        if dark is not self._dark:
            self._dark = dark
            self._pixmap = QPixmap(str(picture_file(self._name, dark=dark)))
        return self._pixmap

    def height_for(self, width: int) -> int:
        size = self.pixmap.size()
        return round(width * size.height() / size.width()) if size.width() else 0

    def paint(self, painter: QPainter, room: QRect) -> None:
        ratio = painter.device().devicePixelRatio()
        real = QSize(round(room.width() * ratio), round(room.height() * ratio))
        # Smaller in one go blurs letters less than letting the painter do it.
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawPixmap(
            room, self.pixmap.scaled(real, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        )
        painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(0, 0, -1, -1))


class PictureView(QAbstractButton):
    """As wide as the panel. A click, Enter or space shows it large."""

    def __init__(self, picture: HelpPicture, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = _Drawing(picture.name)
        self._over = over
        words = own(picture.words)
        self.setText(words)
        self.setAccessibleName(self.tr("Plaatje: {words}").format(words=words))
        self.setAccessibleDescription(self.tr("Enter laat het groot zien."))
        self.setToolTip(self.tr("Groot bekijken"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.enlarge)

    def enlarge(self) -> None:
        """Show it over what the window shows."""
        EnlargedPicture(self._drawing, self.text(), self, self._over)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_ROOM, self.heightForWidth(_LEAST_ROOM))

    def minimumSizeHint(self) -> QSize:
        return QSize(space(8), space(8))

    def heightForWidth(self, width: int) -> int:
        return self._drawing.height_for(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawing.paint(painter, self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = space(6)
        spot = QRect(self.width() - side - space(1), self.height() - side - space(1), side, side)
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.setBrush(colour(Role.HOVER if self.underMouse() else Role.RAISED))
        painter.drawEllipse(spot)
        inner = spot.adjusted(space(1), space(1), -space(1), -space(1))
        paint_icon(painter, "ph.magnifying-glass-plus", inner, colour(Role.PRIMARY))
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self, 2)


class EnlargedPicture(QWidget):
    """Lies over ``over`` until a key or a click; then the focus goes back to ``asked``."""

    def __init__(self, drawing: _Drawing, words: str, asked: QWidget, over: QWidget) -> None:
        super().__init__(over)
        self._drawing = drawing
        self._words = words
        self._asked = asked
        self._over = over
        self.setObjectName("enlarged_picture")
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Esc sluit het plaatje."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Take it away."""
        self._over.removeEventFilter(self)
        self.hide()
        if isValid(self._asked) and self._asked.isVisible():
            self._asked.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # What lies under it is not in sight.
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and event.reason() not in stays:
            # Somebody went elsewhere by a key: then it has no place here any more.
            self._over.removeEventFilter(self)
            self.hide()
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space) or is_enter(event):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor(colour(Role.SUNKEN))
        shade.setAlpha(_SHADE)
        painter.fillRect(self.rect(), shade)
        gap, line = space(4), self.fontMetrics().height()
        words = 4 * line
        room = self.rect().adjusted(2 * gap, 2 * gap, -2 * gap, -2 * gap - words)
        real = self._drawing.pixmap.size()
        size = QSize(round(real.width() / _SHARPNESS), round(real.height() / _SHARPNESS))
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        picture = QRect(0, 0, size.width(), size.height())
        picture.moveCenter(room.center())
        below = QRect(picture.left(), picture.bottom() + gap, picture.width(), words - gap)
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.setBrush(colour(Role.RAISED))
        sheet = picture.united(below).adjusted(-gap, -gap, gap, space(2))
        painter.drawRoundedRect(sheet, RADIUS, RADIUS)
        self._drawing.paint(painter, picture)
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.setPen(colour(Role.INK))
        painter.drawText(below, flags, self._words)
        painter.setPen(colour(Role.INK_MUTED))
        at_end = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignBottom)
        painter.drawText(below, at_end, self.tr("Esc sluit het plaatje."))
        painter.end()
