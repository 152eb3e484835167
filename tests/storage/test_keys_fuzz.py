"""Key files that somebody damaged or made up: an answer in words, soon, and in little memory."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lob_workbench.domain.errors import KeyFileDamaged, WorkbenchError
from lob_workbench.storage.key_wrapping import KdfCost
from lob_workbench.storage.keys import DataKey, KeyFile
from lob_workbench.storage.recovery_code import new_recovery_code

CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
SECRET = bytes(range(32))

FIELDS = ("kind", "id", "kdf", "memory_kib", "iterations", "lanes", "salt", "nonce", "sealed")
NAMES = st.sampled_from((*FIELDS, "seal", "version", "format"))
EDGES = st.sampled_from([-1, 0, 1, 65_535, 65_536, 2**20, 2**20 + 1, 2**31, 2**63, 10**400])
SCALARS = st.none() | st.booleans() | EDGES | st.integers() | st.floats() | st.text(max_size=30)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    """A key file with its three slots, as JSON has it."""
    key_file, data_key = KeyFile.create(PASSPHRASE, CODE, CHEAP)
    key_file.set_quick_key(data_key, "0123456789abcdef", SECRET)
    return json.loads(key_file.to_bytes())  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def derived() -> Iterator[list[tuple[int, int, int]]]:
    """What Argon2 is asked for, without doing it."""
    asked: list[tuple[int, int, int]] = []

    def derive(
        _secret: bytes, _salt: bytes, passes: int, memory: int, lanes: int, size: int, _type: object
    ) -> bytes:
        asked.append((memory, passes, lanes))
        return bytes(size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argon2.low_level.hash_secret_raw", derive)
        yield asked


def tried(data: bytes) -> None:
    """Every way in that a key file has, and what is asked of it besides."""
    with suppress(WorkbenchError):
        key_file = KeyFile.from_bytes(data)
        ways: tuple[Callable[[], DataKey], ...] = (
            lambda: key_file.unlock_with_passphrase(PASSPHRASE),
            lambda: key_file.unlock_with_recovery(CODE),
            lambda: key_file.unlock_with_quick_key(key_file.quick_slot or "", SECRET),
        )
        for way in ways:
            with suppress(WorkbenchError):
                found = way()
                key_file.bad_slots(found)
                # What opens can be mended.
                key_file.replace_recovery(found, CODE)
                assert KeyFile.from_bytes(key_file.to_bytes()).unlock_with_recovery(CODE)
        assert KeyFile.from_bytes(key_file.for_copy().to_bytes()).quick_slot is None


class Bounds:
    """No try over five seconds of work; ``memory``: none over fifty megabytes, at some cost."""

    def __init__(self, *, memory: bool = False) -> None:
        self._memory = memory

    def __enter__(self) -> None:
        self._began = process_time()
        if self._memory:
            tracemalloc.start()

    def __exit__(self, *_: object) -> None:
        assert process_time() - self._began < 5
        if self._memory:
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert most < 50_000_000


def within_bounds(derived: list[tuple[int, int, int]]) -> bool:
    fine = all(
        65_536 <= memory <= 1_048_576 and 2 <= passes <= 10 and 1 <= lanes <= 8
        for memory, passes, lanes in derived
    )
    derived.clear()
    return fine


def changed(whole: dict[str, Any], changes: list[tuple[int, str, Any]]) -> bytes:
    content = json.loads(json.dumps(whole))
    for at, name, value in changes:
        where = content if at == 3 else content["slots"][at]
        where[name] = value
    return json.dumps(content).encode()


CHANGES = st.lists(st.tuples(st.integers(0, 3), NAMES, VALUES), min_size=1, max_size=4)


@given(st.binary(max_size=3_000))
@settings(max_examples=1_000)
def test_any_bytes_get_an_answer(data: bytes) -> None:
    with Bounds(), pytest.raises(WorkbenchError):
        KeyFile.from_bytes(data)


@given(CHANGES)
@settings(max_examples=1_000)
def test_any_changed_field_gets_an_answer(
    whole: dict[str, Any],
    derived: list[tuple[int, int, int]],
    changes: list[tuple[int, str, Any]],
) -> None:
    with Bounds():
        tried(changed(whole, changes))
    assert within_bounds(derived)


@given(st.data())
@settings(max_examples=1_000)
def test_any_flipped_byte_gets_an_answer(
    whole: dict[str, Any], derived: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    content = bytearray(json.dumps(whole).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with Bounds():
        tried(bytes(content[: data.draw(st.integers(0, len(content)))]))
        tried(bytes(content))
    assert within_bounds(derived)


@given(st.lists(st.tuples(st.integers(0, 3), NAMES, VALUES), min_size=1, max_size=4))
@settings(max_examples=100_000)
@pytest.mark.soak
def test_any_changed_field_gets_an_answer_at_length(
    whole: dict[str, Any],
    derived: list[tuple[int, int, int]],
    changes: list[tuple[int, str, Any]],
) -> None:
    tried(changed(whole, changes))
    assert within_bounds(derived)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 60_000,
        b'{"format":' * 6_000,
        b'{"format": "lob-werkboek-sleutels", "version": 1' + b"0" * 60_000,
        b"\x00" * 65_537,
        b'{"format": "lob-werkboek-sleutels", "version": 1, "workbook": "x", "slots": ['
        + b"{}," * 20_000
        + b"{}]}",
    ],
)
def test_a_file_made_to_hurt_gets_an_answer(data: bytes) -> None:
    with Bounds(memory=True):
        tried(data)


def test_a_huge_price_for_a_guess_is_refused_before_it_is_paid(whole: dict[str, Any]) -> None:
    for name, value in (("memory_kib", 2**31), ("iterations", 10**9), ("lanes", 2**24)):
        damaged = changed(whole, [(0, name, value), (1, name, value)])
        with Bounds(), pytest.raises(KeyFileDamaged):
            KeyFile.from_bytes(damaged).unlock_with_passphrase(PASSPHRASE)
