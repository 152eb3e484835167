"""Base58 and base64url as keys and signatures are written: one spelling each, or refused."""

import base64
import binascii
import re

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGITS = {letter: value for value, letter in enumerate(_BASE58)}
# A signature has 88 letters; base58 takes quadratic time, so nothing much longer is tried.
_BASE58_LIMIT = 1_000
_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")


def base58_encode(data: bytes) -> str:
    """``data`` in the base58 of Bitcoin, which multibase calls ``z``."""
    number = int.from_bytes(data, "big")
    letters = ""
    while number:
        number, digit = divmod(number, 58)
        letters = _BASE58[digit] + letters
    zeros = len(data) - len(data.lstrip(b"\0"))
    return _BASE58[0] * zeros + letters


def base58_decode(text: str) -> bytes:
    """The bytes of ``text``. Raises ``ValueError`` for anything else than base58."""
    if len(text) > _BASE58_LIMIT:
        raise ValueError("too long for base58")
    number = 0
    for letter in text:
        digit = _DIGITS.get(letter)
        if digit is None:
            raise ValueError("not base58")
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip(_BASE58[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base64url_encode(data: bytes) -> str:
    """``data`` as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def base64url_decode(text: str) -> bytes:
    """The bytes of ``text``. Raises ``ValueError`` for padding, other letters and spare bits.

    Spare bits would let two different texts stand for the same signature.
    """
    if not _BASE64URL.fullmatch(text):
        raise ValueError("not base64url")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise ValueError("not base64url") from error
    if base64url_encode(data) != text:
        raise ValueError("not the one spelling of base64url")
    return data
