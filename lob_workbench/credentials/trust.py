"""Whom this school trusts: issuers with their own keys, current, retired or revoked.

A key that travels inside a badge never gets in here by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from lob_workbench.credentials.keys import PublicKey


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key of an issuer.

    ``retired_at``: another key took its place; what it signed before that stays good.
    ``revoked_at``: it fell into other hands, so nothing that it signed is good any more: who has
    it can date a badge back.
    """

    key: PublicKey
    retired_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrustedIssuer:
    """An issuer as it is known here, under the name that this school knows it by."""

    id: str
    name: str
    keys: tuple[TrustedKey, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """All that verifying may lean on. ``status_lists`` are files as their issuers signed them."""

    issuers: tuple[TrustedIssuer, ...] = ()
    status_lists: tuple[bytes, ...] = ()

    def issuer(self, issuer_id: str) -> TrustedIssuer | None:
        """The trusted issuer with this id, compared letter by letter."""
        return next((issuer for issuer in self.issuers if issuer.id == issuer_id), None)
