"""A badge as a token (VC-JWT): the JSON of the badge with the signature around it.

A compact JWS is three pieces of base64url. We take it apart ourselves, strictly: which algorithm
counts is decided by the kind of key, never by the token.
"""

import json
from dataclasses import dataclass
from typing import Any

from lob_workbench.credentials.addresses import read_moment
from lob_workbench.credentials.encodings import base64url_decode, base64url_encode
from lob_workbench.credentials.keys import PublicKey, SigningKey
from lob_workbench.credentials.proofs import key_in_name, key_name
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_ALGORITHMS = ("EdDSA", "RS256")
_TYPES = ("jwt", "vc+jwt", "vc+ld+json+jwt")
_CLAIMS = frozenset({"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce"})

_NOT_SIGNED = QT_TRANSLATE_NOOP(
    "badges", "Deze badge zegt zelf dat hij niet ondertekend is. Dan is er niets na te gaan."
)
_OTHER_KIND = QT_TRANSLATE_NOOP(
    "badges", "De badge is ondertekend op een manier die de werkbank niet kent ({kind})."
)
_DAMAGED = QT_TRANSLATE_NOOP("badges", "De badge is beschadigd of er is iets aan veranderd.")
_TWO_KEYS = QT_TRANSLATE_NOOP("badges", "De badge noemt twee verschillende sleutels.")


def sign(document: dict[str, Any], key: SigningKey) -> str:
    """``document`` (unsigned, of our own making) as a token."""
    issuer_id = document["issuer"]["id"]
    header = {
        "alg": "EdDSA",
        "typ": "JWT",
        "kid": key_name(issuer_id, key.public),
        "jwk": key.public.jwk,
    }
    claims: dict[str, Any] = {
        "iss": issuer_id,
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": int(read_moment(document["validFrom"]).timestamp()),
    }
    if "validUntil" in document:
        claims["exp"] = int(read_moment(document["validUntil"]).timestamp())
    signed = f"{_piece(header)}.{_piece({**document, **claims})}"
    return f"{signed}.{base64url_encode(key.sign(signed.encode('ascii')))}"


def _piece(part: dict[str, Any]) -> str:
    return base64url_encode(
        json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    )


@dataclass(frozen=True, slots=True)
class Token:
    """A token, taken apart. ``document`` is the badge in it, without the claims around it."""

    algorithm: str
    key_name: str
    own_key: PublicKey | None
    document: dict[str, Any]
    claims: dict[str, Any]
    signed: bytes
    signature: bytes

    def signed_by(self, key: PublicKey) -> bool:
        """Whether ``key`` made the signature, with the algorithm that is the key's own."""
        return key.algorithm == self.algorithm and key.verifies(self.signature, self.signed)


def looks_like_token(data: bytes) -> bool:
    """Whether ``data`` is three pieces with dots, the first of which is an object."""
    return data.startswith(b"ey") and data.count(b".") == 2


def read_token(data: bytes) -> Token:
    """Take ``data`` apart. Raises ``Judged`` when it is no token that we can judge."""
    try:
        head, body, tail = data.decode("ascii").split(".")
        header = read_object(base64url_decode(head))
        payload = read_object(base64url_decode(body))
        signature = base64url_decode(tail)
    except ValueError as error:
        raise Judged(Outcome.TAMPERED, _DAMAGED) from error
    algorithm = _algorithm(header)
    name, own_key = _keys(header)
    document = payload.get("vc")
    if not isinstance(document, dict):
        document = {name: part for name, part in payload.items() if name not in _CLAIMS}
    claims = {name: part for name, part in payload.items() if name in _CLAIMS}
    signed = f"{head}.{body}".encode("ascii")
    return Token(algorithm, name, own_key, document, claims, signed, signature)


def _algorithm(header: dict[str, Any]) -> str:
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower() == "none":
        raise Judged(Outcome.UNSUPPORTED_PROOF, _NOT_SIGNED)
    if algorithm not in _ALGORITHMS:
        raise Judged(Outcome.UNSUPPORTED_PROOF, _OTHER_KIND, kind=algorithm[:60])
    kind = header.get("typ", "JWT")
    if not isinstance(kind, str) or kind.lower() not in _TYPES:
        raise Judged(Outcome.UNSUPPORTED_PROOF, _OTHER_KIND, kind=str(kind)[:60])
    # Extensions that must be understood: we understand none.
    for extension in ("crit", "b64"):
        if extension in header:
            raise Judged(Outcome.UNSUPPORTED_PROOF, _OTHER_KIND, kind=extension)
    return algorithm


def _keys(header: dict[str, Any]) -> tuple[str, PublicKey | None]:
    """The name of the key, and the key that travels along, in the header or in its name."""
    name = header.get("kid", "")
    if not isinstance(name, str):
        raise Judged(Outcome.TAMPERED, _DAMAGED)
    named = key_in_name(name)
    if "jwk" not in header:
        return name, named
    jwk = header["jwk"]
    try:
        own_key = PublicKey.of_jwk(jwk if isinstance(jwk, dict) else {})
    except ValueError as error:
        raise Judged(Outcome.UNSUPPORTED_PROOF, _OTHER_KIND, kind="jwk") from error
    if named is not None and named != own_key:
        raise Judged(Outcome.TAMPERED, _TWO_KEYS)
    return name, own_key
