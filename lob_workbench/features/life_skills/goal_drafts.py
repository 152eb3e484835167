"""An agreement that is being filled in, exactly as typed: cleaning happens when it is written."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.skills.rules_goals import Goal, GoalStatus, SlotProgress
from lob_workbench.storage.base import new_id

SCREEN = "skill_goal"


@dataclass(frozen=True, slots=True)
class SlotTyped:
    """A period as typed: its days are still words."""

    starts: str = ""
    ends: str = ""
    plan: str = ""
    progress: SlotProgress = SlotProgress.PLANNED


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """An agreement as it stands in the form. ``version`` 0: a new one."""

    id: UUID
    set_key: str
    learner_id: UUID | None = None
    skill_id: str = ""
    level: int | None = None
    action: str = ""
    helper: str = ""
    slots: tuple[SlotTyped, ...] = field(default=(SlotTyped(),))
    status: GoalStatus = GoalStatus.OPEN
    version: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in that somebody would miss."""
        return not (
            self.action.strip()
            or self.helper.strip()
            or any(slot != SlotTyped() for slot in self.slots)
        )


def new_draft(set_key: str, learner_id: UUID | None = None, skill_id: str = "") -> GoalDraft:
    """An empty form."""
    return GoalDraft(new_id(), set_key, learner_id, skill_id)


def draft_of(goal: Goal) -> GoalDraft:
    """The form of an agreement that stands, to change it."""
    return GoalDraft(
        id=goal.id,
        set_key=goal.set_key,
        learner_id=goal.learner_id,
        skill_id=goal.skill_id,
        level=goal.level,
        action=goal.action,
        helper=goal.helper,
        slots=tuple(
            SlotTyped(_typed(slot.starts_on), _typed(slot.ends_on), slot.plan, slot.progress)
            for slot in goal.slots
        ),
        status=goal.status,
        version=goal.version,
    )


def to_json(draft: GoalDraft) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps(
        {
            "id": str(draft.id),
            "set": draft.set_key,
            "learner": None if draft.learner_id is None else str(draft.learner_id),
            "skill": draft.skill_id,
            "level": draft.level,
            "action": draft.action,
            "helper": draft.helper,
            "slots": [
                [slot.starts, slot.ends, slot.plan, slot.progress.value] for slot in draft.slots
            ],
            "status": draft.status.value,
            "version": draft.version,
        }
    )


def from_json(text: str) -> GoalDraft:
    """The draft that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    return GoalDraft(
        id=UUID(data["id"]),
        set_key=data["set"],
        learner_id=None if data["learner"] is None else UUID(data["learner"]),
        skill_id=data["skill"],
        level=data["level"],
        action=data["action"],
        helper=data["helper"],
        slots=tuple(
            SlotTyped(starts, ends, plan, SlotProgress(progress))
            for starts, ends, plan, progress in data["slots"]
        ),
        status=GoalStatus(data["status"]),
        version=data["version"],
    )


def copy_of(draft: GoalDraft) -> DraftCopy:
    """What the laptop of who writes keeps, encrypted, while the school cannot be reached."""
    return DraftCopy(SCREEN, draft.id, to_json(draft))


def _typed(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
