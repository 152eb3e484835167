"""What a form will say, from the data, before it is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.trialogue.rules_forms import FormSheet
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.forms import DateField
from lob_workbench.ui.labels import Heading, Label, Line, Paragraph
from lob_workbench.ui.theme import TextSize, space


class MakingForm(QWidget):
    """The sheet as who gets it will see it, until when it counts, and *Bewaren als PDF*."""

    save_asked = Signal(object, object)
    """The last day, and the sheet that was shown."""
    cancelled = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: FormSheet | None = None
        self.replaces = Panel(
            self.tr("Er staat nog een formulier uit. Dat werkt niet meer zodra je dit bewaart."),
            self,
            tint="attention",
        )
        self.until = DateField(
            self.tr("&Geldig tot en met"), self, required=True, today=context.clock.today
        )
        self.preview = QFrame(self)
        self.preview.setProperty("kind", "panel")
        self.preview.setProperty("tint", "calm")
        self.preview.setAccessibleName(self.tr("Zo ziet het formulier eruit"))
        self._words = QVBoxLayout(self.preview)
        self._words.setContentsMargins(space(4), space(3), space(4), space(4))
        self._words.setSpacing(space(1))
        # Not primary: that is what the page as a whole is for.
        self.save_button = Button(self.tr("&Bewaren als PDF…"), self, icon="ph.download-simple")
        self.save_button.clicked.connect(self._save)
        self.until.edit.returnPressed.connect(self._save)
        self.cancel_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(1), 0, 0)
        column.setSpacing(space(3))
        column.addWidget(Line(self))
        column.addWidget(self.replaces)
        column.addWidget(self.until)
        column.addLayout(buttons)
        column.addWidget(Label(self.tr("Zo ziet het formulier eruit"), self, ink="muted"))
        column.addWidget(self.preview)

    def show_sheet(self, sheet: FormSheet, *, replaces: bool) -> None:
        """Show what the form will say. ``replaces``: another one is out that still counts."""
        self.forget()
        self._sheet = sheet
        self.replaces.setVisible(replaces)
        self.until.set_value(sheet.expires_on)
        text = sheet.text
        self._add(Heading(text.title, self.preview, size=TextSize.LARGE))
        facts = [
            (self.tr("Student"), sheet.student),
            (self.tr("Bedrijf"), sheet.company),
            (self.tr("Begeleider van school"), sheet.counsellor),
            (self.tr("Gesprek"), sheet.talk),
            (self.tr("Op"), "" if sheet.talk_on is None else long_date(sheet.talk_on)),
        ]
        shown = "\n".join(f"{label}: {value}" for label, value in facts if value)
        self._add(Paragraph(shown, self.preview))
        self._add(Paragraph(text.intro, self.preview))
        asked = ", ".join((text.name_label, text.function_label, text.day_label))
        self._add(Paragraph(asked, self.preview, ink="muted"))
        for question in text.questions:
            self._words.addSpacing(space(1))
            self._add(Paragraph(question.title, self.preview, bold=True))
            self._add(Paragraph(question.question, self.preview))
            self._add(Paragraph(question.hint, self.preview, size=TextSize.SMALL, ink="muted"))

    def show_problem(self, words: str) -> None:
        """Say under the day what is wrong with it."""
        self.until.set_error(words)
        self.until.setFocus()

    def forget(self) -> None:
        """Forget the sheet: it names a student."""
        self._sheet = None
        while (item := self._words.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, words: QWidget) -> None:
        self._words.addWidget(words)

    def _save(self) -> None:
        day = self.until.value()
        if self.until.check() and day is not None and self._sheet is not None:
            self.save_asked.emit(day, self._sheet)
        else:
            self.until.setFocus()
