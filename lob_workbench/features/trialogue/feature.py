"""The trialogue; reached from a talk."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="trialogue",
    label=QT_TRANSLATE_NOOP("nav", "Trialoog"),
    icon="ph.users-three",
    right=Right.RECORD_TALKS,
    page="page:TrialoguePage",
    in_navigation=False,
    story="overview:story",
    today="overview:today",
    example="example:fill",
    moves="moving:move",
    away="operations_away:compare_copies",
    kinds=frozenset({"voice"}),
)
