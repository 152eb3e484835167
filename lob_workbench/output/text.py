"""Text as paper can show it.

Nothing on paper is parsed as mark-up, so nothing needs escaping: ``<b>`` and ``R&D`` are letters.
What the type family cannot show is replaced by something that can be seen, never left out.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from lob_workbench.output.fonts import glyphs

LONGEST_TEXT = 20_000
MISSING = "□"
EMOJI = "[emoji]"
# What students write most, by its name; the rest is [emoji].
_NAMED = {
    name: f"[{word}]"
    for word, names in {
        "vinkje": "✓✔✅☑",
        "kruisje": "✗✘❌",
        "ster": "★☆⭐🌟",
        "hart": "❤♥💕💙💚💜🧡",
        "duim omhoog": "👍",
        "duim omlaag": "👎",
        "lach": "😀😁😂😃😄😅😆😊🙂☺🤣",
        "verdriet": "😢😭😞😔🙁☹",
        "feest": "🎉🥳",
    }.items()
    for name in names
}
MISSING_NOTE = (
    "Sommige tekens kan dit papier niet laten zien; in het werkboek staan ze wel. "
    f"Op hun plek staat {MISSING} of een woord tussen haken."
)

_TAB = "    "
_JOINER = "\u200d"
# Looks of an emoji: variation selectors, skin tones, the key cap and the tags of a flag.
_MODIFIERS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u20e3\U000e0020-\U000e007f]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
_LOOKALIKES = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x85": "\n",
    "\u20e3": "",
}


@dataclass(frozen=True, slots=True)
class Printable:
    """Text with glyphs for all its characters; ``replaced`` when some stand for others."""

    text: str
    replaced: bool = False


def printable(raw: str) -> Printable:
    """``raw`` with visible stand-ins for what the family lacks.

    Compatibility letters (𝓗, ①) become plain ones, an emoji with all its parts ``[emoji]``,
    any other character ``□``. Direction marks, joiners and other signs without width go: in
    Latin text they show nothing.
    """
    if _simple().issuperset(raw) and unicodedata.is_normalized("NFC", raw):
        return Printable(raw)
    known = glyphs()
    out: list[str] = []
    replaced = False
    in_emoji = joined = half_flag = False
    for char in unicodedata.normalize("NFC", raw):
        if char == _JOINER:
            joined = in_emoji
            continue
        if in_emoji and (_MODIFIERS.match(char) or joined):
            joined = False
            continue
        joined = False
        plain = _plain(char, known)
        if plain is not None:
            in_emoji = half_flag = False
            out.append(plain)
            continue
        replaced = True
        if _is_emoji(char):
            # Two letters make one flag.
            if half_flag and _REGIONAL.match(char):
                half_flag = False
                continue
            half_flag = _REGIONAL.match(char) is not None
            out.append(_NAMED.get(char, EMOJI))
            in_emoji = True
        else:
            in_emoji = half_flag = False
            out.append(MISSING)
    return Printable("".join(out), replaced)


@cache
def _simple() -> frozenset[str]:
    """The characters that print as they are, whatever stands around them."""
    seen = (chr(code) for code in glyphs())
    return frozenset(char for char in seen if unicodedata.category(char)[0] in "LNPS") | {" ", "\n"}


def _plain(char: str, known: frozenset[int]) -> str | None:
    """What prints for ``char`` without a loss, or ``None``."""
    if char == "\n":
        return char
    if char == "\t":
        return _TAB
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs") or "\ufe00" <= char <= "\ufe0f":
        return ""
    if ord(char) in known:
        return char
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    if category == "Zs":
        return " "
    simpler = unicodedata.normalize("NFKC", char)
    if simpler != char and all(ord(part) in known for part in simpler):
        return simpler
    return None


def _is_emoji(char: str) -> bool:
    return ord(char) >= 0x1F000 or unicodedata.category(char) == "So"


def bounded(text: str) -> str:
    """``text`` with ``\\n`` line ends, cut visibly at 20,000 characters.

    Where text enters it is refused above that, so a cut means that somebody went around the gate.
    """
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    return text.replace("\r\n", "\n").replace("\r", "\n")
