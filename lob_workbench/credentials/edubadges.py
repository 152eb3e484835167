"""The file with which edubadges awards badges directly: a line per person."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Award:
    """One line. ``eppn`` is the login at the school, as SURFconext knows it."""

    email: str
    eppn: str
    narrative: str = ""
    evidence_url: str = ""
    evidence_name: str = ""
    evidence_description: str = ""
    grade: str = ""


def award_file(awards: Iterable[Award]) -> bytes:
    """The CSV file (UTF-8, ``;``). Raises ``InputRefused`` for a line that edubadges refuses."""
    raise NotImplementedError
