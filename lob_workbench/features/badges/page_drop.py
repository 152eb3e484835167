"""A place to drop files on, or to choose them with a button."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Heading, Mark, Paragraph
from lob_workbench.ui.theme import Role, TextSize, colour, space


class DropPlace(QWidget):
    """``dropped`` has the files; ``asked``: the button was pressed."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        mark = Mark(
            "ph.shield-check", self, role=Role.PRIMARY, side=self.fontMetrics().height() * 2
        )
        heading = Heading(self.tr("Sleep een badge hierheen"), self, size=TextSize.LARGE)
        about = Paragraph(
            self.tr(
                "Een plaatje (PNG of SVG), een badgebestand (JSON of JWT) of een hele rugzak. "
                "De werkbank kijkt hem na op deze computer. Er gaat niets naar internet."
            ),
            self,
            ink="muted",
        )
        self.button = Button(
            self.tr("&Bestand kiezen"), self, kind=ButtonKind.PRIMARY, icon="ph.folder-open"
        )
        self.button.clicked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(heading)
        words.addWidget(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(5), space(4), space(5), space(4))
        row.setSpacing(space(4))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event) and self.isEnabled():
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        files = _files_in(event)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(Role.PRIMARY if self._over else Role.FIELD_LINE), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(colour(Role.PRIMARY_TINT if self._over else Role.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def _files_in(event: QDropEvent) -> tuple[Path, ...]:
    """The local files that are being dragged."""
    urls = event.mimeData().urls()
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())
