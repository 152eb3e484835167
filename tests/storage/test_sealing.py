"""A secret under a passphrase, where others read what lies there."""

import json

import pytest

from lob_workbench.domain.errors import InputRefused
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.sealing import SealDamaged, WrongSeal, seal, unseal

CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "negen blauwe fietsen zingen"
SECRET = bytes(range(32))


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal(SECRET, PASSPHRASE, "z6Mk", CHEAP)


def test_the_passphrase_opens_it_and_nothing_of_the_secret_shows(sealed: bytes) -> None:
    assert unseal(sealed, PASSPHRASE, "z6Mk") == SECRET
    assert SECRET not in sealed
    assert PASSPHRASE.encode() not in sealed
    assert json.loads(sealed)["kdf"] == "argon2id"


def test_another_passphrase_or_another_purpose_does_not(sealed: bytes) -> None:
    for passphrase, bound in (
        ("verkeerde zin hier", "z6Mk"),
        (PASSPHRASE, "z6Other"),
        ("", "z6Mk"),
    ):
        with pytest.raises(WrongSeal):
            unseal(sealed, passphrase, bound)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "iets anders"},
        {"version": 2},
        {"nonce": "AAAA"},
        {"sealed": "geen base64!"},
        {"memory_kib": 8},
        {"salt": "kort"},
    ],
)
def test_what_was_damaged_is_told(sealed: bytes, change: dict[str, object]) -> None:
    with pytest.raises(SealDamaged):
        unseal(json.dumps({**json.loads(sealed), **change}).encode(), PASSPHRASE, "z6Mk")


def test_terms_cannot_be_made_cheaper_unseen(sealed: bytes) -> None:
    terms = {**json.loads(sealed), "iterations": 3}
    with pytest.raises(WrongSeal):
        unseal(json.dumps(terms).encode(), PASSPHRASE, "z6Mk")


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"\xff", b"x" * 32])
def test_what_is_no_seal_is_told(data: bytes) -> None:
    with pytest.raises(SealDamaged):
        unseal(data, PASSPHRASE, "z6Mk")


def test_a_weak_or_endless_passphrase_is_refused() -> None:
    for passphrase in ("kort", "zes appels en peren " * 100):
        with pytest.raises(InputRefused):
            seal(SECRET, passphrase, "z6Mk", CHEAP)
