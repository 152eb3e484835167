"""*Snel openen*: on with the passphrase, off at once, and what it means in plain words."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import WrongPassphrase
from lob_workbench.domain.quick_key import QuickKey
from lob_workbench.features.settings.page_passphrase import forget
from lob_workbench.storage import quick_unlock
from lob_workbench.storage.quick_unlock import WORDS, QuickState
from lob_workbench.ui.aside import Aside
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import PassphraseField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space

PATIENCE_SECONDS: Final = 90
"""As long as somebody may take for the password that the key ring itself asks."""


class QuickSection(QWidget):
    """A line that says how it stands, and buttons; the passphrase is asked before it goes on."""

    opened = Signal()
    """The form, or why it did not go on, came into sight and may need room."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key: QuickKey | None = None
        self._keeping = Aside(self)
        self._keeping.answered.connect(self._take_kept)
        self._forgetting = Aside(self)
        self._forgetting.answered.connect(self._take_forgotten)
        self._dropping = Aside(self)
        self.state = Paragraph("", self, bold=True)
        meaning = Paragraph(
            self.tr(
                "Je opent je werkboek dan met één knop, zonder wachtwoordzin. Zet dit alleen aan "
                "als niemand anders jouw computeraccount gebruikt: wie op deze computer is "
                "ingelogd als jij, kan dit werkboek openen."
            ),
            self,
            ink="muted",
        )
        more = Paragraph(
            self.tr(
                "Het werkt op één computer tegelijk. Je wachtwoordzin en je herstelcode blijven "
                "altijd werken. Kies je een nieuwe wachtwoordzin, dan gaat Snel openen uit."
            ),
            self,
            ink="muted",
        )
        self.trouble = Panel("", self, tint="attention")
        self.on_button = Button("", self, icon="ph.lightning")
        self.on_button.clicked.connect(self.start)
        self.off_button = Button(self.tr("Snel openen uitzetten"), self, kind=ButtonKind.SECONDARY)
        self.off_button.clicked.connect(self.put_off)
        self.form = QWidget(self)
        self.passphrase = PassphraseField(self.tr("Je wachtwoordzin"), self.form)
        self.save_button = Button("", self.form, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.put_on)
        self.cancel_button = Button(self.tr("Toch niet"), self.form, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.clear)
        fields = QVBoxLayout(self.form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(space(3))
        fields.addWidget(self.passphrase)
        fields.addLayout(_row(self.save_button, self.cancel_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        for part in (self.state, meaning, more, self.trouble):
            column.addWidget(part)
        column.addLayout(_row(self.on_button, self.off_button))
        column.addWidget(self.form)
        self.clear()

    @property
    def busy(self) -> bool:
        """Whether the passphrase is being tried or the key ring was asked."""
        return not self.save_button.isEnabled()

    def load(self) -> None:
        """Show how it stands."""
        on = bool(self._context.care.quick_unlock)
        self.state.setText(
            self.tr(
                "Snel openen staat aan. Werkt het op deze computer niet? Zet het hier dan "
                "opnieuw aan."
            )
            if on
            else self.tr("Snel openen staat uit.")
        )
        self.on_button.setText(
            self.tr("Hier opnieuw aanzetten") if on else self.tr("Snel openen aanzetten")
        )
        if not on and self.off_button.hasFocus():
            # Or the keys would jump to wherever Qt finds something, with the page behind them.
            self.on_button.setFocus()
        self.off_button.setVisible(on)

    def start(self) -> None:
        """Ask the passphrase."""
        self.trouble.hide()
        self.on_button.hide()
        self.off_button.hide()
        self.form.show()
        self.opened.emit()
        self.passphrase.setFocus()

    def clear(self) -> None:
        """Forget what was typed, wait for no key ring, and close the form."""
        had_focus = self.form.isAncestorOf(self.focusWidget())
        self._keeping.give_up()
        self._key = None
        forget(self.passphrase)
        self._wait("")
        self.form.hide()
        self.trouble.hide()
        self.on_button.show()
        self.load()
        if had_focus:
            self.on_button.setFocus()

    def tell(self, state: QuickState) -> None:
        """Say why it did not go on."""
        self.trouble.set_text(QCoreApplication.translate("quick", WORDS[state]))
        self.trouble.show()
        self.opened.emit()

    def put_on(self) -> None:
        """Try the passphrase, and have the key ring keep a secret after it."""
        if not self.passphrase.check():
            self.passphrase.setFocus()
            return
        self._wait(self.tr("Even geduld…"))
        self._run(self._context.care.propose_quick_key, self.passphrase.value(), done="_keep")

    def put_off(self) -> None:
        """End it: this workbook first, then what the key ring has."""
        self.trouble.hide()
        self._run(self._context.care.set_quick_key, None, done="_take_off")

    def end(self, was_on: bool) -> None:
        """A new passphrase ended it. What the key ring has goes too: it fits an older key file."""
        self.load()
        if was_on:
            self._run(self._context.care.set_quick_key, None, done="_drop")

    def _drop(self, workbook_id: str) -> None:
        self._dropping.ask(
            quick_unlock.forget, workbook_id, otherwise=False, seconds=PATIENCE_SECONDS
        )

    def _run(self, function: Callable[..., object], value: object, *, done: str) -> None:
        self._context.jobs.render(function, value, receiver=self, done=done, failed="_refuse")

    def _keep(self, key: QuickKey) -> None:
        if not self.busy:
            return  # *Toch niet* came first.
        self._key = key
        self._wait(self.tr("Je computer wordt gevraagd…"))
        self._keeping.ask(
            quick_unlock.keep, key, otherwise=QuickState.SILENT, seconds=PATIENCE_SECONDS
        )

    def _take_kept(self, state: QuickState) -> None:
        key = self._key
        if state is not QuickState.READY or key is None:
            self.clear()
            self.tell(state)
            return
        # Only now: a slot that no key ring opens would promise what it does not hold.
        self._run(self._context.care.set_quick_key, key, done="_take_on")

    def _take_on(self, _workbook_id: object) -> None:
        self.clear()
        self._context.navigator.say(
            self.tr("Snel openen staat aan op deze computer. De knop staat op het eerste scherm."),
            Tone.GOOD,
        )

    def _take_off(self, workbook_id: str) -> None:
        self.clear()
        self._forgetting.ask(
            quick_unlock.forget, workbook_id, otherwise=False, seconds=PATIENCE_SECONDS
        )

    def _take_forgotten(self, gone: bool) -> None:
        self._context.navigator.say(
            self.tr("Snel openen staat uit.")
            if gone
            else self.tr(
                "Snel openen staat uit. Wat je computer nog bewaart, opent dit werkboek niet meer."
            ),
            Tone.GOOD,
        )

    def _refuse(self, error: Exception) -> None:
        self._wait("")
        if isinstance(error, WrongPassphrase):
            self.passphrase.set_error(error_text(error))
            self.passphrase.edit.selectAll()
            self.passphrase.setFocus()
        else:
            self.clear()
            self._context.navigator.complain(error)

    def _wait(self, words: str) -> None:
        self.passphrase.setEnabled(not words)
        self.save_button.setEnabled(not words)
        self.save_button.setText(words or self.tr("Aanzetten"))


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(space(2))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
