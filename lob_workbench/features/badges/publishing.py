"""What a school puts on its web site: who it is and its keys, and its list of revoked badges."""

from collections.abc import Iterable
from datetime import datetime

from lob_workbench.credentials.issuer_profiles import issuer_profile
from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.statements import Issuer
from lob_workbench.credentials.status_lists import issue_status_list
from lob_workbench.features.badges.files import Made
from lob_workbench.features.badges.keeping import OpenKey
from lob_workbench.features.badges.operations_keys import ListToSign
from lob_workbench.features.badges.rules import KeyView


def key_file(key: KeyView, keys: Iterable[KeyView]) -> Made:
    """The profile of the issuer that ``key`` signs for, with its keys that are not revoked."""
    same = [one for one in keys if one.issuer_id == key.issuer_id and one.revoked_at is None]
    data = issuer_profile(
        Issuer(key.issuer_id, key.issuer_name), tuple(PublicKey(one.public_key) for one in same)
    )
    return Made(key.issuer_id.rpartition("/")[2] or "uitgever.json", data)


def signed_list(wanted: ListToSign, opened: OpenKey, now: datetime) -> bytes:
    """The list of revoked badges as a signed file: a bit for each badge, and no name."""
    return issue_status_list(wanted.list_id, wanted.issuer, wanted.places, opened.signing, now)
