"""The lent view in which a student prepares a talk: big type, one column, nothing that must."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.features.conversations.operations_preparation import (
    begun_preparation,
    hand_in,
    keep_preparation,
)
from lob_workbench.features.conversations.preparation_drafts import SCREEN, copy_of, from_json
from lob_workbench.talks.rules_preparations import (
    FormLine,
    LineKind,
    PreparationDraft,
    PreparationForm,
    PreparedAnswer,
    filled_in,
    is_unwritten,
    merged,
)
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.lent_view import Delivery, LentContext, LentView
from lob_workbench.ui.messages import Message
from lob_workbench.ui.text_area import TextArea
from lob_workbench.ui.theme import TextSize, sized_font, space

_SHORT_HINT: Final = 100


class LentPreparation(LentView):
    """Asks what ``form`` holds. What was begun before, here or without a line, stands there."""

    def __init__(
        self, context: LentContext, form: PreparationForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context,
            form.person,
            parent,
            subtitle=QCoreApplication.translate(
                "LentPreparation",
                "Straks praten jullie samen. Schrijf op wat je nu al weet, in je eigen woorden. "
                "Je mag alles overslaan. Je begeleider leest wat hier staat.",
            ),
        )
        self._form = form
        self._draft: PreparationDraft | None = None
        self._copies: Sequence[KeptCopy] = ()
        self.fields: list[_Asked] = []
        keeper = self.keep_draft(self._collect, keep_preparation, copy_of=copy_of)
        keeper.saved.connect(self._let_copies_go)
        self.body.setSpacing(space(6))
        self.done_button.setEnabled(False)
        if context.away is not None:
            context.away.line_changed.connect(self._line_is_back)

    def begin(self) -> None:
        """Look for what was begun."""
        self.context.jobs.run(
            begun_preparation,
            self._form.student_id,
            receiver=self,
            done="take_begun",
            failed="show_unread",
        )

    def take_begun(self, draft: PreparationDraft) -> None:
        """What the database has; then what this laptop has."""
        self._draft = draft
        if self.context.away is None:
            self.take_copies(())
            return
        self.context.jobs.locally(
            self.context.away.drafts.find,
            SCREEN,
            self._form.student_id,
            receiver=self,
            done="take_copies",
            failed="take_no_copies",
        )

    def take_copies(self, copies: Sequence[KeptCopy]) -> None:
        """Everything is known: show the form."""
        assert self._draft is not None
        self._copies = copies
        answers = self._draft.answers
        for kept in copies:
            answers = merged(answers, from_json(kept.copy.content).answers)
        self._draft = replace(self._draft, answers=answers)
        self._ask(filled_in(self._form, answers).lines, answers)
        self.done_button.setEnabled(True)
        self.fields[0].area.setFocus(Qt.FocusReason.OtherFocusReason)
        if copies and self.keeper is not None:
            self.keeper.touch()

    def take_no_copies(self, error: Exception) -> None:
        """The copies on this laptop do not open: they stay, and the form can be filled in."""
        self.said.emit(Message(error_text(error), Tone.ATTENTION))
        self.take_copies(())

    def show_unread(self, error: Exception) -> None:
        """What was begun cannot be read, so nothing may be written over it yet."""
        self.said.emit(Message(error_text(error), Tone.DANGER))

    def answers(self) -> tuple[PreparedAnswer, ...]:
        """What stands on the screen."""
        return tuple(
            PreparedAnswer(field.line.id, field.line.text, field.area.toPlainText())
            for field in self.fields
        )

    def delivery(self) -> Delivery | None:
        """Hand in what stands there; that nothing was written, the operation says."""
        draft = self._typed()
        return None if draft is None else Delivery(hand_in, (draft,))

    def take_handed_in(self, result: object) -> None:
        """It is written: the copies that it was made from may go."""
        self._let_copies_go(None)
        super().take_handed_in(result)

    def outcome(self, result: object) -> Message:
        """What the counsellor hears."""
        words = self.tr("{name} heeft dit gesprek voorbereid.")
        return Message(words.format(name=self.person), Tone.GOOD)

    def _ask(self, lines: Sequence[FormLine], answers: Sequence[PreparedAnswer]) -> None:
        known = {one.question_id: one.answer for one in answers}
        before = LineKind.QUESTION
        for line in lines:
            if line.kind is LineKind.AGREEMENT and before is not LineKind.AGREEMENT:
                self.body.addWidget(
                    Heading(self.tr("Onze afspraken: hoe ging het?"), self, size=TextSize.TITLE)
                )
            before = line.kind
            field = _Asked(line, known.get(line.id, ""), self)
            field.area.textChanged.connect(self._touch)
            self.fields.append(field)
            self.body.addWidget(field)
        self.body.addStretch(1)
        stops = [*(field.area for field in self.fields), self.later_button, self.done_button]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _touch(self) -> None:
        if self.keeper is not None:
            self.keeper.touch()

    def _typed(self) -> PreparationDraft | None:
        return None if self._draft is None else replace(self._draft, answers=self.answers())

    def _collect(self) -> tuple[PreparationDraft] | None:
        draft = self._typed()
        if draft is None or not self.fields:
            return None
        # Nothing yet is no draft; but an answer that was taken out again is one.
        began = self._draft is not None and not is_unwritten(self._draft)
        return (draft,) if began or not is_unwritten(draft) else None

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


class _Asked(QWidget):
    """A question in large type, and room for the answer."""

    def __init__(self, line: FormLine, answer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        own = line.kind is LineKind.OWN
        words = Paragraph(
            line.text, self, size=TextSize.TITLE if own else TextSize.LARGE, bold=True
        )
        hints = {
            LineKind.QUESTION: line.hint,
            LineKind.AGREEMENT: QCoreApplication.translate(
                "LentPreparation", "Is het gelukt? Wat hielp, of wat zat er tegen?"
            ),
            LineKind.OWN: QCoreApplication.translate(
                "LentPreparation", "Alles mag: school, stage, werk, thuis, later."
            ),
        }
        # A long hint is read whole.
        lines = 2 if len(hints[line.kind]) < _SHORT_HINT else 3
        self.area = TextArea(self, min_lines=lines, placeholder=hints[line.kind])
        self.area.setFont(sized_font(TextSize.LARGE))
        self.area.setAccessibleName(line.text)
        self.area.setPlainText(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(words)
        column.addWidget(self.area)
