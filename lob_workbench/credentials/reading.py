"""Reads a badge of a stranger: is it an Open Badge at all, and what does it say?

The checks are the essentials of the official schema. What is read is a claim until the signature
is verified; texts go through the gate, so that they can be shown.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lob_workbench.credentials.addresses import is_address, read_moment
from lob_workbench.credentials.contexts import (
    CREDENTIALS_V1,
    CREDENTIALS_V2,
    OPEN_BADGES_ADDRESSES,
)
from lob_workbench.credentials.statements import (
    Achievement,
    BadgeStatement,
    Evidence,
    Issuer,
    Recipient,
    StatusPlace,
)
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_SHOWN = 20_000
_BADGE_TYPES = ("OpenBadgeCredential", "AchievementCredential")

_NOT_OPEN_BADGES = QT_TRANSLATE_NOOP("badges", "Dit is geen badge volgens Open Badges 3.0.")
_LACKS = QT_TRANSLATE_NOOP(
    "badges", "Deze badge is niet compleet: ‘{name}’ ontbreekt of klopt niet."
)
_CONTRADICTS = QT_TRANSLATE_NOOP("badges", "De badge spreekt zichzelf tegen.")


@dataclass(frozen=True, slots=True)
class ReadBadge:
    """What a badge says, and whether it names a list of revoked badges, of whatever kind."""

    statement: BadgeStatement
    names_a_list: bool


def read_badge(document: dict[str, Any]) -> ReadBadge:
    """What ``document`` says. Raises ``Judged`` (not a badge) when it lacks what a badge needs."""
    old = _check_context(document)
    types = _types(document)
    if "VerifiableCredential" not in types or not set(_BADGE_TYPES) & set(types):
        raise Judged(Outcome.NOT_A_BADGE, _NOT_OPEN_BADGES)
    _need(is_address(document.get("id")), "id")
    issuer = _issuer(document.get("issuer"))
    subject = document.get("credentialSubject")
    if not isinstance(subject, dict) or "AchievementSubject" not in _types(subject):
        raise Judged(Outcome.NOT_A_BADGE, _LACKS, name="credentialSubject")
    _need("id" not in subject or is_address(subject["id"]), "credentialSubject")
    valid_from, valid_until = _period(document, old)
    status, names_a_list = _status(document.get("credentialStatus"))
    _check_one_of_this_name(document)
    statement = BadgeStatement(
        id=document["id"],
        achievement=_achievement(subject.get("achievement"), document, old),
        recipient=_recipient(subject),
        issuer=issuer,
        valid_from=valid_from,
        valid_until=valid_until,
        evidence=_evidence(document.get("evidence")),
        status=status,
    )
    return ReadBadge(statement, names_a_list)


def _need(holds: bool, name: str) -> None:
    if not holds:
        raise Judged(Outcome.NOT_A_BADGE, _LACKS, name=name)


def _check_context(document: dict[str, Any]) -> bool:
    """Whether it is of the first version of credentials (``issuanceDate``)."""
    contexts = document.get("@context")
    if not isinstance(contexts, list) or not contexts:
        raise Judged(Outcome.NOT_A_BADGE, _NOT_OPEN_BADGES)
    if contexts[0] not in (CREDENTIALS_V1, CREDENTIALS_V2):
        raise Judged(Outcome.NOT_A_BADGE, _NOT_OPEN_BADGES)
    if not any(isinstance(one, str) and one in OPEN_BADGES_ADDRESSES for one in contexts[1:]):
        raise Judged(Outcome.NOT_A_BADGE, _NOT_OPEN_BADGES)
    return bool(contexts[0] == CREDENTIALS_V1)


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("type")
    found = types if isinstance(types, list) else [types]
    return [one for one in found if isinstance(one, str)]


def _issuer(node: Any) -> Issuer:
    if isinstance(node, str):
        _need(is_address(node), "issuer")
        return Issuer(node, "")
    if not isinstance(node, dict) or "Profile" not in _types(node):
        raise Judged(Outcome.NOT_A_BADGE, _LACKS, name="issuer")
    _need(is_address(node.get("id")), "issuer")
    return Issuer(node["id"], _line(node.get("name")), _line(node.get("url")))


def _period(document: dict[str, Any], old: bool) -> tuple[datetime, datetime | None]:
    """From when until when. Old badges have other words; who uses both must obey both."""
    starts: list[datetime] = []
    ends: list[datetime] = []
    for name, moments in (
        ("validFrom", starts),
        ("issuanceDate", starts),
        ("validUntil", ends),
        ("expirationDate", ends),
    ):
        if name in document:
            try:
                moments.append(read_moment(document[name]))
            except ValueError as error:
                raise Judged(Outcome.NOT_A_BADGE, _LACKS, name=name) from error
    _need(bool(starts), "issuanceDate" if old else "validFrom")
    return max(starts), min(ends, default=None)


def _status(status: Any) -> tuple[StatusPlace | None, bool]:
    """The place in a list of revoked badges, and whether any list is named."""
    if status is None:
        return None, False
    place = None
    for one in status if isinstance(status, list) else [status]:
        if not isinstance(one, dict):
            raise Judged(Outcome.NOT_A_BADGE, _LACKS, name="credentialStatus")
        purpose = one.get("statusPurpose")
        if "BitstringStatusListEntry" not in _types(one) or purpose == "suspension":
            continue
        index, address = one.get("statusListIndex"), one.get("statusListCredential")
        counts = isinstance(index, str) and index.isascii() and index.isdigit() and len(index) < 9
        # Half an entry could hide that the badge was revoked.
        _need(counts and is_address(address) and isinstance(purpose, str), "credentialStatus")
        if purpose == "revocation":
            _need(place is None, "credentialStatus")
            place = StatusPlace(str(address), int(str(index)))
    return place, True


def _check_one_of_this_name(document: dict[str, Any]) -> None:
    """What is said elsewhere under the name of this badge would count as said of the badge.

    JSON-LD puts together what has one name. Somebody could move the last day into a corner where
    nobody looks, and the signature would still be right.
    """
    waiting: list[Any] = list(document.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if value.get("id") == document["id"] and set(value) - {"id", "type"}:
                raise Judged(Outcome.NOT_A_BADGE, _CONTRADICTS)
            waiting.extend(value.values())


def _achievement(node: Any, document: dict[str, Any], old: bool) -> Achievement:
    if node is None and old:
        return Achievement("", _line(document.get("name")), "", ())
    if not isinstance(node, dict) or "Achievement" not in _types(node):
        raise Judged(Outcome.NOT_A_BADGE, _LACKS, name="achievement")
    criteria = node.get("criteria")
    _need(is_address(node.get("id")) and isinstance(criteria, dict), "achievement")
    _need(bool(_line(node.get("name"))), "name")
    lines = _text(criteria.get("narrative")).split("\n") if isinstance(criteria, dict) else []
    return Achievement(
        node["id"],
        _line(node.get("name")),
        _text(node.get("description")),
        tuple(line.removeprefix("- ") for line in lines if line.strip()),
    )


def _recipient(subject: dict[str, Any]) -> Recipient:
    name = ""
    identifiers = subject.get("identifier", [])
    for one in identifiers if isinstance(identifiers, list) else [identifiers]:
        if isinstance(one, dict) and one.get("identityType") == "name" and not one.get("hashed"):
            name = name or _line(one.get("identityHash"))
    return Recipient(name=name, id=str(subject.get("id", "")))


def _evidence(evidence: Any) -> tuple[Evidence, ...]:
    found = evidence if isinstance(evidence, list) else [evidence]
    return tuple(
        Evidence(_line(one.get("name")), _text(one.get("narrative")), _line(one.get("id")))
        for one in found
        if isinstance(one, dict)
    )


def _line(value: Any) -> str:
    return clean_line(value[:200]) if isinstance(value, str) else ""


def _text(value: Any) -> str:
    return clean_text(value[:_SHOWN]) if isinstance(value, str) else ""
