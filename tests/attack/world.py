"""A school with somebody in every relation to one student, and every table filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg
import psycopg.rows
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy import Engine

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.rights import Role
from lob_workbench.domain.terms import OwnTerm, TermKey
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.operations_preparation import hand_in
from lob_workbench.features.handover.operations import propose
from lob_workbench.features.handover.rules import HandoverDraft
from lob_workbench.features.notes import operations as notes
from lob_workbench.features.notes.rules import NoteDraft, NoteKind
from lob_workbench.features.parents_evening.operations import save_evening
from lob_workbench.features.parents_evening.rules import EveningDraft
from lob_workbench.people.preferences import change_preferences
from lob_workbench.people.records import (
    AccessGrant,
    StaffMember,
    TeamMember,
)
from lob_workbench.people.rules import GrantKind
from lob_workbench.people.terms import SchoolTerms, save_terms
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementText,
    AskedQuestion,
    ConversationDraft,
    NextTalk,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_preparations import (
    OWN_SUBJECT,
    PreparationDraft,
    PreparedAnswer,
)
from tests.attack.world_badges import plant_badge, plant_key
from tests.attack.world_enrolment import plant_enrolment
from tests.attack.world_rest import plant_the_rest
from tests.attack.world_skills import plant_skills
from tests.helpers.stores import VERIFIER, Store, new_store

SECRET = "ZZGEHEIM"
LONG_AGO = date(2020, 1, 1)


@dataclass
class World:
    """``actors`` by what they are to the student ``own`` of *counsellor*; ``rows`` of that student.

    ``rows`` has for each table one row as a mapping of columns to values.
    """

    store: Store
    own: UUID
    mates: UUID
    expired: UUID
    other: UUID
    actors: dict[str, Actor]
    logins: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    watcher: psycopg.Connection[Any] | None = None
    idle: dict[str, list[psycopg.Connection[Any]]] = field(default_factory=dict)

    @contextmanager
    def connect(self, who: str) -> Iterator[psycopg.Connection[Any]]:
        """A plain connection as `psql` makes one, without the product's settings."""
        with self._connected(self.logins[who]) as connection:
            yield connection

    @contextmanager
    def superuser(self) -> Iterator[psycopg.Connection[Any]]:
        """Looks at everything and may plant anything."""
        with self._connected("postgres") as connection:
            yield connection

    @contextmanager
    def _connected(self, user: str) -> Iterator[psycopg.Connection[Any]]:
        """A connection as new: a new one of which the server knows no table costs far more."""
        idle = self.idle.setdefault(user, [])
        connection = idle.pop() if idle else self._new_connection(user)
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        else:
            connection.commit()
        finally:
            connection.autocommit = True
            connection.execute("DISCARD ALL")
            connection.autocommit = False
            connection.row_factory = psycopg.rows.tuple_row
            idle.append(connection)

    def _new_connection(self, user: str) -> psycopg.Connection[Any]:
        url = self.store.engine.url
        return psycopg.connect(
            host=str(url.query["host"]),
            dbname=url.database,
            user=user,
            options="-c search_path=public,second_line",
            # What was prepared on the server is gone once the next one has the connection.
            prepare_threshold=None,
        )

    def on(self, copy: Engine) -> "World":
        """The same school on a copy of its database."""
        return replace(self, store=self.store.on(copy), watcher=None, idle={})

    def close(self) -> None:
        """Let go of every connection."""
        for connection in [one for idle in self.idle.values() for one in idle]:
            connection.close()
        if self.watcher is not None:
            self.watcher.close()
        self.store.close()

    def place(self, table: sql.Composable, key: sql.Composable) -> object:
        """Where the row stands now: another place after each change of it."""
        if self.watcher is None:
            self.watcher = self._new_connection("postgres")
            self.watcher.autocommit = True
        query = sql.SQL("SELECT ctid FROM {} WHERE {}").format(table, key)
        return self.watcher.execute(query).fetchone()

    def shut_all(self) -> None:
        """As if nobody had opened a dossier for a long time."""
        with self.superuser() as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(
                "UPDATE audit_entry SET at = at - interval '1 hour' WHERE action = 'opened'"
            )


def build(engine: Engine) -> World:
    """Fill the school."""
    store = new_store(engine)
    day = store.clock.today()
    people = {
        "counsellor": store.colleague(Role.COUNSELLOR),
        "team mate": store.colleague(Role.COUNSELLOR),
        "asked in": store.colleague(Role.COUNSELLOR),
        "asked in before": store.colleague(Role.COUNSELLOR),
        "leader": store.colleague(Role.TEAM_LEADER),
        "other leader": store.colleague(Role.TEAM_LEADER),
        "second line": store.colleague(Role.SECOND_LINE),
        "second line, idle": store.colleague(Role.SECOND_LINE),
        "second line before": store.colleague(Role.SECOND_LINE),
        "intake": store.colleague(Role.INTAKE_OFFICER),
        "administrator": store.colleague(Role.ADMINISTRATOR),
        "expired": store.colleague(Role.COUNSELLOR),
    }
    counsellor = people["counsellor"]
    own = store.student("0411001", counsellor_id=counsellor.staff_id)
    mates = store.student("0411002", counsellor_id=people["team mate"].staff_id)
    expired = store.student("0411003", counsellor_id=people["expired"].staff_id)
    elsewhere = store.student("0411004")
    store.lead(people["leader"], own)
    store.lead(people["other leader"], elsewhere)
    with store.unguarded() as work:
        team = work.session.scalar(
            sa.select(TeamMember.team_id).where(TeamMember.staff_id == people["leader"].staff_id)
        )
        work.session.execute(
            sa.text("UPDATE student SET team_id = :team WHERE id = :id"),
            {"team": team, "id": mates},
        )
    for who, kind, until in (
        ("asked in", GrantKind.ASKED_IN, day + timedelta(days=36_500)),
        ("asked in before", GrantKind.ASKED_IN, LONG_AGO),
        ("second line", GrantKind.SECOND_LINE, None),
        ("second line before", GrantKind.SECOND_LINE, LONG_AGO),
    ):
        store.grant(own, people[who], kind, until)
    key = plant_key(store, people["administrator"])
    for student, author in (
        (own, counsellor),
        (mates, people["team mate"]),
        (expired, people["expired"]),
        (elsewhere, store.owner),
    ):
        _talk(store, student, author)
        plant_enrolment(store, student, people["administrator"], SECRET)
        plant_badge(store, student, author, key, SECRET)
    with store.work(counsellor) as work:
        change_preferences(work, {"idle_minutes": 10})
    plant_the_rest(store, own, people, team, SECRET)
    world = World(store, own, mates, expired, elsewhere, people)
    world.logins = {who: f"u{actor.staff_id.hex}" for who, actor in people.items()}
    world.logins["nobody"] = f"u{new_id().hex}"
    with engine.begin() as connection:
        connection.execute(
            sa.select(sa.func.lob.create_login(world.logins["nobody"], VERIFIER, False))
        )
        connection.execute(
            sa.update(StaffMember)
            .where(StaffMember.id == people["expired"].staff_id)
            .values(active_until=LONG_AGO)
        )
        connection.execute(sa.update(AccessGrant).values(granted_by=counsellor.staff_id))
    with store.work(people["administrator"]) as work:
        words = {TermKey.COUNSELLOR: OwnTerm("coach", "coaches")}
        save_terms(work, SchoolTerms(words), SchoolTerms())
    with store.work(counsellor) as work:
        save_evening(work, EveningDraft(new_id(), "Ouderavond", LONG_AGO))
        propose(work, [HandoverDraft(own, SECRET, SECRET)], people["team mate"].staff_id)
    store.close()
    _open_once(world)
    world.rows = _rows(world)
    return world


def _talk(store: Store, student: UUID, author: Actor) -> None:
    draft = ConversationDraft(
        id=new_id(),
        student_id=student,
        held_on=store.clock.today(),
        focus=SECRET,
        summary=SECRET,
        questions=(AskedQuestion("Q", SECRET),),
        topics=(TopicText(CareerCompetence.MOTIVES, SECRET, SECRET, SECRET),),
        agreements=(AgreementText(SECRET),),
        response=StudentResponse(Verdict.DIFFERS, SECRET),
        next_talk=NextTalk(store.clock.today() + timedelta(days=30)),
    )
    with store.work(author) as work:
        operations.record(work, draft)
    with store.work(author) as work:
        (agreed,) = operations.list_agreements(work, student)
    with store.work(author) as work:
        operations.close_agreement(work, agreed.id, agreed.version, AgreementStatus.DROPPED, SECRET)
    for kind in (NoteKind.NOTICED, NoteKind.WORKING):
        with store.work(author) as work:
            notes.record(work, NoteDraft(new_id(), student, kind, SECRET))
    with store.work(author) as work:
        operations.keep_draft(work, ConversationDraft(new_id(), student, summary=SECRET))
    words = (PreparedAnswer(OWN_SUBJECT, SECRET, SECRET),)
    with store.work(author) as work:
        hand_in(work, PreparationDraft(new_id(), student, words))
    plant_skills(store, student, author, SECRET)


def _open_once(world: World) -> None:
    with world.connect("counsellor") as connection:
        connection.execute("SELECT lob.open_dossier(%s), lob.anchor()", [world.own])


def _rows(world: World) -> dict[str, dict[str, Any]]:
    """Of each table the row of the student, of its counsellor, or simply one."""
    from lob_workbench.storage.base import Base

    counsellor = world.actors["counsellor"].staff_id
    picks = {
        "student": ("id", world.own),
        "preference": ("staff_id", counsellor),
        "draft": ("owner_id", counsellor),
        "staff_member": ("name", "Jansen, P."),
        "access_grant": ("staff_id", world.actors["asked in"].staff_id),
    }
    rows: dict[str, dict[str, Any]] = {}
    with world.superuser() as connection:
        connection.row_factory = psycopg.rows.dict_row  # type: ignore[assignment]
        for table in Base.metadata.sorted_tables:
            column, value = picks.get(
                table.name,
                ("student_id", world.own) if "student_id" in table.columns else ("", None),
            )
            where = f" WHERE {column} = %s" if column else ""
            found = connection.execute(
                f"SELECT * FROM {table.name}{where} LIMIT 1".encode(), [value] if column else []
            ).fetchone()
            assert found is not None, f"the world has no row of {table.name}: plant one"
            rows[table.name] = dict(found)  # type: ignore[arg-type]
        mentor = rows["staff_member"]["id"]
        rows["staff_role"] = {"staff_id": mentor, "role": "counsellor"}
    return rows
