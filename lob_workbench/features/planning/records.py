"""Tables of norms, hours and free time. None of them is about a student."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.domain.career import ConversationKind
from lob_workbench.features.planning.rules_norms import Per
from lob_workbench.storage.base import Base, Edited, Identified
from lob_workbench.storage.types import enum_text


class TalkNorm(Edited, Base):
    """What a school changed in the norms; its id tells kind, programme and year (``Norm.id``)."""

    __tablename__ = "talk_norm"

    programme_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("programme.id"))
    study_year: Mapped[int | None]
    kind: Mapped[ConversationKind] = mapped_column(enum_text(ConversationKind, "kind"))
    times: Mapped[int]
    per: Mapped[Per] = mapped_column(enum_text(Per, "per"))
    minutes: Mapped[int | None]


class HoursBudget(Edited, Base):
    """What a school changed in the hours for placements, in minutes for a student and year."""

    __tablename__ = "hours_budget"

    programme_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("programme.id"))
    study_year: Mapped[int]
    minutes: Mapped[int]


class FreeSlot(Identified, Base):
    """Time that a counsellor keeps free for talks, on the clock at school."""

    __tablename__ = "free_slot"
    __table_args__ = (
        sa.Index("ix_free_slot_staff", "staff_id", "day"),
        {"sqlite_strict": True},
    )

    staff_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    on: Mapped[date] = mapped_column("day")
    starts_at: Mapped[str]
    ends_at: Mapped[str]
