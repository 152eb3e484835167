"""A statement as the JSON of Open Badges 3.0 (``AchievementCredential``), before it is signed."""

import base64
import hashlib
from dataclasses import replace
from typing import Any

from lob_workbench.credentials.addresses import is_address, write_moment
from lob_workbench.credentials.contexts import CREDENTIALS_V2, OPEN_BADGES
from lob_workbench.credentials.statements import (
    Achievement,
    BadgeStatement,
    Evidence,
    Issuer,
    Recipient,
    StatusPlace,
)
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

IMAGE_LIMIT = 500_000
EVIDENCE_LIMIT = 50

_NEEDED = QT_TRANSLATE_NOOP(
    "errors", "In een badge moeten een naam, een uitleg en gedrag staan, en wie hem geeft."
)
_NO_ADDRESS = QT_TRANSLATE_NOOP("errors", "Een adres in de badge klopt niet. Kijk het na.")
_OVER_BEFORE = QT_TRANSLATE_NOOP("errors", "Deze badge is al voorbij voor hij begint.")
_TOO_MUCH = QT_TRANSLATE_NOOP(
    "errors", "In een badge passen {limit} bewijzen en een plaatje tot {kilobytes} kB."
)


def cleaned(statement: BadgeStatement) -> BadgeStatement:
    """``statement`` with every text through the gate. Raises ``InputRefused``."""
    achievement = statement.achievement
    done = replace(
        statement,
        achievement=Achievement(
            achievement.id,
            _line(achievement.name),
            _text(achievement.description),
            tuple(filter(None, (_line(line, 1_000) for line in achievement.criteria))),
            achievement.image,
        ),
        recipient=replace(statement.recipient, name=_line(statement.recipient.name)),
        issuer=replace(statement.issuer, name=_line(statement.issuer.name)),
        evidence=tuple(
            Evidence(_line(one.name), _text(one.narrative), one.url.strip())
            for one in statement.evidence
        ),
    )
    _check(done)
    return done


def _check(statement: BadgeStatement) -> None:
    achievement = statement.achievement
    if not all((achievement.name, achievement.description, achievement.criteria)):
        raise InputRefused(_NEEDED)
    if not statement.issuer.name or not statement.recipient.name:
        raise InputRefused(_NEEDED)
    names = [statement.id, achievement.id, statement.recipient.id, statement.issuer.id]
    names += [statement.status.list_id] if statement.status else []
    # The same work may show two things.
    links = {one.url for one in statement.evidence if one.url}
    addresses = [*names, *links, *([statement.issuer.url] if statement.issuer.url else [])]
    # Two things of one name would run into each other in what is signed.
    if not all(map(is_address, addresses)) or len({*names, *links}) < len(names) + len(links):
        raise InputRefused(_NO_ADDRESS)
    if "#" in statement.issuer.id or (statement.status and statement.status.index < 0):
        raise InputRefused(_NO_ADDRESS)
    if statement.valid_until is not None and statement.valid_until <= statement.valid_from:
        raise InputRefused(_OVER_BEFORE)
    if len(achievement.image) > IMAGE_LIMIT or len(statement.evidence) > EVIDENCE_LIMIT:
        raise InputRefused(_TOO_MUCH, limit=EVIDENCE_LIMIT, kilobytes=IMAGE_LIMIT // 1_000)


def _line(text: str, limit: int = 200) -> str:
    return clean_line(text, limit=limit)


def _text(text: str) -> str:
    # Programs differ on how a tab is written down in what is signed.
    return clean_text(text.replace("\t", " "))


def document(statement: BadgeStatement) -> dict[str, Any]:
    """The unsigned JSON of a cleaned ``statement``."""
    made: dict[str, Any] = {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": statement.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": statement.achievement.name,
        "issuer": issuer_node(statement.issuer),
        "validFrom": write_moment(statement.valid_from),
    }
    if statement.valid_until is not None:
        made["validUntil"] = write_moment(statement.valid_until)
    made["credentialSubject"] = _subject(statement.recipient, statement.achievement)
    if statement.evidence:
        made["evidence"] = _evidence(statement.evidence)
    if statement.status is not None:
        made["credentialStatus"] = _status(statement.status)
    return made


def issuer_node(issuer: Issuer) -> dict[str, Any]:
    """The issuer as badges and status lists name it."""
    node: dict[str, Any] = {"id": issuer.id, "type": ["Profile"], "name": issuer.name}
    if issuer.url:
        node["url"] = issuer.url
    return node


def _subject(recipient: Recipient, achievement: Achievement) -> dict[str, Any]:
    identifiers: list[dict[str, Any]] = [
        {
            "type": "IdentityObject",
            "hashed": False,
            "identityHash": recipient.name,
            "identityType": "name",
        }
    ]
    if recipient.email:
        identifiers.append(
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": email_hash(recipient.email, recipient.salt),
                "identityType": "emailAddress",
                "salt": recipient.salt,
            }
        )
    return {
        "id": recipient.id,
        "type": ["AchievementSubject"],
        "identifier": identifiers,
        "achievement": _achievement(achievement),
    }


def email_hash(email: str, salt: str) -> str:
    """An e-mail address that can be recognised and not be read, as Open Badges writes it."""
    return "sha256$" + hashlib.sha256((email.strip().lower() + salt).encode()).hexdigest()


def _achievement(achievement: Achievement) -> dict[str, Any]:
    node: dict[str, Any] = {
        "id": achievement.id,
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": achievement.name,
        "description": achievement.description,
        "criteria": {"narrative": achievement.narrative},
        "inLanguage": "nl",
    }
    if achievement.image:
        inline = base64.b64encode(achievement.image).decode("ascii")
        node["image"] = {"id": f"data:image/png;base64,{inline}", "type": "Image"}
    return node


def _evidence(evidence: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    nodes = []
    linked: set[str] = set()
    for one in evidence:
        node: dict[str, Any] = {"type": ["Evidence"]}
        narrative = one.narrative
        if one.url in linked:
            # A second thing of the same name would become one with the first.
            narrative = f"{narrative}\n{one.url}".strip()
        elif one.url:
            linked.add(one.url)
            node = {"id": one.url, **node}
        node |= {"name": one.name} if one.name else {}
        node |= {"narrative": narrative} if narrative else {}
        nodes.append(node)
    return nodes


def _status(place: StatusPlace) -> dict[str, Any]:
    return {
        "id": f"{place.list_id}#{place.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place.index),
        "statusListCredential": place.list_id,
    }
