"""Badges that others made: each gives the verdict that stands beside it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.trust import Trust, TrustedIssuer, TrustedKey
from lob_workbench.credentials.verdicts import Container, Outcome
from lob_workbench.credentials.verifying import verify
from tests.credentials.badges import NOBODY, NOW

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "openbadges"
THEIR_KEY = PublicKey.read("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared vectors are not here")

VERDICTS = {
    "intact, unknown issuer": Outcome.UNKNOWN_ISSUER,
    "intact, expired": Outcome.EXPIRED,
    "tampered": Outcome.TAMPERED,
    "not a valid badge": Outcome.NOT_A_BADGE,
    "kind of proof not supported": Outcome.UNSUPPORTED_PROOF,
    "no key to be had: cannot be verified": Outcome.CANNOT_VERIFY,
    # Both pictures hold a badge that is intact.
    "baked; judge the badge inside": Outcome.UNKNOWN_ISSUER,
    "baked; key only self-asserted: unknown issuer": Outcome.UNKNOWN_ISSUER,
}


def expected() -> list[tuple[str, str]]:
    if not SHARED.is_dir():
        return []
    found = json.loads((SHARED / "expected.json").read_text("utf-8"))
    return [(name, words) for name, words in found.items() if name != "_"]


def vector(name: str) -> bytes:
    return (SHARED / "vectors" / name).read_bytes()


@pytest.mark.parametrize(("name", "words"), expected())
def test_a_badge_of_others_gets_the_verdict_that_stands_beside_it(name, words):
    assert verify(vector(name), NOBODY, NOW).outcome is VERDICTS[words]


def test_no_vector_was_left_out():
    told = {name for name, _ in expected()}
    assert told == {path.name for path in (SHARED / "vectors").iterdir()}


def test_who_trusts_their_key_sees_the_same_badge_as_valid():
    trust = Trust(
        (
            TrustedIssuer(
                "https://example.com/issuers/876543", "Voorbeeld", (TrustedKey(THEIR_KEY),)
            ),
        )
    )
    verdict = verify(vector("simple.json"), trust, NOW)
    assert (verdict.outcome, verdict.trusted_as) == (Outcome.VALID, "Voorbeeld")
    assert verdict.statement is not None
    assert verdict.statement.achievement.name == "Teamwork"


@pytest.mark.parametrize(
    ("name", "container"),
    [
        ("simple.json", Container.JSON),
        ("simple.jwt", Container.JWT),
        ("simple-jwt.png", Container.PNG),
        ("simple-json.svg", Container.SVG),
    ],
)
def test_it_tells_in_what_the_badge_came(name, container):
    assert verify(vector(name), NOBODY, NOW).container is container


def test_before_its_day_a_badge_is_not_valid_yet():
    long_ago = datetime(2009, 12, 31, tzinfo=UTC)
    verdict = verify(vector("simple.json"), NOBODY, long_ago)
    assert verdict.outcome is Outcome.NOT_YET_VALID
    assert verdict.values == {"date": "1 januari 2010"}


def test_the_bundled_contexts_are_those_that_were_published():
    from lob_workbench.paths import resources

    ours = resources() / "standards" / "openbadges"
    for path in (SHARED / "contexts").iterdir():
        assert (ours / path.name).read_bytes() == path.read_bytes(), path.name
