"""Two school years of talks for the example school, made from the text bank."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from lob_workbench.content.load import example_school, questions_for
from lob_workbench.content.schema import (
    AgreementExample,
    CareerPhase,
    StudyPhase,
    Summary,
    Talk,
)
from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.features.conversations.records import (
    Agreement,
    Conversation,
    ConversationQuestion,
    ConversationTopic,
    StudentResponseRecord,
)
from lob_workbench.features.conversations.rules import AgreementOwner, AgreementStatus, Verdict
from lob_workbench.people.example import ExamplePeople, ExampleStudent, seeded_id
from lob_workbench.storage.unit_of_work import UnitOfWork

# Week of the school year (from the third Monday of August) and kind of each talk.
_PLAN = (
    (4, ConversationKind.ACQUAINTANCE),
    (11, ConversationKind.PROGRESS),
    (23, ConversationKind.CAREER_REFLECTION),
    (32, ConversationKind.PROGRESS),
    (43, ConversationKind.CAREER_REFLECTION),
)
_FREE_WEEKS = frozenset({9, 18, 19, 27, 36, 37})  # holidays: nobody talks at school
_TIMES = ("08:40", "09:20", "10:15", "11:00", "12:45", "13:30", "14:15", "15:00")
_QUESTION_PHASES = {
    StudyPhase.START: (CareerPhase.INTAKE,),
    StudyPhase.FIRST: (CareerPhase.LOWER_YEARS,),
    StudyPhase.MIDDLE: (CareerPhase.LOWER_YEARS, CareerPhase.PLACEMENT),
    StudyPhase.LAST: (CareerPhase.PLACEMENT, CareerPhase.OUTFLOW),
}


@dataclass(frozen=True, slots=True)
class _Slot:
    on: date
    at: str
    kind: ConversationKind
    phase: StudyPhase


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Write the talks, agreements and responses of every student up to today.

    Directly into the tables: 160 students speak to ten counsellors, and nobody may record on
    another's behalf. Some students of every caseload wait for a talk today, some were missed.
    """
    waiting = _who_waits(people)
    responses: list[StudentResponseRecord] = []
    for student in people.students:
        told = _Told(work, people, student)
        told.tell(waiting.get(student.id, ""))
        responses += told.responses
    work.session.flush()
    work.session.add_all(responses)


def _who_waits(people: ExamplePeople) -> dict[object, str]:
    """Per counsellor three students who come today, two long silent and one whose talk lapsed."""
    waiting: dict[object, str] = {}
    counsellors = {student.counsellor.staff_id for student in people.students}
    for counsellor in sorted(counsellors):
        own = [item for item in people.students if item.counsellor.staff_id == counsellor]
        chosen = people.random.sample(own, k=min(6, len(own)))
        for student, state in zip(
            chosen, ("today", "today", "today", "silent", "silent", "missed"), strict=False
        ):
            waiting[student.id] = state
    return waiting


class _Told:
    """Tells the talks of one student."""

    def __init__(self, work: UnitOfWork, people: ExamplePeople, student: ExampleStudent) -> None:
        self.work, self.student, self.today = work, student, people.today
        self.random = Random(people.random.getrandbits(64))
        self.bank = example_school()
        self.used: set[str] = set()
        self.responses: list[StudentResponseRecord] = []

    def tell(self, state: str) -> None:
        slots = list(self.slots())
        held = [slot for slot in slots if slot.on < self.today]
        if state == "silent":
            held = [slot for slot in held if slot.on < self.today - timedelta(weeks=11)]
        following = [*held[1:], self.next_slot(state, slots)]
        for slot, after in zip(held, following, strict=False):  # who never spoke has neither
            self.talk(slot, after)

    def slots(self) -> Iterator[_Slot]:
        """The talks by plan of this school year and, for older students, of the year before."""
        for ago in (1, 0):
            year = self.student.year - ago
            if year < 1:
                continue
            start = self.student.start.replace(year=self.student.start.year + year - 1)
            for week, kind in _PLAN:
                if kind is ConversationKind.ACQUAINTANCE and year > 1:
                    continue
                shifted = week + self.random.choice((-1, 0, 0, 1))
                shifted += 2 if shifted in _FREE_WEEKS else 0
                phase = self.student.programme.phase(year)
                yield _Slot(
                    on=start + timedelta(weeks=shifted, days=self.random.randrange(5)),
                    at=self.random.choice(_TIMES),
                    kind=kind,
                    phase=StudyPhase.START if kind is ConversationKind.ACQUAINTANCE else phase,
                )

    def next_slot(self, state: str, slots: Sequence[_Slot]) -> _Slot | None:
        last = slots[-1]
        if state == "today":
            return _Slot(self.today, self.random.choice(_TIMES), last.kind, last.phase)
        if state == "missed":
            gone = self.today - timedelta(days=self.random.randrange(3, 9))
            return _Slot(gone, self.random.choice(_TIMES), ConversationKind.PROGRESS, last.phase)
        coming = [slot for slot in slots if slot.on > self.today]
        return coming[0] if coming and state != "silent" else None

    def talk(self, slot: _Slot, after: _Slot | None) -> None:
        moment = datetime.combine(slot.on, time(9), UTC) + timedelta(
            minutes=self.random.randrange(300)
        )
        talk_id = seeded_id(self.random, moment)
        told = self.choose_talks(slot)
        questions = questions_for(slot.kind, _QUESTION_PHASES[slot.phase])
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
                focus="",
                summary=self.summary(slot, told),
                next_on=after and after.on,
                next_at=after.at if after else "",
                next_kind=after and after.kind,
                reason="",
                recorded_at=moment,
                topics=[
                    ConversationTopic(
                        competence=topic.competence,
                        experience=self.named(topic.experience),
                        meaning=self.named(topic.meaning),
                        takeaway=self.named(topic.takeaway),
                    )
                    for topic in told
                ],
                questions=[
                    ConversationQuestion(position=place, question_id=asked.id, text=asked.text)
                    for place, asked in enumerate(
                        self.random.sample(questions, k=min(3, len(questions)))
                    )
                ],
            )
        )
        for place, agreed in enumerate(self.choose_agreements(slot, told)):
            self.agreement(talk_id, moment, slot.on, place, agreed)
        self.response(talk_id, moment, slot.on)

    def choose_talks(self, slot: _Slot) -> list[Talk]:
        """Two or three competences, own team's texts first, none told twice to this student."""
        programme = self.student.programme
        fitting = [
            talk
            for talk in (*self.student.team.talks, *self.bank.talks)
            if talk.phase is slot.phase
            and talk.experience not in self.used
            and (not talk.routes or programme.route in talk.routes)
            and (not talk.levels or programme.level in talk.levels)
        ]
        self.random.shuffle(fitting)
        told: list[Talk] = []
        for talk in fitting:
            if len(told) < self.random.choice((2, 2, 3)) and all(
                talk.competence is not other.competence for other in told
            ):
                told.append(talk)
        self.used.update(talk.experience for talk in told)
        return told

    def summary(self, slot: _Slot, told: Sequence[Talk]) -> str:
        def fits(summary: Summary) -> bool:
            return slot.kind in summary.kinds and summary.topics <= len(told)

        summary = self.random.choice([item for item in self.bank.summaries if fits(item)])
        topics = [talk.topic for talk in told] + ["", ""]
        return self.named(summary.text, topic=topics[0], other_topic=topics[1])

    def choose_agreements(self, slot: _Slot, told: Sequence[Talk]) -> list[AgreementExample]:
        competences = {talk.competence for talk in told}
        fitting = [
            item
            for item in (*self.student.team.agreements, *self.bank.agreements)
            if item.text not in self.used
            and (not item.competences or competences.intersection(item.competences))
            and (not item.phases or slot.phase in item.phases)
            and (not item.routes or self.student.programme.route in item.routes)
        ]
        chosen = self.random.sample(
            fitting, k=min(self.random.choice((1, 1, 2, 2, 3)), len(fitting))
        )
        self.used.update(item.text for item in chosen)
        return chosen

    def agreement(
        self, talk_id: object, moment: datetime, held_on: date, place: int, agreed: AgreementExample
    ) -> None:
        due = held_on + timedelta(days=agreed.days)
        status, closed_on, reason = AgreementStatus.OPEN, None, ""
        if due < self.today:
            fate = self.random.random()
            recent = due > self.today - timedelta(days=40)
            if fate < 0.07:
                status, reason = AgreementStatus.DROPPED, self.random.choice(self.bank.dropped)
            elif not recent or fate < 0.8:
                status = AgreementStatus.DONE
            if status is not AgreementStatus.OPEN:
                closed_on = min(self.today, due + timedelta(days=self.random.randrange(-3, 9)))
        self.work.session.add(
            Agreement(
                id=seeded_id(self.random, moment),
                talk_id=talk_id,
                student_id=self.student.id,
                made_in=1,
                withdrawn_in=None,
                position=place,
                what=self.named(agreed.text),
                owner=AgreementOwner(agreed.doer.value),
                due_on=due,
                status=status,
                closed_on=closed_on,
                closed_reason=reason,
                made_on=held_on,
                updated_at=moment,
            )
        )

    def response(self, talk_id: object, moment: datetime, held_on: date) -> None:
        fate = self.random.random()
        if fate > 0.93:
            return
        differs = fate < 0.09
        self.responses.append(
            StudentResponseRecord(
                id=seeded_id(self.random, moment),
                conversation_id=talk_id,
                verdict=Verdict.DIFFERS if differs else Verdict.AGREES,
                text=self.random.choice(self.bank.differs if differs else (*self.bank.agrees, "")),
                given_on=held_on,
                recorded_at=moment,
            )
        )

    def named(self, text: str, **values: str) -> str:
        return text.format(first_name=self.student.first_name, **values)
