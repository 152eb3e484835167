"""Badges that go from a workbook to a school, and what other pages show of them."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Engine

from lob_workbench.content.skills import load_skill_set
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.verdicts import Outcome as Judged
from lob_workbench.credentials.verifying import verify
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.moving import MovedKind, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.badges import example, operations, operations_keys, operations_trust
from lob_workbench.features.badges.moving import move
from lob_workbench.features.badges.operations_files import read_files
from lob_workbench.features.badges.overview import story, tab_shown
from lob_workbench.features.badges.records import BadgeKeySecret
from lob_workbench.features.badges.rules import BadgeState, KeyOrigin, KeyState
from lob_workbench.features.badges.rules_trust import TrustDraft
from lob_workbench.people import example as people
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.badges import a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import MONDAY, Store, new_store


@pytest.fixture
def school(server_database: Engine) -> Iterator[Store]:
    """Where the badges go."""
    store = new_store(server_database)
    yield store
    store.close()


def test_badges_come_with_the_public_part_of_their_key(
    embedded_store: Store, school: Store
) -> None:
    here, there = embedded_store, school
    mine = a_student(here.student())
    reach(here, mine)
    reach(here, mine, "calm")
    opened = a_key(here)
    kept, gone = issued(here, opened, a_wish(mine), a_wish(mine, 1, "calm"))
    with here.work() as work:
        operations.revoke(work, gone.id, mine.id, "Fout")
    theirs = there.student()
    student = MovingStudent(mine.id, theirs, "Zoë van 't Hart")
    go = partial(move, here.work, there.work, student)
    assert go().count(Outcome.CAME, MovedKind.BADGE) == 2
    assert go().count(Outcome.EXISTED, MovedKind.BADGE) == 2
    with there.work() as work:
        shown = operations.list_badges_of(work, theirs)
        knowledge = operations_trust.read_knowledge(work)
    states = {view.id: view.state(there.clock.today()) for view in shown.issued}
    assert states == {kept.id: BadgeState.VALID, gone.id: BadgeState.REVOKED}
    with there.work() as work:
        (key,) = operations_keys.list_keys(work).keys
    assert (key.origin, key.state) == (KeyOrigin.BROUGHT, KeyState.RETIRED)
    assert shown.key is None
    with there.unguarded() as work:
        assert work.session.get(BadgeKeySecret, key.id) is None
    with there.work() as work:
        taken = read_files(work, shown.issued)
    for file in taken.badges:
        now = there.clock.now() + timedelta(days=1)
        verdict = verify(file.credential.encode(), knowledge.trust, now)
        assert verdict.outcome is Judged.VALID
    assert (opened.view.list_id, gone.status_index) in knowledge.revoked


def test_what_differs_what_is_taken_and_a_stolen_key_stay(
    embedded_store: Store, school: Store
) -> None:
    here, there = embedded_store, school
    mine = a_student(here.student())
    none = here.student("0411002")
    reach(here, mine)
    opened = a_key(here)
    (view,) = issued(here, opened, a_wish(mine))
    theirs = a_student(there.student())
    student = MovingStudent(mine.id, theirs.id, "Zoë van 't Hart")
    assert not move(here.work, there.work, MovingStudent(none, theirs.id, "x")).counts
    # The school gave the same badge meanwhile.
    reach(there, theirs)
    (at_school,) = issued(there, a_key(there), a_wish(theirs))
    report = move(here.work, there.work, student)
    assert report.count(Outcome.STAYED, MovedKind.BADGE) == 1
    with there.work() as work:
        operations.revoke(work, at_school.id, theirs.id, "Dubbel")
    assert move(here.work, there.work, student).count(Outcome.CAME) == 1
    with here.work() as work:
        operations.revoke(work, view.id, mine.id, "Fout")
    assert move(here.work, there.work, student).count(Outcome.DIFFERS) == 1
    with here.work() as work:
        operations_keys.revoke_key(work, opened.view.id)
    assert move(here.work, there.work, student).count(Outcome.STAYED) == 1


def test_a_badge_in_the_name_of_a_school_that_is_trusted_here_stays(
    embedded_store: Store, school: Store
) -> None:
    here, there = embedded_store, school
    address = "https://www.elders.nl/badges/uitgever.json"
    mine = a_student(here.student())
    reach(here, mine)
    issued(here, a_key(here, address), a_wish(mine))
    elders = TrustDraft(
        new_id(), "ROC Elders", address, SigningKey.new().public.text, "www.elders.nl"
    )
    with there.work() as work:
        operations_trust.trust(work, elders)
    theirs = there.student()
    report = move(here.work, there.work, MovingStudent(mine.id, theirs, "Zoë van 't Hart"))
    assert report.counts == ((MovedKind.BADGE, Outcome.STAYED, 1),)
    assert "van een ander" in report.remarks[0].text
    with there.work() as work:
        assert operations.list_badges_of(work, theirs).issued == ()
        assert operations_keys.list_keys(work).keys == ()


def test_the_story_tells_of_badges_and_the_tab_is_there_when_needed(store: Store) -> None:
    student = a_student(store.student())
    with store.work() as work:
        assert not tab_shown(work, student.id)
        assert story(work, student.id) == ()
    reach(store, student)
    with store.work() as work:
        assert tab_shown(work, student.id)
    (view,) = issued(store, a_key(store), a_wish(student))
    with store.work() as work:
        assert len(story(work, student.id)) == 1
    with store.work() as work:
        operations.revoke(work, view.id, student.id, "Fout")
    with store.work() as work:
        given, taken = story(work, student.id)
    assert (given.tone, given.kind, taken.kind) == (Tone.GOOD, "Badge", "Badge ingetrokken")
    assert given.title.startswith(load_skill_set().skill("listening").name)
    assert given.order < taken.order
    stranger = store.colleague(Role.COUNSELLOR)
    with store.work(stranger) as work, pytest.raises(NotFound):
        story(work, student.id)
    intake = store.colleague(Role.INTAKE_OFFICER)
    with store.work(intake) as work:
        assert not tab_shown(work, student.id)


def test_the_example_school_has_badges(embedded_engine: Engine) -> None:
    clock = FixedClock(MONDAY)
    visitor = people.visitor(clock.today())
    with UnitOfWork(embedded_engine, visitor, clock) as work:
        filled = people.fill(work)
        example.fill(work, filled)
    with UnitOfWork(embedded_engine, filled.owner, clock) as work:
        shown = operations.list_badges(work)
    states = [view.state(clock.today()) for view in shown.issued]
    assert sorted(states) == [BadgeState.REVOKED, *[BadgeState.VALID] * 3]
    assert len(shown.ready) >= 3
    with UnitOfWork(embedded_engine, filled.owner, clock) as work:
        files = read_files(work, shown.issued).badges
        trust = operations_trust.read_knowledge(work).trust
    for file in files:
        assert verify(file.credential.encode(), trust, clock.now()).outcome is Judged.VALID
