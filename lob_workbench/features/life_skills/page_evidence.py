"""A photo beside a claim, shown inside the window: nothing of it lands on a disk.

Another file is saved where the reader says, and only then.
"""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.skills.rules import EvidenceFile
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import plain_file_name, save_file
from lob_workbench.ui.labels import Label


class _Picture(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture.isNull():
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        shown = self.picture.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        size = shown.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawPixmap(round(left), round(top), shown)
        painter.end()


class PhotoView(QWidget):
    """``closed`` when the reader has seen it."""

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._picture = _Picture(self)
        self.name = Label("", self, ink="muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = Button(self.tr("&Terug"), self, kind=ButtonKind.PRIMARY)
        self.back.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(self.name, 1)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picture, 1)
        column.addLayout(foot)

    def show_photo(self, file: EvidenceFile) -> bool:
        """Show it; ``False`` for what is no picture."""
        self._picture.picture = QPixmap()
        self._picture.picture.loadFromData(file.content, "JPEG")
        self._picture.setAccessibleName(file.name)
        self.name.setText(file.name)
        self._picture.update()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self._picture.picture.isNull()

    def open_file(self, file: EvidenceFile) -> bool:
        """Show a photo and say so; ask where another file is to be saved."""
        if file.media_type.startswith("image/") and self.show_photo(file):
            return True
        target = save_file(
            self,
            self.tr("Bestand bewaren"),
            self.tr("Bestand (*)"),
            Path.home() / plain_file_name(file.name),
        )
        if target is not None:
            self._context.jobs.render(
                target.write_bytes, file.content, receiver=self, done="_tell_saved", failed="_fail"
            )
        return False

    def _tell_saved(self, _count: int) -> None:
        self._context.navigator.say(
            self.tr("Het bestand is bewaard. Gooi het weg als je het niet meer nodig hebt."),
            Tone.ATTENTION,
        )

    def _fail(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def clear(self) -> None:
        """Forget it."""
        self._picture.picture = QPixmap()
        self.name.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
