"""Routes are written once, changed by whom they are, and never move to another set."""

from dataclasses import replace
from typing import Any

import pytest

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.skills.queries_sets import find_route, list_routes
from lob_workbench.skills.rules_sets import Route, may_change_route
from lob_workbench.skills.writing_sets import (
    bring_back_route,
    retire_route,
    write_route,
)
from lob_workbench.storage.base import new_id
from tests.helpers.skills import small_set
from tests.helpers.stores import Store


def a_route(store: Store, **fields: Any) -> Route:
    """A route that is not written yet."""
    route = Route(new_id(), "Leidinggeven", "small", ("courage", "listening"), store.owner.staff_id)
    return replace(route, **fields)


def written(store: Store, actor: Actor | None = None) -> Route:
    """A route as it stands."""
    route = a_route(store)
    with store.work(actor) as work:
        write_route(work, route, small_set())
    return shown(store, route)


def shown(store: Store, route: Route) -> Route:
    """The route as everybody reads it."""
    with store.work() as work:
        return next(one for one in list_routes(work) if one.id == route.id)


def test_a_route_stands_in_the_order_of_its_set_and_is_its_makers(store: Store) -> None:
    colleague = store.colleague(Role.COUNSELLOR)
    found = written(store, colleague)
    assert found.skills == ("listening", "courage")
    assert (found.author_id, found.version) == (colleague.staff_id, 1)


def test_writing_twice_writes_once_and_other_words_are_stale(store: Store) -> None:
    route = a_route(store)
    for _ in range(2):
        with store.work() as work:
            write_route(work, route, small_set())
    assert shown(store, route).version == 1
    with pytest.raises(StaleSave), store.work() as work:
        write_route(work, replace(route, name="Heel anders"), small_set())


def test_it_is_changed_by_its_version(store: Store) -> None:
    route = written(store)
    with store.work() as work:
        write_route(work, replace(route, name="Koken", skills=("planning",)), small_set())
    assert (shown(store, route).name, shown(store, route).skills) == ("Koken", ("planning",))
    with pytest.raises(StaleSave), store.work() as work:
        write_route(work, replace(route, name="Te laat"), small_set())


def test_it_stays_with_its_set(store: Store) -> None:
    route = written(store)
    other = replace(small_set(), id="other")
    with pytest.raises(InputRefused), store.work() as work:
        write_route(work, replace(route, set_id="other"), other)


def test_a_colleague_changes_it_not_and_an_administrator_does(store: Store) -> None:
    route, colleague = written(store), store.colleague(Role.COUNSELLOR)
    with pytest.raises(NotFound), store.work(colleague) as work:
        write_route(work, replace(route, name="Van mij"), small_set())
    with pytest.raises(NotFound), store.work(colleague) as work:
        retire_route(work, route.id, route.version)
    with store.work(store.colleague(Role.ADMINISTRATOR)) as work:
        write_route(work, replace(route, name="Opgeruimd"), small_set())
    assert shown(store, route).name == "Opgeruimd"
    assert shown(store, route).author_id == store.owner.staff_id


def test_a_retired_route_is_offered_no_more_and_comes_back(store: Store) -> None:
    route = written(store)
    with store.work() as work:
        retire_route(work, route.id, route.version)
    with store.work() as work:
        assert list_routes(work) == ()
        assert find_route(work, route.id).retired_at == store.clock.now()
    with store.work() as work:
        bring_back_route(work, route.id, route.version + 1)
    assert shown(store, route).version == 3
    with pytest.raises(NotFound), store.work() as work:
        retire_route(work, new_id(), 1)


def test_who_may_change_a_route(store: Store) -> None:
    mine = store.owner.staff_id
    assert may_change_route(replace(store.owner, roles=frozenset({Role.COUNSELLOR})), mine)
    assert not may_change_route(
        replace(store.owner, roles=frozenset({Role.INTAKE_OFFICER}), own_desk=False), mine
    )
    keeper = Actor(new_id(), "Beheer", frozenset({Role.ADMINISTRATOR}))
    assert may_change_route(keeper, mine)
    assert not may_change_route(Actor(new_id(), "X", frozenset({Role.COUNSELLOR})), mine)
