"""Signing one badge and writing it down; whose it may be is decided by who calls this."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.content.skills import SkillSet
from lob_workbench.credentials.issuing import issue
from lob_workbench.credentials.pictures import BadgePicture
from lob_workbench.credentials.statements import Evidence
from lob_workbench.domain.errors import StaleSave
from lob_workbench.features.badges.drawn import small_picture
from lob_workbench.features.badges.keeping import OpenKey
from lob_workbench.features.badges.records import IssuedBadgeRecord, IssuedBadgeText
from lob_workbench.features.badges.rules import BadgeTitle
from lob_workbench.features.badges.statement import Owner, achievement_of, statement_of
from lob_workbench.skills.access import columns_of
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.storage.unit_of_work import UnitOfWork

BADGES = "issued_badge"
"""The kind of ``Changes`` of badges."""


@dataclass(frozen=True, slots=True)
class BadgeToWrite:
    """One badge as it will be signed and kept."""

    id: UUID
    learner: Learner
    email: str
    title: BadgeTitle
    place: int
    salt: str
    issued_at: datetime
    valid_until: date | None
    evidence: tuple[Evidence, ...]


def write_badge(
    work: UnitOfWork, badge: BadgeToWrite, skill_set: SkillSet, opened: OpenKey
) -> None:
    """Sign it and write it, by the actor.

    Raises ``InputRefused`` for what no badge can hold, and ``StaleSave`` where the same badge or
    the same place was taken at another desk at the same moment.
    """
    learner, title, key = badge.learner, badge.title, opened.view
    picture = BadgePicture(title.skill, title.level, title.level_name, key.issuer_name)
    made = issue(
        statement_of(
            badge.id,
            key,
            badge.place,
            Owner(learner.id, learner.name, badge.email),
            replace(achievement_of(key, skill_set, title), image=small_picture(picture)),
            badge.salt,
            badge.issued_at,
            badge.valid_until,
            badge.evidence,
        ),
        opened.signing,
        badge.issued_at,
    )
    work.session.add(
        IssuedBadgeRecord(
            id=badge.id,
            **columns_of(learner),
            set_key=title.set_key,
            skill_id=title.skill_id,
            level=title.level,
            key_id=key.id,
            status_index=badge.place,
            issued_by=work.actor.staff_id,
            issued_at=badge.issued_at,
            consent_on=work.clock.today(),
            valid_until=badge.valid_until,
        )
    )
    try:
        work.session.flush()
    except IntegrityError:
        raise StaleSave from None
    work.session.add(
        IssuedBadgeText(
            badge_id=badge.id,
            learner_id=learner.id,
            student_id=learner.id if learner.kind is LearnerKind.STUDENT else None,
            credential=made.json.decode(),
            token=made.jwt,
        )
    )
    work.session.flush()
