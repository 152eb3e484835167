"""A new workbook from the first door to the first page."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage

from lob_workbench.app import new_workbook_steps
from lob_workbench.app import session as session_module
from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.domain.errors import DiskFull
from lob_workbench.domain.rights import Role
from lob_workbench.people.school import read_school
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.ui import dialogs
from lob_workbench.ui.pdf_view import PdfView
from tests.app.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def wizard(window, tmp_path, monkeypatch):
    monkeypatch.setattr(
        new_workbook_steps, "suggested_folder", lambda: tmp_path / "Documenten" / "LOB-werkbank"
    )
    create = session_module.Session.create
    monkeypatch.setattr(
        session_module.Session,
        "create",
        lambda desk, clock, progress: create(desk, clock, progress, CHEAP),
    )
    window.screen_shown.new_door.click()
    return window.screen_shown


def fill_who(wizard):
    wizard.who.name.set_value("Mirjam Bakker")
    wizard.who.school.set_value("Het Voorbeeldcollege")


def fill_secret(wizard, again=PASSPHRASE):
    wizard.secret.passphrase.first.edit.setText(PASSPHRASE)
    wizard.secret.passphrase.second.edit.setText(again)


def png(width=40):
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_from_the_door_to_the_first_page(qtbot, window, wizard, tmp_path, recent):
    assert wizard.who.year.value() == "2026-2027"
    fill_who(wizard)
    qtbot.keyClick(wizard.who.name.edit, Qt.Key.Key_Return)
    assert wizard.index == 1
    fill_secret(wizard)
    wizard.next_button.click()
    assert wizard.index == 2
    wizard.recovery.typed.set_value(wizard.recovery.code.lower().replace("-", ""))
    wizard.next_button.click()
    assert not wizard.next_button.isEnabled()
    assert wizard._progress_words.text() == "Even geduld…"
    assert window.errands.wait(20_000)
    assert window.frame is not None
    assert window.session.actor.name == "Mirjam Bakker"
    assert window.session.actor.roles == {Role.COUNSELLOR}
    folder = tmp_path / "Documenten" / "LOB-werkbank"
    assert window.session.folder == recent.newest() == folder
    assert wizard is not window.screen_shown


def test_after_the_wizard_the_student_list_is_next(window, wizard, stand_ins, monkeypatch):
    from dataclasses import replace

    from lob_workbench.app import main_window

    monkeypatch.setattr(main_window, "IMPORT_PAGE", "second")
    fill_who(wizard)
    wizard.next()
    fill_secret(wizard)
    wizard.next()
    wizard.recovery.typed.set_value(wizard.recovery.code)
    wizard.next()
    assert window.errands.wait(20_000)
    assert window.frame.target.page == "second"
    assert replace(stand_ins[0]).name == "first"


def test_what_is_missing_is_said_beside_the_field(window, wizard):
    wizard.next_button.click()
    assert wizard.index == 0
    assert wizard.who.name.error
    assert wizard.who.school.error
    fill_who(wizard)
    wizard.who.year.set_value("2026")
    wizard.next_button.click()
    assert "2026-2027" in wizard.who.year.error
    wizard.who.year.set_value("2026-2028")
    wizard.next_button.click()
    assert wizard.who.year.error
    wizard.who.year.set_value("2025-2026")
    wizard.who.roles.set_value(frozenset())
    wizard.next_button.click()
    assert wizard.index == 0
    assert wizard.who._roles_error.isVisible()
    wizard.who.roles.set_value(frozenset({Role.TEAM_LEADER}))
    wizard.who.roles.changed.emit(wizard.who.roles.value())
    assert not wizard.who._roles_error.isVisible()
    wizard.next_button.click()
    assert wizard.index == 1


def test_a_name_is_no_passphrase_and_two_must_be_alike(window, wizard):
    fill_who(wizard)
    wizard.next()
    passphrase = wizard.secret.passphrase
    passphrase.first.edit.setText("mirjam bakker voorbeeldcollege")
    wizard.next()
    assert passphrase.first.error
    fill_secret(wizard, again="iets anders")
    wizard.next()
    assert passphrase.second.error
    assert wizard.index == 1


def test_a_mistyped_code_is_told_from_another_code(window, wizard):
    fill_who(wizard)
    wizard.next()
    fill_secret(wizard)
    wizard.next()
    wizard.next()
    assert wizard.recovery.typed.error
    wizard.recovery.typed.set_value(wizard.recovery.code[:-1] + "?")
    wizard.next()
    assert wizard.recovery.typed.error
    wizard.recovery.typed.set_value(new_recovery_code())
    wizard.next()
    assert "andere code" in wizard.recovery.typed.error
    assert not window.errands.busy or wizard.next_button.isEnabled()


def test_going_back_keeps_what_was_typed(qtbot, window, wizard):
    fill_who(wizard)
    wizard.next()
    fill_secret(wizard)
    wizard.next()
    code = wizard.recovery.code
    wizard.previous_button.click()
    assert wizard.index == 1
    wizard.path.step_chosen.emit(0)
    assert wizard.index == 0
    wizard.path.step_chosen.emit(2)
    assert wizard.index == 0, "the path leads back, never past a check"
    assert wizard.who.name.value() == "Mirjam Bakker"
    wizard.next()
    wizard.next()
    assert wizard.recovery.code == code
    assert code.split("-")[0] in wizard.recovery._shown.text()


def test_escape_leaves_the_wizard(qtbot, window, wizard):
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert isinstance(window.screen_shown, FirstScreen)


def test_escape_goes_one_step_back_and_stopping_asks(qtbot, window, wizard):
    fill_who(wizard)
    wizard.next()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.index == 0
    wizard.next()
    dialogs.answer_next(False)
    wizard.back_button.click()
    assert window.screen_shown is wizard
    dialogs.answer_next(True)
    wizard.back_button.click()
    assert isinstance(window.screen_shown, FirstScreen)


def test_the_code_goes_on_paper_and_the_wizard_waits_behind_it(qtbot, window, wizard, tmp_path):
    fill_who(wizard)
    wizard.next()
    fill_secret(wizard)
    wizard.next()
    wizard.recovery.paper_button.click()
    assert window.errands.wait(20_000)
    view = window.findChild(PdfView)
    assert view is not None
    assert not wizard.isVisible()
    dialogs.answer_next(tmp_path / "code.pdf")
    view.save_button.click()
    text = PdfReader(tmp_path / "code.pdf").pages[0].extract_text()
    for group in wizard.recovery.code.split("-"):
        assert group in text
    assert "niet versleuteld" in window._bar.message.text
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert wizard.index == 2


def test_a_logo_is_checked_shown_and_kept(window, wizard, tmp_path):
    who = wizard.who
    (tmp_path / "logo.png").write_bytes(png())
    (tmp_path / "tekst.png").write_bytes(b"\x89PNG\r\n\x1a\n geen plaatje")
    (tmp_path / "groot.png").write_bytes(png() + bytes(2_000_001))
    for wrong in ("tekst.png", "groot.png", "weg.png"):
        dialogs.answer_next(tmp_path / wrong)
        who.logo_button.click()
        assert who.logo is None
        assert "past niet" in who._logo_words.text()
    dialogs.answer_next(None)
    who.logo_button.click()
    dialogs.answer_next(tmp_path / "logo.png")
    who.logo_button.click()
    assert who._logo_view.isVisible()
    who.no_logo_button.click()
    assert who.logo is None
    dialogs.answer_next(tmp_path / "logo.png")
    who.logo_button.click()
    fill_who(wizard)
    wizard.next()
    fill_secret(wizard)
    wizard.next()
    wizard.recovery.typed.set_value(wizard.recovery.code)
    wizard.next()
    assert window.errands.wait(20_000)
    with window.session.work() as work:
        assert read_school(work).logo == png()


def test_the_folder_may_be_elsewhere_and_a_sync_folder_is_warned_about(window, wizard, tmp_path):
    who = wizard.who
    dialogs.answer_next(None)
    who.folder_button.click()
    (tmp_path / "Dropbox").mkdir()
    dialogs.answer_next(tmp_path / "Dropbox")
    who.folder_button.click()
    assert who.folder == tmp_path / "Dropbox"
    assert who._sync_warning.isVisible()
    (tmp_path / "Dropbox" / "iets").write_text("")
    dialogs.answer_next(tmp_path)
    who.folder_button.click()
    assert who.folder == tmp_path / "LOB-werkbank"
    assert not who._sync_warning.isVisible()


def test_what_fails_is_told_and_can_be_tried_again(window, wizard, monkeypatch):
    made = session_module.Session.create

    def full(desk, clock, progress):
        raise DiskFull

    monkeypatch.setattr(session_module.Session, "create", full)
    fill_who(wizard)
    wizard.next()
    fill_secret(wizard)
    wizard.next()
    wizard.recovery.typed.set_value(wizard.recovery.code)
    wizard.next()
    assert window.errands.wait(20_000)
    assert "schijf is vol" in wizard.problem.words.text()
    assert wizard.index == 2
    monkeypatch.setattr(session_module.Session, "create", made)
    wizard.next()
    assert window.errands.wait(20_000)
    assert window.frame is not None
