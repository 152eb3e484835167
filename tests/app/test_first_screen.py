"""The three doors and the ways back in, through the real widgets on a real workbook."""

import shutil

import pytest
from PySide6.QtCore import Qt

from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.new_workbook import NewWorkbook
from lob_workbench.app.recovery import RecoveryScreen, RestoreScreen, own_folder
from lob_workbench.app.session import Session
from lob_workbench.storage.unlock_delay import UnlockTooSoon
from lob_workbench.ui import dialogs

OTHER = "gordijn trompet mosterd achterdeur"


@pytest.fixture
def first(window, ready):
    window.show_first(ready.folder)
    return window.screen_shown


def wait(window):
    assert window.errands.wait(20_000)


def test_without_a_known_workbook_the_new_one_comes_first(window):
    screen = window.screen_shown
    assert isinstance(screen, FirstScreen)
    assert screen.new_door.isVisible()
    assert screen.open_door.isVisible()
    assert screen.example_door.isVisible()
    assert not screen.form.isVisible()


def test_the_last_workbook_is_offered_with_its_passphrase_in_focus(window, recent, ready):
    recent.remember(ready.folder)
    window.show_first()
    screen = window.screen_shown
    assert screen.form.folder == ready.folder
    assert screen.form.isVisible()
    assert not screen.open_door.isVisible()
    window.activateWindow()
    assert screen.form.field.edit.hasFocus()


def test_enter_opens(qtbot, window, first, ready):
    first.form.field.edit.setText(ready.passphrase)
    qtbot.keyClick(first.form.field.edit, Qt.Key.Key_Return)
    assert not first.form.open_button.isEnabled()
    qtbot.keyClick(first.form.field.edit, Qt.Key.Key_Return)
    wait(window)
    assert window.frame is not None


def test_an_empty_passphrase_is_no_try(qtbot, window, first):
    first.form.open_button.click()
    assert first.form.field.error
    assert not window.errands.busy or first.form.open_button.isEnabled()


def test_a_wrong_passphrase_is_one_calm_line_and_a_growing_pause(qtbot, window, first, ready):
    field = first.form.field
    for _ in range(3):
        field.edit.setText("iets heel anders dan dat")
        first.form.submit()
        wait(window)
    assert "Probeer" in field.error or "opnieuw" in field.error
    assert not first.form.open_button.isEnabled()
    assert "1 s" in first.form.open_button.text()
    first.form.submit()
    assert not window.errands.busy
    qtbot.waitUntil(first.form.open_button.isEnabled, timeout=3_000)
    assert field.error == ""


def test_the_pause_counts_down(qtbot, window, first):
    first.form.show_error(UnlockTooSoon(seconds=3))
    first.form._count()
    assert "2 s" in first.form.open_button.text()


def test_a_workbook_that_is_open_elsewhere_says_so(window, first, ready):
    elsewhere = Session.open(ready.folder, passphrase=ready.passphrase)
    first.form.field.edit.setText(ready.passphrase)
    first.form.submit()
    wait(window)
    assert "al open in een ander venster" in first.form.field.error
    elsewhere.close(backup=False)


def test_a_sync_folder_is_warned_about(window, ready, tmp_path):
    folder = tmp_path / "OneDrive - School" / "Werkboek"
    shutil.copytree(ready.folder, folder)
    window.show_first(folder)
    assert window.screen_shown._warning.isVisible()
    assert "OneDrive" in window.screen_shown._warning.words.text()
    window.show_first(ready.folder)
    assert not window.screen_shown._warning.isVisible()


def test_another_workbook_is_chosen_by_its_folder(window, ready, tmp_path):
    screen = window.screen_shown
    dialogs.answer_next(None)
    screen.open_door.click()
    assert screen.form.folder is None
    dialogs.answer_next(tmp_path)
    screen.open_door.click()
    assert "geen werkboek" in window._bar.message.text
    dialogs.answer_next(ready.folder)
    screen.open_door.click()
    assert screen.form.folder == ready.folder
    assert screen.form.isVisible()


def test_a_folder_that_is_not_there_is_told(window, tmp_path):
    window.begin(tmp_path / "weg")
    assert "weg" in window._bar.message.text


def test_doors_open_by_keyboard(qtbot, window):
    window.screen_shown.new_door.setFocus()
    qtbot.keyClick(window.screen_shown.new_door, Qt.Key.Key_Space)
    assert isinstance(window.screen_shown, NewWorkbook)
    qtbot.keyClick(window.screen_shown, Qt.Key.Key_Escape)
    assert isinstance(window.screen_shown, FirstScreen)


# The recovery code


@pytest.fixture
def recovery(window, first):
    first.form.forgotten_button.click()
    screen = window.screen_shown
    assert isinstance(screen, RecoveryScreen)
    return screen


def test_the_recovery_code_gives_a_new_passphrase(window, recovery, ready):
    recovery.code.set_value(ready.recovery_code.lower().replace("-", " "))
    recovery.passphrase.first.edit.setText(OTHER)
    recovery.passphrase.second.edit.setText(OTHER)
    recovery.open_button.click()
    wait(window)
    assert window.frame is not None
    window.lock()
    window.screen_shown.form.field.edit.setText(OTHER)
    window.screen_shown.form.submit()
    wait(window)
    assert window.frame is not None


def test_what_is_wrong_with_code_or_passphrase_is_said_beside_it(window, recovery, ready):
    recovery.open_button.click()
    assert recovery.code.error
    recovery.code.set_value(ready.recovery_code[:-1])
    recovery.open_button.click()
    assert "35" in recovery.code.error
    recovery.code.set_value(ready.recovery_code)
    recovery.passphrase.first.edit.setText("kort")
    recovery.open_button.click()
    assert recovery.passphrase.first.error
    recovery.passphrase.first.edit.setText(OTHER)
    recovery.passphrase.second.edit.setText("anders")
    recovery.open_button.click()
    assert recovery.passphrase.second.error
    assert not window.errands.busy or recovery.open_button.isEnabled()


def test_the_code_of_another_workbook_is_refused(window, recovery):
    from lob_workbench.storage.recovery_code import new_recovery_code

    recovery.code.set_value(new_recovery_code())
    recovery.passphrase.first.edit.setText(OTHER)
    recovery.passphrase.second.edit.setText(OTHER)
    recovery.open_button.click()
    wait(window)
    assert "past niet" in recovery.code.error
    assert recovery.open_button.isEnabled()


# A backup


@pytest.fixture
def copy(ready, tmp_path):
    session = Session.open(ready.folder, passphrase=ready.passphrase)
    path = session.back_up()
    session.close(backup=False)
    return shutil.copy(path, tmp_path / path.name)


@pytest.fixture
def restore(window):
    window.screen_shown.restore_button.click()
    screen = window.screen_shown
    assert isinstance(screen, RestoreScreen)
    return screen


@pytest.mark.parametrize("way", ["passphrase", "code"])
def test_a_backup_comes_back_elsewhere(window, restore, ready, copy, tmp_path, way):
    shutil.rmtree(ready.folder)
    dialogs.answer_next(copy)
    restore.file_button.click()
    dialogs.answer_next(tmp_path / "leeg")
    restore.target_button.click()
    if way == "code":
        restore.way.set_value("code")
        restore._show()
        restore.code.set_value(ready.recovery_code)
    else:
        restore.passphrase.edit.setText(ready.passphrase)
    restore.restore_button.click()
    wait(window)
    assert isinstance(window.screen_shown, FirstScreen)
    assert window.screen_shown.form.folder == tmp_path / "leeg"
    assert "staat terug" in window._bar.message.text
    window.screen_shown.form.field.edit.setText(ready.passphrase)
    window.screen_shown.form.submit()
    wait(window)
    assert window.frame is not None


def test_what_is_missing_or_wrong_is_said(window, restore, copy, tmp_path):
    restore.restore_button.click()
    assert restore.problem.isVisible()
    dialogs.answer_next(None)
    restore.file_button.click()
    dialogs.answer_next(copy)
    restore.file_button.click()
    restore.restore_button.click()
    assert restore.passphrase.error
    dialogs.answer_next(tmp_path / "leeg")
    restore.target_button.click()
    restore.passphrase.edit.setText("iets heel anders dan dat")
    restore.restore_button.click()
    assert not restore.restore_button.isEnabled()
    wait(window)
    assert restore.restore_button.isEnabled()
    assert "past niet" in restore.problem.words.text()
    assert not (tmp_path / "leeg").exists()


def test_a_folder_in_use_gets_one_inside_it(tmp_path):
    assert own_folder(tmp_path) == tmp_path
    assert own_folder(tmp_path / "nieuw") == tmp_path / "nieuw"
    (tmp_path / "LOB-werkbank").mkdir()
    assert own_folder(tmp_path) == tmp_path / "LOB-werkbank 2"
