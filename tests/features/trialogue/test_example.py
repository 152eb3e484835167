"""The trialogues of the example school: who speaks for a company works where the student does."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from lob_workbench.domain.clock import FixedClock, local
from lob_workbench.features.placements import example as placements
from lob_workbench.features.trialogue import example, operations
from lob_workbench.people import example as people
from lob_workbench.people.queries_placements import placement_on, placements_of
from lob_workbench.people.rules_placements import PlacementView
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.storage.workbook import Workbook
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_voices import Voice
from lob_workbench.talks.rules import Party
from tests.app.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def work(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[UnitOfWork]:
    """The part of the example school that a trialogue needs, on a day of the year."""
    clock = FixedClock(datetime(*request.param, 9, tzinfo=UTC))
    code = new_recovery_code()
    with Workbook.create(tmp_path / "x", PASSPHRASE, code, cost=CHEAP) as made:
        upgrade(made.engine)
        visitor = people.visitor(clock.today(), 2026)
        with UnitOfWork(made.engine, visitor, clock) as work:
            school = people.fill(work, 2026)
            placements.fill(work, school)
            example.fill(work, school)
            yield work


@pytest.mark.parametrize(
    "work",
    [(2026, 11, 23), (2026, 9, 14), (2026, 11, 9), (2027, 6, 8), (2027, 7, 20)],
    indirect=True,
    ids=str,
)
def test_the_company_speaks_by_its_own_trainer_all_year(work: UnitOfWork) -> None:
    (said,) = work.session.scalars(sa.select(Voice).where(Voice.party == Party.COMPANY))
    at = placement_on(work, said.student_id, local(said.handed_in_at).date())
    assert at is not None
    assert said.by_name == at.trainer
    # The one that is half-way shows on its page where the student learns.
    closed = sa.select(Conversation.talk_id)
    (going_on,) = work.session.scalars(
        sa.select(Voice.student_id).where(Voice.talk_id.not_in(closed)).distinct()
    )
    view = operations.open_trialogue(work, going_on)
    assert view.placement is not None
    for student in (said.student_id, going_on):
        _require_apart(placements_of(work, student))


def _require_apart(found: tuple[PlacementView, ...]) -> None:
    """The latest one first: none begins before the one under it has ended."""
    for later, earlier in pairwise(found):
        assert earlier.ends_on is not None
        assert earlier.ends_on < later.starts_on
