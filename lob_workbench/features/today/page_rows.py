"""The lines inside the cards of *Vandaag*."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import (
    Appointment,
    Attention,
    AttentionItem,
    Target,
    Tone,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.theme import TONE_ROLES, TextSize, space, text_width

_AT_ONCE: Final = 40


class AppointmentRow(QWidget):
    """A talk of today: when, who, what for, and the way to it."""

    opened = Signal(object)

    def __init__(self, appointment: Appointment, parent: QWidget) -> None:
        super().__init__(parent)
        self._appointment = appointment
        at = Label(appointment.at or "–", self, bold=True)
        at.setFixedWidth(text_width(self, 6))
        kind = QCoreApplication.translate("career", appointment.title)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(appointment.student_name, self, bold=True))
        form = self.tr("trialoog") if appointment.trialogue else ""
        parts = (appointment.group, kind, form, appointment.room)
        line = " · ".join(part for part in parts if part)
        words.addWidget(Paragraph(line, self, size=TextSize.SMALL, ink="muted"))
        button = Button(self.tr("Openen"), self, kind=ButtonKind.SECONDARY)
        button.setAccessibleName(
            self.tr("Gesprek met {name} openen").format(name=appointment.student_name)
        )
        button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, space(1), 0, space(1))
        row.setSpacing(space(2))
        row.addWidget(at)
        row.addLayout(words, 1)
        if appointment.prepared:
            chip = Chip(self.tr("voorbereid"), self, tone=Tone.GOOD)
            # Whole: the line beside it wraps.
            chip.setMinimumWidth(chip.sizeHint().width())
            row.addWidget(chip)
        row.addWidget(button)

    def _open(self) -> None:
        self.opened.emit(self._appointment.target)


class AttentionRow(QWidget):
    """What asks attention: one line that opens into the students it is about.

    Its lines are made when it is first opened, some forty at a time: there may be thousands.
    """

    opened = Signal(object)

    def __init__(
        self,
        group: Attention,
        heading: str,
        words_of: Callable[[AttentionItem], tuple[str, str]],
        parent: QWidget,
    ) -> None:
        """``words_of`` gives the words and the day of an item."""
        super().__init__(parent)
        self._items, self._words_of = group.items, words_of
        ink, _ = TONE_ROLES[group.tone]
        self.heading = LinkLine(
            heading, self, icon=group.icon, role=ink, ink=ink, folds=True, bold=True
        )
        self.heading.unfolded.connect(self._unfold)
        self._list = QWidget(self)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(space(5), 0, 0, space(2))
        self._lines.setSpacing(0)
        self._made = 0
        self._targets: dict[LinkLine, Target] = {}
        self._more = Button(self.tr("Toon er meer"), self._list, kind=ButtonKind.QUIET)
        self._more.clicked.connect(self._show_more)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._list)

    def _unfold(self, unfolded: bool) -> None:
        if unfolded and not self._made:
            self._make_lines()
        self._list.setVisible(unfolded)

    def _show_more(self) -> None:
        first = self._lines.count() - 1
        self._make_lines()
        # Where the button was.
        entry = self._lines.itemAt(first)
        widget = None if entry is None else entry.widget()
        if widget is not None:
            widget.show()  # the layout does so a moment later, and what is hidden takes no focus
            widget.setFocus()

    def _make_lines(self) -> None:
        self._lines.removeWidget(self._more)
        for item in self._items[self._made : self._made + _AT_ONCE]:
            words, day = self._words_of(item)
            if item.target is None:
                line = Paragraph(f"{words} · {day}", self._list)
                line.setContentsMargins(space(2), space(1), 0, space(1))
                self._lines.addWidget(line)
                continue
            link = LinkLine(words, self._list, hint=day)
            link.clicked.connect(self._open)
            self._targets[link] = item.target
            self._lines.addWidget(link)
        self._made += _AT_ONCE
        self._lines.addWidget(self._more)
        rest = len(self._items) - self._made
        self._more.setVisible(rest > 0)
        self._more.setAccessibleName(self.tr("Toon er meer, nog {count}").format(count=rest))

    def _open(self) -> None:
        link = self.sender()
        if isinstance(link, LinkLine) and link in self._targets:
            self.opened.emit(self._targets[link])
