"""Leaves nothing of what was shown in the window: pages, a lent view, dialogs."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from lob_workbench.app.frame import Frame
    from lob_workbench.ui.lent_view import LentView


def close_dialogs(window: QWidget) -> None:
    """Close whatever stands over ``window``."""
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.parent() is not None and window.isAncestorOf(dialog):
            dialog.close()


def take_out(pages: "Frame | LentView | None", column: QVBoxLayout) -> None:
    """Have ``pages`` forget what they show, and destroy them as soon as the event loop turns."""
    if pages is not None:
        # Out of sight first: forgetting may wait for a copy that is being made.
        pages.hide()
        pages.clear()
        column.removeWidget(pages)
        pages.deleteLater()


def destroy_taken_out() -> None:
    """Destroy them now. Whoever calls keeps no reference to them any more."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Pages and their widgets point at each other; texts must not wait for a chance collection.
    gc.collect()
