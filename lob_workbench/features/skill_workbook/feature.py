"""Life skills to Excel and back."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="skill_workbook",
    label=QT_TRANSLATE_NOOP("nav", "Life skills in Excel"),
    icon="ph.table",
    right=Right.SEE_SKILLS,
    page="page:SkillWorkbookPage",
    in_navigation=False,
    under="life_skills",
)
