"""Who signed? A key that this school knows, the key that travels along, or nobody we can tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lob_workbench.credentials import proofs
from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.tokens import Token
from lob_workbench.credentials.trust import TrustedIssuer, TrustedKey
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

# Tried one by one when a badge does not say which key it was.
_KEYS_TRIED = 50

_TAMPERED = QT_TRANSLATE_NOOP(
    "badges", "De handtekening past niet bij wat er staat. Er is iets aan veranderd."
)
_NOT_THEIR_KEY = QT_TRANSLATE_NOOP(
    "badges", "De badge noemt {issuer}, maar is niet met een sleutel van {issuer} ondertekend."
)
_RETIRED = QT_TRANSLATE_NOOP(
    "badges", "De badge is ondertekend met een sleutel die toen al niet meer in gebruik was."
)
_STOLEN = QT_TRANSLATE_NOOP(
    "badges",
    "De badge is ondertekend met een sleutel die {issuer} heeft ingetrokken. "
    "Vraag {issuer} om een nieuwe badge.",
)
_NO_KEY = QT_TRANSLATE_NOOP("badges", "Er is hier geen sleutel waarmee deze badge is na te gaan.")
_NO_KEY_FITS = QT_TRANSLATE_NOOP(
    "badges",
    "Geen van de sleutels van {issuer} past op deze badge. Er is iets aan veranderd, "
    "of hij is met een andere sleutel ondertekend.",
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that can be tried with keys. ``own_key`` travels with it and proves no one."""

    signed_by: Callable[[PublicKey], bool]
    own_key: PublicKey | None
    signed_at: datetime | None = None
    expires: datetime | None = None


def of_document(document: dict[str, Any]) -> Signature:
    """The proof in JSON. Raises ``Judged`` when there is none that we can judge."""
    proof = proofs.proof_of(document)
    signed_at, expires = proofs.signed_moments(proof)
    signed = proofs.SignedDocument(document, proof)
    own_key = proofs.key_in_name(proof["verificationMethod"])
    return Signature(signed.signed_by, own_key, signed_at, expires)


def of_token(token: Token) -> Signature:
    """The signature around a token."""
    return Signature(token.signed_by, token.own_key)


def check_intact(signature: Signature) -> None:
    """Raise ``Judged`` unless the key that travels along made it. Nobody is known by that."""
    if signature.own_key is None:
        raise Judged(Outcome.CANNOT_VERIFY, _NO_KEY)
    if not signature.signed_by(signature.own_key):
        raise Judged(Outcome.TAMPERED, _TAMPERED)


def signer(signature: Signature, issuer: TrustedIssuer) -> TrustedKey:
    """The key of ``issuer`` that signed. Raises ``Judged`` when none of theirs did."""
    known = issuer.keys[:_KEYS_TRIED]
    if signature.own_key is None:
        fitting = next((one for one in known if signature.signed_by(one.key)), None)
        if fitting is None:
            raise Judged(Outcome.CANNOT_VERIFY, _NO_KEY_FITS, issuer=issuer.name)
        return fitting
    check_intact(signature)
    trusted = next((one for one in known if one.key == signature.own_key), None)
    if trusted is None:
        raise Judged(Outcome.NOT_THEIR_KEY, _NOT_THEIR_KEY, issuer=issuer.name)
    return trusted


def check_in_use(key: TrustedKey, issuer: TrustedIssuer, signed_at: datetime) -> None:
    """Raise ``Judged`` when ``key`` did not count at ``signed_at``, or counts no more at all."""
    if key.revoked_at is not None:
        raise Judged(Outcome.KEY_WITHDRAWN, _STOLEN, issuer=issuer.name)
    if key.retired_at is not None and signed_at > key.retired_at:
        raise Judged(Outcome.KEY_WITHDRAWN, _RETIRED)
