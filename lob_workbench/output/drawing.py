"""Pages as lists of drawings, written out together: only then *page x of y* is known.

Measures are points from the left and the **top** edge of an A4 page, upright or on its side.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from lob_workbench.output.fonts import Measure, load_fonts
from lob_workbench.output.logo import Logo
from lob_workbench.output.style import (
    HAIR,
    HAIR_LINE,
    INK,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PAPER,
    PRIMARY,
    RADIUS,
    Colour,
    TextStyle,
)
from lob_workbench.output.tags import Element, Structure, Tag
from lob_workbench.output.text import bounded, printable

Drawing = Callable[[Canvas], None]
Page = list[tuple[Element | None, Drawing]]
LANGUAGE = "nl-NL"
# Subsetting reads a font through one shared position in its file.
_WRITING = Lock()


class Pages:
    """The drawings of a document. Texts are printable lines (:mod:`lob_workbench.output.text`)."""

    def __init__(self, *, landscape: bool = False) -> None:
        load_fonts()
        self.page_width, self.page_height = PAGE_WIDTH, PAGE_HEIGHT
        if landscape:
            self.page_width, self.page_height = PAGE_HEIGHT, PAGE_WIDTH
        self.measure = Measure()
        self.pages: list[Page] = [[]]
        self.replaced = False
        self._current = self.pages[0]

    def printable(self, raw: str) -> str:
        """``raw`` as it can be shown; remembers that something had to be replaced."""
        shown = printable(raw)
        self.replaced = self.replaced or shown.replaced
        return shown.text

    def new_page(self) -> None:
        """Following drawings go to a next page."""
        self._current = []
        self.pages.append(self._current)

    @contextmanager
    def on_page(self, number: int) -> Iterator[None]:
        """What is drawn inside goes to that page, counted from 0."""
        current = self._current
        self._current = self.pages[number]
        try:
            yield
        finally:
            self._current = current

    def text(
        self,
        x: float,
        top: float,
        lines: list[str],
        style: TextStyle,
        element: Element | None = None,
        *,
        spread: float = 0.0,
    ) -> None:
        """Lines below each other, the first from ``top``; ``spread`` opens up the letters."""
        # The lower edge of the letters' box: about four fifths down the line.
        base = self.page_height - top - (style.leading + style.size * 0.66) / 2

        def draw(canvas: Canvas) -> None:
            written = canvas.beginText(x, base)
            written.setFont(style.font, style.size, style.leading)
            written.setFillColorRGB(*style.colour.rgb)
            if spread:
                written.setCharSpace(spread)
            for line in lines:
                written.textLine(line)
            if spread:
                written.setCharSpace(0)
            canvas.drawText(written)

        self.add(element, draw)

    def line_of(
        self, x: float, top: float, raw: str, style: TextStyle, width: float, tag: Tag | None
    ) -> float:
        """One line of ``raw``, shortened with *…* where it must; gives its width."""
        lines = self.fitted(raw, style, width, 1)
        self.text(x, top, lines, style, None if tag is None else Element(tag))
        return self.width(lines[0], style)

    def fitted(self, raw: str, style: TextStyle, width: float, most: int) -> list[str]:
        """``raw`` in at most ``most`` lines, the last one shortened with *…* where it must."""
        shown = " ".join(self.printable(bounded(raw)).split())
        lines = self.measure.wrap(shown, style.font, style.size, width)
        if len(lines) > most:
            rest = f"{lines[most - 1]} {lines[most]}"
            lines[most - 1 :] = [self.measure.cut(rest, style.font, style.size, width)]
        return lines

    def width(self, line: str, style: TextStyle) -> float:
        """The width of a printable line."""
        return self.measure.width(line, style.font) * style.size / 1000

    def rule(
        self,
        x: float,
        y: float,
        width: float,
        colour: Colour = HAIR_LINE,
        thickness: float = HAIR,
    ) -> None:
        """A horizontal line."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColorRGB(*colour.rgb)
            canvas.setLineWidth(thickness)
            canvas.line(x, self.page_height - y, x + width, self.page_height - y)

        self.add(None, draw)

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        line: Colour | None = None,
        radius: float = RADIUS,
    ) -> None:
        """A box, with rounded corners unless ``radius`` is 0."""

        def draw(canvas: Canvas) -> None:
            if fill is not None:
                canvas.setFillColorRGB(*fill.rgb)
            if line is not None:
                canvas.setStrokeColorRGB(*line.rgb)
                canvas.setLineWidth(HAIR)
            bottom = self.page_height - top - height
            filled, stroked = int(fill is not None), int(line is not None)
            if radius:
                canvas.roundRect(x, bottom, width, height, radius, stroke=stroked, fill=filled)
            else:
                canvas.rect(x, bottom, width, height, stroke=stroked, fill=filled)

        self.add(None, draw)

    def check_box(self, x: float, top: float, size: float, *, ticked: bool = False) -> None:
        """A box to tick by pen, or one that is ticked. Drawn: the family has no such letter."""

        def draw(canvas: Canvas) -> None:
            bottom = self.page_height - top - size
            canvas.setStrokeColorRGB(*(PRIMARY if ticked else INK).rgb)
            canvas.setFillColorRGB(*(PRIMARY if ticked else PAPER).rgb)
            canvas.setLineWidth(0.9)
            canvas.roundRect(x, bottom, size, size, size / 5, stroke=1, fill=1)
            if ticked:
                canvas.setStrokeColorRGB(*PAPER.rgb)
                canvas.setLineWidth(size / 7)
                canvas.lines(
                    [
                        (
                            x + size * 0.22,
                            bottom + size * 0.5,
                            x + size * 0.43,
                            bottom + size * 0.27,
                        ),
                        (
                            x + size * 0.43,
                            bottom + size * 0.27,
                            x + size * 0.79,
                            bottom + size * 0.74,
                        ),
                    ]
                )

        self.add(None, draw)

    def picture(self, logo: Logo, x: float, top: float, alt: str) -> None:
        """The logo with its upper left corner at ``x``, ``top``."""

        def draw(canvas: Canvas) -> None:
            canvas.drawImage(
                logo.image, x, self.page_height - top - logo.height, logo.width, logo.height
            )

        self.add(Element(Tag.FIGURE, alt=alt), draw)

    def write(self, *, title: str, author: str, subject: str) -> bytes:
        """The document as PDF bytes."""
        buffer = BytesIO()
        with _WRITING:
            canvas = Canvas(
                buffer,
                pagesize=(self.page_width, self.page_height),
                pageCompression=1,
                pdfVersion=(1, 7),
                lang=LANGUAGE,
                initialFontName="Lato",
            )
            canvas.setTitle(title)
            canvas.setAuthor(author)
            canvas.setSubject(subject)
            canvas.setCreator("LOB-werkbank")
            canvas.setViewerPreference("DisplayDocTitle", "true")
            structure = Structure(canvas)
            for page in self.pages:
                for element, draw in page:
                    structure.begin(element)
                    draw(canvas)
                    structure.end()
                structure.end_page()
            structure.finish()
            canvas.save()
        return buffer.getvalue()

    def add(self, element: Element | None, draw: Drawing) -> None:
        """One drawing more on the page, as ``element`` of the document or as decoration."""
        self._current.append((element, draw))
