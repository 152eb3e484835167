"""A workbook that is not whole: told calmly, and brought back from its newest good copy."""

import os
import shutil
from datetime import timedelta

import pytest

from lob_workbench.app import damage
from lob_workbench.app.damage import NoGoodCopy, Secret, find_good_copy, restore_beside
from lob_workbench.app.damaged import DamagedScreen
from lob_workbench.app.recovery import RecoveryScreen, RestoreScreen
from lob_workbench.app.session import Session
from lob_workbench.domain.errors import WrongPassphrase, WrongRecoveryCode
from lob_workbench.domain.progress import Progress
from lob_workbench.storage.recovery_code import new_recovery_code
from tests.app.conftest import PASSPHRASE
from tests.helpers.settled import settle


def cut(folder):
    data = (folder / "workbook.db").read_bytes()
    (folder / "workbook.db").write_bytes(data[: len(data) // 2])


def zero_header(folder):
    with (folder / "workbook.db").open("rb+") as file:
        file.write(bytes(100))


def flip(folder):
    with (folder / "workbook.db").open("rb+") as file:
        file.seek(50)
        byte = file.read(1)
        file.seek(50)
        file.write(bytes([byte[0] ^ 1]))


def no_keys(folder):
    (folder / "workbook.keys.json").unlink()


def no_database(folder):
    (folder / "workbook.db").unlink()


def empty_database(folder):
    (folder / "workbook.db").write_bytes(b"")


def spoilt_keys(folder):
    (folder / "workbook.keys.json").write_bytes(b'{"format": "lob')


DAMAGES = [cut, zero_header, flip, no_keys, no_database, empty_database, spoilt_keys]
SECRET = Secret(passphrase=PASSPHRASE)


@pytest.fixture
def copied(ready, clock):
    """The workbook with one copy, made and closed."""
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    path = session.back_up()
    session.close(backup=False)
    return path


def submit(window, folder, passphrase=PASSPHRASE):
    window.show_first(folder)
    window.screen_shown.form.field.edit.setText(passphrase)
    window.screen_shown.form.submit()
    settle(window.errands)


@pytest.mark.parametrize("spoil", DAMAGES, ids=lambda spoil: spoil.__name__)
def test_every_damage_is_recognised_and_the_copy_put_back(window, ready, copied, spoil):
    spoil(ready.folder)
    before = {path.name for path in ready.folder.iterdir()}
    submit(window, ready.folder)
    screen = window.screen_shown
    assert isinstance(screen, DamagedScreen)
    assert "Er is een goede kopie van maandag 23 november 2026 om 09:00" in screen.words
    assert screen.restore_button.isEnabled()
    screen.restore_button.click()
    settle(window.errands)
    assert window.frame is not None
    assert window.session.folder == ready.folder
    kept = ready.folder.with_name("Mijn werkboek (beschadigd 23-11-2026)")
    # Apart from the lock of a window, not one file of it was touched.
    assert {path.name for path in kept.iterdir()} - {"workbook.lock"} == before - {"workbook.lock"}
    assert [path.name for path in (ready.folder / "backups").iterdir()] == [copied.name]


def test_the_workbook_used_last_is_offered_also_without_its_key_file(window, ready, recent):
    recent.remember(ready.folder)
    no_keys(ready.folder)
    assert recent.newest() == ready.folder


def test_a_copy_that_is_not_whole_is_passed_over_and_told(window, ready, copied, clock):
    clock.moment += timedelta(hours=1)
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    newer = session.back_up()
    session.close(backup=False)
    data = bytearray(newer.read_bytes())
    data[len(data) // 2] ^= 1
    newer.write_bytes(data)
    cut(ready.folder)
    later = (clock.moment + timedelta(hours=2)).timestamp()
    os.utime(ready.folder / "workbook.db", (later, later))
    submit(window, ready.folder)
    words = window.screen_shown.words
    assert "goede kopie van maandag 23 november 2026 om 09:00" in words
    assert "Een nieuwere kopie was niet heel" in words
    assert "voor het laatst iets opgeschreven op maandag 23 november 2026 om 12:00" in words
    found = find_good_copy(ready.folder, SECRET)
    assert (found.path, found.bad) == (copied, 1)


def test_the_copy_on_the_stick_is_found_when_it_is_there(ready, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    session.copies.choose(stick)
    session.copies.copy(Progress())
    session.close(backup=False)
    no_database(ready.folder)
    shutil.rmtree(ready.folder / "backups")
    found = find_good_copy(ready.folder, SECRET)
    assert found.elsewhere
    assert found.written_at is None
    shutil.move(stick, tmp_path / "in de la")
    with pytest.raises(NoGoodCopy):
        find_good_copy(ready.folder, SECRET)


def test_a_stick_that_is_out_is_told(window, ready, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    session.copies.choose(stick)
    session.back_up()
    session.close(backup=False)
    shutil.rmtree(stick)
    cut(ready.folder)
    submit(window, ready.folder)
    assert "Je tweede plek is er nu niet" in window.screen_shown.words
    session = restore_beside(
        ready.folder, find_good_copy(ready.folder, SECRET).path, SECRET, clock, "beschadigd"
    )
    try:
        assert session.copies.view().care.path == stick
    finally:
        session.close(backup=False)


def test_another_passphrase_is_asked_for_the_copy(window, ready, copied):
    no_keys(ready.folder)
    submit(window, ready.folder, "een heel andere zin van vandaag")
    screen = window.screen_shown
    assert "gaan hier niet mee open" in screen.words
    assert not screen.restore_button.isEnabled()
    screen.look()
    assert not window.errands.busy, "nothing was typed"
    screen.passphrase.edit.setText(PASSPHRASE)
    screen.look()
    settle(window.errands)
    assert screen.restore_button.isEnabled()
    screen.leave()
    assert screen.passphrase.value() == ""


def test_the_recovery_code_finds_it_too(window, ready, copied):
    cut(ready.folder)
    window.show_recovery(ready.folder)
    screen = window.screen_shown
    assert isinstance(screen, RecoveryScreen)
    screen.damaged.emit(ready.folder, Secret(recovery_code=ready.recovery_code))
    settle(window.errands)
    assert window.screen_shown.restore_button.isEnabled()
    with pytest.raises(WrongRecoveryCode):
        find_good_copy(ready.folder, Secret(recovery_code=new_recovery_code()))
    with pytest.raises(WrongPassphrase):
        find_good_copy(ready.folder, Secret(passphrase="iets anders"))


def test_without_a_copy_one_can_be_chosen_by_hand(window, ready):
    cut(ready.folder)
    submit(window, ready.folder)
    screen = window.screen_shown
    assert "Nog geen goede kopie gevonden" in screen.words
    screen.restore()
    assert not window.errands.busy, "there is nothing to put back"
    screen.choose_button.click()
    assert isinstance(window.screen_shown, RestoreScreen)


def test_what_cannot_be_renamed_stays_and_the_copy_lies_beside_it(
    ready, copied, clock, monkeypatch
):
    from pathlib import Path

    cut(ready.folder)
    rename = Path.rename

    def held(self, target):
        if self == ready.folder:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    session = restore_beside(ready.folder, copied, SECRET, clock, "beschadigd")
    try:
        assert session.folder == ready.folder.with_name("Mijn werkboek (teruggezet)")
    finally:
        session.close(backup=False)
    assert ready.folder.exists()


def test_the_same_name_twice_gets_a_number(ready, copied, clock):
    for _ in range(2):
        cut(ready.folder)
        path = find_good_copy(ready.folder, SECRET).path
        restore_beside(ready.folder, path, SECRET, clock, "beschadigd").close(backup=False)
    names = sorted(path.name for path in ready.folder.parent.iterdir() if path.is_dir())
    assert "Mijn werkboek (beschadigd 23-11-2026)" in names
    assert "Mijn werkboek (beschadigd 23-11-2026) 2" in names


def test_a_secret_is_not_shown():
    assert PASSPHRASE not in repr(Secret(passphrase=PASSPHRASE, recovery_code=PASSPHRASE))


def test_copies_that_cannot_be_read_are_counted(ready, copied, monkeypatch):
    def broken(self, path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(damage._Keys, "of", broken)
    with pytest.raises(NoGoodCopy):
        find_good_copy(ready.folder, SECRET)
