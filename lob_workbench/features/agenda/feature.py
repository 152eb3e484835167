"""The agenda."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="agenda",
    label=QT_TRANSLATE_NOOP("nav", "Agenda"),
    icon="ph.calendar-blank",
    right=Right.RECORD_TALKS,
    page="page:AgendaPage",
    example="example:fill",
    moves="moving:move",
    kinds=frozenset({"appointment", "room"}),
)
