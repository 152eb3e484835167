"""Badges to test with: one school, its key, and somebody who worked together well."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from lob_workbench.credentials.issuing import IssuedBadge, issue
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.statements import (
    Achievement,
    BadgeStatement,
    Evidence,
    Issuer,
    Recipient,
    StatusPlace,
)
from lob_workbench.credentials.trust import Trust, TrustedIssuer, TrustedKey

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KEY = SigningKey(bytes(range(32)))
OTHER_KEY = SigningKey(bytes(range(32, 64)))
SCHOOL = Issuer("https://roc.example/badges/uitgever", "ROC Voorbeeld", "https://roc.example")
LIST = "https://roc.example/badges/lijst-1"
TRUST = Trust((TrustedIssuer(SCHOOL.id, "ROC Voorbeeld", (TrustedKey(KEY.public),)),))
NOBODY = Trust()

STATEMENT = BadgeStatement(
    id="urn:uuid:0c6a4b8e-9f0e-4d0a-8a44-3a2b7a4f1c11",
    achievement=Achievement(
        "urn:uuid:6f1d2f5c-0b5d-4a3e-9a0f-1c2d3e4f5a6b",
        "Samenwerken, niveau 3",
        "Je werkt zo samen dat de ander verder komt.",
        (
            "Vraagt wat de ander nodig heeft.",
            "Deelt wat er nog moet gebeuren.",
            "Zegt het op tijd als iets niet lukt.",
            "Neemt werk over als het druk is.",
            "Geeft een compliment over goed werk.",
        ),
    ),
    recipient=Recipient(
        "Łukasz O’Connor-de Vries", "urn:uuid:9b2f6a52-50c4-4f5e-8b56-0d9c1a2b3c4d"
    ),
    issuer=SCHOOL,
    valid_from=NOW - DAY,
    evidence=(Evidence("Stage", "Nam de avonddienst over toen het druk was."),),
)


def statement(**changes: Any) -> BadgeStatement:
    """The statement above with ``changes``; ``achievement_…`` go to its achievement."""
    inner = {
        name.removeprefix("achievement_"): changes.pop(name)
        for name in list(changes)
        if name.startswith("achievement_")
    }
    return replace(STATEMENT, achievement=replace(STATEMENT.achievement, **inner), **changes)


def issued(**changes: Any) -> IssuedBadge:
    """A badge of the school, issued at ``NOW``."""
    return issue(statement(**changes), KEY, NOW)


def listed(**changes: Any) -> IssuedBadge:
    """A badge with the third place in the list of the school."""
    return issued(status=StatusPlace(LIST, 3), **changes)
