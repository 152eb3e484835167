"""The page with a workbook, EDEXML, a long list, and students who are not on the list."""

from __future__ import annotations

from datetime import date

import openpyxl
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lob_workbench.domain.contributions import Target
from lob_workbench.domain.progress import Progress
from lob_workbench.features.student_import.page import Step
from lob_workbench.people.records import Student
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.ui.context import Undo
from lob_workbench.ui.messages import Message
from tests.features.student_import.edexml_files import SCHOOL, a_file, a_pupil
from tests.features.student_import.test_page import (
    a_file as a_csv,
)
from tests.features.student_import.test_page import (
    care,
    choose,
    context,
    finish,
    page,
    shown_words,
    students,
    take,
)
from tests.helpers.settled import settle

__all__ = ["care", "context", "page"]

HEAD = ("Student nr", "Voornaam", "Achternaam", "Groep", "SLB'er")


def a_workbook(folder, *sheets):
    book = openpyxl.Workbook()
    for name, numbers in sheets:
        sheet = book.create_sheet(name)
        sheet.append(["Voorbeeldcollege"])
        sheet.append(list(HEAD))
        for number in numbers:
            sheet.append([number, "Zoë", f"Hart{number}", name, "Bakker, M."])
        sheet["H3"] = date(2026, 10, 1)
    file = folder / "lijst.xlsx"
    book.save(file)
    return file


def test_a_workbook_becomes_students(page, tmp_path, embedded_store):
    take(page, a_workbook(tmp_path, ("2A", [411000, 411001])))
    assert page.step is Step.CHECK
    assert "kop van de lijst staat op regel 2" in shown_words(page)
    finish(page)
    assert students(embedded_store) == 2
    assert page.step is Step.MENTOR


def test_which_sheet_is_asked_when_two_may_be_meant(page, tmp_path, embedded_store):
    take(page, a_workbook(tmp_path, ("2A", [411000]), ("2B", [411001, 411002])))
    assert page.step is Step.COLUMNS
    step = page.column_step
    assert step.sheets.hasFocus()
    assert "meer dan één blad met studenten" in shown_words(page)
    assert step.sheets.currentText() == "2B (2 regels)"
    choose(step.sheets, "2A (1 regels)")
    settle(page._context.jobs)
    assert "meer dan één blad" not in shown_words(page)
    finish(page)
    assert [item.values.group for item in page.check_step.table.rows_model.rows] == ["2A"]
    finish(page)
    assert students(embedded_store) == 1


def test_one_sheet_asks_nothing(page, tmp_path):
    take(page, a_workbook(tmp_path, ("2A", [411000])))
    page.path.step_chosen.emit(1)
    assert not page.column_step.sheets.isVisible()


def test_a_primary_schools_file_becomes_students(page, tmp_path, embedded_store):
    file = tmp_path / "groep8.xml"
    file.write_bytes(a_file(a_pupil("1"), a_pupil("2", "<bijnaam>x</bijnaam>")))
    take(page, file)
    assert page.step is Step.CHECK
    assert "Regel 1 is de eerste leerling" in shown_words(page)
    finish(page)
    assert students(embedded_store) == 1


def test_a_file_of_another_version_is_refused_in_words(page, tmp_path):
    file = tmp_path / "oud.xml"
    file.write_bytes(a_file(school=SCHOOL.replace(">2.1<", ">1.03<")))
    take(page, file)
    assert page.step is Step.FILE
    assert "EDEXML 1.03" in shown_words(page)


class Hasty(Progress):
    """Somebody who stops at once."""

    def __init__(self):
        super().__init__()
        self.stop()


def stopping(page, monkeypatch):
    monkeypatch.setattr("lob_workbench.ui.progress_line.Progress", Hasty)
    told: list[Message] = []
    page._context.navigator.message_posted.connect(told.append)
    return told


def test_reading_that_is_stopped_leaves_the_first_step(page, tmp_path, monkeypatch):
    told = stopping(page, monkeypatch)
    take(page, a_csv(tmp_path, "01;Zoë;;Hart;;"))
    assert page.step in (Step.FILE, Step.COLUMNS)
    assert [message.text for message in told] == ["Gestopt. Er is niets veranderd."]
    assert page.file_step.isEnabled()


def test_an_import_that_is_stopped_writes_nothing_and_can_be_done(
    page, tmp_path, embedded_store, monkeypatch
):
    take(page, a_csv(tmp_path, "01;Zoë;;Hart;;"))
    told = stopping(page, monkeypatch)
    finish(page)
    assert [message.text for message in told] == ["Gestopt. Er is niets veranderd."]
    assert students(embedded_store) == 0
    assert page.step is Step.CHECK
    assert not page.progress.isVisible()
    monkeypatch.undo()
    finish(page)
    assert students(embedded_store) == 1


def test_stopping_is_in_reach_of_the_keys(qtbot, page):
    page.list_work.waiting.emit("De lijst lezen…")
    page.progress.begin()
    page.progress._appear()
    assert page.progress.stop_button.isEnabled()
    page.progress.stop_button.setFocus()
    assert page.progress.stop_button.hasFocus()
    page.progress.end()


def mine_are(store, *numbers):
    return {number: store.student(number) for number in numbers}


def left(store):
    with store.work() as work:
        rows = work.session.execute(sa.select(Student.number, Student.left_on))
        return {number for number, on in rows if on is not None}


def test_who_is_not_on_the_list_is_asked_about_and_stays_by_itself(page, tmp_path, embedded_store):
    mine_are(embedded_store, "01", "02", "03")
    take(page, a_csv(tmp_path, "01;Zoë;;Hart;2A;", "04;Jan;;Smit;2A;"))
    finish(page)
    assert page.step is Step.MISSING
    step = page.missing_step
    assert "Is dit de hele lijst?" in shown_words(page)
    assert [radio.text() for radio in step.radios] == [
        "Nee, of dat weet ik niet",
        "Ja, van al mijn studenten (2 ontbreken)",
    ]
    assert step.radios[0].isChecked()
    assert step.radios[0].hasFocus()
    assert not step.table.isVisible()
    assert page.primary_button.text() == "&Verder"
    finish(page)
    assert page.step is Step.MENTOR
    assert left(embedded_store) == set()


def test_the_missing_leave_one_by_one_or_together_and_come_back(
    qtbot, page, tmp_path, embedded_store
):
    undone: list[Undo] = []
    page._context.navigator.undo_offered.connect(undone.append)
    mine_are(embedded_store, "01", "02", "03", "05")
    take(page, a_csv(tmp_path, "01;Zoë;;Hart;2A;"))
    finish(page)
    step = page.missing_step
    step.radios[1].click()
    assert "3 van de 4 studenten staan niet op deze lijst" in shown_words(page)
    assert step.leaving() == {}
    step.table.setFocus()
    qtbot.keyClick(step.table, Qt.Key.Key_Return)
    assert list(step.leaving().values()) == [Destination.UNKNOWN]
    assert page.primary_button.text() == "Eén &student is van school"
    step.destination.set_value(Destination.WORK)
    step.destination.changed.emit()
    assert list(step.leaving().values()) == [Destination.WORK]
    step.leaves.click()
    assert step.leaving() == {}
    step.all_button.click()
    assert page.primary_button.text() == "3 &studenten zijn van school"
    step.none_button.click()
    step.all_button.click()
    step.radios[0].click()
    assert step.leaving() == {}
    step.radios[1].click()
    step.on.set_value(None)
    finish(page)
    assert left(embedded_store) == set()
    step.on.set_value(date(2026, 8, 1))
    finish(page)
    assert left(embedded_store) == {"02", "03", "05"}
    assert page.step is Step.MENTOR
    assert undone[0].text == "3 studenten zijn uitgeschreven. De dossiers blijven."
    page._context.jobs.run(undone[0].operation, *undone[0].args)
    settle(page._context.jobs)
    assert left(embedded_store) == set()


def test_a_list_with_nothing_new_still_tells_who_is_missing(page, tmp_path, embedded_store):
    mine_are(embedded_store, "01", "02")
    file = a_csv(tmp_path, "01;Zoë;van 't;Hart;2A;")
    take(page, file)
    finish(page)
    page.start_again()
    take(page, file)
    assert page.primary_button.text() == "Niets in te lezen"
    assert page.skip_button.text() == "&Verder"
    page.skip_button.click()
    assert page.step is Step.MISSING
    page.path.step_chosen.emit(Step.CHECK)
    settle(page._context.jobs)
    assert page.step is Step.CHECK


def test_the_step_of_the_missing_cannot_be_entered_without_a_list(page):
    page.path.step_chosen.emit(Step.MISSING)
    assert page.step is Step.FILE


def test_locking_forgets_who_is_missing(page, tmp_path, embedded_store):
    mine_are(embedded_store, "01", "02")
    take(page, a_csv(tmp_path, "01;Zoë;;Hart;2A;"))
    finish(page)
    page.missing_step.radios[1].click()
    page.clear()
    assert page.missing_step.table.rows_model.rows == ()
    assert page.missing_step.leaving() == {}
    page.open(Target("student_import"))
    QApplication.processEvents()
    assert page.step is Step.FILE
