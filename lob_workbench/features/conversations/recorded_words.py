"""Whether a draft was recorded in these very words."""

from dataclasses import replace

from lob_workbench.domain.errors import StaleSave
from lob_workbench.features.conversations.comparison import draft_of
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries
from lob_workbench.talks import writing_returning as returning
from lob_workbench.talks.rules import ConversationDraft, checked
from lob_workbench.talks.rules_agreements import days_of


def require_same(work: UnitOfWork, draft: ConversationDraft) -> None:
    """Raise ``StaleSave`` unless the draft stands in its record: answering *recorded* loses words.

    Two desks of one person share a draft and its id, and each may go on writing in it.
    """
    open_dossier(work, draft.student_id)
    view = queries.get_conversation(work, draft.id)
    # Not the answers: a day that was still to come when they were given may have passed.
    ready = checked(replace(draft, answers=()), work.clock.today())
    wanted = replace(ready, agreements=(), response=None, corrects=None)
    stands = replace(draft_of(view, draft.id), reason=view.reason)
    agreed = {(agreement.what, agreement.owner, agreement.due_on) for agreement in ready.agreements}
    agreed_there = {
        (known.what, known.owner, due_on)
        for known in view.agreements
        for due_on in days_of(known.due_on, known.steps)
    }
    if (
        wanted != replace(stands, agreements=(), corrects=None)
        or len(agreed) != len(view.agreements)
        or not agreed <= agreed_there
        or (ready.response is not None and view.response is None)
        or not returning.were_given(work, draft)
    ):
        raise StaleSave
