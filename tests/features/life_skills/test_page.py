"""*Life skills* by keyboard: the matrix, the panel of a cell, routes and people."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills.page import SkillsPage
from lob_workbench.features.life_skills.page_lent_skills import LentSkillsView
from lob_workbench.features.life_skills.page_student import StudentSkillsTab
from lob_workbench.features.life_skills.rules_claims import Who
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.queries_sets import list_routes
from lob_workbench.skills.rules import LearnerKind, Verdict
from lob_workbench.skills.writing_sets import retire_route, write_route
from lob_workbench.ui.context import Navigator, PageContext, Undo
from lob_workbench.ui.dialogs import answer_next
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.lent_view import LentContext, Loan
from tests.features.life_skills.claims import (
    OUR_KEY,
    SECRET,
    a_typed_claim,
    a_verdict,
    judge,
    routed,
    write,
)
from tests.features.life_skills.test_evidence_files import a_photo
from tests.helpers.settled import settle
from tests.helpers.stores import Store, store_first

LISTENING = 10
"""The column of *Luisteren*."""


class Desk:
    """A page or a tab with its jobs, and what the window was asked."""

    def __init__(self, store: Store, actor: Actor, make: Callable[..., Any]) -> None:
        self.jobs = Jobs(lambda: store.work(actor))
        self.navigator = Navigator()
        self.undos: list[Undo] = []
        self.messages: list[str] = []
        self.targets: list[Target] = []
        self.loans: list[Loan] = []
        self.navigator.undo_offered.connect(self.undos.append)
        self.navigator.message_posted.connect(self._heard)
        self.navigator.target_requested.connect(self.targets.append)
        self.navigator.lent.connect(self.loans.append)
        care: Any = SimpleNamespace(shared=False)
        self.context = PageContext(self.jobs, store.clock, actor, self.navigator, FEATURES, care)
        self.page: Any = make(self.context)
        if isinstance(self.page, SkillsPage):
            self.jobs.changed.connect(self.page.refresh)

    def _heard(self, message: Any) -> None:
        self.messages.append(message.text)

    def open(self, target: Target | None = None) -> "Desk":
        """Go to the page."""
        self.page.open(target or Target("life_skills"))
        return self.settle()

    def settle(self) -> "Desk":
        """Wait until nothing is under way."""
        settle(self.jobs)
        return self

    def key(self, key: Qt.Key, widget: Any = None, text: str = "") -> "Desk":
        """Press a key where the keys are, or on ``widget``."""
        QTest.keyClick(widget or QApplication.focusWidget() or self.page, key)
        return self.settle()


Open = Callable[..., Desk]


@pytest.fixture
def desk(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Open]:
    """Open a desk for an actor of a store."""
    store_first(request)
    desks: list[Desk] = []

    def at(store: Store, make: Callable[..., Any] = SkillsPage, actor: Actor | None = None) -> Desk:
        found = Desk(store, actor or store.owner, make)
        desks.append(found)
        qtbot.addWidget(found.page)
        found.page.resize(1092, 614)
        found.page.show()
        found.page.activateWindow()
        return found

    yield at
    for found in desks:
        found.page.clear()
        found.jobs.stop()


@pytest.fixture
def student(embedded_store: Store) -> UUID:
    """A student of the owner."""
    return embedded_store.student()


def cell(found: Desk, row: int = 0, column: int = LISTENING) -> None:
    """The keys come to a cell, and Enter opens it."""
    table = found.page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.cells.index(row, column))
    found.key(Qt.Key.Key_Return, table)


def test_arrows_walk_enter_opens_and_escape_leads_back(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    write(embedded_store, a_typed_claim(student))
    found = desk(embedded_store).open()
    page, table = found.page, found.page.matrix.table
    table.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right):
        found.key(key, table)
    assert table.current_ids() == (student, "ambition")
    said = table.cells.data(table.cells.index(1, LISTENING), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Zoë van 't Hart, Luisteren: niveau 0, 0 van 5 van niveau 1, 1 wacht"
    found.key(Qt.Key.Key_Return, table)
    assert page.matrix.panel.isVisible()
    assert page.matrix.panel.title.text() == "Ambitie · Zoë van 't Hart"
    found.key(Qt.Key.Key_Escape, page.matrix.panel)
    assert page.matrix.panel.isHidden()
    assert table.current_ids() == (student, "ambition")


def test_a_cell_leads_to_an_agreement_on_it(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    found = desk(embedded_store).open()
    cell(found, row=1)
    page = found.page
    found.key(Qt.Key.Key_Return, page.matrix.panel.foot.goal_button)
    form = page.goals.form
    assert page.views.value() == {"goals"}
    assert form.isVisible()
    assert (form.who.value(), form.skill.value()) == (student, "listening")
    assert not page._filters.isVisible()
    found.key(Qt.Key.Key_Escape, form)
    assert page._filters.isVisible()


def test_the_keys_come_to_what_is_shown(desk: Open, embedded_store: Store, student: UUID) -> None:
    found = desk(embedded_store).open()
    found.open(Target("life_skills", None, "growth"))
    found.open(Target("life_skills", None, "growth"))
    assert found.page.growth.people.field.hasFocus()
    found.open(Target("life_skills", None, "matrix"))
    assert found.page.matrix.table.hasFocus()
    found.page.search.edit.setFocus()
    found.key(Qt.Key.Key_Return, found.page.search.edit)
    assert found.page.matrix.table.hasFocus()


def test_five_are_ticked_and_confirmed_in_one_go(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    write(embedded_store, a_typed_claim(student, 1, 2, 3, 4, 5))
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    assert not panel.foot.confirm_button.isVisible()
    for row in panel.levels[0].rows:
        found.key(Qt.Key.Key_Space, row.box)
    assert panel.foot.confirm_button.text() == "&Bevestigen (5)"
    found.key(Qt.Key.Key_Return, panel.foot.confirm_button)
    assert panel.cell.standing.level == 1
    assert found.page.matrix.table.cells.standing(0, LISTENING).level == 1
    assert panel.levels[1].is_open
    assert found.messages[-1] == "Niveau 1 is bereikt."
    # The keys are at what is next, and that is in sight.
    first = panel.levels[1].rows[0].box
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()


def test_what_one_said_oneself_somebody_else_confirms_by_name(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    write(embedded_store, a_typed_claim(student, who=Who.ME))
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    found.key(Qt.Key.Key_Space, panel.levels[0].rows[0].box)
    assert not panel.foot.confirm_button.isVisible()
    assert "Iemand anders" in panel.foot.words.text()
    found.key(Qt.Key.Key_Return, panel.foot.otherwise_button)
    form = panel.verdict_form
    assert not form.who.isVisible()
    found.key(Qt.Key.Key_Return, form.done)
    assert "Vul in wie" in form.wrong.words.text()
    QTest.keyClicks(form.name.edit, "A. de Graaf")
    form.name.edit.setFocus()
    QTest.keyClick(form.name.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found.settle()
    assert panel.cell.standing.count(1) == 1
    assert panel.cell.claims[0].verdicts[0].name == "A. de Graaf"


def test_not_yet_asks_what_is_needed(desk: Open, embedded_store: Store, student: UUID) -> None:
    write(embedded_store, a_typed_claim(student))
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    found.key(Qt.Key.Key_Space, panel.levels[0].rows[0].box)
    found.key(Qt.Key.Key_Return, panel.foot.otherwise_button)
    form = panel.verdict_form
    form.verdict.set_value(Verdict.DECLINED)
    form.verdict.changed.emit()
    found.key(Qt.Key.Key_Return, form.done)
    assert form.wrong.isVisible()
    QTest.keyClicks(form.note.edit, "Nog een keer")
    found.key(Qt.Key.Key_Return, form.done)
    assert panel.cell.claims[0].verdicts[0].note == "Nog een keer"


def test_a_claim_is_written_with_a_photo_and_kept_while_typing(
    desk: Open, embedded_store: Store, student: UUID, tmp_path: Path
) -> None:
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    for row in panel.levels[0].rows[:2]:
        found.key(Qt.Key.Key_Space, row.box)
    found.key(Qt.Key.Key_Return, panel.foot.see_button)
    form = panel.claim_form
    QTest.keyClicks(form.evidence.edit, "Vroeg door & door")
    assert panel.leave()
    found.key(Qt.Key.Key_Escape, panel)
    assert panel.stack.currentIndex() == 0
    panel.reload()
    found.settle()
    for row in panel.levels[0].rows:
        row.box.setChecked(False)
    assert panel.foot.see_button.text() == "&Verder schrijven…"
    found.key(Qt.Key.Key_Return, panel.foot.see_button)
    assert form.evidence.value() == "Vroeg door & door"
    photo = tmp_path / "Mijn foto.png"
    photo.write_bytes(a_photo("PNG"))
    answer_next(photo)
    found.key(Qt.Key.Key_Return, form.add_file)
    assert [file.name for file in form.typed().files] == ["Mijn foto.jpg"]
    found.key(Qt.Key.Key_Return, form.done)
    assert len(panel.cell.claims) == 2
    (view, _) = panel.cell.claims
    assert (view.evidence, view.observer_name) == ("Vroeg door & door", embedded_store.owner.name)
    panel._open_file(view.files[0])
    found.settle()
    assert panel.stack.currentWidget() is panel.photo
    found.key(Qt.Key.Key_Escape, panel.photo)
    assert panel.stack.currentIndex() == 0


def test_a_claim_that_is_refused_says_why_and_one_can_be_thrown_away(
    desk: Open, embedded_store: Store, student: UUID, tmp_path: Path
) -> None:
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    found.key(Qt.Key.Key_Space, panel.levels[0].rows[0].box)
    found.key(Qt.Key.Key_Return, panel.foot.see_button)
    form = panel.claim_form
    found.key(Qt.Key.Key_Return, form.done)
    assert "Laat zien waar het uit blijkt" in form.wrong.words.text()
    bad = tmp_path / "x.exe"
    bad.write_bytes(b"MZ")
    answer_next(bad)
    found.key(Qt.Key.Key_Return, form.add_file)
    assert "Dit soort bestand" in form.wrong.words.text()
    QTest.keyClicks(form.evidence.edit, "iets")
    form._discard()
    found.settle()
    assert panel.stack.currentIndex() == 0
    assert not panel.cell.begun


def test_a_document_is_saved_where_the_reader_says(
    desk: Open, embedded_store: Store, student: UUID, tmp_path: Path
) -> None:
    from tests.features.life_skills.claims import claimed

    claimed(embedded_store, student)
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    target = tmp_path / "kopie.pdf"
    answer_next(target)
    panel._open_file(panel.cell.claims[0].files[0])
    found.settle()
    assert target.read_bytes() == b"%PDF- ZZGEHEIM"


def test_taking_back_is_one_press(desk: Open, embedded_store: Store, student: UUID) -> None:
    (claim,) = write(embedded_store, a_typed_claim(student)).values()
    judge(embedded_store, student, a_verdict(claim))
    found = desk(embedded_store).open()
    cell(found)
    panel = found.page.matrix.panel
    panel._take_back(claim)
    found.settle()
    assert panel.cell.standing.shown == 0


def test_only_the_people_that_were_chosen(desk: Open, embedded_store: Store, student: UUID) -> None:
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    found = desk(embedded_store).open()
    page, table = found.page, found.page.matrix.table
    table.setFocus()
    found.key(Qt.Key.Key_Down, table)
    found.key(Qt.Key.Key_Space, table)
    found.key(Qt.Key.Key_Return, page.matrix.marks.only)
    assert list(table.cells.ids) == [student]
    found.key(Qt.Key.Key_Return, page.matrix.marks.every)
    assert len(table.cells.ids) == 2


def test_a_search_that_finds_nobody_says_so_and_an_empty_workbook_explains_itself(
    desk: Open, embedded_store: Store
) -> None:
    found = desk(embedded_store).open()
    matrix = found.page.matrix
    assert matrix.nobody.isVisible()
    embedded_store.student()
    found.open()
    assert matrix.table.isVisible()
    QTest.keyClicks(found.page.search.edit, "zzz")
    found.page._show_selection()
    found.settle()
    assert matrix.none_fit.isVisible()


def test_a_route_is_looked_along_and_made_where_routes_are(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    route = routed(embedded_store)
    found = desk(embedded_store).open()
    page = found.page
    found.key(Qt.Key.Key_Return, page.edit_routes)
    with embedded_store.work() as work:
        (along,) = list_routes(work)
    page.route.set_value(along)
    page.route.changed.emit()
    found.settle()
    assert [one.id for one in page.matrix.table.cells.skills] == ["listening", "planning"]
    found.key(Qt.Key.Key_Return, page.edit_routes)
    assert found.targets == [
        Target("skill_sets", None, "routes"),
        Target("skill_sets", route, "change"),
    ]
    with embedded_store.work() as work:
        write_route(work, replace(along, skills=("courage",)), load_skill_set())
    page.refresh(Changes.of("skill_route"))
    found.settle()
    assert page.route.value().skills == ("courage",)
    assert [one.id for one in page.matrix.table.cells.skills] == ["courage"]
    with embedded_store.work() as work:
        retire_route(work, route, 2)
    page.refresh(Changes.of("skill_route"))
    found.settle()
    assert len(page.matrix.table.cells.skills) == 25


def test_a_team_member_is_added_to_a_workbook(desk: Open, embedded_store: Store) -> None:
    found = desk(embedded_store).open()
    page = found.page
    page.who.set_value(LearnerKind.MEMBER)
    page.who.changed.emit()
    found.settle()
    bar = page.matrix.members
    assert [one.name for one in page.matrix.table.cells.people.values()] == [
        embedded_store.owner.name
    ]
    found.key(Qt.Key.Key_Return, bar.start)
    found.key(Qt.Key.Key_Return, bar.save)
    assert bar.name.error
    QTest.keyClicks(bar.name.edit, "Sean")
    QTest.keyClicks(bar.team.edit, "Zorg")
    found.key(Qt.Key.Key_Return, bar.save)
    assert len(page.matrix.table.cells.ids) == 2
    cell(found)
    panel = page.matrix.panel
    found.key(Qt.Key.Key_Space, panel.levels[0].rows[0].box)
    found.key(Qt.Key.Key_Return, panel.foot.see_button)
    QTest.keyClicks(panel.claim_form.evidence.edit, "Zelf gedaan")
    found.key(Qt.Key.Key_Return, panel.claim_form.done)
    found.key(Qt.Key.Key_Space, panel.levels[0].rows[0].box)
    assert "Over jezelf" in panel.foot.words.text()
    assert not panel.foot.confirm_button.isVisible()
    assert not panel.foot.otherwise_button.isVisible()


def test_today_leads_to_the_cell(desk: Open, embedded_store: Store, student: UUID) -> None:
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    write(embedded_store, a_typed_claim(student))
    found = desk(embedded_store).open(Target("life_skills", student, "listening"))
    assert found.page.matrix.panel.title.text() == "Luisteren · Zoë van 't Hart"
    assert found.page.matrix.table.current_ids() == (student, "listening")


def test_the_page_knows_where_it_is(desk: Open, embedded_store: Store, student: UUID) -> None:
    found = desk(embedded_store).open()
    assert found.page.target == Target("life_skills", None, "matrix")
    cell(found)
    # Who lends the laptop from a cell comes back to it.
    assert found.page.target == Target("life_skills", student, "listening")
    found.key(Qt.Key.Key_Escape, found.page.matrix.panel)
    found.page.open(Target("life_skills", None, "growth"))
    assert found.page.target == Target("life_skills", None, "growth")


def test_the_keys_begin_at_what_is_still_open(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    claims = write(embedded_store, a_typed_claim(student, 1))
    judge(embedded_store, student, *(a_verdict(one) for one in claims.values()))
    found = desk(embedded_store).open()
    cell(found)
    focus = QApplication.focusWidget()
    rows = [row for part in found.page.matrix.panel.levels for row in part.rows]
    assert focus is rows[1].box


def test_a_team_leader_sees_levels_and_no_words(desk: Open, embedded_store: Store) -> None:
    store = embedded_store
    student = store.student()
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    write(store, a_typed_claim(student))
    found = desk(store, actor=leader).open()
    cell(found)
    panel = found.page.matrix.panel
    assert panel.cell.claims == ()
    assert not panel.levels[0].rows[0].box.isVisible()
    assert "niveaus" in panel.foot.words.text()


def test_the_tab_confirms_what_waits_and_lends_the_laptop(
    desk: Open, embedded_store: Store, student: UUID
) -> None:
    write(embedded_store, a_typed_claim(student, 1, 2))
    found = desk(embedded_store, StudentSkillsTab)
    found.page.show_student(student)
    found.settle()
    tab = found.page
    assert tab.waiting.isVisible()
    found.key(Qt.Key.Key_Return, tab.waiting.every)
    found.key(Qt.Key.Key_Return, tab.waiting.confirm)
    assert not tab.waiting.isVisible()
    assert tab.growing.rows[0].text() == "Luisteren"
    found.key(Qt.Key.Key_Return, tab.growing.rows[0])
    assert found.targets == [Target("life_skills", student, "listening")]
    found.key(Qt.Key.Key_Return, tab.lend)
    (loan,) = found.loans
    assert loan.subject.learner.id == student
    assert SECRET not in repr(loan.subject)


def test_the_student_writes_and_hands_in(desk: Open, embedded_store: Store, student: UUID) -> None:
    from lob_workbench.features.life_skills import operations_lent

    with embedded_store.work() as work:
        subject = operations_lent.lend_skills(work, student, OUR_KEY, "listening")

    def make(context: PageContext) -> LentSkillsView:
        return LentSkillsView(LentContext(context.jobs, context.clock), subject)

    found = desk(embedded_store, make)
    view = found.page
    view.begin()
    found.settle()
    QTest.keyClicks(view.fields[1].area, "Ik vroeg het nog een keer")
    assert view.leave()
    view.skill.set_value("planning")
    view.skill.changed.emit()
    view.skill.set_value("listening")
    view.skill.changed.emit()
    assert view.fields[1].area.toPlainText() == "Ik vroeg het nog een keer"
    done: list[Any] = []
    view.handed_in.connect(done.append)
    found.key(Qt.Key.Key_Return, view.done_button)
    (message,) = done
    assert message.text == "Zoë van 't Hart schreef bij 1 gedraging op hoe dat bleek."
    with embedded_store.work() as work:
        again = operations_lent.lend_skills(work, student, OUR_KEY, "listening")
    listening = next(one for one in again.skills if one.id == "listening")
    assert listening.behaviours[1].waiting
