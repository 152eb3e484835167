"""Two school years of talks and the next ones for the example school, from the text bank."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from lob_workbench.content.compose import ComposedTalk, ExampleStudent, compose_talk
from lob_workbench.content.load import example_school, questions_for
from lob_workbench.content.schema import AgreementExample, CareerPhase, StudyPhase
from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.features.conversations.example_agreements import AgreementLives
from lob_workbench.features.conversations.example_preparations import prepare_two
from lob_workbench.people.example import ExamplePeople, ExamplePerson, first_monday, seeded_id
from lob_workbench.people.rules import age_on
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import (
    Agreement,
    AgreementStepRecord,
    AgreementStepText,
    AgreementText,
    Conversation,
    ConversationQuestion,
    ConversationText,
    ConversationTopic,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.talks.records_appointments import Appointment, AppointmentText
from lob_workbench.talks.rules import AgreementOwner, AgreementStatus, Verdict
from lob_workbench.talks.rules_appointments import AppointmentStatus, minutes_of

# Week of the school year (from the third Monday of August) and kind of each talk.
_PLAN = (
    (4, ConversationKind.ACQUAINTANCE),
    (11, ConversationKind.PROGRESS),
    (23, ConversationKind.CAREER_REFLECTION),
    (32, ConversationKind.PROGRESS),
    (43, ConversationKind.CAREER_REFLECTION),
)
_FREE_WEEKS = frozenset({9, 18, 19, 27, 36, 37})  # holidays: nobody talks at school
_SETTLED = timedelta(weeks=8)
_RECENTLY = timedelta(weeks=10)  # the agenda goes back no further
_TIMES = ("08:40", "09:20", "10:15", "11:00", "12:45", "13:30", "14:15", "15:00")
_QUESTION_PHASES = {
    StudyPhase.START: (CareerPhase.INTAKE,),
    StudyPhase.FIRST: (CareerPhase.LOWER_YEARS,),
    StudyPhase.MIDDLE: (CareerPhase.LOWER_YEARS, CareerPhase.PLACEMENT),
    StudyPhase.LAST: (CareerPhase.PLACEMENT, CareerPhase.OUTFLOW),
}
_DROPPED_SHARE, _LATE_SHARE, _UNREAD_SHARE = 0.07, 0.2, 0.07
_WAITING = ("today", "today", "today", "silent", "silent", "missed")


@dataclass(frozen=True, slots=True)
class _Slot:
    on: date
    at: str
    kind: ConversationKind
    year: int


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Write the talks, agreements and responses of every student up to today.

    Directly into the tables: 160 students speak to eight counsellors, and nobody may record on
    another's behalf. Some students of every caseload wait for a talk today, some were missed.
    """
    waiting = _who_waits(people)
    responses: list[StudentResponseRecord] = []
    steps: list[AgreementStepRecord] = []
    words: list[AgreementStepText] = []
    diary: _Diary = {}
    for student in people.students:
        told = _Told(work, people, student, diary)
        told.tell(waiting.get(student.id, ""))
        responses += told.responses
        steps += told.lives.steps
        words += told.lives.words
        work.session.add_all(told.agreements)
    work.session.flush()
    work.session.add_all([*responses, *steps])
    work.session.flush()
    work.session.add_all(words)
    prepare_two(work, people, waiting)


def _who_waits(people: ExamplePeople) -> dict[UUID, str]:
    """Per counsellor three students who come today, two long silent and one whose talk lapsed."""
    waiting: dict[UUID, str] = {}
    for counsellor in sorted({student.counsellor.staff_id for student in people.students}):
        own = [
            item
            for item in people.students
            # In August the new ones have not spoken yet, so no talk of theirs can be due.
            if item.counsellor.staff_id == counsellor and item.start < people.today - _SETTLED
        ]
        chosen = people.random.sample(own, k=min(len(_WAITING), len(own)))
        waiting.update({item.id: state for item, state in zip(chosen, _WAITING, strict=False)})
    return waiting


_Diary = dict[tuple[UUID, date], set[str]]
"""The times that are taken, per counsellor and day."""


class _Told:
    """Tells the talks of one student."""

    def __init__(
        self, work: UnitOfWork, people: ExamplePeople, student: ExamplePerson, diary: _Diary
    ) -> None:
        self.work, self.student, self.today = work, student, people.today
        self.diary = diary
        self.random = Random(people.random.getrandbits(64))
        self.bank = example_school()
        self.spent: list[str] = []
        self.responses: list[StudentResponseRecord] = []
        self.agreements: list[Agreement] = []
        self.lives = AgreementLives(student.id)

    def tell(self, state: str) -> None:
        slots = list(self.slots())
        held = [slot for slot in slots if slot.on < self.today]
        if state == "silent":
            held = [slot for slot in held if slot.on < self.today - timedelta(weeks=11)]
        coming = self.next_slot(state, slots)
        before: UUID | None = None
        for slot, after in zip(held, [*held[1:], coming], strict=False):
            talk_id = self.talk(slot, after)
            if slot.on >= self.today - _RECENTLY:
                self.appointment(slot, AppointmentStatus.HELD, before, talk_id)
            before = talk_id
        self.lives.settle(self.today)
        if coming is not None:
            self.appointment(coming, AppointmentStatus.PLANNED, before, None)

    def slots(self) -> Iterator[_Slot]:
        """The talks by plan of this school year and, for older students, of the year before."""
        for year in (self.student.year - 1, self.student.year):
            if year < 1:
                continue
            start = first_monday(self.student.start.year + year - 1)
            for week, kind in _PLAN:
                if kind is ConversationKind.ACQUAINTANCE and year > 1:
                    continue
                shifted = week + self.random.choice((-1, 0, 0, 1))
                shifted += 2 if shifted in _FREE_WEEKS else 0
                on = start + timedelta(weeks=shifted, days=self.random.randrange(5))
                yield _Slot(on, self.free(on), kind, year)

    def next_slot(self, state: str, slots: Sequence[_Slot]) -> _Slot | None:
        year = self.student.year
        if state == "today":
            at = self.free(self.today)
            return _Slot(self.today, at, ConversationKind.CAREER_REFLECTION, year)
        if state == "missed":
            gone = self.today - timedelta(days=self.random.randrange(3, 9))
            return _Slot(gone, self.free(gone), ConversationKind.PROGRESS, year)
        coming = [slot for slot in slots if slot.on > self.today]
        return coming[0] if coming and state != "silent" else None

    def free(self, on: date) -> str:
        """A time of that day at which the counsellor speaks nobody else; empty when it is full."""
        taken = self.diary.setdefault((self.student.counsellor.staff_id, on), set())
        first = self.random.randrange(len(_TIMES))
        for at in (*_TIMES[first:], *_TIMES[:first]):
            if at not in taken:
                taken.add(at)
                return at
        return ""

    def appointment(
        self, slot: _Slot, status: AppointmentStatus, from_talk: UUID | None, talk_id: UUID | None
    ) -> None:
        made = datetime.combine(min(slot.on - timedelta(days=14), self.today), time(9), UTC)
        # A chance of its own: what is planned changes no word of what was told.
        key = seeded_id(Random(f"{self.student.id} {slot.on}"), made)
        self.work.session.add(
            Appointment(
                id=key,
                student_id=self.student.id,
                staff_id=self.student.counsellor.staff_id,
                kind=slot.kind,
                form=ConversationForm.DIALOGUE,
                on=slot.on,
                at=slot.at,
                minutes=minutes_of(slot.kind),
                status=status,
                sequence=0,
                talk_id=talk_id,
                from_talk=from_talk,
                made_at=made,
                updated_at=made,
                text=AppointmentText(student_id=self.student.id, subject="", sensitive=False),
            )
        )

    def talk(self, slot: _Slot, after: _Slot | None) -> UUID:
        moment = datetime.combine(slot.on, time(9), UTC)
        moment += timedelta(minutes=self.random.randrange(300))
        talk_id = seeded_id(self.random, moment)
        minor = age_on(self.student.birth_date, slot.on) < 18
        listener = ExampleStudent(
            self.student.first_name,
            self.student.team.id,
            self.student.programme,
            slot.year,
            minor,
        )
        told = compose_talk(self.bank, listener, slot.kind, self.random, self.spent)
        self.spent += told.told
        self.work.session.add(
            Conversation(
                id=talk_id,
                talk_id=talk_id,
                version_number=1,
                student_id=self.student.id,
                author_id=self.student.counsellor.staff_id,
                kind=slot.kind,
                form=ConversationForm.DIALOGUE,
                held_on=slot.on,
                next_on=after and after.on,
                next_at=after.at if after else "",
                next_kind=after and after.kind,
                recorded_at=moment,
                text=ConversationText(focus="", summary=told.summary, reason=""),
                topics=[
                    ConversationTopic(
                        competence=topic.competence,
                        experience=topic.experience,
                        meaning=topic.meaning,
                        takeaway=topic.takeaway,
                    )
                    for topic in told.talks
                ],
                questions=self.questions(slot),
            )
        )
        self.lives.come_back(talk_id, slot.on)
        for place, agreed in enumerate(told.agreements):
            self.agreement(talk_id, moment, slot.on, place, agreed)
        self.response(talk_id, moment, slot.on, told)
        return talk_id

    def questions(self, slot: _Slot) -> list[ConversationQuestion]:
        phase = self.student.programme.phase(slot.year)
        if slot.kind is ConversationKind.ACQUAINTANCE:
            phase = StudyPhase.START
        fitting = questions_for(slot.kind, _QUESTION_PHASES[phase])
        chosen = self.random.sample(fitting, k=min(3, len(fitting)))
        return [
            ConversationQuestion(position=place, question_id=asked.id, text=asked.text)
            for place, asked in enumerate(chosen)
        ]

    def agreement(
        self, talk_id: UUID, moment: datetime, held_on: date, place: int, agreed: AgreementExample
    ) -> None:
        due = held_on + timedelta(days=agreed.days)
        status, closed_on, reason = AgreementStatus.OPEN, None, ""
        if due < self.today:
            fate = self.random.random()
            recent = due > self.today - timedelta(days=40)
            if fate < _DROPPED_SHARE:
                status, reason = AgreementStatus.DROPPED, self.random.choice(self.bank.dropped)
            elif not recent or fate < 1 - _LATE_SHARE:
                status = AgreementStatus.DONE
            if status is not AgreementStatus.OPEN:
                closed_on = min(self.today, due + timedelta(days=self.random.randrange(9)))
        record = Agreement(
            id=seeded_id(self.random, moment),
            talk_id=talk_id,
            student_id=self.student.id,
            made_in=1,
            withdrawn_in=None,
            position=place,
            owner=AgreementOwner(agreed.doer.value),
            due_on=due,
            status=AgreementStatus.OPEN,
            closed_on=None,
            text=AgreementText(what=agreed.text, closed_reason=""),
            made_on=held_on,
            updated_at=moment,
        )
        self.agreements.append(record)
        self.lives.made(record, closed_on, status, reason)

    def response(self, talk_id: UUID, moment: datetime, held_on: date, told: ComposedTalk) -> None:
        """Some have not read along yet."""
        if self.random.random() < _UNREAD_SHARE:
            return
        self.responses.append(
            StudentResponseRecord(
                id=seeded_id(self.random, moment),
                conversation_id=talk_id,
                student_id=self.student.id,
                verdict=Verdict.AGREES if told.agrees else Verdict.DIFFERS,
                text=StudentResponseText(text=told.remark),
                given_on=held_on,
                recorded_at=moment,
            )
        )
