"""Tables of talks. A recorded talk is insert-only: a trigger refuses every update of it."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.features.conversations.rules import AgreementOwner, AgreementStatus, Verdict
from lob_workbench.storage.base import Base, Edited, Identified
from lob_workbench.storage.types import enum_text


class Conversation(Identified, Base):
    """One version of a recorded talk; ``talk_id`` is the id of its first version."""

    __tablename__ = "conversation"
    __table_args__ = (
        sa.UniqueConstraint("talk_id", "version_number"),
        sa.Index("ix_conversation_student_held", "student_id", "held_on", "id"),
        sa.Index("ix_conversation_next_on", "next_on"),
        {"sqlite_strict": True},
    )

    talk_id: Mapped[UUID]
    version_number: Mapped[int]
    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    kind: Mapped[ConversationKind] = mapped_column(enum_text(ConversationKind, "kind"))
    form: Mapped[ConversationForm] = mapped_column(enum_text(ConversationForm, "form"))
    held_on: Mapped[date]
    focus: Mapped[str]
    summary: Mapped[str]
    next_on: Mapped[date | None]
    next_at: Mapped[str]
    next_kind: Mapped[ConversationKind | None] = mapped_column(
        enum_text(ConversationKind, "next_kind")
    )
    reason: Mapped[str]
    recorded_at: Mapped[datetime]
    topics: Mapped[list["ConversationTopic"]] = relationship(lazy="raise")
    questions: Mapped[list["ConversationQuestion"]] = relationship(lazy="raise")


class ConversationTopic(Base):
    """What was said on one competence in one version of a talk."""

    __tablename__ = "conversation_topic"

    conversation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True
    )
    competence: Mapped[CareerCompetence] = mapped_column(
        enum_text(CareerCompetence, "competence"), primary_key=True
    )
    experience: Mapped[str]
    meaning: Mapped[str]
    takeaway: Mapped[str]


class ConversationQuestion(Base):
    """A question that was chosen for the talk, with the text that was asked."""

    __tablename__ = "conversation_question"

    conversation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[str]
    text: Mapped[str]


class StudentResponseRecord(Identified, Base):
    """What the student says of one version of a record. Insert-only; the last one counts."""

    __tablename__ = "student_response"

    conversation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    verdict: Mapped[Verdict] = mapped_column(enum_text(Verdict, "verdict"))
    text: Mapped[str]
    given_on: Mapped[date]
    recorded_at: Mapped[datetime]


class Agreement(Edited, Base):
    """An agreement between two talks. Its words never change; its status does.

    ``made_in`` and ``withdrawn_in`` are version numbers of the talk in which it was made: a
    correction that changes the words withdraws one agreement and makes another.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        sa.Index("ix_agreement_student_status", "student_id", "status", "due_on"),
        {"sqlite_strict": True},
    )

    talk_id: Mapped[UUID] = mapped_column(index=True)
    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    made_in: Mapped[int]
    withdrawn_in: Mapped[int | None]
    position: Mapped[int]
    what: Mapped[str]
    owner: Mapped[AgreementOwner] = mapped_column(enum_text(AgreementOwner, "owner"))
    due_on: Mapped[date | None]
    status: Mapped[AgreementStatus] = mapped_column(enum_text(AgreementStatus, "status"))
    closed_on: Mapped[date | None]
    closed_reason: Mapped[str]
    made_on: Mapped[date]
