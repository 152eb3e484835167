"""What came of earlier agreements, answered by keyboard on top of *Vastleggen*."""

# ruff: noqa: F811

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.contributions import Target
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.page_agreements import StudentAgreements
from lob_workbench.features.conversations.page_response_card import ResponseCard
from lob_workbench.talks import writing
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementText,
    Party,
    StudentResponse,
    Verdict,
)
from tests.features.conversations.test_page import (  # noqa: F401
    context,
    jobs,
    opened,
    read,
    recorded,
    shown,
    student,
)
from tests.helpers.settled import settle
from tests.helpers.stores import Store


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def at_record(qtbot, context, store: Store, student: UUID):
    recorded(store, student)
    page = opened(qtbot, context, student, "record")
    return page, page._talk.record_step.returning


def test_answering_by_keyboard_and_recording(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    first, second = card.asked()
    assert first.view.what == "Vraagt feedback"
    assert "Over tijd" in texts(first)
    assert "Nog 2 te beantwoorden" in texts(card)
    # The work begins here: 1 is done, and goes on to the next one.
    press(Qt.Key.Key_1)
    assert first.value().answer.status is AgreementStatus.DONE
    press(Qt.Key.Key_3)
    QTest.keyClicks(QApplication.focusWidget(), "Niet meer nodig")
    assert second.value().answer.reason == "Niet meer nodig"
    assert "Alles beantwoord." in texts(card)
    assert page._talk.save_now()
    with embedded_store.work() as work:
        assert len(operations.prepare(work, student).draft.answers) == 2
    page._talk.record_step.summary.set_value("Het ging goed.")
    page.finish_action.trigger()
    settle(context.jobs)
    assert page.target.detail == "read"
    assert "Teruggekeken op" in texts(page)
    talk = read(embedded_store, page.target.entity)
    assert [view.status for view in talk.returned] == ["done", "dropped"]


def test_what_lacks_an_answer_is_said_and_has_the_focus(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    page._talk.record_step.summary.set_value("Het ging goed.")
    press(Qt.Key.Key_1)
    page.finish_action.trigger()
    settle(context.jobs)
    assert card.problem.text().startswith("Nog 1 afspraak van de vorige keer")
    waiting = card.asked()[1]
    assert waiting.choice.isAncestorOf(QApplication.focusWidget())
    # Goes on, but until when?
    waiting.choice.set_value(AgreementStatus.OPEN)
    waiting._chosen()
    page.finish_action.trigger()
    settle(context.jobs)
    assert "Kies tot wanneer deze afspraak doorloopt." in texts(waiting)
    assert waiting.due.edit.hasFocus()
    waiting.due.edit.setText("geen dag")
    page.finish_action.trigger()
    assert "Dit is geen datum" in texts(waiting)
    waiting.block.click()
    assert waiting.due.value() == embedded_store.clock.today() + timedelta(weeks=5)
    waiting.week.click()
    assert waiting.due.value() == embedded_store.clock.today() + timedelta(weeks=1)
    page.finish_action.trigger()
    settle(context.jobs)
    assert page.target.detail == "read"


def test_the_next_talk_is_a_date_to_pick(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    row = card.asked()[0]
    press(Qt.Key.Key_2)
    assert row.due.edit.hasFocus()
    assert row.at_next.isHidden()
    day = embedded_store.clock.today() + timedelta(days=70)
    page._talk.record_step.next_on.edit.setText(f"{day:%d-%m-%Y}")
    page._talk.record_step.next_on.changed.emit()
    assert not row.at_next.isHidden()
    row.at_next.click()
    assert row.due.value() == day


def test_an_older_day_asks_for_less(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    assert not card.isHidden()
    before = embedded_store.clock.today() - timedelta(days=30)
    page._talk.record_step.held_on.edit.setText(f"{before:%d-%m-%Y}")
    page._talk.record_step.held_on.changed.emit()
    assert card.asked() == ()
    assert card.isHidden()


def test_another_answer_meanwhile_stands_beside_mine_until_i_choose(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    first, second = card.asked()
    press(Qt.Key.Key_3)
    QTest.keyClicks(QApplication.focusWidget(), "Niet meer nodig")
    second.setFocus()
    press(Qt.Key.Key_1)
    page._talk.record_step.summary.set_value("Het ging goed.")
    assert page._talk.save_now()
    with embedded_store.work() as work:
        operations.close_agreement(work, first.view.id, first.view.version, AgreementStatus.DONE)
    page.finish_action.trigger()
    settle(context.jobs)
    # Refused, and both are shown.
    assert page.target.detail == "record"
    assert first.clashes
    assert "intussen ergens anders bijgewerkt: gedaan" in texts(first)
    assert first.value().answer.reason == "Niet meer nodig"
    page.finish_action.trigger()
    assert first.leave.hasFocus()
    first.insist.click()
    assert not first.clashes
    page.finish_action.trigger()
    settle(context.jobs)
    talk = read(embedded_store, page.target.entity)
    assert [view.status for view in talk.returned] == ["dropped", "done"]


def test_what_stands_can_be_left_so(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    first, _ = card.asked()
    press(Qt.Key.Key_3)
    assert page._talk.save_now()
    with embedded_store.work() as work:
        operations.close_agreement(work, first.view.id, first.view.version, AgreementStatus.DONE)
    page._talk._load_around()
    settle(context.jobs)
    assert first.clashes
    first.leave.click()
    assert first.value() is None
    assert [row.view.what for row in card.asked()] == ["Belt de stage"]


def test_a_tick_elsewhere_takes_away_what_has_no_answer_yet(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, card = at_record(qtbot, context, embedded_store, student)
    first, second = card.asked()
    with embedded_store.work() as work:
        operations.close_agreement(work, first.view.id, first.view.version, AgreementStatus.DONE)
    page._talk._load_around()
    settle(context.jobs)
    assert card.asked() == (second,)


def test_the_talk_without_a_screen_shows_what_was_agreed(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    page, _ = at_record(qtbot, context, embedded_store, student)
    page._talk._step_chosen(1)
    assert "Vraagt feedback (student, uiterlijk 22 november 2026)" in texts(page)
    assert "Belt de stage (begeleider)" in texts(page)


def test_all_agreements_with_filters_and_a_tick(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    today = embedded_store.clock.today()
    recorded(
        embedded_store,
        student,
        agreements=(
            AgreementText("Te laat", due_on=today - timedelta(days=1)),
            AgreementText("Deze week", due_on=today + timedelta(days=2)),
            AgreementText("Ooit"),
        ),
    )
    page = shown(qtbot, context)
    page.open(Target("conversations", None, "agreements"))
    settle(context.jobs)
    table = page._agreements

    def listed() -> list[str]:
        return [view.what for view in table.table.rows_model.rows]

    assert listed() == ["Te laat", "Deze week", "Ooit"]
    for state, expected in (
        ("late", ["Te laat"]),
        ("week", ["Deze week"]),
        ("closed", []),
        ("all", ["Te laat", "Deze week", "Ooit"]),
    ):
        table.states.set_value(frozenset({state}))
        table._filter()
        assert listed() == expected
    table.owners.set_value(frozenset({"student"}))
    table._filter()
    assert len(listed()) == 3
    table.table.select_row(table.table.rows_model.row(0))
    (item,) = table.acts.items
    assert item.agreement.what == "Te laat"
    item.tick.click()
    settle(context.jobs)
    with embedded_store.work() as work:
        closed = [view for view in operations.list_agreements(work, student) if view.closed_on]
    assert [view.what for view in closed] == ["Te laat"]
    with qtbot.waitSignal(context.navigator.target_requested) as asked:
        table._follow()
    assert asked.args[0] == Target("students", student, "conversations")


def test_the_tab_prints_the_student_s_own_copy(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    recorded(embedded_store, student)
    tab = StudentAgreements(context)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_student(student)
    settle(context.jobs)
    with qtbot.waitSignal(context.navigator.paper_shown, timeout=20_000) as paper:
        tab.print_action.trigger()
        settle(context.jobs)
    assert paper.args[0].title == "Afspraken van Zoë van 't Hart"


def test_earlier_words_and_those_of_the_company_stay_in_sight(
    qtbot,
    context,
    embedded_store,
    student,
) -> None:
    talk = recorded(
        embedded_store,
        student,
        form=ConversationForm.TRIALOGUE,
        response=StudentResponse(Verdict.DIFFERS, "Ik vond het fijn."),
    )
    with embedded_store.work() as work:
        operations.respond(work, talk, StudentResponse(Verdict.AGREES, "Zo klopt het."))
        company = StudentResponse(Verdict.AGREES, "Goed gewerkt.")
        writing.write_response(work, talk, company, student, Party.COMPANY)
    page = opened(qtbot, context, talk, "read")
    told = "\n".join(texts(card) for card in page.findChildren(ResponseCard))
    assert "Eerder zei de student: Hier denk ik anders over" in told
    assert "Wat het leerbedrijf ervan zegt" in told
    view = read(embedded_store, talk)
    assert view.earlier_responses[0].text == "Ik vond het fijn."
    assert replace(view.response, given_on=None).text == "Zo klopt het."
