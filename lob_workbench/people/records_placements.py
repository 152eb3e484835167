"""Tables of parents, companies and placements."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.people.rules_placements import Relation
from lob_workbench.storage.base import AUDITED, Base, Edited
from lob_workbench.storage.types import enum_text


class Guardian(Edited, Base):
    """A parent or somebody in that place, of one student."""

    __tablename__ = "guardian"
    __table_args__ = (
        sa.Index("ix_guardian_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    name: Mapped[str]
    relation: Mapped[Relation] = mapped_column(enum_text(Relation, "relation"))
    phone: Mapped[str]
    email: Mapped[str]
    consent_on: Mapped[date | None]
    until: Mapped[date | None]


class Company(Edited, Base):
    """A company where students learn at work. The same for all students."""

    __tablename__ = "company"
    __table_args__ = (sa.UniqueConstraint("name", "place"), {"sqlite_strict": True})

    name: Mapped[str]
    place: Mapped[str]


class Placement(Edited, Base):
    """A period of one student at a company, with the trainer there."""

    __tablename__ = "placement"
    __table_args__ = (
        sa.Index("ix_placement_student_id", "student_id", "id", unique=True),
        sa.Index("ix_placement_student", "student_id", "starts_on"),
        sa.Index("ix_placement_company", "company_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    company_id: Mapped[UUID] = mapped_column(sa.ForeignKey("company.id"))
    trainer: Mapped[str]
    trainer_email: Mapped[str]
    trainer_phone: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
