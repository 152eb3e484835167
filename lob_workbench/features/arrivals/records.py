"""Students that wait for a team leader's yes."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.base import AUDITED, Base, Identified


class StudentArrival(Identified, Base):
    """A student new to the school who comes along with a counsellor's workbook: name and number.

    ``id`` is the student's id in that workbook, so bringing it twice asks once.
    """

    __tablename__ = "student_arrival"
    __table_args__ = (
        sa.Index("ix_student_arrival_team", "team_id"),
        sa.Index("ix_student_arrival_proposed_by", "proposed_by"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    number: Mapped[str]
    first_name: Mapped[str]
    infix: Mapped[str]
    last_name: Mapped[str]
    team_id: Mapped[UUID] = mapped_column(sa.ForeignKey("team.id"))
    proposed_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    proposed_at: Mapped[datetime]
    answered_by: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    answered_at: Mapped[datetime | None]
    accepted: Mapped[bool | None]
