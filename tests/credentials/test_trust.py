"""A key that travels inside a badge shows that it is intact, never who gave it."""

import base64
import hashlib
import hmac
import json
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from lob_workbench.credentials import proofs
from lob_workbench.credentials.encodings import base64url_decode, base64url_encode
from lob_workbench.credentials.issuing import issue
from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.statements import Issuer
from lob_workbench.credentials.trust import Trust, TrustedIssuer, TrustedKey
from lob_workbench.credentials.verdicts import Outcome
from lob_workbench.credentials.verifying import verify
from tests.credentials.badges import (
    DAY,
    KEY,
    NOBODY,
    NOW,
    OTHER_KEY,
    SCHOOL,
    TRUST,
    issued,
    statement,
)

FORMS = ["json", "jwt"]


def form(badge, kind):
    return badge.json if kind == "json" else badge.jwt.encode()


def knows(*keys: TrustedKey) -> Trust:
    return Trust((TrustedIssuer(SCHOOL.id, SCHOOL.name, keys),))


@pytest.mark.parametrize("kind", FORMS)
def test_an_intact_badge_of_an_unknown_issuer_is_not_valid(kind):
    verdict = verify(form(issued(), kind), NOBODY, NOW)
    assert verdict.outcome is Outcome.UNKNOWN_ISSUER
    assert verdict.trusted_as == ""
    assert not verdict.good


@pytest.mark.parametrize("kind", FORMS)
def test_who_signs_in_the_name_of_the_school_with_a_key_of_their_own_is_found_out(kind):
    forged = issue(statement(), OTHER_KEY, NOW)
    verdict = verify(form(forged, kind), TRUST, NOW)
    assert verdict.outcome is Outcome.NOT_THEIR_KEY
    assert verdict.trusted_as == ""
    assert verdict.values == {"issuer": "ROC Voorbeeld"}


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize(
    "name", [SCHOOL.id.upper(), f"{SCHOOL.id}/", f"{SCHOOL.id}?", SCHOOL.id.replace("o", "%6F")]
)
def test_an_issuer_that_is_nearly_the_school_is_unknown(kind, name):
    forged = issue(statement(issuer=replace(SCHOOL, id=name)), OTHER_KEY, NOW)
    assert verify(form(forged, kind), TRUST, NOW).outcome is Outcome.UNKNOWN_ISSUER


@pytest.mark.parametrize("kind", FORMS)
def test_the_key_of_one_school_does_not_speak_for_another(kind):
    other = TrustedIssuer("https://ander.example/", "Ander", (TrustedKey(OTHER_KEY.public),))
    forged = issue(statement(), OTHER_KEY, NOW)
    trust = Trust((*TRUST.issuers, other))
    assert verify(form(forged, kind), trust, NOW).outcome is Outcome.NOT_THEIR_KEY


@pytest.mark.parametrize("kind", FORMS)
def test_after_a_new_key_the_badges_of_the_old_one_stay_good(kind):
    trust = knows(TrustedKey(OTHER_KEY.public), TrustedKey(KEY.public, retired_at=NOW))
    assert verify(form(issued(), kind), trust, NOW + DAY).good
    assert verify(form(issue(statement(), OTHER_KEY, NOW), kind), trust, NOW + DAY).good


@pytest.mark.parametrize("kind", FORMS)
def test_a_key_that_was_put_away_signs_nothing_new(kind):
    trust = knows(TrustedKey(KEY.public, retired_at=NOW - 2 * DAY))
    assert verify(form(issued(), kind), trust, NOW).outcome is Outcome.KEY_WITHDRAWN


@pytest.mark.parametrize("kind", FORMS)
def test_a_key_that_fell_into_other_hands_makes_all_its_badges_doubtful(kind):
    trust = knows(TrustedKey(KEY.public, revoked_at=NOW + 9 * DAY))
    verdict = verify(form(issued(), kind), trust, NOW)
    assert verdict.outcome is Outcome.KEY_WITHDRAWN
    assert verdict.values == {"issuer": "ROC Voorbeeld"}


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("trust", [TRUST, NOBODY])
def test_after_its_last_day_a_badge_is_expired_whoever_gave_it(kind, trust):
    badge = form(issued(valid_until=NOW + DAY), kind)
    assert verify(badge, trust, NOW + DAY / 2).outcome is not Outcome.EXPIRED
    verdict = verify(badge, trust, NOW + DAY)
    assert verdict.outcome is Outcome.EXPIRED
    assert ("niet bekend" in verdict.reason) == (trust is NOBODY)


@pytest.mark.parametrize("kind", FORMS)
def test_before_its_first_day_a_badge_is_not_valid_yet(kind):
    badge = form(issued(), kind)
    assert verify(badge, TRUST, NOW - 2 * DAY).outcome is Outcome.NOT_YET_VALID


def test_a_proof_may_end_before_the_badge_does():
    document = json.loads(issued().json)
    document.pop("proof")
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": proofs.SUITE,
        "expires": "2026-11-27T11:00:00Z",
        "verificationMethod": f"{SCHOOL.id}#{KEY.public.text}",
        "proofPurpose": "assertionMethod",
    }
    signature = KEY.sign(proofs._signed(document, proof))
    document["proof"] = {**proof, "proofValue": "z" + proofs.base58_encode(signature)}
    assert verify(json.dumps(document).encode(), TRUST, NOW).outcome is Outcome.EXPIRED


# A key with a name that says nothing: whoever knows the issuer tries the keys it knows.


def named(name: str, purpose: str = "assertionMethod") -> bytes:
    document = json.loads(issued().json)
    document.pop("proof")
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": proofs.SUITE,
        "created": "2026-11-27T11:00:00Z",
        "verificationMethod": name,
        "proofPurpose": purpose,
    }
    signature = KEY.sign(proofs._signed(document, proof))
    document["proof"] = {**proof, "proofValue": "z" + proofs.base58_encode(signature)}
    return json.dumps(document).encode()


OPAQUE = [f"{SCHOOL.id}#sleutel-1", "https://roc.example/sleutel", f"{SCHOOL.id}#z6MkKapot"]


@pytest.mark.parametrize("name", OPAQUE)
def test_a_key_that_is_only_named_is_looked_for_among_those_of_the_issuer(name):
    two = knows(TrustedKey(OTHER_KEY.public), TrustedKey(KEY.public))
    assert verify(named(name), two, NOW).good
    assert verify(named(name), NOBODY, NOW).outcome is Outcome.CANNOT_VERIFY
    others = knows(TrustedKey(OTHER_KEY.public))
    verdict = verify(named(name), others, NOW)
    assert (verdict.outcome, verdict.values) == (Outcome.CANNOT_VERIFY, {"issuer": SCHOOL.name})


def test_who_signs_to_log_in_states_nothing_by_it():
    signed = named(f"{SCHOOL.id}#{KEY.public.text}", "authentication")
    assert verify(signed, TRUST, NOW).outcome is Outcome.UNSUPPORTED_PROOF


# Tokens, where the header is the field of play.


def token(header: dict, payload: dict, sign) -> bytes:
    pieces = [base64url_encode(json.dumps(part).encode()) for part in (header, payload)]
    signed = ".".join(pieces)
    return f"{signed}.{base64url_encode(sign(signed.encode()))}".encode()


def parts() -> tuple[dict, dict]:
    head, body, _ = issued(valid_until=NOW + DAY).jwt.split(".")
    return json.loads(base64url_decode(head)), json.loads(base64url_decode(body))


def test_a_public_key_is_no_secret_to_sign_with():
    header, payload = parts()
    for secret in (KEY.public.raw, KEY.public.text.encode(), json.dumps(KEY.public.jwk).encode()):
        forged = token(
            {**header, "alg": "HS256"},
            payload,
            lambda signed, secret=secret: hmac.digest(secret, signed, hashlib.sha256),
        )
        assert verify(forged, TRUST, NOW).outcome is Outcome.UNSUPPORTED_PROOF


def test_a_name_of_the_school_with_the_key_of_another_is_two_keys():
    header, payload = parts()
    forged = token({**header, "jwk": OTHER_KEY.public.jwk}, payload, OTHER_KEY.sign)
    assert verify(forged, TRUST, NOW).outcome is Outcome.TAMPERED


def test_a_key_in_the_header_that_the_school_does_not_have_is_not_theirs():
    header, payload = parts()
    del header["kid"]
    forged = token({**header, "jwk": OTHER_KEY.public.jwk}, payload, OTHER_KEY.sign)
    assert verify(forged, TRUST, NOW).outcome is Outcome.NOT_THEIR_KEY


@pytest.mark.parametrize("kid", ["sleutel-1", "", "https://elders.example/sleutels.json"])
def test_an_unknown_name_of_a_key_is_tried_with_the_keys_of_the_issuer_only(kid):
    header, payload = parts()
    del header["jwk"]
    unnamed = {**header, "kid": kid, "jku": "https://elders.example/", "x5c": ["x"]}
    assert verify(token(unnamed, payload, KEY.sign), TRUST, NOW).good
    forged = token(unnamed, payload, OTHER_KEY.sign)
    assert verify(forged, TRUST, NOW).outcome is Outcome.CANNOT_VERIFY
    assert verify(forged, NOBODY, NOW).outcome is Outcome.CANNOT_VERIFY


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "https://ander.example/"},
        {"iss": None},
        {"jti": "urn:uuid:ander"},
        {"sub": "urn:uuid:ander"},
        {"exp": "morgen"},
        {"exp": True},
        {"exp": 1e300},
        {"nbf": [1]},
        {"proof": []},
    ],
)
def test_a_token_that_contradicts_itself_is_no_badge(change):
    header, payload = parts()
    verdict = verify(token(header, payload | change, KEY.sign), TRUST, NOW)
    assert verdict.outcome in (Outcome.NOT_A_BADGE, Outcome.UNSUPPORTED_PROOF)


def test_of_two_periods_in_a_token_the_narrowest_counts():
    header, payload = parts()
    sooner = token(header, {**payload, "exp": int(NOW.timestamp())}, KEY.sign)
    assert verify(sooner, TRUST, NOW).outcome is Outcome.EXPIRED
    later = token(header, {**payload, "exp": int((NOW + 99 * DAY).timestamp())}, KEY.sign)
    assert verify(later, TRUST, NOW + 2 * DAY).outcome is Outcome.EXPIRED
    starts = token(header, {**payload, "nbf": int((NOW + DAY / 2).timestamp())}, KEY.sign)
    assert verify(starts, TRUST, NOW).outcome is Outcome.NOT_YET_VALID
    # Words of the first version of credentials count too.
    ended = token(header, {**payload, "expirationDate": "2026-11-27T11:00:00Z"}, KEY.sign)
    assert verify(ended, TRUST, NOW).outcome is Outcome.EXPIRED
    to_come = token(header, {**payload, "issuanceDate": "2026-11-27T13:00:00Z"}, KEY.sign)
    assert verify(to_come, TRUST, NOW).outcome is Outcome.NOT_YET_VALID
    bare = {name: part for name, part in payload.items() if name not in ("exp", "nbf", "iss")}
    assert verify(token(header, bare, KEY.sign), TRUST, NOW).good


def test_a_badge_of_a_school_that_signs_with_rsa():
    private = rsa.generate_private_key(65537, 2048)
    numbers = private.public_key().public_numbers()
    key = PublicKey.of_jwk(
        {"kty": "RSA", "n": base64url_encode(numbers.n.to_bytes(256, "big")), "e": "AQAB"}
    )
    _, payload = parts()
    signed = token(
        {"alg": "RS256", "jwk": key.jwk},
        payload,
        lambda data: private.sign(data, padding.PKCS1v15(), hashes.SHA256()),
    )
    assert verify(signed, knows(TrustedKey(key)), NOW).good
    assert verify(signed, TRUST, NOW).outcome is Outcome.NOT_THEIR_KEY
    # The token does not choose: a key of RSA is never tried as another kind.
    head = base64.urlsafe_b64encode(b'{"alg":"EdDSA"}').rstrip(b"=")
    other = head + signed[signed.index(b".") :]
    assert verify(other, knows(TrustedKey(key)), NOW).outcome is Outcome.CANNOT_VERIFY


def test_whoever_is_trusted_is_called_by_the_name_they_have_here():
    calls_itself = issue(statement(issuer=Issuer(SCHOOL.id, "Harvard")), KEY, NOW)
    verdict = verify(calls_itself.json, TRUST, NOW)
    assert verdict.trusted_as == "ROC Voorbeeld"
    assert verdict.values == {"issuer": "ROC Voorbeeld"}
