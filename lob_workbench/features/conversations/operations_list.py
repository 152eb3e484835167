"""The list of all recorded talks, a page at a time."""

from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_talk_list
from lob_workbench.talks.rules_talk_list import TalkCounts, TalkPage, TalkPlace, TalksWanted

FIRST_PAGE = 100
NEXT_PAGE = 300


@operation(Right.READ_TALKS)
def list_talks(
    work: UnitOfWork,
    wanted: TalksWanted,
    after: TalkPlace | None = None,
    limit: int = FIRST_PAGE,
) -> TalkPage:
    """The newest version of talks of the readable students, without their words."""
    return queries_talk_list.talk_page(work, wanted, after, limit)


@operation(Right.READ_TALKS)
def count_talks(work: UnitOfWork) -> TalkCounts:
    """How many talks there are of each kind."""
    return queries_talk_list.count_talks(work)
