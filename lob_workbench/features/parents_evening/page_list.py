"""The students of an evening: whom to invite, what may be told, and the time of each."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.parents_evening.rules import EveningList, Invitation
from lob_workbench.people.rules_placements import TOLD_LABELS, Told
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.forms import ComboBox
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.theme import TextSize, space, text_width

_TONES = {
    Told.ALL: Tone.GOOD,
    Told.TOGETHER: Tone.ATTENTION,
    Told.CONSENT: Tone.GOOD,
    Told.NOTHING: Tone.DANGER,
}


class GuestList(QWidget):
    """A row for each student; ``time_chosen`` tells the student and the time, empty for none."""

    time_chosen = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[GuestRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(1))

    def show_list(self, found: EveningList | None) -> None:
        """Show these students, who comes first on top, or nobody."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for place, row in enumerate(() if found is None else sorted(found.invitations, key=_time)):
            if place:
                self._column.addWidget(Line(self))
            assert found is not None
            shown = GuestRow(row, found.free, self)
            shown.time_chosen.connect(self.time_chosen)
            self._column.addWidget(shown)
            self.rows.append(shown)
        if found is not None and not found.invitations:
            self._column.addWidget(
                Paragraph(self.tr("Je hebt nog geen eigen studenten."), self, ink="muted")
            )


class GuestRow(QWidget):
    """One student: name, age, who may be told what, and the time to choose."""

    time_chosen = Signal(object, str)

    def __init__(self, row: Invitation, free: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        name = row.name.full
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(Label(name, self, bold=True))
        age = self.tr("leeftijd onbekend") if row.age is None else self.tr("{age} jaar")
        about = " · ".join(part for part in (row.group, age.format(age=row.age)) if part)
        words.addWidget(Label(about, self, size=TextSize.SMALL, ink="muted"))
        who = QWidget(self)
        flow = FlowLayout(who, gap=space(2))
        for guest in row.guests:
            flow.addWidget(Label(guest.guardian.name, who))
            told = QCoreApplication.translate("people", TOLD_LABELS[guest.told]).format(
                name=row.name.first
            )
            flow.addWidget(Chip(told, who, tone=_TONES[guest.told]))
        if row.through_student:
            nobody = self.tr("Nodig {name} zelf uit").format(name=row.name.first)
            flow.addWidget(Chip(nobody, who, icon="ph.user"))
        self.time = ComboBox(self)
        self.time.setAccessibleName(self.tr("Tijd van {name}").format(name=name))
        self.time.setMinimumWidth(text_width(self, 14))
        self.time.addItem(self.tr("geen tijd"), "")
        for at in sorted({*free, *((row.at,) if row.at else ())}):
            self.time.addItem(at, at)
        self.time.setCurrentIndex(max(self.time.findData(row.at), 0))
        self.time.activated.connect(self._chosen)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, space(1), 0, space(1))
        line.setSpacing(space(4))
        line.addLayout(words, 2)
        line.addWidget(who, 4)
        line.addWidget(self.time)

    @property
    def student_id(self) -> UUID:
        """Whose row it is."""
        return self._row.student_id

    def _chosen(self) -> None:
        at = self.time.currentData()
        if at != self._row.at:
            self.time_chosen.emit(self._row.student_id, at)


def _time(row: Invitation) -> tuple[str, str]:
    return row.at or "99", row.name.sort_key
