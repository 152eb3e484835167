"""Reading student lists into the workbook."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="student_import",
    label=QT_TRANSLATE_NOOP("nav", "Lijst inlezen"),
    icon="ph.file-arrow-up",
    right=Right.IMPORT_STUDENTS,
    page="page:StudentImportPage",
)
