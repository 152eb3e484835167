"""Badges by plain SQL: whose key, whose name, whose badge, and what ended stays so."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import Engine

from lob_workbench.credentials.encodings import base58_encode
from lob_workbench.credentials.keys import PublicKey, SigningKey
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.moving import MovedKind, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.badges import operations_trust
from lob_workbench.features.badges.keeping import make_key
from lob_workbench.features.badges.moving import move
from lob_workbench.features.badges.operations_keys import add_key
from lob_workbench.features.badges.queries import list_keys
from lob_workbench.features.badges.rules import KeyOrigin, KeyView
from lob_workbench.features.badges.rules_trust import (
    TrustDraft,
    TrustView,
    checked_trust,
    may_bring,
    trust_of,
)
from tests.attack.matrix import OUTSIDE, STAFF
from tests.attack.world import World
from tests.attack.writing_skills import check_now, insert, logged_in, me, of, of_member
from tests.helpers.badges import CHEAP, PASSPHRASE, a_key, a_wish, issued, reach
from tests.helpers.skills import a_student
from tests.helpers.stores import MONDAY, Store, new_store

REFUSED = errors.InsufficientPrivilege
FREE = "z6Mk" + "B" * 44
"""Spelled as a key is, and nobody's."""


def bring(connection: psycopg.Connection[Any], world: World, who: str, **values: object) -> UUID:
    """A key as it comes with the badges of a workbook."""
    came = {
        "public_key": FREE,
        "issuer_id": f"did:key:{FREE}",
        "origin": "brought",
        "created_by": me(world, who),
        "retired_at": world.rows["badge_key"]["created_at"],
    }
    key: UUID = insert(connection, world, "badge_key", **(came | values))["id"]
    return key


def badge(connection: psycopg.Connection[Any], world: World, who: str, **values: object) -> UUID:
    """A badge with its words, of another level than the planted one."""
    row = insert(
        connection, world, "issued_badge",
        **({"issued_by": me(world, who), "level": 2, "status_index": 77} | values),
    )  # fmt: skip
    learner = {"learner_id": row["learner_id"], "student_id": row["student_id"]}
    insert(connection, world, "issued_badge_text", badge_id=row["id"], **learner)
    key: UUID = row["id"]
    return key


def test_a_workbooks_key_comes_and_signs_for_who_brought_it(world: World) -> None:
    with logged_in(world, "counsellor") as connection:
        key = bring(connection, world, "counsellor")
        badge(connection, world, "counsellor", key_id=key)
        check_now(connection)
    for who in sorted((STAFF | OUTSIDE) - {"counsellor", "team mate", "asked in", "nobody"}):
        with logged_in(world, who) as connection:
            if "counsellor" in _roles(connection):
                continue
            with pytest.raises(REFUSED):
                bring(connection, world, who)


def _roles(connection: psycopg.Connection[Any]) -> set[str]:
    mine = "SELECT role FROM staff_role WHERE staff_id = lob.me()"
    return {row[0] for row in connection.execute(mine)}


def test_a_brought_key_speaks_for_nobody_who_is_trusted(world: World) -> None:
    elders = world.rows["trusted_issuer"]
    end = world.rows["badge_key"]["public_key"][-8:]
    for values in (
        {"issuer_id": elders["issuer_id"]},
        # Its list of revoked badges would have the name of the school's own.
        {"public_key": f"z6Mk{'B' * 36}{end}"},
        # It would sign for ever.
        {"retired_at": "2199-01-01"},
        {"created_by": me(world, "team mate")},
        {"revoked_at": "2026-01-01"},
    ):
        with logged_in(world, "counsellor") as connection, pytest.raises(REFUSED):
            bring(connection, world, "counsellor", **values)


@pytest.mark.parametrize("text", [f"z1{FREE[1:]}", f"{FREE}B", FREE[:-1], "z6Nk" + "B" * 44])
def test_a_key_has_one_spelling(world: World, text: str) -> None:
    with logged_in(world, "counsellor") as connection, pytest.raises(errors.CheckViolation):
        bring(connection, world, "counsellor", public_key=text)


def test_what_ended_stays_so(world: World) -> None:
    """An administrator could make a stolen key count again, or let a retired one sign on."""
    change = "UPDATE badge_key SET {} WHERE id = %s"
    with logged_in(world, "administrator") as connection:
        key = world.rows["badge_key"]["id"]
        connection.execute(change.format("retired_at = now()"), [key])
        for back in ("retired_at = NULL", "retired_at = '2199-01-01'"):
            with pytest.raises(errors.RaiseException), connection.transaction():
                connection.execute(change.format(back), [key])
        connection.execute(change.format("revoked_at = now()"), [key])
        for back in ("revoked_at = NULL", "revoked_at = '2199-01-01'"):
            with pytest.raises(errors.RaiseException), connection.transaction():
                connection.execute(change.format(back), [key])


def test_a_sealed_part_is_neither_replaced_nor_changed(world: World) -> None:
    secret = world.rows["badge_key_secret"]
    with logged_in(world, "administrator") as connection:
        with pytest.raises(REFUSED), connection.transaction():
            connection.execute("UPDATE badge_key_secret SET sealed = sealed")
        connection.execute("DELETE FROM badge_key_secret")
        with pytest.raises(REFUSED):
            insert(connection, world, "badge_key_secret", **secret)
    with logged_in(world, "counsellor") as connection:
        key = bring(connection, world, "counsellor")
        with pytest.raises(REFUSED):
            insert(connection, world, "badge_key_secret", key_id=key)


def test_no_badge_without_its_words(world: World) -> None:
    """It would keep the place of a real one, and the next counsellor could not revoke it."""
    with logged_in(world, "counsellor") as connection:
        insert(
            connection, world, "issued_badge",
            issued_by=me(world, "counsellor"), level=2, status_index=77,
        )  # fmt: skip
        with pytest.raises(errors.RaiseException):
            check_now(connection)


def test_a_badge_is_for_an_own_learner_with_a_key_that_signs(world: World) -> None:
    for who, values in (
        ("counsellor", of(world.mates)),
        ("counsellor", {"learner_id": world.own, "student_id": None, "member_id": world.own}),
        ("counsellor", {"issued_by": me(world, "team mate")}),
        ("counsellor", {"key_id": uuid4()}),
        ("team mate", {}),
        ("asked in", {}),
        ("leader", {}),
        ("second line", {}),
        ("administrator", {}),
    ):
        with (
            logged_in(world, who) as connection,
            pytest.raises((REFUSED, errors.ForeignKeyViolation, errors.CheckViolation)),
        ):
            badge(connection, world, who, **values)
    with logged_in(world, "team mate") as connection:
        key = bring(connection, world, "team mate")
        with pytest.raises(REFUSED):
            badge(
                connection, world, "team mate",
                **of(world.mates), key_id=key, issued_by=me(world, "counsellor"),
            )  # fmt: skip


def test_nobody_else_revokes_and_nobody_takes_it_back(world: World) -> None:
    given = world.rows["issued_badge"]["id"]
    gone = "UPDATE issued_badge SET revoked_at = now(), revoked_by = lob.me() WHERE id = %s"
    for who in sorted(STAFF - {"counsellor"}):
        with logged_in(world, who) as connection:
            assert connection.execute(gone, [given]).rowcount == 0, who
    with logged_in(world, "counsellor") as connection:
        with pytest.raises(REFUSED), connection.transaction():
            connection.execute(
                "UPDATE issued_badge SET revoked_at = now(), revoked_by = %s WHERE id = %s",
                [me(world, "team mate"), given],
            )
        for column in ("status_index", "key_id", "level", "learner_id", "issued_at"):
            with pytest.raises(REFUSED), connection.transaction():
                connection.execute(f"UPDATE issued_badge SET {column} = {column}".encode())
        assert connection.execute(gone, [given]).rowcount == 1
        back = "UPDATE issued_badge SET revoked_at = NULL, revoked_by = NULL WHERE id = %s"
        assert connection.execute(back, [given]).rowcount == 0
        assert connection.execute("DELETE FROM badge_key_secret").rowcount == 0


def test_badges_of_members_are_of_who_leads_them(world: World) -> None:
    """Nobody gives themselves one, nobody takes their own back, and no other colleague sees it."""
    leader, member = me(world, "leader"), me(world, "intake")
    joins = "INSERT INTO team_member (team_id, staff_id) SELECT team_id, %s FROM team_member "
    with world.superuser() as master:
        master.execute(f"{joins} WHERE staff_id = %s LIMIT 1".encode(), [member, leader])
        master.commit()
    for who, learner in (
        ("leader", leader),
        ("leader", me(world, "counsellor")),
        ("other leader", member),
        ("counsellor", me(world, "counsellor")),
        ("counsellor", member),
        ("administrator", member),
        ("intake", member),
    ):
        with logged_in(world, who) as connection, pytest.raises(REFUSED):
            badge(connection, world, who, **of_member(learner))
    with world.connect("leader") as connection:
        given = badge(connection, world, "leader", **of_member(member))
        connection.commit()
    try:
        gone = "UPDATE issued_badge SET revoked_at = now(), revoked_by = lob.me() WHERE id = %s"
        for who in sorted(STAFF - {"leader"}):
            with logged_in(world, who) as connection:
                assert connection.execute(gone, [given]).rowcount == 0, who
                seen = "SELECT id FROM issued_badge WHERE id = %s"
                words = "SELECT credential FROM issued_badge_text WHERE badge_id = %s"
                mine = int(me(world, who) == member)
                assert connection.execute(seen, [given]).rowcount == mine, who
                assert connection.execute(words, [given]).rowcount == mine, who
        with logged_in(world, "leader") as connection:
            assert connection.execute(gone, [given]).rowcount == 1
    finally:
        with world.superuser() as master:
            for table, column in (("issued_badge_text", "badge_id"), ("issued_badge", "id")):
                master.execute(f"DELETE FROM {table} WHERE {column} = %s".encode(), [given])
            master.execute("DELETE FROM team_member WHERE staff_id = %s", [member])
            master.commit()


def test_trusting_is_of_who_keeps_the_keys(world: World) -> None:
    for who in sorted(STAFF - {"administrator"}):
        with logged_in(world, who) as connection:
            with pytest.raises(REFUSED), connection.transaction():
                insert(connection, world, "trusted_issuer", added_by=me(world, who))
            ended = connection.execute("UPDATE trusted_issuer SET ended_at = now()")
            assert ended.rowcount == 0
    with logged_in(world, "administrator") as connection:
        for column in ("public_key", "issuer_id", "name"):
            with pytest.raises(REFUSED), connection.transaction():
                connection.execute(f"UPDATE trusted_issuer SET {column} = {column}".encode())


def test_a_brought_key_takes_nobodys_name() -> None:
    """Its badges count as the school's own, under no other name and for nobody else."""
    made = SigningKey.new().public
    theirs = SigningKey.new().public
    own = key_view("https://wij.nl/i.json", "Wij", KeyOrigin.OWN, SigningKey.new().public)
    newer = key_view("https://wij.nl/i.json", "Rijksuniversiteit", KeyOrigin.BROUGHT, made)
    stranger = key_view(made.did, "Rijksuniversiteit", KeyOrigin.BROUGHT, made)
    as_elders = key_view("https://elders.nl/i.json", "Elders", KeyOrigin.BROUGHT, made)
    trusted = TrustView(
        uuid4(), "Elders", "https://elders.nl/i.json", theirs.text, "www.elders.nl", "Ad", MONDAY,
        None, None,
    )  # fmt: skip
    trust = trust_of((newer, stranger, as_elders, own), (trusted,), "Wij")
    assert {one.name for one in trust.issuers} == {"Wij", "Elders"}
    elders = trust.issuer("https://elders.nl/i.json")
    assert elders is not None
    assert [one.key for one in elders.keys] == [theirs]
    assert may_bring(stranger, (own,), (trusted,))
    assert not may_bring(as_elders, (own,), (trusted,))
    assert not may_bring(replace(stranger, public_key=theirs.text), (own,), (trusted,))
    twin = replace(own, public_key=made.text[:-8] + own.public_key[-8:])
    assert not may_bring(twin, (own,), ())
    draft = TrustDraft(uuid4(), "Elders", "https://elders.nl/i.json", theirs.text, "www.elders.nl")
    assert checked_trust(draft, (as_elders,), ()) == draft


def key_view(issuer: str, name: str, origin: KeyOrigin, key: PublicKey) -> KeyView:
    """A key that was used and ended."""
    return KeyView(uuid4(), key.text, issuer, name, origin, "Iemand", MONDAY, MONDAY)


def test_a_key_with_another_code_in_front_is_no_second_name_for_it() -> None:
    """So a revoked key would come back under a name that nobody revoked."""
    signing = SigningKey.new()
    number = int.from_bytes(b"\xed\x01" + signing.public.raw, "big")
    data = b"een badge"
    assert signing.public.verifies(signing.sign(data), data)
    for other in (number + 2**256, number - 2**256, number + 2**272):
        spelled = PublicKey("z" + base58_encode(other.to_bytes(36, "big").lstrip(b"\0")))
        assert not spelled.verifies(signing.sign(data), data)
    for broken in ('{"kty":"RSA"}', '{"n":1,"e":2}', "{", "z"):
        assert not PublicKey(broken).verifies(b"", b"")


def test_a_badge_with_a_key_of_another_stays_at_home(
    embedded_store: Store, server_database: Engine
) -> None:
    here, there = embedded_store, new_store(server_database)
    try:
        mine = a_student(here.student())
        reach(here, mine)
        issued(here, a_key(here, "https://elders.nl/i.json"), a_wish(mine))
        theirs = SigningKey.new().public.text
        draft = TrustDraft(uuid4(), "Elders", "https://elders.nl/i.json", theirs, "www.elders.nl")
        with there.work(there.colleague(Role.ADMINISTRATOR)) as work:
            operations_trust.trust(work, draft)
        with there.work(there.colleague(Role.ADMINISTRATOR)) as work:
            made = make_key(PASSPHRASE, CHEAP)
            with pytest.raises(InputRefused):
                add_key(work, made, "https://elders.nl/i.json")
        student = MovingStudent(mine.id, there.student(), "Zo\u00eb van 't Hart")
        report = move(here.work, there.work, student)
        assert report.count(Outcome.STAYED, MovedKind.BADGE) == 1
        with there.work() as work:
            assert list_keys(work) == ()
    finally:
        there.close()
