"""What a school may put on its web site, so that others can check its badges by themselves."""

import json

from lob_workbench.credentials.contexts import OPEN_BADGES
from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.proofs import key_name
from lob_workbench.credentials.statements import Issuer

# The first is the one that other programs look for when they read whose key it is.
_CONTEXTS = [
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/multikey/v1",
    OPEN_BADGES,
]


def issuer_profile(issuer: Issuer, keys: tuple[PublicKey, ...]) -> bytes:
    """The file for the address ``issuer.id``: who it is and with which keys it signs.

    Give the key in use and the retired ones, so that older badges stay good; never a revoked one.
    """
    methods = [
        {
            "id": key_name(issuer.id, key),
            "type": "Multikey",
            "controller": issuer.id,
            "publicKeyMultibase": key.text,
        }
        for key in keys
        if key.algorithm == "EdDSA"
    ]
    profile = {
        "@context": _CONTEXTS,
        "id": issuer.id,
        "type": ["Profile"],
        "name": issuer.name,
        **({"url": issuer.url} if issuer.url else {}),
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }
    return json.dumps(profile, ensure_ascii=False, indent=2).encode("utf-8")
