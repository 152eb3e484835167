"""How an agreement went, behind one line that unfolds."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.features.conversations.history import has_history, history
from lob_workbench.talks.rules import AgreementView
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.theme import Role, TextSize, text_width


class HistoryLine(QWidget):
    """*Hoe het liep*: made, goes on until, done; hidden where one answer tells it all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = LinkLine(self.tr("Hoe het liep"), self, folds=True, ink=Role.INK_MUTED)
        self.line.setMaximumWidth(text_width(self, 24))
        self.line.unfolded.connect(self._unfold)
        self.words = Paragraph("", self, size=TextSize.SMALL, ink="muted", selectable=True)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.words)

    def show_agreement(self, view: AgreementView) -> None:
        """Show what became of ``view``; what is unfolded stays so."""
        self.words.setText("\n".join(history(view, QCoreApplication.translate)))
        self.line.setAccessibleName(f"{self.tr('Hoe het liep')} {view.what}")
        self.setVisible(has_history(view))

    def _unfold(self, shown: bool) -> None:
        self.words.setVisible(shown)
