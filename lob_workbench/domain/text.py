"""The one gate through which every text enters, and the folding that search uses."""

import re
import unicodedata
from functools import lru_cache

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

TEXT_LIMIT = 20_000
LINE_LIMIT = 200

# Letters that Unicode does not take apart into a base letter and a mark.
_FOLDS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
    | {"\u034f": ""}
)
_MOST_MARKS = 30
# Every mark has a number from here on; few words of any script are as long.
_LONG_RUN = re.compile("[\u0300-\U0010ffff]{31,}")
_HYPHENS = re.compile("[-–\u2010\u2011]")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’‘‛`´ʹʻʼʽˈ′＇\u2010\u2011\u00ad-]")
# Word writes a line end within a paragraph as \v; the others come from old files and the web.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Controls but for tab and line end, surrogates, byte order marks; and of the direction marks the
# overrides (LRO, RLO) and embeddings (LRE, RLE, PDF): isolates and marks are harmless.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\ufeff\ufffe\uffff]")

# Words with one space between them, of letters that stand composed already and of plain signs:
# nothing of what follows would change them. Nearly all that people type is like that, and a list
# or a workbook has a hundred thousand of them.
_PLAIN = re.compile(r"[!-~¡-ʯ‐-‧‰-⁞]+(?: [!-~¡-ʯ‐-‧‰-⁞]+)*")


def clean_text(raw: str, *, limit: int = TEXT_LIMIT) -> str:
    """Text of many lines as it may be stored: composed (NFC), ``\\n`` line ends, no controls.

    Null bytes, control characters and lone surrogates go (SQLite takes them, PostgreSQL and
    paper do not); direction marks and joiners stay, since Arabic and emoji need them, but
    unclosed direction overrides go because they turn the rest of a page around. Raises
    ``InputRefused`` above ``limit`` characters, so that nothing is cut off in silence.
    """
    if len(raw) <= limit and _PLAIN.fullmatch(raw):
        return raw
    text = unicodedata.normalize("NFC", _parted(_DROPPED.sub("", _LINE_ENDS.sub("\n", raw))))
    # Empty lines around it first: they go anyway, and there may be a million of them.
    text = "\n".join(line.rstrip() for line in text.strip("\n").split("\n")).strip("\n")
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
    if len(raw) <= limit and _PLAIN.fullmatch(raw):
        return raw
    # Again after the controls went: they may leave two spaces side by side.
    kept = _DROPPED.sub("", " ".join(raw.split()))
    return clean_text(" ".join(kept.split()), limit=limit)


def fold(text: str) -> str:
    """``text`` as search compares it: lower case, without marks, apostrophes and hyphens.

    *Yılmaz* gives ``yilmaz``, *O'Connor* ``oconnor``, *Meer-de Vries* ``meerde vries``.
    """
    if text.isascii():
        # Most names and numbers: there is nothing to take apart.
        return _APOSTROPHES.sub("", text).lower()
    # Taken apart first (´ would become a space) and again after: İ and ℌ only then give letters.
    apart = unicodedata.normalize("NFKD", _parted(_APOSTROPHES.sub("", text))).casefold()
    apart = unicodedata.normalize("NFKD", apart)
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return _APOSTROPHES.sub("", bare.translate(_FOLDS))


def _parted(text: str) -> str:
    """``text`` with an invisible joiner after each thirty marks on one letter.

    As UAX #15 (*stream-safe*) has it: sorting the marks of a letter takes quadratic time, and a
    small file with a hundred thousand of them held up the whole program.
    """
    return _LONG_RUN.sub(_part, text)


def _part(run: re.Match[str]) -> str:
    parts, marks = [], 0
    for char in run.group():
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > _MOST_MARKS:
            parts.append("\u034f")
            marks = 1
        parts.append(char)
    return "".join(parts)


def search_words(text: str) -> tuple[str, ...]:
    """The distinct folded words of ``text``, hyphenated names both whole and in parts."""
    whole = fold(text).split()
    parts = fold(_HYPHENS.sub(" ", text)).split()
    words = ("".join(filter(str.isalnum, word)) for word in whole + parts)
    return tuple(dict.fromkeys(filter(None, words)))


def text_words(text: str) -> tuple[str, ...]:
    """The distinct folded words of a running text, hyphenated ones both whole and in parts.

    Unlike ``search_words``, which is for names, it takes ``stage/thuis`` for two words.
    """
    return tuple(dict.fromkeys(found for word in text.split() for found in _folded(word)))


def forget_words() -> None:
    """Forget the words that were folded: they come from dossiers, and a lock is their end."""
    _folded.cache_clear()


# A talk repeats the words of all others: folding each once is what makes a million talks bearable.
@lru_cache(maxsize=50_000)
def _folded(word: str) -> tuple[str, ...]:
    whole = _WORD.findall(fold(word))
    parts = _WORD.findall(fold(_HYPHENS.sub(" ", word)))
    return tuple(dict.fromkeys(whole + parts))
