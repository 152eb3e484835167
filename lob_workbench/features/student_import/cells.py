"""One value of a student list at a time: cleaned, understood, or left empty with a remark."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from lob_workbench.domain.text import LINE_LIMIT, clean_line, fold
from lob_workbench.features.student_import.remarks import RemarkCode
from lob_workbench.people.rules import Gender, LearningRoute, PersonName

# Words that stand between first name and surname and that a Dutch list does not sort on.
_INFIX_WORDS = frozenset(
    {"aan", "af", "al", "auf", "aus", "ben", "bij", "bin", "d'", "da", "dal", "dalla", "das", "de"}
    | {"degli", "dei", "del", "della", "dem", "den", "der", "des", "di", "die", "do", "don", "dos"}
    | {"du", "el", "het", "i'", "im", "in", "l'", "la", "las", "le", "les", "lo", "los", "of"}
    | {"onder", "op", "over", "'s", "s'", "'t", "t'", "te", "ten", "ter", "toe", "tot", "uijt"}
    | {"uit", "van", "ver", "vom", "von", "voor", "y", "zu", "zum", "zur"}
)
# These are no first names, so that a capital does not make them doubtful (*Ben* and *Lo* are).
_CAPITAL_INFIXES = frozenset({"al", "de", "den", "der", "el", "het", "van"})
_GENDERS: dict[str, Gender | None] = {
    **dict.fromkeys(("m", "man", "mannelijk", "jongen", "male", "1"), Gender.MALE),
    **dict.fromkeys(("v", "vrouw", "vrouwelijk", "meisje", "female", "f", "2"), Gender.FEMALE),
    **dict.fromkeys(("x", "nonbinair", "anders", "genderneutraal"), Gender.OTHER),
    **dict.fromkeys(("o", "onbekend", "u", "unknown", "0", "9", "niet bekend"), None),
}
_NOTHING = frozenset({"-", "--", "–", "—"})
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}")
# Spreadsheets and databases add a time of day to a date.
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?(\.0+)?$")
_SCIENTIFIC = re.compile(r"[0-9]+[.,][0-9]+E\+?[0-9]+", re.IGNORECASE)
_SPREADSHEET_TEXT = re.compile(r'="([^"=]*)"')
_LEVEL = re.compile(r"(?:(?:mbo|niveau|niv|n)[-. ]*)*([1-4])", re.IGNORECASE)
_STUDY_YEAR = re.compile(
    r"(?:(?:leerjaar|studiejaar|jaar|lj)[. ]*)?([1-8])(?:(?:e|ste|de)(?: (?:leer|studie)?jaar)?)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")


@dataclass(frozen=True, slots=True)
class BadDate:
    """Why a value is no date: one of the ``DATE_…`` codes."""

    code: RemarkCode


def line_of(raw: str) -> str:
    """A value as one clean line; a lone dash means nothing. Longer than any field may be.

    The length is for the caller to judge: nothing is cut off and nothing is raised.
    """
    if raw.isascii() and raw.isprintable():
        text = " ".join(raw.split())
    else:
        cleaned = clean_line(raw.translate(_INVISIBLE), limit=len(raw) * 4 + 1)
        # A control character that went may leave its two spaces behind.
        text = " ".join(cleaned.split())
    return "" if text in _NOTHING else text


def code_of(raw: str) -> str:
    """A number or code as text: as :func:`line_of`, without any character that has no width."""
    if raw.isascii():
        return line_of(raw)
    return line_of("".join(char for char in raw if unicodedata.category(char) != "Cf"))


def too_long(text: str) -> bool:
    """Whether a cleaned line does not fit in a field."""
    return len(text) > LINE_LIMIT


def student_number_of(raw: str) -> str:
    """A student number as text, leading zeros kept.

    ``="0412000"`` and ``'0412000`` are how spreadsheets keep zeros: only the number is taken.
    """
    text = code_of(raw)
    wrapped = _SPREADSHEET_TEXT.fullmatch(text)
    if wrapped:
        text = wrapped[1].strip()
    return text.removeprefix("'").strip()


def number_damaged(number: str) -> bool:
    """Whether a spreadsheet made something else of a number: ``4,12E+05``, ``#REF!``, ``=A2``."""
    return bool(_SCIENTIFIC.fullmatch(number)) or number[0] in "=#+@" or "\ufffd" in number


def zeros_aside(number: str) -> str:
    """What two numbers share that may be the same but for leading zeros or capitals."""
    return number.lstrip("0").casefold() or "0"


def date_of(raw: str) -> date | BadDate | None:
    """A date in one of the ways that Dutch lists write it; ``None`` for nothing at all.

    Day before month, with ``-`` ``/`` or ``.``; or year, month, day. Years have four digits:
    09 can be 1909 and 2009.
    """
    text = _MIDNIGHT.sub("", code_of(raw))
    if not text:
        return None
    if match := _DAY_FIRST.fullmatch(text):
        year, month, day = int(match[4]), int(match[3]), int(match[1])
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif _SHORT_YEAR.fullmatch(text):
        return BadDate(RemarkCode.DATE_SHORT_YEAR)
    else:
        return BadDate(RemarkCode.DATE_UNREADABLE)
    try:
        return date(year, month, day)
    except ValueError:
        return BadDate(RemarkCode.DATE_MISSING_DAY)


def gender_of(text: str) -> Gender | None:
    """The gender in a list; ``None`` for *onbekend*. Raises ``ValueError`` for anything else."""
    key = fold(text).rstrip(".")
    if key not in _GENDERS:
        raise ValueError
    return _GENDERS[key]


def level_of(text: str) -> str:
    """The level of mbo, ``1`` to ``4``; *entree* is 1. Raises ``ValueError`` otherwise."""
    if fold(text).startswith("entree"):
        return "1"
    match = _LEVEL.fullmatch(text)
    if not match:
        raise ValueError
    return match[1]


def crebo_of(text: str) -> str:
    """The five digits of a programme's number in the register. Raises ``ValueError`` otherwise."""
    if not re.fullmatch(r"[0-9]{5}", text):
        raise ValueError
    return text


def learning_route_of(text: str) -> LearningRoute:
    """*BOL* or *BBL*, also written out or with an addition. Raises ``ValueError`` otherwise."""
    key = fold(text)
    if key.startswith(("bol", "beroepsopleidend")):
        return LearningRoute.SCHOOL
    if key.startswith(("bbl", "beroepsbegeleidend")):
        return LearningRoute.WORK
    raise ValueError


def study_year_of(text: str) -> int:
    """The year of study, 1 to 8: ``2``, ``2e``, ``leerjaar 2``. Raises ``ValueError`` otherwise."""
    match = _STUDY_YEAR.fullmatch(text)
    if not match:
        raise ValueError
    return int(match[1])


def email_of(text: str) -> str:
    """An address that can be written to. Raises ``ValueError`` otherwise."""
    if not _EMAIL.fullmatch(text):
        raise ValueError
    return text


def lost_character(text: str) -> bool:
    """Whether a name holds the mark that an export leaves for a letter it could not write."""
    return "?" in text or "\ufffd" in text


def meant_by(text: str) -> str | None:
    """What stood here before UTF-8 was read as cp1252: *ZoÃ«* was *Zoë*. ``None`` if nothing."""
    if text.isascii():
        return None
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate this text instead of showing it."""
    return text.startswith(("=", "+", "-", "@"))


def same_but_for_lost(damaged: str, whole: str) -> bool:
    """Whether ``damaged`` is ``whole`` with a mark where a letter was lost: *O?uz* and *Oğuz*."""
    return (
        damaged != whole
        and len(damaged) == len(whole)
        and all(a == b or lost_character(a) for a, b in zip(damaged, whole, strict=True))
    )


def split_surname(surname: str) -> tuple[str, str]:
    """Infix and surname of a surname that may carry its infix: *van 't Hart*, *Hart, van 't*.

    Only words in lower case count before a surname: *De Smet* may well be a surname as it is.
    """
    head, tail = (part.strip() for part in surname.partition(",")[::2])
    if head and tail and all(map(_is_infix, tail.split())):
        return tail, head
    words = surname.split()
    count = _leading_infix(words, lower_only=True)
    return " ".join(words[:count]), " ".join(words[count:])


def split_name(full: str, first: str = "") -> PersonName | None:
    """A whole name in its three parts, or ``None`` where that would be a guess.

    *Hart, Zoë van 't* · *van 't Hart, Zoë* · *Zoë van 't Hart* · *Zoë Hart*. Three words without
    an infix are not safe (*Anna Maria Jansen*), unless ``first``, from a column of its own, says
    where the first name ends; a name without ``first`` in it is a surname then.
    """
    if "," in full:
        return _split_at_comma([part.strip() for part in full.split(",")], first)
    if first:
        words, firsts = full.split(), first.split()
        rest = words
        if [fold(word) for word in words[: len(firsts)]] == [fold(word) for word in firsts]:
            rest = words[len(firsts) :]
        if not rest:
            return None
        infix, last = split_surname(" ".join(rest))
        return PersonName(first, infix, last)
    words = full.split()
    for index in range(1, len(words)):
        count = _leading_infix(words[index:])
        if count:
            cuts = (words[:index], words[index:][:count], words[index + count :])
            return PersonName(*map(" ".join, cuts))
    return PersonName(words[0], "", words[1]) if len(words) == 2 else None


def _split_at_comma(parts: list[str], first: str) -> PersonName | None:
    parts = [part for part in parts if part]
    if len(parts) == 3:
        for given, infix in ((parts[2], parts[1]), (parts[1], parts[2])):
            if all(map(_is_infix, infix.split())):
                return PersonName(given, infix, parts[0])
    if len(parts) != 2:
        return None
    infix, last = split_surname(parts[0])
    words = parts[1].split()
    cut = len(words)
    while cut > (0 if first else 1) and _is_infix(words[cut - 1]):
        cut -= 1
    tail = " ".join(words[cut:])
    if infix and tail:
        return None
    return PersonName(first or " ".join(words[:cut]), infix or tail, last)


def _is_infix(word: str) -> bool:
    key = word.lower().replace("’", "'").replace("`", "'")
    return key in (_INFIX_WORDS if word == word.lower() else _CAPITAL_INFIXES)


def _leading_infix(words: list[str], *, lower_only: bool = False) -> int:
    """How many words at the start are infix words, the last word never being one."""
    count = 0
    while count < len(words) - 1 and _is_infix(words[count]):
        if lower_only and words[count] != words[count].lower():
            break
        count += 1
    return count
