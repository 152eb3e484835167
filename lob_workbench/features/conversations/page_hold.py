"""The step *Voeren*: a calm screen to glance at, with nothing to fill in."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import Clock, local
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.conversations.page_student_words import answer_label
from lob_workbench.features.conversations.tables import owner_label
from lob_workbench.talks.rules import AgreementView, ConversationDraft
from lob_workbench.talks.rules_preparations import StudentPreparation
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.labels import Label, Mark, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import Role, TextSize, sized_font, space, text_width

_LOOK_EVERY_MS = 10_000


class HoldStep(ScrollColumn):
    """How long already, and the chosen questions in large type; the page's title says who."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._started: datetime | None = None
        self.take_keys(self.tr("Gesprek"))
        self._time = Label("", self, size=TextSize.LARGE, ink="primary")
        self._focus = Paragraph("", self, size=TextSize.LARGE, ink="muted")
        self._questions = QVBoxLayout()
        self._questions.setSpacing(space(6))
        self._shown: list[QWidget] = []
        self._returning = QVBoxLayout()
        self._returning.setSpacing(space(2))
        self._agreed: list[QWidget] = []
        advice = QHBoxLayout()
        advice.setSpacing(space(2))
        advice.addWidget(Mark("ph.laptop", self), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr(
            "Je mag je laptop nu dichtklappen. Op de gesprekskaart staat alles wat je nodig hebt."
        )
        advice.addWidget(Paragraph(words, self, ink="muted"), 1)
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(space(2), space(4), 0, space(6))
        column.setSpacing(space(2))
        column.addWidget(self._time)
        column.addWidget(self._focus)
        column.addSpacing(space(6))
        column.addLayout(self._questions)
        column.addSpacing(space(6))
        column.addLayout(self._returning)
        column.addSpacing(space(8))
        column.addLayout(advice)
        sheet.setMaximumWidth(text_width(self, 110))
        row = QHBoxLayout()
        row.addWidget(sheet, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._show_time)

    def show_talk(
        self,
        name: str,
        draft: ConversationDraft,
        started: datetime,
        words: StudentPreparation | None = None,
        returning: Sequence[AgreementView] = (),
    ) -> None:
        """Show what was agreed before (``returning``), and the questions of ``draft``.

        Each question has what the student wrote on it (``words``). The talk began at ``started``.
        """
        self._started = started
        self._focus.setText(draft.focus)
        self._focus.setVisible(bool(draft.focus))
        for widget in self._shown:
            self._questions.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for widget in self._agreed:
            self._returning.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._agreed = []
        if returning:
            heading = self.tr("Vorige keer afgesproken: hoe staat het ermee?")
            self._tell(Label(heading, self, size=TextSize.LARGE, ink="primary"))
        for agreement in returning:
            self._tell(Paragraph(self._spoken(agreement), self, size=TextSize.LARGE))
        for number, question in enumerate(draft.questions, 1):
            self._put(_Question(str(number), question.text, self))
            if words is not None and words.answer_to(question.id):
                self._put(_OwnWords(name, "", words.answer_to(question.id), self))
        if not draft.questions:
            advice = self.tr("Begin bij iets wat {name} echt heeft meegemaakt.").format(name=name)
            self._put(_Question("", advice, self))
        asked = {question.id for question in draft.questions}
        for one in () if words is None else words.own_first:
            if one.question_id not in asked:
                self._put(_OwnWords(name, answer_label(one), one.answer, self))
        self._show_time()

    def begin(self) -> None:
        """Let the arrow keys scroll."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_time()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _tell(self, widget: QWidget) -> None:
        self._returning.addWidget(widget)
        self._agreed.append(widget)

    def _spoken(self, agreement: AgreementView) -> str:
        """An agreement as one says it: what, who, by when."""
        who = owner_label(agreement.owner)
        if agreement.due_on is None:
            return self.tr("{what} ({who})").format(what=agreement.what, who=who)
        return self.tr("{what} ({who}, uiterlijk {day})").format(
            what=agreement.what, who=who, day=plain_date(agreement.due_on)
        )

    def _put(self, widget: QWidget) -> None:
        self._questions.addWidget(widget)
        self._shown.append(widget)

    def _show_time(self) -> None:
        if self._started is None:
            return
        minutes = int((self._clock.now() - self._started).total_seconds()) // 60
        began = format_time(local(self._started).time())
        if minutes < 1:
            words = self.tr("Begonnen om {time}").format(time=began)
        elif minutes == 1:
            words = self.tr("Begonnen om {time}, 1 minuut bezig").format(time=began)
        else:
            words = self.tr("Begonnen om {time}, {minutes} minuten bezig").format(
                time=began, minutes=minutes
            )
        self._time.setText(words)


class _Question(QWidget):
    """A question in large type with its number."""

    def __init__(self, number: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        words = Paragraph(text, self, size=TextSize.TITLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        if number:
            mark = Label(number, self, size=TextSize.TITLE, bold=True, ink="primary")
            mark.setFixedWidth(text_width(self, 4))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


class _OwnWords(QWidget):
    """What the student wrote beforehand, marked so; under its question, or with it."""

    def __init__(self, name: str, question: str, answer: str, parent: QWidget) -> None:
        super().__init__(parent)
        mark = Mark("ph.user", self, role=Role.PRIMARY)
        who = self.tr("{name} schreef").format(name=name)
        head = f"{who}: {question}" if question else who
        column = QVBoxLayout()
        column.setSpacing(space(1))
        column.addWidget(Paragraph(head, self, size=TextSize.SMALL, ink="muted"))
        text = TextView(answer, self, name=head)
        text.setFont(sized_font(TextSize.LARGE))
        column.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(text_width(self, 4) + space(3), 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
