"""Writes a seed into a workbook or a school, in minutes instead of days.

Past the operations, past the guard and past the audit log: `check` calls every row of it unknown.
Such a store is for measuring and for nothing else.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from lob_workbench.app.seed import Row, Seed, SeedPlan
from lob_workbench.domain.rights import Role
from lob_workbench.storage.base import Base
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.search_index import fill_index

_BATCH = 5_000


def seed_store(engine: Engine, plan: SeedPlan, owner: UUID | None = None) -> int:
    """Fill a migrated store; returns the number of rows. ``owner``: everything is this person's.

    At a server the login must be a superuser: guard and log are passed by.
    """
    write = _copied if engine.dialect.name == "postgresql" else _inserted
    return write(engine, Seed(plan, owner).rows())


def school_for_measuring(url: str, password: str, plan: SeedPlan) -> int:
    """Fill the school at ``url`` (made by ``server init``); the login must be a superuser."""
    from lob_workbench.storage.server import parse_server_url, server_engine

    engine = server_engine(parse_server_url(url), password)
    try:
        return seed_store(engine, plan)
    finally:
        engine.dispose()


def workbook_for_measuring(
    folder: Path, passphrase: str, plan: SeedPlan, cost: KdfCost | None = None
) -> int:
    """Make a workbook in ``folder`` that is filled to the plan, its statistics gathered."""
    from lob_workbench.app.session import NewDesk, Session
    from lob_workbench.storage.recovery_code import new_recovery_code

    desk = NewDesk(
        folder=folder,
        passphrase=passphrase,
        recovery_code=new_recovery_code(),
        owner="Mirjam Bakker",
        roles=frozenset({Role.COUNSELLOR}),
        school="Het Meetcollege",
        year="2026-2027",
    )
    session = Session.create(desk, cost=cost)
    try:
        engine = session.workbook.engine
        return seed_store(engine, plan, session.actor.staff_id)
    finally:
        session.close(backup=False)


def _inserted(engine: Engine, rows: Iterator[Row]) -> int:
    written = 0
    with engine.begin() as connection:
        # Room for the indexes: else each row fetches and writes pages that the next needs again.
        connection.exec_driver_sql("PRAGMA cache_size = -400000")
        while batch := list(islice(rows, _BATCH)):
            for table, values in _by_table(batch):
                connection.execute(sa.insert(table), values)
            written += len(batch)
    with engine.begin() as connection:
        fill_index(connection)
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    return written


def _copied(engine: Engine, rows: Iterator[Row]) -> int:
    written = 0
    with engine.begin() as connection:
        # The triggers are silent: no audit log, and no reference is looked up.
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        cursor = connection.connection.cursor()
        while batch := list(islice(rows, _BATCH * 20)):
            for table, values in _by_table(batch):
                columns = [column.name for column in table.columns]
                names = ", ".join(f'"{name}"' for name in columns)
                with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
                    for value in values:
                        copy.write_row([value.get(name) for name in columns])
            written += len(batch)
        _let_words_be_found(connection)
        _let_staff_in(connection)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("VACUUM ANALYZE")
        connection.exec_driver_sql("RESET statement_timeout")
    return written


def _let_words_be_found(connection: Connection) -> None:
    """What the trigger on each text would have done (migrations/sql); indexes come afterwards."""
    indexes = connection.exec_driver_sql(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid = 'lob.talk_words'::regclass AND NOT indisprimary"
    ).all()
    for name, _ in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    for table, words in (
        ("conversation_text", "focus || ' ' || summary"),
        ("conversation_topic", "experience || ' ' || meaning || ' ' || takeaway"),
    ):
        connection.exec_driver_sql(
            "INSERT INTO lob.talk_words (conversation_id, student_id, words) "
            f"SELECT conversation_id, student_id, lob.folded_words({words}) FROM {table}"
        )
    connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
    for _, definition in indexes:
        connection.exec_driver_sql(definition)


def _let_staff_in(connection: Connection) -> None:
    """Logins without a password: only where the server trusts the socket they come through."""
    members = connection.exec_driver_sql(
        "SELECT login, EXISTS (SELECT 1 FROM staff_role WHERE staff_id = id AND role = "
        f"'{Role.SECOND_LINE.value}') FROM staff_member WHERE login IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login)"
    ).all()
    quote = connection.dialect.identifier_preparer.quote_identifier
    for login, is_second_line in members:
        groups = "lob_staff, lob_second_line" if is_second_line else "lob_staff"
        connection.exec_driver_sql(f"CREATE ROLE {quote(login)} LOGIN IN ROLE {groups}")


def _by_table(batch: Sequence[Row]) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    """The rows of each table together, parents first."""
    values: dict[str, list[dict[str, Any]]] = {}
    for table, value in batch:
        values.setdefault(table.name, []).append(value)
    for table in Base.metadata.sorted_tables:
        if table.name in values:
            yield table, values[table.name]
