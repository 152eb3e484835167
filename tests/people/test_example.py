"""The example school: the same for the same day, whole, and fit to be looked at on any day."""

import hashlib
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.app.features import EXAMPLE_ORDER
from lob_workbench.content.load import example_school
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import clean_text
from lob_workbench.features.conversations import overview
from lob_workbench.features.trialogue import overview as trialogues
from lob_workbench.people import example
from lob_workbench.people.example import ExamplePeople
from lob_workbench.people.queries import list_students
from lob_workbench.people.records import StaffMember, StaffRole, Student, Team
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.base import Base
from lob_workbench.storage.engine import dispose_engine, workbook_engine
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationText,
    ConversationTopic,
    StudentResponseRecord,
)
from lob_workbench.talks.records_voices import Voice, VoiceMark
from lob_workbench.talks.rules import AgreementStatus
from tests.helpers.stores import KEY

MONDAY = date(2026, 11, 23)
# The first day of a school year, the first week, the last day of a year, a day that most lack.
EDGES = [date(2026, 8, 1), date(2026, 8, 20), date(2026, 12, 31), date(2028, 2, 29)]


@dataclass(frozen=True)
class Built:
    """One example school."""

    engine: Engine
    clock: FixedClock
    people: ExamplePeople

    @property
    def today(self) -> date:
        """The day on which it was made."""
        return self.clock.today()

    def work(self) -> UnitOfWork:
        """A unit of work for the owner."""
        return UnitOfWork(self.engine, self.people.owner, self.clock)

    def all(self, *columns: object) -> list[tuple[object, ...]]:
        """Every row of these columns."""
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.select(*columns))]  # type: ignore[call-overload]


def build(
    template: Path,
    folder: Path,
    day: date,
    seed: int = 2026,
    features: Sequence[Feature] = EXAMPLE_ORDER,
) -> Built:
    """Make the example school of a day as the product does."""
    path = folder / "workbook.db"
    shutil.copy(template, path)
    engine = workbook_engine(path, KEY)
    clock = FixedClock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    with UnitOfWork(engine, example.visitor(day, seed), clock) as work:
        people = example.fill(work, seed)
        for feature in features:
            if feature.example:
                feature.load(feature.example)(work, people)
    return Built(engine, clock, people)


@pytest.fixture(scope="module", params=[MONDAY, *EDGES], ids=str)
def school(
    request: pytest.FixtureRequest,
    embedded_template: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Built]:
    """The example school on an ordinary day and on some that are not."""
    built = build(embedded_template, tmp_path_factory.mktemp("school"), request.param)
    yield built
    dispose_engine(built.engine)


def content_hash(engine: Engine) -> str:
    """Every value of every row of every table, ids included."""
    digest = hashlib.sha256()
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            rows = sorted(map(repr, connection.execute(sa.select(table))))
            digest.update(f"{table.name} {rows}".encode())
    return digest.hexdigest()


def test_the_same_seed_and_day_give_the_same_school(
    embedded_template: Path, tmp_path: Path
) -> None:
    found, people = [], []
    for place, (seed, features) in enumerate(
        [(2026, EXAMPLE_ORDER), (2026, EXAMPLE_ORDER), (7, ())]
    ):
        folder = tmp_path / str(place)
        folder.mkdir()
        built = build(embedded_template, folder, MONDAY, seed, features)
        found.append(content_hash(built.engine))
        people.append(sorted(built.all(Student.first_name, Student.last_name)))
        dispose_engine(built.engine)
    assert found[0] == found[1]
    assert people[0] == people[1] != people[2]


def test_it_is_a_whole_school(school: Built) -> None:
    assert len(school.people.students) == 160
    # And two who left last summer.
    assert len(school.all(Student.id)) == 162
    assert len(school.all(Team.id)) == 4
    roles = Counter(role for (role,) in school.all(StaffRole.role))
    assert set(roles) == set(Role)
    assert roles[Role.TEAM_LEADER] == 4
    columns = (Student.first_name, Student.infix, Student.last_name)
    people = [*school.all(*columns), *school.all(StaffMember.name)]
    names = Counter(" ".join(map(str, filter(None, parts))) for parts in people)
    assert len(people) > 170
    assert [name for name, times in names.items() if times > 1] == []
    assert [owner for (owner,) in school.all(StaffMember.is_owner)].count(True) == 1


def test_nobody_can_be_reached_or_is_real(school: Built) -> None:
    addresses = [str(address) for (address,) in school.all(Student.email)]
    assert all(re.fullmatch(r"[a-z0-9]+@[a-z.]+\.example", address) for address in addresses)
    assert len(set(addresses)) == 162
    births = [birth for (birth,) in school.all(Student.birth_date)]
    assert all(15 <= (school.today - birth).days / 365.25 <= 28 for birth in births)  # type: ignore[operator]


def test_no_talk_is_still_to_come_and_the_next_comes_after(school: Built) -> None:
    rows = school.all(
        Conversation.held_on,
        Conversation.next_on,
        Conversation.recorded_at,
        Conversation.version_number,
    )
    assert len(rows) > 400
    for held_on, next_on, recorded_at, version in rows:
        assert held_on < school.today  # type: ignore[operator]
        assert next_on is None or next_on > held_on  # type: ignore[operator]
        assert recorded_at.date() == held_on  # type: ignore[attr-defined]
        assert version == 1
    assert {day.weekday() for (day,) in school.all(Conversation.held_on)} <= set(range(5))  # type: ignore[attr-defined]


def test_each_student_speaks_to_the_own_counsellor_after_the_start(school: Built) -> None:
    own = {
        student: (counsellor, start)
        for student, counsellor, start in school.all(
            Student.id, Student.counsellor_id, Student.start_date
        )
    }
    columns = (Conversation.student_id, Conversation.author_id, Conversation.held_on)
    for student, author, held_on in school.all(*columns):
        assert author == own[student][0]
        assert held_on >= own[student][1]  # type: ignore[operator]


def test_every_agreement_fits_its_state(school: Built) -> None:
    talks = {row[0]: row[1] for row in school.all(Conversation.id, Conversation.held_on)}
    columns = (
        Agreement.talk_id,
        Agreement.made_on,
        Agreement.due_on,
        Agreement.status,
        Agreement.closed_on,
        AgreementText.closed_reason,
        Agreement.withdrawn_in,
    )
    with school.engine.connect() as connection:
        rows = connection.execute(sa.select(*columns).join(AgreementText)).all()
    assert {row[3] for row in rows} == set(AgreementStatus)
    for talk, made_on, due_on, status, closed_on, reason, withdrawn in rows:
        assert made_on == talks[talk]
        assert due_on is None or due_on >= made_on  # type: ignore[operator]
        assert withdrawn is None
        if status is AgreementStatus.OPEN:
            assert (closed_on, reason) == (None, "")
        else:
            assert made_on <= closed_on <= school.today  # type: ignore[operator]
            assert bool(reason) == (status is AgreementStatus.DROPPED)


def test_every_answer_is_of_a_talk_and_not_from_the_future(school: Built) -> None:
    talks = {talk for (talk,) in school.all(Conversation.id)}
    rows = school.all(StudentResponseRecord.conversation_id, StudentResponseRecord.given_on)
    assert len(rows) > 300
    for talk, given_on in rows:
        assert talk in talks
        assert given_on <= school.today  # type: ignore[operator]


def test_every_text_is_finished_clean_and_of_the_own_team(school: Built) -> None:
    teams = {student.id: student for student in school.people.students}
    begins = {
        team.id: {talk.experience.partition("{")[0][:40] for talk in team.talks}
        for team in example_school().teams
    }
    # A baker does not tell of toddlers: what only other teams tell, by how it begins.
    elsewhere = {
        own: {begin for other in begins if other != own for begin in begins[other] - begins[own]}
        for own in begins
    }
    assert all(len(begin) > 10 for known in begins.values() for begin in known)
    columns = (
        Conversation.student_id,
        ConversationTopic.experience,
        ConversationTopic.meaning,
        ConversationTopic.takeaway,
    )
    with school.engine.connect() as connection:
        topics = connection.execute(sa.select(*columns).join(ConversationTopic)).all()
    told: dict[UUID, list[str]] = {}
    for student_id, experience, meaning, takeaway in topics:
        student = teams[student_id]
        told.setdefault(student_id, []).append(experience)
        for text in (experience, meaning, takeaway):
            assert "{" not in text
            assert clean_text(text) == text
        assert not any(experience.startswith(begin) for begin in elsewhere[student.team.id])
    for experiences in told.values():
        assert len(set(experiences)) == len(experiences)
    for (summary,) in school.all(ConversationText.summary):
        assert isinstance(summary, str)
        assert summary
        assert "{" not in summary


def test_every_counsellor_has_something_to_do_today(school: Built) -> None:
    counsellors = {
        student.counsellor.staff_id: student.counsellor for student in school.people.students
    }
    assert len(counsellors) == 8
    for counsellor in counsellors.values():
        with UnitOfWork(school.engine, counsellor, school.clock) as work:
            day = overview.today(work)
            caseload = list_students(work, StudentFilter())
            facts = overview.facts(work)
        assert 10 <= len(caseload) <= 30
        assert day.appointments, counsellor.name
        assert all(item.at for item in day.appointments)
        assert day.attention
        assert len(facts) > len(caseload) / 3


def test_the_owner_of_an_ordinary_day_has_a_bit_of_everything(school: Built) -> None:
    if school.today != MONDAY:
        pytest.skip("an ordinary day only")
    with school.work() as work:
        day = overview.today(work)
    assert len(day.appointments) == 3
    assert len(day.attention) == 4
    spoken = [held_on for (held_on,) in school.all(Conversation.held_on)]
    assert min(spoken) < MONDAY - timedelta(days=365)  # type: ignore[type-var, operator]


def test_one_trialogue_is_closed_and_one_waits_for_the_company(school: Built) -> None:
    if school.today != MONDAY:
        pytest.skip("an ordinary day only")
    recorded = {talk for (talk,) in school.all(Conversation.talk_id)}
    parties: dict[object, set[object]] = {}
    for talk, party in school.all(Voice.talk_id, Voice.party):
        parties.setdefault(talk, set()).add(party)
    assert sorted((talk in recorded, len(spoken)) for talk, spoken in parties.items()) == [
        (False, 2),
        (True, 3),
    ]
    assert len(school.all(VoiceMark.mark)) == 4
    with UnitOfWork(school.engine, school.people.owner, school.clock) as work:
        (waiting,) = trialogues.today(work).attention
    assert waiting.heading_one == "1 trialoog wacht op het bedrijf"
