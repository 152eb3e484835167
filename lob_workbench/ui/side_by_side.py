"""Two versions of the same thing, field by field: what differs in sight, the rest folded away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space, text_width

_MOST_LINES = 14


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field in both versions, as plain text; empty where a version holds nothing."""

    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        """Whether the versions say something else; white space around them says nothing."""
        return self.mine.strip() != self.theirs.strip()


class _Text(TextView):
    """A version of a field: a stop for Tab, and with a scroll bar of its own when it is long."""

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._max_lines = _MOST_LINES
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._fit()

    def _wanted_height(self) -> int:
        return min(super()._wanted_height(), _MOST_LINES * self.fontMetrics().lineSpacing())


class _Pair(QWidget):
    """Both versions beside each other, or under each other where there is no room."""

    def __init__(self, heads: tuple[str, str], pair: FieldPair, parent: QWidget) -> None:
        super().__init__(parent)
        self._least = text_width(self, 72)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space(6))
        self.texts: list[_Text] = []
        for head, text in zip(heads, (pair.mine, pair.theirs), strict=True):
            column = QVBoxLayout()
            column.setSpacing(space(1))
            column.addWidget(Paragraph(head, self, size=TextSize.SMALL, ink="muted"))
            words = text if text.strip() else self.tr("(niets ingevuld)")
            view = _Text(words, f"{pair.label}, {head}", self)
            column.addWidget(view)
            column.addStretch(1)
            self._box.addLayout(column, 1)
            self.texts.append(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._least
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)


class SideBySide(QWidget):
    """Shows pairs of fields; put it in something that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[_Pair] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._sheet: QWidget | None = None
        self.fold: Button | None = None
        self._equal: QWidget | None = None

    def show_pairs(
        self,
        pairs: Sequence[FieldPair],
        name: str,
        when: str,
        *,
        heads: tuple[str, str] | None = None,
    ) -> None:
        """Show ``pairs``; the other version is ``name``'s, of ``when`` (in words).

        ``heads`` says otherwise what the two versions are.
        """
        self.clear()
        heads = heads or (
            self.tr("Jouw versie"),
            self.tr("Versie van {name}, {when}").format(name=name, when=when),
        )
        sheet = self._sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        for pair in pairs:
            if pair.differs:
                self._add_differing(column, sheet, heads, pair)
        equal = [pair for pair in pairs if not pair.differs]
        if equal:
            self._add_equal(column, sheet, equal)
        self._column.addWidget(sheet)

    def clear(self) -> None:
        """Forget both versions."""
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = self.fold = self._equal = None
        self.pairs = []

    def _add_differing(
        self, column: QVBoxLayout, sheet: QWidget, heads: tuple[str, str], pair: FieldPair
    ) -> None:
        top = QHBoxLayout()
        top.setSpacing(space(2))
        top.addWidget(Label(pair.label, sheet, bold=True))
        top.addWidget(Chip(self.tr("Verschilt"), sheet, tone=Tone.ATTENTION))
        top.addStretch(1)
        both = _Pair(heads, pair, sheet)
        self.pairs.append(both)
        column.addLayout(top)
        column.addWidget(both)
        column.addWidget(Line(sheet))

    def _add_equal(self, column: QVBoxLayout, sheet: QWidget, pairs: Sequence[FieldPair]) -> None:
        words = self.tr("Gelijk: 1 veld")
        if len(pairs) > 1:
            words = self.tr("Gelijk: {count} velden").format(count=len(pairs))
        self.fold = Button(words, sheet, kind=ButtonKind.QUIET, icon="ph.caret-down")
        self.fold.clicked.connect(self._unfold)
        self._equal = QWidget(sheet)
        inner = QVBoxLayout(self._equal)
        inner.setContentsMargins(space(4), 0, 0, 0)
        inner.setSpacing(space(1))
        for pair in pairs:
            inner.addWidget(Paragraph(pair.label, self._equal, size=TextSize.SMALL, ink="muted"))
            words = pair.mine if pair.mine.strip() else self.tr("(niets ingevuld)")
            inner.addWidget(_Text(words, pair.label, self._equal))
        self._equal.hide()
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._equal)

    def _unfold(self) -> None:
        if self._equal is not None:
            self._equal.setVisible(self._equal.isHidden())
