"""From laptop to school: brings a workbook to the shared database, as its owner's own login.

The workbook is only read (its own log notes that the dossiers were opened). Nothing that stands at
the school is overwritten. Every step may be cut off and done again.
"""

from collections.abc import Callable

from lob_workbench.app.features import FEATURES
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.session import Session
from lob_workbench.domain.contributions import Feature, contributed
from lob_workbench.domain.errors import InputRefused, NotAllowed
from lob_workbench.domain.moving import MoveReport
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

Progress = Callable[[int, int], object]
"""``(done, all)`` students, after each one."""

_SOMEBODY_ELSE = QT_TRANSLATE_NOOP(
    "errors",
    "Dit werkboek is van {owner} en jij bent ingelogd als {login}. Alleen wie zelf de gesprekken "
    "schreef, neemt ze mee. Ben jij dat, zeg het dan erbij.",
)


def _quiet(_done: int, _all: int) -> None:
    pass


def move_workbook(
    here: Session,
    there: SchoolSession,
    team: str = "",
    *,
    same_person: bool = False,
    progress: Progress = _quiet,
    features: tuple[Feature, ...] = FEATURES,
) -> MoveReport:
    """Bring what the school lacks of the workbook ``here``; slow, not on the GUI thread.

    ``team``: where students are proposed whose own team the school does not know. Raises
    ``InputRefused`` when owner and login have other names (unless ``same_person``) and for an
    unknown ``team``; ``NotAllowed`` for who is no counsellor in both; and what a connection raises.
    """
    from lob_workbench.features.arrivals.moving import introduce

    if not (here.actor.may(Right.RECORD_TALKS) and there.actor.may(Right.RECORD_TALKS)):
        raise NotAllowed
    if not same_person and fold(here.actor.name) != fold(there.actor.name):
        raise InputRefused(_SOMEBODY_ELSE, owner=here.actor.name, login=there.actor.name)
    introduced = introduce(here.work, there.work, team)
    reports = [introduced.report]
    moves = contributed(features, there.actor, "moves")
    for place, student in enumerate(introduced.students, start=1):
        reports.extend(move(here.work, there.work, student) for move in moves)
        progress(place, len(introduced.students))
    return MoveReport.together(reports)
