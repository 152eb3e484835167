"""Drafts: one per person, screen and subject, read by nobody else."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import NotAllowed
from lob_workbench.domain.rights import Role
from lob_workbench.people.records import StaffMember
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import (
    Draft,
    SavedDraft,
    discard_draft,
    load_draft,
    own_drafts,
    save_draft,
)
from tests.helpers.stores import Store

SCREEN = "talk"


def keep(store: Store, entity: UUID, content: str, actor: Actor | None = None) -> None:
    """Save a draft in a transaction of its own."""
    with store.work(actor) as work:
        save_draft(work, SCREEN, entity, content)


def kept(store: Store, entity: UUID, actor: Actor | None = None) -> SavedDraft | None:
    """The draft as a new transaction reads it."""
    with store.work(actor) as work:
        return load_draft(work, SCREEN, entity)


def test_the_last_of_many_saves_is_kept_once(store: Store) -> None:
    entity = new_id()
    for number in range(5):
        store.clock.moment += timedelta(seconds=1)
        keep(store, entity, f"versie {number}")
    assert kept(store, entity) == SavedDraft("versie 4", None, store.clock.now())
    with store.work() as work:
        assert work.session.scalar(sa.select(sa.func.count()).select_from(Draft)) == 1


def test_the_version_it_was_based_on_is_kept_and_replaced(store: Store) -> None:
    entity = new_id()
    with store.work() as work:
        save_draft(work, SCREEN, entity, "a", base_version=3)
    with store.work() as work:
        assert load_draft(work, SCREEN, entity) == SavedDraft("a", 3, store.clock.now())
        save_draft(work, SCREEN, entity, "b")
    assert kept(store, entity) == SavedDraft("b", None, store.clock.now())


def test_drafts_of_other_screens_subjects_and_people_stand_apart(store: Store) -> None:
    one, two = new_id(), new_id()
    colleague = store.colleague(Role.COUNSELLOR)
    keep(store, one, "van mij")
    keep(store, two, "ook van mij")
    keep(store, one, "van Daan", colleague)
    with store.work() as work:
        save_draft(work, "other", one, "ander scherm")
    assert kept(store, one).content == "van mij"  # type: ignore[union-attr]
    assert kept(store, one, colleague).content == "van Daan"  # type: ignore[union-attr]
    with store.work(colleague) as work:
        assert own_drafts(work, SCREEN).keys() == {one}
        assert load_draft(work, SCREEN, two) is None
        discard_draft(work, SCREEN, two)
        discard_draft(work, SCREEN, one)
    assert kept(store, one, colleague) is None
    with store.work() as work:
        assert own_drafts(work, SCREEN).keys() == {one, two}
        assert own_drafts(work, "other").keys() == {one}


def test_a_stranger_to_the_workbook_reads_nothing_and_writes_nothing(store: Store) -> None:
    entity, nobody = new_id(), Actor(new_id(), "", frozenset(Role))
    keep(store, entity, "geheim")
    assert kept(store, entity, nobody) is None
    with pytest.raises((IntegrityError, NotAllowed)):
        keep(store, entity, "ingeslopen", nobody)
    assert kept(store, entity).content == "geheim"  # type: ignore[union-attr]


def test_throwing_away_what_is_not_there_is_harmless(store: Store) -> None:
    with store.work() as work:
        discard_draft(work, SCREEN, new_id())
        assert own_drafts(work, SCREEN).keys() == set()


def test_a_draft_that_was_thrown_away_can_be_started_again_at_once(store: Store) -> None:
    entity = new_id()
    keep(store, entity, "eerst")
    with store.work() as work:
        discard_draft(work, SCREEN, entity)
        save_draft(work, SCREEN, entity, "opnieuw")
    assert kept(store, entity).content == "opnieuw"  # type: ignore[union-attr]


def test_nothing_is_kept_of_a_save_that_fails_later(store: Store) -> None:
    entity = new_id()
    keep(store, entity, "eerst")
    with pytest.raises(RuntimeError), store.work() as work:  # noqa: PT012
        save_draft(work, SCREEN, entity, "half")
        work.session.flush()
        raise RuntimeError
    assert kept(store, entity).content == "eerst"  # type: ignore[union-attr]


def test_a_megabyte_fits(store: Store) -> None:
    entity, content = new_id(), "é" * 500_000
    keep(store, entity, content)
    assert kept(store, entity).content == content  # type: ignore[union-attr]


def test_one_person_has_one_draft_of_a_subject_even_by_sql(store: Store) -> None:
    entity = new_id()
    keep(store, entity, "een")
    with pytest.raises(DBAPIError), store.work() as work:
        work.session.add(
            Draft(
                owner_id=store.owner.staff_id,
                screen=SCREEN,
                entity_id=entity,
                content="twee",
                base_version=None,
                saved_at=store.clock.now(),
            )
        )


def test_drafts_go_with_their_owner(store: Store) -> None:
    colleague = store.colleague(Role.COUNSELLOR)
    keep(store, new_id(), "weg", colleague)
    with store.unguarded() as work:
        work.session.execute(sa.delete(StaffMember).where(StaffMember.id == colleague.staff_id))
    with store.unguarded() as work:
        assert work.session.scalar(sa.select(sa.func.count()).select_from(Draft)) == 0
