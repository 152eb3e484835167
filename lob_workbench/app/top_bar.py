"""The bar above the pages: where one is, the way to search, who one is, help and the lock."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.rights import ROLE_LABELS
from lob_workbench.ui.buttons import Button, ButtonKind, is_enter, paint_focus_ring
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.labels import Label, Mark
from lob_workbench.ui.theme import (
    Role,
    TextSize,
    colour,
    control_height,
    sized_font,
    space,
    text_width,
)


class SearchButton(QAbstractButton):
    """Looks like the field that it opens; its words give way where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Zoek student, gesprek, afspraak…"))
        self.keys = self.tr("Ctrl+K")
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("Zoeken in alles (Ctrl+K)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click must not take the focus from where it is to return to.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(text_width(self, 56))

    def sizeHint(self) -> QSize:
        return QSize(text_width(self, 46), control_height(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self, 12), control_height(self))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.setBrush(colour(Role.HOVER if self.underMouse() else Role.RAISED))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        side = self.fontMetrics().height()
        middle = (self.height() - side) // 2
        muted = colour(Role.INK_MUTED)
        paint_icon(painter, "ph.magnifying-glass", QRect(space(3), middle, side, side), muted)
        painter.setPen(muted)
        small = sized_font(TextSize.SMALL)
        keys = QFontMetrics(small).horizontalAdvance(self.keys)
        room = self.rect().adjusted(space(3) + side + space(2), 0, -space(3), 0)
        one_line = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        if room.width() > text_width(self, 14) + keys:
            painter.setFont(small)
            painter.drawText(room, one_line | int(Qt.AlignmentFlag.AlignRight), self.keys)
            room.adjust(0, 0, -keys - space(3), 0)
        painter.setFont(self.font())
        cut = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), cut, room.width())
        painter.drawText(room, one_line, words)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)


class TopBar(QWidget):
    """``tools`` takes the buttons of what lies over the pages; ``line_chip`` tells of the line."""

    search_asked = Signal()
    help_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        place: str,
        actor: Actor,
        *,
        shared: bool,
        leave_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        where = Label(place, self, size=TextSize.SMALL, ink="muted")
        roles = ", ".join(
            QCoreApplication.translate("roles", ROLE_LABELS[role]) for role in sorted(actor.roles)
        )
        name = Label(actor.name, self, bold=True)
        what = Label(roles, self, size=TextSize.SMALL, ink="muted")
        self.line_chip = Chip("", self, tone=Tone.ATTENTION, icon="ph.cloud-slash")
        self.line_chip.hide()
        self.search = SearchButton(self)
        self.search.clicked.connect(self.search_asked)
        tip = self.tr("Uitleg (F1)")
        help_button = Button("", self, kind=ButtonKind.QUIET, icon="ph.question", tip=tip)
        help_button.clicked.connect(self.help_asked)
        words = leave_words or self.tr("Vergrendel")
        self.lock_button = Button(words, self, kind=ButtonKind.QUIET, icon="ph.lock-simple")
        self.lock_button.setToolTip(self.tr("Ctrl+L"))
        self.lock_button.clicked.connect(self.lock_asked)
        self.tools = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(space(6), space(1), space(4), space(1))
        row.setSpacing(space(2))
        row.addWidget(self.search, 8)
        row.addStretch(1)
        row.addWidget(self.line_chip)
        row.addLayout(self._who_and_where(name, what, where, shared))
        row.addSpacing(space(1))
        row.addLayout(self.tools)
        row.addWidget(help_button)
        row.addWidget(self.lock_button)

    def _who_and_where(self, name: Label, what: Label, where: Label, shared: bool) -> QVBoxLayout:
        """Two lines, so that the field keeps its words on a small screen."""
        who = QHBoxLayout()
        who.setSpacing(space(2))
        who.addStretch(1)
        who.addWidget(name)
        who.addWidget(what)
        side = where.fontMetrics().height()
        place = QHBoxLayout()
        place.setSpacing(space(1))
        place.addStretch(1)
        place.addWidget(Mark("ph.buildings" if shared else "ph.laptop", self, side=side))
        place.addWidget(where)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addLayout(who)
        both.addLayout(place)
        return both
