"""The data key: the 32 random bytes that everything of a workbook is encrypted under."""

import secrets
from collections.abc import Callable
from typing import NoReturn, Self

KEY_BYTES = 32


class DataKey:
    """The 32 bytes that everything hangs on; ask it for subkeys, never for itself.

    ``wipe`` overwrites the key in memory. Subkeys are handed out as ``bytes``, which Python cannot
    overwrite: use one and drop it.
    """

    __slots__ = ("_key",)

    def __init__(self, key: bytes | bytearray) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._key = bytearray(key)

    @classmethod
    def generate(cls) -> Self:
        """A new random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def wiped(self) -> bool:
        """True after ``wipe``."""
        return not self._key

    def subkey(self, purpose: str) -> bytes:
        """32 bytes for one purpose ("database", "backup", "attachments", "drafts"), by HKDF.

        Raises RuntimeError after ``wipe``.
        """
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        if self.wiped:
            raise RuntimeError("the data key was wiped")
        if not purpose:
            raise ValueError("a subkey needs a purpose")
        info = b"lob-workbench/1/" + purpose.encode()
        return HKDF(SHA256(), KEY_BYTES, None, info).derive(self._key)

    def sealed_by(self, wrap: Callable[[bytes | bytearray], bytes]) -> bytes:
        """What ``wrap`` makes of the key; for the slots of the key file only."""
        if self.wiped:
            raise RuntimeError("the data key was wiped")
        return wrap(self._key)

    def wipe(self) -> None:
        """Overwrite the key in memory; harmless when done twice."""
        for place in range(len(self._key)):
            self._key[place] = 0
        self._key.clear()

    def __repr__(self) -> str:
        return "DataKey(wiped)" if self.wiped else "DataKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is not copied or stored")
