"""A new passphrase: typed twice, with a line on how well it will hold."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.storage.passphrase import StrengthLevel, passphrase_strength
from lob_workbench.ui.forms import PassphraseField
from lob_workbench.ui.theme import space

_BARS = {StrengthLevel.WEAK: 1, StrengthLevel.FAIR: 3, StrengthLevel.GOOD: 4}


class NewPassphrase(QWidget):
    """Two fields; ``check`` says what is wrong, ``value`` is the passphrase.

    ``names`` are those that others would try first: the person's and the school's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self.first = PassphraseField(self.tr("Nieuwe &wachtwoordzin"), self, meter=True)
        self.second = PassphraseField(self.tr("&Nog een keer"), self)
        self.first.changed.connect(self._judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self.first)
        self._judge()

    def set_names(self, names: Sequence[str]) -> None:
        """Which names do not count as strength."""
        self._names = names
        self._judge()

    def value(self) -> str:
        """The passphrase, spaces and all."""
        return self.first.value()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()
        self._judge()

    def check(self) -> bool:
        """Whether it is strong enough and typed twice alike; shows what is wrong."""
        strength = passphrase_strength(self.value(), self._names)
        if not strength.accepted:
            # What is missing stands below the field already: once, and now as what is wrong.
            self.first.set_hint("")
            self.first.set_error(_said(strength.hint))
            self.first.setFocus()
            return False
        if self.second.value() != self.value():
            self.second.set_error(self.tr("Dit is niet dezelfde zin. Typ hem nog een keer."))
            self.second.edit.selectAll()
            self.second.setFocus()
            return False
        return True

    def _judge(self) -> None:
        strength = passphrase_strength(self.value(), self._names)
        bars = _BARS[strength.level] if self.value() else 0
        words = {
            StrengthLevel.WEAK: self.tr("nog te zwak"),
            StrengthLevel.FAIR: self.tr("bruikbaar"),
            StrengthLevel.GOOD: self.tr("sterk"),
        }
        if self.first.meter is not None:
            self.first.meter.set_strength(bars, words[strength.level] if bars else "")
        self.first.set_hint(_said(strength.hint))


def _said(hint: str) -> str:
    return QCoreApplication.translate("passphrase", hint)
