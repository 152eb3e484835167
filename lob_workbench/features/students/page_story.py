"""The time line *Verhaal*: everything that happened with a student, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import StoryItem
from lob_workbench.domain.rights import Right
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date, relative_date
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.page import EmptyState, ScrollColumn
from lob_workbench.ui.theme import TONE_ROLES, Role, TextSize, colour, space, text_width

_ALL = ""
_STEP = 40
_AT_ONCE = 6
"""Rows that fill a window: those are built before it paints, the others behind it."""


class StoryLine(QWidget):
    """The items with a filter by kind; the latest forty first, more on request.

    ``complete`` is emitted when all of them stand there.
    """

    complete = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._items: tuple[StoryItem, ...] = ()
        self._shown = _STEP
        self._waiting: list[StoryItem] = []
        self._ends = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._build)
        self._filters = FilterChips((), self, exclusive=True, name=self.tr("Soort"))
        self._filters.changed.connect(self._filter)
        self._scroll = ScrollColumn(self)
        self._scroll.column.setSpacing(0)
        self._more = Button(self.tr("Eerdere gebeurtenissen"), self, kind=ButtonKind.QUIET)
        self._more.clicked.connect(self._show_more)
        self._empty = EmptyState(
            "ph.path",
            self.tr("Het verhaal begint hier"),
            self._hint(context.actor),
            parent=self,
        )
        # Who may not read what was said would otherwise think that this is all there is.
        self._unread = Paragraph(self._hint(context.actor), self, ink="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self._unread)
        column.addWidget(self._filters)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)

    def _hint(self, actor: Actor) -> str:
        if actor.may(Right.RECORD_TALKS):
            return self.tr(
                "Zodra je een gesprek hebt vastgelegd, staat het op deze tijdlijn. "
                "Begin met ‘Gesprek’ rechtsboven."
            )
        if actor.may(Right.READ_TALKS):
            return self.tr("Zodra er een gesprek is vastgelegd, staat het op deze tijdlijn.")
        return self.tr(
            "Jij ziet bovenaan wanneer er een gesprek was. Wat er besproken is, leest alleen "
            "de begeleider."
        )

    def show_items(self, items: Sequence[StoryItem]) -> None:
        """Show this time line, all kinds."""
        self._items = tuple(items)
        self._shown = _STEP
        kinds: dict[str, int] = {}
        for item in items:
            kinds[item.kind] = kinds.get(item.kind, 0) + 1
        choices = [Filter(_ALL, self.tr("alles"), count=len(items))]
        choices += [
            Filter(kind, QCoreApplication.translate("story", kind), count=count)
            for kind, count in kinds.items()
        ]
        self._filters.set_choices(choices)
        self._filters.setVisible(len(kinds) > 1)
        self._scroll.setVisible(bool(items))
        self._empty.setVisible(not items)
        reads = self._context.actor.may(Right.READ_TALKS)
        self._unread.setVisible(bool(items) and not reads)
        self._lay_out()

    def clear(self) -> None:
        """Forget everything."""
        self.show_items(())

    def _filter(self, _keys: frozenset[object]) -> None:
        self._shown = _STEP
        self._lay_out()

    def _show_more(self) -> None:
        self._shown += _STEP
        self._lay_out()

    def _lay_out(self) -> None:
        column = self._scroll.column
        while (entry := column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None and widget is not self._more:
                widget.hide()
                widget.deleteLater()
        wanted = next(iter(self._filters.value()), _ALL)
        items = [item for item in self._items if wanted in (_ALL, item.kind)]
        self._waiting = items[: self._shown]
        self._ends = len(items) <= self._shown
        self._more.hide()
        self._build()

    def _build(self) -> None:
        """Build the next rows, and leave the others until these are painted."""
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        column, today = self._scroll.column, self._context.clock.today()
        for place, item in enumerate(now, 1):
            row = StoryRow(item, relative_date(item.on, today), self._scroll.content)
            row.last = self._ends and not self._waiting and place == len(now)
            row.opened.connect(self._context.navigator.go)
            column.addWidget(row)
        if self._waiting:
            self._later.start()
            return
        self._later.stop()
        self._more.setVisible(not self._ends)
        column.addWidget(self._more)
        column.addStretch(1)
        self.complete.emit()


def _indented(label: Label) -> Label:
    """In line with the words of a link, which has room around it for its focus ring."""
    label.setContentsMargins(space(2), 0, 0, 0)
    return label


class StoryRow(QWidget):
    """One thing that happened: a mark on the line, the day, what it was."""

    opened = Signal(object)

    def __init__(self, item: StoryItem, when: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        self.last = False
        self._side = round(self.fontMetrics().height() * 1.9)
        day = Label(long_date(item.on, weekday=False), self, size=TextSize.SMALL, ink="muted")
        day.setToolTip(when)
        day.setFixedWidth(text_width(self, 19))
        day.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        kind = QCoreApplication.translate("story", item.kind)
        title = QCoreApplication.translate("career", item.title)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_indented(Label(kind, self, size=TextSize.SMALL, ink="muted")))
        if item.target is not None:
            link = LinkLine(title, self, ink=Role.PRIMARY, bold=True)
            link.setAccessibleName(f"{kind}: {title}, {long_date(item.on)}")
            link.clicked.connect(self._open)
            words.addWidget(link)
        else:
            words.addWidget(_indented(Paragraph(title, self)))
        if item.text:
            words.addWidget(_indented(Paragraph(item.text, self, ink="muted")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, space(1), space(2), space(4))
        row.setSpacing(space(3))
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(self._side + space(1))
        row.addLayout(words, 1)
        self._day = day
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _open(self) -> None:
        self.opened.emit(self._item.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._day.geometry().right() + space(3)
        spot = QRectF(left, space(1), self._side, self._side)
        painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
        bottom = spot.center().y() if self.last else float(self.height())
        painter.drawLine(spot.center(), QPointF(spot.center().x(), bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        ink, tint = TONE_ROLES[self._item.tone]
        painter.setBrush(colour(tint))
        painter.drawEllipse(spot)
        inset = self._side * 0.24
        within = spot.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._item.icon, within, colour(ink))
        painter.end()
