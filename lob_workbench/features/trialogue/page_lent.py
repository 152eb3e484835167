"""What student and company see on the lent laptop: their own part, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.features.trialogue.drafts import VOICE, copy_of_voice, voice_from_json
from lob_workbench.features.trialogue.operations_lent import begin_voice, hand_in_voice, keep_voice
from lob_workbench.features.trialogue.page_words import asked
from lob_workbench.features.trialogue.rules import VoiceDraft
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import VoicePart
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lent_view import Delivery, LentContext, LentView
from lob_workbench.ui.messages import Message
from lob_workbench.ui.text_area import TextArea
from lob_workbench.ui.theme import TextSize, sized_font, space


@dataclass(frozen=True, slots=True)
class VoiceSubject:
    """Whose part of which talk. ``person`` may be empty for a company: then the view asks."""

    talk_id: UUID
    student_id: UUID
    party: Party
    person: str
    first_name: str
    """Of the student, for the questions."""


class LentVoice(LentView):
    """Asks one party the questions of the trialogue; *Klaar* hands its voice in."""

    def __init__(
        self, context: LentContext, subject: VoiceSubject, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        at_work = subject.party is Party.COMPANY
        super().__init__(
            context,
            subject.person or translate("LentVoice", "het leerbedrijf"),
            parent,
            subtitle=translate(
                "LentVoice",
                "Schrijf op wat jij op het werk ziet, in je eigen woorden. Je mag vragen "
                "overslaan. Straks leggen jullie alle drie de delen naast elkaar.",
            )
            if at_work
            else translate(
                "LentVoice",
                "Schrijf op hoe jij het ziet, in je eigen woorden. Je mag vragen overslaan. "
                "Straks leggen jullie alle drie de delen naast elkaar.",
            ),
        )
        self._subject = subject
        self._draft: VoiceDraft | None = None
        self._copies: Sequence[KeptCopy] = ()
        self.fields: list[AskedField] = []
        self.name: LineField | None = None
        keeper = self.keep_draft(self._collect, keep_voice, copy_of=copy_of_voice)
        keeper.saved.connect(self._let_copies_go)
        self.body.setSpacing(space(6))
        self.done_button.setEnabled(False)
        if context.away is not None:
            context.away.line_changed.connect(self._line_is_back)

    def begin(self) -> None:
        """Look for what was begun."""
        self.context.jobs.run(
            begin_voice,
            self._subject.talk_id,
            self._subject.student_id,
            self._subject.party,
            self._subject.person,
            receiver=self,
            done="take_begun",
            failed="show_unread",
        )

    def take_begun(self, draft: VoiceDraft) -> None:
        """What the database has; then what this laptop has."""
        self._draft = draft
        if self.context.away is None:
            self.take_copies(())
            return
        self.context.jobs.locally(
            self.context.away.drafts.find,
            VOICE,
            draft.subject,
            receiver=self,
            done="take_copies",
            failed="take_no_copies",
        )

    def take_copies(self, copies: Sequence[KeptCopy]) -> None:
        """Everything is known: show the questions. What this laptop kept was typed later."""
        assert self._draft is not None
        self._copies = copies
        for kept in copies:
            self._draft = replace(self._draft, parts=voice_from_json(kept.copy.content).parts)
        self._ask(self._draft)
        self.done_button.setEnabled(True)
        if copies and self.keeper is not None:
            self.keeper.touch()

    def take_no_copies(self, error: Exception) -> None:
        """The copies on this laptop do not open: they stay, and the questions can be answered."""
        self.said.emit(Message(error_text(error), Tone.ATTENTION))
        self.take_copies(())

    def show_unread(self, error: Exception) -> None:
        """What was begun cannot be read, so nothing may be written over it yet."""
        self.said.emit(Message(error_text(error), Tone.DANGER))

    def delivery(self) -> Delivery | None:
        """Hand in what stands there; that nothing was written, the operation says."""
        draft = self._typed()
        if draft is None:
            return None
        if self.name is not None and self.name.is_empty():
            self.name.set_error(self.tr("Vul hier je naam in."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return Delivery(hand_in_voice, (draft,))

    def take_handed_in(self, result: object) -> None:
        """It is written: the copies that it was made from may go."""
        self._let_copies_go(None)
        super().take_handed_in(result)

    def outcome(self, result: object) -> Message:
        """What the counsellor hears."""
        words = self.tr("Het deel van {name} staat erbij.")
        return Message(words.format(name=self.person), Tone.GOOD)

    def _ask(self, draft: VoiceDraft) -> None:
        said = {part.topic: part.text for part in draft.parts}
        stops: list[QWidget] = []
        if self._subject.party is Party.COMPANY:
            self.name = LineField(self.tr("Je naam"), self, required=True)
            self.name.set_value(draft.by_name)
            self.name.changed.connect(self._touch)
            self.body.addWidget(self.name)
            stops.append(self.name.edit)
        for topic in VoiceTopic:
            question = asked(topic, self._subject.party, self._subject.first_name)
            field = AskedField(topic, question.question, question.hint, said.get(topic, ""), self)
            field.area.textChanged.connect(self._touch)
            self.fields.append(field)
            self.body.addWidget(field)
            stops.append(field.area)
        self.body.addStretch(1)
        for first, second in pairwise([*stops, self.later_button, self.done_button]):
            QWidget.setTabOrder(first, second)
        asks_name = self.name is not None and self.name.is_empty()
        stops[0 if asks_name or self.name is None else 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _touch(self) -> None:
        if self.keeper is not None:
            self.keeper.touch()

    def _typed(self) -> VoiceDraft | None:
        if self._draft is None:
            return None
        name = self._draft.by_name if self.name is None else self.name.value()
        parts = tuple(VoicePart(field.topic, field.area.toPlainText()) for field in self.fields)
        return replace(self._draft, by_name=name, parts=parts)

    def _collect(self) -> tuple[VoiceDraft] | None:
        draft = self._typed()
        return None if draft is None or not self.fields else (draft,)

    def _let_copies_go(self, _moment: object) -> None:
        """The school has their words."""
        copies, self._copies = self._copies, ()
        if copies and self.context.away is not None and not self.context.jobs.stopped:
            self.context.jobs.locally(
                self.context.away.drafts.discard, copies, receiver=self, failed="keep_copies"
            )

    def keep_copies(self, _error: Exception) -> None:
        """They stay, and are offered once more: that costs a click and no words."""

    def _line_is_back(self, up: bool) -> None:
        if up and self._draft is None:
            self.begin()


class AskedField(QWidget):
    """A question in large type, and room for the answer."""

    def __init__(
        self, topic: VoiceTopic, question: str, hint: str, answer: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.topic = topic
        self.area = TextArea(self, min_lines=2, placeholder=hint)
        self.area.setFont(sized_font(TextSize.LARGE))
        self.area.setAccessibleName(question)
        self.area.setPlainText(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(Paragraph(question, self, size=TextSize.LARGE, bold=True))
        column.addWidget(self.area)
