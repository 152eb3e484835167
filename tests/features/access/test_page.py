"""The tab *Inzage*, as somebody at a keyboard meets it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.access.page import StudentAccess
from lob_workbench.features.conversations.overview import story
from lob_workbench.features.conversations.page_agreements import StudentAgreements
from lob_workbench.features.today.page import TodayPage
from lob_workbench.people.records import StaffMember
from lob_workbench.people.rules import GrantKind
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.dates import format_date
from lob_workbench.ui.jobs import Jobs
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.settled import settle
from tests.helpers.stores import Store

Context = Callable[[Actor], PageContext]


@pytest.fixture
def context(store: Store, qtbot: QtBot) -> Iterator[Context]:
    """The context of somebody's pages, through a login of their own where there are logins."""
    store.clock.moment = datetime.now(UTC)
    running: list[Jobs] = []

    def make(actor: Actor) -> PageContext:
        jobs = Jobs(lambda: store.work(actor))
        running.append(jobs)
        care: Any = SimpleNamespace(shared=True)
        return PageContext(jobs, store.clock, actor, Navigator(), (), care)

    yield make
    for jobs in running:
        jobs.stop()


@pytest.fixture
def counsellor(store: Store) -> Actor:
    """The owner as at a school."""
    return replace(store.owner, own_desk=False)


def colleague(store: Store, role: Role, name: str) -> Actor:
    """Somebody with a login and this name."""
    actor = store.colleague(role)
    with store.unguarded() as work:
        member = work.session.get_one(StaffMember, actor.staff_id)
        member.name, member.login = name, member.login or f"u{actor.staff_id.hex}"
    return replace(actor, name=name)


def shown(qtbot: QtBot, context: PageContext, student: UUID) -> StudentAccess:
    """The tab in sight."""
    tab = StudentAccess(context)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    tab.show()
    tab.activateWindow()
    tab.show_student(student)
    settle(context.jobs)
    return tab


def said(tab: Any) -> str:
    """All words in sight."""
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def cells(tab: StudentAccess) -> list[str]:
    """The lines of the log."""
    model = tab.table.rows_model
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(4))
        for row in range(model.rowCount())
    ]


def test_asking_a_colleague_in_by_keyboard_and_undoing_an_end(
    store: Store, context: Context, counsellor: Actor, qtbot: QtBot
) -> None:
    student = store.student()
    anna = colleague(store, Role.COUNSELLOR, "Anna Yılmaz")
    colleague(store, Role.COUNSELLOR, "Bo Smit")
    colleague(store, Role.SECOND_LINE, "Sam de Boer")
    desk = context(counsellor)
    tab = shown(qtbot, desk, student)
    tab.readers.ask.click()
    form = tab.readers.form
    assert form is not None
    settle(desk.jobs)
    assert len(form.person.table.rows_model.rows) == 2
    form.let_in.click()
    assert form.person.error
    assert form.person.edit.hasFocus()
    qtbot.keyClicks(form.person.edit, "yilm")
    assert [row.name for row in form.person.table.rows_model.rows] == ["Anna Yılmaz"]
    qtbot.keyClick(form.person.edit, Qt.Key.Key_Return)
    assert form.person.value() == anna.staff_id
    qtbot.keyClicks(form.reason.edit, "Neemt <b>waar</b>")
    form.until.edit.setText(format_date(store.clock.today() - timedelta(days=2)))
    form.let_in.click()
    settle(desk.jobs)
    assert "Deze dag is voorbij" in said(tab)
    form.until.edit.setText("morgen")
    form.let_in.click()
    settle(desk.jobs)
    (row,) = tab.readers.rows
    assert "Anna Yılmaz" in said(row)
    assert "Neemt <b>waar</b>" in said(row)
    assert any("liet Anna Yılmaz meelezen" in line for line in cells(tab))
    assert tab.readers.ask.hasFocus()
    with qtbot.waitSignal(desk.navigator.undo_offered) as offered:
        row.end.click()
        settle(desk.jobs)
    assert tab.readers.rows == []
    desk.jobs.run(offered.args[0].operation, *offered.args[0].args)
    settle(desk.jobs)
    assert "Anna Yılmaz" in said(tab.readers)


def test_down_goes_into_the_list_and_enter_chooses(
    store: Store, context: Context, counsellor: Actor, qtbot: QtBot
) -> None:
    student = store.student()
    colleague(store, Role.SECOND_LINE, "Sam de Boer")
    second = colleague(store, Role.SECOND_LINE, "Sam de Groot")
    desk = context(counsellor)
    tab = shown(qtbot, desk, student)
    tab.readers.ask.click()
    form = tab.readers.form
    assert form is not None
    settle(desk.jobs)
    form.kind.set_value(GrantKind.SECOND_LINE)
    form.kind.changed.emit()
    assert not form.until.isVisible()
    form.person.edit.setFocus()
    qtbot.keyClicks(form.person.edit, "sam")
    qtbot.keyClick(form.person.edit, Qt.Key.Key_Down)
    qtbot.keyClick(form.person.table, Qt.Key.Key_Down)
    qtbot.keyClick(form.person.table, Qt.Key.Key_Return)
    assert form.person.value() == second.staff_id
    form.reason.set_value("Faalangst")
    form.let_in.click()
    settle(desk.jobs)
    assert "zolang de tweede lijn" in said(tab)


def test_who_reads_along_sees_herself_and_may_stop(
    store: Store, context: Context, qtbot: QtBot
) -> None:
    student = store.student()
    reader = colleague(store, Role.SECOND_LINE, "Sam de Boer")
    other = colleague(store, Role.SECOND_LINE, "Kim Bos")
    for each in (reader, other):
        store.grant(student, each)
    recorded(store, a_talk(student, held_on=store.clock.today()))
    desk = context(reader)
    tab = shown(qtbot, desk, student)
    assert "Kim Bos" not in said(tab)
    assert cells(tab) == []
    assert not tab.readers.ask.isVisible()
    (row,) = tab.readers.rows
    dialogs.answer_next(False)
    row.end.click()
    settle(desk.jobs)
    dialogs.answer_next(True)
    with qtbot.waitSignal(desk.navigator.target_requested) as went:
        row.end.click()
        settle(desk.jobs)
    assert went.args == [Target("students")]


def test_the_reading_of_now_is_in_the_log_and_a_lock_forgets(
    store: Store, context: Context, counsellor: Actor, qtbot: QtBot
) -> None:
    student = store.student()
    with store.work(counsellor) as work:
        story(work, student)
    tab = shown(qtbot, context(counsellor), student)
    (line,) = [each for each in cells(tab) if "las het dossier" in each]
    assert "vandaag" in line
    assert "Mirjam Bakker | loopbaanbegeleider" in line
    for technical in ("audit", "conversation", "opened", "access_grant"):
        assert technical not in "\n".join(cells(tab))
    tab.clear()
    assert cells(tab) == []
    assert "Mirjam" not in said(tab)


def test_on_a_laptop_one_sentence_says_why_nobody_is_asked(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot
) -> None:
    tab = shown(qtbot, page_context, embedded_store.student())
    assert "op één laptop" in said(tab)
    assert not tab.readers.ask.isVisible()


def test_who_reads_along_finds_agreements_without_controls(
    store: Store, context: Context, counsellor: Actor, qtbot: QtBot
) -> None:
    student = store.student()
    recorded(store, a_talk(student, held_on=store.clock.today()))
    reader = colleague(store, Role.SECOND_LINE, "Sam de Boer")
    store.grant(student, reader)
    for actor, may in ((counsellor, True), (reader, False)):
        desk = context(actor)
        tab = StudentAgreements(desk)
        qtbot.addWidget(tab)
        tab.show()
        tab.show_student(student)
        settle(desk.jobs)
        assert tab.open_list.items
        for item in tab.open_list.items:
            assert item.tick.isEnabled() is may
            assert item.other.isVisible() is may


def test_today_tells_the_second_line_and_opens_the_student(
    store: Store, context: Context, qtbot: QtBot
) -> None:
    from lob_workbench.app.features import FEATURES
    from lob_workbench.features.today.page_rows import AttentionRow
    from lob_workbench.ui.links import LinkLine

    student = store.student()
    reader = colleague(store, Role.SECOND_LINE, "Sam de Boer")
    store.grant(student, reader)
    colleague(store, Role.SECOND_LINE, "Kim Bos")
    desk = replace(context(reader), features=FEATURES)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("today"))
    settle(desk.jobs)
    assert "Gesprekken vandaag" not in said(page)
    along, joined = page.findChildren(AttentionRow)
    assert along.isVisible()
    for row in (along, joined):
        row.heading.click()
    assert "Kim Bos" in said(joined)
    (link,) = [each for each in along.findChildren(LinkLine) if each is not along.heading]
    with qtbot.waitSignal(page.navigate) as went:
        link.click()
    assert went.args == [Target("students", student)]
