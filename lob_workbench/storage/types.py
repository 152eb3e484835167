"""Column types with a twin on both engines.

SQLite tables are STRICT and refuse CHAR, VARCHAR, DATE, DATETIME, BOOLEAN and JSON by name, so
here those compile to TEXT and INTEGER on SQLite.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles


class UtcMoment(sa.TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite would drop an offset in silence."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """``timestamptz`` on PostgreSQL, ISO text of fixed width on SQLite (it sorts)."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.TIMESTAMP(timezone=True))
        return dialect.type_descriptor(sa.Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuses a naive moment: nobody would know which clock it was read from."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Gives an aware moment in UTC."""
        if value is None:
            return None
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        return moment.astimezone(UTC)


def enum_text(values: type[StrEnum], name: str) -> sa.Enum:
    """An enum as text with a check constraint, the same on both engines."""
    return sa.Enum(
        values,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


class EnumWords(sa.TypeDecorator[tuple[StrEnum, ...]]):
    """Several members of an enum as plain words with a space between, in the enum's own order.

    A word that this version does not know is passed over: somebody else's value breaks no page.
    """

    impl = sa.Text
    cache_ok = True

    def __init__(self, values: type[StrEnum]) -> None:
        super().__init__()
        self.values = values

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The words, each once."""
        return None if value is None else " ".join(one for one in self.values if one in value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The members."""
        if value is None:
            return None
        words = value.split()
        return tuple(one for one in self.values if one.value in words)


def sortable_text() -> sa.Text:
    """Text that both engines order by code point (PostgreSQL would use the server's locale)."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _as_text(element: Any, compiler: Any, **options: Any) -> str:
    return "TEXT"


def _as_integer(element: Any, compiler: Any, **options: Any) -> str:
    return "INTEGER"


for _type in (sa.String, sa.Uuid, sa.Date, sa.CHAR, sa.VARCHAR, sa.Enum):
    compiles(_type, "sqlite")(_as_text)
for _number in (sa.Boolean, sa.BigInteger):
    compiles(_number, "sqlite")(_as_integer)
