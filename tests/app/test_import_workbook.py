"""From laptop to school: a real workbook, a real server, every login its own password."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lob_workbench.app.move_to_school import move_workbook
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.session import Session
from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import InputRefused, NotAllowed
from lob_workbench.domain.moving import MovedKind, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.arrivals import operations as arrivals
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.conversations.operations_moving import read_all
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import StaffMember, Student, Team
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.storage.server import ServerAddress, server_engine
from lob_workbench.storage.server_setup import (
    NewUser,
    add_user,
    one_time_password,
    verifier_for,
)
from lob_workbench.talks import writing
from lob_workbench.talks.queries_agreements import asked_in_talk
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementStatus,
    AgreementText,
    AskedQuestion,
    ConversationDraft,
    NextTalk,
    Party,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer
from tests.app.conftest import MONDAY, MadeSchool, Ready
from tests.features.conversations.test_operations import TODAY, a_talk
from tests.helpers.command_line import Run
from tests.helpers.postgres import PostgresCluster

ZOE = PersonName("Zoë", "van 't", "Hart")
OGUZ = PersonName("Oğuz", "", "Çelik")


@dataclass
class School:
    """A school with Mirjam Bakker, counsellor, and Thea Leider, who leads the team Zorg."""

    cluster: PostgresCluster
    address: ServerAddress
    password: str
    sessions: list[SchoolSession] = field(default_factory=list)

    def user(self, login: str, name: str, *roles: Role) -> tuple[ServerAddress, str]:
        """Somebody with a login, in the team Zorg."""
        where = self.address.as_login(f"{login}.{self.address.database[-8:]}")
        secret = one_time_password()
        engine = server_engine(self.address, self.password)
        new = NewUser(where.login, name, frozenset(roles), ("Zorg",))
        add_user(engine, new, verifier_for(engine, where.login, secret))
        engine.dispose()
        return where, secret

    def log_in(self, login: str, name: str, *roles: Role) -> SchoolSession:
        """The session of somebody new."""
        self.sessions.append(SchoolSession.connect(*self.user(login, name, *roles)))
        return self.sessions[-1]

    def student(self, number: str, name: PersonName, counsellor: UUID, **facts: object) -> UUID:
        """A student from the school's own list."""
        engine = server_engine(self.address.as_login("postgres"))
        with sa.orm.Session(engine, expire_on_commit=False) as session:
            student = Student(
                id=new_id(), number=number, counsellor_id=counsellor, updated_at=MONDAY, **facts
            )
            rename(student, name)
            session.add(student)
            session.commit()
            key = student.id
        engine.dispose()
        return key

    def rows(self, *leave_out: str) -> dict[str, list[tuple[object, ...]]]:
        """All that stands in the tables that people fill."""
        tables = (
            "student", "conversation", "conversation_text", "conversation_topic",
            "conversation_question", "student_response", "student_response_text", "agreement",
            "agreement_text", "draft", "student_arrival",
        )  # fmt: skip
        with psycopg.connect(self.cluster.dsn(self.address.database)) as connection:
            return {
                table: connection.execute(
                    f"SELECT * FROM {table} ORDER BY 1, 2".encode()
                ).fetchall()
                for table in tables
                if table not in leave_out
            }


@pytest.fixture
def school(
    strict_cluster: PostgresCluster, made_school: MadeSchool, no_waiting_for_drafts: None
) -> Iterator[School]:
    """A copy of a school as `server init` makes it."""
    name = strict_cluster.create_database(made_school.database)
    address = ServerAddress(str(strict_cluster.folder), name, made_school.login)
    school = School(strict_cluster, address, made_school.password)
    yield school
    for session in school.sessions:
        session.close()
    strict_cluster.drop_database(name)


@pytest.fixture
def mirjam(school: School) -> SchoolSession:
    """The owner of the workbook, at the school."""
    return school.log_in("mirjam", "Mirjam Bakker", Role.COUNSELLOR)


@pytest.fixture
def thea(school: School, mirjam: SchoolSession) -> SchoolSession:
    """Who leads the team."""
    return school.log_in("thea", "Thea Leider", Role.TEAM_LEADER)


@pytest.fixture
def laptop(ready: Ready) -> Iterator[Session]:
    """The workbook, open: by its code, which takes no time, unlike a passphrase."""
    clock = FixedClock(MONDAY)
    session = Session.open(ready.folder, recovery_code=ready.recovery_code, clock=clock)
    yield session
    session.close(backup=False)


def enrol(laptop: Session, number: str, name: PersonName, team: str = "Zorg", **facts) -> UUID:
    """A student in the workbook's caseload."""
    with laptop.work() as work:
        found = work.session.scalar(sa.select(Team.id).where(Team.name == team))
        if team and found is None:
            found = new_id()
            work.session.add(Team(id=found, name=team))
            work.session.flush()
        student = Student(
            id=new_id(),
            number=number,
            counsellor_id=laptop.actor.staff_id,
            team_id=found if team else None,
            updated_at=laptop.clock.now(),
            **facts,
        )
        rename(student, name)
        work.session.add(student)
        index_words(work, [student])
        return student.id


def record(session: Session | SchoolSession, draft: ConversationDraft) -> UUID:
    """A talk recorded as the page does it."""
    with session.work() as work:
        return talks.record(work, draft).conversation_id


def read(session: Session | SchoolSession, talk: UUID):
    """A talk as its page shows it."""
    with session.work() as work:
        return talks.read_conversation(work, talk)


def same(here, there) -> bool:
    """Whether two views tell the same, but for whom they are of in each database."""
    strip = {"student": None, "author_id": None, "author": None}
    known = {name: value for name, value in strip.items() if hasattr(here, name)}
    bare = [
        replace(
            view,
            **known,
            agreements=tuple(replace(one, student_id=None, version=0) for one in view.agreements),
            returned=tuple(replace(one, student_id=None, version=0) for one in view.returned),
        )
        for view in (here, there)
    ]
    return bool(bare[0] == bare[1])


def full_life(laptop: Session, student: UUID) -> tuple[UUID, UUID]:
    """A talk that was corrected, with an answer, a closed and a withdrawn agreement; a draft."""
    first = record(
        laptop,
        a_talk(student, response=StudentResponse(Verdict.DIFFERS, "Het was <b>anders</b>.")),
    )
    view = read(laptop, first)
    with laptop.work() as work:
        talks.close_agreement(
            work, view.agreements[0].id, 1, AgreementStatus.DROPPED, "Stage is klaar."
        )
    with laptop.work() as work:
        draft = talks.prepare_correction(work, first).draft
    second = record(
        laptop, replace(draft, agreements=draft.agreements[:1], reason="Een vergeten woord.")
    )
    with laptop.work() as work:
        talks.keep_draft(work, a_talk(student, summary="Nog niet af"))
    return first, second


def test_a_known_student_comes_with_everything(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE, email="zoe@thuis.example")
    there = school.student("0411001", ZOE, mirjam.actor.staff_id, email="zoe@school.example")
    first, second = full_life(laptop, here)
    report = move_workbook(laptop, mirjam)
    assert report.counts == (
        (MovedKind.TALK, Outcome.CAME, 2),
        (MovedKind.AGREEMENT, Outcome.CAME, 2),
        (MovedKind.RESPONSE, Outcome.CAME, 1),
        (MovedKind.DRAFT, Outcome.CAME, 1),
        (MovedKind.APPOINTMENT, Outcome.CAME, 1),
        (MovedKind.STUDENT, Outcome.EXISTED, 1),
    )
    for talk in (first, second):
        assert same(read(laptop, talk), read(mirjam, talk))
    with mirjam.work() as work:
        assert talks.prepare(work, there).draft.summary == "Nog niet af"
    (remark,) = report.remarks
    assert "e-mail" in report.lines()[-1]
    assert "zoe@" not in repr(remark)
    with mirjam.work() as work:
        assert arrivals.known_students(work)[0].email == "zoe@school.example"


def test_twice_writes_nothing_again(school: School, laptop: Session, mirjam: SchoolSession) -> None:
    here = enrol(laptop, "0411001", ZOE)
    school.student("0411001", ZOE, mirjam.actor.staff_id)
    full_life(laptop, here)
    enrol(laptop, "0411002", OGUZ)
    move_workbook(laptop, mirjam)
    before = school.rows()
    again = move_workbook(laptop, mirjam)
    assert school.rows() == before
    assert again.count(Outcome.CAME) == 0
    assert again.count(Outcome.EXISTED, MovedKind.TALK) == 2
    assert again.lines()[0] == "Er was niets nieuws om mee te nemen."


def test_the_workbook_stays_as_it_was(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE)
    school.student("0411001", ZOE, mirjam.actor.staff_id)
    full_life(laptop, here)

    def content() -> list[list[tuple[object, ...]]]:
        from lob_workbench.storage.base import Base

        with laptop.work() as work:
            return [
                sorted(map(tuple, work.session.execute(sa.select(table))), key=repr)
                for table in Base.metadata.sorted_tables
                if not table.name.startswith("audit_")
            ]

    before = content()
    move_workbook(laptop, mirjam)
    assert content() == before


def test_a_new_student_waits_for_the_team_leader(
    school: School, laptop: Session, mirjam: SchoolSession, thea: SchoolSession
) -> None:
    here = enrol(laptop, "0411002", OGUZ, email="oguz@thuis.example", birth_date=TODAY)
    first, _ = full_life(laptop, here)
    report = move_workbook(laptop, mirjam)
    assert report.counts == ((MovedKind.STUDENT, Outcome.WAITS, 1),)
    rows = school.rows("student_arrival")
    assert not any(rows.values())
    with thea.work() as work:
        (waiting,) = arrivals.waiting(work)
    assert (waiting.number, waiting.name, waiting.proposer) == ("0411002", OGUZ, "Mirjam Bakker")
    assert "oguz@" not in repr(school.rows())
    again = move_workbook(laptop, mirjam)
    assert "nog niet geantwoord" in again.lines()[-1]
    with thea.work() as work:
        done = arrivals.answer(work, [waiting.id], accept=True)
    assert [view.number for view in done.done] == ["0411002"]
    with mirjam.work() as work:
        (student,) = arrivals.known_students(work)
    assert (student.id, student.email, student.birth_date) == (here, "", None)
    assert move_workbook(laptop, mirjam).count(Outcome.CAME, MovedKind.TALK) == 2
    assert same(read(laptop, first), read(mirjam, first))
    with pytest.raises(NotAllowed):
        read(thea, first)


def test_a_no_keeps_the_student_out(
    school: School, laptop: Session, mirjam: SchoolSession, thea: SchoolSession
) -> None:
    record(laptop, a_talk(enrol(laptop, "0411002", OGUZ)))
    move_workbook(laptop, mirjam)
    with thea.work() as work:
        ids = [view.id for view in arrivals.waiting(work)]
        arrivals.answer(work, ids, accept=False)
    report = move_workbook(laptop, mirjam)
    assert report.counts == ((MovedKind.STUDENT, Outcome.STAYED, 1),)
    assert "niet toegelaten" in report.lines()[-1]
    rows = school.rows("student_arrival")
    assert not any(rows.values())


def test_a_number_of_somebody_else_keeps_waiting_and_holds_up_nobody(
    school: School, laptop: Session, mirjam: SchoolSession, thea: SchoolSession
) -> None:
    other = school.log_in("otto", "Otto Anders", Role.COUNSELLOR)
    school.student("0411001", PersonName("Zus", "", "Zo"), other.actor.staff_id)
    enrol(laptop, "0411001", ZOE)
    enrol(laptop, "0411002", OGUZ)
    # What she cannot see, she is not told either.
    assert move_workbook(laptop, mirjam).count(Outcome.WAITS) == 2
    with thea.work() as work:
        ids = [view.id for view in arrivals.waiting(work)]
        done = arrivals.answer(work, ids, accept=True)
    assert [view.number for view in done.done] == ["0411002"]
    assert [view.number for view in done.taken] == ["0411001"]
    with thea.work() as work:
        assert [view.number for view in arrivals.waiting(work)] == ["0411001"]


def test_the_same_number_with_another_name_may_be_somebody_else(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    record(laptop, a_talk(enrol(laptop, "0411001", ZOE)))
    school.student("0411001", OGUZ, mirjam.actor.staff_id)
    before = school.rows()
    report = move_workbook(laptop, mirjam)
    assert report.counts == ((MovedKind.STUDENT, Outcome.DIFFERS, 1),)
    assert school.rows() == before


def test_a_student_without_a_team_goes_where_she_says(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    enrol(laptop, "0411001", ZOE, team="")
    enrol(laptop, "0411002", OGUZ, team="Thuis")
    assert move_workbook(laptop, mirjam).count(Outcome.STAYED) == 2
    with pytest.raises(InputRefused, match="Nergens"):
        move_workbook(laptop, mirjam, "Nergens")
    assert move_workbook(laptop, mirjam, "Zorg").count(Outcome.WAITS) == 2


def test_what_differs_at_the_school_stays(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE)
    there = school.student("0411001", ZOE, mirjam.actor.staff_id)
    draft = a_talk(here)
    talk = record(laptop, draft)
    record(mirjam, replace(draft, student_id=there, summary="Op school anders."))
    report = move_workbook(laptop, mirjam)
    assert report.count(Outcome.DIFFERS, MovedKind.TALK) == 1
    assert report.count(Outcome.CAME) == 0
    assert read(mirjam, talk).summary == "Op school anders."


def test_life_goes_on_at_the_laptop_and_comes_later(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE)
    school.student("0411001", ZOE, mirjam.actor.staff_id)
    first = record(laptop, a_talk(here))
    move_workbook(laptop, mirjam)
    with laptop.work() as work:
        draft = talks.prepare_correction(work, first).draft
    second = record(laptop, replace(draft, agreements=(), reason="Toch niet afgesproken."))
    report = move_workbook(laptop, mirjam)
    assert report.count(Outcome.CAME, MovedKind.TALK) == 1
    assert report.remarks == ()
    assert read(mirjam, second).agreements == ()
    assert len(read(mirjam, first).agreements) == 2
    # The same talk corrected on both sides: neither is lost, neither is put over the other.
    with laptop.work() as work:
        draft = talks.prepare_correction(work, second).draft
    record(laptop, replace(draft, summary="Thuis.", reason="x"))
    with mirjam.work() as work:
        draft = talks.prepare_correction(work, second).draft
    third = record(mirjam, replace(draft, summary="Op school.", reason="y"))
    report = move_workbook(laptop, mirjam)
    assert report.count(Outcome.CAME) == 0
    assert "ook op school verbeterd" in report.lines()[-1]
    assert read(mirjam, third).summary == "Op school."


def test_a_draft_that_was_recorded_at_school_does_not_come_back(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE)
    there = school.student("0411001", ZOE, mirjam.actor.staff_id)
    with laptop.work() as work:
        talks.keep_draft(work, a_talk(here))
    assert move_workbook(laptop, mirjam).count(Outcome.CAME, MovedKind.DRAFT) == 1
    with mirjam.work() as work:
        draft = talks.prepare(work, there).draft
    record(mirjam, draft)
    assert move_workbook(laptop, mirjam).count(Outcome.CAME) == 0
    assert school.rows()["draft"] == []


def test_nobody_takes_words_of_another_on_her_own_name(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE)
    school.student("0411001", ZOE, mirjam.actor.staff_id)
    other = new_id()
    with laptop.work() as work:
        work.session.add(StaffMember(id=other, name="Otto", updated_at=MONDAY))
        work.session.flush()
        work.session.add(
            Conversation(
                id=other, talk_id=other, version_number=1, student_id=here, author_id=other,
                kind=ConversationKind.PROGRESS, form=ConversationForm.DIALOGUE, held_on=TODAY,
                next_on=None, next_at="", next_kind=None, recorded_at=MONDAY,
            )
        )  # fmt: skip
    report = move_workbook(laptop, mirjam)
    assert report.count(Outcome.STAYED, MovedKind.TALK) == 1
    assert "door iemand anders geschreven" in report.lines()[-1]
    assert school.rows()["conversation"] == []


def test_only_the_owner_takes_it_along(school: School, laptop: Session) -> None:
    otto = school.log_in("otto", "Otto Anders", Role.COUNSELLOR)
    enrol(laptop, "0411001", ZOE)
    before = school.rows()
    with pytest.raises(InputRefused, match="Mirjam Bakker"):
        move_workbook(laptop, otto)
    with pytest.raises(NotAllowed):
        move_workbook(laptop, school.log_in("thea", "Mirjam Bakker", Role.TEAM_LEADER))
    assert school.rows() == before
    assert move_workbook(laptop, otto, same_person=True).count(Outcome.WAITS) == 1


def test_no_students_of_others_and_nothing_of_them_changes(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    """She sees them as leader of the team; they are not hers to write about."""
    both = school.log_in("mb", "Mirjam Bakker", Role.COUNSELLOR, Role.TEAM_LEADER)
    with psycopg.connect(school.cluster.dsn(school.address.database)) as connection:
        (zorg,) = connection.execute("SELECT id FROM team").fetchone() or ()
    school.student("0411001", ZOE, mirjam.actor.staff_id, team_id=zorg)
    record(laptop, a_talk(enrol(laptop, "0411001", ZOE)))
    before = school.rows()
    report = move_workbook(laptop, both)
    assert report.counts == ((MovedKind.STUDENT, Outcome.STAYED, 1),)
    assert "niet jouw student" in report.lines()[-1]
    assert school.rows() == before


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)
TOPICS = st.lists(
    st.builds(TopicText, st.sampled_from(CareerCompetence), TEXT, TEXT, TEXT),
    max_size=3,
    unique_by=lambda topic: topic.competence,
)
AGREEMENTS = st.lists(
    st.builds(
        AgreementText,
        TEXT,
        st.sampled_from(AgreementOwner),
        st.none() | st.integers(1, 90).map(lambda days: TODAY + timedelta(days=days)),
    ),
    max_size=3,
)
TALK = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(ConversationKind),
        "form": st.sampled_from(ConversationForm),
        "held_on": st.integers(0, 300).map(lambda days: TODAY - timedelta(days=days)),
        "summary": TEXT,
        "focus": st.just("") | TEXT,
        "topics": TOPICS.map(tuple),
        "questions": st.lists(st.builds(AskedQuestion, st.just("Q-1"), TEXT), max_size=3).map(
            tuple
        ),
        "agreements": AGREEMENTS.map(tuple),
        "next_talk": st.none()
        | st.integers(1, 90).map(lambda days: NextTalk(TODAY + timedelta(days=days), "10:15")),
        "response": st.none()
        | st.builds(StudentResponse, st.sampled_from(Verdict), TEXT, st.just(TODAY)),
    }
)


def answering(laptop: Session, draft: ConversationDraft) -> ConversationDraft:
    """What comes back goes on, is done or is dropped, in turns."""
    with laptop.work() as work:
        views = talks.prepare(work, draft.student_id).open_agreements
        asked = asked_in_talk(work, draft.student_id, draft.held_on or TODAY)
    turns = (
        AgreementAnswer(AgreementStatus.OPEN, due_on=TODAY + timedelta(days=30)),
        AgreementAnswer(AgreementStatus.DROPPED, "Past niet meer"),
        AgreementAnswer(AgreementStatus.DONE),
    )
    coming = [view for view in views if view.id in asked]
    answers = tuple(
        ReturnedAnswer(view.id, view.version, turns[place % 3], view.what)
        for place, view in enumerate(coming)
    )
    return replace(draft, answers=answers)


def test_steps_the_company_s_word_and_answers_of_a_draft_come_along(
    school: School, laptop: Session, mirjam: SchoolSession
) -> None:
    here = enrol(laptop, "0411001", ZOE)
    there = school.student("0411001", ZOE, mirjam.actor.staff_id)
    first = record(laptop, a_talk(here, held_on=TODAY - timedelta(days=40)))
    second = record(laptop, answering(laptop, a_talk(here, held_on=TODAY - timedelta(days=20))))
    with laptop.work() as work:
        writing.write_response(
            work, second, StudentResponse(Verdict.DIFFERS, "Anders."), here, Party.COMPANY
        )
    draft = answering(laptop, a_talk(here, agreements=()))
    with laptop.work() as work:
        talks.keep_draft(work, draft)
    move_workbook(laptop, mirjam)
    assert same(read(laptop, first), read(mirjam, first))
    assert same(read(laptop, second), read(mirjam, second))
    moved = read(mirjam, second)
    assert [len(one.steps) for one in moved.returned] == [1, 1]
    assert moved.company_response is not None
    again = move_workbook(laptop, mirjam)
    assert again.count(Outcome.CAME) + again.count(Outcome.DIFFERS) == 0
    # The draft answers the agreements as the school counts them: it can be recorded as it is.
    with mirjam.work() as work:
        kept = talks.prepare(work, there).draft
        done = talks.record(work, kept)
    assert len(read(mirjam, done.conversation_id).returned) == len(draft.answers) > 0


# No shrinking: each example is a workbook and a server.
@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(TALK, min_size=1, max_size=3), st.booleans())
def test_any_talk_stands_at_the_school_as_it_stood_at_the_laptop(
    school: School,
    laptop: Session,
    mirjam: SchoolSession,
    drafts: list[dict[str, object]],
    corrected: bool,
) -> None:
    number = f"8{new_id().int % 10**6:06}"
    here = enrol(laptop, number, ZOE)
    there = school.student(number, ZOE, mirjam.actor.staff_id)
    made = []
    for fields in drafts:
        try:
            made.append(record(laptop, answering(laptop, a_talk(here, **fields))))
        except InputRefused:
            continue  # what cannot be recorded here is no question there
    if made and corrected:
        with laptop.work() as work:
            draft = talks.prepare_correction(work, made[-1]).draft
        made.append(record(laptop, replace(draft, agreements=(), reason="Beter zo.")))
    report = move_workbook(laptop, mirjam)
    assert report.count(Outcome.CAME, MovedKind.TALK) == len(made)
    for talk in made:
        assert same(read(laptop, talk), read(mirjam, talk))
    with laptop.work() as work:
        ours = read_all(work, here)
    with mirjam.work() as work:
        theirs = read_all(work, there)
    assert (ours.talks, ours.agreements, ours.responses) == (
        theirs.talks,
        theirs.agreements,
        theirs.responses,
    )
    assert set(theirs.authors.values()) <= {mirjam.actor.staff_id}
    again = move_workbook(laptop, mirjam)
    assert again.count(Outcome.CAME) + again.count(Outcome.DIFFERS) == 0
    # The next example moves its own student alone, not those of all examples before it.
    with laptop.work() as work:
        work.session.get_one(Student, here).counsellor_id = None


def test_the_command(
    run: Run, school: School, ready: Ready, tmp_path: Path, laptop: Session
) -> None:
    record(laptop, a_talk(enrol(laptop, "0411001", ZOE)))
    laptop.close(backup=False)
    address, secret = school.user("mirjam", "Mirjam Bakker", Role.COUNSELLOR)
    phrase, password = tmp_path / "zin.txt", tmp_path / "wachtwoord.txt"
    phrase.write_text(ready.passphrase, "utf-8")
    password.write_text(secret, "utf-8")
    words = (
        "server", "import", address.to_text(), "--workbook", ready.folder,
        "--passphrase-file", phrase, "--password-file", password,
    )  # fmt: skip
    done = run(*words, "--report", tmp_path / "verslag.txt")
    assert (done.code, done.err) == (0, "")
    assert "Wacht op de teamleider: 1 student\n" in done.out
    assert "Je werkboek is gebleven zoals het was." in done.out
    assert (tmp_path / "verslag.txt").read_text("utf-8") == done.out
    password.write_text("geraden", "utf-8")
    done = run(*words)
    assert (done.code, done.err.count("\n")) == (1, 1)
