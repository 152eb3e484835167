"""The lines inside the cards of *Vandaag*."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Appointment, Attention, Target, Tone
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.theme import TONE_ROLES, TextSize, space, text_width


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
        line = " · ".join(part for part in (appointment.group, kind) if part)
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
    """What asks attention: one line that opens into the students it is about."""

    opened = Signal(object)

    def __init__(
        self,
        group: Attention,
        heading: str,
        items: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        """``items`` are the words and the day of each item of ``group``."""
        super().__init__(parent)
        ink, _ = TONE_ROLES[group.tone]
        self.heading = LinkLine(
            heading, self, icon=group.icon, role=ink, ink=ink, folds=True, bold=True
        )
        self.heading.unfolded.connect(self._unfold)
        self._list = QWidget(self)
        lines = QVBoxLayout(self._list)
        lines.setContentsMargins(space(5), 0, 0, space(2))
        lines.setSpacing(0)
        self._targets: dict[LinkLine, Target] = {}
        for item, (words, day) in zip(group.items, items, strict=True):
            if item.target is None:
                line = Paragraph(f"{words} · {day}", self._list)
                line.setContentsMargins(space(2), space(1), 0, space(1))
                lines.addWidget(line)
                continue
            link = LinkLine(words, self._list, hint=day)
            link.clicked.connect(self._open)
            self._targets[link] = item.target
            lines.addWidget(link)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._list)

    def _unfold(self, unfolded: bool) -> None:
        self._list.setVisible(unfolded)

    def _open(self) -> None:
        link = self.sender()
        if isinstance(link, LinkLine) and link in self._targets:
            self.opened.emit(self._targets[link])
