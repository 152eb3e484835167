"""A path of steps: where you are, what is done, what comes; clickable and by arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from lob_workbench.ui.buttons import paint_focus_ring
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space


class _Step(QAbstractButton):
    stepped = Signal(int)

    def __init__(self, number: int, count: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._count = count
        self._name = name
        self._current = False
        self._done = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(current=False, done=False)

    def set_state(self, *, current: bool, done: bool) -> None:
        self._current, self._done = current, done
        self.setAccessibleName(
            self.tr("Stap {number} van {count}: {name}, {state}").format(
                number=self.number + 1, count=self._count, name=self._name, state=self._state()
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.updateGeometry()
        self.update()

    def _state(self) -> str:
        if self._current:
            return self.tr("hier ben je")
        return self.tr("klaar") if self._done else self.tr("nog te doen")

    def _circle(self) -> int:
        return round(self.fontMetrics().height() * 1.7)

    def sizeHint(self) -> QSize:
        name = QFontMetrics(sized_font(TextSize.BODY, bold=True))
        small = QFontMetrics(sized_font(TextSize.SMALL))
        words = max(
            name.horizontalAdvance(self._name),
            *(
                small.horizontalAdvance(state)
                for state in (self.tr("hier ben je"), self.tr("nog te doen"))
            ),
        )
        height = max(self._circle(), name.height() + small.height()) + space(3)
        return QSize(self._circle() + space(2) + words + space(5), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Right:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Left:
            self.stepped.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        side = self._circle()
        disc = QRectF(space(1), (self.height() - side) / 2, side, side)
        filled = self._current or self._done
        ground = Role.PRIMARY if self._current else Role.PRIMARY_TINT
        line = Role.PRIMARY if filled else Role.FIELD_LINE
        painter.setPen(QPen(colour(line), 1.5))
        painter.setBrush(colour(ground) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        ink = Role.ON_PRIMARY if self._current else Role.PRIMARY if self._done else Role.INK_MUTED
        if self._done and not self._current:
            inner = side * 0.26
            paint_icon(
                painter, "ph.check", disc.adjusted(inner, inner, -inner, -inner), colour(ink)
            )
        else:
            painter.setPen(colour(ink))
            painter.setFont(sized_font(TextSize.BODY, bold=True))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.number + 1))
        self._paint_words(painter, round(disc.right()) + space(2))
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        name_font = sized_font(TextSize.BODY, bold=self._current)
        small_font = sized_font(TextSize.SMALL)
        name_height = QFontMetrics(name_font).height()
        small_height = QFontMetrics(small_font).height()
        top = (self.height() - name_height - small_height) // 2
        width = self.width() - left
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(name_font)
        painter.setPen(colour(Role.INK if self._current or self._done else Role.INK_MUTED))
        painter.drawText(QRect(left, top, width, name_height), flags, self._name)
        painter.setFont(small_font)
        painter.setPen(colour(Role.PRIMARY if self._current else Role.INK_MUTED))
        painter.drawText(QRect(left, top + name_height, width, small_height), flags, self._state())


class _Link(QWidget):
    """The line between two steps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._done = False
        self.setMinimumWidth(space(4))
        self.setMaximumWidth(space(20))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_done(self, done: bool) -> None:
        self._done = done
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(colour(Role.PRIMARY if self._done else Role.FIELD_LINE), 1.5))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()


class StepPath(QWidget):
    """Named steps in a row. ``step_chosen(index)`` asks to go there; ``set_current`` does it."""

    step_chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 0
        self._done: frozenset[int] = frozenset()
        self._steps: list[_Step] = []
        self._links: list[_Link] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        for number, name in enumerate(names):
            if number:
                link = _Link(self)
                self._links.append(link)
                row.addWidget(link, 1)
            step = _Step(number, len(names), name, self)
            step.clicked.connect(self._clicked)
            step.stepped.connect(self._stepped)
            self._steps.append(step)
            row.addWidget(step)
        row.addStretch(1)
        self.set_current(0)

    @property
    def current(self) -> int:
        """The step where you are, from 0."""
        return self._current

    def set_current(self, index: int, *, done: frozenset[int] | None = None) -> None:
        """Be at ``index``; ``done`` are the finished steps (default: all before it)."""
        had_focus = any(step.hasFocus() for step in self._steps)
        self._current = index
        self._done = frozenset(range(index)) if done is None else done
        for number, step in enumerate(self._steps):
            step.set_state(current=number == index, done=number in self._done)
        for number, link in enumerate(self._links):
            link.set_done(number in self._done)
        self.setFocusProxy(self._steps[index])
        if had_focus:
            self._steps[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        step = self.sender()
        if isinstance(step, _Step) and step.number != self._current:
            self.step_chosen.emit(step.number)

    def _stepped(self, by: int) -> None:
        step = self.sender()
        if isinstance(step, _Step):
            other = self._steps[min(max(step.number + by, 0), len(self._steps) - 1)]
            other.setFocus(Qt.FocusReason.TabFocusReason)
