"""Tables of badges: keys and their sealed private part, what was issued, and whom we trust.

As everywhere a table holds what may be counted or what may be read; learners as in
``skills.records``.
"""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.features.badges.rules import KeyOrigin
from lob_workbench.skills.records import names_student, of_learner
from lob_workbench.storage.base import AUDITED, Base, Identified
from lob_workbench.storage.types import enum_text

_IN_USE = sa.text("retired_at IS NULL")
_STANDS = sa.text("revoked_at IS NULL")


class BadgeKey(Identified, Base):
    """A key that signs or signed badges: its public part, and under which name it signs.

    One is in use at a time. ``retired_at``: another took its place. ``revoked_at``: it fell into
    other hands, and nothing that it signed counts any more.
    """

    __tablename__ = "badge_key"
    __table_args__ = (
        sa.CheckConstraint("origin = 'own' OR retired_at IS NOT NULL", name="brought_retires"),
        sa.CheckConstraint("revoked_at IS NULL OR retired_at IS NOT NULL", name="revoked_retires"),
        sa.Index(
            "ix_badge_key_in_use",
            "origin",
            unique=True,
            sqlite_where=_IN_USE,
            postgresql_where=_IN_USE,
        ),
        {"sqlite_strict": True, "info": AUDITED},
    )

    public_key: Mapped[str] = mapped_column(unique=True)
    issuer_id: Mapped[str]
    issuer_name: Mapped[str]
    origin: Mapped[KeyOrigin] = mapped_column(enum_text(KeyOrigin, "origin"))
    created_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class BadgeKeySecret(Base):
    """The private part: at a school sealed with a passphrase; in a workbook that is itself shut."""

    __tablename__ = "badge_key_secret"
    __table_args__ = ({"sqlite_strict": True, "info": AUDITED},)

    key_id: Mapped[UUID] = mapped_column(sa.ForeignKey("badge_key.id"), primary_key=True)
    sealed: Mapped[bytes]


class IssuedBadgeRecord(Identified, Base):
    """That somebody has a badge. ``status_index``: its place in its key's list of revoked ones."""

    __tablename__ = "issued_badge"
    __table_args__ = (
        sa.CheckConstraint(
            "(student_id IS NULL) <> (member_id IS NULL) "
            "AND learner_id = coalesce(student_id, member_id)",
            name="one_learner",
        ),
        sa.CheckConstraint("level BETWEEN 1 AND 4", name="level"),
        sa.CheckConstraint("status_index BETWEEN 0 AND 131071", name="place"),
        sa.CheckConstraint(
            "(revoked_at IS NULL) = (revoked_by IS NULL)", name="revoked_by_somebody"
        ),
        sa.UniqueConstraint("key_id", "status_index"),
        sa.Index("ix_issued_badge_learner_id", "learner_id", "id", unique=True),
        sa.Index(
            "ix_issued_badge_stands",
            "learner_id",
            "set_key",
            "skill_id",
            "level",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        {"sqlite_strict": True, "info": AUDITED},
    )

    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("student.id"))
    member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    set_key: Mapped[str]
    skill_id: Mapped[str]
    level: Mapped[int]
    key_id: Mapped[UUID] = mapped_column(sa.ForeignKey("badge_key.id"))
    status_index: Mapped[int]
    issued_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    issued_at: Mapped[datetime]
    consent_on: Mapped[date]
    valid_until: Mapped[date | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))


class IssuedBadgeText(Base):
    """What is signed, in both forms, and why it was revoked."""

    __tablename__ = "issued_badge_text"
    __table_args__ = (
        of_learner("issued_badge_text", "issued_badge", "badge_id"),
        names_student(),
        sa.Index("ix_issued_badge_text_learner", "learner_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    badge_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    credential: Mapped[str]
    token: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class TrustedIssuerRecord(Identified, Base):
    """One key of somebody else whose badges we trust; ``source`` says where it was found.

    ``until``: from the day after, what it signs counts no more. ``ended_at``: trusted no more.
    """

    __tablename__ = "trusted_issuer"
    __table_args__ = ({"sqlite_strict": True, "info": AUDITED},)

    name: Mapped[str]
    issuer_id: Mapped[str]
    public_key: Mapped[str]
    source: Mapped[str]
    added_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    added_at: Mapped[datetime]
    until: Mapped[date | None]
    ended_at: Mapped[datetime | None]
