"""Drafts on this laptop: nothing readable, nothing lost, nothing opened by somebody else."""

import os
import secrets
import stat
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.local_drafts import (
    LocalDraft,
    LocalDrafts,
    Unopened,
    has_local_drafts,
    key_from_password,
    local_drafts_folder,
)
from lob_workbench.storage.server import ServerAddress

ROOT = Path(__file__).resolve().parents[2]
ANNA = ServerAddress("lob.school.nl", "lob", "anna")
MARKER = "ZZGEHEIM"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TALK = UUID("0190c0de-0000-7000-8000-000000000001")
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return local_drafts_folder(ANNA, tmp_path)


@pytest.fixture
def drafts(folder: Path, key: bytes) -> LocalDrafts:
    return LocalDrafts(folder, key, ANNA)


anything = st.text(st.characters(exclude_categories=())) | st.just("\ud800\x00é")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    screen=anything,
    entity_id=st.uuids(),
    content=anything,
    base_version=st.none() | st.integers(0, 2**63),
    at=st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=1)))),
)
def test_a_draft_comes_back_as_it_was_typed(
    tmp_path: Path,
    screen: str,
    entity_id: UUID,
    content: str,
    base_version: int | None,
    at: datetime,
) -> None:
    drafts = LocalDrafts(tmp_path, b"k" * 32, ANNA)
    drafts.keep(screen, entity_id, "eerst", None, at)
    drafts.keep(screen, entity_id, content, base_version, at)
    assert drafts.all() == (LocalDraft(screen, entity_id, content, base_version, at),)
    drafts.discard(screen, entity_id)
    assert drafts.all() == ()
    assert drafts.unopened() == ()


def test_drafts_come_oldest_first_and_each_goes_by_itself(drafts: LocalDrafts) -> None:
    assert drafts.all() == ()
    other = uuid4()
    drafts.keep("talk", TALK, "b", 3, NOON)
    drafts.keep("talk", other, "a", None, NOON - timedelta(hours=1))
    drafts.keep("note", TALK, "c", None, NOON + timedelta(hours=1))
    assert [draft.content for draft in drafts.all()] == ["a", "b", "c"]
    drafts.discard("talk", TALK)
    drafts.discard("talk", TALK)
    assert [draft.content for draft in drafts.all()] == ["a", "c"]


def test_nothing_on_the_disk_is_readable_and_names_tell_nothing(
    drafts: LocalDrafts, folder: Path, tmp_path: Path
) -> None:
    drafts.keep(f"{MARKER} screen", TALK, MARKER * 20, None, NOON)
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(found) == 1
    raw, place = found[0].read_bytes(), str(found[0].relative_to(tmp_path))
    for secret in (MARKER, str(TALK), TALK.hex, "anna", "school", "screen"):
        assert secret.encode() not in raw
        assert secret not in place
    assert TALK.bytes not in raw
    if os.name == "posix":
        assert stat.S_IMODE(found[0].stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    # Another key gives the same draft another name.
    LocalDrafts(tmp_path / "b", secrets.token_bytes(32), ANNA).keep("x", TALK, "", None, NOON)
    LocalDrafts(tmp_path / "c", secrets.token_bytes(32), ANNA).keep("x", TALK, "", None, NOON)
    assert len({path.name for part in "bc" for path in (tmp_path / part).iterdir()}) == 2


@pytest.mark.parametrize(
    "other",
    [
        replace(ANNA, login="bea"),
        replace(ANNA, host="elders.nl"),
        replace(ANNA, database="oefenen"),
        replace(ANNA, port="5433"),
    ],
)
def test_each_login_at_each_server_has_drafts_of_its_own(
    other: ServerAddress, folder: Path, key: bytes, tmp_path: Path
) -> None:
    assert local_drafts_folder(other, tmp_path) != folder
    LocalDrafts(folder, key, ANNA).keep("talk", TALK, "x", None, NOON)
    # Even with the same key and in the same folder.
    theirs = LocalDrafts(folder, key, other)
    assert theirs.all() == ()
    assert [one.why for one in theirs.unopened()] == [Unopened.DAMAGED]


def test_how_the_school_proves_itself_does_not_part_drafts(tmp_path: Path) -> None:
    checked = replace(ANNA, root_certificate=Path("/school.pem"))
    assert local_drafts_folder(checked, tmp_path) == local_drafts_folder(ANNA, tmp_path)


def test_under_another_key_a_draft_is_put_aside_and_comes_back(
    drafts: LocalDrafts, folder: Path
) -> None:
    drafts.keep("talk", TALK, "van gisteren", 2, NOON)
    today = LocalDrafts(folder, secrets.token_bytes(32), ANNA)
    today.keep("talk", TALK, "van vandaag", 2, NOON)
    assert [draft.content for draft in today.all()] == ["van vandaag"]
    (told,) = today.unopened()
    assert told.why is Unopened.OTHER_KEY
    assert told.path.is_file()
    assert today.unopened() == (told,)
    assert has_local_drafts(folder)
    assert [draft.content for draft in drafts.all()] == ["van gisteren"]
    assert not told.path.exists()
    assert [draft.content for draft in today.all()] == ["van vandaag"]


def test_every_changed_or_cut_byte_is_seen_and_nothing_is_thrown_away(
    drafts: LocalDrafts, folder: Path
) -> None:
    drafts.keep("talk", TALK, "x", None, NOON)
    (path,) = folder.iterdir()
    good = path.read_bytes()
    spoiled = [
        good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :] for place in range(len(good))
    ]
    spoiled += [good[:size] for size in range(0, len(good), 7)]
    for bad in spoiled:
        path.write_bytes(bad)
        assert drafts.all() == ()
        (told,) = drafts.unopened()
        assert told.path.read_bytes() == bad
        told.path.unlink()
    path.write_bytes(good)
    assert len(drafts.all()) == 1


def test_a_draft_does_not_move_to_another_subject(drafts: LocalDrafts, folder: Path) -> None:
    drafts.keep("talk", TALK, "van Anna", None, NOON)
    (first,) = folder.iterdir()
    content = first.read_bytes()
    drafts.keep("talk", uuid4(), "van Bea", None, NOON)
    (second,) = set(folder.iterdir()) - {first}
    second.write_bytes(content)
    assert [draft.content for draft in drafts.all()] == ["van Anna"]
    assert [one.why for one in drafts.unopened()] == [Unopened.DAMAGED]


def test_a_spoiled_copy_does_not_take_the_place_of_what_was_typed_since(
    drafts: LocalDrafts, folder: Path
) -> None:
    drafts.keep("talk", TALK, "oud", None, NOON)
    (path,) = folder.iterdir()
    aside = path.rename(path.with_name(f"{path.stem}.00000000.aside"))
    drafts.keep("talk", TALK, "nieuw", None, NOON)
    assert [draft.content for draft in drafts.all()] == ["nieuw"]
    assert aside.exists()


def test_what_a_cut_off_write_left_goes_and_a_write_under_way_stays(
    drafts: LocalDrafts, folder: Path
) -> None:
    drafts.keep("talk", TALK, "x", None, NOON)
    old, new = folder / ".a.draft.1.part", folder / ".a.draft.2.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    assert len(drafts.all()) == 1
    assert not old.exists()
    assert new.exists()


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from lob_workbench.storage.local_drafts import LocalDrafts
from lob_workbench.storage.server import ServerAddress
drafts = LocalDrafts(Path(sys.argv[1]), b"k" * 32, ServerAddress("lob.school.nl", "lob", "anna"))
number = 0
while True:
    number += 1
    drafts.keep("talk", UUID(int=1), f"{number} " * 3000, number, datetime.now(UTC))
    print(number, flush=True)
"""


def test_killed_in_the_middle_of_writing_the_last_kept_draft_is_there(tmp_path: Path) -> None:
    drafts = LocalDrafts(tmp_path, b"k" * 32, ANNA)
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            for _ in range(secrets.randbelow(20) + 1):
                writer.stdout.readline()
            writer.kill()
            acknowledged = writer.stdout.read().split()
        (draft,) = drafts.all()
        assert drafts.unopened() == ()
        number = int(draft.content.split()[0])
        assert draft.content == f"{number} " * 3000
        assert draft.base_version == number
        # What was printed was kept; one more may have been, before it could be printed.
        assert not acknowledged or number >= int(acknowledged[-1])


def test_a_password_gives_the_same_key_again_and_another_password_another(folder: Path) -> None:
    key = key_from_password(folder, "wachtwoord é", CHEAP)
    assert len(key) == 32
    assert key_from_password(folder, "wachtwoord é") == key
    # As a Mac types it.
    assert key_from_password(folder, "wachtwoord e\u0301") == key
    assert key_from_password(folder, "wachtwoord e") != key
    assert not has_local_drafts(folder)


def test_the_same_password_gives_another_key_elsewhere(tmp_path: Path) -> None:
    keys = {key_from_password(tmp_path / name, "wachtwoord", CHEAP) for name in "ab"}
    assert len(keys) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"kdf":"argon2id","memory_kib":2147483648,"iterations":3,"lanes":2,"salt":"AAAA"}',
        b'{"kdf":"argon2id","memory_kib":8,"iterations":1,"lanes":1,"salt":"'
        b'AAAAAAAAAAAAAAAAAAAAAA=="}',
    ],
)
def test_a_damaged_salt_is_put_aside_and_weak_or_huge_costs_are_not_obeyed(
    folder: Path, content: bytes
) -> None:
    folder.mkdir(parents=True)
    (folder / "password.json").write_bytes(content)
    key = key_from_password(folder, "wachtwoord", CHEAP)
    assert key_from_password(folder, "wachtwoord") == key
    kept = [path.read_bytes() for path in folder.iterdir()]
    assert len(kept) == 2
    assert content in kept


def test_a_moment_without_an_offset_is_refused(drafts: LocalDrafts) -> None:
    with pytest.raises(ValueError):
        drafts.keep("talk", TALK, "x", None, NOON.replace(tzinfo=None))
