"""*Verbinden met school*: where the server is, as whom, and the password.

The same screen asks the password again after a lock, and after the laptop was lent; it says so.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.screen import Screen
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import LoginRefused, WorkbenchError
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.ui.buttons import Button, ButtonKind, is_enter
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.passphrase_field import PassphraseField
from lob_workbench.ui.theme import TextSize, space
from lob_workbench.ui.toggles import CheckBox

if TYPE_CHECKING:
    from lob_workbench.storage.server import ServerAddress


_NOT_KEPT = QT_TRANSLATE_NOOP(
    "errors",
    "Deze laptop kon je wachtwoord niet bewaren. Je typt het de volgende keer opnieuw.",
)


def connect(
    address: "ServerAddress", password: str, keep: bool | None, clock: Clock
) -> tuple[SchoolSession, bool]:
    """Log in, and have the key ring keep or forget the password; for the worker.

    ``keep`` ``None`` leaves the key ring alone. Also says whether the key ring did as asked.
    """
    from lob_workbench.storage.login_keyring import forget, remember

    session = SchoolSession.connect(address, password, clock)
    if keep is None:
        return session, True
    return session, remember(address, password) if keep else forget(address)


def recalled(text: str) -> str:
    """The password that the key ring keeps for this address, or ""; for the worker."""
    from lob_workbench.storage.login_keyring import recall
    from lob_workbench.storage.server import parse_server_url

    try:
        return recall(parse_server_url(text)).password or ""
    except WorkbenchError:
        return ""


class ConnectScreen(Screen):
    """``opened`` has the session, ``address_used`` the address of it as text.

    ``locked`` asks the password only; ``lent`` thanks who had the laptop, and leads nowhere else;
    without ``recall`` the key ring of the laptop is not asked for the password.
    """

    opened = Signal(object)
    address_used = Signal(str)

    def __init__(
        self,
        errands: Jobs,
        clock: Clock,
        known: str = "",
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        lent: bool = False,
        recall: bool = True,
    ) -> None:
        super().__init__(parent, back=not lent, characters=76)
        self._errands = errands
        self._clock = clock
        self._root: Path | None = None
        self._sent = ""
        self._kept = ""
        self._locked = locked
        # After a lock the person is asked, not the laptop.
        self._recall = recall and not locked
        if lent:
            self.set_words(
                self.tr("Bedankt. Geef de laptop terug."),
                self.tr("Wat je schreef, is bewaard. Je begeleider typt hier het wachtwoord."),
            )
        elif locked:
            self.set_words(
                self.tr("Vergrendeld"),
                self.tr("Je werk is bewaard. Met je wachtwoord ga je verder waar je was."),
            )
        else:
            self.set_words(
                self.tr("Verbinden met school"),
                self.tr("De beheerder van je school geeft je een adres en een inlognaam."),
            )
        card = Card("", self)
        self.server = LineField(
            self.tr("&Server"), card, required=True, placeholder="lob.school.nl"
        )
        self.login = LineField(self.tr("&Inlognaam"), card, required=True)
        self.database = LineField(self.tr("&Database"), card, required=True)
        self.database.set_value("lob")
        self.password = PassphraseField(self.tr("&Wachtwoord"), card)
        self.keep = CheckBox(self.tr("&Onthoud mijn wachtwoord op deze laptop"), card)
        self.more_button = Button(
            self.tr("&Meer instellingen"), card, kind=ButtonKind.QUIET, icon="ph.sliders"
        )
        self.more_button.clicked.connect(self._show_more)
        self._certificate = Paragraph("", card, size=TextSize.SMALL, ink="muted")
        self.certificate_button = Button(
            self.tr("&Certificaat van de school kiezen"), card, icon="ph.shield-check"
        )
        self.certificate_button.clicked.connect(self.choose_certificate)
        self.lax = CheckBox(
            self.tr("&Niet controleren of dit de server van mijn school is (onveilig)"), card
        )
        self.connect_button = Button(
            self.tr("&Verbinden"), self, kind=ButtonKind.PRIMARY, icon="ph.lock-simple-open"
        )
        self.connect_button.clicked.connect(self.submit)
        card.body.setSpacing(space(3))
        who = QHBoxLayout()
        who.setSpacing(space(3))
        who.addWidget(self.login, 3)
        who.addWidget(self.database, 2)
        card.body.addWidget(self.server)
        card.body.addLayout(who)
        card.body.addWidget(self.password)
        card.body.addWidget(self.keep)
        for part in (self.more_button, self._certificate, self.certificate_button, self.lax):
            card.body.addWidget(part)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.buttons.addWidget(self.connect_button)
        for field in (self.server, self.database, self.login):
            field.setEnabled(not locked)
        self.keep.setVisible(not locked)
        self.more_button.setVisible(not lent)
        self._show_advanced(False)
        self._fill(known)
        fields = (self.server, self.login, self.password)
        # Where work begins: what is not filled in yet.
        self.setFocusProxy(next(field for field in fields if field.is_empty()))

    def _fill(self, known: str) -> None:
        from lob_workbench.storage.server import TlsMode, parse_server_url

        if not known:
            return
        try:
            address = parse_server_url(known)
        except WorkbenchError as error:
            # The bare name of a server is for the person to complete. Of anything longer nothing
            # is shown: there may be a password in it.
            if "/" in known or "@" in known:
                self.server.set_error(error_text(error))
            else:
                self.server.set_value(known)
            return
        where = address.host if address.port == "5432" else f"{address.host}:{address.port}"
        self.server.set_value(where)
        self.database.set_value(address.database)
        self.login.set_value(address.login)
        self._root = address.root_certificate
        self.lax.setChecked(address.tls is TlsMode.REQUIRE)
        self._show_certificate()
        self._show_advanced(self.lax.isChecked())
        if self._recall:
            self._errands.render(recalled, known, receiver=self, done="_take_recalled")

    def _take_recalled(self, password: str) -> None:
        """Have the password at hand, out of the field: there *Tonen* would show it to anybody."""
        self._kept = password
        self.keep.setChecked(bool(password))
        words = self.tr("Deze laptop weet je wachtwoord nog. Je kunt meteen verbinden.")
        self.password.set_hint(words if password else "")

    def address(self) -> "ServerAddress":
        """What was filled in. Raises ``InputRefused`` for what is no server."""
        from lob_workbench.storage.server import ServerAddress, TlsMode

        host, _, port = self.server.value().strip().rpartition(":")
        if not host or not port.isdigit():
            host, port = self.server.value().strip(), "5432"
        address = ServerAddress(
            host=host,
            port=port,
            database=self.database.value().strip(),
            login=self.login.value().strip(),
            root_certificate=self._root,
        )
        return replace(address, tls=TlsMode.REQUIRE) if self.lax.isChecked() else address

    def submit(self) -> None:
        """Try to log in with what was filled in."""
        if not self.connect_button.isEnabled():
            return
        for field in (self.server, self.login, self.database, self.password):
            known = field is self.password and self._kept and field.is_empty()
            if not known and not field.check():
                field.setFocus()
                return
        self._wait(True)
        address = self.address()
        self._sent = address.to_text()
        self._errands.render(
            connect,
            address,
            self.password.value() or self._kept,
            # Unticked where it was kept: then it has to go.
            True if self.keep.isChecked() else False if self._kept else None,
            self._clock,
            receiver=self,
            done="take_session",
            failed="show_error",
        )

    def take_session(self, answer: tuple[SchoolSession, bool]) -> None:
        """It opened."""
        session, kept = answer
        if not kept:
            session.warnings += (WorkbenchError(_NOT_KEPT),)
        self.password.clear()
        self._kept = ""
        self._wait(False)
        self.address_used.emit(self._sent)
        self.opened.emit(session)

    def show_error(self, error: Exception) -> None:
        """Say why it did not open, at the field that it is about."""
        self._wait(False)
        if isinstance(error, LoginRefused):
            # What was kept does not fit (any more): now it must be typed.
            self._kept = ""
            self.password.set_hint("")
        field = self.password if isinstance(error, LoginRefused) else self.server
        field.set_error(error_text(error))
        field.setFocus()

    def choose_certificate(self) -> None:
        """Ask for the school's certificate."""
        words = self.tr("Certificaat (*.pem *.crt)")
        file = open_file(self, self.tr("Certificaat van de school"), words)
        if file is not None:
            self._root = file
            self._show_certificate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _show_certificate(self) -> None:
        self._certificate.setText(
            self.tr("De werkbank controleert de server met {name}.").format(name=self._root.name)
            if self._root is not None
            else self.tr("De werkbank controleert de server met de certificaten van deze laptop.")
        )

    def _show_more(self) -> None:
        self._show_advanced(not self.lax.isVisibleTo(self))

    def _show_advanced(self, shown: bool) -> None:
        self._show_certificate()
        for widget in (self._certificate, self.certificate_button, self.lax):
            widget.setVisible(shown)

    def _wait(self, waiting: bool) -> None:
        self.connect_button.setEnabled(not waiting)
        self.back_button.setEnabled(not waiting)
        self.connect_button.setText(
            self.tr("Even verbinden…") if waiting else self.tr("&Verbinden")
        )
