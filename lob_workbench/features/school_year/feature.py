"""A new school year: classes go on, and who is done leaves."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="school_year",
    label=QT_TRANSLATE_NOOP("nav", "Nieuw schooljaar"),
    icon="ph.graduation-cap",
    right=Right.IMPORT_STUDENTS,
    page="page:SchoolYearPage",
    under="settings",
)
