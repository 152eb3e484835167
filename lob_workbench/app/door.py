"""A door on the first screen: a card that is one large button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.ui.buttons import is_enter, paint_focus_ring
from lob_workbench.ui.labels import Heading, Mark, Paragraph
from lob_workbench.ui.theme import RADIUS, Role, TextSize, colour, space


class Door(QAbstractButton):
    """Icon, title and a line; click, Enter or space goes through."""

    def __init__(self, title: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        mark = Mark(icon, self, role=Role.PRIMARY, side=round(self.fontMetrics().height() * 1.7))
        heading = Heading(title, self, size=TextSize.LARGE)
        words = Paragraph(text, self, ink="muted")
        column = QVBoxLayout()
        column.setSpacing(space(1))
        column.addWidget(heading)
        column.addWidget(words)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(5), space(4), space(5), space(4))
        row.setSpacing(space(4))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        for child in (mark, heading, words):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = Role.SELECTION if self.isDown() else Role.HOVER if self.underMouse() else None
        painter.setBrush(colour(ground or Role.RAISED))
        painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self, RADIUS)
