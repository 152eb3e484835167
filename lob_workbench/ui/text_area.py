"""Boxes for long text: one to write in that grows, one to read from that is all there."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from lob_workbench.ui.theme import space

_ROOM = 12


class TextArea(QPlainTextEdit):
    """Plain text that grows with what is typed, from ``min_lines`` to ``max_lines``.

    Tab goes to the next field; the wheel moves the page while everything is in sight.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        min_lines: int = 3,
        max_lines: int = 12,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._max_lines = max_lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > bar.minimum() and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _lines(self) -> int:
        # The document of a plain text edit measures its height in lines, not in pixels.
        return round(self.document().size().height())

    def _text_height(self) -> int:
        """The height of all text in pixels; signs of a fallback font can make lines higher."""
        first, last = self.document().firstBlock(), self.document().lastBlock()
        top = self.blockBoundingGeometry(first).top()
        return math.ceil(self.blockBoundingGeometry(last).bottom() - top)

    def _wanted_height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        margins = round(self.document().documentMargin() * 2)
        height = min(max(self._text_height(), self._min_lines * line), self._max_lines * line)
        return height + margins + _ROOM

    def _fit(self) -> None:
        needs_bar = self._lines() > self._max_lines
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if not needs_bar:
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        height = self._wanted_height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()


class TextView(TextArea):
    """Somebody's text to read: plain, whole, wraps anywhere, can be selected and copied.

    ``name`` says to who listens what text it is.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, min_lines=1, max_lines=100_000)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setProperty("kind", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Reading is not a stop on the way through a form.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.setPlainText(text)

    def _wanted_height(self) -> int:
        return max(self._text_height(), self.fontMetrics().lineSpacing()) + space(1)
