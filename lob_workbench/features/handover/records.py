"""Tables of handing over. A row may be counted; the words beside it may be read."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.features.handover.rules import HandoverStatus
from lob_workbench.storage.base import AUDITED, Base, Edited
from lob_workbench.storage.types import enum_text
from lob_workbench.talks.records import of_student


class Handover(Edited, Base):
    """That a counsellor wants a colleague to take a student over, and the answer.

    The name and group of that day stand here: the receiver cannot see the student before saying
    yes.
    """

    __tablename__ = "handover"
    __table_args__ = (
        sa.Index("ix_handover_student_id", "student_id", "id", unique=True),
        sa.Index("ix_handover_student", "student_id"),
        sa.Index("ix_handover_giver", "giver_id", "status"),
        sa.Index("ix_handover_receiver", "receiver_id", "status"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    student_name: Mapped[str]
    group_name: Mapped[str]
    giver_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    receiver_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    status: Mapped[HandoverStatus] = mapped_column(enum_text(HandoverStatus, "status"))
    proposed_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    text: Mapped["HandoverText"] = relationship(lazy="raise")


class HandoverText(Base):
    """What goes along with the student, in the giver's and the student's own words."""

    __tablename__ = "handover_text"
    __table_args__ = (
        of_student("handover_text", "handover", "handover_id"),
        sa.Index("ix_handover_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    handover_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    summary: Mapped[str]
    addition: Mapped[str]
    reply: Mapped[str]
