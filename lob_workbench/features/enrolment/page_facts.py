"""How a student is enrolled now, and what changed before, as two cards to read."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from lob_workbench.features.enrolment.operations import EnrolmentView
from lob_workbench.features.enrolment.rules import STORY_KINDS, from_to
from lob_workbench.people.rules_enrolment import EnrolmentPart, EnrolmentStep
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.destinations import destination_words
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, space, text_width


class FactsCard(Card):
    """What stands in the student list of the school, line by line."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.identification-card")
        self.set_title(self.tr("Zo staat het nu"))
        self._context = context
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(4))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(1, 1)
        names = (
            self.tr("Klas"),
            self.tr("Team"),
            self.tr("Mentor"),
            self.tr("Opleiding"),
            self.tr("Leerjaar"),
            self.tr("Leerweg"),
            self.tr("Begonnen op"),
            self.tr("Klaar op (verwacht)"),
            self.tr("Van school"),
        )
        self._values: list[tuple[Label, Paragraph]] = []
        for row, name in enumerate(names):
            label = Label(name, self, ink="muted")
            value = Paragraph("", self)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._values.append((label, value))
        self._kept = Paragraph(
            self.tr("De beheerder van je school houdt dit bij."), self, ink="muted"
        )
        self.body.addLayout(self._grid)
        self.body.addWidget(self._kept)

    def show_view(self, view: EnrolmentView | None, *, may_change: bool) -> None:
        """Show this enrolment; nothing for nobody."""
        words = _words(view) if view is not None else [""] * len(self._values)
        for (label, value), text in zip(self._values, words, strict=True):
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))
        shared = not self._context.actor.own_desk
        self._kept.setVisible(view is not None and shared and not may_change)


def _words(view: EnrolmentView) -> list[str]:
    student = view.student
    programme = (student.programme, student.crebo, student.level)
    gone = ""
    if student.left_on is not None:
        gone = long_date(student.left_on)
        if view.destination is not None:
            gone = f"{gone}: {destination_words(view.destination)}"
    dash = "–"
    return [
        student.group or dash,
        student.team or dash,
        student.counsellor or dash,
        " · ".join(part for part in programme if part) or dash,
        dash if student.study_year is None else str(student.study_year),
        student.learning_route.value if student.learning_route else dash,
        long_date(student.start_date) if student.start_date else "",
        long_date(student.expected_end_date) if student.expected_end_date else "",
        gone,
    ]


class HistoryCard(Card):
    """What changed, the newest day first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.clock-counter-clockwise")
        self.set_title(self.tr("Wat er veranderde"))
        self._lines: list[QWidget] = []
        self._empty = Paragraph(
            self.tr(
                "Nog niets. Een andere klas, een andere mentor of een vertrek staat straks hier."
            ),
            self,
            ink="muted",
        )
        self.body.addWidget(self._empty)

    def show_steps(self, steps: Sequence[EnrolmentStep]) -> None:
        """Show these changes, those of one day under one date."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        self._empty.setVisible(not steps)
        day = None
        for step in steps:
            if step.on != day:
                day = step.on
                self._add(Label(long_date(day), self, size=TextSize.SMALL, ink="muted"))
            self._add(Paragraph(_step_words(step), self, selectable=True))
            if step.note:
                self._add(Paragraph(step.note, self, ink="muted", selectable=True))

    def _add(self, line: Label) -> None:
        line.setMinimumWidth(min(text_width(self, 20), line.sizeHint().width()))
        self.body.addWidget(line)
        self._lines.append(line)


def _step_words(step: EnrolmentStep) -> str:
    kind = QCoreApplication.translate("story", STORY_KINDS[step.part])
    if step.destination is not None:
        what = destination_words(step.destination)
    elif step.part is EnrolmentPart.RETURNED:
        return kind
    else:
        what = from_to(step)
    return f"{kind}: {what}"
