"""Students who come along with a workbook, and the team leader's answer."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="arrivals",
    label=QT_TRANSLATE_NOOP("nav", "Nieuwe studenten"),
    icon="ph.user-plus",
    right=Right.CONFIRM_STUDENTS,
    page="page:ArrivalsPage",
    today="overview:today",
    kinds=frozenset({"arrival"}),
)
