"""*Life skills*: a level that grows, a workbook that goes out and comes back, and a badge."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Final

from lob_workbench import __version__
from lob_workbench.app import example_school
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import Session
from lob_workbench.app.tour.first_hour import make_room
from lob_workbench.app.tour.skills_badges import BADGES, Badge
from lob_workbench.app.tour.skills_steps import (
    AT_SCHOOL,
    PRINTED,
    WORKBOOK,
    Cast,
    LifeSkills,
    OtherGoal,
)
from lob_workbench.app.tour.skills_words import LEVEL, SKILL
from lob_workbench.app.tour.stage import Stage, application, take_down, write_json
from lob_workbench.app.tour.workbook_at_colleague import OURSELVES
from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.clock import Clock, FixedClock
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.queries import list_learners, read_claims, read_standings
from lob_workbench.skills.queries_goals import read_goals
from lob_workbench.skills.rules import BEHAVIOURS, LEVELS, ClaimState, Learner
from lob_workbench.skills.rules_goals import GoalStatus
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.unit_of_work import UnitOfWork

_CHEAP: Final = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
_NOBODY: Final = "In de voorbeeldschool is niemand twee gedragingen van dit niveau af."
_RARE: Final = "Ł"
"""A letter that a workbook, a picture and a paper have to carry."""
_LEFT: Final = 2


def play_life_skills(folder: Path) -> Iterator[str]:
    """Play the chapter in ``folder``, which is emptied first if it is of an earlier tour."""
    make_room(folder)
    began = monotonic()
    yield "Life skills: van een eerste gedraging tot een badge, en naar Excel en terug"
    clock = FixedClock(AT_SCHOOL)
    example_school.make(folder / WORKBOOK, clock, cost=_CHEAP)
    cast = _cast(folder / WORKBOOK, clock)
    yield f"  {monotonic() - began:5.1f} s  de voorbeeldschool, en daarin {cast.student}"
    application()
    with tempfile.TemporaryDirectory(prefix="lob-tour-") as settings:
        window = MainWindow(clock, RecentWorkbooks(Path(settings) / "recent.json"))
        window.begin()
        try:
            with Stage(window, folder / "screens").open() as stage:
                play = LifeSkills(stage, folder, clock, cast, Path(settings) / "office")
                badge = Badge(stage, folder, cast)
                for step, act in (*play.steps(), *badge.steps()):
                    with stage.step(step):
                        act()
                    yield f"  {stage.seconds[step]:5.1f} s  {step}"
                    if play.filled_by == OURSELVES and act == play.fill_in:
                        yield "           LibreOffice is hier niet: de tour vulde de vakken zelf in"
        finally:
            take_down(window)
    seconds = {**stage.seconds, "totaal": round(monotonic() - began, 2)}
    write_json(
        folder / "summary.json",
        {
            "chapter": folder.name,
            "version": __version__,
            "student": cast.student,
            "group": cast.group,
            "skill": play.skill.name,
            "filled_by": play.filled_by,
            "differences": play.differences,
            "verdicts": badge.verdicts,
            "files": sorted(
                file.relative_to(folder).as_posix()
                for pattern in ("*.pdf", "*.xlsx", f"{BADGES}/*", f"{PRINTED}/*", "screens/*.png")
                for file in folder.glob(pattern)
            ),
            "seconds": seconds,
        },
    )
    yield f"  {len(play.differences)} verschillen uit de werkmap"
    for name, words in badge.verdicts.items():
        yield f"  {name}: {words}"
    for name in (*LifeSkills.FILES, BADGES, "screens"):
        yield f"  {folder / name}"


def _cast(workbook: Path, clock: Clock) -> Cast:
    """An own student who is two behaviours away from the level, in a group where others agreed."""
    session = Session.open(workbook, passphrase=example_school.PASSPHRASE, clock=clock)
    try:
        with session.work() as work:
            learners = [one for one in list_learners(work, StudentFilter()) if one.own]
            others = _others(work, learners)
        found = []
        for learner in learners:
            with session.work() as work:
                fitting = _fitting(work, learner, others)
            if fitting is not None:
                found.append(fitting)
    finally:
        session.close(backup=False)
    if not found:
        raise WorkbenchError(_NOBODY)
    return max(found, key=lambda each: _RARE in each.student)


def _others(work: UnitOfWork, learners: Sequence[Learner]) -> list[tuple[Learner, OtherGoal]]:
    """Whose agreement can be changed to a higher level."""
    goals = read_goals(work, [one.id for one in learners], with_words=False)
    return [
        (learner, OtherGoal(learner.listed, goal.skill_id, goal.level))
        for learner in learners
        for goal in goals.get(learner.id, ())
        if goal.status is GoalStatus.OPEN and goal.level < LEVELS
    ]


def _fitting(
    work: UnitOfWork, learner: Learner, others: Sequence[tuple[Learner, OtherGoal]]
) -> Cast | None:
    skill_set = load_skill_set()
    standing = read_standings(work, skill_set.key, [learner.id]).get(learner.id, {}).get(SKILL)
    if standing is None or standing.level != LEVEL - 1:
        return None
    if standing.count(LEVEL) != BEHAVIOURS - _LEFT:
        return None
    left = [
        one
        for one in skill_set.skill(SKILL).level(LEVEL).behaviours
        if not standing.shows(LEVEL, one.number)
    ]
    ids = {one.id for one in left}
    if any(
        claim.behaviour_id in ids and claim.state is not ClaimState.WITHDRAWN
        for claim in read_claims(work, learner.id, skill_set.key)
    ):
        return None
    near = [goal for one, goal in others if one.group == learner.group and one.id != learner.id]
    if not near:
        return None
    seen, last = left
    return Cast(learner.id, learner.name, learner.listed, learner.group, seen, last, near[0])
