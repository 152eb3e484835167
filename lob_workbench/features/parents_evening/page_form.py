"""The form in which an evening is planned or changed."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.features.parents_evening.operations import save_evening
from lob_workbench.features.parents_evening.rules import MINUTES, Evening, EveningDraft
from lob_workbench.storage.base import new_id
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import DateField, Form, FormErrors, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space


class EveningForm(Card):
    """Name, day, from when to when, and how long each talk takes."""

    done = Signal(object)
    """The id of the evening that was saved, or ``None`` when it was given up."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(self.tr("Ouderavond plannen"), parent, icon="ph.calendar-plus")
        self._context = context
        self._id: UUID | None = None
        self._version: int | None = None
        self.name = LineField(self.tr("Naam"), self, required=True, limit=120)
        self.day = DateField(self.tr("Dag"), self, required=True, today=context.clock.today)
        self.starts = LineField(self.tr("Van"), self, required=True, limit=5)
        self.ends = LineField(self.tr("Tot"), self, required=True, limit=5)
        self.minutes = LineField(self.tr("Minuten per gesprek"), self, required=True, limit=2)
        form = Form(self)
        form.add(self.name)
        form.add(self.day)
        form.add(self.starts, self.ends, self.minutes)
        self.refused = Paragraph("", self, ink="danger")
        self.save_button = Button(self.tr("Bewaren"), self, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self._save)
        self.cancel_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self._give_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self.body.addWidget(form)
        self.body.addWidget(self.refused)
        self.body.addLayout(buttons)

    def begin(self, evening: Evening | None) -> None:
        """Ask for a new evening, or change ``evening``."""
        self._id = new_id() if evening is None else evening.id
        self._version = None if evening is None else evening.version
        self.set_title(
            self.tr("Ouderavond plannen") if evening is None else self.tr("Avond aanpassen")
        )
        self.name.set_value(self.tr("Ouderavond") if evening is None else evening.name)
        self.day.set_value(None if evening is None else evening.on)
        self.starts.set_value("19:00" if evening is None else evening.starts_at)
        self.ends.set_value("21:00" if evening is None else evening.ends_at)
        self.minutes.set_value(str(MINUTES if evening is None else evening.minutes))
        self.refused.hide()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget what was filled in, and hide."""
        self._id = self._version = None
        self.hide()

    def _save(self) -> None:
        fields = [self.name, self.day, self.starts, self.ends, self.minutes]
        if not FormErrors(fields).check() or self._id is None:
            return
        minutes = self.minutes.value().strip()
        draft = EveningDraft(
            self._id,
            self.name.value(),
            self.day.value(),
            self.starts.value().strip(),
            self.ends.value().strip(),
            int(minutes) if minutes.isascii() and minutes.isdigit() else 0,
        )
        self.save_button.setEnabled(False)
        self._context.jobs.run(
            save_evening,
            draft,
            self._version,
            receiver=self,
            done="_take_saved",
            failed="_take_refused",
        )

    def _take_saved(self, _changes: Changes) -> None:
        self.save_button.setEnabled(True)
        saved = self._id
        self.put_away()
        self.done.emit(saved)

    def _take_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.refused.setText(error_text(error))
        self.refused.show()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.put_away()
        self.done.emit(None)
