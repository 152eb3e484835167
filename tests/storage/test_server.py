"""A school's server: its address, what refuses it, and errors that quote nobody."""

import string
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, StatementError

from lob_workbench.domain.errors import (
    CertificateRefused,
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
    sqlstate,
)
from lob_workbench.storage.server_errors import server_trouble_told
from tests.helpers.certificates import Shown
from tests.helpers.postgres import PostgresCluster, running_cluster
from tests.helpers.postgres_tls import SecureCluster

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


def test_an_address_in_numbers_survives_too() -> None:
    address = ServerAddress("::1,10.0.0.1", "lob", "anna", port="5432,5433")
    assert parse_server_url(address.to_text()) == address
    assert parse_server_url("postgresql://anna@[::1]:5433/lob").host == "::1"


def test_strict_is_the_default_and_less_is_known() -> None:
    strict = parse_server_url("postgresql://anna@lob.school.nl/lob")
    assert strict.parameters()["sslmode"] == "verify-full"
    # Certificates that this computer trusts: those of the file that Python finds, if there is one.
    trusted = strict.parameters()["sslrootcert"]
    assert trusted == "system" or Path(trusted).is_file()
    assert "require_auth" not in strict.parameters()
    assert strict.is_verified
    lax = parse_server_url("postgresql://anna@lob.school.nl/lob?sslmode=require")
    assert not lax.is_verified
    assert lax.parameters()["require_auth"] == "!password"


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
        "postgresql://anna@lob.school.nl/lob?password",
        "postgresql://anna@lob.school.nl/lob?sslmde=require",
        "postgresql://anna@lob.school.nl/lob?port=abc",
        "postgresql://anna@[/lob",
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
    "search": lambda c: c.execute(sa.text("SELECT to_tsquery(:a)"), {"a": f"{MARKER} &"}),
    "pattern": lambda c: c.execute(sa.text("SELECT 'a' ~ :a"), {"a": f"{MARKER}("}),
    "name": lambda c: c.execute(sa.text("SELECT current_setting(:a)"), {"a": MARKER}),
    "null byte": lambda c: c.execute(sa.text("SELECT :a"), {"a": f"{MARKER}\x00"}),
    "half a letter": lambda c: c.execute(sa.text("SELECT :a"), {"a": f"{MARKER}\ud800"}),
    "detail": lambda c: c.execute(sa.text("SELECT tell(:a)"), {"a": MARKER}),
    "row": lambda c: c.execute(sa.text("INSERT INTO guarded VALUES (:a)"), {"a": MARKER}),
    "json": lambda c: c.execute(sa.text("SELECT CAST(:a AS json)"), {"a": "{" + MARKER}),
}


SEEN = f"""
CREATE TABLE seen (name text UNIQUE, number int NOT NULL CHECK (number > 0));
INSERT INTO seen VALUES ('{MARKER}', 1);
CREATE FUNCTION tell(said text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'no' USING DETAIL = said, HINT = said; END $$;
CREATE TABLE guarded (name text);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
GRANT ALL ON seen, guarded TO PUBLIC;
"""


@pytest.mark.parametrize("kind", QUOTING)
def test_no_error_quotes_a_row(
    postgres_cluster: PostgresCluster, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    name = postgres_cluster.create_database()
    owner = server_engine(postgres_cluster.url(name))
    login = f"quoter_{name}"
    with owner.begin() as connection:
        connection.exec_driver_sql(SEEN)
        connection.exec_driver_sql(f"CREATE ROLE {login} LOGIN")
    engine = server_engine(postgres_cluster.url(name, login))
    with pytest.raises(Exception) as caught, engine.begin() as connection:
        QUOTING[kind](connection)
    for place in held_by(caught.value):
        # The statement is the program's own; only these tests write values into it.
        said = [line for line in place.splitlines() if "INSERT INTO seen VALUES" not in line]
        assert MARKER not in "\n".join(said)
    assert MARKER not in caplog.text
    engine.dispose()
    with owner.begin() as connection:
        connection.exec_driver_sql(f"DROP OWNED BY {login}; DROP ROLE {login}")
    owner.dispose()
    postgres_cluster.drop_database(name)


def held_by(error: BaseException) -> list[str]:
    """Everything that the error and what it came from say or hold."""
    places = ["".join(traceback.format_exception(error))]
    chain: list[BaseException | None] = [error]
    for one in chain:
        if one is not None:
            diagnosis = getattr(one, "diag", None)
            told = [getattr(diagnosis, name) for name in dir(diagnosis) if "message" in name]
            held = {name: value for name, value in vars(one).items() if name != "statement"}
            places += [repr(one), repr(held), repr(one.args), repr(told)]
            places.append(repr(getattr(one, "object", None)))
            chain += [one.__cause__, one.__context__]
    return places


def test_what_a_constraint_is_called_is_still_told(postgres_url: str) -> None:
    engine = server_engine(postgres_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE seen (name text CONSTRAINT uq_seen UNIQUE)")
        connection.exec_driver_sql(f"INSERT INTO seen VALUES ('{MARKER}')")
    with pytest.raises(IntegrityError, match="uq_seen") as caught, engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO seen VALUES (:a)"), {"a": MARKER})
    assert sqlstate(caught.value) == "23505"
    engine.dispose()


def test_a_value_that_cannot_be_sent_is_not_quoted(postgres_url: str) -> None:
    class Refusing(sa.types.TypeDecorator[str]):
        impl = sa.Text
        cache_ok = True

        def process_bind_param(self, value: str | None, dialect: object) -> str:
            raise ValueError(f"cannot send {value}")

    engine = server_engine(postgres_url)
    with pytest.raises(StatementError) as caught, engine.connect() as connection:
        connection.execute(sa.select(sa.bindparam("a", MARKER, Refusing())))
    assert not any(MARKER in place for place in held_by(caught.value))
    engine.dispose()


def test_a_bare_connection_tells_the_same(postgres_url: str) -> None:
    engine = server_engine(postgres_url)
    borrowed = engine.raw_connection()
    bare: Any = borrowed.driver_connection
    with pytest.raises(psycopg.DataError) as caught, server_trouble_told():
        bare.execute("SELECT %s::uuid", [MARKER])
    assert not any(MARKER in place for place in held_by(caught.value))
    bare.rollback()
    with pytest.raises(ServerGone), server_trouble_told():
        bare.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    borrowed.invalidate()
    engine.dispose()


def test_limits_can_be_set_otherwise_and_the_rest_stays(postgres_url: str) -> None:
    engine = server_engine(postgres_url, connect_args={"options": "-c statement_timeout=0"})
    with engine.connect() as connection:
        for name, value in (("statement_timeout", "0"), ("timezone", "UTC")):
            assert connection.exec_driver_sql(f"SHOW {name}").scalar_one() == value
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


def test_after_a_restart_work_goes_on_at_once() -> None:
    with running_cluster(durable=True) as cluster:
        engine = server_engine(cluster.url("postgres"))
        borrowed = [engine.connect() for _ in range(3)]
        for connection in borrowed:
            connection.exec_driver_sql("SELECT 1")
            connection.close()
        cluster.kill()
        with pytest.raises(ServerUnreachable):
            engine.connect()
        cluster.start()
        for _ in range(3):
            with engine.connect() as connection:
                assert connection.exec_driver_sql("SELECT 1").scalar() == 1
        engine.dispose()


@pytest.fixture
def school(secure_cluster: SecureCluster) -> Iterator[ServerAddress]:
    """An address over the network, of a login whose password is "geheim"."""
    name = secure_cluster.create_database()
    engine = server_engine(secure_cluster.url(name))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE ROLE {name} LOGIN PASSWORD 'geheim'")
    yield ServerAddress(
        "localhost",
        name,
        name,
        port=str(secure_cluster.port),
        root_certificate=secure_cluster.ca_file,
    )
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP ROLE {name}")
    engine.dispose()
    secure_cluster.drop_database(name)


def test_a_school_over_the_network(school: ServerAddress) -> None:
    facts = probe(school, "geheim")
    assert facts.encrypted
    assert facts.version >= 150000
    for password in ("anders", "", None):
        with pytest.raises(LoginRefused):
            probe(school, password)
    # The first of the two does not answer.
    two = replace(school, host="localhost,localhost", port=f"1,{school.port}")
    assert probe(two, "geheim").encrypted


def test_each_fault_of_a_certificate_has_its_own_line(
    school: ServerAddress, secure_cluster: SecureCluster
) -> None:
    for shown, said in ((Shown.EXPIRED, "verlopen"), (Shown.OTHER_NAME, "andere naam")):
        with secure_cluster.showing(shown), pytest.raises(CertificateRefused, match=said):
            probe(school, "geheim")
    other = replace(school, root_certificate=secure_cluster.other_ca_file)
    with pytest.raises(CertificateRefused, match="niet nagaan"):
        probe(other, "geheim")
    absent = replace(school, root_certificate=secure_cluster.folder / "geen.pem")
    with pytest.raises(CertificateRefused, match="staat niet op deze plek"):
        probe(absent, "geheim")
    # What this computer trusts does not hold the school's own authority.
    with pytest.raises(CertificateRefused, match="niet nagaan"):
        probe(replace(school, root_certificate=None), "geheim")
    with pytest.raises(CertificateRefused, match="beveiligde verbinding"):
        probe(replace(school, tls=TlsMode.DISABLE), "geheim")
    # An authority that anybody can ask for a certificate proves nothing without the name.
    with pytest.raises(CertificateRefused):
        probe(replace(school, tls=TlsMode.VERIFY_CA, root_certificate=None), "geheim")
    assert probe(replace(school, tls=TlsMode.VERIFY_CA), "geheim").encrypted
    assert probe(replace(school, tls=TlsMode.REQUIRE), "geheim").encrypted
