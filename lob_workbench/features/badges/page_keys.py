"""The keys of the school: making, replacing and revoking one, and what goes on the web site."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.badges.files import write_one
from lob_workbench.features.badges.keeping import forget
from lob_workbench.features.badges.operations_keys import (
    KeysShown,
    ListToSign,
    list_keys,
    read_list,
    revoke_key,
)
from lob_workbench.features.badges.page_key_form import KeyForm
from lob_workbench.features.badges.page_signing import SigningField
from lob_workbench.features.badges.page_trust import TrustCard
from lob_workbench.features.badges.publishing import key_file, signed_list
from lob_workbench.features.badges.rules import KeyState, KeyView
from lob_workbench.features.badges.tables import KeyColumns
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import ask, save_file
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class KeysPanel(QWidget):
    """``table`` has the keys, ``form`` makes one, ``trust`` is about those of others."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: KeysShown | None = None
        self._wanted: ListToSign | None = None
        self._folder = Path()
        sheet = ScrollColumn(self)
        content = sheet.content
        self.card = Card(self.tr("Sleutels van deze school"), content, icon="ph.key")
        self._none = Paragraph(
            self.tr(
                "Er is nog geen sleutel. Met een sleutel onderteken je badges: iedereen kan dan "
                "nagaan dat ze van jouw school komen en dat er niets aan veranderd is."
            ),
            self.card,
            ink="muted",
        )
        columns = KeyColumns(context.clock.today())
        self.table: TableView[KeyView] = TableView(
            columns.keys(), self.card, name=self.tr("Sleutels van deze school")
        )
        self.table.row_chosen.connect(self._chosen)
        self.about = Paragraph("", self.card, selectable=True)
        self.copy_button = Button(self.tr("&Kopieer sleutel"), self.card, icon="ph.copy")
        self.copy_button.clicked.connect(self._copy)
        self.profile_button = Button(
            self.tr("Bestand voor de &website"), self.card, icon="ph.download-simple"
        )
        self.profile_button.clicked.connect(self._save_profile)
        self.list_button = Button(
            self.tr("&Lijst van ingetrokken badges"), self.card, icon="ph.list-bullets"
        )
        self.list_button.clicked.connect(self._save_list)
        self.revoke_button = Button(
            self.tr("Sleutel &intrekken"), self.card, kind=ButtonKind.QUIET, icon="ph.prohibit"
        )
        self.revoke_button.clicked.connect(self._revoke)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (
            self.copy_button,
            self.profile_button,
            self.list_button,
            self.revoke_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._actions = QWidget(self.card)
        self._actions.setLayout(buttons)
        self.signing = SigningField(context, self.card)
        self.signing.opened.connect(self._sign_list)
        self.signing.refused.connect(self._refuse)
        self.new_button = Button(
            self.tr("&Nieuwe sleutel"), self.card, kind=ButtonKind.PRIMARY, icon="ph.plus"
        )
        self.new_button.clicked.connect(self._begin)
        self.form = KeyForm(context, self.card)
        self.form.closed.connect(self._fit)
        self.form.hide()
        self.problem = Panel("", content, tint="danger")
        self.problem.hide()
        for part in (
            self._none,
            self.table,
            self.about,
            self._actions,
            self.signing,
            self.form,
        ):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.trust = TrustCard(context, content)
        sheet.column.addWidget(self.problem)
        sheet.column.addWidget(self.card)
        sheet.column.addWidget(self.trust)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self.setFocusProxy(self.new_button)
        self.clear()

    def load(self) -> None:
        """Read again."""
        self._context.jobs.run(list_keys, receiver=self, done="_show", failed="_refuse")
        self.trust.load()

    def clear(self) -> None:
        """Forget what was typed."""
        self._shown = self._wanted = None
        self.table.set_rows(())
        self.signing.clear()
        self.form.put_away()
        self.trust.clear()
        self.problem.hide()
        self._fit()

    def _show(self, shown: KeysShown) -> None:
        self._shown = shown
        self.form.sealed = shown.shared
        self.table.set_rows(shown.keys)
        self.table.fit_height(most=5)
        if shown.keys and self.table.current_row() is None:
            self.table.select_row(shown.keys[0])
        self._fit()

    def _fit(self) -> None:
        there = self._shown is not None and bool(self._shown.keys)
        self._none.setVisible(not there)
        self.table.setVisible(there)
        self.new_button.setVisible(self.form.isHidden())
        self._chosen(self.table.current_row())

    def _chosen(self, key: KeyView | None) -> None:
        self._actions.setVisible(key is not None)
        self.about.setVisible(key is not None)
        self.signing.hide()
        if key is None or self._shown is None:
            return
        told = {
            KeyState.IN_USE: self.tr("Deze sleutel ondertekent nieuwe badges."),
            KeyState.RETIRED: self.tr(
                "Ondertekent niets meer. De badges van toen blijven gewoon geldig."
            ),
            KeyState.REVOKED: self.tr(
                "Ingetrokken: geen enkele badge met deze sleutel telt nog, ook niet van eerder. "
                "Reik ze opnieuw uit."
            ),
        }
        counts = self.tr("{signed} badges ondertekend, {revoked} ingetrokken.").format(
            signed=self._shown.signed.get(key.id, 0), revoked=self._shown.revoked.get(key.id, 0)
        )
        self.about.setText(f"{key.public_key}\n{told[key.state]} {counts}")
        self.profile_button.setVisible(key.issuer_id.startswith("https://"))
        self.list_button.setVisible(key.state is not KeyState.REVOKED)
        self.revoke_button.setVisible(key.state is not KeyState.REVOKED)

    def _copy(self) -> None:
        key = self.table.current_row()
        if key is not None:
            QGuiApplication.clipboard().setText(key.public_key)
            words = self.tr("Gekopieerd. Zet deze sleutel op de website van je school.")
            self._context.navigator.say(words, Tone.GOOD)

    def _begin(self) -> None:
        self.form.begin(replaces=bool(self._shown and self._shown.keys))
        self._fit()

    def _save_profile(self) -> None:
        key = self.table.current_row()
        if key is None or self._shown is None:
            return
        made = key_file(key, self._shown.keys)
        path = self._asked_path(made.name)
        if path is not None:
            self._context.jobs.render(
                write_one, path, made.data, receiver=self, done="_saved", failed="_refuse"
            )

    def _save_list(self) -> None:
        key = self.table.current_row()
        if key is not None:
            self._context.jobs.run(
                read_list, key.id, receiver=self, done="_take_list", failed="_refuse"
            )

    def _take_list(self, wanted: ListToSign) -> None:
        self._wanted = wanted
        self.signing.use(wanted.signer)

    def _sign_list(self, opened: object) -> None:
        if self._wanted is not None:
            self._context.jobs.render(
                signed_list,
                self._wanted,
                opened,
                self._context.clock.now(),
                receiver=self,
                done="_save_signed",
                failed="_refuse",
            )

    def _save_signed(self, data: bytes) -> None:
        self.signing.hide()
        if self._wanted is None:
            return
        path = self._asked_path(self._wanted.name)
        if path is not None:
            self._context.jobs.render(
                write_one, path, data, receiver=self, done="_saved", failed="_refuse"
            )

    def _asked_path(self, name: str) -> Path | None:
        path = save_file(
            self,
            self.tr("Opslaan voor de website"),
            self.tr("Bestand (*.json)"),
            self._folder / name,
        )
        if path is not None:
            self._folder = path.parent
        return path

    def _saved(self, path: Path) -> None:
        words = self.tr("Opgeslagen als {name}. Zet dit bestand op de website van je school.")
        self._context.navigator.say(words.format(name=path.name), Tone.GOOD)

    def _revoke(self) -> None:
        key = self.table.current_row()
        if key is None:
            return
        sure = ask(
            self,
            self.tr("Deze sleutel intrekken?"),
            self.tr(
                "Doe dit als iemand anders de sleutel kan hebben. Alle badges met deze sleutel "
                "tellen dan niet meer, ook die van eerder: wie de sleutel heeft, kan een oude "
                "datum zetten. De sleutel wordt vernietigd. Maak daarna een nieuwe en reik de "
                "badges opnieuw uit."
            ),
            self.tr("Intrekken en vernietigen"),
            danger=True,
        )
        if sure:
            self._context.jobs.render(forget, key.public_key)
            self._context.jobs.run(revoke_key, key.id, receiver=self, failed="_refuse")

    def _refuse(self, error: Exception) -> None:
        if self.signing.passphrase.error:
            return
        self._context.navigator.complain(error)
