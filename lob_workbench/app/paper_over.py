"""A PDF over a screen that stays behind it, as a wizard must not lose its place."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.ui.context import Paper
from lob_workbench.ui.pdf_view import PdfView


class PaperOver(QObject):
    """Shows one paper at a time in ``column``, in front of the screen that asked for it."""

    said = Signal(object)
    closed = Signal()

    def __init__(self, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self._holder = parent
        self._view: PdfView | None = None
        self._behind: QWidget | None = None

    def show_paper(self, paper: Paper, behind: QWidget) -> None:
        """Show ``paper`` until it is closed, then ``behind`` again."""
        self._behind = behind
        behind.hide()
        self._view = PdfView(paper.data, paper.title, paper.file_name, self._holder)
        self._view.closed.connect(self._hide)
        self._view.said.connect(self.said)
        self._column.insertWidget(0, self._view, 1)
        self._view.show()
        self._view.setFocus()

    def _hide(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.close()
            self._column.removeWidget(view)
            view.deleteLater()
        self.closed.emit()
        if self._behind is not None:
            self._behind.show()
            self._behind.setFocus()
