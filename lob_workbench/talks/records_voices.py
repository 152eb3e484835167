"""Tables of the voices in a trialogue. Insert-only, and only until the talk is recorded."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.storage.base import AUDITED, Base, Identified
from lob_workbench.storage.types import enum_text
from lob_workbench.talks.records import of_student
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import Mark, VoiceSource


class Voice(Identified, Base):
    """That a party handed in its words for a talk. ``talk_id`` is the id of the talk's draft."""

    __tablename__ = "voice"
    __table_args__ = (
        # With the student in it: else another student's counsellor could ask it and take numbers.
        sa.UniqueConstraint("student_id", "talk_id", "party", "number"),
        # The school speaks through the counsellor, the others through themselves.
        sa.CheckConstraint("(party = 'school') = (source = 'school')", name="own_voice"),
        sa.Index("ix_voice_student_id", "student_id", "id", unique=True),
        sa.Index("ix_voice_student", "student_id"),
        sa.Index("ix_voice_talk", "talk_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    talk_id: Mapped[UUID]
    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    party: Mapped[Party] = mapped_column(enum_text(Party, "party"))
    number: Mapped[int]
    source: Mapped[VoiceSource] = mapped_column(enum_text(VoiceSource, "source"))
    by_name: Mapped[str]
    handed_in_at: Mapped[datetime]
    parts: Mapped[list["VoiceText"]] = relationship(lazy="raise")


class VoiceText(Base):
    """What a party wrote on one topic."""

    __tablename__ = "voice_text"
    __table_args__ = (
        of_student("voice_text", "voice", "voice_id"),
        sa.Index("ix_voice_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    voice_id: Mapped[UUID] = mapped_column(primary_key=True)
    topic: Mapped[VoiceTopic] = mapped_column(enum_text(VoiceTopic, "topic"), primary_key=True)
    student_id: Mapped[UUID]
    text: Mapped[str]


class VoiceMark(Base):
    """How the school marked the voices on one topic, at the recording of the talk. Insert-only."""

    __tablename__ = "voice_mark"
    __table_args__ = (
        of_student("voice_mark", "conversation", "talk_id"),
        sa.Index("ix_voice_mark_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    talk_id: Mapped[UUID] = mapped_column(primary_key=True)
    topic: Mapped[VoiceTopic] = mapped_column(enum_text(VoiceTopic, "topic"), primary_key=True)
    student_id: Mapped[UUID]
    mark: Mapped[Mark] = mapped_column(enum_text(Mark, "mark"))
