"""The school's own calendar of days without talks."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="holidays",
    label=QT_TRANSLATE_NOOP("nav", "Vakanties"),
    icon="ph.sun",
    right=Right.CHANGE_SETTINGS,
    page="page:HolidaysPage",
    example="example:fill",
)
