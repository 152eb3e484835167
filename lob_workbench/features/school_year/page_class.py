"""One class at the turn of the year: what it does, what it is called then, and who stays."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.features.school_year.rules import MOVE_LABELS, ClassPlan, Move, Pupil
from lob_workbench.people.rules_enrolment import GROUP_LIMIT, Destination
from lob_workbench.ui.buttons import literal
from lob_workbench.ui.cards import Card
from lob_workbench.ui.destinations import destination_choices
from lob_workbench.ui.forms import CheckBox, ChoiceField, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class ClassCard(Card):
    """``planned`` with another plan; ``staying`` with who of the class goes along and who stays."""

    planned = Signal(object)
    staying = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="ph.users-three", fill=True)
        self._plan: ClassPlan | None = None
        self.boxes: dict[UUID, CheckBox] = {}
        self.move_field: ChoiceField[Move] = ChoiceField(
            self.tr("&Deze klas"),
            [(one, QCoreApplication.translate("enrolment", MOVE_LABELS[one])) for one in Move],
            self,
            radio_up_to=0,
        )
        self.move_field.changed.connect(self._edited)
        self.new_group = LineField(
            self.tr("Heet d&an"),
            self,
            limit=GROUP_LIMIT,
            hint=self.tr("Het leerjaar gaat één omhoog."),
        )
        self.new_group.changed.connect(self._edited)
        self.destination: ChoiceField[Destination] = ChoiceField(
            self.tr("Waar &naartoe?"),
            destination_choices(),
            self,
            radio_up_to=0,
            hint=self.tr("Per student kun je het later nog aanpassen."),
        )
        self.destination.changed.connect(self._edited)
        self._who = Paragraph(
            self.tr("Haal het vinkje weg bij wie blijft zoals het is."), self, ink="muted"
        )
        # Fields and names scroll together: on a small screen neither is squeezed.
        self._sheet = ScrollColumn(self)
        self._sheet.column.setSpacing(space(2))
        for part in (self.move_field, self.new_group, self.destination, self._who):
            self._sheet.column.addWidget(part)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._sheet.column.addLayout(self._list)
        self._sheet.column.addStretch(1)
        self.body.addWidget(self._sheet, 1)

    def show_class(
        self, plan: ClassPlan | None, pupils: Sequence[Pupil], stays: frozenset[UUID]
    ) -> None:
        """Show this class and its students, ticked who goes along."""
        self._plan = plan
        self.setVisible(plan is not None)
        for box in self.boxes.values():
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        if plan is None:
            return
        self._sheet.verticalScrollBar().setValue(0)
        self.set_title(plan.group or self.tr("Zonder klas"))
        self.move_field.set_value(plan.move)
        self.new_group.set_value(plan.new_group)
        self.destination.set_value(plan.destination)
        for pupil in pupils:
            box = CheckBox(literal(_words(pupil)), self._sheet.content)
            box.setChecked(pupil.id not in stays)
            box.toggled.connect(self._ticked)
            self._list.addWidget(box)
            self.boxes[pupil.id] = box
        self._show_fields()

    def _show_fields(self) -> None:
        move = self._plan.move if self._plan is not None else Move.STAY
        self.new_group.setVisible(move is Move.UP)
        self.destination.setVisible(move is Move.LEAVE)
        self._who.setVisible(move is not Move.STAY)
        for box in self.boxes.values():
            box.setVisible(move is not Move.STAY)

    def _edited(self) -> None:
        if self._plan is None:
            return
        self._plan = replace(
            self._plan,
            move=self.move_field.value() or Move.STAY,
            new_group=self.new_group.value(),
            destination=self.destination.value() or Destination.UNKNOWN,
        )
        self._show_fields()
        self.planned.emit(self._plan)

    def _ticked(self) -> None:
        along = frozenset(key for key, box in self.boxes.items() if box.isChecked())
        self.staying.emit(along, frozenset(self.boxes) - along)


def _words(pupil: Pupil) -> str:
    year = "" if pupil.study_year is None else str(pupil.study_year)
    return " · ".join(part for part in (pupil.name, pupil.number, year) if part)
