"""What changes in an enrolment is written down, and who left is out of the lists only."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.errors import StaleSave
from lob_workbench.people import queries, queries_enrolment
from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.people.rules import LearningRoute, StudentFilter
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart, EnrolmentStep
from lob_workbench.people.writing_enrolment import Enroller, let_leave, let_return, take_back
from lob_workbench.storage.audit import open_dossier
from tests.helpers.stores import Store

DAY = date(2026, 8, 1)


@dataclass(frozen=True)
class _Everything:
    group: str = "PW1A"
    team: str = "Pedagogiek"
    programme: str = "Pedagogisch werk"
    year: int = 1


def put(store: Store, student: UUID, wanted: _Everything, on: date = DAY) -> UUID:
    """Enrol the student like this; the deed."""
    with store.work() as work:
        enroller = Enroller(work, on)
        record = work.session.get(Student, student)
        assert record is not None
        enroller.put(record, EnrolmentPart.GROUP, enroller.group(wanted.group))
        enroller.put(record, EnrolmentPart.TEAM, enroller.team(wanted.team))
        enroller.put(record, EnrolmentPart.PROGRAMME, enroller.programme(wanted.programme))
        enroller.put(record, EnrolmentPart.STUDY_YEAR, wanted.year)
        enroller.put(record, EnrolmentPart.LEARNING_ROUTE, LearningRoute.SCHOOL)
        enroller.finish()
        return enroller.deed_id


def history(store: Store, student: UUID) -> tuple[EnrolmentStep, ...]:
    """What is told of the student, with the dossier open."""
    with store.work() as work:
        open_dossier(work, student)
        return queries_enrolment.history(work, student, own_students(work))


def listed(store: Store, *, left: bool = False) -> list[UUID]:
    """Who is in the list of students."""
    with store.work() as work:
        rows = queries.list_students(work, StudentFilter(left=left))
        assert [UUID(str(key)) for key in queries.student_ids(work, StudentFilter(left=left))] == [
            row.id for row in rows
        ]
        return [row.id for row in rows]


def told(steps: tuple[EnrolmentStep, ...]) -> dict[EnrolmentPart, tuple[str, str]]:
    """Before and after of each part."""
    return {step.part: (step.before, step.after) for step in steps}


def test_a_change_is_told_in_plain_names_with_its_day_and_maker(store: Store) -> None:
    student = store.student()
    put(store, student, _Everything())
    put(store, student, _Everything(group="PW2A", year=2), DAY + timedelta(days=365))
    newest, *_ = steps = history(store, student)
    assert told(steps[:2]) == {
        EnrolmentPart.GROUP: ("PW1A", "PW2A"),
        EnrolmentPart.STUDY_YEAR: ("1", "2"),
    }
    assert told(steps[2:])[EnrolmentPart.TEAM] == ("", "Pedagogiek")
    assert told(steps[2:])[EnrolmentPart.PROGRAMME] == ("", "Pedagogisch werk")
    assert told(steps[2:])[EnrolmentPart.LEARNING_ROUTE] == ("", "BOL")
    assert newest.on == DAY + timedelta(days=365)
    assert newest.made_by == "Mirjam Bakker"


def test_what_stays_the_same_is_no_change(store: Store) -> None:
    student = store.student()
    put(store, student, _Everything())
    before = history(store, student)
    put(store, student, _Everything())
    assert history(store, student) == before


def test_how_a_new_student_begins_is_no_change(store: Store) -> None:
    with store.work() as work:
        enroller = Enroller(work, DAY)
        assert enroller.group("") is enroller.team("") is enroller.programme("") is None
        assert enroller.mentor("Jansen, P.") == enroller.mentor("Jansen, P.")
        assert enroller.finish().kinds == frozenset()


def test_who_left_is_out_of_the_lists_and_can_be_found(store: Store) -> None:
    stays, goes = store.student("1"), store.student("2")
    with store.work() as work:
        today = work.clock.today()
        changes = let_leave(work, [goes], today, Destination.DIPLOMA_HBO, "  Pabo in\tZwolle ")
    assert changes.ids == {goes}
    assert listed(store) == [stays]
    assert listed(store, left=True) == [goes]
    with store.work() as work:
        assert [row.id for row in queries.list_own_students(work)] == [stays]
        assert [view.id for view in queries.own_views(work)] == [stays]
        assert queries.count_left(work) == 1
        # Of the caseload still: the dossier stays.
        assert queries.count_students(work) == 2
        assert queries.get_student(work, goes).left_on == today
        assert queries_enrolment.destinations(work, [goes, stays]) == {
            goes: Destination.DIPLOMA_HBO
        }
    (step,) = history(store, goes)
    assert (step.destination, step.note) == (Destination.DIPLOMA_HBO, "Pabo in Zwolle")


def test_who_leaves_later_is_there_until_that_day(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        tomorrow = work.clock.today() + timedelta(days=1)
        let_leave(work, [student], tomorrow, Destination.UNKNOWN)
    assert listed(store) == [student]
    assert listed(store, left=True) == []


def test_somebody_comes_back(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        today = work.clock.today()
        let_leave(work, [student], today, Destination.WORK)
    with store.work() as work:
        let_return(work, [student, store.owner.staff_id], today)
    assert listed(store) == [student]
    assert {step.part for step in history(store, student)} == {
        EnrolmentPart.LEFT,
        EnrolmentPart.RETURNED,
    }
    with store.work() as work:
        assert queries_enrolment.destinations(work, [student]) == {}
        # Nobody to bring back: nothing happens.
        assert let_return(work, [student], today).ids == frozenset()


def test_the_last_destination_counts(store: Store) -> None:
    student = store.student()
    for destination in (Destination.UNKNOWN, Destination.WORK):
        with store.work() as work:
            let_leave(work, [student], work.clock.today(), destination)
    with store.work() as work:
        assert queries_enrolment.destinations(work, [student]) == {student: Destination.WORK}


def test_a_deed_is_taken_back_without_a_trace_in_the_history(store: Store) -> None:
    student = store.student()
    put(store, student, _Everything())
    before = history(store, student)
    deed = put(store, student, _Everything(group="PW2A", team="Zorg", programme="Zorg", year=2))
    with store.work() as work:
        assert take_back(work, deed).ids == {student}
    assert history(store, student) == before
    with store.work() as work:
        view = queries.get_student(work, student)
    assert (view.group, view.team, view.programme, view.study_year, view.learning_route) == (
        "PW1A",
        "Pedagogiek",
        "Pedagogisch werk",
        1,
        LearningRoute.SCHOOL,
    )


def test_taking_back_the_first_enrolment_leaves_nothing(store: Store) -> None:
    student = store.student()
    deed = put(store, student, _Everything())
    with store.work() as work:
        take_back(work, deed)
        view = queries.get_student(work, student)
    assert (view.group, view.learning_route, view.study_year) == ("", None, None)


@pytest.mark.parametrize("back", [False, True])
def test_leaving_and_coming_back_are_taken_back(store: Store, back: bool) -> None:
    student = store.student()
    with store.work() as work:
        today = work.clock.today()
        let_leave(work, [student], today, Destination.WORK)
    if back:
        with store.work() as work:
            let_return(work, [student], today)
    newest = max(history(store, student), key=lambda step: step.id)
    with store.work() as work:
        take_back(work, newest.deed_id)
    assert listed(store, left=back) == [student]
    with store.work() as work:
        found = queries_enrolment.destinations(work, [student])
    assert found == ({student: Destination.WORK} if back else {})


def test_what_changed_again_is_not_taken_back(store: Store) -> None:
    one, other = store.student("1"), store.student("2")
    with store.work() as work:
        enroller = Enroller(work, DAY)
        for student in (one, other):
            record = work.session.get(Student, student)
            assert record is not None
            enroller.put(record, EnrolmentPart.GROUP, enroller.group("PW1A"))
        enroller.finish()
    put(store, other, _Everything(group="PW1B"))
    with pytest.raises(StaleSave), store.work() as work:
        take_back(work, enroller.deed_id)
    with store.work() as work:
        assert queries.get_student(work, one).group == "PW1A"
    with pytest.raises(StaleSave), store.work() as work:
        take_back(work, one)


def test_each_change_raises_the_version_of_the_student(store: Store) -> None:
    """Otherwise a colleague's save over it would go unnoticed."""
    student = store.student()
    for wanted in (_Everything(), _Everything(group="PW2A")):
        with store.work() as work:
            before = work.session.scalar(sa.select(Student.version).where(Student.id == student))
        put(store, student, wanted)
        with store.work() as work:
            after = work.session.scalar(sa.select(Student.version).where(Student.id == student))
        assert (before, after) != (None, before)
