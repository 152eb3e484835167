"""Forms that went out, and the files that came back."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.base import AUDITED, Base, Identified
from lob_workbench.storage.types import enum_text
from lob_workbench.talks.records import of_student
from lob_workbench.talks.rules import Party


class IssuedForm(Identified, Base):
    """A form that went out for one party of one talk; the newest version is the one that counts.

    Of the own counsellor only: with ``key`` anybody could make a token that fits. Nothing of it
    changes but ``read_at``, once. ``talk_id`` is the id of the talk's draft.
    """

    __tablename__ = "issued_form"
    __table_args__ = (
        sa.UniqueConstraint("student_id", "talk_id", "party", "version"),
        sa.Index("ix_issued_form_student_id", "student_id", "id", unique=True),
        sa.Index("ix_issued_form_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    talk_id: Mapped[UUID]
    party: Mapped[Party] = mapped_column(enum_text(Party, "party"))
    version: Mapped[int]
    key: Mapped[bytes]
    expires_on: Mapped[date]
    issued_at: Mapped[datetime]
    issued_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    read_at: Mapped[datetime | None]


class FormFile(Base):
    """The file that came back, byte for byte. It holds a party's words: shut like any text."""

    __tablename__ = "form_file"
    __table_args__ = (
        of_student("form_file", "issued_form", "form_id"),
        sa.Index("ix_form_file_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    form_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    name: Mapped[str]
    content: Mapped[bytes]
    kept_at: Mapped[datetime]
