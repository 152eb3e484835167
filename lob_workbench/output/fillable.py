"""A paper with fields to fill in (AcroForm), in the house style, for any PDF reader.

What we know stands on the page in our own embedded type; the fields start empty, since the fonts
that a reader fills them with lack half the letters of Europe. Each field is told to a screen
reader by its tooltip and stands in the reading order of the page.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from lob_workbench.output.pdf import Paper
from lob_workbench.output.style import (
    BODY,
    INK,
    LABEL,
    PAGE_HEIGHT,
    PAPER,
    QUESTION,
    SMALL,
    STEP,
    SUBHEADING,
    WRITING_LINE,
)
from lob_workbench.output.tags import Element, Tag

_INSET = 3.0
_TYPE_SIZE = 10
# Places of fields in the tree of the document; those below are pages.
_FIRST_KEY = 10_000
_NOTHING = Color(0, 0, 0, alpha=0)


class FillablePaper(Paper):
    """A paper with fields. A field's name is what a reader of the file knows it by."""

    _fields = 0

    def answer(
        self, name: str, title: str, question: str, *, height: float, limit: int, hint: str = ""
    ) -> None:
        """A question and room for an answer of many lines; they stay on one page together."""
        heading = self.lines(title, SUBHEADING, self.width)
        asked = self.lines(question, QUESTION, self.width)
        helping = self.lines(hint, SMALL, self.width) if hint else []
        above = SUBHEADING.leading * len(heading) + QUESTION.leading * len(asked)
        above += SMALL.leading * len(helping)
        self.space(2)
        self.room(above + STEP + height)
        self.flow(title, SUBHEADING, Tag.SUBHEADING)
        self.flow(question, QUESTION, Tag.PARAGRAPH)
        if hint:
            self.flow(hint, SMALL, Tag.PARAGRAPH)
        self.space(1)
        said = " ".join(part for part in (f"{title}:", question, hint) if part)
        self._field(name, said, self.left, self.width, height, limit, many_lines=True)
        self.y += height
        self.space(1)

    def short_answers(self, fields: Sequence[tuple[str, str, int]]) -> None:
        """Fields of one line beside each other: (name, label, most characters)."""
        gap = 4 * STEP
        wide = (self.width - gap * (len(fields) - 1)) / len(fields)
        height = BODY.leading + 2 * _INSET + 2
        self.room(LABEL.leading + height)
        for place, (name, label, limit) in enumerate(fields):
            x = self.left + place * (wide + gap)
            self.pages.line_of(x, self.y, label, LABEL, wide, Tag.PARAGRAPH)
            self.y += LABEL.leading
            self._field(name, label, x, wide, height, limit)
            self.y -= LABEL.leading
        self.y += LABEL.leading + height
        self.space(2)

    def carried(self, name: str, value: str, said: str) -> None:
        """What the file carries along unseen; nobody can fill it in."""
        self._add_field(name, said, (self.left, self.y, 60.0, 1.0), len(value), value=value)

    def _field(
        self,
        name: str,
        said: str,
        x: float,
        width: float,
        height: float,
        limit: int,
        *,
        many_lines: bool = False,
    ) -> None:
        self.pages.box(x, self.y, width, height, fill=PAPER, line=WRITING_LINE, radius=3)
        inner = (x + _INSET, self.y + _INSET, width - 2 * _INSET, height - 2 * _INSET)
        self._add_field(name, said, inner, limit, many_lines=many_lines)

    def _add_field(
        self,
        name: str,
        said: str,
        place: tuple[float, float, float, float],
        limit: int,
        *,
        value: str = "",
        many_lines: bool = False,
    ) -> None:
        x, top, width, height = place
        key = _FIRST_KEY + self._fields
        self._fields += 1
        # Unseen, it is nothing to read aloud.
        element = None if value else Element(Tag.FORM, key=key)

        def draw(canvas: Canvas) -> None:
            form = canvas.acroForm
            # Readers make the look of a filled field themselves, also of one that a program filled.
            form.extras["NeedAppearances"] = "true"
            form.textfield(
                value=value,
                name=name,
                tooltip=said,
                x=x,
                y=PAGE_HEIGHT - top - height,
                width=width,
                height=height,
                maxlen=limit,
                fontName="Helvetica",
                fontSize=_TYPE_SIZE,
                textColor=HexColor(INK.hex),
                fillColor=_NOTHING,
                borderColor=_NOTHING,
                borderWidth=0,
                fieldFlags="readOnly" if value else "multiline" if many_lines else "",
                annotationFlags="hidden" if value else "print",
            )
            if element is not None:
                element.widget = form.fields[-1]
                widget = canvas._doc.idToObject[element.widget.name]
                widget.dict["StructParent"] = key

        self.pages.add(element, draw)
