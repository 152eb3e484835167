"""Agreements on life skills: a goal level, and slots of time in which to get there.

Of one person or of a team as a whole. Pure functions.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills.rules import LEVELS, Learner
from lob_workbench.skills.rules_evidence import check_day

MOST_SLOTS = 12


class SlotProgress(StrEnum):
    """How far one slot of time came."""

    PLANNED = "planned"
    GOING = "going"
    DONE = "done"
    STUCK = "stuck"


PROGRESS_LABELS: dict[SlotProgress, str] = {
    SlotProgress.PLANNED: QT_TRANSLATE_NOOP("skills", "gepland"),
    SlotProgress.GOING: QT_TRANSLATE_NOOP("skills", "bezig"),
    SlotProgress.DONE: QT_TRANSLATE_NOOP("skills", "gelukt"),
    SlotProgress.STUCK: QT_TRANSLATE_NOOP("skills", "loopt vast"),
}


class GoalStatus(StrEnum):
    """Whether an agreement still runs."""

    OPEN = "open"
    REACHED = "reached"
    STOPPED = "stopped"


STATUS_LABELS: dict[GoalStatus, str] = {
    GoalStatus.OPEN: QT_TRANSLATE_NOOP("skills", "loopt"),
    GoalStatus.REACHED: QT_TRANSLATE_NOOP("skills", "gehaald"),
    GoalStatus.STOPPED: QT_TRANSLATE_NOOP("skills", "gestopt"),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A period within an agreement; both days belong to it. ``plan`` is what happens in it."""

    number: int
    starts_on: date
    ends_on: date
    progress: SlotProgress = SlotProgress.PLANNED
    plan: str = ""

    def is_late(self, today: date) -> bool:
        """Whether its time is over and it is not done."""
        return self.ends_on < today and self.progress is not SlotProgress.DONE


@dataclass(frozen=True, slots=True)
class Goal:
    """An agreement on one skill of a learner. ``version`` is 0 for one not written yet."""

    id: UUID
    learner_id: UUID
    set_key: str
    skill_id: str
    level: int
    made_on: date
    status: GoalStatus = GoalStatus.OPEN
    action: str = ""
    helper: str = ""
    slots: tuple[Slot, ...] = field(default=())
    version: int = 0

    def is_late(self, today: date) -> bool:
        """Whether it still runs and one of its slots is over and not done."""
        return self.status is GoalStatus.OPEN and any(slot.is_late(today) for slot in self.slots)

    @property
    def ends_on(self) -> date | None:
        """The last day of its last slot."""
        return max((slot.ends_on for slot in self.slots), default=None)


@dataclass(frozen=True, slots=True)
class LearnerGoals:
    """The agreements of one learner, newest first; ``own`` as in ``Learner``."""

    learner: Learner
    goals: tuple[Goal, ...]


def checked_goal(goal: Goal) -> Goal:
    """The agreement as it may be stored, its slots in order of time and numbered from 1.

    Raises ``InputRefused`` with the reason.
    """
    check_day(goal.made_on)
    action = clean_text(goal.action).strip()
    if not action:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf op wat er gaat gebeuren."))
    if not 0 <= goal.level <= LEVELS:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Een doel is een niveau van 0 tot en met 4.")
        )
    if not goal.slots:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies een periode waarin dit gebeurt."))
    if len(goal.slots) > MOST_SLOTS:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Er passen {limit} periodes in een afspraak."),
            limit=MOST_SLOTS,
        )
    slots = sorted(goal.slots, key=lambda slot: (slot.starts_on, slot.ends_on, slot.number))
    for slot in slots:
        check_day(slot.starts_on)
        check_day(slot.ends_on)
        if slot.ends_on < slot.starts_on:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "Een periode eindigt niet voor ze begint.")
            )
    for before, after in pairwise(slots):
        if after.starts_on <= before.ends_on:
            raise InputRefused(QT_TRANSLATE_NOOP("errors", "Twee periodes lopen door elkaar."))
    numbered = tuple(
        replace(slot, number=number, plan=clean_text(slot.plan).strip())
        for number, slot in enumerate(slots, 1)
    )
    return replace(goal, action=action, helper=clean_line(goal.helper), slots=numbered)
