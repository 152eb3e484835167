"""The agreements of a selection as a counsellor meets them, by keyboard and by mouse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.holidays.operations import add_holiday
from lob_workbench.features.life_skills import operations_goals as goals
from lob_workbench.features.life_skills.goal_drafts import new_draft
from lob_workbench.features.life_skills.page_goal_section import GoalSection
from lob_workbench.features.life_skills.page_goals import GoalsView
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.storage.base import new_id
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext, Paper, Undo
from lob_workbench.ui.messages import Message
from tests.features.life_skills.test_goals_operations import (
    LATE,
    NOW,
    a_goal,
    a_learner,
    a_team,
    later,
    saved,
)
from tests.helpers.settled import settle
from tests.helpers.stores import Store

SET = load_skill_set()
STUDENTS = Selection(SET.key)


@pytest.fixture
def view(page_context: PageContext, qtbot: QtBot) -> Iterator[GoalsView]:
    """The view, in sight."""
    view = GoalsView(page_context)
    qtbot.addWidget(view)
    view.resize(870, 440)
    view.show()
    view.activateWindow()
    yield view
    view.clear()


def shown(view: GoalsView, selection: Selection = STUDENTS) -> None:
    """The view shows this selection."""
    view.show_selection(selection)
    settle(view._context.jobs)


def words(widget: GoalsView | GoalSection) -> str:
    """All words in sight."""
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def two_students(store: Store) -> tuple[Learner, Learner]:
    """Zoë, who is late with presenting; Oğuz, who is on time with planning."""
    zoe = a_learner(store.student())
    oguz = a_learner(store.student("0411002", PersonName("Oğuz", "", "Çelik")))
    later_slot = Slot(2, date(2026, 12, 7), date(2027, 1, 22), plan="Zonder hulp")
    saved(store, oguz, a_goal(oguz, NOW, later_slot))
    saved(store, zoe, a_goal(zoe, LATE, skill="presenting", action="Houdt <b>drie</b> praatjes."))
    return zoe, oguz


def as_year(view: GoalsView) -> None:
    """The strip instead of the list."""
    view.shape.set_value(frozenset({"year"}))
    view._reshape()
    settle(view._context.jobs)


def test_late_ones_stand_first_and_stand_out(view: GoalsView, embedded_store: Store) -> None:
    two_students(embedded_store)
    shown(view)
    rows = view.table.rows_model.rows
    assert [row.learner.name for row in rows] == ["Zoë van 't Hart", "Oğuz Çelik"]
    columns = {column.header: column for column in view.table.rows_model.columns}
    state = columns["Stand"]
    assert state.tone is not None
    assert [(state.value(row), state.tone(row)) for row in rows] == [
        ("Te laat", Tone.DANGER),
        ("Gepland", Tone.CALM),
    ]
    assert columns["Niveau"].value(rows[0]) == "0 → 2"
    assert columns["Periode"].value(rows[0]) == "2 nov – 6 nov"
    assert "Houdt <b>drie</b> praatjes." in words(view)
    assert [chip.text() for chip in view.card.findChildren(Chip) if chip.isVisible()] == [
        "te laat",
        "te laat",
    ]


def test_filters_choose_by_how_they_stand(view: GoalsView, embedded_store: Store) -> None:
    zoe, _ = two_students(embedded_store)
    closed = saved(embedded_store, zoe, a_goal(zoe, skill="courage"))
    with embedded_store.work() as work:
        goals.close_goal(work, closed.id, closed.version, GoalStatus.REACHED)
    shown(view)

    def skills(state: str) -> list[str]:
        view.states.set_value(frozenset({state}))
        view._filter()
        return [row.skill for row in view.table.rows_model.rows]

    assert skills("late") == ["Mondeling presenteren"]
    assert skills("closed") == ["Lef"]
    assert "Weer openen" in view.card.again_button.text()
    assert view.card.again_button.isVisible()
    assert not view.card.change_button.isVisible()
    assert len(skills("all")) == 3
    assert len(skills("runs")) == 2


def test_progress_is_one_key_and_can_be_taken_back(view: GoalsView, embedded_store: Store) -> None:
    zoe, _ = two_students(embedded_store)
    offered: list[Undo] = []
    view._context.navigator.undo_offered.connect(offered.append)
    shown(view)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    chips = view.card.lines[0].chips
    focus = QApplication.focusWidget()
    assert focus is not None
    assert chips.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Right)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Space)
    settle(view._context.jobs)
    assert [undo.text for undo in offered] == ["Mondeling presenteren: gelukt."]
    assert chips.value() == {SlotProgress.DONE}
    assert chips.isAncestorOf(QApplication.focusWidget() or view)
    view._context.jobs.run(offered[0].operation, *offered[0].args)
    settle(view._context.jobs)
    (late,) = [one for one in view.table.rows_model.rows if one.learner.id == zoe.id]
    assert late.goal.slots[0].progress is SlotProgress.GOING


def test_two_quick_answers_both_arrive(view: GoalsView, embedded_store: Store) -> None:
    two_students(embedded_store)
    shown(view)
    view.card.answer(1, SlotProgress.DONE)
    view.card.answer(1, SlotProgress.STUCK)
    settle(view._context.jobs)
    assert view.card.view is not None
    assert view.card.view.goal.slots[0].progress is SlotProgress.STUCK
    view.card.answer(9, SlotProgress.DONE)
    view.card.show_goal(None)
    view.card.answer(1, SlotProgress.DONE)
    assert not view._context.jobs.busy


def test_a_stale_answer_is_told_calmly_and_shows_how_it_stands(
    view: GoalsView, embedded_store: Store
) -> None:
    two_students(embedded_store)
    said: list[Message] = []
    view._context.navigator.message_posted.connect(said.append)
    shown(view)
    goal = view.card.view.goal if view.card.view else None
    assert goal is not None
    later(embedded_store)
    with embedded_store.work() as work:
        goals.answer_slot(work, goal.id, goal.version, 1, SlotProgress.STUCK)
    view.card.answer(1, SlotProgress.DONE)
    settle(view._context.jobs)
    assert [message.tone for message in said] == [Tone.ATTENTION]
    assert "ergens anders gewijzigd" in said[0].text
    assert view.card.lines[0].chips.value() == {SlotProgress.STUCK}
    assert view.card.lines[0].state.text() == "te laat, loopt vast"


def test_an_agreement_is_reached_stopped_and_opened_again(
    view: GoalsView, embedded_store: Store
) -> None:
    two_students(embedded_store)
    offered: list[Undo] = []
    view._context.navigator.undo_offered.connect(offered.append)
    shown(view)
    view.card.reached_button.click()
    settle(view._context.jobs)
    assert [row.skill for row in view.table.rows_model.rows] == ["Plannen"]
    view.card.stop_button.click()
    settle(view._context.jobs)
    assert view.table.rows_model.rows == ()
    for undo in offered:
        view._context.jobs.run(undo.operation, *undo.args)
    settle(view._context.jobs)
    assert len(view.table.rows_model.rows) == 2
    assert [undo.text for undo in offered] == ["Afspraak gehaald.", "Afspraak gestopt."]
    view.states.set_value(frozenset({"all"}))
    view.card.reached_button.click()
    settle(view._context.jobs)
    view.card.again_button.click()
    settle(view._context.jobs)
    assert view.card.view is not None
    assert view.card.view.goal.status is GoalStatus.OPEN


def test_the_strip_is_walked_and_answered_by_keyboard(
    view: GoalsView, embedded_store: Store
) -> None:
    two_students(embedded_store)
    shown(view)
    as_year(view)
    strip = view.strip
    strip.setFocus()
    assert [bar.view.learner.name for bar in strip.bars] == [
        "Oğuz Çelik",
        "Oğuz Çelik",
        "Zoë van 't Hart",
    ]
    assert strip.current() == strip.bars[2]
    moves = (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_End, 2),
    )
    for key, place in moves:
        QTest.keyClick(strip, key)
        assert strip.current() == strip.bars[place], key
    heard = strip.currentIndex().data(int(Qt.ItemDataRole.AccessibleTextRole))
    level = SET.skill("presenting").level(2).name
    assert heard == (
        "Zoë van 't Hart. Mondeling presenteren, naar niveau 2: "
        f"{level}. 2 nov – 6 nov. te laat. Kijkt mee"
    )
    QTest.keyClick(strip, Qt.Key.Key_3)
    settle(view._context.jobs)
    assert strip.current() is not None
    assert strip.bars[2].slot.progress is SlotProgress.DONE
    assert strip.current() == strip.bars[2]
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert view.card.lines[0].chips.isAncestorOf(QApplication.focusWidget() or view)


def test_the_strip_answers_the_mouse(view: GoalsView, embedded_store: Store, qtbot: QtBot) -> None:
    two_students(embedded_store)
    shown(view)
    as_year(view)
    with embedded_store.work() as work:
        add_holiday(work, "Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
    shown(view)
    strip = view.strip
    before, after = (
        strip.viewport().grab().toImage().pixelColor(strip.plan.day(day) + 3, strip.height() - 4)
        for day in (date(2026, 12, 10), date(2026, 12, 22))
    )
    assert before != after  # the holiday is shaded
    place = strip.visualRect(strip.bars_model.index(1)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert strip.current() == strip.bars[1]
    assert view.card.view is not None
    assert view.card.view.learner.name == "Oğuz Çelik"
    settle(view._context.jobs)
    QTest.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.card.lines[1].chips.isAncestorOf(QApplication.focusWidget() or view)
    QTest.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, place, strip.viewport().mapToGlobal(place))
    QApplication.sendEvent(strip.viewport(), asked)
    assert "Zonder hulp" in QToolTip.text()
    QToolTip.hideText()


def test_members_without_an_agreement_have_a_row_too(
    view: GoalsView, embedded_store: Store
) -> None:
    colleague = embedded_store.colleague()
    a_team(embedded_store, embedded_store.owner.staff_id, colleague.staff_id)
    members = Selection(SET.key, LearnerKind.MEMBER)
    shown(view, members)
    assert "Nog geen afspraken" in words(view)
    with embedded_store.work() as work:
        (team, *_) = goals.read_goals(work, members).learners
    saved(embedded_store, team, a_goal(team, skill="communication"))
    saved(embedded_store, team, a_goal(team, LATE, NOW2, skill="learning"))
    shown(view, members)
    as_year(view)
    rows = view.strip.plan.rows
    assert [row.learner.name for row in rows] == ["Team Zorg", "Mirjam Bakker", "Daan de Wit"]
    assert [row.lanes for row in rows] == [2, 1, 1]
    assert view.table.rows_model.columns[2].value(view.table.rows_model.rows[0]) == "→ 2"


NOW2 = replace(NOW, number=2)


def test_a_long_strip_scrolls_to_what_is_chosen(view: GoalsView, embedded_store: Store) -> None:
    for number in range(12):
        learner = a_learner(
            embedded_store.student(f"04120{number:02}", PersonName("A", "", f"Naam {number:02}"))
        )
        saved(embedded_store, learner, a_goal(learner))
    shown(view)
    as_year(view)
    strip = view.strip
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert strip.verticalScrollBar().value() > 0
    rect = strip.visualRect(strip.currentIndex())
    assert strip.plan.head < rect.top()
    assert rect.bottom() < strip.viewport().height()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert strip.verticalScrollBar().value() == 0
    strip.resize(strip.width(), 150)
    assert not strip.indexAt(QPoint(1, strip.plan.head + 2)).isValid()


def test_paper_shows_inside_the_window_without_a_name_in_its_file(
    view: GoalsView, embedded_store: Store
) -> None:
    two_students(embedded_store)
    papers: list[Paper] = []
    view._context.navigator.paper_shown.connect(papers.append)
    shown(view)
    view.card.paper_button.click()
    settle(view._context.jobs)
    (paper,) = papers
    assert (paper.title, paper.file_name) == (
        "Afspraken van Zoë van 't Hart",
        "Afspraken life skills 2026-11-23.pdf",
    )
    assert paper.data.startswith(b"%PDF")


def test_a_target_chooses_its_learner(view: GoalsView, embedded_store: Store) -> None:
    _, oguz = two_students(embedded_store)
    view.choose_learner(oguz.id)
    shown(view)
    assert view.card.view is not None
    assert view.card.view.learner.id == oguz.id
    view.states.set_value(frozenset({"late"}))
    view._filter()
    assert view.card.view.learner.id != oguz.id
    view.choose_learner(oguz.id)
    assert view.card.view.learner.id == oguz.id
    assert view.states.value() == {"all"}


def test_nothing_stays_after_a_lock(view: GoalsView, embedded_store: Store) -> None:
    two_students(embedded_store)
    shown(view)
    as_year(view)
    view.clear()
    settle(view._context.jobs)
    assert view.table.rows_model.rows == ()
    assert view.strip.bars == ()
    assert "Zoë" not in words(view)


def test_the_section_of_a_student_is_short_and_takes_a_new_agreement(
    page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    zoe, _ = two_students(embedded_store)
    section = GoalSection(page_context)
    qtbot.addWidget(section)
    section.show()
    section.activateWindow()
    section.show_learner(zoe, SET.key)
    settle(section._context.jobs)
    assert len(section.cards) == 1
    assert "Mondeling presenteren" in words(section)
    assert "Zoë" not in words(section)
    section.new_button.click()
    settle(section._context.jobs)
    assert section.form.isVisible()
    assert not section.form.who.isVisible()
    assert not section.cards[0].isVisible()
    section.form.action.edit.setPlainText("Half af")
    section.form.back_button.click()
    settle(section._context.jobs)
    assert "Een afspraak voor Zoë van 't Hart is nog niet vastgelegd." in words(section)
    offered: list[Undo] = []
    page_context.navigator.undo_offered.connect(offered.append)
    section.unfinished.drop_button.click()
    settle(section._context.jobs)
    assert not section.unfinished.isVisible()
    page_context.jobs.run(offered[0].operation, *offered[0].args)
    settle(section._context.jobs)
    section.unfinished.go_button.click()
    settle(section._context.jobs)
    form = section.form
    assert form.action.value() == "Half af"
    form.skill.set_value("planning")
    form._skill_chosen()
    form.slots.quick_buttons[0].click()
    form.save()
    settle(section._context.jobs)
    assert len(section.cards) == 2
    section.cards[0].change_button.click()
    settle(section._context.jobs)
    assert form.title.text() == "Afspraak wijzigen"
    form.back_button.click()
    settle(section._context.jobs)
    papers: list[Paper] = []
    page_context.navigator.paper_shown.connect(papers.append)
    section.paper_button.click()
    settle(section._context.jobs)
    assert len(papers) == 1
    section.clear()
    assert "Mondeling" not in words(section)


def test_the_section_of_a_stranger_stays_empty(
    page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    theirs = a_learner(embedded_store.student(counsellor_id=None))
    own = a_learner(embedded_store.student("0411002"))
    section = GoalSection(page_context)
    qtbot.addWidget(section)
    section.show()
    section.show_learner(theirs, SET.key)
    settle(section._context.jobs)
    assert section.cards == []
    section.show_learner(own, SET.key)
    settle(section._context.jobs)
    assert "Er is nog geen afspraak over een skill." in words(section)
    assert section.new_button.isVisible()
    section.clear()


def test_a_draft_of_before_is_offered_in_the_view(view: GoalsView, embedded_store: Store) -> None:
    zoe = a_learner(embedded_store.student())
    draft = replace(new_draft(SET.key, zoe.id, "planning"), action="Half af", level=3)
    other = replace(new_draft(SET.key, zoe.id), action="Ook half af")
    with embedded_store.work() as work:
        goals.keep_goal_draft(work, draft)
        goals.keep_goal_draft(work, other)
    shown(view)
    assert "En nog 1 andere." in words(view)
    view.unfinished_alone.drop_button.click()
    settle(view._context.jobs)
    view.unfinished_alone.go_button.click()
    settle(view._context.jobs)
    assert view.form.action.value() in ("Half af", "Ook half af")


def test_who_may_not_write_finds_no_buttons(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot
) -> None:
    two_students(embedded_store)
    view = GoalsView(page_context)
    qtbot.addWidget(view)
    view.show()
    theirs = goals.GoalsShown((), ())
    with embedded_store.work() as work:
        found = goals.read_goals(work, STUDENTS)
    strange = replace(found.goals[0], learner=replace(found.goals[0].learner, own=False))
    shut = replace(strange, readable=False, goal=replace(strange.goal, action=""))
    view._take_goals(replace(theirs, learners=(strange.learner,), goals=(strange,)))
    assert not view.new_button.isVisible()
    assert not view.card.change_button.isVisible()
    assert not view.card.lines[0].chips.isVisible()
    assert view.card.lines[0].state.text() == "te laat"
    view._take_goals(replace(theirs, learners=(shut.learner,), goals=(shut,)))
    assert "lees je op de pagina van deze student" in words(view)
    view.clear()


def test_an_agreement_outside_this_year_has_no_bar(view: GoalsView, embedded_store: Store) -> None:
    zoe = a_learner(embedded_store.student())
    old = Slot(1, date(2025, 1, 6), date(2025, 1, 10), SlotProgress.DONE)
    saved(embedded_store, zoe, a_goal(zoe, old))
    shown(view)
    as_year(view)
    assert view.strip.bars == ()
    view.strip.setFocus()
    QTest.keyClick(view.strip, Qt.Key.Key_Right)
    QTest.keyClick(view.strip, Qt.Key.Key_3)
    view.strip.grab()


def test_a_goal_of_many_slots_keeps_its_lines(view: GoalsView, embedded_store: Store) -> None:
    zoe = a_learner(embedded_store.student())
    goal: Goal = a_goal(zoe, NOW)
    saved(embedded_store, zoe, goal)
    shown(view)
    line = view.card.lines[0]
    shown(view)
    assert view.card.lines[0] is line


def test_one_change_is_read_once_and_out_of_sight_not_at_all(
    view: GoalsView, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_students(embedded_store)
    shown(view)
    asked: list[object] = []
    monkeypatch.setattr(view, "_take_goals", asked.append)
    change = Changes.of("skill_goal", new_id())
    view._context.jobs.changed.emit(change)
    view.show_selection(STUDENTS)
    settle(view._context.jobs)
    assert len(asked) == 1
    view.hide()
    view._context.jobs.changed.emit(change)
    settle(view._context.jobs)
    assert len(asked) == 1
    view.show()
