"""*Planning*, as a counsellor, a team leader and an administrator meet it."""

from collections.abc import Callable, Iterator
from datetime import date, time
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.progress import Stopped
from lob_workbench.domain.rights import Role
from lob_workbench.features.planning import operations_group
from lob_workbench.features.planning.page import PlanningPage
from lob_workbench.features.planning.page_windows import WindowRow
from lob_workbench.features.planning.rules_norms import Per
from lob_workbench.features.planning.rules_slots import Repeat
from lob_workbench.features.planning.tables import norm_words, state_words
from lob_workbench.features.today.page import TodayPage
from lob_workbench.features.today.page_rows import AttentionRow
from lob_workbench.people.records import StudentGroup
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules_appointments import AppointmentStatus
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import Navigator, PageContext, Paper, Undo
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.page import Page
from lob_workbench.ui.progress_line import ProgressLine
from tests.features.planning.test_operations import a_room, held, morning, plan_one
from tests.helpers.settled import settle
from tests.helpers.stores import Store, store_first
from tests.output.reading import texts

TODAY = date(2026, 11, 23)
Open = Callable[..., Any]


class Desk:
    """A page with its jobs, and what the window was asked."""

    def __init__(self, store: Store, actor: Actor, make: type[Page]) -> None:
        self.store = store
        self.jobs = Jobs(lambda: store.work(actor))
        self.navigator = Navigator()
        self.undos: list[Undo] = []
        self.papers: list[Paper] = []
        self.messages: list[str] = []
        self.targets: list[Target] = []
        self.navigator.undo_offered.connect(self.undos.append)
        self.navigator.paper_shown.connect(self.papers.append)
        self.navigator.message_posted.connect(self._heard)
        self.navigator.target_requested.connect(self.targets.append)
        care: Any = SimpleNamespace(shared=False)
        context = PageContext(self.jobs, store.clock, actor, self.navigator, FEATURES, care)
        self.page: Any = make(context)  # type: ignore[arg-type]
        self.page.navigate.connect(self.targets.append)
        self.jobs.changed.connect(self.page.refresh)

    def _heard(self, message: Any) -> None:
        self.messages.append(message.text)

    def open(self, detail: str = "") -> "Desk":
        """Go to a place on the page."""
        self.page.open(Target("planning", None, detail))
        return self.settle()

    def settle(self) -> "Desk":
        """Wait until nothing is under way."""
        settle(self.jobs)
        return self

    def buttons(self) -> set[str]:
        """The words on the buttons in sight."""
        found = self.page.findChildren(Button)
        return {each.text().replace("&", "") for each in found if each.isVisible() and each.text()}

    def told(self) -> str:
        """All words in sight."""
        found = [each for kind in (Label, Paragraph) for each in self.page.findChildren(kind)]
        return " | ".join(each.text() for each in found if each.isVisible())


@pytest.fixture
def desk(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Open]:
    """Open a desk for an actor of a store."""
    store_first(request)
    desks: list[Desk] = []

    def at(store: Store, actor: Actor | None = None, make: type[Page] = PlanningPage) -> Desk:
        found = Desk(store, actor or store.owner, make)
        desks.append(found)
        qtbot.addWidget(found.page)
        found.page.resize(1092, 614)
        found.page.show()
        return found

    yield at
    for found in desks:
        found.jobs.stop()


@pytest.fixture
def behind(embedded_store: Store) -> list[UUID]:
    """Two students of PW1A, one with everything held, and one of another group."""
    store = embedded_store
    groups = [StudentGroup(id=new_id(), name=name) for name in ("PW1A", "PW3B")]
    with store.unguarded() as work:
        work.session.add_all(groups)
    ids = [
        store.student(f"{number}", PersonName("An", "", name), study_year=year, group_id=group.id)
        for number, (name, year, group) in enumerate(
            (("Aalst", 1, groups[0]), ("Bos", 1, groups[0]), ("Cohen", 3, groups[1]))
        )
    ]
    for on in (date(2026, 9, 1), date(2026, 10, 1)):
        held(store, ids[1], on)
    return ids


def planned(store: Store) -> list[UUID]:
    """Who has an appointment that stands."""
    with store.unguarded() as work:
        rows = work.session.scalars(
            sa.select(Appointment)
            .where(Appointment.status == AppointmentStatus.PLANNED)
            .order_by(Appointment.on, Appointment.at)
        )
        return [row.student_id for row in rows]


def test_the_list_shows_who_is_behind_first_and_bars_above_it(
    embedded_store: Store, behind: list[UUID], desk: Open
) -> None:
    page = desk(embedded_store).open().page
    rows = page.overview.table.rows_model.rows
    assert [row.person.name.last for row in rows] == ["Aalst", "Bos", "Cohen"]
    assert norm_words(rows[1]) == "voortgang ●●○○○○○ · reflectie ○○"
    assert [state_words(row) for row in rows] == ["2 achter", "2 te plannen", "2 te plannen"]
    names = [bar.accessibleName() for bar in page.overview.bars.bars]
    assert names[0] == ("Voortgangsgesprek: 2 gevoerd · 0 gepland · 14 per jaar, 1 student achter")
    assert names[1].endswith("niemand achter")
    assert "3 studenten · 1 achter op de norm" in desk_words(page)


def desk_words(page: Any) -> str:
    return " ".join(each.text() for each in page.findChildren(Label) if each.isVisible())


def test_another_day_another_list_and_filters(
    embedded_store: Store, behind: list[UUID], desk: Open
) -> None:
    at = desk(embedded_store).open()
    panel = at.page.overview
    panel.day.edit.setText("20-9-2026")
    panel.load()
    at.settle()
    assert panel.found.behind == 0
    panel.day.edit.setText("1-7-2027")
    panel.load()
    at.settle()
    assert panel.found.behind == 3
    panel.group.set_value("PW3B")
    panel.load()
    at.settle()
    assert "1 student · 1 achter op de norm" in at.told()
    panel.day.edit.setText("1-1-0001")
    panel.load()
    at.settle()
    assert "tussen 2001 en 2100" in at.told()
    panel.day.edit.setText("geen dag")
    panel.load()
    panel.day.set_value(TODAY)
    panel.group.set_value("")
    panel.load()
    at.settle()
    panel.which.set_value(True)
    panel._show_rows()
    assert [row.person.id for row in panel.table.rows_model.rows] == [behind[0]]
    panel.table.row_activated.emit(panel.table.rows_model.rows[0])
    assert at.targets == [Target("students", behind[0])]
    at.page.clear()
    assert panel.table.rows_model.rows == ()
    assert panel.bars.bars == []


def test_a_team_leader_sees_dates_and_norms_and_plans_nobody(
    embedded_store: Store, behind: list[UUID], desk: Open
) -> None:
    leader = embedded_store.colleague(Role.TEAM_LEADER)
    embedded_store.lead(leader, behind[0])
    at = desk(embedded_store, leader).open()
    assert [row.person.id for row in at.page.overview.table.rows_model.rows] == [behind[0]]
    assert at.buttons() == {"Normen"}
    assert not at.page.new_action.isEnabled()
    at.open("group")
    assert at.page.group is None
    assert at.buttons() == {"Normen"}


def test_an_administrator_comes_straight_to_the_norms(embedded_store: Store, desk: Open) -> None:
    at = desk(embedded_store, embedded_store.colleague(Role.ADMINISTRATOR)).open()
    assert at.page.overview is None
    assert {"Bewaren", "Uren bewaren"} <= at.buttons()
    at.page.clear()


def test_who_may_not_set_norms_only_looks(embedded_store: Store, desk: Open) -> None:
    at = desk(embedded_store, embedded_store.colleague(Role.COUNSELLOR)).open("norms")
    assert len(at.page.norms.norms.rows_model.rows) == 5
    assert not {"Bewaren", "Uren bewaren"} & at.buttons()


def test_a_norm_is_chosen_changed_and_taken_away(embedded_store: Store, desk: Open) -> None:
    at = desk(embedded_store).open("norms")
    norms = at.page.norms
    first = norms.norms.rows_model.rows[0]
    norms.norms.select_row(first)
    assert (norms.kind.value(), norms.per.value()) == (ConversationKind.PROGRESS, Per.BLOCK)
    assert not norms.reset_button.isEnabled()
    norms.times.set_value(2)
    norms.minutes.set_value("kort")
    norms.save()
    assert "Schrijf een getal" in at.told()
    norms.minutes.set_value("25")
    norms.save_button.click()
    at.settle()
    row = norms.norms.rows_model.rows[0]
    assert (row.times, row.minutes, row.version) == (2, 25, 1)
    assert at.messages[-1] == "De norm is bewaard en geldt vanaf nu."
    norms.minutes.set_value("1")
    norms.save()
    at.settle()
    assert "5 tot 240 minuten" in at.messages[-1]
    assert norms.reset_button.isEnabled()
    norms.reset_button.click()
    at.settle()
    assert norms.norms.rows_model.rows[0] == first


def test_hours_are_changed_and_taken_back(embedded_store: Store, desk: Open) -> None:
    at = desk(embedded_store).open("norms")
    norms = at.page.norms
    norms.budgets.select_row(norms.budgets.rows_model.rows[0])
    assert norms.budget_hours.value() == "6"
    norms.budget_hours.set_value("veel")
    norms.save_hours()
    assert "0 tot en met 100" in at.told()
    norms.budget_hours.set_value("7,5")
    norms.budget_save.click()
    at.settle()
    assert norms.budgets.rows_model.rows[0].minutes == 450
    norms.budget_hours.set_value("8")
    norms.save_hours()
    at.settle()
    assert norms.budgets.rows_model.rows[0].minutes == 480
    norms.budget_reset.click()
    at.settle()
    assert norms.budgets.rows_model.rows[0].minutes == 360


def test_free_time_is_typed_repeated_and_taken_away_again(
    embedded_store: Store, behind: list[UUID], desk: Open
) -> None:
    at = desk(embedded_store).open("group")
    card = at.page.group.choose.windows
    assert "Nog niets." in at.told()
    assert not at.page._propose_button.isEnabled()
    card.add_button.click()
    assert at.told().count("Dit veld is nog leeg") or "verplicht" in at.told()
    card.day.edit.setText("24-11-2026")
    card.starts.set_value(time(12))
    card.ends.set_value(time(9))
    card.add()
    at.settle()
    assert "na de begintijd" in at.told()
    card.ends.set_value(time(13))
    card.repeat.set_value(Repeat.WEEKLY)
    card.repeat.changed.emit()
    assert card.last.isVisible()
    card.last.edit.setText("8-12-2026")
    card.add()
    at.settle()
    assert [row.window_shown.on.day for row in card.rows] == [24, 1, 8]
    assert at.page._propose_button.isEnabled()
    card.rows[0].findChildren(Button)[0].click()
    at.settle()
    assert len(card.rows) == 2
    (undo,) = at.undos
    at.jobs.run(undo.operation, *undo.args)
    at.settle()
    assert len(card.findChildren(WindowRow)) >= 3
    assert len(card.rows) == 3


@pytest.fixture
def group(embedded_store: Store, behind: list[UUID], desk: Open) -> Desk:
    """At choosing, with an hour free tomorrow."""
    a_room(embedded_store)
    with embedded_store.work() as work:
        operations_group.add_windows(work, morning())
    return desk(embedded_store).open("group")  # type: ignore[no-any-return]


def test_those_due_are_chosen_and_a_group_is_planned_with_the_keyboard(
    group: Desk, behind: list[UUID], qtbot: QtBot
) -> None:
    store, page = group.store, group.page
    choose = page.group.choose
    # What is missing most often is what it begins with.
    assert choose.kind.value() is ConversationKind.PROGRESS
    assert choose.minutes.value() == "15"
    assert choose.chosen == (behind[0], behind[1])
    assert "Wie: 2 van 3" in group.told()
    choose.room.combo.setCurrentIndex(1)
    page.finish_action.trigger()
    group.settle()
    assert page.group.proposed
    assert "Iedereen die je koos" in group.told()
    assert {"Terug", "Lijst (PDF)", "Zo plannen"} <= group.buttons()
    assert planned(store) == []
    table = page.group.proposal.table
    assert table.hasFocus()
    assert table.current_row().asked.student_id == behind[0]
    page.finish_action.trigger()
    group.settle()
    assert planned(store) == behind[:2]
    assert "Zo plannen" not in group.buttons()
    assert "Gepland" in group.told()
    (undo,) = group.undos
    assert undo.text == "2 gesprekken gepland."
    page.print_action.trigger()
    group.settle()
    (paper,) = group.papers
    words, _ = texts(paper.data)
    for part in ("An Aalst", "09:00–09:15", "B1", "Dinsdag 24 november 2026"):
        assert part in words
    group.jobs.run(undo.operation, *undo.args)
    group.settle()
    assert planned(store) == []
    assert not page.group.proposed


def test_a_proposal_is_changed_before_it_is_written(group: Desk, behind: list[UUID]) -> None:
    page, store = group.page, group.store
    choose = page.group.choose
    choose._choose_none()
    assert not page.group.can_propose
    page._propose()
    choose._choose_all()
    choose.minutes.set_value("20")
    page._propose_button.click()
    group.settle()
    shown = page.group.proposal
    order = [each.asked.student_id for each in shown.proposal.placed]
    assert sorted(order) == sorted(behind)
    assert not shown.earlier.isEnabled()
    shown.later.click()
    assert [each.asked.student_id for each in shown.proposal.placed] == [
        order[1],
        order[0],
        order[2],
    ]
    assert shown.table.current_row().asked.student_id == order[0]
    shown.earlier.click()
    shown.leave_out.click()
    assert [each.asked.student_id for each in shown.proposal.placed] == order[1:]
    assert "Door jou weggelaten." in group.settle().told()
    # Into the moment that came free.
    shown.table.select_row(shown.proposal.placed[0])
    shown.earlier.click()
    assert f"{shown.proposal.placed[0].span.starts:%H:%M}" == "09:00"
    page._confirm_button.click()
    group.settle()
    assert planned(store) == order[1:]
    page._step_back()
    group.settle()
    assert choose.chosen


def test_who_has_something_else_does_not_move_there_and_who_does_not_fit_is_named(
    group: Desk, behind: list[UUID]
) -> None:
    page, store = group.page, group.store
    other = store.colleague(Role.COUNSELLOR)
    plan_one(store, behind[0], "09:20", actor=None)
    with store.unguarded() as work:
        work.session.execute(sa.update(Appointment).values(staff_id=other.staff_id))
    group.open("group")
    page.group.choose.minutes.set_value("20")
    page.group.choose._choose_all()
    page._propose()
    group.settle()
    shown = page.group.proposal
    shown.table.select_row(
        next(each for each in shown.proposal.placed if each.asked.student_id == behind[0])
    )
    shown.later.click()
    assert "al iets anders" in group.messages[-1]
    page.group.step_back()
    group.settle()
    page.group.choose.minutes.set_value("45")
    page.group.choose._choose_all()
    page._propose()
    group.settle()
    assert "Niet ingepland: 2" in group.told()
    assert "Er is geen vrij moment meer." in group.told()


def test_what_came_in_between_is_told_and_nothing_is_planned(
    group: Desk, behind: list[UUID]
) -> None:
    page, store = group.page, group.store
    page._propose()
    group.settle()
    with store.unguarded() as work:
        work.session.execute(sa.delete(operations_group.FreeSlot))
    plan_one(store, behind[2], "09:00")
    page._confirm()
    group.settle()
    assert "intussen iets" in group.messages[-1]
    assert page.group.can_confirm
    assert planned(store) == [behind[2]]


def test_a_group_shows_only_its_own_and_forgets_names(group: Desk) -> None:
    choose = group.page.group.choose
    choose.group.set_value("PW3B")
    choose.group.changed.emit()
    assert len(choose.boxes) == 1
    choose.minutes.set_value("veel")
    assert choose.wish() is None
    group.page.clear()
    assert choose.boxes == {}
    choose._kind_chosen()
    choose._list_students()
    assert not group.page.group.can_propose


def test_the_page_goes_to_its_places_and_loads_again(
    embedded_store: Store, behind: list[UUID], desk: Open
) -> None:
    at = desk(embedded_store).open()
    at.page.new_action.trigger()
    at.page._norms_button.click()
    assert at.targets == [Target("planning", None, "group"), Target("planning", None, "norms")]
    held(embedded_store, behind[0], date(2026, 9, 2))
    at.page.refresh(Changes.of("conversation"))
    at.settle()
    assert at.page.overview.found.rows[0].overdue == 1
    at.page.refresh(Changes.of("school"))
    assert not at.jobs.busy
    at.page.print_action.trigger()
    at.page.finish_action.trigger()
    assert not at.jobs.busy


def test_progress_appears_after_a_second_and_can_be_stopped(qtbot: QtBot) -> None:
    line = ProgressLine("Gesprekken inplannen")
    qtbot.addWidget(line)
    line.stop()
    progress = line.begin()
    progress.tell(3, 10)
    assert not line.isVisible()
    line._appear()
    assert line.isVisible()
    assert (line.bar.value(), line.bar.maximum()) == (3, 10)
    qtbot.mouseClick(line.stop_button, Qt.MouseButton.LeftButton)
    with pytest.raises(Stopped):
        progress.tell(4, 10)
    line.end()
    assert not line.isVisible()
    line._show_progress()


def test_vandaag_says_with_which_talk_somebody_is_behind(
    embedded_store: Store, behind: list[UUID], desk: Open
) -> None:
    at = desk(embedded_store, make=TodayPage)
    at.page.open(Target("today"))
    at.settle()
    rows = [row for row in at.page.findChildren(AttentionRow) if "norm" in row.heading.text()]
    assert rows[0].heading.text() == "1 student achter op de norm"
    rows[0].heading.click()
    (link,) = rows[0]._targets
    assert "An Aalst · PW1A · Voortgangsgesprek" in link.text()


def test_without_students_the_page_says_what_belongs_here(
    embedded_store: Store, desk: Open
) -> None:
    at = desk(embedded_store).open()
    assert at.page.overview.empty.isVisible()
    assert at.buttons() == {"Normen"}
