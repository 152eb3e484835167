import pytest

from lob_workbench.output.style import (
    ACCENT_TEXT,
    ACCENT_TINT,
    INK,
    MUTED,
    PAPER,
    PRIMARY,
    TINT,
    WRITING_LINE,
    Colour,
)


def luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("under", [PAPER, TINT, ACCENT_TINT])
@pytest.mark.parametrize("text", [INK, MUTED, PRIMARY, ACCENT_TEXT])
def test_every_text_colour_reads_on_every_ground(text: Colour, under: Colour) -> None:
    assert contrast(text, under) >= 4.5


def test_writing_lines_can_be_seen_but_do_not_shout() -> None:
    assert 2.0 <= contrast(WRITING_LINE, PAPER) <= 4.5
