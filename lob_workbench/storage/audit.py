"""The audit log: who opened or changed which dossier, when, in which role. Append-only.

One chain of entries per login, each sealed over the one before it with a key, so an entry that is
edited, deleted, moved in time or cut off shows. Every change carries a seal of the record's new
content: ``check`` recomputes the records of today, so an old page or row put back shows as well.

On a school's server triggers write the entries and a function opens a dossier (migrations/sql):
the text of talks and notes stays shut without an entry that is already committed, so a raw
``psql`` session that reads it is told too, also when it rolls back.
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.audit_chain import note_opened
from lob_workbench.storage.base import Base
from lob_workbench.storage.types import enum_text
from lob_workbench.storage.unit_of_work import UnitOfWork


class AuditAction(StrEnum):
    """What an entry tells."""

    OPENED = "opened"
    """The text of a student's dossier was open to this person."""
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    SEALED = "sealed"
    """The record was there already when the log began, or a new version changed its shape."""


class AuditEntry(Base):
    """One entry. ``chain`` is the login (in a workbook: the owner's id), ``number`` counts from 1.

    ``ordinal`` orders entries of all chains; ``kind`` is a table and ``record`` the key of the row
    in it, its parts joined by "/"; ``seal`` and ``hash`` are 64 hexadecimal digits.
    ``xact`` is the server's transaction, ``None`` in a workbook.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        sa.Index("ix_audit_entry_student", "student_id", "at"),
        sa.Index("ix_audit_entry_record", "kind", "record", "ordinal"),
        sa.Index("ix_audit_entry_ordinal", "ordinal"),
        sa.Index("ix_audit_entry_chain_at", "chain", "at"),
        {"sqlite_strict": True},
    )

    chain: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(sa.BigInteger(), primary_key=True)
    ordinal: Mapped[int] = mapped_column(sa.BigInteger())
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None]
    roles: Mapped[str]
    action: Mapped[AuditAction] = mapped_column(enum_text(AuditAction, "action"))
    student_id: Mapped[UUID | None]
    kind: Mapped[str]
    record: Mapped[str]
    seal: Mapped[str]
    xact: Mapped[int | None] = mapped_column(sa.BigInteger())
    hash: Mapped[str]


class AuditHead(Base):
    """The last entry of a chain."""

    __tablename__ = "audit_head"

    chain: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(sa.BigInteger())
    hash: Mapped[str]


class AuditAnchor(Base):
    """All heads of a day (JSON), and their seal in one ``line`` to keep outside the database."""

    __tablename__ = "audit_anchor"

    day: Mapped[str] = mapped_column(primary_key=True)
    heads: Mapped[str]
    line: Mapped[str]


def open_dossier(work: UnitOfWork, student_id: UUID) -> None:
    """Tell the log that the actor opens this student's dossier; before its text is read.

    Once a minute is enough. On a school's server the text stays shut without it, so call this
    before anything else in the unit of work: the entry must be committed by then.
    """
    if work.shared:
        work.at_once(sa.select(sa.func.lob.open_dossier(student_id)))
    elif _may_read(work, student_id):
        note_opened(work.session, student_id)


def open_lists(work: UnitOfWork) -> None:
    """Tell the log that the actor reads agreements in lists, before their words are read.

    One entry for all of them, once a minute, and like ``open_dossier`` before anything else. Only
    a school's server keeps these words shut; in a workbook lists are of one's own students.
    """
    if work.shared:
        work.at_once(sa.select(sa.func.lob.open_lists()))


def open_search(work: UnitOfWork) -> None:
    """Tell the log that the actor looks for words in talks, before any is found.

    One entry, once a minute, and like ``open_dossier`` before anything else. It finds and shows
    no text: that opens with the dossier. In a workbook one searches one's own desk.
    """
    if work.shared:
        work.at_once(sa.select(sa.func.lob.open_search()))


def _may_read(work: UnitOfWork, student_id: UUID) -> bool:
    # In plain names: the records of people are a layer above this one.
    query = sa.text(
        "SELECT 1 FROM student WHERE id = :student AND (counsellor_id = :me OR EXISTS ("
        "SELECT 1 FROM access_grant WHERE student_id = :student AND staff_id = :me "
        "AND ended_at IS NULL))"
    )
    ids = {"student": student_id.hex, "me": work.actor.staff_id.hex}
    return work.session.execute(query, ids).first() is not None
