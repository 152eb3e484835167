"""Reading keys, badges and whom we trust; ``skills.access`` decides which rows."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.errors import NotFound
from lob_workbench.features.badges.records import (
    BadgeKey,
    BadgeKeySecret,
    IssuedBadgeRecord,
    IssuedBadgeText,
    TrustedIssuerRecord,
)
from lob_workbench.features.badges.rules import BadgeTitle, BadgeView, KeyView, SealedKey, title_of
from lob_workbench.features.badges.rules_trust import TrustView
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.access import readable, seen
from lob_workbench.skills.queries import get_learner, list_learners, list_members
from lob_workbench.skills.queries_sets import get_set
from lob_workbench.skills.records import SkillClaim, SkillVerdict
from lob_workbench.skills.rules import Learner, Observer, Verdict
from lob_workbench.storage.unit_of_work import UnitOfWork


def list_keys(work: UnitOfWork) -> tuple[KeyView, ...]:
    """All keys of this store, the newest first."""
    query = (
        sa.select(BadgeKey, StaffMember.name)
        .join(StaffMember, StaffMember.id == BadgeKey.created_by)
        .order_by(BadgeKey.created_at.desc(), BadgeKey.id.desc())
    )
    return tuple(_key(record, name) for record, name in work.session.execute(query))


def key_in_use(work: UnitOfWork) -> KeyView | None:
    """The key that signs now, if there is one."""
    return next((key for key in list_keys(work) if key.retired_at is None), None)


def get_key(work: UnitOfWork, key_id: UUID) -> BadgeKey:
    """The record of a key; raises ``NotFound``."""
    record = work.session.get(BadgeKey, key_id)
    if record is None:
        raise NotFound
    return record


def sealed_key(work: UnitOfWork, key_id: UUID) -> SealedKey:
    """A key with its private part as it is kept; raises ``NotFound`` when there is none."""
    sealed = work.session.scalar(
        sa.select(BadgeKeySecret.sealed).where(BadgeKeySecret.key_id == key_id)
    )
    view = next((key for key in list_keys(work) if key.id == key_id), None)
    if sealed is None or view is None:
        raise NotFound
    return SealedKey(view, sealed)


def places_of(work: UnitOfWork, key_id: UUID) -> dict[int, bool]:
    """The places in the list of this key that are given, and whether that badge is revoked.

    Of all badges, also those of learners that the actor may not see: numbers and nothing else.
    """
    if work.shared:
        query = sa.text("SELECT place, revoked FROM lob.badge_places(:key)")
        return {row[0]: row[1] for row in work.session.execute(query, {"key": key_id})}
    stands: Any = sa.select(IssuedBadgeRecord.status_index, IssuedBadgeRecord.revoked_at).where(
        IssuedBadgeRecord.key_id == key_id
    )
    return {place: gone is not None for place, gone in work.session.execute(stands)}


def list_badges(work: UnitOfWork, learner_id: UUID | None = None) -> tuple[BadgeView, ...]:
    """The badges of the learners whom the actor sees, or of one of them; the newest first."""
    query = (
        sa.select(IssuedBadgeRecord, BadgeKey.revoked_at, BadgeKey.issuer_name, StaffMember.name)
        .join(BadgeKey, BadgeKey.id == IssuedBadgeRecord.key_id)
        .outerjoin(StaffMember, StaffMember.id == IssuedBadgeRecord.issued_by)
        .where(seen(work, IssuedBadgeRecord.learner_id))
        .order_by(IssuedBadgeRecord.issued_at.desc(), IssuedBadgeRecord.id.desc())
    )
    if learner_id is not None:
        query = query.where(IssuedBadgeRecord.learner_id == learner_id)
    rows = work.session.execute(query).all()
    if not rows:
        return ()
    people = everybody(work) if learner_id is None else (get_learner(work, learner_id),)
    learners = {one.id: one for one in people}
    titles = Titles(work)
    return tuple(
        BadgeView(
            id=record.id,
            learner=learners[record.learner_id],
            title=titles.of(record.set_key, record.skill_id, record.level),
            key_id=record.key_id,
            status_index=record.status_index,
            issued_at=record.issued_at,
            valid_until=record.valid_until,
            revoked_at=record.revoked_at,
            key_revoked=key_revoked is not None,
            issuer_name=issuer,
            issued_by=name or "",
        )
        for record, key_revoked, issuer, name in rows
        if record.learner_id in learners
    )


def everybody(work: UnitOfWork) -> tuple[Learner, ...]:
    """All learners whom the actor sees: students first."""
    return (*list_learners(work, StudentFilter()), *list_members(work))


def get_badge(work: UnitOfWork, badge_id: UUID) -> IssuedBadgeRecord:
    """The record of a badge of a learner whom the actor sees; raises ``NotFound``."""
    query = sa.select(IssuedBadgeRecord).where(
        IssuedBadgeRecord.id == badge_id, seen(work, IssuedBadgeRecord.learner_id)
    )
    record = work.session.scalars(query).one_or_none()
    if record is None:
        raise NotFound
    return record


def standing_badge(
    work: UnitOfWork, learner_id: UUID, set_key: str, skill_id: str, level: int
) -> IssuedBadgeRecord | None:
    """The badge that was issued for that level and not revoked since."""
    return work.session.scalars(
        sa.select(IssuedBadgeRecord).where(
            IssuedBadgeRecord.learner_id == learner_id,
            IssuedBadgeRecord.set_key == set_key,
            IssuedBadgeRecord.skill_id == skill_id,
            IssuedBadgeRecord.level == level,
            IssuedBadgeRecord.revoked_at.is_(None),
        )
    ).one_or_none()


def having(work: UnitOfWork, set_key: str, today: date) -> frozenset[tuple[UUID, str, int]]:
    """(learner, skill, level) of the badges in a set that still count."""
    query = (
        sa.select(IssuedBadgeRecord.learner_id, IssuedBadgeRecord.skill_id, IssuedBadgeRecord.level)
        .join(BadgeKey, BadgeKey.id == IssuedBadgeRecord.key_id)
        .where(
            seen(work, IssuedBadgeRecord.learner_id),
            IssuedBadgeRecord.set_key == set_key,
            IssuedBadgeRecord.revoked_at.is_(None),
            sa.or_(IssuedBadgeRecord.valid_until.is_(None), IssuedBadgeRecord.valid_until >= today),
            BadgeKey.revoked_at.is_(None),
        )
    )
    return frozenset((row[0], row[1], row[2]) for row in work.session.execute(query))


def texts_of(work: UnitOfWork, badges: Collection[UUID]) -> dict[UUID, IssuedBadgeText]:
    """What is signed in these badges; open the dossiers first."""
    query = sa.select(IssuedBadgeText).where(
        IssuedBadgeText.badge_id.in_(badges), readable(work, IssuedBadgeText.learner_id)
    )
    return {text.badge_id: text for text in work.session.scalars(query)}


def emails_of(work: UnitOfWork, learners: Collection[UUID]) -> dict[UUID, str]:
    """The e-mail addresses of students; a member of staff has none here."""
    query = sa.select(Student.id, Student.email).where(Student.id.in_(learners))
    return {id_: email for id_, email in work.session.execute(query) if email}


def confirmed_on(
    work: UnitOfWork, learner_id: UUID, set_key: str
) -> dict[str, tuple[Observer, date]]:
    """As what and when each behaviour of a learner was first confirmed. No words are read."""
    query = (
        sa.select(
            SkillClaim.id,
            SkillClaim.behaviour_id,
            SkillVerdict.verdict,
            SkillVerdict.observer,
            SkillVerdict.given_on,
        )
        .join(
            SkillVerdict,
            sa.and_(
                SkillVerdict.learner_id == SkillClaim.learner_id,
                SkillVerdict.claim_id == SkillClaim.id,
            ),
        )
        .where(
            SkillClaim.learner_id == learner_id,
            SkillClaim.set_key == set_key,
            seen(work, SkillClaim.learner_id),
        )
        .order_by(SkillClaim.id, SkillVerdict.number)
    )
    last: dict[UUID, tuple[str, Verdict, Observer, date]] = {}
    for claim, behaviour, verdict, observer, day in work.session.execute(query):
        last[claim] = (behaviour, verdict, observer, day)
    found: dict[str, tuple[Observer, date]] = {}
    for behaviour, verdict, observer, day in last.values():
        if verdict is Verdict.CONFIRMED and day < found.get(behaviour, (observer, date.max))[1]:
            found[behaviour] = (observer, day)
    return found


class Titles:
    """Names of badges, each set read once. A set that is gone leaves its ids for names."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._sets: dict[str, SkillSet | None] = {}

    def set_of(self, set_key: str) -> SkillSet | None:
        """The set, if it is here."""
        if set_key not in self._sets:
            try:
                self._sets[set_key] = get_set(self._work, set_key)
            except NotFound:
                self._sets[set_key] = None
        return self._sets[set_key]

    def of(self, set_key: str, skill_id: str, level: int) -> BadgeTitle:
        """The name of one badge."""
        found = self.set_of(set_key)
        if found is not None and skill_id in found.skill_ids:
            return title_of(found, skill_id, level)
        return BadgeTitle(set_key, skill_id, level, skill_id, "", set_key)


def _key(record: BadgeKey, name: str) -> KeyView:
    return KeyView(
        id=record.id,
        public_key=record.public_key,
        issuer_id=record.issuer_id,
        issuer_name=record.issuer_name,
        origin=record.origin,
        created_by=name,
        created_at=record.created_at,
        retired_at=record.retired_at,
        revoked_at=record.revoked_at,
    )


def trusted_issuers(work: UnitOfWork) -> tuple[TrustView, ...]:
    """All keys of others, also those that are trusted no more."""
    query = (
        sa.select(TrustedIssuerRecord, StaffMember.name)
        .join(StaffMember, StaffMember.id == TrustedIssuerRecord.added_by)
        .order_by(TrustedIssuerRecord.name, TrustedIssuerRecord.id)
    )
    return tuple(
        TrustView(
            record.id,
            record.name,
            record.issuer_id,
            record.public_key,
            record.source,
            name,
            record.added_at,
            record.until,
            record.ended_at,
        )
        for record, name in work.session.execute(query)
    )
