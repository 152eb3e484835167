"""The form of a route: its name, and which skills it goes along."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.skills import SkillSet
from lob_workbench.skills.rules_sets import Route
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import Form, LineField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class RouteForm(ScrollColumn):
    """Skills stand under the headings of their set, as chips to switch on."""

    saved = Signal()
    """*Bewaren*: there is a name, and a skill."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._route: Route | None = None
        self._shown: Route | None = None
        self._set: SkillSet | None = None
        card = Card("", self.content)
        self.name = LineField(
            self.tr("&Naam van de route"),
            card,
            required=True,
            limit=80,
            placeholder=self.tr("Bijvoorbeeld: leidinggeven in de keuken"),
        )
        form = Form(card, characters=80)
        form.add(self.name)
        self._form = form
        self._count = Label("", card, ink="muted")
        self.groups: list[FilterChips] = []
        self._chosen = QVBoxLayout()
        self._chosen.setSpacing(space(2))
        self._sheet: QWidget | None = None
        self._refused = Paragraph("", card, ink="danger")
        self.save_button = Button(
            self.tr("Bewaren"), card, kind=ButtonKind.PRIMARY, tip=self.tr("Ctrl+Enter")
        )
        self.cancel_button = Button(self.tr("Toch niet"), card, kind=ButtonKind.QUIET)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.save_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.body.addWidget(form)
        card.body.addWidget(self._count)
        card.body.addLayout(self._chosen)
        card.body.addWidget(self._refused)
        card.body.addLayout(buttons)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.show_error("")

    @property
    def is_touched(self) -> bool:
        """Whether something stands here that was not kept."""
        return self._route is not None and self.route() != self._shown

    def show_route(self, route: Route, skill_set: SkillSet) -> None:
        """Show a route, with the focus in its name."""
        self._route, self._set = route, skill_set
        self.name.set_value(route.name)
        self._show_groups(skill_set, frozenset(route.skills))
        self.show_error("")
        # What was made from a werkproces is not kept before somebody says so.
        self._shown = self.route() if route.version else None
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def route(self) -> Route | None:
        """The route as it stands here."""
        if self._route is None or self._set is None:
            return None
        on = frozenset().union(*(chips.value() for chips in self.groups))
        skills = tuple(one for one in self._set.skill_ids if one in on)
        return replace(self._route, name=self.name.value(), skills=skills)

    def clear(self) -> None:
        """Forget what was typed."""
        self._route = self._shown = self._set = None
        self.name.set_value("")
        self._drop_groups()
        self.show_error("")

    def save(self) -> None:
        """Ask to keep it, once all that must be there is there."""
        route = self.route()
        if route is None or not self.save_button.isEnabled() or not self._form.check():
            return
        if not route.skills:
            self.show_error(self.tr("Kies een of meer skills voor deze route."))
            self.groups[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save_button.setEnabled(False)
        self.saved.emit()

    def show_error(self, error: Exception | str) -> None:
        """Say why it was not kept; empty hides that."""
        words = error if isinstance(error, str) else error_text(error)
        self._refused.setText(words)
        self._refused.setVisible(bool(words))
        self.save_button.setEnabled(True)

    def _show_groups(self, skill_set: SkillSet, on: frozenset[str]) -> None:
        self._drop_groups()
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        before: QWidget = self.name
        for group in skill_set.groups:
            choices = [Filter(skill.id, skill.name) for skill in group.skills]
            chips = FilterChips(choices, sheet, name=group.heading)
            chips.set_value(on)
            chips.changed.connect(self._tell_count)
            column.addWidget(Label(group.heading, sheet, bold=True))
            column.addWidget(chips)
            column.addSpacing(space(1))
            self.groups.append(chips)
            # Made just now: Tab would come to these after the buttons below.
            stop = chips.focusProxy()
            if stop is not None:
                QWidget.setTabOrder(before, stop)
                before = stop
        QWidget.setTabOrder(before, self.save_button)
        QWidget.setTabOrder(self.save_button, self.cancel_button)
        self._sheet = sheet
        self._chosen.addWidget(sheet)
        self._tell_count()

    def _drop_groups(self) -> None:
        if self._sheet is not None:
            self._chosen.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
        self.groups = []

    def _tell_count(self) -> None:
        route = self.route()
        count = len(route.skills) if route is not None else 0
        words = self.tr("1 skill gekozen") if count == 1 else self.tr("{count} skills gekozen")
        self._count.setText(words.format(count=count))
