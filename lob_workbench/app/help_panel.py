"""F1: a few short paragraphs about the page, beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.terms import own
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space, text_width

GENERAL_TOPIC = "today"


class HelpPanel(QFrame):
    """Shows a topic of the help; ``closed`` when the reader has had enough."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = Heading("", self, size=TextSize.LARGE)
        self.close_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.x", tip=self.tr("Uitleg sluiten (Esc)")
        )
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._text = ScrollColumn(self)
        self._text.take_keys()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(3), space(3), space(3))
        column.setSpacing(space(2))
        column.addLayout(head)
        column.addWidget(self._text, 1)
        self.setFixedWidth(text_width(self, 44))
        self.setFocusProxy(self._text)

    @property
    def title(self) -> str:
        """What it explains."""
        return self._title.text()

    def show_topic(self, topic: str) -> None:
        """Explain ``topic``; one without a text of its own gets the general one."""
        from lob_workbench.content.load import help_pages

        pages = help_pages()
        page = pages.get(topic) or pages[GENERAL_TOPIC]
        self._title.setText(own(page.title))
        self._text.setAccessibleName(own(page.title))
        while (item := self._text.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for paragraph in page.paragraphs:
            self._text.column.addWidget(Paragraph(own(paragraph), self._text.content))
        keys = self.tr(
            "Toetsen: Ctrl+S bewaart je concept, Ctrl+Enter legt vast, Ctrl+P drukt af, Ctrl+N "
            "begint iets nieuws, Alt met een cijfer kiest een pagina, Esc gaat terug en Ctrl+L "
            "vergrendelt. F1 sluit deze uitleg."
        )
        self._text.column.addWidget(
            Paragraph(keys, self._text.content, size=TextSize.SMALL, ink="muted")
        )
        self._text.column.addStretch(1)
        self.setAccessibleName(own(page.title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
