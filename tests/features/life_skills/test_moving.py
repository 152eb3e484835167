"""Life skills that come along with a workbook to a school."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills import operations_moving as operations
from lob_workbench.features.life_skills.moving import move
from lob_workbench.features.life_skills.queries_moving import SkillsOfStudent
from lob_workbench.people.records import Student
from lob_workbench.skills import queries, queries_goals
from lob_workbench.skills.records import SkillClaim, SkillSetRecord, SkillVerdict
from lob_workbench.skills.records_goals import SkillGoal
from lob_workbench.skills.rules import (
    ClaimDraft,
    ClaimState,
    EvidenceFile,
    Observer,
    Verdict,
    VerdictDraft,
)
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import set_progress, write_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.skills import a_claim, a_student, small_set, small_set_toml
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()
PHOTO = EvidenceFile(new_id(), "foto <b>.png", "image/png", b"\x89PNG\x00\xff")


@pytest.fixture
def both(embedded_store: Store, server_store: Store) -> tuple[Store, Store, MovingStudent]:
    """A workbook and a school that know the same student and the same set."""
    for store in (embedded_store, server_store):
        add_set(store)
    here, there = embedded_store.student(), server_store.student()
    return embedded_store, server_store, MovingStudent(here, there, "Zoë van 't Hart")


def add_set(store: Store) -> None:
    """The small set as the school's own."""
    with store.unguarded() as work:
        work.session.add(
            SkillSetRecord(
                id=new_id(), set_id="small", set_version="1", name="Klein", body=small_set_toml(),
                added_by=store.owner.staff_id, added_at=MONDAY,
            )
        )  # fmt: skip


def bring(both: tuple[Store, Store, MovingStudent]) -> MoveReport:
    """Move, as the product does."""
    here, there, student = both
    return move(here.work, there.work, student)


def claimed(store: Store, student: UUID, draft: ClaimDraft | None = None) -> ClaimDraft:
    """A claim, written down."""
    draft = draft or a_claim(a_student(student))
    with store.work() as work:
        write_claim(work, draft, small_set())
    return draft


def judged(store: Store, student: UUID, draft: VerdictDraft) -> None:
    """What somebody says of it, written down."""
    with store.work() as work:
        open_dossier(work, student)
        write_verdict(work, draft)


def agreed(store: Store, student: UUID) -> Goal:
    """An agreement, written down."""
    slots = (
        Slot(1, date(2026, 11, 1), date(2026, 11, 20), plan="Kijkt mee"),
        Slot(2, date(2026, 12, 1), date(2026, 12, 20)),
    )
    goal = Goal(
        new_id(), student, small_set().key, "courage", 3, TODAY, action="Belt zelf 🙂",
        helper="De buur", slots=slots,
    )  # fmt: skip
    with store.work() as work:
        open_dossier(work, student)
        write_goal(work, goal, a_student(student), small_set())
        set_progress(work, goal.id, 1, 1, SlotProgress.DONE)
    return goal


def stands(store: Store, student: UUID) -> SkillsOfStudent:
    """All of a student."""
    with store.work() as work:
        return operations.read_all(work, student)


OWN_WORD = VerdictDraft(UUID(int=0), Verdict.DECLINED, Observer.COUNSELLOR, TODAY, note="Nog niet")
OUTSIDER = VerdictDraft(
    UUID(int=0), Verdict.CONFIRMED, Observer.TRAINER, TODAY, "Łukasz R&D", own_word=False
)


def test_all_comes_along_word_for_word_and_twice_is_harmless(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    learner = a_student(student.here)
    own = replace(
        a_claim(learner, "courage-2-5", Observer.COUNSELLOR), own_word=True, files=(PHOTO,)
    )
    by_student = replace(a_claim(learner), link="https://voorbeeld.nl/a?b=c")
    for draft in (own, by_student):
        claimed(here, student.here, draft)
    for verdict in (OWN_WORD, OUTSIDER):
        judged(here, student.here, replace(verdict, claim_id=by_student.id))
    goal = agreed(here, student.here)
    report = bring(both)
    assert report.count(Outcome.CAME, MovedKind.SKILL_CLAIM) == 2
    assert report.count(Outcome.CAME, MovedKind.SKILL_GOAL) == 1
    assert report.remarks == ()
    ours, theirs = stands(here, student.here), stands(there, student.there)
    assert (theirs.claims, theirs.moments) == (ours.claims, ours.moments)
    assert [replace(one, learner_id=student.here) for one in theirs.goals] == [*ours.goals]
    assert theirs.agreed_by == {goal.id: there.owner.staff_id}
    with there.work() as work:
        assert queries.read_standings(work, small_set().key)[student.there]["listening"].shown == 1
        assert queries.read_file(work, PHOTO.id) == PHOTO
        # Whose own word it was: the mover's, under the id of the school; of others the name.
        assert set(work.session.scalars(sa.select(SkillClaim.observer_staff_id))) == {
            None,
            there.owner.staff_id,
        }
        said = sa.select(SkillVerdict.observer_staff_id).order_by(SkillVerdict.number)
        assert work.session.scalars(said).all() == [there.owner.staff_id, None]
    again = bring(both)
    assert again.count(Outcome.CAME) == again.count(Outcome.DIFFERS) == 0
    assert again.count(Outcome.EXISTED) == 3
    assert stands(there, student.there) == theirs


def test_what_was_said_since_comes_after_what_stands_there(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    draft = claimed(here, student.here)
    bring(both)
    judged(here, student.here, replace(OUTSIDER, claim_id=draft.id))
    assert bring(both).count(Outcome.CAME, MovedKind.SKILL_CLAIM) == 1
    with there.work() as work:
        open_dossier(work, student.there)
        (view,) = queries.read_claims(work, student.there)
    assert (view.state, view.verdicts[0].name) == (ClaimState.CONFIRMED, "Łukasz R&D")
    # What the school said on top of it is no difference.
    judged(there, student.there, replace(OWN_WORD, claim_id=draft.id))
    assert bring(both).count(Outcome.EXISTED, MovedKind.SKILL_CLAIM) == 1


def test_what_the_school_says_in_the_meantime_was_first(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    draft = claimed(here, student.here)
    bring(both)
    judged(here, student.here, replace(OUTSIDER, claim_id=draft.id))
    opened = 0

    def meanwhile() -> UnitOfWork:
        nonlocal opened
        opened += 1
        if opened == 2:
            judged(there, student.there, replace(OWN_WORD, claim_id=draft.id))
        return there.work()

    report = move(here.work, meanwhile, student)
    assert report.count(Outcome.STAYED, MovedKind.SKILL_CLAIM) == 1
    (claim,) = stands(there, student.there).claims
    assert [said.verdict for said in claim.verdicts] == [Verdict.DECLINED]


def test_what_the_school_judged_otherwise_is_told_and_left_alone(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    draft = claimed(here, student.here)
    goal = agreed(here, student.here)
    bring(both)
    judged(here, student.here, replace(OUTSIDER, claim_id=draft.id))
    judged(there, student.there, replace(OWN_WORD, claim_id=draft.id))
    with there.work() as work:
        open_dossier(work, student.there)
        found = queries_goals.get_goal(work, goal.id)
        learner = a_student(student.there)
        write_goal(work, replace(found, status=GoalStatus.STOPPED), learner, small_set())
    report = bring(both)
    assert report.count(Outcome.DIFFERS, MovedKind.SKILL_CLAIM) == 1
    assert report.count(Outcome.DIFFERS, MovedKind.SKILL_GOAL) == 1
    assert [remark.student for remark in report.remarks] == [student.name] * 2
    lines = "\n".join(report.lines())
    assert "op school anders beoordeeld" in lines
    assert draft.evidence not in lines
    theirs = stands(there, student.there)
    assert theirs.claims[0].verdicts[0].verdict is Verdict.DECLINED
    assert theirs.goals[0].status is GoalStatus.STOPPED


def test_the_same_id_with_other_words_is_left_alone(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    draft = claimed(here, student.here)
    other = replace(draft, learner=a_student(student.there), evidence="Heel iets anders")
    claimed(there, student.there, other)
    report = bring(both)
    assert report.count(Outcome.DIFFERS, MovedKind.SKILL_CLAIM) == 1
    assert stands(there, student.there).claims[0].evidence == "Heel iets anders"


def test_an_id_that_is_taken_elsewhere_stays(both: tuple[Store, Store, MovingStudent]) -> None:
    here, there, student = both
    draft, goal = claimed(here, student.here), agreed(here, student.here)
    bring(both)
    colleague, fresh = there.colleague(Role.COUNSELLOR), there.student("0411009")
    with there.unguarded() as work:
        work.session.execute(
            sa.update(Student)
            .where(Student.id == student.there)
            .values(counsellor_id=colleague.staff_id)
        )
    report = bring((here, there, replace(student, there=fresh)))
    assert report.count(Outcome.STAYED) == 2
    assert report.count(Outcome.CAME) == 0
    found = stands(there, fresh)
    assert (found.claims, found.goals) == ((), ())
    assert {draft.id, goal.id}.isdisjoint(found.moments)


def test_one_id_that_is_taken_holds_up_none_of_the_others(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    taken = claimed(here, student.here)
    bring(both)
    colleague, fresh = there.colleague(Role.COUNSELLOR), there.student("0411009")
    with there.unguarded() as work:
        work.session.execute(
            sa.update(Student)
            .where(Student.id == student.there)
            .values(counsellor_id=colleague.staff_id)
        )
    learner = a_student(student.here)
    plain = claimed(here, student.here, a_claim(learner, "listening-1-2"))
    pictured = claimed(
        here, student.here, replace(a_claim(learner, "listening-1-3"), files=(PHOTO,))
    )
    judged(here, student.here, replace(OUTSIDER, claim_id=plain.id))
    report = bring((here, there, replace(student, there=fresh)))
    assert report.count(Outcome.STAYED, MovedKind.SKILL_CLAIM) == 1
    assert report.count(Outcome.CAME, MovedKind.SKILL_CLAIM) == 2
    ours, theirs = stands(here, student.here), stands(there, fresh)
    assert list(theirs.claims) == [one for one in ours.claims if one.id != taken.id]
    with there.work() as work:
        open_dossier(work, fresh)
        (view,) = [one for one in queries.read_claims(work, fresh) if one.id == pictured.id]
        assert queries.read_file(work, view.files[0].id) == PHOTO


def test_many_claims_take_no_more_questions_than_few(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    """A line to a school takes long for each question, and a student has hundreds of claims."""
    here, there, student = both
    fresh = MovingStudent(here.student("0411009"), there.student("0411009"), "Oğuz Çelik")
    told: list[str] = []
    asked: list[int] = []

    def listen(_c: object, _k: object, statement: str, *_: object) -> None:
        told.append(statement)

    for one, count in ((student, 2), (fresh, 12)):
        for number in range(count):
            behaviour = f"listening-{1 + number // 5}-{1 + number % 5}"
            draft = claimed(here, one.here, a_claim(a_student(one.here), behaviour))
            for verdict in (OWN_WORD, OUTSIDER):
                judged(here, one.here, replace(verdict, claim_id=draft.id))
        told.clear()
        engines = (here.engine, there.login(there.owner))
        for engine in engines:
            sa.event.listen(engine, "before_cursor_execute", listen)
        report = bring((here, there, one))
        for engine in engines:
            sa.event.remove(engine, "before_cursor_execute", listen)
        assert report.count(Outcome.CAME, MovedKind.SKILL_CLAIM) == count
        asked.append(len(told))
    assert asked[1] <= asked[0]


def test_what_somebody_else_wrote_in_the_workbook_stays(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    claimed(here, student.here)
    agreed(here, student.here)
    colleague = here.colleague(Role.COUNSELLOR)
    with here.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER skill_claim_never_changes")
    with here.unguarded() as work:
        work.session.execute(sa.update(SkillClaim).values(recorded_by=colleague.staff_id))
        work.session.execute(sa.update(SkillGoal).values(made_by=colleague.staff_id))
    report = bring(both)
    assert report.count(Outcome.STAYED) == 2
    assert stands(there, student.there).claims == ()


def test_without_its_set_nothing_could_be_read_so_it_waits(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store, server_store
    add_set(here)
    student = MovingStudent(here.student(), there.student(), "Zoë")
    claimed(here, student.here)
    agreed(here, student.here)
    report = bring((here, there, student))
    assert report.count(Outcome.STAYED, MovedKind.SKILL_CLAIM) == 1
    assert report.count(Outcome.STAYED, MovedKind.SKILL_GOAL) == 1
    assert "small@1" in "\n".join(report.lines())
    add_set(there)
    assert bring((here, there, student)).count(Outcome.CAME) == 2


def test_nobody_brings_to_a_student_that_is_not_theirs(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    here, there, student = both
    claimed(here, student.here)
    ours = stands(here, student.here)
    stranger = there.colleague(Role.COUNSELLOR)
    claim = ours.claims[0]
    with there.work(stranger) as work, pytest.raises(NotFound):
        operations.read_all(work, student.there)
    with there.work(stranger) as work, pytest.raises(NotFound):
        operations.bring_claims(work, student.there, [(claim, ours.moments[claim.id])])


def test_a_student_without_life_skills_brings_nothing(
    both: tuple[Store, Store, MovingStudent],
) -> None:
    assert bring(both) == MoveReport()
