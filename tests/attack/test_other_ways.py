"""Ways around a table: functions, roles, transactions, views, shadows, errors, statistics."""

from contextlib import suppress
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from tests.attack.matrix import OUTSIDE, STAFF
from tests.attack.world import SECRET, World

REFUSED = (
    errors.InsufficientPrivilege,
    errors.InvalidGrantOperation,
    errors.WrongObjectType,
    errors.UndefinedFunction,
    errors.ActiveSqlTransaction,
    errors.ReservedName,
    errors.InvalidParameterValue,
)
ALL = pytest.mark.parametrize(
    "who", ["counsellor", "team mate", "leader", "second line", "administrator", "nobody"]
)
STATEMENTS = (
    "SET ROLE lob_owner",
    "SET ROLE lob_keeper",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres",
    "GRANT lob_owner TO CURRENT_USER",
    "GRANT lob_keeper TO CURRENT_USER",
    "ALTER TABLE conversation_text DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE conversation_text NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY opened_read ON conversation_text",
    "CREATE POLICY mine ON conversation_text USING (true)",
    "DROP TABLE audit_entry CASCADE",
    "TRUNCATE audit_entry",
    "TRUNCATE draft",
    "ALTER TABLE student DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "CREATE ROLE indringer LOGIN",
    "CREATE TABLE public.mijn (id int)",
    "CREATE VIEW public.kijk AS SELECT * FROM conversation_text",
    "CREATE MATERIALIZED VIEW public.kijk AS SELECT * FROM conversation_text",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION lob.me() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    "CREATE SCHEMA mijn",
    "SELECT nextval('lob.audit_ordinal')",
    "SELECT setval('lob.audit_ordinal', 1)",
    "SELECT * FROM lob.secret",
    "SELECT * FROM lob.talk_words",
    "SELECT * FROM lob.audited",
    "SELECT lob.seal('x')",
    "SELECT lob.write_entry('opened', NULL, 'student', 'x', '')",
    "SELECT lob.seal_all()",
    "SELECT lob.granted('second_line')",
    "SELECT lob.create_login('indringer', '', true)",
    "SELECT lob.set_second_line(session_user::text, true)",
    "SELECT lob.set_roles(lob.me(), '{second_line}')",
    "SELECT lob.searching('1 hour')",
    "SELECT lob.skill_about('skill_claim', gen_random_uuid()::text)",
    "CALL lob.skill_readable('student', 'x', 'true')",
    "SELECT rolpassword FROM pg_authid",
    "SELECT * FROM pg_statistic",
    "SELECT pg_read_file('pg_hba.conf')",
    "SELECT lo_import('/etc/passwd')",
    "COPY conversation_text TO PROGRAM 'cat'",
    "COPY draft FROM '/etc/passwd'",
    "COPY (SELECT seal FROM audit_entry) TO STDOUT",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "UPDATE pg_class SET relforcerowsecurity = false",
    "LOCK TABLE student IN ACCESS EXCLUSIVE MODE",
    "MERGE INTO conversation_text USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
)


@ALL
@pytest.mark.parametrize("statement", STATEMENTS)
def test_nobody_gets_out_of_their_own_login(world: World, who: str, statement: str) -> None:
    with world.connect(who) as connection:
        try:
            connection.execute(statement.encode())
        except REFUSED:
            return
        if "copy" in statement.lower():
            pytest.fail("copied")
        pytest.fail(f"{who} could {statement}")


@ALL
@pytest.mark.parametrize(
    "statement",
    [
        "GRANT SELECT ON conversation_text TO PUBLIC",
        "GRANT ALL ON audit_entry TO CURRENT_USER",
        "REVOKE ALL ON conversation_text FROM lob_staff",
    ],
)
def test_rights_are_nobodys_to_give(world: World, who: str, statement: str) -> None:
    """PostgreSQL only warns that nothing was granted."""
    query = (
        b"SELECT relname, relacl::text FROM pg_class"
        b" WHERE relnamespace = 'public'::regnamespace ORDER BY relname"
    )
    with world.connect(who) as connection:
        before = connection.execute(query).fetchall()
        with suppress(errors.InsufficientPrivilege), connection.transaction():
            connection.execute(statement.encode())
        assert connection.execute(query).fetchall() == before
        connection.rollback()


@ALL
def test_a_function_of_the_guard_opens_nobody_elses_dossier(world: World, who: str) -> None:
    readers = {"counsellor", "second line"}
    with world.connect(who) as connection:
        connection.autocommit = True
        if who != "nobody":
            for student in (world.own, world.other, uuid4(), None):
                (opened,) = one(connection, "SELECT lob.open_dossier(%s)", student)
                assert opened == (student == world.own and who in readers)
        seen = connection.execute("SELECT student_id FROM lob.changes_since(0)").fetchall()
        assert (world.other,) not in seen


def one(connection: psycopg.Connection[Any], query: str, *values: object) -> tuple[Any, ...]:
    """The one row of an answer."""
    row = connection.execute(query.encode(), values).fetchone()
    assert row is not None
    return tuple(row)


TRICKS = {
    "rollback": ("BEGIN", "OPEN", "READ", "ROLLBACK"),
    "savepoint": ("BEGIN", "SAVEPOINT a", "OPEN", "READ", "ROLLBACK"),
    "released savepoint": ("BEGIN", "SAVEPOINT a", "OPEN", "RELEASE a", "READ", "ROLLBACK"),
    "rolled back to": ("BEGIN", "SAVEPOINT a", "OPEN", "READ", "ROLLBACK TO a", "READ", "COMMIT"),
    "snapshot": ("BEGIN ISOLATION LEVEL SERIALIZABLE", "OPEN", "READ", "ROLLBACK"),
    "function in a select": ("BEGIN", "BOTH", "ROLLBACK"),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_nobody_reads_and_takes_the_log_back(world: World, trick: str) -> None:
    world.shut_all()
    words = {
        "OPEN": f"SELECT lob.open_dossier('{world.own}')",
        "READ": f"SELECT summary FROM conversation_text WHERE student_id = '{world.own}'",
        "BOTH": "SELECT t.summary FROM (SELECT lob.open_dossier(id) FROM student OFFSET 0) o, "
        "LATERAL (SELECT summary FROM conversation_text OFFSET 0) t",
    }
    with world.connect("counsellor") as connection:
        connection.autocommit = True
        for step in TRICKS[trick]:
            found = connection.execute(words.get(step, step).encode())
            if step in ("READ", "BOTH"):
                assert found.fetchall() == []
        # Honestly, and then it is there.
        connection.execute(words["OPEN"].encode())
        assert connection.execute(words["READ"].encode()).fetchall() == [(SECRET,)]


@pytest.mark.parametrize("trick", [name for name in TRICKS if name != "function in a select"])
def test_nobody_reads_agreements_in_lists_and_takes_the_log_back(world: World, trick: str) -> None:
    world.shut_all()
    words = {"OPEN": "SELECT lob.open_lists()", "READ": "SELECT what FROM agreement_text"}
    with world.connect("counsellor") as connection:
        connection.autocommit = True
        for step in TRICKS[trick]:
            found = connection.execute(words.get(step, step).encode())
            if step == "READ":
                assert found.fetchall() == []
        connection.execute(words["OPEN"].encode())
        # Of the own student alone, and with an entry.
        assert connection.execute(words["READ"].encode()).fetchall() == [(SECRET,)]


def test_an_opening_lasts_five_minutes(world: World) -> None:
    with world.connect("counsellor") as connection:
        connection.autocommit = True
        connection.execute("SELECT lob.open_dossier(%s)", [world.own])
        with world.superuser() as master:
            master.execute("SET session_replication_role = replica")
            master.execute(
                "UPDATE audit_entry SET at = at - interval '5 minutes' WHERE action = 'opened'"
            )
        assert connection.execute("SELECT * FROM conversation_text").fetchall() == []


@ALL
def test_a_function_in_the_condition_sees_no_strangers_row(world: World, who: str) -> None:
    """What is cheap and talkative is asked after the guard, not before it."""
    heard: list[str] = []
    with world.connect(who) as connection:
        connection.add_notice_handler(lambda notice: heard.append(str(notice.message_primary)))
        try:
            connection.execute(
                "CREATE FUNCTION pg_temp.tell(said text) RETURNS boolean LANGUAGE plpgsql "
                "COST 0.0000001 AS $$ BEGIN RAISE NOTICE '%', said; RETURN true; END $$"
            )
        except errors.InsufficientPrivilege:
            return  # A school's database lets nobody make temporary things either.
        for column, table in (("what", "agreement_text"), ("summary", "conversation_text"),
                              ("content", "draft")):  # fmt: skip
            connection.execute(
                f"SELECT 1 FROM {table} WHERE pg_temp.tell({column}) "
                f"AND student_id = '{world.other}'".encode()
                if table != "draft"
                else f"SELECT 1 FROM {table} WHERE pg_temp.tell({column})".encode()
            )
    if who not in ("counsellor", "team mate", "second line"):
        assert heard == []


def test_a_table_of_the_same_name_fools_no_function(world: World) -> None:
    with world.connect("team mate") as connection:
        connection.execute(
            "CREATE TEMP TABLE access_grant AS SELECT %s::uuid AS student_id, lob.me() AS staff_id,"
            " 'asked_in'::text AS kind, NULL::date AS until, NULL::timestamptz AS ended_at",
            [world.own],
        )
        connection.execute("CREATE TEMP TABLE staff_role AS SELECT lob.me() AS staff_id, "
                           "'administrator'::text AS role")  # fmt: skip
        connection.execute("SET search_path = pg_temp, public")
        assert one(connection, "SELECT lob.open_dossier(%s)", world.own) == (False,)
        assert one(connection, "SELECT lob.has_role('administrator')") == (False,)


FORGED = {
    "grant for oneself": "INSERT INTO access_grant (id, student_id, staff_id, kind, reason, "
    "granted_by, granted_at) VALUES (gen_random_uuid(), '{own}', lob.me(), 'asked_in', '', "
    "lob.me(), now())",
    "grant in the counsellor's name": "INSERT INTO access_grant (id, student_id, staff_id, kind, "
    "reason, granted_by, granted_at) VALUES (gen_random_uuid(), '{own}', lob.me(), 'asked_in', '',"
    " '{counsellor}', now())",
    "an end taken back": "UPDATE access_grant SET ended_at = NULL",
    "a later end": "UPDATE access_grant SET until = '2099-01-01'",
    "talk in another's name": "INSERT INTO conversation (id, talk_id, version_number, student_id, "
    "author_id, kind, form, held_on, next_at, recorded_at) VALUES (gen_random_uuid(), "
    "gen_random_uuid(), 1, '{own}', '{counsellor}', 'progress', 'dialogue', now(), '', now())",
    "text on another's talk": "INSERT INTO conversation_topic (conversation_id, student_id, "
    "competence, experience, meaning, takeaway) VALUES ('{talk}', '{own}', 'steering', '', '', '')",
    "an entry in the log": "INSERT INTO audit_entry (chain, number, ordinal, at, roles, action, "
    "kind, record, seal, hash) VALUES ('x', 1, 1, now(), '', 'opened', '', '', '', '')",
    "the counsellor of a student": "UPDATE student SET counsellor_id = lob.me() WHERE id='{own}'",
    "own login": "UPDATE staff_member SET login = 'x' WHERE id = lob.me()",
    "own last day": "UPDATE staff_member SET active_until = NULL WHERE id = lob.me()",
    "another's draft": "INSERT INTO draft (id, owner_id, screen, entity_id, content, saved_at) "
    "VALUES (gen_random_uuid(), '{counsellor}', 's', gen_random_uuid(), '', now())",
    "own team": "INSERT INTO team_member (team_id, staff_id) SELECT id, lob.me() FROM team",
}


ARRIVAL = (
    "INSERT INTO student_arrival (id, number, first_name, infix, last_name, team_id, proposed_by,"
    " proposed_at, answered_by, accepted) SELECT '{id}', '0777', 'A', '', 'B', team_id, lob.me(),"
    " now(), {answer} FROM team_member LIMIT 1"
)
LET_IN = (
    "INSERT INTO student (id, number, first_name, infix, last_name, sort_key, email, team_id,"
    " counsellor_id, version, updated_at) SELECT '{id}', '0777', 'A', '', 'B', 'b', '', team_id,"
    " lob.me(), 1, now() FROM student_arrival WHERE id = '{id}'"
)


def test_only_who_proposed_and_who_answers_hear_of_a_new_student(world: World) -> None:
    key = uuid4()
    with world.connect("counsellor") as connection:
        connection.execute(ARRIVAL.format(id=key, answer="NULL, NULL").encode())
    heard = {}
    for who in sorted(STAFF | OUTSIDE):
        with world.connect(who) as connection:
            try:
                rows = connection.execute(
                    "SELECT 1 FROM lob.changes_since(0) WHERE kind = 'student_arrival'"
                ).fetchall()
            except errors.InsufficientPrivilege:
                rows = []
        heard[who] = bool(rows)
    assert {who for who, told in heard.items() if told} == {"counsellor", "leader"}


def test_a_counsellor_lets_no_student_in_by_herself(world: World) -> None:
    key = uuid4()
    with world.connect("counsellor") as connection:
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(ARRIVAL.format(id=key, answer="lob.me(), true").encode())
        connection.rollback()
        connection.execute(ARRIVAL.format(id=key, answer="NULL, NULL").encode())
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(LET_IN.format(id=key).encode())
        connection.rollback()


def test_a_colleague_is_asked_in_up_to_a_day(world: World) -> None:
    asked = (
        "INSERT INTO access_grant (id, student_id, staff_id, kind, reason, granted_by, granted_at,"
        " until) VALUES (gen_random_uuid(), %s, %s, 'asked_in', '', lob.me(), now(), {until})"
    )
    whom = [world.own, world.actors["team mate"].staff_id]
    with world.connect("counsellor") as connection:
        connection.execute(asked.format(until="lob.today()").encode(), whom)
        connection.rollback()
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(asked.format(until="NULL").encode(), whom)
        connection.rollback()


@pytest.mark.parametrize("who", ["team mate", "leader", "second line", "second line, idle"])
@pytest.mark.parametrize("what", FORGED)
def test_nothing_is_forged(world: World, who: str, what: str) -> None:
    statement = FORGED[what].format(
        own=world.own,
        counsellor=world.actors["counsellor"].staff_id,
        talk=world.rows["conversation"]["id"],
    )
    with world.connect(who) as connection:
        try:
            assert connection.execute(statement.encode()).rowcount == 0
        except errors.InsufficientPrivilege:
            return


def test_an_old_talk_gets_no_new_parts(world: World) -> None:
    statement = FORGED["text on another's talk"].format(
        own=world.own, talk=world.rows["conversation"]["id"]
    )
    with world.connect("counsellor") as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(statement.encode())


def test_an_administrator_makes_no_student_her_own(world: World) -> None:
    with world.connect("administrator") as connection:
        connection.execute("UPDATE student SET counsellor_id = lob.me()")
        assert one(connection, "SELECT count(*) FROM lob.readable()") == (0,)
        connection.rollback()


def test_an_error_names_no_row_of_another(world: World) -> None:
    with (
        world.connect("administrator") as connection,
        pytest.raises(errors.ForeignKeyViolation) as caught,
    ):
        connection.execute(
            "INSERT INTO student_word (word, student_id) VALUES ('x', gen_random_uuid())"
        )
    assert "Hart" not in str(caught.value)


def test_listening_tells_only_that_something_changed(world: World) -> None:
    with world.connect("intake") as listener:
        listener.autocommit = True
        listener.execute("LISTEN lob_changed")
        with world.connect("counsellor") as connection:
            connection.execute("UPDATE agreement SET version = version + 1")
        heard = list(listener.notifies(timeout=5, stop_after=1))
    assert [(note.channel, note.payload) for note in heard] == [("lob_changed", "")]


def test_every_account_is_told_to_the_second_line(world: World) -> None:
    with world.connect("second line") as connection:
        told = connection.execute(
            "SELECT record FROM audit_entry WHERE kind = 'staff_role' AND action = 'added'"
        ).fetchall()
    assert any(record.endswith("/second_line") for (record,) in told)


def test_the_own_password_can_be_changed_and_nobody_elses(world: World) -> None:
    with world.connect("counsellor") as connection:
        connection.execute("ALTER ROLE CURRENT_USER PASSWORD 'iets nieuws'")
        connection.rollback()
        other = world.logins["team mate"]
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(f"ALTER ROLE {other} PASSWORD 'x'".encode())
