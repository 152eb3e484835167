"""Life skills: one page for the matrix, agreements and growth, and a tab of a student."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="life_skills",
    label=QT_TRANSLATE_NOOP("nav", "Life skills"),
    icon="ph.leaf",
    right=Right.SEE_SKILLS,
    page="page:SkillsPage",
    student_tab="page_student:StudentSkillsTab",
    tab_label=QT_TRANSLATE_NOOP("nav", "Life skills"),
    notices="overview_claims:notices",
    story="overview:story",
    today="overview:today",
    example="example:fill",
    moves="moving:move",
    away="operations_goals_away:compare_copies",
    kinds=frozenset({"skill_claim", "skill_goal"}),
)
