"""A trialogue on the screen: three voices beside each other, lent and closed together."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.contributions import Target
from lob_workbench.features.trialogue import operations
from lob_workbench.features.trialogue import operations_lent as lent
from lob_workbench.features.trialogue.page import TrialoguePage
from lob_workbench.features.trialogue.page_lent import LentVoice, VoiceSubject
from lob_workbench.features.trialogue.page_lent_word import LentWord
from lob_workbench.features.trialogue.rules import Trialogue, Word
from lob_workbench.people.records_placements import Company, Placement
from lob_workbench.storage.audit import open_dossier
from lob_workbench.talks import queries, queries_voices
from lob_workbench.talks.rules import ConversationView, Party, StudentResponse, Verdict
from lob_workbench.talks.rules_voices import Mark, TopicMark, VoicePart, VoiceSource
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.lent_view import LentContext, Loan
from lob_workbench.ui.theme import ThemeMode, apply_theme
from tests.helpers.settled import settle
from tests.helpers.stores import Store

HOSTILE = "<b>Jan</b> <img src=x> & R&D {first_name} om 👩🏽‍🎓"


class Care:
    """The settings' part of the context; a trialogue has no use for it."""


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
    student = embedded_store.student()
    with embedded_store.work() as work:
        company = Company(name="Hotel De Brug", place="", updated_at=embedded_store.clock.now())
        work.session.add(company)
        work.session.flush()
        work.session.add(
            Placement(
                student_id=student, company_id=company.id, trainer="Marit Bos", trainer_email="",
                trainer_phone="", starts_on=date(2026, 9, 1), ends_on=None,
                updated_at=embedded_store.clock.now(),
            )
        )  # fmt: skip
    return student


def opened(qtbot: Any, context: PageContext, student: UUID) -> TrialoguePage:
    """The page in sight, with the trialogue of this student."""
    apply_theme(QApplication.instance(), ThemeMode.LIGHT)
    page = TrialoguePage(context)
    context.jobs.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(912, 614)
    page.show()
    page.activateWindow()
    page.open(Target("trialogue", student))
    settle(context.jobs)
    return page


def trialogue(store: Store, student: UUID) -> Trialogue:
    """What the database has."""
    with store.work() as work:
        return operations.open_trialogue(work, student)


def spoken(store: Store, student: UUID, party: Party, text: str, seen: int = 0) -> None:
    """Let a party hand in on the first topic."""
    talk = trialogue(store, student).draft.id
    sources = {Party.SCHOOL: VoiceSource.SCHOOL}
    with store.work() as work:
        operations.submit_voice(
            work, talk, student, party, (VoicePart(VoiceTopic.QUALITIES, text),), "Marit Bos",
            sources.get(party, VoiceSource.LENT), seen,
        )  # fmt: skip


def recorded(store: Store, student: UUID) -> ConversationView:
    """The one talk that was recorded."""
    with store.work() as work:
        open_dossier(work, student)
        (row,) = queries.list_conversations(work, student_id=student)
        return queries.get_conversation(work, row.id)


def test_three_columns_stand_beside_each_other_without_a_horizontal_bar(
    qtbot, context, student, embedded_store
):
    spoken(embedded_store, student, Party.STUDENT, HOSTILE)
    page = opened(qtbot, context, student)
    row = page.voices.rows[VoiceTopic.QUALITIES]
    assert row.texts[Party.STUDENT].toPlainText() == HOSTILE
    assert row.texts[Party.COMPANY].isHidden()
    widths = [
        row.texts[Party.STUDENT].parentWidget().width(),
        row.school.parentWidget().width(),
        row.texts[Party.COMPANY].parentWidget().width(),
    ]
    assert max(widths) - min(widths) <= 2
    assert min(widths) > 220
    area = page.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    heads = page.voices.heads
    assert heads[Party.STUDENT].state.text().startswith("Ingevuld op")
    assert heads[Party.COMPANY].state.text() == "Nog niet ingevuld"
    assert heads[Party.COMPANY].lend_button.text() == "Laat Marit schrijven"
    assert heads[Party.SCHOOL].lend_button.isHidden()
    assert "Hotel De Brug" in page._subtitle.text()


def test_only_the_schools_column_can_be_typed_in(qtbot, context, student, embedded_store):
    spoken(embedded_store, student, Party.COMPANY, "Rustig.")
    page = opened(qtbot, context, student)
    for row in page.voices.rows.values():
        assert all(text.isReadOnly() for text in row.texts.values())
        assert not row.school.isReadOnly()


def test_typing_and_marking_is_kept_and_closing_records_it_all(
    qtbot, context, student, embedded_store
):
    spoken(embedded_store, student, Party.STUDENT, "Ik ben rustig.")
    page = opened(qtbot, context, student)
    QTest.keyClicks(QApplication.focusWidget(), "Legt goed uit.")
    row = page.voices.rows[VoiceTopic.QUALITIES]
    assert row.school.toPlainText() == "Legt goed uit."
    chips = row.marks._chips
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert row.mark() is Mark.DIFFER
    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert row.mark() is None
    qtbot.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    page.together.together.edit.setPlainText("We zien alle drie rust.")
    QTest.keyClicks(page.together.agreements.rows[0].what.edit, "Belt de planning")
    assert page.leave()
    kept = trialogue(embedded_store, student).draft
    assert kept.together == "We zien alle drie rust."
    assert kept.marks == (TopicMark(VoiceTopic.QUALITIES, Mark.DISCUSS),)
    assert "bewaard" in page.state.text()
    heard = []
    context.navigator.target_requested.connect(heard.append)
    context.navigator.message_posted.connect(heard.append)
    page.finish_action.trigger()
    settle(context.jobs)
    view = recorded(embedded_store, student)
    # Said after going: going takes the words of the page before away.
    gone, told = heard
    assert gone == Target("conversations", view.id, "read")
    assert "het verslag mee" in told.text
    assert view.summary == "We zien alle drie rust."
    assert {voice.party for voice in view.voices} == {Party.STUDENT, Party.SCHOOL}
    assert view.marks == kept.marks


def test_what_cannot_be_recorded_is_said_at_its_place(qtbot, context, student, embedded_store):
    page = opened(qtbot, context, student)
    page.finish()
    assert QApplication.focusWidget() is page.together.together.edit
    assert page.together.together.error
    page.together.together.edit.setPlainText("Samen.")
    page.together.held_on.set_value(date(2026, 11, 23) + timedelta(days=3))
    page.finish()
    assert QApplication.focusWidget() is page.together.held_on.edit
    page.together.held_on.set_value(date(2026, 11, 20))
    page.together.next_at.edit.setText("09:20")
    page.finish()
    assert QApplication.focusWidget() is page.together.next_on.edit
    assert page.together.next_on.error == "Vul ook de dag in."
    for row in ("Zelfde", "Zelfde"):
        page.together.agreements._add_below()
        page.together.agreements.rows[-1].what.edit.setText(row)
    page.together.next_at.edit.setText("")
    page.finish()
    assert page.together.agreements.problem.text() == "Er staan twee dezelfde afspraken."


def test_an_older_version_of_a_voice_can_be_read(qtbot, context, student, embedded_store):
    spoken(embedded_store, student, Party.COMPANY, "Verlegen.")
    spoken(embedded_store, student, Party.COMPANY, "Rustig.", 1)
    page = opened(qtbot, context, student)
    text = page.voices.rows[VoiceTopic.QUALITIES].texts[Party.COMPANY]
    button = page.voices.heads[Party.COMPANY].version_button
    assert (text.toPlainText(), button.text()) == ("Rustig.", "Lees versie 1")
    button.click()
    assert (text.toPlainText(), button.text()) == ("Verlegen.", "Lees de nieuwste, versie 2")
    button.click()
    assert text.toPlainText() == "Rustig."


def test_a_voice_that_comes_in_shows_and_leaves_typing_alone(
    qtbot, context, student, embedded_store
):
    page = opened(qtbot, context, student)
    QTest.keyClicks(QApplication.focusWidget(), "Half")
    spoken(embedded_store, student, Party.COMPANY, "Rustig.")
    page._load()
    settle(context.jobs)
    row = page.voices.rows[VoiceTopic.QUALITIES]
    assert row.texts[Party.COMPANY].toPlainText() == "Rustig."
    assert row.school.toPlainText() == "Half"


def test_another_desk_shows_both_versions_until_somebody_chose(
    qtbot, context, student, embedded_store
):
    page = opened(qtbot, context, student)
    page.together.together.edit.setPlainText("Van hier.")
    theirs = trialogue(embedded_store, student).draft
    embedded_store.clock.moment += timedelta(seconds=1)
    with embedded_store.work() as work:
        operations.keep_draft(work, replace(theirs, together="Van elders."))
    page.keeper.flush()
    settle(context.jobs)
    assert page.stale.isVisibleTo(page)
    page.finish()
    page.stale.mine_button.click()
    assert page.keeper.flush()
    assert trialogue(embedded_store, student).draft.together == "Van hier."
    embedded_store.clock.moment += timedelta(seconds=1)
    with embedded_store.work() as work:
        operations.keep_draft(work, replace(theirs, together="Weer elders."))
    page.together.together.edit.setPlainText("Van hier, later.")
    page.keeper.flush()
    settle(context.jobs)
    page.stale.theirs_button.click()
    assert page.together.together.value() == "Weer elders."
    assert not page.stale.isVisibleTo(page)


def test_throwing_the_draft_away_leaves_the_voices(qtbot, context, student, embedded_store):
    spoken(embedded_store, student, Party.COMPANY, "Rustig.")
    page = opened(qtbot, context, student)
    page.together.together.edit.setPlainText("Weg ermee.")
    page.leave()
    undone = []
    context.navigator.undo_offered.connect(undone.append)
    page.discard.click()
    settle(context.jobs)
    assert page.together.together.value() == ""
    view = trialogue(embedded_store, student)
    assert [voice.party for voice in view.voices] == [Party.COMPANY]
    (undo,) = undone
    with embedded_store.work() as work:
        undo.operation(work, *undo.args)
    assert trialogue(embedded_store, student).draft.together == "Weg ermee."


def lent_view(qtbot: Any, context: PageContext, loan: Loan) -> Any:
    """The view alone, as the window shows it."""
    view = loan.view(LentContext(context.jobs, context.clock), loan.subject, None)
    qtbot.addWidget(view)
    view.resize(1092, 614)
    view.show()
    view.activateWindow()
    view.begin()
    settle(context.jobs)
    return view


def test_the_company_writes_in_a_view_of_its_own(qtbot, context, student, embedded_store):
    spoken(embedded_store, student, Party.STUDENT, "GEHEIM VAN ZOË")
    page = opened(qtbot, context, student)
    loans: list[Loan] = []
    context.navigator.lent.connect(loans.append)
    page.voices.heads[Party.COMPANY].lend_button.click()
    (loan,) = loans
    assert loan.view is LentVoice
    assert isinstance(loan.subject, VoiceSubject)
    view = lent_view(qtbot, context, loan)
    assert "GEHEIM" not in "".join(field.area.toPlainText() for field in view.fields)
    assert view.name.value() == "Marit Bos"
    QTest.keyClicks(QApplication.focusWidget(), "Rustig met klanten")
    told = []
    view.handed_in.connect(told.append)
    assert view.leave()
    view.hand_in()
    settle(context.jobs)
    assert "Marit Bos" in told[0].text
    page._load()
    settle(context.jobs)
    text = page.voices.rows[VoiceTopic.QUALITIES].texts[Party.COMPANY].toPlainText()
    assert text == "Rustig met klanten"


def test_a_company_without_a_name_is_asked_who_writes(qtbot, context, student, embedded_store):
    talk = trialogue(embedded_store, student).draft.id
    view = lent_view(
        qtbot, context, Loan(LentVoice, VoiceSubject(talk, student, Party.COMPANY, "", "Zoë"))
    )
    assert QApplication.focusWidget() is view.name.edit
    view.fields[0].area.setPlainText("Rustig.")
    view.hand_in()
    assert view.name.error == "Vul hier je naam in."
    QTest.keyClicks(view.name.edit, "M. Bos")
    view.hand_in()
    settle(context.jobs)
    with embedded_store.work() as work:
        open_dossier(work, student)
        (voice,) = queries_voices.voices_of_talk(work, talk)
    assert voice.by_name == "M. Bos"


def test_what_a_student_began_is_there_again(qtbot, context, student, embedded_store):
    talk = trialogue(embedded_store, student).draft.id
    loan = Loan(LentVoice, VoiceSubject(talk, student, Party.STUDENT, "Zoë", "Zoë"))
    view = lent_view(qtbot, context, loan)
    assert view.name is None
    QTest.keyClicks(QApplication.focusWidget(), "Ik weet het nog niet")
    assert view.leave()
    again = lent_view(qtbot, context, loan)
    assert again.fields[0].area.toPlainText() == "Ik weet het nog niet"
    page = opened(qtbot, context, student)
    assert page.voices.heads[Party.STUDENT].state.text() == "Begonnen, nog niet klaar"


def test_a_party_reads_and_says_what_it_thinks(qtbot, context, student, embedded_store):
    page = opened(qtbot, context, student)
    rows = page.together.words
    assert not rows[Party.STUDENT].button.isEnabled()
    page.together.together.edit.setPlainText("We zien alle drie rust.")
    loans: list[Loan] = []
    context.navigator.lent.connect(loans.append)
    rows[Party.STUDENT].button.click()
    (loan,) = loans
    assert loan.view is LentWord
    view = lent_view(qtbot, context, loan)
    view.hand_in()
    assert view.choice.error
    view.choice.set_value(Verdict.DIFFERS)
    view.hand_in()
    assert view.words.error
    view.words.edit.setPlainText("Ik was juist zenuwachtig.")
    view.hand_in()
    settle(context.jobs)
    page._load()
    settle(context.jobs)
    assert rows[Party.STUDENT].chip.text() == "Hier denk ik anders over"
    assert rows[Party.STUDENT].text.toPlainText() == "Ik was juist zenuwachtig."
    page.together.together.edit.setPlainText("Iets anders.")
    assert rows[Party.STUDENT].chip.text() == "Las een eerdere tekst"
    again = lent_view(qtbot, context, loan)
    assert again.choice.value() is Verdict.DIFFERS
    with embedded_store.work() as work:
        word = loan.subject[0]
        lent.hand_in_word(work, _agreeing(word))
    page.together.together.edit.setPlainText("We zien alle drie rust.")
    page._load()
    settle(context.jobs)
    assert rows[Party.STUDENT].chip.text() == "Klopt"


def _agreeing(word: Word) -> Word:
    return replace(word, response=StudentResponse(Verdict.AGREES))


def test_the_page_is_walked_by_keyboard_in_the_order_of_reading(
    qtbot, context, student, embedded_store
):
    page = opened(qtbot, context, student)
    first = page.voices.rows[VoiceTopic.QUALITIES]
    first.marks.setFocus()
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen[1] is first.school
    assert seen[3] is page.voices.rows[VoiceTopic.MOTIVES].school
    assert QGuiApplication.focusObject() is not None
    assert first.school.accessibleName() == "Wat zien wij op school dat Zoë goed kan?"
