"""Keys that sign badges: a school's own (Ed25519) and those of others.

The private key is 32 bytes that somebody else keeps: the key ring, or the encrypted store. It has
no ``repr`` here, and nothing in this package writes it down.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lob_workbench.credentials.encodings import (
    base58_decode,
    base58_encode,
    base64url_decode,
    base64url_encode,
)

# The code of an Ed25519 public key in multicodec.
_ED25519 = b"\xed\x01"
_RSA_BITS = range(2048, 8193)
_DID_KEY = "did:key:"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key, spelled in one way only (``text``), so that two can be compared.

    ``text`` is a multikey (``z6Mk…``) for Ed25519, and a JWK with sorted members for RSA.
    """

    text: str

    @staticmethod
    def of_ed25519(raw: bytes) -> PublicKey:
        """From the 32 bytes of an Ed25519 key. Raises ``ValueError``."""
        if len(raw) != 32:
            raise ValueError("an Ed25519 key has 32 bytes")
        return PublicKey("z" + base58_encode(_ED25519 + raw))

    @staticmethod
    def read(text: str) -> PublicKey:
        """From a multikey, a ``did:key`` or a JWK, as handed on. Raises ``ValueError``."""
        text = text.strip()
        if text.startswith("{"):
            return PublicKey.of_jwk(json.loads(text))
        if text.startswith(_DID_KEY):
            text = text.removeprefix(_DID_KEY).partition("#")[0]
        if not text.startswith("z"):
            raise ValueError("not a key")
        data = base58_decode(text[1:])
        if not data.startswith(_ED25519):
            raise ValueError("not an Ed25519 key")
        return PublicKey.of_ed25519(data[len(_ED25519) :])

    @staticmethod
    def of_jwk(jwk: dict[str, Any]) -> PublicKey:
        """From a JWK: Ed25519, or RSA of at least 2048 bits. Raises ``ValueError``."""
        if jwk.get("kty") == "OKP" and jwk.get("crv") == "Ed25519":
            return PublicKey.of_ed25519(base64url_decode(_word(jwk, "x")))
        if jwk.get("kty") == "RSA":
            modulus = int.from_bytes(base64url_decode(_word(jwk, "n")), "big")
            exponent = int.from_bytes(base64url_decode(_word(jwk, "e")), "big")
            if modulus.bit_length() not in _RSA_BITS or not 3 <= exponent < 2**33:
                raise ValueError("an RSA key of a size that is not used")
            numbers = {"e": _number(exponent), "kty": "RSA", "n": _number(modulus)}
            return PublicKey(json.dumps(numbers, separators=(",", ":")))
        raise ValueError("not a kind of key that badges use")

    @property
    def algorithm(self) -> str:
        """The one algorithm that this key signs tokens with: a header never chooses it."""
        return "RS256" if self.text.startswith("{") else "EdDSA"

    @property
    def raw(self) -> bytes:
        """The 32 bytes of an Ed25519 key. Raises ``ValueError`` for another spelling.

        Another code in front of the same bytes would be a second name for one key.
        """
        data = base58_decode(self.text[1:])
        if not data.startswith(_ED25519) or len(data) != len(_ED25519) + 32:
            raise ValueError("not an Ed25519 key")
        return data[len(_ED25519) :]

    @property
    def did(self) -> str:
        """An Ed25519 key as a name that stands for itself."""
        return _DID_KEY + self.text

    @property
    def jwk(self) -> dict[str, str]:
        """As a JWK."""
        if self.algorithm == "RS256":
            return dict(json.loads(self.text))
        return {"crv": "Ed25519", "kty": "OKP", "x": base64url_encode(self.raw)}

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether ``signature`` is that of this key over ``data``."""
        try:
            if self.algorithm == "EdDSA":
                Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, data)
            else:
                numbers = {
                    name: int.from_bytes(base64url_decode(self.jwk[name]), "big") for name in "en"
                }
                key = rsa.RSAPublicNumbers(numbers["e"], numbers["n"]).public_key()
                key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
        except (InvalidSignature, ValueError, KeyError, TypeError):
            # A key that was written around the program is no key, and keeps nobody from the others.
            return False
        return True


def _word(jwk: dict[str, Any], name: str) -> str:
    value = jwk.get(name)
    if not isinstance(value, str) or len(value) > 2_000:
        raise ValueError("a key that lacks a part")
    return value


def _number(value: int) -> str:
    return base64url_encode(value.to_bytes((value.bit_length() + 7) // 8, "big"))


class SigningKey:
    """The school's key, as long as it is needed to sign."""

    __slots__ = ("_key", "public")

    def __init__(self, private: bytes) -> None:
        """From the 32 bytes that were kept. Raises ``ValueError`` for anything else."""
        if len(private) != 32:
            raise ValueError("a private Ed25519 key has 32 bytes")
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = PublicKey.of_ed25519(
            self._key.public_key().public_bytes(
                serialization.Encoding.Raw, serialization.PublicFormat.Raw
            )
        )

    def __repr__(self) -> str:
        return f"SigningKey({self.public.text})"

    @staticmethod
    def new() -> SigningKey:
        """A new key; keep ``private_bytes`` at once."""
        return SigningKey(Ed25519PrivateKey.generate().private_bytes_raw())

    def private_bytes(self) -> bytes:
        """The 32 bytes to keep in the key ring or the encrypted store, and nowhere else."""
        return self._key.private_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """The signature over ``data``: 64 bytes."""
        return self._key.sign(data)
