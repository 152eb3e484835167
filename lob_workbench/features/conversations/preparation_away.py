"""Copies on this laptop of what a student typed while it was lent and the line was gone."""

from collections.abc import Sequence

from lob_workbench.domain.contributions import Target
from lob_workbench.domain.draft_copy import AwayFindings, AwayOffer, KeptCopy
from lob_workbench.domain.errors import NotFound
from lob_workbench.features.conversations import preparation_drafts as drafts
from lob_workbench.people.queries import get_student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.drafts import load_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_preparations
from lob_workbench.talks.rules_preparations import PreparationDraft, is_unwritten


def compare_begun(work: UnitOfWork, copies: Sequence[KeptCopy]) -> AwayFindings:
    """Which of these the school has, and which a student still has to hand in.

    The offer leads to *Voorbereiden*, where the laptop is lent once more: the words are the
    student's, so nobody else takes them over.
    """
    offers: list[AwayOffer] = []
    known: list[KeptCopy] = []
    for kept in copies:
        if kept.copy.screen != drafts.SCREEN:
            continue
        draft = drafts.from_json(kept.copy.content)
        try:
            queries.require_own(work, draft.student_id)
        except NotFound:
            continue
        if is_unwritten(draft) or _stands_there(work, draft):
            known.append(kept)
        else:
            name = get_student(work, draft.student_id).name.full
            offers.append(
                AwayOffer(kept, name, Target("conversations", draft.student_id, "prepare"))
            )
    return AwayFindings(tuple(offers), tuple(known))


def _stands_there(work: UnitOfWork, draft: PreparationDraft) -> bool:
    """Whether the school has these very words, begun or handed in."""
    saved = load_draft(work, drafts.SCREEN, draft.student_id)
    if saved is not None and drafts.from_json(saved.content).answers == draft.answers:
        return True
    if not queries_preparations.prepared_students(work, [draft.student_id]):
        return False
    open_dossier(work, draft.student_id)
    written = {one.answer.strip() for one in draft.answers}
    return any(
        handed_in.id == draft.id and written <= {"", *(one.answer for one in handed_in.answers)}
        for handed_in in queries_preparations.list_preparations(work, draft.student_id)
    )
