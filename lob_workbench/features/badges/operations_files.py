"""Use cases of taking badges along: what is signed in them, and accounts for edubadges."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.files import Account
from lob_workbench.features.badges.rules import BadgeFile, BadgeView
from lob_workbench.people.school import read_school
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork

_NO_MAIL = QT_TRANSLATE_NOOP(
    "errors", "Zonder mailadres kan edubadges niets geven. Het ontbreekt bij {count} van hen."
)


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """Badges with what is signed in them, and the logo for their annexes."""

    badges: tuple[BadgeFile, ...]
    logo: bytes | None


@operation(Right.ISSUE_BADGES)
def read_files(work: UnitOfWork, wanted: Sequence[BadgeView]) -> TakenAlong:
    """What is signed in these badges; the dossiers are opened for it.

    Raises ``NotFound`` when one of them may not be read.
    """
    return TakenAlong(_files(work, wanted), read_school(work).logo)


@operation(Right.ISSUE_BADGES)
def read_accounts(
    work: UnitOfWork, wanted: Sequence[BadgeView], domain: str = ""
) -> tuple[tuple[BadgeFile, Account], ...]:
    """The same, with their owners as edubadges knows them.

    The login at the school is the student number at ``domain``, or the e-mail address without one.
    Raises ``InputRefused`` where somebody has no address.
    """
    files = _files(work, wanted)
    emails = queries.emails_of(work, {one.view.learner.id for one in files})
    missing = {one.view.learner.id for one in files} - emails.keys()
    if missing:
        raise InputRefused(_NO_MAIL, count=len(missing))
    place = clean_line(domain).lstrip("@")
    return tuple(
        (
            one,
            Account(
                emails[one.view.learner.id],
                f"{one.view.learner.number}@{place}" if place else emails[one.view.learner.id],
            ),
        )
        for one in files
    )


def _files(work: UnitOfWork, wanted: Sequence[BadgeView]) -> tuple[BadgeFile, ...]:
    for student in _students(wanted):
        open_dossier(work, student)
    texts = queries.texts_of(work, [one.id for one in wanted])
    if any(one.id not in texts for one in wanted):
        raise NotFound
    return tuple(
        BadgeFile(
            one,
            texts[one.id].credential,
            texts[one.id].token,
            texts[one.id].reason,
        )
        for one in wanted
    )


def _students(wanted: Sequence[BadgeView]) -> set[UUID]:
    return {one.learner.id for one in wanted if one.learner.kind is LearnerKind.STUDENT}
