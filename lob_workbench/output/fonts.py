"""The type family on paper: Lato, embedded, so that every Latin name prints on every machine."""

from functools import cache
from importlib.resources import as_file, files
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from lob_workbench.output.style import BOLD, ITALIC, REGULAR

FILES = {REGULAR: "Lato-Regular.ttf", BOLD: "Lato-Bold.ttf", ITALIC: "Lato-Italic.ttf"}


@cache
def _family() -> dict[str, Any]:
    # Latin text needs no shaping engine; checking every shape costs a third of the time.
    rl_config.shapeChecking = 0
    # Text armour around binary streams makes a file larger and slower, for mail of the 1990s.
    rl_config.useA85 = 0
    fonts = {}
    for name, file in FILES.items():
        with as_file(files("fontpkg_lato") / "files" / file) as path:
            fonts[name] = TTFont(name, str(path), asciiReadable=False, shapable=False)
        pdfmetrics.registerFont(fonts[name])
    return fonts


def load_fonts() -> None:
    """Read the family from its package, once; about 50 ms."""
    _family()


@cache
def glyphs() -> frozenset[int]:
    """The code points that all faces of the family can show."""
    faces = [set(font.face.charToGlyph) for font in _family().values()]
    return frozenset(set.intersection(*faces))


@cache
def _advances(font: str) -> dict[int, float]:
    face = _family()[font].face
    return {code: float(face.charWidths.get(code, face.defaultWidth)) for code in glyphs()}


class Measure:
    """Widths of words in thousandths of the type size.

    One for each document: it remembers the words it met, and those are a student's.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[str, float]] = {font: {} for font in FILES}

    def width(self, text: str, font: str) -> float:
        """The width of ``text``, which holds printable characters only."""
        known = self._known[font]
        found = known.get(text)
        if found is None:
            advances = _advances(font)
            found = known[text] = sum([advances.get(ord(char), 0.0) for char in text])
        return found

    def wrap(self, paragraph: str, font: str, size: float, width: float) -> list[str]:
        """``paragraph`` in lines of at most ``width`` points; a word that is wider is broken.

        Runs of spaces inside a line stay. The time is linear in the length of the text.
        """
        limit = width * 1000 / size
        space = self.width(" ", font)
        lines: list[str] = []
        line: list[str] = []
        used = 0.0
        for word in paragraph.split(" "):
            wide = self.width(word, font)
            if line and used + space + wide > limit:
                lines.append(" ".join(line))
                line = []
            if wide > limit:
                *full, word = self._broken(word, font, limit)
                lines.extend(full)
                wide = self.width(word, font)
            used = used + space + wide if line else wide
            line.append(word)
        lines.append(" ".join(line))
        return lines

    def _broken(self, word: str, font: str, limit: float) -> list[str]:
        advances = _advances(font)
        parts: list[str] = []
        start = 0
        used = 0.0
        for at, char in enumerate(word):
            advance = advances.get(ord(char), 0.0)
            if used + advance > limit and at > start:
                parts.append(word[start:at])
                start, used = at, 0.0
            used += advance
        parts.append(word[start:])
        return parts

    def fit(self, text: str, font: str, size: float, width: float) -> str:
        """``text`` on one line of ``width`` points, shortened with *…* when it is longer."""
        if self.width(text, font) * size <= width * 1000:
            return text
        return self.cut(text, font, size, width)

    def cut(self, text: str, font: str, size: float, width: float) -> str:
        """The beginning of ``text`` with *…* behind it, in ``width`` points."""
        room = width * 1000 / size - self.width("…", font)
        return self._broken(text, font, max(room, 0.0))[0].rstrip(" .,;:…") + "…"
