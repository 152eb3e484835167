"""Life skills to Excel and back: two cards, and the list of what came back."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.domain.rights import Right
from lob_workbench.features.skill_workbook.operations import (
    collect_workbook,
    compare_workbook,
    start_workbook,
    take_over,
)
from lob_workbench.features.skill_workbook.page_diff import DiffPanel
from lob_workbench.features.skill_workbook.page_export import ExportCard
from lob_workbench.features.skill_workbook.page_import import ImportCard
from lob_workbench.features.skill_workbook.page_reading import make_workbook, read_returned
from lob_workbench.features.skill_workbook.page_words import compared_line, taken_line
from lob_workbench.features.skill_workbook.returned import ReturnedWorkbook
from lob_workbench.features.skill_workbook.rules import (
    Comparison,
    Start,
    TakenOver,
    WorkbookData,
    file_name,
)
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import save_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.page import Page, PageKey, ScrollColumn
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.theme import space

_KINDS = ("student", "skill_claim", "skill_goal", "skill_set", "skill_route")


class SkillWorkbookPage(Page):
    """``Target("skill_workbook")``; at a school who records nothing only makes workbooks."""

    help_topic = "skill_workbook"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Life skills in Excel"), scroll=False)
        self._context = context
        self._returned: ReturnedWorkbook | None = None
        self._comparison: Comparison | None = None
        self._progress: Progress | None = None
        self._path: Path | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._working = False
        self._own_change = False
        fills = context.actor.may(Right.RECORD_SKILLS)
        self._start = ScrollColumn(self)
        self.export = ExportCard(self._start.content, fills=fills)
        self.export.asked.connect(self._make)
        self.importing = ImportCard(self._start.content)
        self.importing.chosen.connect(self.take_file)
        self.importing.setVisible(fills)
        cards = QHBoxLayout()
        cards.setSpacing(space(4))
        cards.addWidget(self.export, 1)
        cards.addWidget(self.importing, 1)
        self._start.column.addLayout(cards)
        self._start.column.addStretch(1)
        self.diff = DiffPanel(self)
        self.diff.changed.connect(self._show_buttons)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._start)
        self._stack.addWidget(self.diff)
        self.progress = ProgressLine(self.tr("De werkmap maken"), self)
        column = QVBoxLayout()
        column.setSpacing(space(2))
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)
        self.body.addLayout(column, 1)
        self.back_button = self.add_button(self.tr("&Niet nu"), self._step_back)
        self.take_button = self.add_button(
            self.tr("&Overnemen"), self._take_over, primary=True, icon="ph.check"
        )
        self.take_button.setToolTip(self.tr("Overnemen (Ctrl+Enter)"))
        self.offer(PageKey.FINISH, self.tr("Werkmap maken of overnemen"), self._finish)
        self._show_buttons()

    def open(self, target: Target) -> None:
        """Both cards, with what there is to choose now."""
        self._step_back()
        self._load()
        self.export.button.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Compare again what is shown, load again what is chosen from."""
        if not changes.touches(*_KINDS):
            return
        self._load()
        if self._own_change:
            self._own_change = False
        elif self._returned is not None and not self._working:
            self._compare()

    def leave(self) -> bool:
        """What was read is forgotten; the file is still there."""
        self._step_back()
        return True

    def clear(self) -> None:
        """Forget every name."""
        if self._progress is not None:
            self._progress.stop()
        self._step_back()
        self.export.clear()

    def take_file(self, file: Path) -> None:
        """Read a file that came back, and show what it says otherwise."""
        if self._working:
            return
        self.importing.show_problem("")
        self._work(True, self.tr("Het bestand lezen…"))
        self._context.jobs.render(
            read_returned, file, receiver=self, done="_take_read", failed="_refuse_file"
        )

    def _load(self) -> None:
        self._context.jobs.run(start_workbook, receiver=self, done="_take_start")

    def _take_start(self, start: Start) -> None:
        self.export.show_start(start)

    def _make(self) -> None:
        choice = self.export.choice()
        if choice is None or self._working:
            return
        self.export.say("")
        self._progress = self.progress.begin()
        self._work(True, self.tr("De werkmap maken…"))
        self._context.jobs.run(
            collect_workbook,
            choice,
            self._progress,
            receiver=self,
            done="_take_data",
            failed="_refuse_making",
        )

    def _take_data(self, data: WorkbookData) -> None:
        suggestion = self._folder / file_name(data.whom, data.made_on.isoformat())
        path = save_file(
            self, self.tr("Werkmap bewaren"), self.tr("Excel-werkmap (*.xlsx)"), suggestion
        )
        if path is None or self._progress is None:
            self._end_making()
            return
        self._folder = path.parent
        if path.suffix.lower() != ".xlsx":
            path = path.with_name(f"{path.name}.xlsx")
        self._context.jobs.render(
            make_workbook,
            data,
            path,
            self._progress,
            receiver=self,
            done="_say_saved",
            failed="_refuse_making",
        )

    def _say_saved(self, path: Path) -> None:
        self._end_making()
        words = self.tr(
            "Bewaard als {name}. Er staan persoonlijke gegevens in: deel het bestand alleen met "
            "wie het nodig heeft, en gooi het weg als het terug is."
        )
        self.export.say(words.format(name=path.name))
        # The note has its place after a turn of the event loop.
        QTimer.singleShot(0, self, self._show_note)

    def _show_note(self) -> None:
        self._start.ensureWidgetVisible(self.export.note)

    def _refuse_making(self, error: Exception) -> None:
        self._end_making()
        if isinstance(error, Stopped):
            self.export.say(error_text(error))
        else:
            self._context.navigator.complain(error)

    def _end_making(self) -> None:
        self.progress.end()
        self._progress = None
        self._work(False)
        # What is switched off for a while loses the keys.
        self.export.button.setFocus()

    def _take_read(self, returned: ReturnedWorkbook) -> None:
        self._returned, self._comparison = returned, None
        self._compare()

    def _compare(self) -> None:
        self._work(True, self.tr("Vergelijken met de werkbank…"))
        self._context.jobs.run(
            compare_workbook,
            self._returned,
            receiver=self,
            done="_take_comparison",
            failed="_refuse_file",
        )

    def _refuse_file(self, error: Exception) -> None:
        self._step_back()
        if isinstance(error, InputRefused):
            self.importing.show_problem(error_text(error))
            self.importing.field.button.setFocus()
        else:
            self._context.navigator.complain(error)

    def _take_comparison(self, comparison: Comparison) -> None:
        self._work(False)
        if self._returned is None:
            return  # Locked or left meanwhile.
        again = self._comparison is not None
        self._comparison = comparison
        self._stack.setCurrentWidget(self.diff)
        self.diff.show_comparison(comparison, again)
        self._show_buttons()
        self.diff.table.setFocus()

    def _take_over(self) -> None:
        keys = self.diff.taken
        if self._returned is None or not keys or self._working:
            return
        self._own_change = True
        self._work(True, self.tr("Overnemen…"))
        self._context.jobs.run(
            take_over,
            self._returned,
            keys,
            receiver=self,
            done="_say_taken",
            failed="_refuse_taking",
        )

    def _say_taken(self, done: TakenOver) -> None:
        self._step_back()
        # The button that had the keys is gone.
        self.importing.field.button.setFocus()
        self._context.navigator.say(taken_line(done), Tone.GOOD)

    def _refuse_taking(self, error: Exception) -> None:
        self._own_change = False
        self._work(False)
        self._context.navigator.complain(error)
        if self._returned is not None:
            self._compare()

    def _finish(self) -> None:
        if self._stack.currentWidget() is self.diff:
            self._take_over()
        else:
            self._make()

    def _step_back(self) -> None:
        self._returned = self._comparison = None
        self.importing.show_problem("")
        self.diff.show_comparison(None)
        self._stack.setCurrentWidget(self._start)
        self._work(False)

    def _work(self, working: bool, words: str = "") -> None:
        """Say what is being done; nothing can be pressed meanwhile."""
        self._working = working
        self._stack.setEnabled(not working)
        self._show_buttons(words)

    def _show_buttons(self, words: str = "") -> None:
        shown = self._stack.currentWidget() is self.diff
        self.back_button.setVisible(shown)
        self.take_button.setVisible(shown)
        count = len(self.diff.taken)
        label = self.tr("&Overnemen ({count})") if count else self.tr("&Overnemen")
        self.take_button.setText(label.format(count=count))
        self.take_button.setEnabled(bool(count) and not self._working)
        self.back_button.setEnabled(not self._working)
        if not words and shown and self._comparison is not None:
            words = compared_line(self._comparison, self._context.clock.today())
        usual = self.tr("Deel een werkmap met collega's, en neem over wat zij invulden.")
        self.set_title(self.title, words or usual)
