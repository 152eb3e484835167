import base64
import copy
import hashlib
import json
import pickle
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import (
    DiskFull,
    InputRefused,
    KeyFileDamaged,
    NotFound,
    RecoveryCodeMistyped,
    WorkbenchError,
    WorkbookNewer,
    WrongPassphrase,
    WrongRecoveryCode,
)
from lob_workbench.storage.keys import (
    DataKey,
    KdfCost,
    KeyFile,
    SlotKind,
    new_recovery_code,
    passphrase_strength,
)
from lob_workbench.storage.passphrase import StrengthLevel
from lob_workbench.storage.recovery_code import read_recovery_code

CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@pytest.fixture
def quick_argon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A derivation that still depends on every parameter; for what is not about Argon2."""

    def derive(*parameters: object) -> bytes:
        return hashlib.sha256(repr(parameters).encode()).digest()

    monkeypatch.setattr("argon2.low_level.hash_secret_raw", derive)


def made() -> tuple[KeyFile, bytes]:
    key_file, data_key = KeyFile.create(PASSPHRASE, CODE, CHEAP)
    return key_file, data_key.subkey("database")


def test_both_ways_in_give_the_same_key_with_the_real_derivation(tmp_path: Path) -> None:
    key_file, key = made()
    key_file.save(tmp_path / "keys")
    read = KeyFile.load(tmp_path / "keys")
    assert read.unlock_with_passphrase(PASSPHRASE).subkey("database") == key
    assert read.unlock_with_recovery(CODE.lower()).subkey("database") == key
    with pytest.raises(WrongPassphrase):
        read.unlock_with_passphrase(PASSPHRASE + " ")
    with pytest.raises(WrongRecoveryCode):
        read.unlock_with_recovery(new_recovery_code())
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_the_derivation_is_argon2id_with_the_parameters_of_the_slot() -> None:
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key_file, key = made()
    content = json.loads(key_file.to_bytes())
    slot = next(slot for slot in content["slots"] if slot["kind"] == "passphrase")
    wrapping = hash_secret_raw(
        PASSPHRASE.encode(), base64.b64decode(slot["salt"]), 2, 65_536, 1, 32, Type.ID
    )
    fields = {name: slot[name] for name in slot if name not in ("sealed", "seal")}
    bound = json.dumps([content["format"], 1, content["workbook"], fields], sort_keys=True).encode()
    raw = AESGCM(wrapping).decrypt(
        base64.b64decode(slot["nonce"]), base64.b64decode(slot["sealed"]), bound
    )
    assert DataKey(raw).subkey("database") == key


@pytest.mark.usefixtures("quick_argon")
def test_a_new_passphrase_replaces_the_old_and_leaves_key_and_code() -> None:
    key_file, key = made()
    key_file.change_passphrase(key_file.unlock_with_recovery(CODE), "acht blauwe fietsen vliegen")
    assert key_file.unlock_with_passphrase("acht blauwe fietsen vliegen").subkey("database") == key
    assert key_file.unlock_with_recovery(CODE).subkey("database") == key
    with pytest.raises(WrongPassphrase):
        key_file.unlock_with_passphrase(PASSPHRASE)


@pytest.mark.usefixtures("quick_argon")
def test_a_new_code_replaces_the_old_and_leaves_key_and_passphrase() -> None:
    key_file, key = made()
    code = new_recovery_code()
    key_file.replace_recovery(key_file.unlock_with_passphrase(PASSPHRASE), code)
    assert key_file.unlock_with_recovery(code).subkey("database") == key
    assert key_file.unlock_with_passphrase(PASSPHRASE).subkey("database") == key
    with pytest.raises(WrongRecoveryCode):
        key_file.unlock_with_recovery(CODE)


@pytest.mark.usefixtures("quick_argon")
def test_a_foreign_key_is_not_put_under_lock() -> None:
    key_file, _ = made()
    with pytest.raises(KeyFileDamaged):
        key_file.change_passphrase(DataKey.generate(), "acht blauwe fietsen vliegen")


@pytest.mark.usefixtures("quick_argon")
@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("caf\u00e9 vier drie tent", True),
        ("cafe\u0301 vier drie tent", True),
        ("cafe vier drie tent", False),
    ],
)
def test_a_passphrase_is_the_same_however_its_accents_are_composed(typed: str, same: bool) -> None:
    key_file, _ = KeyFile.create("café\u00a0vier drie tent", CODE)
    if same:
        key_file.unlock_with_passphrase(typed)
    else:
        with pytest.raises(WrongPassphrase):
            key_file.unlock_with_passphrase(typed)


@pytest.mark.parametrize("typed", ["", "\ud800 kapot teken hier", "a" * 1025])
@pytest.mark.usefixtures("quick_argon")
def test_an_impossible_passphrase_is_a_wrong_one_and_cannot_be_chosen(typed: str) -> None:
    key_file, _ = made()
    with pytest.raises(WrongPassphrase):
        key_file.unlock_with_passphrase(typed)
    with pytest.raises(InputRefused):
        KeyFile.create(typed, CODE)


def test_a_weak_passphrase_is_refused_with_its_hint() -> None:
    with pytest.raises(InputRefused, match="minstens 12 tekens"):
        KeyFile.create("kort", CODE)


# Recovery codes


@given(st.integers(0, 2**160 - 1), st.data())
def test_a_code_is_read_as_people_type_it(number: int, data: st.DataObject) -> None:
    code = _code_of(number)
    typed = code.replace("O", data.draw(st.sampled_from("Oo0"))).replace("B", "8")
    typed = typed.replace("I", data.draw(st.sampled_from("Ii1")))
    typed = typed.replace("-", data.draw(st.sampled_from(["", " ", "  -  ", "–", "\n", "."])))
    if data.draw(st.booleans()):
        typed = typed.lower()
    assert read_recovery_code(f" {typed} ") == number.to_bytes(20)


@given(st.integers(0, 34), st.integers(1, 31))
def test_every_wrong_character_is_noticed(place: int, step: int) -> None:
    letters = list(CODE.replace("-", ""))
    letters[place] = LETTERS[(LETTERS.index(letters[place]) + step) % 32]
    with pytest.raises(RecoveryCodeMistyped):
        read_recovery_code("".join(letters))


@given(st.integers(0, 2**160 - 1), st.integers(0, 33))
def test_every_two_swapped_neighbours_are_noticed(number: int, place: int) -> None:
    letters = list(_code_of(number).replace("-", ""))
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    if letters[place] != letters[place + 1]:
        with pytest.raises(RecoveryCodeMistyped):
            read_recovery_code("".join(letters))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with pytest.raises(RecoveryCodeMistyped):
        read_recovery_code(text)


def test_a_missing_character_is_counted() -> None:
    with pytest.raises(RecoveryCodeMistyped, match=r"35 letters en cijfers\. Dit zijn er 34"):
        read_recovery_code(CODE[:-1])


def test_codes_are_grouped_distinct_and_the_letter_a_alone_is_none() -> None:
    codes = {new_recovery_code() for _ in range(100)}
    assert len(codes) == 100
    assert all([len(group) for group in code.split("-")] == [5] * 7 for code in codes)
    with pytest.raises(RecoveryCodeMistyped):
        read_recovery_code("A" * 35)


def _code_of(number: int) -> str:
    from unittest.mock import patch

    with patch("secrets.token_bytes", return_value=number.to_bytes(20)):
        return new_recovery_code()


# The key file


@pytest.mark.usefixtures("quick_argon")
def test_two_hundred_mutated_key_files_never_give_a_wrong_key() -> None:
    key_file, key = made()
    content = json.loads(key_file.to_bytes())
    chance = random.Random(20261122)
    refused = 0
    for _ in range(200):
        mutated = _mutated(content, chance)
        for unlock, secret in (("passphrase", PASSPHRASE), ("recovery", CODE)):
            try:
                read = KeyFile.from_bytes(json.dumps(mutated).encode())
                got = getattr(read, f"unlock_with_{unlock}")(secret)
            except (WrongPassphrase, WrongRecoveryCode, KeyFileDamaged, WorkbookNewer):
                refused += 1
            else:
                assert got.subkey("database") == key
    assert refused > 100


@given(st.data())
def test_flipped_and_cut_key_files_never_give_a_wrong_key(data: st.DataObject) -> None:
    key_file, key = _KEPT
    raw = bytearray(key_file.to_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    if data.draw(st.booleans()):
        raw[place] ^= data.draw(st.integers(1, 255))
    else:
        del raw[place:]
    try:
        got = KeyFile.from_bytes(bytes(raw)).unlock_with_recovery(_KEPT_CODE)
    except (WrongRecoveryCode, KeyFileDamaged, WorkbookNewer):
        return
    assert got.subkey("database") == key


@given(st.binary(max_size=300) | st.recursive(st.none(), st.lists).map(lambda x: repr(x).encode()))
def test_anything_else_is_a_damaged_key_file(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.from_bytes(raw)


@pytest.mark.parametrize("raw", [b"[" * 60_000, b" " * 65_537, b'{"format": ' + b"9" * 9_000])
def test_a_key_file_made_to_hang_is_refused(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.from_bytes(raw)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 2**31),
        ("memory_kib", 8),
        ("memory_kib", True),
        ("memory_kib", "65536"),
        ("iterations", 1),
        ("iterations", 10**9),
        ("lanes", 0),
        ("lanes", 64),
        ("lanes", None),
        ("kdf", "argon2i"),
        ("salt", "AAAA"),
        ("salt", "é"),
    ],
)
def test_parameters_out_of_range_are_refused_before_anything_is_derived(
    name: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_file, _ = made()
    content = json.loads(key_file.to_bytes())
    for slot in content["slots"]:
        if slot["kind"] == "passphrase":
            slot[name] = value
    monkeypatch.setattr("argon2.low_level.hash_secret_raw", lambda *_: pytest.fail("derived"))
    with pytest.raises(KeyFileDamaged):
        KeyFile.from_bytes(json.dumps(content).encode()).unlock_with_passphrase(PASSPHRASE)


def test_a_cost_out_of_bounds_cannot_be_chosen() -> None:
    with pytest.raises(ValueError):
        KeyFile.create(PASSPHRASE, CODE, KdfCost(memory_kib=1024))


@pytest.mark.usefixtures("quick_argon")
def test_a_slot_does_not_move_to_another_workbook() -> None:
    key_file, _ = made()
    other, _ = made()
    content = json.loads(other.to_bytes())
    content["slots"] = json.loads(key_file.to_bytes())["slots"]
    moved = KeyFile.from_bytes(json.dumps(content).encode())
    with pytest.raises(WrongPassphrase):
        moved.unlock_with_passphrase(PASSPHRASE)
    with pytest.raises(WrongRecoveryCode):
        moved.unlock_with_recovery(CODE)


@pytest.mark.usefixtures("quick_argon")
@pytest.mark.parametrize("damage", ["gone", "sealed", "salt", "seal", "misshapen", "surrogate"])
def test_one_bad_slot_leaves_the_other_working_and_is_told(damage: str) -> None:
    key_file, key = made()
    content = json.loads(key_file.to_bytes())
    slot = next(slot for slot in content["slots"] if slot["kind"] == "recovery")
    if damage == "gone":
        content["slots"].remove(slot)
    elif damage == "misshapen":
        slot["sealed"] = 7
    elif damage == "surrogate":
        slot["seal"] = "\ud800"
    else:
        slot[damage] = (
            slot[damage][::-1]
            if damage == "seal"
            else base64.b64encode(bytes(reversed(base64.b64decode(slot[damage])))).decode()
        )
    read = KeyFile.from_bytes(json.dumps(content).encode())
    data_key = read.unlock_with_passphrase(PASSPHRASE)
    assert data_key.subkey("database") == key
    assert read.bad_slots(data_key) == (SlotKind.RECOVERY,)
    read.replace_recovery(data_key, CODE)
    assert read.bad_slots(data_key) == ()


@pytest.mark.usefixtures("quick_argon")
def test_slots_of_a_later_kind_are_kept() -> None:
    key_file, _ = made()
    content = json.loads(key_file.to_bytes())
    content["slots"].append({"kind": "escrow", "id": "x"})
    read = KeyFile.from_bytes(json.dumps(content).encode())
    read.change_passphrase(read.unlock_with_recovery(CODE), "acht blauwe fietsen vliegen")
    assert {"kind": "escrow", "id": "x"} in json.loads(read.to_bytes())["slots"]


def test_a_newer_or_missing_key_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="sleutelbestand"):
        KeyFile.load(tmp_path / "none")
    key_file, _ = _KEPT
    content = json.loads(key_file.to_bytes()) | {"version": 2}
    with pytest.raises(WorkbookNewer):
        KeyFile.from_bytes(json.dumps(content).encode())


def test_no_memory_left_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("argon2.low_level.hash_secret_raw", none_left)
    with pytest.raises(WorkbenchError, match="te weinig werkgeheugen"):
        KeyFile.create(PASSPHRASE, CODE)


def test_a_full_disk_leaves_the_old_key_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_file, key = _KEPT
    key_file.save(tmp_path / "keys")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        made_other().save(tmp_path / "keys")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]
    kept = KeyFile.load(tmp_path / "keys").unlock_with_recovery(_KEPT_CODE)
    assert kept.subkey("database") == key


# The data key


def test_subkeys_differ_by_purpose_and_never_show_the_key() -> None:
    raw = bytes(range(32))
    key = DataKey(raw)
    subkeys = {key.subkey(name) for name in ("database", "backup", "attachments", "drafts")}
    assert len(subkeys) == 4
    assert raw not in subkeys
    assert DataKey(raw).subkey("database") == key.subkey("database")
    assert repr(key) == "DataKey(…)"
    for attempt in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            attempt(key)


def test_a_wiped_key_is_gone_from_memory() -> None:
    key = DataKey.generate()
    buffer = key._key
    key.wipe()
    key.wipe()
    assert key.wiped
    assert not any(buffer)
    assert repr(key) == "DataKey(wiped)"
    with pytest.raises(RuntimeError):
        key.subkey("database")


@pytest.mark.parametrize("purpose", ["", "database"])
def test_a_subkey_needs_a_purpose_and_a_key_its_length(purpose: str) -> None:
    if not purpose:
        with pytest.raises(ValueError):
            DataKey.generate().subkey(purpose)
    with pytest.raises(ValueError):
        DataKey(b"short")


def test_importing_the_keys_loads_nothing_heavy() -> None:
    program = (
        "import sys, lob_workbench.storage.keys as keys; keys.new_recovery_code();"
        "keys.passphrase_strength('vier paarden lopen zacht');"
        "print([n for n in ('sqlalchemy', 'argon2', 'cryptography', 'sqlcipher3', 'PySide6')"
        " if n in sys.modules])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# How strong a passphrase is


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", StrengthLevel.WEAK),
        ("   ", StrengthLevel.WEAK),
        ("kort", StrengthLevel.WEAK),
        ("welkom01welkom01", StrengthLevel.WEAK),
        ("Wachtwoord123456", StrengthLevel.WEAK),
        ("W@chtwoord", StrengthLevel.WEAK),
        ("zomer winter lente herfst", StrengthLevel.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", StrengthLevel.WEAK),
        ("pindakaaspindakaas", StrengthLevel.WEAK),
        ("qwertyuiop123456", StrengthLevel.WEAK),
        ("De Regenboog Çağlar 26", StrengthLevel.WEAK),
        ("drie rare pinda", StrengthLevel.FAIR),
        ("kLm48?fgH2pqz", StrengthLevel.FAIR),
        ("vier paarden lopen zacht", StrengthLevel.GOOD),
        ("globaal paarden lopen zacht", StrengthLevel.GOOD),
    ],
)
def test_strength_of_a_passphrase(text: str, level: StrengthLevel) -> None:
    strength = passphrase_strength(text, forbidden=["ROC De Regenboog", "F. Çağlar"])
    assert (strength.level, strength.accepted) == (level, level is not StrengthLevel.WEAK)
    assert strength.hint.endswith(".")


@given(st.text(max_size=80), st.lists(st.text(max_size=10), max_size=3))
def test_any_text_gets_a_judgement_and_short_ones_are_refused(
    text: str, forbidden: list[str]
) -> None:
    strength = passphrase_strength(text, forbidden)
    assert not (strength.accepted and len(text.strip()) < 12)


def _mutated(content: dict[str, object], chance: random.Random) -> dict[str, object]:
    mutated = copy.deepcopy(content)
    slots = mutated["slots"]
    assert isinstance(slots, list)
    part = chance.choice([mutated, *slots])
    name = chance.choice(list(part))
    value = part[name]
    kind = chance.randrange(4)
    if kind == 0:
        del part[name]
    elif kind == 1:
        part[name] = chance.choice([None, True, -1, 2**40, "", "x", [], {}, 1.5])
    elif isinstance(value, str):
        place = chance.randrange(len(value))
        letter = chance.choice("ABCDefgh0123/+=é")
        part[name] = value[:place] + letter + value[place + 1 :]
    elif isinstance(value, int):
        part[name] = value + chance.choice([-1, 1, 65_536])
    else:
        slots.reverse()
        slots.append(chance.choice(slots))
    return mutated


def made_other() -> KeyFile:
    other = KeyFile("another", [])
    other.replace_recovery(DataKey.generate(), new_recovery_code())
    return other


def _recovery_only() -> tuple[KeyFile, bytes]:
    key_file, data_key = KeyFile("0" * 32, []), DataKey.generate()
    key_file.replace_recovery(data_key, _KEPT_CODE)
    return key_file, data_key.subkey("database")


_KEPT_CODE = new_recovery_code()
_KEPT = _recovery_only()
