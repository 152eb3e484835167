"""Growth on the screen: by eye, by keyboard and by ear."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from lob_workbench.features.life_skills import operations_growth
from lob_workbench.features.life_skills.growth_shapes import Polygon, Words
from lob_workbench.features.life_skills.page_growth import GrowthView
from lob_workbench.features.life_skills.page_growth_section import GrowthSection
from lob_workbench.features.life_skills.page_growth_words import group_title, then_words
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import Moment, Since, Then
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.base import new_id
from lob_workbench.ui.context import PageContext, Paper
from tests.features.life_skills.growing import KEY, TODAY, confirmed, grown_student
from tests.helpers.settled import settle
from tests.helpers.skills import a_student
from tests.helpers.stores import Store
from tests.output.reading import squeezed, texts

LONG = PersonName("Wolfeschlegelsteinhausen", "van der", "Bergerdorffenhausen")


@pytest.fixture
def view(page_context: PageContext, embedded_store: Store, qtbot: QtBot) -> GrowthView:
    """The view of two students on the smallest laptop, beside the folded navigation."""
    grown_student(embedded_store)
    embedded_store.student("0411002", LONG)
    view = GrowthView(page_context)
    qtbot.addWidget(view)
    view.resize(980, 400)
    view.show()
    return view


def shown(view: GrowthView, context: PageContext, selection: Selection | None = None) -> None:
    view.show_selection(selection or Selection(KEY))
    settle(context.jobs)


def choose(view: GrowthView, context: PageContext, name: str) -> None:
    row = next(row for row in view.people.table.rows_model.rows if name in row.name)
    view.people.table.select_row(row)
    settle(context.jobs)


def names(view: GrowthView) -> list[str]:
    return [row.name for row in view.people.table.rows_model.rows]


def test_everybody_together_is_bars_and_the_same_figures_as_a_table(
    view: GrowthView, page_context: PageContext
) -> None:
    shown(view, page_context)
    assert view.group.isVisible()
    assert view.group.title.text() == "2 studenten samen"
    assert view.group.line.text() == "Begin schooljaar: 1 augustus 2026"
    assert view.group.bars.accessibleName() == "2 studenten samen"
    assert "Luisteren: gemiddeld 1,0, toen 0,5" in view.group.bars.accessibleDescription()
    drawing = view.group.bars.drawing
    assert drawing is not None
    assert {"Luisteren", "1,0"} <= {one.text for one in drawing.shapes if isinstance(one, Words)}
    assert view.group.bars.height() >= drawing.height
    view.group.switch.click()
    table = view.group.table
    assert table.isVisible()
    row = next(row for row in table.rows_model.rows if row.skill.id == "listening")
    assert [column.value(row) for column in table.rows_model.columns] == [
        "Luisteren",
        "1,0",
        "0,5",
        "1",
        "0",
        "1",
        "0",
        "0",
    ]
    for place in range(len(table.rows_model.columns)):
        table.rows_model.sort(place)
    assert view.group.switch.text() == "Als sta&ven"
    view.group.switch.click()
    assert view.group.bars.isVisible()


def test_a_name_is_found_by_typing_and_shows_the_radar(
    view: GrowthView, page_context: PageContext, qtbot: QtBot
) -> None:
    shown(view, page_context)
    assert names(view) == [
        "Iedereen samen",
        "Bergerdorffenhausen, Wolfeschlegelsteinhausen van der",
        "Hart, Zoë van 't",
    ]
    view.people.field.setFocus()
    qtbot.keyClicks(view.people.field, "zoe")
    assert names(view) == ["Hart, Zoë van 't"]
    qtbot.keyClick(view.people.field, Qt.Key.Key_Down)
    settle(page_context.jobs)
    assert view.people.table.hasFocus()
    assert view.people.table.selectionModel().selectedRows()
    assert view.person.isVisible()
    assert view.person.title.text() == "Zoë van 't Hart"
    assert view.person.line.text() == "2 niveaus erbij"
    assert view.person.radar.accessibleName() == "Radar van Zoë van 't Hart"
    assert "Luisteren: van 1 naar 2" in view.person.radar.accessibleDescription()
    qtbot.keyClick(view.people.field, Qt.Key.Key_Escape)
    assert len(names(view)) == 3
    current = view.people.table.current_row()
    assert current is not None
    assert current.name == "Hart, Zoë van 't"
    qtbot.keyClick(view.people.table, Qt.Key.Key_Home)
    view.people.table.select_row(view.people.table.rows_model.row(0))
    settle(page_context.jobs)
    assert view.group.isVisible()
    qtbot.keyClicks(view.people.field, "xyz")
    qtbot.keyClick(view.people.field, Qt.Key.Key_Return)
    assert names(view) == []
    assert view.group.isVisible()


def test_figures_stand_beside_the_radar_with_the_numbers_of_its_spokes(
    view: GrowthView, page_context: PageContext
) -> None:
    shown(view, page_context)
    choose(view, page_context, "Hart")
    table = view.person.table
    assert table.width() >= 280
    rows = [
        [column.value(row) for column in table.rows_model.columns] for row in table.rows_model.rows
    ]
    assert len(rows) == 25
    assert rows[10] == ["11. Luisteren", "1", "2", "+1"]
    assert rows[0] == ["1. Identiteit", "0", "0", ""]
    radar = view.person.radar.radar
    assert radar is not None
    assert not radar.named
    assert "11" in {one.text for one in radar.drawing.shapes if isinstance(one, Words)}
    x, y = radar.tip(10, 3)
    assert view.person.radar.tip_at(x, y) == "Luisteren: toen 1, nu 2"
    for place, first in ((3, "Lef"), (2, "Identiteit"), (1, "Identiteit"), (0, "Identiteit")):
        table.rows_model.sort(place)
        assert first in table.rows_model.columns[0].value(table.rows_model.row(0))
    for place in range(2):
        view.people.table.rows_model.sort(place)
        assert view.people.table.rows_model.row(0).name == "Iedereen samen"


def test_the_mouse_over_the_radar_tells_the_skill(
    view: GrowthView, page_context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(view, page_context)
    choose(view, page_context, "Hart")
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _of: told.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: told.append(""))
    chart = view.person.radar
    assert chart.radar is not None
    x, y = chart.radar.tip(10, 3)
    for place in (QPoint(round(x), round(y)), QPoint(0, 0)):
        QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert told == ["Luisteren: toen 1, nu 2", ""]


def test_another_moment_compares_again(
    view: GrowthView, page_context: PageContext, qtbot: QtBot
) -> None:
    shown(view, page_context)
    choose(view, page_context, "Hart")
    chips = {chip.choice.key: chip for chip in view.since._chips}
    chips[Since.TALK].click()
    settle(page_context.jobs)
    assert "Er is nog geen gesprek" in view.person.line.text()
    chips[Since.DAY].click()
    settle(page_context.jobs)
    assert view.day.isVisible()
    assert view.day.edit.hasFocus()
    assert view.moment == Moment(Since.DAY)
    # Nothing chosen yet: what was there stays.
    assert "Er is nog geen gesprek" in view.person.line.text()
    qtbot.keyClicks(view.day.edit, "1-1-2026")
    settle(page_context.jobs)
    assert view.moment == Moment(Since.DAY, date(2026, 1, 1))
    assert view.person.line.text() == "3 niveaus erbij"
    radar = view.person.radar.radar
    assert radar is not None
    words = [one.text for one in radar.drawing.shapes if isinstance(one, Words)]
    assert words[-1] == "Toen: 1 januari 2026"
    qtbot.keyClicks(view.day.edit, "x")
    settle(page_context.jobs)
    assert view.moment == Moment(Since.DAY, date(2026, 1, 1))
    chips[Since.YEAR].click()
    settle(page_context.jobs)
    assert not view.day.isVisible()
    assert view.person.line.text() == "2 niveaus erbij"


def test_a_route_is_followed_and_who_is_gone_is_let_go(
    view: GrowthView, page_context: PageContext
) -> None:
    shown(view, page_context)
    choose(view, page_context, "Hart")
    route = Route(new_id(), "Keuken", "werkbank", ("courage", "listening", "care"), new_id())
    shown(view, page_context, replace(Selection(KEY), route=route))
    assert view.person.isVisible()
    assert len(view.person.table.rows_model.rows) == 3
    (outline,) = [
        one
        for one in view.person.radar.radar.drawing.shapes  # type: ignore[union-attr]
        if isinstance(one, Polygon) and one.look.value == "now"
    ]
    assert len(outline.points) == 3
    shown(view, page_context, Selection(KEY, wanted=StudentFilter(words="wolf")))
    assert view.group.isVisible()
    assert view.group.title.text() == "1 student"
    shown(view, page_context, Selection(KEY, wanted=StudentFilter(words="xyz")))
    assert not view.people.isVisible()
    assert not view.paper.isEnabled()
    view.print_out()
    shown(view, page_context, Selection(KEY, LearnerKind.MEMBER))
    assert view.group.title.text() == "1 teamlid"


def test_everything_is_told_in_words(
    view: GrowthView, page_context: PageContext, embedded_store: Store
) -> None:
    shown(view, page_context)
    growth = view.group.growth
    assert growth is not None
    members = replace(growth, selection=Selection(KEY, LearnerKind.MEMBER))
    assert group_title(members) == "2 teamleden samen"
    assert group_title(replace(members, people=growth.people[:1])) == "1 teamlid"
    assert then_words(Then(Since.TALK, TODAY)) == "Laatste gesprek: 23 november 2026"
    assert then_words(Then(Since.DAY, TODAY)) == "Toen: 23 november 2026"


def test_an_old_answer_is_passed_over(
    view: GrowthView, page_context: PageContext, embedded_store: Store
) -> None:
    shown(view, page_context)
    with embedded_store.work() as work:
        old = operations_growth.read_group(work, Selection(KEY, LearnerKind.MEMBER), Moment())
        person = operations_growth.read_person(work, old.people[0].learner.id, KEY, (), Moment())
    view._show_group(old)
    view._show_person(person)
    assert view.group.title.text() == "2 studenten samen"
    assert not view.person.isVisible()


def test_an_unknown_set_is_told(view: GrowthView, page_context: PageContext) -> None:
    said: list[Any] = []
    page_context.navigator.message_posted.connect(said.append)
    shown(view, page_context, Selection("another@9"))
    assert len(said) == 1
    shown(view, page_context)
    view._load_person(new_id())
    settle(page_context.jobs)
    assert len(said) == 2
    assert view.group.isVisible()


def test_control_p_shows_the_paper_of_who_is_in_sight(
    view: GrowthView, page_context: PageContext, qtbot: QtBot
) -> None:
    papers: list[Paper] = []
    page_context.navigator.paper_shown.connect(papers.append)
    shown(view, page_context)
    qtbot.keyClick(view.people.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(page_context.jobs)
    choose(view, page_context, "Hart")
    view.paper.click()
    settle(page_context.jobs)
    assert [paper.title for paper in papers] == ["Life skills samen", "Groei van Zoë van 't Hart"]
    assert papers[1].file_name == "Groei Zoë van 't Hart 2026-11-23.pdf"
    assert "Lifeskillsvan2studenten" in squeezed(texts(papers[0].data)[0])
    assert "Luisteren12" in squeezed(texts(papers[1].data)[0])


def test_a_lock_forgets_every_name(view: GrowthView, page_context: PageContext) -> None:
    shown(view, page_context)
    choose(view, page_context, "Hart")
    view.clear()
    assert names(view) == []
    assert view.person.growth is None
    assert view.group.growth is None
    assert not view.person.radar.accessibleName()
    assert view.person.radar.tip_at(200, 200) == ""
    view.print_out()
    view._load()
    view._load_person(new_id())
    assert not page_context.jobs.busy
    view.group.bars.repaint()
    view.person.radar.repaint()


def test_the_charts_follow_another_size_of_letters(
    view: GrowthView, page_context: PageContext
) -> None:
    shown(view, page_context)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    for chart in (view.group.bars, view.person.radar):
        chart.setFont(font)
        QApplication.processEvents()
    assert view.person.radar.sizeHint().width() > 0


@pytest.fixture
def section(page_context: PageContext, qtbot: QtBot) -> GrowthSection:
    section = GrowthSection(page_context)
    qtbot.addWidget(section)
    section.resize(940, 420)
    section.show()
    return section


def test_the_tab_of_a_student_tells_in_words_what_grew_most(
    section: GrowthSection, page_context: PageContext, embedded_store: Store
) -> None:
    learner = a_student(grown_student(embedded_store))
    section.show_learner(learner, KEY)
    settle(page_context.jobs)
    assert section.card.isVisible()
    assert section.line.text() == "Dit groeide het meest sinds 1 augustus 2026:"
    assert [label.text() for label in section.grown if label.isVisible()] == [
        "Lef: van 0 naar 1",
        "Luisteren: van 1 naar 2",
    ]
    assert section.rest.text() == "12 gedragingen erbij laten zien."
    assert section.radar.radar is not None
    assert section.radar.radar.named
    papers: list[Paper] = []
    page_context.navigator.paper_shown.connect(papers.append)
    section.card.followed.emit()
    settle(page_context.jobs)
    assert len(papers) == 1


def test_who_did_not_grow_is_told_so_and_nobody_is_nothing(
    section: GrowthSection, page_context: PageContext, embedded_store: Store
) -> None:
    section.print_out()
    assert not section.card.isVisible()
    learner = a_student(embedded_store.student())
    section.show_learner(learner, KEY)
    settle(page_context.jobs)
    assert section.line.text() == "Er kwam nog geen niveau bij sinds 1 augustus 2026."
    assert section.rest.text() == ""
    assert section.radar.accessibleDescription() == "Alle skills staan nog op niveau 0."
    confirmed(embedded_store, learner, ["planning-1-1"], TODAY)
    section.show_learner(learner, KEY)
    settle(page_context.jobs)
    assert section.rest.text() == "1 gedrag erbij laten zien."
    section.show_learner(a_student(new_id()), KEY)
    settle(page_context.jobs)
    assert not section.card.isVisible()
    with embedded_store.work() as work:
        old = operations_growth.read_person(work, learner.id, KEY, (), Moment())
    section._show(old)
    assert not section.card.isVisible()


@pytest.mark.parametrize(
    ("gained", "words"),
    [(1, "1 niveau erbij"), (-2, "–2 niveaus"), (0, "geen niveau erbij")],
)
def test_less_is_told_as_well(
    view: GrowthView, page_context: PageContext, embedded_store: Store, gained: int, words: str
) -> None:
    shown(view, page_context)
    choose(view, page_context, "Hart")
    growth = view.person.growth
    assert growth is not None
    one = next(skill for skill in growth.skills if skill.skill.id == "listening")
    now, then = (one.then, one.now)
    skill = {
        1: one,
        -2: replace(one, then=replace(one.now, shown=0x7FFF), now=one.then),
        0: replace(one, then=one.now),
    }[gained]
    assert now != then
    view.person.show_growth(replace(growth, skills=(skill,)))
    assert view.person.line.text() == words
    columns = view.person.table.rows_model.columns
    assert columns[3].value(skill) == {1: "+1", -2: "–2", 0: ""}[gained]
    ink = columns[3].ink
    assert ink is not None
    assert (ink(skill) is None) == (gained == 0)
