"""Tables of claims on life skills. All insert-only: who thinks again adds a verdict.

``learner_id`` is the student or the member of staff; exactly one of ``student_id`` and
``member_id`` repeats it, so that foreign keys hold and the audit log knows which student it is
about. As everywhere a table holds what may be counted or what may be read.
"""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.skills.rules import Observer, Verdict
from lob_workbench.storage.base import AUDITED, Base, Edited, Identified
from lob_workbench.storage.types import enum_text


def of_learner(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    """A reference to a record of the same learner."""
    return sa.ForeignKeyConstraint(
        [column, "learner_id"],
        [f"{parent}.id", f"{parent}.learner_id"],
        name=f"fk_{table}_of_{parent}",
        ondelete="CASCADE",
    )


def names_student() -> sa.CheckConstraint:
    """Of a student, or of nobody who is one."""
    return sa.CheckConstraint("student_id IS NULL OR student_id = learner_id", name="names_student")


class SkillSetRecord(Identified, Base):
    """One version of a set of the school's own; ``body`` is its TOML."""

    __tablename__ = "skill_set"
    __table_args__ = (
        sa.UniqueConstraint("set_id", "set_version"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    set_id: Mapped[str]
    set_version: Mapped[str]
    name: Mapped[str]
    body: Mapped[str]
    added_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    added_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class SkillRoute(Edited, Base):
    """A combination of skills with a name of its own; ``skills`` are ids with a space between."""

    __tablename__ = "skill_route"
    __table_args__ = ({"sqlite_strict": True, "info": AUDITED},)

    name: Mapped[str]
    set_id: Mapped[str]
    skills: Mapped[str]
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    retired_at: Mapped[datetime | None]


class SkillClaim(Identified, Base):
    """That somebody says a learner showed a behaviour. ``set_key`` tells in which set's words."""

    __tablename__ = "skill_claim"
    __table_args__ = (
        sa.CheckConstraint(
            "(student_id IS NULL) <> (member_id IS NULL) "
            "AND learner_id = coalesce(student_id, member_id)",
            name="one_learner",
        ),
        sa.Index("ix_skill_claim_learner_id", "learner_id", "id", unique=True),
        sa.Index("ix_skill_claim_learner_set", "learner_id", "set_key"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("student.id"))
    member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    set_key: Mapped[str]
    behaviour_id: Mapped[str]
    observer: Mapped[Observer] = mapped_column(enum_text(Observer, "observer"))
    observer_staff_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    seen_on: Mapped[date]
    recorded_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    recorded_at: Mapped[datetime]


class SkillClaimText(Base):
    """What a claim shows, and the name of who says so."""

    __tablename__ = "skill_claim_text"
    __table_args__ = (
        of_learner("skill_claim_text", "skill_claim", "claim_id"),
        names_student(),
        sa.Index("ix_skill_claim_text_learner", "learner_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    claim_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    observer_name: Mapped[str]
    evidence: Mapped[str]
    link: Mapped[str]


class SkillEvidence(Identified, Base):
    """A photo or a file beside a claim."""

    __tablename__ = "skill_evidence"
    __table_args__ = (
        of_learner("skill_evidence", "skill_claim", "claim_id"),
        names_student(),
        sa.Index("ix_skill_evidence_learner", "learner_id", "claim_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    claim_id: Mapped[UUID]
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    name: Mapped[str]
    media_type: Mapped[str]
    content: Mapped[bytes]


class SkillVerdict(Base):
    """What a second person said of a claim; the last one counts.

    ``observer_staff_id`` is who sat at the desk where it is that person's own word.
    """

    __tablename__ = "skill_verdict"
    __table_args__ = (
        of_learner("skill_verdict", "skill_claim", "claim_id"),
        names_student(),
        sa.Index("ix_skill_verdict_learner", "learner_id", "claim_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    claim_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    verdict: Mapped[Verdict] = mapped_column(enum_text(Verdict, "verdict"))
    observer: Mapped[Observer] = mapped_column(enum_text(Observer, "observer"))
    observer_staff_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    given_on: Mapped[date]
    recorded_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    recorded_at: Mapped[datetime]


class SkillVerdictText(Base):
    """The name of the second person, and what they add."""

    __tablename__ = "skill_verdict_text"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["claim_id", "number"],
            ["skill_verdict.claim_id", "skill_verdict.number"],
            name="fk_skill_verdict_text_of_skill_verdict",
            ondelete="CASCADE",
        ),
        of_learner("skill_verdict_text", "skill_claim", "claim_id"),
        names_student(),
        sa.Index("ix_skill_verdict_text_learner", "learner_id", "claim_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    claim_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    observer_name: Mapped[str]
    note: Mapped[str]
