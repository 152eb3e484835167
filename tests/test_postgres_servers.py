"""The servers that tests start refuse what a school's refuses, and lose nothing at a failover."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine

from lob_workbench.domain.errors import CertificateRefused
from lob_workbench.storage.server import parse_server_url, probe
from tests.helpers.certificates import Shown
from tests.helpers.postgres import PostgresCluster
from tests.helpers.postgres_pair import PostgresPair
from tests.helpers.postgres_tls import SecureCluster

SECRET = "paard batterij"


@pytest.fixture
def login(secure_cluster: SecureCluster) -> Iterator[str]:
    secure_cluster.create_login("anna", SECRET)
    yield "anna"
    secure_cluster.drop_login("anna")


@pytest.mark.parametrize("sslmode", ["verify-full", "verify-ca", "require"])
def test_a_login_comes_in_over_tls(secure_cluster: SecureCluster, login: str, sslmode: str) -> None:
    dsn = secure_cluster.dsn_tls("postgres", login, SECRET, sslmode)
    with psycopg.connect(dsn) as connection:
        assert connection.pgconn.ssl_in_use
    url = secure_cluster.url_tls("postgres", login, SECRET, sslmode)
    with psycopg.connect(url) as connection:
        assert connection.pgconn.ssl_in_use
    engine = create_engine(url)
    with engine.connect() as line:
        assert line.exec_driver_sql("SELECT session_user").scalar_one() == login
    engine.dispose()


def test_the_application_comes_in_with_the_same_address(
    secure_cluster: SecureCluster, login: str
) -> None:
    address = parse_server_url(secure_cluster.url_tls("postgres", login))
    assert address.is_verified
    assert probe(address, SECRET).encrypted


@pytest.mark.parametrize(
    ("shown", "other_root", "said"),
    [
        (Shown.VALID, True, "certificate verify failed"),
        (Shown.OTHER_NAME, False, "does not match host name"),
        # libpq does not say that it has expired.
        (Shown.EXPIRED, False, "certificate verify failed"),
    ],
)
def test_a_certificate_that_proves_nothing_is_refused(
    secure_cluster: SecureCluster, login: str, shown: Shown, other_root: bool, said: str
) -> None:
    root = secure_cluster.other_ca_file if other_root else secure_cluster.ca_file
    shows = nullcontext() if shown is Shown.VALID else secure_cluster.showing(shown)
    with shows:
        with pytest.raises(psycopg.OperationalError, match=said):
            psycopg.connect(secure_cluster.dsn_tls("postgres", login, SECRET, root=root))
        address = parse_server_url(secure_cluster.url_tls("postgres", login, root=root))
        with pytest.raises(CertificateRefused):
            probe(address, SECRET)
        # Nothing but the proof is at fault.
        psycopg.connect(secure_cluster.dsn_tls("postgres", login, SECRET, "require")).close()
    # And the right one is back.
    psycopg.connect(secure_cluster.dsn_tls("postgres", login, SECRET)).close()


def test_there_is_no_other_way_in(secure_cluster: SecureCluster, login: str) -> None:
    plain = secure_cluster.dsn_tls("postgres", login, SECRET, "disable")
    with pytest.raises(psycopg.OperationalError, match=r"rejects connection.*no encryption"):
        psycopg.connect(plain)
    with pytest.raises(psycopg.OperationalError, match="rejects connection"):
        psycopg.connect(secure_cluster.dsn("postgres", login))
    for secret in ("verkeerd", None):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(secure_cluster.dsn_tls("postgres", login, secret))
    # The superuser has the socket, and no password for the network.
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(secure_cluster.dsn_tls("postgres", "postgres", SECRET))


def test_the_key_is_for_the_server_alone(secure_cluster: SecureCluster) -> None:
    assert (secure_cluster.folder / "server.key").stat().st_mode & 0o077 == 0


@pytest.fixture
def counted(postgres_pair: PostgresPair) -> Iterator[str]:
    """A database on the pair with an empty table ``written``."""
    name = postgres_pair.primary.create_database()
    with psycopg.connect(postgres_pair.url(name)) as connection:
        connection.execute("CREATE TABLE written (number integer PRIMARY KEY)")
    yield name
    postgres_pair.heal()
    postgres_pair.primary.drop_database(name)


def _numbers(url: str) -> set[int]:
    with psycopg.connect(url) as connection:
        return {number for (number,) in connection.execute("SELECT number FROM written")}


def _write_until_it_breaks(url: str, confirmed: list[int], enough: threading.Event) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for number in range(1_000_000):
            try:
                connection.execute("INSERT INTO written VALUES (%s)", (number,))
            except psycopg.OperationalError:
                break
            confirmed.append(number)
            if number == 50:
                enough.set()


def test_what_was_confirmed_is_on_the_promoted_standby(
    postgres_pair: PostgresPair, counted: str
) -> None:
    url = postgres_pair.url(counted)
    confirmed: list[int] = []
    enough = threading.Event()
    writer = threading.Thread(target=_write_until_it_breaks, args=(url, confirmed, enough))
    writer.start()
    assert enough.wait(30)
    postgres_pair.kill_primary()
    writer.join(30)
    assert not writer.is_alive()
    killed = postgres_pair.primary
    postgres_pair.promote()
    assert postgres_pair.primary is not killed
    assert not killed.running
    stands = _numbers(url)
    assert set(confirmed) <= stands
    # The one that was under way may stand there unconfirmed.
    assert len(stands) - len(confirmed) in (0, 1)


def test_nothing_is_confirmed_that_the_standby_does_not_have(
    postgres_pair: PostgresPair, counted: str
) -> None:
    postgres_pair.standby.kill()
    with psycopg.connect(postgres_pair.url(counted), autocommit=True) as connection:
        waiting = threading.Thread(
            target=connection.execute, args=("INSERT INTO written VALUES (1)",)
        )
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        postgres_pair.heal()
        waiting.join(30)
        assert not waiting.is_alive()


def test_one_address_leads_to_whichever_can_be_written(
    postgres_pair: PostgresPair, counted: str
) -> None:
    postgres_pair.primary.create_login("berend", SECRET)
    bare = postgres_pair.url(counted)
    secret = postgres_pair.url_tls(counted, "berend", SECRET)

    def reached() -> set[str]:
        found = set()
        for url in (bare, secret):
            engine = create_engine(url)
            with engine.connect() as line:
                found.add(line.exec_driver_sql("SHOW port").scalar_one())
            engine.dispose()
            with psycopg.connect(url) as connection:
                row = connection.execute("SHOW port").fetchone()
                assert row is not None
                found.add(row[0])
        return found

    assert reached() == {str(postgres_pair.primary.port)}
    before = postgres_pair.primary.port
    postgres_pair.promote()
    assert postgres_pair.primary.port != before
    assert reached() == {str(postgres_pair.primary.port)}
    # The application asks for one that can be written by itself.
    asked = postgres_pair.url_tls(counted, "berend").replace("&target_session_attrs=read-write", "")
    address = parse_server_url(asked)
    assert probe(address, SECRET).encrypted
    postgres_pair.heal()
    # The old primary runs again, and cannot be written.
    assert postgres_pair.standby.ask("SELECT pg_is_in_recovery()") == (True,)
    assert reached() == {str(postgres_pair.primary.port)}
    postgres_pair.primary.drop_login("berend")


def test_a_restarted_primary_has_what_it_confirmed(
    postgres_pair: PostgresPair, counted: str
) -> None:
    url = postgres_pair.url(counted)
    with psycopg.connect(url) as connection:
        connection.execute("INSERT INTO written VALUES (7)")
    primary = postgres_pair.primary
    postgres_pair.restart_primary()
    assert postgres_pair.primary is primary
    assert _numbers(url) == {7}


def test_only_the_connections_of_one_login_are_ended(
    postgres_pair: PostgresPair, counted: str
) -> None:
    postgres_pair.primary.create_login("carla", SECRET)
    hit = psycopg.connect(postgres_pair.url(counted, "carla"))
    spared = psycopg.connect(postgres_pair.url(counted))
    assert postgres_pair.kill_backends("carla") == 1
    with pytest.raises(psycopg.OperationalError):
        hit.execute("SELECT 1")
    assert spared.execute("SELECT 1").fetchone() == (1,)
    hit.close()
    spared.close()
    assert postgres_pair.kill_backends("carla") == 0
    postgres_pair.primary.drop_login("carla")


def test_stopping_leaves_nothing_behind() -> None:
    pair = PostgresPair()
    folders: list[Path] = [server.folder for server in (pair.primary, pair.standby)]
    assert all(folder.is_dir() for folder in folders)
    pair.stop()
    assert not any(folder.exists() for folder in folders)


def test_durable_is_what_the_pair_is(
    postgres_pair: PostgresPair, postgres_cluster: PostgresCluster
) -> None:
    for server in (postgres_pair.primary, postgres_pair.standby):
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            assert server.ask("SELECT current_setting(%s)", name) == ("on",)
    assert postgres_cluster.ask("SHOW fsync") == ("off",)
