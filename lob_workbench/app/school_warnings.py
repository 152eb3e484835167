"""What is to be known of a school at logging in: it stands there until it was read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space


class SchoolWarnings(QWidget):
    """Every warning under the other; the bar below shows one message, and only until the next."""

    def __init__(self, warnings: Sequence[WorkbenchError], parent: QWidget) -> None:
        super().__init__(parent)
        texts = [error_text(warning) for warning in warnings]
        self.panel = Panel(texts[0], self, tint="attention")
        for text in texts[1:]:
            self.panel.body.addWidget(Paragraph(text, self.panel))
        self.read_button = Button(self.tr("&Gelezen"), self.panel, kind=ButtonKind.QUIET)
        self.read_button.setAccessibleDescription(" ".join(texts))
        self.read_button.clicked.connect(self.hide)
        # Beside the words: at the least height of the window every line counts.
        self.panel.add_action(self.read_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(3), space(6), 0)
        column.addWidget(self.panel)

    @property
    def words(self) -> str:
        """What it says, one warning a line."""
        found = self.panel.findChildren(Paragraph)
        return "\n".join(paragraph.text() for paragraph in found)
