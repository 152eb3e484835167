"""Another recovery code: shown, printed, typed back, and only then the one that counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import RecoveryCodeMistyped, WrongPassphrase
from lob_workbench.features.settings.page_passphrase import forget
from lob_workbench.features.settings.report import recovery_sheet_pdf
from lob_workbench.storage.recovery_code import read_recovery_code
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField, PassphraseField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, sized_font, space


class RecoverySection(QWidget):
    """A line and a button; the button opens the steps. Until the last one the old code works."""

    opened = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._printed = False
        about = Paragraph(
            self.tr(
                "Op papier, voor als je de wachtwoordzin vergeet. Kwijt of gezien door een "
                "ander? Maak een nieuwe."
            ),
            self,
            ink="muted",
        )
        self.start_button = Button(self.tr("Nieuwe &herstelcode maken"), self, icon="ph.printer")
        self.start_button.clicked.connect(self.start)
        self.form = QWidget(self)
        self.passphrase = PassphraseField(self.tr("Je wachtwoord&zin"), self.form)
        self.passphrase.edit.returnPressed.connect(self.make_code)
        self.make_button = Button(self.tr("Code &maken"), self.form, kind=ButtonKind.PRIMARY)
        self.make_button.clicked.connect(self.make_code)
        self.proof = QWidget(self.form)
        self._add_proof()
        self.replace_button = Button(
            self.tr("Deze code &gebruiken"), self.form, kind=ButtonKind.PRIMARY
        )
        self.replace_button.clicked.connect(self.replace)
        self.cancel_button = Button(self.tr("Toch niet"), self.form, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.cancel)
        buttons = QHBoxLayout()
        for button in (self.make_button, self.replace_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        steps = QVBoxLayout(self.form)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(space(3))
        steps.addWidget(self.passphrase)
        steps.addWidget(self.proof)
        steps.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(about)
        column.addWidget(self.start_button)
        column.addWidget(self.form)
        self.clear()

    def _add_proof(self) -> None:
        self.code_label = Label("", self.proof)
        font = sized_font(TextSize.LARGE, bold=True)
        font.setFamilies(["monospace", *font.families()])
        font.setStyleHint(font.StyleHint.Monospace)
        self.code_label.setFont(font)
        self.code_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.paper_button = Button(
            self.tr("A&fdrukken of bewaren als PDF"), self.proof, icon="ph.printer"
        )
        self.paper_button.clicked.connect(self.make_paper)
        self.typed = LineField(
            self.tr("T&yp de code over van je papier"),
            self.proof,
            hint=self.tr("Hoofdletters, streepjes en spaties maken niet uit."),
        )
        self.typed.edit.returnPressed.connect(self.replace)
        column = QVBoxLayout(self.proof)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.code_label)
        column.addWidget(self.paper_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.typed)

    def start(self) -> None:
        """Open the steps."""
        self.start_button.hide()
        self.form.show()
        self.opened.emit()
        self.passphrase.setFocus()

    def clear(self) -> None:
        """Forget passphrase and code, and close the steps; the old code stays."""
        had_focus = self.form.isAncestorOf(self.focusWidget())
        self._code = ""
        self._printed = False
        self.code_label.setText("")
        self.code_label.setAccessibleName("")
        self.typed.set_value("")
        forget(self.passphrase)
        self._wait(False)
        self.proof.hide()
        self.replace_button.hide()
        self.make_button.show()
        self.form.hide()
        self.start_button.show()
        if had_focus:
            self.start_button.setFocus()

    def cancel(self) -> None:
        """Keep the old code, and say so when a paper with another one may lie about."""
        printed = self._printed
        self.clear()
        if printed:
            self._context.navigator.say(
                self.tr("Je oude herstelcode blijft gelden. Versnipper het nieuwe papier."),
                Tone.ATTENTION,
            )

    def make_code(self) -> None:
        """Show a fresh code. Nothing changes yet."""
        if self._code:
            self.typed.setFocus()
            return
        if not self.passphrase.check():
            self.passphrase.setFocus()
            return
        self._wait(True)
        self._context.jobs.render(
            self._context.care.propose_recovery_code,
            receiver=self,
            done="_take_code",
            failed="_refuse",
        )

    def make_paper(self) -> None:
        """Put the code on paper."""
        self.paper_button.setEnabled(False)
        self._context.jobs.render(
            recovery_sheet_pdf,
            self._code,
            self._context.care.folder.name,
            self._context.actor.name,
            self._context.clock.today(),
            receiver=self,
            done="_take_paper",
            failed="_refuse",
        )

    def replace(self) -> None:
        """Let the new code count, when it was typed back rightly."""
        if not self._code or not self._check():
            return
        self._wait(True)
        self._context.jobs.render(
            self._context.care.replace_recovery_code,
            self.passphrase.value(),
            self._code,
            receiver=self,
            done="_take_replaced",
            failed="_refuse",
        )

    def _check(self) -> bool:
        try:
            same = read_recovery_code(self.typed.value()) == read_recovery_code(self._code)
            problem = self.tr("Dit is een andere code. Vergelijk hem met je papier.")
        except RecoveryCodeMistyped as mistyped:
            same, problem = False, error_text(mistyped)
        if not same:
            self.typed.set_error(problem)
            self.typed.setFocus()
            return False
        if not self.passphrase.check():
            self.passphrase.setFocus()
            return False
        return True

    def _take_code(self, code: str) -> None:
        if self.form.isHidden():
            return  # Locked or cancelled meanwhile.
        self._wait(False)
        self._code = code
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        lines = (" – ".join(groups[:half]), " – ".join(groups[half:]))
        self.code_label.setText("\n".join(lines))
        self.code_label.setAccessibleName(self.tr("Herstelcode: {code}").format(code=code))
        self.proof.show()
        self.make_button.hide()
        self.replace_button.show()
        self.paper_button.setFocus()
        self.opened.emit()

    def _take_paper(self, data: bytes) -> None:
        self.paper_button.setEnabled(True)
        if self._code:
            self._printed = True
            name = self.tr("Herstelcode.pdf")
            self._context.navigator.show_paper(data, self.tr("Herstelcode"), name)

    def _take_replaced(self, _nothing: object) -> None:
        self.clear()
        self._context.navigator.say(
            self.tr(
                "De nieuwe herstelcode werkt. Oudere reservekopieën gaan nog open met de oude."
            ),
            Tone.GOOD,
        )

    def _refuse(self, error: Exception) -> None:
        self._wait(False)
        if isinstance(error, WrongPassphrase):
            self.passphrase.set_error(error_text(error))
            self.passphrase.edit.selectAll()
            self.passphrase.setFocus()
        elif isinstance(error, RecoveryCodeMistyped):
            self.typed.set_error(error_text(error))
            self.typed.setFocus()
        else:
            self._context.navigator.complain(error)

    def _wait(self, waiting: bool) -> None:
        for widget in (self.passphrase, self.proof, self.make_button, self.replace_button):
            widget.setEnabled(not waiting)
        self.cancel_button.setEnabled(not waiting)
        self.paper_button.setEnabled(not waiting)
        words = self.tr("Even geduld…")
        self.replace_button.setText(words if waiting else self.tr("Deze code &gebruiken"))
