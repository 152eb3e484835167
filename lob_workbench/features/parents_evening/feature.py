"""Parents' evenings."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="parents_evening",
    label=QT_TRANSLATE_NOOP("nav", "Ouderavond"),
    icon="ph.users-three",
    right=Right.RECORD_TALKS,
    page="page:ParentsEveningPage",
    kinds=frozenset({"parents_evening", "appointment"}),
)
