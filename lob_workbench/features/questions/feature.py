"""The question bank, reached from where questions are chosen."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="questions",
    label=QT_TRANSLATE_NOOP("nav", "Vragenbank"),
    icon="ph.question",
    right=Right.OPEN_WORKBENCH,
    page="page:QuestionBankPage",
    in_navigation=False,
    example="example:fill",
)
