"""Words on the screen. All of them plain text: a note with ``<b>`` shows ``<b>``."""

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, text_width

_ENDLESS_WORD = re.compile(r"\S{40}(?=\S)")
_MAY_BREAK = "\u200b"


def plain_tip(words: str) -> str:
    """``words`` as the text of a tool tip, where Qt takes anything like mark-up for mark-up.

    A name with ``<img src=…>`` would otherwise open that file, or a share on the network.
    """
    return words if "<" not in words else f"<qt>{escape(words)}</qt>"


class Label(QLabel):
    """One line of plain text. ``ink``: ``""``, muted, primary, attention, danger or good."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: TextSize = TextSize.BODY,
        bold: bool = False,
        ink: str = "",
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(sized_font(size, bold=bold))
        self.setText(text)
        if ink:
            self.set_ink(ink)

    def set_ink(self, ink: str) -> None:
        """Another colour, by the name of its meaning."""
        self.setProperty("ink", ink)
        restyle(self)


class Paragraph(Label):
    """Running text that wraps, grows in height, and can be selected where that is useful."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: TextSize = TextSize.BODY,
        bold: bool = False,
        ink: str = "",
        selectable: bool = False,
    ) -> None:
        super().__init__(text, parent, size=size, bold=bold, ink=ink)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        # A label breaks lines only between words; a word without end would push the page wide.
        super().setText(_ENDLESS_WORD.sub(lambda found: found[0] + _MAY_BREAK, text))

    def minimumSizeHint(self) -> QSize:
        # A layout asks heightForWidth for the real height; Qt's own hint here is that of a very
        # narrow label, and would leave holes in every column that scrolls.
        hint = super().minimumSizeHint()
        width = min(hint.width(), text_width(self, 12))
        return QSize(width, min(hint.height(), self.fontMetrics().height()))


class Heading(Paragraph):
    """A heading: of a page (``TITLE``), of a card (``LARGE``), of the first screen (``HERO``)."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, size: TextSize = TextSize.TITLE
    ) -> None:
        super().__init__(text, parent, size=size, bold=True)


class Line(QFrame):
    """A quiet horizontal line of one pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at the dynamic properties of ``widget``."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it has not looked yet
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Mark(QWidget):
    """An icon that stands by itself, square, ``side`` logical pixels; follows the theme."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        role: Role = Role.INK_MUTED,
        side: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._side = side or round(self.fontMetrics().height() * 1.15)
        self.setFixedSize(self._side, self._side)

    def set_icon(self, name: str, role: Role) -> None:
        """Another icon, in another role."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            paint_icon(painter, self._name, self.rect(), colour(self._role))
            painter.end()
