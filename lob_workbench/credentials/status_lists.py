"""The list of revoked badges: a W3C Bitstring Status List, signed by the school.

Named in the VC 2.0 context that Open Badges 3.0 builds on. It is one bit per badge, so that a
list that anyone may read tells nobody which badges there are.
"""

from collections.abc import Iterable
from datetime import datetime

from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.statements import Issuer

# The least that the standard asks, so that one revoked badge hides among many.
LIST_SIZE = 131_072


def issue_status_list(
    list_id: str, issuer: Issuer, revoked: Iterable[int], key: SigningKey, now: datetime
) -> bytes:
    """The list at address ``list_id`` as a signed JSON file; ``revoked`` are indexes."""
    raise NotImplementedError
