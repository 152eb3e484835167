"""What others may know of restricted notes: the counsellor, that they exist; nobody else a thing.

There is no story, no facts and no search of them, so that no list can tell of them.
"""

from uuid import UUID

from lob_workbench.domain.contributions import Notice, Tone
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.confidential import queries
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_TALKS)
def notices(work: UnitOfWork, student_id: UUID) -> tuple[Notice, ...]:
    """For the counsellor of the student: that there is a restricted note. No count, day, author."""
    if not queries.is_marked_own(work, student_id):
        return ()
    words = QT_TRANSLATE_NOOP("notices", "vertrouwelijke notitie van de tweede lijn")
    return (Notice(words, "ph.lock-key", Tone.CALM),)


@operation(Right.READ_CONFIDENTIAL)
def is_cared_for(work: UnitOfWork, student_id: UUID) -> bool:
    """Whether the tab is there: the student has an active referral to this second line."""
    return queries.is_cared_for(work, student_id)
