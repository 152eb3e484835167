"""*Skills en routes*: sets to read and to take over, routes, and the work that skills serve."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.content.skills import Skill
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.rights import Right
from lob_workbench.features.skill_sets.operations import Overview, read_overview
from lob_workbench.features.skill_sets.operations_routes import change_any_route, save_route
from lob_workbench.features.skill_sets.operations_work import DOSSIERS
from lob_workbench.features.skill_sets.page_importing import FileImport
from lob_workbench.features.skill_sets.page_keeping import Keeping
from lob_workbench.features.skill_sets.page_papers import Papers
from lob_workbench.features.skill_sets.page_review import FileReview
from lob_workbench.features.skill_sets.page_route_form import RouteForm
from lob_workbench.features.skill_sets.page_routes import RoutesView
from lob_workbench.features.skill_sets.page_skills import SkillsView
from lob_workbench.features.skill_sets.page_work import WorkView
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.rules_work import WorkRow
from lob_workbench.skills.rules_sets import Route
from lob_workbench.skills.writing_sets import ROUTES, SETS
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.page import Page, PageKey

PAGE = "skill_sets"
READ, ROUTE_LIST, WORK = "", "routes", "work"
"""``Target.detail`` of the three views."""
NEW, CHANGE = "new", "change"
"""Of the form: for a new route, or for the route that ``Target.entity`` names."""
_VIEWS = (READ, ROUTE_LIST, WORK)
_FORM, _REVIEW = 3, 4


class SkillSetsPage(Page):
    """Three views, with the form of a route and a look into a file in their place when needed."""

    help_topic = "skill_sets"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Skills en routes"), scroll=False)
        self._context = context
        self._overview = Overview()
        self._target = Target(PAGE)
        self._proposed: Route | None = None
        self._to_show = ""
        self._may_change = context.actor.may(Right.CHANGE_SKILL_SETS)
        self._may_route = context.actor.may(Right.RECORD_SKILLS)
        self.views = FilterChips(
            [
                Filter(READ, self.tr("Skills")),
                Filter(ROUTE_LIST, self.tr("Routes")),
                Filter(WORK, self.tr("Kwalificatiedossiers")),
            ],
            self,
            exclusive=True,
            name=self.tr("Wat wil je zien?"),
        )
        self.views.changed.connect(self._switch)
        self.problem = Panel("", self, tint="danger")
        self.problem.hide()
        self.skills = SkillsView(self, may_change=self._may_change)
        self.routes = RoutesView(self)
        self.work = WorkView(self, may_change=self._may_change, may_route=self._may_route)
        self.form = RouteForm(self)
        self.review = FileReview(self)
        self.files = FileImport(context, self.review, self)
        self.keeping = Keeping(context, self)
        self.papers = Papers(context, self)
        self._stack = QStackedWidget(self)
        for view in (self.skills, self.routes, self.work, self.form, self.review):
            self._stack.addWidget(view)
        self.top.addWidget(self.views)
        self.top.addWidget(self.problem)
        self.body.addWidget(self._stack, 1)
        self._make_buttons()
        self._connect()
        self._be(READ)

    def _make_buttons(self) -> None:
        self.print_button = self.add_button(
            self.tr("&Afdrukken"), self._print_set, icon="ph.printer"
        )
        self.template_button = self.add_button(
            self.tr("Sja&bloon opslaan"), self._save_template, icon="ph.file-arrow-down"
        )
        self.set_button = self.add_button(
            self.tr("Set &inlezen"), self._choose_set, primary=True, icon="ph.file-arrow-up"
        )
        self.dossier_button = self.add_button(
            self.tr("Dossier &inlezen"), self._choose_dossier, primary=True, icon="ph.file-arrow-up"
        )
        self.route_button = self.add_button(
            self.tr("Nieuwe &route"), self._new_route, primary=True, icon="ph.plus"
        )
        self.offer(PageKey.PRINT, self.tr("Set afdrukken"), self._print_set)
        self.offer(PageKey.NEW, self.tr("Nieuwe route"), self._new_route)
        self.offer(PageKey.SAVE, self.tr("Route bewaren"), self.form.save)
        self.offer(PageKey.FINISH, self.tr("Route bewaren of bestand overnemen"), self._finish)

    def _connect(self) -> None:
        self.skills.version_chosen.connect(self._show_work)
        self.skills.print_asked.connect(self._print_skill)
        self.skills.retire_asked.connect(self.keeping.retire_set)
        self.skills.return_asked.connect(self.keeping.bring_back_set)
        self.routes.change_asked.connect(self._change_route)
        self.routes.retire_asked.connect(self.keeping.retire_route)
        self.routes.return_asked.connect(self.keeping.bring_back_route)
        self.work.route_asked.connect(self._route_of_work)
        self.work.retire_asked.connect(self.keeping.retire_dossier)
        self.form.saved.connect(self._save_route)
        self.form.given_up.connect(self._give_up)
        self.review.dropped.connect(self._drop)
        self.files.previewed.connect(self._show_review)
        self.files.taken.connect(self._take_taken)
        self.files.refused.connect(self._complain)
        self.files.busy_changed.connect(self._wait)
        self.keeping.done.connect(self._load)
        self.papers.refused.connect(self._say_problem)

    @property
    def target(self) -> Target | None:
        return self._target

    def open(self, target: Target) -> None:
        """One of the views, or the form for a new route or for ``target.entity``."""
        self.problem.hide()
        self._target = target
        if target.detail == NEW and self._may_route:
            self._be(NEW)
        elif target.detail == CHANGE and target.entity is not None:
            self._be(CHANGE)
        else:
            self._be(target.detail if target.detail in _VIEWS else READ)
            if target.detail == READ:
                self.skills.begin()
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when somebody changed a set, a route or a dossier."""
        if changes.touches(SETS, ROUTES, DOSSIERS):
            self._load()

    def leave(self) -> bool:
        """What was begun stays in the form."""
        if self._stack.currentIndex() == _FORM and self.form.is_touched:
            self._context.navigator.say(
                self.tr("Je route is nog niet bewaard. Bij Skills en routes staat hij voor je."),
                Tone.ATTENTION,
            )
        return True

    def clear(self) -> None:
        """Forget what was typed, read and looked for."""
        self.form.clear()
        self.files.forget()
        self._proposed = None
        self._overview = Overview()
        self.skills.forget()
        self._show_all()
        self._be(READ)

    def _be(self, detail: str) -> None:
        """Show a view, or the form, with the buttons that belong to it."""
        form, review = detail in (NEW, CHANGE), detail == "review"
        place = _FORM if form else _REVIEW if review else _VIEWS.index(detail)
        self._stack.setCurrentIndex(place)
        plain = place < _FORM
        self.views.setVisible(plain)
        if plain:
            self.views.set_value(frozenset({detail}))
        self.print_button.setVisible(detail == READ)
        self.template_button.setVisible(detail == READ and self._may_change)
        self.set_button.setVisible(detail == READ and self._may_change)
        self.dossier_button.setVisible(detail == WORK and self._may_change)
        self.route_button.setVisible(detail == ROUTE_LIST and self._may_route)
        self.print_action.setEnabled(detail == READ)
        self.new_action.setEnabled(plain and self._may_route)
        self.save_action.setEnabled(form)
        self.finish_action.setEnabled(form or review)
        titles = {
            NEW: self.tr("Nieuwe route"),
            CHANGE: self.tr("Route veranderen"),
            "review": self.tr("Dit staat in het bestand"),
        }
        self.set_title(titles.get(detail, self.tr("Skills en routes")), "")

    def _switch(self, chosen: frozenset[str]) -> None:
        detail = next(iter(chosen))
        self.problem.hide()
        self._target = Target(PAGE, None, detail)
        self._be(detail)

    # What is shown

    def _load(self) -> None:
        self._context.jobs.run(read_overview, receiver=self, done="_show")

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self._show_all()
        if self._to_show:
            self.skills.choose(self._to_show)
            self._to_show = ""
        if self._stack.currentIndex() == _FORM:
            self._fill_form()

    def _show_all(self) -> None:
        self.skills.show_overview(self._overview)
        self.routes.show_overview(self._overview)
        self._show_work()

    def _show_work(self) -> None:
        version = self.skills.chosen_version
        self.work.show_overview(self._overview, None if version is None else version.skill_set)

    def _print_set(self) -> None:
        version = self.skills.chosen_version
        if version is not None:
            self.papers.print_skills(version.skill_set)

    def _print_skill(self) -> None:
        version, row = self.skills.chosen_version, self.skills.table.current_row()
        if version is not None and row is not None:
            self.papers.print_skills(version.skill_set, row.skill.id)

    # Routes

    def _new_route(self) -> None:
        self._proposed = None
        self._context.navigator.go(Target(PAGE, None, NEW))

    def _change_route(self, row: RouteRow) -> None:
        self._context.navigator.go(Target(PAGE, row.route.id, CHANGE))

    def _route_of_work(self, row: WorkRow, skills: tuple[Skill, ...]) -> None:
        version = self.skills.chosen_version
        if version is None or self._overview.fresh_id is None:
            return
        self._proposed = Route(
            self._overview.fresh_id,
            row.title[:80].strip(),
            version.skill_set.id,
            tuple(skill.id for skill in skills),
            self._context.actor.staff_id,
        )
        self.form.clear()
        self._context.navigator.go(Target(PAGE, None, NEW))

    def _fill_form(self) -> None:
        """Put the wanted route in the form, unless it stands there with what was typed."""
        typed = self.form.route()
        if self._target.entity is not None:
            row = next(
                (one for one in self._overview.routes if one.route.id == self._target.entity), None
            )
            if row is None or row.skill_set is None or not row.changeable:
                self._context.navigator.go(Target(PAGE, None, ROUTE_LIST))
                return
            if typed is None or typed.id != row.route.id or not self.form.is_touched:
                self.form.show_route(row.route, row.skill_set)
            return
        version = self.skills.chosen_version
        if version is None or self._overview.fresh_id is None:
            return
        if typed is not None and not typed.version:
            return
        fresh = Route(
            self._overview.fresh_id, "", version.skill_set.id, (), self._context.actor.staff_id
        )
        self.form.show_route(self._proposed or fresh, version.skill_set)

    def _save_route(self) -> None:
        route = self.form.route()
        if route is None:
            return
        mine = route.author_id == self._context.actor.staff_id and self._may_route
        self._context.jobs.run(
            save_route if mine else change_any_route,
            route,
            receiver=self,
            done="_take_saved",
            failed="_take_unsaved",
        )

    def _take_saved(self, _changes: Changes) -> None:
        route = self.form.route()
        before = next(
            (
                one.route
                for one in self._overview.routes
                if route is not None and one.route.id == route.id
            ),
            None,
        )
        self.form.clear()
        self._proposed = None
        self._context.navigator.go(Target(PAGE, None, ROUTE_LIST))
        if route is not None and route.version and before is not None:
            self._context.navigator.offer_undo(
                self.tr("De route is veranderd."),
                save_route
                if before.author_id == self._context.actor.staff_id
                else change_any_route,
                replace(before, version=before.version + 1),
            )
        else:
            self._context.navigator.say(
                self.tr("De route staat klaar, ook in de matrix."), Tone.GOOD
            )

    def _take_unsaved(self, error: Exception) -> None:
        self.form.show_error(error)

    def _give_up(self) -> None:
        self.form.clear()
        self._proposed = None
        self._context.navigator.go(Target(PAGE, None, ROUTE_LIST))

    # Files

    def _save_template(self) -> None:
        version = self.skills.chosen_version
        if version is not None:
            self.problem.hide()
            self.papers.save_template(version.skill_set)

    def _choose_set(self) -> None:
        path = open_file(
            self,
            self.tr("Set inlezen"),
            self.tr("Set skills (*.xlsx *.toml);;Alles (*)"),
        )
        if path is not None:
            self.problem.hide()
            self.files.read_set(path)

    def _choose_dossier(self) -> None:
        path = open_file(
            self,
            self.tr("Kwalificatiedossier inlezen"),
            self.tr("Kwalificatiedossier (*.xml);;Alles (*)"),
        )
        if path is not None:
            self.problem.hide()
            self.files.read_dossier(path)

    def _show_review(self) -> None:
        self._be("review")

    def _drop(self) -> None:
        self.files.forget()
        self._back_to_view()

    def _take_taken(self, key: str) -> None:
        self._back_to_view()
        words = self.tr("De set staat klaar voor de hele school.")
        if not key:
            words = self.tr("Het kwalificatiedossier is overgenomen.")
        self._context.navigator.say(words, Tone.GOOD)
        self._to_show = key
        self._load()

    def _back_to_view(self) -> None:
        self.problem.hide()
        detail = self._target.detail
        self._be(detail if detail in _VIEWS else READ)
        self.views.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        if self._stack.currentIndex() == _FORM:
            self.form.save()
        else:
            self.review.take()

    def _wait(self, waiting: bool) -> None:
        for button in (self.set_button, self.dossier_button, self.template_button):
            button.setEnabled(not waiting)

    def _complain(self, error: Exception) -> None:
        self._say_problem(error_text(error))
        # The button was out of use while the file was read, and lost the focus with that.
        button = self.dossier_button if self._target.detail == WORK else self.set_button
        if button.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_problem(self, words: str) -> None:
        self.problem.words.setText(words)
        self.problem.show()
