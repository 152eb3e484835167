"""Whom we trust, and what a new key is asked: pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from lob_workbench.credentials.addresses import is_address
from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.trust import Trust, TrustedIssuer, TrustedKey
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges.rules import KeyOrigin, KeyView, end_of

_NO_NAME = QT_TRANSLATE_NOOP("errors", "Vul de naam van de school in.")
_NO_KEY = QT_TRANSLATE_NOOP(
    "errors", "Dit is geen sleutel. Plak hem zoals hij op de website staat: z6Mk, en dan nog meer."
)
_NO_SOURCE = QT_TRANSLATE_NOOP("errors", "Schrijf op waar je de sleutel gevonden hebt.")
_NO_ADDRESS = QT_TRANSLATE_NOOP(
    "errors", "Dit is geen webadres. Het begint met https:// en heeft geen spaties."
)
_OURS = QT_TRANSLATE_NOOP("errors", "Dit is een sleutel of adres van jouw eigen school.")
_KNOWN = QT_TRANSLATE_NOOP("errors", "Deze sleutel van deze school staat er al.")


@dataclass(frozen=True, slots=True)
class TrustDraft:
    """Somebody to trust: their key, from their own web site or from a person that one knows."""

    id: UUID
    name: str
    issuer_id: str
    public_key: str
    source: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class TrustView:
    """A key that is trusted, or was."""

    id: UUID
    name: str
    issuer_id: str
    public_key: str
    source: str
    added_by: str
    added_at: datetime
    until: date | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that judging leans on here. ``revoked``: places in lists of badges that we revoked."""

    trust: Trust
    own: frozenset[str] = frozenset()
    revoked: frozenset[tuple[str, int]] = frozenset()


def checked_trust(
    draft: TrustDraft, keys: Iterable[KeyView], known: Iterable[TrustView]
) -> TrustDraft:
    """The draft as it may be stored; raises ``InputRefused`` with the reason."""
    name, source = clean_line(draft.name), clean_line(draft.source, limit=500)
    if not name:
        raise InputRefused(_NO_NAME)
    try:
        key = PublicKey.read(draft.public_key)
    except ValueError as error:
        raise InputRefused(_NO_KEY) from error
    issuer_id = draft.issuer_id.strip()
    if not issuer_id and key.algorithm == "EdDSA":
        issuer_id = key.did
    if not is_address(issuer_id) or len(issuer_id) > 500:
        raise InputRefused(_NO_ADDRESS)
    if not source:
        raise InputRefused(_NO_SOURCE)
    # A key that was brought does not keep the school whose name it took from being trusted.
    own = [one for one in keys if one.origin is KeyOrigin.OWN]
    if any(issuer_id == ours.issuer_id or key.text == ours.public_key for ours in own):
        raise InputRefused(_OURS)
    if any(
        (one.issuer_id, one.public_key) == (issuer_id, key.text) and one.ended_at is None
        for one in known
    ):
        raise InputRefused(_KNOWN)
    return replace(draft, name=name, issuer_id=issuer_id, public_key=key.text, source=source)


def checked_address(raw: str) -> str:
    """Where the school puts its profile, or nothing; raises ``InputRefused``."""
    address = clean_line(raw, limit=300)
    if not address:
        return ""
    rest = address.removeprefix("https://")
    if rest == address or "/" not in rest.strip("/") or "#" in rest or not is_address(address):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Vul het hele adres van het bestand in, zoals "
                "https://www.school.nl/badges/uitgever.json.",
            )
        )
    return address


def may_bring(key: KeyView, known: Iterable[KeyView], trusted: Iterable[TrustView]) -> bool:
    """Whether this may come as the key of a workbook; a school's server says the same.

    It may not speak for a school that is trusted here, nor share the name of its list of revoked
    badges with another key: what is revoked in the one would be taken for revoked in the other.
    """
    end = key.list_name
    return not any(
        key.issuer_id == theirs.issuer_id or key.public_key == theirs.public_key
        for theirs in trusted
    ) and not any(other.list_name == end and other.public_key != key.public_key for other in known)


def own_keys(keys: Iterable[KeyView], trusted: Iterable[TrustView]) -> tuple[KeyView, ...]:
    """Our keys, and those that were brought along and speak for nobody else whom we trust.

    Ours first: the name that stands with an address is the one that the school gave it.
    """
    taken = {one.issuer_id for one in trusted}
    own = sorted(keys, key=_was_brought)
    return tuple(one for one in own if not _was_brought(one) or one.issuer_id not in taken)


def trust_of(keys: Iterable[KeyView], trusted: Iterable[TrustView], school: str = "") -> Trust:
    """What ``credentials`` may lean on: our own keys and those that somebody here trusted.

    A key that a counsellor brought counts as this ``school``'s, whatever name it came under: whose
    badges we believe is not hers to say.
    """
    theirs_all = tuple(trusted)
    issuers: dict[str, TrustedIssuer] = {}
    for ours in own_keys(keys, theirs_all):
        key = TrustedKey(PublicKey(ours.public_key), ours.retired_at, ours.revoked_at)
        name = (school if _was_brought(ours) else "") or ours.issuer_name
        _add(issuers, ours.issuer_id, name, key)
    for theirs in theirs_all:
        if theirs.ended_at is None:
            key = TrustedKey(PublicKey(theirs.public_key), end_of(theirs.until))
            _add(issuers, theirs.issuer_id, theirs.name, key)
    return Trust(tuple(issuers.values()))


def _was_brought(key: KeyView) -> bool:
    return key.origin is KeyOrigin.BROUGHT


def _add(issuers: dict[str, TrustedIssuer], issuer_id: str, name: str, key: TrustedKey) -> None:
    known = issuers.get(issuer_id, TrustedIssuer(issuer_id, name, ()))
    issuers[issuer_id] = replace(known, keys=(*known.keys, key))
