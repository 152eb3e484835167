"""Tables of what students prepared. Insert-only: a trigger refuses every update."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.storage.base import AUDITED, Base, Identified
from lob_workbench.talks.records import of_student


class StudentPreparationRecord(Identified, Base):
    """That a student prepared for a talk; ``author_id`` is who lent the laptop."""

    __tablename__ = "student_preparation"
    __table_args__ = (
        sa.Index("ix_student_preparation_student_id", "student_id", "id", unique=True),
        sa.Index("ix_student_preparation_student", "student_id", "submitted_at"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    submitted_at: Mapped[datetime]
    answers: Mapped[list["StudentPreparationAnswer"]] = relationship(lazy="raise")


class StudentPreparationAnswer(Base):
    """One answer, with the question as it was asked."""

    __tablename__ = "student_preparation_answer"
    __table_args__ = (
        of_student("student_preparation_answer", "student_preparation", "preparation_id"),
        sa.Index("ix_student_preparation_answer_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    preparation_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    question_id: Mapped[str]
    question_text: Mapped[str]
    answer: Mapped[str]
