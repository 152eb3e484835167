"""Fixtures for all tests, and guards that fail a test which leaves something behind."""

from __future__ import annotations

import gc
import os
import tempfile
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

# Before anything imports Qt or keyring: no test may open a window on this desk, read the
# tester's own settings or touch the tester's own key ring.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="lob-home-")
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_HOME.name) / _name.lower())
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# Nor may one hear that the tester's screen locks, or ask the tester's laptop to wait with sleep.
for _name in ("SESSION", "SYSTEM"):
    os.environ[f"DBUS_{_name}_BUS_ADDRESS"] = f"unix:path={_HOME.name}/no-bus"

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

from lob_workbench.app.local_server import NoServer  # noqa: E402
from tests.helpers.postgres import PostgresCluster, running_cluster  # noqa: E402
from tests.helpers.postgres_pair import PostgresPair, running_pair  # noqa: E402
from tests.helpers.postgres_tls import SecureCluster, running_secure_cluster  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = [
    "tests.helpers.command_line",
    "tests.helpers.compiled",
    "tests.helpers.counts",
    "tests.helpers.derived",
    "tests.helpers.guards",
    "tests.helpers.stores",
    "tests.helpers.tracing",
    "tests.helpers.pages",
    "tests.helpers.office",
]

T = TypeVar("T")
IN_CI = os.environ.get("CI", "").lower() == "true"

# Wall-clock deadlines fail on a busy machine, not on a fault.
_calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", _calm, max_examples=30)
settings.register_profile("ci", _calm, max_examples=25, derandomize=True, print_blob=True)
settings.register_profile("soak", _calm, max_examples=100_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if IN_CI else "dev"))


def pytest_unconfigure() -> None:
    """Remove the private home."""
    _HOME.cleanup()


def pytest_collection_finish() -> None:
    """What is loaded by now stays: without this each full collection looks through all of it."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep long runs for ``make soak``."""
    if "soak" in config.getoption("markexpr"):
        return
    long_run = pytest.mark.skip(reason="a long run: make soak")
    for item in items:
        if item.get_closest_marker("soak") is not None:
            item.add_marker(long_run)


@contextmanager
def _server_or_skip(starting: AbstractContextManager[T]) -> Iterator[T]:
    """Skip where no PostgreSQL is installed, except in CI."""
    try:
        with starting as server:
            yield server
    except NoServer as error:
        if IN_CI:
            pytest.fail(f"CI needs PostgreSQL: {error}")
        pytest.skip(f"PostgreSQL: {error}")


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[PostgresCluster]:
    """One PostgreSQL server for this worker."""
    with _server_or_skip(running_cluster()) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def strict_cluster() -> Iterator[PostgresCluster]:
    """A server of its own that asks every login for its password."""
    with _server_or_skip(running_cluster(passwords=True)) as cluster:
        yield cluster


@pytest.fixture
def faulty_cluster() -> Iterator[PostgresCluster]:
    """A server that asks for passwords and survives being killed, for one test."""
    with _server_or_skip(running_cluster(passwords=True, durable=True)) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def secure_cluster() -> Iterator[SecureCluster]:
    """A server that is reached over TLS only, with a password."""
    with _server_or_skip(running_secure_cluster()) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def one_postgres_pair() -> Iterator[PostgresPair]:
    """The pair behind ``postgres_pair``, in whatever state the last test left it."""
    with _server_or_skip(running_pair()) as pair:
        yield pair


@pytest.fixture
def postgres_pair(one_postgres_pair: PostgresPair) -> PostgresPair:
    """A primary and a standby, both running and in step; the test may kill what it likes."""
    one_postgres_pair.heal()
    return one_postgres_pair


@pytest.fixture
def postgres_url(postgres_cluster: PostgresCluster) -> Iterator[str]:
    """URL of a new, empty database on PostgreSQL; the user is a superuser."""
    name = postgres_cluster.create_database()
    yield postgres_cluster.url(name)
    postgres_cluster.drop_database(name)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder with the material that lies beside the checkout: real lists and schemas."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("no ../shared/data beside this checkout")
    return folder
