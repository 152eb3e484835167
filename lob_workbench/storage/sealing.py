"""A secret that may lie where others read it: sealed with a passphrase, as a key file's slot is.

For what several people of a school use and the server must not know, such as the key that badges
are signed with. Argon2id makes guessing slow; AES-256-GCM binds the secret to what it is for.
"""

import base64
import json
import os
from dataclasses import asdict

from lob_workbench.domain.errors import InputRefused, KeyFileDamaged, WrongPassphrase
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.key_wrapping import (
    KdfCost,
    passphrase_bytes,
    passphrase_wrapping_key,
)
from lob_workbench.storage.passphrase import passphrase_strength

_FORMAT = "lob-werkbank-verzegeld"
_NONCE = 12


class WrongSeal(WrongPassphrase):
    """The passphrase does not open what was sealed."""

    message = QT_TRANSLATE_NOOP("errors", "Deze wachtwoordzin past niet. Typ hem nog een keer.")


class SealDamaged(KeyFileDamaged):
    """What was sealed cannot be read any more."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Deze sleutel is beschadigd en gaat niet meer open. Maak een nieuwe sleutel."
    )


def seal(secret: bytes, passphrase: str, bound: str, cost: KdfCost | None = None) -> bytes:
    """``secret`` under ``passphrase``, for ``bound`` and nothing else; takes half a second.

    Raises ``InputRefused`` when the passphrase is too weak or too long.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    strength = passphrase_strength(passphrase)
    if not strength.accepted:
        raise InputRefused(strength.hint)
    try:
        typed = passphrase_bytes(passphrase)
    except ValueError as impossible:
        raise InputRefused() from impossible
    terms: dict[str, object] = {
        "format": _FORMAT,
        "version": 1,
        "kdf": "argon2id",
        **asdict(cost or KdfCost()),
        "salt": _text(os.urandom(16)),
        "nonce": _text(nonce := os.urandom(_NONCE)),
    }
    cipher = AESGCM(passphrase_wrapping_key(typed, terms))
    sealed = cipher.encrypt(nonce, secret, _bound(terms, bound))
    return json.dumps({**terms, "sealed": _text(sealed)}).encode()


def unseal(sealed: bytes, passphrase: str, bound: str) -> bytes:
    """The secret; takes half a second. Raises ``WrongSeal`` and ``SealDamaged``."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        terms = json.loads(sealed)
        if terms["format"] != _FORMAT or terms["version"] != 1:
            raise ValueError("another kind of seal")
        inside = base64.b64decode(terms.pop("sealed"), validate=True)
        nonce = base64.b64decode(terms["nonce"], validate=True)
        if len(nonce) != _NONCE:
            raise ValueError("not a nonce")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as trouble:
        raise SealDamaged from trouble
    try:
        typed = passphrase_bytes(passphrase)
    except ValueError as impossible:
        raise WrongSeal from impossible
    try:
        cipher = AESGCM(passphrase_wrapping_key(typed, terms))
    except KeyFileDamaged as trouble:
        raise SealDamaged from trouble
    try:
        return cipher.decrypt(nonce, inside, _bound(terms, bound))
    except InvalidTag as wrong:
        raise WrongSeal from wrong


def _bound(terms: dict[str, object], bound: str) -> bytes:
    return json.dumps([terms, bound], sort_keys=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
