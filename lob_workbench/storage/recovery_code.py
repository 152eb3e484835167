"""The recovery code: what opens a workbook when the passphrase is forgotten, kept on paper.

160 random bits and a checksum of 15, written in 35 letters and figures (base32, RFC 4648): seven
groups of five. It is strong enough by itself, so it needs no slow key derivation.
"""

import secrets

from lob_workbench.domain.errors import RecoveryCodeMistyped
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_SECRET_BITS = 160
_CHECK_BITS = 15
_LENGTH = (_SECRET_BITS + _CHECK_BITS) // 5
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
# CRC-15 of the CAN bus (ISO 11898-1): finds every burst of up to 15 bits, so every wrong
# character, and every two neighbours that changed places.
_CRC15 = 0x4599

_OTHER_LENGTH = QT_TRANSLATE_NOOP(
    "errors", "Een herstelcode telt {length} letters en cijfers. Dit zijn er {typed}."
)


def new_recovery_code() -> str:
    """A new code of 160 random bits and a checksum: seven groups of five characters."""
    secret = secrets.token_bytes(_SECRET_BITS // 8)
    number = int.from_bytes(secret) << _CHECK_BITS | _crc15(secret)
    letters = [_LETTERS[number >> 5 * place & 31] for place in range(_LENGTH)][::-1]
    return "-".join("".join(letters[start : start + 5]) for start in range(0, _LENGTH, 5))


def read_recovery_code(code: str) -> bytes:
    """The 20 secret bytes of a code as people type it: any case, spaces, 0 for O, 1 for I, 8 for B.

    Raises RecoveryCodeMistyped, which says so when characters are missing or too many.
    """
    kept = "".join(letter for letter in code.upper() if letter.isalnum())
    letters = kept.translate(str.maketrans("018", "OIB"))
    if len(letters) != _LENGTH:
        raise RecoveryCodeMistyped(_OTHER_LENGTH, length=_LENGTH, typed=len(letters))
    number = 0
    for letter in letters:
        value = _LETTERS.find(letter)
        if value < 0:
            raise RecoveryCodeMistyped()
        number = number << 5 | value
    secret = (number >> _CHECK_BITS).to_bytes(_SECRET_BITS // 8)
    if _crc15(secret) != number & (1 << _CHECK_BITS) - 1:
        raise RecoveryCodeMistyped()
    return secret


def _crc15(data: bytes) -> int:
    # Starts at 1, not 0, so that a code of nothing but the letter A is no code.
    register = 1
    for byte in data:
        for shift in range(7, -1, -1):
            feedback = (register >> 14 ^ byte >> shift) & 1
            register = register << 1 & 0x7FFF
            if feedback:
                register ^= _CRC15
    return register
