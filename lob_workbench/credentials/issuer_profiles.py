"""What a school may put on its web site, so that others can check its badges by themselves."""

from lob_workbench.credentials.keys import PublicKey
from lob_workbench.credentials.statements import Issuer


def issuer_profile(issuer: Issuer, keys: tuple[PublicKey, ...]) -> bytes:
    """The file for the address ``issuer.id``: who it is and with which keys it signs."""
    raise NotImplementedError
