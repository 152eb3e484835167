"""Copies of the workbook: make one now, see the last one, and how to put one back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.settings.page_drill import DrillSection
from lob_workbench.features.settings.page_second_place import SecondPlaceSection
from lob_workbench.people.backup_care import CopiesView
from lob_workbench.storage.backup import Backup
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.copy_care import CopyCare
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.theme import TextSize, space


class BackupSection(QWidget):
    """When the last copy was made and where it is, and the button for another."""

    def __init__(
        self, context: PageContext, copies: CopyCare, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._copies = copies
        self.place = SecondPlaceSection(context, copies, self)
        self.drill = DrillSection(context, copies, self)
        self._last = Paragraph("", self, bold=True)
        self._where = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        about = Paragraph(
            self.tr(
                "Bij het sluiten maakt de werkbank er zelf een, en elke dag dat hij open blijft."
            ),
            self,
            ink="muted",
        )
        back = Paragraph(
            self.tr(
                "Terugzetten doe je op het eerste scherm, met ‘Reservekopie terugzetten’. De "
                "kopie gaat open met de wachtwoordzin of de herstelcode van toen."
            ),
            self,
            ink="muted",
        )
        self.make_button = Button(
            self.tr("Nu een reserve&kopie maken"), self, icon="ph.archive-box"
        )
        self.make_button.clicked.connect(self.make)
        row = QHBoxLayout()
        row.addWidget(self.make_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._last)
        column.addWidget(self._where)
        column.addWidget(about)
        column.addLayout(row)
        column.addWidget(back)
        column.addSpacing(space(1))
        for part in (self.place, self.drill):
            column.addWidget(Line(self))
            column.addWidget(part)

    @property
    def words(self) -> str:
        """What is said about the last copy."""
        return f"{self._last.text()} {self._where.text()}"

    def load(self) -> None:
        """Look which copy is the last."""
        self._context.jobs.render(
            self._copies.view, receiver=self, done="_show_view", failed="_refuse_view"
        )

    def make(self) -> None:
        """Make a copy now."""
        self.make_button.setEnabled(False)
        self.make_button.setText(self.tr("De kopie wordt gemaakt…"))
        self._context.jobs.render(
            self._context.care.back_up, receiver=self, done="_take_made", failed="_refuse"
        )

    def clear(self) -> None:
        """Forget where the copies are."""
        self._last.setText("")
        self._where.setText("")
        self.place.clear()
        self.drill.clear()

    def _show_view(self, view: CopiesView) -> None:
        self._show_last(view.last)
        self.place.show_view(view)
        self.drill.show_care(view.care)

    def _refuse_view(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def _show_last(self, last: Backup | None) -> None:
        if last is None:
            self._last.setText(self.tr("Er is nog geen reservekopie."))
            self._where.setText("")
            self._where.hide()
            return
        made = local(last.made_at)
        self._last.setText(
            self.tr("Laatste kopie: {day} om {time}").format(
                day=long_date(made.date()), time=format_time(made.time())
            )
        )
        self._where.setText(str(last.path))
        self._where.show()

    def _take_made(self, _path: object) -> None:
        self._end()
        self.load()
        self._context.navigator.say(
            self.tr("De reservekopie is gemaakt en gecontroleerd."), Tone.GOOD
        )

    def _refuse(self, error: Exception) -> None:
        self._end()
        self._context.navigator.complain(error)

    def _end(self) -> None:
        self.make_button.setEnabled(True)
        self.make_button.setText(self.tr("Nu een reserve&kopie maken"))
