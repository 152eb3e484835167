"""The menu of a list, by which who uses no mouse sorts it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lob_workbench.ui.buttons import literal


def sort_menu(view: QWidget, headers: Sequence[str], sorted_by: int, *, ascending: bool) -> QMenu:
    """An entry for each heading; its ``data`` is the column. Choosing the same one turns it."""
    translate = QCoreApplication.translate
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(translate("sort_menu", "Sorteren"))
    group = QActionGroup(menu)
    for column, header in enumerate(headers):
        if not header:
            continue
        words = translate("sort_menu", "Sorteren op {column}").format(column=literal(header))
        if column == sorted_by and ascending:
            words = translate("sort_menu", "{action}, andersom").format(action=words)
        action = menu.addAction(words)
        action.setData(column)
        action.setCheckable(True)
        action.setChecked(column == sorted_by)
        group.addAction(action)
    return menu
