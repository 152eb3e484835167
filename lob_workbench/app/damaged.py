"""The screen of a workbook that is not whole: calm words, and the newest good copy to put back."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lob_workbench.app.damage import (
    GoodCopy,
    NoGoodCopy,
    Secret,
    find_good_copy,
    restore_beside,
)
from lob_workbench.app.recovery import check_code, code_field
from lob_workbench.app.screen import Screen
from lob_workbench.app.session import Session
from lob_workbench.domain.clock import Clock, local
from lob_workbench.domain.errors import WrongPassphrase, WrongRecoveryCode
from lob_workbench.ui.buttons import Button, ButtonKind, is_enter
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import ChoiceField, PassphraseField
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.theme import TextSize, space


class Damage(NamedTuple):
    """Which workbook, and what was typed to open it."""

    folder: Path
    secret: Secret


class DamagedScreen(Screen):
    """Looks for the newest good copy by itself; ``opened`` has the session of what was put back.

    ``choose_requested``: to choose a copy by hand.
    """

    opened = Signal(object)
    choose_requested = Signal()

    def __init__(
        self, errands: Jobs, clock: Clock, damage: Damage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, characters=80)
        self._errands = errands
        self._clock = clock
        self._folder = damage.folder
        self._secret = damage.secret
        self._found: GoodCopy | None = None
        self.set_words(
            self.tr("Dit werkboek is niet heel"),
            self.tr(
                "In ‘{name}’ is iets beschadigd of weg. Dat ligt niet aan jou. Er wordt niets "
                "weggegooid: je zet een reservekopie terug en gaat daarmee verder."
            ).format(name=damage.folder.name),
        )
        self._card = Card("", self)
        self._what = Heading("", self._card, size=TextSize.LARGE)
        self._lines = [Paragraph("", self._card) for _ in range(3)]
        self._card.body.addWidget(self._what)
        for line in self._lines:
            self._card.body.addWidget(line)
        self._kept = Panel(
            self.tr("Het beschadigde werkboek blijft bewaard, in een map ernaast."), self
        )
        self._keys = Card(self.tr("Waarmee gaat de kopie open?"), self)
        self.way = ChoiceField(
            "",
            [
                ("passphrase", self.tr("Met de wachtwoordzin van toen")),
                ("code", self.tr("Met de herstelcode")),
            ],
            self._keys,
        )
        self.way.set_value("passphrase")
        self.way.changed.connect(self._show_way)
        self.passphrase = PassphraseField(self.tr("&Wachtwoordzin"), self._keys)
        self.code = code_field(self._keys)
        for field in (self.way, self.passphrase, self.code):
            self._keys.body.addWidget(field)
        for part in (self._card, self._kept, self._keys):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.choose_button = Button(self.tr("Zelf een kopie &kiezen…"), self, icon="ph.file")
        self.choose_button.clicked.connect(self.choose_requested)
        self.look_button = Button(self.tr("Nog een keer &zoeken"), self, icon="ph.magnifying-glass")
        self.look_button.clicked.connect(self.look)
        self.restore_button = Button(
            self.tr("&Deze kopie terugzetten"), self, kind=ButtonKind.PRIMARY
        )
        self.restore_button.clicked.connect(self.restore)
        for button in (self.choose_button, self.look_button, self.restore_button):
            self.buttons.addWidget(button)
        self.column.setSpacing(space(4))
        self._keys.hide()
        self._show_way()
        if self._secret == Secret():
            self._ask()
        else:
            self._search()

    @property
    def words(self) -> str:
        """What is said now."""
        parts = (self._what, *self._lines)
        return " ".join(part.text() for part in parts if part.text())

    def look(self) -> None:
        """Look again, with what is typed when that was asked."""
        if self._keys.isVisibleTo(self):
            with_code = self.way.value() == "code"
            if not (check_code(self.code) if with_code else self.passphrase.check()):
                return
            self._secret = (
                Secret(recovery_code=self.code.value())
                if with_code
                else Secret(passphrase=self.passphrase.value())
            )
        self._search()

    def restore(self) -> None:
        """Put the copy back and open it."""
        if self._found is None:
            return
        self._wait(self.tr("De kopie wordt teruggezet…"))
        self._errands.render(
            restore_beside,
            self._folder,
            self._found.path,
            self._secret,
            self._clock,
            self.tr("beschadigd"),
            receiver=self,
            done="take_session",
            failed="show_error",
        )

    def take_copy(self, found: GoodCopy) -> None:
        """A good one was found."""
        self._found = found
        self._keys.hide()
        place = self.tr("op je tweede plek") if found.elsewhere else self.tr("op deze laptop")
        self._say(
            self.tr("Er is een goede kopie van {moment}").format(moment=_moment(found.made_at)),
            self.tr(
                "Hij staat {place}. De werkbank heeft hem helemaal gelezen: alles is heel."
            ).format(place=place),
            self._missing(found),
            self.tr(
                "Je tweede plek is er nu niet. Staat daar een nieuwere kopie? Steek dan eerst de "
                "stick in de laptop en zoek nog een keer."
            )
            if found.place_absent
            else "",
        )
        self._end()
        self.restore_button.setFocus()

    def take_session(self, session: Session) -> None:
        """It is back, and open."""
        self._forget()
        self.opened.emit(session)

    def show_error(self, error: Exception) -> None:
        """Say why there is no copy, or why it is not back."""
        self._end()
        if isinstance(error, (WrongPassphrase, WrongRecoveryCode)):
            self._say(
                self.tr("Er zijn kopieën, maar ze gaan hier niet mee open"),
                self.tr(
                    "Een kopie opent met de wachtwoordzin of de herstelcode van de dag waarop hij "
                    "is gemaakt. Typ die hieronder."
                ),
            )
            self._keys.show()
            (self.code if self.way.value() == "code" else self.passphrase).setFocus()
            return
        if isinstance(error, NoGoodCopy):
            self._say(
                self.tr("Nog geen goede kopie gevonden"),
                error_text(error),
                self.tr(
                    "Heb je geen kopie? Laat alles staan, en vraag hulp bij de ict van je school."
                ),
            )
        else:
            self._say(self.tr("Het terugzetten is niet gelukt"), error_text(error))
        self.look_button.setFocus()

    def leave(self) -> None:
        """Back to the first screen; what was typed is forgotten."""
        self._forget()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self._keys.isVisibleTo(self):
            self.look()
        elif is_enter(event) and self.restore_button.isEnabled():
            self.restore()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        """It was open, so what opens it was forgotten long ago."""
        self._say(
            self.tr("Waarmee gaan je kopieën open?"),
            self.tr("Typ hieronder je wachtwoordzin. Daarna zoekt de werkbank de nieuwste kopie."),
        )
        self._keys.show()
        self.look_button.setText(self.tr("Kopie &zoeken"))
        self._end()
        self.setFocusProxy(self.passphrase)

    def _search(self) -> None:
        self._found = None
        self.look_button.setText(self.tr("Nog een keer &zoeken"))
        self._wait(self.tr("De reservekopieën worden nagekeken…"))
        self._errands.render(
            find_good_copy,
            self._folder,
            self._secret,
            receiver=self,
            done="take_copy",
            failed="show_error",
        )

    def _missing(self, found: GoodCopy) -> str:
        words = ""
        if found.written_at is not None and found.written_at > found.made_at:
            words = self.tr(
                "In het beschadigde werkboek is voor het laatst iets opgeschreven op {moment}. Wat "
                "er na de kopie bij kwam, staat er niet in."
            ).format(moment=_moment(found.written_at))
        if found.bad:
            bad = (
                self.tr("Een nieuwere kopie was niet heel; die is overgeslagen.")
                if found.bad == 1
                else self.tr("{count} nieuwere kopieën waren niet heel; die zijn overgeslagen.")
            )
            words = f"{words} {bad.format(count=found.bad)}".strip()
        return words

    def _say(self, title: str, *lines: str) -> None:
        self._what.setText(title)
        for place, line in enumerate(self._lines):
            text = lines[place] if place < len(lines) else ""
            line.setText(text)
            line.setVisible(bool(text))

    def _wait(self, words: str) -> None:
        self._say(words)
        for widget in (self.look_button, self.restore_button, self.choose_button):
            widget.setEnabled(False)
        self.back_button.setEnabled(False)

    def _end(self) -> None:
        for widget in (self.look_button, self.choose_button, self.back_button):
            widget.setEnabled(True)
        self.restore_button.setEnabled(self._found is not None)

    def _forget(self) -> None:
        self._secret = Secret()
        self.passphrase.clear()
        self.code.set_value("")

    def _show_way(self) -> None:
        with_code = self.way.value() == "code"
        self.passphrase.setVisible(not with_code)
        self.code.setVisible(with_code)


def _moment(moment: datetime) -> str:
    here = local(moment)
    words = QCoreApplication.translate("damaged", "{day} om {time}")
    return words.format(day=long_date(here.date()), time=format_time(here.time()))
