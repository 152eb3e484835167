"""The JSON-LD contexts that a badge may name: those that ship with the product, and no others.

A context says what the words of a badge mean. One that has to be fetched could say something else
tomorrow, and tells its owner who looks at which badge; so an unknown address is refused.
"""

import json
from typing import Any

from lob_workbench.paths import resources

CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1"
CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_OPEN_BADGES_UNDATED = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"

_FILES = {
    CREDENTIALS_V1: "2018-credentials-v1.jsonld",
    CREDENTIALS_V2: "credentials-v2.jsonld",
    OPEN_BADGES: "ob-v3p0-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions.json",
    _OPEN_BADGES_UNDATED: "ob-v3p0.json",
    "https://w3id.org/security/data-integrity/v1": "data-integrity-v1.jsonld",
    "https://w3id.org/security/suites/ed25519-2020/v1": "security-suites-ed25519-2020-v1.jsonld",
    "https://www.w3.org/ns/did/v1": "did-v1.jsonld",
}
BUNDLED = frozenset(_FILES)

# Addresses that tokens name; nobody needs to read them there, since a token is signed as it is.
OPEN_BADGES_ADDRESSES = frozenset(
    {
        OPEN_BADGES,
        _OPEN_BADGES_UNDATED,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        "https://imsglobal.github.io/openbadges-specification/context.json",
    }
)


class UnknownContext(Exception):
    """A badge names a context that does not ship with the product."""


def load_context(address: str, options: object) -> dict[str, Any]:
    """A bundled context, in the form in which pyld asks its loader for documents."""
    if address not in _FILES:
        raise UnknownContext
    path = resources() / "standards" / "openbadges" / _FILES[address]
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": json.loads(path.read_text("utf-8")),
        # What is read once stays: pyld keeps it, with everything it derives from it.
        "tag": "static",
    }
