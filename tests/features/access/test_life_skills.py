"""What the tab Inzage tells of life skills."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from lob_workbench.features.access.rules import Deed
from lob_workbench.skills import queries_goals
from lob_workbench.skills.rules import EvidenceFile, Observer, Verdict, VerdictDraft
from lob_workbench.skills.rules_goals import Goal, Slot
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.features.access.test_operations import deeds, seen
from tests.helpers.skills import a_claim, a_student, small_set
from tests.helpers.stores import Store


def test_they_show_in_words_and_other_periods_are_no_loss(store: Store) -> None:
    # At the present time: the server goes by its own clock.
    store.clock.moment = datetime.now(UTC)
    counsellor, day = replace(store.owner, own_desk=False), store.clock.today()
    learner = a_student(store.student())
    claim = replace(
        a_claim(learner), files=(EvidenceFile(new_id(), "foto.png", "image/png", b"x"),)
    )
    said = VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COUNSELLOR, day)
    goal = Goal(
        new_id(), learner.id, small_set().key, "courage", 1, day, action="x",
        slots=(Slot(1, day, day), Slot(2, day + timedelta(days=2), day + timedelta(days=3))),
    )  # fmt: skip

    def change(work: UnitOfWork) -> None:
        found = queries_goals.get_goal(work, goal.id)
        write_goal(work, replace(found, slots=found.slots[1:]), learner, small_set())

    writes: list[Callable[[UnitOfWork], object]] = [
        partial(write_claim, draft=claim, skill_set=small_set()),
        partial(write_verdict, draft=said),
        partial(write_goal, goal=goal, learner=learner, skill_set=small_set()),
        change,
    ]
    for write in writes:
        store.clock.moment += timedelta(seconds=5)
        with store.work(counsellor) as work:
            open_dossier(work, learner.id)
            write(work)
    view = seen(store, counsellor, learner.id)
    lines = deeds(view, counsellor)
    for deed in (Deed.SKILL_NOTED, Deed.SKILL_JUDGED, Deed.SKILL_AGREED):
        assert lines.count(deed) == 1, lines
    (agreed,) = (line for line in view.lines if line.deed is Deed.SKILL_AGREED)
    assert agreed.times == 2
    assert {Deed.REMOVED, Deed.OTHER}.isdisjoint(lines)
