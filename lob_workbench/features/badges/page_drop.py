"""A place to drop files on, or to choose them with a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.drop_area import DropArea
from lob_workbench.ui.labels import Heading, Mark, Paragraph
from lob_workbench.ui.theme import Role, TextSize, space


class DropPlace(DropArea):
    """``dropped`` has the files; ``asked``: the button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, many=True)
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
