"""A field with a dashed line around it: files are dropped on it, or chosen with its button."""

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lob_workbench.ui.theme import Role, colour


class DropArea(QWidget):
    """Who uses it lays out what stands in it; ``asked`` is for its button.

    ``dropped`` has the file, or with ``many`` a tuple of them.
    """

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, many: bool = False) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._many = many
        self._over = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._wanted(event) and self.isEnabled():
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        files = self._wanted(event)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files if self._many else files[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(Role.PRIMARY if self._over else Role.FIELD_LINE), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(colour(Role.PRIMARY_TINT if self._over else Role.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _wanted(self, event: QDropEvent) -> tuple[Path, ...]:
        """The local files that are being dragged; none where it are more than are taken."""
        urls = event.mimeData().urls()
        paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        files = tuple(path for path in paths if path.is_file())
        return files if self._many or len(urls) == 1 else ()
