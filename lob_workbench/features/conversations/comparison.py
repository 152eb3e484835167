"""Two versions of one talk, field by field in words, and one put on top of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from lob_workbench.domain.career import (
    COMPETENCE_LABELS,
    FORM_LABELS,
    KIND_LABELS,
    CareerCompetence,
)
from lob_workbench.domain.dates import long_date, plain_date
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules import (
    OWNER_LABELS,
    VERDICT_LABELS,
    AgreementStatus,
    AgreementText,
    AgreementView,
    ConversationDraft,
    ConversationView,
    TopicText,
)
from lob_workbench.talks.rules_agreements import (
    AgreementAnswer,
    ReturnedAnswer,
    days_of,
    step_in,
)
from lob_workbench.talks.words_agreements import Say, answers_in_words


@dataclass(frozen=True, slots=True)
class StaleComparison:
    """The version that came before mine, and how it came there.

    ``newest`` is a recorded version; without it the other version is a draft of another desk.
    ``own`` says that ``author`` is the reader: one login can work at two desks.
    """

    theirs: ConversationDraft
    newest: ConversationView | None
    author: str
    at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field of a talk in both versions, in words; empty where a version holds nothing."""

    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        """Whether the versions say something else; white space around them says nothing."""
        return self.mine.strip() != self.theirs.strip()


def draft_of(view: ConversationView, draft_id: UUID) -> ConversationDraft:
    """A recorded version as the draft of a correction of it; the student answers anew."""
    return ConversationDraft(
        id=draft_id,
        student_id=view.student.id,
        kind=view.kind,
        form=view.form,
        held_on=view.held_on,
        focus=view.focus,
        questions=view.questions,
        summary=view.summary,
        topics=view.topics,
        agreements=tuple(
            AgreementText(agreement.what, agreement.owner, agreement.due_on, agreement.id)
            for agreement in view.agreements
        ),
        next_talk=view.next_talk,
        corrects=view.id,
    )


def answers_of(view: ConversationView) -> tuple[ReturnedAnswer, ...]:
    """What a recorded talk answered to the agreements that came back in it."""
    answers = []
    for agreement in view.returned:
        step = step_in(agreement.steps, view.talk_id)
        if step is not None:
            due_on = step.due_on if step.status is AgreementStatus.OPEN else None
            answer = AgreementAnswer(step.status, step.reason, due_on)
            answers.append(ReturnedAnswer(agreement.id, agreement.version, answer, agreement.what))
    return tuple(answers)


def same_words(mine: ConversationDraft, theirs: ConversationDraft) -> bool:
    """Whether two drafts say the same, whatever their ids."""
    return not any(field.differs for field in compared(mine, theirs, _plain))


def rebased(
    draft: ConversationDraft, newest: ConversationView, draft_id: UUID
) -> ConversationDraft:
    """``draft`` as a correction of ``newest``; what it agrees in the same words stays agreed."""
    standing = list(newest.agreements)
    agreements = []
    for agreement in draft.agreements:
        known = _standing(agreement, standing)
        if known is not None:
            standing.remove(known)
        agreements.append(replace(agreement, id=None if known is None else known.id))
    return replace(
        draft,
        id=draft_id,
        corrects=newest.id,
        agreements=tuple(agreements),
        answers=_answers_on_top(draft, newest),
    )


def _answers_on_top(
    draft: ConversationDraft, newest: ConversationView
) -> tuple[ReturnedAnswer, ...]:
    """The answers that say something else than the version that stands; both were seen."""
    given_there = {given.agreement_id: given for given in answers_of(newest)}
    kept = []
    for given in draft.answers:
        there = given_there.get(given.agreement_id)
        if there is None:
            kept.append(given)
        elif there.answer != given.answer:
            kept.append(replace(given, version=there.version))
    return tuple(kept)


def _standing(wanted: AgreementText, standing: Sequence[AgreementView]) -> AgreementView | None:
    for known in standing:
        same = (known.what, known.owner) == (wanted.what.strip(), wanted.owner)
        if same and wanted.due_on in days_of(known.due_on, known.steps):
            return known
    return None


def compared(
    mine: ConversationDraft, theirs: ConversationDraft, say: Say
) -> tuple[ComparedField, ...]:
    """Every field of both versions, in the order of the page; empty in both is left out."""
    fields = zip(_fields(mine, say), _fields(theirs, say), strict=True)
    return tuple(
        ComparedField(label, one, other)
        for (label, one), (_, other) in fields
        if one.strip() or other.strip()
    )


def _plain(_context: str, text: str) -> str:
    return text


def _fields(draft: ConversationDraft, say: Say) -> Iterator[tuple[str, str]]:
    """Label and words of every field, always the same ones."""

    def label(text: str) -> str:
        return say("conversations", text)

    yield (
        label(QT_TRANSLATE_NOOP("conversations", "Vorige keer afgesproken")),
        answers_in_words(draft.answers, say),
    )
    yield label(QT_TRANSLATE_NOOP("conversations", "Soort gesprek")), _kind(draft, say)
    yield label(QT_TRANSLATE_NOOP("conversations", "Dag van het gesprek")), _day(draft.held_on)
    yield label(QT_TRANSLATE_NOOP("conversations", "Waar wil je het over hebben?")), draft.focus
    yield (
        label(QT_TRANSLATE_NOOP("conversations", "Vragen voor dit gesprek")),
        "\n".join(question.text for question in draft.questions),
    )
    yield label(QT_TRANSLATE_NOOP("conversations", "Waar ging het over?")), draft.summary
    topics = {topic.competence: topic for topic in draft.topics}
    for competence in CareerCompetence:
        topic = topics.get(competence, TopicText(competence))
        name = say("career", COMPETENCE_LABELS[competence])
        parts = (
            (QT_TRANSLATE_NOOP("conversations", "{competence}: ervaring"), topic.experience),
            (QT_TRANSLATE_NOOP("conversations", "{competence}: betekenis"), topic.meaning),
            (QT_TRANSLATE_NOOP("conversations", "{competence}: meenemen"), topic.takeaway),
        )
        for words, text in parts:
            yield label(words).format(competence=name), text
    yield (
        label(QT_TRANSLATE_NOOP("conversations", "Afspraken")),
        "\n".join(_agreement(agreement, say) for agreement in draft.agreements),
    )
    yield label(QT_TRANSLATE_NOOP("conversations", "Volgend gesprek")), _next(draft, say)
    yield label(QT_TRANSLATE_NOOP("conversations", "Wat de student zegt")), _response(draft, say)
    yield label(QT_TRANSLATE_NOOP("conversations", "Wat is er anders, en waarom?")), draft.reason


def _kind(draft: ConversationDraft, say: Say) -> str:
    return f"{say('career', KIND_LABELS[draft.kind])}, {say('career', FORM_LABELS[draft.form])}"


def _day(on: date | None) -> str:
    return "" if on is None else long_date(on)


def _agreement(agreement: AgreementText, say: Say) -> str:
    if agreement.is_empty:
        return ""
    parts = [agreement.what.strip(), say("conversations", OWNER_LABELS[agreement.owner])]
    if agreement.due_on is not None:
        due = say("conversations", QT_TRANSLATE_NOOP("conversations", "uiterlijk {day}"))
        parts.append(due.format(day=plain_date(agreement.due_on)))
    return " · ".join(parts)


def _next(draft: ConversationDraft, say: Say) -> str:
    following = draft.next_talk
    if following is None:
        return ""
    parts = (_day(following.on), following.at, say("career", KIND_LABELS[following.kind]))
    return ", ".join(part for part in parts if part)


def _response(draft: ConversationDraft, say: Say) -> str:
    said = draft.response
    if said is None:
        return ""
    # Not the day: a draft has none yet.
    return f"{say('conversations', VERDICT_LABELS[said.verdict])}\n{said.text.strip()}"
