"""Databases of earlier versions with rows in every table, made from what the schema says.

No list of tables stands here, so that a migration of tomorrow is tried too: columns, references
and checks are read from the database itself. A row that the database refuses is tried again.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlcipher3 import dbapi2

import lob_workbench
from lob_workbench.storage.base import Base
from lob_workbench.storage.migrate import _config
from lob_workbench.storage.types import UtcMoment

# Quotes, a percent sign and colons would show a statement that is put together by hand.
WORDS = "Zoë zei: ‘100% :zeker’ -- <b>\nen 'dat' \"ook\"; Łukasz"
ROWS = 3
_TRIES = 200
_CHOICE = re.compile(r"(\w+) IN \(((?:'[^']*'(?:, )?)+)\)")
_BOUNDS = re.compile(r"(\w+) BETWEEN (\d+) AND (\d+)")
# Alembic's own, and the log, which the database keeps itself.
DERIVED = ("talk_words", "agreement_words", "searched_")
"""The index of words of a workbook: made of the records, and filled from them after an upgrade."""
LEFT_OUT = frozenset({"alembic_version", "audit_entry", "audit_head", "audit_anchor"})


@cache
def import_records() -> None:
    """Let the metadata know every mapped class of the product."""
    for module in walk_packages(lob_workbench.__path__, "lob_workbench."):
        if module.name.rpartition(".")[2].startswith(("records", "drafts", "audit")):
            import_module(module.name)


def earlier_versions() -> list[str]:
    """Every revision but the newest, oldest first."""
    script = ScriptDirectory.from_config(_config())
    return [step.revision for step in script.walk_revisions()][:0:-1]


def upgrade_to(engine: Engine, revision: str) -> None:
    """Bring an empty database to an earlier version."""
    with engine.begin() as connection:
        command.upgrade(_config(connection), revision)


def tables_of(connection: Connection) -> list[str]:
    """The tables with records, parents first."""
    names = sa.inspect(connection).get_sorted_table_and_fkc_names()
    return [
        name
        for name, _ in names
        if name is not None and name not in LEFT_OUT and not name.startswith(DERIVED)
    ]


@dataclass(frozen=True)
class _Shape:
    """What the schema says of one table."""

    columns: dict[str, Any]
    keys: list[Any]
    choices: dict[str, list[str]]
    bounds: dict[str, tuple[int, int]]


@dataclass
class Filler:
    """Writes rows into every table of one SQLite database."""

    connection: Connection
    seed: int = 1
    texts: list[str] = field(default_factory=list)
    """What to write in columns of free text, each in turn; by default something with quotes."""
    missed: list[str] = field(default_factory=list)
    """Tables into which nothing would go, with the last refusal."""

    def __post_init__(self) -> None:
        import_records()
        self._chance = Random(self.seed)
        self._number = 0
        self._turn: Counter[str] = Counter()
        self._free: dict[str, set[str]] = {}
        self._tables: dict[str, _Shape] = {}
        self._looked_at = sa.inspect(self.connection)

    def fill(self, rows: int = ROWS) -> None:
        """At least one row in every table, and up to ``rows`` where the database takes them."""
        for table in tables_of(self.connection):
            made, refusal = 0, ""
            for _ in range(max(_TRIES, rows * 4)):
                savepoint, turn = self.connection.begin_nested(), self._turn.copy()
                try:
                    self._row(table)
                except (sa.exc.DBAPIError, dbapi2.Error) as error:
                    savepoint.rollback()
                    self._turn = turn
                    refusal = str(error).splitlines()[0]
                else:
                    savepoint.commit()
                    made += 1
                if made == rows:
                    break
            if not made:
                self.missed.append(f"{table}: {refusal}")

    def texts_of(self, table: str) -> set[str]:
        """The columns of free text in a table that was filled."""
        return self._free.get(table, set())

    def _row(self, table: str) -> None:
        shape = self._tables.get(table) or self._shape(table)
        columns, choices, bounds = shape.columns, shape.choices, shape.bounds
        row: dict[str, Any] = {}
        for key in shape.keys:
            self._refer(row, columns, key)
        for name, column in columns.items():
            if name in row:
                continue
            if name in choices:
                value = self._chance.choice(choices[name])
            elif name in bounds:
                value = self._chance.randint(*bounds[name])
            else:
                value = self._value(table, name, column["type"])
            if self.texts and value in self.texts:
                self._free.setdefault(table, set()).add(name)
            elif column["nullable"] and self._chance.random() < 0.3:
                value = None
            row[name] = value
        if "learner_id" in row:
            # The student, member or team, whichever it is.
            whose = ("student_id", "member_id", "team_id")
            row["learner_id"] = next((row[n] for n in whose if row.get(n)), row["learner_id"])
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        self.connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({places})"), row)

    def _shape(self, table: str) -> _Shape:
        query = sa.text("SELECT sql FROM sqlite_master WHERE name = :name")
        sql = str(self.connection.execute(query, {"name": table}).scalar())
        self._tables[table] = _Shape(
            {column["name"]: column for column in self._looked_at.get_columns(table)},
            self._looked_at.get_foreign_keys(table),
            {name: re.findall("'([^']*)'", listed) for name, listed in _CHOICE.findall(sql)},
            {name: (int(low), int(high)) for name, low, high in _BOUNDS.findall(sql)},
        )
        return self._tables[table]

    def _refer(self, row: dict[str, Any], columns: dict[str, Any], key: Any) -> None:
        here, there = key["constrained_columns"], key["referred_columns"]
        if all(columns[name]["nullable"] for name in here) and self._chance.random() < 0.5:
            row.update(dict.fromkeys((name for name in here if name not in row), None))
            return
        # Columns that another reference filled already must agree.
        given = {t: row[h] for h, t in zip(here, there, strict=True) if row.get(h) is not None}
        where = " AND ".join(f"{name} = :{name}" for name in given) or "1"
        query = f"SELECT {', '.join(there)} FROM {key['referred_table']} WHERE {where}"
        found = self.connection.execute(sa.text(query), given).all()
        if found:
            row.update(zip(here, self._chance.choice(found), strict=True))
        else:
            row.update({name: None for name in here if columns[name]["nullable"]})

    def _meant(self, table: str, name: str) -> Any:
        """The type that the product has for a column: STRICT tables know none but TEXT."""
        known = Base.metadata.tables.get(table)
        return known.c[name].type if known is not None and name in known.c else None

    def _value(self, table: str, name: str, kind: Any) -> Any:
        self._number += 1
        if isinstance(kind, sa.LargeBinary):
            return self._chance.randbytes(50)
        if isinstance(kind, sa.Integer):
            return self._chance.randrange(2)
        if isinstance(kind, sa.Float | sa.Numeric):
            return 1.5
        meant = self._meant(table, name)
        if isinstance(meant, sa.Uuid) or name.endswith(("_id", "_by", "_talk")) or name == "id":
            return f"{self._chance.getrandbits(128):032x}"
        if isinstance(meant, sa.Date) or name.endswith(("_on", "until", "day", "date")):
            return f"2026-11-{self._chance.randrange(10, 29)}"
        if isinstance(meant, UtcMoment) or (name.endswith("_at") and name != "next_at"):
            return f"2026-11-20 08:{self._chance.randrange(10, 60)}:00.123456"
        if name in ("next_at", "time_of_day"):
            return f"09:{self._chance.randrange(10, 60)}"
        if self.texts:
            place = f"{table}.{name}"
            self._turn[place] += 1
            return self.texts[self._turn[place] % len(self.texts)]
        return f"{WORDS} {name} {self._number}"


def make_one_owner(connection: Connection) -> None:
    """A workbook has one owner, who is a counsellor; by chance there may be none or three."""
    first = connection.execute(sa.text("SELECT min(id) FROM staff_member")).scalar()
    connection.execute(
        sa.text("UPDATE staff_member SET is_owner = (id = :first)"), {"first": first}
    )
    connection.execute(sa.text("DELETE FROM staff_role WHERE staff_id = :id"), {"id": first})
    connection.execute(
        sa.text("INSERT INTO staff_role (staff_id, role) VALUES (:id, 'counsellor')"),
        {"id": first},
    )


@dataclass(frozen=True)
class Content:
    """Every value of every column, table by table."""

    rows: dict[str, list[dict[str, Any]]]

    @classmethod
    def of(cls, connection: Connection) -> Content:
        """All of it, as it stands."""
        rows = {}
        for table in tables_of(connection):
            found = connection.execute(sa.text(f"SELECT * FROM {table}")).mappings()
            rows[table] = [dict(row) for row in found]
        return cls(rows)

    def values(self, column: str) -> set[Any]:
        """All values of columns of this name, in whatever table."""
        return {row[column] for rows in self.rows.values() for row in rows if column in row}


def lost_on_the_way(before: Content, after: Content) -> list[str]:
    """What of the rows before is not there word for word, and which tables grew; empty is well.

    A column that moved to another table has to be found there under its own name.
    """
    said = []
    for table, rows in before.rows.items():
        now = after.rows.get(table, [])
        kept = [name for name in rows[0] if now and name in now[0]] if rows else []
        had, has = _counted(rows, kept), _counted(now, kept)
        if len(rows) != len(now):
            said.append(f"{table}: {len(rows)} rows became {len(now)}")
        if had - has:
            said.append(f"{table}: changed or lost {list((had - has).elements())[:3]}")
        for name in set(rows[0] if rows else ()) - set(kept):
            missing = {row[name] for row in rows} - {None, "", 0} - after.values(name)
            if missing:
                said.append(f"{table}.{name}: nowhere any more {list(missing)[:3]}")
    return said


def _counted(rows: list[dict[str, Any]], columns: list[str]) -> Counter[str]:
    return Counter(repr([row[name] for name in columns]) for row in rows)


def copy_to_server(
    connection: Connection, rows: dict[str, list[dict[str, Any]]], *, refusing: bool = False
) -> None:
    """The rows of a workbook in a school's database, past its guard."""
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    described = sa.MetaData()
    for name, found in rows.items():
        table = sa.Table(name, described, autoload_with=connection)
        values = [
            {column: _converted(table.c[column].type, row[column]) for column in row}
            for row in found
        ]
        for each in values:
            try:
                with connection.begin_nested():
                    connection.execute(table.insert(), each)
            except sa.exc.IntegrityError:
                # The guard of a school has checks of its own on the shape of a link or a time.
                if not refusing:
                    raise


def _converted(kind: Any, value: Any) -> Any:
    """What SQLite keeps as text and numbers, as PostgreSQL takes it."""
    if value is None:
        return None
    if isinstance(kind, sa.Uuid):
        return UUID(value)
    if isinstance(kind, sa.Boolean):
        return bool(value)
    if isinstance(kind, sa.DateTime):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if isinstance(kind, sa.Date):
        return date.fromisoformat(value)
    return value
