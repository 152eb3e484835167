"""Proposing students who are new to a school, and the team leader's answer."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.arrivals import queries
from lob_workbench.features.arrivals.records import StudentArrival
from lob_workbench.features.arrivals.rules import Answered, ArrivalView, NewArrival
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.queries import visible_views
from lob_workbench.people.records import Student, Team
from lob_workbench.people.rules import PersonName, StudentView
from lob_workbench.storage.unit_of_work import UnitOfWork

NO_SUCH_TEAM = QT_TRANSLATE_NOOP("errors", "De school kent geen team ‘{team}’.")


@operation(Right.RECORD_TALKS)
def known_students(work: UnitOfWork) -> tuple[StudentView, ...]:
    """All that is known of the students whom the actor may see, to compare two databases."""
    return visible_views(work)


@operation(Right.RECORD_TALKS)
def proposed(work: UnitOfWork) -> tuple[ArrivalView, ...]:
    """The students that the actor proposed, with the answers so far."""
    return queries.list_arrivals(work, queries.own(work))


@operation(Right.RECORD_TALKS)
def team_names(work: UnitOfWork) -> frozenset[str]:
    """The teams that the school knows."""
    return frozenset(work.session.scalars(sa.select(Team.name)))


@operation(Right.RECORD_TALKS)
def propose(work: UnitOfWork, arrival: NewArrival, team: str) -> Changes:
    """Ask the leader of ``team`` to let this student in: name and number, nothing more.

    Raises ``InputRefused`` for a team that the school does not know.
    """
    team_id = work.session.scalar(sa.select(Team.id).where(Team.name == team))
    if team_id is None:
        raise InputRefused(NO_SUCH_TEAM, team=team)
    work.session.add(
        StudentArrival(
            id=arrival.id,
            number=arrival.number,
            first_name=arrival.name.first,
            infix=arrival.name.infix,
            last_name=arrival.name.last,
            team_id=team_id,
            proposed_by=work.actor.staff_id,
            proposed_at=work.clock.now(),
            answered_by=None,
            answered_at=None,
            accepted=None,
        )
    )
    return Changes.of("arrival", arrival.id)


@operation(Right.CONFIRM_STUDENTS)
def waiting(work: UnitOfWork) -> tuple[ArrivalView, ...]:
    """The students that wait for the actor's answer, by proposer."""
    return queries.list_arrivals(work, queries.to_answer(work))


@operation(Right.CONFIRM_STUDENTS)
def answer(work: UnitOfWork, arrival_ids: Sequence[UUID], accept: bool) -> Answered:
    """Say yes or no. A yes puts the student, name and number, in the proposer's caseload.

    A number that is in use elsewhere in the school leaves its student waiting (``taken``). Raises
    ``NotFound`` for one that is not the actor's to answer, or answered already.
    """
    criterion = sa.and_(StudentArrival.id.in_(arrival_ids), queries.to_answer(work))
    views = {view.id: view for view in queries.list_arrivals(work, criterion)}
    if set(views) != set(arrival_ids):
        raise NotFound
    done, taken = [], []
    for arrival_id, view in views.items():
        try:
            # Each by itself: one number that is taken holds up nobody else.
            with work.session.begin_nested():
                _answer(work, arrival_id, accept)
            done.append(view)
        except IntegrityError:
            taken.append(view)
    changes = Changes.of("arrival", *(view.id for view in done))
    if accept:
        changes |= Changes.of("student", *(view.id for view in done))
    return Answered(changes, tuple(done), tuple(taken))


def _answer(work: UnitOfWork, arrival_id: UUID, accept: bool) -> None:
    arrival = work.session.get_one(StudentArrival, arrival_id)
    arrival.answered_by = work.actor.staff_id
    arrival.answered_at = work.clock.now()
    arrival.accepted = accept
    # The guard of the school lets in who has a yes that stands there already.
    work.session.flush()
    if not accept:
        return
    student = Student(
        id=arrival.id,
        number=arrival.number,
        team_id=arrival.team_id,
        counsellor_id=arrival.proposed_by,
        updated_at=work.clock.now(),
    )
    rename(student, PersonName(arrival.first_name, arrival.infix, arrival.last_name))
    work.session.add(student)
    index_words(work, [student])
