"""Which students of a workbook stand at the school, and asking for those who do not."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.arrivals import operations
from lob_workbench.features.arrivals.rules import Answer, ArrivalView, NewArrival
from lob_workbench.people.rules import StudentView
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_OTHER_NAME = QT_TRANSLATE_NOOP(
    "moving",
    "Nummer {number} heeft op school een andere naam. Misschien is het iemand anders: "
    "er is niets van deze student meegenomen.",
)
_FACTS_DIFFER = QT_TRANSLATE_NOOP(
    "moving", "Dit staat op school anders en is daar zo gebleven: {facts}."
)
_NOT_YOURS = QT_TRANSLATE_NOOP(
    "moving", "Nummer {number} is op school niet jouw student. Vraag het de beheerder."
)
_ASKED = QT_TRANSLATE_NOOP(
    "moving", "Voor nummer {number} is toestemming gevraagd aan de teamleider van {team}."
)
_STILL_WAITING = QT_TRANSLATE_NOOP(
    "moving", "De teamleider van {team} heeft nog niet geantwoord over nummer {number}."
)
_DECLINED = QT_TRANSLATE_NOOP(
    "moving", "De teamleider van {team} heeft nummer {number} niet toegelaten."
)
_GONE = QT_TRANSLATE_NOOP(
    "moving",
    "De teamleider liet nummer {number} toe, maar op school is het nu niet jouw student.",
)
_NO_TEAM = QT_TRANSLATE_NOOP(
    "moving",
    "Nummer {number} staat niet op school en heeft geen team. Kies er een voor deze studenten.",
)
_OTHER_TEAM = QT_TRANSLATE_NOOP(
    "moving",
    "Nummer {number} staat niet op school, en de school kent geen team ‘{team}’. "
    "Kies een ander team voor deze studenten.",
)
_ASKED_BY_ANOTHER = QT_TRANSLATE_NOOP(
    "moving", "Voor nummer {number} heeft iemand anders al toestemming gevraagd."
)

_FACTS: tuple[tuple[str, str], ...] = (
    ("birth_date", QT_TRANSLATE_NOOP("moving", "geboortedatum")),
    ("gender", QT_TRANSLATE_NOOP("moving", "geslacht")),
    ("email", QT_TRANSLATE_NOOP("moving", "e-mail")),
    ("group", QT_TRANSLATE_NOOP("moving", "groep")),
    ("programme", QT_TRANSLATE_NOOP("moving", "opleiding")),
    ("team", QT_TRANSLATE_NOOP("moving", "team")),
    ("learning_route", QT_TRANSLATE_NOOP("moving", "leerweg")),
    ("study_year", QT_TRANSLATE_NOOP("moving", "leerjaar")),
    ("start_date", QT_TRANSLATE_NOOP("moving", "startdatum")),
    ("expected_end_date", QT_TRANSLATE_NOOP("moving", "verwachte einddatum")),
)


@dataclass(frozen=True, slots=True)
class Introduced:
    """Who stands in both, and what is told of all students of the workbook."""

    students: tuple[MovingStudent, ...]
    report: MoveReport


def introduce(here: WorkFactory, there: WorkFactory, team: str = "") -> Introduced:
    """Match the workbook's own students with the school's; propose those it does not know.

    Students whose team the school does not know are proposed to ``team``. Raises ``InputRefused``
    when the school does not know that one either.
    """
    with here() as work:
        me = work.actor.staff_id
        ours = [view for view in operations.known_students(work) if view.counsellor_id == me]
    with there() as work:
        school = _School(
            work.actor.staff_id,
            {view.number: view for view in operations.known_students(work)},
            {view.id: view for view in operations.proposed(work)},
            operations.team_names(work),
        )
    if team and team not in school.teams:
        raise InputRefused(operations.NO_SUCH_TEAM, team=team)
    students: list[MovingStudent] = []
    reports: list[MoveReport] = []
    for view in ours:
        known = school.students.get(view.number)
        if known is None:
            reports.append(_ask(there, view, school, team))
            continue
        report = _met(view, known, school.me)
        reports.append(report)
        if report.count(Outcome.EXISTED):
            students.append(MovingStudent(view.id, known.id, view.name.full))
    return Introduced(tuple(students), MoveReport.together(reports))


@dataclass(frozen=True, slots=True)
class _School:
    me: UUID
    students: Mapping[str, StudentView]
    arrivals: Mapping[UUID, ArrivalView]
    teams: frozenset[str]


def _met(view: StudentView, known: StudentView, me: UUID) -> MoveReport:
    """A number that stands at the school: the same person, and the actor's own?"""
    name, number = view.name.full, view.number
    if fold(view.name.full) != fold(known.name.full):
        report = MoveReport.of(MovedKind.STUDENT, Outcome.DIFFERS)
        return report.noting(Outcome.DIFFERS, name, _OTHER_NAME, number=number)
    if known.counsellor_id != me:
        report = MoveReport.of(MovedKind.STUDENT, Outcome.STAYED)
        return report.noting(Outcome.STAYED, name, _NOT_YOURS, number=number)
    report = MoveReport.of(MovedKind.STUDENT, Outcome.EXISTED)
    other = [
        words
        for field, words in _FACTS
        # What the school does not know is no difference: it comes with the school's own list.
        if getattr(known, field) not in (None, "")
        and getattr(view, field) not in (None, "")
        and getattr(view, field) != getattr(known, field)
    ]
    if other:
        report = report.noting(Outcome.DIFFERS, name, _FACTS_DIFFER, facts=", ".join(other))
    return report


def _ask(there: WorkFactory, view: StudentView, school: _School, team: str) -> MoveReport:
    """A number that the actor does not see at the school."""
    name, number = view.name.full, view.number
    waits = MoveReport.of(MovedKind.STUDENT, Outcome.WAITS)
    stayed = MoveReport.of(MovedKind.STUDENT, Outcome.STAYED)
    asked = school.arrivals.get(view.id)
    if asked is not None:
        values = {"number": number, "team": asked.team}
        if asked.answer is Answer.WAITING:
            return waits.noting(Outcome.WAITS, name, _STILL_WAITING, **values)
        words = _DECLINED if asked.answer is Answer.DECLINED else _GONE
        return stayed.noting(Outcome.STAYED, name, words, **values)
    wanted = view.team if view.team in school.teams else team
    if not wanted:
        words = _OTHER_TEAM if view.team else _NO_TEAM
        return stayed.noting(Outcome.STAYED, name, words, number=number, team=view.team)
    try:
        with there() as work:
            operations.propose(work, NewArrival(view.id, number, view.name), wanted)
    except IntegrityError:
        # Under the same id: a copy of this workbook at another desk.
        return stayed.noting(Outcome.STAYED, name, _ASKED_BY_ANOTHER, number=number)
    return waits.noting(Outcome.WAITS, name, _ASKED, number=number, team=wanted)
