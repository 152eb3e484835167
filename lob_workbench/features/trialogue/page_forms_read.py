"""What came back in a form, literally, before it is taken over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.trialogue.rules_forms import CheckedForm
from lob_workbench.talks.rules import Party
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.labels import Heading, Line, Paragraph
from lob_workbench.ui.spoken import Spoken, speak_as
from lob_workbench.ui.theme import TextSize, space


class ReadingForm(QWidget):
    """Who filled it in, each question with its answer, and *Overnemen*."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Where the keyboard waits while somebody reads; Tab goes on to the choice below.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, Spoken.READING)
        self.title = Heading("", self, size=TextSize.LARGE)
        self.who = Paragraph("", self, selectable=True)
        self.remark = Panel("", self, tint="attention")
        self.answers = QWidget(self)
        self._words = QVBoxLayout(self.answers)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(space(1))
        self.take_button = Button(self.tr("&Overnemen"), self, icon="ph.check")
        self.take_button.clicked.connect(self.accepted)
        self.cancel_button = Button(self.tr("Niet overnemen"), self, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(1), 0, 0)
        column.setSpacing(space(3))
        column.addWidget(Line(self))
        column.addWidget(self.title)
        column.addWidget(self.who)
        column.addWidget(self.remark)
        column.addWidget(self.answers)
        column.addLayout(buttons)

    def show_form(self, checked: CheckedForm, party: Party) -> None:
        """Show what would become the voice of ``party``."""
        self.forget()
        if party is Party.COMPANY:
            self.title.setText(self.tr("Dit schreef het bedrijf"))
        else:
            self.title.setText(self.tr("Dit schreef de student"))
        self.setAccessibleName(self.title.text())
        answers = checked.answers
        # Not under the labels of the form: those say *je* to who filled it in.
        day = answers.filled_on and f"{checked.text.day_label}: {answers.filled_on}"
        shown = "\n".join(filter(None, (answers.signed, day)))
        if not answers.signed:
            nameless = self.tr("Er staat geen naam bij. In het gesprek komt: {name}.")
            shown = "\n".join(filter(None, (shown, nameless.format(name=checked.signed))))
        self.who.setText(shown)
        self.remark.set_text(
            self.tr(
                "In dit bestand zit ook een script of een bijlage. Daar is niets mee gedaan. "
                "Open het bestand zelf liever niet."
            )
        )
        self.remark.setVisible(checked.active)
        said = {part.topic: part.text for part in answers.parts}
        for question in checked.text.questions:
            self._words.addSpacing(space(1))
            self._words.addWidget(Paragraph(question.title, self.answers, bold=True))
            self._words.addWidget(
                Paragraph(question.question, self.answers, size=TextSize.SMALL, ink="muted")
            )
            answer = said.get(question.topic, "")
            if answer:
                words = Paragraph(answer, self.answers, selectable=True)
            else:
                words = Paragraph(self.tr("Niet ingevuld"), self.answers, ink="muted")
            self._words.addWidget(words)

    def forget(self) -> None:
        """Forget the words."""
        self.who.setText("")
        while (item := self._words.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
