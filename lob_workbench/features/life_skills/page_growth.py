"""Stands in until the view itself is merged."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.features.life_skills.page_view import SkillsView
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph


class GrowthView(SkillsView):
    """Nothing to see yet."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addWidget(Paragraph("", self))
        column.addStretch(1)

    def show_selection(self, selection: Selection) -> None:
        """Nothing yet."""
