"""Agreements on paper, and those of the example school."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pypdf
import pytest
import sqlalchemy as sa

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.holidays.example import fill as fill_holidays
from lob_workbench.features.life_skills.example_goal_texts import OF_MEMBERS, OF_STUDENTS, OF_TEAM
from lob_workbench.features.life_skills.example_goals import fill_goals
from lob_workbench.features.life_skills.goal_views import GoalSheet, GoalView
from lob_workbench.features.life_skills.operations_goals import read_goals
from lob_workbench.features.life_skills.report_goals import goals_pdf, span_words
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.people import example
from lob_workbench.people.records import Student
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules import PaperHead
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()


def a_sheet(
    count: int, kind: LearnerKind = LearnerKind.STUDENT, action: str = "Doet iets."
) -> GoalSheet:
    """A sheet with so many agreements that run, and one that is closed."""
    learner = Learner(new_id(), kind, "Zoë van 't Hart", "Hart, Zoë van 't", group="MZ2A")
    slots = (
        Slot(1, date(2026, 11, 2), date(2026, 12, 4), SlotProgress.DONE, "Kijkt <b>mee</b>"),
        Slot(2, date(2026, 12, 7), date(2027, 1, 22)),
    )
    views = tuple(
        GoalView(
            learner,
            Goal(
                new_id(),
                learner.id,
                "small@1",
                "planning",
                2,
                TODAY,
                GoalStatus.OPEN if number < count else GoalStatus.STOPPED,
                action,
                "J. de Vries",
                slots,
            ),
            f"Skill {number}",
            "Maakt een planning",
            1,
        )
        for number in range(count + 1)
    )
    return GoalSheet(learner, views, "Mirjam Bakker", TODAY, PaperHead("Het Voorbeeldcollege"))


def text_of(pdf: bytes) -> str:
    """All words on it."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def test_the_sheet_says_what_when_and_who_and_leaves_room_to_sign() -> None:
    pdf = goals_pdf(a_sheet(2))
    reader = pypdf.PdfReader(BytesIO(pdf))
    words = text_of(pdf)
    for expected in (
        "Skill 0: naar niveau 2",
        "Kijkt <b>mee</b>",
        "Wie helpt: J. de Vries",
        "2 nov – 4 dec 2026",
        "Periode 2",
        "Handtekening en datum",
        "MZ2A",
    ):
        assert expected in words
    assert "Skill 2" not in words
    assert reader.metadata is not None
    assert reader.metadata.title == "Afspraken over life skills: Zoë van 't Hart"
    assert (reader.metadata.author, reader.metadata.subject) == (
        "Mirjam Bakker",
        "Afspraken over life skills",
    )
    assert str(reader.trailer["/Root"]["/Lang"]).startswith("nl")
    assert len(reader.pages) == 1


@pytest.mark.parametrize(("count", "said"), [(6, "Nog 2 afspraken"), (40, "Nog 36 afspraken")])
def test_what_does_not_fit_on_one_sheet_is_counted(count: int, said: str) -> None:
    pdf = goals_pdf(a_sheet(count))
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) == 1
    assert "staan in de werkbank" in text_of(pdf)
    assert said.split()[0] in text_of(pdf)


def test_one_left_out_is_told_as_one() -> None:
    pdfs = [text_of(goals_pdf(a_sheet(count))) for count in range(3, 7)]
    assert any("Nog 1 afspraak staat in de werkbank" in words for words in pdfs)


def test_a_single_long_agreement_flows_on() -> None:
    pdf = goals_pdf(a_sheet(1, action="Woord " * 3_000))
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) > 1


def test_a_team_signs_as_a_team_and_nothing_is_said_too() -> None:
    assert "Namens Zoë van 't Hart" in text_of(goals_pdf(a_sheet(1, LearnerKind.TEAM)))
    assert "Er loopt nu geen afspraak." in text_of(goals_pdf(a_sheet(0)))


def test_a_span_over_new_year_names_both_years() -> None:
    sheet = a_sheet(1)
    assert span_words(sheet.goals[0].goal.slots[1]) == "7 dec 2026 – 22 jan 2027"


def test_the_example_school_has_agreements_of_every_kind(embedded_store: Store) -> None:
    # Nobody is set up yet: the example makes its own owner.
    for _ in range(1):
        visitor = example.visitor(TODAY)
    engine = embedded_store.engine
    with embedded_store.unguarded() as work:
        for table in ("school", "staff_role", "staff_member"):
            work.session.execute(sa.text(f"DELETE FROM {table}"))
    with UnitOfWork(engine, visitor, embedded_store.clock) as work:
        people = example.fill(work)
        fill_holidays(work, people)
        fill_goals(work, people)
    own = replace(people.owner, own_desk=True)
    key = load_skill_set().key
    with UnitOfWork(engine, own, embedded_store.clock) as work:
        of_students = read_goals(work, Selection(key))
        of_staff = read_goals(work, Selection(key, LearnerKind.MEMBER))
    assert len(of_students.goals) == len(OF_STUDENTS)
    assert len(of_staff.goals) == len(OF_MEMBERS) + len(OF_TEAM)
    assert of_staff.learners[0].kind is LearnerKind.TEAM
    told = [view.goal for view in (*of_students.goals, *of_staff.goals)]
    assert {goal.status for goal in told} == set(GoalStatus)
    assert {slot.progress for goal in told for slot in goal.slots} == set(SlotProgress)
    assert any(goal.is_late(TODAY) for goal in told)
    assert all(goal.action and goal.helper and goal.slots[0].plan for goal in told)
    with UnitOfWork(engine, own, embedded_store.clock) as work:
        # A second time nobody is added to the team.
        before = work.session.scalar(sa.select(sa.func.count()).select_from(Student))
        assert before == len(people.students)


def test_a_school_without_blocks_or_teams_gets_none(embedded_store: Store) -> None:
    people = example.ExamplePeople(
        embedded_store.owner, (), TODAY + timedelta(days=0), example.Random(1)
    )
    with embedded_store.work() as work:
        fill_goals(work, people)
    with embedded_store.work() as work:
        shown = read_goals(work, Selection(load_skill_set().key, LearnerKind.MEMBER))
    assert {view.learner.kind for view in shown.goals} == {LearnerKind.MEMBER}
