"""What other pages show of trialogues: whose part is missing, on *Vandaag* and on the time line."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    StoryItem,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.trialogue import drafts
from lob_workbench.people.queries import get_student, list_own_students
from lob_workbench.people.rules import StudentRow
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.drafts import own_drafts
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_appointments, queries_voices
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_appointments import AppointmentView

PAGE = "trialogue"
SOON = timedelta(days=14)


@operation(Right.RECORD_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """The trialogues of the coming two weeks, and those begun, by whose part is missing."""
    planned = _planned(work)
    talks = _talks(work)
    # Few of perhaps thousands: only who is named is read.
    students = list_own_students(work, {*planned, *talks})
    parties = queries_voices.parties_of_talks(work, talks.values())
    of_company: list[AttentionItem] = []
    of_student: list[AttentionItem] = []
    whole: list[AttentionItem] = []
    for student in students:
        appointment = planned.get(student.id)
        spoken = parties.get(talks.get(student.id, student.id), set())
        if appointment is None and not spoken:
            continue
        if Party.COMPANY not in spoken:
            group = of_company
        elif Party.STUDENT not in spoken:
            group = of_student
        else:
            group = whole
        group.append(_item(student, appointment))
    groups = (
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} trialogen wachten op het bedrijf"),
            QT_TRANSLATE_NOOP("today", "1 trialoog wacht op het bedrijf"),
            "ph.buildings",
            Tone.ATTENTION,
            tuple(of_company),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} trialogen: bedrijf is binnen, student nog niet"),
            QT_TRANSLATE_NOOP("today", "1 trialoog: bedrijf is binnen, student nog niet"),
            "ph.student",
            Tone.ATTENTION,
            tuple(of_student),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} trialogen: student en bedrijf zijn binnen"),
            QT_TRANSLATE_NOOP("today", "1 trialoog: student en bedrijf zijn binnen"),
            "ph.users-three",
            Tone.GOOD,
            tuple(whole),
        ),
    )
    return TodayView(attention=tuple(group for group in groups if group.items))


@operation(Right.RECORD_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """The trialogue that is going on with an own student, for the time line."""
    open_dossier(work, student_id)
    student = get_student(work, student_id)
    if student.counsellor_id != work.actor.staff_id:
        return ()
    talk_id = queries_voices.unrecorded_talks(work, [student_id]).get(student_id)
    voices = () if talk_id is None else queries_voices.voices_of_talk(work, talk_id)
    if not voices:
        return ()
    spoken = {voice.party for voice in voices}
    title = QT_TRANSLATE_NOOP("career", "Trialoog: student en bedrijf zijn binnen")
    if Party.COMPANY not in spoken:
        title = QT_TRANSLATE_NOOP("career", "Trialoog: wacht op het bedrijf")
    elif Party.STUDENT not in spoken:
        title = QT_TRANSLATE_NOOP("career", "Trialoog: wacht op de student")
    last = max(voice.handed_in_at for voice in voices)
    return (
        StoryItem(
            on=local(last).date(),
            kind=QT_TRANSLATE_NOOP("story", "Trialoog"),
            title=title,
            text="",
            icon="ph.users-three",
            target=Target(PAGE, student_id),
            tone=Tone.ATTENTION,
            order=str(talk_id),
        ),
    )


def _planned(work: UnitOfWork) -> Mapping[UUID, AppointmentView]:
    """Per student the first trialogue that is planned within two weeks, or was and is not held."""
    found: dict[UUID, AppointmentView] = {}
    for view in queries_appointments.list_appointments(
        work,
        last_on=work.clock.today() + SOON,
        only_planned=True,
        form=ConversationForm.TRIALOGUE,
    ):
        found.setdefault(view.student_id, view)
    return found


def _talks(work: UnitOfWork) -> Mapping[UUID, UUID]:
    """Per student the talk that is being prepared."""
    own = {
        student: drafts.from_json(content).id
        for student, content in own_drafts(work, drafts.SCREEN).items()
    }
    return {**own, **queries_voices.unrecorded_talks(work)}


def _item(student: StudentRow, appointment: AppointmentView | None) -> AttentionItem:
    return AttentionItem(
        student.id,
        student.name.full,
        student.group,
        None if appointment is None else appointment.on,
        Target(PAGE, student.id),
    )
