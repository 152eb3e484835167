"""Restricted notes of the second line."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="confidential",
    label=QT_TRANSLATE_NOOP("nav", "Vertrouwelijk"),
    icon="ph.lock-key",
    right=Right.READ_CONFIDENTIAL,
    in_navigation=False,
    student_tab="page:ConfidentialNotes",
    tab_label=QT_TRANSLATE_NOOP("nav", "Vertrouwelijk"),
    tab_shown="overview:is_cared_for",
    away="operations:compare_copies",
    notices="overview:notices",
    kinds=frozenset({"confidential_note"}),
)
