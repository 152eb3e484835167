"""*Agenda*, as a counsellor meets it: by eye, by keyboard and by ear."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.contributions import Target
from lob_workbench.features.agenda import operations
from lob_workbench.features.agenda.page import AgendaPage
from lob_workbench.features.agenda.rules import AgendaView
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.talks.records_appointments import SchoolHoliday
from lob_workbench.talks.rules_appointments import AppointmentStatus
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import PageContext, Undo
from tests.features.agenda.test_operations import TUESDAY, a_draft, a_room, agenda, plan
from tests.helpers.settled import settle
from tests.helpers.stores import Store

MONDAY = date(2026, 11, 23)


@pytest.fixture
def page(page_context: PageContext, qtbot: QtBot) -> AgendaPage:
    """The page in a small window, without the navigation beside it."""
    page = AgendaPage(page_context)
    qtbot.addWidget(page)
    page.resize(900, 524)
    page.show()
    return page


def opened(page: AgendaPage, context: PageContext, target: Target | None = None) -> None:
    """Go there."""
    context.jobs.changed.connect(page.refresh)
    page.open(target or Target("agenda"))
    settle(context.jobs)


def a_full_week(store: Store) -> None:
    """Two students, four talks: one without a time, one in the open, one trialogue."""
    zoe = store.student()
    oguz = store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    plan(store, a_draft(zoe, "09:20", MONDAY, room_id=a_room(store)))
    plan(store, a_draft(oguz, "11:00", MONDAY, form=ConversationForm.TRIALOGUE))
    square = a_room(store, "Studieplein", private=False)
    plan(store, a_draft(zoe, "09:30", TUESDAY, sensitive=True, room_id=square))
    plan(store, a_draft(oguz, "", date(2026, 11, 26)))


def heard(page: AgendaPage) -> list[str]:
    """What a screen reader finds in the agenda."""
    interface = QAccessible.queryAccessibleInterface(page.week)
    return [
        interface.child(place).text(QAccessible.Text.Name)
        for place in range(interface.childCount())
    ]


def key(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    """Press a key."""
    qtbot.keyClick(widget, key)


def chosen(page: AgendaPage) -> str:
    """The talk that has the focus."""
    view = page.week.current()
    return "" if view is None else f"{view.on:%d} {view.at} {view.student_name}"


def test_every_talk_can_be_heard_with_day_time_name_kind_and_room(
    page: AgendaPage, page_context: PageContext, embedded_store: Store
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    assert heard(page) == [
        "maandag 23 november 09:20 Zoë van 't Hart, voortgangsgesprek, Kamer 1",
        "maandag 23 november 11:00 Oğuz Çelik, voortgangsgesprek, trialoog",
        "dinsdag 24 november 09:30 Zoë van 't Hart, voortgangsgesprek, Studieplein, "
        "let op: ruimte zonder deur",
        "donderdag 26 november zonder tijd Oğuz Çelik, voortgangsgesprek",
    ]
    interface = QAccessible.queryAccessibleInterface(page.week)
    assert interface.child(0).rect().height() > 10
    assert not page.week.horizontalScrollBar().isVisible()
    assert page.width() == 900


def test_arrows_walk_through_the_week_and_keys_page_it(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    assert page.week.hasFocus()
    # Nine o'clock: the first talk of today is still to come.
    assert chosen(page) == "23 09:20 Zoë van 't Hart"
    for pressed, expected in (
        (Qt.Key.Key_Right, "24 09:30 Zoë van 't Hart"),
        (Qt.Key.Key_Right, "26  Oğuz Çelik"),
        (Qt.Key.Key_Right, "26  Oğuz Çelik"),
        (Qt.Key.Key_Left, "24 09:30 Zoë van 't Hart"),
        (Qt.Key.Key_Up, "23 11:00 Oğuz Çelik"),
        (Qt.Key.Key_Home, "23 09:20 Zoë van 't Hart"),
        (Qt.Key.Key_Up, "23 09:20 Zoë van 't Hart"),
        (Qt.Key.Key_Down, "23 11:00 Oğuz Çelik"),
        (Qt.Key.Key_End, "26  Oğuz Çelik"),
    ):
        key(qtbot, page.week, pressed)
        assert chosen(page) == expected
    key(qtbot, page.week, Qt.Key.Key_PageDown)
    settle(page_context.jobs)
    assert page.days == (date(2026, 11, 30), date(2026, 12, 6))
    assert (heard(page), chosen(page)) == ([], "")
    key(qtbot, page.week, Qt.Key.Key_PageUp)
    key(qtbot, page.week, Qt.Key.Key_PageUp)
    key(qtbot, page.week, Qt.Key.Key_T)
    settle(page_context.jobs)
    assert page.days[0] == MONDAY
    assert len(heard(page)) == 4


def test_enter_goes_to_preparing_and_a_held_one_is_read(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    view = page.week.current()
    assert view is not None
    with qtbot.waitSignal(page_context.navigator.target_requested) as went:
        key(qtbot, page.week, Qt.Key.Key_Return)
    assert went.args == [Target("conversations", view.student_id, "prepare")]
    of_three = replace(view, form=ConversationForm.TRIALOGUE)
    page.week.show_days(AgendaView(*page.days, (of_three,), ()))
    with qtbot.waitSignal(page_context.navigator.target_requested) as went:
        page.bar.open_button.click()
    assert went.args == [Target("trialogue", view.student_id)]
    held = replace(of_three, status=AppointmentStatus.HELD, talk_id=new_id())
    page.week.show_days(AgendaView(*page.days, (held,), ()))
    assert heard(page)[0].endswith("vastgelegd")
    with qtbot.waitSignal(page_context.navigator.target_requested) as went:
        page.bar.open_button.click()
    assert went.args == [Target("conversations", held.talk_id, "read")]
    assert not page.bar.change_button.isVisible()


def test_a_talk_is_planned_by_keyboard_alone(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    embedded_store.student()
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    a_room(embedded_store)
    opened(page, page_context)
    key(qtbot, page.week, Qt.Key.Key_N)
    settle(page_context.jobs)
    form = page.form
    assert form.student.edit.hasFocus()
    # Opening the form asks for no width that is not there.
    assert page.width() == 900
    qtbot.keyClicks(form.student.edit, "o")
    popup = form.student.completer.popup()
    assert popup is not None
    assert popup.isVisible()
    key(qtbot, popup, Qt.Key.Key_Down)
    key(qtbot, popup, Qt.Key.Key_Return)
    assert form.student.edit.text() == "Oğuz Çelik"
    form.kind.set_value(ConversationKind.PLACEMENT_VISIT)
    form.kind.changed.emit()
    assert (form.form.value(), form.minutes.value()) == (ConversationForm.TRIALOGUE, 60)
    form.on.edit.setText("24-11")
    qtbot.keyClicks(form.at.edit, "9.20")
    qtbot.keyClicks(form.subject.edit, "Hoe het gaat op stage")
    form.room.set_value(agenda_room(embedded_store))
    key(qtbot, form.save_button, Qt.Key.Key_Return)
    settle(page_context.jobs)
    (view,) = agenda(embedded_store).appointments
    assert (view.student_name, view.at, view.minutes) == ("Oğuz Çelik", "09:20", 60)
    assert view.subject == "Hoe het gaat op stage"
    assert not form.isVisible()
    assert page.focusWidget() is page.week
    assert chosen(page) == "24 09:20 Oğuz Çelik"


def test_one_who_is_left_is_chosen_by_going_on(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    embedded_store.student()
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    opened(page, page_context)
    page.new_button.click()
    settle(page_context.jobs)
    field = page.form.student
    for leaving in (Qt.Key.Key_Tab, Qt.Key.Key_Return):
        field.choose(None)
        field.edit.setFocus()
        qtbot.keyClicks(field.edit, "celik")
        popup = field.completer.popup()
        assert popup is not None
        key(qtbot, popup if popup.isVisible() else field.edit, leaving)
        assert (field.edit.text(), field.error) == ("Oğuz Çelik", "")


def agenda_room(store: Store) -> Any:
    """The only room."""
    with store.work() as work:
        return operations.read_choices(work).rooms[0].id


def test_what_lacks_is_said_and_escape_gives_up(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    embedded_store.student()
    opened(page, page_context)
    page.new_button.click()
    settle(page_context.jobs)
    page.form.save_button.click()
    assert page.form.student.error == "Vul dit nog in."
    qtbot.keyClicks(page.form.student.edit, "niemand")
    page.form.save_button.click()
    assert page.form.student.error == "Kies een naam uit de lijst."
    key(qtbot, page.form.at.edit, Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert page.bar.isVisible()
    assert page.week.hasFocus()


def test_a_caution_is_seen_before_it_is_planned_all_the_same(
    page: AgendaPage, page_context: PageContext, embedded_store: Store
) -> None:
    zoe = embedded_store.student()
    with embedded_store.work() as work:
        work.session.add(
            SchoolHoliday(
                id=new_id(), name="Studiedag", first_on=TUESDAY, last_on=TUESDAY, uid=""
            )
        )  # fmt: skip
    opened(page, page_context, Target("agenda", zoe, "plan"))
    assert page.form.student.value() == zoe
    page.form.on.set_value(TUESDAY)
    page.form.save()
    settle(page_context.jobs)
    assert "Die dag valt in: Studiedag." in page.form.cautions.words.text()
    assert agenda(embedded_store).appointments == ()
    # What was seen was about that day: another day is looked at anew.
    page.form.on.set_value(date(2026, 11, 28))
    page.form.on.changed.emit()
    page.form.save()
    settle(page_context.jobs)
    assert "weekend" in page.form.cautions.words.text()
    page.form.save()
    settle(page_context.jobs)
    (view,) = agenda(embedded_store).appointments
    assert view.on == date(2026, 11, 28)
    # A Saturday with a talk shows.
    assert len(page.week.plan.days) == 6


def test_a_time_that_is_taken_is_refused_beside_what_was_typed(
    page: AgendaPage, page_context: PageContext, embedded_store: Store
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    first = page.week.current()
    assert first is not None
    page.form.plan(MONDAY, "09:25", first.student_id)
    settle(page_context.jobs)
    page.form.save()
    settle(page_context.jobs)
    assert "Zoë van 't Hart heeft om 09:20 al een gesprek" in page.form.refused.words.text()
    assert page.form.at.edit.text() == "09:25"


def test_moving_keeps_what_it_was_and_a_stale_form_says_so(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    view = page.week.current()
    assert view is not None
    key(qtbot, page.week, Qt.Key.Key_F2)
    settle(page_context.jobs)
    assert not page.form.student.isEnabled()
    page.form.at.edit.setText("10:15")
    page.form.save()
    settle(page_context.jobs)
    moved = next(item for item in agenda(embedded_store).appointments if item.id == view.id)
    assert (moved.at, moved.sequence, moved.room) == ("10:15", 1, view.room)
    page.form.change(view)
    page.form.at.edit.setText("12:00")
    page.form.save()
    settle(page_context.jobs)
    assert "op een ander scherm verzet" in page.form.refused.words.text()
    assert page.form.at.edit.text() == "12:00"


def test_delete_calls_off_and_the_bar_offers_the_way_back(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    offered: list[Undo] = []
    page_context.navigator.undo_offered.connect(offered.append)
    key(qtbot, page.week, Qt.Key.Key_Delete)
    settle(page_context.jobs)
    assert heard(page)[0].endswith("afgezegd")
    assert offered[0].text == "Het gesprek met Zoë van 't Hart is afgezegd."
    assert page.bar.again_button.isVisible()
    key(qtbot, page.week, Qt.Key.Key_Delete)  # twice is nothing
    with embedded_store.work() as work:
        offered[0].operation(work, *offered[0].args)
    page.bar.again_button.click()  # somebody was first: told, and shown as it is
    settle(page_context.jobs)
    assert "afgezegd" not in heard(page)[0]


def test_an_invitation_and_a_week_are_saved_as_files(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, tmp_path: Path
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    dialogs.answer_next(tmp_path / "een")
    page.bar.invite_button.click()
    settle(page_context.jobs)
    calendar = vobject.readOne((tmp_path / "een.ics").read_text("utf-8"))
    assert (calendar.method.value, calendar.vevent.location.value) == ("REQUEST", "Kamer 1")
    dialogs.answer_next(tmp_path / "week.ics")
    page.file_button.click()
    settle(page_context.jobs)
    calendar = vobject.readOne((tmp_path / "week.ics").read_text("utf-8"))
    assert len(calendar.vevent_list) == 4
    dialogs.answer_next(None)
    page.bar.invite_button.click()
    settle(page_context.jobs)
    dialogs.answer_next(tmp_path / "geen map" / "een.ics")
    said: list[Any] = []
    page_context.navigator.message_posted.connect(said.append)
    page.bar.invite_button.click()
    settle(page_context.jobs)
    assert said[0].text.startswith("Bewaren lukte niet")


def test_a_day_alone_and_an_empty_spot_that_is_double_clicked(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    page.span.set_value(frozenset({"day"}))
    page.span.changed.emit(page.span.value())
    settle(page_context.jobs)
    assert len(heard(page)) == 2
    page.on_button.click()
    settle(page_context.jobs)
    assert page.days == (TUESDAY, TUESDAY)
    page.back_button.click()
    settle(page_context.jobs)
    layout = page.week.plan
    top = layout.hour_top(13.5, page.week.verticalOffset())
    page.week.verticalScrollBar().setValue(page.week.verticalOffset() + top - 200)
    spot = QPoint(300, layout.hour_top(13.5, page.week.verticalOffset()) + 2)
    qtbot.mouseDClick(page.week.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle(page_context.jobs)
    assert page.form.isVisible()
    assert (page.form.on.value(), page.form.at.edit.text()) == (MONDAY, "13:30")


def test_rooms_are_added_and_changed(
    page: AgendaPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    opened(page, page_context)
    page.rooms_button.click()
    settle(page_context.jobs)
    rooms = page.rooms
    assert not page.new_button.isVisible()
    assert rooms.name.edit.hasFocus()
    rooms.save_button.click()
    assert rooms.name.error
    qtbot.keyClicks(rooms.name.edit, "Kamer 1")
    key(qtbot, rooms.name.edit, Qt.Key.Key_Return)
    settle(page_context.jobs)
    (row,) = rooms.table.rows_model.rows
    assert (row.name, row.private) == ("Kamer 1", True)
    qtbot.keyClicks(rooms.name.edit, "kamer 1")
    rooms.save_button.click()
    settle(page_context.jobs)
    rooms.table.select_row(row)
    rooms.table.row_activated.emit(row)
    rooms.private.setChecked(False)
    rooms.save_button.click()
    settle(page_context.jobs)
    assert [item.private for item in rooms.table.rows_model.rows] == [False]
    key(qtbot, rooms.name.edit, Qt.Key.Key_Escape)
    assert page.week.hasFocus()
    assert page.new_button.isVisible()


def test_locking_forgets_every_name(
    page: AgendaPage, page_context: PageContext, embedded_store: Store
) -> None:
    a_full_week(embedded_store)
    opened(page, page_context)
    page.form.plan(MONDAY)
    settle(page_context.jobs)
    page.clear()
    assert heard(page) == []
    assert page.form.student.edit.completer().model().rowCount() == 0
    assert not page.form.isVisible()


def test_it_is_painted_in_any_state(
    page: AgendaPage, page_context: PageContext, embedded_store: Store
) -> None:
    a_full_week(embedded_store)
    view = plan(embedded_store, a_draft(embedded_store.student("0411003"), "09:25", MONDAY))
    with embedded_store.work() as work:
        work.session.add(
            SchoolHoliday(
                id=new_id(), name="Studieweek", first_on=TUESDAY,
                last_on=TUESDAY + timedelta(days=5), uid="",
            )
        )  # fmt: skip
    opened(page, page_context)
    assert view.done
    with embedded_store.work() as work:
        operations.call_off(work, next(iter(view.changes.ids)), 1)
    page.open(Target("agenda"))
    settle(page_context.jobs)
    first, second = (page.week.visualRect(page.week.items.index(row)) for row in (0, 1))
    # Two that overlap stand beside each other.
    assert not first.intersects(second)
    picture = page.week.grab().toImage()
    assert picture.pixelColor(first.center()) != picture.pixelColor(5, picture.height() - 5)
