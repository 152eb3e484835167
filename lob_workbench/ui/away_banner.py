"""Offers, at the subject itself, the words of it that are on this laptop and not at the school."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.ui.away import Away
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time, relative_date
from lob_workbench.ui.theme import space


class AwayBanner(Panel):
    """Hidden until ``look`` finds a copy with other words than ``content``."""

    used = Signal(object)
    """The ``KeptCopy`` to go on with; it is thrown away by ``discard_used`` once it is saved."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, tint="attention", icon="ph.laptop")
        self._context = context
        self._away: Away | None = context.away
        self._content = ""
        self._key: tuple[str, UUID] | None = None
        self._kept: KeptCopy | None = None
        self._used: KeptCopy | None = None
        self.use_button = Button(self.tr("&Dit concept gebruiken"), self)
        self.drop_button = Button(self.tr("&Weggooien"), self, kind=ButtonKind.QUIET)
        self.use_button.clicked.connect(self._use)
        self.drop_button.clicked.connect(self._drop)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.use_button)
        row.addWidget(self.drop_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def look(self, screen: str, entity_id: UUID, content: str) -> None:
        """See what the laptop has of this subject; ``content`` is what is on the screen."""
        self.hide()
        self._key, self._content, self._kept = (screen, entity_id), content, None
        if self._away is not None and not self._away.holds(self._key):
            self._context.jobs.locally(
                self._away.drafts.find, screen, entity_id, receiver=self, done="_show",
                failed="_show_nothing",
            )  # fmt: skip

    def discard_used(self) -> None:
        """The school has the words that were taken over."""
        used, self._used = self._used, None
        if used is not None:
            self._discard(used)

    def _show(self, copies: tuple[KeptCopy, ...]) -> None:
        other = [
            kept
            for kept in copies
            if kept.copy.key == self._key
            and kept.copy.content != self._content
            and kept != self._used
        ]
        if not other:
            return
        self._kept = other[-1]
        moment = local(self._kept.kept_at)
        when = relative_date(moment.date(), self._context.clock.today())
        text = self.tr(
            "Op deze laptop staat een ander concept, van {day} {time}. Je school heeft het niet."
        )
        self.set_text(text.format(day=when, time=format_time(moment.time())))
        self.show()

    def _show_nothing(self, _error: Exception) -> None:
        self.hide()

    def _use(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            self._used = kept
            self.hide()
            self.used.emit(kept)

    def _drop(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            self.hide()
            self._discard(kept)

    def _discard(self, kept: KeptCopy) -> None:
        if self._away is not None and not self._context.jobs.stopped:
            self._context.jobs.locally(
                self._away.drafts.discard, (kept,), receiver=self, done="_tell_settled",
                failed="_show_nothing",
            )  # fmt: skip

    def _tell_settled(self, _result: object) -> None:
        if self._away is not None:
            self._away.settled.emit()
