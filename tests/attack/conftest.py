"""The school that is attacked."""

from collections.abc import Iterator

import pytest

from lob_workbench.storage.server import server_engine
from tests.attack.world import World, build
from tests.helpers.postgres import PostgresCluster


@pytest.fixture(scope="module")
def world(postgres_cluster: PostgresCluster, server_template: str) -> Iterator[World]:
    """One school for all attacks; each undoes what it did."""
    name = postgres_cluster.create_database(server_template)
    engine = server_engine(postgres_cluster.url(name))
    world = build(engine)
    yield world
    if world.watcher is not None:
        world.watcher.close()
    engine.dispose()
    postgres_cluster.drop_database(name)
