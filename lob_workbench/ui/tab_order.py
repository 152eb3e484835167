"""Tab follows the eye, also past widgets that came later than their neighbours."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QWidget,
)

_WHOLE = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit)
"""What Qt put in these is not for us to go through."""


def tab_on(root: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop in the window of ``root``, the first one after the last.

    For ``focusNextPrevChild``. Qt keeps a chain in the order of making, in which what was filled
    later, or hands its focus on, sends Tab round and round in a part of the window; this looks at
    what stands there now. ``False`` when the focus is not in this window or nothing else takes it.
    """
    focus = QApplication.focusWidget()
    order = list(_in_order(root.window(), in_sight=True))
    if focus is None or focus not in order:
        return False
    here = order.index(focus)
    following = [*order[here + 1 :], *order[:here]]
    if not forward:
        following.reverse()
    stop = next((widget for widget in following if _takes_focus(widget)), None)
    if stop is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    return True


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isEnabled()


def _in_order(widget: QWidget, *, in_sight: bool = False) -> Iterator[QWidget]:
    """``widget`` and all in it: as laid out, then what has no layout, from the top."""
    if in_sight and not widget.isVisible():
        return
    yield widget
    for child in _inside(widget):
        yield from _in_order(child, in_sight=in_sight)


def _inside(widget: QWidget) -> Sequence[QWidget]:
    if isinstance(widget, QTabWidget):
        return [widget.tabBar(), *_there(widget.currentWidget())]
    if isinstance(widget, QMainWindow):
        return _there(widget.centralWidget())
    if isinstance(widget, QScrollArea):
        return _there(widget.widget())
    if isinstance(widget, _WHOLE):
        return ()
    layout = widget.layout()
    placed = [] if layout is None else list(_in_layout(layout))
    known = set(placed)
    loose = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in known and not child.isWindow()
    ]
    return [*placed, *sorted(loose, key=_from_the_top)]


def _there(widget: QWidget | None) -> Sequence[QWidget]:
    return () if widget is None else (widget,)


def _from_the_top(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = None if item is None else item.widget()
        inner = None if item is None else item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)
