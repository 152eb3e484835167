"""*Badges*: who has which, issuing, judging those of others, and the keys."""

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.badges.page_issue import IssuePanel
from lob_workbench.features.badges.page_keys import KeysPanel
from lob_workbench.features.badges.page_list import ListPanel
from lob_workbench.features.badges.page_verify import VerifyPanel
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import Page, PageKey

LIST, ISSUE, VERIFY, KEYS = "", "issue", "verify", "keys"


class BadgesPage(Page):
    """For a tour: ``places`` and what each shows: ``list``, ``issue``, ``verify``, ``keys``."""

    help_topic = "badges"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, scroll=False)
        self._context = context
        self._detail = LIST
        may = context.actor.may
        self.list = ListPanel(context, self) if may(Right.SEE_SKILLS) else None
        self.issue = IssuePanel(context, self) if may(Right.ISSUE_BADGES) else None
        self.verify = VerifyPanel(context, self)
        self.keys = KeysPanel(context, self) if may(Right.KEEP_BADGE_KEYS) else None
        self._panels: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        for name, panel in (
            (LIST, self.list),
            (ISSUE, self.issue),
            (VERIFY, self.verify),
            (KEYS, self.keys),
        ):
            if panel is not None:
                self._panels[name] = panel
                self._stack.addWidget(panel)
        words = {
            LIST: (self.tr("Uitgereikt"), "ph.medal"),
            ISSUE: (self.tr("Uitreiken"), "ph.medal"),
            VERIFY: (self.tr("Nakijken"), "ph.shield-check"),
            KEYS: (self.tr("Sleutels"), "ph.key"),
        }
        self.places = FilterChips(
            [Filter(name, *words[name]) for name in self._panels],
            self,
            exclusive=True,
            name=self.tr("Wat wil je met badges?"),
        )
        self.places.changed.connect(self._place_chosen)
        self.places.setVisible(len(self._panels) > 1)
        self.top.addWidget(self.places)
        self.body.addWidget(self._stack, 1)
        self._issue_button = self.add_button(
            self.tr("&Badges uitreiken"), self._finish, primary=True, icon="ph.medal"
        )
        self._issue_button.setToolTip(self.tr("Uitreiken (Ctrl+Enter)"))
        if self.issue is not None:
            self.issue.state_changed.connect(self._fit)
            self.issue.done.connect(self._issued)
            self.issue.keys_asked.connect(self._go_keys)
            self.offer(PageKey.NEW, self.tr("Badges uitreiken"), self._go_issue)
            self.offer(PageKey.FINISH, self.tr("Badges uitreiken"), self._finish)
        if self.list is not None:
            self.list.issue_asked.connect(self._go_issue)
        self.verify.trust_asked.connect(self._trust)

    def open(self, target: Target) -> None:
        """What ``target.detail`` names; ``target.entity`` is whose badges are issued."""
        wanted = target.detail if target.detail in self._panels else next(iter(self._panels))
        self._detail = wanted
        self.places.set_value(frozenset({wanted}))
        panel = self._panels[wanted]
        self._stack.setCurrentWidget(panel)
        title = {
            LIST: self.tr("Badges"),
            ISSUE: self.tr("Badges uitreiken"),
            VERIFY: self.tr("Badge nakijken"),
            KEYS: self.tr("Sleutels en vertrouwen"),
        }
        about = {
            LIST: self.tr("Een bereikt niveau wordt een badge die van de student zelf is."),
            ISSUE: self.tr("Kies wie een badge krijgt, en kijk wat er meegaat."),
            VERIFY: self.tr("Is deze badge echt, en van wie komt hij?"),
            KEYS: self.tr("Waarmee jouw school badges ondertekent, en wie jullie geloven."),
        }
        self.set_title(title[wanted], about[wanted])
        self._load(target.entity)
        panel.setFocus()
        self._fit()

    @property
    def target(self) -> Target | None:
        """Where the page is."""
        return Target("badges", None, self._detail)

    def refresh(self, changes: Changes) -> None:
        """Load again when badges, keys, claims or trust changed."""
        if changes.touches("issued_badge", "badge_key", "trusted_issuer", "skill_claim", "student"):
            if self.issue is not None and self._detail == ISSUE:
                self.issue.reload()
            else:
                self._load()

    def clear(self) -> None:
        """Forget every name and every verdict."""
        for panel in (self.list, self.issue, self.verify, self.keys):
            if panel is not None:
                panel.clear()

    def _load(self, learner: UUID | None = None) -> None:
        if self._detail == ISSUE and self.issue is not None:
            self.issue.load(learner)
        elif self._detail == KEYS and self.keys is not None:
            self.keys.load()
        elif self._detail == VERIFY:
            self.verify.load()
        elif self.list is not None:
            self.list.load()

    def _fit(self) -> None:
        shown = self.issue is not None and self._stack.currentWidget() is self.issue
        self._issue_button.setVisible(shown)
        if self.issue is not None:
            self._issue_button.setEnabled(self.issue.can_issue)

    def _place_chosen(self) -> None:
        (name,) = self.places.value()
        self.open(Target("badges", None, str(name)))

    def _go_issue(self) -> None:
        self.open(Target("badges", None, ISSUE))

    def _go_keys(self) -> None:
        self.open(Target("badges", None, KEYS))

    def _finish(self) -> None:
        if self.issue is not None and self._stack.currentWidget() is self.issue:
            self.issue.finish()

    def _issued(self, badges: object) -> None:
        self.open(Target("badges", None, LIST))
        if self.list is not None and isinstance(badges, tuple):
            self.list.choose(badges)

    def _trust(self, name: str, issuer_id: str) -> None:
        if self.keys is not None:
            self.open(Target("badges", None, KEYS))
            self.keys.trust.begin(name, issuer_id)
