"""Everything by keyboard and by ear at a school: the pages of each of its people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.tour.school import (
    ADMINISTRATOR,
    COUNSELLOR,
    DATABASE,
    PEOPLE,
    SECOND_LINE,
    TEAM_LEADER,
    Person,
    TourSchool,
)
from lob_workbench.app.tour.student_list import write_student_list
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.clock import SystemClock
from lob_workbench.features.confidential import operations as confidential
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import AgreementText, ConversationDraft
from lob_workbench.ui import dialogs
from tests.app.test_accessible import SIZE, Listening
from tests.helpers.postgres import PostgresCluster
from tests.helpers.walking import walked


@pytest.fixture(scope="module")
def people(
    strict_cluster: PostgresCluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TourSchool, UUID]]:
    """A school, and who the pages are about."""
    clock = SystemClock()
    school = TourSchool(strict_cluster, clock)
    try:
        yield school, fill(school, tmp_path_factory.mktemp("list"))
    finally:
        strict_cluster.drop_database(DATABASE)
        for person in (ADMINISTRATOR, *PEOPLE):
            strict_cluster.drop_login(person.login)


def fill(school: TourSchool, folder: Path) -> UUID:
    """A student list, and a student of whom everybody may see something."""
    school.begin()
    clock = school.clock
    file = write_student_list(folder / "lijst.csv", clock.today(), 24)
    assert school.list_students(file.read_bytes()) == 24
    with school.as_person(COUNSELLOR) as session, session.work() as work:
        student = list_students(work, StudentFilter()).rows[0].id
        draft = ConversationDraft(
            new_id(),
            student,
            ConversationKind.PROGRESS,
            held_on=clock.today(),
            summary="Zoekt een stage.",
            agreements=(AgreementText("Belt het bedrijf", due_on=clock.today()),),
        )
        talks.record(work, draft)
    school.share(student, SECOND_LINE)
    with school.as_person(SECOND_LINE) as session, session.work() as work:
        confidential.record(work, NoteDraft(new_id(), student, "Alleen voor de tweede lijn."))
    return student


@pytest.mark.parametrize(
    ("person", "parts"),
    [
        (
            COUNSELLOR,
            (
                *(("students", detail) for detail in ("", "conversations", "access", "notes")),
                *(("conversations", step) for step in ("prepare", "record")),
                ("agenda", "plan"),
            ),
        ),
        (
            SECOND_LINE,
            (("students", ""), ("students", "conversations"), ("students", "confidential")),
        ),
        (TEAM_LEADER, (("students", ""), ("students", "enrolment"))),
        (ADMINISTRATOR, ()),
    ],
    ids=lambda each: each.role.value if isinstance(each, Person) else "",
)
def test_the_pages_of(
    qtbot: QtBot,
    recent: RecentWorkbooks,
    people: tuple[TourSchool, UUID],
    person: Person,
    parts: tuple[tuple[str, str], ...],
) -> None:
    dialogs.forget_answers()
    school, student = people
    session = SchoolSession.connect(
        school.address(person), school.passwords[person.login], school.clock
    )
    with walked(MainWindow(school.clock, recent), SIZE) as window:
        qtbot.waitActive(window)
        walk = Listening(window)
        window.take_session(session)
        walk.look("today, first")
        assert window.frame is not None
        for feature in window.frame.reachable:
            walk.go(feature.name)
        for page, detail in parts:
            walk.go(page, student, detail)
        window.lock()
        walk.look("locked")
        assert not walk.problems, "\n".join(walk.problems)
