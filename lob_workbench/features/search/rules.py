"""What is found, which words were asked, and where they stand in a text. Pure functions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.text import search_words, text_words
from lob_workbench.talks.rules import AgreementStatus

MOST_WORDS = 8
LEAST_LETTERS = 2
"""One letter alone stands in nearly every talk: it finds nothing that anybody looks for."""

_BEFORE = 32
_ROOM = 160
_TOKEN = re.compile(r"\S+")
_MORE = "… "

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is a word that was looked for."""

    text: str
    found: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The first ``rows``, and whether there are ``more``."""

    rows: tuple[T, ...] = ()
    more: bool = False

    @classmethod
    def first(cls, rows: Sequence[T], most: int) -> "Found[T]":
        """The first ``most`` of ``rows``, which hold one more where there is more."""
        return cls(tuple(rows[:most]), len(rows) > most)


@dataclass(frozen=True, slots=True)
class FoundStudent:
    """A student by name, group, programme or number; ``left`` is who has left school."""

    id: UUID
    name: Pieces
    about: Pieces
    left: bool = False


@dataclass(frozen=True, slots=True)
class FoundTalk:
    """The newest version of a talk. At a school ``said`` is empty while its dossier is shut."""

    id: UUID
    student_id: UUID
    student_name: str
    group: str
    kind: ConversationKind
    held_on: date
    said: Pieces


@dataclass(frozen=True, slots=True)
class FoundAgreement:
    """An agreement that stands."""

    id: UUID
    student_id: UUID
    student_name: str
    what: Pieces
    status: AgreementStatus
    due_on: date | None
    made_on: date


def name_words(typed: str) -> tuple[str, ...]:
    """What is looked for in names: each typed word whole, as ``people.queries`` takes them."""
    return _first_of(search_words(word) for word in typed.split(maxsplit=MOST_WORDS)[:MOST_WORDS])


def asked_words(typed: str) -> tuple[str, ...]:
    """What is looked for in texts: the folded words of at least two letters.

    A hyphenated word counts whole: the index has it whole too.
    """
    typed_words = typed.replace("/", " ").split(maxsplit=MOST_WORDS)[:MOST_WORDS]
    words = _first_of(text_words(word) for word in typed_words)
    return tuple(word for word in words if len(word) >= LEAST_LETTERS)


def _first_of(found: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words[0] for words in found if words))


def marked(text: str, words: Sequence[str]) -> Pieces:
    """``text`` in pieces: those words stand apart that begin with one of the folded ``words``."""
    pieces: list[Piece] = []
    done = 0
    for start, end in _places(text, words):
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(Piece(text[start:end], True))
        done = end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return tuple(pieces)


def holds_all(text: str, words: Sequence[str]) -> bool:
    """Whether each of the folded ``words`` begins a word of ``text``."""
    held = text_words(text)
    return all(any(word.startswith(wanted) for word in held) for wanted in words)


def excerpt(texts: Sequence[str], words: Sequence[str]) -> Pieces:
    """A line out of the text that holds most of the ``words``, from just before the first."""
    lines = [" ".join(text.split()) for text in texts]
    best = max(lines, key=lambda line: _how_many(line, words), default="")
    first = next(_places(best, words), None)
    if first is None:
        return marked(best[:_ROOM], ())
    start = 0
    if first[0] > _BEFORE:
        start = best.rfind(" ", 0, first[0] - _BEFORE + 1) + 1
    cut = best[start : start + _ROOM]
    if start + _ROOM < len(best):
        cut = cut.rsplit(" ", 1)[0] + " …"
    return marked(_MORE + cut if start else cut, words)


def _how_many(text: str, words: Sequence[str]) -> int:
    held = text_words(text)
    return sum(any(word.startswith(wanted) for word in held) for wanted in words)


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand, without the signs around them."""
    wanted = tuple(words)
    if not wanted:
        return
    for token in _TOKEN.finditer(text):
        if any(word.startswith(wanted) for word in text_words(token.group())):
            start, end = token.span()
            while not text_words(text[start]):
                start += 1
            while not text_words(text[end - 1]):
                end -= 1
            yield start, end
