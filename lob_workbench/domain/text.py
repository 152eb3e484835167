"""The one gate through which every text enters, and the folding that search uses."""

import re
import unicodedata

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

TEXT_LIMIT = 20_000
LINE_LIMIT = 200

# Letters that Unicode does not take apart into a base letter and a mark.
_FOLDS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
)
_APOSTROPHES = re.compile(r"['’‘`´ʼ-]")
_ODD_SPACES = re.compile(r"[^\S\n]+")


def clean_text(raw: str, *, limit: int = TEXT_LIMIT) -> str:
    """Text of many lines as it may be stored: composed (NFC), ``\\n`` line ends, no controls.

    Null bytes, control characters and lone surrogates go (SQLite takes them, PostgreSQL and
    paper do not); direction marks and joiners stay, since Arabic and emoji need them, but
    unclosed direction overrides go because they turn the rest of a page around. Raises
    ``InputRefused`` above ``limit`` characters, so that nothing is cut off in silence.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(char for char in text if _kept(char))
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    if not text.strip():
        return ""
    if len(text) > limit:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Deze tekst heeft {length} tekens; er passen er {limit}. Kort hem in: "
                "er is niets afgeknipt.",
            ),
            length=len(text),
            limit=limit,
        )
    return text


def clean_line(raw: str, *, limit: int = LINE_LIMIT) -> str:
    """Text of one line: as :func:`clean_text`, with every run of white space one space."""
    return clean_text(" ".join(_ODD_SPACES.sub(" ", raw.replace("\n", " ")).split()), limit=limit)


def _kept(char: str) -> bool:
    if char in "\n\t":
        return True
    category = unicodedata.category(char)
    if category in ("Cc", "Cs"):
        return False
    # Overrides (LRO, RLO) and embeddings (LRE, RLE, PDF); isolates and marks are harmless.
    return char not in "\u202a\u202b\u202c\u202d\u202e\ufeff"


def fold(text: str) -> str:
    """``text`` as search compares it: lower case, without marks, apostrophes and hyphens.

    *Yılmaz* gives ``yilmaz``, *O'Connor* ``oconnor``, *Meer-de Vries* ``meerde vries``.
    """
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return bare.translate(_FOLDS)


def search_words(text: str) -> tuple[str, ...]:
    """The distinct folded words of ``text``, hyphenated names both whole and in parts."""
    whole = fold(text).split()
    parts = fold(re.sub(r"[-–]", " ", text)).split()
    return tuple(dict.fromkeys("".join(filter(str.isalnum, word)) for word in whole + parts))
