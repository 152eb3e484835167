"""The gate for text and the folding of search, attacked with whatever Unicode has."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import LINE_LIMIT, clean_line, clean_text, fold, search_words

HARD = "\0\x07\x1b\x7f\x85\r\n\t\v\f \xa0\u00ad\u0301\u0323\u200b\u200d\u2028\u202e\u2066\ufeff"
ANYTHING = st.text(
    st.one_of(st.characters(), st.sampled_from(HARD), st.characters(categories=["Cs", "Mn", "Zs"])),
    max_size=60,
)


@given(ANYTHING)
@example("Zo \x07 x")
@example("a \u202e b\r\x00\n")
def test_clean_text_is_stable_composed_and_bare(raw: str) -> None:
    text = clean_text(raw)
    assert clean_text(text) == text
    assert unicodedata.is_normalized("NFC", text)
    for char in text:
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
        assert char not in "\u202a\u202b\u202c\u202d\u202e\ufeff\u2028\u2029"
    assert text == "" or text.strip()
    assert not any(line != line.rstrip() for line in text.split("\n"))
    text.encode()


@given(ANYTHING)
@example("Zo \x07 x")
@example("a \u202e b")
@example("a\x1f\x07\x1fb")
def test_clean_line_is_one_stable_line(raw: str) -> None:
    line = clean_line(raw, limit=1000)
    assert clean_line(line, limit=1000) == line
    assert line == " ".join(line.split())
    assert clean_text(line) == line


@given(st.text(st.characters(categories=["L", "N", "P"]), max_size=30))
def test_what_is_plain_already_stays_letter_by_letter(raw: str) -> None:
    assert clean_text(raw) == unicodedata.normalize("NFC", raw)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_stays_a_line_end(end: str) -> None:
    assert clean_text(f"een{end}twee") == "een\ntwee"
    assert clean_line(f"een{end}twee") == "een twee"


def test_what_carries_meaning_stays() -> None:
    family = "👨\u200d👩\u200d👧"
    for text in (family, "سلام\u200cها", "\u2067עברית\u2069", "\tin", "<b>R&D</b>", "a\n\n\nb"):
        assert clean_text(text) == text


@given(st.integers(0, 40), st.integers(1, 40))
def test_too_much_is_refused_with_the_numbers_and_nothing_is_cut_off(
    length: int, limit: int
) -> None:
    text = "x" * length
    for clean in (clean_text, clean_line):
        if length <= limit:
            assert clean(text, limit=limit) == text
            continue
        with pytest.raises(InputRefused) as refused:
            clean(text, limit=limit)
        assert str(length) in str(refused.value)
        assert str(limit) in str(refused.value)
        assert text not in str(refused.value) or length < 3


def test_the_length_counts_after_cleaning() -> None:
    assert len(clean_line("e\u0301\0" * LINE_LIMIT)) == LINE_LIMIT


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Yılmaz", "yilm"),
        ("YILMAZ", "yılm"),
        ("İbrahim", "ibra"),
        ("Weiß", "weiss"),
        ("Łukasz", "lukasz"),
        ("Sørensen", "sorensen"),
        ("Ðorđe", "dorde"),
        ("Þórr", "thorr"),
        ("Æsop", "aesop"),
        ("Nguyễn", "nguyen"),
        ("ﬁets", "fiets"),
        ("ℌans", "hans"),
        ("Țurcanu", "turcanu"),
        ("Ｊａｎ", "jan"),
    ],
)
def test_a_name_is_found_without_its_marks(name: str, typed: str) -> None:
    assert any(word.startswith(fold(typed)) for word in search_words(name))
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


@pytest.mark.parametrize("apostrophe", "'’‘‛`´ʹʻʼʽ′＇")
def test_apostrophes_of_all_kinds_are_one(apostrophe: str) -> None:
    assert fold(f"O{apostrophe}Connor") == "oconnor"
    assert search_words(f"van {apostrophe}t Hart") == ("van", "t", "hart")


@pytest.mark.parametrize("hyphen", "-\u2010\u2011")
def test_a_hyphenated_name_is_found_whole_and_in_parts(hyphen: str) -> None:
    assert set(search_words(f"Meer{hyphen}de Vries")) == {"meerde", "vries", "meer", "de"}


@given(ANYTHING)
@example("ŉ")
@example("Ķ\u0345")
def test_folding_twice_is_folding_once_and_leaves_no_mark(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert not any(unicodedata.combining(char) for char in folded)


@given(ANYTHING)
def test_each_typed_word_of_a_text_finds_that_text(text: str) -> None:
    words = search_words(text)
    assert all(word and word.isalnum() for word in words)
    assert len(set(words)) == len(words)
    for typed in text.split():
        assert set(search_words(typed)) <= set(words)


ODD = "aé´ ıŁ‘’–—\u0301\u00ad\u00a0\u2028\t\n\x1d\ufeff🙂"


@given(st.text(alphabet=ODD, max_size=12))
def test_plain_words_come_through_as_the_long_way_has_them(raw: str) -> None:
    # With something behind it that the long way is needed for.
    whole = f"{raw}\u0000"
    assert clean_text(raw) == clean_text(whole)
    assert clean_line(raw) == clean_line(whole)


def test_every_plain_sign_is_left_as_it_is() -> None:
    for code in (*range(0x21, 0x7F), *range(0xA1, 0x2B0), *range(0x2010, 0x2028)):
        sign = chr(code)
        assert clean_text(f"{sign}\u0000") == clean_text(sign) == sign
        assert clean_line(f"{sign}\u0000") == clean_line(sign) == sign


@given(st.lists(st.sampled_from("aé\u0301\u0323\u0344\u1d16\u05b0 \n"), min_size=40).map("".join))
@example("a" + "\u0301\u0323" * 65_000)
def test_no_letter_has_more_marks_than_can_be_sorted_in_time(raw: str) -> None:
    kept = clean_text(raw, limit=200_000)
    run = 0
    for char in unicodedata.normalize("NFD", kept):
        run = run + 1 if unicodedata.combining(char) else 0
        assert run <= 61
    assert clean_text(kept, limit=200_000) == kept
    assert not any(unicodedata.combining(char) or char == "\u034f" for char in fold(raw))
