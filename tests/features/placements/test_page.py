"""The tab *Stage en thuis* as a counsellor meets it, by keyboard, and as a reader does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.domain.contributions import Target
from lob_workbench.features.placements import operations
from lob_workbench.features.placements.page import StudentSurroundings
from lob_workbench.people.rules_placements import Relation
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext, Undo
from tests.features.placements.test_operations import TODAY, a_parent, a_placement, saved
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def tab(page_context: PageContext, qtbot: QtBot) -> Iterator[StudentSurroundings]:
    """The tab, in sight."""
    tab = StudentSurroundings(page_context)
    qtbot.addWidget(tab)
    tab.resize(980, 420)
    tab.show()
    tab.activateWindow()
    yield tab
    tab.clear()


def shown(tab: StudentSurroundings, student: UUID) -> None:
    """The tab shows this student."""
    tab.show_student(student)
    settle(tab._context.jobs)


def words(tab: StudentSurroundings) -> str:
    """All words in sight."""
    return " | ".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def chips(tab: StudentSurroundings) -> list[str]:
    """The chips in sight."""
    return [chip.text() for chip in tab.findChildren(Chip) if chip.isVisible()]


def test_a_placement_is_added_with_the_keyboard(
    tab: StudentSurroundings, embedded_store: Store
) -> None:
    student = embedded_store.student()
    saved(embedded_store, a_placement(embedded_store.student("0411002"), company="De Wilg"))
    shown(tab, student)
    assert "Er staat nog geen stage." in words(tab)
    tab.placements.add_button.click()
    settle(tab._context.jobs)
    form = tab.placements.placement_form
    assert form.company.edit.hasFocus()
    QTest.keyClick(form.company.edit, Qt.Key.Key_Return)
    assert form.company.error
    assert form.starts.error
    completer = form.company.edit.completer()
    completer.activated.emit("De Wilg, Almere")
    settle(tab._context.jobs)
    assert (form.company.value(), form.place.value()) == ("De Wilg", "Almere")
    assert form.starts.edit.hasFocus()
    QTest.keyClicks(form.starts.edit, "vandaag")
    QTest.keyClick(form.starts.edit, Qt.Key.Key_Return)
    settle(tab._context.jobs)
    assert not form.isVisible()
    assert "De Wilg, Almere" in words(tab)
    assert chips(tab) == ["nu"]
    with embedded_store.work() as work:
        assert len(operations.known_companies(work)) == 1


def test_two_at_once_are_asked_about_once(tab: StudentSurroundings, embedded_store: Store) -> None:
    student = embedded_store.student()
    saved(embedded_store, a_placement(student))
    shown(tab, student)
    tab.placements.add_button.click()
    form = tab.placements.placement_form
    form.company.set_value("bakkerij de korst")
    form.place.set_value("Almere")
    form.starts.set_value(TODAY)
    form.save_button.click()
    settle(tab._context.jobs)
    assert "Er staat al een stage bij dit bedrijf" in words(tab)
    form.save_button.click()
    settle(tab._context.jobs)
    assert len(tab.placements.rows) == 2


def test_ending_is_taken_back(tab: StudentSurroundings, embedded_store: Store) -> None:
    student = embedded_store.student()
    saved(embedded_store, a_placement(student))
    saved(embedded_store, a_parent(student))
    offered: list[Undo] = []
    tab._context.navigator.undo_offered.connect(offered.append)
    shown(tab, student)
    tab.placements.rows[0].buttons[1].click()
    settle(tab._context.jobs)
    tab.home.rows[0].buttons[1].click()
    settle(tab._context.jobs)
    assert [undo.text for undo in offered] == [
        "De stage eindigt vandaag.",
        "Dit geldt vanaf nu niet meer.",
    ]
    assert "gold tot en met 22 november 2026" in chips(tab)
    for undo in offered:
        tab._context.jobs.run(undo.operation, *undo.args)
    settle(tab._context.jobs)
    assert "gold tot en met 22 november 2026" not in chips(tab)
    assert "vanaf 24 oktober 2026" in words(tab)


@pytest.mark.parametrize(
    ("born", "chip", "meaning"),
    [
        (date(2011, 1, 1), "mag alles weten en tekent mee", "tekenen mee"),
        (date(2009, 1, 1), "overleg eerst met Zoë", "beslist op veel punten zelf"),
        (date(2008, 11, 23), "niet bellen zonder toestemming van Zoë", "beslist zelf"),
        (None, "niet bellen zonder toestemming van Zoë", "niet bekend"),
    ],
)
def test_what_the_age_means_stands_beside_the_name(
    tab: StudentSurroundings, embedded_store: Store, born: date | None, chip: str, meaning: str
) -> None:
    student = embedded_store.student(birth_date=born)
    saved(embedded_store, a_parent(student))
    shown(tab, student)
    assert chips(tab) == [chip]
    assert meaning in words(tab)


def test_consent_of_a_grown_up_is_filled_in(
    tab: StudentSurroundings, embedded_store: Store
) -> None:
    student = embedded_store.student(birth_date=date(2005, 1, 1))
    saved(embedded_store, a_parent(student, relation=Relation.GUARDIAN))
    shown(tab, student)
    tab.home.rows[0].buttons[0].click()
    settle(tab._context.jobs)
    form = tab.home.guardian_form
    assert form.name.value() == "Anna"
    form.consent.set_value(TODAY + timedelta(days=1))
    form.save_button.click()
    settle(tab._context.jobs)
    assert "De dag van de toestemming moet nog komen." in words(tab)
    form.consent.set_value(TODAY)
    form.save()
    settle(tab._context.jobs)
    assert chips(tab) == ["mag het weten: Zoë vindt het goed"]
    assert "toestemming gegeven op 23 november 2026" in words(tab)


def test_escape_gives_up_and_another_student_shows_nothing_of_the_first(
    tab: StudentSurroundings, embedded_store: Store
) -> None:
    student, other = embedded_store.student(), embedded_store.student("0411002")
    saved(embedded_store, a_placement(student, ends_on=TODAY - timedelta(days=1)))
    saved(embedded_store, a_placement(student, company="Later", starts_on=date(2027, 1, 4)))
    shown(tab, student)
    assert chips(tab) == ["begint nog", "voorbij"]
    tab.placements.rows[0].buttons[0].click()
    settle(tab._context.jobs)
    form = tab.placements.placement_form
    assert form.company.value() == "Later"
    QTest.keyClick(form.company.edit, Qt.Key.Key_Escape)
    assert not form.isVisible()
    tab.home.add_button.click()
    tab.home.guardian_form.name.set_value("ZZGEHEIM")
    shown(tab, other)
    assert "Later" not in words(tab)
    assert tab.home.guardian_form.name.value() == ""
    tab.clear()
    assert tab.placements.rows == []


def test_who_reads_along_has_no_buttons(tab: StudentSurroundings, embedded_store: Store) -> None:
    student = embedded_store.student()
    saved(embedded_store, a_placement(student))
    with embedded_store.work() as work:
        found = operations.read_around(work, student)
    shown(tab, student)
    tab._show(replace(found, own=False))
    assert not tab.placements.add_button.isVisible()
    assert tab.placements.rows[0].buttons == []
    tab._show_nothing(Exception())
    assert tab.placements.rows == []


def test_a_placement_of_now_leads_to_the_trialogue(
    tab: StudentSurroundings, embedded_store: Store
) -> None:
    student = embedded_store.student()
    saved(embedded_store, a_placement(student))
    over = a_placement(student, company="De Wilg")
    saved(
        embedded_store,
        replace(
            over,
            starts_on=TODAY - timedelta(days=400),
            ends_on=TODAY - timedelta(days=300),
        ),
    )
    shown(tab, student)
    asked: list[object] = []
    tab._context.navigator.target_requested.connect(asked.append)
    for row in tab.placements.rows:
        for button in row.buttons:
            if button.text() == "Trialoog openen":
                button.click()
    # That of last year leads nowhere.
    assert asked == [Target("trialogue", student)]
