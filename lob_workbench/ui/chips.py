"""Chips: a status as icon, word and colour; and a row of chips that filters."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import literal, paint_focus_ring
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.spoken import Spoken, speak_as
from lob_workbench.ui.theme import TONE_ROLES, Role, TextSize, colour, sized_font, space

TONE_ICONS: dict[Tone, str] = {
    Tone.CALM: "",
    Tone.GOOD: "ph.check-circle",
    Tone.ATTENTION: "ph.warning-circle",
    Tone.DANGER: "ph.warning-octagon",
}
"""The icon that goes with a tone when none is given: never colour alone."""


def chip_width(metrics: QFontMetrics, text: str, icon: str) -> int:
    """How wide the chip of ``text`` is, in pixels."""
    side = metrics.height() if icon else 0
    return metrics.horizontalAdvance(text) + side + (space(1) if icon else 0) + space(4)


def chip_height(metrics: QFontMetrics) -> int:
    """How high a chip is, in pixels."""
    return metrics.height() + space(1) + 2


def paint_chip(painter: QPainter, rect: QRect, text: str, tone: Tone, icon: str) -> None:
    """Draw a chip that fills ``rect``, in the font that ``painter`` has; long text is elided."""
    ink_role, tint = TONE_ROLES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tint))
    radius = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    ink = colour(Role.INK if tone is Tone.CALM else ink_role)
    _paint_words(painter, rect.adjusted(space(2), 0, -space(2), 0), text, icon, ink)
    painter.restore()


def _paint_words(painter: QPainter, rect: QRect, text: str, icon: str, ink: QColor) -> None:
    metrics = painter.fontMetrics()
    left = rect.left()
    if icon:
        side = metrics.height()
        top = rect.center().y() - side // 2 + 1
        paint_icon(painter, icon, QRect(left, top, side, side), ink)
        left += side + space(1)
    room = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
    painter.setPen(ink)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width() + 1)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), words)


class Chip(QLabel):
    """A status: icon, word, colour. Reads as its word."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.CALM,
        icon: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = TONE_ICONS[tone] if icon is None else icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(sized_font(TextSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_state(self, text: str, tone: Tone, icon: str | None = None) -> None:
        """Another word, tone and icon."""
        self._tone = tone
        self._icon = TONE_ICONS[tone] if icon is None else icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(chip_width(metrics, self.text(), self._icon), chip_height(metrics))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 10), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_chip(painter, self.rect(), self.text(), self._tone, self._icon)
        painter.end()


class ChipRow(QWidget):
    """Chips one after another, on as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=space(1) + 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, text: str, tone: Tone = Tone.CALM, icon: str | None = None) -> Chip:
        """Add a chip at the end."""
        chip = Chip(text, self, tone=tone, icon=icon)
        self._flow.addWidget(chip)
        return chip

    def clear(self) -> None:
        """Take all chips away."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice in a filter row: what it stands for, its word, an optional count."""

    key: Hashable
    text: str
    icon: str = ""
    count: int | str | None = None


class _FilterChip(QAbstractButton):
    """A chip that is on or off; on shows a check mark besides the colour."""

    stepped = Signal(int)

    def __init__(self, choice: Filter, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(sized_font(TextSize.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(choice.count)

    def set_count(self, count: int | str | None) -> None:
        text = self.choice.text if count is None else f"{self.choice.text} ({count})"
        self._words = text
        self.setText(literal(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        # Room for the check mark is always kept: a row that jumps when you choose is not calm.
        width = chip_width(metrics, self._words, "x") + space(1)
        return QSize(width, metrics.height() + space(3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.stepped.emit(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.stepped.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = frame.height() / 2
        if on:
            ground = Role.PRIMARY_TINT
        elif self.underMouse():
            ground = Role.HOVER
        else:
            ground = Role.RAISED
        painter.setBrush(colour(ground))
        painter.setPen(QPen(colour(Role.PRIMARY if on else Role.FIELD_LINE), 1))
        painter.drawRoundedRect(frame, radius, radius)
        ink = colour(Role.PRIMARY if on else Role.INK)
        metrics = painter.fontMetrics()
        mark = "ph.check" if on else self.choice.icon
        used = metrics.horizontalAdvance(self._words)
        if mark:
            used += metrics.height() + space(1)
        left = (self.width() - used) // 2
        rect = QRect(left, 0, used, self.height())
        _paint_words(painter, rect, self._words, mark, ink)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self, self.height() / 2)


class FilterChips(QWidget):
    """A row of filters, one (``exclusive``) or any number of them on.

    Tab reaches the row once; arrows move along it, space or Enter switches.
    """

    changed = Signal(object)
    """The keys that are on, a ``frozenset``."""

    def __init__(
        self,
        choices: Sequence[Filter],
        parent: QWidget | None = None,
        *,
        exclusive: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._chips: list[_FilterChip] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if name:
            self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Filter]) -> None:
        """Other filters; those that were on and are still there stay on."""
        before = self.value()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = []
        for choice in choices:
            chip = _FilterChip(choice, self)
            if self._exclusive:
                speak_as(chip, Spoken.ONE_OF)
            chip.clicked.connect(self._switched)
            chip.stepped.connect(self._step)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._mark(before)

    def set_count(self, key: Hashable, count: int | str | None) -> None:
        """Show how many there are behind a filter."""
        for chip in self._chips:
            if chip.choice.key == key:
                chip.set_count(count)

    def value(self) -> frozenset[Hashable]:
        """The keys that are on."""
        return frozenset(chip.choice.key for chip in self._chips if chip.isChecked())

    def set_value(self, keys: frozenset[Hashable]) -> None:
        """Put these on and the others off; ``changed`` is not emitted."""
        self._mark(keys)

    def _mark(self, keys: frozenset[Hashable]) -> None:
        for chip in self._chips:
            chip.setChecked(chip.choice.key in keys)
        if self._exclusive and self._chips and not self.value():
            self._chips[0].setChecked(True)
        self._hand_tab_stop(None)

    def _hand_tab_stop(self, to: _FilterChip | None) -> None:
        """One chip takes part in Tab: where you were, else the first that is on, else the first."""
        on = next((chip for chip in self._chips if chip.isChecked()), None)
        stop = to or on or (self._chips[0] if self._chips else None)
        for chip in self._chips:
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            )
        if stop is not None:
            self.setFocusProxy(stop)

    def _switched(self) -> None:
        chip = self.sender()
        if isinstance(chip, _FilterChip):
            if self._exclusive:
                for other in self._chips:
                    other.setChecked(other is chip)
            self._hand_tab_stop(chip)
        self.changed.emit(self.value())

    def _step(self, by: int) -> None:
        chip = self.sender()
        if isinstance(chip, _FilterChip) and chip in self._chips:
            other = self._chips[(self._chips.index(chip) + by) % len(self._chips)]
            self._hand_tab_stop(other)
            other.setFocus(Qt.FocusReason.TabFocusReason)
