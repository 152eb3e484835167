"""*Instellingen*: the workbook, the ways in, copies of it, and how the window behaves."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.settings.page_backup import BackupSection
from lob_workbench.features.settings.page_behaviour import BehaviourSection
from lob_workbench.features.settings.page_hints import HintsSection
from lob_workbench.features.settings.page_passphrase import PassphraseSection
from lob_workbench.features.settings.page_quick import QuickSection
from lob_workbench.features.settings.page_recovery import RecoverySection
from lob_workbench.features.settings.page_signals import SignalsSection
from lob_workbench.features.settings.page_terms import TermsSection
from lob_workbench.features.settings.page_workbook import WorkbookSection
from lob_workbench.people.preferences import Preferences, read_preferences
from lob_workbench.people.school import School, read_school
from lob_workbench.people.terms import SchoolTerms, read_terms
from lob_workbench.ui.cards import Card, CardGrid
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Line
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.theme import space

# A card that grew has its new height only after a few rounds of the layouts around it.
_LAYOUT_MS = 50


class SettingsPage(Page):
    """Cards. ``Target.detail`` scrolls to one, by the name that ``_card`` gives it."""

    help_topic = "settings"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            title=self.tr("Instellingen"),
            subtitle=self.tr("De school, je wachtwoord en hoe alles werkt.")
            if context.care.shared
            else self.tr("Je werkboek, je wachtwoordzin, je reservekopieën en hoe alles werkt."),
        )
        self._context = context
        self._shared = context.care.shared
        self._cards: dict[str, Card] = {}
        self._wanted: QWidget | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setSingleShot(True)
        self._scrolling.setInterval(_LAYOUT_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._grid = CardGrid(self, most=2, characters=50)
        words = self.tr("De school") if self._shared else self.tr("Mijn werkboek")
        card = self._card("workbook", words, "ph.notebook")
        self.workbook = WorkbookSection(context, card)
        card.body.addWidget(self.workbook)
        card = self._card("behaviour", self.tr("Uiterlijk en gedrag"), "ph.sliders")
        self.behaviour = BehaviourSection(context, card)
        card.body.addWidget(self.behaviour)
        self.terms: TermsSection | None = None
        if context.actor.may(Right.CHANGE_SETTINGS):
            card = self._card("terms", self.tr("Woorden van onze school"), "ph.quotes")
            self.terms = TermsSection(context, card)
            card.body.addWidget(self.terms)
        card = self._card("signals", self.tr("Signalen"), "ph.bell-simple")
        self.signals = SignalsSection(context, card)
        card.body.addWidget(self.signals)
        card = self._card("hints", self.tr("Tips"), "ph.lightbulb")
        self.hints = HintsSection(context, card)
        card.body.addWidget(self.hints)
        words = self.tr("Wachtwoord") if self._shared else self.tr("Wachtwoordzin en herstelcode")
        card = self._card("access", words, "ph.lock-key")
        self.passphrase = PassphraseSection(context, card)
        self.recovery = RecoverySection(context, card)
        self.passphrase.opened.connect(self._show_passphrase)
        self.recovery.opened.connect(self._show_recovery)
        card.body.setSpacing(space(4))
        card.body.addWidget(self.passphrase)
        line = Line(card)
        card.body.addWidget(line)
        card.body.addWidget(self.recovery)
        # Copies of a school's database, and new passwords, are its administrators' work.
        line.setVisible(not self._shared)
        self.recovery.setVisible(not self._shared)
        self.quick: QuickSection | None = None
        if context.care.quick_unlock is not None:
            card = self._card("quick", self.tr("Snel openen"), "ph.lightning")
            self.quick = QuickSection(context, card)
            self.quick.opened.connect(self._show_quick)
            self.passphrase.replaced.connect(self.quick.end)
            card.body.addWidget(self.quick)
        self.backup: BackupSection | None = None
        if context.care.copies is not None:
            card = self._card("backup", self.tr("Reservekopieën"), "ph.archive-box")
            self.backup = BackupSection(context, context.care.copies, card)
            self.backup.drill.opened.connect(self._show_drill)
            card.body.addWidget(self.backup)
        self.body.addWidget(self._grid)
        self.body.addStretch(1)
        self.offer(PageKey.SAVE, self.tr("School bewaren"), self.workbook.save)
        self.year_button = self.add_button(
            self.tr("&Nieuw schooljaar"), self._go_to_year, icon="ph.graduation-cap"
        )
        self.year_button.setVisible(context.actor.may(Right.IMPORT_STUDENTS))
        # Who administers a school keeps its sets, and has no page of life skills to come from.
        actor = context.actor
        self.skills_button = self.add_button(
            self.tr("Skills en routes"), self._go_to_skills, icon="ph.stack"
        )
        self.skills_button.setVisible(
            actor.may(Right.CHANGE_SKILL_SETS) and not actor.may(Right.SEE_SKILLS)
        )

    def _card(self, name: str, title: str, icon: str) -> Card:
        card = Card(title, self, icon=icon)
        self._cards[name] = card
        self._grid.add(card)
        return card

    @property
    def target(self) -> Target | None:
        """The card with the choice that has the keyboard: there one is when the page is remade."""
        focused = self.behaviour.focused
        return Target("settings", None, f"behaviour.{focused}") if focused else None

    def open(self, target: Target) -> None:
        """Show how things stand; ``target.detail`` names a card, and after a dot a choice on it."""
        self._load_school()
        self._load_preferences()
        self._load_terms()
        if self.quick is not None:
            self.quick.load()
        if self.backup is not None:
            self.backup.load()
        name, _, choice = target.detail.partition(".")
        card = self._cards.get(name)
        if card is not None:
            self._bring_into_sight(card)
        if choice:
            self.behaviour.focus(choice)

    def refresh(self, changes: Changes) -> None:
        """Read again what was changed elsewhere."""
        if changes.touches("school"):
            self._load_school()
        if changes.touches("school_term"):
            self._load_terms()
        if changes.touches("preferences"):
            self._load_preferences()
            if self.backup is not None:
                self.backup.load()

    def leave(self) -> bool:
        """Keep what was typed of the school; nothing of a passphrase stays behind."""
        self.workbook.leave()
        if self.terms is not None:
            self.terms.leave()
        self.passphrase.clear()
        self.recovery.cancel()
        if self.quick is not None:
            self.quick.clear()
        if self.backup is not None:
            self.backup.drill.cancel()
        return True

    def clear(self) -> None:
        """Forget passphrases, codes, the school and the places of copies."""
        self.passphrase.clear()
        self.recovery.clear()
        self.workbook.clear()
        if self.quick is not None:
            self.quick.clear()
        if self.backup is not None:
            self.backup.clear()
        if self.terms is not None:
            self.terms.clear()

    def _go_to_year(self) -> None:
        self._context.navigator.go(Target("school_year"))

    def _go_to_skills(self) -> None:
        self._context.navigator.go(Target("skill_sets"))

    def _show_passphrase(self) -> None:
        self.recovery.cancel()
        if self.quick is not None:
            self.quick.clear()
        self._bring_into_sight(self.passphrase)

    def _show_recovery(self) -> None:
        self.passphrase.clear()
        if self.quick is not None:
            self.quick.clear()
        self._bring_into_sight(self.recovery)

    def _show_quick(self) -> None:
        assert self.quick is not None, "its own signal"
        self.passphrase.clear()
        self.recovery.cancel()
        self._bring_into_sight(self.quick)

    def _show_drill(self) -> None:
        if self.backup is not None:
            self._bring_into_sight(self.backup.drill)

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Scroll until all of it is in sight, after it has got its new height."""
        self._wanted = widget
        self._scrolling.start()

    def _scroll(self) -> None:
        if self._wanted is not None and self.scroll_area is not None:
            # The end first, the beginning last: what does not fit is cut off below.
            low = self._wanted.mapTo(self.scroll_area.content, self._wanted.rect().bottomLeft())
            self.scroll_area.ensureVisible(0, low.y(), 0, space(6))
            top = self._wanted.mapTo(self.scroll_area.content, self._wanted.rect().topLeft())
            self.scroll_area.ensureVisible(0, top.y(), 0, space(6))
            self._wanted = None

    def _load_school(self) -> None:
        self._context.jobs.run(read_school, receiver=self, done="_show_school")

    def _load_preferences(self) -> None:
        self._context.jobs.run(read_preferences, receiver=self, done="_show_preferences")

    def _load_terms(self) -> None:
        if self.terms is not None:
            self._context.jobs.run(read_terms, receiver=self, done="_show_terms")

    def _show_terms(self, terms: SchoolTerms) -> None:
        if self.terms is not None:
            self.terms.show_terms(terms)

    def _show_school(self, school: School) -> None:
        self.workbook.show_school(school)
        self.passphrase.set_school(school.name)

    def _show_preferences(self, chosen: Preferences) -> None:
        self.behaviour.show_preferences(chosen)
        self.signals.show_preferences(chosen)
        self.hints.show_preferences(chosen)
