"""Check boxes and radio buttons, flat, in the colours of the house."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from lob_workbench.ui.buttons import paint_focus_ring
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, colour, space


class CheckBox(QCheckBox):
    """A statement that is so or not; the words may hold a mnemonic."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _spot(self)
        _pen_and_ground(painter, self, filled=self.isChecked())
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            ink = Role.ON_PRIMARY if self.isEnabled() else Role.INK_MUTED
            paint_icon(painter, "ph.check-bold", box.adjusted(2, 2, -2, -2), colour(ink))
        _paint_words(painter, self)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)


class RadioButton(QRadioButton):
    """One of several; the words may hold a mnemonic."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = _spot(self)
        _pen_and_ground(painter, self, filled=False)
        if self.isChecked() and self.isEnabled():
            painter.setPen(QPen(colour(Role.PRIMARY), 1.5))
        painter.drawEllipse(disc)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.PRIMARY if self.isEnabled() else Role.INK_MUTED))
            inner = disc.width() * 0.26
            painter.drawEllipse(disc.adjusted(inner, inner, -inner, -inner))
        _paint_words(painter, self)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)


def _prepare(button: QAbstractButton) -> None:
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _side(button: QAbstractButton) -> int:
    return round(button.fontMetrics().height() * 0.95)


def _size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    words = metrics.size(int(Qt.TextFlag.TextShowMnemonic), button.text()).width()
    width = space(1) + _side(button) + space(2) + words + space(2)
    return QSize(width, metrics.height() + space(3))


def _spot(button: QAbstractButton) -> QRectF:
    side = _side(button)
    top = (button.height() - side) // 2
    return QRectF(space(1) + 0.5, top + 0.5, side - 1, side - 1)


def _pen_and_ground(painter: QPainter, button: QAbstractButton, *, filled: bool) -> None:
    if not button.isEnabled():
        painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
        painter.setBrush(colour(Role.SUNKEN))
        return
    painter.setPen(QPen(colour(Role.PRIMARY if filled else Role.FIELD_LINE), 1))
    ground = Role.PRIMARY if filled else Role.HOVER if button.underMouse() else Role.RAISED
    painter.setBrush(colour(ground))


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    left = space(1) + _side(button) + space(2)
    room = QRect(left, 0, button.width() - left, button.height())
    painter.setPen(colour(Role.INK if button.isEnabled() else Role.INK_MUTED))
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic)
    painter.drawText(room, flags, button.text())
