"""Tables of students, staff and the school they belong to."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.domain.rights import Role
from lob_workbench.people.rules import Gender, GrantKind, LearningRoute
from lob_workbench.storage.base import AUDITED, Base, Edited, Identified
from lob_workbench.storage.types import enum_text, sortable_text


class Team(Identified, Base):
    """A team of teachers."""

    __tablename__ = "team"

    name: Mapped[str] = mapped_column(unique=True)


class Programme(Identified, Base):
    """A qualification (*opleiding*), known by crebo or, without one, by its name."""

    __tablename__ = "programme"
    __table_args__ = (sa.UniqueConstraint("name", "crebo", "level"), {"sqlite_strict": True})

    name: Mapped[str]
    crebo: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")


class StudentGroup(Identified, Base):
    """A class (*klas, stamgroep*)."""

    __tablename__ = "student_group"

    name: Mapped[str] = mapped_column(unique=True)


class StaffMember(Edited, Base):
    """Somebody who works at the school. ``is_owner`` marks whose workbook this is.

    ``login`` is the name at a school's server, where all access is derived from it; it works
    up to and including ``active_until``. Both are empty in a workbook on a laptop.
    """

    __tablename__ = "staff_member"
    __table_args__ = (
        sa.Index("ix_staff_member_login", "login", unique=True),
        {"sqlite_strict": True, "info": AUDITED},
    )

    name: Mapped[str]
    list_name: Mapped[str | None] = mapped_column(unique=True)
    is_owner: Mapped[bool] = mapped_column(default=False)
    login: Mapped[str | None]
    active_until: Mapped[date | None]
    roles: Mapped[list["StaffRole"]] = relationship(
        lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )


class StaffRole(Base):
    """One role of one member of staff."""

    __tablename__ = "staff_role"
    __table_args__ = {"sqlite_strict": True, "info": AUDITED}

    staff_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("staff_member.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Role] = mapped_column(enum_text(Role, "role"), primary_key=True)


class TeamMember(Base):
    """Who belongs to a team. A team leader sees names and dates of the students of it."""

    __tablename__ = "team_member"
    __table_args__ = {"sqlite_strict": True, "info": AUDITED}

    team_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("team.id", ondelete="CASCADE"), primary_key=True
    )
    staff_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("staff_member.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Student(Edited, Base):
    """A student. The name's folded forms are kept beside it for sorting and finding."""

    __tablename__ = "student"
    __table_args__ = (
        sa.Index("ix_student_counsellor_sort", "counsellor_id", "sort_key", "id", "left_on"),
        sa.Index("ix_student_team", "team_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    number: Mapped[str] = mapped_column(unique=True)
    first_name: Mapped[str]
    infix: Mapped[str] = mapped_column(default="")
    last_name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(sortable_text())
    birth_date: Mapped[date | None]
    gender: Mapped[Gender | None] = mapped_column(enum_text(Gender, "gender"))
    email: Mapped[str] = mapped_column(default="")
    programme_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("programme.id"))
    group_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("student_group.id"))
    team_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("team.id"))
    counsellor_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    learning_route: Mapped[LearningRoute | None] = mapped_column(
        enum_text(LearningRoute, "learning_route")
    )
    study_year: Mapped[int | None]
    start_date: Mapped[date | None]
    expected_end_date: Mapped[date | None]
    left_on: Mapped[date | None]
    """From this day no longer at school (``people.access.at_school``); ``None``: still there."""


class StudentWord(Base):
    """A folded word by which a student is found while typing (see ``domain.text.search_words``)."""

    __tablename__ = "student_word"

    word: Mapped[str] = mapped_column(sortable_text(), primary_key=True)
    student_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("student.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class AccessGrant(Identified, Base):
    """Somebody who may read along with a student beside the counsellor (``people.access``).

    Until ``until`` (that day included; ``None``: until it is ended), unless ended before.
    """

    __tablename__ = "access_grant"
    __table_args__ = (
        sa.Index("ix_access_grant_student", "student_id"),
        sa.Index("ix_access_grant_staff", "staff_id", "student_id"),
        sa.Index("ix_access_grant_granted_by", "granted_by"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    staff_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    kind: Mapped[GrantKind] = mapped_column(enum_text(GrantKind, "kind"))
    reason: Mapped[str]
    granted_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    granted_at: Mapped[datetime]
    until: Mapped[date | None]
    ended_at: Mapped[datetime | None]


class School(Identified, Base):
    """The school whose name and logo stand on every paper. One row."""

    __tablename__ = "school"

    name: Mapped[str]
    year: Mapped[str]
    logo: Mapped[bytes | None]


class SchoolTerm(Edited, Base):
    """What a school calls one thing differently; ``singular`` "" is the usual word again."""

    __tablename__ = "school_term"
    __table_args__ = (
        sa.UniqueConstraint("code"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    code: Mapped[str]
    singular: Mapped[str]
    plural: Mapped[str]
    article: Mapped[str]


class Preference(Base):
    """One choice of one person on how the werkbank behaves; ``value`` is plain text."""

    __tablename__ = "preference"

    staff_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("staff_member.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
