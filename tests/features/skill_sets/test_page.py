"""*Skills en routes*, as who works with it meets it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.content.skill_writing import skill_set_toml
from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.skill_sets import operations_routes
from lob_workbench.features.skill_sets.page import (
    CHANGE,
    NEW,
    PAGE,
    READ,
    ROUTE_LIST,
    WORK,
    SkillSetsPage,
)
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import Navigator, PageContext, Paper, Undo
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message
from tests.features.skill_sets.making import with_text, without_courage
from tests.features.skill_sets.test_operations import overview, route_of
from tests.helpers.settled import settle
from tests.helpers.skills import small_set
from tests.helpers.stores import Store


class Window:
    """The page with what stands around it: where it goes is opened, what it says is kept."""

    def __init__(self, page: SkillSetsPage, context: PageContext) -> None:
        self.page, self.context = page, context
        self.said: list[str] = []
        self.undos: list[Undo] = []
        self.papers: list[Paper] = []
        context.navigator.target_requested.connect(self.go)
        context.navigator.message_posted.connect(self.hear)
        context.navigator.undo_offered.connect(self.undos.append)
        context.navigator.paper_shown.connect(self.papers.append)
        context.jobs.changed.connect(page.refresh)

    def go(self, target: Target) -> None:
        """Go there."""
        if self.page.leave():
            self.page.open(target)

    def hear(self, message: Message) -> None:
        """Keep what was said."""
        self.said.append(message.text)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        settle(self.context.jobs)

    def undo(self) -> None:
        """*Ongedaan maken* of the last line that offers it."""
        undo = self.undos.pop()
        self.context.jobs.run(undo.operation, *undo.args, receiver=self.page, done="refresh")
        self.settle()

    def words(self) -> str:
        """All that can be read."""
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisible()]
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
        return "\n".join(label.text() for label in labels)

    def see(self, view: str) -> None:
        """Switch to one of the views."""
        self.page.views.set_value(frozenset({view}))
        self.page.views.changed.emit(frozenset({view}))
        self.settle()

    def read(self, skill_set: Any, folder: Path) -> None:
        """Choose a file with this set."""
        path = folder / "set.toml"
        path.write_text(skill_set_toml(skill_set), "utf-8")
        dialogs.answer_next(path)
        self.page.set_button.click()
        self.settle()

    def take(self, skill_set: Any, folder: Path) -> None:
        """Choose it, and take it over."""
        self.read(skill_set, folder)
        self.page.review.take_button.click()
        self.settle()


def opened(context: PageContext, qtbot: QtBot) -> Window:
    """The page of this person, opened."""
    page = SkillSetsPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    window = Window(page, context)
    page.open(Target(PAGE))
    window.settle()
    return window


@pytest.fixture
def window(page_context: PageContext, qtbot: QtBot) -> Window:
    """The page of the owner of a workbook."""
    return opened(page_context, qtbot)


@pytest.fixture
def as_role(embedded_store: Store, qtbot: QtBot) -> Iterator[Callable[..., Window]]:
    """The page of a colleague with these roles."""
    running: list[Jobs] = []

    def show(*roles: Role) -> Window:
        actor = embedded_store.colleague(*roles)
        jobs = Jobs(lambda: embedded_store.work(actor))
        running.append(jobs)
        care: Any = None
        return opened(PageContext(jobs, embedded_store.clock, actor, Navigator(), (), care), qtbot)

    yield show
    for jobs in running:
        jobs.stop()


def test_a_skill_reads_with_its_levels_behaviours_and_competences(window: Window) -> None:
    ours = load_skill_set()
    skill = ours.skills[0]
    words = window.words()
    assert skill.name in words
    assert skill.meaning in words
    assert all(one.text in words for level in skill.levels for one in level.behaviours)
    assert f"{len(ours.skills)} skills" in words
    assert window.page.skills.table.rows_model.rowCount() == len(ours.skills)
    assert window.page.skills.search.edit.hasFocus()


def test_finding_while_typing_marks_the_behaviour(window: Window, qtbot: QtBot) -> None:
    skills = window.page.skills
    wanted = load_skill_set().skills[7].levels[2].behaviours[3]
    qtbot.keyClicks(skills.search.edit, wanted.text)
    qtbot.waitUntil(lambda: skills.table.rows_model.rowCount() == 1)
    row = skills.table.current_row()
    assert row is not None
    assert row.behaviours == {wanted.id}
    bold = [label.text() for label in window.page.findChildren(QLabel) if label.font().bold()]
    assert wanted.text in bold
    skills.search.set_value("zebra")
    skills.search.changed.emit()
    qtbot.waitUntil(lambda: not skills.table.rows_model.rows)
    assert not skills.sheet.name.isVisible()


def test_a_set_is_looked_at_before_it_is_taken_over(window: Window, tmp_path: Path) -> None:
    window.read(small_set(), tmp_path)
    assert window.page.title == "Dit staat in het bestand"
    assert "nieuwe set" in window.words()
    assert window.page.review.skills.rows_model.rowCount() == 3
    window.page.review.drop_button.click()
    window.settle()
    assert window.page.title == "Skills en routes"
    window.take(small_set(), tmp_path)
    assert window.page.skills.chosen_version is not None
    assert window.page.skills.chosen_version.skill_set == small_set()
    assert "ingelezen door Mirjam Bakker op 23 november 2026" in window.words()
    assert "klaar voor de hele school" in window.said[-1]


def test_a_newer_version_shows_what_changes_and_what_goes(window: Window, tmp_path: Path) -> None:
    window.take(small_set(), tmp_path)
    window.read(with_text("planning-2-3", "Maakt een lijst", version="2"), tmp_path)
    review = window.page.review
    (row,) = review.differences.rows_model.rows
    assert row.becomes == "Maakt een lijst"
    assert "0 erbij, 1 veranderd, 0 verdwenen" in window.words()
    assert "Was: Doet planning 2 3\nWordt: Maakt een lijst" in window.words()
    assert not review.warning.isVisible()
    window.page.finish_action.trigger()
    window.settle()
    window.read(without_courage("3"), tmp_path)
    assert review.warning.isVisible()
    assert "1 verdwenen" in window.words() or "2 veranderd" in window.words()
    window.page.review.drop_button.click()
    window.read(small_set(), tmp_path)
    assert "staat er al precies zo" in window.words()
    assert not review.take_button.isVisible()
    assert review.drop_button.hasFocus()


def test_equal_words_under_a_new_version_are_said_to_be_equal(
    window: Window, tmp_path: Path
) -> None:
    window.take(small_set(), tmp_path)
    from dataclasses import replace

    window.read(replace(small_set(), version="2"), tmp_path)
    assert "De woorden zijn gelijk aan versie 1" in window.words()


def test_what_is_wrong_in_a_file_stays_in_sight(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "set.toml"
    path.write_text("[set]\nid = 'x'", "utf-8")
    dialogs.answer_next(path)
    window.page.set_button.click()
    window.settle()
    assert window.page.problem.isVisible()
    assert "'group'" in window.words()
    assert window.page.set_button.hasFocus()
    window.see(ROUTE_LIST)
    assert not window.page.problem.isVisible()


def test_a_version_goes_out_of_use_and_back(window: Window, tmp_path: Path) -> None:
    skills = window.page.skills
    assert not skills.retire.isVisible()
    window.take(small_set(), tmp_path)
    skills.retire.click()
    window.settle()
    assert skills.chosen_version is not None
    assert skills.chosen_version.is_retired
    assert skills.bring_back.isVisible()
    window.read(small_set(), tmp_path)
    assert "was uit gebruik" in window.words()
    window.page.review.drop_button.click()
    window.undo()
    assert not skills.chosen_version.is_retired
    skills.retire.click()
    window.settle()
    skills.bring_back.click()
    window.settle()
    assert "weer in gebruik" in window.said[-1]


def test_a_template_is_saved_and_read_back(window: Window, tmp_path: Path) -> None:
    for answer in ("full", tmp_path / "eigen"):
        dialogs.answer_next(answer)
    window.page.template_button.click()
    window.settle()
    path = tmp_path / "eigen.xlsx"
    workbook = openpyxl.load_workbook(path)
    workbook["Leeswijzer"]["C4"] = "Onze skills"
    workbook.save(path)
    dialogs.answer_next(path)
    window.page.set_button.click()
    window.settle()
    assert window.page.review.card.title.text() == "Onze skills, versie 1"
    for answers in ((None,), ("empty", None)):
        for answer in answers:
            dialogs.answer_next(answer)
        window.page.template_button.click()
    dialogs.answer_next("empty")
    dialogs.answer_next(tmp_path / "gone" / "x.xlsx")
    window.page.template_button.click()
    window.settle()
    assert "Bewaren lukte niet" in window.page.problem.words.text()


def test_a_set_and_a_skill_are_printed(window: Window) -> None:
    window.page.print_button.click()
    window.settle()
    window.page.skills.sheet.print_button.click()
    window.settle()
    ours = load_skill_set()
    assert [paper.title for paper in window.papers] == [ours.name, ours.skills[0].name]
    assert all(paper.data.startswith(b"%PDF") for paper in window.papers)
    assert len(window.papers[1].data) < len(window.papers[0].data)


def test_a_route_is_made_changed_undone_and_retired(window: Window) -> None:
    page = window.page
    window.see(ROUTE_LIST)
    page.route_button.click()
    window.settle()
    assert page.form.name.edit.hasFocus()
    page.form.save()
    assert page.form.name.error
    page.form.name.set_value("In de keuken")
    page.form.save()
    assert "Kies een of meer skills" in window.words()
    page.form.groups[0].set_value(frozenset({"discipline", "identity"}))
    page.finish_action.trigger()
    window.settle()
    (row,) = page.routes.table.rows_model.rows
    assert (row.route.name, len(row.skill_names)) == ("In de keuken", 2)
    page.routes.change.click()
    window.settle()
    page.form.name.set_value("Koken")
    page.save_action.trigger()
    window.settle()
    assert page.routes.table.rows_model.rows[0].route.name == "Koken"
    window.undo()
    assert page.routes.table.rows_model.rows[0].route.name == "In de keuken"
    page.routes.retire.click()
    window.settle()
    assert page.routes.table.rows_model.rows[0].is_retired
    window.undo()
    page.routes.retire.click()
    window.settle()
    page.routes.bring_back.click()
    window.settle()
    assert not page.routes.table.rows_model.rows[0].is_retired


def test_what_was_begun_stays_until_it_is_given_up(window: Window) -> None:
    page = window.page
    window.see(ROUTE_LIST)
    page.new_action.trigger()
    window.settle()
    page.form.name.set_value("Halverwege")
    window.go(Target(PAGE, None, ROUTE_LIST))
    window.settle()
    assert "nog niet bewaard" in window.said[-1]
    window.go(Target(PAGE, None, NEW))
    window.settle()
    assert page.form.name.value() == "Halverwege"
    page.form.cancel_button.click()
    window.settle()
    window.go(Target(PAGE, None, NEW))
    window.settle()
    assert page.form.name.value() == ""


def test_a_route_that_somebody_changed_is_not_written_over(
    window: Window, embedded_store: Store
) -> None:
    route = route_of(embedded_store)
    with embedded_store.work() as work:
        operations_routes.save_route(work, route)
    window.go(Target(PAGE, route.id, CHANGE))
    window.settle()
    window.page.form.name.set_value("Van mij")
    with embedded_store.work() as work:
        operations_routes.retire_route(work, route.id, 1)
    window.page.form.save()
    window.settle()
    assert window.page.form.name.value() == "Van mij"
    assert overview(embedded_store).routes[0].route.name == "Keuken"
    window.page.form.clear()
    window.go(Target(PAGE, small_id(), CHANGE))
    window.settle()
    assert window.page.title == "Skills en routes"


def small_id() -> Any:
    from lob_workbench.storage.base import new_id

    return new_id()


def test_from_a_dossier_to_a_route(window: Window, shared_data: Path) -> None:
    page = window.page
    window.see(WORK)
    for name in ("2637_Sociaal_werk.xml", "4156_Maatschappelijke_Zorg.xml"):
        dialogs.answer_next(shared_data / "sbb" / name)
        page.dossier_button.click()
        window.settle()
        assert page.review.profiles.rows_model.rows
        page.review.take_button.click()
        window.settle()
    assert len(page.work.profiles.rows_model.rows) == 8
    dialogs.answer_next(shared_data / "sbb" / "2637_Sociaal_werk.xml")
    page.dossier_button.click()
    window.settle()
    assert "staat er al precies zo" in window.words()
    page.review.drop_button.click()
    row = page.work.work.rows_model.rows[1]
    page.work.work.select_row(row)
    assert page.work.card.title.text() == row.title
    page.work.route_button.click()
    window.settle()
    assert page.form.name.value() == row.title[:80].strip()
    page.form.save()
    window.settle()
    (made,) = page.routes.table.rows_model.rows
    assert made.route.skills
    window.see(READ)
    page.skills.choose(load_skill_set().key)
    found = next(
        one for one in page.skills.table.rows_model.rows if one.skill.id == made.route.skills[0]
    )
    page.skills.table.select_row(found)
    assert page.skills.sheet.work.isVisible()
    window.see(WORK)
    page.work.retire.click()
    window.settle()
    assert len(page.work.profiles.rows_model.rows) < 8
    window.undo()
    assert len(page.work.profiles.rows_model.rows) == 8


def test_who_only_reads_finds_no_button_that_changes(as_role: Callable[..., Window]) -> None:
    page = as_role(Role.INTAKE_OFFICER).page
    assert page.print_button.isVisible()
    assert not page.set_button.isVisible()
    assert not page.template_button.isVisible()
    assert not page.new_action.isEnabled()
    page.open(Target(PAGE, None, NEW))
    assert page.form.isHidden()


def test_an_administrator_changes_anybodys_route(
    as_role: Callable[..., Window], embedded_store: Store
) -> None:
    with embedded_store.work() as work:
        operations_routes.save_route(work, route_of(embedded_store))
    window = as_role(Role.ADMINISTRATOR)
    window.see(ROUTE_LIST)
    assert not window.page.route_button.isVisible()
    window.page.routes.table.row_activated.emit(window.page.routes.table.current_row())
    window.settle()
    window.page.form.name.set_value("Opgeruimd")
    window.page.form.save()
    window.settle()
    assert overview(embedded_store).routes[0].route.name == "Opgeruimd"
    window.page.routes.retire.click()
    window.settle()
    window.page.routes.bring_back.click()
    window.settle()
    assert not overview(embedded_store).routes[0].is_retired


def test_locking_forgets_what_was_looked_for_and_typed(window: Window) -> None:
    window.page.skills.search.set_value("plannen")
    window.go(Target(PAGE, None, NEW))
    window.settle()
    window.page.form.name.set_value("Geheim")
    window.page.clear()
    assert window.page.skills.search.value() == ""
    assert window.page.form.route() is None
    assert window.page.skills.table.rows_model.rows == ()
