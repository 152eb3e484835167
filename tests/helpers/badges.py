"""A learner at a level, and a key to issue badges with."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.actor import Actor
from lob_workbench.features.badges import operations, operations_keys
from lob_workbench.features.badges.keeping import MadeKey, OpenKey, make_key, open_key
from lob_workbench.features.badges.rules import BadgeView, IssueRound, IssueWish
from lob_workbench.skills.rules import Learner, LearnerKind, Observer, Verdict, VerdictDraft
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.keys import KdfCost
from tests.helpers.skills import a_claim
from tests.helpers.stores import MONDAY, Store

CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "negen blauwe fietsen zingen"
SKILL = "listening"
SECRET = "ZZGEHEIM"


@cache
def _made(passphrase: str | None) -> MadeKey:
    return make_key(passphrase, CHEAP)


def a_key(store: Store, address: str = "", *, fresh: bool = False) -> OpenKey:
    """A key taken into use, open; sealed where the store is a school's."""
    passphrase = PASSPHRASE if store.shared else None
    made = make_key(passphrase, CHEAP) if fresh else replace(_made(passphrase), id=new_id())
    with store.work() as work:
        operations_keys.add_key(work, made, address)
    with store.work() as work:
        kept = operations.read_key_in_use(work)
    return open_key(kept, passphrase)


def reach(
    store: Store,
    learner: Learner,
    skill: str = SKILL,
    levels: Iterable[int] = (1,),
    actor: Actor | None = None,
) -> None:
    """Claim and confirm all behaviours of these levels."""
    for level in levels:
        for number in range(1, 6):
            claim = replace(
                a_claim(learner, f"{skill}-{level}-{number}"),
                set_key=load_skill_set().key,
                evidence=SECRET,
            )
            with store.work(actor) as work:
                write_claim(work, claim, load_skill_set())
            with store.work(actor) as work:
                if learner.kind is LearnerKind.STUDENT:
                    open_dossier(work, learner.id)
                draft = VerdictDraft(
                    claim.id, Verdict.CONFIRMED, Observer.TEACHER, MONDAY.date(), "J. de Boer",
                    own_word=False,
                )  # fmt: skip
                write_verdict(work, draft)


def a_wish(learner: Learner, level: int = 1, skill: str = SKILL) -> IssueWish:
    """A badge for that level, without evidence."""
    student = learner.kind is LearnerKind.STUDENT
    return IssueWish(learner.id, student, load_skill_set().key, skill, level)


def issued(
    store: Store, opened: OpenKey, *wishes: IssueWish, actor: Actor | None = None
) -> tuple[BadgeView, ...]:
    """Issue these; gives the views of what was made."""
    with store.work(actor) as work:
        done = operations.issue(work, IssueRound(wishes, consent=True), opened)
    with store.work(actor) as work:
        views = {one.id: one for one in operations.list_badges(work).issued}
    return tuple(views[badge] for badge in done.badges)
