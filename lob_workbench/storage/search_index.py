"""The words of talks and agreements of a workbook, in an index of their own (FTS5).

At a school's server ``lob.talk_words`` does this (migrations/sql). Here the index holds folded
words and nothing else: no text, no order, no place in the text. Rows are numbered as they were
recorded, so the highest number is the newest.

It follows the audit log: what a transaction touched is indexed again as it commits, whoever wrote
it, and a row that goes (a cascade too) takes its words along by a trigger. In plain names: the
records of talks are a layer above.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection

from lob_workbench.domain.text import text_words

_BATCH: Final = 2_000

# Of each, the table of numbers, the index, its column, and a query of number and texts.
_LATER = (
    "NOT EXISTS (SELECT 1 FROM conversation later WHERE later.talk_id = c.talk_id "
    "AND later.version_number > c.version_number)"
)
_TALK_TEXTS = (
    "SELECT s.number, t.focus, t.summary, "
    "(SELECT group_concat(p.experience || ' ' || p.meaning || ' ' || p.takeaway, ' ') "
    "FROM conversation_topic p WHERE p.conversation_id = c.id), "
    "(SELECT group_concat(x.text, ' ') FROM student_response r JOIN student_response_text x "
    "ON x.response_id = r.id WHERE r.conversation_id = c.id), "
    "(SELECT group_concat(x.text, ' ') FROM voice v JOIN voice_text x ON x.voice_id = v.id "
    "WHERE v.talk_id = c.talk_id) "
    f"FROM searched_talk s JOIN conversation c ON c.talk_id = s.talk_id AND {_LATER} "
    "JOIN conversation_text t ON t.conversation_id = c.id WHERE s.number"
)
_AGREEMENT_TEXTS = (
    "SELECT s.number, t.what, t.closed_reason FROM searched_agreement s "
    "JOIN agreement_text t ON t.agreement_id = s.agreement_id WHERE s.number"
)
_NEW_TALKS = (
    "INSERT INTO searched_talk (talk_id) SELECT c.talk_id FROM conversation c "
    "WHERE c.id = c.talk_id AND c.id NOT IN (SELECT talk_id FROM searched_talk) "
    "ORDER BY c.held_on, c.id"
)
_NEW_AGREEMENTS = (
    "INSERT INTO searched_agreement (agreement_id) SELECT a.id FROM agreement a "
    "WHERE a.id NOT IN (SELECT agreement_id FROM searched_agreement) ORDER BY a.made_on, a.id"
)
_SOURCES: Final = (
    ("talk_words", "searched_talk", _NEW_TALKS, _TALK_TEXTS),
    ("agreement_words", "searched_agreement", _NEW_AGREEMENTS, _AGREEMENT_TEXTS),
)

# Whose text a record of these tables is, by the first part of its key.
_TALK_OF: Final = {
    "conversation_text": "SELECT talk_id FROM conversation WHERE id IN ({})",
    "conversation_topic": "SELECT talk_id FROM conversation WHERE id IN ({})",
    "student_response_text": (
        "SELECT c.talk_id FROM conversation c JOIN student_response r ON r.conversation_id = c.id "
        "WHERE r.id IN ({})"
    ),
}
_AGREEMENT_KIND: Final = "agreement_text"


def fill_index(connection: Connection) -> int:
    """Index every talk and agreement that is not there yet, in order of time; how many those were.

    Does nothing where there is no index: at a school, or before the migration that makes it.
    """
    if not has_index(connection):
        return 0
    added = 0
    for index, table, add, texts in _SOURCES:
        run = connection.exec_driver_sql
        last = run(f"SELECT coalesce(max(number), 0) FROM {table}").scalar_one()
        added += run(add).rowcount
        while batch := run(f"{texts} > ? ORDER BY s.number LIMIT {_BATCH}", (last,)).all():
            _write(connection, index, batch)
            last = batch[-1][0]
    return added


def has_index(connection: Connection) -> bool:
    """Whether this database keeps words here."""
    if connection.dialect.name != "sqlite":
        return False
    query = "SELECT 1 FROM sqlite_master WHERE name = 'talk_words'"
    return connection.exec_driver_sql(query).first() is not None


def index_touched(connection: Connection, touched: Iterable[tuple[str, str, str]]) -> None:
    """Index again what these records (action, table, key) tell of; called before the commit."""
    keys: dict[str, dict[str, None]] = {}
    removed = False
    for action, kind, record in touched:
        if kind in _TALK_OF or kind == _AGREEMENT_KIND:
            removed = removed or action == "removed"
            keys.setdefault(kind, {})[record.partition("/")[0]] = None
    if not keys or not has_index(connection):
        return
    talks = {
        talk
        for kind, query in _TALK_OF.items()
        for part in _in_parts(keys.get(kind, ()))
        for (talk,) in connection.exec_driver_sql(query.format(_places(part)), tuple(part))
    }
    _index(connection, 0, sorted(talks))
    _index(connection, 1, list(keys.get(_AGREEMENT_KIND, ())))
    if removed:
        forget_removed(connection)


def forget_removed(connection: Connection) -> None:
    """Leave nothing of removed words: a removed row is only marked until parts are merged."""
    for index, *_ in _SOURCES:
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def _index(connection: Connection, place: int, ids: list[str]) -> None:
    index, table, _, texts = _SOURCES[place]
    column, parent = ("talk_id", "conversation") if place == 0 else ("agreement_id", "agreement")
    for part in _in_parts(ids):
        # Of these some may have gone in this very transaction.
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({column}) SELECT id FROM {parent} WHERE id IN ({_places(part)}) "
            f"AND id NOT IN (SELECT {column} FROM {table}) ORDER BY id",
            tuple(part),
        )
        query = (
            f"{texts} IN (SELECT number FROM {table} WHERE {column} IN ({_places(part)})) "
            "ORDER BY s.number"
        )
        _write(connection, index, connection.exec_driver_sql(query, tuple(part)).all())


def _write(connection: Connection, index: str, rows: Iterable[Any]) -> None:
    values = [
        (number, " ".join(text_words(" ".join(filter(None, texts))))) for number, *texts in rows
    ]
    if values:
        statement = f"INSERT OR REPLACE INTO {index} (rowid, words) VALUES (?, ?)"
        connection.exec_driver_sql(statement, values)


def _in_parts(ids: Iterable[str]) -> Iterator[list[str]]:
    every = list(ids)
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]


def _places(part: list[str]) -> str:
    return ", ".join("?" * len(part))
