import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.output.fonts import Measure, glyphs
from lob_workbench.output.style import BODY, BOLD, ITALIC, REGULAR
from lob_workbench.output.text import (
    EMOJI,
    LONGEST_TEXT,
    MISSING,
    MISSING_NOTE,
    bounded,
    printable,
)

LITERAL = (
    "Łukasz Wójcik, Oğuz Çağlar, Yılmaz, Seán O'Connor, Zoë van 't Hart",
    "Nguyễn Thị Ạ̈nh – “ja” ‘nee’ … € ½ • → Ω ж",
    "<b>vet</b> & <img src=/etc/passwd> R&D &amp; &#65;",
    "Jan <jan@x.example> de Vries",
    '=HYPERLINK("https://x.example";"klik") %PDF-1.7 (a\\) ]]>',
)


@pytest.mark.parametrize("text", LITERAL)
def test_latin_text_and_mark_up_stay_as_they_are(text: str) -> None:
    assert printable(text).text == text
    assert not printable(text).replaced


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("goed 👍🏽!", "goed [duim omhoog]!"),
        ("👨‍👩‍👧 thuis", f"{EMOJI} thuis"),
        ("🇳🇱🇧🇪🦄", f"{EMOJI}{EMOJI}{EMOJI}"),
        ("✅ klaar ❤️", "[vinkje] klaar [hart]"),
        ("مرحبا", MISSING * 5),
        ("你好 x", f"{MISSING}{MISSING} x"),
        ("👍مر", f"[duim omhoog]{MISSING}{MISSING}"),
    ],
)
def test_what_the_family_lacks_is_seen_and_told(raw: str, shown: str) -> None:
    result = printable(raw)
    assert result.text == shown
    assert result.replaced


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\u200bb\u200c\u200d\u200e\u200f\u2060\ufeffc", "abc"),
        ("a\u202e\u2066b\u2069\u00adc", "abc"),
        ("a\tb\u00a0c\u202fd", "a    b\u00a0c\u202fd"),
        ("1\ufe0f\u20e3 e\u0301 niet\u2011nu\u2028nieuw", "1 é niet-nu\nnieuw"),
        ("𝓗𝓪𝓵𝓵𝓸 ｗｉｊｄ\u2003ja", "Hallo wijd\u2003ja"),
        ("\x00a\x07", "a"),
    ],
)
def test_signs_without_width_and_other_spellings_lose_nothing(raw: str, shown: str) -> None:
    result = printable(raw)
    assert result.text.replace("\u2003", " ") == shown.replace("\u2003", " ")
    assert not result.replaced


def test_the_note_itself_can_be_printed() -> None:
    assert not printable(MISSING_NOTE).replaced


@given(st.text(max_size=300))
def test_everything_can_be_shown(raw: str) -> None:
    shown = printable(raw)
    assert {ord(char) for char in shown.text} <= glyphs() | {ord("\n")}
    assert printable(shown.text).text == shown.text


def test_a_text_that_went_around_the_gate_is_cut_visibly() -> None:
    assert bounded("een\r\ntwee\rdrie") == "een\ntwee\ndrie"
    assert len(bounded("x" * 1_000_000)) == LONGEST_TEXT
    assert bounded("x" * 1_000_000).endswith("…")


@given(
    st.text(alphabet="abc iWë-\u00a0", max_size=400),
    st.sampled_from((REGULAR, BOLD, ITALIC)),
    st.floats(min_value=30, max_value=500),
)
def test_lines_fit_and_lose_no_character(text: str, font: str, width: float) -> None:
    measure = Measure()
    lines = measure.wrap(text, font, BODY.size, width)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
    for line in lines:
        # Spaces at the end of a line may stand out: nobody sees them.
        assert measure.width(line.rstrip(" "), font) * BODY.size <= width * 1000 + 1e-6


def test_a_word_of_a_million_characters_does_not_hang() -> None:
    measure = Measure()
    start = time.process_time()
    lines = measure.wrap("w" * 1_000_000, REGULAR, 10, 480)
    assert "".join(lines) == "w" * 1_000_000
    # Under a second; generous, since coverage slows it down. Quadratic time takes minutes.
    assert time.process_time() - start < 30


def test_a_line_is_shortened_visibly() -> None:
    measure = Measure()
    assert measure.fit("kort", REGULAR, 10, 100) == "kort"
    cut = measure.fit("een heel lang verhaal dat nooit past", REGULAR, 10, 100)
    assert cut.endswith("…")
    assert measure.width(cut, REGULAR) / 100 <= 100
    assert measure.fit("Wij", REGULAR, 10, 1) == "W…"
