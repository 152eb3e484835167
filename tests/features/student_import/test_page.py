"""The import on the screen, from file to one's own students, as a person does it."""

import gc
import time
import weakref
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import DiskFull
from lob_workbench.features.student_import.columns import StudentField
from lob_workbench.features.student_import.comparison import Answer, ItemKind
from lob_workbench.features.student_import.page import Step, StudentImportPage
from lob_workbench.features.student_import.page_reading import read_list
from lob_workbench.features.student_import.tables import note_text
from lob_workbench.people.queries import list_students
from lob_workbench.people.records import Student
from lob_workbench.people.rules import StudentFilter
from lob_workbench.ui import dialogs
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message
from tests.helpers.settled import settle

DELETE_LATER = QEvent.Type.DeferredDelete.value
CONTROL = Qt.KeyboardModifier.ControlModifier
HEAD = "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Mentor"
HOSTILE = '<b>vet</b> <img src="x"> R&D'


class Care:
    """The workbook's keeper, as far as the import asks it something."""

    def __init__(self, folder):
        self.folder = folder
        self.reasons = []
        self.full = False

    def back_up(self, reason="manual"):
        if self.full:
            raise DiskFull
        self.reasons.append(reason)
        return self.folder / "kopie"


@pytest.fixture
def care(tmp_path):
    return Care(tmp_path)


@pytest.fixture
def context(embedded_store, care):
    jobs = Jobs(embedded_store.work)
    yield PageContext(jobs, embedded_store.clock, embedded_store.owner, Navigator(), (), care)
    jobs.stop()
    assert dialogs.unused_answers() == 0
    dialogs.forget_answers()


@pytest.fixture
def page(qtbot, context):
    page = StudentImportPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.activateWindow()
    page.open(Target("student_import"))
    settle(page._context.jobs)
    return page


def at(page):
    return page.step


def take(page, file):
    page.take_file(file)
    settle(page._context.jobs)


def finish(page):
    page.finish()
    settle(page._context.jobs)


def a_file(folder, *lines, head=HEAD, name="lijst.csv"):
    file = folder / name
    file.write_text("\r\n".join((head, *lines)) + "\r\n", encoding="utf-8")
    return file


def students(store):
    with store.work() as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(Student))


def mine(store):
    with store.work() as work:
        return list_students(work, StudentFilter())


def shown_words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def combo_text(page, column):
    return page.column_step.combos[column].currentText()


def choose(combo, words):
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_a_real_list_becomes_ones_own_students(page, care, embedded_store, shared_data):
    take(page, shared_data / "studentlists" / "studenten-2026-2027.csv")
    assert at(page) is Step.CHECK
    assert students(embedded_store) == 0
    assert page.primary_button.text() == "160 studenten &inlezen"
    assert "Er verandert pas iets" in shown_words(page)
    finish(page)
    assert care.reasons == ["import"]
    assert students(embedded_store) == 160
    assert at(page) is Step.MENTOR
    assert "160 nieuwe studenten staan in je werkboek." in shown_words(page)
    assert page.mentor_step.current().list_name == "Bakker, M."
    assert page.primary_button.text() == "Dit &ben ik"
    count = page.mentor_step.current().students
    finish(page)
    assert f"{count} studenten zijn nu van jou." in shown_words(page)
    assert len(mine(embedded_store)) == count
    asked: list[Target] = []
    page.navigate.connect(asked.append)
    assert page.primary_button.text() == "Naar mijn &studenten"
    page.finish()
    assert asked == [Target("students")]


def test_the_messy_list_says_what_happens_with_every_line(page, embedded_store, shared_data):
    take(page, shared_data / "studentlists" / "studenten-rommelig.csv")
    rows = page.check_step.table.rows_model.rows
    kinds = {item.line: item.kind for item in rows}
    assert [line for line, kind in kinds.items() if kind is ItemKind.REJECTED] == [22, 24, 30, 31]
    assert [line for line, kind in kinds.items() if kind is ItemKind.REPEATED] == [64]
    notes = {item.line: note_text(item) for item in rows}
    assert "31" in notes[22]
    assert "staat al op regel 2" in notes[24]
    assert notes[31] == "Er is geen achternaam."
    assert "formule" in notes[25]
    assert "52" in notes[64]
    assert "2 lege regels zijn overgeslagen." in shown_words(page)
    labels = [chip.text() for chip in page.check_step.filters._chips]
    assert labels[:4] == ["alle regels (61)", "nieuw (56)", "niet ingelezen (4)", "dubbel (1)"]
    page.check_step.filters._chips[2].click()
    assert len(page.check_step.table.rows_model.rows) == 4
    finish(page)
    assert students(embedded_store) == 56


def test_the_same_list_again_has_nothing_to_import(page, care, tmp_path, embedded_store):
    file = a_file(tmp_path, "01;Zoë;van 't;Hart;PW2B;Bakker, M.")
    take(page, file)
    finish(page)
    page.start_again()
    take(page, file)
    assert page.primary_button.text() == "Niets in te lezen"
    assert not page.primary_button.isEnabled()
    assert "staat niets nieuws" in shown_words(page)
    finish(page)
    assert len(care.reasons) == 1
    page.skip_button.click()
    settle(page._context.jobs)
    assert at(page) is Step.MENTOR


def test_without_a_backup_nothing_is_imported_unless_asked_for(
    page, care, tmp_path, embedded_store
):
    care.full = True
    take(page, a_file(tmp_path, "01;Zoë;van 't;Hart;PW2B;"))
    dialogs.answer_next(False)
    finish(page)
    assert dialogs.asked() == ("Er is geen reservekopie gemaakt",)
    assert students(embedded_store) == 0
    assert at(page) is Step.CHECK
    assert page.primary_button.isEnabled()
    dialogs.answer_next(True)
    finish(page)
    assert students(embedded_store) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04" + b"\0" * 100, "zip-bestand"),
        (b"%PDF-1.7 ....", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "Excel"),
        (b"", ""),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(page, tmp_path, content, words):
    file = tmp_path / "iets.csv"
    file.write_bytes(content)
    take(page, file)
    assert at(page) is Step.FILE
    assert page.file_step.problem.isVisible()
    assert words in page.file_step.problem.words.text()
    take(page, a_file(tmp_path, "01;Zoë;;Hart;;"))
    assert at(page) is Step.CHECK
    page.start_again()
    assert not page.file_step.problem.isVisible()


def test_a_file_that_went_away_is_told(page, tmp_path):
    take(page, tmp_path / "weg.csv")
    assert "gaat niet open" in page.file_step.problem.words.text()


def test_columns_that_are_not_recognised_are_chosen_by_hand(page, tmp_path, embedded_store):
    head = "Registratie;Wie;Waar;Bijzonder"
    take(page, a_file(tmp_path, f"0012;Hart, Zoë van 't;PW2B;{HOSTILE}", head=head))
    assert at(page) is Step.COLUMNS
    assert not page.primary_button.isEnabled()
    assert "Kies de kolom met het studentnummer." in shown_words(page)
    assert HOSTILE in shown_words(page)
    combos = page.column_step.combos
    assert combos[0].hasFocus()
    choose(combos[0], "Studentnummer")
    assert not page.primary_button.isEnabled()
    choose(combos[1], "Hele naam")
    choose(combos[2], "Klas of groep")
    assert page.primary_button.isEnabled()
    assert page.column_step.mapping() == {
        StudentField.STUDENT_NUMBER: 0,
        StudentField.FULL_NAME: 1,
        StudentField.GROUP: 2,
    }
    finish(page)
    assert at(page) is Step.CHECK
    finish(page)
    with embedded_store.work() as work:
        student = work.session.scalars(sa.select(Student)).one()
    assert (student.number, student.first_name, student.infix, student.last_name) == (
        "0012",
        "Zoë",
        "van 't",
        "Hart",
    )


def test_a_field_moves_to_the_column_where_it_is_chosen_last(page, tmp_path):
    take(page, a_file(tmp_path, "1;Zoë;;Hart;;", "2;Oğuz;;Çelik;;"))
    page.path.step_chosen.emit(Step.COLUMNS)
    assert at(page) is Step.COLUMNS
    choose(page.column_step.combos[4], "Mentor")
    assert combo_text(page, 5) == "Niet gebruiken"
    assert "Mentor komt nu uit ‘Klas’." in shown_words(page)
    finish(page)
    assert at(page) is Step.CHECK
    assert "Er is geen kolom met de klas of groep." in shown_words(page)


def test_a_question_is_answered_with_words_that_say_what_follows(page, tmp_path, embedded_store):
    embedded_store.student("0411001")
    take(page, a_file(tmp_path, "411001;Zoë;van 't;Hart;PW9Z;", "0500;Jan;;Smit;;"))
    step = page.check_step
    assert step.table.current_row().kind is ItemKind.SAME_STUDENT_QUESTION
    assert "Dezelfde student? In je werkboek staat nummer 0411001" in shown_words(step.detail)
    assert "Eén vraag wacht op jouw antwoord." in shown_words(page)
    assert page.primary_button.text() == "Eén student &inlezen"
    same, other, skip = step.detail.radios
    other.click()
    assert page.primary_button.text() == "2 studenten &inlezen"
    skip.click()
    assert page.primary_button.text() == "Eén student &inlezen"
    same.click()
    assert step.answers == {2: Answer.SAME}
    assert "leeg  →  PW9Z" in shown_words(step.detail)
    assert "wacht op jouw antwoord" not in shown_words(page)
    finish(page)
    assert students(embedded_store) == 2
    assert "Nieuw in je werkboek: 1. Bijgewerkt: 1." in shown_words(page)


def test_all_of_it_by_keyboard(qtbot, page, tmp_path, embedded_store):
    file = a_file(tmp_path, "01;Zoë;;Hart;PW2B;Bakker, M.", "02;Oğuz;;Çelik;PW2B;Jansen, P.")
    dialogs.answer_next(file)
    assert page.file_step.area.button.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page._context.jobs)
    assert page.check_step.table.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert "Çelik, Oğuz" in shown_words(page.check_step.detail)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settle(page._context.jobs)
    assert page.mentor_step.table.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page._context.jobs)
    assert len(mine(embedded_store)) == 1
    asked: list[Target] = []
    page.navigate.connect(asked.append)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert asked == [Target("students")]


def test_every_control_of_a_step_is_reached_by_tab(qtbot, page, tmp_path, embedded_store):
    embedded_store.student("0411001")
    take(page, a_file(tmp_path, "411001;Zoë;van 't;Hart;PW9Z;"))
    met = set()
    for _ in range(12):
        met.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    step = page.check_step
    wanted = {step.table, step.filters._chips[0], page.again_button, page.primary_button}
    wanted = {widget for widget in wanted if widget.isEnabled()}
    assert wanted <= met
    assert met & set(step.detail.radios)


def drop(area, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    nobody = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), actions, data, button, nobody)
    entered.setAccepted(False)
    QApplication.sendEvent(area, entered)
    if entered.isAccepted():
        QApplication.sendEvent(area, QDropEvent(QPointF(9, 9), actions, data, button, nobody))
    return entered.isAccepted()


def test_a_file_can_be_dropped(page, tmp_path):
    one = a_file(tmp_path, "01;Zoë;;Hart;;")
    two = a_file(tmp_path, "02;Jan;;Smit;;", name="twee.csv")
    assert not drop(page.file_step.area, one, two)
    assert not drop(page.file_step.area, tmp_path)
    assert drop(page.file_step.area, one)
    settle(page._context.jobs)
    assert at(page) is Step.CHECK


def test_who_is_in_no_list_takes_the_students_without_a_mentor(page, tmp_path, embedded_store):
    take(page, a_file(tmp_path, "01;Zoë;;Hart;;", "02;Jan;;Smit;;"))
    finish(page)
    assert not page.primary_button.isEnabled()
    assert "nog geen mentor" in shown_words(page)
    assert "2 studenten hebben geen mentor" in shown_words(page)
    assert page.mentor_step.take_button.hasFocus()
    dialogs.answer_next(False)
    page.mentor_step.take_button.click()
    settle(page._context.jobs)
    assert mine(embedded_store) == ()
    dialogs.answer_next(True)
    page.mentor_step.take_button.click()
    settle(page._context.jobs)
    assert len(mine(embedded_store)) == 2
    assert "2 studenten zonder mentor zijn nu van jou." in shown_words(page)
    assert not page.mentor_step.take_button.isVisible()
    assert page.primary_button.text() == "Naar mijn &studenten"


def test_who_is_in_no_list_goes_on_without_a_choice(page, tmp_path, embedded_store):
    take(page, a_file(tmp_path, "01;Zoë;;Hart;;Jansen, P."))
    finish(page)
    (later,) = [
        button
        for button in page.mentor_step.findChildren(Button)
        if button.text() == "Later kiezen"
    ]
    went = []
    page.navigate.connect(went.append)
    later.click()
    assert went == [Target("students")]
    assert mine(embedded_store) == ()


def test_the_mentor_can_be_chosen_later_and_again(page, tmp_path, embedded_store):
    take(page, a_file(tmp_path, "01;Zoë;;Hart;;Bakker, M.", "02;Jan;;Smit;;Jansen, P."))
    finish(page)
    finish(page)
    page.open(Target("student_import"))
    assert at(page) is Step.FILE
    page.open(Target("student_import", detail="mentor"))
    settle(page._context.jobs)
    assert at(page) is Step.MENTOR
    assert page.mentor_step.current().list_name == "Bakker, M."
    assert page.primary_button.text() == "Naar mijn &studenten"
    other = next(row for row in page.mentor_step.mentors.choices if row.list_name == "Jansen, P.")
    page.mentor_step.table.select_row(other)
    assert page.primary_button.text() == "Dit &ben ik"
    finish(page)
    assert [row.name.first for row in mine(embedded_store)] == ["Jan"]


def test_many_mentors_can_be_searched(page, tmp_path):
    lines = [f"{n:03};Zoë;;Hart;;Mentor{n}, Ağa" for n in range(12)]
    take(page, a_file(tmp_path, *lines))
    finish(page)
    assert page.mentor_step.search.isVisible()
    page.mentor_step.search.edit.setText("mentor11, aga")
    page.mentor_step.search.changed.emit()
    names = [row.list_name for row in page.mentor_step.table.rows_model.rows]
    assert names == ["Mentor11, Ağa"]


def test_a_student_changed_elsewhere_is_compared_again(page, tmp_path, embedded_store):
    page._context.jobs.changed.connect(page.refresh)
    take(page, a_file(tmp_path, "01;Zoë;;Hart;;", "02;Jan;;Smit;;"))
    page._context.jobs.run(add_student, embedded_store)
    settle(page._context.jobs)
    kinds = [item.kind for item in page.check_step.table.rows_model.rows]
    assert kinds == [ItemKind.UNCHANGED, ItemKind.NEW]


def add_student(_work, store):
    from lob_workbench.domain.changes import Changes

    return Changes.of("student", store.student("01"))


def test_hostile_text_stands_there_literally(page, tmp_path):
    take(page, a_file(tmp_path, f"01;{HOSTILE};;Hart;{HOSTILE};{HOSTILE}"))
    detail = page.check_step.detail
    assert HOSTILE in shown_words(detail)
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    finish(page)
    model = page.mentor_step.table.rows_model
    assert model.rows[0].list_name == HOSTILE


def test_locking_forgets_the_list(page, tmp_path):
    take(page, a_file(tmp_path, "01;Zoë;;Hart;PW2B;Bakker, M."))
    page.clear()
    assert at(page) is Step.FILE
    assert page.check_step.table.rows_model.rows == ()
    assert page.list_work.read is None
    QApplication.sendPostedEvents(None, DELETE_LATER)
    assert not [label for label in page.findChildren(QLabel) if "Hart" in label.text()]


def test_an_answer_after_the_lock_is_dropped(page, tmp_path):
    page.take_file(a_file(tmp_path, "01;Zoë;;Hart;;"))
    page.clear()
    settle(page._context.jobs)
    assert at(page) is Step.FILE
    assert page.list_work.read is None


def test_nothing_can_be_pressed_while_it_works(page, tmp_path):
    file = a_file(tmp_path, "01;Zoë;;Hart;;")
    page.take_file(file)
    assert "De lijst lezen…" in shown_words(page)
    assert not page.file_step.area.button.isEnabled()
    page.finish()  # Would ask for a file: no answer is queued.
    page.path.step_chosen.emit(Step.MENTOR)
    assert at(page) is Step.FILE
    settle(page._context.jobs)
    assert at(page) is Step.CHECK


def test_eleven_thousand_lines_leave_the_window_alive(page, tmp_path):
    born = date(2008, 1, 1)
    lines = (
        f"{400000 + n};Voornaam{n};van der;Achternaam{n};{born + timedelta(n % 700):%d-%m-%Y};"
        f"K{n % 300};Mentor{n % 200}, A."
        for n in range(11_000)
    )
    head = "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas;Mentor"
    file = a_file(tmp_path, *lines, head=head)
    ticks = Ticks(page)
    take(page, file)
    assert page.primary_button.text() == "11000 studenten &inlezen"
    page.check_step.filters._chips[1].click()
    assert ticks.longest() < 1.5


class Ticks(QTimer):
    """Beats every 10 ms as long as the window is alive."""

    def __init__(self, parent):
        super().__init__(parent)
        self._last = time.perf_counter()
        self._gap = 0.0
        self.timeout.connect(self._beat)
        self.start(10)

    def _beat(self):
        now = time.perf_counter()
        self._gap = max(self._gap, now - self._last)
        self._last = now

    def longest(self):
        self._beat()
        self.stop()
        return self._gap


def test_a_read_list_keeps_no_path(tmp_path):
    read = read_list(a_file(tmp_path, "01;Zoë;;Hart;;"))
    assert read.name == Path("lijst.csv").name
    assert str(tmp_path) not in repr(read)


def test_made_and_freed(context):
    alive = []
    for _ in range(5):
        page = StudentImportPage(context)
        page.show()
        alive.append(weakref.ref(page))
        page.deleteLater()
        del page
    QApplication.sendPostedEvents(None, DELETE_LATER)
    QApplication.processEvents()
    gc.collect()
    assert [ref for ref in alive if ref() is not None] == []


def test_going_back_along_the_path_keeps_the_answers(qtbot, page, tmp_path, embedded_store):
    embedded_store.student("0411001")
    lines = ("411001;Zoë;van 't;Hart;PW9Z;", "0411001x;Jan;;Smit;;", "")
    take(page, a_file(tmp_path, *lines))
    assert "Eén lege regel is overgeslagen." in shown_words(page)
    # Enter on a line that asks goes to its answers, space gives one.
    qtbot.keyClick(page.check_step.table, Qt.Key.Key_Return)
    assert page.check_step.detail.radios[0].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.check_step.answers == {2: Answer.SAME}
    page.path.step_chosen.emit(Step.COLUMNS)
    page.path.step_chosen.emit(Step.CHECK)
    settle(page._context.jobs)
    assert at(page) is Step.CHECK
    assert page.check_step.answers == {2: Answer.SAME}
    page.path.step_chosen.emit(Step.FILE)
    assert at(page) is Step.FILE
    page.path.step_chosen.emit(Step.COLUMNS)
    choose(page.column_step.combos[0], "Niet gebruiken")
    page.path.step_chosen.emit(Step.CHECK)
    assert at(page) is Step.COLUMNS
    assert not page.primary_button.isEnabled()


def test_without_a_list_the_path_leads_nowhere_but_to_the_mentors(page):
    for step in (Step.COLUMNS, Step.CHECK):
        page.path.step_chosen.emit(step)
        assert at(page) is Step.FILE
    page.path.step_chosen.emit(Step.MENTOR)
    settle(page._context.jobs)
    assert at(page) is Step.MENTOR
    assert "nog geen mentor" in shown_words(page)


def test_lines_with_a_remark_can_be_picked_out(page, tmp_path):
    take(page, a_file(tmp_path, "01;Zoë;;Hart;PW2B;", "02;Jan;;Smit;;", "03;;;;;"))
    chips = {chip.choice.key: chip for chip in page.check_step.filters._chips}
    chips["remarked"].click()
    assert [item.line for item in page.check_step.table.rows_model.rows] == [3]
    chips[ItemKind.REJECTED].click()
    assert "Er is geen achternaam." in shown_words(page.check_step.detail)


def test_an_import_that_fails_is_told_and_can_be_done_again(
    page, tmp_path, embedded_store, monkeypatch
):
    messages: list[Message] = []
    page._context.navigator.message_posted.connect(messages.append)
    take(page, a_file(tmp_path, "01;Zoë;;Hart;PW2B;"))
    monkeypatch.setattr(
        "lob_workbench.features.student_import.page_list_work.import_students", refuse
    )
    finish(page)
    assert messages[-1].tone is Tone.DANGER
    assert at(page) is Step.CHECK
    monkeypatch.undo()
    finish(page)
    assert students(embedded_store) == 1


def refuse(_work, _parsed, _answers, _progress):
    raise DiskFull
