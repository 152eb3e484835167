"""Whose badges we believe: a list, and adding a key that was found on the school's own web site."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.badges.operations_trust import (
    end_trust,
    list_trusted,
    trust,
    trust_again,
)
from lob_workbench.features.badges.rules_trust import TrustDraft, TrustView
from lob_workbench.features.badges.tables import KeyColumns
from lob_workbench.storage.base import new_id
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import DateField, LineField
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import space


class TrustCard(Card):
    """``table`` has the trusted keys; ``form`` adds one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Scholen die we vertrouwen"),
            parent,
            icon="ph.handshake",
            subtitle=self.tr(
                "Een badge van een andere school is pas echt als je haar sleutel kent."
            ),
        )
        self._context = context
        self._id = new_id()
        columns = KeyColumns(context.clock.today())
        self.table: TableView[TrustView] = TableView(
            columns.trusted(),
            self,
            name=self.tr("Scholen die we vertrouwen"),
            empty=self.tr("Nog geen andere school."),
        )
        self.add_button = Button(self.tr("School &toevoegen"), self, icon="ph.plus")
        self.add_button.clicked.connect(self._begin)
        self.end_button = Button(
            self.tr("Niet meer vertrouwen"), self, kind=ButtonKind.QUIET, icon="ph.prohibit"
        )
        self.end_button.clicked.connect(self._end)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.end_button)
        buttons.addStretch(1)
        self.form = QWidget(self)
        self.warning = Panel(
            self.tr(
                "Neem de sleutel over van de website van de school zelf, of bel haar. Neem hem "
                "nooit over uit een badge of uit een mail: iedereen kan daar een naam bij zetten."
            ),
            self.form,
            tint="attention",
        )
        self.name = LineField(self.tr("Naam van de school"), self.form, required=True)
        self.key = LineField(
            self.tr("Sleutel"),
            self.form,
            required=True,
            limit=2_000,
            hint=self.tr("Een sleutel begint meestal met z6Mk."),
        )
        self.address = LineField(
            self.tr("Adres van de uitgever"),
            self.form,
            limit=500,
            hint=self.tr("Zoals het in haar badges staat. Leeg: de sleutel is zelf het adres."),
        )
        self.source = LineField(
            self.tr("Waar heb je de sleutel gevonden?"),
            self.form,
            required=True,
            placeholder=self.tr("www.school.nl/badges, of: gebeld met …"),
            limit=500,
        )
        self.until = DateField(
            self.tr("Geldt voor badges tot en met"),
            self.form,
            hint=self.tr("Leeg: de sleutel is nog in gebruik."),
            today=context.clock.today,
        )
        self.problem = Panel("", self.form, tint="danger")
        self.problem.hide()
        self.trust_button = Button(
            self.tr("Deze sleutel vertrouwen"), self.form, kind=ButtonKind.PRIMARY
        )
        self.trust_button.clicked.connect(self._trust)
        self.drop_button = Button(self.tr("Toch niet"), self.form, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self._put_away)
        choice = QHBoxLayout()
        choice.setSpacing(space(2))
        choice.addWidget(self.trust_button)
        choice.addWidget(self.drop_button)
        choice.addStretch(1)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, space(2), 0, 0)
        column.setSpacing(space(2))
        for part in (
            self.warning,
            self.name,
            self.key,
            self.source,
            self.address,
            self.until,
            self.problem,
        ):
            column.addWidget(part)
        column.addLayout(choice)
        self.form.hide()
        self.body.addWidget(self.table)
        self.body.addLayout(buttons)
        self.body.addWidget(self.form)

    def load(self) -> None:
        """Read again."""
        self._context.jobs.run(list_trusted, receiver=self, done="_show")

    def begin(self, name: str, issuer_id: str) -> None:
        """Ask for the key of an issuer that a badge names. The key itself is never filled in."""
        self._id = new_id()
        self.name.set_value(name)
        self.address.set_value(issuer_id)
        self.key.set_value("")
        self.source.set_value("")
        self.until.set_value(None)
        self.problem.hide()
        self.form.show()
        self.add_button.setEnabled(False)
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self.table.set_rows(())
        self._put_away()

    def _show(self, trusted: tuple[TrustView, ...]) -> None:
        self.table.set_rows(trusted)
        self.table.fit_height(most=6)
        self.end_button.setEnabled(bool(trusted))
        if trusted and self.table.current_row() is None:
            self.table.select_row(trusted[0])

    def _begin(self) -> None:
        self.begin("", "")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        self.form.hide()
        self.add_button.setEnabled(True)

    def _trust(self) -> None:
        # All are checked, so that each tells what it lacks.
        fine = [field.check() for field in (self.name, self.key, self.source, self.until)]
        if not all(fine):
            return
        draft = TrustDraft(
            self._id,
            self.name.value(),
            self.address.value(),
            self.key.value(),
            self.source.value(),
            self.until.value(),
        )
        self._context.jobs.run(trust, draft, receiver=self, done="_trusted", failed="_refuse")

    def _trusted(self, _changes: object) -> None:
        self._put_away()
        words = self.tr("Badges van {name} worden nu herkend.").format(name=self.name.value())
        self._context.navigator.say(words, Tone.GOOD)

    def _end(self) -> None:
        one = self.table.current_row()
        if one is not None:
            self._context.jobs.run(end_trust, one.id, receiver=self, failed="_refuse")
            words = self.tr("{name} wordt niet meer vertrouwd.").format(name=one.name)
            self._context.navigator.offer_undo(words, trust_again, one.id)

    def _refuse(self, error: Exception) -> None:
        self.problem.set_text(error_text(error))
        self.problem.show()
