"""The day at a glance."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="today",
    label=QT_TRANSLATE_NOOP("nav", "Vandaag"),
    icon="ph.sun-horizon",
    right=Right.OPEN_WORKBENCH,
    page="page:TodayPage",
)
