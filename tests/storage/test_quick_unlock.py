"""*Snel openen* beside a real Secret Service: the eight answers of a key ring, and what opens."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from lob_workbench.domain.errors import WrongPassphrase, WrongQuickKey
from lob_workbench.storage import quick_unlock
from lob_workbench.storage.keys import KdfCost, KeyFile
from lob_workbench.storage.quick_unlock import WORDS, QuickState
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.workbook import Workbook
from tests.helpers import key_ring

home = key_ring.home
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "vier paarden lopen zacht"
OTHER = "acht blauwe fietsen vliegen"
CODE = new_recovery_code()

PREPARED = """
from pathlib import Path
from time import monotonic
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.storage import key_ring as ring
from lob_workbench.storage.quick_unlock import (
    QuickKey, fetch, forget, is_offered, keep, new_quick_key
)
from lob_workbench.storage.keys import KeyFile
from lob_workbench.storage.workbook import Workbook

PASSPHRASE = "vier paarden lopen zacht"

def put_on(folder, passphrase=PASSPHRASE):
    with Workbook.open(folder, passphrase=passphrase) as book:
        key = new_quick_key(book.key_file.workbook_id)
        state = keep(key)
        if state == "ready":
            book.set_quick_key(key)
        return state

def opens(folder):
    answer = fetch(folder)
    if answer.key is None:
        return answer.state
    try:
        with Workbook.open(folder, quick_key=answer.key):
            return "opens"
    except WorkbenchError as error:
        return type(error).__name__
"""


def in_session(home: dict[str, str], folder: Path, program: str) -> Any:
    """What ``program`` tells of the workbook ``BOOK`` beside a real Secret Service."""
    return key_ring.in_session(home, program, f"{PREPARED}\nBOOK = Path({str(folder)!r})\n")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook, closed."""
    folder = tmp_path / "Werkboek"
    Workbook.create(folder, PASSPHRASE, CODE, cost=CHEAP).close()
    return folder


def test_found_and_right_opens_the_workbook(home: dict[str, str], book: Path) -> None:
    told = in_session(
        home,
        book,
        """
        before = is_offered(BOOK), opens(BOOK)
        on = put_on(BOOK), is_offered(BOOK), opens(BOOK)
        with Workbook.open(BOOK, passphrase=PASSPHRASE) as workbook:
            warnings = [str(w) for w in workbook.warnings]
            workbook.set_quick_key(None)
            off = is_offered(BOOK), forget(workbook.key_file.workbook_id)
        tell(before, on, warnings, off, opens(BOOK))
        """,
    )
    assert told == [[False, "missing"], ["ready", True, "opens"], [], [False, True], "missing"]


def test_a_slot_that_was_replaced_is_stale_and_opens_nothing(
    home: dict[str, str], book: Path
) -> None:
    told = in_session(
        home,
        book,
        """
        put_on(BOOK)
        with Workbook.open(BOOK, passphrase=PASSPHRASE) as workbook:
            # Another computer puts it on: its key ring is not ours.
            workbook.set_quick_key(new_quick_key(workbook.key_file.workbook_id))
        tell(opens(BOOK), put_on(BOOK), opens(BOOK))
        """,
    )
    assert told == ["stale", "ready", "opens"]


def test_a_new_passphrase_ends_it_also_for_who_kept_the_ring(
    home: dict[str, str], book: Path
) -> None:
    told = in_session(
        home,
        book,
        """
        put_on(BOOK)
        with Workbook.open(BOOK, passphrase=PASSPHRASE) as workbook:
            kept = fetch(BOOK).key
            workbook.change_passphrase("acht blauwe fietsen vliegen")
            try:
                workbook.key_file.unlock_with_quick_key(kept.slot_id, kept.secret)
            except WorkbenchError as error:
                refused = type(error).__name__
        tell(is_offered(BOOK), opens(BOOK), refused)
        """,
    )
    assert told == [False, "stale", "WrongQuickKey"]


def test_several_workbooks_and_a_copy_keep_apart(
    home: dict[str, str], book: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Ander"
    Workbook.create(other, PASSPHRASE, CODE, cost=CHEAP).close()
    told = in_session(
        home,
        book,
        f"""
        from datetime import datetime, timezone
        from lob_workbench.storage.backup import BackupReason, make_backup, restore_backup
        import lob_workbench.people.records
        OTHER, BACK = Path({str(other)!r}), Path({str(tmp_path / "Terug")!r})
        put_on(BOOK)
        alone = opens(OTHER)
        put_on(OTHER)
        both = opens(BOOK), opens(OTHER)
        # Where the key file of one lies beside the database of the other.
        key = fetch(BOOK).key
        try:
            KeyFile.load(OTHER / "workbook.keys.json").unlock_with_quick_key(
                KeyFile.load(OTHER / "workbook.keys.json").quick_slot, key.secret
            )
        except WorkbenchError as error:
            crossed = type(error).__name__
        with Workbook.open(BOOK, passphrase=PASSPHRASE) as workbook:
            path = make_backup(workbook, datetime.now(timezone.utc), BackupReason.MANUAL).path
        restore_backup(path, BACK, passphrase=PASSPHRASE)
        tell(alone, both, crossed, is_offered(BACK), opens(BACK), opens(BOOK))
        """,
    )
    assert told == ["missing", ["opens", "opens"], "WrongQuickKey", False, "stale", "opens"]


def test_two_people_on_one_computer_have_a_ring_each(
    home: dict[str, str], book: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert in_session(home, book, "tell(put_on(BOOK), opens(BOOK))") == ["ready", "opens"]
    neighbour = key_ring.private_home(tmp_path_factory.mktemp("neighbour"))
    told = in_session(neighbour, book, "tell(is_offered(BOOK), opens(BOOK), is_offered(BOOK))")
    # Nothing is made because the ring had nothing.
    assert told == [True, "missing", True]
    assert in_session(home, book, "tell(opens(BOOK))") == ["opens"]


def test_a_locked_ring_says_so_and_the_passphrase_works(home: dict[str, str], book: Path) -> None:
    told = in_session(
        home,
        book,
        """
        put_on(BOOK)
        lock()
        state = opens(BOOK)
        with Workbook.open(BOOK, passphrase=PASSPHRASE) as workbook:
            kept = workbook.key_file.quick_slot is not None
        tell(state, kept, put_on(BOOK), is_offered(BOOK))
        """,
    )
    assert told == ["locked", True, "locked", True]


REFUSING = """
import subprocess, time
from jeepney import new_method_return, MessageType
from jeepney.low_level import HeaderFields
from jeepney.bus_messages import message_bus

def person(answer, seconds):
    # What the desktop shows when a ring is locked: somebody sees it and does not want it.
    import threading
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
    def ready(callback, owner, reply, exchange):
        address = DBusAddress(callback, owner, "org.gnome.keyring.internal.Prompter.Callback")
        connection.send(new_method_call(
            address, "PromptReady", "sa{sv}s", (reply, {}, exchange)))
    def live():
        while True:
            message = connection.receive()
            fields = message.header.fields
            if message.header.message_type is not MessageType.method_call:
                continue
            owner, member = fields[HeaderFields.sender], fields[HeaderFields.member]
            connection.send(new_method_return(message))
            if member == "BeginPrompting":
                ready(message.body[0], owner, "", "")
            elif member == "PerformPrompt":
                time.sleep(seconds)
                ready(message.body[0], owner, answer, message.body[3])
    threading.Thread(target=live, daemon=True).start()
"""


def test_a_person_who_refuses_is_told_so(home: dict[str, str], book: Path) -> None:
    told = in_session(
        home,
        book,
        REFUSING
        + """
put_on(BOOK)
lock()
person("no", 0.8)
asked = monotonic()
state = opens(BOOK)
tell(state, monotonic() - asked > 0.7, is_offered(BOOK))
""",
    )
    assert told == ["denied", True, True]


def test_without_a_desktop_there_is_no_ring(home: dict[str, str], book: Path) -> None:
    program = f"{PREPARED}\nimport json\nBOOK = Path({str(book)!r})\n"
    program += "print(json.dumps([put_on(BOOK), opens(BOOK), is_offered(BOOK)]))"
    if sys.platform == "linux":
        told = key_ring.answers_of([sys.executable, "-c", program], home)
        assert told == ["no_ring", "no_ring", False]


def test_a_service_that_dies_in_the_middle_is_silent(home: dict[str, str], book: Path) -> None:
    told = in_session(
        home,
        book,
        """
        import keyring, threading, time
        put_on(BOOK)
        keyring.get_keyring()
        service = service_id()
        os.kill(service, signal.SIGSTOP)
        def die():
            time.sleep(0.6)
            os.kill(service, signal.SIGKILL)
        threading.Thread(target=die).start()
        state = opens(BOOK)
        with Workbook.open(BOOK, passphrase=PASSPHRASE) as workbook:
            kept = workbook.key_file.quick_slot is not None
        tell(state, kept)
        """,
    )
    assert told == ["silent", True]


class Plain(KeyringBackend):
    """Everything in the open."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username))


class Honest(Plain):
    """Passes for the ring of Windows; holds what that holds and no more."""

    __module__ = "keyring.backends.Windows"

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:1_280])


class Forgetful(Honest):
    """Accepts everything and keeps nothing."""

    __module__ = "keyring.backends.SecretService"

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Changing(Honest):
    """Keeps something else than what it got."""

    __module__ = "keyring.backends.macOS"

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:-1])


@pytest.fixture
def chosen() -> Iterator[None]:
    """Put back which key ring is used."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (fail.Keyring, QuickState.NO_RING),
        (null.Keyring, QuickState.UNSAFE),
        (Plain, QuickState.UNSAFE),
        (Forgetful, QuickState.UNSAFE),
        (Changing, QuickState.UNSAFE),
        (Honest, QuickState.READY),
    ],
)
def test_only_a_ring_that_proves_to_keep_it_counts(
    kind: type[KeyringBackend], state: QuickState
) -> None:
    ring = kind()
    keyring.set_keyring(ring)
    assert quick_unlock.keep(quick_unlock.new_quick_key("a" * 32)) is state
    if type(ring) is Plain:
        assert ring.kept == {}


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("kept", ["", "x", "no secret", "0123456789abcdef", "id AAAA", "id \ud800"])
def test_what_somebody_else_put_in_the_ring_is_stale(book: Path, kept: str) -> None:
    ring = Honest()
    keyring.set_keyring(ring)
    key = quick_unlock.new_quick_key(KeyFile.load(book / "workbook.keys.json").workbook_id)
    assert quick_unlock.keep(key) is QuickState.READY
    for place in ring.kept:
        ring.kept[place] = kept
    assert quick_unlock.fetch(book).state is QuickState.STALE


def test_a_folder_without_a_key_file_offers_nothing(tmp_path: Path) -> None:
    assert not quick_unlock.is_offered(tmp_path)
    assert quick_unlock.fetch(tmp_path).state is QuickState.STALE
    (tmp_path / "workbook.keys.json").write_bytes(b"\xff")
    assert not quick_unlock.is_offered(tmp_path)


def test_every_state_has_words_of_its_own_and_a_secret_is_not_shown() -> None:
    assert set(WORDS) == set(QuickState)
    assert len(QuickState) == 8
    assert len(set(WORDS.values())) == 8
    for state in set(QuickState) - {QuickState.READY}:
        assert "wachtwoordzin" in WORDS[state]
    key = quick_unlock.new_quick_key("w")
    assert base64.b64encode(key.secret).decode() not in repr(key)
    assert repr(key.secret) not in repr(quick_unlock.QuickAnswer(QuickState.READY, key))


# The slot itself


def made() -> tuple[KeyFile, Any, quick_unlock.QuickKey]:
    key_file, data_key = KeyFile.create(PASSPHRASE, CODE, CHEAP)
    key = quick_unlock.new_quick_key(key_file.workbook_id)
    key_file.set_quick_key(data_key, key.slot_id, key.secret)
    return key_file, data_key, key


def test_the_slot_is_wanted_by_nobody_and_leaves_the_other_two() -> None:
    key_file, data_key, key = made()
    expected = data_key.subkey("database")
    read = KeyFile.from_bytes(key_file.to_bytes())
    assert read.unlock_with_quick_key(key.slot_id, key.secret).subkey("database") == expected
    assert read.unlock_with_passphrase(PASSPHRASE).subkey("database") == expected
    assert read.unlock_with_recovery(CODE).subkey("database") == expected
    with pytest.raises(WrongPassphrase):
        read.unlock_with_passphrase(OTHER)
    assert key_file.bad_slots(data_key) == ()
    key_file.drop_quick_key()
    assert key_file.bad_slots(data_key) == ()
    assert key_file.quick_slot is None
    with pytest.raises(WrongQuickKey):
        key_file.unlock_with_quick_key(key.slot_id, key.secret)


def test_a_new_code_leaves_it_and_a_copy_goes_without() -> None:
    key_file, data_key, key = made()
    key_file.replace_recovery(data_key, new_recovery_code())
    assert key_file.quick_slot == key.slot_id
    assert key_file.for_copy().quick_slot is None
    assert key_file.quick_slot == key.slot_id


@pytest.mark.parametrize("name", ["id", "salt", "nonce", "sealed", "kdf"])
def test_no_part_of_the_slot_can_be_changed(name: str) -> None:
    key_file, _, key = made()
    content = json.loads(key_file.to_bytes())
    slot = next(slot for slot in content["slots"] if slot["kind"] == "keyring")
    changed = slot[name][::-1] if name in ("id", "kdf") else _turned(slot[name])
    slot[name] = changed
    read = KeyFile.from_bytes(json.dumps(content).encode())
    from lob_workbench.domain.errors import KeyFileDamaged

    with pytest.raises((WrongQuickKey, KeyFileDamaged)):
        read.unlock_with_quick_key(read.quick_slot or "", key.secret)


def test_a_slot_moved_to_another_workbook_opens_nothing() -> None:
    key_file, _, key = made()
    other, _, _ = made()
    content, wrong = json.loads(other.to_bytes()), json.loads(key_file.to_bytes())
    content["slots"] = wrong["slots"]
    with pytest.raises(WrongQuickKey):
        KeyFile.from_bytes(json.dumps(content).encode()).unlock_with_quick_key(
            key.slot_id, key.secret
        )


def test_a_workbook_with_only_the_ring_left_gets_its_passphrase_back() -> None:
    key_file, data_key, key = made()
    content = json.loads(key_file.to_bytes())
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] == "keyring"]
    read = KeyFile.from_bytes(json.dumps(content).encode())
    found = read.unlock_with_quick_key(key.slot_id, key.secret)
    assert len(read.bad_slots(found)) == 2
    read.change_passphrase(found, OTHER, CHEAP)
    assert read.unlock_with_passphrase(OTHER).subkey("database") == data_key.subkey("database")


@pytest.mark.parametrize("content", [{"kind": "keyring"}, {"kind": "keyring", "id": 7}])
def test_a_misshapen_slot_is_as_none(content: dict[str, object]) -> None:
    key_file, _, _ = made()
    whole = json.loads(key_file.to_bytes())
    whole["slots"] = [content]
    assert KeyFile.from_bytes(json.dumps(whole).encode()).quick_slot is None


def test_a_secret_of_another_size_is_a_mistake_of_ours() -> None:
    key_file, data_key, _ = made()
    with pytest.raises(ValueError):
        key_file.set_quick_key(data_key, "id", b"short")


def _turned(text: str) -> str:
    return base64.b64encode(bytes(reversed(base64.b64decode(text)))).decode()
