"""Tables of agreements on life skills, of a student, a member of staff or a team."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.skills.records import names_student, of_learner
from lob_workbench.skills.rules_goals import GoalStatus, SlotProgress
from lob_workbench.storage.base import AUDITED, Base, Edited
from lob_workbench.storage.types import enum_text


class SkillGoal(Edited, Base):
    """An agreement: which skill, to which level. ``learner_id`` repeats one of the three."""

    __tablename__ = "skill_goal"
    __table_args__ = (
        sa.CheckConstraint(
            "(CASE WHEN student_id IS NULL THEN 0 ELSE 1 END) "
            "+ (CASE WHEN member_id IS NULL THEN 0 ELSE 1 END) "
            "+ (CASE WHEN team_id IS NULL THEN 0 ELSE 1 END) = 1 "
            "AND learner_id = coalesce(student_id, member_id, team_id)",
            name="one_learner",
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name="level"),
        sa.Index("ix_skill_goal_learner_id", "learner_id", "id", unique=True),
        {"sqlite_strict": True, "info": AUDITED},
    )

    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("student.id"))
    member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    team_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("team.id"))
    set_key: Mapped[str]
    skill_id: Mapped[str]
    level: Mapped[int]
    made_on: Mapped[date]
    made_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    status: Mapped[GoalStatus] = mapped_column(enum_text(GoalStatus, "status"))


class SkillGoalText(Base):
    """What is done, and who helps."""

    __tablename__ = "skill_goal_text"
    __table_args__ = (
        of_learner("skill_goal_text", "skill_goal", "goal_id"),
        names_student(),
        sa.Index("ix_skill_goal_text_learner", "learner_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    goal_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    action: Mapped[str]
    helper: Mapped[str]


class SkillGoalSlot(Base):
    """A period within an agreement, and how far it came."""

    __tablename__ = "skill_goal_slot"
    __table_args__ = (
        of_learner("skill_goal_slot", "skill_goal", "goal_id"),
        names_student(),
        sa.CheckConstraint("ends_on >= starts_on", name="forward"),
        sa.Index("ix_skill_goal_slot_learner", "learner_id", "goal_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    goal_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    progress: Mapped[SlotProgress] = mapped_column(enum_text(SlotProgress, "progress"))


class SkillGoalSlotText(Base):
    """What happens in a period."""

    __tablename__ = "skill_goal_slot_text"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["goal_id", "number"],
            ["skill_goal_slot.goal_id", "skill_goal_slot.number"],
            name="fk_skill_goal_slot_text_of_skill_goal_slot",
            ondelete="CASCADE",
        ),
        of_learner("skill_goal_slot_text", "skill_goal", "goal_id"),
        names_student(),
        sa.Index("ix_skill_goal_slot_text_learner", "learner_id", "goal_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    goal_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    student_id: Mapped[UUID | None]
    plan: Mapped[str]
