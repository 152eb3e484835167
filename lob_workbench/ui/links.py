"""A line that goes somewhere: words on the left, elided when needed, a hint on the right."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lob_workbench.ui.buttons import paint_focus_ring
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.labels import plain_tip
from lob_workbench.ui.spoken import Spoken, speak_as
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space


class LinkLine(QAbstractButton):
    """One line, pressed by mouse, Enter or space. With ``folds`` it opens and closes a list.

    ``icon`` stands before the words in ``role``; ``hint`` (a day, a count) stands at the end.
    """

    unfolded = Signal(bool)

    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        role: Role = Role.PRIMARY,
        hint: str = "",
        folds: bool = False,
        ink: Role = Role.INK,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self._words, self._icon, self._role, self._hint = words, icon, role, hint
        self._folds, self._ink = folds, ink
        self._font = sized_font(TextSize.BODY, bold=bold)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"{words} {hint}".strip())
        self.setToolTip(plain_tip(words))
        self.setCheckable(folds)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if folds:
            speak_as(self, Spoken.FOLDING)
            self.toggled.connect(self.unfolded)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words + self._hint) + space(14)
        return QSize(width, round(metrics.height() * 1.9))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.HOVER))
            painter.drawRoundedRect(room, 6, 6)
        painter.setFont(self._font)
        room.adjust(space(2), 0, -space(2), 0)
        side = self.fontMetrics().height() * 1.15
        if self._icon:
            spot = QRectF(room.left(), room.center().y() - side / 2, side, side)
            paint_icon(painter, self._icon, spot, colour(self._role))
            room.setLeft(spot.right() + space(2))
        if self._folds:
            caret = "ph.caret-down" if self.isChecked() else "ph.caret-right"
            small = side * 0.75
            spot = QRectF(room.right() - small, room.center().y() - small / 2, small, small)
            paint_icon(painter, caret, spot, colour(Role.INK_MUTED))
            room.setRight(spot.left() - space(2))
        if self._hint:
            painter.setPen(colour(Role.INK_MUTED))
            painter.drawText(room, _RIGHT, self._hint)
            taken = painter.fontMetrics().horizontalAdvance(self._hint)
            room.setRight(room.right() - taken - space(3))
        painter.setPen(colour(self._ink))
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, words)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
