"""Badges: what a reached level becomes, and judging any badge."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="badges",
    label=QT_TRANSLATE_NOOP("nav", "Badges"),
    icon="ph.medal",
    # Everybody: who does intakes judges a badge that a new student brings.
    right=Right.OPEN_WORKBENCH,
    page="page:BadgesPage",
    # From the life skills; in the navigation for who has none.
    under="life_skills",
    student_tab="page_student:StudentBadgesTab",
    tab_label=QT_TRANSLATE_NOOP("nav", "Badges"),
    tab_shown="overview:tab_shown",
    story="overview:story",
    example="example:fill",
    moves="moving:move",
    kinds=frozenset({"issued_badge"}),
)
