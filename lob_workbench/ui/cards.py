"""Cards, the grid that they flow in, and the header that says who this is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import ChipRow
from lob_workbench.ui.labels import Heading, Mark, Paragraph, plain_tip
from lob_workbench.ui.theme import (
    Role,
    TextSize,
    colour,
    control_height,
    sized_font,
    space,
    text_width,
)


class Card(QFrame):
    """A raised sheet with a title, a body, and one quiet link at its top right.

    The body stands at the top; with ``fill`` it takes all the height that there is.
    """

    followed = Signal()
    """The link was clicked."""

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        link: str = "",
        subtitle: str = "",
        fill: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(4), space(2), space(4), space(4))
        outer.setSpacing(space(1) + 2)
        self.title = Heading(title, self, size=TextSize.LARGE)
        self.title.setVisible(bool(title))
        self._subtitle = Paragraph(subtitle, self, size=TextSize.SMALL, ink="muted")
        self._subtitle.setVisible(bool(subtitle))
        self.link: Button | None = None
        # Heads are equally high with and without a link, so that cards in a row line up.
        high = control_height(self) - space(1)
        self.title.setMinimumHeight(high)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self._subtitle)
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(space(2))
        if icon:
            mark = Mark(icon, self, role=Role.PRIMARY)
            mark.setFixedHeight(high)
            head.addWidget(mark, 0, top)
        head.addLayout(words, 1)
        if link:
            self.link = Button(link, self, kind=ButtonKind.QUIET)
            self.link.setFixedHeight(high)
            self.link.clicked.connect(self.followed)
            head.addWidget(self.link, 0, top)
        outer.addLayout(head)
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(space(2))
        outer.addLayout(self.body, 1 if fill else 0)
        if not fill:
            outer.addStretch(1)

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Another title, and another small line under it when given."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)
        if subtitle is not None:
            self._subtitle.setText(subtitle)
            self._subtitle.setVisible(bool(subtitle))


_PANELS = {
    "info": ("ph.info", Role.PRIMARY),
    "attention": ("ph.warning-circle", Role.ACCENT_TEXT),
    "good": ("ph.check-circle", Role.SUCCESS_TEXT),
    "danger": ("ph.warning-octagon", Role.DANGER),
}


class Panel(QFrame):
    """A tinted sheet for something to know: ``tone`` gives the tint; icon and words say it."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        tint: str = "info",
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setProperty("tint", tint)
        usual, role = _PANELS.get(tint, ("ph.info", Role.INK_MUTED))
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(3), space(3), space(3))
        row.setSpacing(space(3))
        row.addWidget(Mark(icon or usual, self, role=role), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Paragraph(text, self)
        self.body = QVBoxLayout()
        self.body.setSpacing(space(2))
        self.body.addWidget(self.words)
        row.addLayout(self.body, 1)

    def add_action(self, button: QWidget) -> None:
        """Put a button beside the words, at their end."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def set_text(self, text: str) -> None:
        """Other words."""
        self.words.setText(text)


class CardGrid(QWidget):
    """Cards side by side, in one to ``most`` columns by the width there is."""

    def __init__(
        self, parent: QWidget | None = None, *, most: int = 3, characters: int = 42
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._least_width = text_width(self, characters)
        self._cards: list[tuple[QWidget, bool]] = []
        self._away: set[QWidget] = set()
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(space(4))
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def add(self, card: QWidget, *, wide: bool = False) -> None:
        """Add a card; ``wide`` takes a whole row."""
        self._cards.append((card, wide))
        self._arrange()

    def show_card(self, card: QWidget, shown: bool) -> None:
        """Show or hide one of the cards; the others take its place."""
        if shown:
            self._away.discard(card)
        else:
            self._away.add(card)
        card.setVisible(shown)
        self._arrange()

    def clear(self) -> None:
        """Take all cards away and delete them."""
        for card, _ in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self._away.clear()

    def minimumSizeHint(self) -> QSize:
        # Not that of the present columns: a window that gets narrower could never fold them.
        widths = [card.minimumSizeHint().width() for card, _ in self._cards]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = (self.width() + space(4)) // (self._least_width + space(4))
        columns = min(max(fits, 1), self._most)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for card, _ in self._cards:
            self._grid.removeWidget(card)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        row = column = 0
        for card, wide in self._cards:
            if card in self._away:
                continue
            if wide and column:
                row, column = row + 1, 0
            span = self._columns if wide else 1
            self._grid.addWidget(card, row, column, 1, span)
            column += span
            if column >= self._columns:
                row, column = row + 1, 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know about somebody, shown as a chip."""

    text: str
    tone: Tone = Tone.CALM
    icon: str | None = None
    tip: str = ""
    """Why, on hovering and read aloud."""


class _Initials(QWidget):
    """A round spot with the initials: a face without a photo."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._initials = ""
        side = round(QFontMetrics(sized_font(TextSize.TITLE)).height() * 1.8)
        self.setFixedSize(side, side)

    def set_name(self, name: str) -> None:
        words = [word for word in name.split() if word[:1].isalpha() and word[:1].isupper()]
        ends = words[:1] + words[-1:] if len(words) > 1 else words
        self._initials = "".join(word[0] for word in ends)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Role.PRIMARY_TINT))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(colour(Role.PRIMARY))
        painter.setFont(sized_font(TextSize.LARGE, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()


class PersonHeader(QWidget):
    """Who this is about: initials, name, one line, facts as chips, room for buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spot = _Initials(self)
        self._name = Heading("", self)
        self._line = Paragraph("", self, ink="muted")
        self._facts = ChipRow(self)
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self._name)
        words.addWidget(self._line)
        words.addSpacing(2)
        words.addWidget(self._facts)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(space(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(4))
        row.addWidget(self._spot, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self.buttons)
        row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_person(self, name: str, line: str = "", facts: Sequence[Fact] = ()) -> None:
        """Show somebody; ``line`` stands under the name, ``facts`` under that."""
        self._spot.set_name(name)
        self._name.setText(name)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._facts.clear()
        for fact in facts:
            chip = self._facts.add(fact.text, fact.tone, fact.icon)
            if fact.tip:
                chip.setToolTip(plain_tip(fact.tip))
                chip.setAccessibleDescription(fact.tip)
        self._facts.setVisible(bool(facts))
        self.setAccessibleName(name)

    def clear(self) -> None:
        """Forget who it was about."""
        self.show_person("")
