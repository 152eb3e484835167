"""Life skills of the students that are attacked."""

from uuid import UUID

from lob_workbench.domain.actor import Actor
from lob_workbench.skills.rules import (
    ClaimDraft,
    EvidenceFile,
    Learner,
    LearnerKind,
    Observer,
    Verdict,
    VerdictDraft,
)
from lob_workbench.skills.rules_goals import Goal, Slot
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from tests.helpers.skills import small_set
from tests.helpers.stores import Store


def plant_skills(store: Store, student: UUID, author: Actor, secret: str) -> None:
    """A claim with evidence that somebody confirmed, and an agreement."""
    learner = Learner(student, LearnerKind.STUDENT, secret, secret, own=True)
    key, day = small_set().key, store.clock.today()
    claim = ClaimDraft(
        new_id(),
        learner,
        key,
        "listening-1-1",
        Observer.SELF,
        day,
        evidence=secret,
        link=f"https://{secret}.nl",
        files=(EvidenceFile(new_id(), f"{secret}.png", "image/png", secret.encode()),),
    )
    slot = Slot(1, day, day, plan=secret)
    goal = Goal(
        new_id(), student, key, "listening", 2, day, action=secret, helper=secret, slots=(slot,)
    )
    with store.work(author) as work:
        write_claim(work, claim, small_set())
    with store.work(author) as work:
        open_dossier(work, student)
        said = VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.TRAINER, day, "Een baas", False)
        write_verdict(work, said)
        write_goal(work, goal, learner, small_set())
