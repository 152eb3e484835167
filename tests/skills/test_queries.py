"""What is read of claims, agreements and sets, on both engines: whole, in order, and by whom."""

from dataclasses import replace
from datetime import date

import pytest

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.people.rules import GrantKind
from lob_workbench.skills import queries, queries_goals, queries_sets
from lob_workbench.skills.records import SkillRoute, SkillSetRecord
from lob_workbench.skills.rules import (
    NOTHING,
    EvidenceFile,
    Observer,
    Verdict,
    VerdictDraft,
)
from lob_workbench.skills.rules_goals import Goal, Slot, SlotProgress
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import set_progress, write_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.helpers.skills import a_claim, a_student, small_set, small_set_toml
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()
KEY = small_set().key
PHOTO = EvidenceFile(new_id(), "foto.png", "image/png", b"\x89PNG\x00\xff")
YES = VerdictDraft(new_id(), Verdict.CONFIRMED, Observer.COUNSELLOR, TODAY)


def test_a_claim_is_read_whole_and_files_by_name(store: Store) -> None:
    student = a_student(store.student())
    other = EvidenceFile(new_id(), "a.pdf", "application/pdf", b"%PDF")
    first = replace(a_claim(student), files=(PHOTO, other))
    later = replace(a_claim(student, "courage-1-1"), seen_on=TODAY)
    elsewhere = replace(a_claim(student, "x-1-1"), set_key="other@1")
    with store.work() as work:
        write_claim(work, first, small_set())
        write_claim(work, later, small_set())
        with pytest.raises(InputRefused):
            write_claim(work, elsewhere, small_set())
    with store.work() as work:
        open_dossier(work, student.id)
        found = queries.read_claims(work, student.id)
        assert [one.id for one in found] == [later.id, first.id]
        assert [(file.name, file.content) for file in found[1].files] == [
            ("foto.png", b""), ("a.pdf", b""),
        ]  # fmt: skip
        assert queries.read_claims(work, student.id, KEY) == found
        assert queries.read_claims(work, student.id, "other@1") == ()
        assert queries.get_claim(work, first.id) == found[1]
        assert queries.read_file(work, PHOTO.id) == PHOTO
        learner = queries.learner_of(work, first.id)
        assert (learner.id, learner.number, learner.own) == (student.id, "0411001", True)


def test_a_stranger_finds_nothing_and_a_team_leader_levels_alone(store: Store) -> None:
    student = a_student(store.student())
    claim = replace(a_claim(student), files=(PHOTO,))
    goal = Goal(new_id(), student.id, KEY, "courage", 1, TODAY, action="x",
                slots=(Slot(1, TODAY, TODAY),))  # fmt: skip
    with store.work() as work:
        write_claim(work, claim, small_set())
        write_goal(work, goal, student, small_set())
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student.id)
    for actor in (store.colleague(Role.COUNSELLOR), leader):
        with store.work(actor) as work:
            assert queries.read_claims(work, student.id) == ()
            for ask in (queries.get_claim, queries.read_file, queries_goals.get_goal):
                for id_ in (claim.id, PHOTO.id, goal.id, new_id()):
                    with pytest.raises(NotFound):
                        ask(work, id_)
            with pytest.raises(NotFound):
                write_verdict(work, replace(YES, claim_id=claim.id))
            assert queries_goals.read_goals(work, [student.id]) == {}
            sees = actor is leader
            assert bool(queries.read_standings(work, KEY)) is sees
            counted = queries_goals.read_goals(work, [student.id], with_words=False)
            assert [(one.action, one.slots[0].plan) for one in counted.get(student.id, ())] == (
                [("", "")] if sees else []
            )
            if sees:
                assert queries.learner_of(work, claim.id).id == student.id
                assert queries_goals.find_goal(work, goal.id).level == 1


@pytest.mark.parametrize(("role", "kind"), [
    (Role.COUNSELLOR, GrantKind.ASKED_IN), (Role.SECOND_LINE, GrantKind.SECOND_LINE),
])  # fmt: skip
def test_who_reads_along_reads_and_writes_nothing(
    store: Store, role: Role, kind: GrantKind
) -> None:
    student = a_student(store.student())
    claim = a_claim(student)
    with store.work() as work:
        write_claim(work, claim, small_set())
    reader = store.colleague(role)
    store.grant(student.id, reader, kind, None)
    with store.work(reader) as work:
        open_dossier(work, student.id)
        (view,) = queries.read_claims(work, student.id)
        assert view.evidence == claim.evidence
        assert not queries.learner_of(work, claim.id).own
        for write in (
            lambda: write_verdict(work, replace(YES, claim_id=claim.id)),
            lambda: write_claim(work, a_claim(student), small_set()),
        ):
            with pytest.raises(NotFound):
                write()


def test_levels_of_many_are_asked_in_parts_and_of_nobody_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "_AT_ONCE", 1)
    students = [a_student(store.student(f"04110{number}")) for number in range(3)]
    with store.work() as work:
        for student in students[:2]:
            write_claim(work, a_claim(student), small_set())
    with store.work() as work:
        every = queries.read_standings(work, KEY)
        assert set(every) == {students[0].id, students[1].id}
        assert queries.read_standings(work, KEY, [one.id for one in students]) == every
        assert queries.read_standings(work, KEY, []) == {}
        assert queries.read_standings(work, "other@1") == {}


def test_a_claim_is_written_once_and_never_over_another(store: Store) -> None:
    student = a_student(store.student())
    claim = a_claim(student)
    with store.work() as work:
        assert write_claim(work, claim, small_set()) == write_claim(work, claim, small_set())
        with pytest.raises(StaleSave):
            write_claim(work, replace(claim, behaviour_id="listening-1-2"), small_set())
        for other in ({"set_key": "small@2"}, {"behaviour_id": "listening-9-9"}):
            with pytest.raises(InputRefused):
                write_claim(work, replace(a_claim(student), **other), small_set())
    with store.work(store.colleague(Role.COUNSELLOR)) as work, pytest.raises(NotFound):
        write_claim(work, a_claim(student), small_set())


def test_the_same_verdict_twice_is_one_and_another_comes_after_it(store: Store) -> None:
    student = a_student(store.student())
    claim = a_claim(student)
    yes = replace(YES, claim_id=claim.id)
    no = replace(yes, verdict=Verdict.DECLINED, note="Nog een keer")
    with store.work() as work:
        write_claim(work, claim, small_set())
    for said in (yes, yes, no, yes, yes):
        with store.work() as work:
            open_dossier(work, student.id)
            write_verdict(work, said)
        with store.work() as work:
            standing = queries.read_standings(work, KEY)[student.id]
            counts = standing.get("listening", NOTHING).shown == 1
            assert counts is (said is yes), "the last word counts"
    with store.work() as work:
        open_dossier(work, student.id)
        words = [one.verdict for one in queries.get_claim(work, claim.id).verdicts]
    assert words == [Verdict.CONFIRMED, Verdict.DECLINED, Verdict.CONFIRMED]


def test_two_desks_at_once_and_the_second_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    student = a_student(store.student())
    claim = a_claim(student)
    with store.work() as work:
        write_claim(work, claim, small_set())
    yes = replace(YES, claim_id=claim.id)
    no = replace(yes, verdict=Verdict.DECLINED, note="Nog een keer")
    with store.work() as work:
        open_dossier(work, student.id)
        before = queries.get_claim(work, claim.id)
    with store.work() as work:
        write_verdict(work, no)
    # The other desk read before that, and goes on from there.
    monkeypatch.setattr(queries, "get_claim", lambda *_: before)
    with pytest.raises(StaleSave), store.work() as work:
        write_verdict(work, yes)


def test_without_opening_the_dossier_a_claim_is_not_there(server_store: Store) -> None:
    student = a_student(server_store.student())
    claim = a_claim(student)
    with server_store.work() as work:
        write_claim(work, claim, small_set())
    with server_store.work() as work:
        assert queries.learner_of(work, claim.id).id == student.id
        with pytest.raises(NotFound):
            queries.get_claim(work, claim.id)


def test_who_claimed_under_ones_own_name_is_no_second_person(store: Store) -> None:
    student = a_student(store.student())
    claim = replace(a_claim(student, observer=Observer.TEACHER), observer_name=store.owner.name)
    with store.work() as work:
        write_claim(work, claim, small_set())
    with store.work() as work:
        open_dossier(work, student.id)
        with pytest.raises(InputRefused):
            write_verdict(work, replace(YES, claim_id=claim.id))


def test_an_agreement_of_another_version_or_learner_is_not_written_over(store: Store) -> None:
    student, other = a_student(store.student()), a_student(store.student("0411002"))
    slots = (Slot(1, date(2026, 11, 1), date(2026, 11, 20)),)
    goal = Goal(new_id(), student.id, KEY, "courage", 1, TODAY, action="x", slots=slots)
    with store.work() as work:
        write_goal(work, goal, student, small_set())
    with store.work() as work:
        open_dossier(work, student.id)
        write_goal(
            work, replace(goal, id=new_id(), made_on=date(2026, 12, 1)), student, small_set()
        )
        found = queries_goals.get_goal(work, goal.id)
        assert (found.id, found.made_on) == (goal.id, TODAY)
        with pytest.raises(StaleSave):
            write_goal(work, found, other, small_set())
        with pytest.raises(StaleSave):
            set_progress(work, goal.id, found.version + 1, 1, SlotProgress.DONE)
        with pytest.raises(StaleSave):
            set_progress(work, goal.id, found.version, 2, SlotProgress.DONE)
        for wrong in ({"set_key": "small@2"}, {"skill_id": "nothing"}):
            with pytest.raises(InputRefused):
                write_goal(work, replace(found, **wrong), student, small_set())
        with pytest.raises(NotFound):
            queries_goals.get_goal(work, new_id())
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        with pytest.raises(NotFound):
            write_goal(work, replace(found, id=new_id(), version=0), student, small_set())
        with pytest.raises(NotFound):
            set_progress(work, goal.id, found.version, 1, SlotProgress.DONE)


def a_set(store: Store, version: str, body: str, **fields: object) -> None:
    """A set as it stands in the database, whatever it says."""
    with store.unguarded() as work:
        work.session.add(
            SkillSetRecord(
                id=new_id(), **({"set_id": "small", "set_version": version, "name": "Klein",
                "body": body, "added_by": store.owner.staff_id, "added_at": MONDAY} | fields),
            )
        )  # fmt: skip


def test_a_set_that_cannot_be_read_keeps_nobody_from_the_others(store: Store) -> None:
    a_set(store, "1", small_set_toml())
    a_set(store, "2", "geen TOML [")
    a_set(store, "3", small_set_toml())  # says that it is version 1
    a_set(store, "4", small_set_toml().replace('version = "1"', 'version = "4"'), retired_at=MONDAY)
    a_set(store, "5", small_set_toml().replace('id = "small"', 'id = "werkbank"'))
    ours = load_skill_set()
    with store.work() as work:
        assert [one.key for one in queries_sets.list_sets(work)] == [ours.key, "small@1"]
        assert queries_sets.get_set(work, ours.key) is ours
        assert queries_sets.get_set(work, "small@1") == small_set()
        # What was scored in a set that is put away stays readable.
        assert queries_sets.get_set(work, "small@4").version == "4"
        for key in ("small@2", "small@3", "small@5", "small@9", "small", "", "@"):
            with pytest.raises(NotFound):
                queries_sets.get_set(work, key)


def test_routes_in_force_by_name(store: Store) -> None:
    ids = [new_id() for _ in range(3)]
    with store.unguarded() as work:
        work.session.add_all(
            SkillRoute(
                id=id_, name=name, set_id="small", skills="courage listening",
                author_id=store.owner.staff_id, updated_at=MONDAY, retired_at=gone,
            )
            for id_, name, gone in zip(ids, "BAC", (None, None, MONDAY), strict=True)
        )  # fmt: skip
    with store.work() as work:
        routes = queries_sets.list_routes(work)
        assert [(one.name, one.skills) for one in routes] == [
            ("A", ("courage", "listening")), ("B", ("courage", "listening")),
        ]  # fmt: skip
        assert queries_sets.find_route(work, ids[2]).name == "C"
        with pytest.raises(NotFound):
            queries_sets.find_route(work, new_id())
