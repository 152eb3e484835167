"""A school's server: its address, what refuses it, and errors that quote nobody."""

import string
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from lob_workbench.domain.errors import (
    InputRefused,
    LoginRefused,
    NotAllowed,
    ServerBusy,
    ServerGone,
    ServerUnreachable,
)
from lob_workbench.storage.server import (
    ServerAddress,
    TlsMode,
    parse_server_url,
    probe,
    server_engine,
)
from tests.helpers.postgres import PostgresCluster

MARKER = "ZZGEHEIM"
names = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x00"), min_size=1).filter(
    lambda text: text.strip() == text
)


@given(
    login=names,
    database=names,
    hosts=st.lists(
        st.tuples(
            st.text(string.ascii_lowercase + ".-", min_size=1).filter(lambda text: text[0] != "-"),
            st.integers(1, 65535),
        ),
        min_size=1,
        max_size=3,
    ),
    tls=st.sampled_from(TlsMode),
)
def test_an_address_survives_being_written_and_read(
    login: str, database: str, hosts: list[tuple[str, int]], tls: TlsMode
) -> None:
    address = ServerAddress(
        host=",".join(host for host, _ in hosts),
        port=",".join(str(port) for _, port in hosts),
        database=database,
        login=login,
        tls=tls,
        root_certificate=Path("/een plek/school.pem"),
    )
    assert parse_server_url(address.to_text()) == address


def test_a_socket_is_an_address_too() -> None:
    address = ServerAddress("/run/postgresql", "lob", "anna", port="5433")
    assert parse_server_url(address.to_text()) == address
    assert address.is_verified


def test_strict_is_the_default_and_less_is_known() -> None:
    strict = parse_server_url("postgresql://anna@lob.school.nl/lob")
    assert strict.parameters()["sslmode"] == "verify-full"
    assert strict.parameters()["sslrootcert"] == "system"
    assert strict.is_verified
    lax = parse_server_url("postgresql://anna@lob.school.nl/lob?sslmode=require")
    assert not lax.is_verified


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lob.school.nl",
        "https://lob.school.nl/lob",
        "postgresql://lob.school.nl/lob",
        "postgresql://@lob.school.nl/lob",
        "postgresql://anna@/lob",
        "postgresql://anna@lob.school.nl/",
        "postgresql://anna@lob.school.nl:abc/lob",
        "postgresql://anna@lob.school.nl/lob?sslmode=prefer",
        "postgresql://anna:geheim@lob.school.nl/lob",
        "postgresql://anna@lob.school.nl/lob?password=geheim",
    ],
)
def test_what_is_no_address_is_refused_in_words(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_server_url(text)
    assert "geheim" not in str(caught.value)


def test_the_engine_speaks_utc_and_finds_the_second_line(postgres_url: str) -> None:
    engine = server_engine(postgres_url)
    with engine.connect() as connection:
        for name, value in (
            ("timezone", "UTC"),
            ("application_name", "lob-workbench"),
            ("search_path", "public,second_line"),
            ("lock_timeout", "10s"),
        ):
            shown = connection.exec_driver_sql(f"SHOW {name}").scalar_one()
            assert shown.replace(" ", "") == value
    engine.dispose()


QUOTING: dict[str, Callable[[Connection], object]] = {
    "unique": lambda c: c.exec_driver_sql(f"INSERT INTO seen VALUES ('{MARKER}', 1)"),
    "check": lambda c: c.exec_driver_sql(f"INSERT INTO seen VALUES ('{MARKER}!', -1)"),
    "not null": lambda c: c.exec_driver_sql(f"INSERT INTO seen VALUES ('{MARKER}!', NULL)"),
    "cast": lambda c: c.exec_driver_sql("SELECT name::integer FROM seen"),
    "parameter": lambda c: c.execute(sa.text("SELECT CAST(:a AS uuid)"), {"a": MARKER}),
    "number": lambda c: c.execute(
        sa.text("INSERT INTO seen VALUES (:a, 1/(number - 1)) RETURNING 1"), {"a": MARKER}
    ),
    "date": lambda c: c.execute(sa.text("SELECT CAST(:a AS date)"), {"a": MARKER}),
    "json": lambda c: c.execute(sa.text("SELECT CAST(:a AS json)"), {"a": "{" + MARKER}),
}


@pytest.mark.parametrize("kind", QUOTING)
def test_no_error_quotes_a_row(postgres_url: str, kind: str) -> None:
    engine = server_engine(postgres_url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE seen (name text UNIQUE, number int NOT NULL CHECK (number > 0))"
        )
        connection.exec_driver_sql(f"INSERT INTO seen VALUES ('{MARKER}', 1)")
    with pytest.raises(Exception) as caught, engine.begin() as connection:
        QUOTING[kind](connection)
    told = "".join(traceback.format_exception(caught.value))
    # The statement is the program's own; only these tests write values into it.
    said = [line for line in told.splitlines() if "INSERT INTO seen VALUES" not in line]
    assert MARKER not in "\n".join(said)
    engine.dispose()


def test_what_the_server_does_not_allow_is_said_so(postgres_cluster: PostgresCluster) -> None:
    name = postgres_cluster.create_database()
    engine = server_engine(postgres_cluster.url(name))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE shut (name text)")
        connection.exec_driver_sql("CREATE ROLE nobody_at_all LOGIN")
    other = server_engine(postgres_cluster.url(name, "nobody_at_all"))
    with pytest.raises(NotAllowed), other.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM shut")
    other.dispose()
    engine.dispose()
    postgres_cluster.drop_database(name)


def test_waiting_too_long_for_somebody_else_is_said_so(postgres_url: str) -> None:
    engine = server_engine(postgres_url)
    with engine.begin() as one:
        one.exec_driver_sql("SELECT pg_advisory_xact_lock(1)")
        with engine.connect() as other:
            other.exec_driver_sql("SET lock_timeout = '50ms'")
            with pytest.raises(ServerBusy):
                other.exec_driver_sql("SELECT pg_advisory_xact_lock(1)")
            other.rollback()
    engine.dispose()


def test_a_connection_that_is_cut_is_said_so(postgres_url: str) -> None:
    engine, cutter = server_engine(postgres_url), server_engine(postgres_url)
    with engine.connect() as connection:
        process = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with cutter.begin() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({process}, 5000)")
        with pytest.raises(ServerGone):
            connection.exec_driver_sql("SELECT 1")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()
    cutter.dispose()


def test_nobody_answers() -> None:
    address = ServerAddress("127.0.0.1", "lob", "anna", port="1", tls=TlsMode.DISABLE)
    with pytest.raises(ServerUnreachable):
        probe(address, "geheim")


def test_a_name_or_database_that_is_not_there(postgres_cluster: PostgresCluster) -> None:
    here = str(postgres_cluster.folder)
    with pytest.raises(LoginRefused):
        probe(ServerAddress(here, "postgres", "is_er_niet"), "geheim")
    with pytest.raises(LoginRefused, match="database"):
        probe(ServerAddress(here, "is_er_niet", "postgres"), None)
    assert probe(ServerAddress(here, "postgres", "postgres"), None).version >= 150000
