"""Questions of a talk: the words that were asked stay, and what is offered fits the student."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.content import load
from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.page import ConversationsPage
from lob_workbench.features.conversations.page_questions import HANDFUL, QuestionPicker
from lob_workbench.features.conversations.report import conversation_pdf
from lob_workbench.features.questions import operations as bank
from lob_workbench.people.rules import GrantKind
from lob_workbench.talks.rules import AskedQuestion
from lob_workbench.talks.rules_questions import (
    OfferedQuestion,
    QuestionChoice,
    shipped_questions,
)
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import Navigator, PageContext
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.features.questions.test_operations import a_question, added
from tests.helpers.settled import settle
from tests.helpers.stores import Store

MOTIVES = [
    question
    for question in shipped_questions()
    if question.competence is CareerCompetence.MOTIVES
    and question.fits(ConversationKind.CAREER_REFLECTION, CareerPhase.LOWER_YEARS)
]


def asked(question: OfferedQuestion) -> AskedQuestion:
    """The question as a talk keeps it."""
    return AskedQuestion(question.id, question.text)


# What was asked


def test_an_answered_question_keeps_the_words_when_the_bank_changes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = MOTIVES[0]
    view = recorded(store, a_talk(store.student(), questions=(asked(old),)))
    mended = tuple(replace(one, text=f"Nieuw: {one.id}") for one in load.questions())
    monkeypatch.setattr("lob_workbench.talks.rules_questions.questions", lambda: mended)
    with store.work() as work:
        prep = operations.prepare(work, view.student.id)
        again = operations.read_conversation(work, view.id)
        correction = operations.prepare_correction(work, view.id).draft
        words, head = operations.read_report(work, view.id)
    now = {question.id: question.text for question in prep.choice.questions}
    assert now[old.id] == f"Nieuw: {old.id}"
    assert again.questions == correction.questions == (asked(old),)
    pages = PdfReader(BytesIO(conversation_pdf(words, head))).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert " ".join(old.text.split()[:6]) in paper
    assert "Nieuw:" not in paper


def test_an_own_question_keeps_the_words_that_were_asked(store: Store) -> None:
    question = added(store)
    text = a_question().text
    view = recorded(store, a_talk(store.student(), questions=(AskedQuestion(str(question), text),)))
    with store.work() as work:
        bank.change_question(work, a_question(id=question, version=1, text="Iets anders?"))
    with store.work() as work:
        bank.retire_question(work, question, 2)
    with store.work() as work:
        assert operations.read_conversation(work, view.id).questions[0].text == text


# What is offered


def choice_of(store: Store, student: UUID) -> QuestionChoice:
    """What the page of a talk gets."""
    with store.work() as work:
        return operations.prepare(work, student).choice


def test_what_was_asked_before_is_known_by_its_last_day(store: Store) -> None:
    student, other = store.student(), store.student("0411002")
    once, twice = MOTIVES[:2]
    early, late = TODAY - timedelta(days=90), TODAY - timedelta(days=20)
    for day, questions in ((early, (once, twice)), (late, (twice,))):
        asking = tuple(asked(question) for question in questions)
        talk = a_talk(student, held_on=day, questions=asking, agreements=(), next_talk=None)
        recorded(store, talk)
    assert choice_of(store, student).asked == {once.id: early, twice.id: late}
    assert choice_of(store, other).asked == {}


def test_a_question_that_a_correction_took_out_was_not_asked(store: Store) -> None:
    student = store.student()
    view = recorded(store, a_talk(student, questions=(asked(MOTIVES[0]),)))
    with store.work() as work:
        draft = operations.prepare_correction(work, view.id).draft
        changed = replace(draft, questions=(asked(MOTIVES[1]),), reason="Andere vraag")
        operations.record(work, changed)
    assert choice_of(store, student).asked == {MOTIVES[1].id: TODAY}


def test_the_school_offers_its_own_questions_to_every_counsellor(store: Store) -> None:
    colleague = store.colleague(Role.COUNSELLOR)
    question, student = added(store), store.student()
    store.grant(student, colleague, GrantKind.ASKED_IN, date(2099, 1, 1))
    with store.work(colleague) as work:
        offered = operations.prepare(work, student).choice.questions
    assert offered[0].id == str(question)
    with store.work() as work:
        bank.retire_question(work, question, 1)
    assert all(not one.own for one in choice_of(store, student).questions)


def test_of_a_stranger_nothing_is_told(store: Store) -> None:
    student, stranger = store.student(), store.colleague(Role.COUNSELLOR)
    recorded(store, a_talk(student, questions=(asked(MOTIVES[0]),)))
    with pytest.raises(NotFound), store.work(stranger) as work:
        operations.prepare(work, student)


# On the page


@pytest.fixture
def picker(qtbot: QtBot) -> QuestionPicker:
    """The chooser of a student of whom nothing is known."""
    picker = QuestionPicker()
    qtbot.addWidget(picker)
    picker.resize(460, 600)
    picker.set_choice(QuestionChoice(shipped_questions(), today=TODAY))
    picker.show()
    return picker


def offered_ids(picker: QuestionPicker) -> list[str]:
    """What is to be chosen from."""
    return [choice.question.id for choice in picker.choices]


def test_a_handful_is_offered_and_the_rest_comes_when_asked(picker: QuestionPicker) -> None:
    first = offered_ids(picker)
    assert len(first) == HANDFUL
    picker.more.click()
    second = offered_ids(picker)
    assert len(second) == HANDFUL
    assert set(first) | set(second) == {
        question.id
        for question in shipped_questions()
        if question.competence is CareerCompetence.QUALITIES
        and question.fits(ConversationKind.CAREER_REFLECTION, CareerPhase.LOWER_YEARS)
    }
    picker.more.click()
    assert offered_ids(picker) == first


def test_what_is_chosen_stays_chosen_while_others_are_offered(picker: QuestionPicker) -> None:
    picker.choices[0].box.click()
    chosen = picker.value()
    picker.more.click()
    picker.set_kind(ConversationKind.START)
    assert picker.value() == chosen
    picker.set_kind(ConversationKind.CAREER_REFLECTION)
    assert picker.choices[0].box.isChecked()


def test_phases_are_those_of_the_kind_and_one_is_not_asked(picker: QuestionPicker) -> None:
    assert picker.phases.value() == {CareerPhase.LOWER_YEARS}
    picker.set_kind(ConversationKind.PLACEMENT_VISIT)
    assert picker.phases.value() == {CareerPhase.PLACEMENT}
    assert picker.phases.isVisible()
    picker.set_kind(ConversationKind.START)
    assert not picker.phases.isVisible()
    assert {phase for choice in picker.choices for phase in choice.question.phases} == {
        CareerPhase.INTAKE
    }
    picker.set_kind(ConversationKind.PERSONAL_DEVELOPMENT)
    assert picker.choices == []
    assert not picker.more.isVisible()
    assert "geen vraag" in "".join(
        label.text() for label in picker.findChildren(QLabel) if label.isVisible()
    )


def test_asked_before_and_own_are_said_in_words(picker: QuestionPicker) -> None:
    mine = OfferedQuestion(
        "own", "Wat deed je?", CareerCompetence.QUALITIES, tuple(CareerPhase), own=True
    )
    before = offered_ids(picker)[0]
    day = date(2026, 5, 3)
    picker.set_choice(QuestionChoice((mine, *shipped_questions()), {before: day}, today=TODAY))
    first = picker.choices[0]
    assert first.question is mine
    assert [chip.text() for chip in first.findChildren(Chip)] == ["eigen vraag"]
    assert first.box.accessibleDescription() == "eigen vraag"
    assert before not in offered_ids(picker)
    picker.more.click()
    last = picker.choices[-1]
    assert last.question.id == before
    assert last.box.accessibleDescription() == "Gesteld op 3 mei 2026"


def test_the_chosen_words_stay_on_the_page_when_the_bank_says_something_else(
    picker: QuestionPicker,
) -> None:
    old = offered_ids(picker)[0]
    picker.set_value((AskedQuestion(old, "Zoals het toen gevraagd werd?"),))
    assert picker.choices[0].box.isChecked()
    assert picker.value() == (AskedQuestion(old, "Zoals het toen gevraagd werd?"),)
    assert "Zoals het toen gevraagd werd?" in [
        label.text() for label in picker.findChildren(QLabel) if label.isVisible()
    ]


@pytest.fixture
def page(page_context: PageContext, qtbot: QtBot) -> Iterator[ConversationsPage]:
    """The page of talks."""
    page = ConversationsPage(page_context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    yield page
    assert page.leave()


def gone_to(navigator: Navigator, button: Any) -> list[Target]:
    """Where a click on ``button`` leads."""
    heard: list[Target] = []
    navigator.target_requested.connect(heard.append)
    button.click()
    navigator.target_requested.disconnect(heard.append)
    return heard


def test_the_bank_is_reached_from_talks_and_from_preparing(
    page: ConversationsPage, page_context: PageContext, embedded_store: Store
) -> None:
    page.open(Target("conversations"))
    settle(page_context.jobs)
    assert gone_to(page_context.navigator, page.bank_button) == [Target("questions")]
    page.open(Target("conversations", embedded_store.student(), "prepare"))
    settle(page_context.jobs)
    assert not page.bank_button.isVisible()
    assert page._talk is not None
    picker = page._talk.prepare_step.questions
    assert gone_to(page_context.navigator, picker.bank) == [Target("questions")]


def test_a_question_that_was_added_meanwhile_is_offered(
    page: ConversationsPage, page_context: PageContext, embedded_store: Store
) -> None:
    page.open(Target("conversations", embedded_store.student(), "prepare"))
    settle(page_context.jobs)
    assert page._talk is not None
    picker = page._talk.prepare_step.questions
    picker.choices[0].box.click()
    chosen = picker.value()
    with embedded_store.work() as work:
        changes = bank.add_question(work, a_question(kinds=()))
    page.refresh(changes)
    settle(page_context.jobs)
    assert picker.choices[0].question.own
    assert picker.value() == chosen
