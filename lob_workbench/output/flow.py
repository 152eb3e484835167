"""Text that flows from top to bottom over as many A4 pages as it needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from lob_workbench.output.drawing import Pages
from lob_workbench.output.style import FOOT_ROOM, MARGIN, TOP, TextStyle
from lob_workbench.output.tags import Element, Tag
from lob_workbench.output.text import bounded


class Flow:
    """A column on a row of pages; ``left``, ``width`` and ``y`` say where the next thing goes.

    Points from the left and top edge. ``ends`` holds where the text of each full page ended.
    """

    def __init__(self, *, landscape: bool = False) -> None:
        self.pages = Pages(landscape=landscape)
        self.left = MARGIN
        self.width = self.pages.page_width - 2 * MARGIN
        self.y = TOP
        self.bottom = self.pages.page_height - FOOT_ROOM
        self.ends: list[float] = []

    @contextmanager
    def inset(self, indent: float) -> Iterator[None]:
        """What is written inside stands ``indent`` points to the right."""
        self.left += indent
        self.width -= indent
        try:
            yield
        finally:
            self.left -= indent
            self.width += indent

    def room(self, height: float) -> None:
        """Begin a new page unless ``height`` points are left, so that a block stays whole."""
        if self.y + height > self.bottom and self.y > TOP:
            self.new_page()

    def new_page(self) -> None:
        """Go on at the top of a next page."""
        self.ends.append(self.y)
        self.pages.new_page()
        self.y = TOP

    def lines(self, text: str, style: TextStyle, width: float) -> list[str]:
        """``text`` wrapped; its own line ends stay."""
        shown = self.pages.printable(bounded(text))
        wrap = self.pages.measure.wrap
        return [
            line
            for paragraph in shown.split("\n")
            for line in wrap(paragraph.rstrip(), style.font, style.size, width)
        ]

    def flow(self, text: str, style: TextStyle, tag: Tag) -> None:
        """Paragraphs from here on, over as many pages as they need."""
        pages = self.pages
        gap = style.leading * 0.4
        paragraphs = [part for part in bounded(text).splitlines() if part.strip()]
        for place, raw in enumerate(paragraphs):
            if place:
                self.y += gap
            shown = pages.printable(raw.rstrip())
            element = Element(tag, actual="" if shown == raw.rstrip() else raw)
            lines = pages.measure.wrap(shown, style.font, style.size, self.width)
            while lines:
                take = self._lines_that_fit(len(lines), style.leading)
                if take:
                    pages.text(self.left, self.y, lines[:take], style, element)
                    self.y += take * style.leading
                    lines = lines[take:]
                if lines:
                    self.new_page()

    def _lines_that_fit(self, count: int, leading: float) -> int:
        """How many of ``count`` lines go here, so that no page holds a single one of them."""
        room = int((self.bottom - self.y + 0.01) // leading)
        if count <= room:
            return count
        take = room if count - room > 1 else room - 1
        if self.y > TOP and take < 2:
            return 0
        return max(take, 1)
