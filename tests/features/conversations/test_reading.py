"""The student reads a record along on a lent laptop and says what is right."""

# ruff: noqa: F811

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations import operations_reading as reading
from lob_workbench.features.conversations.page_reading import Reading, ReadingAlong
from lob_workbench.features.conversations.page_response_card import ResponseCard
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementText,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer
from lob_workbench.ui.lent_view import LentContext
from tests.features.conversations.test_operations import TODAY, a_talk
from tests.features.conversations.test_operations import recorded as view_of
from tests.features.conversations.test_page import (  # noqa: F401
    context,
    jobs,
    opened,
    recorded,
    student,
)
from tests.helpers.settled import settle
from tests.helpers.stores import Store

DIFFERS = StudentResponse(Verdict.DIFFERS, "Ik zag het anders \0")


def test_what_is_typed_is_kept_until_it_is_given(store: Store) -> None:
    talk = view_of(store, a_talk(store.student())).id
    with store.work() as work:
        assert reading.read_along(work, talk).typed is None
        reading.keep_words(work, talk, DIFFERS)
    with store.work() as work:
        assert reading.read_along(work, talk).typed == DIFFERS
        assert operations.read_conversation(work, talk).response is None
    with pytest.raises(InputRefused), store.work() as work:
        reading.give_words(work, talk, replace(DIFFERS, text=" "))
    with store.work() as work:
        reading.give_words(work, talk, DIFFERS)
    with store.work() as work:
        after = reading.read_along(work, talk)
    assert after.typed is None
    assert after.talk.response == StudentResponse(Verdict.DIFFERS, "Ik zag het anders", TODAY)


def test_a_talk_that_is_not_there_cannot_be_read_along(store: Store) -> None:
    with pytest.raises(NotFound), store.work() as work:
        reading.read_along(work, store.owner.staff_id)


def test_a_company_says_its_own_word_later_and_each_party_has_its_own_typing(store: Store) -> None:
    student = store.student()
    talk = view_of(store, a_talk(student, form=ConversationForm.TRIALOGUE)).id
    with store.work() as work:
        reading.keep_words(work, talk, DIFFERS, Party.COMPANY)
        reading.keep_words(work, talk, StudentResponse(Verdict.AGREES))
    with store.work() as work:
        assert reading.read_along(work, talk, Party.COMPANY).typed == DIFFERS
        reading.give_words(work, talk, DIFFERS, Party.COMPANY)
    with store.work() as work:
        after = reading.read_along(work, talk)
    assert after.typed == StudentResponse(Verdict.AGREES)
    assert after.talk.response is None
    assert after.talk.company_response == StudentResponse(
        Verdict.DIFFERS, "Ik zag het anders", TODAY
    )


@pytest.mark.parametrize(
    ("form", "party"),
    [
        (ConversationForm.DIALOGUE, Party.COMPANY),
        (ConversationForm.TRIALOGUE, Party.SCHOOL),
    ],
)
def test_who_has_no_word_on_a_talk_does_not_read_it(
    store: Store, form: ConversationForm, party: Party
) -> None:
    talk = view_of(store, a_talk(store.student(), form=form)).id
    for do, words in (
        (reading.read_along, ()),
        (reading.keep_words, (DIFFERS,)),
        (reading.give_words, (DIFFERS,)),
    ):
        with pytest.raises(NotFound), store.work() as work:
            do(work, talk, *words, party)


def texts(widget: QWidget) -> str:
    words = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join(
        [*words, *(area.toPlainText() for area in widget.findChildren(QPlainTextEdit))]
    )


def test_the_lent_view_shows_the_record_and_takes_the_answer(
    qtbot, context, embedded_store, student
) -> None:
    talk = recorded(embedded_store, student, focus="De stage")
    view = ReadingAlong(LentContext(context.jobs, context.clock), Reading(talk, "Zoë"))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.begin()
    settle(context.jobs)
    for words in ("Dit deel is van Zoë", "Hoe het op stage gaat.", "Belt de stage", "Geduld."):
        assert words in texts(view)
    view.hand_in()
    assert "Kies eerst wat jij ervan vindt." in texts(view)
    view.fields.choice.set_value(Verdict.DIFFERS)
    view.fields._chosen()
    view.hand_in()
    assert "Schrijf op hoe jij erover denkt." in texts(view)
    view.fields.words.setFocus()
    QTest.keyClicks(view.fields.words.edit, "Het was juist druk")
    assert view.leave()
    with embedded_store.work() as work:
        kept = reading.read_along(work, talk).typed
    assert kept is not None
    assert kept.text == "Het was juist druk"
    # Somebody else's laptop session later: it is still there.
    again = ReadingAlong(LentContext(context.jobs, context.clock), Reading(talk, "Zoë"))
    qtbot.addWidget(again)
    again.begin()
    settle(context.jobs)
    assert again.fields.value() == kept
    with qtbot.waitSignal(again.handed_in) as told:
        again.hand_in()
        settle(context.jobs)
    assert "Zoë heeft het verslag gelezen" in told.args[0].text
    with embedded_store.work() as work:
        said = operations.read_conversation(work, talk).response
    assert said is not None
    assert said.text == "Het was juist druk"


def test_the_read_page_lends_the_laptop(qtbot, context, embedded_store, student) -> None:
    talk = recorded(embedded_store, student)
    page = opened(qtbot, context, talk, "read")
    card = page._reading._answer
    assert "meelezen" in card.lend.text()
    with qtbot.waitSignal(context.navigator.lent) as lent:
        card.lend.click()
    assert lent.args[0].subject == Reading(talk, "Zoë")


def test_the_company_reads_on_the_lent_laptop_what_was_said_with_it(
    qtbot, context, embedded_store, student
) -> None:
    private = (AgreementText("Belt de huisarts"),)
    before = view_of(
        embedded_store, a_talk(student, held_on=TODAY - timedelta(days=42), agreements=private)
    )
    answers = tuple(
        ReturnedAnswer(one.id, one.version, AgreementAnswer(AgreementStatus.DONE))
        for one in before.agreements
    )
    talk = recorded(
        embedded_store, student, form=ConversationForm.TRIALOGUE, answers=answers, held_on=TODAY
    )
    page = opened(qtbot, context, talk, "read")
    card = page._reading._company
    assert isinstance(card, ResponseCard)
    assert card.lend.text() == "Laat het leerbedrijf meelezen"
    with qtbot.waitSignal(context.navigator.lent) as lent:
        card.lend.click()
    subject = lent.args[0].subject
    assert subject == Reading(talk, "het leerbedrijf", Party.COMPANY)
    view = ReadingAlong(LentContext(context.jobs, context.clock), subject)
    qtbot.addWidget(view)
    view.begin()
    settle(context.jobs)
    assert "Belt de stage" in texts(view)
    # What was agreed in a talk without the company stays between student and school.
    assert "Belt de huisarts" in texts(page)
    assert "Belt de huisarts" not in texts(view)
    assert "Teruggekeken op" not in texts(view)
    view.fields.choice.set_value(Verdict.AGREES)
    with qtbot.waitSignal(view.handed_in):
        view.hand_in()
        settle(context.jobs)
    with embedded_store.work() as work:
        said = operations.read_conversation(work, talk)
    assert said.response is None
    assert said.company_response == StudentResponse(Verdict.AGREES, "", TODAY)
