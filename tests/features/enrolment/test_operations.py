"""One student's enrolment: changed, left, come back, and taken back."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.enrolment.operations import (
    EnrolmentDraft,
    EnrolmentView,
    LeaveDraft,
    change_enrolment,
    come_back,
    leave_school,
    read_enrolment,
    take_back,
)
from lob_workbench.features.enrolment.overview import notices, story
from lob_workbench.people.rules import LearningRoute
from lob_workbench.people.rules_enrolment import DESTINATION_LABELS, Destination, EnrolmentPart
from tests.helpers.stores import Store


def read(store: Store, student: UUID) -> EnrolmentView:
    """The enrolment as its counsellor reads it."""
    with store.work() as work:
        return read_enrolment(work, student)


def draft_of(store: Store, student: UUID) -> EnrolmentDraft:
    """The enrolment as it stands, to change something of."""
    view = read(store, student)
    now = view.student
    return EnrolmentDraft(
        student,
        now.version,
        store.clock.today(),
        now.group,
        now.team,
        view.programme_id,
        now.counsellor_id,
        now.study_year,
        now.learning_route,
    )


def changed(store: Store, student: UUID, **fields: object) -> UUID | None:
    """Change something; the deed."""
    with store.work() as work:
        return change_enrolment(work, replace(draft_of(store, student), **fields)).deed_id


def test_another_class_and_team_are_written_with_their_day(store: Store) -> None:
    student = store.student()
    day = store.clock.today() - timedelta(days=9)
    changed(
        store,
        student,
        on=day,
        group="  PW1B ",
        team="Pedagogiek",
        study_year=2,
        learning_route=LearningRoute.WORK,
    )
    view = read(store, student)
    now = view.student
    assert (now.group, now.team, now.study_year) == ("PW1B", "Pedagogiek", 2)
    assert now.learning_route is LearningRoute.WORK
    assert {step.on for step in view.history} == {day}
    assert {step.part: step.after for step in view.history} == {
        EnrolmentPart.GROUP: "PW1B",
        EnrolmentPart.TEAM: "Pedagogiek",
        EnrolmentPart.STUDY_YEAR: "2",
        EnrolmentPart.LEARNING_ROUTE: "BBL",
    }
    assert (view.groups, view.teams) == (("PW1B",), ("Pedagogiek",))
    assert store.owner.staff_id in {mentor.id for mentor in view.mentors}


def test_nothing_changed_writes_nothing(store: Store) -> None:
    student = store.student()
    assert changed(store, student) is None
    assert read(store, student).history == ()


def test_a_change_over_somebody_elses_is_refused(store: Store) -> None:
    student = store.student()
    old = draft_of(store, student)
    changed(store, student, group="PW1A")
    for do, draft in (
        (change_enrolment, replace(old, group="PW1B")),
        (leave_school, LeaveDraft(student, old.version, old.on, Destination.WORK)),
    ):
        with pytest.raises(StaleSave), store.work() as work:
            do(work, draft)  # type: ignore[operator]
    with pytest.raises(StaleSave), store.work() as work:
        come_back(work, student, old.version)
    assert read(store, student).student.group == "PW1A"


def test_only_students_of_ones_own_in_a_workbook(embedded_store: Store) -> None:
    other = embedded_store.colleague(Role.COUNSELLOR)
    student = embedded_store.student(counsellor_id=other.staff_id)
    draft = EnrolmentDraft(
        student, 1, embedded_store.clock.today(), "X", "", None, None, None, None
    )
    with pytest.raises(NotFound), embedded_store.work() as work:
        change_enrolment(work, draft)


def test_a_name_that_is_too_long_is_refused(store: Store) -> None:
    student = store.student()
    with pytest.raises(InputRefused):
        changed(store, student, group="x" * 81)


def test_leaving_is_told_and_keeps_the_dossier_readable(store: Store) -> None:
    student = store.student()
    today = store.clock.today()
    version = read(store, student).student.version
    with store.work() as work:
        written = leave_school(
            work, LeaveDraft(student, version, today, Destination.DIPLOMA_WORK, "Bij de Hema")
        )
    view = read(store, student)
    assert (view.student.left_on, view.destination) == (today, Destination.DIPLOMA_WORK)
    with store.work() as work:
        (item,) = story(work, student)
    with store.work() as work:
        (notice,) = notices(work, student)
    assert (item.kind, item.title, item.text) == (
        "Van school",
        DESTINATION_LABELS[Destination.DIPLOMA_WORK],
        "Bij de Hema",
    )
    assert notice.text == "van school"
    assert written.deed_id is not None
    with store.work() as work:
        take_back(work, written.deed_id)
    assert read(store, student).history == ()
    with store.work() as work:
        assert notices(work, student) == ()


def test_who_leaves_later_has_no_notice_yet(store: Store) -> None:
    student = store.student()
    tomorrow = store.clock.today() + timedelta(days=1)
    with store.work() as work:
        leave_school(work, LeaveDraft(student, 1, tomorrow, Destination.UNKNOWN))
    with store.work() as work:
        assert notices(work, student) == ()


def test_coming_back_is_told(store: Store) -> None:
    student = store.student()
    today = store.clock.today()
    with store.work() as work:
        leave_school(work, LeaveDraft(student, 1, today, Destination.UNKNOWN))
    with store.work() as work:
        come_back(work, student, read(store, student).student.version)
    assert read(store, student).student.left_on is None
    with store.work() as work:
        items = story(work, student)
    assert [(item.kind, item.title) for item in items if item.kind != "Van school"] == [
        ("Terug op school", "")
    ]


def test_with_a_new_class_the_story_does_not_tell_the_year(store: Store) -> None:
    student = store.student()
    changed(store, student, group="PW2A", study_year=2)
    changed(store, student, study_year=3)
    with store.work() as work:
        told = [(item.kind, item.title) for item in story(work, student)]
    assert sorted(told) == [("Ander leerjaar", "2 → 3"), ("Andere klas", "– → PW2A")]


def test_a_team_leader_sees_that_and_where_but_not_the_line(store: Store) -> None:
    student = store.student()
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    with store.work() as work:
        version = read(store, student).student.version
        leave_school(
            work,
            LeaveDraft(student, version, store.clock.today(), Destination.CARE, "ZZGEHEIM"),
        )
    with store.work(leader) as work:
        view = read_enrolment(work, student)
        (item,) = story(work, student)
    assert view.destination is Destination.CARE
    assert "ZZGEHEIM" not in repr((view, item))
