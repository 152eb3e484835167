"""The restore drill: does the paper with the recovery code really bring the copy back?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import RecoveryCodeMistyped
from lob_workbench.domain.progress import Stopped
from lob_workbench.people.backup_care import BackupCare, DrillOutcome
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.copy_care import CopyCare
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.theme import space


class DrillSection(QWidget):
    """What the last drill found, and the steps of another. The code is kept nowhere."""

    opened = Signal()
    """The steps, or what they found, came into sight and may need room."""

    def __init__(
        self, context: PageContext, copies: CopyCare, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._copies = copies
        self._just_done = False
        self._about = Paragraph("", self, ink="muted")
        self.good = Panel("", self, tint="good")
        self.bad = Panel("", self, tint="attention")
        self.start_button = Button(
            self.tr("Proef met je herstel&code…"), self, icon="ph.first-aid-kit"
        )
        self.start_button.clicked.connect(self.start)
        self.form = QWidget(self)
        self.code = LineField(
            self.tr("Herstel&code van je papier"),
            self.form,
            required=True,
            hint=self.tr("Hoofdletters, streepjes en spaties maken niet uit."),
        )
        font = self.code.edit.font()
        font.setFixedPitch(True)
        self.code.edit.setFont(font)
        self.code.edit.returnPressed.connect(self.submit)
        self.progress = ProgressLine(self.tr("De kopie wordt nagekeken…"), self.form)
        self.go_button = Button(self.tr("Proef &doen"), self.form, kind=ButtonKind.PRIMARY)
        self.go_button.clicked.connect(self.submit)
        self.cancel_button = Button(self.tr("Toch niet"), self.form, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.cancel)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        steps = QVBoxLayout(self.form)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(space(3))
        steps.addWidget(self.code)
        steps.addWidget(self.progress)
        steps.addLayout(buttons)
        start = QHBoxLayout()
        start.addWidget(self.start_button)
        start.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(Label(self.tr("Proef: komt alles terug?"), self, bold=True))
        for part in (self._about, self.good, self.bad):
            column.addWidget(part)
        column.addLayout(start)
        column.addWidget(self.form)
        self.clear()

    @property
    def words(self) -> str:
        """Everything that is said here now."""
        parts = (self._about, self.good.words, self.bad.words)
        return " ".join(part.text() for part in parts if part.isVisibleTo(self))

    def show_care(self, care: BackupCare) -> None:
        """How the last drill ended."""
        good = care.drill is DrillOutcome.GOOD
        found = "" if care.drilled is None else self._found(care)
        self._about.setText(
            self.tr(
                "Zet de nieuwste kopie op proef terug, met alleen het papier met je herstelcode. "
                "Daarna ruimt de werkbank de proef weer op. Aan je werkboek verandert niets."
            )
        )
        self.good.set_text(found)
        self.good.setVisible(good and bool(found))
        self.bad.set_text(found)
        self.bad.setVisible(not good and bool(found))
        if self._just_done and found:
            # What one waited for may stand below what is in sight.
            self._just_done = False
            self.opened.emit()

    def start(self) -> None:
        """Open the steps."""
        self.start_button.hide()
        self.form.show()
        self.opened.emit()
        self.code.setFocus()

    def cancel(self) -> None:
        """Close the steps, forget the code, and stop a drill that runs."""
        had_focus = self.form.isAncestorOf(self.focusWidget())
        self.progress.stop()
        self._close()
        if had_focus:
            self.start_button.setFocus()

    def clear(self) -> None:
        """Forget code and result."""
        self.progress.stop()
        self._just_done = False
        self._close()
        for panel in (self.good, self.bad):
            panel.set_text("")
            panel.hide()

    def submit(self) -> None:
        """Do it."""
        if not self.go_button.isEnabled():
            return
        if not self.code.check():
            self.code.setFocus()
            return
        self._wait(True)
        self._just_done = True
        self._context.jobs.render(
            self._copies.drill,
            self.code.value(),
            self.progress.begin(),
            receiver=self,
            done="_take_done",
            failed="_refuse",
        )

    def _found(self, care: BackupCare) -> str:
        assert care.drilled is not None, "only of a drill that was done"
        day = long_date(local(care.drilled).date())
        return " ".join(
            part
            for part in (
                self.tr("Laatste proef: {day}.").format(day=day),
                self._outcome(care),
                self._copy_words(care),
            )
            if part
        )

    def _outcome(self, care: BackupCare) -> str:
        if care.drill is DrillOutcome.GOOD:
            return self.tr("Gelukt. {talks}").format(talks=self._talks(care))
        return {
            DrillOutcome.WRONG_CODE: self.tr(
                "De code op je papier past niet op deze kopie. Heb je de code pas vernieuwd? Maak "
                "dan eerst een nieuwe kopie en doe de proef opnieuw. Weet je het niet zeker? Druk "
                "dan bij ‘Wachtwoordzin en herstelcode’ een nieuwe code af."
            ),
            DrillOutcome.DAMAGED: self.tr(
                "Deze kopie is niet heel. Maak nu een nieuwe kopie en doe de proef opnieuw. Lukt "
                "het weer niet, kies dan een andere plek."
            ),
            DrillOutcome.NO_ROOM: self.tr(
                "Op deze laptop is geen ruimte om de proef te doen. Maak ruimte vrij en doe de "
                "proef opnieuw."
            ),
            DrillOutcome.NO_COPY: self.tr(
                "Er is nog geen kopie om mee te proberen. Maak er eerst een."
            ),
        }.get(care.drill, "")

    def _talks(self, care: BackupCare) -> str:
        newest = care.drill_newest_on
        if newest is None:
            return self.tr("In de kopie staan nog geen gesprekken.")
        day = long_date(newest)
        if not care.drill_talks:
            return self.tr("Het laatste gesprek in de kopie is van {day}.").format(day=day)
        words = (
            self.tr("1 gesprek van die maand, op {day}.")
            if care.drill_talks == 1
            else self.tr("{count} gesprekken van die maand, het laatste op {day}.")
        )
        return words.format(count=care.drill_talks, day=day)

    def _copy_words(self, care: BackupCare) -> str:
        made = care.drill_copy
        if made is None:
            return ""
        words = (
            self.tr("Kopie van {day} om {time}, op de tweede plek.")
            if care.drill_elsewhere
            else self.tr("Kopie van {day} om {time}, op deze laptop.")
        )
        moment = local(made)
        return words.format(day=long_date(moment.date()), time=format_time(moment.time()))

    def _take_done(self, _changes: object) -> None:
        self.progress.end()
        self._close()
        self.start_button.setFocus()
        self.opened.emit()
        self._context.navigator.say(
            self.tr("De proef is klaar. Bij Reservekopieën lees je of het gelukt is."),
            Tone.CALM,
        )

    def _refuse(self, error: Exception) -> None:
        self.progress.end()
        self._just_done = False
        self._wait(False)
        if isinstance(error, RecoveryCodeMistyped):
            self.code.set_error(error_text(error))
            self.code.setFocus()
        elif not isinstance(error, Stopped):
            self._context.navigator.complain(error)

    def _close(self) -> None:
        self.code.set_value("")
        self.progress.end()
        self._wait(False)
        self.form.hide()
        self.start_button.show()

    def _wait(self, waiting: bool) -> None:
        self.go_button.setEnabled(not waiting)
        self.code.setEnabled(not waiting)
        self.go_button.setText(self.tr("Even geduld…") if waiting else self.tr("Proef &doen"))
