"""The words that schools differ in: labels change, data does not.

A fixed list, each word with what the product says by itself. A school that says *coach* where the
product says *begeleider* reads its own word in every sentence of the interface and on paper.
Sentences are Dutch and written by us; what people wrote never comes here.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Article(StrEnum):
    """*De* or *het*, of the singular; every plural has *de*."""

    DE = "de"
    HET = "het"


class TermKey(StrEnum):
    """A word that a school may call otherwise."""

    COUNSELLOR = "counsellor"
    MENTOR = "mentor"
    TEAM_LEADER = "team_leader"
    SECOND_LINE = "second_line"
    GROUP = "group"
    PROGRAMME = "programme"
    TEAM = "team"
    PLACEMENT = "placement"
    COMPANY = "company"
    TRAINER = "trainer"
    TRIALOGUE = "trialogue"
    PARENTS_EVENING = "parents_evening"


@dataclass(frozen=True, slots=True)
class Term:
    """What the product says: ``forms`` are pairs of singular and plural, the usual one first.

    ``compounds`` are words that begin with the term: the whole word and its tail. ``example`` is a
    sentence to try a word of one's own in.
    """

    forms: tuple[tuple[str, str], ...]
    example: str
    article: Article = Article.DE
    compounds: tuple[tuple[str, str], ...] = ()

    @property
    def singular(self) -> str:
        """The usual word."""
        return self.forms[0][0]

    @property
    def plural(self) -> str:
        """Its plural; "" for what there is one of."""
        return self.forms[0][1]


TERMS: Final[Mapping[TermKey, Term]] = MappingProxyType(
    {
        TermKey.COUNSELLOR: Term(
            (("begeleider", "begeleiders"), ("loopbaanbegeleider", "loopbaanbegeleiders")),
            "Een student gaat naar een andere begeleider.",
        ),
        TermKey.MENTOR: Term((("mentor", "mentors"),), "Welke mentor ben jij?"),
        TermKey.TEAM_LEADER: Term((("teamleider", "teamleiders"),), "Wacht op de teamleider."),
        TermKey.SECOND_LINE: Term(
            (("tweede lijn", ""),),
            "Deze collega hoort bij de tweede lijn.",
            compounds=(("tweedelijnsgesprek", "gesprek"),),
        ),
        TermKey.GROUP: Term((("klas", "klassen"),), "Kies hierboven een andere klas."),
        TermKey.PROGRAMME: Term((("opleiding", "opleidingen"),), "Begin van de opleiding."),
        TermKey.TEAM: Term(
            (("team", "teams"),), "Kies een ander team voor deze student.", Article.HET
        ),
        TermKey.PLACEMENT: Term(
            (("stage", "stages"),),
            "De stage begint op maandag.",
            compounds=(("stagebezoek", "bezoek"),),
        ),
        TermKey.COMPANY: Term(
            (("leerbedrijf", "leerbedrijven"),), "Wat het leerbedrijf ervan zegt.", Article.HET
        ),
        TermKey.TRAINER: Term(
            (("praktijkopleider", "praktijkopleiders"),), "Wat zegt de praktijkopleider?"
        ),
        TermKey.TRIALOGUE: Term(
            (("trialoog", "trialogen"),), "Je hebt deze trialoog ook op een andere laptop open."
        ),
        TermKey.PARENTS_EVENING: Term(
            (("ouderavond", "ouderavonden"),), "Er is nog geen ouderavond gepland."
        ),
    }
)
"""Every word that can be called otherwise, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """What a school says instead."""

    singular: str
    plural: str = ""
    article: Article = Article.DE


# Before a word, in its singular: (with de, with het).
_POINTING: Final = (
    ("de", "het"),
    ("deze", "dit"),
    ("die", "dat"),
    ("welke", "welk"),
    ("elke", "elk"),
    ("iedere", "ieder"),
    ("onze", "ons"),
)
_ADJECTIVES: Final = (("andere", "ander"), ("nieuwe", "nieuw"))
_OTHERS: Final = ("een", "geen", "je", "jouw", "jullie", "hun", "haar", "zijn", "mijn")
_INDEFINITE: Final = frozenset({"", "een", "geen"})
_SIGNS: Final = frozenset(" -‐–'’./")
_ENDS_OPEN: Final = re.compile(r"[a-zß-ÿ]\Z")


def is_word(text: str) -> bool:
    """Whether ``text`` fits in any sentence: no sign by which a sentence of ours means a thing."""
    return any(char.isalpha() for char in text) and all(
        char.isalnum() or char in _SIGNS or unicodedata.category(char).startswith("M")
        for char in text
    )


class Vocabulary:
    """The words of one school. ``in_own_words`` is quick: it remembers what it was asked."""

    def __init__(self, own: Mapping[TermKey, OwnTerm] | None = None) -> None:
        self.own: Mapping[TermKey, OwnTerm] = MappingProxyType(dict(own or {}))
        self._known: dict[str, str] = {}
        self._words: dict[str, tuple[TermKey, str, bool]] = {}
        for key, word in self.own.items():
            term = TERMS[key]
            for singular, plural in term.forms:
                self._words[singular] = (key, word.singular, True)
                if plural:
                    self._words[plural] = (key, word.plural or word.singular, False)
            for whole, tail in term.compounds:
                self._words[whole] = (key, _joined(word.singular, tail), False)
        self._pattern = _pattern_of(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.own == other.own

    def __hash__(self) -> int:
        return hash(tuple(self.own.items()))

    def __bool__(self) -> bool:
        return bool(self.own)

    def in_own_words(self, text: str) -> str:
        """``text``, a Dutch sentence of ours, in the words of this school.

        Whole words only; what stands between braces is left alone.
        """
        if not self.own:
            return text
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._pattern.sub(self._replaced, text)
        return known

    def _replaced(self, found: re.Match[str]) -> str:
        if found["word"] is None:
            return found[0]
        before, quality = found["before"] or "", found["quality"] or ""
        raw = found["word"]
        bare = raw.replace("&", "")
        key, word, bends = self._words[bare.lower()]
        had, has = TERMS[key].article, self.own[key].article
        if bends and had is not has:
            if before.strip().lower() in _INDEFINITE:
                quality = _bent(quality, _ADJECTIVES, has)
            before = _bent(before, _POINTING, has)
        if bare[0].isupper():
            word = word[0].upper() + word[1:]
        return before + quality + _with_key(raw, word)


def _pattern_of(words: Mapping[str, object]) -> re.Pattern[str]:
    spelled = "|".join(
        # A letter to press with Alt may be marked anywhere in a word.
        "&?" + "&?".join(map(re.escape, word))
        for word in sorted(words, key=len, reverse=True)
    )
    pointing = "|".join((*(word for pair in _POINTING for word in pair), *_OTHERS))
    qualities = "|".join((*(word for pair in _ADJECTIVES for word in pair), "eigen", "hele"))
    return re.compile(
        rf"\{{[^{{}}]*\}}"
        rf"|(?:(?<!\w)(?P<before>(?:{pointing})\s+))?(?:(?<!\w)(?P<quality>(?:{qualities})\s+))?"
        rf"(?<![\w{{&])(?P<word>{spelled or '(?!)'})(?![\w}}])",
        re.IGNORECASE,
    )


def _bent(spelled: str, pairs: tuple[tuple[str, str], ...], article: Article) -> str:
    """A word before a noun, as it is with ``article``; its capital and its space stay."""
    word = spelled.strip()
    for pair in pairs:
        if word.lower() in pair:
            new = pair[article is Article.HET]
            new = new[0].upper() + new[1:] if word[0].isupper() else new
            return new + spelled[len(word) :]
    return spelled


def _with_key(raw: str, word: str) -> str:
    """``word`` with the letter to press that ``raw`` had, or else its first."""
    at = raw.find("&")
    if at < 0:
        return word
    place = max(word.lower().find(raw[at + 1].lower()), 0)
    return f"{word[:place]}&{word[place:]}"


def _joined(word: str, tail: str) -> str:
    """One Dutch word of two: *BPV-bezoek*, *praktijkbezoek*."""
    return f"{word}{tail}" if _ENDS_OPEN.search(word) and " " not in word else f"{word}-{tail}"


_spoken = Vocabulary()


def speak(vocabulary: Vocabulary) -> None:
    """Let this process write in the words of a school: one is open at a time."""
    global _spoken
    _spoken = vocabulary


def spoken() -> Vocabulary:
    """The words of the school that is open; those of the product when none is."""
    return _spoken


def own(text: str) -> str:
    """A literal of ours in the words of the school that is open."""
    return _spoken.in_own_words(text)
