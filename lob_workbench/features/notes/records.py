"""Tables of notes."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.features.notes.rules import DOSSIER_KINDS
from lob_workbench.storage.base import AUDITED, Base, Edited, Identified


class DossierNote(Identified, Base):
    """A note of the dossier. Its words never change; on its own day it may be taken back."""

    __tablename__ = "dossier_note"
    __table_args__ = (
        sa.Index("ix_dossier_note_student", "student_id", "written_at"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    kind: Mapped[str] = mapped_column(
        sa.Enum(
            *(kind.value for kind in DOSSIER_KINDS),
            name="kind",
            native_enum=False,
            create_constraint=True,
            length=40,
        )
    )
    text: Mapped[str]
    written_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class WorkingNote(Edited, Base):
    """A working note: its writer's own. Like a draft it is in no log (docs/threat-model.md)."""

    __tablename__ = "working_note"
    __table_args__ = (
        sa.Index("ix_working_note_author", "author_id", "student_id"),
        sa.Index("ix_working_note_student", "student_id", "author_id"),
        {"sqlite_strict": True},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    text: Mapped[str]
    written_at: Mapped[datetime]
