"""*Lijst inlezen*: from a file to one's own students, in four calm steps."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.rights import Right
from lob_workbench.features.student_import.columns import missing
from lob_workbench.features.student_import.comparison import Preview
from lob_workbench.features.student_import.operations import Imported
from lob_workbench.features.student_import.page_check import CheckStep
from lob_workbench.features.student_import.page_columns import ColumnStep
from lob_workbench.features.student_import.page_file import FileStep
from lob_workbench.features.student_import.page_list_work import ListWork
from lob_workbench.features.student_import.page_mentor import MentorStep
from lob_workbench.features.student_import.page_mentor_work import MentorWork
from lob_workbench.features.student_import.page_missing import MissingStep
from lob_workbench.features.student_import.page_missing_work import MissingWork
from lob_workbench.features.student_import.page_reading import ReadList
from lob_workbench.features.student_import.page_words import (
    begin_line,
    check_line,
    import_button,
    imported_line,
    leave_button,
    school_line,
)
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.steps import StepPath


class Step(IntEnum):
    """Where in the import you are."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    MISSING = 3
    MENTOR = 4


class StudentImportPage(Page):
    """``Target("student_import", detail="mentor")`` opens the last step by itself."""

    help_topic = "student_import"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Studentenlijst inlezen"), scroll=False)
        self._context = context
        self._waiting = ""
        self._imported = False
        self.step = Step.FILE
        # Else an administrator reads it for the school, where copies are kept too.
        self._own_desk = context.actor.may(Right.KEEP_WORKBOOK)
        mine = (self.tr("Welke mentor ben jij?"),) if self._own_desk else ()
        steps = (self.tr("Bestand"), self.tr("Kolommen"), self.tr("Controleren"))
        names = (*steps, self.tr("Wie ontbreekt?"), *mine)
        self.path = StepPath(names, self)
        self.path.step_chosen.connect(self._step_chosen)
        self.top.addWidget(self.path)
        self.file_step = FileStep(self)
        self.file_step.chosen.connect(self.take_file)
        self.column_step = ColumnStep(self)
        self.column_step.changed.connect(self._show_buttons)
        self.check_step = CheckStep(self)
        self.check_step.changed.connect(self._show_buttons)
        self.missing_step = MissingStep(context.clock, self)
        self.missing_step.changed.connect(self._show_buttons)
        self.missing_work = MissingWork(context, self.missing_step)
        self.missing_work.waiting.connect(self._wait)
        self.missing_work.done.connect(self._after_missing)
        self.mentor_step = MentorStep(context.actor.name, self)
        self.mentor_step.changed.connect(self._show_buttons)
        self.mentor_step.confirmed.connect(self.finish)
        self.mentor_step.later_asked.connect(self._choose_later)
        self.mentor_work = MentorWork(context, self.mentor_step)
        self.mentor_work.waiting.connect(self._wait)
        self.mentor_work.loaded.connect(self._show_mentors)
        self._stack = QStackedWidget(self)
        self._steps = (
            *(self.file_step, self.column_step, self.check_step),
            *(self.missing_step, self.mentor_step),
        )
        for widget in self._steps:
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.progress = ProgressLine("", self)
        self.body.addWidget(self.progress)
        self.list_work = ListWork(context, self.progress, self)
        self.list_work.waiting.connect(self._wait)
        self.list_work.understood.connect(self._take_read)
        self.list_work.doubtful.connect(self._take_doubtful)
        self.list_work.refused.connect(self._show_refusal)
        self.list_work.columns_refused.connect(self._show_columns)
        self.list_work.compared.connect(self._take_preview)
        self.list_work.imported.connect(self._take_imported)
        self.column_step.sheet_chosen.connect(self.list_work.choose_sheet)
        self.again_button = self.add_button(self.tr("&Andere lijst"), self.start_again)
        self.skip_button = self.add_button("", self._skip)
        self.primary_button = self.add_button("", self.finish, primary=True)
        self._finish = self.offer(PageKey.FINISH, "", self.finish)
        self._show_step(Step.FILE)

    def open(self, target: Target) -> None:
        """Where the reader was; ``detail="mentor"`` is the last step."""
        if target.detail == "mentor" and self._own_desk:
            self._to_mentors()
        elif self.step is Step.MENTOR and not self._waiting and self.mentor_work.is_done():
            self.start_again()
        else:
            self._steps[self.step].setFocus()

    def refresh(self, changes: Changes) -> None:
        """Compare again when students changed elsewhere; count again what mentors have."""
        if self._waiting or not changes.touches("student", "mentor"):
            return
        if self.step is Step.CHECK:
            self.list_work.compare()
        elif self.step is Step.MENTOR:
            self.mentor_work.load()

    def clear(self) -> None:
        """Forget the list and every name in it."""
        self._forget_list()
        self.mentor_step.clear()
        self._show_step(Step.FILE)

    def start_again(self) -> None:
        """Choose another list; nothing of this one was written."""
        self._forget_list()
        self.mentor_work.forget()
        self._show_step(Step.FILE)

    def finish(self) -> None:
        """What the primary button of this step does."""
        if self._waiting:
            return
        if self.step is Step.FILE:
            self.file_step.choose()
        elif not self.primary_button.isEnabled():
            return
        elif self.step is Step.COLUMNS:
            self.list_work.parse(self.column_step.mapping())
        elif self.step is Step.CHECK:
            self.list_work.write(self.check_step.answers)
        elif self.step is Step.MISSING:
            self.missing_work.finish()
        else:
            self._leave()

    def take_file(self, file: Path) -> None:
        """Read a file."""
        self._forget_list()
        self._imported = False
        self.list_work.take_file(file)

    def _show_refusal(self, words: str) -> None:
        self._show_step(Step.FILE)
        self.file_step.show_problem(words)

    def _take_read(self, read: ReadList) -> None:
        self.column_step.show_list(read, read.recognition.mapping)

    def _take_doubtful(self, read: ReadList) -> None:
        self._take_read(read)
        self._show_step(Step.COLUMNS)

    def _show_columns(self) -> None:
        self._show_step(Step.COLUMNS)

    def _take_preview(self, seen: Preview) -> None:
        self.check_step.show_preview(seen)
        self._show_step(Step.CHECK)

    def _take_imported(self, done: Imported) -> None:
        parsed, absences = self.list_work.parsed, self.check_step.absences
        self._forget_list()
        self._imported = True
        if not self._own_desk:
            self._context.navigator.say(school_line(done), Tone.GOOD)
        else:
            self.mentor_step.set_result(imported_line(done))
        if parsed is not None and absences:
            result = imported_line(done) if self._own_desk else ""
            self.missing_work.ask(parsed, absences, result)
            self._show_step(Step.MISSING)
        else:
            self._after_missing()

    def _after_missing(self) -> None:
        if self._own_desk:
            self._to_mentors()
        else:
            self._show_step(Step.FILE)

    def _skip(self) -> None:
        """On from a list in which nothing is new."""
        parsed, absences = self.list_work.parsed, self.check_step.absences
        if parsed is not None and absences:
            self.missing_work.ask(parsed, absences)
            self._show_step(Step.MISSING)
        else:
            self._to_mentors()

    def _to_mentors(self) -> None:
        self._show_step(Step.MENTOR)
        self.mentor_work.load()

    def _show_mentors(self) -> None:
        if self.step is Step.MENTOR:
            self._show_buttons()
            self.mentor_step.begin()

    def _leave(self) -> None:
        if self.mentor_work.is_done():
            self.navigate.emit(Target("students"))
        else:
            self.mentor_work.choose()

    def _choose_later(self) -> None:
        self.navigate.emit(Target("students"))

    def _step_chosen(self, index: int) -> None:
        if self._waiting:
            return
        if index == Step.MISSING and not self.missing_work.open:
            self._show_step(self.step)
        elif index == Step.MENTOR:
            self._to_mentors()
        elif index == Step.CHECK and self.list_work.read is not None:
            mapping = self.column_step.mapping()
            if missing(mapping):
                self._show_step(Step.COLUMNS)
            else:
                self.list_work.parse(mapping)
        elif index in (Step.FILE, Step.MISSING) or self.list_work.read is not None:
            self._show_step(Step(index))

    def _show_step(self, step: Step) -> None:
        self.step = step
        self._stack.setCurrentIndex(step)
        came_by_path = self._imported or step < Step.MISSING
        self.path.set_current(step, done=None if came_by_path else frozenset())
        self._show_buttons()
        if step is Step.COLUMNS:
            self.column_step.begin()
        elif step is Step.CHECK:
            self.check_step.begin()
        elif step is Step.MISSING:
            self.missing_step.begin()
        else:
            self._steps[step].setFocus()

    def _forget_list(self) -> None:
        self.list_work.forget()
        self.missing_work.forget()
        self._waiting = ""
        self.check_step.clear()
        self.column_step.clear()
        self.file_step.show_problem("")

    def _wait(self, words: str) -> None:
        """Say what is being done; nothing can be pressed meanwhile. Empty: it is done."""
        self._waiting = words
        self._stack.setEnabled(not words)
        self.path.setEnabled(not words)
        self._show_buttons()

    def _show_buttons(self) -> None:
        words, enabled = self._primary()
        self.primary_button.setText(words)
        self._finish.setText(words.replace("&", ""))
        self.primary_button.setVisible(self.step is not Step.FILE and bool(words))
        self.primary_button.setEnabled(enabled and not self._waiting)
        self.again_button.setVisible(self.step in (Step.COLUMNS, Step.CHECK))
        self.again_button.setEnabled(not self._waiting)
        nothing = self.step is Step.CHECK and not enabled
        absent = bool(self.check_step.absences)
        self.skip_button.setText(self.tr("&Verder") if absent else self.tr("Mentor &kiezen"))
        self.skip_button.setVisible(nothing and (self._own_desk or absent) and not self._waiting)
        self.set_title(self.title, self._waiting or self._subtitle_words())

    def _primary(self) -> tuple[str, bool]:
        """The words of the primary button, and whether there is something to do."""
        if self.step is Step.COLUMNS:
            return self.tr("&Verder"), not missing(self.column_step.mapping())
        if self.step is Step.CHECK:
            todo = self.check_step.to_write()
            return import_button(todo), bool(todo.new or todo.changed)
        if self.step is Step.MISSING:
            return leave_button(len(self.missing_step.leaving())), True
        if self.step is Step.MENTOR:
            if self.mentor_work.is_done():
                may = self._context.actor.may(Right.READ_STUDENTS)
                return (self.tr("Naar mijn &studenten") if may else ""), may
            return self.tr("Dit &ben ik"), self.mentor_step.current() is not None
        return self.tr("Bestand kiezen"), True

    def _subtitle_words(self) -> str:
        if self.step is Step.FILE:
            return begin_line(self._own_desk)
        if self.step is Step.MENTOR and self.mentor_work.is_me():
            return self.tr("Klopt dit niet? Kies dan een andere mentor.")
        if self.step is Step.MENTOR:
            return self.tr(
                "De studenten van deze mentor worden jouw studenten. Je kunt later anders kiezen."
            )
        if self.step is Step.MISSING:
            return self.tr("Er gaat niemand vanzelf weg. Jij kiest, en het dossier blijft.")
        name = self.list_work.read.name if self.list_work.read else ""
        if self.step is Step.COLUMNS:
            return self.tr("Wat staat er in de kolommen van {name}?").format(name=name)
        return check_line(name, self.check_step.to_write(), self.check_step.open_questions())
