"""Tab follows the eye, also past widgets that came later than their neighbours."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def tab_in_reading_order(root: QWidget) -> None:
    """Let Tab visit what is inside ``root`` in the order of its layouts.

    Qt visits widgets in the order in which they were made. Call this after adding or moving some.
    """
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def tab_on(root: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop in ``root``, or past its ends on what is around it.

    For ``focusNextPrevChild``. To Qt a field that hands its focus on is a stop too, and
    ``setTabOrder`` cannot move that one: left behind its own edit, it sends Tab back into
    ``root`` for ever. ``False`` when the focus is not on a stop.
    """
    stops = [stop for stop in _stops(root) if _takes_focus(stop)]
    focus = QApplication.focusWidget()
    if focus is None or focus not in stops:
        return False
    place = stops.index(focus) + (1 if forward else -1)
    if not 0 <= place < len(stops):
        stops = list(_around(root)) or stops
        place = 0 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[place].setFocus(reason)
    return True


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _around(root: QWidget) -> Iterator[QWidget]:
    window = root.window()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget is not root and not root.isAncestorOf(widget) and _takes_focus(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    # A field that hands its focus on is a stop to Qt. Left behind its own edit, Tab would jump
    # back to that edit and never come out.
    if widget.focusProxy() is not None or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if content is not None:
        yield from _stops(content)
    elif layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = None if item is None else item.widget()
        inner = None if item is None else item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
