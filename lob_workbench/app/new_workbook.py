"""A new workbook in three calm steps: who you are, a passphrase, a recovery code on paper."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.app.new_workbook_steps import PassphraseStep, RecoveryStep, WhoStep
from lob_workbench.app.screen import Screen
from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.clock import Clock
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import Paper
from lob_workbench.ui.dialogs import ask
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.steps import StepPath
from lob_workbench.ui.theme import space


def recovery_paper(code: str, name: str, owner: str, clock: Clock) -> bytes:
    """The recovery code on paper; for the worker."""
    from lob_workbench.features.settings.report import recovery_sheet_pdf

    return recovery_sheet_pdf(code, name, owner, clock.today())


class NewWorkbook(Screen):
    """``created`` has the session; ``paper_shown`` asks the window to show the recovery sheet."""

    created = Signal(object)
    paper_shown = Signal(object)
    progressed = Signal(str)
    """What the worker is doing; emitted on its thread."""

    def __init__(self, errands: Jobs, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, characters=84)
        self._errands = errands
        self._clock = clock
        self._index = 0
        self.path = StepPath(
            (self.tr("Wie ben je"), self.tr("Wachtwoordzin"), self.tr("Herstelcode")), self
        )
        self.path.step_chosen.connect(self._go_by_path)
        self.who = WhoStep(clock, self)
        self.secret = PassphraseStep(self)
        self.recovery = RecoveryStep(self)
        self.recovery.paper_requested.connect(self.make_paper)
        self._steps = (self.who, self.secret, self.recovery)
        self._stack = QStackedWidget(self)
        for step in self._steps:
            self._stack.addWidget(step)
        self.problem = Panel("", self, tint="danger", icon="ph.warning-circle")
        self.problem.hide()
        self._progress_words = Paragraph("", self, ink="muted")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.progressed.connect(self._show_progress)
        busy = QVBoxLayout()
        busy.setSpacing(space(1))
        busy.addWidget(self._progress_words)
        busy.addWidget(self._bar)
        self.column.insertWidget(1, self.path)
        self.body.addWidget(self.problem)
        self.body.addWidget(self._stack)
        self.body.addStretch(1)
        self.buttons.insertLayout(0, busy, 1)
        self.previous_button = Button(self.tr("Vor&ige"), self)
        self.previous_button.clicked.connect(self.previous)
        self.next_button = Button(self.tr("&Volgende"), self, kind=ButtonKind.PRIMARY)
        self.next_button.clicked.connect(self.next)
        self.buttons.addWidget(self.previous_button)
        self.buttons.addWidget(self.next_button)
        self._wait(False)
        self._show_step(0)

    @property
    def index(self) -> int:
        """Which step is in sight, from 0."""
        return self._index

    def next(self) -> None:
        """On to the next step when this one is good; after the last one, make the workbook."""
        if not self.next_button.isEnabled() or not self._steps[self._index].check():
            return
        if self._index + 1 < len(self._steps):
            self._show_step(self._index + 1)
        else:
            self._create()

    def previous(self) -> None:
        """Back to the step before."""
        if self._index and self.next_button.isEnabled():
            self._show_step(self._index - 1)

    def leave(self) -> None:
        """Back to the first screen; asks when more than a name would be lost."""
        if self._index == 0 or ask(
            self,
            self.tr("Stoppen met dit werkboek?"),
            self.tr(
                "Wat je hebt ingevuld, verdwijnt. Een herstelcode die je al hebt afgedrukt, "
                "kun je dan weggooien."
            ),
            self.tr("&Stoppen"),
            self.tr("&Verder invullen"),
            danger=True,
        ):
            self.left.emit()

    def make_paper(self) -> None:
        """Make the recovery sheet and have it shown."""
        self.recovery.paper_button.setEnabled(False)
        self._errands.render(
            recovery_paper,
            self.recovery.code,
            self.who.folder.name,
            self.who.name.value(),
            self._clock,
            receiver=self,
            done="take_paper",
            failed="show_error",
        )

    def take_paper(self, data: bytes) -> None:
        """The sheet is there."""
        self.recovery.paper_button.setEnabled(True)
        title = self.tr("Herstelcode van {name}").format(name=self.who.folder.name)
        self.paper_shown.emit(Paper(data, title, self.tr("herstelcode.pdf")))
        self.recovery.setFocusProxy(self.recovery.typed)

    def take_session(self, session: Session) -> None:
        """The workbook is there and open."""
        self._wait(False)
        self.secret.passphrase.clear()
        self.recovery.typed.set_value("")
        self.created.emit(session)

    def show_error(self, error: Exception) -> None:
        """Say what went wrong; everything typed stays."""
        self._wait(False)
        self.recovery.paper_button.setEnabled(True)
        self.problem.set_text(error_text(error))
        self.problem.show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Back from the paper: the code can be typed at once.
        self._steps[self._index].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next()
        elif event.key() == Qt.Key.Key_Escape and self._index:
            self.previous()
        else:
            super().keyPressEvent(event)

    def _create(self) -> None:
        desk = NewDesk(
            folder=self.who.folder,
            passphrase=self.secret.passphrase.value(),
            recovery_code=self.recovery.code,
            owner=self.who.name.value(),
            roles=self.who.chosen_roles(),
            school=self.who.school.value(),
            year=self.who.year.value(),
            logo=self.who.logo,
        )
        self.problem.hide()
        self._wait(True)
        self._errands.render(
            Session.create,
            desk,
            self._clock,
            self.progressed.emit,
            receiver=self,
            done="take_session",
            failed="show_error",
        )

    def _show_step(self, index: int) -> None:
        self._index = index
        self.problem.hide()
        self.path.set_current(index)
        self.previous_button.setVisible(index > 0)
        last = index + 1 == len(self._steps)
        self.next_button.setText(self.tr("Werkboek &maken") if last else self.tr("&Volgende"))
        titles = (
            (self.tr("Nieuw werkboek"), self.tr("Vertel eerst wie je bent.")),
            (
                self.tr("Kies je wachtwoordzin"),
                self.tr("Hiermee open je voortaan je werkboek."),
            ),
            (
                self.tr("Bewaar je herstelcode"),
                self.tr("Voor als je je wachtwoordzin vergeet."),
            ),
        )
        self.set_words(*titles[index])
        if index == 1:
            self.secret.passphrase.set_names((self.who.name.value(), self.who.school.value()))
        # A stack is as high as its highest page unless the others say that they need nothing.
        for step in self._steps:
            policy = step.sizePolicy()
            vertical = (
                policy.Policy.Preferred if step is self._steps[index] else policy.Policy.Ignored
            )
            policy.setVerticalPolicy(vertical)
            step.setSizePolicy(policy)
        self._stack.setCurrentIndex(index)
        self._steps[index].setFocus()

    def _go_by_path(self, index: int) -> None:
        if index < self._index and self.next_button.isEnabled():
            self._show_step(index)

    def _show_progress(self, words: str) -> None:
        self._progress_words.setText(QCoreApplication.translate("new", words))

    def _wait(self, waiting: bool) -> None:
        self._bar.setVisible(waiting)
        self._progress_words.setVisible(waiting)
        self._progress_words.setText(self.tr("Even geduld…") if waiting else "")
        for widget in (self._stack, self.path, self.back_button, self.previous_button):
            widget.setEnabled(not waiting)
        self.next_button.setEnabled(not waiting)
