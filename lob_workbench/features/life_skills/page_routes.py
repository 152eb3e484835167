"""A small editor for a route: its name, and the skills that belong to it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.operations_routes import (
    bring_back_route,
    new_route,
    retire_route,
    save_route,
)
from lob_workbench.skills.rules_sets import Route
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.labels import Label
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space
from lob_workbench.ui.toggles import CheckBox


class RouteEditor(QWidget):
    """``closed`` gives the route to look along now, or ``None`` for all skills."""

    closed = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._set: SkillSet | None = None
        self._route: Route | None = None
        self.boxes: dict[str, CheckBox] = {}
        self.which: ChoiceField[Route | str] = ChoiceField(
            self.tr("&Welke route"), [("", "")], self, radio_up_to=0
        )
        self.which.changed.connect(self._chosen)
        self.name = LineField(
            self.tr("&Naam"),
            self,
            placeholder=self.tr("Bijvoorbeeld: leidinggeven in de keuken"),
            limit=80,
        )
        card = Card(self.tr("Skills op deze route"), self, icon="ph.path", fill=True)
        sheet = ScrollColumn(card)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(1))
        self._grid.setVerticalSpacing(space(1))
        sheet.column.addLayout(self._grid)
        sheet.column.addStretch(1)
        card.body.addWidget(sheet, 1)
        self.retire = Button(self.tr("Niet meer &aanbieden"), self, kind=ButtonKind.QUIET)
        self.retire.clicked.connect(self._retire)
        back = Button(self.tr("&Terug"), self, kind=ButtonKind.QUIET)
        back.clicked.connect(self._close)
        self.save = Button(self.tr("&Bewaren"), self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.save.clicked.connect(self._save)
        top = QHBoxLayout()
        top.setSpacing(space(3))
        top.addWidget(self.which, 1)
        top.addWidget(self.name, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.retire)
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(3))
        column.addLayout(top)
        column.addWidget(card, 1)
        column.addLayout(foot)

    def begin(self, skill_set: SkillSet, routes: Sequence[Route], at: Route | None) -> None:
        """Edit ``at``, or a new route; only those that the actor may change are offered."""
        self._set = skill_set
        mine = [
            route
            for route in routes
            if route.set_id == skill_set.id
            and (
                route.author_id == self._context.actor.staff_id
                or self._context.actor.may(Right.CHANGE_SKILL_SETS)
            )
        ]
        self.which.set_choices(
            [("", self.tr("een nieuwe route")), *((route, route.name) for route in mine)]
        )
        self.which.set_value(at if at in mine else "")
        self._show_boxes(skill_set)
        self._chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def take_new(self, route: Route) -> None:
        """A new route, of nothing yet."""
        self._show(route)

    def _show_boxes(self, skill_set: SkillSet) -> None:
        while (entry := self._grid.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for column, group in enumerate(skill_set.groups):
            head = Label(group.heading, self, bold=True)
            self._grid.addWidget(head, 0, column)
            for row, skill in enumerate(group.skills, 1):
                box = CheckBox(literal(skill.name), self)
                box.setToolTip(skill.meaning)
                self.boxes[skill.id] = box
                self._grid.addWidget(box, row, column)

    def _chosen(self) -> None:
        route = self.which.value()
        if isinstance(route, Route):
            self._show(route)
        elif self._set is not None:
            self._context.jobs.run(
                new_route, self._set.key, receiver=self, done="take_new", failed="_complain"
            )

    def _show(self, route: Route) -> None:
        self._route = route
        self.name.set_value(route.name)
        for skill, box in self.boxes.items():
            box.setChecked(skill in route.skills)
        self.retire.setVisible(bool(route.version))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> Route | None:
        if self._route is None:
            return None
        skills = tuple(skill for skill, box in self.boxes.items() if box.isChecked())
        return replace(self._route, name=self.name.value(), skills=skills)

    def _save(self) -> None:
        route = self._written()
        if route is not None and self._set is not None:
            self._context.jobs.run(
                save_route,
                route,
                self._set.key,
                receiver=self,
                done="_take_saved",
                failed="_refuse",
            )

    def _take_saved(self, _changes: object) -> None:
        self._context.navigator.say(self.tr("De route is bewaard."), Tone.GOOD)
        self.closed.emit(self._written())

    def _refuse(self, error: Exception) -> None:
        self.name.set_error(error_text(error))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retire(self) -> None:
        route = self._route
        if route is not None:
            self._context.jobs.run(
                retire_route,
                route.id,
                route.version,
                receiver=self,
                done="_take_retired",
                failed="_complain",
            )

    def _take_retired(self, _changes: object) -> None:
        route = self._route
        if route is not None:
            self._context.navigator.offer_undo(
                self.tr("De route wordt niet meer aangeboden."),
                bring_back_route,
                route.id,
                route.version + 1,
            )
        self.closed.emit(None)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def _close(self) -> None:
        self.closed.emit(self._route if self._route is not None and self._route.version else None)
