"""Derives each key from a passphrase once a session: what costs a thief time costs tests time too.

The same passphrase, salt and cost give the same key, so a test on a copy of a workbook need not
wait for it again. A new workbook has a salt of its own and derives for real.
"""

from __future__ import annotations

from functools import lru_cache

from argon2 import low_level

_MOST = 500


def pytest_configure() -> None:
    """Remember what was derived."""
    low_level.hash_secret_raw = lru_cache(_MOST)(low_level.hash_secret_raw)
