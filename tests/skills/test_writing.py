"""Claims, verdicts and agreements as they stand in both databases."""

from dataclasses import replace
from datetime import date

import pytest

from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills import queries, queries_goals
from lob_workbench.skills.rules import ClaimState, Observer, Verdict, VerdictDraft
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import set_progress, set_status, write_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.helpers.skills import a_claim, a_student, small_set
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()


def test_a_claim_counts_when_a_second_person_confirmed_it(store: Store) -> None:
    student = a_student(store.student())
    for number in range(1, 6):
        claim = a_claim(student, f"listening-1-{number}")
        with store.work() as work:
            write_claim(work, claim, small_set())
        with store.work() as work:
            standing = queries.read_standings(work, small_set().key)[student.id]["listening"]
            assert (standing.count(1), standing.asks) == (number - 1, True)
        with store.work() as work:
            open_dossier(work, student.id)
            draft = VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COUNSELLOR, TODAY)
            write_verdict(work, draft)
    with store.work() as work:
        open_dossier(work, student.id)
        standing = queries.read_standings(work, small_set().key, [student.id])[student.id]
        assert (standing["listening"].level, standing["listening"].asks) == (1, False)
        views = queries.read_claims(work, student.id)
    assert {view.state for view in views} == {ClaimState.CONFIRMED}
    assert views[0].evidence == claim.evidence
    assert views[0].verdicts[0].name == store.owner.name


def test_who_claims_does_not_confirm(store: Store) -> None:
    student = a_student(store.student())
    claim = replace(a_claim(student, observer=Observer.COUNSELLOR), own_word=True)
    with store.work() as work:
        write_claim(work, claim, small_set())
    for draft in (
        VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COUNSELLOR, TODAY),
        VerdictDraft(
            claim.id, Verdict.CONFIRMED, Observer.TEACHER, TODAY, store.owner.name, own_word=False
        ),
    ):
        with store.work() as work:
            open_dossier(work, student.id)
            with pytest.raises(InputRefused):
                write_verdict(work, draft)


def test_one_keeps_ones_own_skills_and_never_confirms_them(store: Store) -> None:
    with store.work() as work:
        me = queries.get_learner(work, store.owner.staff_id)
        write_claim(work, a_claim(me), small_set())
        claim = queries.read_claims(work, me.id)[0]
        with pytest.raises(InputRefused):
            write_verdict(
                work, VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COLLEAGUE, TODAY, "Jan")
            )
    stranger = store.colleague(Role.COUNSELLOR)
    with store.work(stranger) as work, pytest.raises(NotFound):
        queries.get_learner(work, me.id)


def test_an_agreement_is_written_changed_and_kept_apart(store: Store) -> None:
    learner = a_student(store.student())
    slots = (Slot(1, date(2026, 11, 1), date(2026, 11, 20), plan="Kijkt mee"),)
    goal = Goal(
        new_id(),
        learner.id,
        small_set().key,
        "listening",
        2,
        TODAY,
        action="Leidt een overleg",
        helper="J. de Vries",
        slots=slots,
    )
    with store.work() as work:
        write_goal(work, goal, learner, small_set())
    with store.work() as work:
        open_dossier(work, learner.id)
        found = queries_goals.get_goal(work, goal.id)
        assert (found.slots, found.action, found.is_late(TODAY)) == (slots, goal.action, True)
        changed = replace(
            found, level=3, slots=(*slots, Slot(9, date(2026, 12, 1), date(2026, 12, 9)))
        )
        write_goal(work, changed, learner, small_set())
    with store.work() as work:
        open_dossier(work, learner.id)
        found = queries_goals.get_goal(work, goal.id)
        assert (found.level, [slot.number for slot in found.slots]) == (3, [1, 2])
        set_progress(work, goal.id, found.version, 1, SlotProgress.DONE)
    with store.work() as work:
        open_dossier(work, learner.id)
        found = queries_goals.get_goal(work, goal.id)
        assert (found.slots[0].progress, found.is_late(TODAY)) == (SlotProgress.DONE, False)
        with pytest.raises(StaleSave):
            write_goal(work, replace(found, version=1), learner, small_set())
    with store.work() as work:
        assert found.status is GoalStatus.OPEN
        assert queries_goals.read_goals(work, [learner.id], with_words=False)[learner.id]
        assert [one.id for one in queries.list_learners(work, StudentFilter())] == [learner.id]
        assert queries.list_teams(work) == ()


def test_a_whole_school_is_read_as_a_few_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    learners = [a_student(store.student(f"041100{number}")) for number in range(3)]
    slots = (Slot(1, date(2026, 11, 1), date(2026, 11, 20), plan="Kijkt mee"),)
    for learner in learners:
        goal = Goal(
            new_id(), learner.id, small_set().key, "listening", 2, TODAY, action="x", slots=slots
        )
        with store.work() as work:
            open_dossier(work, learner.id)
            write_goal(work, goal, learner, small_set())
    wanted = [learner.id for learner in learners[:2]]
    with store.work() as work:
        few = queries_goals.read_goals(work, wanted)
        assert queries_goals.read_goals(work, []) == {}
        monkeypatch.setattr(queries_goals, "_AT_ONCE", 1)
        assert queries_goals.read_goals(work, wanted) == few
        counted = queries_goals.read_goals(work, wanted, with_words=False)
    assert set(few) == set(wanted)
    assert {goals[0].slots[0].plan for goals in few.values()} == {"Kijkt mee"}
    assert {goals[0].action for goals in counted.values()} == {""}


def test_an_agreement_is_closed_once(store: Store) -> None:
    learner = a_student(store.student())
    slots = (Slot(1, date(2026, 11, 1), date(2026, 11, 20)),)
    goal = Goal(
        new_id(), learner.id, small_set().key, "listening", 2, TODAY, action="x", slots=slots
    )
    with store.work() as work:
        write_goal(work, goal, learner, small_set())
    with store.work() as work:
        set_status(work, goal.id, 1, GoalStatus.STOPPED)
    with store.work() as work, pytest.raises(StaleSave):
        set_status(work, goal.id, 1, GoalStatus.REACHED)
    stranger = store.colleague(Role.COUNSELLOR)
    with store.work(stranger) as work, pytest.raises(NotFound):
        set_status(work, goal.id, 2, GoalStatus.REACHED)
