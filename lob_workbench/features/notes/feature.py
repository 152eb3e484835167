"""Notes of one line, and catching one from anywhere."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="notes",
    label=QT_TRANSLATE_NOOP("nav", "Notities"),
    icon="ph.note",
    right=Right.READ_TALKS,
    in_navigation=False,
    student_tab="page:StudentNotesTab",
    tab_label=QT_TRANSLATE_NOOP("nav", "Notities"),
    notices="overview:notices",
    story="overview:story",
    example="example:fill",
    moves="moving:move",
    capture="page_capture:CaptureCard",
    kinds=frozenset({"dossier_note"}),
)
