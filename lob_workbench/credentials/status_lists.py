"""The list of revoked badges: a W3C Bitstring Status List, signed by the school.

Named in the VC 2.0 context that Open Badges 3.0 builds on. It is one bit per badge, so that a
list that anyone may read tells nobody which badges there are.
"""

import functools
import gzip
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lob_workbench.credentials import proofs
from lob_workbench.credentials.addresses import is_address, read_moment, write_moment
from lob_workbench.credentials.contexts import CREDENTIALS_V2
from lob_workbench.credentials.encodings import base64url_decode, base64url_encode
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.signatures import check_in_use, of_document, signer
from lob_workbench.credentials.statements import Issuer, StatusPlace
from lob_workbench.credentials.strict_json import read_object
from lob_workbench.credentials.trust import TrustedIssuer
from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

# The least that the standard asks, so that one revoked badge hides among many.
LIST_SIZE = 131_072
# A small file may unpack to gigabytes; eight million badges are enough.
_BYTES_LIMIT = 1_000_000

_NO_ADDRESS = QT_TRANSLATE_NOOP("errors", "Een adres in de badge klopt niet. Kijk het na.")
_NO_LIST = QT_TRANSLATE_NOOP("badges", "Dit is geen lijst van ingetrokken badges.")


def issue_status_list(
    list_id: str, issuer: Issuer, revoked: Iterable[int], key: SigningKey, now: datetime
) -> bytes:
    """The list at address ``list_id`` as a signed JSON file; ``revoked`` are indexes.

    Raises ``InputRefused`` for an address that is none, or an index that does not fit.
    """
    indexes = set(revoked)
    fits = all(0 <= index < _BYTES_LIMIT * 8 for index in indexes)
    if not fits or not is_address(list_id) or not is_address(issuer.id) or list_id == issuer.id:
        raise InputRefused(_NO_ADDRESS)
    bits = bytearray(max(LIST_SIZE, max(indexes, default=0) + 1 + 7) // 8)
    for index in indexes:
        # The first badge is the leftmost bit.
        bits[index // 8] |= 0x80 >> index % 8
    packed = gzip.compress(bytes(bits), mtime=0)
    document = {
        "@context": [CREDENTIALS_V2],
        "id": list_id,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": {"id": issuer.id, "name": clean_line(issuer.name)},
        "validFrom": write_moment(now),
        "credentialSubject": {
            "id": f"{list_id}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": "u" + base64url_encode(packed),
        },
    }
    signed = proofs.sign(document, issuer.id, key, now)
    return json.dumps(signed, ensure_ascii=False, indent=2).encode("utf-8")


@dataclass(frozen=True, slots=True)
class StatusList:
    """A list that its issuer signed; ``made_at`` is from when it tells."""

    id: str
    made_at: datetime
    valid_until: datetime | None
    bits: bytes

    def revoked(self, index: int) -> bool | None:
        """Whether the badge at ``index`` is revoked; None when the list does not reach so far."""
        if index // 8 >= len(self.bits):
            return None
        return bool(self.bits[index // 8] & (0x80 >> index % 8))


def newest_list(
    place: StatusPlace, issuer: TrustedIssuer, files: tuple[bytes, ...], now: datetime
) -> StatusList | None:
    """The newest of ``files`` that is the list of ``place`` and that ``issuer`` signed."""
    lists = (list_of(file, issuer) for file in files)
    fitting = [
        one
        for one in lists
        if one is not None
        and one.id == place.list_id
        and one.made_at <= now
        and (one.valid_until is None or now < one.valid_until)
    ]
    return max(fitting, key=_made_at, default=None)


def _made_at(one: StatusList) -> datetime:
    return one.made_at


# Many badges are looked up in the same list.
@functools.lru_cache(maxsize=8)
def list_of(file: bytes, issuer: TrustedIssuer) -> StatusList | None:
    """The list in ``file``, or None when it is no list that ``issuer`` signed."""
    try:
        return read_status_list(file, issuer)
    except Judged:
        return None


def read_status_list(file: bytes, issuer: TrustedIssuer) -> StatusList:
    """The list in ``file``. Raises ``Judged`` unless ``issuer`` signed it."""
    document = read_object(file)
    subject = document.get("credentialSubject")
    contexts, types = document.get("@context"), document.get("type")
    if (
        not isinstance(subject, dict)
        or not isinstance(contexts, list)
        or contexts[:1] != [CREDENTIALS_V2]
        or not isinstance(types, list)
        or "BitstringStatusListCredential" not in types
        or subject.get("type") != "BitstringStatusList"
        or subject.get("statusPurpose") != "revocation"
    ):
        raise Judged(Outcome.NOT_A_BADGE, _NO_LIST)
    by = document.get("issuer")
    if (by.get("id") if isinstance(by, dict) else by) != issuer.id:
        raise Judged(Outcome.UNKNOWN_ISSUER, _NO_LIST)
    read = _list(document, subject)
    signature = of_document(document)
    key = signer(signature, issuer)
    check_in_use(key, issuer, signature.signed_at or read.made_at)
    return read


def _list(document: dict[str, Any], subject: dict[str, Any]) -> StatusList:
    until = document.get("validUntil")
    encoded = subject.get("encodedList")
    try:
        if not isinstance(encoded, str) or not encoded.startswith("u"):
            raise ValueError("not a list")
        unpacker = zlib.decompressobj(wbits=31)
        bits = unpacker.decompress(base64url_decode(encoded[1:]), _BYTES_LIMIT)
        if not unpacker.eof:
            raise ValueError("not the whole list")
        return StatusList(
            str(document.get("id")),
            read_moment(document.get("validFrom")),
            None if until is None else read_moment(until),
            bits,
        )
    except (ValueError, zlib.error) as error:
        raise Judged(Outcome.NOT_A_BADGE, _NO_LIST) from error
