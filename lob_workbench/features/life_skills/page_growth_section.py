"""Stands in until the section itself is merged."""

from PySide6.QtWidgets import QWidget

from lob_workbench.skills.rules import Learner
from lob_workbench.ui.context import PageContext


class GrowthSection(QWidget):
    """Nothing to see yet."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_learner(self, learner: Learner, set_key: str) -> None:
        """Nothing yet."""
