"""Judges any badge file: JSON, token, PNG or SVG. Never raises, never goes to the network."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from lob_workbench.credentials.containers import container_of, take_out
from lob_workbench.credentials.reading import ReadBadge, read_badge
from lob_workbench.credentials.signatures import (
    Signature,
    check_in_use,
    check_intact,
    of_document,
    of_token,
    signer,
)
from lob_workbench.credentials.status_lists import newest_list
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.tokens import Token, looks_like_token, read_token
from lob_workbench.credentials.trust import Trust, TrustedIssuer
from lob_workbench.credentials.verdicts import Container, Judged, Outcome, Revocation, Verdict
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_VALID = QT_TRANSLATE_NOOP("badges", "De badge is echt en van {issuer}.")
_VALID_AS_FAR_AS_KNOWN = QT_TRANSLATE_NOOP(
    "badges",
    "De badge is echt en van {issuer}. Of hij later is ingetrokken, is hier niet na te gaan.",
)
_EXPIRED = QT_TRANSLATE_NOOP("badges", "De badge is niet veranderd, maar was geldig tot {date}.")
_NOT_YET = QT_TRANSLATE_NOOP("badges", "De badge is niet veranderd, maar geldt pas vanaf {date}.")
_EXPIRED_OF_UNKNOWN = QT_TRANSLATE_NOOP(
    "badges",
    "De badge is niet veranderd, maar was geldig tot {date}. Wie hem gaf, is hier niet bekend.",
)
_NOT_YET_OF_UNKNOWN = QT_TRANSLATE_NOOP(
    "badges",
    "De badge is niet veranderd, maar geldt pas vanaf {date}. Wie hem gaf, is hier niet bekend.",
)
_REVOKED = QT_TRANSLATE_NOOP("badges", "{issuer} heeft deze badge ingetrokken.")
_UNKNOWN = QT_TRANSLATE_NOOP(
    "badges",
    "De badge is niet veranderd, maar wie hem gaf, is hier niet bekend. "
    "De naam die erin staat, kan iedereen erin zetten.",
)
_CONTRADICTS = QT_TRANSLATE_NOOP("badges", "De badge spreekt zichzelf tegen.")
_UNEXPECTED = QT_TRANSLATE_NOOP("badges", "Deze badge is niet na te gaan.")


def verify(data: bytes, trust: Trust, now: datetime) -> Verdict:
    """What may be said of ``data`` at ``now``, leaning on nothing but ``trust``.

    ``now`` has a time zone. A badge from ``trust`` is ``VALID`` also when it names a list of
    revoked badges that is not here; ``revocation`` and the words then say so.
    """
    container = Container.UNKNOWN
    try:
        container = container_of(data)
        verdict = _judge(take_out(container, data), trust, now)
    except Judged as judged:
        return Verdict(judged.outcome, judged.reason, judged.values, container)
    # The last wall: what a stranger made may trip a library, and must not trip the werkbank.
    except Exception:
        return Verdict(Outcome.CANNOT_VERIFY, _UNEXPECTED, container=container)
    return replace(verdict, container=container)


def _judge(text: bytes, trust: Trust, now: datetime) -> Verdict:
    """The verdict on JSON or a token. Raises ``Judged`` for what is no badge at all."""
    token = read_token(text) if looks_like_token(text) else None
    document = token.document if token else read_object(text)
    badge = read_badge(document)
    try:
        if token:
            badge = _with_claims(badge, token, document)
            signature = of_token(token)
        else:
            signature = of_document(document)
        return _Case(badge, signature, trust, now).verdict()
    except Judged as judged:
        return Verdict(judged.outcome, judged.reason, judged.values, statement=badge.statement)


def _with_claims(badge: ReadBadge, token: Token, document: dict[str, Any]) -> ReadBadge:
    """A token says some things twice. Both must be so; of two periods the narrowest counts."""
    statement = badge.statement
    same = {
        "iss": statement.issuer.id,
        "jti": statement.id,
        "sub": statement.recipient.id,
    }
    for name, value in same.items():
        if name in token.claims and token.claims[name] != value:
            raise Judged(Outcome.NOT_A_BADGE, _CONTRADICTS)
    if "proof" in document:
        raise Judged(Outcome.UNSUPPORTED_PROOF, _CONTRADICTS)
    starts, ends = _seconds(token.claims, "nbf"), _seconds(token.claims, "exp")
    valid_from = max(statement.valid_from, starts or statement.valid_from)
    until = [moment for moment in (statement.valid_until, ends) if moment is not None]
    return replace(
        badge,
        statement=replace(statement, valid_from=valid_from, valid_until=min(until, default=None)),
    )


def _seconds(claims: dict[str, Any], name: str) -> datetime | None:
    value = claims.get(name)
    if value is None:
        return None
    try:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError("not a moment")
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Judged(Outcome.NOT_A_BADGE, _CONTRADICTS) from error


@dataclass(frozen=True, slots=True)
class _Case:
    """A badge that could be read, its signature, and what is known here."""

    badge: ReadBadge
    signature: Signature
    trust: Trust
    now: datetime

    def verdict(self) -> Verdict:
        """Raises ``Judged`` when it is not intact, or was signed with a key that does not count."""
        statement = self.badge.statement
        issuer = self.trust.issuer(statement.issuer.id)
        if issuer is None:
            check_intact(self.signature)
            by_date = self._by_date(_EXPIRED_OF_UNKNOWN, _NOT_YET_OF_UNKNOWN)
            return self._told(*by_date or (Outcome.UNKNOWN_ISSUER, _UNKNOWN, {}))
        key = signer(self.signature, issuer)
        check_in_use(key, issuer, self.signature.signed_at or statement.valid_from)
        return self._of_trusted(issuer)

    def _of_trusted(self, issuer: TrustedIssuer) -> Verdict:
        values = {"issuer": issuer.name}
        revocation, revoked, list_of = self._revocation(issuer)
        if revoked:
            found: tuple[Outcome, str, dict[str, str]] = (Outcome.REVOKED, _REVOKED, values)
        else:
            checked = revocation is not Revocation.NOT_CHECKED
            valid = _VALID if checked else _VALID_AS_FAR_AS_KNOWN
            found = self._by_date(_EXPIRED, _NOT_YET) or (Outcome.VALID, valid, values)
        return replace(
            self._told(*found), trusted_as=issuer.name, revocation=revocation, list_of=list_of
        )

    def _told(self, outcome: Outcome, reason: str, values: dict[str, str]) -> Verdict:
        named = self.badge.names_a_list
        return Verdict(
            outcome,
            reason,
            values,
            statement=self.badge.statement,
            signed_at=self.signature.signed_at,
            revocation=Revocation.NOT_CHECKED if named else Revocation.NO_LIST,
        )

    def _by_date(self, expired: str, not_yet: str) -> tuple[Outcome, str, dict[str, str]] | None:
        statement = self.badge.statement
        ends = [statement.valid_until, self.signature.expires]
        until = min((moment for moment in ends if moment is not None), default=None)
        if until is not None and self.now >= until:
            return Outcome.EXPIRED, expired, {"date": _day(until)}
        if self.now < statement.valid_from:
            return Outcome.NOT_YET_VALID, not_yet, {"date": _day(statement.valid_from)}
        return None

    def _revocation(self, issuer: TrustedIssuer) -> tuple[Revocation, bool, datetime | None]:
        """Whether a list was looked at, whether the badge is in it, and from when the list is."""
        if not self.badge.names_a_list:
            return Revocation.NO_LIST, False, None
        place = self.badge.statement.status
        found = place and newest_list(place, issuer, self.trust.status_lists, self.now)
        revoked = found.revoked(place.index) if place and found else None
        if not found or revoked is None:
            return Revocation.NOT_CHECKED, False, None
        return Revocation.CHECKED, revoked, found.made_at


def _day(moment: datetime) -> str:
    """A day as people write it, by the calendar at school."""
    return plain_date(local(moment).date())
