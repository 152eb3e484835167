"""Judges any badge file: JSON, token, PNG or SVG. Never raises, never goes to the network."""

from datetime import datetime

from lob_workbench.credentials.trust import Trust
from lob_workbench.credentials.verdicts import Verdict


def verify(data: bytes, trust: Trust, now: datetime) -> Verdict:
    """What may be said of ``data`` at ``now``, leaning on nothing but ``trust``."""
    raise NotImplementedError
