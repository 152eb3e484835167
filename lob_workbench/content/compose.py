"""Puts example talks together from the text bank, so that what stands side by side fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from lob_workbench.content.schema import (
    AgreementExample,
    Doer,
    ExampleSchool,
    ProgrammeText,
    StudyPhase,
    Talk,
)
from lob_workbench.domain.career import CareerCompetence, ConversationKind

# Most students who agree tick the box and go to their next lesson.
SILENT_SHARE = 0.65
DIFFERS_SHARE = 0.12
# How often what a student takes away becomes an agreement with a date.
STEP_SHARE = 0.75

_START_KINDS = {ConversationKind.ACQUAINTANCE, ConversationKind.START}
# How many competences a talk is about: a long reflection covers more than a short one.
_COMPETENCES: dict[ConversationKind, tuple[int, int]] = {
    ConversationKind.ACQUAINTANCE: (1, 1),
    ConversationKind.START: (1, 2),
    ConversationKind.END: (2, 2),
    ConversationKind.PROGRESS: (1, 2),
    ConversationKind.CAREER_REFLECTION: (2, 3),
    ConversationKind.LEARNING_METER: (1, 1),
    ConversationKind.PLACEMENT_VISIT: (1, 2),
    ConversationKind.HANDOVER: (1, 2),
    ConversationKind.PARENTS: (1, 1),
}


@dataclass(frozen=True, slots=True)
class ExampleStudent:
    """What the choice of texts depends on; ``year`` is the year of study at the time of the talk.

    ``minor`` says whether a parent may be given something to do.
    """

    first_name: str
    team_id: str
    programme: ProgrammeText
    year: int
    minor: bool


@dataclass(frozen=True, slots=True)
class ComposedTalk:
    """An example talk with every placeholder filled.

    ``remark`` is the student's own; it is empty when the student only ticks *klopt*.
    ``told`` is what this talk used up; give it to the student's later talks.
    """

    kind: ConversationKind
    summary: str
    talks: tuple[Talk, ...]
    agreements: tuple[AgreementExample, ...]
    agrees: bool
    remark: str
    told: tuple[str, ...]


def compose_talk(
    school: ExampleSchool,
    student: ExampleStudent,
    kind: ConversationKind,
    random: Random,
    told: Sequence[str] = (),
) -> ComposedTalk:
    """One talk of this kind, the same for the same random state.

    ``told`` is all that this student's earlier talks used up: it is not used again while there is
    something else. Raises ``ValueError`` for a kind without example texts
    (confidential and staff talks).
    """
    if kind not in _COMPETENCES:
        raise ValueError(f"no example texts for {kind.value}")
    phase = StudyPhase.START if kind in _START_KINDS else student.programme.phase(student.year)
    talks = _choose_talks(school, student, phase, random.randint(*_COMPETENCES[kind]), random, told)
    agreements = _choose_agreements(school, student, phase, talks, random, told)
    # Nobody differs of opinion on a first acquaintance.
    agrees = phase is StudyPhase.START or random.random() >= DIFFERS_SHARE
    summary = _fresh(_summaries(school, kind, len(talks)), told, random)
    remark = _remark(school, agrees, random, told)
    topics = [talk.topic for talk in talks]
    return ComposedTalk(
        kind=kind,
        summary=summary.format(
            first_name=student.first_name, topic=topics[0], other_topic=topics[1 % len(topics)]
        ),
        talks=tuple(_named(talk, student.first_name) for talk in talks),
        agreements=agreements,
        agrees=agrees,
        remark=remark,
        told=(*topics, *(one.text for one in agreements), summary, *filter(None, [remark])),
    )


def fitting_talks(
    school: ExampleSchool, student: ExampleStudent, phase: StudyPhase
) -> tuple[Talk, ...]:
    """Every talk of the student's team, or of all teams, that fits route, level and phase."""
    return tuple(
        talk
        for talk in (*school.team(student.team_id).talks, *school.talks)
        if talk.phase is phase
        and (not talk.routes or student.programme.route in talk.routes)
        and (not talk.levels or student.programme.level in talk.levels)
    )


def _choose_talks(
    school: ExampleSchool,
    student: ExampleStudent,
    phase: StudyPhase,
    count: int,
    random: Random,
    told: Sequence[str],
) -> list[Talk]:
    fitting = fitting_talks(school, student, phase)
    spent = _spent(school, student, told)
    fresh = [t for t in fitting if t.topic not in told and t.one_of not in spent]
    # Competences in an order of chance: those with something new to tell come first.
    order = random.sample(list(CareerCompetence), k=len(CareerCompetence))
    order.sort(key=lambda one: not any(talk.competence is one for talk in fresh))
    chosen = []
    for competence in order[:count]:
        own = [talk for talk in fresh if talk.competence is competence]
        if not own:
            # All is told: a story may come back, a choice that contradicts an earlier one not.
            own = [t for t in fitting if t.competence is competence and t.topic in told]
        talk = random.choice(own)
        chosen.append(talk)
        if talk.one_of:
            fresh = [other for other in fresh if other.one_of != talk.one_of]
    return chosen


def _spent(school: ExampleSchool, student: ExampleStudent, told: Sequence[str]) -> frozenset[str]:
    talks = (*school.team(student.team_id).talks, *school.talks)
    return frozenset(talk.one_of for talk in talks if talk.topic in told and talk.one_of)


def _choose_agreements(
    school: ExampleSchool,
    student: ExampleStudent,
    phase: StudyPhase,
    talks: Sequence[Talk],
    random: Random,
    told: Sequence[str],
) -> tuple[AgreementExample, ...]:
    steps = [
        AgreementExample(talk.step, Doer.STUDENT, talk.step_days)
        for talk in talks
        if talk.step and talk.step not in told and random.random() < STEP_SHARE
    ]
    about = {talk.competence for talk in talks}
    fitting = [
        one
        for one in (*school.team(student.team_id).agreements, *school.agreements)
        if (not one.competences or about.intersection(one.competences))
        and (not one.phases or phase in one.phases)
        and (not one.routes or student.programme.route in one.routes)
        and (student.minor or one.doer is not Doer.PARENT)
        and one.text not in told
    ]
    wanted = random.choices((0, 1, 2), weights=(6, 5, 1))[0]
    return (*steps, *random.sample(fitting, k=min(wanted, len(fitting))))


def _summaries(school: ExampleSchool, kind: ConversationKind, count: int) -> list[str]:
    # A long talk names two of its subjects; one with a single subject cannot.
    own = [one for one in school.summaries if kind in one.kinds]
    fitting = [one.text for one in own if one.topics == min(count, 2)]
    return fitting or [one.text for one in own if one.topics < 2]


def _remark(school: ExampleSchool, agrees: bool, random: Random, told: Sequence[str]) -> str:
    if not agrees:
        return _fresh(school.differs, told, random)
    return "" if random.random() < SILENT_SHARE else _fresh(school.agrees, told, random)


def _fresh(texts: Sequence[str], told: Sequence[str], random: Random) -> str:
    return random.choice([text for text in texts if text not in told] or texts)


def _named(talk: Talk, first_name: str) -> Talk:
    return replace(
        talk,
        experience=talk.experience.format(first_name=first_name),
        meaning=talk.meaning.format(first_name=first_name),
        takeaway=talk.takeaway.format(first_name=first_name),
    )
