"""Which words are asked, and where they stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.text import text_words
from lob_workbench.features.search.rules import (
    Found,
    Piece,
    asked_words,
    excerpt,
    holds_all,
    marked,
    name_words,
)

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=60)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Yılmaz stage", ("yilmaz", "stage")),
        ("o'connor", ("oconnor",)),
        ("school-stage", ("schoolstage",)),
        ("stage/thuis", ("stage", "thuis")),
        ("a bc", ("bc",)),
        ('"%* OR NEAR(', ("or", "near")),
        ("stage stage", ("stage",)),
        (" ".join(f"woord{n}" for n in range(20)), tuple(f"woord{n}" for n in range(8))),
        ("", ()),
    ],
)
def test_what_is_asked_of_texts(typed: str, words: tuple[str, ...]) -> None:
    assert asked_words(typed) == words


def test_names_are_asked_by_one_letter_too() -> None:
    assert name_words("z Çel") == ("z", "cel")
    assert name_words(" - ") == ()


def test_a_hyphenated_word_is_two_words_and_one() -> None:
    for word in ("schoolst", "school", "stage"):
        assert holds_all("De school-stage.", (word,))
    assert not holds_all("De school-stage.", ("schools", "x"))


def test_the_signs_around_a_word_are_not_marked() -> None:
    assert marked("Over (‘stageplek’), zei je.", ("stage",)) == (
        Piece("Over (‘"),
        Piece("stageplek", True),
        Piece("’), zei je."),
    )
    assert marked("geen", ("stage",)) == (Piece("geen"),)
    assert marked("", ("stage",)) == marked("", ()) == ()
    assert marked("stage", ()) == (Piece("stage"),)


@given(TEXTS, st.data())
def test_pieces_make_the_text_again_and_each_word_of_it_is_found(
    text: str, data: st.DataObject
) -> None:
    words = text_words(text)
    wanted = data.draw(st.sampled_from(words)) if words else "nergens"
    start = wanted[: data.draw(st.integers(1, len(wanted)))]
    pieces = marked(text, (start,))
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    found = [piece.text for piece in pieces if piece.found]
    assert bool(found) == holds_all(text, (start,))
    assert all(holds_all(part, (start,)) for part in found)


@given(st.lists(TEXTS, max_size=3), st.sampled_from(["a", "e", "st", "0"]))
def test_an_excerpt_is_one_short_line_that_shows_the_word(texts: list[str], word: str) -> None:
    line = "".join(piece.text for piece in excerpt(texts, (word,)))
    assert len(line.splitlines()) <= 1 or "\n" not in line
    assert len(line) <= 170
    if any(holds_all(text, (word,)) for text in texts):
        assert any(piece.found for piece in excerpt(texts, (word,)))


def test_an_excerpt_begins_just_before_the_first_word_of_the_best_text() -> None:
    long = "Eerst over van alles gesproken en daarna nog veel langer. " * 3
    line = excerpt(
        ["Alleen stage.", f"{long}\n\nToen de stage en thuis. {long}"], ("stage", "thuis")
    )
    text = "".join(piece.text for piece in line)
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert [piece.text for piece in line if piece.found] == ["stage", "thuis"]
    assert text.index("stage") < 45
    # What holds none of them is shown from its beginning; nothing may be read where nothing is.
    assert excerpt(["Zomaar iets"], ("stage",)) == (Piece("Zomaar iets"),)
    assert excerpt([], ("stage",)) == ()


def test_one_more_than_was_asked_says_that_there_is_more() -> None:
    assert Found.first([1, 2, 3], 2) == Found((1, 2), True)
    assert Found.first([1, 2], 2) == Found((1, 2), False)
