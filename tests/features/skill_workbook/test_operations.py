"""Out of both databases and back: who is in it, what is compared, what taking over writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from lob_workbench.content.skills import load_skill_set, read_skill_set
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.domain.rights import Role
from lob_workbench.features.skill_workbook import operations
from lob_workbench.features.skill_workbook.operations import (
    collect_workbook,
    compare_workbook,
    start_workbook,
    take_over,
)
from lob_workbench.features.skill_workbook.report import workbook_bytes
from lob_workbench.features.skill_workbook.returned import ReturnedWorkbook, find_sheets
from lob_workbench.features.skill_workbook.rules import Choice, DiffKind, WorkbookData
from lob_workbench.output.workbook_file import read_workbook
from lob_workbench.people.records import Team, TeamMember
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.skills import queries, queries_goals
from lob_workbench.skills.records import SkillSetRecord
from lob_workbench.skills.rules import (
    ClaimState,
    Learner,
    LearnerKind,
    Observer,
    Verdict,
    VerdictDraft,
)
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.base import new_id
from tests.helpers.skills import a_claim, a_student, small_set_toml
from tests.helpers.stores import MONDAY, Store

SET = read_skill_set(small_set_toml().encode())
CHOICE = Choice(SET.key)
TODAY = MONDAY.date()


@pytest.fixture(autouse=True)
def school_set(request: pytest.FixtureRequest) -> None:
    """The small set as the school's own: ours has ten times the behaviours to write and read."""
    names = ("store", "embedded_store")
    name = next((name for name in names if name in request.fixturenames), None)
    if name is None:
        return
    store = request.getfixturevalue(name)
    with store.unguarded() as work:
        work.session.add(
            SkillSetRecord(
                id=new_id(),
                set_id=SET.id,
                set_version=SET.version,
                name=SET.name,
                body=small_set_toml(),
                added_by=store.owner.staff_id,
                added_at=store.clock.now(),
            )
        )


def a_written_goal(
    store: Store, learner: Learner, skill: str = "listening", **more: object
) -> Goal:
    values: dict[str, object] = {
        "action": "Vat samen wat een ander zei",
        "helper": "J. de Vries",
        "slots": (Slot(1, date(2026, 11, 2), date(2026, 12, 18), plan="Kijkt eerst mee"),),
    }
    goal = Goal(new_id(), learner.id, SET.key, skill, 2, TODAY, **(values | more))  # type: ignore[arg-type]
    with store.work() as work:
        open_lists(work)
        write_goal(work, goal, learner, SET)
    return goal


def collected(store: Store, choice: Choice = CHOICE, actor: Actor | None = None) -> WorkbookData:
    with store.work(actor) as work:
        return collect_workbook(work, choice)


def came_back(
    data: WorkbookData, folder: Path, cells: dict[tuple[str, str], object]
) -> ReturnedWorkbook:
    """The workbook with these cells filled in by another library, read back."""
    workbook = openpyxl.load_workbook(BytesIO(workbook_bytes(data)))
    for (sheet, cell), value in cells.items():
        workbook[sheet][cell] = value
    workbook.properties.lastModifiedBy = "P. Peters"
    file = folder / "terug.xlsx"
    workbook.save(file)
    return find_sheets(read_workbook(file))


def observed(label: str, row: int = 5, **more: object) -> dict[tuple[str, str], object]:
    values: dict[str, object] = {
        "B": label,
        "C": "Listening 1.1",
        "D": "P. Peters",
        "E": "docent",
        "F": datetime(2026, 11, 20),
        "G": "Vroeg door bij de uitleg",
    }
    return {("Waarnemingen", f"{column}{row}"): value for column, value in (values | more).items()}


def test_what_is_filled_in_becomes_a_claim_and_changes_an_agreement(
    store: Store, tmp_path: Path
) -> None:
    learner = a_student(store.student())
    goal = a_written_goal(store, learner)
    data = collected(store)
    assert [(row.label, row.levels[0]) for row in data.rows] == [("Hart, Zoë van 't", 0)]
    assert [row.goal.action for row in data.goals] == [goal.action]
    label = data.people[0].label
    new = {
        ("Afspraken", f"{column}6"): value
        for column, value in zip(
            "BCDEFGH",
            (label, "Planning", 3, "Maakt een planning", "", date(2026, 12, 1), date(2027, 1, 8)),
            strict=True,
        )
        if value
    }
    returned = came_back(data, tmp_path, observed(label) | {("Afspraken", "D5"): 4} | new)
    with store.work() as work:
        found = compare_workbook(work, returned)
    assert [(row.kind, row.by) for row in found.rows] == [
        (DiffKind.OBSERVATION, "P. Peters, docent"),
        (DiffKind.GOAL, "P. Peters"),
        (DiffKind.NEW_GOAL, "P. Peters"),
    ]
    assert len(found.acceptable) == 3
    with store.work() as work:
        done = take_over(work, returned, found.acceptable)
    assert (done.observations, done.goals) == (1, 2)
    assert done.changes.kinds == {"skill_claim", "skill_goal"}
    with store.work() as work:
        open_dossier(work, learner.id)
        (claim,) = queries.read_claims(work, learner.id)
        goals = queries_goals.read_goals(work, [learner.id])[learner.id]
        standing = queries.read_standings(work, SET.key)[learner.id]["listening"]
    # A claim: it waits for a second person, and counts for nothing until then.
    assert (claim.state, claim.observer, claim.observer_name) == (
        ClaimState.WAITING,
        Observer.TEACHER,
        "P. Peters",
    )
    assert claim.observer_staff_id is None
    assert (standing.level, standing.asks, standing.shown) == (0, True, 0)
    assert {(one.skill_id, one.level, one.action) for one in goals} == {
        ("listening", 4, goal.action),
        ("planning", 3, "Maakt een planning"),
    }
    assert {slot.plan for one in goals for slot in one.slots} == {"Kijkt eerst mee", ""}
    # The same file again says nothing new.
    with store.work() as work:
        again = compare_workbook(work, returned)
        assert (again.rows, again.known) == ((), 3)
        assert take_over(work, returned, frozenset()).observations == 0


def test_one_transaction_takes_all_or_nothing(store: Store, tmp_path: Path) -> None:
    learner = a_student(store.student())
    goal = a_written_goal(store, learner)
    data = collected(store)
    cells = observed(data.people[0].label) | {
        ("Afspraken", "I5"): date(2027, 1, 4),
        ("Afspraken", "J5"): date(2027, 1, 29),
    }
    returned = came_back(data, tmp_path, cells)
    with store.work() as work:
        found = compare_workbook(work, returned)
    first, from_day, _ = found.rows
    # Half a period is nothing, and then the observation is not written either.
    with pytest.raises(InputRefused), store.work() as work:
        take_over(work, returned, frozenset({first.key, from_day.key}))
    with store.work() as work:
        assert queries.read_standings(work, SET.key) == {}
    with pytest.raises(InputRefused) as refused, store.work() as work:
        take_over(work, returned, frozenset({"observation:made-up"}))
    assert refused.value.message == operations.MOVED_ON
    with store.work() as work:
        open_lists(work)
        now = queries_goals.get_goal(work, goal.id)
        write_goal(work, replace(now, level=3), learner, SET)
    with store.work() as work:
        assert take_over(work, returned, found.acceptable).goals == 1
    with store.work() as work:
        open_lists(work)
        now = queries_goals.get_goal(work, goal.id)
    # What the werkbank changed meanwhile stays; the file changed something else.
    assert (now.level, len(now.slots)) == (3, 2)


def test_what_changed_in_the_werkbank_meanwhile_shows_both(store: Store, tmp_path: Path) -> None:
    learner = a_student(store.student())
    goal = a_written_goal(store, learner)
    data = collected(store)
    returned = came_back(data, tmp_path, {("Afspraken", "D5"): 4})
    with store.work() as work:
        open_lists(work)
        now = queries_goals.get_goal(work, goal.id)
        write_goal(work, replace(now, level=1), learner, SET)
    with store.work() as work:
        (row,) = compare_workbook(work, returned).rows
    assert (row.was, row.becomes) == ("1", "4")
    assert row.refused is not None
    assert "ook in de werkbank veranderd" in row.refused.message
    with store.work() as work:
        open_lists(work)
        now = queries_goals.get_goal(work, goal.id)
        write_goal(work, replace(now, status=GoalStatus.STOPPED), learner, SET)
    with store.work() as work:
        (row,) = compare_workbook(work, returned).rows
    assert row.refused is not None
    assert "loopt in de werkbank niet meer" in row.refused.message


def test_levels_come_from_what_is_confirmed(store: Store) -> None:
    student = a_student(store.student())
    for number in range(1, 6):
        claim = replace(a_claim(student, f"listening-1-{number}"), set_key=SET.key)
        with store.work() as work:
            write_claim(work, claim, SET)
        with store.work() as work:
            open_dossier(work, student.id)
            draft = VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.COUNSELLOR, TODAY)
            write_verdict(work, draft)
    with store.work() as work:
        waiting = replace(a_claim(student, "planning-1-1"), set_key=SET.key)
        write_claim(work, waiting, SET)
    data = collected(store, replace(CHOICE, skills=("listening", "planning")))
    assert [skill.id for skill in data.skills] == ["listening", "planning"]
    (row,) = data.rows
    assert (row.levels, row.waiting) == ((1, 0), (False, True))


def test_a_team_leader_gets_levels_and_no_words(store: Store, tmp_path: Path) -> None:
    student = a_student(store.student())
    a_written_goal(store, student)
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student.id)
    data = collected(store, actor=leader)
    assert (len(data.rows), data.people, data.goals, data.read_only) == (1, (), (), True)
    content = workbook_bytes(data)
    book = openpyxl.load_workbook(BytesIO(content))
    assert "Afspraken" not in book.sheetnames
    assert "Waarnemingen" not in book.sheetnames
    file = tmp_path / "lezen.xlsx"
    file.write_bytes(content)
    with store.work(leader) as work, pytest.raises(InputRefused) as refused:
        compare_workbook(work, find_sheets(read_workbook(file)))
    assert "alleen om te lezen" in refused.value.message


def test_members_of_staff_and_their_team(store: Store, tmp_path: Path) -> None:
    leader = store.colleague(Role.TEAM_LEADER)
    member = store.colleague(Role.COUNSELLOR)
    with store.unguarded() as work:
        team = Team(id=new_id(), name="Koks")
        work.session.add(team)
        work.session.flush()
        for one in (leader, member):
            work.session.add(TeamMember(team_id=team.id, staff_id=one.staff_id))
        team_id = team.id
    choice = replace(CHOICE, kind=LearnerKind.MEMBER)
    data = collected(store, choice, leader)
    assert {row.learner.id for row in data.rows} == {leader.staff_id, member.staff_id}
    assert {person.label for person in data.people if person.learner.id == team_id} == {
        "Koks (team)"
    }
    cells = {
        ("Afspraken", f"{column}5"): value
        for column, value in zip(
            "BCDEGH",
            ("Koks (team)", "Courage", 2, "Kookt samen", date(2026, 12, 1), date(2027, 2, 1)),
            strict=True,
        )
    }
    returned = came_back(data, tmp_path, cells | observed("Koks (team)"))
    with store.work(leader) as work:
        found = compare_workbook(work, returned)
        assert [row.refused is None for row in found.rows] == [False, True]
        assert take_over(work, returned, found.acceptable).goals == 1
    with store.work(leader) as work:
        (goal,) = queries_goals.read_goals(work, [team_id])[team_id]
    assert (goal.action, goal.learner_id) == ("Kookt samen", team_id)
    with store.work(member) as work, pytest.raises(InputRefused):
        take_over(work, returned, found.acceptable)


def test_another_school_another_set_and_a_touched_sheet_are_told_apart(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.student()
    data = collected(store)
    for changed, words in (
        (replace(data, school_id=UUID(int=5)), "andere school"),
        (replace(data, skill_set=replace(SET, version="1999.1")), "andere versie"),
    ):
        with store.work() as work, pytest.raises(InputRefused) as refused:
            compare_workbook(work, came_back(changed, tmp_path, {}))
        assert words in refused.value.message
    touched = came_back(data, tmp_path, {("Sleutel", "F9"): "levels 4 4 4"})
    with store.work() as work, pytest.raises(InputRefused) as refused:
        compare_workbook(work, touched)
    assert "verborgen blad" in refused.value.message


def test_who_is_nobody_elses_student_cannot_be_written_for(store: Store, tmp_path: Path) -> None:
    """Between making the workbook and its return the student went to another counsellor."""
    learner = a_student(store.student())
    a_written_goal(store, learner)
    store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    data = collected(store)
    label = next(one.label for one in data.people if one.learner.id == learner.id)
    returned = came_back(data, tmp_path, observed(label) | {("Afspraken", "D5"): 4})
    other = store.colleague(Role.COUNSELLOR)
    with store.unguarded() as work:
        from lob_workbench.people.records import Student

        work.session.get_one(Student, learner.id).counsellor_id = other.staff_id
    with store.work() as work:
        found = compare_workbook(work, returned)
    assert found.acceptable == frozenset()
    assert len(found.rows) == 2


def test_the_start_knows_what_there_is_to_choose(store: Store) -> None:
    store.student()
    with store.work() as work:
        start = start_workbook(work)
    assert [one.key for one in start.sets] == [load_skill_set().key, SET.key]
    assert [one.id for one in start.members] == [store.owner.staff_id]
    assert start.may_fill_in
    administrator = store.colleague(Role.ADMINISTRATOR)
    with store.work(administrator) as work:
        for call in (
            lambda: start_workbook(work),
            lambda: collect_workbook(work, CHOICE),
        ):
            with pytest.raises(NotAllowed):
                call()


def test_choosing_nobody_or_a_team_alone_is_refused(store: Store) -> None:
    store.student()
    with store.work() as work:
        with pytest.raises(InputRefused):
            collect_workbook(work, replace(CHOICE, wanted=StudentFilter(words="Niemand")))
        with pytest.raises(InputRefused):
            collect_workbook(work, replace(CHOICE, chosen=frozenset({new_id()})))
        with pytest.raises(NotFound):
            collect_workbook(work, replace(CHOICE, kind=LearnerKind.TEAM))
        with pytest.raises(NotFound):
            collect_workbook(work, replace(CHOICE, set_key="none@1"))
    assert collected(store, replace(CHOICE, goals=False, observations=False)).read_only
    titles = {
        wanted: operations._whom(replace(CHOICE, wanted=wanted))
        for wanted in (StudentFilter(), StudentFilter(group="PW2B", team="Koks"))
    }
    assert list(titles.values()) == ["Studenten", "Studenten van groep PW2B, team Koks"]


def test_more_than_five_hundred_people_make_a_workbook_to_read(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "MOST_TO_FILL_IN", 1)
    embedded_store.student()
    assert not collected(embedded_store).read_only
    embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    data = collected(embedded_store)
    assert (len(data.rows), data.read_only) == (2, True)


def test_collecting_stops_when_asked(store: Store) -> None:
    store.student()
    progress = Progress()
    with store.work() as work:
        collect_workbook(work, CHOICE, progress)
    assert (progress.done, progress.total) == (20, 100)
    progress.stop()
    with store.work() as work, pytest.raises(Stopped):
        collect_workbook(work, CHOICE, progress)
