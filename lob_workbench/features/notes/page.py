"""The tab *Notities* of a student: write a note, and read those of the dossier and one's own."""

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.features.notes.operations import (
    Recorded,
    begin_change,
    drop_draft,
    keep_draft,
    put_back,
    put_back_draft,
    read_notes,
    record,
    take_back,
)
from lob_workbench.features.notes.page_note import NoteRow
from lob_workbench.features.notes.page_writing import WritingCard
from lob_workbench.features.notes.rules import Note, NoteDraft, StudentNotes, may_take_back
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class StudentNotesTab(QWidget):
    """``writing`` is there for who records talks with this student; ``rows`` are the notes."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._draft: NoteDraft | None = None
        self._kept: NoteDraft | None = None
        self._typed = self._recording = False
        self.rows: list[NoteRow] = []
        self._sheet = ScrollColumn(self)
        self.writing = WritingCard(self._sheet.content)
        self._card = Card(self.tr("Notities"), self._sheet.content, icon="ph.note")
        self._none = Paragraph(
            self.tr(
                "Er staat nog geen notitie. Met Ctrl+Shift+N schrijf je er overal een op, zonder "
                "deze pagina te openen."
            ),
            self,
            ink="muted",
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(space(3))
        self._card.body.addWidget(self._none)
        self._card.body.addLayout(self._list)
        self._sheet.column.addWidget(self.writing)
        self._sheet.column.addWidget(self._card)
        self._sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(self._sheet)
        self.setFocusProxy(self.writing.field)
        self.keeper = DraftKeeper(self, context.jobs, self._collect, keep_draft)
        self.keeper.saved.connect(self._take_saved)
        self.keeper.failed.connect(self._take_unsaved)
        self.writing.changed.connect(self._edited)
        self.writing.finished.connect(self.finish)
        self.writing.discarded.connect(self._discard)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show the notes of this student; what is being written of this student stays."""
        if student_id != self._student_id:
            self.keeper.flush()
            self.clear()
        self._student_id = student_id
        self._load()

    def leave(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""
        return self.keeper.flush()

    def clear(self) -> None:
        """Forget whose notes these were, and what stood in them."""
        self.keeper.forget()
        self._student_id = self._draft = self._kept = None
        self._typed = self._recording = False
        self.writing.show_draft(None)
        self.writing.hide()
        self._none.hide()
        self._take_rows_away()

    def refresh(self, changes: Changes) -> None:
        """Read the notes again when one was written, here, over the page or by a colleague."""
        if changes.touches("dossier_note", "working_note", "access_grant") and not self._recording:
            self._load()

    def draft(self) -> NoteDraft | None:
        """What is being written, as it stands on the screen."""
        return None if self._draft is None else self.writing.apply(self._draft)

    def finish(self) -> None:
        """Write the note down."""
        draft = self.draft()
        if draft is None or self._recording:
            return
        self._recording = True
        # Kept first: when recording does not work, nothing typed is lost.
        self.keeper.flush(wait=False)
        self.writing.setEnabled(False)
        self._context.jobs.run(
            record, draft, receiver=self, done="_take_recorded", failed="_take_refused"
        )

    def _load(self) -> None:
        if self._student_id is not None:
            self._context.jobs.run(
                read_notes, self._student_id, receiver=self, done="_show", failed="_show_nothing"
            )

    def _show(self, found: StudentNotes) -> None:
        if found.student_id != self._student_id:
            return
        self.writing.setVisible(found.own)
        self._none.setVisible(not found.notes)
        self._take_rows_away()
        me, now = self._context.actor.staff_id, self._context.clock.now()
        for note in found.notes:
            row = NoteRow(
                note,
                own=note.author_id == me,
                removable=found.own and may_take_back(note, me, now),
                parent=self._card,
            )
            row.change_asked.connect(self._change)
            row.remove_asked.connect(self._remove)
            if self.rows:
                self._list.addWidget(Line(self._card))
            self._list.addWidget(row)
            self.rows.append(row)
        if self._draft is None or (not self._typed and self._draft.version is None):
            self._write(found.kept)

    def _show_nothing(self, _error: Exception) -> None:
        """Not (any more) somebody whom one may read along with; own words being typed stay."""
        self._none.hide()
        self._take_rows_away()
        if not self._typed:
            self._draft = None
            self.writing.hide()

    def _write(self, draft: NoteDraft) -> None:
        self._draft = self._kept = draft
        self._typed = False
        self.keeper.forget()
        self.writing.show_draft(draft)
        self.writing.setEnabled(True)

    def _change(self, note: Note) -> None:
        """Change an own working note; what was being written is kept as its own draft."""
        if self.keeper.flush():
            self._context.jobs.run(
                begin_change, note.id, receiver=self, done="_take_change", failed="_take_refused"
            )

    def _take_change(self, draft: NoteDraft) -> None:
        if draft.student_id == self._student_id:
            self._write(draft)
            self.writing.begin()
            self._sheet.ensureWidgetVisible(self.writing)

    def _remove(self, note: Note) -> None:
        self._context.jobs.run(
            take_back, note, receiver=self, done="_take_removed", failed="_complain"
        )

    def _take_removed(self, removed: Recorded) -> None:
        if self._draft is not None and self._draft.id == removed.note.id:
            # It was being changed: there is nothing left to change.
            self._draft, self._typed = None, False
        self._context.navigator.offer_undo(
            self.tr("De notitie is weggehaald."), put_back, removed.note
        )

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def _take_recorded(self, _done: Recorded) -> None:
        self._recording = False
        self.keeper.forget()
        # The notes are read again because of what was written, with a new draft.
        self._draft = self._kept = None
        self._typed = False
        self.writing.show_draft(None)
        self.writing.setEnabled(True)
        self.writing.begin()
        self._context.navigator.say(self.tr("De notitie is bewaard."), Tone.GOOD)

    def _take_refused(self, error: Exception) -> None:
        self._recording = False
        self.writing.setEnabled(True)
        self.writing.begin()
        if isinstance(error, InputRefused):
            self.writing.field.set_error(error_text(error))
            return
        self._context.navigator.complain(error)
        if isinstance(error, StaleSave):
            self._load()

    def _collect(self) -> tuple[NoteDraft] | None:
        draft = self.draft()
        if draft is None or draft == self._kept:
            return None
        self._kept = draft
        return (draft,)

    def _edited(self) -> None:
        self._typed = True
        self.writing.field.clear_error()
        self.keeper.touch()

    def _take_saved(self, moment: datetime) -> None:
        if not self._recording and self._draft is not None:
            self.writing.show_saved(moment)

    def _take_unsaved(self, _error: Exception) -> None:
        self._kept = None
        self.writing.show_unsaved()

    def _discard(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        self.keeper.flush()
        self.keeper.forget()
        typed = self._typed or draft.version is None
        self._draft, self._typed = None, False
        self._context.jobs.run(drop_draft, draft)
        if typed:
            words = self.tr("Concept weggegooid.")
            self._context.navigator.offer_undo(words, put_back_draft, draft)
        self.writing.begin()

    def _take_rows_away(self) -> None:
        while (entry := self._list.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
