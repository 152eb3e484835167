"""The hints of a first time: how many were put away, and the way to have them all back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.people.preferences import Preferences, change_preferences
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space


class HintsSection(QWidget):
    """One line and one button, which does something only when a hint is away."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._about = Paragraph("", self, ink="muted")
        self.back = Button(self.tr("Tips weer tonen"), self)
        self.back.clicked.connect(self.bring_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self._about)
        column.addWidget(self.back)
        self.show_preferences(Preferences())

    def show_preferences(self, chosen: Preferences) -> None:
        """Say how many hints are away."""
        away = len(chosen.hints_away)
        self.back.setEnabled(bool(away))
        if not away:
            words = self.tr(
                "Op sommige pagina’s staat een tip. Met ‘Begrepen’ zet je hem voorgoed weg."
            )
        elif away == 1:
            words = self.tr("Je hebt 1 tip weggezet.")
        else:
            words = self.tr("Je hebt {count} tips weggezet.").format(count=away)
        self._about.setText(words)

    def bring_back(self) -> None:
        """Have every hint shown again."""
        self._context.jobs.run(
            change_preferences,
            {"hints_away": frozenset()},
            receiver=self,
            done="_take_saved",
            failed="_refuse",
        )

    def _take_saved(self, _changes: object) -> None:
        words = self.tr("Je ziet de tips weer, elk op zijn eigen pagina.")
        self._context.navigator.say(words, Tone.GOOD)

    def _refuse(self, error: Exception) -> None:
        self._context.navigator.complain(error)
