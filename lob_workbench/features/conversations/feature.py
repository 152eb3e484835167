"""Talks and agreements."""

from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FEATURE = Feature(
    name="conversations",
    label=QT_TRANSLATE_NOOP("nav", "Gesprekken"),
    icon="ph.chats-circle",
    right=Right.READ_TALKS,
    page="page:ConversationsPage",
    student_tab="page_agreements:StudentAgreements",
    tab_label=QT_TRANSLATE_NOOP("nav", "Afspraken"),
    story="overview:story",
    today="overview:today",
    facts="overview:facts",
    signals="overview:signals",
    example="example:fill",
    moves="moving:move",
    away="operations_away:compare_copies",
    kinds=frozenset({"conversation", "agreement", "preparation"}),
)
