"""A school as large as the largest, for measuring: 11,000 students and 1.1 million talks.

Everything is invented and the same for the same plan; ``seed_writing`` puts it into a store.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.load import example_school
from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import search_words
from lob_workbench.people.example import seeded_id
from lob_workbench.people.records import (
    AccessGrant,
    Programme,
    StaffMember,
    StaffRole,
    Student,
    StudentGroup,
    StudentWord,
    Team,
    TeamMember,
)
from lob_workbench.people.rules import GrantKind, PersonName
from lob_workbench.storage.base import Base
from lob_workbench.talks.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationText,
    ConversationTopic,
)
from lob_workbench.talks.records_appointments import Appointment, AppointmentText
from lob_workbench.talks.rules import AgreementOwner, AgreementStatus
from lob_workbench.talks.rules_appointments import AppointmentStatus, minutes_of

RARE_WORD = "luchtballon"
"""Stands in one of a thousand talks: to measure finding what is rare."""

_RARELY = 1_009
_SCHOOL_DAYS = 700
_TEAMS = 40
_FIRST = ("Oğuz", "Aïcha", "Łukasz", "Elif", "Zoë", "Daan", "Sanne", "Mees", "Fatima", "Jayden")
_LAST = ("Çelik", "de Vries", "Wójcik", "Yılmaz", "van 't Hart", "Bakker", "Haddad", "Ramdin")
_ENDINGS = ("", "a", "an", "berg", "dijk", "ema", "huis", "inga", "man", "stra", "veld", "zoon")


@dataclass(frozen=True, slots=True)
class SeedPlan:
    """How large. In a workbook everything is the owner's; at a school staff have logins.

    Those are ``begeleider0001`` with 25 students each, ``teamleider01`` with two teams each and
    ``tweedelijn01`` with 200 students each.
    """

    students: int = 11_000
    talks: int = 1_100_000
    per_counsellor: int = 25
    leaders: int = 20
    second_line: int = 5
    per_second_line: int = 200
    seed: int = 2026
    today: date = date(2026, 11, 23)


Row = tuple[sa.Table, dict[str, Any]]


class Seed:
    """The rows of a plan; ``owner``: everything is this person's, and there is no other staff."""

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
        teams = [self.id() for _ in range(_TEAMS)]
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
        care: list[UUID] = []
        if not self.owner:
            wanted = -(-self.plan.students // self.plan.per_counsellor)
            for number in range(1, wanted + 1):
                login = f"begeleider{number:04}"
                counsellors.append((yield from self.member(login, "Begeleider", Role.COUNSELLOR)))
            for number in range(1, self.plan.second_line + 1):
                login = f"tweedelijn{number:02}"
                care.append((yield from self.member(login, "Tweede lijn", Role.SECOND_LINE)))
            yield from self.leaders(teams)
        students = []
        for place in range(self.plan.students):
            students.append((self.id(), counsellors[place % len(counsellors)]))
            yield from self.student(place, *students[-1], teams, groups, programmes)
        for number, person in enumerate(care):
            first = number * self.plan.per_second_line
            for student, counsellor in students[first : first + self.plan.per_second_line]:
                yield self.grant(student, person, counsellor)
        for place in range(self.plan.talks):
            yield from self.talk(place, *students[place % len(students)])

    def member(self, login: str, title: str, role: Role) -> Generator[Row, None, UUID]:
        """Somebody with a login; returns who."""
        key = self.id()
        number = login.lstrip("abcdefghijklmnopqrstuvwxyz")
        yield self.row(
            StaffMember,
            id=key,
            is_owner=False,
            login=login,
            version=1,
            name=f"{title} {number}",
            updated_at=self.moment,
        )
        yield self.row(StaffRole, staff_id=key, role=role.value)
        return key

    def leaders(self, teams: Sequence[UUID]) -> Iterator[Row]:
        """Team leaders, each with the next teams."""
        each = -(-len(teams) // max(1, self.plan.leaders))
        for number in range(self.plan.leaders):
            login = f"teamleider{number + 1:02}"
            key = yield from self.member(login, "Teamleider", Role.TEAM_LEADER)
            for team in teams[number * each : (number + 1) * each]:
                yield self.row(TeamMember, team_id=team, staff_id=key)

    def grant(self, student: UUID, person: UUID, counsellor: UUID) -> Row:
        """The second line reads along with this student."""
        return self.row(
            AccessGrant,
            id=self.id(),
            student_id=student,
            staff_id=person,
            kind=GrantKind.SECOND_LINE.value,
            reason="",
            granted_by=counsellor,
            granted_at=self.moment,
        )

    def student(
        self,
        place: int,
        key: UUID,
        counsellor: UUID,
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

    def talk(self, place: int, student: UUID, author: UUID) -> Iterator[Row]:
        day = place * _SCHOOL_DAYS // self.plan.talks
        held = self.plan.today - timedelta(days=_SCHOOL_DAYS - day)
        moment = self.moment + timedelta(days=day, seconds=place % 30_000)
        key = seeded_id(self.random, moment)
        said = self.random.sample(self.sentences, 4)
        rare = "" if place % _RARELY else f" Je vertelde over de {RARE_WORD}."
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
            summary=f"{said[0]} {said[1]}{rare}",
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
        if place >= self.plan.talks - self.plan.students:
            yield from self.appointment(key, student, author, held + timedelta(days=35), kind)

    def appointment(
        self, talk: UUID, student: UUID, author: UUID, day: date, kind: ConversationKind
    ) -> Iterator[Row]:
        """What the last talk of a student planned."""
        moment = datetime.combine(day - timedelta(days=35), time(8), UTC)
        key = seeded_id(self.random, moment)
        yield self.row(
            Appointment,
            id=key,
            student_id=student,
            staff_id=author,
            kind=kind.value,
            form=ConversationForm.DIALOGUE.value,
            day=day,
            time_of_day="",
            minutes=minutes_of(kind),
            status=AppointmentStatus.PLANNED.value,
            sequence=0,
            from_talk=talk,
            made_at=moment,
            version=1,
            updated_at=moment,
        )
        yield self.row(
            AppointmentText, appointment_id=key, student_id=student, subject="", sensitive=False
        )

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
