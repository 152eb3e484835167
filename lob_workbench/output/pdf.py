"""The house style on paper: a small vocabulary in which every report is written.

A :class:`Paper` flows from top to bottom over as many A4 pages as it needs. What it is given is
plain text, never mark-up. Long texts stand in paragraphs, never in the cell of a table.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

from lob_workbench.output.flow import Flow
from lob_workbench.output.logo import printed_logo
from lob_workbench.output.style import (
    ACCENT,
    ACCENT_TINT,
    BADGE,
    BODY,
    BODY_BOLD,
    CODE,
    FOOT,
    HAIR_LINE,
    HEADING,
    INK,
    LABEL,
    LEAD,
    MARGIN,
    MUTED,
    PRIMARY,
    QUESTION,
    SMALL,
    STEP,
    SUBHEADING,
    SUBTITLE,
    TINT,
    TITLE,
    TOP,
    WRITING_LINE,
    Colour,
    TextStyle,
)
from lob_workbench.output.tags import Element, Tag
from lob_workbench.output.text import MISSING_NOTE

LABEL_COLUMN = 112.0
_BAR = 3.0
_INDENT = 16.0
_TICK = 10.5


class Mark(Enum):
    """What stands before a task: a box to tick, a ticked one, or a dash for what was dropped."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a list of agreements: a mark, what, and short facts beside it."""

    what: str
    who: str
    when: str
    mark: Mark = Mark.OPEN
    remark: str = ""


class Paper(Flow):
    """One document in the house style. ``school`` stands at the head and in the foot.

    ``subject`` says in the document's properties what ``title`` is about; ``foot`` is repeated on
    every page. ``logo`` is a PNG or JPEG; one that cannot be used is left out. ``landscape`` turns
    the sheet on its side.
    """

    def __init__(
        self,
        *,
        school: str,
        title: str,
        subject: str,
        author: str,
        foot: str = "",
        logo: bytes | None = None,
        landscape: bool = False,
    ) -> None:
        super().__init__(landscape=landscape)
        self._school = school
        self._title = title
        self._subject = subject
        self._author = author
        self._foot = foot
        self._logo = printed_logo(logo)

    def opening(self, title: str, subtitle: str = "", badge: str = "") -> None:
        """The head of the first page: school, logo spot, title, and the class of the note."""
        self.y += self._head_line()
        self.flow(title, TITLE, Tag.TITLE)
        if subtitle:
            self.flow(subtitle, SUBTITLE, Tag.PARAGRAPH)
        if badge:
            self.space(2)
            shown = self.pages.measure.fit(
                self.pages.printable(badge), BADGE.font, BADGE.size, self.width - 20
            )
            wide = self.pages.width(shown, BADGE) + 20
            self.pages.box(self.left, self.y, wide, 19, fill=TINT, radius=9.5)
            self.pages.text(self.left + 10, self.y + 3.5, [shown], BADGE, Element(Tag.PARAGRAPH))
            self.y += 19
        self.space(4)

    def _head_line(self) -> float:
        """School at the left, logo at the right; gives the height that they take."""
        pages = self.pages
        room = self.width
        height = 14.0
        if self._logo is not None:
            x = self.left + self.width - self._logo.width
            pages.picture(self._logo, x, self.y, f"Logo van {self._school}")
            room -= self._logo.width + 4 * STEP
            height = max(height, self._logo.height)
        pages.box(self.left, self.y, 28, 4, fill=PRIMARY, radius=2)
        pages.line_of(self.left, self.y + 9, self._school, BODY_BOLD, room, Tag.PARAGRAPH)
        return max(height, 24) + 5 * STEP

    def facts(self, facts: Sequence[tuple[str, str]], columns: int = 3) -> None:
        """Short facts in columns, each under its label; empty ones are left out."""
        shown = [(label, value) for label, value in facts if value]
        gap = 4 * STEP
        wide = (self.width - gap * (columns - 1)) / columns
        for start in range(0, len(shown), columns):
            row = [
                (label, self.pages.fitted(value, BODY, wide, 2))
                for label, value in shown[start : start + columns]
            ]
            height = 13 + BODY.leading * max(len(lines) for _, lines in row)
            self.room(height)
            for column, (label, lines) in enumerate(row):
                x = self.left + column * (wide + gap)
                self.pages.text(x, self.y - 1, [label], LABEL, Element(Tag.PARAGRAPH))
                self.pages.text(x, self.y + 12, lines, BODY, Element(Tag.PARAGRAPH))
            self.y += height + STEP
        self.space(2)

    def space(self, steps: float = 1) -> None:
        """White space of so many steps of 4 points."""
        self.y += steps * STEP

    def rule(self) -> None:
        """A hair line across the text."""
        self.pages.rule(self.left, self.y, self.width)
        self.y += 2 * STEP

    def heading(self, text: str) -> None:
        """The heading of a section; it stays with what follows."""
        self.space(3)
        self.room(HEADING.leading + 4 * BODY.leading)
        self.flow(text, HEADING, Tag.HEADING)
        self.space(1)

    def subheading(self, text: str) -> None:
        """A heading inside a section; it stays with what follows."""
        self.space(1)
        self.room(SUBHEADING.leading + 2 * BODY.leading)
        self.flow(text, SUBHEADING, Tag.SUBHEADING)

    def lead(self, text: str) -> None:
        """An opening in larger type."""
        self.flow(text, LEAD, Tag.PARAGRAPH)
        self.space(1)

    def text(self, text: str, style: TextStyle = BODY) -> None:
        """Paragraphs; they break over pages."""
        self.flow(text, style, Tag.PARAGRAPH)

    def note(self, text: str) -> None:
        """A remark in small type."""
        self.flow(text, SMALL, Tag.PARAGRAPH)

    def bullets(self, texts: Iterable[str]) -> None:
        """Short lines, each behind a dot."""
        for text in texts:
            self.room(BODY.leading)
            self.pages.box(self.left + 1, self.y + 6.2, 3.6, 3.6, fill=PRIMARY, radius=1.8)
            with self.inset(14):
                self.flow(text, BODY, Tag.PARAGRAPH)
            self.space(0.5)

    def steps(self, texts: Iterable[str]) -> None:
        """What to do, one after the other, numbered."""
        for number, text in enumerate(texts, start=1):
            self.room(BODY.leading)
            self.pages.text(self.left, self.y, [f"{number}."], BODY_BOLD, Element(Tag.PARAGRAPH))
            with self.inset(20):
                self.flow(text, BODY, Tag.PARAGRAPH)
            self.space(0.5)

    def code(self, code: str) -> None:
        """A code to type over: its groups between hyphens in large open type, four a row."""
        groups = self.pages.printable(code).split("-")
        across = 4
        rows = [groups[start : start + across] for start in range(0, len(groups), across)]
        height = len(rows) * 44 + 3 * STEP
        self.space(1)
        self.room(height)
        self.pages.box(self.left, self.y, self.width, height, fill=TINT)
        wide = (self.width - 8 * STEP) / across
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                x = self.left + 4 * STEP + column * wide
                top = self.y + 3 * STEP + row * 44
                place = f"{row * across + column + 1}"
                self.pages.text(x, top + 2, [place], SMALL)
                self.pages.text(x + 13, top + 4, [text], CODE, Element(Tag.PARAGRAPH), spread=1.5)
        self.y += height
        self.space(3)

    def labelled(self, label: str, text: str) -> None:
        """A label in the margin column and its text beside it; nothing when there is no text."""
        if not text.strip():
            return
        self.room(2 * BODY.leading)
        lines = self.lines(label, LABEL, LABEL_COLUMN - 2 * STEP)
        self.pages.text(self.left, self.y, lines, LABEL, Element(Tag.PARAGRAPH))
        with self.inset(LABEL_COLUMN):
            self.flow(text, BODY, Tag.PARAGRAPH)
        self.space(1)

    def room_for_card(self, texts: Sequence[str]) -> None:
        """Begin a new page when a card of these labelled texts stays whole there and not here.

        A card of more than half a page is left to flow.
        """
        half = (self.bottom - TOP) / 2
        height = SUBHEADING.leading + QUESTION.leading + 3 * STEP
        for text in texts:
            with self.inset(_INDENT + LABEL_COLUMN):
                height += STEP + BODY.leading * len(self.lines(text, BODY, self.width))
            if height > half:
                return
        self.room(height)

    @contextmanager
    def card(self, title: str = "", question: str = "", colour: Colour = PRIMARY) -> Iterator[None]:
        """A block with a bar at its left, over pages where it must; title and question above."""
        self.room(2 * STEP + SUBHEADING.leading + QUESTION.leading + 3 * BODY.leading)
        if self.y > TOP:
            self.space(2)
        first = len(self.pages.pages) - 1
        top = self.y
        with self.inset(_INDENT):
            if title:
                self.flow(title, SUBHEADING, Tag.SUBHEADING)
            if question:
                self.flow(question, QUESTION, Tag.PARAGRAPH)
            if title or question:
                self.space(1)
            yield
        last = len(self.pages.pages) - 1
        for page in range(first, last + 1):
            start = top if page == first else TOP
            end = self.y if page == last else self.ends[page]
            with self.pages.on_page(page):
                self.pages.box(self.left, start, _BAR, end - start, fill=colour, radius=_BAR / 2)
        self.space(1)

    def quote(self, said_by: str, text: str) -> None:
        """What somebody said, in their own words and as large as any other text."""
        with self.card(colour=ACCENT):
            if said_by:
                self.flow(said_by, BODY_BOLD, Tag.PARAGRAPH)
                self.space(0.5)
            self.flow(text, BODY, Tag.QUOTE)

    def panel(self, label: str, text: str, colour: Colour = TINT) -> None:
        """A few words that must be seen, in a tinted box that stays whole."""
        inner = self.width - 8 * STEP
        lines = self.pages.fitted(text, BODY_BOLD, inner, 6)
        height = 4.5 * STEP + LABEL.leading + BODY_BOLD.leading * len(lines)
        self.space(1)
        self.room(height)
        self.pages.box(self.left, self.y, self.width, height, fill=colour)
        x = self.left + 4 * STEP
        self.pages.text(x, self.y + 2 * STEP, [label], LABEL, Element(Tag.PARAGRAPH))
        self.pages.text(
            x, self.y + 2 * STEP + LABEL.leading, lines, BODY_BOLD, Element(Tag.PARAGRAPH)
        )
        self.y += height
        self.space(2)

    def warning(self, label: str, text: str) -> None:
        """A panel that asks attention."""
        self.panel(label, text, ACCENT_TINT)

    def tasks(self, tasks: Sequence[Task], heads: tuple[str, str, str]) -> None:
        """Agreements with a box to tick: what, who and when, under those three heads."""
        who, when = 92.0, 104.0
        what = self.width - who - when - 22
        columns = (self.left + 22, self.left + 22 + what, self.left + 22 + what + who)
        self.room(LABEL.leading + 3 * BODY.leading)
        for x, head in zip(columns, heads, strict=True):
            self.pages.text(x, self.y, [head], LABEL, Element(Tag.PARAGRAPH))
        self.y += LABEL.leading + STEP
        for task in tasks:
            lines = self.lines(task.what, BODY, what - 3 * STEP)
            remark = self.lines(task.remark, SMALL, what - 3 * STEP) if task.remark else []
            beside = (
                self.pages.fitted(task.who, BODY, who - 2 * STEP, 2),
                self.pages.fitted(task.when, BODY, when, 2),
            )
            height = BODY.leading * max(len(lines), *(len(cell) for cell in beside))
            height += SMALL.leading * len(remark) + 3 * STEP
            self.room(height)
            self.pages.rule(self.left, self.y, self.width)
            top = self.y + 1.5 * STEP
            if task.mark is Mark.DROPPED:
                self.pages.rule(self.left + 2, top + 2 + _TICK / 2, _TICK - 2, MUTED, 1.2)
            else:
                ticked = task.mark is Mark.DONE
                self.pages.check_box(self.left + 1, top + 2, _TICK, ticked=ticked)
            self.pages.text(columns[0], top, lines, BODY, Element(Tag.PARAGRAPH))
            for x, cell in zip(columns[1:], beside, strict=True):
                self.pages.text(x, top, cell, BODY, Element(Tag.PARAGRAPH))
            if remark:
                below = top + BODY.leading * len(lines)
                self.pages.text(columns[0], below, remark, SMALL, Element(Tag.PARAGRAPH))
            self.y += height
        self.pages.rule(self.left, self.y, self.width)
        self.space(2)

    def choices(self, choices: Sequence[tuple[str, bool]]) -> None:
        """Boxes with a word behind each, on one line; true is ticked."""
        self.room(BODY.leading + STEP)
        x = self.left
        for label, ticked in choices:
            self.pages.check_box(x + 1, self.y + 2, _TICK, ticked=ticked)
            style = BODY_BOLD if ticked else BODY
            wide = self.pages.line_of(x + 19, self.y, label, style, self.width, Tag.PARAGRAPH)
            x += wide + 19 + 7 * STEP
        self.y += BODY.leading + STEP

    def writing_lines(self, count: int, gap: float = 24.0) -> None:
        """Lines to write on by hand; they stay together."""
        self.room(count * gap)
        for _ in range(count):
            self.y += gap
            self.pages.rule(self.left, self.y, self.width, WRITING_LINE)
        self.space(2)

    def signatures(self, signers: Sequence[tuple[str, str]]) -> None:
        """A place to sign for each of (role, name), beside each other; they stay together."""
        gap = 5 * STEP
        wide = (self.width - gap * (len(signers) - 1)) / len(signers)
        names = [self.pages.fitted(name, SMALL, wide, 2) or [""] for _, name in signers]
        below = SMALL.leading * max(len(lines) for lines in names)
        height = 80.0 + below
        self.room(height)
        for place, (role, _) in enumerate(signers):
            x = self.left + place * (wide + gap)
            self.pages.line_of(x, self.y, role, LABEL, wide, Tag.PARAGRAPH)
            self.pages.rule(x, self.y + 54, wide, INK)
            self.pages.text(x, self.y + 57, names[place], SMALL, Element(Tag.PARAGRAPH))
            self.pages.line_of(x, self.y + 57 + below, "datum:", SMALL, wide, Tag.PARAGRAPH)
        self.y += height

    def finish(self) -> bytes:
        """The document as PDF bytes, with page numbers and, where needed, the note on signs."""
        foots = [self.pages.printable(text) for text in (self._school, self._foot)]
        if self.pages.replaced:
            self.space(3)
            self.note(MISSING_NOTE)
        pages = self.pages.pages
        count = len(pages)
        for number in range(1, count + 1):
            self._foot_line(number, count, foots)
        return self.pages.write(title=self._title, author=self._author, subject=self._subject)

    def _foot_line(self, number: int, count: int, foots: list[str]) -> None:
        pages = self.pages
        top = pages.page_height - FOOT
        wide = pages.page_width - 2 * MARGIN
        page = f"pagina {number} van {count}"
        side = pages.width(page, SMALL)
        room = wide - side - 5 * STEP
        line = pages.measure.fit("  ·  ".join(filter(None, foots)), SMALL.font, SMALL.size, room)
        with pages.on_page(number - 1):
            pages.rule(MARGIN, top - 5, wide, HAIR_LINE)
            pages.text(MARGIN, top, [line], SMALL)
            pages.text(MARGIN + wide - side, top, [page], SMALL)
