"""How a student is enrolled through the years: another class or mentor, leaving, coming back."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="enrolment",
    label=QT_TRANSLATE_NOOP("nav", "Inschrijving"),
    icon="ph.identification-card",
    right=Right.READ_STUDENTS,
    student_tab="page:EnrolmentTab",
    tab_label=QT_TRANSLATE_NOOP("nav", "&Inschrijving"),
    story="overview:story",
    notices="overview:notices",
    example="example:fill",
    kinds=frozenset({"student"}),
)
