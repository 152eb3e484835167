"""A school as large as the largest, for measuring: 11,000 students and 1.1 million talks.

Written past the operations and past the audit log, in minutes instead of days; `check` says so.
Everything is invented and the same for the same plan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.content.load import example_school
from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import search_words
from lob_workbench.features.conversations.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationText,
    ConversationTopic,
)
from lob_workbench.features.conversations.rules import AgreementOwner, AgreementStatus
from lob_workbench.people.example import seeded_id
from lob_workbench.people.records import (
    Programme,
    StaffMember,
    StaffRole,
    Student,
    StudentGroup,
    StudentWord,
    Team,
)
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import Base

_BATCH = 5_000
_SCHOOL_DAYS = 700
_FIRST = ("Oğuz", "Aïcha", "Łukasz", "Elif", "Zoë", "Daan", "Sanne", "Mees", "Fatima", "Jayden")
_LAST = ("Çelik", "de Vries", "Wójcik", "Yılmaz", "van 't Hart", "Bakker", "Haddad", "Ramdin")
_ENDINGS = ("", "a", "an", "berg", "dijk", "ema", "huis", "inga", "man", "stra", "veld", "zoon")


@dataclass(frozen=True, slots=True)
class SeedPlan:
    """How large. In a workbook everything is the owner's; at a school 25 students a counsellor."""

    students: int = 11_000
    talks: int = 1_100_000
    per_counsellor: int = 25
    seed: int = 2026
    today: date = date(2026, 11, 23)


Row = tuple[sa.Table, dict[str, Any]]


def seed_store(engine: Engine, plan: SeedPlan, owner: UUID | None = None) -> int:
    """Fill a migrated store; returns the number of rows. ``owner``: everything is this person's.

    At a server the login must be a superuser: guard and log are passed by.
    """
    write = _copied if engine.dialect.name == "postgresql" else _inserted
    return write(engine, _Seed(plan, owner).rows())


def school_for_measuring(url: str, password: str, plan: SeedPlan) -> int:
    """Fill the school at ``url`` (made by ``server init``); the login must be a superuser."""
    from lob_workbench.storage.server import parse_server_url, server_engine

    engine = server_engine(parse_server_url(url), password)
    try:
        return seed_store(engine, plan)
    finally:
        engine.dispose()


def workbook_for_measuring(folder: Path, passphrase: str, plan: SeedPlan) -> int:
    """Make a workbook in ``folder`` that is filled to the plan, its statistics gathered."""
    from lob_workbench.app.session import NewDesk, Session
    from lob_workbench.storage.recovery_code import new_recovery_code

    desk = NewDesk(
        folder=folder,
        passphrase=passphrase,
        recovery_code=new_recovery_code(),
        owner="Mirjam Bakker",
        roles=frozenset({Role.COUNSELLOR}),
        school="Het Meetcollege",
        year="2026-2027",
    )
    session = Session.create(desk)
    try:
        engine = session.workbook.engine
        return seed_store(engine, plan, session.actor.staff_id)
    finally:
        session.close(backup=False)


def _inserted(engine: Engine, rows: Iterator[Row]) -> int:
    written = 0
    with engine.begin() as connection:
        while batch := list(islice(rows, _BATCH)):
            for table, values in _by_table(batch):
                connection.execute(sa.insert(table), values)
            written += len(batch)
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    return written


def _copied(engine: Engine, rows: Iterator[Row]) -> int:
    written = 0
    with engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        cursor = connection.connection.cursor()
        while batch := list(islice(rows, _BATCH * 20)):
            for table, values in _by_table(batch):
                columns = [column.name for column in table.columns]
                names = ", ".join(f'"{name}"' for name in columns)
                with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
                    for value in values:
                        copy.write_row([value.get(name) for name in columns])
            written += len(batch)
        # The triggers were silent, and finding words needs theirs.
        connection.exec_driver_sql(
            "INSERT INTO lob.talk_words SELECT conversation_id, student_id, "
            "to_tsvector('dutch', focus || ' ' || summary) FROM conversation_text"
        )
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")
    return written


def _by_table(batch: Sequence[Row]) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    """The rows of each table together, parents first."""
    values: dict[str, list[dict[str, Any]]] = {}
    for table, value in batch:
        values.setdefault(table.name, []).append(value)
    for table in Base.metadata.sorted_tables:
        if table.name in values:
            yield table, values[table.name]


class _Seed:
    def __init__(self, plan: SeedPlan, owner: UUID | None) -> None:
        self.plan, self.owner = plan, owner
        self.random = Random(plan.seed)
        self.moment = datetime.combine(plan.today - timedelta(days=_SCHOOL_DAYS), time(8), UTC)
        school = example_school()
        talks = [*school.talks, *(talk for team in school.teams for talk in team.talks)]
        self.sentences = [
            text.replace("{first_name}", "je")
            for talk in talks
            for text in (talk.experience, talk.meaning, talk.takeaway)
        ]

    def rows(self) -> Iterator[Row]:
        """Every row, parents before children."""
        teams = [self.id() for _ in range(40)]
        groups = [self.id() for _ in range(max(1, self.plan.students // 25))]
        programmes = [self.id() for _ in range(60)]
        for place, key in enumerate(teams):
            yield self.row(Team, id=key, name=f"Meetteam {place + 1:02}")
        for place, key in enumerate(groups):
            yield self.row(StudentGroup, id=key, name=f"M{place + 1:03}A")
        for place, key in enumerate(programmes):
            yield self.row(
                Programme, id=key, name=f"Meetopleiding {place + 1:02}", crebo="", level="4"
            )
        counsellors = [self.owner] if self.owner else []
        while not self.owner and len(counsellors) * self.plan.per_counsellor < self.plan.students:
            counsellors.append(self.id())
            yield self.row(
                StaffMember,
                id=counsellors[-1],
                is_owner=False,
                version=1,
                name=f"Begeleider {len(counsellors):04}",
                updated_at=self.moment,
            )
            yield self.row(StaffRole, staff_id=counsellors[-1], role=Role.COUNSELLOR.value)
        students = []
        for place in range(self.plan.students):
            students.append((self.id(), counsellors[place % len(counsellors)]))
            yield from self.student(place, *students[-1], teams, groups, programmes)
        for place in range(self.plan.talks):
            yield from self.talk(place, *students[place % len(students)])

    def student(
        self,
        place: int,
        key: UUID,
        counsellor: UUID | None,
        teams: Sequence[UUID],
        groups: Sequence[UUID],
        programmes: Sequence[UUID],
    ) -> Iterator[Row]:
        last = self.random.choice(_LAST) + self.random.choice(_ENDINGS)
        name = PersonName(self.random.choice(_FIRST), "", last)
        number = f"7{place:06}"
        yield self.row(
            Student,
            id=key,
            number=number,
            first_name=name.first,
            infix=name.infix,
            last_name=name.last,
            sort_key=name.sort_key,
            email="",
            programme_id=self.random.choice(programmes),
            group_id=groups[place % len(groups)],
            team_id=teams[place % len(teams)],
            counsellor_id=counsellor,
            study_year=1 + place % 4,
            start_date=self.plan.today - timedelta(days=_SCHOOL_DAYS),
            version=1,
            updated_at=self.moment,
        )
        for word in {word for word in search_words(f"{name.full} {number}") if word}:
            yield self.row(StudentWord, word=word, student_id=key)

    def talk(self, place: int, student: UUID, author: UUID | None) -> Iterator[Row]:
        day = place * _SCHOOL_DAYS // self.plan.talks
        held = self.plan.today - timedelta(days=_SCHOOL_DAYS - day)
        moment = self.moment + timedelta(days=day, seconds=place % 30_000)
        key = seeded_id(self.random, moment)
        said = self.random.sample(self.sentences, 4)
        kind = ConversationKind.CAREER_REFLECTION if place % 3 else ConversationKind.PROGRESS
        yield self.row(
            Conversation,
            id=key,
            talk_id=key,
            version_number=1,
            student_id=student,
            author_id=author,
            kind=kind.value,
            form=ConversationForm.DIALOGUE.value,
            held_on=held,
            next_on=held + timedelta(days=35),
            next_at="",
            next_kind=kind.value,
            recorded_at=moment,
        )
        yield self.row(
            ConversationText,
            conversation_id=key,
            student_id=student,
            focus="",
            summary=f"{said[0]} {said[1]}",
            reason="",
        )
        competence = list(CareerCompetence)[place % 5].value
        yield self.row(
            ConversationTopic,
            conversation_id=key,
            student_id=student,
            competence=competence,
            experience=said[2],
            meaning="",
            takeaway=said[3],
        )
        if place % 4 == 0:
            yield from self.agreement(place, key, student, held, moment)

    def agreement(
        self, place: int, talk: UUID, student: UUID, held: date, moment: datetime
    ) -> Iterator[Row]:
        key = seeded_id(self.random, moment)
        is_open = held + timedelta(days=40) > self.plan.today
        yield self.row(
            Agreement,
            id=key,
            talk_id=talk,
            student_id=student,
            made_in=1,
            position=0,
            owner=AgreementOwner.STUDENT.value,
            due_on=held + timedelta(days=21),
            status=(AgreementStatus.OPEN if is_open else AgreementStatus.DONE).value,
            closed_on=None if is_open else held + timedelta(days=20),
            made_on=held,
            version=1,
            updated_at=moment,
        )
        yield self.row(
            AgreementText,
            agreement_id=key,
            student_id=student,
            what=self.sentences[place % len(self.sentences)],
            closed_reason="",
        )

    def id(self) -> UUID:
        return seeded_id(self.random, self.moment)

    def row(self, mapped: type[Base], **values: Any) -> Row:
        table = mapped.__table__
        assert isinstance(table, sa.Table)
        return table, values
