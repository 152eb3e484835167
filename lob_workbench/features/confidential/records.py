"""Restricted notes. On a school's server they lie in a schema that only the second line enters."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.base import AUDITED, Base, Identified


class ConfidentialNote(Identified, Base):
    """A note of class *vertrouwelijk* (DOMAIN.md). Insert-only; a correction ``replaces`` one."""

    __tablename__ = "confidential_note"
    __table_args__ = (
        sa.Index("ix_confidential_note_student", "student_id", "written_at"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    text: Mapped[str]
    written_at: Mapped[datetime]
    replaces: Mapped[UUID | None] = mapped_column(sa.ForeignKey("confidential_note.id"))


class ConfidentialMark(Base):
    """That a student has restricted notes; all that a counsellor may know of them."""

    __tablename__ = "confidential_mark"
    __table_args__ = {"sqlite_strict": True, "info": AUDITED}

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"), primary_key=True)
