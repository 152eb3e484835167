"""Keys have one spelling, and only kinds of keys that badges use are read."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.credentials.encodings import (
    base58_decode,
    base58_encode,
    base64url_decode,
    base64url_encode,
)
from lob_workbench.credentials.keys import PublicKey, SigningKey
from tests.credentials.badges import KEY, OTHER_KEY


def test_a_new_key_can_be_kept_and_used_again():
    key = SigningKey.new()
    again = SigningKey(key.private_bytes())
    assert again.public == key.public
    assert key.public.verifies(again.sign(b"badge"), b"badge")
    assert not OTHER_KEY.public.verifies(again.sign(b"badge"), b"badge")


def test_every_new_key_is_another():
    assert SigningKey.new().public != SigningKey.new().public


def test_a_multikey_is_told_by_its_first_letters():
    assert KEY.public.text.startswith("z6Mk")


@pytest.mark.parametrize(
    "spelling",
    [
        KEY.public.text,
        f"  {KEY.public.text}\n",
        KEY.public.did,
        f"{KEY.public.did}#{KEY.public.text}",
        json.dumps(KEY.public.jwk),
    ],
)
def test_however_a_key_is_handed_on_it_is_the_same_key(spelling):
    assert PublicKey.read(spelling) == KEY.public


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "6Mk",
        "z0OIl",
        "z6Mk",
        "z" + "6" * 5_000,
        "z" + base58_encode(b"\xec\x01" + bytes(32)),
        "z" + base58_encode(b"\xed\x01" + bytes(31)),
        "[]",
        "{} {}",
        "{}",
        "{",
        '{"kty":"OKP","crv":"X25519","x":"AAAA"}',
        '{"kty":"OKP","crv":"Ed25519"}',
        '{"kty":"OKP","crv":"Ed25519","x":7}',
        '{"kty":"oct","k":"AAAA"}',
        '{"kty":"RSA","n":"AQAB","e":"AQAB"}',
    ],
)
def test_what_is_no_key_is_refused(wrong):
    with pytest.raises(ValueError):
        PublicKey.read(wrong)


def test_an_rsa_key_keeps_its_numbers_and_its_algorithm():
    numbers = rsa.generate_private_key(65537, 2048).public_key().public_numbers()
    jwk = {
        "kty": "RSA",
        "n": base64url_encode(numbers.n.to_bytes(256, "big")),
        "e": "AQAB",
        "alg": "none",
    }
    key = PublicKey.of_jwk(jwk)
    assert key.algorithm == "RS256"
    assert key.jwk == {"kty": "RSA", "n": jwk["n"], "e": "AQAB"}
    assert PublicKey.read(json.dumps(jwk)) == key
    assert not key.verifies(b"x", b"badge")


def test_a_private_key_of_another_length_is_refused():
    with pytest.raises(ValueError):
        SigningKey(b"short")


@given(st.binary(max_size=80))
def test_what_is_written_in_letters_is_read_again(data):
    assert base58_decode(base58_encode(data)) == data
    assert base64url_decode(base64url_encode(data)) == data


@pytest.mark.parametrize("spelling", ["QQ==", "QR", "Q", "Q+", "Q\n", "é"])
def test_base64url_has_one_spelling(spelling):
    with pytest.raises(ValueError):
        base64url_decode(spelling)
