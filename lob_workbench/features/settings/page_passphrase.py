"""Another passphrase: the old one, the new one twice."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import LoginRefused, WrongPassphrase
from lob_workbench.storage.passphrase import StrengthLevel, passphrase_strength
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import PassphraseField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space

_BARS = {StrengthLevel.WEAK: 1, StrengthLevel.FAIR: 3, StrengthLevel.GOOD: 4}


class PassphraseSection(QWidget):
    """A line and a button; the button opens the form, which closes itself when all is done."""

    opened = Signal()
    replaced = Signal(bool)
    """There is another one; whether quick unlock was on until then, which that ends."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._names: Sequence[str] = (context.actor.name,)
        self._shared = context.care.shared
        self._had_quick_unlock = False
        about = Paragraph(
            self.tr("Met deze zin log je in bij je school. Alleen jij kent hem.")
            if self._shared
            else self.tr("Deze zin opent je werkboek. Alleen jij kent hem."),
            self,
            ink="muted",
        )
        start = (
            self.tr("Wachtwoord &wijzigen") if self._shared else self.tr("Wachtwoordzin &wijzigen")
        )
        self.start_button = Button(start, self, icon="ph.key")
        self.start_button.clicked.connect(self.start)
        self.form = QWidget(self)
        old = self.tr("Wachtwoord van n&u") if self._shared else self.tr("Wachtwoordzin van n&u")
        new = self.tr("N&ieuw wachtwoord") if self._shared else self.tr("N&ieuwe wachtwoordzin")
        self.old = PassphraseField(old, self.form)
        self.new = PassphraseField(new, self.form, meter=True)
        self.again = PassphraseField(self.tr("Nog &een keer"), self.form)
        self.new.changed.connect(self._judge)
        self.save_button = Button(self._save_words(), self.form, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.save)
        self.cancel_button = Button(self.tr("Toch niet"), self.form, kind=ButtonKind.QUIET)
        self.cancel_button.clicked.connect(self.clear)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        fields = QVBoxLayout(self.form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(space(3))
        for field in (self.old, self.new, self.again):
            fields.addWidget(field)
        fields.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(about)
        column.addWidget(self.start_button)
        column.addWidget(self.form)
        self.clear()

    def _save_words(self) -> str:
        if self._shared:
            return self.tr("Wachtwoord ver&vangen")
        return self.tr("Wachtwoordzin ver&vangen")

    def set_school(self, school: str) -> None:
        """Whose name does not count as strength either."""
        self._names = (self._context.actor.name, school)

    def start(self) -> None:
        """Open the form."""
        self.start_button.hide()
        self.form.show()
        self.opened.emit()
        self.old.setFocus()

    def clear(self) -> None:
        """Forget what was typed and close the form."""
        had_focus = self.form.isAncestorOf(self.focusWidget())
        for field in (self.old, self.new, self.again):
            forget(field)
        self._judge()
        self._wait(False)
        self.form.hide()
        self.start_button.show()
        if had_focus:
            self.start_button.setFocus()

    def save(self) -> None:
        """Replace the passphrase when all is filled in well."""
        if not self._check():
            return
        self._wait(True)
        self._had_quick_unlock = bool(self._context.care.quick_unlock)
        self._context.jobs.render(
            self._context.care.change_passphrase,
            self.old.value(),
            self.new.value(),
            receiver=self,
            done="_take_changed",
            failed="_refuse",
        )

    def _check(self) -> bool:
        if not self.old.check():
            self.old.setFocus()
            return False
        strength = passphrase_strength(self.new.value(), self._names)
        if not strength.accepted:
            self.new.set_error(_said(strength.hint))
            self.new.setFocus()
            return False
        if self.again.value() != self.new.value():
            self.again.set_error(self.tr("Dit is niet dezelfde zin. Typ hem nog een keer."))
            self.again.edit.selectAll()
            self.again.setFocus()
            return False
        return True

    def _take_changed(self, _nothing: object) -> None:
        self.clear()
        text = self.tr("Je wachtwoord is vervangen.")
        if self._had_quick_unlock:
            text = self.tr(
                "Je wachtwoordzin is vervangen, en Snel openen staat uit. Oudere reservekopieën "
                "gaan nog open met de oude."
            )
        elif not self._shared:
            text = self.tr(
                "Je wachtwoordzin is vervangen. Oudere reservekopieën gaan nog open met de oude."
            )
        self.replaced.emit(self._had_quick_unlock)
        self._context.navigator.say(text, Tone.GOOD)

    def _refuse(self, error: Exception) -> None:
        self._wait(False)
        if isinstance(error, WrongPassphrase | LoginRefused):
            self.old.set_error(error_text(error))
            self.old.edit.selectAll()
            self.old.setFocus()
        else:
            self.clear()
            self._context.navigator.complain(error)

    def _wait(self, waiting: bool) -> None:
        for widget in (self.old, self.new, self.again, self.save_button, self.cancel_button):
            widget.setEnabled(not waiting)
        self.save_button.setText(self.tr("Even geduld…") if waiting else self._save_words())

    def _judge(self) -> None:
        strength = passphrase_strength(self.new.value(), self._names)
        words = {
            StrengthLevel.WEAK: self.tr("nog te zwak"),
            StrengthLevel.FAIR: self.tr("bruikbaar"),
            StrengthLevel.GOOD: self.tr("sterk"),
        }
        bars = _BARS[strength.level] if self.new.value() else 0
        if self.new.meter is not None:
            self.new.meter.set_strength(bars, words[strength.level] if bars else "")
        self.new.set_hint(_said(strength.hint))


def forget(field: PassphraseField) -> None:
    """Empty a field for good: clearing alone leaves the text to *undo*."""
    field.clear()
    field.edit.setText("")


def _said(hint: str) -> str:
    return QCoreApplication.translate("passphrase", hint)
