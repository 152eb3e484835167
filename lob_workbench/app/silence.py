"""A school's server that says nothing does not keep the window from locking or closing."""

from typing import TYPE_CHECKING, Final

from lob_workbench.app.school_session import SchoolSession
from lob_workbench.ui.jobs import Jobs

if TYPE_CHECKING:
    from lob_workbench.app.session import Session

_PATIENCE_MS: Final = 2_000


def cut_when_silent(session: "Session | SchoolSession | None", jobs: Jobs | None) -> bool:
    """Whether a school did not answer in time; its lines are cut then. Never so for a workbook.

    Ask when what was typed is on a disk already: what waits for the school is left behind.
    """
    if not isinstance(session, SchoolSession) or jobs is None or jobs.wait(_PATIENCE_MS):
        return False
    session.cut()
    return True
