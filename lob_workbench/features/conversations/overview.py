"""What other pages show of talks and agreements: the time line, *Vandaag* and lists."""

from collections.abc import Iterable, Mapping, Sequence
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
from lob_workbench.features.conversations import drafts, waiting
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
    own = {
        entity: drafts.from_json(content)
        for entity, content in own_drafts(work, drafts.SCREEN).items()
    }
    comes = _appointed(work, day)
    missed = waiting.missed(work, day)
    silent = unknown = waiting.NOBODY
    if chosen.shows(SignalKind.NOT_SPOKEN):
        silent = waiting.too_long_silent(work, day, chosen.not_spoken_weeks)
        unknown = waiting.never_spoken(work, day)
    told = queries_preparations.prepared_students(work, list(comes))
    # Few of perhaps thousands: only who is named is read.
    named = {*comes, *missed.planned, *silent.last, *unknown.last}
    named |= {draft.student_id for draft in own.values()}
    students = list_own_students(work, named)
    appointments: list[Appointment] = []
    for student in students:
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
            for item in comes.get(student.id, ())
        ]
    late, soon = _agreement_groups(work, day)
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
            QT_TRANSLATE_NOOP("today", "Veel geplande gesprekken niet vastgelegd")
            if missed.many
            else QT_TRANSLATE_NOOP("today", "1 gepland gesprek niet vastgelegd"),
            "ph.calendar-x",
            Tone.ATTENTION,
            _in_the_list(missed.first, Target("agenda"))
            if missed.many
            else _missed_items(students, missed.planned),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten te lang niet gesproken"),
            QT_TRANSLATE_NOOP("today", "Veel studenten te lang niet gesproken")
            if silent.many
            else QT_TRANSLATE_NOOP("today", "1 student te lang niet gesproken"),
            "ph.chat-circle-dots",
            Tone.ATTENTION,
            _in_the_list(day - timedelta(weeks=chosen.not_spoken_weeks), Target("students"))
            if silent.many
            else tuple(sorted(_silent_items(students, silent.last), key=lambda one: one.on or day)),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten nog nooit gesproken"),
            QT_TRANSLATE_NOOP("today", "Veel studenten nog nooit gesproken")
            if unknown.many
            else QT_TRANSLATE_NOOP("today", "1 student nog nooit gesproken"),
            "ph.hand-waving",
            Tone.CALM,
            _in_the_list(None, Target("students"))
            if unknown.many
            else _silent_items(students, unknown.last),
        ),
        soon,
    )
    return TodayView(
        appointments=tuple(
            sorted(appointments, key=lambda item: (item.at or "99", item.student_name))
        ),
        attention=tuple(group for group in groups if group.items),
    )


def _in_the_list(on: date | None, target: Target) -> tuple[AttentionItem, ...]:
    """Instead of a thousand names."""
    label = QT_TRANSLATE_NOOP("career", "Bekijk ze in de lijst")
    return (AttentionItem(None, "", "", on, target, label=label),)


def _missed_items(
    students: Iterable[StudentRow], planned: Mapping[UUID, AppointmentView]
) -> tuple[AttentionItem, ...]:
    return tuple(
        AttentionItem(
            student.id,
            student.name.full,
            student.group,
            planned[student.id].on,
            _page_of(planned[student.id]),
        )
        for student in students
        if student.id in planned
    )


def _silent_items(
    students: Iterable[StudentRow], last: Mapping[UUID, date | None]
) -> tuple[AttentionItem, ...]:
    return tuple(
        AttentionItem(
            student.id,
            student.name.full,
            student.group,
            last[student.id],
            Target(PAGE, student.id, "prepare"),
        )
        for student in students
        if student.id in last
    )


def _appointed(work: UnitOfWork, day: date) -> dict[UUID, list[AppointmentView]]:
    """What is planned on ``day``, by student."""
    found: dict[UUID, list[AppointmentView]] = {}
    for view in queries_appointments.list_appointments(
        work, first_on=day, last_on=day, only_planned=True
    ):
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


def _agreement_groups(work: UnitOfWork, day: date) -> tuple[Attention, Attention]:
    """The agreements that are late, and those of the coming week."""
    open_agreements = queries_agreements.list_agreements(work, only_open=True, due_until=day + SOON)
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
            QT_TRANSLATE_NOOP("today", "{count} afspraken moeten deze week klaar"),
            QT_TRANSLATE_NOOP("today", "1 afspraak moet deze week klaar"),
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
