"""The norm at a glance: for each kind of talk a bar of what was held, planned and still open."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.career import KIND_LABELS
from lob_workbench.features.planning.rules import KindTotal
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import Letters, Role, TextSize, colour, space, text_width, theme


class NormBars(QWidget):
    """A bar for each kind of talk that belongs, as many beside each other as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: list[NormBar] = []
        self._flow = FlowLayout(self, gap=space(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_totals(self, totals: Sequence[KindTotal]) -> None:
        """Show other numbers."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.bars = [NormBar(total, self) for total in totals]
        self._fold()
        for bar in self.bars:
            self._flow.addWidget(bar)
        self.setVisible(bool(totals))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """In larger letters a second row would push the list away: rather fewer words."""
        if theme().letters is Letters.NORMAL:
            return
        needed = sum(bar.wide + space(6) for bar in self.bars) - space(6)
        for bar in self.bars:
            bar.fold(needed > self.width())


class NormBar(QWidget):
    """One kind: its name, the bar, and the same in numbers."""

    def __init__(self, total: KindTotal, parent: QWidget) -> None:
        super().__init__(parent)
        name = QCoreApplication.translate("career", KIND_LABELS[total.kind])
        words = self.tr("{held} gevoerd · {planned} gepland · {needed} per jaar").format(
            held=total.held, planned=total.planned, needed=total.needed
        )
        behind = self.tr("niemand achter")
        if total.behind == 1:
            behind = self.tr("1 student achter")
        elif total.behind:
            behind = self.tr("{count} studenten achter").format(count=total.behind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(name, self, bold=True))
        column.addWidget(_Bar(total, self))
        self._words = Label(words, self, size=TextSize.SMALL, ink="muted")
        column.addWidget(self._words)
        column.addWidget(
            Label(behind, self, size=TextSize.SMALL, ink="attention" if total.behind else "good")
        )
        self.setAccessibleName(f"{name}: {words}, {behind}")
        self.wide = max(text_width(self, 34), self.sizeHint().width())
        self.setFixedWidth(self.wide)

    def fold(self, folded: bool) -> None:
        """Leave the numbers to the tool tip, or show them."""
        self._words.setHidden(folded)
        self.setToolTip(self._words.text() if folded else "")
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedWidth(
            max(text_width(self, 24), self.sizeHint().width()) if folded else self.wide
        )


class _Bar(QWidget):
    """Held is filled, planned is striped, what is still open is only an outline."""

    def __init__(self, total: KindTotal, parent: QWidget) -> None:
        super().__init__(parent)
        self._total = total
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self, 20), round(self.fontMetrics().height() * 0.75))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.fillPath(shape, colour(Role.SUNKEN))
        painter.save()
        painter.setClipPath(shape)
        needed = self._total.needed
        held = whole.width() * self._total.held / needed
        planned = whole.width() * self._total.planned / needed
        painter.fillRect(
            QRectF(whole.left(), whole.top(), held, whole.height()), colour(Role.PRIMARY)
        )
        striped = QRectF(whole.left() + held, whole.top(), planned, whole.height())
        painter.setClipRect(striped, Qt.ClipOperation.IntersectClip)
        painter.fillRect(striped, colour(Role.PRIMARY_TINT))
        painter.setPen(QPen(colour(Role.PRIMARY), 1.4))
        step, left = whole.height() / 2, striped.left() - whole.height()
        while left < striped.right():
            painter.drawLine(
                QPointF(left, whole.bottom()), QPointF(left + whole.height(), whole.top())
            )
            left += step
        painter.restore()
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.drawPath(shape)
        painter.end()
