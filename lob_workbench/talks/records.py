"""Tables of talks. A recorded talk is insert-only: a trigger refuses every update of it.

A table holds either what may be counted (who, when, which kind, which status) or what may be read.
On a school's server a team leader sees the first; the second opens with the dossier, which the
audit log tells (``storage.audit``). Every row names its student, for those rules.
"""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.storage.base import AUDITED, WORKBOOK_ONLY, Base, Edited, Identified
from lob_workbench.storage.types import enum_text
from lob_workbench.talks.rules import AgreementOwner, AgreementStatus, Party, Verdict


def of_student(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    """A reference to a record of the same student."""
    return sa.ForeignKeyConstraint(
        [column, "student_id"],
        [f"{parent}.id", f"{parent}.student_id"],
        name=f"fk_{table}_of_{parent}",
        ondelete="CASCADE",
    )


class Conversation(Identified, Base):
    """One version of a recorded talk; ``talk_id`` is the id of its first version."""

    __tablename__ = "conversation"
    __table_args__ = (
        sa.UniqueConstraint("talk_id", "version_number"),
        sa.Index("ix_conversation_id_student", "id", "student_id", unique=True),
        sa.Index("ix_conversation_student_held", "student_id", "held_on", "id"),
        sa.Index("ix_conversation_next_on", "next_on"),
        # At a school an index begins with the student.
        sa.Index("ix_conversation_held", "held_on", "id", info=WORKBOOK_ONLY),
        sa.Index("ix_conversation_kind_held", "kind", "held_on", "id", info=WORKBOOK_ONLY),
        {"sqlite_strict": True, "info": AUDITED},
    )

    talk_id: Mapped[UUID]
    version_number: Mapped[int]
    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    kind: Mapped[ConversationKind] = mapped_column(enum_text(ConversationKind, "kind"))
    form: Mapped[ConversationForm] = mapped_column(enum_text(ConversationForm, "form"))
    held_on: Mapped[date]
    next_on: Mapped[date | None]
    next_at: Mapped[str]
    next_kind: Mapped[ConversationKind | None] = mapped_column(
        enum_text(ConversationKind, "next_kind")
    )
    recorded_at: Mapped[datetime]
    text: Mapped["ConversationText"] = relationship(lazy="raise")
    topics: Mapped[list["ConversationTopic"]] = relationship(lazy="raise")
    questions: Mapped[list["ConversationQuestion"]] = relationship(lazy="raise")


class ConversationText(Base):
    """What one version of a talk says; ``reason`` tells why it corrects the one before."""

    __tablename__ = "conversation_text"
    __table_args__ = (
        of_student("conversation_text", "conversation", "conversation_id"),
        sa.Index("ix_conversation_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    conversation_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    focus: Mapped[str]
    summary: Mapped[str]
    reason: Mapped[str]


class ConversationTopic(Base):
    """What was said on one competence in one version of a talk."""

    __tablename__ = "conversation_topic"
    __table_args__ = (
        of_student("conversation_topic", "conversation", "conversation_id"),
        sa.Index("ix_conversation_topic_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    conversation_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    competence: Mapped[CareerCompetence] = mapped_column(
        enum_text(CareerCompetence, "competence"), primary_key=True
    )
    experience: Mapped[str]
    meaning: Mapped[str]
    takeaway: Mapped[str]


class ConversationQuestion(Base):
    """A question that was chosen for the talk, with the text that was asked."""

    __tablename__ = "conversation_question"
    __table_args__ = (
        of_student("conversation_question", "conversation", "conversation_id"),
        sa.Index("ix_conversation_question_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    conversation_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    position: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[str]
    text: Mapped[str]


class StudentResponseRecord(Identified, Base):
    """What a party says of one version of a record: the student, and in a trialogue the company.

    Insert-only; the last one of each party counts.
    """

    __tablename__ = "student_response"
    __table_args__ = (
        of_student("student_response", "conversation", "conversation_id"),
        sa.Index("ix_student_response_id_student", "id", "student_id", unique=True),
        sa.Index("ix_student_response_conversation_id", "conversation_id"),
        sa.Index("ix_student_response_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    conversation_id: Mapped[UUID]
    student_id: Mapped[UUID]
    party: Mapped[Party] = mapped_column(enum_text(Party, "party"), default=Party.STUDENT)
    verdict: Mapped[Verdict] = mapped_column(enum_text(Verdict, "verdict"))
    given_on: Mapped[date]
    recorded_at: Mapped[datetime]
    text: Mapped["StudentResponseText"] = relationship(lazy="raise")


class StudentResponseText(Base):
    """The own words of who responded. Insert-only."""

    __tablename__ = "student_response_text"
    __table_args__ = (
        of_student("student_response_text", "student_response", "response_id"),
        sa.Index("ix_student_response_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    response_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    text: Mapped[str]


class Agreement(Edited, Base):
    """An agreement between two talks. Its words never change; its status and last day do.

    What became of it stands in its steps; ``status``, ``due_on`` and ``closed_on`` repeat the last.

    ``made_in`` and ``withdrawn_in`` are version numbers of the talk in which it was made: a
    correction that changes the words withdraws one agreement and makes another.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        sa.Index("ix_agreement_id_student", "id", "student_id", unique=True),
        sa.Index("ix_agreement_student_status", "student_id", "status", "due_on"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    talk_id: Mapped[UUID] = mapped_column(index=True)
    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("student.id"))
    made_in: Mapped[int]
    withdrawn_in: Mapped[int | None]
    position: Mapped[int]
    owner: Mapped[AgreementOwner] = mapped_column(enum_text(AgreementOwner, "owner"))
    due_on: Mapped[date | None]
    status: Mapped[AgreementStatus] = mapped_column(enum_text(AgreementStatus, "status"))
    closed_on: Mapped[date | None]
    made_on: Mapped[date]
    text: Mapped["AgreementText"] = relationship(lazy="raise")


class AgreementText(Base):
    """What was agreed, and why it was dropped if it was."""

    __tablename__ = "agreement_text"
    __table_args__ = (
        of_student("agreement_text", "agreement", "agreement_id"),
        sa.Index("ix_agreement_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    what: Mapped[str]
    closed_reason: Mapped[str]


class AgreementStepRecord(Base):
    """What became of an agreement at one moment: done, dropped, open again or a later day.

    Insert-only. ``status`` and ``due_on`` are those after the step, ``due_before`` the day that
    stood before it; ``answered_in`` is the talk in which it came back, if it was one.
    """

    __tablename__ = "agreement_step"
    __table_args__ = (
        of_student("agreement_step", "agreement", "agreement_id"),
        sa.Index("ix_agreement_step_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    status: Mapped[AgreementStatus] = mapped_column(enum_text(AgreementStatus, "status"))
    due_on: Mapped[date | None]
    due_before: Mapped[date | None]
    taken_on: Mapped[date]
    recorded_at: Mapped[datetime]
    answered_in: Mapped[UUID | None]


class AgreementStepText(Base):
    """Why an agreement got another status or day. Insert-only."""

    __tablename__ = "agreement_step_text"
    __table_args__ = (
        of_student("agreement_step_text", "agreement", "agreement_id"),
        sa.Index("ix_agreement_step_text_student", "student_id"),
        {"sqlite_strict": True, "info": AUDITED},
    )

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[UUID]
    reason: Mapped[str]
