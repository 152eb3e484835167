"""The form of an agreement as a counsellor fills it in, with everything that can go wrong."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.errors import InputRefused, ServerBusy
from lob_workbench.features.holidays.operations import add_holiday
from lob_workbench.features.life_skills import operations_goals as goals
from lob_workbench.features.life_skills.goal_drafts import SCREEN, draft_of, from_json, new_draft
from lob_workbench.features.life_skills.page_goals import GoalsView
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.rules import LearnerKind, Observer, Verdict, VerdictDraft
from lob_workbench.skills.rules_goals import MOST_SLOTS, SlotProgress
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.drafts import own_drafts
from lob_workbench.ui.context import PageContext, Undo
from lob_workbench.ui.messages import Message
from lob_workbench.ui.page import Page
from tests.features.life_skills.test_goals_operations import (
    NOW,
    a_goal,
    a_learner,
    a_team,
    later,
    saved,
)
from tests.features.life_skills.test_goals_page import shown, words
from tests.helpers.settled import settle
from tests.helpers.skills import a_claim
from tests.helpers.stores import Store

SET = load_skill_set()


@pytest.fixture
def view(page_context: PageContext, qtbot: QtBot) -> Iterator[GoalsView]:
    """The view, in sight; its form is what this is about."""
    # In a page, which leads Tab by what is in sight.
    page = Page(scroll=False)
    qtbot.addWidget(page)
    view = GoalsView(page_context, page)
    page.body.addWidget(view)
    page.resize(918, 500)
    page.show()
    page.activateWindow()
    yield view
    view.clear()


def begun(view: GoalsView, store: Store) -> None:
    """A new agreement for the only student there is."""
    a_learner(store.student())
    shown(view)
    assert view.empty.button is not None
    view.empty.button.click()
    settle(view._context.jobs)


def choose_skill(view: GoalsView, skill: str) -> None:
    """As a person chooses it in the list."""
    form = view.form
    assert form.skill.combo is not None
    form.skill.set_value(skill)
    form.skill.combo.activated.emit(form.skill.combo.currentIndex())


def kept_drafts(store: Store) -> list[str]:
    """What is kept of forms that are not written down."""
    with store.work() as work:
        return list(own_drafts(work, SCREEN).values())


def test_tab_follows_the_eye_through_the_form(view: GoalsView, embedded_store: Store) -> None:
    begun(view, embedded_store)
    form = view.form
    choose_skill(view, "planning")
    settle(view._context.jobs)
    assert form.skill.combo is not None
    form.skill.combo.setFocus()
    wanted = [form.action.edit, form.helper.edit, form.slots.rows[0].starts.edit, form.save_button]
    seen = []
    for _ in range(25):
        QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert [one for one in seen if one in wanted][: len(wanted)] == wanted


def test_an_agreement_is_made_with_the_keyboard(view: GoalsView, embedded_store: Store) -> None:
    with embedded_store.work() as work:
        add_holiday(work, "Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
    begun(view, embedded_store)
    form = view.form
    assert form.skill.combo is not None
    assert form.skill.combo.hasFocus()
    QTest.keyClicks(form.skill.combo, "Plan")
    assert form.skill.value() == "planning"
    form.skill.combo.activated.emit(form.skill.combo.currentIndex())
    assert form.level.value() == 1
    shown_rows = [row.findChildren(QLabel)[0].text() for row in form.level.rows]
    assert shown_rows == [one.text for one in SET.skill("planning").level(1).behaviours]
    settle(view._context.jobs)
    form.level.chips.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.level.value() == 2
    form.action.edit.setFocus()
    QTest.keyClicks(form.action.edit, "Maakt elke maandag een planning.")
    QTest.keyClicks(form.helper.edit, "mentor")
    texts = [button.text() for button in form.slots.quick_buttons]
    assert texts == [
        "Deze periode, t/m 27 nov",
        "Tot de kerstvakantie, t/m 18 dec",
        "10 weken, t/m 29 jan 2027",
    ]
    form.slots.quick_buttons[1].setFocus()
    QTest.keyClick(form.slots.quick_buttons[1], Qt.Key.Key_Return)
    row = form.slots.rows[0]
    assert (row.starts.edit.text(), row.ends.edit.text()) == ("23-11-2026", "18-12-2026")
    assert row.plan.edit.hasFocus()
    QTest.keyClicks(row.plan.edit, "Samen met de mentor")
    QTest.keyClick(row.plan.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(view._context.jobs)
    assert view.card.view is not None
    goal = view.card.view.goal
    assert (goal.skill_id, goal.level, goal.helper) == ("planning", 2, "mentor")
    assert goal.slots[0].plan == "Samen met de mentor"
    assert not form.writing
    assert kept_drafts(embedded_store) == []


def test_what_is_wrong_stands_at_its_field(view: GoalsView, embedded_store: Store) -> None:
    begun(view, embedded_store)
    form = view.form
    form.save()
    assert form.skill.error == "Vul dit nog in."
    assert form.action.error == "Vul dit nog in."
    assert form.slots.rows[0].starts.error == "Vul in wanneer dit begint."
    choose_skill(view, "planning")
    form.action.edit.setPlainText("Iets.")
    row = form.slots.rows[0]
    cases = (
        ("32-13", "", "starts", "Dit is geen datum"),
        ("1-12-2026", "", "ends", "Vul in tot en met welke dag."),
        ("1-12-2026", "30-11-2026", "ends", "ligt voor het begin"),
    )
    for starts, ends, where, expected in cases:
        row.starts.edit.setText(starts)
        row.ends.edit.setText(ends)
        form.save()
        field = getattr(row, where)
        assert expected in field.error
        assert field.edit.hasFocus()
    row.starts.edit.setText("30-11-2026")
    form.slots.add_button.click()
    second = form.slots.rows[1]
    assert second.starts.edit.hasFocus()
    QTest.keyClicks(second.starts.edit, "30-11-2026")
    QTest.keyClicks(second.ends.edit, "1-12-2026")
    form.save()
    assert "loopt door een andere heen" in second.starts.error
    assert row.starts.error == ""
    assert view.form.writing


def test_what_the_operation_refuses_is_told_in_words(
    view: GoalsView, embedded_store: Store
) -> None:
    begun(view, embedded_store)
    form = view.form
    choose_skill(view, "planning")
    form.slots.quick_buttons[0].click()
    form.action.edit.setPlainText("x" * 20_001)
    form.save()
    settle(view._context.jobs)
    assert "er passen er 20000" in words(view)
    said: list[Message] = []
    view._context.navigator.message_posted.connect(said.append)
    form._take_refused(InputRefused("Zo niet."))
    assert form.refused.text() == "Zo niet."
    form._take_refused(ServerBusy())
    assert "even bezig" in said[0].text


def test_periods_are_added_and_taken_away(view: GoalsView, embedded_store: Store) -> None:
    begun(view, embedded_store)
    slots = view.form.slots
    assert not slots.rows[0].remove_button.isVisible()
    slots.quick_buttons[0].click()
    first = slots.typed()[0]
    slots.quick_buttons[0].click()
    assert len(slots.rows) == 2
    second = slots.typed()[1]
    assert second.starts > first.starts
    slots.rows[0].remove_button.click()
    assert slots.typed() == (second,)
    assert slots.rows[0].starts.edit.hasFocus()
    slots.rows[0].remove_button.click()
    assert [one.starts for one in slots.typed()] == [""]
    while slots.add_button.isEnabled():
        slots.add_button.click()
    assert len(slots.rows) == MOST_SLOTS
    for row in slots.rows:
        row.starts.edit.setText("1-12-2026")
    slots.rows[0]._remove()
    assert slots.add_button.isEnabled()


def test_a_full_form_offers_no_quick_period(view: GoalsView, embedded_store: Store) -> None:
    begun(view, embedded_store)
    slots = view.form.slots
    for _ in range(MOST_SLOTS):
        slots.quick_buttons[-1].click()
    assert len(slots.rows) == MOST_SLOTS
    assert slots.quick_buttons == []


def test_other_holidays_are_named_as_the_school_does(
    view: GoalsView, embedded_store: Store
) -> None:
    with embedded_store.work() as work:
        add_holiday(work, "R&D-week", date(2026, 12, 7), date(2026, 12, 13))
    begun(view, embedded_store)
    assert view.form.slots.quick_buttons[1].accessibleName() == "Tot R&D-week, t/m 4 dec"
    assert view.form.slots.quick_buttons[1].text() == "Tot R&&D-week, t/m 4 dec"


def test_a_draft_is_kept_as_typed_and_comes_back(view: GoalsView, embedded_store: Store) -> None:
    begun(view, embedded_store)
    form = view.form
    choose_skill(view, "planning")
    QTest.keyClicks(form.action.edit, "Half <b>af")
    QTest.keyClicks(form.slots.rows[0].starts.edit, "eind novemb")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    settle(view._context.jobs)
    assert not form.writing
    (kept,) = kept_drafts(embedded_store)
    draft = from_json(kept)
    assert (draft.action, draft.slots[0].starts) == ("Half <b>af", "eind novemb")
    assert "nog niet vastgelegd" in words(view)
    view.unfinished_alone.go_button.click()
    settle(view._context.jobs)
    assert form.action.value() == "Half <b>af"
    assert form.slots.rows[0].starts.edit.text() == "eind novemb"
    assert (form.skill.value(), form.level.value()) == ("planning", 1)


def test_typing_is_kept_within_a_second_and_a_half(
    view: GoalsView, embedded_store: Store, qtbot: QtBot
) -> None:
    begun(view, embedded_store)
    QTest.keyClicks(view.form.action.edit, "Bijna")
    with qtbot.waitSignal(view.form.keeper.saved, timeout=2_500):
        pass
    assert "Concept bewaard om" in view.form.state.text()
    assert len(kept_drafts(embedded_store)) == 1
    view.form._say_unsaved(ServerBusy())
    assert "Nog niet bewaard" in view.form.state.text()
    assert view.leave()


def test_a_draft_is_thrown_away_and_taken_back(view: GoalsView, embedded_store: Store) -> None:
    begun(view, embedded_store)
    offered: list[Undo] = []
    view._context.navigator.undo_offered.connect(offered.append)
    view.form.drop()
    settle(view._context.jobs)
    assert offered == []
    assert view.empty.button is not None
    view.empty.button.click()
    settle(view._context.jobs)
    QTest.keyClicks(view.form.action.edit, "Toch wel")
    view.form.drop_button.click()
    settle(view._context.jobs)
    assert kept_drafts(embedded_store) == []
    (undo,) = offered
    view._context.jobs.run(undo.operation, *undo.args)
    settle(view._context.jobs)
    assert len(kept_drafts(embedded_store)) == 1
    assert "nog niet vastgelegd" in words(view)


def test_changing_shows_what_stands_and_keeps_progress(
    view: GoalsView, embedded_store: Store
) -> None:
    learner = a_learner(embedded_store.student())
    done = replace(NOW, progress=SlotProgress.DONE)
    saved(embedded_store, learner, a_goal(learner, done))
    shown(view)
    view.card.change_button.click()
    settle(view._context.jobs)
    form = view.form
    assert form.title.text() == "Afspraak wijzigen"
    assert (form.skill.value(), form.level.value()) == ("planning", 2)
    form.helper.edit.setText("vader")
    form.save()
    settle(view._context.jobs)
    assert view.card.view is not None
    goal = view.card.view.goal
    assert (goal.helper, goal.slots) == ("vader", (done,))


def test_somebody_was_first_and_both_are_shown(view: GoalsView, embedded_store: Store) -> None:
    learner = a_learner(embedded_store.student())
    goal = saved(embedded_store, learner, a_goal(learner))
    shown(view)
    form = view.form
    for mine in (True, False):
        view.card.change_button.click()
        settle(view._context.jobs)
        form.action.edit.setPlainText("Van mij.")
        later(embedded_store)
        with embedded_store.work() as work:
            now = goals.read_goal(work, goal.id, learner)
        saved(embedded_store, learner, replace(now, action="Van een ander."))
        later(embedded_store)
        form.save()
        settle(view._context.jobs)
        assert form.stale.isVisible()
        assert "Plannen, naar niveau 2. Van een ander." in form.stale.words.text()
        assert "16 nov – 4 dec, gepland, Doet het zelf" in form.stale.words.text()
        assert form.action.value() == "Van mij."
        (form.stale.keep_button if mine else form.stale.leave_button).click()
        settle(view._context.jobs)
        with embedded_store.work() as work:
            stands = goals.read_goal(work, goal.id, learner).action
        assert stands == ("Van mij." if mine else "Van een ander.")
        assert not form.writing


def test_another_student_has_other_levels(view: GoalsView, embedded_store: Store) -> None:
    zoe = a_learner(embedded_store.student())
    oguz = a_learner(embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik")))
    for number in range(1, 7):
        level, place = (1, number) if number < 6 else (2, 1)
        claim = replace(a_claim(oguz, f"planning-{level}-{place}"), set_key=SET.key)
        with embedded_store.work() as work:
            write_claim(work, claim, SET)
        with embedded_store.work() as work:
            verdict = VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COUNSELLOR, claim.seen_on)
            write_verdict(work, verdict)
    view.begin(None)
    shown(view)
    settle(view._context.jobs)
    form = view.form
    assert form.writing
    assert form.who.combo is not None
    assert form.who.combo.hasFocus()
    form.save()
    assert form.who.error == "Vul dit nog in."
    form.who.set_value(oguz.id)
    form.who.combo.activated.emit(form.who.combo.currentIndex())
    settle(view._context.jobs)
    choose_skill(view, "planning")
    assert form.level.value() == 2
    assert form.level.rows[0].findChildren(QLabel)[0].text().endswith("(al bevestigd)")
    assert form.skill.combo is not None
    assert "Plannen · nu niveau 1" in form.skill.combo.currentText()
    form.level.chips.set_value(frozenset({0}))
    form.level._chosen(frozenset())
    assert form.level.rows == []
    assert "eerst kijken" in words(view)
    form.who.set_value(zoe.id)
    form.who.combo.activated.emit(form.who.combo.currentIndex())
    settle(view._context.jobs)
    assert form.skill.value() == "planning"
    assert "nu niveau 0" in form.skill.combo.currentText()


def test_a_team_has_no_level_of_its_own(view: GoalsView, embedded_store: Store) -> None:
    a_team(embedded_store, embedded_store.owner.staff_id)
    members = Selection(SET.key, LearnerKind.MEMBER)
    shown(view, members)
    (team, _) = view._shown.learners
    view.begin(team.id, "communication")
    settle(view._context.jobs)
    form = view.form
    assert form.who.combo is not None
    assert form.who.combo.currentText() == "Team Zorg (hele team)"
    assert form.skill.combo is not None
    assert form.skill.combo.currentText() == "Communicatie"
    form.slots.quick_buttons[0].click()
    form.action.edit.setPlainText("Samen terugkijken.")
    form.save()
    settle(view._context.jobs)
    assert view.card.view is not None
    assert view.card.view.learner.kind is LearnerKind.TEAM
    # One more begins with who is chosen.
    view.new_button.click()
    settle(view._context.jobs)
    assert form.who.value() == team.id


def test_an_answer_that_comes_too_late_changes_nothing(
    view: GoalsView, embedded_store: Store
) -> None:
    learner = a_learner(embedded_store.student())
    goal = saved(embedded_store, learner, a_goal(learner))
    with embedded_store.work() as work:
        about = goals.about_learner(work, learner.id, SET.key)
    form = view.form
    form._take_about(about)
    form._take_now(goal)
    form.save()
    form.drop()
    form._keep_mine()
    form._edited()
    assert form._collect() is None
    form.open(new_draft(SET.key), (learner,))
    form._take_about(about)
    assert form.skill.value() is None
    form.open(draft_of(goal), (learner,))
    form.clear()
    assert form.draft() is None
