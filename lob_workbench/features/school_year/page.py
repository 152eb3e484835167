"""*Nieuw schooljaar*: choose class by class, look at what changes, write it in one go."""

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.features.school_year.operations import new_year, turn_back, turn_year
from lob_workbench.features.school_year.page_choose import ChoosePanel
from lob_workbench.features.school_year.page_look import DonePanel, LookPanel
from lob_workbench.features.school_year.rules import NewYear, NewYearDraft, Turned
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import EmptyState, Page, PageKey


class SchoolYearPage(Page):
    """Three steps: ``choose``, ``look`` and ``done``. Nothing is written before the last."""

    help_topic = "school_year"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            title=self.tr("Nieuw schooljaar"),
            subtitle=self.tr("Klassen gaan door, wie klaar is gaat van school."),
            scroll=False,
        )
        self._context = context
        self._turned: Turned | None = None
        self._draft: NewYearDraft | None = None
        self.choose = ChoosePanel(context, self)
        self.choose.changed.connect(self._show_buttons)
        self.look = LookPanel(self)
        self.done = DonePanel(self)
        self.empty = EmptyState(
            "ph.student",
            self.tr("Nog geen studenten"),
            self.tr("Lees eerst je studentenlijst in. Daarna kun je klassen laten doorgaan."),
            self.tr("Studentenlijst inlezen"),
            self,
        )
        self.empty.started.connect(self._import)
        self._stack = QStackedWidget(self)
        for part in (self.choose, self.look, self.done, self.empty):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.back_button = self.add_button(self.tr("&Terug"), self._step_back, icon="ph.arrow-left")
        self.undo_button = self.add_button(
            self.tr("&Ongedaan maken"), self._undo, icon="ph.arrow-counter-clockwise"
        )
        self.look_button = self.add_button(
            self.tr("&Kijk wat er verandert"), self._look, primary=True, icon="ph.eye"
        )
        self.write_button = self.add_button(
            self.tr("&Zo invoeren"), self._write, primary=True, icon="ph.check"
        )
        self.offer(PageKey.FINISH, self.tr("Volgende stap"), self._next)
        self._go(self.choose)

    def open(self, target: Target) -> None:
        """Choosing; what is proposed comes from the lists as they are now."""
        self._turned = None
        self._go(self.choose)
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Read again when students changed and nothing is being looked at."""
        if changes.touches("student", "school") and self._stack.currentWidget() is not self.done:
            self._go(self.choose)
            self._load()

    def clear(self) -> None:
        """Forget every name."""
        self._draft = self._turned = None
        self.choose.clear()
        self.look.clear()
        self._go(self.choose)

    def _load(self) -> None:
        self._context.jobs.run(new_year, receiver=self, done="_show", failed="_complain")

    def _show(self, found: NewYear) -> None:
        self.choose.show_year(found)
        if not found.pupils:
            self._go(self.empty)
        elif self._stack.currentWidget() is self.empty:
            self._go(self.choose)
        self._show_buttons()

    def _go(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._show_buttons()

    def _show_buttons(self) -> None:
        part = self._stack.currentWidget()
        self.back_button.setVisible(part is self.look)
        self.undo_button.setVisible(part is self.done and self._turned is not None)
        self.look_button.setVisible(part is self.choose)
        self.look_button.setEnabled(self.choose.draft() is not None)
        self.write_button.setVisible(part is self.look)
        self.write_button.setEnabled(self.look.has_turns)

    def _next(self) -> None:
        part = self._stack.currentWidget()
        if part is self.choose:
            self._look()
        elif part is self.look:
            self._write()

    def _step_back(self) -> None:
        self._go(self.choose)
        self.choose.table.setFocus()

    def _look(self) -> None:
        if not self.choose.check():
            return
        self._draft = self.choose.draft()
        if self._draft is not None:
            self.look.show_draft(self._draft, self.choose.year_after())
            self._go(self.look)
            self.look.table.setFocus()

    def _write(self) -> None:
        if self._draft is not None and self.look.has_turns:
            self.write_button.setEnabled(False)
            self._context.jobs.run(
                turn_year, self._draft, receiver=self, done="_take_turned", failed="_refuse"
            )

    def _take_turned(self, turned: Turned) -> None:
        self._turned = turned
        self.done.show_turned(turned)
        self._go(self.done)
        self.undo_button.setFocus()

    def _undo(self) -> None:
        if self._turned is not None:
            self._context.jobs.run(
                turn_back, self._turned, receiver=self, done="_take_undone", failed="_complain"
            )

    def _take_undone(self, _changes: Changes) -> None:
        self._turned = None
        self._context.navigator.say(self.tr("Alles is weer zoals het was."))
        self._go(self.choose)
        # The button that had the focus went.
        self.choose.table.setFocus()
        self._load()

    def _refuse(self, error: Exception) -> None:
        self._complain(error)
        self._go(self.choose)
        self._load()

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def _import(self) -> None:
        self.navigate.emit(Target("student_import"))

    @property
    def step(self) -> QWidget | None:
        """The step that is shown."""
        return self._stack.currentWidget()

    @property
    def chosen(self) -> frozenset[UUID]:
        """Who goes along, in the draft that is looked at."""
        return frozenset(pupil.id for pupil in self._draft.pupils) if self._draft else frozenset()
