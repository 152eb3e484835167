"""What every view of the page of life skills answers to: matrix, agreements, growth."""

from PySide6.QtWidgets import QWidget

from lob_workbench.features.life_skills.rules import Selection


class SkillsView(QWidget):
    """One view; the page tells it whose life skills to show, and again when something changed."""

    def show_selection(self, selection: Selection) -> None:
        """Load and show these people and skills."""
        raise NotImplementedError
