"""The list of keys as the help shows it: each key as a cap, and what it does."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from lob_workbench.app.shortcuts import SHORTCUTS, Group, Shortcut
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.page import Page
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space

_SPACE_BAR = "Spatie"
_CAP_LINES = 1.3


class KeyCaps(QWidget):
    """Combinations such as ``Ctrl+K``, drawn as the caps of a keyboard, one beside the other."""

    def __init__(self, combinations: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [one.split("+") for one in combinations]
        self.setFont(sized_font(TextSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        gaps = sum(len(parts) - 1 for parts in self._parts) * space(1)
        between = (len(self._parts) - 1) * space(2)
        width = sum(self._width(part) for parts in self._parts for part in parts)
        return QSize(width + gaps + between + 1, round(self._metrics.height() * _CAP_LINES) + 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, high = 0.5, self.height() - 3.5
        for parts in self._parts:
            for part in parts:
                cap = QRectF(left, 0.5, self._width(part) - 1, high)
                painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
                # The lower edge of a cap is seen from above: a second line under it.
                painter.setBrush(colour(Role.HAIR_LINE))
                painter.drawRoundedRect(cap.translated(0, 2), 4, 4)
                painter.setBrush(colour(Role.RAISED))
                painter.drawRoundedRect(cap, 4, 4)
                painter.setPen(colour(Role.INK))
                painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), part)
                left += self._width(part) + space(1)
            left += space(1)
        painter.end()

    @property
    def _metrics(self) -> QFontMetrics:
        return self.fontMetrics()

    def _width(self, part: str) -> int:
        least = round(self._metrics.height() * _CAP_LINES)
        return max(self._metrics.horizontalAdvance(part) + 2 * space(1) + 4, least)


class KeyList(QWidget):
    """All keys by where they count; those of ``page`` with what they do there."""

    def __init__(self, page: Page | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(2))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        row = 0
        for group in Group:
            words = QCoreApplication.translate("Shortcuts", group.value)
            heading = Heading(words, self, size=TextSize.BODY)
            heading.setContentsMargins(0, space(2) if row else 0, 0, 0)
            grid.addWidget(heading, row, 0, 1, 2)
            for shortcut in (one for one in SHORTCUTS if one.group is group):
                row += 1
                combinations = tuple(self._named(one) for one in shortcut.caps)
                caps = KeyCaps(combinations, self)
                does = Paragraph(_words(shortcut, page), self)
                # Who hears the page is told the key with what it does, in one sentence.
                does.setAccessibleName(f"{' / '.join(combinations)}: {does.text()}")
                grid.addWidget(caps, row, 0, top)
                grid.addWidget(does, row, 1)
            row += 1

    def _named(self, combination: str) -> str:
        names = {
            _SPACE_BAR: self.tr("Spatie"),
            "letter": self.tr("letter"),
            "plus": self.tr("plus"),
            "min": self.tr("min"),
        }
        return "+".join(names.get(part, part) for part in combination.split("+"))


def _words(shortcut: Shortcut, page: Page | None) -> str:
    words = QCoreApplication.translate("Shortcuts", shortcut.words)
    if page is None or shortcut.page_key is None:
        return words
    action = page.action_of(shortcut.page_key)
    if not action.isEnabled() or not action.text():
        return words
    here = QCoreApplication.translate("Shortcuts", "{words}. Hier: {action}")
    return here.format(words=words, action=action.text().replace("&", ""))
