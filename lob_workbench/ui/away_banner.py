"""Offers, at the subject itself, the words of it that are on this laptop and not at the school."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
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

    compared = Signal(object)
    """The ``KeptCopy`` to lay beside what is on the screen; ``settle`` when somebody chose."""

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
        self.compare_button = Button(self.tr("Ver&gelijken"), self)
        self.undo_button = Button(self.tr("&Ongedaan maken"), self)
        self._other_words = False
        self._dropped: KeptCopy | None = None
        self.compare_button.clicked.connect(self._compare)
        self.undo_button.clicked.connect(self._put_back)
        self.use_button.clicked.connect(self._use)
        self.drop_button.clicked.connect(self._drop)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.compare_button)
        row.addWidget(self.use_button)
        row.addWidget(self.drop_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def look(
        self, screen: str, entity_id: UUID, content: str, *, other_words: bool = False
    ) -> None:
        """See what the laptop has of this subject; ``content`` is what is on the screen.

        With ``other_words`` the school has a draft too: then the two can be laid side by side.
        """
        self.hide()
        self._other_words, self._dropped = other_words, None
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
        self._offer(True)
        self.show()

    def forget_used(self) -> None:
        """What was taken over is told by ``settle``, and not by the next save."""
        self._used = None

    def settle(self, kept: KeptCopy) -> None:
        """Somebody chose between this copy and the other words: it is not to be offered again."""
        self._discard(kept)

    def _offer(self, offered: bool) -> None:
        """Show the buttons of a copy that is there, or those of one that was thrown away."""
        self.compare_button.setVisible(offered and self._other_words)
        self.use_button.setVisible(offered)
        self.drop_button.setVisible(offered)
        self.undo_button.setVisible(not offered)

    def _compare(self) -> None:
        if self._kept is not None:
            self.compared.emit(self._kept)

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
            self._discard(kept)
            self._dropped = kept
            self.set_text(self.tr("Het concept van deze laptop is weggegooid."))
            self._offer(False)
            self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        kept, self._dropped = self._dropped, None
        if kept is not None and self._away is not None and not self._context.jobs.stopped:
            self._kept = kept
            self._context.jobs.locally(
                self._away.drafts.put_back, kept, receiver=self, done="_take_put_back",
                failed="_complain",
            )  # fmt: skip

    def _take_put_back(self, _result: object) -> None:
        # Read again: the laptop keeps it at another place now.
        if self._key is not None:
            self.look(*self._key, self._content, other_words=self._other_words)
        self._tell_settled(None)

    def _complain(self, error: Exception) -> None:
        self._dropped, self._kept = self._kept, None
        self._context.navigator.complain(error)

    def _discard(self, kept: KeptCopy) -> None:
        if self._away is not None and not self._context.jobs.stopped:
            self._context.jobs.locally(
                self._away.drafts.discard, (kept,), receiver=self, done="_tell_settled",
                failed="_show_nothing",
            )  # fmt: skip

    def _tell_settled(self, _result: object) -> None:
        if self._away is not None:
            self._away.settled.emit()
