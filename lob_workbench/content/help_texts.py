"""Reads the texts of the help and the hints, and finds the pictures of the help.

Like everything in ``content``: faults raise ``ContentError``, and a reader takes the path of a
file, so that a test can give it a broken one.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lob_workbench.content.schema import HelpPage, HelpPicture, Hint
from lob_workbench.content.table import ContentError, Table, open_table, refuse_repeats
from lob_workbench.paths import resources


@cache
def help_pages() -> Mapping[str, HelpPage]:
    """The help texts by id of the page."""
    return read_help(_shipped("help.toml"))


@cache
def hints() -> tuple[Hint, ...]:
    """The hints of a first time, in the order in which they are told."""
    return read_hints(_shipped("hints.toml"))


def picture_file(name: str, *, dark: bool) -> Path:
    """Where a picture of the help is, for the theme in use."""
    return _shipped("help") / f"{name}-{'dark' if dark else 'light'}.png"


def read_help(path: Path) -> Mapping[str, HelpPage]:
    """Read the help: a table per page with ``title``, ``paragraphs`` and maybe ``pictures``."""
    root = open_table(path)
    pages: dict[str, HelpPage] = {}
    for page_id in root.names():
        table = root.table(page_id)
        paragraphs = table.texts("paragraphs")
        if not paragraphs:
            raise ContentError(table.place, "'paragraphs' is empty")
        has_pictures = "pictures" in table.names()
        pictures = _pictures(table, len(paragraphs)) if has_pictures else ()
        title, then = table.text("title"), table.optional("then")
        pages[page_id] = HelpPage(page_id, title, paragraphs, pictures, then)
        table.close()
    if not pages:
        raise ContentError(root.place, "there is no page")
    for page in pages.values():
        if page.then and page.then not in pages:
            raise ContentError(root.place, f"'then' names no topic: {page.then}")
    names = (picture.name for page in pages.values() for picture in page.pictures)
    refuse_repeats(root.place, "picture", names)
    return pages


def read_hints(path: Path) -> tuple[Hint, ...]:
    """Read the hints: a table per hint with its ``place`` and its ``text``."""
    root = open_table(path)
    found = []
    for hint_id in root.names():
        table = root.table(hint_id)
        found.append(Hint(hint_id, table.text("place"), table.text("text")))
        table.close()
    if not found:
        raise ContentError(root.place, "there is no hint")
    return tuple(found)


def _pictures(table: Table, paragraphs: int) -> tuple[HelpPicture, ...]:
    found = []
    for one in table.tables("pictures"):
        picture = HelpPicture(one.text("name"), one.text("words"), one.number("after"))
        one.close()
        if picture.after > paragraphs:
            raise ContentError(one.place, "'after' names no paragraph")
        found.append(picture)
    return tuple(found)


def _shipped(name: str) -> Path:
    return resources() / "content" / name
