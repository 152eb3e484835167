"""Finding widgets as a person or a screen reader does: by what they are called and where."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def plain(words: str) -> str:
    """What is read of a text with mnemonics: *&Volgende* is *Volgende*."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def name_of(widget: QWidget) -> str:
    """What a widget is called: its accessible name, else the words on it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        return plain(widget.text())
    return widget.objectName()


def find_all(kind: type[W], name: str, within: QWidget, *, start: bool = False) -> list[W]:
    """The widgets in sight that are called ``name`` (or begin so), in reading order."""
    return sorted(_named(kind, name, within, start), key=_place)


def _named(kind: type[W], name: str, within: QWidget, start: bool) -> Iterator[W]:
    for widget in within.findChildren(kind):
        called = name_of(widget)
        fits = called.startswith(name) if start else called == name
        if fits and widget.isVisible():
            yield widget


def _place(widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return corner.y(), corner.x()
