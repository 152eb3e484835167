"""Walking through a window with the Tab key, and what is not reached in that way."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QHeaderView,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from lob_workbench.app.navigation import NavButton
from lob_workbench.ui.text_area import TextView
from tests.helpers.screen_reader import ACTIONABLE, describe

_MOST_STOPS = 400


def tab_round(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Press Tab until the round is made; where it stopped, in order."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    stops: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus got lost"
        if focus in stops:
            return stops[stops.index(focus) :] if focus is not stops[0] else stops
        stops.append(focus)
        QTest.keyClick(focus, key)
    raise AssertionError("Tab never comes back")


def actionable(window: QWidget) -> Iterator[QWidget]:
    """All that one can do something with now, by the mouse or otherwise."""
    for widget in window.findChildren(QWidget):
        if not (isinstance(widget, ACTIONABLE) and widget.isVisible() and widget.isEnabled()):
            continue
        # Text to read is no stop on the way: a screen reader reads it where it stands.
        if isinstance(widget, QHeaderView | TextView) or _is_part(widget):
            continue
        yield widget


def _is_part(widget: QWidget) -> bool:
    """Inside something that takes the focus for it: the edit of a combo box, a tool button."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, ACTIONABLE) and not isinstance(parent, QTabBar):
            return True
        parent = parent.parentWidget()
    return False


def by_arrows(stops: list[QWidget]) -> set[QWidget]:
    """What arrow keys reach from the stops of the Tab key, inside their groups."""
    reached: set[QWidget] = set()
    for stop in stops:
        parent = stop.parentWidget()
        if not isinstance(stop, QAbstractButton) or parent is None:
            continue
        others = [
            other
            for other in parent.findChildren(QAbstractButton)
            if other not in stops and other.isVisible()
        ]
        if isinstance(stop, QRadioButton):
            # Arrows choose as they go, which would change the theme, say; they are Qt's own.
            group = stop.group()
            reached |= {
                other
                for other in others
                if isinstance(other, QRadioButton) and other.group() is group
            }
        elif others:
            reached |= _along(stop, len(others))
    return reached


def _along(stop: QWidget, most: int) -> set[QWidget]:
    """Where arrows lead from ``stop``, forward and then back."""
    reached: set[QWidget] = set()
    for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        stop.setFocus()
        for _ in range(most + 1):
            before = QApplication.focusWidget()
            QTest.keyClick(before, arrow)
            focus = QApplication.focusWidget()
            if focus in (before, stop) or focus.parentWidget() is not stop.parentWidget():
                break
            reached.add(focus)
    return reached


def out_of_reach(window: QWidget, stops: list[QWidget]) -> Iterator[str]:
    """What keys do not come to."""
    missing = [widget for widget in actionable(window) if widget not in stops]
    if missing:
        near = by_arrows(stops)
        yield from (describe(widget) for widget in missing if widget not in near)


def out_of_order(stops: list[QWidget]) -> Sequence[str]:
    """Where Tab goes back up or back left, which is not how one reads.

    Once in a round it has to, from the last to the first.
    """
    found = []
    for before, after in zip(stops, [*stops[1:], stops[0]], strict=True):
        one, other = _place(before), _place(after)
        beside = one.top() < other.bottom() and other.top() < one.bottom()
        up = other.bottom() <= one.top() and other.left() < one.right()
        left = beside and other.right() <= one.left()
        home = isinstance(after, NavButton) and not isinstance(before, NavButton)
        if (up or left) and not home:
            found.append(f"{describe(before)} → {describe(after)}")
    with_navigation = any(isinstance(stop, NavButton) for stop in stops)
    return found if with_navigation or len(found) > 1 else ()


def _place(widget: QWidget) -> QRect:
    """Where it stands, also when it was scrolled away."""
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            place.translate(0, around.verticalScrollBar().value())
        around = around.parentWidget()
    return place


def not_pressed_by_keys(buttons: Iterable[QAbstractButton], known: set[type]) -> Iterator[str]:
    """Kinds of buttons, none of them in ``known`` yet, that Space or Enter does not press."""
    for button in buttons:
        kind = type(button)
        if kind in known:
            continue
        known.add(kind)
        with QSignalBlocker(button):
            on = button.isChecked()
            QTest.keyPress(button, Qt.Key.Key_Space)
            if not button.isDown():
                yield f"{describe(button)}: Space does nothing"
            QTest.keyRelease(button, Qt.Key.Key_Space)
            button.setChecked(on)
        # Somebody fills in forms by Space; Enter may mean the form.
        if not isinstance(button, QCheckBox | QRadioButton):
            pressed: list[None] = []
            vars(button)["click"] = partial(pressed.append, None)
            QTest.keyClick(button, Qt.Key.Key_Return)
            del vars(button)["click"]
            if not pressed:
                yield f"{describe(button)}: Enter does nothing"


def letters_of_two(window: QWidget) -> Iterator[str]:
    """Letters that press two things at once."""
    letters: dict[str, list[str]] = defaultdict(list)
    for widget in window.findChildren(QWidget):
        presses = isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        )
        if presses and widget.isVisible() and widget.isEnabled():
            found = re.search(r"&(\w)", widget.text().replace("&&", ""))
            if found:
                letters[found[1].upper()].append(widget.text())
    for letter, texts in letters.items():
        if len(texts) > 1:
            yield f"Alt+{letter} ({', '.join(texts)})"
