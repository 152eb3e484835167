"""Hostile strings in every text field, on both databases, on paper and on the screen.

Fields are not listed here: on a database they are the columns of the schema, on paper the
vocabulary of :class:`Paper`, in which every report is written, and on the screen the labels and
fields that every page is made of; so a field of tomorrow is tried too.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable
from itertools import islice

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from lob_workbench.output.pdf import Paper, Task
from lob_workbench.output.text import printable
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.server import server_engine
from tests.helpers.counts import Tally
from tests.helpers.down_level import Content, Filler, copy_to_server
from tests.helpers.hostile import cleaned_strings
from tests.output.reading import squeezed, texts

STRINGS = 100
SOAK_STRINGS = 500
TOGETHER = 10
"""Strings in one value, so that a hundred cost ten rows."""


def values(number: int) -> list[str]:
    """The strings in as many values as it takes."""
    strings = cleaned_strings(number)
    return ["\n".join(strings[at : at + TOGETHER]) for at in range(0, number, TOGETHER)]


def fill_and_read(engine: sa.Engine, postgres_url: str, number: int) -> int:
    """Each value in each column of text, on both; how many columns of text there are."""
    wanted = values(number)
    with engine.begin() as connection:
        filler = Filler(connection, texts=wanted)
        filler.fill(len(wanted))
        assert filler.missed == []
    with engine.connect() as connection:
        embedded = Content.of(connection)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for table, rows in embedded.rows.items():
        for column in filler.texts_of(table):
            found[table, column] = {row[column] for row in rows if row[column]}
    for place, kept in found.items():
        odd = kept - set(wanted)
        assert not odd, (place, "is not what was written")
        once = len(embedded.rows[place[0]]) < len(wanted)
        assert once or kept == set(wanted), (place, len(kept))
    server = server_engine(postgres_url)
    try:
        upgrade(server)
        with server.begin() as connection:
            drop_checks(connection)
            copy_to_server(connection, embedded.rows)
        with server.connect() as connection:
            there = Content.of(connection)
    finally:
        server.dispose()
    for (table, column), kept in found.items():
        assert {row[column] for row in there.rows[table] if row[column]} == kept, (table, column)
    return len(found)


def drop_checks(connection: sa.Connection) -> None:
    """Whether a link or a key has its shape is tried elsewhere; here only whether letters stay."""
    checks = connection.exec_driver_sql(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
    ).all()
    for table, name in checks:
        connection.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def test_every_text_column_keeps_them_on_both_databases(
    embedded_engine: sa.Engine, postgres_url: str, tally: Tally
) -> None:
    columns = fill_and_read(embedded_engine, postgres_url, STRINGS)
    assert columns > 80
    tally("hostile strings in columns of two databases", columns * STRINGS)


@pytest.mark.soak
def test_every_text_column_keeps_many_on_both_databases(
    embedded_engine: sa.Engine, postgres_url: str, tally: Tally
) -> None:
    columns = fill_and_read(embedded_engine, postgres_url, SOAK_STRINGS)
    tally("hostile strings in columns of two databases", columns * SOAK_STRINGS)


Writing = Callable[[Paper, str], object]


def in_card(paper: Paper, text: str) -> None:
    with paper.card("Kaart", "Vraag?"):
        paper.labelled("Wat", text)


WRITING: dict[str, Writing] = {
    "text": lambda paper, text: paper.text(text),
    "note": lambda paper, text: paper.note(text),
    "lead": lambda paper, text: paper.lead(text),
    "bullets": lambda paper, text: paper.bullets([text]),
    "steps": lambda paper, text: paper.steps([text]),
    "labelled": lambda paper, text: paper.labelled("Wat", text),
    "card": in_card,
    "quote": lambda paper, text: paper.quote("Zoë", text),
    "panel": lambda paper, text: paper.panel("Wat", text),
    "warning": lambda paper, text: paper.warning("Let op", text),
    "tasks": lambda paper, text: paper.tasks([Task(text, "Zoë", "morgen")], ("a", "b", "c")),
}
FIXED = {
    "heading": "one line, cut to the width of the sheet",
    "subheading": "one line, cut to the width of the sheet",
    "opening": "the title of a report",
    "facts": "columns, cut to their width",
    "choices": "words of ours",
    "code": "a recovery code",
    "signatures": "names; tests/output/test_pdf.py has long ones",
    "rule": "no text",
    "space": "no text",
    "writing_lines": "no text",
    "room_for_card": "no text",
    "finish": "no text",
    "flow": "what the others are made of",
    "lines": "what the others are made of",
    "inset": "no text",
    "new_page": "no text",
    "room": "no text",
}


def test_every_way_to_write_on_paper_is_tried() -> None:
    public = {name for name, _ in inspect.getmembers(Paper, inspect.isfunction)}
    mine = {name for name in public if not name.startswith("_")}
    assert mine - WRITING.keys() - FIXED.keys() == set()


def print_and_read(way: str, number: int) -> None:
    strings = [text for text in cleaned_strings(number) if len(text) <= 200 and text.strip()]
    rest = iter(strings)
    while page := list(islice(rest, 6)):
        paper = Paper(school="Het College", title="Proef", subject="Proef", author="Mirjam")
        for text in page:
            WRITING[way](paper, text)
        # One library shows sixty accents on one letter as one; the other has them all.
        first, second = (squeezed(seen) for seen in texts(paper.finish()))
        for text in page:
            wanted = squeezed(printable(text).text)
            assert wanted in first or wanted in second, text


@pytest.mark.parametrize("way", WRITING)
def test_what_is_printed_reads_back_as_it_was_written(way: str, tally: Tally) -> None:
    print_and_read(way, STRINGS)
    tally("hostile strings on paper", STRINGS)


@pytest.mark.soak
@pytest.mark.parametrize("way", WRITING)
def test_so_does_much_more(way: str, tally: Tally) -> None:
    print_and_read(way, SOAK_STRINGS)
    tally("hostile strings on paper", SOAK_STRINGS)


def show_and_read(qtbot: QtBot, number: int) -> int:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextDocumentFragment

    from lob_workbench.ui.labels import Label, Paragraph, plain_tip
    from lob_workbench.ui.text_area import TextArea

    strings = cleaned_strings(number)
    labels = [Label(), Paragraph()]
    area = TextArea()
    for widget in (*labels, area):
        qtbot.addWidget(widget)
    for text in strings:
        for label in labels:
            label.setText(text)
            assert label.textFormat() is Qt.TextFormat.PlainText
            assert label.text().replace("\u200b", "") == text.replace("\u200b", "")
            label.sizeHint()
        area.setPlainText(text)
        # Qt gives a plain space for one that does not break.
        assert area.toPlainText() == text.replace("\xa0", " ")
        tip = plain_tip(text)
        if "<" in text:
            shown = QTextDocumentFragment.fromHtml(tip).toPlainText()
            assert squeezed(shown) == squeezed(text)
        else:
            assert tip == text
    return len(strings)


def test_the_screen_shows_them_letter_by_letter(qtbot: QtBot, tally: Tally) -> None:
    tally("hostile strings on the screen", show_and_read(qtbot, STRINGS) * 4)


@pytest.mark.soak
def test_the_screen_shows_many_letter_by_letter(qtbot: QtBot, tally: Tally) -> None:
    tally("hostile strings on the screen", show_and_read(qtbot, SOAK_STRINGS) * 4)
