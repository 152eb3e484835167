"""The student reads a record along on a lent laptop and says what is right."""

# ruff: noqa: F811

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations import operations_reading as reading
from lob_workbench.features.conversations.page_reading import Reading, ReadingAlong
from lob_workbench.talks.rules import StudentResponse, Verdict
from lob_workbench.ui.lent_view import LentContext
from tests.features.conversations.test_operations import TODAY, a_talk
from tests.features.conversations.test_operations import recorded as view_of
from tests.features.conversations.test_page import (  # noqa: F401
    context,
    jobs,
    opened,
    recorded,
    settle,
    student,
)
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
    settle(context)
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
    settle(context)
    assert again.fields.value() == kept
    with qtbot.waitSignal(again.handed_in) as told:
        again.hand_in()
        settle(context)
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
