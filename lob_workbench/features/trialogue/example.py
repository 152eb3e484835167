"""Two trialogues of the example school: one closed, and one that waits for the company."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.voices import ExampleTrialogue, example_trialogues
from lob_workbench.domain.career import ConversationForm, ConversationKind, VoiceTopic
from lob_workbench.people.example import ExamplePeople, ExamplePerson, seeded_id
from lob_workbench.people.records_placements import Placement
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationText,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.talks.records_appointments import Appointment, AppointmentText
from lob_workbench.talks.records_voices import Voice, VoiceMark, VoiceText
from lob_workbench.talks.rules import AgreementOwner, AgreementStatus, Party, Verdict
from lob_workbench.talks.rules_appointments import AppointmentStatus
from lob_workbench.talks.rules_voices import Mark, VoiceSource

_SOURCES = {
    Party.STUDENT: VoiceSource.LENT,
    Party.SCHOOL: VoiceSource.SCHOOL,
    Party.COMPANY: VoiceSource.FORM,
}


_AGO, _SHORT, _DAY = timedelta(days=15), timedelta(weeks=5), timedelta(days=1)


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Write a trialogue that was closed two weeks ago, and one of next week.

    Directly into the tables, as the talks of the example are.
    """
    # A chance of its own: what is told here changes no word of other talks.
    random = Random(f"trialogue {people.today}")
    own = [
        student
        for student in people.students
        if student.counsellor.staff_id == people.owner.staff_id
        and student.start < people.today - timedelta(weeks=8)
    ]
    at_work = _AtWork(work, people, random)
    own = sorted(filter(at_work.is_known, own), key=lambda student: student.id)
    for example in example_trialogues():
        day = _weekday(people.today - _AGO) if example.together else people.today
        # Somebody who is at work by then, if there is one.
        chosen = [student for student in own if at_work.holding(student, day)] or own
        if not chosen:
            return
        student = random.choice(chosen)
        own.remove(student)
        trainer = at_work.trainer(student, day)
        if example.together:
            _closed(work, people, student, example, trainer, random)
        else:
            _half_way(work, people, student, example, trainer, random)


class _AtWork:
    """Who learns where, and a short placement for who has none on the day of the talk."""

    def __init__(self, work: UnitOfWork, people: ExamplePeople, random: Random) -> None:
        self._work, self._random = work, random
        self._teams = {student.id: student.team.id for student in people.students}
        self._placements: dict[UUID, list[Placement]] = defaultdict(list)
        self._companies: dict[str, list[Placement]] = defaultdict(list)
        for placement in work.session.scalars(sa.select(Placement).order_by(Placement.id)):
            self._placements[placement.student_id].append(placement)
            self._companies[self._teams[placement.student_id]].append(placement)

    def is_known(self, student: ExamplePerson) -> bool:
        """Whether the team of this student knows a company."""
        return student.team.id in self._companies

    def holding(self, student: ExamplePerson, day: date) -> Placement | None:
        """The placement of that day."""
        for known in self._placements[student.id]:
            if known.starts_on <= day and (known.ends_on is None or day <= known.ends_on):
                return known
        return None

    def trainer(self, student: ExamplePerson, day: date) -> str:
        """Who guides the student at work on that day."""
        return (self.holding(student, day) or self._between(student, day)).trainer

    def _between(self, student: ExamplePerson, day: date) -> Placement:
        """In between the placements on record, at a company of the team."""
        known = self._placements[student.id]
        ended = [one.ends_on for one in known if one.ends_on is not None and one.ends_on < day]
        begins = [one.starts_on for one in known if one.starts_on > day]
        like = self._random.choice(self._companies[student.team.id])
        moment = self._work.clock.now()
        placement = Placement(
            id=seeded_id(self._random, moment),
            student_id=student.id,
            company_id=like.company_id,
            trainer=like.trainer,
            trainer_email=like.trainer_email,
            trainer_phone=like.trainer_phone,
            starts_on=max([day - _SHORT, *(one + _DAY for one in ended)]),
            ends_on=min([day + _SHORT, *(one - _DAY for one in begins)]),
            updated_at=moment,
        )
        self._work.session.add(placement)
        known.append(placement)
        return placement


def _voices(
    work: UnitOfWork,
    student: ExamplePerson,
    example: ExampleTrialogue,
    trainer: str,
    talk_id: UUID,
    moment: datetime,
    random: Random,
) -> None:
    names = {
        Party.STUDENT: student.first_name,
        Party.SCHOOL: student.counsellor.name,
        Party.COMPANY: trainer,
    }
    for party in Party:
        said: Mapping[VoiceTopic, str] = example.said(party.value, student.first_name)
        if said:
            work.session.add(
                Voice(
                    id=seeded_id(random, moment),
                    talk_id=talk_id,
                    student_id=student.id,
                    party=party,
                    number=1,
                    source=_SOURCES[party],
                    by_name=names[party],
                    handed_in_at=moment,
                    parts=[VoiceText(topic=topic, text=text) for topic, text in said.items()],
                )
            )
    # Before the talk: no voice comes to one that stands recorded.
    work.session.flush()


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _half_way(
    work: UnitOfWork,
    people: ExamplePeople,
    student: ExamplePerson,
    example: ExampleTrialogue,
    trainer: str,
    random: Random,
) -> None:
    moment = datetime.combine(people.today - timedelta(days=2), time(10), UTC)
    _voices(work, student, example, trainer, seeded_id(random, moment), moment, random)
    work.session.add(
        Appointment(
            id=seeded_id(random, moment),
            student_id=student.id,
            staff_id=student.counsellor.staff_id,
            kind=ConversationKind.PLACEMENT_VISIT,
            form=ConversationForm.TRIALOGUE,
            on=_weekday(people.today + timedelta(days=8)),
            at="15:40",
            minutes=60,
            status=AppointmentStatus.PLANNED,
            sequence=0,
            made_at=moment,
            updated_at=moment,
            text=AppointmentText(student_id=student.id, subject="", sensitive=False),
        )
    )


def _closed(
    work: UnitOfWork,
    people: ExamplePeople,
    student: ExamplePerson,
    example: ExampleTrialogue,
    trainer: str,
    random: Random,
) -> None:
    held_on = _weekday(people.today - _AGO)
    moment = datetime.combine(held_on, time(14), UTC)
    talk_id = seeded_id(random, moment)
    _voices(work, student, example, trainer, talk_id, moment, random)
    work.session.add(
        Conversation(
            id=talk_id,
            talk_id=talk_id,
            version_number=1,
            student_id=student.id,
            author_id=student.counsellor.staff_id,
            kind=ConversationKind.PLACEMENT_VISIT,
            form=ConversationForm.TRIALOGUE,
            held_on=held_on,
            next_on=None,
            next_at="",
            next_kind=None,
            recorded_at=moment,
            text=ConversationText(
                focus="",
                summary=example.together.replace("{first_name}", student.first_name),
                reason="",
            ),
        )
    )
    work.session.add(
        Agreement(
            id=seeded_id(random, moment),
            talk_id=talk_id,
            student_id=student.id,
            made_in=1,
            position=0,
            owner=AgreementOwner.STUDENT,
            due_on=held_on + timedelta(days=example.agreement_days),
            status=AgreementStatus.OPEN,
            made_on=held_on,
            updated_at=moment,
            text=AgreementText(what=example.agreement, closed_reason=""),
        )
    )
    work.session.flush()
    for topic, mark in example.marks.items():
        work.session.add(
            VoiceMark(talk_id=talk_id, topic=topic, student_id=student.id, mark=Mark(mark))
        )
    for party, text in (
        (Party.STUDENT, example.student_word),
        (Party.COMPANY, example.company_word),
    ):
        work.session.add(
            StudentResponseRecord(
                id=seeded_id(random, moment),
                conversation_id=talk_id,
                student_id=student.id,
                party=party,
                verdict=Verdict.DIFFERS if text else Verdict.AGREES,
                given_on=held_on,
                recorded_at=moment,
                text=StudentResponseText(text=text),
            )
        )
