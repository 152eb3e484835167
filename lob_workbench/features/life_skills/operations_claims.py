"""Claims on life skills and what a second person says of them, several at once."""

from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.life_skills import claim_drafts as drafts
from lob_workbench.features.life_skills.evidence_files import LARGEST_BYTES, MOST_FILES
from lob_workbench.features.life_skills.rules_claims import (
    TypedClaim,
    claim_drafts,
    observer_at_desk,
)
from lob_workbench.skills import queries, queries_sets
from lob_workbench.skills.access import require_own
from lob_workbench.skills.rules import EvidenceFile, LearnerKind, VerdictDraft
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_SKILLS)
def begin_claim(work: UnitOfWork, learner_id: UUID, set_key: str, skill_id: str) -> TypedClaim:
    """What was begun on this skill of a learner and not written yet, or an empty claim.

    Raises ``NotFound`` for a learner that is not the actor's, and for a set that is not there.
    """
    require_own(work, learner_id)
    saved = load_draft(work, drafts.SCREEN, drafts.subject_of(learner_id, set_key, skill_id))
    if saved is not None:
        return drafts.from_json(saved.content)
    skill = queries_sets.get_set(work, set_key).skill(skill_id)
    found = (one.id for level in skill.levels for one in level.behaviours)
    return TypedClaim(
        learner_id,
        set_key,
        skill_id,
        tuple((behaviour, new_id()) for behaviour in found),
        day=work.clock.today(),
    )


@operation(Right.RECORD_SKILLS)
def keep_claim(work: UnitOfWork, typed: TypedClaim) -> datetime:
    """Keep what was typed so far, as typed; an empty one is forgotten."""
    require_own(work, typed.learner_id)
    if drafts.is_unwritten(typed):
        discard_draft(work, drafts.SCREEN, _subject(typed))
        return work.clock.now()
    return save_draft(work, drafts.SCREEN, _subject(typed), drafts.to_json(typed))


@operation(Right.RECORD_SKILLS)
def keep_file(work: UnitOfWork, learner_id: UUID, file: EvidenceFile) -> EvidenceFile:
    """Keep a file of a claim that is being typed; gives it back without its content."""
    require_own(work, learner_id)
    save_draft(work, drafts.FILES, file.id, drafts.file_to_json(file))
    return EvidenceFile(file.id, file.name, file.media_type)


@operation(Right.RECORD_SKILLS)
def drop_file(work: UnitOfWork, file_id: UUID) -> None:
    """Take a file out of a claim that is being typed."""
    discard_draft(work, drafts.FILES, file_id)


@operation(Right.RECORD_SKILLS)
def drop_claim(work: UnitOfWork, typed: TypedClaim) -> None:
    """Throw away what was typed, with its files."""
    discard_draft(work, drafts.SCREEN, _subject(typed))
    for file in typed.files:
        discard_draft(work, drafts.FILES, file.id)


@operation(Right.RECORD_SKILLS)
def claim(work: UnitOfWork, typed: TypedClaim) -> Changes:
    """Write down that behaviours were shown, all of them or none, and throw the draft away.

    Each is written once under its id. Raises what ``claim_drafts`` and ``write_claim`` raise.
    """
    require_own(work, typed.learner_id)
    learner = queries.get_learner(work, typed.learner_id)
    files = _files(work, typed)
    me = observer_at_desk(work.actor.roles, learner)
    skill_set = queries_sets.get_set(work, typed.set_key)
    changes = Changes()
    for draft in claim_drafts(typed, learner, me, files):
        changes |= write_claim(work, draft, skill_set)
    drop_claim(work, typed)
    return changes


@operation(Right.RECORD_SKILLS)
def judge(
    work: UnitOfWork, learner_id: UUID, kind: LearnerKind, verdicts: tuple[VerdictDraft, ...]
) -> Changes:
    """Add what a second person says of claims on one learner: of all of them or of none.

    Raises what ``write_verdict`` raises.
    """
    if kind is LearnerKind.STUDENT:
        open_dossier(work, learner_id)
    changes = Changes()
    for verdict in verdicts:
        changes |= write_verdict(work, verdict)
    return changes


@operation(Right.SEE_SKILLS)
def read_evidence(
    work: UnitOfWork, learner_id: UUID, kind: LearnerKind, file_id: UUID
) -> EvidenceFile:
    """One file beside a claim with its content; raises ``NotFound``."""
    if kind is LearnerKind.STUDENT:
        open_dossier(work, learner_id)
    return queries.read_file(work, file_id)


def _subject(typed: TypedClaim) -> UUID:
    return drafts.subject_of(typed.learner_id, typed.set_key, typed.skill_id)


def _files(work: UnitOfWork, typed: TypedClaim) -> tuple[EvidenceFile, ...]:
    found = []
    for file in typed.files[:MOST_FILES]:
        saved = load_draft(work, drafts.FILES, file.id)
        if saved is not None:
            found.append(drafts.file_from_json(file, saved.content))
    # Each of several claims has the files beside it.
    if sum(len(file.content) for file in found) * len(typed.chosen) > 2 * LARGEST_BYTES:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Deze bestanden zijn samen te groot voor zo veel gedrag tegelijk."
            )
        )
    return tuple(found)
