"""What other pages show of talks and agreements: the time line, *Vandaag* and lists."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from lob_workbench.domain.career import KIND_LABELS, ConversationForm
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import (
    Appointment,
    Attention,
    AttentionItem,
    Signal,
    SignalKind,
    StoryItem,
    StudentFacts,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.conversations import drafts
from lob_workbench.people.preferences import read_preferences
from lob_workbench.people.queries import get_student, list_own_students
from lob_workbench.people.rules import StudentRow
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.drafts import own_drafts
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import (
    queries,
    queries_agreements,
    queries_appointments,
    queries_preparations,
)
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementView,
    ConversationDraft,
    not_spoken_since,
)
from lob_workbench.talks.rules_appointments import AppointmentView
from lob_workbench.talks.rules_drafts import is_blank, is_told

PAGE = "conversations"
SOON = timedelta(days=7)


@operation(Right.COUNT_TALKS)
def facts(
    work: UnitOfWork, student_ids: Sequence[UUID] | None = None
) -> Mapping[UUID, StudentFacts]:
    """What lists show of talks and agreements, per visible student."""
    return queries.student_facts(work, work.clock.today(), student_ids)


@operation(Right.COUNT_TALKS)
def signals(
    work: UnitOfWork, rows: Sequence[StudentRow], facts: Mapping[UUID, StudentFacts]
) -> Mapping[UUID, Sequence[Signal]]:
    """Late agreements, and talks that are too long ago; of the facts that lists show anyhow."""
    chosen, day = read_preferences(work), work.clock.today()
    found: dict[UUID, list[Signal]] = {}
    for row in rows:
        known = facts.get(row.id, StudentFacts())
        if known.overdue_agreements and chosen.shows(SignalKind.OVERDUE):
            late = Signal(SignalKind.OVERDUE, number=known.overdue_agreements)
            found.setdefault(row.id, []).append(late)
        silent = not_spoken_since(known.last_talk, day, chosen.not_spoken_weeks)
        if silent and chosen.shows(SignalKind.NOT_SPOKEN):
            found.setdefault(row.id, []).append(Signal(SignalKind.NOT_SPOKEN, known.last_talk))
    return found


@operation(Right.READ_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """The talks and closed agreements of a student, for the time line."""
    open_dossier(work, student_id)
    get_student(work, student_id)
    talks = tuple(
        StoryItem(
            on=talk.held_on,
            kind=QT_TRANSLATE_NOOP("story", "Gesprek"),
            title=KIND_LABELS[talk.kind],
            text=talk.summary,
            icon="ph.chats-circle",
            target=Target(PAGE, talk.id, "read"),
            order=str(talk.id),
        )
        for talk in queries.list_conversations(work, student_id=student_id)
    )
    closed = tuple(
        StoryItem(
            on=agreement.closed_on,
            kind=QT_TRANSLATE_NOOP("story", "Afspraak gedaan")
            if agreement.status is AgreementStatus.DONE
            else QT_TRANSLATE_NOOP("story", "Afspraak vervallen"),
            title=agreement.what,
            text=agreement.closed_reason,
            icon="ph.check-circle",
            tone=Tone.GOOD if agreement.status is AgreementStatus.DONE else Tone.CALM,
            order=str(agreement.id),
        )
        for agreement in queries_agreements.list_agreements(work, student_id=student_id)
        if agreement.closed_on is not None
    )
    prepared = tuple(
        StoryItem(
            on=local(handed_in.submitted_at).date(),
            kind=QT_TRANSLATE_NOOP("story", "Voorbereiding"),
            title=QT_TRANSLATE_NOOP("career", "In eigen woorden voorbereid"),
            text="\n\n".join(f"{one.question}\n{one.answer}" for one in handed_in.own_first),
            icon="ph.user",
            order=str(handed_in.id),
        )
        for handed_in in queries_preparations.list_preparations(work, student_id)
    )
    return talks + closed + prepared


@operation(Right.RECORD_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """Talks planned for today, and what asks attention: agreements and students not spoken to.

    Of the actor's own students: who reads along with others is not waited for.
    """
    open_lists(work)
    day = work.clock.today()
    chosen = read_preferences(work)
    students = list_own_students(work)
    spoken = queries.last_talks(work)
    appointed = _appointed(work, day)
    told = queries_preparations.prepared_students(work, [student.id for student in students])
    own = {
        entity: drafts.from_json(content)
        for entity, content in own_drafts(work, drafts.SCREEN).items()
    }
    appointments: list[Appointment] = []
    missed: list[AttentionItem] = []
    silent: list[AttentionItem] = []
    unknown: list[AttentionItem] = []
    for student in students:
        held_on, planned = spoken.get(student.id), appointed.get(student.id, [])
        talk_page = Target(PAGE, student.id, "prepare")
        comes_today = [item for item in planned if item.on == day]
        draft = own.get(student.id)
        appointments += [
            Appointment(
                at=item.at,
                student_id=student.id,
                student_name=student.name.full,
                group=student.group,
                title=KIND_LABELS[item.kind],
                prepared=student.id in told or (draft is not None and not is_blank(draft)),
                target=_page_of(item),
                room="" if item.room is None else item.room.name,
                trialogue=item.form is ConversationForm.TRIALOGUE,
            )
            for item in comes_today
        ]
        if comes_today:
            continue
        if planned:
            missed.append(
                AttentionItem(
                    student.id,
                    student.name.full,
                    student.group,
                    planned[0].on,
                    _page_of(planned[0]),
                )
            )
        waits = not_spoken_since(held_on, day, chosen.not_spoken_weeks)
        if waits and chosen.shows(SignalKind.NOT_SPOKEN):
            (unknown if held_on is None else silent).append(
                AttentionItem(student.id, student.name.full, student.group, held_on, talk_page)
            )
    late, soon = _agreement_groups(work, day, {student.id for student in students})
    if not chosen.shows(SignalKind.OVERDUE):
        late = replace(late, items=())
    groups = (
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} gesprekken half vastgelegd"),
            QT_TRANSLATE_NOOP("today", "1 gesprek half vastgelegd"),
            "ph.pencil-simple",
            Tone.ATTENTION,
            _half_told(students, own.values()),
        ),
        late,
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} geplande gesprekken niet vastgelegd"),
            QT_TRANSLATE_NOOP("today", "1 gepland gesprek niet vastgelegd"),
            "ph.calendar-x",
            Tone.ATTENTION,
            tuple(missed),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten te lang niet gesproken"),
            QT_TRANSLATE_NOOP("today", "1 student te lang niet gesproken"),
            "ph.chat-circle-dots",
            Tone.ATTENTION,
            tuple(sorted(silent, key=lambda item: item.on or day)),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten nog nooit gesproken"),
            QT_TRANSLATE_NOOP("today", "1 student nog nooit gesproken"),
            "ph.hand-waving",
            Tone.CALM,
            tuple(unknown),
        ),
        soon,
    )
    return TodayView(
        appointments=tuple(
            sorted(appointments, key=lambda item: (item.at or "99", item.student_name))
        ),
        attention=tuple(group for group in groups if group.items),
    )


def _appointed(work: UnitOfWork, day: date) -> dict[UUID, list[AppointmentView]]:
    """What is planned up to and including ``day``, by student: also what was missed."""
    found: dict[UUID, list[AppointmentView]] = {}
    for view in queries_appointments.list_appointments(work, last_on=day, only_planned=True):
        found.setdefault(view.student_id, []).append(view)
    return found


def _page_of(planned: AppointmentView) -> Target:
    """Where the talk is prepared and held."""
    if planned.form is ConversationForm.TRIALOGUE:
        return Target("trialogue", planned.student_id)
    return Target(PAGE, planned.student_id, "prepare")


def _half_told(
    students: Iterable[StudentRow], own: Iterable[ConversationDraft]
) -> tuple[AttentionItem, ...]:
    """The talks of which something was written down that is not recorded yet."""
    named = {student.id: student for student in students}
    return tuple(
        AttentionItem(
            draft.student_id,
            named[draft.student_id].name.full,
            named[draft.student_id].group,
            draft.held_on,
            Target(PAGE, draft.student_id, "record")
            if draft.corrects is None
            else Target(PAGE, draft.corrects, "correct"),
        )
        for draft in own
        if draft.student_id in named and is_told(draft)
    )


def _agreement_groups(
    work: UnitOfWork, day: date, own: Collection[UUID]
) -> tuple[Attention, Attention]:
    """The agreements that are late, and those of the coming week."""
    open_agreements = [
        view
        for view in queries_agreements.list_agreements(work, only_open=True)
        if view.student_id in own
    ]
    late = tuple(_attention(view) for view in open_agreements if view.is_overdue(day))
    soon = tuple(
        _attention(view)
        for view in open_agreements
        if view.due_on is not None and day <= view.due_on <= day + SOON
    )
    return (
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} afspraken over tijd"),
            QT_TRANSLATE_NOOP("today", "1 afspraak over tijd"),
            "ph.clock",
            Tone.DANGER,
            late,
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} afspraken voor deze week"),
            QT_TRANSLATE_NOOP("today", "1 afspraak voor deze week"),
            "ph.checks",
            Tone.CALM,
            soon,
        ),
    )


def _attention(view: AgreementView) -> AttentionItem:
    return AttentionItem(
        view.student_id,
        view.student_name,
        view.what,
        view.due_on,
        Target("students", view.student_id, PAGE),
    )
