"""Handing a student over to another counsellor."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="handover",
    label=QT_TRANSLATE_NOOP("nav", "Overdracht"),
    icon="ph.arrows-left-right",
    right=Right.RECORD_TALKS,
    page="page:HandoverPage",
    today="overview:today",
    notices="overview:notices",
    kinds=frozenset({"handover"}),
)
