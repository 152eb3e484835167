"""Talks and agreements: what they are and what must hold. Pure functions.

A recorded talk never changes. A correction is a new version of the same talk; agreements live on
between talks, and remember in which version they were made and in which one withdrawn.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import StudentView
from lob_workbench.talks.rules_agreements import AgreementStatus as AgreementStatus
from lob_workbench.talks.rules_agreements import AgreementStep, ReturnedAnswer, checked_answers

if TYPE_CHECKING:
    from lob_workbench.talks.rules_voices import TopicMark, VoiceView

MAX_TOPIC_TEXT = 8_000
MAX_AGREEMENTS = 20
MAX_QUESTIONS = 3
TIME_OF_DAY = re.compile(r"(([01]\d|2[0-3]):[0-5]\d)?")
"""A time as ``09:20``, or nothing."""


class AgreementOwner(StrEnum):
    """Who does what was agreed."""

    STUDENT = "student"
    COUNSELLOR = "counsellor"
    COMPANY = "company"
    PARENT = "parent"


OWNER_LABELS: dict[AgreementOwner, str] = {
    AgreementOwner.STUDENT: QT_TRANSLATE_NOOP("conversations", "student"),
    AgreementOwner.COUNSELLOR: QT_TRANSLATE_NOOP("conversations", "begeleider"),
    AgreementOwner.COMPANY: QT_TRANSLATE_NOOP("conversations", "leerbedrijf"),
    AgreementOwner.PARENT: QT_TRANSLATE_NOOP("conversations", "ouder/verzorger"),
}


class Party(StrEnum):
    """Who sits at the table with a voice of their own."""

    STUDENT = "student"
    SCHOOL = "school"
    COMPANY = "company"


class Verdict(StrEnum):
    """What the student says of the record after reading along."""

    AGREES = "agrees"
    DIFFERS = "differs"


VERDICT_LABELS: dict[Verdict, str] = {
    Verdict.AGREES: QT_TRANSLATE_NOOP("conversations", "Klopt"),
    Verdict.DIFFERS: QT_TRANSLATE_NOOP("conversations", "Hier denk ik anders over"),
}


@dataclass(frozen=True, slots=True)
class TopicText:
    """What was said on one competence, from a concrete experience."""

    competence: CareerCompetence
    experience: str = ""
    meaning: str = ""
    takeaway: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not (self.experience or self.meaning or self.takeaway)


@dataclass(frozen=True, slots=True)
class AgreementText:
    """An agreement as it is made: what, who, by when. ``id`` is known for one that exists."""

    what: str
    owner: AgreementOwner = AgreementOwner.STUDENT
    due_on: date | None = None
    id: UUID | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no action was written."""
        return not self.what


@dataclass(frozen=True, slots=True)
class NextTalk:
    """When the next talk is: day, time (``"09:20"`` or empty) and kind."""

    on: date
    at: str = ""
    kind: ConversationKind = ConversationKind.CAREER_REFLECTION


@dataclass(frozen=True, slots=True)
class StudentResponse:
    """The student's own words on the record; ``text`` is required when the student differs."""

    verdict: Verdict
    text: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it was asked: the text stays even when the bank changes."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ConversationDraft:
    """Everything typed on the page of a talk, before it is recorded.

    ``id`` becomes the id of the record, so that recording twice writes once. ``corrects`` is the
    id of the version that this draft corrects; ``reason`` then says why.
    """

    id: UUID
    student_id: UUID
    kind: ConversationKind = ConversationKind.CAREER_REFLECTION
    form: ConversationForm = ConversationForm.DIALOGUE
    held_on: date | None = None
    focus: str = ""
    questions: tuple[AskedQuestion, ...] = ()
    summary: str = ""
    topics: tuple[TopicText, ...] = ()
    agreements: tuple[AgreementText, ...] = ()
    next_talk: NextTalk | None = None
    response: StudentResponse | None = None
    corrects: UUID | None = None
    reason: str = ""
    answers: tuple[ReturnedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a draft is typed, and when that place last saw the stored one (``None``: never)."""

    id: UUID
    saw: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement as it stands now."""

    id: UUID
    student_id: UUID
    student_name: str
    what: str
    owner: AgreementOwner
    due_on: date | None
    status: AgreementStatus
    closed_on: date | None
    closed_reason: str
    made_on: date
    version: int
    own: bool = True
    """Of the actor's caseload: who only reads along changes no agreement."""
    steps: tuple[AgreementStep, ...] = ()
    """What became of it, the first step first; only where its history is shown."""
    withdrawn_in: int | None = None
    """The version of its talk that took it out of the record."""

    @property
    def stands_open(self) -> bool:
        """Open, and not taken out of the record."""
        return self.status is AgreementStatus.OPEN and self.withdrawn_in is None

    def is_overdue(self, today: date) -> bool:
        """Open, with a date that has passed."""
        return (
            self.status is AgreementStatus.OPEN and self.due_on is not None and self.due_on < today
        )


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """A recorded talk as a line in a list; always the newest version.

    ``summary`` is empty where talks of many students are listed: nobody's dossier is open there.
    """

    id: UUID
    talk_id: UUID
    student_id: UUID
    student_name: str
    group: str
    kind: ConversationKind
    form: ConversationForm
    held_on: date
    summary: str
    version_number: int
    verdict: Verdict | None
    next_talk: "NextTalk | None" = None


@dataclass(frozen=True, slots=True)
class ConversationView:
    """One version of a recorded talk, complete; what page and paper show.

    ``versions`` are the ids of all versions, the first one first.
    """

    id: UUID
    talk_id: UUID
    student: StudentView
    kind: ConversationKind
    form: ConversationForm
    held_on: date
    focus: str
    questions: tuple[AskedQuestion, ...]
    summary: str
    topics: tuple[TopicText, ...]
    agreements: tuple[AgreementView, ...]
    next_talk: NextTalk | None
    response: StudentResponse | None
    counsellor: str
    version_number: int
    versions: tuple[UUID, ...]
    reason: str
    recorded_at: datetime
    company_response: StudentResponse | None = None
    voices: "tuple[VoiceView, ...]" = ()
    """Of a trialogue: all versions of what each party wrote."""
    marks: "tuple[TopicMark, ...]" = ()
    returned: tuple[AgreementView, ...] = ()
    """Agreements of before that came back in this talk."""
    earlier_responses: tuple[StudentResponse, ...] = ()
    """What the student said of this version before ``response``, the first one first."""

    @property
    def newest_version(self) -> int:
        """The number of the newest version."""
        return len(self.versions)


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands at the top of every paper: the school and, if it has one, its logo (PNG/JPEG)."""

    school: str
    logo: bytes | None = None


def checked(draft: ConversationDraft, today: date) -> ConversationDraft:
    """The draft with clean text and without empty parts, as it will be recorded.

    Raises ``InputRefused`` when there is no day or one in the future, nothing at all was written,
    an agreement is double, the student differs without words, the next talk does not come after
    this one, or a correction gives no reason.
    """
    cleaned = _cleaned(draft)
    if cleaned.held_on is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in op welke dag het gesprek was."))
    if cleaned.held_on > today:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Een gesprek leg je vast als het geweest is; deze dag komt nog."
            )
        )
    if not cleaned.topics and not cleaned.summary:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Er staat nog niets. Schrijf in elk geval één zin op.")
        )
    actions = [agreement.what.casefold() for agreement in cleaned.agreements]
    if len(set(actions)) < len(actions):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Er staan twee dezelfde afspraken."))
    if len(actions) > MAX_AGREEMENTS:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Meer dan {limit} afspraken houdt niemand bij."),
            limit=MAX_AGREEMENTS,
        )
    if len(cleaned.questions) > MAX_QUESTIONS:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies hooguit {limit} vragen voor één gesprek."),
            limit=MAX_QUESTIONS,
        )
    if cleaned.next_talk is not None and not TIME_OF_DAY.fullmatch(cleaned.next_talk.at):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf de tijd als 09:20."))
    if cleaned.next_talk is not None and cleaned.next_talk.on <= cleaned.held_on:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Het volgende gesprek moet na dit gesprek zijn.")
        )
    _check_response(cleaned.response)
    if cleaned.corrects is not None and not cleaned.reason:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf bij een verbetering kort op wat er anders is.")
        )
    return replace(cleaned, answers=checked_answers(cleaned.answers, today))


def checked_response(response: StudentResponse) -> StudentResponse:
    """The response with clean text; raises ``InputRefused`` when one differs without words."""
    cleaned = _clean_response(response)
    _check_response(cleaned)
    return cleaned


def _clean_response(response: StudentResponse) -> StudentResponse:
    return replace(response, text=clean_text(response.text, limit=MAX_TOPIC_TEXT))


def _check_response(response: StudentResponse | None) -> None:
    if response is not None and response.verdict is Verdict.DIFFERS and not response.text:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf op hoe jij erover denkt, in je eigen woorden.")
        )


def _cleaned(draft: ConversationDraft) -> ConversationDraft:
    topics = {
        topic.competence: TopicText(
            topic.competence,
            clean_text(topic.experience, limit=MAX_TOPIC_TEXT),
            clean_text(topic.meaning, limit=MAX_TOPIC_TEXT),
            clean_text(topic.takeaway, limit=MAX_TOPIC_TEXT),
        )
        for topic in draft.topics
    }
    agreements = (replace(one, what=clean_line(one.what, limit=500)) for one in draft.agreements)
    response = draft.response and _clean_response(draft.response)
    return replace(
        draft,
        focus=clean_text(draft.focus, limit=MAX_TOPIC_TEXT),
        questions=tuple(
            AskedQuestion(clean_line(question.id), clean_text(question.text, limit=MAX_TOPIC_TEXT))
            for question in draft.questions
        ),
        summary=clean_text(draft.summary, limit=MAX_TOPIC_TEXT),
        reason=clean_line(draft.reason),
        topics=tuple(
            topics[competence]
            for competence in CareerCompetence
            if competence in topics and not topics[competence].is_empty
        ),
        agreements=tuple(agreement for agreement in agreements if not agreement.is_empty),
        response=response,
    )


def not_spoken_since(last_talk: date | None, today: date, weeks: int) -> bool:
    """Whether the last talk is over ``weeks`` weeks ago, or there never was one."""
    return last_talk is None or today - last_talk > timedelta(weeks=weeks)
