"""The step after an import: is this the whole list, and did who is not on it leave?"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import Clock
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.page_words import scope_words
from lob_workbench.features.student_import.rules_missing import Absence
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.destinations import destination_choices, destination_words
from lob_workbench.ui.forms import CheckBox, ChoiceField, DateField, RadioButton
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space

_ROWS = 8


class MissingStep(QWidget):
    """The question, and only after a yes who is missing. Nobody is chosen by itself."""

    changed = Signal()
    """Another answer, or somebody else was chosen."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._absences: tuple[Absence, ...] = ()
        self._leaving: dict[UUID, Destination] = {}
        self._result = ""
        self.result = Panel("", self, tint="good")
        self.question = Card(self.tr("Is dit de hele lijst?"), self, icon="ph.question")
        about = Paragraph(
            self.tr(
                "Niet alle studenten die je hebt, staan op deze lijst. Is het een hele lijst, dan "
                "zijn zij misschien van school."
            ),
            self.question,
            ink="muted",
        )
        self.question.body.addWidget(about)
        self._answers = QWidget(self.question)
        self._group = QButtonGroup(self._answers)
        self.question.body.addWidget(self._answers)
        self.doubt = Panel("", self, tint="attention")
        self.table: TableView[KnownStudent] = TableView(
            (
                Column(self.tr("Student"), self._name, icon=self._icon, keep=True, least=16),
                Column(self.tr("Nummer"), self._number, least=9, most=16),
                Column(self.tr("Klas"), self._class, least=7, most=14),
                Column(self.tr("Van school?"), self._outcome, least=14, stretch=1),
            ),
            self,
            name=self.tr("Studenten die niet op de lijst staan"),
        )
        self.table.row_chosen.connect(self._show_student)
        self.table.row_activated.connect(self._toggle)
        self.card = Card("", self, icon="ph.sign-out")
        self.leaves = CheckBox(self.tr("Deze student &is van school"), self.card)
        self.leaves.clicked.connect(self._ticked)
        self.destination: ChoiceField[Destination] = ChoiceField(
            self.tr("Waar &naartoe?"),
            destination_choices(),
            self.card,
            radio_up_to=0,
        )
        self.destination.changed.connect(self._destination_chosen)
        self.on = DateField(
            self.tr("Van school van&af"), self.card, required=True, today=clock.today
        )
        self.on.changed.connect(self.changed)
        self.all_button = Button("", self.card)
        self.all_button.clicked.connect(self._choose_all)
        self.none_button = Button(self.tr("Niemand kiezen"), self.card, kind=ButtonKind.QUIET)
        self.none_button.clicked.connect(self._choose_nobody)
        for widget in (self.leaves, self.destination, self.on):
            self.card.body.addWidget(widget)
        together = QHBoxLayout()
        together.setSpacing(space(2))
        together.addWidget(self.all_button)
        together.addWidget(self.none_button)
        together.addStretch(1)
        self.card.body.addLayout(together)
        self._work = QWidget(self)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(space(4))
        work.addWidget(self.table, 3)
        work.addWidget(self.card, 2, Qt.AlignmentFlag.AlignTop)
        # Question, table and card together are taller than the window of a small laptop.
        self._scroll = ScrollColumn(self)
        self.table.setMinimumHeight(_ROWS * self.table.row_height())
        for shown in (self.result, self.question, self.doubt, self._work):
            self._scroll.column.addWidget(shown)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.clear()

    @property
    def radios(self) -> tuple[RadioButton, ...]:
        """The answers to the question, *no* first."""
        return tuple(self._answers.findChildren(RadioButton))

    def show_absences(self, absences: Sequence[Absence], result: str = "") -> None:
        """Ask about these; ``result`` is what the import wrote."""
        self._absences = tuple(absences)
        self._leaving = {}
        self._result = result
        self.result.set_text(result)
        self.on.set_value(self._clock.today())
        self._ask()
        self._show_answer()

    def leaving(self) -> dict[UUID, Destination]:
        """Who leaves and where to, of those who are in sight."""
        shown = {student.id for student in self.table.rows_model.rows}
        return {key: to for key, to in self._leaving.items() if key in shown}

    def day(self) -> date | None:
        """From which day; ``None`` while it is no day."""
        return self.on.value()

    def begin(self) -> None:
        """Put the focus on the answer that stands."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget every name."""
        self.show_absences(())

    def _ask(self) -> None:
        old = self._answers
        self._answers = QWidget(self.question)
        self._group = QButtonGroup(self._answers)
        rows = QVBoxLayout(self._answers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        words = [self.tr("Nee, of dat weet ik niet"), *map(scope_words, self._absences)]
        for number, text in enumerate(words):
            radio = RadioButton(text.replace("&", "&&"), self._answers)
            radio.setChecked(number == 0)
            self._group.addButton(radio, number)
            rows.addWidget(radio)
        self._group.idClicked.connect(self._show_answer)
        self.question.body.replaceWidget(old, self._answers)
        old.hide()
        old.deleteLater()
        self._answers.show()

    def _show_answer(self, _number: int = 0) -> None:
        number = self._group.checkedId()
        absence = self._absences[number - 1] if number > 0 else None
        rows = absence.missing if absence is not None else ()
        self._work.setVisible(bool(rows))
        # What was written has been read by now, and its place is needed.
        self.result.setVisible(bool(self._result) and not rows)
        self.table.set_rows(rows)
        self.all_button.setText(self.tr("Alle {count} &kiezen").format(count=len(rows)))
        for button in (self.all_button, self.none_button):
            button.setVisible(len(rows) > 1)
        if rows:
            self.table.select_row(rows[0])
        self._show_student(self.table.current_row())
        doubtful = absence is not None and absence.doubtful
        if absence is not None and doubtful:
            words = self.tr(
                "{count} van de {all} studenten staan niet op deze lijst. Weet je zeker dat het de "
                "goede lijst is?"
            )
            self.doubt.set_text(words.format(count=len(rows), all=absence.of))
        self.doubt.setVisible(doubtful)
        self.changed.emit()

    def _show_student(self, student: KnownStudent | None) -> None:
        self.card.set_title(student.values.name.full if student is not None else "")
        to = None if student is None else self._leaving.get(student.id)
        self.leaves.setChecked(to is not None)
        self.destination.set_value(to or Destination.UNKNOWN)
        self.destination.setEnabled(to is not None)

    def _toggle(self, student: KnownStudent) -> None:
        self._put(student, None if student.id in self._leaving else Destination.UNKNOWN)

    def _ticked(self, on: bool) -> None:
        student = self.table.current_row()
        if student is not None:
            self._put(student, Destination.UNKNOWN if on else None)

    def _destination_chosen(self) -> None:
        student, to = self.table.current_row(), self.destination.value()
        if student is not None and to is not None and student.id in self._leaving:
            self._put(student, to)

    def _put(self, student: KnownStudent, to: Destination | None) -> None:
        if to is None:
            self._leaving.pop(student.id, None)
        else:
            self._leaving[student.id] = to
        self._redraw()

    def _choose_all(self) -> None:
        for student in self.table.rows_model.rows:
            self._leaving.setdefault(student.id, Destination.UNKNOWN)
        self._redraw()

    def _choose_nobody(self) -> None:
        self._leaving = {}
        self._redraw()

    def _redraw(self) -> None:
        self._show_student(self.table.current_row())
        self.table.viewport().update()
        self.changed.emit()

    def _name(self, student: KnownStudent) -> str:
        return student.values.name.listed

    def _number(self, student: KnownStudent) -> str:
        return student.values.student_number

    def _class(self, student: KnownStudent) -> str:
        return student.values.group

    def _icon(self, student: KnownStudent) -> str:
        return "ph.check-square" if student.id in self._leaving else "ph.square"

    def _outcome(self, student: KnownStudent) -> str:
        to = self._leaving.get(student.id)
        if to is None:
            return self.tr("nee")
        return self.tr("ja: {destination}").format(destination=destination_words(to))
