"""Planning by norm."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="planning",
    label=QT_TRANSLATE_NOOP("nav", "Planning"),
    icon="ph.calendar-check",
    right=Right.SEE_PLANNING,
    page="page:PlanningPage",
    today="overview:today",
    signals="overview:signals",
    example="example:fill",
    kinds=frozenset({"conversation", "appointment", "norm"}),
)
