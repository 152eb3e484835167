"""What a student writes of their own life skills on a lent laptop.

The last three are what the lent view itself calls: a student sits at the desk, and gets no more
than what was typed in this very form.
"""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.claim_drafts import subject_of
from lob_workbench.features.life_skills.rules_lent import (
    LentDraft,
    LentSkills,
    Written,
    lent_claims,
    lent_skills,
)
from lob_workbench.skills import queries, queries_sets
from lob_workbench.skills.access import require_own
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.writing import write_claim
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork

SCREEN = "lent_skills"
"""Kept by student and set."""


@operation(Right.RECORD_SKILLS)
def lend_skills(work: UnitOfWork, student_id: UUID, set_key: str, first: str = "") -> LentSkills:
    """What the laptop will show this student: levels and behaviours, no evidence.

    Raises ``NotFound`` for who is no student of the actor's own.
    """
    require_own(work, student_id)
    learner = queries.get_learner(work, student_id)
    if learner.kind is not LearnerKind.STUDENT:
        raise NotFound
    found = queries.read_standings(work, set_key, [student_id]).get(student_id, {})
    return lent_skills(learner, queries_sets.get_set(work, set_key), dict(found), first)


@operation(Right.RECORD_SKILLS)
def begun_lent(work: UnitOfWork, student_id: UUID, set_key: str) -> LentDraft:
    """What this student typed so far and did not hand in."""
    require_own(work, student_id)
    saved = load_draft(work, SCREEN, _subject(student_id, set_key))
    written = () if saved is None else _from_json(saved.content)
    return LentDraft(student_id, set_key, written)


@operation(Right.RECORD_SKILLS)
def keep_lent(work: UnitOfWork, draft: LentDraft) -> datetime:
    """Keep what was typed so far, as typed; returns the moment."""
    require_own(work, draft.learner_id)
    subject = _subject(draft.learner_id, draft.set_key)
    return save_draft(work, SCREEN, subject, _to_json(draft))


@operation(Right.RECORD_SKILLS)
def hand_in_lent(work: UnitOfWork, draft: LentDraft) -> Changes:
    """Turn what was written into claims, each once under its id, and throw the draft away.

    Raises ``InputRefused`` where nothing was written, and what ``write_claim`` raises.
    """
    require_own(work, draft.learner_id)
    learner = queries.get_learner(work, draft.learner_id)
    skill_set = queries_sets.get_set(work, draft.set_key)
    changes = Changes()
    for claim in lent_claims(draft, learner, work.clock.today()):
        changes |= write_claim(work, claim, skill_set)
    discard_draft(work, SCREEN, _subject(draft.learner_id, draft.set_key))
    return changes


def _subject(student_id: UUID, set_key: str) -> UUID:
    return subject_of(student_id, set_key, "")


def _to_json(draft: LentDraft) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps([[one.behaviour_id, str(one.claim_id), one.text] for one in draft.filled])


def _from_json(text: str) -> tuple[Written, ...]:
    data: list[Any] = json.loads(text)
    return tuple(Written(behaviour, UUID(id_), words) for behaviour, id_, words in data)
