"""The tab *Vertrouwelijk* on the page of a student: write a restricted note, read those there are.

The tab is there for the second line with an active referral; everybody else has none.
"""

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.domain.errors import InputRefused, ServerGone, StaleSave
from lob_workbench.features.confidential.drafts import copy_of, from_json
from lob_workbench.features.confidential.operations import (
    Recorded,
    drop_draft,
    keep_draft,
    prepare_correction,
    put_back_draft,
    read_notes,
    record,
)
from lob_workbench.features.confidential.page_note import NoteCard
from lob_workbench.features.confidential.page_writing import WritingCard
from lob_workbench.features.confidential.rules import KeptDraft, NoteDraft, StudentNotes
from lob_workbench.ui.away_banner import AwayBanner
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class ConfidentialNotes(QWidget):
    """A lock and who reads this, the note that is being written, and the notes, newest first.

    For a tour: ``writing.field``, ``writing.record_button``, ``writing.discard_button``, ``cards``
    (each with ``correct_button`` and ``fold``).
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._shown: StudentNotes | None = None
        self._draft: NoteDraft | None = None
        self._kept: NoteDraft | None = None
        self._typed = False
        self._recording = False
        self.cards: list[NoteCard] = []
        self.readers = Panel(
            self.tr(
                "Dit leest alleen wie in de tweede lijn nu met deze student werkt; de begeleider "
                "ziet dat er een notitie is, en niets van wat erin staat."
            ),
            self,
            icon="ph.lock-key",
        )
        self.sheet = ScrollColumn(self)
        self.away_banner = AwayBanner(context, self.sheet.content)
        self.away_banner.used.connect(self._use_copy)
        self.writing = WritingCard(self.sheet.content)
        self._none = Paragraph(
            self.tr("Er staat hier nog geen notitie."), self.sheet.content, ink="muted"
        )
        self._notes = QVBoxLayout()
        self._notes.setSpacing(space(4))
        self.sheet.column.addWidget(self.readers)
        self.sheet.column.addWidget(self.away_banner)
        self.sheet.column.addWidget(self.writing)
        self.sheet.column.addWidget(self._none)
        self.sheet.column.addLayout(self._notes)
        self.sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(self.sheet)
        self.setFocusProxy(self.writing.field)
        self.keeper = DraftKeeper(
            self, context.jobs, self._collect, keep_draft, away=context.away, copy_of=copy_of
        )
        self.keeper.kept_here.connect(self.writing.show_kept_here)
        self.keeper.saved.connect(self._take_saved)
        self.keeper.failed.connect(self._take_unsaved)
        self.writing.field.changed.connect(self._edited)
        self.writing.finished.connect(self.finish)
        self.writing.discarded.connect(self._discard)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def draft(self) -> NoteDraft | None:
        """What is being written, as it stands on the screen."""
        return None if self._draft is None else self.writing.apply(self._draft)

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
        self._student_id = self._shown = self._draft = self._kept = None
        self._typed = self._recording = False
        self.away_banner.hide()
        self.writing.show_draft(None)
        self.writing.setEnabled(False)
        self._none.hide()
        self._take_cards_away()

    def refresh(self, changes: Changes) -> None:
        """Read the notes again when one was written, here or by a colleague."""
        if changes.touches("confidential_note", "access_grant") and not self._recording:
            self._load()

    def finish(self) -> None:
        """Record the note."""
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
                read_notes,
                self._student_id,
                receiver=self,
                done="_take_notes",
                failed="_take_no_notes",
            )

    def _take_notes(self, found: StudentNotes) -> None:
        if found.student_id != self._student_id:
            return
        self._shown = found
        self._show_cards(found)
        if self._recording:
            return
        draft = self.draft()
        if draft is None or (not self._typed and draft.replaces is None):
            self._write(found.kept)
        elif draft.replaces is None and any(note.has(draft.id) for note in found.notes):
            # Recorded at another desk, and typed on here: what stands here becomes a note beside.
            self._take_over(found.kept.draft.id)
        elif draft.replaces not in {None, *(note.newest.id for note in found.notes)}:
            self._correct(draft.replaces)

    def _take_no_notes(self, _error: Exception) -> None:
        """No active referral (any more): nothing of the notes stays on the screen.

        Words being typed stay: they are the writer's own, and may still be copied.
        """
        self._shown = None
        self._none.hide()
        self._take_cards_away()
        if not self._typed:
            self._draft = None
            self.writing.show_draft(None)
            self.writing.setEnabled(False)

    def _write(self, kept: KeptDraft) -> None:
        self._draft = self._kept = kept.draft
        self._typed = False
        self.keeper.forget()
        self.writing.show_draft(kept.draft)
        self.writing.show_saved(kept.saved_at)
        self.writing.setEnabled(True)
        copy = copy_of(kept.draft)
        self.away_banner.look(*copy.key, copy.content)

    def _use_copy(self, kept: KeptCopy) -> None:
        """Go on with the words of the laptop; the school gets them as if they were just typed."""
        draft = from_json(kept.copy.content)
        if draft.student_id == self._student_id:
            self._write(KeptDraft(draft))
            self._kept = None
            self._edited()
            self.writing.begin()

    def _take_over(self, draft_id: UUID) -> None:
        draft = self.draft()
        if draft is not None:
            self._draft = NoteDraft(draft_id, draft.student_id, draft.text, draft.replaces)
            self.keeper.touch()

    def _correct(self, version_id: object) -> None:
        """Begin or go on with a correction; what was being written is kept as its own draft."""
        if self._student_id is None or not isinstance(version_id, UUID):
            return
        if not self.keeper.flush():
            return  # What stands here is not kept yet, which its line says.
        self._context.jobs.run(
            prepare_correction,
            self._student_id,
            version_id,
            receiver=self,
            done="_take_correction",
            failed="_take_refused",
        )

    def _take_correction(self, kept: KeptDraft) -> None:
        if kept.draft.student_id != self._student_id:
            return
        self._write(kept)
        self.writing.begin()
        self.sheet.ensureWidgetVisible(self.writing)

    def _take_recorded(self, _done: Recorded) -> None:
        self._recording = False
        self.keeper.forget(here=True)
        self.away_banner.discard_used()
        # What stood here is recorded; the notes are read again because of that, with a new draft.
        self._draft = self._kept = None
        self._typed = False
        self.writing.show_draft(None)
        self.writing.setEnabled(True)
        self.writing.begin()
        self._context.navigator.say(self.tr("De notitie is vastgelegd."))

    def _take_refused(self, error: Exception) -> None:
        self._recording = False
        self.writing.setEnabled(True)
        self.writing.begin()
        if isinstance(error, InputRefused):
            self.writing.field.set_error(error_text(error))
            return
        if isinstance(error, ServerGone) and self.keeper.flush():
            words = self.tr(
                "Vastleggen kan nu niet: er is geen verbinding met je school. Je tekst staat "
                "veilig. Druk nog een keer op ‘Vastleggen’ als de verbinding er weer is."
            )
            self._context.navigator.say(words, Tone.ATTENTION)
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
        self.keeper.touch()

    def _take_saved(self, moment: datetime) -> None:
        if not self.keeper.unsaved:
            self.away_banner.discard_used()
        self.writing.show_saved(moment)

    def _take_unsaved(self, _error: Exception) -> None:
        self._kept = None
        self.writing.show_unsaved()

    def _discard(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        self.keeper.flush()
        self.keeper.forget(here=True)
        self._draft, self._typed = None, False
        self._context.jobs.run(drop_draft, draft)
        self._context.navigator.offer_undo(self.tr("Concept weggegooid."), put_back_draft, draft)
        self.writing.begin()

    def _show_cards(self, found: StudentNotes) -> None:
        """Show the notes. A fold that stands open stays open when others come."""
        unfolded = {
            card.note.first.id
            for card in self.cards
            if card.fold is not None and card.fold.isChecked()
        }
        self._take_cards_away()
        me = self._context.actor.staff_id
        for note in found.notes:
            card = NoteCard(
                note,
                own=note.newest.author_id == me,
                begun=note.newest.id in found.corrections,
                parent=self.sheet.content,
            )
            card.correction_asked.connect(self._correct)
            if card.fold is not None and note.first.id in unfolded:
                card.fold.setChecked(True)
            self._notes.addWidget(card)
            self.cards.append(card)
        self._none.setVisible(not found.notes)

    def _take_cards_away(self) -> None:
        for card in self.cards:
            self._notes.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
