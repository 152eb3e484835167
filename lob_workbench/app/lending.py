"""Lending the laptop: what stands in the window meanwhile, and the line to the school under it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QGuiApplication

from lob_workbench.app.school_session import SchoolSession
from lob_workbench.ui.lent_view import LentContext, LentView, Loan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lob_workbench.app.session import Session
    from lob_workbench.ui.jobs import Jobs


def lend_out(
    loan: Loan, session: "Session | SchoolSession", jobs: "Jobs", parent: "QWidget"
) -> LentView:
    """The view for the one who gets the laptop. What the counsellor copied is not handed over."""
    _empty_clipboard()
    away = None
    if isinstance(session, SchoolSession) and session.drafts is not None:
        from lob_workbench.ui.away import Away

        away = Away(session.drafts)
    view = loan.view(LentContext(jobs, session.clock, away), loan.subject, parent)
    if isinstance(session, SchoolSession) and away is not None:
        from lob_workbench.app.live_changes import LiveChanges

        away.setParent(view)
        # Only whether the line is there: what others change at school is not for who sits here.
        live = LiveChanges(session.engine, view)
        live.line_changed.connect(away.set_line)
        view.leaving.connect(live.stop)
        live.start()
    return view


def _empty_clipboard() -> None:
    """Ctrl+V in a lent view would show what was copied out of another dossier."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
