"""A second place that others use too: their copies, half copies, links and workbooks there."""

import os
import shutil
import stat
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from lob_workbench.domain.progress import Progress
from lob_workbench.storage import second_place
from lob_workbench.storage.backup import BackupReason, list_backups, make_backup, verify_backup
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.second_place import (
    FOLDER,
    PlaceInside,
    PlaceInWorkbook,
    PlaceLinked,
    check_place,
    copy_to_place,
    note_place,
    noted_place,
)
from lob_workbench.storage.workbook import Workbook

PASSPHRASE = "lampion kastanje fiets dinsdagmiddag"
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
NAME = "werkboek-20261123T080000Z.lobkopie"
NEXT_NAME = "werkboek-20261123T080001Z.lobkopie"


@contextmanager
def workbook_of(name, tmp_path):
    folder = tmp_path / name / "werkboek"
    with Workbook.create(folder, PASSPHRASE, new_recovery_code(), cost=CHEAP) as workbook:
        yield workbook


@pytest.fixture
def anna(tmp_path):
    with workbook_of("anna", tmp_path) as workbook:
        yield workbook


@pytest.fixture
def bram(tmp_path):
    with workbook_of("bram", tmp_path) as workbook:
        yield workbook


@pytest.fixture
def shared(tmp_path):
    """A network folder of the team."""
    place = tmp_path / "netwerkmap"
    place.mkdir()
    return place


def a_backup(workbook, moment=MONDAY):
    return make_backup(workbook, moment, BackupReason.MANUAL).path


def bring(workbook, place, backup=None, progress=None):
    backup = backup or a_backup(workbook)
    return copy_to_place(backup, place, workbook.folder.path, workbook.data_key, progress)


def owned(workbook, place):
    return [backup.path.name for backup in list_backups(place / FOLDER, workbook.data_key)]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


class Meanwhile(Progress):
    """Calls ``act`` once, when a part of the copy was written."""

    def __init__(self, act):
        super().__init__()
        self._act = act

    def tell(self, done, total):
        super().tell(done, total)
        act, self._act = self._act, None
        if act is not None and done:
            act()
        elif act is not None:
            self._act = act


# Two workbooks, one place


def test_two_workbooks_of_the_same_second_both_keep_their_copy(anna, bram, shared):
    first, second = bring(anna, shared), bring(bram, shared)
    assert (first.path.name, second.path.name) == (NAME, NEXT_NAME)
    assert (owned(anna, shared), owned(bram, shared)) == ([NAME], [NEXT_NAME])
    assert second.made_at == MONDAY, "the moment of the copy is that of the backup"
    for workbook, made in ((anna, first), (bram, second)):
        assert verify_backup(made.path, workbook.data_key) == []


def test_a_copy_under_another_name_is_not_brought_again(anna, bram, shared):
    bring(anna, shared)
    backup = a_backup(bram)
    bring(bram, shared, backup)
    written = (shared / FOLDER / NEXT_NAME).stat().st_mtime_ns
    # Also when the name that was taken has become free.
    (shared / FOLDER / NAME).unlink()
    bring(bram, shared, backup)
    assert names(shared / FOLDER) == [NEXT_NAME]
    assert (shared / FOLDER / NEXT_NAME).stat().st_mtime_ns == written


@pytest.mark.parametrize("kind", ["text", "folder", "link", "dangling link"])
def test_what_is_not_proven_ours_keeps_its_name(anna, shared, tmp_path, kind):
    taken, dear = shared / FOLDER / NAME, tmp_path / "dierbaar.txt"
    taken.parent.mkdir()
    dear.write_text("dierbaar")
    if kind == "text":
        taken.write_text("dierbaar")
    elif kind == "folder":
        taken.mkdir()
    else:
        taken.symlink_to(dear if kind == "link" else tmp_path / "nergens")
    before = os.lstat(taken).st_ino
    assert bring(anna, shared).path.name == NEXT_NAME
    assert os.lstat(taken).st_ino == before
    assert dear.read_text() == "dierbaar"
    assert not (tmp_path / "nergens").exists()


def test_nor_is_another_copy_of_a_twin_of_this_workbook_replaced(anna, shared, tmp_path):
    """A workbook that was copied to a second laptop has the same key: its copies are others."""
    (shared / FOLDER).mkdir()
    twin = make_backup(anna, MONDAY, BackupReason.MANUAL, tmp_path / "tweeling").path
    shutil.copy2(twin, shared / FOLDER / NAME)
    bring(anna, shared)
    assert sorted(owned(anna, shared)) == [NAME, NEXT_NAME]
    assert (shared / FOLDER / NAME).read_bytes() == twin.read_bytes()


def test_a_name_that_is_taken_while_we_copy_stays_taken(anna, bram, shared):
    theirs = a_backup(bram)
    bring(anna, shared, progress=Meanwhile(lambda: bring(bram, shared, theirs)))
    assert (owned(anna, shared), owned(bram, shared)) == ([NEXT_NAME], [NAME])
    assert names(shared / FOLDER) == [NAME, NEXT_NAME]


def test_a_copy_that_gets_no_name_leaves_none_behind(anna, shared, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    backup = a_backup(anna)
    monkeypatch.setattr(type(backup), "replace", refuse)
    with pytest.raises(second_place.WorkbookReadOnly):
        bring(anna, shared, backup)
    assert names(shared / FOLDER) == []


def test_copies_of_colleagues_outlive_our_turning_over(anna, bram, shared):
    bring(bram, shared)
    for minutes in range(1, 9):
        bring(anna, shared, a_backup(anna, MONDAY + timedelta(minutes=minutes)))
    assert len(owned(anna, shared)) == 5
    assert owned(bram, shared) == [NAME]


# Half copies


def test_only_our_own_half_copies_are_swept(anna, bram, shared, monkeypatch):
    (shared / FOLDER).mkdir()
    old = [".werkboek-20260101T000000Z.lobkopie.part", ".belangrijk.docx.part"]
    for name in old:
        (shared / FOLDER / name).write_text("van iemand")
    left = []
    for workbook in (anna, bram):
        # What stands there at the moment that the power goes.
        backup = a_backup(workbook)
        progress = Meanwhile(lambda: left.append(_saved_parts(shared / FOLDER, old)))
        bring(workbook, shared, backup, progress)
    of_anna, of_bram = left
    for name in (*of_anna, *of_bram):
        (shared / FOLDER / name).write_text("half")
    bring(anna, shared, a_backup(anna, MONDAY + timedelta(hours=1)))
    parts = {name for name in names(shared / FOLDER) if name.endswith(".part")}
    assert parts == {*old, *of_bram}


def _saved_parts(folder, known):
    return [path.name for path in folder.glob(".*.part") if path.name not in known]


def test_a_half_copy_tells_nobody_whose_it_is(anna, shared):
    left = []
    bring(anna, shared, progress=Meanwhile(lambda: left.extend(names(shared / FOLDER))))
    (name,) = left
    assert anna.key_file.workbook_id not in name


# Links, and other workbooks


def make_link(shared, target):
    target.mkdir(exist_ok=True)
    (shared / FOLDER).symlink_to(target, target_is_directory=True)


def test_a_folder_that_is_a_link_is_refused_and_not_written_through(anna, shared, tmp_path):
    documents = tmp_path / "Documenten"
    make_link(shared, documents)
    (documents / ".brief.docx.part").write_text("dierbaar")
    for refused in (shared, shared / FOLDER):
        with pytest.raises(PlaceLinked):
            check_place(refused, anna.folder.path)
        with pytest.raises(PlaceLinked):
            bring(anna, refused)
    assert names(documents) == [".brief.docx.part"]


def test_a_link_to_nowhere_or_to_itself_makes_no_folder(anna, shared, tmp_path):
    for target in (tmp_path / "nergens", shared / FOLDER):
        (shared / FOLDER).symlink_to(target)
        with pytest.raises(PlaceLinked):
            check_place(shared, anna.folder.path)
        with pytest.raises(PlaceLinked):
            bring(anna, shared)
        (shared / FOLDER).unlink()
    assert not (tmp_path / "nergens").exists()


def test_a_link_back_into_the_workbook_is_still_told_as_that(anna, shared):
    make_link(shared, anna.folder.backups)
    with pytest.raises(PlaceInside):
        bring(anna, shared)


def test_a_junction_is_refused_like_a_link(anna, shared, monkeypatch):
    """Windows has links to folders that are no symbolic links, and anybody may make them."""
    (shared / FOLDER).mkdir()
    real = os.lstat

    def lstat(path, **options):
        seen = real(path, **options)
        if str(path) != str(shared / FOLDER):
            return seen
        return SimpleNamespace(st_mode=seen.st_mode, st_reparse_tag=0xA0000003)

    monkeypatch.setattr(os, "lstat", lstat)
    with pytest.raises(PlaceLinked):
        check_place(shared, anna.folder.path)
    with pytest.raises(PlaceLinked):
        bring(anna, shared)


def test_a_link_to_the_stick_itself_is_a_place(anna, shared, tmp_path):
    """Many systems show a stick or a network folder under such a name."""
    link = tmp_path / "naar-netwerkmap"
    link.symlink_to(shared, target_is_directory=True)
    check_place(link, anna.folder.path)
    bring(anna, link)
    assert owned(anna, shared) == [NAME]


def test_no_place_lies_in_a_workbook_of_anybody(anna, bram, shared):
    place = bram.folder.path / "map"
    place.mkdir()
    before = names(bram.folder.backups)
    for refused in (bram.folder.path, bram.folder.backups, place):
        with pytest.raises(PlaceInWorkbook):
            check_place(refused, anna.folder.path)
        with pytest.raises(PlaceInWorkbook):
            bring(anna, refused)
        assert not (refused / FOLDER).exists()
    assert names(bram.folder.backups) == before
    check_place(bram.folder.path.parent, anna.folder.path)


def test_a_folder_above_that_cannot_be_looked_into_is_no_workbook(anna, shared, monkeypatch):
    real = type(shared).is_file

    def is_file(self):
        if self.parent == shared.parent:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(type(shared), "is_file", is_file)
    check_place(shared, anna.folder.path)


# What is noted of the place


def test_noting_a_place_writes_through_no_link(anna, shared, tmp_path):
    note, victim = anna.folder.path / "second-place.txt", tmp_path / "brief.txt"
    victim.write_text("dierbaar")
    note.symlink_to(victim)
    note_place(anna.folder.path, shared)
    assert victim.read_text() == "dierbaar"
    assert not note.is_symlink()
    assert noted_place(anna.folder.path) == shared
    assert stat.S_IMODE(note.stat().st_mode) & 0o077 == 0 or os.name == "nt"


def test_a_note_that_cannot_be_written_is_no_failure(anna, shared):
    (anna.folder.path / "second-place.txt").mkdir()
    note_place(anna.folder.path, shared)
    note_place(anna.folder.path / "nergens", shared)
    assert noted_place(anna.folder.path) is None
    assert not list(anna.folder.path.glob(".second-place*"))
