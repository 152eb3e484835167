"""Sets of skills, routes and kwalificatiedossiers; reached from the life skills."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="skill_sets",
    label=QT_TRANSLATE_NOOP("nav", "Skills en routes"),
    icon="ph.stack",
    right=Right.OPEN_WORKBENCH,
    page="page:SkillSetsPage",
    in_navigation=False,
)
