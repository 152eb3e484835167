"""Sets, routes and kwalificatiedossiers of a school, on both engines."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.content import qualification_json
from lob_workbench.content.skill_writing import skill_set_toml
from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.skill_sets import (
    operations,
    operations_routes,
    operations_work,
    queries,
)
from lob_workbench.features.skill_sets.operations import Overview
from lob_workbench.features.skill_sets.records import QualificationRecord
from lob_workbench.features.skill_sets.rules_difference import Kind
from lob_workbench.skills.queries_sets import get_set, list_sets
from lob_workbench.skills.records import SkillRoute, SkillSetRecord
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.base import new_id
from tests.features.skill_sets.making import a_qualification, other_set, with_text, without_courage
from tests.helpers.skills import small_set
from tests.helpers.stores import MONDAY, Store


@pytest.fixture
def keeper(store: Store) -> Actor:
    """Who administers the sets of the school."""
    return store.colleague(Role.ADMINISTRATOR)


def overview(store: Store, actor: Actor | None = None) -> Overview:
    """All of it as this person reads it."""
    with store.work(actor) as work:
        return operations.read_overview(work)


def taken(store: Store, actor: Actor, *sets: Any) -> None:
    """Take these over, one after another."""
    for one in sets:
        with store.work(actor) as work:
            assert operations.take_over_set(work, one).touches("skill_set")


def record_of(store: Store, key: str) -> UUID:
    """The id of the version with this key."""
    found = next(one.id for one in overview(store).versions if one.skill_set.key == key)
    assert found is not None
    return found


def keys(store: Store) -> list[str]:
    """The versions in force as the matrix offers them."""
    with store.work() as work:
        return [one.key for one in list_sets(work)]


def test_everybody_reads_what_the_school_took_over(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set(), other_set())
    for role in Role:
        found = overview(store, store.colleague(role)).versions
        assert [one.skill_set for one in found] == [load_skill_set(), other_set(), small_set()]
        assert found[1].skill_set.source == "Van ons"
        assert (found[1].added_by, found[1].added_at) == (keeper.name, store.clock.now())
        assert [one.is_ours for one in found] == [True, False, False]


def test_what_differs_is_shown_before_it_is_taken_over(store: Store, keeper: Actor) -> None:
    with store.work(keeper) as work:
        assert operations.preview_set(work, small_set()).before is None
    taken(store, keeper, small_set())
    after = with_text("courage-1-1", "Durft iets", version="2")
    with store.work(keeper) as work:
        seen = operations.preview_set(work, after)
    assert seen.before == small_set()
    assert [(one.kind, one.becomes) for one in seen.differences] == [(Kind.CHANGED, "Durft iets")]
    assert seen.there is None
    assert keys(store) == [load_skill_set().key, "small@1"]


def test_a_newer_version_stands_beside_the_older_one(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set(), without_courage("2"))
    assert keys(store)[1:] == ["small@2", "small@1"]
    with store.work() as work:
        assert get_set(work, "small@1").skill("courage")
        assert "courage" not in get_set(work, "small@2").skill_ids
    with store.work(keeper) as work:
        third = operations.preview_set(work, with_text("planning-1-1", "Plant", version="3"))
    assert third.before is not None
    assert third.before.version == "2"


def test_the_same_version_twice_is_kept_once(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set(), small_set())
    assert keys(store)[1:] == ["small@1"]
    with store.work(keeper) as work:
        there = operations.preview_set(work, small_set()).there
    assert there is not None
    assert not there.is_retired


def test_other_words_need_another_version(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set())
    other = with_text("courage-1-1", "Iets anders")
    for do in (operations.preview_set, operations.take_over_set):
        with pytest.raises(InputRefused, match="Versie 1"), store.work(keeper) as work:
            do(work, other)


def test_the_id_of_ours_is_ours(store: Store, keeper: Actor) -> None:
    with pytest.raises(InputRefused, match="werkbank"), store.work(keeper) as work:
        operations.take_over_set(work, replace(small_set(), id="werkbank", version="9"))


def test_a_set_that_could_not_be_read_back_is_refused(store: Store, keeper: Actor) -> None:
    with pytest.raises(InputRefused), store.work(keeper) as work:
        operations.preview_set(work, with_text("courage-1-1", "Doet planning 1 1"))


def test_a_retired_version_stays_readable_and_comes_back(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set())
    record = record_of(store, "small@1")
    for _ in range(2):
        with store.work(keeper) as work:
            operations.retire_set(work, record)
    assert keys(store) == [load_skill_set().key]
    assert overview(store).versions[1].is_retired
    with store.work() as work:
        assert get_set(work, "small@1") == small_set()
    with store.work(keeper) as work:
        there = operations.preview_set(work, small_set()).there
        assert there is not None
        assert there.is_retired
    with store.work(keeper) as work:
        operations.bring_back_set(work, record)
    assert keys(store)[1:] == ["small@1"]


def test_taking_over_again_brings_a_retired_version_back(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set())
    with store.work(keeper) as work:
        operations.retire_set(work, record_of(store, "small@1"))
    taken(store, keeper, small_set())
    assert keys(store)[1:] == ["small@1"]
    with pytest.raises(NotFound), store.work(keeper) as work:
        operations.retire_set(work, new_id())


def test_somebody_who_was_first_is_a_stale_save(
    store: Store, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(store, keeper, small_set())
    # As if this desk looked before the other one wrote.
    monkeypatch.setattr(queries, "list_versions", lambda _work: ())
    with pytest.raises(StaleSave), store.work(keeper) as work:
        operations.take_over_set(work, small_set())


@pytest.mark.parametrize(
    "role", [Role.TEAM_LEADER, Role.SECOND_LINE, Role.INTAKE_OFFICER, Role.COUNSELLOR]
)
def test_nobody_else_takes_over_or_retires(store: Store, keeper: Actor, role: Role) -> None:
    taken(store, keeper, small_set())
    record, reader = record_of(store, "small@1"), store.colleague(role)
    for do, wish in (
        (operations.preview_set, small_set()),
        (operations.take_over_set, small_set()),
        (operations.retire_set, record),
        (operations.bring_back_set, record),
        (operations_work.preview_dossier, a_qualification()),
        (operations_work.take_over_dossier, a_qualification()),
        (operations_work.retire_dossier, record),
        (operations_work.bring_back_dossier, record),
        (operations_routes.change_any_route, None),
    ):
        with pytest.raises(NotAllowed), store.work(reader) as work:
            do(work, wish)


def test_what_this_program_cannot_read_is_passed_over(store: Store) -> None:
    with store.unguarded() as work:
        me, now = store.owner.staff_id, store.clock.now()
        work.session.add(
            SkillSetRecord(
                id=new_id(),
                set_id="new",
                set_version="1",
                name="N",
                body="?",
                added_by=me,
                added_at=now,
            )
        )
        work.session.add(
            QualificationRecord(
                id=new_id(),
                number="1",
                title="N",
                dossier_version="1",
                body="?",
                added_by=me,
                added_at=now,
            )
        )
        work.session.add(
            SkillRoute(
                id=new_id(), name="R", set_id="new", skills="a b", author_id=me, updated_at=now
            )
        )
    found = overview(store)
    assert [one.is_ours for one in found.versions] == [True]
    assert found.dossiers == ()
    assert [(one.route.name, one.skill_set) for one in found.routes] == [("R", None)]


def test_a_booklet_holds_the_set_or_one_skill(store: Store, keeper: Actor) -> None:
    taken(store, keeper, small_set())
    with store.work() as work:
        whole = operations.read_booklet(work, "small@1")
        one = operations.read_booklet(work, "small@1", "courage")
        assert [skill.id for skill in whole.skills] == ["listening", "planning", "courage"]
        assert [skill.id for skill in one.skills] == ["courage"]
        assert (whole.head.school, whole.author) == ("Het Voorbeeldcollege", store.owner.name)
        for key, skill in (("small@2", ""), ("small@1", "cooking")):
            with pytest.raises(NotFound):
                operations.read_booklet(work, key, skill)


# Routes


def route_of(store: Store, **fields: Any) -> Route:
    """A new route through our own set."""
    route = Route(
        new_id(), "Keuken", load_skill_set().id, ("planning", "calm"), store.owner.staff_id
    )
    return replace(route, **fields)


def test_a_route_is_kept_changed_and_retired_by_its_maker(store: Store) -> None:
    route = route_of(store)
    with store.work() as work:
        operations_routes.save_route(work, route)
    (row,) = overview(store).routes
    assert (row.changeable, row.author) == (True, store.owner.name)
    assert len(row.skill_names) == 2
    with store.work() as work:
        operations_routes.save_route(work, replace(row.route, name="In de keuken"))
    with store.work() as work:
        operations_routes.retire_route(work, route.id, 2)
    (row,) = overview(store).routes
    assert (row.route.name, row.is_retired) == ("In de keuken", True)
    with store.work() as work:
        operations_routes.bring_back_route(work, route.id, 3)
    assert not overview(store).routes[0].is_retired


def test_the_administrator_keeps_anybodys_route_and_makes_none(store: Store, keeper: Actor) -> None:
    route = route_of(store)
    with store.work() as work:
        operations_routes.save_route(work, route)
    with pytest.raises(NotAllowed), store.work(keeper) as work:
        operations_routes.save_route(work, route_of(store))
    with pytest.raises(NotFound), store.work(keeper) as work:
        operations_routes.change_any_route(work, route_of(store))
    assert overview(store, keeper).routes[0].changeable
    with store.work(keeper) as work:
        operations_routes.change_any_route(work, replace(route, name="Netjes", version=1))
    with store.work(keeper) as work:
        operations_routes.retire_any_route(work, route.id, 2)
    with store.work(keeper) as work:
        operations_routes.bring_back_any_route(work, route.id, 3)
    (row,) = overview(store, store.colleague(Role.COUNSELLOR)).routes
    assert (row.route.name, row.changeable) == ("Netjes", False)


def test_a_route_goes_through_a_set_that_is_there(store: Store, keeper: Actor) -> None:
    with pytest.raises(NotFound), store.work() as work:
        operations_routes.save_route(work, route_of(store, set_id="small", skills=("courage",)))
    taken(store, keeper, small_set(), without_courage("2"))
    with pytest.raises(InputRefused), store.work() as work:
        operations_routes.save_route(work, route_of(store, set_id="small", skills=("courage",)))
    with store.work(keeper) as work:
        operations.retire_set(work, record_of(store, "small@2"))
    with store.work() as work:
        operations_routes.save_route(work, route_of(store, set_id="small", skills=("courage",)))


# Kwalificatiedossiers


def dossier_id(store: Store) -> UUID:
    """The one dossier in force."""
    (one,) = overview(store).dossiers
    return one.id


def test_a_dossier_reads_back_for_everybody(store: Store, keeper: Actor) -> None:
    with store.work(keeper) as work:
        assert operations_work.preview_dossier(work, a_qualification()).before is None
        operations_work.take_over_dossier(work, a_qualification())
    for role in Role:
        (one,) = overview(store, store.colleague(role)).dossiers
        assert one.qualification == a_qualification()
        assert (one.added_by, one.added_at) == (keeper.name, store.clock.now())


def test_a_newer_dossier_takes_the_place_of_the_older(store: Store, keeper: Actor) -> None:
    newer = replace(a_qualification("Sociaal werk 2.0"), version="3")
    with store.work(keeper) as work:
        operations_work.take_over_dossier(work, a_qualification())
    for _ in range(2):
        with store.work(keeper) as work:
            operations_work.take_over_dossier(work, newer)
    (one,) = overview(store).dossiers
    assert one.qualification == newer
    with store.work(keeper) as work:
        assert operations_work.preview_dossier(work, newer).is_same
        seen = operations_work.preview_dossier(work, a_qualification())
        assert not seen.is_same
        assert seen.before is not None
        count = work.session.scalar(sa.select(sa.func.count()).select_from(QualificationRecord))
        assert count == 2


def test_a_retired_dossier_comes_back(store: Store, keeper: Actor) -> None:
    with store.work(keeper) as work:
        operations_work.take_over_dossier(work, a_qualification())
    record = dossier_id(store)
    for _ in range(2):
        with store.work(keeper) as work:
            operations_work.retire_dossier(work, record)
    assert overview(store).dossiers == ()
    with store.work(keeper) as work:
        operations_work.bring_back_dossier(work, record)
    assert dossier_id(store) == record
    with pytest.raises(NotFound), store.work(keeper) as work:
        operations_work.retire_dossier(work, new_id())


def test_one_that_is_too_large_is_refused_before_and_at_taking_over(
    store: Store, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qualification_json, "LARGEST_CHARACTERS", 10)
    for do in (operations_work.preview_dossier, operations_work.take_over_dossier):
        with pytest.raises(InputRefused), store.work(keeper) as work:
            do(work, a_qualification())


def test_a_set_that_says_that_it_is_another_is_passed_over(store: Store) -> None:
    """Written around the program, it would lend its words to what was scored in the other."""
    body = skill_set_toml(small_set())
    with store.unguarded() as work:
        for version in (small_set().version, "9"):
            work.session.add(
                SkillSetRecord(
                    id=new_id(),
                    set_id=small_set().id,
                    set_version=version,
                    name="Set",
                    body=body,
                    added_by=store.owner.staff_id,
                    added_at=MONDAY,
                )
            )
    with store.work() as work:
        keys = [one.skill_set.key for one in operations.read_overview(work).versions]
    assert keys.count(small_set().key) == 1
