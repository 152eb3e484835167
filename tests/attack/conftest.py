"""The school that is attacked."""

from collections.abc import Iterator

import pytest

from tests.attack.world import World, build
from tests.helpers.postgres import PostgresCluster
from tests.helpers.stores import database_copy


@pytest.fixture(scope="session")
def built_world(postgres_cluster: PostgresCluster, server_template: str) -> Iterator[World]:
    """The school as it was filled; nobody is connected to its database any more."""
    with database_copy(postgres_cluster, server_template) as engine:
        built = build(engine)
        built.close()
        engine.dispose()
        yield built


@pytest.fixture(scope="module")
def world(postgres_cluster: PostgresCluster, built_world: World) -> Iterator[World]:
    """One school for all attacks of a file; each undoes what it did."""
    with database_copy(postgres_cluster, str(built_world.store.engine.url.database)) as engine:
        world = built_world.on(engine)
        yield world
        world.close()
