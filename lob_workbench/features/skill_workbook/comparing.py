"""What a returned workbook is compared with, and what the comparison gathers. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.features.skill_workbook.layout import Field
from lob_workbench.features.skill_workbook.rules import DiffRow, Reason
from lob_workbench.skills.rules import ClaimDraft, Learner
from lob_workbench.skills.rules_goals import Goal


@dataclass(frozen=True, slots=True)
class Today:
    """How it stands in the werkbank: whom the actor keeps, agreements, what came back before."""

    file_id: UUID
    day: date
    skill_set: SkillSet
    learners: Mapping[UUID, Learner]
    goals: Mapping[UUID, Goal]


@dataclass(frozen=True, slots=True)
class GoalChange:
    """Cells of one agreement that say something else than they did."""

    goal: Goal
    field: Field
    texts: Mapping[Field, str]


@dataclass(slots=True)
class Compared:
    """Lines to show, and by their keys what taking them over would write."""

    rows: list[DiffRow] = field(default_factory=list)
    known: int = 0
    remarks: list[Reason] = field(default_factory=list)
    claims: dict[str, ClaimDraft] = field(default_factory=dict)
    new_goals: dict[str, Goal] = field(default_factory=dict)
    changes: dict[str, GoalChange] = field(default_factory=dict)

    def leave_out(self, claims: Collection[UUID]) -> None:
        """Pass over observations that came back before, under these ids."""
        known = {key for key, draft in self.claims.items() if draft.id in claims}
        self.rows = [row for row in self.rows if row.key not in known]
        self.claims = {key: draft for key, draft in self.claims.items() if key not in known}
        self.known += len(known)

    def add(self, other: "Compared") -> None:
        """Take what another sheet gave."""
        self.rows += other.rows
        self.known += other.known
        self.remarks += other.remarks
        self.claims |= other.claims
        self.new_goals |= other.new_goals
        self.changes |= other.changes


def day_words(day: date) -> str:
    """A day as it stands in a cell: *23-11-2026*."""
    return f"{day.day}-{day.month}-{day.year:04}"
