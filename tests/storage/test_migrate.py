"""Upgrading a database: all or nothing, once, and never by an older product."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from lob_workbench import paths
from lob_workbench.domain.errors import WorkbookDamaged, WorkbookNewer
from lob_workbench.storage import migrate
from lob_workbench.storage.engine import dispose_engine, workbook_engine
from lob_workbench.storage.migrate import (
    current_revision,
    needs_upgrade,
    newest_revision,
    upgrade,
)
from lob_workbench.storage.server import server_engine
from tests.helpers.stores import KEY, Store, new_store

LATER = '''
"""A later step, for these tests."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{down}"
branch_labels = depends_on = None


def upgrade() -> None:
{body}
'''


@pytest.fixture(params=["embedded", "server"])
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without anything in it, on both engines in turn."""
    if request.param == "embedded":
        engine = workbook_engine(tmp_path / "workbook.db", KEY, create=True)
        yield engine
        dispose_engine(engine)
        return
    engine = server_engine(request.getfixturevalue("postgres_url"))
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    """What lies in the database."""
    return set(sa.inspect(engine).get_table_names())


def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Let the product have one migration more than it has."""
    folder = tmp_path / "migrations"
    shutil.copytree(paths.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    code = "\n".join(f"    {line}" for line in body.splitlines())
    text = LATER.format(down=newest_revision(), body=code)
    (folder / "versions" / "9999_later.py").write_text(text, "utf-8")
    monkeypatch.setattr(migrate, "migrations", lambda: folder)


def test_an_empty_database_gets_all_tables_and_a_second_time_nothing(empty_engine: Engine) -> None:
    assert current_revision(empty_engine) is None
    assert needs_upgrade(empty_engine)
    upgrade(empty_engine)
    made = tables(empty_engine)
    assert {"student", "conversation", "draft", "alembic_version"} <= made
    assert current_revision(empty_engine) == newest_revision()
    assert not needs_upgrade(empty_engine)
    upgrade(empty_engine)
    assert tables(empty_engine) == made


def test_a_second_upgrade_keeps_what_was_written(store: Store) -> None:
    student = store.student()
    upgrade(store.engine)
    with store.engine.connect() as connection:
        kept = connection.scalars(sa.text("SELECT id FROM student")).one()
        assert str(kept).replace("-", "") == student.hex


@pytest.mark.parametrize("revision", ["2031a", "0000", "x'; DROP TABLE student; --"])
def test_a_workbook_of_a_newer_product_is_left_alone(any_engine: Engine, revision: str) -> None:
    with any_engine.begin() as connection:
        # A newer product may have longer names for its revisions than this one.
        statement = sa.text("UPDATE alembic_version SET version_num = :revision")
        connection.execute(statement, {"revision": revision})
    before = tables(any_engine)
    with pytest.raises(WorkbookNewer):
        needs_upgrade(any_engine)
    with pytest.raises(WorkbookNewer):
        upgrade(any_engine)
    assert current_revision(any_engine) == revision
    assert tables(any_engine) == before


def test_the_newest_revision_is_the_only_head() -> None:
    names = sorted(path.name for path in (paths.migrations() / "versions").glob("*.py"))
    assert names[-1].startswith(newest_revision())
    assert len({name.split("_")[0] for name in names}) == len(names)


@pytest.mark.parametrize(
    "failure",
    ["raise RuntimeError('halfway')", "op.execute('INSERT INTO nowhere VALUES (1)')"],
    ids=["python", "sql"],
)
def test_a_migration_that_fails_changes_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    student = store.student()
    before, revision = tables(store.engine), newest_revision()
    body = (
        "op.create_table('later', sa.Column('id', sa.Integer(), primary_key=True))\n"
        "op.add_column('student', sa.Column('nickname', sa.Text(), nullable=True))\n"
        "op.execute(\"UPDATE student SET nickname = 'x', first_name = 'weg'\")\n"
    )
    later(tmp_path, monkeypatch, body + failure)
    assert needs_upgrade(store.engine)
    with pytest.raises((RuntimeError, DBAPIError)):
        upgrade(store.engine)
    assert tables(store.engine) == before
    assert current_revision(store.engine) == revision
    columns = {column["name"] for column in sa.inspect(store.engine).get_columns("student")}
    assert "nickname" not in columns
    with store.engine.connect() as connection:
        row = connection.execute(sa.text("SELECT id, first_name FROM student")).one()
        assert (str(row.id).replace("-", ""), row.first_name) == (student.hex, "Zoë")


def test_after_a_failed_migration_foreign_keys_are_kept_again(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(tmp_path, monkeypatch, "raise RuntimeError")
    with pytest.raises(RuntimeError):
        upgrade(embedded_store.engine)
    with embedded_store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_migration_that_orphans_a_child_is_taken_back(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded_store.student()
    later(tmp_path, monkeypatch, "op.execute('DELETE FROM student')")
    with pytest.raises(WorkbookDamaged):
        upgrade(embedded_store.engine)
    with embedded_store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM student").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM student_word").scalar()


def test_recreating_a_parent_table_keeps_its_children(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded_store.student()
    body = (
        "with op.batch_alter_table('student', recreate='always',"
        " table_kwargs={'sqlite_strict': True}) as batch:\n"
        "    batch.add_column(sa.Column('nickname', sa.Text(), nullable=True))"
    )
    later(tmp_path, monkeypatch, body)
    with embedded_store.engine.connect() as connection:
        words = connection.exec_driver_sql("SELECT count(*) FROM student_word").scalar()
    upgrade(embedded_store.engine)
    with embedded_store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM student_word").scalar() == words
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize("administrators", [2, 4])
def test_administrators_who_upgrade_at_once_both_succeed_and_it_happens_once(
    postgres_url: str, administrators: int
) -> None:
    trouble: list[BaseException] = []
    ready = threading.Barrier(administrators)

    def administer() -> None:
        engine = server_engine(postgres_url)
        try:
            ready.wait(10)
            upgrade(engine)
        except BaseException as error:
            trouble.append(error)
        finally:
            engine.dispose()

    threads = [threading.Thread(target=administer) for _ in range(administrators)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert trouble == []
    engine = server_engine(postgres_url)
    try:
        with engine.connect() as connection:
            assert connection.scalars(sa.text("SELECT version_num FROM alembic_version")).all() == [
                newest_revision()
            ]
        new_store(engine).student()
    finally:
        engine.dispose()
