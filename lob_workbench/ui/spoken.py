"""What a screen reader is told of the house's own widgets, where Qt would guess wrong."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_PROPERTY = "spoken_as"
_SWEEP_AT = 64


class Spoken(Enum):
    """What a widget is to who listens. Qt calls every button that can be on a check box."""

    FOLDING = "folding"
    """A button that opens and closes what is below it."""
    ONE_OF = "one_of"
    """A button that is on when its neighbours are off."""
    PAGE = "page"
    """A button that goes to a page; on: that page is in sight."""
    READING = "reading"
    """Text that arrow keys scroll."""


_installed = False
_kept: list["QAccessibleInterface"] = []


def speak_as(widget: QWidget, spoken: Spoken) -> None:
    """Have ``widget`` read out as what it is."""
    global _installed
    widget.setProperty(_PROPERTY, spoken)
    if not _installed:
        # Here, for what starts up needs none of it.
        from PySide6.QtGui import QAccessible

        _installed = True
        QAccessible.installFactory(_made_for)


def _made_for(_name: str, thing: QObject) -> "QAccessibleInterface | None":
    """Qt asks this when somebody listens to ``thing`` for the first time."""
    spoken = thing.property(_PROPERTY) if isinstance(thing, QWidget) else None
    if not isinstance(spoken, Spoken) or not isinstance(thing, QWidget):
        return None
    from lob_workbench.ui.spoken_roles import SpokenButton, SpokenWidget

    # Qt deletes it with its widget; until then it must not be collected here.
    if len(_kept) >= _SWEEP_AT:
        _kept[:] = [one for one in _kept if isValid(one)]
    made = SpokenWidget if spoken is Spoken.READING else SpokenButton
    _kept.append(made(thing, spoken))
    return _kept[-1]
