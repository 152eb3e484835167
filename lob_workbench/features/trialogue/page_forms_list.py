"""The forms that went out, each with how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.trialogue.rules_forms import FormState, IssuedFormView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space


class FormRows(QWidget):
    """A line for each form, newest first."""

    print_asked = Signal(object)
    original_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FormRow] = []
        self.has_open = False
        """Whether a form is out that still counts."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(2))
        self.hide()

    def show_forms(self, forms: Sequence[IssuedFormView]) -> None:
        """Show these."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        self.has_open = any(form.state is FormState.OPEN for form in forms)
        for form in forms:
            row = FormRow(form, self)
            row.print_asked.connect(self.print_asked)
            row.original_asked.connect(self.original_asked)
            self._column.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(forms))


class FormRow(QWidget):
    """One form: version, mark, until when, how it stands, and what can be done with it."""

    print_asked = Signal(object)
    original_asked = Signal(object)

    def __init__(self, form: IssuedFormView, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        made = long_date(local(form.issued_at).date(), weekday=False)
        name = self.tr("Versie {version}, kenmerk {mark}").format(
            version=form.version, mark=form.mark
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(name, self))
        words.addWidget(
            Paragraph(
                self.tr("Gemaakt op {made}, geldig tot en met {until}").format(
                    made=made, until=long_date(form.expires_on, weekday=False)
                ),
                self,
                size=TextSize.SMALL,
                ink="muted",
            )
        )
        state, tone, icon = self._state()
        self.chip = Chip(state, self, tone=tone, icon=icon)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addLayout(words, 1)
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(head)
        self.button: Button | None = None
        if form.state is FormState.OPEN:
            self.button = Button(
                self.tr("Nog eens bewaren"), self, kind=ButtonKind.QUIET, icon="ph.download-simple"
            )
            self.button.clicked.connect(self._ask_print)
        elif form.file_name:
            self.button = Button(
                self.tr("Bestand bewaren"), self, kind=ButtonKind.QUIET, icon="ph.download-simple"
            )
            self.button.clicked.connect(self._ask_original)
        if self.button is not None:
            self.button.setAccessibleName(f"{self.button.text()}: {name}")
            column.addWidget(self.button)

    def _state(self) -> tuple[str, Tone, str]:
        match self._form.state:
            case FormState.OPEN:
                return self.tr("staat uit"), Tone.CALM, "ph.paper-plane-tilt"
            case FormState.READ:
                return self.tr("ingelezen"), Tone.GOOD, "ph.check"
            case FormState.EXPIRED:
                return self.tr("verlopen"), Tone.ATTENTION, "ph.clock"
            case FormState.SUPERSEDED:
                return self.tr("vervangen"), Tone.CALM, "ph.arrows-clockwise"

    def _ask_print(self) -> None:
        self.print_asked.emit(self._form)

    def _ask_original(self) -> None:
        self.original_asked.emit(self._form)
