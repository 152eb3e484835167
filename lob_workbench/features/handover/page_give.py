"""The card in which students are handed over: to whom, who, and what goes along with each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.handover.drafts import copy_of
from lob_workbench.features.handover.operations import (
    choices,
    keep_draft,
    prepare,
    propose,
    read_paper,
)
from lob_workbench.features.handover.report import handover_pdf
from lob_workbench.features.handover.rules import (
    HandoverDraft,
    HandoverPaper,
    Prepared,
    Proposed,
    Receiver,
)
from lob_workbench.people.rules import StudentRow
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, ChoiceField, FormErrors
from lob_workbench.ui.labels import Heading, Label, Paragraph
from lob_workbench.ui.theme import TextSize, space
from lob_workbench.ui.toggles import CheckBox

_COLUMNS = 3


class GiveCard(Card):
    """Two steps: who goes to whom, then per student the words that go along.

    For a tour: ``receiver``, ``group``, ``boxes`` (by student), ``next_button``, ``summary``,
    ``addition``.
    """

    done = Signal()
    """It was proposed, or given up."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(self.tr("Studenten overdragen"), parent, icon="ph.arrows-left-right")
        self._context = context
        self._students: tuple[StudentRow, ...] = ()
        self._chosen: list[StudentRow] = []
        self._place = 0
        self._typed: dict[UUID, HandoverDraft] = {}
        self._shown: UUID | None = None
        self.boxes: dict[UUID, CheckBox] = {}
        self._who = QWidget(self)
        self._words = QWidget(self)
        self._build_who()
        self._build_words()
        self.refused = Paragraph("", self, ink="danger")
        self.refused.hide()
        self.back_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.back_button.clicked.connect(self._back)
        self.paper_button = Button(self.tr("Op papier"), self, icon="ph.printer")
        self.paper_button.clicked.connect(self._print)
        self.next_button = Button(self.tr("Verder"), self, kind=ButtonKind.PRIMARY)
        self.next_button.clicked.connect(self._next)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.paper_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        self.body.addWidget(self._who)
        self.body.addWidget(self._words)
        self.body.addWidget(self.refused)
        self.body.addLayout(buttons)
        self.keeper = DraftKeeper(
            self, context.jobs, self._collect, keep_draft, away=context.away, copy_of=copy_of
        )
        self.keeper.saved.connect(self._show_saved)
        self.keeper.failed.connect(self._show_unsaved)
        self.summary.changed.connect(self._edited)
        self.addition.changed.connect(self._edited)

    def begin(self) -> None:
        """Ask to whom and who."""
        self._show_step(words=False)
        self.refused.hide()
        self.show()
        self._context.jobs.run(choices, receiver=self, done="_take_choices")

    def flush(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""
        return self.keeper.flush()

    def put_away(self) -> None:
        """Forget every name and word, and hide."""
        self.keeper.forget()
        self._students, self._chosen, self._typed = (), [], {}
        self._shown = None
        self.summary.set_value("")
        self.addition.set_value("")
        self._fill_boxes(())
        self.hide()

    def _build_who(self) -> None:
        self.receiver: ChoiceField[UUID] = ChoiceField(
            self.tr("Naar wie?"), (), self._who, required=True, radio_up_to=-1,
            placeholder=self.tr("Kies een collega"),
        )  # fmt: skip
        self.group: ChoiceField[str] = ChoiceField(self.tr("Groep"), (), self._who, radio_up_to=-1)
        self.group.changed.connect(self._pick_group)
        self._box_grid = QGridLayout()
        self._box_grid.setHorizontalSpacing(space(4))
        self._box_grid.setVerticalSpacing(space(1))
        self._nobody = Paragraph(
            self.tr("Je hebt geen studenten om over te dragen."), self._who, ink="muted"
        )
        fields = QHBoxLayout()
        fields.setSpacing(space(4))
        fields.addWidget(self.receiver, 1)
        fields.addWidget(self.group, 1)
        column = QVBoxLayout(self._who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(fields)
        column.addWidget(Label(self.tr("Welke studenten?"), self._who, bold=True))
        column.addLayout(self._box_grid)
        column.addWidget(self._nobody)

    def _build_words(self) -> None:
        self._name = Heading("", self._words, size=TextSize.LARGE)
        self.summary = AreaField(
            self.tr("Wat moet je collega weten?"),
            self._words,
            min_lines=8,
            max_lines=18,
            hint=self.tr("Gemaakt uit het dossier. Lees na, kort in en vul aan."),
        )
        self.addition = AreaField(
            self.tr("Wat wil de student zelf meegeven?"),
            self._words,
            min_lines=3,
            hint=self.tr("In eigen woorden. Vul het samen in, of laat het leeg."),
        )
        self._state = Label("", self._words, size=TextSize.SMALL, ink="muted")
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        for part in (self._name, self.summary, self.addition, self._state):
            column.addWidget(part)

    def _take_choices(self, found: tuple[tuple[StudentRow, ...], tuple[Receiver, ...]]) -> None:
        self._students, receivers = found
        self.receiver.set_choices(
            [
                (
                    each.id,
                    self.tr("{name} ({count} studenten)").format(
                        name=each.name, count=each.students
                    ),
                )
                for each in receivers
            ]
        )
        groups = sorted({row.group for row in self._students if row.group})
        self.group.set_choices([("", self.tr("alle groepen")), *((name, name) for name in groups)])
        self.group.set_value("")
        self._fill_boxes(self._students)
        self.receiver.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_boxes(self, rows: Sequence[StudentRow]) -> None:
        for box in self.boxes.values():
            self._box_grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for place, row in enumerate(rows):
            box = CheckBox(row.name.full, self._who)
            self._box_grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
            self.boxes[row.id] = box
        self._nobody.setVisible(not rows)

    def _pick_group(self) -> None:
        """Choosing a group ticks all of it: a group often goes as a whole."""
        group = self.group.value()
        if group:
            for row in self._students:
                self.boxes[row.id].setChecked(row.group == group)

    def _next(self) -> None:
        self.refused.hide()
        if self._words.isHidden():
            self._start_words()
        elif self._place + 1 < len(self._chosen):
            self._go(self._place + 1)
        else:
            self._propose()

    def _start_words(self) -> None:
        self._chosen = [row for row in self._students if self.boxes[row.id].isChecked()]
        if not FormErrors([self.receiver]).check():
            return
        if not self._chosen:
            self._complain(self.tr("Kies minstens één student."))
            return
        self._show_step(words=True)
        self._go(0)

    def _go(self, place: int) -> None:
        self._remember()
        self.keeper.flush(wait=False)
        self._place = place
        self._shown = None
        row = self._chosen[place]
        self._name.setText(
            self.tr("{name} ({number} van {count})").format(
                name=row.name.full, number=place + 1, count=len(self._chosen)
            )
            if len(self._chosen) > 1
            else row.name.full
        )
        last = place + 1 == len(self._chosen)
        self.next_button.setText(self.tr("Voorstellen") if last else self.tr("Volgende"))
        if row.id in self._typed:
            self._show_draft(self._typed[row.id])
        else:
            self._words.setEnabled(False)
            self._context.jobs.run(
                prepare, row.id, receiver=self, done="_take_prepared", failed="_refuse"
            )

    def _take_prepared(self, found: Prepared) -> None:
        if self._chosen and self._chosen[self._place].id == found.student.id:
            self._show_draft(found.draft)
            if found.saved_at is not None:
                self._show_saved(found.saved_at)

    def _show_draft(self, draft: HandoverDraft) -> None:
        self._shown = draft.student_id
        self.summary.set_value(draft.summary)
        self.addition.set_value(draft.addition)
        self._state.setText("")
        self._words.setEnabled(True)
        self.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft(self) -> HandoverDraft | None:
        if self._shown is None:
            return None
        return HandoverDraft(self._shown, self.summary.value(), self.addition.value())

    def _remember(self) -> None:
        draft = self._draft()
        if draft is not None:
            self._typed[draft.student_id] = draft

    def _edited(self) -> None:
        if self._shown is not None:
            self.keeper.touch()

    def _collect(self) -> tuple[HandoverDraft] | None:
        draft = self._draft()
        return None if draft is None else (draft,)

    def _show_saved(self, moment: datetime) -> None:
        self._state.set_ink("muted")
        words = self.tr("Concept bewaard {time}")
        self._state.setText(words.format(time=format_time(local(moment).time())))

    def _show_unsaved(self) -> None:
        self._state.set_ink("danger")
        self._state.setText(self.tr("Concept nog niet bewaard; de werkbank probeert het opnieuw"))

    def _propose(self) -> None:
        self._remember()
        receiver = self.receiver.value()
        if receiver is None:
            return
        # Kept first: when proposing does not work, nothing typed is lost.
        self.keeper.flush(wait=False)
        self.setEnabled(False)
        wanted = [self._typed[row.id] for row in self._chosen]
        self._context.jobs.run(
            propose, wanted, receiver, receiver=self, done="_take_proposed", failed="_refuse"
        )

    def _take_proposed(self, made: Proposed) -> None:
        self.setEnabled(True)
        words = self.tr("Voorgesteld: {name}. De student blijft van jou tot je collega ja zegt.")
        if len(made.ids) > 1:
            words = self.tr(
                "{count} studenten voorgesteld. Ze blijven van jou tot je collega ja zegt."
            )
        words = words.format(name=self._chosen[0].name.full, count=len(made.ids))
        self._context.navigator.say(words, Tone.GOOD)
        self.put_away()
        self.done.emit()

    def _refuse(self, error: Exception) -> None:
        self.setEnabled(True)
        self._words.setEnabled(True)
        self._complain(error_text(error))

    def _complain(self, words: str) -> None:
        self.refused.setText(words)
        self.refused.show()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.refused.hide()
        if self._words.isHidden():
            self.put_away()
            self.done.emit()
        elif self._place:
            self._go(self._place - 1)
        else:
            self._remember()
            self.keeper.flush(wait=False)
            self._shown = None
            self._show_step(words=False)

    def _show_step(self, *, words: bool) -> None:
        self._who.setVisible(not words)
        self._words.setVisible(words)
        self.paper_button.setVisible(words)
        self.back_button.setText(self.tr("Terug") if words else self.tr("Toch niet"))
        if not words:
            self.next_button.setText(self.tr("Verder"))

    def _print(self) -> None:
        draft = self._draft()
        if draft is not None:
            self._context.jobs.run(
                read_paper,
                replace(draft),
                self._receiver_name(),
                receiver=self,
                done="_take_paper",
                failed="_refuse",
            )

    def _receiver_name(self) -> str:
        combo = self.receiver.combo
        return "" if combo is None else combo.currentText().rpartition(" (")[0]

    def _take_paper(self, wanted: HandoverPaper) -> None:
        self._paper_name = wanted.student.name.full
        self._context.jobs.render(handover_pdf, wanted, receiver=self, done="_show_paper")

    def _show_paper(self, data: bytes) -> None:
        title = self.tr("Overdracht van {name}").format(name=self._paper_name)
        self._context.navigator.show_paper(
            data, title, self.tr("Overdracht van {name}.pdf").format(name=self._paper_name)
        )
