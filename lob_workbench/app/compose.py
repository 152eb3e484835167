"""Puts the frame together for an open workbook or a school."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lob_workbench.app.away_offers import AwayOffers
from lob_workbench.app.daily_copies import DailyCopies
from lob_workbench.app.frame import Frame
from lob_workbench.app.keeping_watch import Watch
from lob_workbench.app.live_changes import LiveChanges
from lob_workbench.app.quick_capture import QuickCapture
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.school_warnings import SchoolWarnings
from lob_workbench.app.search_box import SearchBox
from lob_workbench.domain.contributions import Feature, Tone
from lob_workbench.ui.away import Away
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lob_workbench.app.session import Session


def compose(
    session: "Session | SchoolSession",
    jobs: Jobs,
    features: tuple[Feature, ...],
    place: str,
    parent: "QWidget",
) -> Frame:
    """The frame for an open workbook, with the context that its pages share."""
    navigator = Navigator()
    drafts = session.drafts if isinstance(session, SchoolSession) else None
    away = None if drafts is None else Away(drafts)
    context = PageContext(jobs, session.clock, session.actor, navigator, features, session, away)
    frame = Frame(context, place, parent)
    navigator.setParent(frame)
    capture = QuickCapture(context, frame)
    SearchBox(context, frame, capture)
    if away is not None:
        away.setParent(frame)
        AwayOffers(context, away, frame)
    if not isinstance(session, SchoolSession) and not session.temporary:
        DailyCopies(session, jobs, frame)
        Watch(session, jobs, frame)
    if isinstance(session, SchoolSession):
        if session.warnings:
            frame.notices.insertWidget(0, SchoolWarnings(session.warnings, frame))
        SchoolLine(session, jobs, frame, away)
    return frame


class SchoolLine(QObject):
    """Brings what others change to the pages, and says it when the line is gone.

    Belongs to ``frame`` and ends with it.
    """

    def __init__(self, session: SchoolSession, jobs: Jobs, frame: Frame, away: Away | None) -> None:
        super().__init__(frame)
        self._away = away
        self._frame = frame
        self._live = LiveChanges(session.engine, self)
        self._live.heard.connect(jobs.changed)
        self._live.line_changed.connect(self._show)
        frame.leaving.connect(self._live.stop)
        self._live.start()

    def _show(self, up: bool) -> None:
        chip = self._frame.top_bar.line_chip
        chip.setVisible(not up)
        if self._away is not None:
            self._away.set_line(up)
        if up:
            self._frame.navigator.say(self.tr("De verbinding met de school is er weer."), Tone.GOOD)
            return
        chip.set_state(self.tr("Geen verbinding"), Tone.ATTENTION, "ph.cloud-slash")
        words = self.tr("De verbinding met de school is weg. De werkbank probeert het opnieuw.")
        self._frame.navigator.say(words, Tone.ATTENTION)
