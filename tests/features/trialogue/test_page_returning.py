"""What came of earlier agreements, answered on the page of a trialogue, by keyboard."""

# ruff: noqa: F811

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from lob_workbench.features.trialogue import operations
from lob_workbench.talks.rules import AgreementStatus
from tests.features.trialogue.test_page import (  # noqa: F401
    context,
    jobs,
    opened,
    student,
    trialogue,
)
from tests.features.trialogue.test_returning import DONE, agreed, read, tick
from tests.helpers.settled import settle


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def at_two(qtbot, context, store, student):
    """The page with two agreements of before; the first has the focus."""
    agreed(store, student, "Vraagt feedback", "Belt de stage")
    page = opened(qtbot, context, student)
    card = page.together.returning
    card.asked()[0].setFocus()
    return page, card


def test_the_card_stands_on_top_of_samen_and_is_answered_by_keyboard(
    qtbot, context, student, embedded_store
):
    page, card = at_two(qtbot, context, embedded_store, student)
    assert card.y() < page.together.together.mapTo(page.together, card.pos()).y()
    first, second = card.asked()
    assert "Nog 2 te beantwoorden" in texts(card)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_3)
    QTest.keyClicks(QApplication.focusWidget(), "Niet meer nodig")
    assert "Alles beantwoord." in texts(card)
    page.together.together.edit.setPlainText("Samen.")
    assert page.leave()
    kept = trialogue(embedded_store, student).draft
    assert {given.agreement_id for given in kept.answers} == {first.view.id, second.view.id}
    talk = kept.id
    page.finish()
    settle(context.jobs)
    view = read(embedded_store, kept)
    assert view.id == talk
    assert [one.status for one in view.returned] == ["done", "dropped"]


def test_tab_comes_from_the_voices_through_the_card_to_samen(
    qtbot, context, student, embedded_store
):
    page, card = at_two(qtbot, context, embedded_store, student)
    seen = []
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is page.together.together.edit:
            break
    assert seen[-1] is page.together.together.edit
    assert any(card.asked()[1].isAncestorOf(widget) for widget in seen)


def test_what_lacks_an_answer_is_said_and_has_the_focus(qtbot, context, student, embedded_store):
    page, card = at_two(qtbot, context, embedded_store, student)
    page.together.together.edit.setPlainText("Samen.")
    press(Qt.Key.Key_1)
    page.voices.begin()
    page.scroll_area.verticalScrollBar().setValue(0)
    assert card.visibleRegion().isEmpty()
    page.finish()
    settle(context.jobs)
    # Down where it is, not out of sight below.
    assert not QApplication.focusWidget().visibleRegion().isEmpty()
    assert card.problem.text().startswith("Nog 1 afspraak van de vorige keer")
    assert card.asked()[1].choice.isAncestorOf(QApplication.focusWidget())
    # Of a day before they were made they ask nothing.
    page.together.held_on.set_value(embedded_store.clock.today() - timedelta(days=42))
    page.together.held_on.changed.emit()
    assert card.isHidden()


def test_another_answer_meanwhile_stands_beside_mine_until_i_choose(
    qtbot, context, student, embedded_store
):
    page, card = at_two(qtbot, context, embedded_store, student)
    first, second = card.asked()
    press(Qt.Key.Key_3)
    QTest.keyClicks(QApplication.focusWidget(), "Niet meer nodig")
    second.setFocus()
    press(Qt.Key.Key_1)
    page.together.together.edit.setPlainText("Samen.")
    assert page.leave()
    tick(embedded_store, first.view, DONE)
    page.finish()
    settle(context.jobs)
    # Refused, and both are shown at the row itself.
    first = card.rows[first.view.id]
    assert first.clashes
    assert "intussen ergens anders bijgewerkt: gedaan" in texts(first)
    assert first.value().answer.reason == "Niet meer nodig"
    assert page.stale.isHidden()
    page.finish()
    assert first.leave.hasFocus()
    draft = page.draft()
    first.insist.click()
    page.finish()
    settle(context.jobs)
    assert [one.status for one in read(embedded_store, draft).returned] == ["dropped", "done"]


def test_a_tick_elsewhere_takes_away_what_has_no_answer_yet(
    qtbot, context, student, embedded_store
):
    page, card = at_two(qtbot, context, embedded_store, student)
    first, second = card.asked()
    page.together.together.edit.setPlainText("Half")
    tick(embedded_store, first.view, DONE)
    page._load()
    settle(context.jobs)
    assert [row.view.id for row in card.asked()] == [second.view.id]
    assert page.together.together.edit.toPlainText() == "Half"


def test_two_desks_see_each_others_answers(qtbot, context, student, embedded_store):
    page, card = at_two(qtbot, context, embedded_store, student)
    embedded_store.clock.moment += timedelta(minutes=5)
    with embedded_store.work() as work:
        operations.keep_draft(work, operations.open_trialogue(work, student).draft)
    press(Qt.Key.Key_1)
    page.leave()
    settle(context.jobs)
    assert not page.stale.isHidden()
    words = [field.toPlainText() for field in page.stale.findChildren(QPlainTextEdit)]
    assert "Vraagt feedback · gedaan" in words
    assert card.asked()[0].value().answer.status is AgreementStatus.DONE
