"""Tables of what changed in students' enrolment through the years."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.storage.base import AUDITED, Base, Identified
from lob_workbench.storage.types import enum_text


class EnrolmentChange(Identified, Base):
    """One thing that changed of one student, from the day ``counts_from``. Never changes itself.

    ``deed_id`` is the same for all that one click changed. What takes a deed back is a deed too,
    whose rows name the other in ``undoes``: both stand here and are left out of the history.
    """

    __tablename__ = "enrolment_change"
    __table_args__ = (
        sa.Index("ix_enrolment_change_student_id", "student_id", "id", unique=True),
        sa.CheckConstraint("(part = 'left') = (destination IS NOT NULL)", name="left_somewhere"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    deed_id: Mapped[UUID]
    undoes: Mapped[UUID | None]
    counts_from: Mapped[date]
    part: Mapped[EnrolmentPart] = mapped_column(enum_text(EnrolmentPart, "part"))
    before: Mapped[str]
    after: Mapped[str]
    before_id: Mapped[UUID | None]
    """Of a class, team, programme or mentor: which one, whatever it is called by now."""
    after_id: Mapped[UUID | None]
    destination: Mapped[Destination | None] = mapped_column(enum_text(Destination, "destination"))
    made_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    made_at: Mapped[datetime]


class EnrolmentNote(Base):
    """The one line about a student who left: a word, so it is read with the dossier."""

    __tablename__ = "enrolment_note"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["change_id", "student_id"],
            ["enrolment_change.id", "enrolment_change.student_id"],
            name="fk_enrolment_note_of_enrolment_change",
            ondelete="CASCADE",
        ),
        sa.Index("ix_enrolment_note_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    change_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    text: Mapped[str]
