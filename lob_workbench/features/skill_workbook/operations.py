"""What goes into a workbook, what a returned one would change, and taking that over."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.comparing import Compared, Today
from lob_workbench.features.skill_workbook.comparison import compare
from lob_workbench.features.skill_workbook.comparison_goals import changed
from lob_workbench.features.skill_workbook.naming import labelled
from lob_workbench.features.skill_workbook.queries import existing_claims, the_school
from lob_workbench.features.skill_workbook.returned import ReturnedWorkbook
from lob_workbench.features.skill_workbook.rules import (
    COLLECTED,
    MOST_TO_FILL_IN,
    STEPS,
    Choice,
    Comparison,
    GoalRow,
    LearnerRow,
    Person,
    Start,
    TakenOver,
    WorkbookData,
)
from lob_workbench.features.skill_workbook.secret import Secret, read_secret
from lob_workbench.people.queries import filter_choices
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.queries import list_learners, list_members, list_teams, read_standings
from lob_workbench.skills.queries_goals import read_goals
from lob_workbench.skills.queries_sets import get_set, list_routes, list_sets
from lob_workbench.skills.rules import NOTHING, Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus
from lob_workbench.skills.writing import write_claim
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.audit import open_lists
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

OTHER_SET = QT_TRANSLATE_NOOP(
    "errors",
    "Deze werkmap hoort bij een andere set life skills, of bij een andere versie ervan. Maak een "
    "nieuwe werkmap en vul die in.",
)
NOBODY_CHOSEN = QT_TRANSLATE_NOOP(
    "errors", "Er is niemand om in de werkmap te zetten. Kies anderen."
)
MOVED_ON = QT_TRANSLATE_NOOP(
    "errors",
    "Intussen is er in de werkbank iets veranderd. Er is nog niets overgenomen: kijk de lijst nog "
    "een keer na.",
)


@operation(Right.SEE_SKILLS)
def start_workbook(work: UnitOfWork) -> Start:
    """What the person can choose from."""
    members = list_members(work)
    return Start(
        list_sets(work),
        list_routes(work),
        filter_choices(work),
        members,
        work.actor.may(Right.RECORD_SKILLS),
    )


@operation(Right.SEE_SKILLS)
def collect_workbook(
    work: UnitOfWork, choice: Choice, progress: Progress | None = None
) -> WorkbookData:
    """All that goes into the workbook; words only of whom the actor keeps.

    Raises ``InputRefused`` where nobody is chosen, ``Stopped`` where it was stopped.
    """
    fills = choice.goals and work.actor.may(Right.RECORD_SKILLS)
    if fills:
        open_lists(work)
    skill_set = get_set(work, choice.set_key)
    learners = _chosen(work, choice)
    if not learners:
        raise InputRefused(NOBODY_CHOSEN)
    _tell(progress, 0.2)
    skills = tuple(
        skill for skill in skill_set.skills if not choice.skills or skill.id in choice.skills
    )
    everybody = len(learners) > MOST_TO_FILL_IN and not choice.chosen
    ids = None if everybody else [one.id for one in learners]
    standings = read_standings(work, choice.set_key, ids)
    _tell(progress, 0.8)
    labels = labelled(learners)
    rows = []
    for person in labels:
        of_one = standings.get(person.learner.id, {})
        reached = [of_one.get(skill.id, NOTHING) for skill in skills]
        rows.append(
            LearnerRow(
                person.learner,
                person.label,
                tuple(one.level for one in reached),
                tuple(one.asks for one in reached),
            )
        )
    people = _people(work, choice, labels) if len(rows) <= MOST_TO_FILL_IN else ()
    goals = _goals(work, choice, people) if fills else ()
    _tell(progress, 1.0)
    school = the_school(work)
    return WorkbookData(
        file_id=new_id(),
        school=school.name,
        school_id=school.id,
        made_by=work.actor.name,
        made_at=work.clock.now(),
        made_on=work.clock.today(),
        whom=_whom(choice),
        kind=choice.kind,
        skill_set=skill_set,
        skills=skills,
        rows=tuple(rows),
        people=people,
        goals=goals,
        with_observations=choice.observations,
        with_goals=choice.goals,
    )


@operation(Right.RECORD_SKILLS)
def compare_workbook(work: UnitOfWork, returned: ReturnedWorkbook) -> Comparison:
    """What a returned workbook says otherwise; writes nothing.

    Raises ``InputRefused`` for one that can bring nothing back here.
    """
    secret, _, compared = _compare(work, returned)
    return Comparison(
        returned.file_name,
        secret.made_by,
        secret.made_at,
        tuple(compared.rows),
        compared.known,
        tuple(compared.remarks),
    )


@operation(Right.RECORD_SKILLS)
def take_over(work: UnitOfWork, returned: ReturnedWorkbook, keys: frozenset[str]) -> TakenOver:
    """Write the lines of these keys, all or none; compared afresh, so the same again writes none.

    Raises ``InputRefused`` where one of them cannot be taken over any more.
    """
    _, today, compared = _compare(work, returned)
    if not keys <= {row.key for row in compared.rows if row.refused is None}:
        raise InputRefused(MOVED_ON)
    changes = Changes()
    claims = [draft for key, draft in compared.claims.items() if key in keys]
    for draft in claims:
        changes |= write_claim(work, draft, today.skill_set)
    goals = [goal for key, goal in compared.new_goals.items() if key in keys]
    goals += _changed_goals(compared, keys, today)
    for goal in goals:
        changes |= write_goal(work, goal, today.learners[goal.learner_id], today.skill_set)
    return TakenOver(len(claims), len(goals), changes)


def _changed_goals(compared: Compared, keys: frozenset[str], today: Today) -> list[Goal]:
    by_goal = defaultdict(list)
    for key, change in compared.changes.items():
        if key in keys:
            by_goal[change.goal.id].append(change)
    return [changed(parts[0].goal, parts, today) for parts in by_goal.values()]


def _compare(work: UnitOfWork, returned: ReturnedWorkbook) -> tuple[Secret, Today, Compared]:
    open_lists(work)
    secret = read_secret(returned.secret, the_school(work).id)
    today = _today(work, secret)
    compared = compare(returned, secret, today)
    compared.leave_out(existing_claims(work, [one.id for one in compared.claims.values()]))
    return secret, today, compared


def _today(work: UnitOfWork, secret: Secret) -> Today:
    skill_set = _set_of(work, secret.set_key)
    named = {*secret.people.values()}
    learners = {one.id: one for one in _own(work) if one.id in named}
    goals = read_goals(work, learners) if learners else {}
    return Today(
        secret.file_id,
        work.clock.today(),
        skill_set,
        learners,
        {goal.id: goal for found in goals.values() for goal in found},
    )


def _set_of(work: UnitOfWork, key: str) -> SkillSet:
    """The set of a workbook, in force: what was retired meanwhile takes no new words."""
    for one in list_sets(work):
        if one.key == key:
            return one
    raise InputRefused(OTHER_SET)


def _own(work: UnitOfWork) -> Iterable[Learner]:
    everybody = (*list_learners(work, StudentFilter()), *list_members(work), *list_teams(work))
    return (one for one in everybody if one.own)


def _chosen(work: UnitOfWork, choice: Choice) -> Sequence[Learner]:
    if choice.kind is LearnerKind.STUDENT:
        found = list_learners(work, choice.wanted)
    elif choice.kind is LearnerKind.MEMBER:
        found = list_members(work)
    else:
        raise NotFound
    return [one for one in found if not choice.chosen or one.id in choice.chosen]


def _people(work: UnitOfWork, choice: Choice, labels: Sequence[Person]) -> tuple[Person, ...]:
    """Whom the actor keeps, and among members of staff their teams as a whole."""
    own = tuple(person for person in labels if person.learner.own)
    if choice.kind is LearnerKind.STUDENT:
        return own
    taken = {person.label for person in own}
    teams = labelled([team for team in list_teams(work) if team.own])
    # A person may be called like a team; the person's name stands in the matrix already.
    return (*own, *(team for team in teams if team.label not in taken))


def _goals(work: UnitOfWork, choice: Choice, people: Sequence[Person]) -> tuple[GoalRow, ...]:
    """The agreements that run, in the order of the people, the oldest first."""
    by_id = {person.learner.id: person for person in people}
    found = read_goals(work, by_id) if by_id else {}
    return tuple(
        GoalRow(goal, person)
        for id_, person in by_id.items()
        for goal in reversed(found.get(id_, ()))
        if goal.status is GoalStatus.OPEN and goal.set_key == choice.set_key
    )


def _whom(choice: Choice) -> str:
    """In the words of the workbook, which is Dutch whatever the window speaks."""
    if choice.kind is LearnerKind.MEMBER:
        return "Medewerkers"
    parts = [
        choice.wanted.group and f"groep {choice.wanted.group}",
        choice.wanted.team and f"team {choice.wanted.team}",
        choice.wanted.programme,
    ]
    named = ", ".join(filter(None, parts))
    return f"Studenten van {named}" if named else "Studenten"


def _tell(progress: Progress | None, part: float) -> None:
    if progress is not None:
        progress.tell(round(part * COLLECTED), STEPS)
