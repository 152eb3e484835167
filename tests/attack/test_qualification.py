"""Dossiers by plain SQL: the administrator adds and retires them, and nobody rewrites one."""

import pytest
from psycopg import errors

from tests.attack.world import World
from tests.attack.writing_skills import insert, logged_in, me


@pytest.mark.parametrize("who", ["counsellor", "leader", "second line", "intake", "expired"])
def test_a_dossier_is_the_administrators(world: World, who: str) -> None:
    with logged_in(world, who) as connection:
        with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
            insert(connection, world, "qualification", added_by=me(world, who))
        assert connection.execute("UPDATE qualification SET retired_at = now()").rowcount == 0


def test_the_administrator_adds_one_in_the_own_name_and_rewrites_none(world: World) -> None:
    mine = me(world, "administrator")
    with logged_in(world, "administrator") as connection:
        insert(connection, world, "qualification", added_by=mine)
        with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
            insert(connection, world, "qualification", added_by=me(world, "counsellor"))
        for column in ("number", "title", "dossier_version", "body", "added_at"):
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                connection.execute(f"UPDATE qualification SET {column} = {column}".encode())


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("number", "x"),
        ("title", "x" * 401),
        ("dossier_version", "x" * 401),
        ("body", "x" * 2_000_001),
    ],
)
def test_what_no_page_could_show_is_no_row(world: World, column: str, value: str) -> None:
    wish = {"added_by": me(world, "administrator"), column: value}
    with (
        logged_in(world, "administrator") as connection,
        pytest.raises(errors.CheckViolation),
        connection.transaction(),
    ):
        insert(connection, world, "qualification", **wish)
