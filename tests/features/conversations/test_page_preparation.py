"""The lent view of a student on the screen, and what the counsellor sees of it afterwards."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import DiskFull, ServerUnreachable
from lob_workbench.features.conversations.operations_preparation import (
    begun_preparation,
    keep_preparation,
    read_preparations,
)
from lob_workbench.features.conversations.page_lent_preparation import LentPreparation
from lob_workbench.features.conversations.page_talk import Step
from lob_workbench.features.conversations.preparation_drafts import copy_of
from lob_workbench.features.conversations.report import conversation_card_pdf
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import PaperHead
from lob_workbench.talks.rules_preparations import (
    OWN_SUBJECT,
    FormLine,
    LineKind,
    PreparationDraft,
    PreparationForm,
    PreparedAnswer,
)
from lob_workbench.ui.away import Away
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.lent_view import LentContext
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.features.conversations.test_page import (  # fixtures and how to open a page
    context,
    jobs,
    opened,
    student,
)
from tests.features.conversations.test_preparation import OWN, handed_in
from tests.helpers.settled import settle
from tests.helpers.stores import MONDAY, Store

__all__ = ["context", "jobs", "student"]

HOSTILE = "<b>Ik</b> & <img src=x> {name} R&D"


def a_form(student_id: UUID) -> PreparationForm:
    """Two questions, an agreement, and the own subject."""
    return PreparationForm(
        student_id,
        "Zoë & <b>co</b>",
        (
            FormLine("Q-1", "Wat ging er goed?"),
            FormLine("Q-2", HOSTILE, hint="Bijvoorbeeld: op stage."),
            FormLine("agreement:1", "Vraagt feedback", LineKind.AGREEMENT),
            FormLine(OWN_SUBJECT, OWN, LineKind.OWN),
        ),
    )


class Copies:
    """A laptop that keeps copies, and may be broken."""

    def __init__(self, *copies: KeptCopy) -> None:
        self.copies, self.broken, self.discarded = copies, False, ()

    def keep(self, _copy):
        return MONDAY

    def find(self, _screen, _subject):
        if self.broken:
            raise DiskFull
        return self.copies

    def discard(self, kept):
        if self.broken:
            raise DiskFull
        self.discarded = kept

    def discard_own(self, _screen, _subject):
        """Nothing was kept."""


class Heard(QObject):
    """Keeps what a view emits."""

    any = Signal()

    def __init__(self, view: LentPreparation) -> None:
        super().__init__()
        self.outcomes: list[Any] = []
        self.said: list[Any] = []
        view.handed_in.connect(self.outcomes.append)
        view.said.connect(self.said.append)


def lent(qtbot, jobs: Jobs, store: Store, form: PreparationForm, away: Away | None = None) -> Any:
    """The view in a window, after ``begin``."""
    view = LentPreparation(LentContext(jobs, store.clock, away), form)
    qtbot.addWidget(view)
    view.resize(1092, 614)
    view.show()
    view.heard = Heard(view)
    view.begin()
    settle(jobs)
    return view


def test_a_student_writes_by_keyboard_alone_and_hands_in(qtbot, jobs, embedded_store, student):
    view = lent(qtbot, jobs, embedded_store, a_form(student))
    assert [field.area.accessibleName() for field in view.fields] == [
        line.text for line in view._form.lines
    ]
    assert view.fields[1].area.placeholderText() == "Bijvoorbeeld: op stage."
    QTest.keyClicks(view.fields[0].area, "De peuters luisterden.")
    QTest.keyClick(view.fields[0].area, Qt.Key.Key_Tab)
    for field in view.fields[1:]:
        QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert view.focusWidget() is view.later_button
    QTest.keyClick(view.later_button, Qt.Key.Key_Tab)
    QTest.keyClick(view.done_button, Qt.Key.Key_Return)
    settle(jobs)
    (outcome,) = view.heard.outcomes
    assert outcome.text == "Zoë & <b>co</b> heeft dit gesprek voorbereid."
    with embedded_store.work() as work:
        (one,), begun = read_preparations(work, student)
    assert [answer.answer for answer in one.preparation.answers] == ["De peuters luisterden."]
    assert begun.answers == ()


def test_an_empty_form_says_so_and_stays(qtbot, jobs, embedded_store, student):
    view = lent(qtbot, jobs, embedded_store, a_form(student))
    view.hand_in()
    settle(jobs)
    assert view.heard.outcomes == []
    assert "Er staat nog niets" in view.heard.said[-1].text
    assert view.done_button.isEnabled()
    assert view.leave()
    with embedded_store.work() as work:
        assert begun_preparation(work, student).answers == ()


def test_what_was_begun_stands_there_also_what_is_no_longer_asked(
    qtbot, jobs, embedded_store, student
):
    begun = PreparationDraft(
        new_id(),
        student,
        (PreparedAnswer("Q-1", "Wat ging er goed?", "Veel"), PreparedAnswer("Q-0", "Oud?", "Ja")),
    )
    with embedded_store.work() as work:
        keep_preparation(work, begun)
    view = lent(qtbot, jobs, embedded_store, a_form(student))
    assert [field.line.text for field in view.fields][:2] == ["Oud?", "Wat ging er goed?"]
    assert [field.area.toPlainText() for field in view.fields][:2] == ["Ja", "Veel"]
    view.fields[1].area.clear()
    view.fields[0].area.clear()
    assert view.leave()
    with embedded_store.work() as work:
        assert not any(one.answer for one in begun_preparation(work, student).answers)


def test_what_cannot_be_read_is_not_written_over(qtbot, jobs, embedded_store, student, monkeypatch):
    module = "lob_workbench.features.conversations.page_lent_preparation"

    def gone(_work, _student):
        raise ServerUnreachable

    monkeypatch.setattr(f"{module}.begun_preparation", gone)
    away = Away(Copies())
    view = lent(qtbot, jobs, embedded_store, a_form(student), away)
    assert view.fields == []
    assert not view.done_button.isEnabled()
    assert view.heard.said
    assert view.delivery() is None
    assert view.leave()
    assert "nog niet Klaar" in view.unfinished().text
    monkeypatch.undo()
    away.set_line(False)
    away.set_line(True)
    settle(jobs)
    assert view.done_button.isEnabled()
    away.set_line(True)
    assert len(view.fields) == 4


def test_words_on_the_laptop_come_beside_those_of_the_school(qtbot, jobs, embedded_store, student):
    here = PreparedAnswer("Q-1", "Wat ging er goed?", "Zonder lijn geschreven.")
    copy = KeptCopy(copy_of(PreparationDraft(new_id(), student, (here,))), MONDAY)
    with embedded_store.work() as work:
        stored = PreparedAnswer("Q-1", "Wat ging er goed?", "Op school.")
        keep_preparation(work, PreparationDraft(new_id(), student, (stored,)))
    copies = Copies(copy)
    view = lent(qtbot, jobs, embedded_store, a_form(student), Away(copies))
    assert view.fields[0].area.toPlainText() == "Op school.\nZonder lijn geschreven."
    view.hand_in()
    settle(jobs)
    assert copies.discarded == (copy,)
    assert view.heard.outcomes


def test_copies_that_do_not_open_hold_nobody_up(qtbot, jobs, embedded_store, student):
    copies = Copies()
    copies.broken = True
    view = lent(qtbot, jobs, embedded_store, a_form(student), Away(copies))
    assert view.heard.said
    assert len(view.fields) == 4
    view._copies = ("a copy",)
    view._let_copies_go(None)
    settle(jobs)
    assert copies.discarded == ()


# What the counsellor sees


def shown_words(widget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    return " ".join(labels + [text.toPlainText() for text in widget.findChildren(QPlainTextEdit)])


def test_preparing_and_talking_show_the_own_words(qtbot, context, embedded_store, student):
    talk = recorded(embedded_store, a_talk(student, held_on=TODAY - timedelta(days=9)))
    agreed = talk.agreements[0]
    page = opened(qtbot, context, student, "prepare")
    card = page._talk.prepare_step.student_words
    assert card.button.text() == "Laat Zoë voorbereiden"
    assert "nog niets opgeschreven" in shown_words(card)
    handed_in(
        embedded_store,
        PreparationDraft(
            new_id(),
            student,
            (
                PreparedAnswer("Q-7", "Wat wil je leren?", HOSTILE),
                PreparedAnswer(f"agreement:{agreed.id}", agreed.what, "Gelukt!"),
                PreparedAnswer(OWN_SUBJECT, OWN, "Of ik op mijn plek zit."),
            ),
        ),
    )
    page.open(page.target)
    settle(context.jobs)
    words = shown_words(card)
    assert card.title.text() == "Voorbereid door Zoë"
    assert HOSTILE in words
    assert "Hoe ging het? Vraagt feedback" in words
    assert card.button.text() == "Laat Zoë opnieuw voorbereiden"
    hold = page._talk.hold_step
    page._talk.go(Step.HOLD)
    assert "Zoë schreef: Waar wil jij het over hebben?" in shown_words(hold)
    assert "Of ik op mijn plek zit." in shown_words(hold)
    prep = page._talk.preparation
    assert conversation_card_pdf(prep, PaperHead("Het Voorbeeldcollege"))
    with embedded_store.work() as work:
        keep_preparation(work, PreparationDraft(new_id(), student, prep.student_words.answers))
    page._talk.go(Step.PREPARE)
    page._talk._load_around()
    settle(context.jobs)
    assert card.button.text() == "Laat Zoë verder schrijven"


def test_the_button_lends_the_form_of_this_talk(qtbot, context, embedded_store, student):
    recorded(embedded_store, a_talk(student, held_on=TODAY - timedelta(days=9)))
    loans = []
    context.navigator.lent.connect(loans.append)
    page = opened(qtbot, context, student, "prepare")
    page._talk.prepare_step.student_words.button.click()
    (loan,) = loans
    assert loan.view is LentPreparation
    assert loan.subject.person == "Zoë"
    assert [line.kind for line in loan.subject.lines].count(LineKind.AGREEMENT) == 2
    assert loan.subject.lines[-1].id == OWN_SUBJECT


@pytest.mark.parametrize("answers", [0, 1, 9])
def test_the_card_stays_one_page_with_own_words(context, qtbot, embedded_store, student, answers):
    from pypdf import PdfReader

    recorded(embedded_store, a_talk(student, held_on=TODAY - timedelta(days=9)))
    many = tuple(
        PreparedAnswer(f"Q-{number}", f"Vraag {number}?", "Heel lang antwoord. " * 200)
        for number in range(answers)
    )
    own = (PreparedAnswer(OWN_SUBJECT, OWN, "Mijn planning.\nEcht."),)
    handed_in(embedded_store, PreparationDraft(new_id(), student, (*many, *own)))
    page = opened(qtbot, context, student, "prepare")
    import io

    pdf = PdfReader(io.BytesIO(conversation_card_pdf(page._talk.preparation, PaperHead("School"))))
    assert len(pdf.pages) == 1
    text = pdf.pages[0].extract_text()
    assert "Zoë schreef vooraf" in text
    assert "“Mijn planning. Echt.”" in text
    assert ("antwoorden meer in het werkboek" in text) == (answers > 3)
