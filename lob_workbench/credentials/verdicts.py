"""What verifying a badge can come to, in words that a counsellor can pass on."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lob_workbench.credentials.statements import BadgeStatement
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class Outcome(StrEnum):
    """The verdict itself. Only ``VALID`` is good."""

    VALID = "valid"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    REVOKED = "revoked"
    TAMPERED = "tampered"
    # Intact, but nobody here knows the issuer.
    UNKNOWN_ISSUER = "unknown_issuer"
    # Names an issuer that is trusted here, but was signed with a key that is not theirs.
    NOT_THEIR_KEY = "not_their_key"
    # Signed with a key of theirs that no longer counted.
    KEY_WITHDRAWN = "key_withdrawn"
    # There is no key to check it with.
    CANNOT_VERIFY = "cannot_verify"
    UNSUPPORTED_PROOF = "unsupported_proof"
    NOT_A_BADGE = "not_a_badge"
    # The file itself is not safe or not readable: two badges, scripts, too large, damaged.
    REFUSED = "refused"


class Container(StrEnum):
    """In what the badge came."""

    JSON = "json"
    JWT = "jwt"
    PNG = "png"
    SVG = "svg"
    UNKNOWN = "unknown"


class Revocation(StrEnum):
    """What is known of revoking: an issuer may keep a list, and we may have it or not."""

    NO_LIST = "no_list"
    NOT_CHECKED = "not_checked"
    CHECKED = "checked"


HEADLINES: dict[Outcome, str] = {
    Outcome.VALID: QT_TRANSLATE_NOOP("badges", "Geldig"),
    Outcome.EXPIRED: QT_TRANSLATE_NOOP("badges", "Verlopen"),
    Outcome.NOT_YET_VALID: QT_TRANSLATE_NOOP("badges", "Nog niet geldig"),
    Outcome.REVOKED: QT_TRANSLATE_NOOP("badges", "Ingetrokken"),
    Outcome.TAMPERED: QT_TRANSLATE_NOOP("badges", "Er is iets aan veranderd"),
    Outcome.UNKNOWN_ISSUER: QT_TRANSLATE_NOOP("badges", "Onbekende uitgever"),
    Outcome.NOT_THEIR_KEY: QT_TRANSLATE_NOOP("badges", "Niet van deze uitgever"),
    Outcome.KEY_WITHDRAWN: QT_TRANSLATE_NOOP("badges", "Handtekening telt niet meer"),
    Outcome.CANNOT_VERIFY: QT_TRANSLATE_NOOP("badges", "Niet na te gaan"),
    Outcome.UNSUPPORTED_PROOF: QT_TRANSLATE_NOOP("badges", "Onbekend soort handtekening"),
    Outcome.NOT_A_BADGE: QT_TRANSLATE_NOOP("badges", "Geen badge"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("badges", "Niet te openen"),
}


class Judged(Exception):
    """Ends the judging of a badge at once, with an outcome and its reason."""

    def __init__(self, outcome: Outcome, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, why (``reason`` with its ``values``), and what the badge says.

    ``statement`` is what could be read, also when the badge is not good: show it as a claim, never
    as a fact. ``reason`` and ``headline`` are source texts of context ``badges``; the page
    translates them and then fills in ``values``.
    """

    outcome: Outcome
    reason: str
    values: dict[str, str] = field(default_factory=dict)
    container: Container = Container.UNKNOWN
    statement: BadgeStatement | None = None
    # The issuer under the name that this school knows it by; empty when it is not trusted.
    trusted_as: str = ""
    signed_at: datetime | None = None
    revocation: Revocation = Revocation.NO_LIST
    # From when the list is that was looked at.
    list_of: datetime | None = None

    @property
    def good(self) -> bool:
        """Whether the badge may be relied on."""
        return self.outcome is Outcome.VALID

    @property
    def headline(self) -> str:
        """The outcome in one or two words."""
        return HEADLINES[self.outcome]
