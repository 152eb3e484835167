"""Real records of the first version come through every later migration, word for word."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy import Connection, Engine

from lob_workbench.storage.audit_check import problems_in_workbook
from lob_workbench.storage.engine import dispose_engine, workbook_engine
from lob_workbench.storage.migrate import _config, upgrade
from lob_workbench.storage.server import server_engine
from tests.helpers.stores import KEY

# Quotes, a percent sign and colons would show a statement that is put together by hand.
WORDS = "Zoë zei: ‘100% :zeker’ -- <b>\nen 'dat' \"ook\"; Łukasz"
MOMENT = "2026-11-20 08:15:00.123456"
DAY = "2026-11-20"


@pytest.fixture(params=["embedded", "server"])
def first_version(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database as the first version of the product left it, without records."""
    if request.param == "embedded":
        engine = workbook_engine(tmp_path / "workbook.db", KEY, create=True)
    else:
        engine = server_engine(request.getfixturevalue("postgres_url"))
    with engine.begin() as connection:
        command.upgrade(_config(connection), "0001")
    yield engine
    dispose_engine(engine)


class Filling:
    """Writes rows by plain SQL; a moment or an id is text that either engine takes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lite = connection.dialect.name == "sqlite"

    def row(self, table: str, **values: object) -> UUID:
        """One row with a fresh id; ids are written as the product's types write them."""
        made = uuid4()
        if "id" in {column["name"] for column in sa.inspect(self._connection).get_columns(table)}:
            values["id"] = made
        written = {
            name: value.hex if self._lite and isinstance(value, UUID) else value
            for name, value in values.items()
        }
        names, places = ", ".join(written), ", ".join(f":{name}" for name in written)
        self._connection.execute(
            sa.text(f"INSERT INTO {table} ({names}) VALUES ({places})"), written
        )
        return made


def fill(connection: Connection) -> None:
    """Two students, a talk in two versions with everything in it, agreements in every state."""
    new = Filling(connection)
    me = new.row(
        "staff_member", name="Mirjam", is_owner=True, version=1, updated_at=MOMENT, list_name=None
    )
    new.row("staff_role", staff_id=me, role="counsellor")
    for number in ("0411001", "0411002"):
        student = new.row(
            "student",
            number=number,
            first_name=WORDS,
            infix="van 't",
            last_name="Hart",
            sort_key="hart",
            email="",
            counsellor_id=me,
            version=3,
            updated_at=MOMENT,
        )
        new.row("student_word", word="hart", student_id=student)
        new.row(
            "draft", owner_id=me, screen="conversation", entity_id=student, content=WORDS,
            saved_at=MOMENT,
        )  # fmt: skip
        talk_id = uuid4()
        for version in (1, 2):
            talk = new.row(
                "conversation",
                talk_id=talk_id,
                version_number=version,
                student_id=student,
                author_id=me,
                kind="career_reflection",
                form="dialogue",
                held_on=DAY,
                focus=f"{WORDS} focus {version}",
                summary=f"{WORDS} summary {number}",
                next_on="2026-11-30" if version == 1 else "2026-12-01",
                next_at="" if version == 1 else "09:20",
                reason=WORDS if version == 2 else "",
                recorded_at=MOMENT,
            )
            for competence in ("motives", "steering"):
                new.row(
                    "conversation_topic",
                    conversation_id=talk,
                    competence=competence,
                    experience=WORDS,
                    meaning=competence,
                    takeaway="",
                )
            for position in (0, 1):
                new.row(
                    "conversation_question",
                    conversation_id=talk,
                    position=position,
                    question_id=f"Q{position}",
                    text=WORDS,
                )
            for verdict in ("differs", "agrees"):
                new.row(
                    "student_response",
                    conversation_id=talk,
                    verdict=verdict,
                    text=f"{verdict} {WORDS}",
                    given_on=DAY,
                    recorded_at=MOMENT,
                )
        for status in ("open", "done", "dropped"):
            new.row(
                "agreement",
                talk_id=talk_id,
                student_id=student,
                made_in=1,
                position=0,
                what=f"{status} {WORDS}",
                owner="student",
                status=status,
                closed_on=None if status == "open" else DAY,
                closed_reason=WORDS if status == "dropped" else "",
                made_on=DAY,
                version=2,
                updated_at=MOMENT,
            )


def everything(connection: Connection, reads: dict[str, str]) -> dict[str, list[str]]:
    """The rows of each query, in an order of their own."""
    return {
        name: sorted(repr(tuple(row)) for row in connection.execute(sa.text(query)))
        for name, query in reads.items()
    }


BEFORE = {
    "staff": "SELECT id, name, version, updated_at FROM staff_member",
    "students": "SELECT id, number, first_name, sort_key, counsellor_id, version FROM student",
    "words": "SELECT word, student_id FROM student_word",
    "drafts": "SELECT id, owner_id, entity_id, content, saved_at FROM draft",
    "talks": "SELECT id, talk_id, version_number, student_id, focus, summary, reason, recorded_at"
    " FROM conversation",
    "topics": "SELECT conversation_id, competence, experience, meaning, takeaway"
    " FROM conversation_topic",
    "questions": "SELECT conversation_id, position, question_id, text FROM conversation_question",
    "responses": "SELECT id, conversation_id, verdict, text, given_on, recorded_at"
    " FROM student_response",
    "agreements": "SELECT id, talk_id, student_id, what, status, closed_on, closed_reason, version"
    " FROM agreement",
}
AFTER = BEFORE | {
    "talks": "SELECT id, talk_id, version_number, conversation.student_id, focus, summary, reason,"
    " recorded_at FROM conversation JOIN conversation_text ON conversation_id = id",
    "responses": "SELECT id, conversation_id, verdict, text, given_on, recorded_at"
    " FROM student_response JOIN student_response_text ON response_id = id",
    "agreements": "SELECT id, talk_id, agreement.student_id, what, status, closed_on,"
    " closed_reason, version FROM agreement JOIN agreement_text ON agreement_id = id",
}


def test_no_word_is_lost_on_the_way_to_this_version(first_version: Engine) -> None:
    with first_version.begin() as connection:
        fill(connection)
        before = everything(connection, BEFORE)
    upgrade(first_version)
    with first_version.connect() as connection:
        assert everything(connection, AFTER) == before
        assert {name: len(rows) for name, rows in before.items()} == {
            "staff": 1,
            "students": 2,
            "words": 2,
            "drafts": 2,
            "talks": 4,
            "topics": 8,
            "questions": 8,
            "responses": 8,
            "agreements": 6,
        }
        # Each part is of the student whose talk it is.
        for part in ("conversation_topic", "conversation_question", "student_response"):
            strays = connection.execute(
                sa.text(
                    f"SELECT count(*) FROM {part} part JOIN conversation talk"
                    " ON talk.id = part.conversation_id WHERE talk.student_id <> part.student_id"
                )
            )
            assert strays.scalar() == 0


def test_the_log_knows_every_record_that_was_there_before_it(first_version: Engine) -> None:
    with first_version.begin() as connection:
        fill(connection)
    upgrade(first_version)
    if first_version.dialect.name == "sqlite":
        assert problems_in_workbook(first_version) == []
    else:
        with first_version.connect() as connection:
            assert connection.exec_driver_sql("SELECT * FROM lob.audit_problems()").all() == []


def test_what_was_planned_is_an_appointment_and_what_was_closed_has_its_step(
    first_version: Engine,
) -> None:
    with first_version.begin() as connection:
        fill(connection)
    upgrade(first_version)
    with first_version.connect() as connection:
        read = connection.exec_driver_sql
        planned = read(
            "SELECT day, time_of_day, kind, minutes, status FROM appointment "
            "JOIN appointment_text ON appointment_id = id WHERE subject = ''"
        ).all()
        # Of the newest version only.
        assert [(str(row[0]), *row[1:]) for row in planned] == [
            ("2026-12-01", "09:20", "career_reflection", 40, "planned")
        ] * 2
        of_their_talk = read(
            "SELECT count(*) FROM appointment JOIN conversation talk ON talk.talk_id = from_talk"
            " WHERE talk.student_id = appointment.student_id AND talk.version_number = 2"
        ).scalar()
        assert of_their_talk == 2
        steps = read(
            "SELECT step.status, step.taken_on, words.reason, agreement.status "
            "FROM agreement_step step "
            "JOIN agreement_step_text words ON words.agreement_id = step.agreement_id "
            "AND words.number = step.number "
            "JOIN agreement ON agreement.id = step.agreement_id ORDER BY step.status"
        ).all()
        assert [(row[0], str(row[1]), row[2], row[3]) for row in steps] == [
            ("done", DAY, "", "done"),
            ("done", DAY, "", "done"),
            ("dropped", DAY, WORDS, "dropped"),
            ("dropped", DAY, WORDS, "dropped"),
        ]
        assert read("SELECT DISTINCT party FROM student_response").scalars().all() == ["student"]
