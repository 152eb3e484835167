"""How well a passphrase will hold, told in a line that helps.

A simple rule of our own, no promise: length first, then whether anything is left once names and
well-known words are taken out. What makes guessing slow is the key derivation in ``keys``.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_LEAST_CHARACTERS = 12
_GOOD_CHARACTERS = 20
_GOOD_WORDS = 4
_LEAST_DIFFERENT = 6

_COMMON = """
wachtwoordzin wachtwoord wachtzin welkom password passwoord geheim qwertyuiop qwerty azerty
asdfghjkl asdfgh zxcvbnm abcdefghij abcdef abc123 1234567890 123456789 12345678 1234567 123456
12345 1234 0987654321 987654321 letmein admin iloveyou ikhouvanjou vakantie voetbal ajax
feyenoord psv nederland amsterdam rotterdam utrecht zomer winter lente herfst januari februari
maart april juni juli augustus september oktober november december maandag dinsdag woensdag
donderdag vrijdag zaterdag zondag school docent student mentor loopbaan werkbank werkboek lob
"""


class StrengthLevel(StrEnum):
    """Three steps; WEAK is not accepted."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Strength:
    """How a passphrase does, and one Dutch line (context ``passphrase``) on what would help."""

    level: StrengthLevel
    hint: str

    @property
    def accepted(self) -> bool:
        """True when a workbook may be made with it."""
        return self.level is not StrengthLevel.WEAK


_EMPTY = QT_TRANSLATE_NOOP(
    "passphrase", "Kies vier of meer losse woorden die alleen jij bij elkaar bedenkt."
)
_SHORT = QT_TRANSLATE_NOOP(
    "passphrase", "Nog wat kort: maak er minstens 12 tekens van, bijvoorbeeld vier woorden."
)
_REPEATED = QT_TRANSLATE_NOOP(
    "passphrase", "Er zit veel herhaling in. Kies woorden die van elkaar verschillen."
)
_KNOWN = QT_TRANSLATE_NOOP(
    "passphrase", "Namen en bekende wachtwoorden raadt iemand snel. Voeg eigen woorden toe."
)
_FAIR = QT_TRANSLATE_NOOP("passphrase", "Bruikbaar. Met een woord erbij wordt hij sterker.")
_GOOD = QT_TRANSLATE_NOOP("passphrase", "Prima lengte. Gebruik deze zin nergens anders.")


def passphrase_strength(text: str, forbidden: Iterable[str] = ()) -> Strength:
    """Judge ``text``; ``forbidden`` holds the names that others would try first.

    Those are the person's and the school's. From 12 characters on a passphrase is accepted, if 12
    are left without those names and well-known words and it is not one thing repeated.
    """
    text = unicodedata.normalize("NFC", text)
    if not text.strip():
        return Strength(StrengthLevel.WEAK, _EMPTY)
    if len(text.strip()) < _LEAST_CHARACTERS:
        return Strength(StrengthLevel.WEAK, _SHORT)
    left = _without_known(_compared(text), forbidden)
    if len("".join(left.split())) < _LEAST_CHARACTERS - 3 or len(left) < _LEAST_CHARACTERS:
        return Strength(StrengthLevel.WEAK, _KNOWN)
    words = {word for word in left.split() if len(word) >= 3}
    if len(set(left) - {" "}) < _LEAST_DIFFERENT or _one_thing_repeated(left):
        return Strength(StrengthLevel.WEAK, _REPEATED)
    if len(words) >= _GOOD_WORDS and len(left) >= _GOOD_CHARACTERS:
        return Strength(StrengthLevel.GOOD, _GOOD)
    return Strength(StrengthLevel.FAIR, _FAIR)


def _compared(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text)).strip()


def _without_known(text: str, forbidden: Iterable[str]) -> str:
    names = {part for name in forbidden for part in _compared(name).split() if len(part) >= 3}
    for known in sorted(names | set(_COMMON.split()), key=lambda word: (-len(word), word)):
        # A short name is taken out only where it stands alone: *lob* is no part of *globaal*.
        alone = len(known) < 6
        pattern = rf"(?<![a-z]){re.escape(known)}(?![a-z])" if alone else re.escape(known)
        text = re.sub(pattern, " ", text)
    return re.sub(r"\s+", " ", text).strip()


def _one_thing_repeated(text: str) -> bool:
    solid = text.replace(" ", "")
    return any(
        solid == (solid[:size] * (len(solid) // size + 1))[: len(solid)]
        for size in range(1, len(solid) // 2 + 1)
    )
