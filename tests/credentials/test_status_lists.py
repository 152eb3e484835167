"""The list of revoked badges: who is in it is revoked, and only its issuer can put them there."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.credentials import proofs
from lob_workbench.credentials.encodings import base64url_decode, base64url_encode
from lob_workbench.credentials.issuing import issue
from lob_workbench.credentials.statements import Issuer, StatusPlace
from lob_workbench.credentials.status_lists import LIST_SIZE, issue_status_list, read_status_list
from lob_workbench.credentials.trust import Trust, TrustedIssuer, TrustedKey
from lob_workbench.credentials.verdicts import Judged, Outcome, Revocation
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.errors import InputRefused
from tests.credentials.badges import (
    DAY,
    KEY,
    LIST,
    NOBODY,
    NOW,
    OTHER_KEY,
    SCHOOL,
    TRUST,
    issued,
    listed,
    statement,
)

US = TRUST.issuers[0]
BADGE = listed()


def with_lists(*lists: bytes) -> Trust:
    return Trust(TRUST.issuers, lists)


def made(*revoked: int, key=KEY, now=NOW, issuer=SCHOOL, list_id=LIST) -> bytes:
    return issue_status_list(list_id, issuer, revoked, key, now)


@pytest.mark.parametrize("form", [BADGE.json, BADGE.jwt.encode()])
def test_a_badge_in_the_list_is_revoked(form):
    verdict = verify(form, with_lists(made(3)), NOW)
    assert verdict.outcome is Outcome.REVOKED
    assert verdict.revocation is Revocation.CHECKED
    assert verdict.list_of == NOW
    assert verdict.values == {"issuer": SCHOOL.name}


def test_a_badge_that_is_not_in_the_list_is_valid_and_that_was_checked():
    verdict = verify(BADGE.json, with_lists(made(2, 4)), NOW)
    assert (verdict.outcome, verdict.revocation) == (Outcome.VALID, Revocation.CHECKED)
    assert verdict.reason == "De badge is echt en van {issuer}."


def test_revoked_tells_more_than_expired():
    badge = listed(valid_until=NOW + DAY)
    assert verify(badge.json, with_lists(made(3)), NOW + 2 * DAY).outcome is Outcome.REVOKED
    assert verify(badge.json, with_lists(made()), NOW + 2 * DAY).outcome is Outcome.EXPIRED


def test_without_the_list_it_is_said_that_it_was_not_checked():
    verdict = verify(BADGE.json, TRUST, NOW)
    assert (verdict.outcome, verdict.revocation) == (Outcome.VALID, Revocation.NOT_CHECKED)
    assert "ingetrokken" in verdict.reason


def test_a_badge_without_a_list_has_none_to_check():
    assert verify(issued().json, with_lists(made(3)), NOW).revocation is Revocation.NO_LIST


def test_the_newest_list_counts_whatever_their_order():
    old, new = made(3), made(now=NOW + DAY)
    for lists in ((old, new), (new, old)):
        assert verify(BADGE.json, with_lists(*lists), NOW + 2 * DAY).good
    # Tomorrow's list says nothing today.
    assert verify(BADGE.json, with_lists(old, new), NOW).outcome is Outcome.REVOKED


@pytest.mark.parametrize(
    "list_of_others",
    [
        made(3, key=OTHER_KEY),
        made(3, key=OTHER_KEY, issuer=Issuer("https://ander.example/", "Ander")),
        made(3, list_id="https://roc.example/badges/lijst-2"),
        made(3).replace(b'"statusPurpose": "revocation"', b'"statusPurpose": "suspension"'),
        made(3).replace(b"Voorbeeld", b"Voorbeelt"),
        BADGE.json,
        b"",
        b"{}",
        b"\xff",
    ],
)
def test_a_list_that_is_not_of_the_issuer_counts_for_nothing(list_of_others):
    verdict = verify(BADGE.json, with_lists(list_of_others), NOW)
    assert (verdict.outcome, verdict.revocation) == (Outcome.VALID, Revocation.NOT_CHECKED)


def test_a_list_of_a_key_that_fell_into_other_hands_counts_for_nothing():
    stolen = TrustedKey(OTHER_KEY.public, revoked_at=NOW)
    issuer = TrustedIssuer(SCHOOL.id, SCHOOL.name, (TrustedKey(KEY.public), stolen))
    trust = Trust((issuer,), (made(3, key=OTHER_KEY),))
    assert verify(BADGE.json, trust, NOW).revocation is Revocation.NOT_CHECKED


def test_the_list_of_an_unknown_issuer_is_not_looked_at():
    verdict = verify(BADGE.json, Trust((), (made(3),)), NOW)
    assert (verdict.outcome, verdict.revocation) == (
        Outcome.UNKNOWN_ISSUER,
        Revocation.NOT_CHECKED,
    )
    assert verify(BADGE.json, NOBODY, NOW).revocation is Revocation.NOT_CHECKED


def signed_list(**changes) -> bytes:
    document = json.loads(made(3))
    document.pop("proof")
    for name, value in changes.items():
        if name == "validUntil":
            document[name] = value
        else:
            document["credentialSubject"][name] = value
    return json.dumps(proofs.sign(document, SCHOOL.id, KEY, NOW)).encode()


def test_a_list_has_its_last_day():
    lasts = with_lists(signed_list(validUntil="2026-11-28T12:00:00Z"))
    assert verify(BADGE.json, lasts, NOW).outcome is Outcome.REVOKED
    assert verify(BADGE.json, lasts, NOW + DAY).revocation is Revocation.NOT_CHECKED


def packed(content: bytes) -> str:
    return "u" + base64url_encode(gzip.compress(content, mtime=0))


# Made when asked for: packing hundreds of megabytes takes a second.
UNREADABLE = {
    "a bomb": lambda: packed(bytes(400_000_000)),
    "cut off": lambda: packed(bytes(16384))[:-12],
    "no gzip": lambda: "u" + base64url_encode(b"no gzip"),
    "another base": lambda: "zAAAA",
    "padding": lambda: "u====",
    "a number": lambda: 7,
    "too short for the place of the badge": lambda: packed(b""),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_list_that_cannot_be_unpacked_says_nothing(name):
    encoded = UNREADABLE[name]()
    if not isinstance(encoded, str):
        file = made(3).replace(b'"encodedList": "u', b'"encodedList": 7, "x": "u')
    else:
        file = signed_list(encodedList=encoded)
    verdict = verify(BADGE.json, with_lists(file), NOW)
    assert verdict.revocation is Revocation.NOT_CHECKED


def test_a_list_of_another_kind_is_told_as_not_checked():
    document = json.loads(issued().json)
    document.pop("proof")
    document["@context"].append("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
    document["credentialStatus"] = {
        "id": "https://roc.example/ingetrokken",
        "type": "1EdTechRevocationList",
    }
    badge = json.dumps(proofs.sign(document, SCHOOL.id, KEY, NOW)).encode()
    verdict = verify(badge, TRUST, NOW)
    assert (verdict.outcome, verdict.revocation) == (Outcome.VALID, Revocation.NOT_CHECKED)


@given(st.sets(st.integers(0, 300_000), max_size=20), st.integers(0, 300_000))
def test_what_was_put_in_the_list_is_in_it_and_nothing_else(revoked, other):
    read = read_status_list(made(*revoked), US)
    assert all(read.revoked(index) for index in revoked)
    if other // 8 < len(read.bits):
        assert read.revoked(other) is (other in revoked)
    else:
        assert read.revoked(other) is None


def test_an_empty_list_is_as_long_as_the_standard_asks():
    document = json.loads(made())
    bits = gzip.decompress(base64url_decode(document["credentialSubject"]["encodedList"][1:]))
    assert len(bits) * 8 == LIST_SIZE
    assert not any(bits)


def test_the_first_badge_is_the_leftmost_bit():
    document = json.loads(made(0, 10))
    bits = gzip.decompress(base64url_decode(document["credentialSubject"]["encodedList"][1:]))
    assert bits[:2] == b"\x80\x20"


def test_a_list_of_somebody_else_is_refused_when_it_is_brought_in():
    with pytest.raises(Judged):
        read_status_list(made(3, issuer=Issuer("https://ander.example/", "Ander")), US)


@pytest.mark.parametrize(
    ("list_id", "revoked"),
    [("geen adres", {1}), (LIST, {-1}), (LIST, {8_000_000}), (SCHOOL.id, set())],
)
def test_a_list_that_cannot_be_is_refused(list_id, revoked):
    with pytest.raises(InputRefused):
        issue_status_list(list_id, SCHOOL, revoked, KEY, NOW)


def test_a_place_before_the_first_is_refused():
    with pytest.raises(InputRefused):
        issue(statement(status=StatusPlace(LIST, -1)), KEY, NOW)
