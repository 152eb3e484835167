"""Which signals are shown with students; each counts as soon as it is ticked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.contributions import SignalKind, Tone
from lob_workbench.people.preferences import Preferences, change_preferences
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space
from lob_workbench.ui.toggles import CheckBox


class SignalsSection(QWidget):
    """A tick for each kind of signal; on a page of so many letters these go without."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._saving = 0
        about = Paragraph(
            self.tr("Wat je aanvinkt, zie je bij Studenten en in Vandaag."), self, ink="muted"
        )
        self.boxes = {
            SignalKind.OVERDUE: CheckBox(self.tr("Een afspraak is over tijd"), self),
            SignalKind.NOT_SPOKEN: CheckBox(self.tr("Lang niet gesproken"), self),
            SignalKind.BEHIND: CheckBox(self.tr("Achter op de norm"), self),
            SignalKind.BIRTHDAY: CheckBox(self.tr("Wordt binnen 30 dagen 16 of 18"), self),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(about)
        for box in self.boxes.values():
            box.clicked.connect(self.save)
            column.addWidget(box)
        self.show_preferences(Preferences())

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is stored; not while newer choices are on their way."""
        if not self._saving:
            for kind, box in self.boxes.items():
                box.setChecked(chosen.shows(kind))

    def save(self) -> None:
        """Keep the ticks as they stand."""
        off = frozenset(kind.value for kind, box in self.boxes.items() if not box.isChecked())
        self._saving += 1
        self._context.jobs.run(
            change_preferences,
            {"signals_off": off},
            receiver=self,
            done="_take_saved",
            failed="_refuse",
        )

    def _take_saved(self, _changes: object) -> None:
        self._saving -= 1
        if not self._saving:
            self._context.navigator.say(self.tr("Bewaard. Dit geldt vanaf nu."), Tone.GOOD)

    def _refuse(self, error: Exception) -> None:
        self._saving -= 1
        self._context.navigator.complain(error)
