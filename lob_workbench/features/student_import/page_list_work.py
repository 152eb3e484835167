"""What the import does with a list: read, understood, compared, written; followed and stopped."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.domain.rights import Right
from lob_workbench.features.student_import.columns import StudentField, missing
from lob_workbench.features.student_import.comparison import Answer, Preview
from lob_workbench.features.student_import.operations import Imported, import_students, preview
from lob_workbench.features.student_import.page_reading import (
    ReadList,
    parse_list,
    read_list,
    read_sheet,
)
from lob_workbench.features.student_import.page_words import (
    asked_without_backup,
    comparing_line,
    writing_line,
)
from lob_workbench.features.student_import.rules import ParsedList
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.progress_line import ProgressLine


class ListWork(QObject):
    """One list at a time. The page shows what the signals say; nothing here is on the screen."""

    waiting = Signal(str)
    """What is being done now; empty when it is done."""
    understood = Signal(object)
    """A ``ReadList`` whose columns are known well enough."""
    doubtful = Signal(object)
    """A ``ReadList`` of which the person has to say what stands where."""
    refused = Signal(str)
    """The file cannot be read, in words; empty when it was stopped."""
    columns_refused = Signal()
    compared = Signal(object)
    imported = Signal(object)

    def __init__(self, context: PageContext, progress: ProgressLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._line = progress
        self._window = parent
        self._progress: Progress | None = None
        self._mapping: dict[StudentField, int] = {}
        self._answers: dict[int, Answer] = {}
        self._own_desk = context.actor.may(Right.KEEP_WORKBOOK)
        self.read: ReadList | None = None
        self.parsed: ParsedList | None = None
        self._busy = False
        self._writing = False

    def forget(self) -> None:
        """Let go of the list. Reading and comparing stop; what is being written is finished."""
        if not self._writing:
            self._line.stop()
        self._rest()
        self._busy = self._writing = False
        self.read = self.parsed = None
        self._mapping, self._answers = {}, {}

    def take_file(self, file: Path) -> None:
        """Read a file."""
        self.forget()
        progress = self._watch(self.tr("De lijst lezen…"))
        self._context.jobs.render(
            read_list, file, progress, receiver=self, done="_take_read", failed="_refuse_file"
        )

    def choose_sheet(self, place: int) -> None:
        """Another sheet of the workbook is the list."""
        self.parsed = None
        progress = self._watch(self.tr("De lijst lezen…"))
        self._context.jobs.render(
            read_sheet,
            self.read,
            place,
            progress,
            receiver=self,
            done="_take_sheet",
            failed="_refuse_columns",
        )

    def parse(self, mapping: Mapping[StudentField, int]) -> None:
        """Make students of the lines with these columns, and compare them."""
        if self.read is None:
            return
        if self.parsed is not None and mapping == self._mapping:
            self.compare()
            return
        self._mapping = dict(mapping)
        progress = self._watch(self.tr("De lijst lezen…"))
        today = self._context.clock.today()
        self._context.jobs.render(
            parse_list,
            self.read,
            self._mapping,
            today,
            progress,
            receiver=self,
            done="_take_parsed",
            failed="_refuse_columns",
        )

    def compare(self) -> None:
        """Put the list beside what is known."""
        progress = self._watch(comparing_line(self._own_desk))
        self._context.jobs.run(
            preview,
            self.parsed,
            progress,
            receiver=self,
            done="_take_preview",
            failed="_refuse_columns",
        )

    def write(self, answers: Mapping[int, Answer]) -> None:
        """Take the list over; a copy of the workbook is made first."""
        self._answers = dict(answers)
        if not self._own_desk:
            self._write()
            return
        self._wait(self.tr("Eerst een reservekopie van je werkboek maken…"))
        self._context.jobs.render(
            self._context.care.back_up,
            "import",
            receiver=self,
            done="_write",
            failed="_ask_without_backup",
        )

    def _take_read(self, read: ReadList) -> None:
        if not self._busy:
            return  # Locked meanwhile.
        self.read = read
        mapping = read.recognition.mapping
        if read.unclear or missing(mapping) or read.table.header_line is None:
            self._end()
            self.doubtful.emit(read)
        else:
            self.understood.emit(read)
            self.parse(mapping)

    def _refuse_file(self, error: Exception) -> None:
        if not self._busy:
            return
        self._end()
        stopped = isinstance(error, Stopped)
        self.refused.emit("" if stopped else error_text(error))
        if stopped:
            self._tell(error)

    def _take_sheet(self, read: ReadList) -> None:
        if self.read is None:
            return  # Locked meanwhile.
        self.read = read
        self._end()
        self.doubtful.emit(read)

    def _take_parsed(self, parsed: ParsedList) -> None:
        if self.read is None:
            return
        self.parsed = parsed
        self.compare()

    def _refuse_columns(self, error: Exception) -> None:
        self._end()
        if self.read is not None:
            self.columns_refused.emit()
            self._tell(error)

    def _take_preview(self, seen: Preview) -> None:
        if self.parsed is None:
            return
        self._end()
        self.compared.emit(seen)

    def _ask_without_backup(self, error: Exception) -> None:
        if self.parsed is None:
            return  # Locked meanwhile.
        if asked_without_backup(self._window, error):
            self._write()
        else:
            self._end()

    def _write(self, _copy: object = None) -> None:
        if self.parsed is None:
            return
        self._writing = True
        progress = self._watch(writing_line(self._own_desk))
        self._context.jobs.run(
            import_students,
            self.parsed,
            self._answers,
            progress,
            receiver=self,
            done="_take_imported",
            failed="_refuse_import",
        )

    def _take_imported(self, done: Imported) -> None:
        if self._busy:
            self._end()
            self.imported.emit(done)

    def _refuse_import(self, error: Exception) -> None:
        self._end()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self._context.navigator.say(error_text(error))
        else:
            self._context.navigator.complain(error)

    def _wait(self, words: str) -> None:
        self._busy = True
        self.waiting.emit(words)

    def _watch(self, words: str) -> Progress:
        """For what takes longer with a long list: it can be followed, and stopped."""
        self._wait(words)
        self._line.say(words)
        if self._progress is None:
            self._progress = self._line.begin()
        return self._progress

    def _rest(self) -> None:
        self._progress = None
        self._line.end()

    def _end(self) -> None:
        self._busy = self._writing = False
        self._rest()
        self.waiting.emit("")
