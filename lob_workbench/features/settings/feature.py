"""The workbook itself and how the window behaves."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="settings",
    label=QT_TRANSLATE_NOOP("nav", "Instellingen"),
    icon="ph.gear-six",
    right=Right.OPEN_WORKBENCH,
    page="page:SettingsPage",
    today="overview:today",
)
