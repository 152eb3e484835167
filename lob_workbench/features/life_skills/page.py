"""*Life skills*: whose and which at the head, and three views of them."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.operations import find_learner, read_head
from lob_workbench.features.life_skills.page_goals import GoalsView
from lob_workbench.features.life_skills.page_growth import GrowthView
from lob_workbench.features.life_skills.page_matrix import MatrixView
from lob_workbench.features.life_skills.page_view import SkillsView
from lob_workbench.features.life_skills.rules import Head, Selection
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_sets import Route, may_change_route
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.page import Page
from lob_workbench.ui.theme import space

PAGE = "life_skills"
MATRIX, GOALS, GROWTH = "matrix", "goals", "growth"
_TYPING_PAUSE_MS = 150
_ROOMY_LINES = 40
"""Of so many lines high there is room for everything."""


class SkillsPage(Page):
    """``Target.detail`` names a view; ``Target.entity`` a learner to go to in the matrix."""

    help_topic = "life_skills"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Life skills"), scroll=False)
        self._context = context
        self._head: Head | None = None
        self._chosen: frozenset[UUID] = frozenset()
        self._wanted_skill = ""
        self.views = FilterChips(
            [
                Filter(MATRIX, self.tr("Matrix"), "ph.grid-four"),
                Filter(GOALS, self.tr("Afspraken"), "ph.handshake"),
                Filter(GROWTH, self.tr("Groei"), "ph.chart-line-up"),
            ],
            self,
            exclusive=True,
            name=self.tr("Wat je ziet"),
        )
        self.views.changed.connect(self._view_chosen)
        self.header.insertWidget(1, self.views, 2)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._show_selection)
        self.search = LineField(self.tr("&Zoeken"), self, placeholder=self.tr("Naam of nummer"))
        self.search.changed.connect(self._typing.start)
        self.search.edit.returnPressed.connect(self._focus_view)
        self.who: ChoiceField[LearnerKind] = ChoiceField(
            self.tr("&Wie"),
            [
                (LearnerKind.STUDENT, self.tr("studenten")),
                (LearnerKind.MEMBER, self.tr("teamleden")),
            ],
            self,
            radio_up_to=0,
        )
        self.who.set_value(LearnerKind.STUDENT)
        self.group: ChoiceField[str] = self._choice(self.tr("&Klas"))
        self.team: ChoiceField[str] = self._choice(self.tr("&Team"))
        self.route: ChoiceField[Route | str] = self._choice(self.tr("&Route"))
        self.skill_set: ChoiceField[str] = ChoiceField(
            self.tr("&Set"), [("", "")], self, radio_up_to=0
        )
        self.who.changed.connect(self._who_chosen)
        self.skill_set.changed.connect(self._show_selection)
        filters = QHBoxLayout()
        filters.setSpacing(space(3))
        for field, share in (
            (self.search, 3),
            (self.who, 2),
            (self.group, 2),
            (self.team, 3),
            (self.route, 3),
            (self.skill_set, 3),
        ):
            filters.addWidget(field, share)
        self.edit_routes = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.pencil-simple", tip=self.tr("Routes maken")
        )
        self.edit_routes.clicked.connect(self._edit_routes)
        self.edit_routes.setVisible(context.actor.may(Right.RECORD_SKILLS))
        filters.insertWidget(5, self.edit_routes, 0, Qt.AlignmentFlag.AlignBottom)
        self._filters = QWidget(self)
        self._filters.setLayout(filters)
        filters.setContentsMargins(0, 0, 0, 0)
        self.top.addWidget(self._filters)
        self.matrix = MatrixView(context, self)
        self.matrix.counted.connect(self._tell_count)
        self.matrix.chosen.connect(self._choose)
        self.matrix.panel_shown.connect(self._make_room)
        self.matrix.goal_asked.connect(self._begin_goal)
        self.goals = GoalsView(context, self)
        self.goals.form_shown.connect(self._make_room_for_form)
        self.growth = GrowthView(context, self)
        self._views: dict[str, SkillsView] = {
            MATRIX: self.matrix,
            GOALS: self.goals,
            GROWTH: self.growth,
        }
        self._stack = QStackedWidget(self)
        for view in self._views.values():
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)
        for page, words, icon in (
            ("skill_sets", self.tr("Skills &en routes"), "ph.stack"),
            ("badges", self.tr("Ba&dges"), "ph.medal"),
            ("skill_workbook", self.tr("E&xcel"), "ph.table"),
        ):
            if any(one.name == page and context.actor.may(one.right) for one in context.features):
                button = self.add_button(words, self._go, icon=icon)
                button.setProperty("page", page)
        self.skill_set.hide()

    def open(self, target: Target) -> None:
        """The view that ``target.detail`` names; everything is read again."""
        if target.detail in self._views:
            self.views.set_value(frozenset({target.detail}))
            self._stack.setCurrentWidget(self._views[target.detail])
            self._focus_view()
            if target.detail == GOALS and target.entity is not None:
                # Of a member of staff or of a team: a student's stand on the student's own page.
                self.who.set_value(LearnerKind.MEMBER)
                self.goals.choose_learner(target.entity)
        elif target.entity is not None:
            self.views.set_value(frozenset({MATRIX}))
            self._stack.setCurrentWidget(self.matrix)
            self._context.jobs.run(
                find_learner, target.entity, receiver=self, done="take_learner", failed="_complain"
            )
        self._wanted_skill = target.detail
        # Rows first: what there is to choose from can come a moment later.
        self._show_selection()
        self._context.jobs.run(read_head, receiver=self, done="take_head")

    @property
    def target(self) -> Target:
        """The view in sight, or the cell: who gives a lent laptop back comes back to it."""
        whose = self.matrix.panel.whose
        (view,) = self.views.value() or {MATRIX}
        if view == MATRIX and whose is not None:
            return Target(PAGE, *whose)
        return Target(PAGE, None, str(view))

    def take_learner(self, learner: Learner) -> None:
        """Somebody to go to: among whom they stand, and to the cell when a skill was named."""
        if self.who.value() is not learner.kind or self.selection.wanted != StudentFilter():
            self.who.set_value(learner.kind)
            for field in (self.group, self.team):
                field.set_value("")
            self.search.set_value("")
            self._chosen = frozenset()
            self._show_selection()
        self.matrix.go_to(learner, self.selection.set_key, self._wanted_skill)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def take_head(self, head: Head) -> None:
        """What there is to choose from."""
        self._head = head
        every = self.tr("alle")
        for field, values in ((self.group, head.choices.groups), (self.team, head.choices.teams)):
            field.set_choices([("", every), *((value, value) for value in values)])
            if field.value() is None:
                field.set_value("")
        along = self.route.value()
        self.route.set_choices(
            [("", self.tr("alle skills")), *((route, route.name) for route in head.routes)]
        )
        if self.route.value() is None:
            # Changed or retired meanwhile: the same one as it is now, or all skills.
            same = [one for one in head.routes if isinstance(along, Route) and one.id == along.id]
            self.route.set_value(same[0] if same else "")
            self._show_selection()
        self.skill_set.set_choices([(one.key, one.name) for one in head.sets])
        if self.skill_set.value() is None:
            self.skill_set.set_value(head.sets[0].key)
        self._fit_filters()

    @property
    def selection(self) -> Selection:
        """Whose life skills are chosen, and which."""
        kind = self.who.value() or LearnerKind.STUDENT
        wanted = StudentFilter()
        if kind is LearnerKind.STUDENT:
            wanted = StudentFilter(
                words=self.search.value(),
                group=self.group.value() or "",
                team=self.team.value() or "",
            )
        route = self.route.value()
        return Selection(
            set_key=self.skill_set.value() or "",
            kind=kind,
            wanted=wanted,
            chosen=self._chosen,
            route=route if isinstance(route, Route) else None,
        )

    def refresh(self, changes: Changes) -> None:
        """Load again what changed, and only that."""
        if changes.touches("student", "mentor", "staff", "skill_route", "skill_set"):
            self._context.jobs.run(read_head, receiver=self, done="take_head")
            self._show_selection()
        elif self._stack.currentWidget() is self.matrix:
            self.matrix.refresh(changes)
        elif changes.touches("skill_claim", "skill_goal"):
            self._show_selection()

    def leave(self) -> bool:
        """Keep what is being typed, in the panel of a cell and in an agreement."""
        kept = [self.matrix.leave(), self.goals.leave()]
        return all(kept)

    def clear(self) -> None:
        """Forget every name."""
        self._typing.stop()
        self.search.set_value("")
        self.matrix.clear()
        self.goals.clear()
        self.growth.clear()

    def _show_selection(self) -> None:
        self._typing.stop()
        self._fit_filters()
        shown = self._stack.currentWidget()
        if isinstance(shown, SkillsView):
            shown.show_selection(self.selection)

    def _view_chosen(self, keys: frozenset[str]) -> None:
        for key in keys:
            self._stack.setCurrentWidget(self._views[key])
        self._filters.show()
        self._show_selection()

    def _choose(self, people: frozenset[UUID]) -> None:
        self._chosen = people
        self._show_selection()

    def _make_room(self, panel: bool) -> None:
        """On a small screen the panel of a cell, or a form, has the height of the filters too."""
        small = self.height() < self.fontMetrics().height() * _ROOMY_LINES
        self._filters.setVisible(not (panel and small))

    def _make_room_for_form(self, form: bool) -> None:
        if self._stack.currentWidget() is self.goals:
            self._make_room(form)

    def _begin_goal(self, learner_id: UUID, skill_id: str) -> None:
        """From a cell to the form of an agreement on it."""
        self.matrix.close_panel()
        self.views.set_value(frozenset({GOALS}))
        self._stack.setCurrentWidget(self.goals)
        self.goals.begin(learner_id, skill_id)
        self._show_selection()

    def _focus_view(self) -> None:
        """The keys come to what is shown, from the search field or from elsewhere."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _who_chosen(self) -> None:
        self._chosen = frozenset()
        self.matrix.table.clear_marks()
        self._show_selection()

    def _go(self) -> None:
        self._context.navigator.go(Target(self.sender().property("page")))

    # Routes

    def _edit_routes(self) -> None:
        """To where routes are made: the one that is looked along, when it may be changed."""
        route = self.route.value()
        if isinstance(route, Route) and may_change_route(self._context.actor, route.author_id):
            self._context.navigator.go(Target("skill_sets", route.id, "change"))
        else:
            self._context.navigator.go(Target("skill_sets", None, "routes"))

    def _fit_filters(self) -> None:
        """Only what there is something to choose in."""
        students = self.who.value() is LearnerKind.STUDENT
        head = self._head
        self.search.setVisible(students)
        self.group.setVisible(students and head is not None and len(head.choices.groups) > 1)
        self.team.setVisible(students and head is not None and len(head.choices.teams) > 1)
        self.skill_set.setVisible(head is not None and len(head.sets) > 1)

    def _tell_count(self, count: int) -> None:
        words = self.tr("{count} mensen") if count != 1 else self.tr("1 persoon")
        if self.who.value() is LearnerKind.STUDENT:
            words = self.tr("{count} studenten") if count != 1 else self.tr("1 student")
        self.set_title(self.tr("Life skills"), words.format(count=count))

    def _choice(self, label: str) -> ChoiceField:  # type: ignore[type-arg]
        field: ChoiceField[str] = ChoiceField(label, [("", self.tr("alle"))], self, radio_up_to=0)
        field.set_value("")
        field.changed.connect(self._show_selection)
        return field
