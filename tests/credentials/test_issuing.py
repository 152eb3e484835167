"""A badge that the school issues: what is signed is what was said, whatever the letters."""

import json
from dataclasses import replace

import jsonschema
import jwt as pyjwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.credentials.documents import email_hash
from lob_workbench.credentials.encodings import base64url_decode
from lob_workbench.credentials.issuing import issue, stored
from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.statements import Evidence, Issuer
from lob_workbench.credentials.trust import Trust, TrustedIssuer, TrustedKey
from lob_workbench.credentials.verdicts import Outcome
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.errors import InputRefused
from tests.credentials.badges import (
    DAY,
    KEY,
    NOW,
    SCHOOL,
    STATEMENT,
    TRUST,
    issued,
    listed,
    statement,
)
from tests.credentials.test_vectors import SHARED

SCHEMA = SHARED / "ob_v3p0_achievementcredential_schema.json"


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the official schema is not here")
@pytest.mark.parametrize("image", [b"", b"\x89PNG picture"])
def test_our_badge_passes_the_official_schema(image):
    recipient = replace(STATEMENT.recipient, email="Sem@roc.example", salt="zout")
    badge = listed(
        recipient=recipient,
        valid_until=NOW + DAY,
        achievement_image=image,
        evidence=(Evidence("Stage", "Deed het zelf.", "https://roc.example/werk"), Evidence("Les")),
    )
    schema = json.loads(SCHEMA.read_text("utf-8"))
    checker = jsonschema.Draft201909Validator(
        schema, format_checker=jsonschema.Draft201909Validator.FORMAT_CHECKER
    )
    assert [error.message for error in checker.iter_errors(json.loads(badge.json))] == []


def test_the_badge_says_what_was_said():
    verdict = verify(issued().json, TRUST, NOW)
    assert verdict.outcome is Outcome.VALID
    assert verdict.statement == STATEMENT
    assert verdict.signed_at == NOW


def test_json_and_token_say_the_same():
    badge = listed(valid_until=NOW + DAY)
    of_json, of_token = verify(badge.json, TRUST, NOW), verify(badge.jwt.encode(), TRUST, NOW)
    assert of_json.good
    assert of_token.good
    assert of_json.statement == of_token.statement


def test_the_criteria_are_the_behaviours_line_by_line():
    narrative = json.loads(issued().json)["credentialSubject"]["achievement"]["criteria"][
        "narrative"
    ]
    assert narrative == STATEMENT.achievement.narrative
    assert narrative.startswith("- Vraagt wat de ander nodig heeft.\n- Deelt ")


def test_the_mail_address_goes_in_as_a_hash_only():
    badge = issued(recipient=replace(STATEMENT.recipient, email=" Sem@ROC.example", salt="zout"))
    told = json.loads(badge.json)["credentialSubject"]["identifier"][1]
    assert b"roc.example/" in badge.json
    assert b"sem@" not in badge.json.lower()
    assert told["identityHash"] == email_hash("sem@roc.example", "zout")
    assert told["hashed"] is True


def test_another_library_verifies_the_token():
    badge = issued(valid_until=NOW + DAY)
    header = pyjwt.get_unverified_header(badge.jwt)
    assert header["kid"] == f"{SCHOOL.id}#{KEY.public.text}"
    assert (header["alg"], header["typ"]) == ("EdDSA", "JWT")
    key = pyjwt.PyJWK.from_dict(KEY.public.jwk)
    told = pyjwt.decode(
        badge.jwt, key, algorithms=["EdDSA"], options={"verify_exp": False, "verify_nbf": False}
    )
    assert told["iss"] == SCHOOL.id
    assert told["jti"] == STATEMENT.id
    assert told["sub"] == STATEMENT.recipient.id
    assert told["nbf"] == int(STATEMENT.valid_from.timestamp())
    assert told["exp"] == int((NOW + DAY).timestamp())


def test_a_school_without_a_web_site_is_named_after_its_key():
    school = Issuer(KEY.public.did, "ROC Zonder Site")
    badge = issue(statement(issuer=school), KEY, NOW)
    (proof,) = json.loads(badge.json)["proof"]
    assert proof["verificationMethod"] == f"{KEY.public.did}#{KEY.public.text}"
    trust = Trust((TrustedIssuer(school.id, school.name, (TrustedKey(KEY.public),)),))
    assert verify(badge.json, trust, NOW).good
    assert verify(badge.jwt.encode(), trust, NOW).good


def test_what_was_kept_is_the_badge_again():
    badge = listed(valid_until=NOW + DAY)
    assert stored(badge.json, badge.jwt) == badge


def test_what_was_kept_badly_is_refused():
    with pytest.raises(InputRefused):
        stored(b"{}", "")


def test_the_same_work_may_show_two_things():
    link = "https://roc.example/werk"
    badge = issued(evidence=(Evidence("Verslag", "", link), Evidence("Gesprek", "Kort.", link)))
    verdict = verify(badge.json, TRUST, NOW)
    assert verdict.good
    assert verdict.statement is not None
    assert [one.narrative for one in verdict.statement.evidence] == ["", f"Kort.\n{link}"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"achievement_name": "  "},
        {"achievement_description": ""},
        {"achievement_criteria": ()},
        {"achievement_id": "geen adres"},
        {"id": "urn:een twee"},
        {"id": "urn:x> <urn:y"},
        {"id": STATEMENT.recipient.id},
        {"recipient": replace(STATEMENT.recipient, name="\x00")},
        {"issuer": replace(SCHOOL, name="")},
        {"issuer": replace(SCHOOL, url="roc.example")},
        {"issuer": replace(SCHOOL, id=f"{SCHOOL.id}#deel")},
        {"evidence": (Evidence("x", url="javascript alert"),)},
        {"evidence": (Evidence("x", url=STATEMENT.id),)},
        {"evidence": (Evidence("x"),) * 51},
        {"valid_until": STATEMENT.valid_from},
        {"achievement_image": b"x" * 500_001},
    ],
)
def test_what_a_badge_cannot_hold_is_refused(wrong):
    with pytest.raises(InputRefused):
        issue(statement(**wrong), KEY, NOW)


TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "=+-@\"'\\<>&{}[]\n\r\t\u202e\u200f\u2028שלום مرحبا🙂👩‍👩‍👧ıŁ\ud800\x00\x7f"
        ),
    ),
    max_size=80,
)


@given(
    name=TEXTS,
    description=TEXTS,
    criteria=st.lists(TEXTS, max_size=6),
    who=TEXTS,
    evidence=st.lists(st.tuples(TEXTS, TEXTS), max_size=5),
)
def test_whatever_is_said_what_we_issue_is_valid(name, description, criteria, who, evidence):
    made = statement(
        achievement_name=f"S{name}",
        achievement_description=f"S{description}",
        achievement_criteria=("S", *criteria),
        recipient=replace(STATEMENT.recipient, name=f"S{who}"),
        evidence=tuple(Evidence(*one) for one in evidence),
    )
    badge = issue(made, KEY, NOW)
    for form in (badge.json, badge.jwt.encode()):
        verdict = verify(form, TRUST, NOW)
        assert verdict.outcome is Outcome.VALID
        assert verdict.statement is not None
        assert verdict.statement.achievement.name == badge.statement.achievement.name
        assert verdict.statement.recipient == badge.statement.recipient
    payload = json.loads(base64url_decode(badge.jwt.split(".")[1]))
    assert payload["name"] == badge.statement.achievement.name


def test_the_private_key_is_nowhere_in_what_is_issued():
    badge = issued()
    for secret in (KEY.private_bytes(), KEY.private_bytes().hex().encode()):
        assert secret not in badge.json
        assert secret not in base64url_decode(badge.jwt.split(".")[1])
    assert repr(KEY) == f"SigningKey({KEY.public.text})"
    assert PublicKey.read(KEY.public.did) == KEY.public
