"""Who may read a dossier, and who did."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="access",
    label=QT_TRANSLATE_NOOP("nav", "Inzage"),
    icon="ph.eye",
    right=Right.READ_TALKS,
    in_navigation=False,
    student_tab="page:StudentAccess",
    tab_label=QT_TRANSLATE_NOOP("nav", "Inzage"),
    today="overview:today",
    kinds=frozenset({"access_grant", "mentor"}),
)
