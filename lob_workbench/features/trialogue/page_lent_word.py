"""The last word of a party, on the lent laptop: what was said together, and whether it is right."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.trialogue.drafts import copy_of_word
from lob_workbench.features.trialogue.operations_lent import begin_word, hand_in_word, keep_word
from lob_workbench.features.trialogue.page_words import owner_label, verdict_label
from lob_workbench.features.trialogue.rules import Word
from lob_workbench.talks.rules import AgreementText, StudentResponse, Verdict
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, ChoiceField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.lent_view import Delivery, LentContext, LentView
from lob_workbench.ui.messages import Message
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, sized_font, space

Subject = tuple[Word, str]
"""What the party reads, and its name."""


class LentWord(LentView):
    """*Klopt* or *Hier denk ik anders over*, with room for own words."""

    def __init__(
        self, context: LentContext, subject: Subject, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context,
            subject[1],
            parent,
            subtitle=QCoreApplication.translate(
                "LentWord",
                "Dit is wat jullie samen zeggen en afspreken. Lees het rustig. Zie jij het anders? "
                "Schrijf het op: jouw woorden komen ernaast te staan.",
            ),
        )
        self._word = subject[0]
        self._ready = False
        self.body.setSpacing(space(5))
        self._show_together()
        choices = [(verdict, verdict_label(verdict)) for verdict in Verdict]
        self.choice: ChoiceField[Verdict] = ChoiceField(self.tr("Klopt dit?"), choices, self)
        self.words = AreaField(self.tr("In je eigen woorden"), self, min_lines=3)
        self.words.edit.setFont(sized_font(TextSize.LARGE))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.choice.changed.connect(self._chosen)
        self.words.changed.connect(self._touch)
        self.keep_draft(self._collect, keep_word, copy_of=copy_of_word)
        self._show_hint()
        self.done_button.setEnabled(False)

    def begin(self) -> None:
        """Look for what was begun."""
        self.context.jobs.run(
            begin_word, self._word, receiver=self, done="take_begun", failed="show_unread"
        )

    def take_begun(self, word: Word) -> None:
        """Show what this party said of it before."""
        if word.response is not None:
            self.choice.set_value(word.response.verdict)
            self.words.set_value(word.response.text)
        self._show_hint()
        self._ready = True
        self.done_button.setEnabled(True)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unread(self, error: Exception) -> None:
        """What was begun cannot be read, so nothing may be written over it yet."""
        self.said.emit(Message(error_text(error), Tone.DANGER))

    def delivery(self) -> Delivery | None:
        """Hand in what was chosen."""
        word = self._typed()
        if word.response is None:
            self.choice.set_error(self.tr("Kies eerst wat je ervan vindt."))
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if word.response.verdict is Verdict.DIFFERS and self.words.is_empty():
            self.words.set_error(self.tr("Schrijf op hoe jij erover denkt."))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return Delivery(hand_in_word, (word,))

    def outcome(self, result: object) -> Message:
        """What the counsellor hears."""
        words = self.tr("{name} heeft het samen gelezen en gereageerd.")
        return Message(words.format(name=self.person), Tone.GOOD)

    def _show_together(self) -> None:
        text = TextView(self._word.together, self)
        text.setFont(sized_font(TextSize.LARGE))
        text.setAccessibleName(self.tr("Wat jullie samen zeggen"))
        self.body.addWidget(text)
        agreed = [item for item in self._word.agreements if item.what.strip()]
        if agreed:
            self.body.addWidget(
                Label(self.tr("Wat jullie afspreken"), self, size=TextSize.LARGE, bold=True)
            )
        for item in agreed:
            self.body.addWidget(Paragraph(self._agreement(item), self, size=TextSize.LARGE))

    def _agreement(self, item: AgreementText) -> str:
        words = f"•  {item.what.strip()} ({owner_label(item.owner)}"
        if item.due_on is None:
            return f"{words})"
        day = self.tr("uiterlijk {day}").format(day=plain_date(item.due_on))
        return f"{words}, {day})"

    def _chosen(self) -> None:
        self._show_hint()
        self._touch()

    def _show_hint(self) -> None:
        differs = self.choice.value() is Verdict.DIFFERS
        self.words.set_hint(
            self.tr("Wat klopt er niet, of wat mis je?")
            if differs
            else self.tr("Dit mag leeg blijven.")
        )

    def _touch(self) -> None:
        if self.keeper is not None and self._ready:
            self.keeper.touch()

    def _typed(self) -> Word:
        verdict = self.choice.value()
        said = None if verdict is None else StudentResponse(verdict, self.words.value())
        return replace(self._word, response=said)

    def _collect(self) -> tuple[Word] | None:
        return (self._typed(),) if self._ready else None
