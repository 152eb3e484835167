"""The five competences as cards of one line each; open only what was talked about."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.content.load import competences
from lob_workbench.content.schema import CompetenceText
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.conversations.tables import competence_label
from lob_workbench.talks.rules import TopicText
from lob_workbench.ui.buttons import paint_focus_ring
from lob_workbench.ui.chips import TONE_ICONS, chip_height, chip_width, paint_chip
from lob_workbench.ui.forms import AreaField
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.spoken import Spoken, speak_as
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space


class _Head(QAbstractButton):
    """The line of a competence: name, question, and whether something was written."""

    def __init__(self, name: str, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._question = name, question
        self._mark = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        speak_as(self, Spoken.FOLDING)
        self.toggled.connect(self._say_state)
        self._say_state()

    def set_mark(self, words: str) -> None:
        """What the chip at the right says; empty for none."""
        if words != self._mark:
            self._mark = words
            self._say_state()
            self.updateGeometry()
            self.update()

    def _say_state(self) -> None:
        state = self.tr("open") if self.isChecked() else self.tr("dicht")
        words = (self._name, self._question, self._mark, state)
        self.setAccessibleName(", ".join(word for word in words if word))

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return (
            QFontMetrics(sized_font(TextSize.BODY, bold=True)),
            QFontMetrics(sized_font(TextSize.SMALL)),
        )

    def _left(self) -> int:
        return self.fontMetrics().height() + space(4)

    def _fits_one_line(self, width: int) -> bool:
        name, small = self._metrics()
        mark = chip_width(small, self._mark, TONE_ICONS[Tone.GOOD]) + space(2) if self._mark else 0
        words = name.horizontalAdvance(self._name) + small.horizontalAdvance(self._question)
        return self._left() + words + space(6) + mark <= width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        name, small = self._metrics()
        lines = name.height() if self._fits_one_line(width) else name.height() + small.height()
        return lines + space(5)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.heightForWidth(10_000))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        name, small = self._metrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        one_line = self._fits_one_line(self.width())
        lines = name.height() + (0 if one_line else small.height())
        top = (self.height() - lines) // 2
        side = self.fontMetrics().height()
        arrow = "ph.caret-down" if self.isChecked() else "ph.caret-right"
        spot = QRect(space(2), top + (name.height() - side) // 2, side, side)
        paint_icon(painter, arrow, spot, colour(Role.PRIMARY))
        right = self.width() - space(2)
        if self._mark:
            wide = chip_width(small, self._mark, TONE_ICONS[Tone.GOOD])
            high = chip_height(small)
            right -= wide
            painter.setFont(sized_font(TextSize.SMALL))
            chip = QRect(right, top + (name.height() - high) // 2, wide, high)
            paint_chip(painter, chip, self._mark, Tone.GOOD, TONE_ICONS[Tone.GOOD])
            right -= space(2)
        self._paint_words(painter, top, right, one_line=one_line)
        painter.end()
        if self.hasFocus():
            paint_focus_ring(self)

    def _paint_words(self, painter: QPainter, top: int, right: int, *, one_line: bool) -> None:
        name, small = self._metrics()
        left = self._left()
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        flags |= int(Qt.TextFlag.TextSingleLine)
        painter.setFont(sized_font(TextSize.BODY, bold=True))
        painter.setPen(colour(Role.INK))
        painter.drawText(QRect(left, top, right - left, name.height()), flags, self._name)
        painter.setFont(sized_font(TextSize.SMALL))
        painter.setPen(colour(Role.INK_MUTED))
        if one_line:
            left += name.horizontalAdvance(self._name) + space(3)
            room = QRect(left, top + 1, right - left, name.height())
        else:
            room = QRect(left, top + name.height(), self.width() - left, small.height())
        words = small.elidedText(self._question, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, words)


class TopicCard(QFrame):
    """One competence: its line, and under it the three fields once it was opened."""

    changed = Signal()

    def __init__(self, text: CompetenceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.competence = text.competence
        self._text = text
        self._sheet: QWidget | None = None
        self.fields: tuple[AreaField, ...] = ()
        """Experience, what it says, and what the student takes along; none before opening."""
        self.setProperty("kind", "card")
        self.head = _Head(competence_label(text.competence), text.question, self)
        self.head.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)

    def value(self) -> TopicText:
        """What was written."""
        return TopicText(self.competence, *(field.value() for field in self.fields))

    def set_value(self, topic: TopicText) -> None:
        """Show ``topic``; open when it holds something."""
        self.head.setChecked(not topic.is_empty)
        texts = (topic.experience, topic.meaning, topic.takeaway)
        for field, text in zip(self.fields, texts, strict=False):
            field.set_value(text)
        self._show_mark()

    def unfold(self) -> None:
        """Open without moving the focus."""
        self.head.setChecked(True)

    def _make_sheet(self) -> QWidget:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(space(4), 0, space(4), space(4))
        column.setSpacing(space(3))
        words = self._text.explanation
        column.addWidget(Paragraph(words, sheet, size=TextSize.SMALL, ink="muted"))
        prompts = (self._text.experience, self._text.meaning, self._text.takeaway)
        self.fields = tuple(
            AreaField(prompt.label, sheet, placeholder=prompt.placeholder, min_lines=2)
            for prompt in prompts
        )
        for field in self.fields:
            field.changed.connect(self._edited)
            column.addWidget(field)
        self._column.addWidget(sheet)
        return sheet

    def _edited(self) -> None:
        self._show_mark()
        self.changed.emit()

    def _show_mark(self) -> None:
        self.head.set_mark("" if self.value().is_empty else self.tr("Ingevuld"))

    def _toggle(self, opened: bool) -> None:
        if opened and self._sheet is None:
            # Fifteen fields that nobody opens would make every talk slow to open.
            self._sheet = self._make_sheet()
        if self._sheet is not None:
            self._sheet.setVisible(opened)
        if opened and self.head.hasFocus():
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)


class TopicCards(QWidget):
    """All five, in their fixed order."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        self.cards: dict[CareerCompetence, TopicCard] = {}
        for competence, text in competences().items():
            card = TopicCard(text, self)
            card.changed.connect(self.changed)
            column.addWidget(card)
            self.cards[competence] = card

    def value(self) -> tuple[TopicText, ...]:
        """What was written, without the empty ones."""
        topics = (card.value() for card in self.cards.values())
        return tuple(topic for topic in topics if not topic.is_empty)

    def set_value(self, topics: Sequence[TopicText]) -> None:
        """Show ``topics``; the others are empty and closed."""
        known = {topic.competence: topic for topic in topics}
        for competence, card in self.cards.items():
            card.set_value(known.get(competence) or TopicText(competence))
