"""The ways back in: the recovery code when the passphrase is forgotten, and a backup."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.app.damage import Secret, is_damage
from lob_workbench.app.passphrases import NewPassphrase
from lob_workbench.app.recent import suggested_folder
from lob_workbench.app.screen import Screen
from lob_workbench.app.session import Session
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import RecoveryCodeMistyped
from lob_workbench.storage.recovery_code import read_recovery_code
from lob_workbench.ui.buttons import Button, ButtonKind, is_enter
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.dialogs import choose_folder, open_file
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import ChoiceField, LineField, PassphraseField
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space


def open_with_recovery(folder: Path, code: str, passphrase: str, clock: Clock) -> Session:
    """Open a workbook with its code and give it a new passphrase; for the worker."""
    return Session.open(folder, recovery_code=code, new_passphrase=passphrase, clock=clock)


class BackupChoice(NamedTuple):
    """Which backup, where to, and one of the two ways in."""

    file: Path
    target: Path
    passphrase: str | None
    recovery_code: str | None


def restore(choice: BackupChoice) -> Path:
    """Put a backup back as a new workbook; for the worker. Raises what ``restore_backup`` does."""
    from lob_workbench.storage.backup import restore_backup

    restore_backup(
        choice.file,
        choice.target,
        passphrase=choice.passphrase,
        recovery_code=choice.recovery_code,
    )
    return choice.target


def code_field(parent: QWidget) -> LineField:
    """Where a recovery code is typed."""
    field = LineField(
        QCoreApplication.translate("recovery", "&Herstelcode"),
        parent,
        required=True,
        hint=QCoreApplication.translate(
            "recovery", "Hoofdletters, streepjes en spaties maken niet uit."
        ),
    )
    # A code on the screen is for one's own eyes, but hiding 35 characters helps nobody.
    font = field.edit.font()
    font.setFixedPitch(True)
    field.edit.setFont(font)
    return field


def check_code(field: LineField) -> bool:
    """Whether the code is whole; shows what is wrong with it."""
    if not field.check():
        return False
    try:
        read_recovery_code(field.value())
    except RecoveryCodeMistyped as mistyped:
        field.set_error(error_text(mistyped))
        return False
    return True


class RecoveryScreen(Screen):
    """Recovery code and a new passphrase; ``opened`` has the session.

    ``damaged``: the workbook is not whole; its folder, and the ``Secret`` that was typed.
    """

    opened = Signal(object)
    damaged = Signal(object, object)

    def __init__(
        self, errands: Jobs, clock: Clock, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, characters=72)
        self.set_words(
            self.tr("Wachtwoordzin vergeten"),
            self.tr("Pak het papier met je herstelcode van ‘{name}’.").format(name=folder.name),
        )
        self._errands = errands
        self._clock = clock
        self._folder = folder
        card = Card("", self)
        self.code = code_field(card)
        self.passphrase = NewPassphrase(card)
        card.body.setSpacing(space(4))
        card.body.addWidget(self.code)
        card.body.addWidget(self.passphrase)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.open_button = Button(self.tr("Werkboek &openen"), self, kind=ButtonKind.PRIMARY)
        self.open_button.clicked.connect(self.submit)
        self.buttons.addWidget(self.open_button)
        self.setFocusProxy(self.code)

    def submit(self) -> None:
        """Try the code."""
        if not check_code(self.code):
            self.code.setFocus()
            return
        if not self.passphrase.check():
            return
        self.open_button.setEnabled(False)
        self._errands.render(
            open_with_recovery,
            self._folder,
            self.code.value(),
            self.passphrase.value(),
            self._clock,
            receiver=self,
            done="take_session",
            failed="show_error",
        )

    def take_session(self, session: Session) -> None:
        """The code fits; the new passphrase opens from now on."""
        self.passphrase.clear()
        self.code.set_value("")
        self.opened.emit(session)

    def show_error(self, error: Exception) -> None:
        """Say why it did not open."""
        self.open_button.setEnabled(True)
        if is_damage(error):
            self.damaged.emit(self._folder, Secret(recovery_code=self.code.value()))
            return
        self.code.set_error(error_text(error))
        self.code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.open_button.isEnabled():
            self.submit()
        else:
            super().keyPressEvent(event)


class RestoreScreen(Screen):
    """A backup, a way in, a folder; ``restored`` has the folder of the new workbook."""

    restored = Signal(object)

    def __init__(
        self, errands: Jobs, parent: QWidget | None = None, start: Path | None = None
    ) -> None:
        super().__init__(parent, characters=80)
        self._start = start
        self.set_words(
            self.tr("Reservekopie terugzetten"),
            self.tr("Je krijgt een nieuw werkboek. Wat er al staat, blijft zoals het is."),
        )
        self._errands = errands
        self._file: Path | None = None
        self._target = suggested_folder()
        self.problem = Panel("", self, tint="danger", icon="ph.warning-circle")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addWidget(self._file_card())
        self.body.addWidget(self._key_card())
        self.body.addWidget(self._target_card())
        self.body.addStretch(1)
        self.restore_button = Button(self.tr("Terug&zetten"), self, kind=ButtonKind.PRIMARY)
        self.restore_button.clicked.connect(self.submit)
        self.buttons.addWidget(self.restore_button)
        self.setFocusProxy(self.file_button)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.restore_button.isEnabled():
            self.submit()
        else:
            super().keyPressEvent(event)

    def _file_card(self) -> QWidget:
        card = Card(self.tr("1  Welke reservekopie?"), self)
        self._file_words = Paragraph("", card, ink="muted")
        self.file_button = Button(self.tr("&Kies een reservekopie…"), card, icon="ph.file")
        self.file_button.clicked.connect(self.choose_file)
        card.body.addLayout(_beside(self._file_words, self.file_button))
        return card

    def _key_card(self) -> QWidget:
        card = Card(self.tr("2  Waarmee open je hem?"), self)
        self.way = ChoiceField(
            "",
            [
                ("passphrase", self.tr("Met de wachtwoordzin van toen")),
                ("code", self.tr("Met de herstelcode")),
            ],
            card,
        )
        self.way.set_value("passphrase")
        self.way.changed.connect(self._show)
        self.passphrase = PassphraseField(self.tr("&Wachtwoordzin"), card)
        self.code = code_field(card)
        for widget in (self.way, self.passphrase, self.code):
            card.body.addWidget(widget)
        return card

    def _target_card(self) -> QWidget:
        card = Card(self.tr("3  Waar komt het werkboek?"), self)
        self._target_words = Paragraph("", card, ink="muted")
        self.target_button = Button(self.tr("Andere &map…"), card, icon="ph.folder")
        self.target_button.clicked.connect(self.choose_target)
        card.body.addLayout(_beside(self._target_words, self.target_button))
        return card

    def choose_file(self) -> None:
        """Ask which backup."""
        title = self.tr("Reservekopie kiezen")
        file = open_file(self, title, self.tr("Reservekopie (*.lobkopie)"), self._start)
        if file is not None:
            self._file = file
            self._show()

    def choose_target(self) -> None:
        """Ask in which folder; the workbook gets a folder of its own in it."""
        folder = choose_folder(self, self.tr("Map voor het werkboek"), self._target.parent)
        if folder is not None:
            self._target = own_folder(folder)
            self._show()

    def submit(self) -> None:
        """Put it back."""
        with_code = self.way.value() == "code"
        if self._file is None:
            self._complain(self.tr("Kies eerst een reservekopie."))
            self.file_button.setFocus()
            return
        if not (check_code(self.code) if with_code else self.passphrase.check()):
            return
        self.problem.hide()
        self.restore_button.setEnabled(False)
        self.restore_button.setText(self.tr("Terugzetten…"))
        choice = BackupChoice(
            self._file,
            self._target,
            None if with_code else self.passphrase.value(),
            self.code.value() if with_code else None,
        )
        self._errands.render(
            restore, choice, receiver=self, done="take_folder", failed="show_error"
        )

    def take_folder(self, folder: Path) -> None:
        """It is back."""
        self.passphrase.clear()
        self.code.set_value("")
        self.restored.emit(folder)

    def show_error(self, error: Exception) -> None:
        """Say why it is not back."""
        self.restore_button.setEnabled(True)
        self.restore_button.setText(self.tr("Terug&zetten"))
        self._complain(error_text(error))

    def _complain(self, text: str) -> None:
        self.problem.set_text(text)
        self.problem.show()

    def _show(self) -> None:
        with_code = self.way.value() == "code"
        self.passphrase.setVisible(not with_code)
        self.code.setVisible(with_code)
        self._file_words.setText(
            self.tr("Nog niet gekozen.") if self._file is None else self._file.name
        )
        self._target_words.setText(str(self._target))


def own_folder(chosen: Path) -> Path:
    """A folder for a workbook: ``chosen`` when it is empty, else a new one inside it."""
    if not chosen.exists() or not any(chosen.iterdir()):
        return chosen
    place, number = chosen / "LOB-werkbank", 1
    while place.exists():
        number += 1
        place = chosen / f"LOB-werkbank {number}"
    return place


def _beside(words: Paragraph, button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(space(3))
    row.addWidget(words, 1)
    row.addWidget(button)
    return row
