"""Reading agreements, always through ``people.access``, and what became of them.

On a school's server their words show only while the dossier or the lists are open.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from lob_workbench.domain.errors import NotFound
from lob_workbench.people.access import at_school, own_students, readable_students
from lob_workbench.people.records import Student
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import (
    Agreement,
    AgreementStepRecord,
    AgreementStepText,
    AgreementText,
    Conversation,
)
from lob_workbench.talks.rules import AgreementView
from lob_workbench.talks.rules_agreements import (
    AgreementStatus,
    AgreementStep,
    ReturnedAnswer,
    comes_back,
)


def _agreements(work: UnitOfWork) -> sa.Select[Agreement, str, str, str, str, str, UUID | None]:
    return (
        sa.select(
            Agreement,
            Student.first_name,
            Student.infix,
            Student.last_name,
            AgreementText.what,
            AgreementText.closed_reason,
            Student.counsellor_id,
        )
        .join(Student, Agreement.student_id == Student.id)
        .join(AgreementText)
        .where(readable_students(work))
    )


def _agreement_views(
    work: UnitOfWork, query: sa.Select[Agreement, str, str, str, str, str, UUID | None]
) -> tuple[AgreementView, ...]:
    rows = work.session.execute(query)
    return tuple(
        AgreementView(
            id=agreement.id,
            student_id=agreement.student_id,
            student_name=PersonName(first, infix, last).full,
            what=what,
            owner=agreement.owner,
            due_on=agreement.due_on,
            status=agreement.status,
            closed_on=agreement.closed_on,
            closed_reason=closed_reason,
            made_on=agreement.made_on,
            version=agreement.version,
            own=counsellor_id == work.actor.staff_id,
            withdrawn_in=agreement.withdrawn_in,
        )
        for agreement, first, infix, last, what, closed_reason, counsellor_id in rows
    )


def agreements_of_version(work: UnitOfWork, talk: Conversation) -> tuple[AgreementView, ...]:
    """The agreements as this version of the talk made them, in the order of writing."""
    query = (
        _agreements(work)
        .where(
            Agreement.talk_id == talk.talk_id,
            Agreement.student_id == talk.student_id,
            Agreement.made_in <= talk.version_number,
            sa.or_(Agreement.withdrawn_in.is_(None), Agreement.withdrawn_in > talk.version_number),
        )
        .order_by(Agreement.position, Agreement.id)
    )
    return with_steps(work, _agreement_views(work, query))


def agreements_back_in(work: UnitOfWork, talk: Conversation) -> tuple[AgreementView, ...]:
    """The agreements that came back in this talk, whatever became of them since."""
    query = (
        _agreements(work)
        .where(
            Agreement.student_id == talk.student_id,
            Agreement.id.in_(
                sa.select(AgreementStepRecord.agreement_id).where(
                    AgreementStepRecord.answered_in == talk.talk_id,
                    AgreementStepRecord.student_id == talk.student_id,
                )
            ),
        )
        .order_by(Agreement.made_on, Agreement.position, Agreement.id)
    )
    return with_steps(work, _agreement_views(work, query))


def with_steps(work: UnitOfWork, views: Sequence[AgreementView]) -> tuple[AgreementView, ...]:
    """The views with what became of each; one question for all of them."""
    found = steps_of(work, [view.id for view in views]) if views else {}
    return tuple(replace(view, steps=found.get(view.id, ())) for view in views)


def views_of(
    work: UnitOfWork, student_id: UUID, agreement_ids: Collection[UUID]
) -> tuple[AgreementView, ...]:
    """These agreements of one readable student, also withdrawn ones; others are left out."""
    query = _agreements(work).where(
        Agreement.student_id == student_id, Agreement.id.in_(agreement_ids)
    )
    return with_steps(work, _agreement_views(work, query.order_by(Agreement.id)))


def coming_back(
    work: UnitOfWork, student_id: UUID, answers: Sequence[ReturnedAnswer]
) -> tuple[AgreementView, ...]:
    """The open agreements of a student, and those that a draft answers and that are closed now."""
    still_open = list_agreements(work, student_id=student_id, only_open=True, history=True)
    closed = {given.agreement_id for given in answers} - {view.id for view in still_open}
    return still_open + views_of(work, student_id, closed)


def asked_in_talk(work: UnitOfWork, student_id: UUID, day: date) -> frozenset[UUID]:
    """The agreements that a talk of ``day`` must answer (see ``comes_back``); reads no words."""
    answered_on = (
        sa.select(sa.func.max(Conversation.held_on))
        .join(AgreementStepRecord, AgreementStepRecord.answered_in == Conversation.talk_id)
        .where(AgreementStepRecord.agreement_id == Agreement.id, _newest_version())
        .correlate(Agreement)
        .scalar_subquery()
    )
    query = (
        sa.select(Agreement, answered_on.label("answered_on"))
        .join(Student, Agreement.student_id == Student.id)
        .where(
            own_students(work),
            Agreement.student_id == student_id,
            Agreement.withdrawn_in.is_(None),
            Agreement.status == AgreementStatus.OPEN,
        )
    )
    return frozenset(
        agreement.id
        for agreement, answered in work.session.execute(query)
        if comes_back(agreement, day, [answered])
    )


def _newest_version() -> sa.ColumnElement[bool]:
    later = sa.orm.aliased(Conversation)
    return ~sa.exists().where(
        later.talk_id == Conversation.talk_id,
        later.version_number > Conversation.version_number,
    )


def list_agreements(
    work: UnitOfWork,
    *,
    student_id: UUID | None = None,
    only_open: bool = False,
    history: bool = False,
) -> tuple[AgreementView, ...]:
    """Agreements that stand, of one readable student or all own ones: the earliest date first.

    With ``history`` each comes with its steps.
    """
    query = (
        _agreements(work)
        .where(Agreement.withdrawn_in.is_(None))
        .order_by(
            Agreement.status != AgreementStatus.OPEN,
            Agreement.due_on.is_(None),
            Agreement.due_on,
            Agreement.id,
        )
    )
    if student_id is not None:
        query = query.where(Agreement.student_id == student_id)
    else:
        # Who reads along opens the dossier, so that Inzage tells it.
        query = query.where(own_students(work), at_school(work))
    if only_open:
        query = query.where(Agreement.status == AgreementStatus.OPEN)
    views = _agreement_views(work, query)
    return with_steps(work, views) if history else views


def student_of_agreement(work: UnitOfWork, agreement_id: UUID) -> UUID:
    """Whose agreement it is; raises ``NotFound`` for one of a student who is not the actor's."""
    query = (
        sa.select(Agreement.student_id)
        .join(Student, Agreement.student_id == Student.id)
        .where(Agreement.id == agreement_id, own_students(work))
    )
    student_id = work.session.scalar(query)
    if student_id is None:
        raise NotFound
    return student_id


def find_agreement(work: UnitOfWork, agreement_id: UUID) -> Agreement:
    """One agreement of an own student, to change; raises ``NotFound`` otherwise."""
    query = (
        sa.select(Agreement)
        .join(Student, Agreement.student_id == Student.id)
        .where(Agreement.id == agreement_id, own_students(work))
        .options(joinedload(Agreement.text, innerjoin=True))
    )
    agreement = work.session.scalars(query).one_or_none()
    if agreement is None:
        raise NotFound
    return agreement


def steps_of(
    work: UnitOfWork, agreement_ids: Sequence[UUID]
) -> dict[UUID, tuple[AgreementStep, ...]]:
    """What became of these agreements of readable students, the first step first."""
    query = (
        sa.select(AgreementStepRecord, AgreementStepText.reason, Conversation.held_on)
        .join(
            AgreementStepText,
            sa.and_(
                AgreementStepText.agreement_id == AgreementStepRecord.agreement_id,
                AgreementStepText.number == AgreementStepRecord.number,
            ),
        )
        .join(Student, AgreementStepRecord.student_id == Student.id)
        .outerjoin(
            Conversation,
            sa.and_(Conversation.talk_id == AgreementStepRecord.answered_in, _newest_version()),
        )
        .where(readable_students(work), AgreementStepRecord.agreement_id.in_(agreement_ids))
        .order_by(AgreementStepRecord.agreement_id, AgreementStepRecord.number)
    )
    found: dict[UUID, list[AgreementStep]] = {}
    for step, reason, held_on in work.session.execute(query):
        found.setdefault(step.agreement_id, []).append(
            AgreementStep(
                number=step.number,
                status=step.status,
                due_on=step.due_on,
                due_before=step.due_before,
                taken_on=step.taken_on,
                reason=reason,
                answered_in=step.answered_in,
                answered_on=held_on,
            )
        )
    return {agreement_id: tuple(steps) for agreement_id, steps in found.items()}
