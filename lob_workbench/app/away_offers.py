"""Says above every page that the laptop has words that the school does not have."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.app.frame import Frame
from lob_workbench.domain.contributions import contributed
from lob_workbench.domain.draft_copy import AwayFindings, AwayOffer, KeptCopy
from lob_workbench.domain.operation import Work
from lob_workbench.ui.away import Away
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.theme import space

_MOST = 3


class AwayOffers(QWidget):
    """Hidden as long as there is nothing to offer."""

    def __init__(self, context: PageContext, away: Away, frame: Frame) -> None:
        super().__init__(frame)
        self._context = context
        self._away = away
        self._frame = frame
        self._found: list[AwayOffer] = []
        self._sources = contributed(context.features, context.actor, "away")
        self._panel = Panel("", self, tint="attention", icon="ph.laptop")
        self._row = QHBoxLayout()
        self._row.setSpacing(space(2))
        self._panel.body.addLayout(self._row)
        self.buttons: list[Button] = []
        self.offers: list[AwayOffer] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(3), space(6), 0)
        column.addWidget(self._panel)
        frame.notices.addWidget(self)
        self.hide()
        away.settled.connect(self.look)
        away.line_changed.connect(self._hear_line)
        frame.title_changed.connect(self._arrive)
        # After the first page asked for what it shows.
        QTimer.singleShot(0, self, self.look)

    @property
    def words(self) -> str:
        """What it says."""
        return self._panel.words.text()

    def look(self) -> None:
        """See again what there is to offer."""
        jobs = self._context.jobs
        if not jobs.stopped and self._sources:
            jobs.locally(self._away.drafts.all, receiver=self, done="_compare", failed="_leave_it")

    def _hear_line(self, up: bool) -> None:
        if up:
            self.look()

    def _compare(self, copies: tuple[KeptCopy, ...]) -> None:
        free = tuple(kept for kept in copies if not self._away.holds(kept.copy.key))
        if not free:
            self._show([])
        elif not self._context.jobs.stopped:
            self._context.jobs.run(
                _find, self._sources, free, receiver=self, done="_take", failed="_leave_it"
            )

    def _take(self, findings: AwayFindings) -> None:
        if findings.known and not self._context.jobs.stopped:
            self._context.jobs.locally(
                self._away.drafts.discard, findings.known, receiver=self, failed="_leave_it"
            )
        self._show([o for o in findings.offers if not self._away.holds(o.kept.copy.key)])

    def _leave_it(self, _error: Exception) -> None:
        """The line is gone again, or the disk is: it is looked at when the line is back."""

    def _arrive(self, _title: str) -> None:
        """Another page is in sight."""
        self._show(self._found)

    def _is_in_sight(self, offer: AwayOffer) -> bool:
        """Whether its own page is there, which offers it itself."""
        return self._frame.target == offer.target

    def _show(self, offers: list[AwayOffer]) -> None:
        self._found = offers
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        while self._row.takeAt(0) is not None:
            pass
        self.buttons = []
        targets = {offer.target: offer for offer in offers if not self._is_in_sight(offer)}
        self.offers = list(targets.values())
        for offer in self.offers[:_MOST]:
            button = Button(offer.student_name, self._panel, icon="ph.arrow-right")
            button.setAccessibleName(
                self.tr("Concept van {name} bekijken").format(name=offer.student_name)
            )
            button.clicked.connect(self._go)
            self.buttons.append(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        count = len(self.offers)
        if count == 1:
            words = self.tr(
                "Op deze laptop staat een concept dat je school nog niet heeft. Bekijk het hier:"
            )
        else:
            words = self.tr(
                "Op deze laptop staan {count} concepten die je school nog niet heeft. "
                "Bekijk ze hier:"
            ).format(count=count)
        self._panel.set_text(words)
        self.setVisible(count > 0)

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self.buttons:
            self._context.navigator.go(self.offers[self.buttons.index(button)].target)


def _find(work: Work, sources: tuple[object, ...], copies: tuple[KeptCopy, ...]) -> AwayFindings:
    """What every feature says of the copies."""
    found = [source(work, copies) for source in sources]  # type: ignore[operator]
    return AwayFindings(
        tuple(offer for each in found for offer in each.offers),
        tuple(kept for each in found for kept in each.known),
    )
