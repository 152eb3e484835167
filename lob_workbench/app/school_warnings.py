"""What is to be known of a school at logging in: it stands there until it was read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.theme import space


class SchoolWarnings(QWidget):
    """Every warning under the other; the bar below shows one message, and only until the next."""

    def __init__(self, warnings: Sequence[WorkbenchError], parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = Panel(
            "\n".join(error_text(warning) for warning in warnings), self, tint="attention"
        )
        self.read_button = Button(self.tr("&Gelezen"), self.panel, kind=ButtonKind.QUIET)
        self.read_button.setAccessibleDescription(self.panel.words.text())
        self.read_button.clicked.connect(self.hide)
        foot = QHBoxLayout()
        foot.addWidget(self.read_button)
        foot.addStretch(1)
        self.panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(3), space(6), 0)
        column.addWidget(self.panel)
