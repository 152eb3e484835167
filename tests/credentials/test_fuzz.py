"""A thousand files made by chance: each gets an answer, soon, and none of them is a valid badge."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.credentials.baking import bake_png, bake_svg, unbake
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.verdicts import Judged
from lob_workbench.credentials.verifying import verify
from tests.credentials.badges import NOW, TRUST, listed
from tests.credentials.hostile import PNG, SVG

BADGE = listed()
SEEDS = (BADGE.json, BADGE.jwt.encode(), bake_png(PNG, BADGE), bake_svg(SVG, BADGE.jwt), SVG)
PIECES = (
    b'"', b"{", b"}", b"[", b"]", b"\\", b"@", b"<", b">", b"&", b"\0", b"\xff", b"null", b"1e99",
    b'"@context":', b'"id":"_:b0"', b"]]>", b"<!DOCTYPE", b".", b"IEND", b"\xed\xa0\x80",
    b'"@list":',
    b'{"@graph":[]}', b"_:", b'"proof":[],', b"<g>", b'"type":"@json",', b"true",
)  # fmt: skip


def mutated(rng: random.Random) -> bytes:
    data = bytearray(rng.choice(SEEDS))
    for _ in range(rng.randint(1, 8)):
        at, until = sorted(rng.randrange(len(data) + 1) for _ in range(2))
        kind = rng.randrange(6)
        if kind == 0 and data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        elif kind == 1:
            data[at:at] = rng.choice(PIECES)
        elif kind == 2:
            del data[at : min(until, at + 40)]
        elif kind == 3:
            data[at:at] = data[at : min(until, at + 200)]
        elif kind == 4:
            data[at : at + 1] = rng.choice(PIECES)
        else:
            data[at : at + 4] = rng.randbytes(4)
    return bytes(data)


def says_the_same(data: bytes) -> bool:
    try:
        inside = unbake(data)
        same_token = inside == BADGE.jwt.encode()
        return same_token or read_object(inside) == read_object(BADGE.json)
    except Judged:
        return False


def judge(seed: int, number: int) -> None:
    rng = random.Random(seed)
    for _ in range(number):
        data = mutated(rng)
        start = time.process_time()
        verdict = verify(data, TRUST, NOW)
        assert time.process_time() - start < 2
        assert verdict.reason.format(**verdict.values)
        assert not verdict.good or says_the_same(data)


def test_a_thousand_files_made_by_chance_get_their_answer():
    judge(20261127, 1_000)


@pytest.mark.soak
def test_a_hundred_thousand_files_made_by_chance_get_their_answer(tally):
    judge(5, 100_000)
    tally("badge files made by chance", 100_000)


@given(st.binary(max_size=400))
def test_bytes_by_chance_get_their_answer(data):
    assert not verify(data, TRUST, NOW).good


def test_nothing_that_strangers_made_trips_a_library_unseen(monkeypatch):
    """The last wall of ``verify`` is for the unforeseen; none of these should lean on it."""
    from lob_workbench.credentials import verifying

    rng = random.Random(7)
    for _ in range(300):
        data = mutated(rng)
        try:
            container = verifying.container_of(data)
            verifying._judge(verifying.take_out(container, data), TRUST, NOW)
        except Judged:
            pass


def test_whatever_trips_a_library_is_an_answer_and_no_traceback(monkeypatch):
    def trip(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("lob_workbench.credentials.verifying.read_object", trip)
    verdict = verify(BADGE.json, TRUST, NOW)
    assert not verdict.good
    assert verdict.reason == "Deze badge is niet na te gaan."
