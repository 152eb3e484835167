"""*Formulier maken* and *Formulier inlezen*: the card of one party in one talk."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.features.trialogue.operations_forms import (
    KIND,
    check_form,
    issue_form,
    list_forms,
    print_again,
    propose_form,
    read_original,
    take_over,
)
from lob_workbench.features.trialogue.page_forms_list import FormRows
from lob_workbench.features.trialogue.page_forms_make import MakingForm
from lob_workbench.features.trialogue.page_forms_read import ReadingForm
from lob_workbench.features.trialogue.rules import Trialogue
from lob_workbench.features.trialogue.rules_forms import (
    CheckedForm,
    FormSheet,
    IssuedFormView,
    IssuedSheet,
    OriginalFile,
    TalkForms,
)
from lob_workbench.output.filled import FilledForm, read_filled
from lob_workbench.talks.rules import Party
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import open_file, save_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.pdf_view import write_whole
from lob_workbench.ui.theme import space


class FormsCard(Card):
    """The forms of one party: which went out, make another, read one in.

    For a tour: ``make_button``, ``read_button``, ``making`` (``until``, ``save_button``),
    ``reading`` (``take_button``) and ``rows``.
    """

    taken = Signal()
    """What came back became the voice of the party."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Formulier"),
            parent,
            icon="ph.file-text",
            link=self.tr("Sluiten"),
        )
        self.followed.connect(self.close_forms)
        self._context = context
        self._student_id: UUID | None = None
        self._talk_id: UUID | None = None
        self._party = Party.COMPANY
        self._voices = 0
        self._target: Path | None = None
        self._folder: Path | None = None
        self._filled: FilledForm | None = None
        self.about = Paragraph("", self, ink="muted")
        self.problem = Panel("", self, tint="danger")
        self.problem.hide()
        self.rows = FormRows(self)
        self.rows.print_asked.connect(self._save_again)
        self.rows.original_asked.connect(self._ask_original)
        self.making = MakingForm(context, self)
        self.making.save_asked.connect(self._choose_place)
        self.making.cancelled.connect(self._put_away)
        self.making.hide()
        self.reading = ReadingForm(self)
        self.reading.accepted.connect(self._take_over)
        self.reading.cancelled.connect(self._put_away)
        self.reading.hide()
        self.make_button = Button(self.tr("Formulier &maken"), self, icon="ph.file-plus")
        self.make_button.clicked.connect(self.make)
        self.read_button = Button(self.tr("Formulier in&lezen"), self, icon="ph.file-arrow-up")
        self.read_button.clicked.connect(self.read)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.read_button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(space(3))
        column.addWidget(self.about)
        column.addWidget(self.rows)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        column.addWidget(self.making)
        column.addWidget(self.reading)
        self.body.addLayout(column)
        self.hide()

    def ask(self, view: Trialogue, party: Party) -> None:
        """Show the forms of ``party``, with the focus where they are made."""
        self.show_party(view.student.id, view.draft.id, party, _voices(view, party))
        self.make_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal()

    def show_around(self, view: Trialogue) -> None:
        """What the page shows by now: how many versions there are, or another talk altogether."""
        if (view.student.id, view.draft.id) == (self._student_id, self._talk_id):
            self._voices = _voices(view, self._party)
        else:
            self.clear()

    def close_forms(self) -> None:
        """Hide the card, and forget what it showed."""
        self.clear()

    def show_party(self, student_id: UUID, talk_id: UUID, party: Party, voices: int) -> None:
        """Show the forms of ``party``; ``voices``: how many versions of its voice are shown."""
        another = (talk_id, party) != (self._talk_id, self._party)
        self._student_id, self._talk_id, self._party = student_id, talk_id, party
        self._voices = voices
        if another:
            self._put_away()
            self.rows.show_forms(())
        if party is Party.COMPANY:
            self.set_title(self.tr("Formulier voor het bedrijf"))
            words = self.tr(
                "Zit de praktijkopleider niet bij jou aan tafel? Stuur een formulier. Wat daarin "
                "staat wordt de stem van het bedrijf."
            )
        else:
            self.set_title(self.tr("Formulier voor de student"))
            words = self.tr(
                "Bereidt de student zich thuis voor? Stuur een formulier. Wat daarin staat wordt "
                "de stem van de student."
            )
        self.about.setText(words)
        self.show()
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when a form went out or came back."""
        if self._talk_id is not None and changes.touches(KIND):
            self._load()

    def clear(self) -> None:
        """Forget everything that was shown."""
        self._student_id = self._talk_id = None
        self._put_away()
        self.rows.show_forms(())
        self.hide()

    def make(self) -> None:
        """Show what a form would say, before it is made."""
        if self._talk_id is not None:
            self._put_away()
            self._wait(True)
            self._run(propose_form, *self._place, done="_show_proposal")

    def read(self) -> None:
        """Ask for a file that came back, and show what it says."""
        if self._talk_id is None:
            return
        file = open_file(
            self, self.tr("Ingevuld formulier kiezen"), self.tr("PDF (*.pdf)"), self._folder
        )
        if file is not None:
            self._folder = file.parent
            self.read_file(file)

    def read_file(self, file: Path) -> None:
        """Show what this file says; nothing is taken over yet."""
        self._put_away()
        self._wait(True)
        self._context.jobs.render(read_filled, file, receiver=self, done="_check", failed="_refuse")

    @property
    def _place(self) -> tuple[UUID | None, UUID | None, Party]:
        return self._student_id, self._talk_id, self._party

    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_parts = [part for part in (self.making, self.reading) if not part.isHidden()]
        if event.key() == Qt.Key.Key_Escape and open_parts:
            button = self.make_button if open_parts[0] is self.making else self.read_button
            self._put_away()
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _reveal(self) -> None:
        # What was just shown has its place a turn of the event loop later.
        QTimer.singleShot(0, self._scroll)

    def _scroll(self) -> None:
        if not self.making.isHidden():
            shown: QWidget = self.making.save_button
        elif not self.reading.isHidden():
            shown = self.reading.title
        else:
            shown = self.title
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and shown.isVisible():
            around.ensureWidgetVisible(shown, space(4), space(8))

    def _run(self, operation: Callable[..., object], *args: object, done: str) -> None:
        self._context.jobs.run(operation, *args, receiver=self, done=done, failed="_refuse")

    def _load(self) -> None:
        self._context.jobs.run(list_forms, *self._place, receiver=self, done="_show_forms")

    def _show_forms(self, found: TalkForms) -> None:
        if (found.student_id, found.talk_id, found.party) == self._place:
            self.rows.show_forms(found.forms)

    def _show_proposal(self, sheet: FormSheet) -> None:
        self._wait(False)
        if self._talk_id is not None:
            self.making.show_sheet(sheet, replaces=self.rows.has_open)
            self.making.show()
            self.making.until.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal()

    def _choose_place(self, until: date, sheet: FormSheet) -> None:
        target = self._ask_place(self._file_name(sheet.talk_on))
        if target is not None:
            self._target = target
            self._wait(True)
            self._run(issue_form, *self._place, until, done="_put_on_paper")

    def _save_again(self, form: IssuedFormView) -> None:
        target = self._ask_place(self._file_name(None, form.mark))
        if target is not None:
            self._target = target
            self._wait(True)
            self._run(print_again, form.id, done="_put_on_paper")

    def _put_on_paper(self, issued: IssuedSheet) -> None:
        self._context.jobs.render(
            _form_pdf, issued.sheet, receiver=self, done="_write", failed="_refuse"
        )

    def _write(self, pdf: bytes) -> None:
        target, self._target = self._target, None
        if target is not None and write_whole(target, pdf):
            self._put_away()
            self._context.navigator.say(
                self.tr(
                    "Bewaard als {name}. Stuur dit bestand zelf, via de mail van school."
                ).format(name=target.name),
                Tone.GOOD,
            )
            self.make_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._put_away()
            self._complain(
                self.tr(
                    "Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven? Kies bij "
                    "het formulier ‘Nog eens bewaren’."
                )
            )

    def _check(self, filled: FilledForm) -> None:
        self._filled = filled
        if self._talk_id is not None:
            self._run(check_form, *self._place, filled, done="_show_answers")

    def _show_answers(self, checked: CheckedForm) -> None:
        self._wait(False)
        if self._filled is not None:
            self.reading.show_form(checked, self._party)
            self.reading.show()
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal()

    def _take_over(self) -> None:
        if self._filled is not None and self._talk_id is not None:
            self._wait(True)
            self._run(take_over, *self._place, self._filled, self._voices, done="_take_taken")

    def _take_taken(self, _changes: Changes) -> None:
        self._put_away()
        self._context.navigator.say(
            self.tr("Overgenomen. Het bestand zelf is bij het gesprek bewaard."), Tone.GOOD
        )
        self.read_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal()
        self.taken.emit()

    def _ask_original(self, form: IssuedFormView) -> None:
        target = self._ask_place(form.file_name)
        if target is not None:
            self._target = target
            self._run(read_original, self._student_id, form.id, done="_write_original")

    def _write_original(self, original: OriginalFile) -> None:
        target, self._target = self._target, None
        if target is not None and write_whole(target, original.content):
            self._context.navigator.say(
                self.tr("Bewaard als {name}. Let op: dit bestand is niet versleuteld.").format(
                    name=target.name
                ),
                Tone.GOOD,
            )
        else:
            self._complain(
                self.tr("Bewaren lukte niet. Is er ruimte, en mag je op die plek schrijven?")
            )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, InputRefused) and not self.making.isHidden():
            self._wait(False)
            self.making.show_problem(error_text(error))
            return
        self._put_away()
        if isinstance(error, StaleSave):
            words = self.tr(
                "Iemand anders was je net voor. Kijk wat er nu staat, en lees het formulier zo "
                "nodig opnieuw in."
            )
            self._load()
        else:
            words = error_text(error)
        self._complain(words)

    def _complain(self, words: str) -> None:
        self.problem.set_text(words)
        self.problem.show()
        self.read_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        """Close what is open below the buttons, and forget the words in it."""
        self._filled = None
        self.problem.hide()
        for part in (self.making, self.reading):
            part.forget()
            part.hide()
        self._wait(False)

    def _wait(self, waiting: bool) -> None:
        for widget in (self.make_button, self.read_button, self.making, self.reading):
            widget.setEnabled(not waiting)

    def _ask_place(self, file_name: str) -> Path | None:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        folder = self._folder or Path(documents)
        title = self.tr("Formulier bewaren")
        target = save_file(self, title, self.tr("PDF (*.pdf)"), folder / file_name)
        if target is None:
            return None
        self._folder = target.parent
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        return target

    def _file_name(self, talk_on: date | None, mark: str = "") -> str:
        """A name without the student's: it stands in mailboxes and on desks of a company.

        The day of the talk, or the mark that is printed on the form, tells one from another.
        """
        word = self.tr("Formulier gesprek")
        told = mark or ("" if talk_on is None else talk_on.isoformat())
        return f"{word} {told}".strip() + ".pdf"


def _voices(view: Trialogue, party: Party) -> int:
    return sum(voice.party is party for voice in view.voices)


def _form_pdf(sheet: FormSheet) -> bytes:
    # The library that makes PDF is slow to import, and this runs beside the window.
    from lob_workbench.features.trialogue.report_form import form_pdf

    return form_pdf(sheet)
