"""Screens that fill the window while no workbook is open: a calm column in the middle."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lob_workbench.app.navigation import Logo
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space, text_width

_MOST_LINES: Final = 34


class Screen(QWidget):
    """Logo, title and one line; the work goes in ``body``, buttons in ``buttons``.

    ``left`` asks to go back to where this screen was opened from (the button, or Esc).
    """

    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, back: bool = True, characters: int = 84
    ) -> None:
        super().__init__(parent)
        self._may_leave = back
        self.title = Heading("", self)
        self.subtitle = Paragraph("", self, ink="muted")
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(Logo(self, lines=2.6), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.back_button = Button(
            self.tr("&Terug"), self, kind=ButtonKind.QUIET, icon="ph.arrow-left"
        )
        self.back_button.setVisible(self._may_leave)
        self.back_button.clicked.connect(self.leave)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        scroll = ScrollColumn(self)
        self.body = scroll.column
        self.body.setContentsMargins(space(1), space(1), space(2), space(1))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(space(2))
        self.buttons.setContentsMargins(0, 0, space(2), 0)
        self.buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(space(4))
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(self.buttons)
        self.column = column
        middle = QWidget(self)
        middle.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        middle.setMaximumWidth(text_width(self, characters))
        # On a tall window the buttons stay near what they belong to.
        middle.setMaximumHeight(self.fontMetrics().height() * _MOST_LINES)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(6), space(6), space(6), space(5))
        across = QVBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(2)
        row.addStretch(1)
        row.addLayout(across, 100)
        row.addStretch(1)

    def set_words(self, title: str, subtitle: str) -> None:
        """What this screen is called, and what it is for."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def leave(self) -> None:
        """Go back to where this screen was opened from."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._may_leave:
            self.leave()
        else:
            super().keyPressEvent(event)


class QuietScreen(QWidget):
    """One line in the middle while something is finished, and a way out if it lasts."""

    skipped = Signal()

    def __init__(self, text: str, skip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = Heading(text, self, size=TextSize.LARGE)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words = words
        self.skip_button = Button(skip, self, kind=ButtonKind.SECONDARY)
        self.skip_button.hide()
        self.skip_button.clicked.connect(self.skipped)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(text_width(self, 44))
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setSpacing(space(4))
        column.addStretch(1)
        column.addWidget(Logo(self, lines=2.6), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.skip_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_step(self, text: str, skip: str, done: int, total: int) -> None:
        """Another line, with how far it is, and the way past it in sight at once."""
        if self.words.text() != text:
            self.words.setText(text)
            self.bar.setAccessibleName(text)
            self.skip_button.setText(skip)
            self.skip_button.show()
            self.skip_button.setFocus()
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.bar.show()
