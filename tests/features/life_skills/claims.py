"""Claims on life skills in the set that ships, for tests of more than one file."""

from datetime import date
from uuid import UUID

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.life_skills import operations_claims
from lob_workbench.features.life_skills.rules_claims import FileName, TypedClaim, Who
from lob_workbench.features.life_skills.rules_lent import LentDraft, Written
from lob_workbench.skills import queries
from lob_workbench.skills.rules import (
    EvidenceFile,
    LearnerKind,
    Observer,
    Verdict,
    VerdictDraft,
)
from lob_workbench.skills.rules_sets import Route
from lob_workbench.skills.writing_sets import write_route
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.helpers.stores import MONDAY, Store

OUR_KEY = load_skill_set().key
SKILL = "listening"
TODAY = MONDAY.date()
FRIDAY = date(2026, 11, 20)
SECRET = "ZZGEHEIM"


def a_typed_claim(
    learner: UUID, *numbers: int, who: Who = Who.LEARNER, level: int = 1
) -> TypedClaim:
    """A claim on behaviours of *Luisteren*, as typed on Friday."""
    skill = load_skill_set().skill(SKILL)
    every = [one.id for each in skill.levels for one in each.behaviours]
    chosen = tuple(f"{SKILL}-{level}-{number}" for number in numbers or (1,))
    ids = tuple((one, new_id()) for one in every)
    return TypedClaim(
        learner, OUR_KEY, SKILL, ids, chosen, who, name="", day=FRIDAY, evidence=SECRET
    )


def a_verdict(claim: UUID, verdict: Verdict = Verdict.CONFIRMED, note: str = "") -> VerdictDraft:
    """What the owner says of a claim today."""
    return VerdictDraft(claim, verdict, Observer.COUNSELLOR, TODAY, note=note)


def write(store: Store, typed: TypedClaim) -> dict[str, UUID]:
    """Write the claim as the owner; the ids by behaviour."""
    with store.work() as work:
        operations_claims.claim(work, typed)
    ids = dict(typed.ids)
    return {behaviour: ids[behaviour] for behaviour in typed.chosen}


def judge(store: Store, learner: UUID, *verdicts: VerdictDraft) -> None:
    """Say something of claims on a student, as the owner."""
    with store.work() as work:
        operations_claims.judge(work, learner, LearnerKind.STUDENT, verdicts)


def claimed(store: Store, student: UUID) -> tuple[UUID, UUID]:
    """A claim of the student with a file beside it: the ids of both."""
    file = EvidenceFile(new_id(), "bewijs.pdf", "application/pdf", b"%PDF- ZZGEHEIM")
    typed = a_typed_claim(student)
    with store.work() as work:
        operations_claims.keep_file(work, student, file)
    with_file = TypedClaim(
        typed.learner_id,
        typed.set_key,
        typed.skill_id,
        typed.ids,
        typed.chosen,
        typed.who,
        day=typed.day,
        evidence=typed.evidence,
        files=(FileName(file.id, file.name, file.media_type),),
    )
    (claim,) = write(store, with_file).values()
    with store.work() as work:
        open_dossier(work, student)
        (view,) = queries.read_claims(work, student)
    return claim, view.files[0].id


def routed(store: Store) -> UUID:
    """A route of the owner."""
    route = Route(new_id(), "Keuken", "", (SKILL, "planning"), store.owner.staff_id)
    with store.work() as work:
        write_route(work, route, load_skill_set())
    return route.id


def a_lent_draft(student: UUID) -> LentDraft:
    """What a student wrote under one behaviour."""
    return LentDraft(student, OUR_KEY, (Written("planning-1-1", new_id(), SECRET),))
