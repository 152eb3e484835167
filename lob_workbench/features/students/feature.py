"""The list of students and the page of one student."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="students",
    label=QT_TRANSLATE_NOOP("nav", "Studenten"),
    icon="ph.student",
    right=Right.READ_STUDENTS,
    page="page:StudentsPage",
    story="operations:story",
    today="overview:today",
    signals="overview:signals",
    kinds=frozenset({"student", "mentor"}),
)
