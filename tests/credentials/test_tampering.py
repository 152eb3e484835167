"""Who changes a badge after it was signed gets no valid badge, whatever the change.

*Changed* is: another value of the JSON, or another letter of the token. White space between the
words of JSON is not signed, and neither is the picture around a badge.
"""

import json
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.credentials import proofs
from lob_workbench.credentials.baking import bake_png, bake_svg, unbake
from lob_workbench.credentials.canonical import canonical
from lob_workbench.credentials.contexts import OPEN_BADGES
from lob_workbench.credentials.statements import Evidence
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.credentials.verifying import verify
from tests.credentials.badges import DAY, KEY, NOW, OTHER_KEY, TRUST, issued, listed
from tests.credentials.hostile import PNG, SVG, changed

BADGE = listed(valid_until=NOW + DAY)
JSON = BADGE.json
TOKEN = BADGE.jwt.encode()
OTHER_PROOF = json.loads(issued().json)["proof"][0]["proofValue"]
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
VALID_UNTIL = "https://www.w3.org/2018/credentials#validUntil"
DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
HALF = {"type": "BitstringStatusListEntry"}


def same_json(one: bytes, other: bytes) -> bool:
    try:
        return read_object(one) == read_object(other)
    except Judged:
        return False


def flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


def still_good(data: bytes) -> bool:
    return verify(data, TRUST, NOW).good


@given(st.integers(0, len(JSON) - 1), st.integers(0, 7))
def test_a_flipped_bit_in_the_json_is_seen_unless_it_means_the_same(at, bit):
    other = flipped(JSON, at, bit)
    assert not still_good(other) or same_json(other, JSON)


@pytest.mark.soak
def test_every_flipped_bit_in_the_json_is_seen_unless_it_means_the_same():
    for at in range(len(JSON)):
        for bit in range(8):
            other = flipped(JSON, at, bit)
            assert not still_good(other) or same_json(other, JSON), (at, bit)


def test_every_flipped_byte_in_the_token_is_seen():
    for at in range(len(TOKEN)):
        assert not still_good(flipped(TOKEN, at, at % 8)), at


def test_every_flipped_byte_of_the_badge_in_a_png_is_seen():
    baked = bake_png(PNG, BADGE.jwt)
    start = baked.index(b"iTXt") - 4
    (length,) = struct.unpack_from(">I", baked, start)
    for at in range(start, start + length + 12):
        assert not still_good(flipped(baked, at, at % 8)), at


@given(st.integers(0, len(JSON) - 1), st.integers(0, 7))
def test_a_flipped_bit_is_seen_too_when_the_sum_of_the_png_was_made_right_again(at, bit):
    other = flipped(JSON, at, bit)
    assert not still_good(bake_png(PNG, other)) or same_json(other, JSON)
    body = b"iTXt" + b"openbadgecredential\0\0\0\0\0" + other
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert still_good(PNG[:33] + chunk + PNG[33:]) == still_good(other)


@given(st.data())
def test_a_flipped_bit_of_the_badge_in_an_svg_is_seen_unless_it_means_the_same(data):
    baked = bake_svg(SVG, BADGE)
    start = baked.index(b"<openbadges:credential")
    end = baked.index(b"</openbadges:credential>") + 24
    other = flipped(baked, data.draw(st.integers(start, end - 1)), data.draw(st.integers(0, 7)))
    if still_good(other):
        assert same_json(unbake(other), JSON)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(name="Ander"),
        lambda d: d.update(extra="Dit staat er niet onder"),
        lambda d: d.update(evidence=None),
        lambda d: d.update(description=None),
        lambda d: d.update(validUntil="2099-01-01T00:00:00Z"),
        lambda d: d.pop("validUntil"),
        lambda d: d.pop("credentialStatus"),
        lambda d: d["credentialStatus"].pop("statusListIndex"),
        lambda d: d["credentialStatus"].update(statusListIndex="4"),
        lambda d: d["credentialStatus"].update(statusPurpose="message"),
        lambda d: d.update(credentialStatus=[d["credentialStatus"]] * 2),
        lambda d: d.update(credentialStatus="https://roc.example/badges/lijst-1#3"),
        lambda d: d["type"].append("Geweldig"),
        lambda d: d["type"].reverse() or d["type"].pop(),
        lambda d: d["evidence"].append({"id": "werk", "type": ["Evidence"], "name": "Nieuw"}),
        lambda d: d["evidence"].append({"id": "_:b0", "type": ["Evidence"], "name": "Nieuw"}),
        lambda d: d["credentialSubject"].update(source="een naam"),
        lambda d: d["credentialSubject"].update(role="Directeur"),
        lambda d: d["credentialSubject"].update(beroep="Directeur"),
        lambda d: d["credentialSubject"]["achievement"].update(tag=["meer"]),
        lambda d: d["credentialSubject"]["achievement"].update({"https://schema.org/name": "x"}),
        lambda d: d.update({"https://schema.org/name": d.pop("name")}),
        lambda d: d.update({VALID_UNTIL: {"@value": d.pop("validUntil"), "type": DATE_TIME}}),
        lambda d: d.update({"@included": [{"id": "urn:x", "name": "x"}]}),
        lambda d: d.update({"@reverse": {"issuer": {"id": "urn:x"}}}),
        lambda d: d.update({"@graph": []}),
        lambda d: d.update({"@id": d.pop("id")}),
        lambda d: d.update(
            {"https://www.w3.org/2018/credentials#validUntil": {
                "@value": d.pop("validUntil"),
                "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
            }}
        ),
        lambda d: d.update(validUntil={"@value": d["validUntil"]}),
        lambda d: d.update(
            validUntil={
                "@value": d["validUntil"], "type": "http://www.w3.org/2001/XMLSchema#dateTime"
            }
        ),
        lambda d: d["issuer"].update(id="https://roc.example/badges/ander"),
        lambda d: d.update(issuer=d["issuer"]["id"]),
        lambda d: d["issuer"].update(id=d["issuer"]["id"] + "> <urn:a> <urn:b"),
        lambda d: d["issuer"].update(id="uitgever"),
        lambda d: d.update(name={"@value": d["name"], "@language": "n l"}),
        lambda d: d.update(name={"@value": d["name"], "@language": "nl"}),
        lambda d: d.update(name={"@value": d["name"], "@direction": "ltr"}),
        lambda d: d.update(name=[d["name"], "Ander"]),
        lambda d: d["proof"][0].update(created="2026-11-28T12:00:00Z"),
        lambda d: d["proof"][0].update(created="gisteren"),
        lambda d: d["proof"][0].update(expires="2099-01-01T00:00:00Z"),
        lambda d: d["proof"][0].update(extra="x"),
        lambda d: d["proof"][0].update({"https://w3id.org/security#domain": "x"}),
        lambda d: d["proof"][0].update(proofPurpose="authentication"),
        lambda d: d["proof"][0].update({"@context": d["@context"][0]}),
        lambda d: d["proof"][0].update({"@context": [*d["@context"], EXTENSIONS]}),
        lambda d: d["proof"][0].update(type="Ed25519Signature2020"),
        lambda d: d["proof"][0].update(cryptosuite="eddsa-jcs-2022"),
        lambda d: d["proof"][0].update(proofValue="z1"),
        lambda d: d["proof"][0].update(proofValue="u" + d["proof"][0]["proofValue"]),
        lambda d: d["proof"][0].update(proofValue="z" + "0" * 88),
        lambda d: d["proof"][0].update(proofValue=7),
        lambda d: d["proof"][0].update(proofValue=OTHER_PROOF),
        lambda d: d["proof"][0].update(verificationMethod=KEY.public.did),
        lambda d: d["proof"][0].update(verificationMethod=OTHER_KEY.public.did),
        lambda d: d["proof"][0].update(verificationMethod={"id": KEY.public.did}),
        lambda d: d["proof"].append(d["proof"][0]),
        lambda d: d["proof"].clear(),
        lambda d: d.pop("proof"),
        lambda d: d.update(proof="x"),
        lambda d: d.update(proof=["x"]),
        lambda d: d["@context"].append("https://elders.example/woorden.json"),
        lambda d: d["@context"].append({"name": "https://schema.org/headline"}),
        lambda d: d["@context"].append({"@vocab": "https://elders.example/"}),
        lambda d: d["@context"].append(None),
        lambda d: d["@context"].pop(),
        lambda d: d["@context"].reverse(),
        lambda d: d.update({"@context": d["@context"][0]}),
        lambda d: d["@context"].insert(1, "https://purl.imsglobal.org/spec/ob/v3p0/context.json"),
        lambda d: d["issuer"].update({"@context": {"name": "https://schema.org/headline"}}),
    ],
)  # fmt: skip
def test_a_badge_that_was_changed_is_not_valid(change):
    document = json.loads(JSON)
    change(document)
    assert not still_good(json.dumps(document).encode())


def test_what_the_signature_does_not_cover_is_called_by_its_name():
    verdict = verify(changed(lambda d: d.update(extra="x")), TRUST, NOW)
    assert verdict.outcome is Outcome.TAMPERED
    assert verdict.values == {"name": "extra"}


def test_order_and_white_space_are_not_signed():
    document = json.loads(JSON)
    turned = json.dumps(dict(reversed(document.items())), separators=(",", ":"))
    assert still_good(turned.encode())
    assert still_good(b"\xef\xbb\xbf\n " + JSON + b"\n\n")


def test_the_last_day_cannot_be_moved_into_a_corner():
    """JSON-LD takes two things of one name together, so the signature stays right."""
    document = json.loads(issued(valid_until=NOW).json)
    document.pop("proof")
    document["@context"] = [
        *document["@context"],
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ]
    document["refreshService"] = {"id": document["id"], "type": "1EdTechCredentialRefresh"}
    signed = proofs.sign(document, document["issuer"]["id"], KEY, NOW)
    honest = verify(json.dumps(signed).encode(), TRUST, NOW)
    assert honest.outcome is Outcome.EXPIRED

    hidden = json.loads(json.dumps(signed))
    corner = hidden["refreshService"]
    corner["type"] = ["1EdTechCredentialRefresh", "VerifiableCredential"]
    corner["validUntil"] = hidden.pop("validUntil")
    bare = {name: part for name, part in hidden.items() if name != "proof"}
    assert canonical(bare) == canonical(document)
    assert verify(json.dumps(hidden).encode(), TRUST, NOW).outcome is Outcome.NOT_A_BADGE


def test_one_address_cannot_pass_for_two_statements():
    """In N-Quads it would: what stands between < and > there, is taken as it is."""
    links = ("https://roc.example/een", "https://roc.example/twee")
    badge = issued(evidence=tuple(Evidence("", url=link) for link in links))
    document = json.loads(badge.json)
    assert still_good(badge.json)
    one, _ = document["evidence"]
    predicate = "https://www.w3.org/2018/credentials#evidence"
    one["id"] = f"{links[0]}> .\n<{document['id']}> <{predicate}> <{links[1]}"
    document["evidence"] = [one]
    assert not still_good(json.dumps(document).encode())
    with pytest.raises(Judged):
        canonical({name: part for name, part in document.items() if name != "proof"})


def test_words_that_are_not_bundled_are_never_fetched(monkeypatch):
    asked: list[object] = []

    def notice(*address, **_):
        asked.append(address)
        raise OSError("no network")

    monkeypatch.setattr("socket.getaddrinfo", notice)
    monkeypatch.setattr("socket.socket.connect", notice)
    address = "https://elders.example/woorden.json"
    verdict = verify(changed(lambda d: d["@context"].append(address)), TRUST, NOW)
    assert verdict.outcome is Outcome.CANNOT_VERIFY
    assert verdict.values == {"address": address}
    assert asked == []


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        (lambda d: d.pop("id"), "id"),
        (lambda d: d.update(id="geen adres"), "id"),
        (lambda d: d.pop("issuer"), "issuer"),
        (lambda d: d.update(issuer="geen adres"), "issuer"),
        (lambda d: d["issuer"].pop("id"), "issuer"),
        (lambda d: d.pop("validFrom"), "validFrom"),
        (lambda d: d.update(validFrom="2026-11-27"), "validFrom"),
        (lambda d: d.update(validFrom="9999-12-31T23:59:59-12:00"), "validFrom"),
        (lambda d: d.update(validUntil="2026-02-31T00:00:00Z"), "validUntil"),
        (lambda d: d.pop("credentialSubject"), "credentialSubject"),
        (lambda d: d["credentialSubject"].pop("type"), "credentialSubject"),
        (lambda d: d["credentialSubject"].update(id=7), "credentialSubject"),
        (lambda d: d["credentialSubject"].pop("achievement"), "achievement"),
        (lambda d: d["credentialSubject"]["achievement"].pop("criteria"), "achievement"),
        (lambda d: d["credentialSubject"]["achievement"].update(name=" "), "name"),
        (lambda d: d.update(credentialStatus="x"), "credentialStatus"),
        (lambda d: d.update(credentialStatus=HALF), "credentialStatus"),
    ],
)  # fmt: skip
def test_a_badge_that_lacks_something_is_told_what(change, lacking):
    verdict = verify(changed(change), TRUST, NOW)
    assert verdict.outcome is Outcome.NOT_A_BADGE
    assert verdict.values == {"name": lacking}


def test_the_contexts_come_in_their_order():
    verdict = verify(changed(lambda d: d.update({"@context": [OPEN_BADGES]})), TRUST, NOW)
    assert verdict.outcome is Outcome.NOT_A_BADGE
