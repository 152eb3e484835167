"""Kwalificatiedossiers that a school took over from SBB."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.base import AUDITED, Base, Identified


class QualificationRecord(Identified, Base):
    """One dossier as it was read; ``body`` is ``content.qualification_json``.

    A newer version of the same ``number`` is another row, and the older one is retired with it.
    """

    __tablename__ = "qualification"
    __table_args__ = ({"sqlite_strict": True, "info": AUDITED},)

    number: Mapped[str]
    title: Mapped[str]
    dossier_version: Mapped[str]
    body: Mapped[str]
    added_by: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    added_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
