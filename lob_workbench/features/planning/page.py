"""*Planning*: who is behind on which day, the norms, and planning a whole group."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.planning.page_group import GroupPanel
from lob_workbench.features.planning.page_norms import NormsPanel
from lob_workbench.features.planning.page_overview import OverviewPanel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import Page, PageKey

NORMS, GROUP = "norms", "group"


class PlanningPage(Page):
    """Three places: the list, the norms (``norms``) and planning a group (``group``)."""

    help_topic = "planning"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, scroll=False)
        self._context = context
        actor = context.actor
        self._counts = actor.may(Right.COUNT_TALKS)
        self._plans = actor.may(Right.RECORD_TALKS)
        self._somebody = False
        self._stack = QStackedWidget(self)
        self.norms = NormsPanel(context, self)
        self.overview: OverviewPanel | None = None
        self.group: GroupPanel | None = None
        self._stack.addWidget(self.norms)
        if self._counts:
            self.overview = OverviewPanel(context, self)
            self.overview.told.connect(self._tell)
            self._stack.addWidget(self.overview)
        if self._plans:
            self.group = GroupPanel(context, self)
            self.group.state_changed.connect(self._show_buttons)
            self._stack.addWidget(self.group)
        self.body.addWidget(self._stack, 1)
        self._norms_button = self.add_button(
            self.tr("&Normen"), self._go_norms, icon="ph.sliders-horizontal"
        )
        self._back_button = self.add_button(self.tr("&Terug"), self._step_back)
        self._paper_button = self.add_button(
            self.tr("&Lijst (PDF)"), self._print, icon="ph.printer"
        )
        self._group_button = self.add_button(
            self.tr("&Groep plannen"), self._go_group, primary=True, icon="ph.calendar-plus"
        )
        self._propose_button = self.add_button(
            self.tr("&Voorstel maken"), self._propose, primary=True, icon="ph.magic-wand"
        )
        self._confirm_button = self.add_button(
            self.tr("Zo &plannen"), self._confirm, primary=True, icon="ph.check"
        )
        self._confirm_button.setToolTip(self.tr("Plannen (Ctrl+Enter)"))
        if self._plans:
            self.offer(PageKey.NEW, self.tr("Groep plannen"), self._go_group)
            self.offer(PageKey.FINISH, self.tr("Voorstel maken of plannen"), self._finish)
            self.offer(PageKey.PRINT, self.tr("Lijst als PDF"), self._print)

    def open(self, target: Target) -> None:
        """The list, or what ``target.detail`` names."""
        if target.detail == GROUP and self.group is not None:
            self._stack.setCurrentWidget(self.group)
            self.group.open()
        elif target.detail == NORMS or self.overview is None:
            self._stack.setCurrentWidget(self.norms)
            words = self.tr("Welke gesprekken bij welk leerjaar horen, en de uren voor stage.")
            self.set_title(self.tr("Normen"), words)
            self.norms.load()
        else:
            self._stack.setCurrentWidget(self.overview)
            self.set_title(self.tr("Planning"), " ")
            self.overview.load()
            self.overview.table.setFocus()
        self._show_buttons()

    def refresh(self, changes: Changes) -> None:
        """Load again when talks, appointments, students or norms changed."""
        shown = self._stack.currentWidget()
        if shown is self.norms:
            if changes.touches("norm"):
                self.norms.load()
        elif self.overview is not None and shown is self.overview:
            if changes.touches("conversation", "appointment", "student", "norm", "mentor"):
                self.overview.load()
        elif self.group is not None:
            self.group.refresh(changes)

    def clear(self) -> None:
        """Forget every name."""
        if self.overview is not None:
            self.overview.clear()
        if self.group is not None:
            self.group.clear()

    def _show_buttons(self) -> None:
        shown = self._stack.currentWidget()
        listed = shown is self.overview and self.overview is not None
        proposed = self.group is not None and shown is self.group and self.group.proposed
        written = self.group is not None and self.group.proposal.written
        self._norms_button.setVisible(listed)
        self._group_button.setVisible(listed and self._plans and self._somebody)
        self._back_button.setVisible(proposed)
        self._paper_button.setVisible(proposed)
        self._confirm_button.setVisible(proposed and not written)
        self._propose_button.setVisible(shown is self.group and self._plans and not proposed)
        if self.group is not None and shown is self.group:
            self._tell_step(self.group)
            self._propose_button.setEnabled(self.group.can_propose)
            self._confirm_button.setEnabled(self.group.can_confirm)
            self._paper_button.setEnabled(self.group.can_print)

    def _tell_step(self, group: GroupPanel) -> None:
        title = self.tr("Groep plannen")
        words = self.tr(
            "Kies wie je wilt spreken en wanneer jij kunt. Je krijgt eerst een voorstel."
        )
        if group.proposal.written:
            title = self.tr("Gepland")
            words = self.tr("De gesprekken staan in je agenda. Hang de lijst op of deel hem uit.")
        elif group.proposed:
            title = self.tr("Voorstel")
            words = self.tr("Er is nog niets gepland. Schuif, laat weg, en kies ‘Zo plannen’.")
        self.set_title(title, words)

    def _tell(self, words: str) -> None:
        if self._stack.currentWidget() is self.overview:
            self.set_title(self.tr("Planning"), words)
            self._somebody = bool(words)
            self._show_buttons()

    def _go_norms(self) -> None:
        self.navigate.emit(Target("planning", None, NORMS))

    def _go_group(self) -> None:
        self.navigate.emit(Target("planning", None, GROUP))

    def _step_back(self) -> None:
        if self.group is not None:
            self.group.step_back()

    def _propose(self) -> None:
        if self.group is not None:
            self.group.propose()

    def _confirm(self) -> None:
        if self.group is not None:
            self.group.confirm()

    def _finish(self) -> None:
        if self.group is not None and self._stack.currentWidget() is self.group:
            (self._confirm if self.group.proposed else self._propose)()

    def _print(self) -> None:
        if self.group is not None and self.group.proposed:
            self.group.print_list()
