"""Tables of planned talks, rooms and the school's holidays."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.storage.base import AUDITED, Base, Edited, Identified
from lob_workbench.storage.types import enum_text
from lob_workbench.talks.records import of_student
from lob_workbench.talks.rules_appointments import AppointmentStatus


class Room(Edited, Base):
    """A place to talk; ``private`` has a door that shuts."""

    __tablename__ = "room"

    name: Mapped[str] = mapped_column(unique=True)
    private: Mapped[bool]


class SchoolHoliday(Identified, Base):
    """Days without talks. ``uid`` is that of the calendar from which they were read, or empty."""

    __tablename__ = "school_holiday"

    name: Mapped[str]
    first_on: Mapped[date]
    last_on: Mapped[date]
    uid: Mapped[str]


class Appointment(Edited, Base):
    """A talk that is planned. Day and time are those of the clock at school.

    ``talk_id`` is the recorded talk that came of it; ``from_talk`` the one that planned it.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        sa.Index("ix_appointment_student_id", "student_id", "id", unique=True),
        sa.Index("ix_appointment_student", "student_id", "status", "day"),
        sa.Index("ix_appointment_staff", "staff_id", "day"),
        sa.Index("ix_appointment_room", "room_id", "day"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    staff_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    kind: Mapped[ConversationKind] = mapped_column(enum_text(ConversationKind, "kind"))
    form: Mapped[ConversationForm] = mapped_column(enum_text(ConversationForm, "form"))
    on: Mapped[date] = mapped_column("day")
    at: Mapped[str] = mapped_column("time_of_day")
    minutes: Mapped[int]
    room_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("room.id"))
    placement_id: Mapped[UUID | None]
    status: Mapped[AppointmentStatus] = mapped_column(enum_text(AppointmentStatus, "status"))
    sequence: Mapped[int]
    talk_id: Mapped[UUID | None]
    from_talk: Mapped[UUID | None]
    made_at: Mapped[datetime]
    text: Mapped["AppointmentText"] = relationship(lazy="raise")


class AppointmentText(Base):
    """What the talk will be about, and whether nobody may listen in."""

    __tablename__ = "appointment_text"
    __table_args__ = (
        of_student("appointment_text", "appointment", "appointment_id"),
        sa.Index("ix_appointment_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    appointment_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    subject: Mapped[str]
    sensitive: Mapped[bool]
