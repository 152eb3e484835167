"""Making a key: where the school tells of it, and at a school the passphrase that it opens with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.badges.keeping import MadeKey, make_key
from lob_workbench.features.badges.operations_keys import add_key
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField, PassphraseField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space


class KeyForm(QWidget):
    """``sealed`` tells whether a passphrase is asked; ``closed``: it is done or put away."""

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.sealed = False
        self._about = Paragraph("", self, ink="muted")
        self.address = LineField(
            self.tr("Webadres waar je school over haar badges vertelt"),
            self,
            hint=self.tr(
                "Mag leeg blijven. Met een adres weten anderen zeker dat de badge van jullie is."
            ),
            placeholder="https://www.school.nl/badges/uitgever.json",
            limit=300,
        )
        self.passphrase = PassphraseField(
            self.tr("Wachtwoordzin voor deze sleutel"),
            self,
            hint=self.tr(
                "Vier of meer losse woorden. Wie badges uitreikt, heeft deze zin nodig. "
                "De server kent hem niet: raak je hem kwijt, maak dan een nieuwe sleutel."
            ),
        )
        self.again = PassphraseField(self.tr("Nog een keer dezelfde zin"), self)
        self.problem = Panel("", self, tint="danger")
        self.make_button = Button(self.tr("Sleutel &maken"), self, kind=ButtonKind.PRIMARY)
        self.make_button.clicked.connect(self._make)
        self.drop_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(2), 0, 0)
        column.setSpacing(space(2))
        for part in (self._about, self.address, self.passphrase, self.again, self.problem):
            column.addWidget(part)
        column.addLayout(buttons)

    def begin(self, *, replaces: bool) -> None:
        """Ask for a new key; ``replaces`` one that signs now."""
        self._about.setText(
            self.tr(
                "De nieuwe sleutel ondertekent voortaan. De oude blijft bekend: badges die ermee "
                "ondertekend zijn, blijven geldig."
            )
            if replaces
            else self.tr("De sleutel ondertekent de badges van jouw school.")
        )
        self.passphrase.setVisible(self.sealed)
        self.again.setVisible(self.sealed)
        self.problem.hide()
        self.make_button.setEnabled(True)
        self.show()
        self.address.setFocus()

    def put_away(self) -> None:
        """Forget what was typed."""
        self.address.set_value("")
        self.passphrase.clear()
        self.again.clear()
        self.hide()
        self.closed.emit()

    def _make(self) -> None:
        self.problem.hide()
        passphrase = None
        if self.sealed:
            if not self.passphrase.check() or not self.again.check():
                return
            passphrase = self.passphrase.value()
            if passphrase != self.again.value():
                self.again.set_error(self.tr("De twee zinnen zijn niet gelijk."))
                self.again.setFocus()
                return
        self.make_button.setEnabled(False)
        self._context.jobs.render(
            make_key, passphrase, receiver=self, done="_take_made", failed="_refuse"
        )

    def _take_made(self, made: MadeKey) -> None:
        self._context.jobs.run(
            add_key, made, self.address.value(), receiver=self, done="_added", failed="_refuse"
        )

    def _added(self, _changes: object) -> None:
        self.put_away()
        self._context.navigator.say(
            self.tr("De sleutel is gemaakt en ondertekent vanaf nu."), Tone.GOOD
        )

    def _refuse(self, error: Exception) -> None:
        self.make_button.setEnabled(True)
        self.problem.set_text(error_text(error))
        self.problem.show()
