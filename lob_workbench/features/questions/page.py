"""*Vragenbank*: all questions for talks, and those that the school adds itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.rights import Right
from lob_workbench.features.questions.operations import (
    add_question,
    bring_back_question,
    change_question,
    read_bank,
    retire_question,
)
from lob_workbench.features.questions.page_detail import QuestionDetail
from lob_workbench.features.questions.page_form import QuestionForm
from lob_workbench.features.questions.rules import (
    NO_BANK,
    Bank,
    BankRow,
    QuestionDraft,
    draft_of,
    found,
)
from lob_workbench.features.questions.tables import bank_columns, competence_label, phase_label
from lob_workbench.talks.rules_questions import OwnQuestion
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.theme import space

PAGE = "questions"
NEW, CHANGE = "new", "change"
_ALL, _OWN = "all", "own"
_TYPING_PAUSE_MS = 120


class QuestionBankPage(Page):
    """The bank; with ``Target.detail`` *new* or *change* the form for an own question."""

    help_topic = "questions"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Vragenbank"), scroll=False)
        self._context = context
        self._bank = NO_BANK
        self._target = Target(PAGE)
        self._opening = False
        self._moved: OwnQuestion | None = None
        self._before: QuestionDraft | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._filter)
        self.search = LineField(
            self.tr("&Zoeken"), self, placeholder=self.tr("Een woord uit de vraag")
        )
        self.search.changed.connect(self._typing.start)
        self.competence: ChoiceField[CareerCompetence | str] = self._choice(self.tr("&Competentie"))
        self.phase: ChoiceField[CareerPhase | str] = self._choice(self.tr("&Fase"))
        self.whose: ChoiceField[str] = self._choice(self.tr("Van &wie"))
        self.table: TableView[BankRow] = TableView(
            bank_columns(), self, name=self.tr("Vragen"), empty=" "
        )
        self.table.row_chosen.connect(self._choose)
        self.table.row_activated.connect(self._change_row)
        self.detail = QuestionDetail(self)
        self.detail.change_asked.connect(self._change)
        self.detail.retire_asked.connect(self._retire)
        self.detail.return_asked.connect(self._bring_back)
        self.form = QuestionForm(self)
        self.form.saved.connect(self._save)
        self.form.given_up.connect(self._give_up)
        listing = QWidget(self)
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(2))
        filters = QHBoxLayout()
        filters.addWidget(self.search, 3)
        filters.addWidget(self.competence, 3)
        filters.addWidget(self.phase, 2)
        filters.addWidget(self.whose, 2)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listing)
        self._stack.addWidget(self.form)
        self.body.addWidget(self._stack, 1)
        self.add = self.add_button(self.tr("&Eigen vraag"), self._new, primary=True, icon="ph.plus")
        self._may_add = context.actor.may(Right.ADD_QUESTIONS)
        self.add.setVisible(self._may_add)
        if self._may_add:
            self.offer(PageKey.NEW, self.tr("Eigen vraag"), self._new)
        self.offer(PageKey.FINISH, self.tr("Vraag bewaren"), self.form.save)
        self.offer(PageKey.SAVE, self.tr("Vraag bewaren"), self.form.save)
        self._be_listing(True)

    def open(self, target: Target) -> None:
        """The bank, or the form for a new question or for ``target.entity``."""
        before, self._target, self._opening = self._target, target, True
        if target.detail == NEW and self._may_add:
            self._be_listing(False)
        else:
            self._be_listing(target.detail != CHANGE)
        if before != target and not self.form.is_touched:
            # What somebody began and left stays, until it is kept or given up.
            self.form.clear()
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when somebody added or changed a question."""
        if changes.touches("own_question"):
            self._load()

    def leave(self) -> bool:
        """What was begun stays in the form."""
        if self._stack.currentWidget() is self.form and self.form.is_touched:
            self._context.navigator.say(
                self.tr("Je vraag is nog niet bewaard. In de vragenbank staat hij voor je klaar."),
                Tone.ATTENTION,
            )
        return True

    def clear(self) -> None:
        """Forget what was typed and looked for."""
        self._typing.stop()
        self.search.set_value("")
        for field in (self.competence, self.phase, self.whose):
            field.set_value(_ALL)
        self.form.clear()
        self._target = Target(PAGE)
        self._moved = self._before = None
        self._show(NO_BANK)
        self._be_listing(True)

    def _be_listing(self, listing: bool) -> None:
        self._stack.setCurrentIndex(0 if listing else 1)
        self.add.setVisible(listing and self._may_add)
        self.new_action.setEnabled(listing and self._may_add)
        self.finish_action.setEnabled(not listing)
        self.save_action.setEnabled(not listing)
        if listing:
            self._tell_count()
        elif self._target.detail == NEW:
            self.set_title(
                self.tr("Eigen vraag"), self.tr("Iedereen die gesprekken voert, kan hem kiezen.")
            )
        else:
            self.set_title(
                self.tr("Eigen vraag veranderen"),
                self.tr("In gesprekken van eerder blijft staan wat er toen is gevraagd."),
            )

    def _tell_count(self) -> None:
        words = self.tr("{count} vragen om uit te kiezen").format(count=self._bank.offered)
        if self._bank.own:
            words = self.tr("{count} vragen om uit te kiezen, waarvan {own} eigen").format(
                count=self._bank.offered, own=self._bank.own
            )
        self.set_title(self.tr("Vragenbank"), words if self._bank.rows else "")

    # The list

    def _load(self) -> None:
        self._context.jobs.run(read_bank, receiver=self, done="_show")

    def _show(self, bank: Bank) -> None:
        first = not self._bank.rows
        chosen = self.table.current_row()
        self._bank = bank
        self._filter()
        # The same question, also with other words.
        again = next(
            (
                row
                for row in self.table.rows_model.rows
                if chosen is not None and row.question.id == chosen.question.id
            ),
            None,
        )
        if again is not None:
            self.table.select_row(again)
        self.detail.show_row(self.table.current_row())
        if self._stack.currentIndex() == 0:
            self._tell_count()
            if first and bank.rows and self.isVisible():
                self.search.edit.setFocus()
        else:
            self._fill_form(bank)

    def _fill_form(self, bank: Bank) -> None:
        typed = self.form.draft()
        if self._target.entity is None:
            wanted = QuestionDraft(bank.fresh_id)
        else:
            row = bank.row(self._target.entity)
            if row is None or row.own is None or not row.changeable:
                self._context.navigator.go(Target(PAGE))
                return
            wanted = draft_of(row.own)
        same = typed is not None and (
            typed.id == wanted.id or not (typed.version or wanted.version)
        )
        if not (same and self.form.is_touched):
            self.form.show_draft(wanted)
        elif self._opening:
            self.form.begin()
        self._opening = False

    def _choice(self, label: str) -> ChoiceField[Any]:
        field: ChoiceField[Any] = ChoiceField(label, [(_ALL, "")], self, radio_up_to=0)
        field.set_value(_ALL)
        field.changed.connect(self._filter)
        return field

    def _filter(self) -> None:
        self._typing.stop()
        words = self.search.value()
        competence, phase = self.competence.value() or _ALL, self.phase.value() or _ALL
        own = self.whose.value() == _OWN
        wanted = competence if isinstance(competence, CareerCompetence) else None
        when = phase if isinstance(phase, CareerPhase) else None
        rows = found(self._bank, words, wanted, when, own_only=own)
        self._show_counts(words, wanted, when, own)
        self.table.set_empty(self._why_empty(words, own))
        self.table.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.select_row(rows[0])
        self.detail.show_row(self.table.current_row())

    def _show_counts(
        self, words: str, competence: CareerCompetence | None, phase: CareerPhase | None, own: bool
    ) -> None:
        """Behind every choice how many questions it would give."""

        def counted(
            text: str, some: CareerCompetence | None, when: CareerPhase | None, own: bool
        ) -> str:
            return f"{text} ({len(found(self._bank, words, some, when, own_only=own))})"

        self.competence.set_choices(
            [
                (_ALL, counted(self.tr("alle"), None, phase, own)),
                *(
                    (one, counted(competence_label(one), one, phase, own))
                    for one in CareerCompetence
                ),
            ]
        )
        self.phase.set_choices(
            [
                (_ALL, counted(self.tr("alle"), competence, None, own)),
                *((one, counted(phase_label(one), competence, one, own)) for one in CareerPhase),
            ]
        )
        self.whose.set_choices(
            [
                (_ALL, counted(self.tr("alle"), competence, phase, False)),
                (_OWN, counted(self.tr("eigen vragen"), competence, phase, True)),
            ]
        )

    def _why_empty(self, words: str, own: bool) -> str:
        if words:
            return self.tr("Geen vraag met deze woorden. Zoek op een ander woord.")
        if own and self._may_add:
            return self.tr(
                "Jullie hebben nog geen eigen vraag voor hier. Kies ‘Eigen vraag’ om er een op "
                "te schrijven: hij blijft bewaard, ook als de werkbank nieuwe vragen krijgt."
            )
        return self.tr("Hier staan de vragen die jullie zelf toevoegen.")

    def _choose(self, row: BankRow | None) -> None:
        self.detail.show_row(row)

    # Own questions

    def _new(self) -> None:
        self._context.navigator.go(Target(PAGE, None, NEW))

    def _change_row(self, row: BankRow) -> None:
        if row.own is not None and row.changeable and not row.is_retired:
            self._context.navigator.go(Target(PAGE, row.own.id, CHANGE))

    def _change(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._change_row(row)

    def _retire(self) -> None:
        self._put(self.table.current_row(), retire_question, "_take_retired")

    def _bring_back(self) -> None:
        self._put(self.table.current_row(), bring_back_question, "_take_back")

    def _put(self, row: BankRow | None, operation: Callable[..., Changes], done: str) -> None:
        if row is None or row.own is None:
            return
        self._moved = row.own
        self.detail.setEnabled(False)
        self._context.jobs.run(
            operation,
            row.own.id,
            row.own.version,
            receiver=self,
            done=done,
            failed="_take_refused",
        )

    def _take_retired(self, _changes: Changes) -> None:
        self.detail.setEnabled(True)
        moved = self._moved
        if moved is not None:
            self._context.navigator.offer_undo(
                self.tr("De vraag is uit de bank. Wat er in gesprekken staat, blijft staan."),
                bring_back_question,
                moved.id,
                moved.version + 1,
            )
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def _take_back(self, _changes: Changes) -> None:
        self.detail.setEnabled(True)
        self._context.navigator.say(self.tr("De vraag staat weer in de bank."), Tone.GOOD)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def _take_refused(self, error: Exception) -> None:
        self.detail.setEnabled(True)
        self._context.navigator.complain(error)
        self._load()

    def _save(self) -> None:
        draft = self.form.draft()
        if draft is None:
            return
        row = self._bank.row(draft.id)
        self._before = None if row is None or row.own is None else draft_of(row.own)
        self._context.jobs.run(
            change_question if draft.version else add_question,
            draft,
            receiver=self,
            done="_take_saved",
            failed="_take_unsaved",
        )

    def _take_saved(self, _changes: Changes) -> None:
        draft, before = self.form.draft(), self._before
        self.form.clear()
        # Going takes the words of the page before away.
        self._context.navigator.go(Target(PAGE))
        if draft is not None and draft.version and before is not None:
            self._context.navigator.offer_undo(
                self.tr("De vraag is veranderd."),
                change_question,
                replace(before, version=before.version + 1),
            )
        else:
            self._context.navigator.say(
                self.tr("Je vraag staat in de bank, voor iedereen die gesprekken voert."),
                Tone.GOOD,
            )

    def _take_unsaved(self, error: Exception) -> None:
        self.form.show_error(error)

    def _give_up(self) -> None:
        self.form.clear()
        self._context.navigator.go(Target(PAGE))
