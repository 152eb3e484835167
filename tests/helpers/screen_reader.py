"""What a screen reader is told of a window, and where that falls short."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from lob_workbench.ui.links import LinkLine

Role = QAccessible.Role

SENSIBLE = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.RadioButton,
        Role.EditableText,
        Role.ComboBox,
        Role.SpinBox,
        Role.List,
        Role.Table,
        Role.Tree,
        Role.PageTab,
        Role.PageTabList,
        Role.Link,
        Role.Document,
    }
)
"""What somebody can have the focus on and know what to do with."""

_ROWS_HEARD = 12


def heard(widget: QWidget) -> QAccessibleInterface:
    """What the system's screen reader asks for ``widget``."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, widget
    return interface


def name_of(widget: QWidget) -> str:
    """The name that is read out."""
    if isinstance(widget, QComboBox):
        # On Linux Qt gives its value here, and its label as a relation.
        return widget.accessibleName()
    return heard(widget).text(QAccessible.Text.Name).replace("\u200b", "").strip()


def can_have_focus(widget: QWidget) -> bool:
    """Whether the keys can come to it, by Tab, by arrows or by a letter."""
    policy = widget.focusPolicy()
    return (
        policy != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        # The window gives a page the focus when there is nothing better.
        and (isinstance(widget, ACTIONABLE) or bool(policy & Qt.FocusPolicy.TabFocus))
    )


ACTIONABLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
"""Widgets that one does something with."""


def focusables(root: QWidget) -> Iterator[QWidget]:
    """All in ``root`` that can have the focus now."""
    yield from (widget for widget in root.findChildren(QWidget) if can_have_focus(widget))


def silences(root: QWidget) -> Iterator[str]:
    """Where somebody who listens would be left guessing."""
    for widget in focusables(root):
        for fault in _faults(widget):
            yield f"{describe(widget)}: {fault}"


def describe(widget: QWidget) -> str:
    """Enough to find it by: its class, its name, and whose child it is."""
    parent = widget.parentWidget()
    within = "" if parent is None else f" in {type(parent).__name__}"
    return f"{type(widget).__name__} {name_of(widget)!r}{within}"


def _faults(widget: QWidget) -> Iterator[str]:
    interface = heard(widget)
    name, role, state = name_of(widget), interface.role(), interface.state()
    if not any(letter.isalpha() for letter in name) or name in _class_names(widget):
        yield "no name"
    if role not in SENSIBLE:
        yield f"is a {role.name}"
    if not state.focusable:
        yield "is not said to take the focus"
    if widget.hasFocus() and not state.focused and QApplication.activeWindow() is not None:
        yield "has the focus and does not say so"
    if state.invisible or state.disabled:
        yield "is said not to be there"
    if isinstance(widget, QAbstractButton):
        yield from _faults_of_button(widget, interface)
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        if bool(state.readOnly) != widget.isReadOnly():
            yield "does not say whether one can type there"
        if isinstance(widget, QPlainTextEdit) and not state.multiLine:
            yield "does not say that it has many lines"
        if isinstance(widget, QLineEdit):
            secret = widget.echoMode() is QLineEdit.EchoMode.Password
            if bool(state.passwordEdit) != secret:
                yield "does not say whether the words are hidden"
        yield from _faults_of_label(widget)
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _faults_of_rows(widget, interface)


def _faults_of_button(button: QAbstractButton, interface: QAccessibleInterface) -> Iterator[str]:
    role, state = interface.role(), interface.state()
    if isinstance(button, LinkLine) and button.isCheckable():
        if not (state.expandable and bool(state.expanded) == button.isChecked()):
            yield "does not say whether it is folded"
        if role != Role.Button:
            yield f"folds and is a {role.name}"
        return
    if role == Role.PageTab:
        said = bool(state.selected)
    elif state.expandable:
        said = bool(state.expanded)
    else:
        said = bool(state.checked)
    if button.isCheckable() and said != button.isChecked():
        yield "does not say whether it is on"
    actions = interface.actionInterface()
    if actions is None or not actions.actionNames():
        yield "cannot be pressed by a screen reader"


def _faults_of_label(field: QWidget) -> Iterator[str]:
    """A label in sight that names the field is tied to it."""
    name = name_of(field)
    window = field.window()
    tied = [label for label in window.findChildren(QLabel) if label.buddy() is field]
    if tied:
        return
    for label in window.findChildren(QLabel):
        beside = label.isVisible() and label.parentWidget() is field.parentWidget()
        if beside and label.text().replace("&", "").strip() == name:
            yield f"label {label.text()!r} is not tied to it"


def _faults_of_rows(view: QAbstractItemView, interface: QAccessibleInterface) -> Iterator[str]:
    model = view.model()
    if isinstance(view, QTableView):
        for column in range(model.columnCount()):
            if view.isColumnHidden(column):
                continue
            words = model.headerData(column, Qt.Orientation.Horizontal)
            if not str(words or "").strip():
                yield f"column {column} has no heading"
        if interface.role() != Role.Table:
            yield "is no table"
    silent = 0
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(min(model.rowCount(), _ROWS_HEARD)):
        said = [_said(view, row, column) for column in range(columns)]
        if not any(words.strip() for words in said):
            silent += 1
    if silent:
        yield f"{silent} rows say nothing"
    if isinstance(view, QListView) and model.rowCount() and not interface.childCount():
        yield "has no children"


def _said(view: QAbstractItemView, row: int, column: int) -> str:
    index = view.model().index(row, column)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
    return str(spoken or "")


def _class_names(widget: QWidget) -> set[str]:
    return {cls.__name__ for cls in type(widget).__mro__}
