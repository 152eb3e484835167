"""The first step: which classes, what each does, who stays, and from which day it counts."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.school_year.page_class import ClassCard
from lob_workbench.features.school_year.rules import (
    MOVE_LABELS,
    ClassPlan,
    Move,
    NewYear,
    NewYearDraft,
    Pupil,
    far_away,
    later_year,
)
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.destinations import destination_words
from lob_workbench.ui.forms import CheckBox, ChoiceField, DateField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import Column, TableView
from lob_workbench.ui.theme import space


class ChoosePanel(QWidget):
    """Filters and the day above; the classes at the left, the chosen class at the right."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._year: NewYear | None = None
        self._plans: dict[str, ClassPlan] = {}
        self._stays: set[UUID] = set()
        self.on = DateField(self.tr("Telt &vanaf"), self, required=True, today=context.clock.today)
        self.on.changed.connect(self._day_typed)
        self.team = self._filter(self.tr("T&eam"))
        self.programme = self._filter(self.tr("&Opleiding"))
        top = QHBoxLayout()
        top.setSpacing(space(3))
        top.addWidget(self.on, 3)
        top.addWidget(self.team, 3)
        top.addWidget(self.programme, 4)
        self.move_year = CheckBox(" ", self)
        self.far = Paragraph("", self, ink="attention")
        self.table: TableView[ClassPlan] = TableView(
            (
                Column(self.tr("Klas"), self._name, bold=True, keep=True),
                Column(self.tr("Studenten"), self._count, sort=self._count_key, right=True),
                Column(self.tr("Wat gebeurt er?"), self._move_words, most=60, stretch=1),
            ),
            self,
            name=self.tr("Klassen"),
            empty=self.tr(
                "Geen klas die hierbij past. Kies een ander team of een andere opleiding."
            ),
        )
        self.table.row_chosen.connect(self._class_chosen)
        self.detail = ClassCard(self)
        self.detail.planned.connect(self._take_plan)
        self.detail.staying.connect(self._take_stays)
        work = QHBoxLayout()
        work.setSpacing(space(4))
        work.addWidget(self.table, 3)
        work.addWidget(self.detail, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(top)
        column.addWidget(self.far)
        column.addWidget(self.move_year)
        column.addLayout(work, 1)

    def _filter(self, label: str) -> ChoiceField[str]:
        field: ChoiceField[str] = ChoiceField(label, [("", self.tr("alle"))], self, radio_up_to=0)
        field.set_value("")
        field.changed.connect(self._list_classes)
        return field

    def show_year(self, found: NewYear) -> None:
        """Show who there is; everybody goes along, as is proposed."""
        self._year = found
        self._plans = {plan.group: plan for plan in found.plans}
        self._stays = set()
        self.on.set_value(found.on)
        for field, names in (
            (self.team, {pupil.team for pupil in found.pupils}),
            (self.programme, {pupil.programme for pupil in found.pupils}),
        ):
            known = sorted(names - {""})
            field.set_choices([("", self.tr("alle")), *((name, name) for name in known)])
            field.set_value(field.value() or "")
            field.setVisible(len(known) > 1)
        after = later_year(found.year)
        self.move_year.setText(
            self.tr("Het schooljaar in Instellingen wordt {year}").format(year=after)
        )
        self.move_year.setVisible(bool(after))
        self.move_year.setChecked(bool(after))
        self._day_typed()
        self._list_classes()

    def clear(self) -> None:
        """Forget every name."""
        self._year = None
        self._plans, self._stays = {}, set()
        self.table.set_rows(())
        self.detail.show_class(None, (), frozenset())

    def check(self) -> bool:
        """Whether the day is good; shows what is wrong."""
        good = self.on.check()
        if not good:
            self.on.setFocus()
        return good

    def draft(self) -> NewYearDraft | None:
        """What is chosen; ``None`` when nothing would change or there is no day."""
        on = self.on.value()
        if self._year is None or on is None:
            return None
        pupils = tuple(one for one in self._wanted() if one.id not in self._stays)
        plans = tuple(self._plans.values())
        moving = {plan.group for plan in plans if plan.move is not Move.STAY}
        if not any(pupil.group in moving for pupil in pupils):
            return None
        return NewYearDraft(on, pupils, plans, self.move_year.isChecked())

    def year_after(self) -> str:
        """The school year that the settings get; empty when they keep theirs."""
        known = self._year.year if self._year is not None else ""
        return later_year(known) if self.move_year.isChecked() else ""

    def _wanted(self) -> tuple[Pupil, ...]:
        if self._year is None:
            return ()
        team, programme = self.team.value(), self.programme.value()
        return tuple(
            pupil
            for pupil in self._year.pupils
            if (not team or pupil.team == team) and (not programme or pupil.programme == programme)
        )

    def _list_classes(self) -> None:
        groups = {pupil.group for pupil in self._wanted()}
        current = self.table.current_row()
        rows = [plan for plan in self._plans.values() if plan.group in groups]
        self.table.set_rows(rows)
        kept = [row for row in rows if current is not None and row.group == current.group]
        if rows:
            self.table.select_row((kept or rows)[0])
        else:
            self._class_chosen(None)
        self.changed.emit()

    def _class_chosen(self, plan: ClassPlan | None) -> None:
        pupils = [] if plan is None else [one for one in self._wanted() if one.group == plan.group]
        self.detail.show_class(plan, pupils, frozenset(self._stays))

    def _take_plan(self, plan: ClassPlan) -> None:
        self._plans[plan.group] = replace(plan)
        self._show_rows(plan)

    def _take_stays(self, along: frozenset[UUID], stays: frozenset[UUID]) -> None:
        self._stays = (self._stays - along) | stays
        plan = self.table.current_row()
        if plan is not None:
            self._show_rows(plan)

    def _show_rows(self, plan: ClassPlan) -> None:
        """The table again, without touching the card in which one is typing."""
        groups = {pupil.group for pupil in self._wanted()}
        self.table.row_chosen.disconnect(self._class_chosen)
        self.table.set_rows([one for one in self._plans.values() if one.group in groups])
        self.table.select_row(plan)
        self.table.row_chosen.connect(self._class_chosen)
        self.changed.emit()

    def _day_typed(self) -> None:
        on = self.on.value()
        words = ""
        if on is not None and far_away(on, self._context.clock.today()):
            words = self.tr(
                "Die dag is nog ver weg. De nieuwe klassen zie je meteen overal. Wie van school "
                "gaat, staat tot die dag gewoon in je lijsten."
            )
        self.far.setText(words)
        self.far.setVisible(bool(words))
        self.changed.emit()

    def _name(self, plan: ClassPlan) -> str:
        return plan.group or self.tr("zonder klas")

    def _count_key(self, plan: ClassPlan) -> int:
        return sum(pupil.group == plan.group for pupil in self._wanted())

    def _count(self, plan: ClassPlan) -> str:
        pupils = [pupil for pupil in self._wanted() if pupil.group == plan.group]
        along = sum(pupil.id not in self._stays for pupil in pupils)
        if along == len(pupils):
            return str(along)
        return self.tr("{count} van {all}").format(count=along, all=len(pupils))

    def _move_words(self, plan: ClassPlan) -> str:
        words = QCoreApplication.translate("enrolment", MOVE_LABELS[plan.move])
        if plan.move is Move.LEAVE:
            return f"{words}: {destination_words(plan.destination)}"
        if plan.move is Move.UP and plan.new_group and plan.new_group != plan.group:
            return f"{words}: {plan.new_group}"
        return words
