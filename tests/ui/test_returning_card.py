"""Agreements that come back, as a card by itself: what it asks, keeps and refuses."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lob_workbench.talks.rules import AgreementOwner, AgreementStatus, AgreementView
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer
from lob_workbench.ui.forms import RadioButton
from lob_workbench.ui.returning_card import ReturningCard

TODAY = date(2026, 11, 23)


def today() -> date:
    """The day of the test."""
    return TODAY


def view(what: str, **fields: object) -> AgreementView:
    """An open agreement of two weeks ago."""
    values: dict[str, object] = {
        "id": uuid4(), "student_id": UUID(int=1), "student_name": "Zoë van 't Hart", "what": what,
        "owner": AgreementOwner.COMPANY, "due_on": None, "status": AgreementStatus.OPEN,
        "closed_on": None, "closed_reason": "", "made_on": TODAY - timedelta(days=14), "version": 1,
    }  # fmt: skip
    return AgreementView(**(values | fields))  # type: ignore[arg-type]


@pytest.fixture
def card(qtbot: QtBot) -> ReturningCard:
    """A card in sight."""
    card = ReturningCard(today)
    qtbot.addWidget(card)
    card.resize(900, 300)
    card.show()
    card.activateWindow()
    return card


def test_without_agreements_there_is_no_card(card: ReturningCard) -> None:
    card.show_draft((), (), required=True)
    assert card.isHidden()
    assert card.value() == ()
    assert not card.refused()


def test_hostile_words_stand_as_they_are_and_are_named_to_a_reader_of_the_screen(
    card: ReturningCard,
) -> None:
    words = "<b>Jan</b> & R&D \u202e 👩🏽‍🎓"
    card.show_draft((view(words),), (), required=True)
    (row,) = card.asked()
    assert row._what.text() == words
    assert row._what.textFormat() is Qt.TextFormat.PlainText
    names = [radio.accessibleName() for radio in row.choice.findChildren(RadioButton)]
    assert names == [f"{answer}: {words}" for answer in ("Gedaan", "Loopt door", "Vervallen")]
    assert row._facts.text().startswith("leerbedrijf · afgesproken op")


def test_one_two_three_answer_and_what_was_typed_comes_back(card: ReturningCard) -> None:
    views = (view("Eén"), view("Twee"), view("Drie"))
    card.show_draft(views, (), required=True)
    for row, key in zip(card.asked(), (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), strict=True):
        QTest.keyClick(row, key)
    card.rows[views[2].id].reason.edit.setText("Niet nodig")
    given = card.value()
    assert [one.answer.status for one in given] == ["done", "open", "dropped"]
    card.show_draft(views, given, required=True)
    assert card.value() == given


def test_a_correction_asks_nothing_and_shows_what_was_answered(card: ReturningCard) -> None:
    answered, silent = view("Eén"), view("Twee")
    done = ReturnedAnswer(answered.id, 1, AgreementAnswer(AgreementStatus.DONE), "Eén")
    card.show_draft((answered, silent), (done,), required=False)
    assert [row.view.what for row in card.asked()] == ["Eén"]
    assert not card.refused()


def test_another_answer_elsewhere_waits_for_a_choice(card: ReturningCard) -> None:
    one = view("Eén")
    card.show_draft((one,), (), required=True)
    QTest.keyClick(card.asked()[0], Qt.Key.Key_3)
    card.rows[one.id].reason.edit.setText("Niet nodig")
    card.show_around((replace(one, version=2, status=AgreementStatus.DONE),))
    assert card.refused()
    row = card.rows[one.id]
    assert row.leave.hasFocus()
    row.insist.click()
    assert not card.refused()
    assert card.value()[0].version == 2
