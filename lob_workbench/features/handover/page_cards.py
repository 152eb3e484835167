"""Cards of handovers: one that asks for an answer, and the list of what one asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.handover.rules import HandoverRow, HandoverStatus, HandoverView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.forms import FormErrors, LineField
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.theme import TextSize, space


class IncomingCard(Card):
    """A student whom a colleague wants to hand over: read first, then answer."""

    read = Signal(object)
    confirmed = Signal(object)
    declined = Signal(object, str)

    def __init__(self, row: HandoverRow, parent: QWidget) -> None:
        about = self.tr("{group} · van {giver} · sinds {day}").format(
            group=row.group or self.tr("geen groep"),
            giver=row.giver,
            day=long_date(local(row.proposed_at).date()),
        )
        super().__init__(row.student_name, parent, icon="ph.arrows-left-right", subtitle=about)
        self._row = row
        name = row.student_name
        self.summary = Paragraph("", self)
        self._own = Label(self.tr("In eigen woorden van de student"), self, bold=True)
        self.addition = Paragraph("", self)
        for part in (self.summary, self._own, self.addition):
            part.hide()
        self.read_button = Button(self.tr("Samenvatting lezen"), self, icon="ph.book-open")
        self.read_button.setAccessibleName(
            self.tr("Samenvatting van {name} lezen").format(name=name)
        )
        self.read_button.clicked.connect(self._read)
        self.yes_button = Button(self.tr("Overnemen"), self, icon="ph.check")
        self.yes_button.setAccessibleName(self.tr("{name} overnemen").format(name=name))
        self.yes_button.clicked.connect(self._confirm)
        self.no_button = Button(self.tr("Niet overnemen"), self, kind=ButtonKind.QUIET)
        self.no_button.setAccessibleName(self.tr("{name} niet overnemen").format(name=name))
        self.no_button.clicked.connect(self._ask_why)
        self.reason = LineField(
            self.tr("Waarom niet?"), self, required=True, hint=self.tr("Je collega leest dit.")
        )
        self.send_button = Button(self.tr("Laten weten"), self)
        self.send_button.clicked.connect(self._decline)
        self.yes_button.hide()
        self.no_button.hide()
        self.reason.hide()
        self.send_button.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.read_button, self.yes_button, self.no_button, self.send_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.summary, self._own, self.addition):
            self.body.addWidget(part)
        self.body.addWidget(self.reason)
        self.body.addLayout(buttons)

    def show_words(self, view: HandoverView) -> None:
        """Show what goes along with the student, and the two answers."""
        self.summary.setText(view.summary)
        self.summary.show()
        self.addition.setText(view.addition)
        for part in (self._own, self.addition):
            part.setVisible(bool(view.addition))
        self.read_button.hide()
        self.yes_button.show()
        self.no_button.show()
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self.read.emit(self._row)

    def _confirm(self) -> None:
        self.confirmed.emit(self._row)

    def _ask_why(self) -> None:
        self.no_button.hide()
        self.reason.show()
        self.send_button.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decline(self) -> None:
        if FormErrors([self.reason]).check():
            self.declined.emit(self._row, self.reason.value())


class OutgoingCard(Card):
    """What the actor proposed: what waits can be taken back; the latest answers stand below."""

    taken_back = Signal(object)
    agreed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Door jou voorgesteld"), parent, icon="ph.arrows-left-right")
        self.rows: list[OutgoingRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self.body.addLayout(self._list)
        self.hide()

    def show_rows(self, rows: Sequence[HandoverRow], *, answers_here: bool) -> None:
        """Show these, what still waits first."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for place, row in enumerate(sorted(rows, key=_answered)):
            if place:
                self._list.addWidget(Line(self))
            shown = OutgoingRow(row, self, answers_here=answers_here)
            shown.taken_back.connect(self.taken_back)
            shown.agreed.connect(self.agreed)
            self._list.addWidget(shown)
            self.rows.append(shown)
        self.setVisible(bool(rows))


class OutgoingRow(QWidget):
    """One proposal: of whom, to whom, how it stands."""

    taken_back = Signal(object)
    agreed = Signal(object)

    def __init__(self, row: HandoverRow, parent: QWidget, *, answers_here: bool) -> None:
        super().__init__(parent)
        self._row = row
        name = row.student_name
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(Label(name, self, bold=True))
        day = long_date(local(row.answered_at or row.proposed_at).date())
        words.addWidget(
            Paragraph(
                self.tr("naar {receiver} · {day}").format(receiver=row.receiver, day=day),
                self,
                size=TextSize.SMALL,
                ink="muted",
            )
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, space(1), 0, space(1))
        line.setSpacing(space(2))
        line.addLayout(words, 1)
        text, icon, tone = {
            HandoverStatus.PROPOSED: (
                self.tr("wacht op antwoord"),
                "ph.hourglass-medium",
                Tone.CALM,
            ),
            HandoverStatus.CONFIRMED: (self.tr("overgenomen"), "ph.check-circle", Tone.GOOD),
            HandoverStatus.DECLINED: (self.tr("niet overgenomen"), "ph.prohibit", Tone.ATTENTION),
            HandoverStatus.WITHDRAWN: (self.tr("ingetrokken"), "ph.arrow-u-up-left", Tone.CALM),
        }[row.status]
        line.addWidget(Chip(text, self, icon=icon, tone=tone))
        self.agree_button = Button(self.tr("Collega zei ja"), self)
        self.agree_button.setAccessibleName(
            self.tr("{receiver} neemt {name} over").format(receiver=row.receiver, name=name)
        )
        self.agree_button.clicked.connect(self._agree)
        self.back_button = Button(self.tr("Intrekken"), self, kind=ButtonKind.QUIET)
        self.back_button.setAccessibleName(
            self.tr("Voorstel voor {name} intrekken").format(name=name)
        )
        self.back_button.clicked.connect(self._take_back)
        waits = row.status is HandoverStatus.PROPOSED
        self.agree_button.setVisible(waits and answers_here)
        self.back_button.setVisible(waits)
        line.addWidget(self.agree_button)
        line.addWidget(self.back_button)

    def _agree(self) -> None:
        self.agreed.emit(self._row)

    def _take_back(self) -> None:
        self.taken_back.emit(self._row)


def _answered(row: HandoverRow) -> bool:
    return row.status is not HandoverStatus.PROPOSED
