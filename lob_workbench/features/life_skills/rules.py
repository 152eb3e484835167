"""What the page of life skills shows: whose, in which set, along which route. Pure functions."""

from dataclasses import dataclass, field
from uuid import UUID

from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_sets import Route


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose life skills the views show, and which of them.

    ``kind`` is ``STUDENT`` or ``MEMBER``; ``wanted`` filters students; ``chosen`` is an own
    selection of people, empty for all; ``route`` is ``None`` for all skills of the set.
    """

    set_key: str
    kind: LearnerKind = LearnerKind.STUDENT
    wanted: StudentFilter = field(default_factory=StudentFilter)
    chosen: frozenset[UUID] = frozenset()
    route: Route | None = None
