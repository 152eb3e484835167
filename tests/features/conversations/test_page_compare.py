"""Two desks over one store: whoever comes second sees both versions, and neither is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lob_workbench.domain.contributions import Target
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.drafts import copy_of, from_json
from lob_workbench.features.conversations.page import ConversationsPage, Mode
from lob_workbench.features.conversations.page_agreements import StudentAgreements
from lob_workbench.storage.away_drafts import SchoolDrafts
from lob_workbench.storage.server import ServerAddress
from lob_workbench.talks.rules import AgreementStatus
from lob_workbench.ui.away import Away
from lob_workbench.ui.context import Navigator, PageContext, Undo
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.theme import ThemeMode, apply_theme
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.settled import settle
from tests.helpers.stores import Store


class Desk:
    """A window of one person: jobs and pages of its own over the shared store."""

    def __init__(self, store: Store, qtbot: QtBot, away: Away | None = None) -> None:
        apply_theme(QApplication.instance(), ThemeMode.LIGHT)  # type: ignore[arg-type]
        self.store = store
        self.qtbot = qtbot
        self.jobs = Jobs(store.work)
        care: Any = None
        self.context = PageContext(self.jobs, store.clock, store.owner, Navigator(), (), care, away)
        self.undo: list[Undo] = []
        self.said: list[str] = []
        self.context.navigator.undo_offered.connect(self._take_undo)
        self.context.navigator.message_posted.connect(self._take_said)
        self.page: Any = None

    def _take_undo(self, undo: Undo) -> None:
        self.undo.append(undo)

    def _take_said(self, message: Any) -> None:
        self.said.append(message.text)

    def show(self, widget: QWidget) -> None:
        self.qtbot.addWidget(widget)
        widget.resize(1092, 614)
        widget.show()
        widget.activateWindow()

    def open(self, entity: UUID, mode: Mode) -> Any:
        if self.page is None:
            self.page = ConversationsPage(self.context)
            self.jobs.changed.connect(self.page.refresh)
            self.show(self.page)
        self.page.open(Target("conversations", entity, mode.value))
        self.settle()
        return self.page._talk

    def come_front(self) -> None:
        self.store.clock.moment += timedelta(minutes=1)
        self.page.activateWindow()
        QApplication.processEvents()

    def settle(self) -> None:
        settle(self.jobs)

    def keep(self) -> bool:
        self.come_front()
        kept: bool = self.page._talk.save_now()
        self.settle()
        return kept

    def finish(self) -> None:
        self.come_front()
        self.page._talk.finish()
        self.settle()

    def click(self, button: Any) -> None:
        self.come_front()
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.settle()

    def take_back(self) -> None:
        self.come_front()
        undo = self.undo.pop()
        self.jobs.run(undo.operation, *undo.args)
        self.settle()


@pytest.fixture
def desks(embedded_store: Store, qtbot: QtBot) -> Iterator[tuple[Desk, Desk]]:
    both = Desk(embedded_store, qtbot), Desk(embedded_store, qtbot)
    yield both
    for desk in both:
        desk.jobs.stop()


def seen(widget: QWidget) -> str:
    """What can be read on the screen now."""
    found = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    found += [e.toPlainText() for e in widget.findChildren(QPlainTextEdit) if e.isVisible()]
    return "\n".join(found)


def versions(store: Store, talk_id: UUID) -> list[str]:
    with store.work() as work:
        view = operations.read_conversation(work, talk_id)
        return [operations.read_conversation(work, version).summary for version in view.versions]


def stored_draft(store: Store, student: UUID) -> str:
    with store.work() as work:
        return operations.prepare(work, student).draft.summary


def two_corrections(desks: tuple[Desk, Desk], store: Store) -> tuple[Any, UUID]:
    """Both correct the first version; the other desk records, then here it is tried as well."""
    here, there = desks
    first = recorded(store, a_talk(store.student()))
    mine = here.open(first.id, Mode.CORRECT)
    theirs = there.open(first.id, Mode.CORRECT)
    theirs.record_step.summary.set_value("Zoals zij het zag.")
    theirs.record_step.reason.set_value("Haar reden")
    there.finish()
    mine.record_step.summary.set_value("Zoals ik het zag.")
    mine.record_step.reason.set_value("Mijn reden")
    mine._edited()
    here.finish()
    return mine, first.id


def test_the_second_of_two_corrections_sees_both_and_is_recorded_after_it(desks, embedded_store):
    here, _ = desks
    talk, first = two_corrections(desks, embedded_store)
    assert talk.compare_view.isVisible()
    assert talk.compare_view.record_button.hasFocus()
    for words in ("Zoals ik het zag.", "Zoals zij het zag.", "Mijn reden", "Haar reden"):
        assert words in seen(here.page)
    here.click(talk.compare_view.record_button)
    summaries = versions(embedded_store, first)
    assert summaries[1:] == ["Zoals zij het zag.", "Zoals ik het zag."]
    assert here.page.target.detail == Mode.READ


def test_my_correction_can_be_written_on_and_asks_for_its_reason(desks, embedded_store):
    here, _ = desks
    talk, first = two_corrections(desks, embedded_store)
    here.click(talk.compare_view.write_button)
    assert here.page.target.detail == Mode.CORRECT
    assert talk.record_step.summary.value() == "Zoals ik het zag."
    talk.record_step.reason.set_value("")
    here.finish()
    assert talk.record_step.reason.isAncestorOf(QApplication.focusWidget())
    talk.record_step.reason.set_value("Toch zo")
    here.finish()
    assert versions(embedded_store, first)[1:] == ["Zoals zij het zag.", "Zoals ik het zag."]


def test_my_correction_thrown_away_comes_back_by_undo(desks, embedded_store):
    here, _ = desks
    talk, first = two_corrections(desks, embedded_store)
    here.click(talk.compare_view.drop_button)
    assert here.page.target.detail == Mode.READ
    assert "Zoals zij het zag." in seen(here.page)
    standing = here.page.target.entity
    here.take_back()
    talk = here.open(standing, Mode.CORRECT)
    assert talk.record_step.summary.value() == "Zoals ik het zag."
    assert versions(embedded_store, first)[-1] == "Zoals zij het zag."


def one_draft_at_two_desks(desks: tuple[Desk, Desk], store: Store) -> tuple[Any, Any, UUID]:
    here, there = desks
    student = store.student()
    mine, theirs = here.open(student, Mode.RECORD), there.open(student, Mode.RECORD)
    theirs.record_step.summary.set_value("Van daar.")
    theirs._edited()
    assert there.keep()
    mine.record_step.summary.set_value("Van hier.")
    mine._edited()
    assert here.keep()
    return mine, theirs, student


def test_a_draft_of_another_desk_is_not_overwritten_and_both_are_shown(desks, embedded_store):
    here, _ = desks
    mine, _, student = one_draft_at_two_desks(desks, embedded_store)
    assert mine.compare_view.mine_button.hasFocus()
    assert "Van daar." in seen(here.page)
    assert "Van hier." in seen(here.page)
    # The window may close now: nobody chose, and both are kept.
    with embedded_store.work() as work:
        prep = operations.prepare(work, student)
    assert prep.aside is not None
    assert (prep.draft.summary, prep.aside.summary) == ("Van daar.", "Van hier.")
    here.click(mine.compare_view.mine_button)
    assert stored_draft(embedded_store, student) == "Van hier."
    assert mine.record_step.summary.value() == "Van hier."
    here.take_back()
    assert stored_draft(embedded_store, student) == "Van daar."
    assert mine.record_step.summary.value() == "Van daar."


def test_the_other_draft_can_be_taken_and_mine_comes_back_by_undo(desks, embedded_store):
    here, _ = desks
    mine, _, student = one_draft_at_two_desks(desks, embedded_store)
    here.click(mine.compare_view.theirs_button)
    assert mine.record_step.summary.value() == "Van daar."
    assert not mine.compare_view.isVisible()
    here.take_back()
    assert mine.record_step.summary.value() == "Van hier."
    # And this desk goes on in it without being asked again.
    mine.record_step.summary.set_value("Van hier, verder.")
    mine._edited()
    assert here.keep()
    assert stored_draft(embedded_store, student) == "Van hier, verder."


def test_a_draft_that_waits_aside_is_offered_wherever_the_talk_is_opened(desks, embedded_store):
    here, there = desks
    mine, _, student = one_draft_at_two_desks(desks, embedded_store)
    there.page.clear()
    again = there.open(student, Mode.RECORD)
    assert again.compare_view.isVisible()
    there.click(again.compare_view.mine_button)
    assert again.record_step.summary.value() == "Van hier."
    # Here the same question is still asked; what was chosen there is seen, not overwritten.
    here.click(mine.compare_view.theirs_button)
    here.settle()
    assert stored_draft(embedded_store, student) == "Van hier."


def test_typing_on_at_the_other_desk_while_choosing_shows_the_newer_words(desks, embedded_store):
    here, there = desks
    mine, theirs, student = one_draft_at_two_desks(desks, embedded_store)
    theirs.record_step.summary.set_value("Van daar, verder.")
    theirs._edited()
    assert there.keep()
    here.click(mine.compare_view.mine_button)
    assert mine.compare_view.isVisible()
    assert "Van daar, verder." in seen(here.page)
    assert stored_draft(embedded_store, student) == "Van daar, verder."


def test_two_drafts_of_one_talk_that_was_recorded_meanwhile(desks, embedded_store):
    here, there = desks
    student = embedded_store.student()
    theirs = there.open(student, Mode.RECORD)
    theirs.record_step.summary.set_value("Samen begonnen.")
    theirs._edited()
    assert there.keep()
    mine = here.open(student, Mode.RECORD)
    there.finish()
    mine.record_step.summary.set_value("Hier anders.")
    mine._edited()
    here.finish()
    assert "Samen begonnen." in seen(here.page)
    assert "Hier anders." in seen(here.page)
    here.click(mine.compare_view.record_button)
    # A correction needs its reason: asked as always.
    assert mine.record_step.reason.isAncestorOf(QApplication.focusWidget())
    mine.record_step.reason.set_value("Vergeten")
    here.finish()
    with embedded_store.work() as work:
        (row,) = operations.list_conversations(work, student)
    assert versions(embedded_store, row.id) == ["Samen begonnen.", "Hier anders."]


def agreements_of(desk: Desk, student: UUID) -> Any:
    tab = StudentAgreements(desk.context)
    desk.show(tab)
    tab.show_student(student)
    desk.settle()
    desk.page = tab
    return tab


def test_a_stale_tick_tells_who_was_first_and_can_be_done_after_all(desks, embedded_store):
    here, there = desks
    student = embedded_store.student()
    agreement = recorded(embedded_store, a_talk(student)).agreements[0]
    mine, theirs = agreements_of(here, student), agreements_of(there, student)
    (item,) = (item for item in theirs.open_list.items if item.agreement.id == agreement.id)
    item.form.open()
    item.form.reason.set_value("Niet meer nodig")
    item.form._give()
    there.settle()
    here.come_front()
    (item,) = (item for item in mine.open_list.items if item.agreement.id == agreement.id)
    item.tick.click()
    here.settle()
    notice = mine.open_list.notice
    for words in (agreement.what, "vervallen", "‘Niet meer nodig’", "Jij wilde: gedaan."):
        assert words in notice.words.text()
    assert notice.do_button.hasFocus()
    here.click(notice.do_button)
    assert not notice.isVisible()
    assert closed(embedded_store, student, agreement.id) == (AgreementStatus.DONE, "")
    here.take_back()
    stands = closed(embedded_store, student, agreement.id)
    assert stands == (AgreementStatus.DROPPED, "Niet meer nodig")


def test_the_reason_of_a_stale_drop_is_not_lost(desks, embedded_store):
    here, there = desks
    student = embedded_store.student()
    agreement = recorded(embedded_store, a_talk(student)).agreements[0]
    mine = agreements_of(here, student)
    there.jobs.run(operations.close_agreement, agreement.id, agreement.version,
                   AgreementStatus.DONE)  # fmt: skip
    there.settle()
    here.come_front()
    (item,) = (item for item in mine.open_list.items if item.agreement.id == agreement.id)
    item.form.open()
    item.form.reason.set_value("Ze is verhuisd")
    item.form._give()
    here.settle()
    notice = mine.open_list.notice
    assert "op gedaan" in notice.words.text()
    assert "‘Ze is verhuisd’" in notice.words.text()
    here.click(notice.do_button)
    stands = closed(embedded_store, student, agreement.id)
    assert stands == (AgreementStatus.DROPPED, "Ze is verhuisd")


def closed(store: Store, student: UUID, agreement: UUID) -> tuple[AgreementStatus, str]:
    with store.work() as work:
        views = operations.list_agreements(work, student)
    (view,) = (view for view in views if view.id == agreement)
    return view.status, view.closed_reason


@pytest.fixture
def laptop(embedded_store: Store, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose laptop kept words that the school does not have, beside those it has."""
    address = ServerAddress("lob.example", "lob", "anna")
    drafts = SchoolDrafts(tmp_path, bytes(32), address, embedded_store.clock, by_password=False)
    desk = Desk(embedded_store, qtbot, Away(drafts))
    yield desk
    desk.jobs.stop()


def on_laptop(desk: Desk) -> list[str]:
    assert desk.context.away is not None
    return [from_json(kept.copy.content).summary for kept in desk.context.away.drafts.all()]


def two_drafts(desk: Desk) -> tuple[Any, UUID]:
    student = desk.store.student()
    draft = a_talk(student, summary="Op de laptop.")
    assert desk.context.away is not None
    desk.context.away.drafts.keep(copy_of(draft))
    with desk.store.work() as work:
        operations.keep_draft(work, replace(draft, summary="Op school."))
    talk = desk.open(student, Mode.RECORD)
    desk.settle()
    return talk, student


def test_words_of_the_laptop_and_the_school_are_compared_and_the_choice_can_be_undone(laptop):
    talk, student = two_drafts(laptop)
    laptop.click(talk.away_banner.compare_button)
    assert "Op de laptop." in seen(laptop.page)
    assert "Op school." in seen(laptop.page)
    laptop.click(talk.compare_view.mine_button)
    laptop.settle()
    assert stored_draft(laptop.store, student) == "Op de laptop."
    assert on_laptop(laptop) == []
    assert not talk.away_banner.isVisible()
    laptop.take_back()
    assert talk.record_step.summary.value() == "Op school."


def test_using_the_words_of_the_laptop_can_be_undone(laptop):
    talk, student = two_drafts(laptop)
    laptop.click(talk.away_banner.use_button)
    laptop.settle()
    assert talk.record_step.summary.value() == "Op de laptop."
    assert stored_draft(laptop.store, student) == "Op de laptop."
    laptop.take_back()
    assert stored_draft(laptop.store, student) == "Op school."


def test_a_copy_on_the_laptop_thrown_away_comes_back(laptop):
    talk, _ = two_drafts(laptop)
    laptop.click(talk.away_banner.drop_button)
    assert on_laptop(laptop) == []
    assert talk.away_banner.undo_button.hasFocus()
    laptop.click(talk.away_banner.undo_button)
    assert on_laptop(laptop) == ["Op de laptop."]
    assert talk.away_banner.use_button.isVisible()
    laptop.click(talk.away_banner.drop_button)
    assert on_laptop(laptop) == []
