"""A talk on the screen, from preparing to paper, as a counsellor lives through it."""

import gc
import weakref
from datetime import timedelta
from time import monotonic
from typing import Any
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import DiskFull
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.page import ConversationsPage, Mode
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementText,
    ConversationDraft,
    ConversationView,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.theme import ThemeMode, apply_theme
from tests.helpers.settled import settle
from tests.helpers.stores import Store

HOSTILE = "<b>Jan</b> <img src=x> & <jan@x.example> R&D {naam} \u202eom 𝔘 👩🏽‍🎓"


class Care:
    """The settings' part of the context; talks have no use for it."""


@pytest.fixture
def jobs(qapp, embedded_store):
    jobs = Jobs(embedded_store.work)
    yield jobs
    jobs.stop()


@pytest.fixture
def context(jobs, embedded_store):
    return PageContext(jobs, embedded_store.clock, embedded_store.owner, Navigator(), (), Care())


@pytest.fixture
def student(embedded_store: Store) -> UUID:
    return embedded_store.student()


def shown(qtbot, context, size=(1092, 614)) -> Any:
    apply_theme(QApplication.instance(), ThemeMode.LIGHT)
    page = ConversationsPage(context)
    # As the window does for the page in sight.
    context.jobs.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    return page


def opened(qtbot, context, entity, detail) -> Any:
    page = shown(qtbot, context)
    page.open(Target("conversations", entity, detail))
    settle(context.jobs)
    return page


def recorded(store: Store, student_id: UUID, **fields) -> UUID:
    values = {
        "held_on": store.clock.today() - timedelta(days=7),
        "summary": "Hoe het op stage gaat.",
        "topics": (TopicText(CareerCompetence.MOTIVES, "Je hielp.", "Geduld.", "Vaker."),),
        "agreements": (
            AgreementText("Vraagt feedback", due_on=store.clock.today() - timedelta(days=1)),
            AgreementText("Belt de stage", AgreementOwner.COUNSELLOR),
        ),
    }
    draft = ConversationDraft(new_id(), student_id, **(values | fields))
    with store.work() as work:
        return operations.record(work, draft).conversation_id


def read(store: Store, conversation_id: UUID) -> ConversationView:
    with store.work() as work:
        return operations.read_conversation(work, conversation_id)


def only_talk(store: Store, student_id: UUID) -> ConversationView:
    with store.work() as work:
        (row,) = operations.list_conversations(work, student_id)
    return read(store, row.id)


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def tab_to(qtbot, wanted: QWidget, most=80) -> None:
    """Press Tab until ``wanted`` has the focus."""
    for _ in range(most):
        if wanted.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError("Tab never came there")


def write(qtbot, text: str) -> None:
    if text.isascii():
        qtbot.keyClicks(QApplication.focusWidget(), text)
        return
    QApplication.clipboard().setText(text)
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()


def texts_in(widget: QWidget) -> str:
    """Everything that stands on the screen and in its fields, hidden parts too."""
    found = [label.text() for label in widget.findChildren(QLabel)]
    found += [edit.text() for edit in widget.findChildren(QLineEdit)]
    found += [edit.toPlainText() for edit in widget.findChildren(QPlainTextEdit)]
    found += [child.accessibleName() for child in widget.findChildren(QWidget)]
    return "\n".join(found).replace("\u200b", "")


def test_a_talk_from_preparing_to_the_record_by_keyboard_alone(
    qtbot, context, embedded_store, student
):
    page = opened(qtbot, context, student, "prepare")
    talk = page._talk
    assert talk.prepare_step.focus.edit.hasFocus()
    write(qtbot, "Hoe gaat het op stage?")
    tab_to(qtbot, talk.prepare_step.questions.choices[0].box)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._mode is Mode.HOLD
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._mode is Mode.RECORD
    step = talk.record_step
    assert step.summary.edit.hasFocus()
    write(qtbot, "Stage en de ouderavond.")
    press(qtbot, Qt.Key.Key_Tab)
    card = step.topics.cards[CareerCompetence.QUALITIES]
    assert card.head.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    for text in ("Je opende de avond.", "Je durft.", "Vaker doen."):
        write(qtbot, text)
        press(qtbot, Qt.Key.Key_Tab)
    first = step.agreements.rows[0]
    tab_to(qtbot, first.what.edit)
    write(qtbot, "Vraagt feedback")
    tab_to(qtbot, first.due.edit)
    write(qtbot, "7 dec")
    press(qtbot, Qt.Key.Key_Return)
    second = step.agreements.rows[1]
    assert second.what.edit.hasFocus()
    write(qtbot, "Belt de stage")
    press(qtbot, Qt.Key.Key_Tab)
    assert second.owner.combo.hasFocus(), QApplication.focusWidget()
    press(qtbot, Qt.Key.Key_Down)
    tab_to(qtbot, step.next_on.edit)
    write(qtbot, "1 februari")
    tab_to(qtbot, step.next_at.edit)
    write(qtbot, "9:20")
    tab_to(qtbot, step.response.choice._radios[2])
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Ik vond het spannend.")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(context.jobs)
    view = only_talk(embedded_store, student)
    assert page._mode is Mode.READ
    assert page.target == Target("conversations", view.id, "read")
    assert page.report_button.hasFocus()
    assert view.focus == "Hoe gaat het op stage?"
    assert len(view.questions) == 2
    assert view.summary == "Stage en de ouderavond."
    assert [topic.experience for topic in view.topics] == ["Je opende de avond."]
    assert [(item.what, item.owner) for item in view.agreements] == [
        ("Vraagt feedback", AgreementOwner.STUDENT),
        ("Belt de stage", AgreementOwner.COUNSELLOR),
    ]
    assert str(view.agreements[0].due_on) == "2026-12-07"
    assert (str(view.next_talk.on), view.next_talk.at) == ("2027-02-01", "09:20")
    assert view.response.verdict is Verdict.DIFFERS
    assert view.response.text == "Ik vond het spannend."


def test_tab_follows_the_eye_through_recording(qtbot, context, student):
    page = opened(qtbot, context, student, "record")
    step = page._talk.record_step
    row = step.agreements.rows[0]
    heads = [card.head for card in step.topics.cards.values()]
    wanted = [step.summary.edit, *heads, row.what.edit, row.owner.combo, row.due.edit]
    seen = []
    for _ in range(len(wanted) + 6):
        seen.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
    assert [widget for widget in seen if widget in wanted] == wanted
    assert step.agreements.add in seen
    assert seen.index(step.agreements.add) > seen.index(row.due.edit)


def test_tab_comes_out_of_a_talk_again(qtbot, context, student):
    host = QWidget()
    qtbot.addWidget(host)
    outside = QLineEdit(host)
    page = opened(qtbot, context, student, "prepare")
    page.setParent(host)
    host.resize(1092, 614)
    host.show()
    page.show()
    host.activateWindow()
    inside = page._talk.prepare_step.focus.edit
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)
    tab_to(qtbot, outside)
    tab_to(qtbot, inside)
    for _ in range(80):
        press(qtbot, Qt.Key.Key_Backtab)
        if outside.hasFocus():
            break
    assert outside.hasFocus()


def test_the_draft_is_on_disk_within_a_second_and_a_half(qtbot, context, embedded_store, student):
    page = opened(qtbot, context, student, "record")
    step = page._talk.record_step
    began = monotonic()
    with qtbot.waitSignal(page._talk.keeper.saved, timeout=3_000):
        write(qtbot, "S")
    assert monotonic() - began < 1.5
    assert page._talk.state.text() == "Concept bewaard 09:00"
    with embedded_store.work() as work:
        assert operations.prepare(work, student).draft.summary == "S"
    assert step.summary.edit.hasFocus()


def test_the_draft_survives_closing_the_page_and_comes_back(qtbot, context, student):
    page = opened(qtbot, context, student, "record")
    step = page._talk.record_step
    write(qtbot, HOSTILE)
    step.agreements.rows[0].what.setFocus()
    write(qtbot, "half")
    page._talk.prepare_step.kind.set_value(ConversationKind.PROGRESS)
    page._talk.prepare_step.kind.changed.emit()
    step.next_on.setFocus()
    write(qtbot, "1-2-2027")
    assert page.leave()
    page.clear()
    page.close()
    again = opened(qtbot, context, student, "record")
    step = again._talk.record_step
    assert step.summary.value() == HOSTILE
    assert step.agreements.value() == (AgreementText("half"),)
    assert str(step.next_on.value()) == "2027-02-01"
    assert step.kind.value() is ConversationKind.PROGRESS
    assert again._talk.prepare_step.kind.value() is ConversationKind.PROGRESS
    assert again._talk.state.text() == "Concept bewaard 09:00"


def test_what_was_prepared_last_week_is_recorded_as_a_talk_of_today(
    qtbot, context, embedded_store, student
):
    page = opened(qtbot, context, student, "prepare")
    write(qtbot, "Hoe gaat het?")
    assert page.leave()
    page.clear()
    embedded_store.clock.moment += timedelta(days=7)
    page.open(Target("conversations", student, "record"))
    settle(context.jobs)
    step = page._talk.record_step
    assert step.held_on.value() == embedded_store.clock.today()
    # Once something was told, the day that stands there counts.
    write(qtbot, "We spraken elkaar.")
    assert page.leave()
    page.clear()
    embedded_store.clock.moment += timedelta(days=7)
    page.open(Target("conversations", student, "record"))
    settle(context.jobs)
    assert str(page._talk.record_step.held_on.value()) == "2026-11-30"


def test_a_draft_that_cannot_be_saved_keeps_you_here(qtbot, context, student):
    page = opened(qtbot, context, student, "record")
    write(qtbot, "Nog niet veilig")
    keep = page._talk.keeper._save_operation
    page._talk.keeper._save_operation = full_disk
    with qtbot.waitSignal(context.navigator.message_posted) as said:
        assert not page.leave()
    assert "nog niet bewaard" in said.args[0].text
    assert "nog niet bewaard" in page._talk.state.text()
    page._talk.keeper._save_operation = keep
    assert page.leave()
    assert page._talk.state.text() == "Concept bewaard 09:00"


def full_disk(work, draft, *_):
    raise DiskFull


def test_looking_at_a_talk_makes_no_draft(qtbot, context, embedded_store, student):
    page = opened(qtbot, context, student, "prepare")
    for step in (1, 2, 0):
        page._talk._step_chosen(step)
    assert page.leave()
    with embedded_store.work() as work:
        assert operations.prepare(work, student).draft_saved_at is None


def test_a_draft_can_be_thrown_away_and_put_back(qtbot, context, student):
    page = opened(qtbot, context, student, "record")
    write(qtbot, "weg ermee")
    assert page.leave()
    settle(context.jobs)
    with qtbot.waitSignal(context.navigator.undo_offered) as offered:
        page._talk.discard.click()
    settle(context.jobs)
    assert page._talk.record_step.summary.value() == ""
    assert not page._talk.discard.isVisible()
    undo = offered.args[0]
    context.jobs.run(undo.operation, *undo.args)
    settle(context.jobs)
    assert page._talk.record_step.summary.value() == "weg ermee"


def finish_refused(page, context) -> str:
    """Try to record; what the focused field then says is wrong."""
    page.finish_button.click()
    settle(context.jobs)
    assert page._mode in (Mode.RECORD, Mode.CORRECT)
    field = QApplication.focusWidget()
    while field is not None and not hasattr(field, "error"):
        field = field.parentWidget()
    return field.error if field is not None else ""


def test_what_cannot_be_recorded_is_said_at_its_place_and_nothing_is_lost(
    qtbot, context, embedded_store, student
):
    page = opened(qtbot, context, student, "record")
    step = page._talk.record_step
    step.held_on.setFocus()
    assert "één zin" in finish_refused(page, context)
    assert step.summary.edit.hasFocus()
    write(qtbot, "Kort gesproken.")
    step.held_on.edit.setText("1-12-2026")
    assert "deze dag komt nog" in finish_refused(page, context)
    assert step.held_on.edit.hasFocus()
    step.held_on.edit.setText("gisterenmorgen")
    assert "geen datum" in finish_refused(page, context)
    step.held_on.edit.setText("20-11-2026")
    step.next_on.edit.setText("19-11-2026")
    assert "na dit gesprek" in finish_refused(page, context)
    assert step.next_on.edit.hasFocus()
    step.next_on.edit.setText("")
    step.next_at.edit.setText("9:20")
    assert "dag" in finish_refused(page, context)
    step.next_at.edit.setText("")
    long_text = "x" * 8_001
    card = step.topics.cards[CareerCompetence.NETWORKING]
    card.unfold()
    meaning = card.fields[1]
    meaning.edit.setPlainText(long_text)
    card.head.setChecked(False)
    assert "8001" in finish_refused(page, context)
    assert meaning.edit.hasFocus()
    meaning.edit.setPlainText("")
    step.agreements.set_value((AgreementText("Zelfde"), AgreementText("zelfde")))
    finish_refused(page, context)
    assert step.agreements.problem.text() == "Er staan twee dezelfde afspraken."
    step.agreements.set_value((AgreementText("y" * 501),))
    assert "501" in finish_refused(page, context)
    step.agreements.set_value((AgreementText("Anders"),))
    step.response.set_value(StudentResponse(Verdict.DIFFERS))
    assert "eigen woorden" in finish_refused(page, context)
    assert step.response.words.edit.hasFocus()
    assert step.summary.value() == "Kort gesproken."
    write(qtbot, "Het was anders.")
    page.finish_button.click()
    settle(context.jobs)
    assert page._mode is Mode.READ
    assert only_talk(embedded_store, student).response.text == "Het was anders."


def test_a_focus_that_is_too_long_is_shown_on_its_own_step(qtbot, context, student):
    page = opened(qtbot, context, student, "record")
    write(qtbot, "Goed.")
    page._talk.prepare_step.focus.edit.setPlainText("x" * 9_000)
    page.finish_button.click()
    settle(context.jobs)
    assert page._mode is Mode.PREPARE
    assert "9000" in page._talk.prepare_step.focus.error


def test_what_the_database_refuses_keeps_the_text(qtbot, context, embedded_store, student):
    page = opened(qtbot, context, student, "record")
    write(qtbot, "Goed gesprek.")
    assert page.leave()
    with embedded_store.work() as work:
        # The student went to another counsellor while the page was open.
        from lob_workbench.people.records import Student

        work.session.get(Student, student).counsellor_id = None
    with qtbot.waitSignal(context.navigator.message_posted) as said:
        page.finish_button.click()
    settle(context.jobs)
    assert said.args[0].text
    assert page._talk.record_step.summary.value() == "Goed gesprek."
    assert page._talk.record_step.summary.edit.isEnabled()
    page._talk.keeper.forget()


def test_removing_an_agreement_can_be_undone(qtbot, context, student):
    page = opened(qtbot, context, student, "record")
    rows = page._talk.record_step.agreements
    rows.set_value((AgreementText("Eén"), AgreementText("Twee"), AgreementText("Drie")))
    rows.rows[1].remove.click()
    assert [item.what for item in rows.value()] == ["Eén", "Drie"]
    assert rows.undo.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert [item.what for item in rows.value()] == ["Eén", "Twee", "Drie"]
    assert rows.rows[1].what.edit.hasFocus()


def test_three_questions_is_the_limit_in_words(qtbot, context, student):
    page = opened(qtbot, context, student, "prepare")
    picker = page._talk.prepare_step.questions
    for choice in picker.choices[:4]:
        choice.box.click()
    assert len(picker.value()) == 3
    assert not picker.choices[3].box.isChecked()
    assert "Drie vragen is genoeg" in picker.said.text()
    before = [question.text for question in picker.value()]
    picker._slots[0].remove.click()
    assert [question.text for question in picker.value()] == before[1:]
    page._talk.go(page._talk.step.HOLD)
    assert all(text in texts_in(page._talk.hold_step) for text in before[1:])


def test_the_running_time_is_in_minutes(qtbot, context, embedded_store, student):
    page = opened(qtbot, context, student, "hold")
    assert page._talk.hold_step._time.text() == "Begonnen om 09:00"
    clock = embedded_store.clock
    clock.moment += timedelta(minutes=12, seconds=40)
    page._talk.go(page._talk.step.RECORD)
    page._talk.go(page._talk.step.HOLD)
    assert page._talk.hold_step._time.text() == "Begonnen om 09:00, 12 minuten bezig"


def test_hostile_text_stands_there_literally(qtbot, context, embedded_store):
    student = embedded_store.student("0411009", PersonName("<i>Zoë</i>", "&", "<img src=x>"))
    talk = recorded(
        embedded_store,
        student,
        focus=HOSTILE,
        summary=HOSTILE,
        topics=(TopicText(CareerCompetence.MOTIVES, HOSTILE, HOSTILE, HOSTILE),),
        agreements=(AgreementText(HOSTILE),),
        response=StudentResponse(Verdict.DIFFERS, HOSTILE),
    )
    clean = HOSTILE.replace("\u202e", "")
    page = opened(qtbot, context, talk, "read")
    assert page.title == "<i>Zoë</i> & <img src=x>"
    assert texts_in(page).count(clean) >= 7
    page.open(Target("conversations", student, "prepare"))
    settle(context.jobs)
    assert texts_in(page._talk.prepare_step).count(clean) >= 3
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    page.open(Target("conversations"))
    settle(context.jobs)
    row = page.talks.table.rows_model.row(0)
    assert page.talks.table.rows_model.columns[1].value(row) == "<i>Zoë</i> & <img src=x>"
    # A list over many students opens nobody's dossier.
    assert row.summary == ""


def test_a_correction_is_a_new_version_with_its_reason(qtbot, context, embedded_store, student):
    first = recorded(embedded_store, student)
    page = opened(qtbot, context, first, "correct")
    step = page._talk.record_step
    assert page._mode is Mode.CORRECT
    assert not page._talk.path.isVisible()
    assert step.reason.edit.hasFocus()
    assert "Vul dit nog in" in finish_refused(page, context)
    write(qtbot, "Verkeerde dag")
    step.held_on.setFocus()
    step.held_on.edit.selectAll()
    write(qtbot, "13-11-2026")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(context.jobs)
    view = only_talk(embedded_store, student)
    assert (view.version_number, view.reason) == (2, "Verkeerde dag")
    assert str(view.held_on) == "2026-11-13"
    assert "Versie 2 van 2, verbeterd: Verkeerde dag" in texts_in(page)
    page.open(Target("conversations", first, "read"))
    settle(context.jobs)
    assert "Er is een nieuwere versie" in texts_in(page)
    assert not page.correct_button.isVisible()
    with qtbot.waitSignal(context.navigator.target_requested) as asked:
        (newest,) = page.findChildren(LinkLine)
        qtbot.keyClick(newest, Qt.Key.Key_Return)
    assert asked.args[0] == Target("conversations", view.id, "read")


def test_the_student_answers_later(qtbot, context, embedded_store, student):
    talk = recorded(embedded_store, student)
    page = opened(qtbot, context, talk, "read")
    answer = page._reading._answer
    answer.ask.click()
    answer.save.click()
    assert answer.fields.choice.error
    answer.fields.choice._radios[1].click()
    answer.save.click()
    settle(context.jobs)
    assert "eigen woorden" in answer.fields.words.error
    write(qtbot, "Ik zie het zo.")
    # Something else is written meanwhile: what is being typed stays.
    with embedded_store.work() as work:
        (agreement, *_) = operations.list_agreements(work, student)
    context.jobs.run(
        operations.close_agreement, agreement.id, agreement.version, agreement.status.DONE
    )
    settle(context.jobs)
    assert answer.fields.words.value() == "Ik zie het zo."
    answer.save.click()
    settle(context.jobs)
    assert read(embedded_store, talk).response.text == "Ik zie het zo."
    assert "Hier denk ik anders over" in texts_in(answer)


def test_agreements_closed_while_preparing_leave_what_is_typed_alone(
    qtbot, context, embedded_store, student
):
    recorded(embedded_store, student)
    page = opened(qtbot, context, student, "prepare")
    step = page._talk.prepare_step
    write(qtbot, "Nog niet bewaard")
    assert [item.agreement.what for item in step.agreements.items] == [
        "Vraagt feedback",
        "Belt de stage",
    ]
    step.agreements.items[0].tick.setFocus()
    with qtbot.waitSignal(context.navigator.undo_offered) as offered:
        press(qtbot, Qt.Key.Key_Space)
        settle(context.jobs)
    assert [item.agreement.what for item in step.agreements.items] == ["Belt de stage"]
    assert step.agreements.items[0].tick.hasFocus()
    assert step.focus.value() == "Nog niet bewaard"
    undo = offered.args[0]
    context.jobs.run(undo.operation, *undo.args)
    settle(context.jobs)
    assert len(step.agreements.items) == 2
    assert step.focus.value() == "Nog niet bewaard"


def test_the_list_opens_filters_and_explains_when_empty(qtbot, context, embedded_store, student):
    page = opened(qtbot, context, None, "")
    assert page.talks.empty.isVisible()
    assert not page.student_button.isVisible()
    with qtbot.waitSignal(context.navigator.target_requested) as asked:
        press(qtbot, Qt.Key.Key_Space)
    assert asked.args[0] == Target("students")
    talk = recorded(embedded_store, student)
    recorded(embedded_store, student, kind=ConversationKind.PROGRESS)
    page.open(Target("conversations"))
    settle(context.jobs)
    assert len(page.talks.table.rows_model.rows) == 2
    page.talks.filters.set_value(frozenset({"career_reflection"}))
    page.talks.filters.changed.emit(page.talks.filters.value())
    settle(context.jobs)
    page.talks.table.setFocus()
    page.talks.table.selectRow(0)
    with qtbot.waitSignal(context.navigator.target_requested) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args[0] == Target("conversations", talk, "read")


def test_card_and_report_are_shown_as_paper(qtbot, context, embedded_store, student):
    page = opened(qtbot, context, student, "prepare")
    for _ in range(2):
        with qtbot.waitSignal(context.navigator.paper_shown, timeout=20_000) as shown_paper:
            press(qtbot, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        paper = shown_paper.args[0]
        assert paper.data.startswith(b"%PDF")
        assert paper.file_name.endswith(".pdf")
        talk = recorded(embedded_store, student)
        page.open(Target("conversations", talk, "read"))
        settle(context.jobs)
    assert paper.file_name == "Gespreksverslag Zoë van 't Hart 2026-11-16.pdf"


def test_locking_leaves_nothing_of_the_talk_on_the_page(qtbot, context, embedded_store, student):
    talk = recorded(embedded_store, student, summary="GEHEIM verslag")
    page = opened(qtbot, context, talk, "read")
    page.open(Target("conversations", student, "record"))
    settle(context.jobs)
    write(qtbot, "GEHEIM getypt")
    page.open(Target("conversations"))
    settle(context.jobs)
    assert page.leave()
    page.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for word in ("GEHEIM", "Zoë", "Hart"):
        assert word not in texts_in(page) + page.title
    assert page.talks.table.rows_model.rows == ()


def test_a_closed_page_is_freed(qtbot, context, embedded_store, student):
    talk = recorded(embedded_store, student)
    page = ConversationsPage(context)
    page.show()
    for target in (
        Target("conversations"),
        Target("conversations", student, "prepare"),
        Target("conversations", student, "record"),
        Target("conversations", talk, "read"),
    ):
        page.open(target)
        settle(context.jobs)
    gone = weakref.ref(page)
    page.close()
    shiboken6.delete(page)
    del page
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("size", [(1366 - 220, 680), (1092 - 64, 520), (820, 520)])
def test_nothing_is_wider_than_the_window(qtbot, context, embedded_store, student, size):
    talk = recorded(embedded_store, student, agreements=(AgreementText("w" * 300),))
    page = shown(qtbot, context, size)
    for target in (
        Target("conversations", student, "prepare"),
        Target("conversations", student, "hold"),
        Target("conversations", student, "record"),
        Target("conversations", talk, "read"),
        Target("conversations", talk, "correct"),
    ):
        page.open(target)
        settle(context.jobs)
        assert page.width() == size[0]
        assert page.minimumSizeHint().width() <= size[0]
        column = page._reading if page._mode is Mode.READ else page._talk._stack.currentWidget()
        assert column.content.width() <= column.viewport().width()
