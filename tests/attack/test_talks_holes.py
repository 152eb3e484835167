"""Ways in through what talks brought, each found once by hand: plans, taken numbers, old offers."""

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors, sql

from tests.attack.world import SECRET, World


def test_the_log_fits_what_stands_there(world: World) -> None:
    """First of all here: later tests set the log back."""
    with world.superuser() as master:
        assert master.execute("SELECT * FROM lob.audit_problems()").fetchall() == []


STRANGERS = ["team mate", "other leader", "second line, idle", "intake", "administrator", "expired"]
TOLD_BY_PLANS = [
    "access_grant",
    "agreement_step",
    "agreement_step_text",
    "agreement_text",
    "appointment",
    "appointment_text",
    "dossier_note",
    "enrolment_note",
    "form_file",
    "guardian",
    "handover",
    "handover_text",
    "issued_form",
    "placement",
    "issued_badge",
    "issued_badge_text",
    "skill_claim",
    "skill_claim_text",
    "skill_evidence",
    "skill_goal",
    "skill_goal_slot",
    "skill_goal_slot_text",
    "skill_goal_text",
    "skill_verdict",
    "skill_verdict_text",
    "student_preparation",
    "student_preparation_answer",
    "voice",
    "voice_mark",
    "voice_text",
    "working_note",
]


def plan(connection: psycopg.Connection[Any], table: str, student: UUID) -> str:
    """What the plan of a question about one student tells."""
    query = sql.SQL(
        "EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off) SELECT 1 FROM {} WHERE student_id = "
    ).format(sql.Identifier(table)) + sql.Literal(student)
    lines = [line for (line,) in connection.execute(query) if "Heap Fetches" not in line]
    return "\n".join(lines).replace(str(student), "")


@pytest.mark.parametrize("who", STRANGERS)
def test_no_plan_tells_what_there_is_of_a_strangers_student(world: World, who: str) -> None:
    """Who knows a student's key, such as an administrator, counts nothing with it."""
    mine = {"handover", "handover_text"} if who == "team mate" else set()
    told = []
    with world.connect(who) as connection:
        connection.execute("SET enable_seqscan = off")
        for table in TOLD_BY_PLANS:
            if table in mine:
                continue
            if plan(connection, table, world.own) != plan(connection, table, uuid4()):
                told.append(table)
    assert told == []


VOICE = (
    "INSERT INTO voice (id, talk_id, student_id, party, number, source, by_name, handed_in_at)"
    " VALUES (gen_random_uuid(), %s, %s, 'company', 1, 'form', '', now())"
)
FORM = (
    "INSERT INTO issued_form (id, talk_id, student_id, party, version, key, expires_on, issued_at,"
    " issued_by) VALUES (gen_random_uuid(), %s, %s, 'company', 1, '', now(), now(), lob.me())"
)


@pytest.mark.parametrize(("table", "statement"), [("voice", VOICE), ("issued_form", FORM)])
def test_nobody_asks_or_takes_the_numbers_of_somebody_elses_talk(
    world: World, table: str, statement: str
) -> None:
    """Who counselled the student before may know the talk: with the next student it proves it."""
    taken = world.rows[table]["talk_id"]
    with world.connect("team mate") as connection:
        for talk in (taken, uuid4()):
            assert connection.execute(statement.encode(), [talk, world.mates]).rowcount == 1
        connection.rollback()


def offer(world: World) -> UUID:
    """What waits for the team mate."""
    return UUID(str(world.rows["handover"]["id"]))


def opens(connection: psycopg.Connection[Any], handover: UUID) -> bool:
    """Whether the words of a proposal open."""
    row = connection.execute("SELECT lob.open_handover(%s)", [handover]).fetchone()
    return row == (True,)


def test_an_offer_ends_when_its_giver_has_the_student_no_more(world: World) -> None:
    with world.connect("team mate") as connection, world.superuser() as master:
        connection.autocommit = True
        assert opens(connection, offer(world))
        read = "SELECT summary FROM handover_text"
        assert connection.execute(read.encode()).fetchall() == [(SECRET,)]
        moved = "UPDATE student SET counsellor_id = %s WHERE id = %s"
        master.execute(moved.encode(), [world.actors["expired"].staff_id, world.own])
        master.commit()
        try:
            state = "SELECT status FROM handover"
            assert connection.execute(state.encode()).fetchall() == [("withdrawn",)]
            assert not opens(connection, offer(world))
            assert connection.execute(read.encode()).fetchall() == []
            write = "UPDATE handover_text SET reply = 'x'"
            assert connection.execute(write.encode()).rowcount == 0
        finally:
            master.execute(moved.encode(), [world.actors["counsellor"].staff_id, world.own])
            master.execute("UPDATE handover SET status = 'proposed', answered_at = NULL")
            master.commit()


def test_a_search_before_it_does_not_keep_an_offer_shut(world: World) -> None:
    """Entries of other readings name no record, or another one."""
    with world.connect("team mate") as connection:
        connection.autocommit = True
        connection.execute("SELECT lob.open_search(), lob.open_lists()")
        assert opens(connection, offer(world))
        found = connection.execute("SELECT summary FROM handover_text").fetchall()
        assert found == [(SECRET,)]


def test_reading_an_offer_opens_no_dossier_after_the_yes(world: World) -> None:
    """The log would tell of one proposal, and the whole dossier would be read."""
    world.shut_all()
    with world.connect("team mate") as connection:
        connection.autocommit = True
        assert opens(connection, offer(world))
        with connection.transaction(force_rollback=True):
            row = connection.execute("SELECT lob.confirm_handover(%s)", [offer(world)]).fetchone()
            assert row == (True,)
            read = "SELECT 1 FROM conversation_text WHERE student_id = %s"
            assert connection.execute(read.encode(), [world.own]).fetchall() == []


def test_a_giver_writes_no_answer_of_the_receiver(world: World) -> None:
    with world.connect("counsellor") as connection:
        key = uuid4()
        connection.execute(
            "INSERT INTO handover (id, student_id, student_name, group_name, giver_id, receiver_id,"
            " status, proposed_at, version, updated_at) VALUES (%s, %s, '', '', lob.me(), %s,"
            " 'proposed', now(), 1, now())",
            [key, world.own, world.actors["asked in"].staff_id],
        )
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO handover_text (handover_id, student_id, summary, addition, reply)"
                " VALUES (%s, %s, 'x', '', 'Dat doe ik graag.')",
                [key, world.own],
            )


@pytest.mark.parametrize("column", ["summary", "addition", "student_id", "handover_id"])
def test_what_went_along_with_an_offer_never_changes(world: World, column: str) -> None:
    with world.superuser() as master, pytest.raises(errors.RaiseException):
        master.execute(f"UPDATE handover_text SET {column} = {column}".encode())


@pytest.mark.parametrize("number", [-1, 0, 3, 2_147_483_647])
def test_steps_of_an_agreement_come_one_after_another(world: World, number: int) -> None:
    """Step 1 is taken; a number that is skipped would keep everybody from the ones before it."""
    step = (
        "INSERT INTO agreement_step (agreement_id, number, student_id, status, taken_on,"
        " recorded_at) VALUES (%s, %s, %s, 'done', now(), now())"
    )
    agreed = world.rows["agreement"]["id"]
    with world.connect("counsellor") as connection:
        with pytest.raises(errors.RaiseException):
            connection.execute(step.encode(), [agreed, number, world.own])
        connection.rollback()
        assert connection.execute(step.encode(), [agreed, 2, world.own]).rowcount == 1
        connection.rollback()


UNREADABLE = {
    "a time that is none": "UPDATE appointment SET time_of_day = '25:61'",
    "words for a time": "UPDATE appointment SET time_of_day = 'straks'",
    "a length below nothing": "UPDATE appointment SET minutes = -5",
    "a length of years": "UPDATE appointment SET minutes = 2147483647",
    "an evening that never begins": "UPDATE parents_evening SET starts_at = ''",
    "an evening without an end": "UPDATE parents_evening SET ends_at = 'x'",
    "talks of no minutes": "UPDATE parents_evening SET minutes = 0",
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_nobody_writes_what_keeps_colleagues_out_of_their_pages(world: World, what: str) -> None:
    with world.connect("counsellor") as connection, pytest.raises(errors.CheckViolation):
        connection.execute(UNREADABLE[what].encode())
