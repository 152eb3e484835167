"""What is wrong with the audit log, or with records that changed behind its back, in Dutch."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine

from lob_workbench.domain.clock import Clock
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.audit_chain import (
    ENTRY_COLUMNS,
    current_records,
    hash_of,
    last_seals,
    seal_of,
)
from lob_workbench.storage.engine import seal_key
from lob_workbench.storage.unit_of_work import UnitOfWork

_WORDS = {
    "missing": "Logboek van {chain}: regel {number} ontbreekt.",
    "edited": "Logboek van {chain}: regel {number} is veranderd.",
    "cut off": "Logboek van {chain}: na regel {number} klopt het einde niet.",
    "anchor": "De dagregel van {chain} klopt niet met het logboek.",
    "unknown record": "Er staat iets in de database dat het logboek niet kent: {kind} {record}.",
    "record gone": "Er is iets verdwenen zonder dat het logboek dat weet: {kind} {record}.",
    "record differs": "Er is iets veranderd buiten het logboek om: {kind} {record}.",
}
_NO_SUCH_LINE = QT_TRANSLATE_NOOP(
    "problems",
    "De bewaarde dagregel past niet bij dit logboek: sindsdien is er iets weggehaald "
    "of teruggezet.",
)
_PLANS_TELL = QT_TRANSLATE_NOOP(
    "problems",
    "Wie inlogt kan met vragen aan de database raden wat er in dossiers staat. "
    "Voer `server upgrade` uit.",
)


def problems_at_school(engine: Engine, line: str = "") -> list[str]:
    """One line per problem; empty when all is well. For an administrator or a superuser.

    ``line`` is a daily line that was kept outside; "" for none.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        found = connection.exec_driver_sql("SELECT * FROM lob.audit_problems()").mappings().all()
        stray = [] if _is_known(connection, line) else [_NO_SUCH_LINE]
        # A dump that was put back has the catalogue as PostgreSQL ships it.
        if connection.exec_driver_sql("SELECT 1 FROM lob.open_plans()").first():
            stray.append(_PLANS_TELL)
    return [_WORDS[row["problem"]].format(**row) for row in found] + stray


def problems_in_workbook(engine: Engine, line: str = "") -> list[str]:
    """The same for a workbook; reads the whole log and every record once."""
    with engine.connect() as connection:
        found = [*_broken_chains(connection), *_false_anchors(connection)]
        found += _strange_records(connection)
        stray = [] if _is_known(connection, line) else [_NO_SUCH_LINE]
    return found + stray


def anchor(work: UnitOfWork) -> str:
    """Today's line, to keep outside: it proves later that nothing was cut off or put back."""
    connection = work.session.connection()
    if work.shared:
        return str(connection.exec_driver_sql("SELECT lob.anchor()").scalar() or "")
    return _anchor_of(connection, work.clock)


def anchor_of_workbook(engine: Engine, clock: Clock) -> str:
    """`anchor` outside a unit of work, for the command line."""
    with engine.begin() as connection:
        return _anchor_of(connection, clock)


def _anchor_of(connection: Connection, clock: Clock) -> str:
    day = clock.today().isoformat()
    query = "SELECT line FROM audit_anchor WHERE day = ?"
    found = connection.exec_driver_sql(query, (day,)).scalar()
    if found is not None:
        return str(found)
    rows = connection.exec_driver_sql("SELECT chain, number, hash FROM audit_head ORDER BY chain")
    heads = json.dumps([list(row) for row in rows])
    line = _line(connection, day, heads)
    connection.exec_driver_sql("INSERT INTO audit_anchor VALUES (?, ?, ?)", (day, heads, line))
    return line


def _line(connection: Connection, day: str, heads: str) -> str:
    key = seal_key(connection.engine)
    return f"{day} {hmac.digest(key, (day + heads).encode(), hashlib.sha256).hex()}"


def _is_known(connection: Connection, line: str) -> bool:
    wanted = " ".join(line.split())
    lines = connection.exec_driver_sql("SELECT line FROM audit_anchor").scalars().all()
    return not wanted or wanted in lines


def _told(problem: str, **values: object) -> str:
    return _WORDS[problem].format(**values)


def _broken_chains(connection: Connection) -> Iterator[str]:
    key = seal_key(connection.engine)
    ends: dict[str, tuple[int, str]] = {}
    rows = connection.exec_driver_sql(
        f"SELECT {ENTRY_COLUMNS} FROM audit_entry ORDER BY chain, number"
    )
    for *entry, found in rows:
        chain, number = entry[:2]
        last, before = ends.get(chain, (0, ""))
        if number != last + 1:
            yield _told("missing", chain=chain, number=last + 1)
        elif found != hash_of(key, before, tuple(entry)):
            yield _told("edited", chain=chain, number=number)
        ends[chain] = (number, found)
    heads: dict[str, tuple[int, str]] = {
        chain: (number, head)
        for chain, number, head in connection.exec_driver_sql(
            "SELECT chain, number, hash FROM audit_head"
        )
    }
    for chain in sorted(heads.keys() | ends.keys()):
        if heads.get(chain) != ends.get(chain):
            yield _told("cut off", chain=chain, number=ends.get(chain, (0, ""))[0])


def _false_anchors(connection: Connection) -> Iterator[str]:
    rows = connection.exec_driver_sql("SELECT day, heads, line FROM audit_anchor ORDER BY day")
    for day, heads, line in rows.all():
        if line != _line(connection, day, heads) or not all(
            _stands(connection, head) for head in json.loads(heads)
        ):
            yield _told("anchor", chain=day)


def _stands(connection: Connection, head: list[Any]) -> bool:
    query = "SELECT hash FROM audit_entry WHERE chain = ? AND number = ?"
    chain, number, found = head
    return bool(connection.exec_driver_sql(query, (chain, number)).scalar() == found)


def _strange_records(connection: Connection) -> Iterator[str]:
    key, known = seal_key(connection.engine), last_seals(connection)
    for kind, record, _student, content in current_records(connection):
        action, seal = known.pop((kind, record), ("", ""))
        if not action:
            yield _told("unknown record", kind=kind, record=record)
        elif seal != seal_of(key, kind, record, content):
            yield _told("record differs", kind=kind, record=record)
    for (kind, record), (action, _seal) in sorted(known.items()):
        if action != "removed":
            yield _told("record gone", kind=kind, record=record)
