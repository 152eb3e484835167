"""F1: a few short paragraphs about the page, beside it, with pictures; and the list of keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.schema import HelpPage
from lob_workbench.domain.terms import own
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.page import Page, ScrollColumn
from lob_workbench.ui.theme import TextSize, space, text_width

GENERAL_TOPIC = "today"
_PAGE, _KEYS = "page", "keys"


class HelpPanel(QFrame):
    """Shows a topic of the help, or the keys; ``closed`` when the reader has had enough.

    Pictures are enlarged over ``over``, which is what the panel stands in.
    """

    closed = Signal()
    keys_asked = Signal()
    """The list of keys was chosen; who knows the page answers with :meth:`show_keys`."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._topic = ""
        self.setProperty("kind", "card")
        self._title = Heading("", self, size=TextSize.LARGE)
        self.close_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.x", tip=self.tr("Uitleg sluiten (Esc)")
        )
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.choice = FilterChips(
            [
                Filter(_PAGE, self.tr("Deze pagina"), "ph.question"),
                Filter(_KEYS, self.tr("Sneltoetsen"), "ph.keyboard"),
            ],
            self,
            exclusive=True,
            name=self.tr("Wat je leest"),
        )
        self.choice.changed.connect(self._chosen)
        self._text = ScrollColumn(self)
        self._text.take_keys()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(3), space(3), space(3))
        column.setSpacing(space(2))
        column.addLayout(head)
        column.addWidget(self.choice)
        column.addWidget(self._text, 1)
        self.setFixedWidth(text_width(self, 44))
        self.setFocusProxy(self._text)
        self.hide()

    @property
    def title(self) -> str:
        """What it explains."""
        return self._title.text()

    @property
    def shows_keys(self) -> bool:
        """Whether it is the list of keys that is shown."""
        return _KEYS in self.choice.value()

    def show_topic(self, topic: str) -> None:
        """Explain ``topic``; one without a text of its own gets the general one."""
        from lob_workbench.content.help_texts import help_pages

        self._topic = topic
        pages = help_pages()
        page = pages.get(topic) or pages[GENERAL_TOPIC]
        self._begin(_PAGE, own(page.title))
        self._tell(page)
        if page.then:
            more = pages[page.then]
            heading = Heading(own(more.title), self._text.content, size=TextSize.LARGE)
            self._text.column.addWidget(heading)
            self._tell(more)
        self._text.column.addStretch(1)

    def show_keys(self, page: Page | None) -> None:
        """List the keys, with what they do on ``page``, and take the focus."""
        from lob_workbench.app.help_keys import KeyList

        self._begin(_KEYS, self.tr("Sneltoetsen"))
        self._text.column.addWidget(KeyList(page, self._text.content))
        self._text.column.addStretch(1)
        self.read()

    def read(self) -> None:
        """Come into sight with the focus, so that the arrows scroll; not from a choice in here."""
        self.show()
        if not self.choice.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, page: HelpPage) -> None:
        from lob_workbench.app.help_picture import PictureView

        for number, paragraph in enumerate(page.paragraphs, start=1):
            self._text.column.addWidget(Paragraph(own(paragraph), self._text.content))
            for picture in (one for one in page.pictures if one.after == number):
                self._text.column.addWidget(PictureView(picture, self._over, self._text.content))

    def _begin(self, choice: str, title: str) -> None:
        self.choice.set_value(frozenset({choice}))
        self._title.setText(title)
        self._text.setAccessibleName(title)
        while (item := self._text.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._text.verticalScrollBar().setValue(0)

    def _chosen(self) -> None:
        if self.shows_keys:
            self.keys_asked.emit()
        else:
            self.show_topic(self._topic)
