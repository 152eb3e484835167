"""The tab *Vertrouwelijk* as somebody of the second line meets it, and what others meet."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTabWidget
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import ServerGone
from lob_workbench.domain.rights import Role
from lob_workbench.features.confidential import operations
from lob_workbench.features.confidential.page import ConfidentialNotes
from lob_workbench.features.confidential.records import ConfidentialNote
from lob_workbench.features.confidential.rules import NoteDraft, StudentNotes
from lob_workbench.features.students.page import StudentsPage
from lob_workbench.people.records import AccessGrant
from lob_workbench.storage.away_drafts import SchoolDrafts
from lob_workbench.storage.base import new_id
from lob_workbench.storage.server import ServerAddress
from lob_workbench.ui.away import Away
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from tests.helpers.settled import settle
from tests.helpers.stores import Store

SECRET = "Thuis is het <b>onveilig</b> & R&D <img src=x>."
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., StudentsPage]


@pytest.fixture
def show(store: Store, qtbot: QtBot) -> Iterator[Show]:
    """The page of a student, opened by an actor with a login of their own where there are any."""
    running: list[Jobs] = []

    def show(actor: Actor, student: UUID, tab: str = "confidential") -> StudentsPage:
        jobs = Jobs(lambda: store.work(actor))
        running.append(jobs)
        care: Any = SimpleNamespace(shared=True)
        context = PageContext(jobs, store.clock, actor, Navigator(), FEATURES, care)
        page = StudentsPage(context)
        qtbot.addWidget(page)
        page.resize(1092, 614)
        page.show()
        page.activateWindow()
        jobs.changed.connect(page.refresh)
        page.open(Target("students", student, tab))
        settle(page._context.jobs)
        return page

    yield show
    for jobs in running:
        jobs.stop()


@pytest.fixture
def student(store: Store) -> UUID:
    """A student of the owner."""
    return store.student()


@pytest.fixture
def writer(store: Store, student: UUID) -> Actor:
    """Somebody of the second line with an active referral."""
    actor = store.colleague(Role.SECOND_LINE)
    store.grant(student, actor)
    return actor


def tabs(page: StudentsPage) -> list[str]:
    """The tabs in sight."""
    (bar,) = page.findChildren(QTabWidget)
    return [bar.tabText(each) for each in range(bar.count()) if bar.isTabVisible(each)]


def tab_of(page: StudentsPage) -> ConfidentialNotes:
    """The tab of restricted notes."""
    (tab,) = page.findChildren(ConfidentialNotes)
    return tab


def words(page: StudentsPage) -> str:
    """Every text that the page holds, in sight or not."""
    labels = " ".join(label.text() for label in page.findChildren(QLabel))
    return labels + " ".join(area.toPlainText() for area in page.findChildren(QPlainTextEdit))


def chips(page: StudentsPage) -> list[str]:
    """The chips in sight."""
    return [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]


def noted(store: Store, actor: Actor, student: UUID, text: str = SECRET, **fields: UUID) -> UUID:
    """Record a note."""
    with store.work(actor) as work:
        return operations.record(work, NoteDraft(new_id(), student, text, **fields)).note_id


def read(store: Store, actor: Actor, student: UUID) -> StudentNotes:
    """The notes as the second line reads them."""
    with store.work(actor) as work:
        return operations.read_notes(work, student)


def test_a_note_is_typed_and_recorded_by_the_keyboard(
    store: Store, show: Show, student: UUID, writer: Actor, qtbot: QtBot
) -> None:
    page = show(writer, student)
    tab = tab_of(page)
    assert tab.isVisible()
    assert tab.writing.field.edit.hasFocus()
    qtbot.keyClicks(tab.writing.field.edit, SECRET)
    qtbot.keyClick(tab.writing.field.edit, Qt.Key.Key_Return, CTRL)
    settle(page._context.jobs)
    (note,) = read(store, writer, student).notes
    assert note.newest.text == SECRET
    (card,) = tab.cards
    assert card.text.toPlainText() == SECRET
    assert tab.writing.field.value() == ""
    assert tab.writing.field.edit.hasFocus()
    assert read(store, writer, student).kept.saved_at is None


def test_a_correction_keeps_the_old_words_behind_a_fold(
    store: Store, show: Show, student: UUID, writer: Actor, qtbot: QtBot
) -> None:
    noted(store, writer, student)
    page = show(writer, student)
    tab = tab_of(page)
    qtbot.keyClicks(tab.writing.field.edit, "Iets nieuws")
    assert tab.cards[0].correct_button is not None
    qtbot.keyClick(tab.cards[0].correct_button, Qt.Key.Key_Return)
    settle(page._context.jobs)
    assert tab.writing.field.value() == SECRET
    tab.writing.field.edit.selectAll()
    qtbot.keyClicks(tab.writing.field.edit, "Het is weer veilig.")
    tab.writing.record_button.click()
    settle(page._context.jobs)
    (card,) = tab.cards
    assert card.text.toPlainText() == "Het is weer veilig."
    assert card.fold is not None
    assert not card.earlier.isVisible()
    qtbot.keyClick(card.fold, Qt.Key.Key_Return)
    assert card.earlier.isVisible()
    assert SECRET in [area.toPlainText() for area in card.earlier.findChildren(QPlainTextEdit)]
    # What was being written besides came back by itself.
    assert tab.writing.field.value() == "Iets nieuws"


@pytest.mark.parametrize("way", ["page left", "locked", "other student"])
def test_nothing_typed_is_lost(
    store: Store, show: Show, student: UUID, writer: Actor, qtbot: QtBot, way: str
) -> None:
    other = store.student("2")
    store.grant(other, writer)
    page = show(writer, student)
    qtbot.keyClicks(tab_of(page).writing.field.edit, "Half af")
    if way == "other student":
        page.open(Target("students", other, "confidential"))
    else:
        assert page.leave()
    settle(page._context.jobs)
    if way == "locked":
        page.clear()
    if way != "page left":
        assert "Half af" not in words(page)
    again = show(writer, student)
    assert tab_of(again).writing.field.value() == "Half af"
    tab_of(again).writing.discard_button.click()
    settle(again._context.jobs)
    assert tab_of(again).writing.field.value() == ""


def test_locking_leaves_no_note_behind(
    store: Store, show: Show, student: UUID, writer: Actor
) -> None:
    first = noted(store, writer, student)
    noted(store, writer, student, "Het is weer veilig.", replaces=first)
    page = show(writer, student)
    assert SECRET in words(page)
    page.clear()
    tab = tab_of(page)
    assert tab.cards == []
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert SECRET not in words(page)
    assert "veilig" not in words(page)


def test_a_colleagues_note_comes_by_itself_and_disturbs_no_typing(
    store: Store, show: Show, student: UUID, writer: Actor, qtbot: QtBot
) -> None:
    page = show(writer, student)
    tab = tab_of(page)
    qtbot.keyClicks(tab.writing.field.edit, "Half af")
    colleague = store.colleague(Role.SECOND_LINE)
    store.grant(student, colleague)
    recorded = noted(store, colleague, student, "Van een collega.")
    from lob_workbench.domain.changes import Changes

    page._context.jobs.changed.emit(Changes.of("confidential_note", recorded))
    settle(page._context.jobs)
    (card,) = tab.cards
    assert card.text.toPlainText() == "Van een collega."
    assert card.correct_button is None
    assert tab.writing.field.value() == "Half af"
    assert tab.writing.field.edit.hasFocus()
    assert page.leave()


def test_typing_on_in_what_another_desk_recorded_makes_a_note_beside(
    store: Store, show: Show, student: UUID, writer: Actor, qtbot: QtBot
) -> None:
    page = show(writer, student)
    tab = tab_of(page)
    qtbot.keyClicks(tab.writing.field.edit, "Een")
    assert page.leave()
    draft = tab.draft()
    assert draft is not None
    with store.work(writer) as work:
        operations.record(work, draft)
    qtbot.keyClicks(tab.writing.field.edit, " en twee")
    for _ in range(2):
        qtbot.keyClick(tab.writing.field.edit, Qt.Key.Key_Return, CTRL)
        settle(page._context.jobs)
    texts = [note.newest.text for note in read(store, writer, student).notes]
    assert sorted(texts) == ["Een", "Een en twee"]


def test_an_empty_note_is_refused_at_the_field(
    store: Store, show: Show, student: UUID, writer: Actor
) -> None:
    page = show(writer, student)
    tab = tab_of(page)
    tab.writing.record_button.click()
    settle(page._context.jobs)
    assert tab.writing.field.error == "Schrijf eerst iets op."
    assert tab.writing.field.edit.hasFocus()


def test_the_counsellor_sees_a_chip_and_no_tab(
    store: Store, show: Show, student: UUID, writer: Actor
) -> None:
    chip = "vertrouwelijke notitie van de tweede lijn"
    assert chip not in chips(show(store.owner, student))
    noted(store, writer, student)
    page = show(store.owner, student)
    assert chips(page).count(chip) == 1
    assert "Vertrouwelijk" not in tabs(page)
    assert "onveilig" not in words(page)


def test_a_team_leader_sees_nothing(store: Store, show: Show, student: UUID, writer: Actor) -> None:
    noted(store, writer, student)
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    page = show(leader, student)
    assert "vertrouwelijk" not in words(page).lower()
    assert tabs(page) == ["&Verhaal", "Life skills", "&Inschrijving"]


def test_the_tab_is_there_for_students_with_an_active_referral_only(
    store: Store, show: Show, student: UUID
) -> None:
    both = store.colleague(Role.COUNSELLOR, Role.SECOND_LINE)
    own = store.student("2", counsellor_id=both.staff_id)
    store.grant(student, both)
    page = show(both, own)
    assert "Vertrouwelijk" not in tabs(page)
    page.open(Target("students", student, "confidential"))
    settle(page._context.jobs)
    assert "Vertrouwelijk" in tabs(page)
    assert tab_of(page).isVisible()
    page.open(Target("students", own, "confidential"))
    settle(page._context.jobs)
    assert "Vertrouwelijk" not in tabs(page)
    assert not tab_of(page).isVisible()


def test_a_referral_that_ends_takes_the_notes_from_the_screen(
    store: Store, show: Show, student: UUID, writer: Actor
) -> None:
    from lob_workbench.domain.changes import Changes

    noted(store, writer, student)
    page = show(writer, student)
    with store.unguarded() as work:
        work.session.execute(sa.update(AccessGrant).values(ended_at=store.clock.now()))
        assert work.session.scalar(sa.select(sa.func.count()).select_from(ConfidentialNote)) == 1
    page._context.jobs.changed.emit(Changes.of("access_grant"))
    settle(page._context.jobs)
    assert tab_of(page).cards == []
    QApplication.sendPostedEvents(None, 52)
    assert "onveilig" not in words(page)


def test_words_typed_without_a_line_stay_on_the_writers_laptop(
    store: Store, qtbot: QtBot, student: UUID, writer: Actor, tmp_path: Path
) -> None:
    line = SimpleNamespace(gone=False)

    def work() -> Any:
        if line.gone:
            raise ServerGone
        return store.work(writer)

    def sit_down() -> tuple[Jobs, Away, ConfidentialNotes]:
        jobs = Jobs(work)
        address = ServerAddress("lob.school.nl", "lob", "wil")
        away = Away(SchoolDrafts(tmp_path, b"k" * 32, address, store.clock, by_password=False))
        context = PageContext(jobs, store.clock, writer, Navigator(), FEATURES, None, away)
        notes = ConfidentialNotes(context)
        qtbot.addWidget(notes)
        notes.show()
        notes.show_student(student)
        qtbot.waitUntil(lambda: not jobs.busy)
        return jobs, away, notes

    jobs, away, notes = sit_down()
    line.gone = True
    away.set_line(False)
    notes.writing.field.edit.insertPlainText(SECRET)
    assert notes.leave(), "it is on the laptop"
    assert "veilig op deze laptop" in notes.writing.state.text()
    [file] = tmp_path.glob("*.draft")
    assert b"onveilig" not in file.read_bytes()
    said: list[object] = []
    notes._context.navigator.message_posted.connect(said.append)
    notes.finish()
    qtbot.waitUntil(lambda: bool(said))
    assert "Je tekst staat veilig" in str(said[0])
    notes.clear()
    jobs.stop()
    line.gone = False
    jobs, away, notes = sit_down()
    assert not notes.away_banner.isHidden()
    found = operations.compare_copies
    with store.work(writer) as unit:
        copies = away.drafts.all()
        assert [offer.target.entity for offer in found(unit, copies).offers] == [student]
    notes.away_banner.use_button.click()
    notes.finish()
    qtbot.waitUntil(lambda: not jobs.busy)
    qtbot.waitUntil(lambda: not list(tmp_path.glob("*.draft")))
    with store.unguarded() as unit:
        assert unit.session.scalars(sa.select(ConfidentialNote.text)).all() == [SECRET]
    with store.work(writer) as unit:
        assert found(unit, copies).known == copies, "what is recorded is not offered again"
    jobs.stop()
