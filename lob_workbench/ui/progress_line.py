"""How far something is that takes longer than a second, and the way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from lob_workbench.domain.progress import Progress
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import space

_PATIENCE_MS = 1_000
_LOOK_MS = 120


class ProgressLine(QWidget):
    """Words, a bar and *Stoppen*; hidden for what is done within a second."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self.words = Label(words, self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        self.stop_button = Button(self.tr("Stoppen"), self, kind=ButtonKind.QUIET)
        self.stop_button.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self.hide()

    def say(self, words: str) -> None:
        """What is being done now."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)

    def begin(self) -> Progress:
        """Start watching; give the result to the work."""
        self._progress = Progress()
        self._patience.start()
        return self._progress

    def end(self) -> None:
        """It is done, stopped or refused."""
        self._progress = None
        self._patience.stop()
        self._look.stop()
        self.hide()

    def stop(self) -> None:
        """Stop the work at its next step."""
        if self._progress is not None:
            self._progress.stop()

    def _appear(self) -> None:
        self._show_progress()
        self._look.start()
        self.show()

    def _show_progress(self) -> None:
        if self._progress is not None:
            self.bar.setMaximum(self._progress.total)
            self.bar.setValue(self._progress.done)
