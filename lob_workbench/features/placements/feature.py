"""The company where a student learns, and home."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="placements",
    label=QT_TRANSLATE_NOOP("nav", "Stage en thuis"),
    icon="ph.briefcase",
    right=Right.READ_TALKS,
    in_navigation=False,
    student_tab="page:StudentSurroundings",
    tab_label=QT_TRANSLATE_NOOP("nav", "Stage en thuis"),
    story="overview:story",
    example="example:fill",
    moves="moving:move",
    kinds=frozenset({"placement", "guardian"}),
)
