"""The file with which edubadges awards badges directly: a line per person."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

HEADER = (
    "Recipient mailadres",
    "Recipient EPPN",
    "Narrative (optional)",
    "Evidence URL (optional)",
    "Evidence NAME (optional)",
    "Evidence Description (optional)",
    "Grade (optional)",
)
# A spreadsheet takes a cell that begins like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ACCOUNT = re.compile(r"[A-Za-z0-9][^\s@;,\"'=<>]*@[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]{2,}")
_LINK = re.compile(r"https?://[^\s;\"<>]+")

_NO_ACCOUNT = QT_TRANSLATE_NOOP(
    "errors",
    "Op regel {line} klopt het mailadres of de inlognaam van de school (EPPN) niet. "
    "Zonder die twee kan edubadges de badge aan niemand geven.",
)
_NO_LINK = QT_TRANSLATE_NOOP("errors", "Op regel {line} klopt het adres van het bewijs niet.")


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
    """The CSV file (UTF-8, ``;``). Raises ``InputRefused`` for a line that edubadges refuses.

    A text that a spreadsheet would take for a formula gets an apostrophe in front of it.
    """
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    for number, award in enumerate(awards, start=2):
        email, eppn = clean_line(award.email), clean_line(award.eppn)
        if not _ACCOUNT.fullmatch(email) or not _ACCOUNT.fullmatch(eppn):
            raise InputRefused(_NO_ACCOUNT, line=number)
        link = award.evidence_url.strip()
        if link and not _LINK.fullmatch(link):
            raise InputRefused(_NO_LINK, line=number)
        texts = (award.evidence_name, award.evidence_description, award.grade)
        writer.writerow([email, eppn, _text(clean_text(award.narrative)), link, *map(_text, texts)])
    return made.getvalue().encode("utf-8")


def _text(text: str) -> str:
    # An open quote or a line end in a cell ends the row for programs that read line by line.
    line = clean_line(text, limit=20_000)
    return f"'{line}" if line.startswith(_FORMULA) else line
