"""Quick capture: who, one line, which kind, Enter. Lies over any page (``app.quick_capture``)."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.notes.operations import (
    Recorded,
    begin_capture,
    capture,
    keep_capture,
    take_back,
)
from lob_workbench.features.notes.page_kind import KindField
from lob_workbench.features.notes.page_pick import StudentPick
from lob_workbench.features.notes.rules import Capture, NoteDraft, NoteKind
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space

_LINE_LIMIT = 2_000


class CaptureCard(Card):
    """Enter writes the note down; Esc closes, and the line waits for the next time.

    ``closed`` is emitted when it wants to go: written down, or put aside.
    """

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Snel noteren"), parent, icon="ph.note-pencil")
        self._context = context
        self._draft: NoteDraft | None = None
        self._kept: NoteDraft | None = None
        self._saving = self._aside = False
        self.student = StudentPick(self.tr("Student"), self)
        self.line = LineField(
            self.tr("Wat wil je onthouden?"),
            self,
            limit=_LINE_LIMIT,
        )
        self.kind = KindField(self)
        self.waited = Paragraph(
            self.tr("Deze regel bleef staan van de vorige keer."),
            self,
            size=TextSize.SMALL,
            ink="attention",
        )
        hint = Paragraph(
            self.tr("Enter bewaart. Esc sluit; je regel blijft staan. Ctrl+1, 2, 3: de soort."),
            self,
            size=TextSize.SMALL,
            ink="muted",
        )
        self.save_button = Button(self.tr("Bewaren"), self, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.save)
        self.close_button = Button(self.tr("Sluiten"), self, kind=ButtonKind.QUIET)
        self.close_button.clicked.connect(self.put_aside)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(hint, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        for widget in (self.student, self.line, self.waited, self.kind):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.keeper = DraftKeeper(self, context.jobs, self._collect, keep_capture)
        self.student.taken.connect(self._go_to_line)
        self.student.changed.connect(self._edited)
        self.line.changed.connect(self._edited)
        self.kind.choice.changed.connect(self._edited)
        for number, kind in enumerate(NoteKind, start=1):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setData(kind.value)
            action.triggered.connect(self._choose_kind)
            self.addAction(action)
        self._show(NoteDraft(UUID(int=0)))

    def begin(self, entity: UUID | None) -> None:
        """Get ready for a line, about the student of the page in sight if there is one.

        Called again while it is open, it only takes the focus.
        """
        if self._aside and not self.keeper.unsaved:
            self._empty()
        self._aside = False
        if self._draft is None:
            self._context.jobs.run(begin_capture, entity, receiver=self, done="_take_begun")
        # Who stands on a student's page is mostly about to type the line; the answer decides.
        first = self.student if entity is None and self.student.is_empty() else self.line
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> bool:
        """Keep the line; ``False`` when that did not work."""
        return self.keeper.flush()

    def clear(self) -> None:
        """Forget everything."""
        self.keeper.forget()
        self._saving = self._aside = False
        self.student.set_students(())
        self._empty()

    def save(self) -> None:
        """Write the note down."""
        draft = self.draft()
        if draft is None or self._saving:
            return
        if draft.student_id is None:
            self.student.set_error(self.tr("Over wie gaat het? Kies een student."))
            self.student.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not draft.text.strip():
            self.line.set_error(self.tr("Schrijf eerst iets op."))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._saving = True
        # Kept first: when writing it down does not work, nothing typed is lost.
        self.keeper.flush(wait=False)
        self._context.jobs.run(
            capture, draft, receiver=self, done="_take_recorded", failed="_take_refused"
        )

    def put_aside(self) -> None:
        """Close; what was typed waits for the next time."""
        self.keeper.flush(wait=False)
        self._aside = True
        self.closed.emit()

    def draft(self) -> NoteDraft | None:
        """What stands here, as typed."""
        if self._draft is None:
            return None
        return NoteDraft(
            self._draft.id, self.student.value(), self.kind.value(), self.line.edit.text()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.put_aside()
        elif enter and self.student.edit.hasFocus() and self.student.is_empty():
            self.student.take()
        elif enter:
            self.save()
        # No key goes on to the page behind: Ctrl+Enter would record the talk there.
        event.accept()

    def _take_begun(self, begun: Capture) -> None:
        typed, picked = self.line.edit.text(), self.student.edit.text()
        self._draft = self._kept = begun.kept
        self.student.set_students(begun.students)
        if typed or picked:
            # Faster than the answer: those words count, and the kept line with them.
            text = " ".join(part for part in (begun.kept.text, typed) if part)
            self._show(NoteDraft(begun.kept.id, begun.present, begun.kept.kind, text))
            if begun.present is None and picked:
                self.student.edit.setText(picked)
                self.student.set_students(begun.students)
            self._edited()
        else:
            kept = begun.kept
            student = kept.student_id if kept.text else None
            self._show(NoteDraft(kept.id, student or begun.present, kept.kind, kept.text))
        self.waited.setVisible(bool(begun.kept.text))
        if not self.student.edit.hasFocus() and not self.line.edit.hasFocus():
            return
        first = self.student if self.student.is_empty() and not typed else self.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        self._draft = self._kept = None
        self._show(NoteDraft(UUID(int=0)))

    def _show(self, draft: NoteDraft) -> None:
        self.student.set_value(draft.student_id)
        self.line.set_value(draft.text)
        self.kind.set_value(draft.kind)
        self.waited.hide()

    def _take_recorded(self, recorded: Recorded) -> None:
        self._saving = False
        name = self.student.first_name
        if recorded.note.kind is NoteKind.WORKING:
            words = self.tr("Genoteerd bij {name}, alleen voor jou.").format(name=name)
        else:
            words = self.tr("Genoteerd in het dossier van {name}.").format(name=name)
        self.keeper.forget()
        self._empty()
        self.closed.emit()
        self._context.navigator.offer_undo(words, take_back, recorded.note)

    def _take_refused(self, error: Exception) -> None:
        self._saving = False
        if isinstance(error, InputRefused):
            self.line.set_error(error_text(error))
        else:
            self.line.set_error(
                self.tr("{reason} Je regel staat hier nog.").format(reason=error_text(error))
            )
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _collect(self) -> tuple[NoteDraft] | None:
        draft = self.draft()
        if draft is None or draft == self._kept:
            return None
        self._kept = draft
        return (draft,)

    def _edited(self) -> None:
        self.line.clear_error()
        self.keeper.touch()

    def _go_to_line(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_kind(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.kind.set_value(NoteKind(sender.data()))
            self._edited()
