"""The table of parents' evenings. Who comes when stands in the appointments."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.base import Base, Edited


class ParentsEvening(Edited, Base):
    """An evening on which parents come to school. It is the school's, not of one student."""

    __tablename__ = "parents_evening"
    __table_args__ = (
        sa.Index("ix_parents_evening_made_by", "made_by"),
        {"sqlite_strict": True},
    )

    name: Mapped[str]
    on: Mapped[date] = mapped_column("day")
    starts_at: Mapped[str]
    ends_at: Mapped[str]
    minutes: Mapped[int]
    made_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
