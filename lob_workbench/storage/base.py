"""The base of every mapped class."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import uuid_utils.compat as uuid_utils
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from lob_workbench.storage.types import UtcMoment

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


AUDITED = {"audited": True}
"""``info`` of a table whose every change leaves an entry in the audit log (``storage.audit``)."""
WORKBOOK_ONLY = {"workbook_only": True}
"""``info`` of an index that only a workbook has: its plan would tell a school's staff too much."""


def new_id() -> UUID:
    """A UUIDv7: records made on two machines never collide, and later ones sort later."""
    return uuid_utils.uuid7()


class Base(DeclarativeBase):
    """Mapped classes of both stores; SQLite tables are STRICT."""

    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map = {
        datetime: UtcMoment(),
        date: sa.Date(),
        UUID: sa.Uuid(),
        str: sa.Text(),
        bytes: sa.LargeBinary(),
    }
    __table_args__: Any = {"sqlite_strict": True}


class Identified:
    """A record with a UUIDv7 as its key."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)


class Edited(Identified):
    """A record that people edit: a stale save is noticed by its version."""

    version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[datetime]

    @sa.orm.declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
