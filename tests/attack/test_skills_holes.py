"""Life skills by plain SQL: whose row it is, who confirms, what counts, who hears of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from tests.attack.matrix import OUTSIDE, STAFF
from tests.attack.world import World
from tests.attack.writing_skills import (
    check_now,
    claim,
    insert,
    logged_in,
    me,
    of,
    of_member,
    verdict,
)

REFUSED = (errors.InsufficientPrivilege, errors.ForeignKeyViolation)


def test_the_log_fits_what_stands_there(world: World) -> None:
    """First of all here: later tests set the log back."""
    with world.superuser() as master:
        assert master.execute("SELECT * FROM lob.audit_problems()").fetchall() == []


@pytest.mark.parametrize("who", sorted((STAFF | OUTSIDE) - {"counsellor", "nobody"}))
def test_nobody_else_writes_for_a_student(world: World, who: str) -> None:
    goal = world.rows["skill_goal"]["id"]
    for table, values in {
        "skill_claim": {"recorded_by": me(world, who)},
        "skill_verdict": {"recorded_by": me(world, who), "number": 2},
        "skill_goal": {"made_by": me(world, who)},
        "skill_goal_slot": {"goal_id": goal, "number": 2},
    }.items():
        with logged_in(world, who) as connection, pytest.raises(errors.InsufficientPrivilege):
            insert(connection, world, table, **values)


@pytest.mark.parametrize("recorder", ["team mate", "leader"])
def test_nobody_writes_in_another_name(world: World, recorder: str) -> None:
    for column in ("recorded_by", "observer_staff_id"):
        values = {"recorded_by": me(world, "counsellor"), column: me(world, recorder)}
        with logged_in(world, "counsellor") as connection:
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                insert(connection, world, "skill_claim", **values)
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                insert(connection, world, "skill_verdict", number=2, **values)


def test_a_students_row_cannot_hide_whose_it_is(world: World) -> None:
    """The log goes by ``student_id``; without it the counsellor would not see what was written."""
    hidden = {"learner_id": world.own, "student_id": None}
    counsellor = me(world, "counsellor")
    for values in (hidden, hidden | {"member_id": world.own}, of_member(world.own)):
        with logged_in(world, "counsellor") as connection:
            with pytest.raises((errors.CheckViolation, *REFUSED)), connection.transaction():
                insert(connection, world, "skill_claim", recorded_by=counsellor, **values)
            with pytest.raises((errors.CheckViolation, *REFUSED)), connection.transaction():
                insert(connection, world, "skill_goal", made_by=counsellor, **values)
    with logged_in(world, "counsellor") as connection:
        row = insert(connection, world, "skill_claim", recorded_by=counsellor)
        for table in ("skill_claim_text", "skill_evidence"):
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                insert(connection, world, table, claim_id=row["id"], student_id=None)
        with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
            insert(connection, world, "skill_verdict", claim_id=row["id"], student_id=None)
        for table in ("skill_goal_slot", "skill_goal_text", "skill_goal_slot_text"):
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                insert(connection, world, table, number=2, student_id=None)


def test_nothing_is_put_beside_an_old_claim_or_verdict(world: World) -> None:
    with logged_in(world, "counsellor") as connection:
        for table in ("skill_claim_text", "skill_evidence", "skill_verdict_text"):
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                insert(connection, world, table)


PARTS = (
    *("skill_verdict", "skill_claim_text", "skill_evidence", "skill_verdict_text"),
    *("skill_goal_slot", "skill_goal_text", "skill_goal_slot_text"),
)


def test_a_part_is_of_the_learner_of_the_whole(world: World) -> None:
    """With an own student's key beside somebody else's record nothing is asked or taken."""
    mine = of(world.mates)
    answers = set()
    with logged_in(world, "team mate") as connection:
        for claim_id in (world.rows["skill_claim"]["id"], uuid4()):
            for table in PARTS:
                for learner in (mine, of(world.own)):
                    with pytest.raises(psycopg.Error) as caught, connection.transaction():
                        insert(
                            connection, world, table, claim_id=claim_id, goal_id=claim_id,
                            recorded_by=me(world, "team mate"), **learner,
                        )  # fmt: skip
                    said = str(caught.value).replace(table, "")
                    answers.add((type(caught.value), said))
    assert len(answers) == 1
    assert next(iter(answers))[0] is errors.InsufficientPrivilege


MIRJAM = "Mirjam Bakker"
SAYS_SO_HERSELF = {
    "as her own word": ({"observer": "counsellor", "observer_staff_id": "me"}, MIRJAM),
    "as the student": ({"observer": "self"}, "Een ander"),
    "under her own name": ({"observer": "teacher"}, "  mirjam BAKKER "),
    "under no name": ({"observer": "teacher"}, " "),
}


@pytest.mark.parametrize("how", SAYS_SO_HERSELF)
@pytest.mark.parametrize("by_name_alone", [False, True])
def test_who_claims_does_not_confirm(world: World, how: str, by_name_alone: bool) -> None:
    """Without savepoints: words come with their row in one transaction, and a savepoint is one."""
    mine, counsellor = of(world.own), me(world, "counsellor")
    values, name = SAYS_SO_HERSELF[how]
    values = {key: counsellor if value == "me" else value for key, value in values.items()}
    said = {"observer": "counsellor", "observer_staff_id": None if by_name_alone else counsellor}
    with logged_in(world, "counsellor") as connection:
        own = claim(connection, world, "counsellor", mine, MIRJAM, **said)
        with pytest.raises(errors.RaiseException):
            verdict(connection, world, "counsellor", own, mine, name, **values)


def test_nobody_asks_what_was_said_of_another_member(world: World) -> None:
    """Without a student in the row the learner alone tells whose it is."""
    theirs = of_member(me(world, "second line"))
    with world.connect("second line") as connection:
        kept = claim(connection, world, "second line", theirs)
        verdict(connection, world, "second line", kept, theirs, verdict="withdrawn")
        connection.commit()
    answers = set()
    with logged_in(world, "intake") as connection:
        for claim_id in (kept, uuid4()):
            for table in ("skill_verdict", "skill_claim_text", "skill_verdict_text"):
                for learner in (of_member(me(world, "intake")), theirs):
                    values = {"claim_id": claim_id, "recorded_by": me(world, "intake")}
                    with pytest.raises(psycopg.Error) as caught, connection.transaction():
                        insert(connection, world, table, **learner, **values)
                    answers.add(str(caught.value).replace(table, ""))
    assert len(answers) == 1


def test_ones_own_word_is_known_by_the_login_whatever_name_stands_there(world: World) -> None:
    mine = of(world.own)
    said = {"observer": "counsellor", "observer_staff_id": me(world, "counsellor")}
    with logged_in(world, "counsellor") as connection:
        own = claim(connection, world, "counsellor", mine, MIRJAM, **said)
        with pytest.raises(errors.RaiseException):
            verdict(connection, world, "counsellor", own, mine, "Een ander", **said)


def test_another_person_confirms_and_what_was_taken_back_stays_so(world: World) -> None:
    mine = of(world.own)
    said = {"observer": "counsellor", "observer_staff_id": me(world, "counsellor")}
    with logged_in(world, "counsellor") as connection:
        own = claim(connection, world, "counsellor", mine, MIRJAM, **said)
        verdict(connection, world, "counsellor", own, mine, "J. de Vries", observer="teacher")
        back = {"verdict": "withdrawn", **said}
        verdict(connection, world, "counsellor", own, mine, MIRJAM, 2, **back)
        # What the student says, a counsellor of the same name may confirm.
        theirs = claim(connection, world, "counsellor", mine, MIRJAM, observer="self")
        verdict(connection, world, "counsellor", theirs, mine, MIRJAM, **said)
        check_now(connection)
        with pytest.raises(errors.RaiseException):
            verdict(connection, world, "counsellor", own, mine, number=3, observer="teacher")


def test_nobody_confirms_their_own_skills(world: World) -> None:
    mine = of_member(me(world, "leader"))
    with logged_in(world, "leader") as connection:
        own = claim(connection, world, "leader", mine)
        for observer in ("team_leader", "other"):
            with pytest.raises(errors.RaiseException), connection.transaction():
                verdict(connection, world, "leader", own, mine, observer=observer)
        verdict(connection, world, "leader", own, mine, verdict="withdrawn")


@pytest.mark.parametrize("number", [-1, 0, 3, 2_147_483_647])
def test_verdicts_come_one_after_another(world: World, number: int) -> None:
    with logged_in(world, "counsellor") as connection:
        kept = world.rows["skill_claim"]["id"]
        with pytest.raises(errors.RaiseException), connection.transaction():
            verdict(connection, world, "counsellor", kept, of(world.own), number=number)
        with pytest.raises(errors.UniqueViolation), connection.transaction():
            verdict(connection, world, "counsellor", kept, of(world.own), number=1)
        verdict(connection, world, "counsellor", kept, of(world.own), number=2)


def test_what_counts_can_be_looked_at(world: World) -> None:
    """A claim or a verdict without words would count, and no page would show it."""
    counsellor = me(world, "counsellor")
    with logged_in(world, "counsellor") as connection:
        insert(connection, world, "skill_claim", recorded_by=counsellor)
        with pytest.raises(errors.RaiseException):
            check_now(connection)
    with logged_in(world, "counsellor") as connection:
        insert(connection, world, "skill_verdict", recorded_by=counsellor, number=2)
        with pytest.raises(errors.RaiseException):
            check_now(connection)


def test_evidence_does_not_open_with_a_list(world: World) -> None:
    """The log says *lists*; of a photo it must say whose."""
    world.shut_all()
    with world.connect("counsellor") as connection:
        connection.autocommit = True
        connection.execute("SELECT lob.open_lists()")
        for table in ("skill_claim_text", "skill_evidence", "skill_verdict_text"):
            assert connection.execute(f"SELECT 1 FROM {table}".encode()).fetchall() == []
        for table in ("skill_goal_text", "skill_goal_slot_text"):
            found = connection.execute(f"SELECT learner_id FROM {table}".encode()).fetchall()
            assert found == [(world.own,)]


def team_of(world: World, who: str) -> UUID:
    """The team that this person leads."""
    with world.superuser() as master:
        row = master.execute(
            "SELECT team_id FROM team_member WHERE staff_id = %s", [me(world, who)]
        ).fetchone()
    assert row is not None
    return UUID(str(row[0]))


@contextmanager
def in_team(world: World, who: str, team: UUID) -> Iterator[None]:
    """This person belongs to the team as long as it lasts."""
    with world.superuser() as master:
        master.autocommit = True
        master.execute("INSERT INTO team_member (team_id, staff_id) VALUES (%s, %s)",
                       [team, me(world, who)])  # fmt: skip
        yield
        master.execute("DELETE FROM team_member WHERE staff_id = %s", [me(world, who)])


def of_team(team: UUID) -> dict[str, object]:
    """A row of a team."""
    return {"learner_id": team, "student_id": None, "member_id": None, "team_id": team}


def test_only_who_leads_a_team_agrees_something_for_it(world: World) -> None:
    team = team_of(world, "leader")
    with in_team(world, "team mate", team), in_team(world, "administrator", team):
        with logged_in(world, "leader") as connection:
            insert(connection, world, "skill_goal", made_by=me(world, "leader"), **of_team(team))
        for who in sorted(STAFF - {"leader"}):
            with logged_in(world, who) as connection, pytest.raises(errors.InsufficientPrivilege):
                insert(connection, world, "skill_goal", made_by=me(world, who), **of_team(team))


def test_members_are_seen_by_themselves_and_by_who_leads_them(world: World) -> None:
    team = team_of(world, "leader")
    goal = uuid4()
    mate = of_member(me(world, "team mate"))
    with in_team(world, "team mate", team), world.connect("team mate") as connection:
        key = claim(connection, world, "team mate", mate)
        connection.commit()
        with world.connect("leader") as leading:
            verdict(leading, world, "leader", key, mate)
            insert(leading, world, "skill_goal", id=goal, made_by=me(world, "leader"),
                   **of_team(team))  # fmt: skip
            leading.commit()
        seen: dict[str, set[str]] = {}
        told: dict[str, set[str]] = {}
        for who in sorted(STAFF | OUTSIDE):
            with world.connect(who) as looking:
                looking.autocommit = True
                try:
                    for table, wanted in (
                        *((table, key) for table in ("skill_claim", "skill_claim_text")),
                        *((table, key) for table in ("skill_verdict", "skill_verdict_text")),
                        ("skill_goal", goal),
                    ):
                        column = {"skill_claim": "id", "skill_goal": "id"}.get(table, "claim_id")
                        asked = f"SELECT 1 FROM {table} WHERE {column} = %s".encode()
                        if looking.execute(asked, [wanted]).fetchall():
                            seen.setdefault(who, set()).add(table)
                    heard = looking.execute(
                        "SELECT kind FROM lob.changes_since(0) WHERE student_id IS NULL"
                        " AND kind LIKE 'skill%'"
                    ).fetchall()
                    told[who] = {kind for (kind,) in heard}
                except errors.InsufficientPrivilege:
                    continue
    claims = {"skill_claim", "skill_claim_text"}
    verdicts = {"skill_verdict", "skill_verdict_text"}
    everything = {*claims, *verdicts, "skill_goal"}
    assert seen == {"leader": everything, "team mate": everything}
    # One's own entries are not told again; a set was added and a route made by others.
    shared = {"skill_set", "skill_route"}
    assert told["leader"] == shared | claims
    assert told["team mate"] == shared | verdicts | {"skill_goal"}
    assert told["administrator"] == told["intake"] == told["second line"] == shared
    assert told["expired"] == set()


def test_goals_and_claims_go_with_the_student(world: World) -> None:
    move = b"UPDATE student SET counsellor_id = %s WHERE id = %s"
    changes = (
        b"UPDATE skill_goal SET level = 1",
        b"UPDATE skill_goal_text SET action = 'x'",
        b"UPDATE skill_goal_slot SET progress = 'stuck'",
        b"UPDATE skill_goal_slot_text SET plan = 'x'",
        b"DELETE FROM skill_goal_slot",
        b"DELETE FROM skill_goal_slot_text",
    )
    reads = ("skill_claim", "skill_claim_text", "skill_evidence", "skill_verdict",
             "skill_verdict_text", "skill_goal", "skill_goal_text", "skill_goal_slot")  # fmt: skip
    with world.superuser() as master:
        master.autocommit = True
        master.execute(move, [me(world, "team mate"), world.own])
        try:
            with logged_in(world, "counsellor") as connection:
                for table in reads:
                    query = f"SELECT 1 FROM {table} WHERE learner_id = '{world.own}'"
                    assert connection.execute(query.encode()).fetchall() == []
                for change in changes:
                    assert connection.execute(change).rowcount == 0
                with pytest.raises(errors.InsufficientPrivilege):
                    verdict(connection, world, "counsellor", world.rows["skill_claim"]["id"],
                            of(world.own), number=2)  # fmt: skip
            with logged_in(world, "team mate") as connection:
                for table in reads:
                    query = f"SELECT 1 FROM {table} WHERE learner_id = '{world.own}'"
                    assert len(connection.execute(query.encode()).fetchall()) == 1, table
                for change in changes[:4]:
                    assert connection.execute(change).rowcount == 2, change
                verdict(connection, world, "team mate", world.rows["skill_claim"]["id"],
                        of(world.own), number=2)  # fmt: skip
        finally:
            master.execute(move, [me(world, "counsellor"), world.own])
            master.execute("UPDATE handover SET status = 'proposed', answered_at = NULL")
