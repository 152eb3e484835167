"""Use cases of badges: who may get one, issuing, revoking, and what is signed in them."""

import secrets
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.keeping import OpenKey
from lob_workbench.features.badges.records import IssuedBadgeRecord
from lob_workbench.features.badges.rules import (
    PLACES,
    BadgeTitle,
    BadgeView,
    EvidenceChoice,
    Issued,
    IssueRound,
    IssueWish,
    KeyView,
    ReadyBadge,
    SealedKey,
    checked_reason,
    checked_round,
    free_place,
    ready_badges,
)
from lob_workbench.features.badges.statement import Confirmation, evidence_for
from lob_workbench.features.badges.writing import BADGES, BadgeToWrite, write_badge
from lob_workbench.skills.access import require_own
from lob_workbench.skills.queries import get_learner, read_claims, read_standings
from lob_workbench.skills.queries_sets import get_set, list_sets
from lob_workbench.skills.rules import (
    NOTHING,
    OBSERVER_LABELS,
    ClaimState,
    Learner,
    LearnerKind,
    Standing,
)
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

_ANOTHER_KEY = QT_TRANSLATE_NOOP(
    "errors", "De badgesleutel is net vervangen. Begin opnieuw met de nieuwe sleutel."
)
_ONESELF = QT_TRANSLATE_NOOP("errors", "Jezelf geef je geen badge. Vraag het iemand anders.")
_REVOKED = QT_TRANSLATE_NOOP("errors", "Deze badge is al ingetrokken.")
_REPLACED = QT_TRANSLATE_NOOP("badges", "Vervangen door een nieuwe badge.")


@dataclass(frozen=True, slots=True)
class BadgesShown:
    """What the page of badges shows. ``key`` is the one in use, ``None`` before there is one."""

    issued: tuple[BadgeView, ...]
    ready: tuple[ReadyBadge, ...]
    key: KeyView | None
    today: date


@dataclass(frozen=True, slots=True)
class IssueForm:
    """What may go out with one badge: criteria always, evidence when chosen."""

    learner: Learner
    title: BadgeTitle
    criteria: tuple[str, ...]
    choices: tuple[EvidenceChoice, ...]
    hashed_email: bool


@operation(Right.SEE_SKILLS)
def list_badges(work: UnitOfWork) -> BadgesShown:
    """All badges of the learners whom the actor sees; for who issues, what is ready besides."""
    today = work.clock.today()
    ready: list[ReadyBadge] = []
    if work.actor.may(Right.ISSUE_BADGES):
        me = work.actor.staff_id
        people = [one for one in queries.everybody(work) if one.own and one.id != me]
        for skill_set in list_sets(work):
            standings = read_standings(work, skill_set.key)
            taken = queries.having(work, skill_set.key, today)
            ready += ready_badges(people, skill_set, standings, taken)
    return BadgesShown(queries.list_badges(work), tuple(ready), queries.key_in_use(work), today)


@operation(Right.SEE_SKILLS)
def list_badges_of(work: UnitOfWork, learner_id: UUID) -> BadgesShown:
    """The badges of one learner; raises ``NotFound`` for one whom the actor does not see."""
    everything = queries.list_badges(work, learner_id)
    ready: list[ReadyBadge] = []
    learner = get_learner(work, learner_id)
    if work.actor.may(Right.ISSUE_BADGES) and learner.own and learner.id != work.actor.staff_id:
        for skill_set in list_sets(work):
            standings = read_standings(work, skill_set.key, (learner_id,))
            taken = queries.having(work, skill_set.key, work.clock.today())
            ready += ready_badges((learner,), skill_set, standings, taken)
    return BadgesShown(everything, tuple(ready), queries.key_in_use(work), work.clock.today())


@operation(Right.ISSUE_BADGES)
def read_issue_form(work: UnitOfWork, wish: IssueWish) -> IssueForm:
    """What may go out with a badge for an own learner; the dossier is opened for it.

    Raises ``NotFound`` for a learner that is not the actor's, a set or a skill that is not there.
    """
    if wish.student:
        open_dossier(work, wish.learner_id)
    require_own(work, wish.learner_id)
    skill_set = get_set(work, wish.set_key)
    title = queries.Titles(work).of(wish.set_key, wish.skill_id, wish.level)
    if wish.skill_id not in skill_set.skill_ids:
        raise NotFound
    behaviours = skill_set.skill(wish.skill_id).level(wish.level).behaviours
    texts = {one.id: one.text for one in behaviours}
    choices = []
    for claim in read_claims(work, wish.learner_id, wish.set_key):
        if claim.behaviour_id in texts and claim.state is ClaimState.CONFIRMED:
            confirmed = claim.verdicts[-1]
            choices.append(
                EvidenceChoice(
                    claim.id,
                    texts[claim.behaviour_id],
                    claim.evidence,
                    claim.link,
                    OBSERVER_LABELS[confirmed.observer],
                    confirmed.given_on,
                )
            )
    learner = get_learner(work, wish.learner_id)
    emails = queries.emails_of(work, (wish.learner_id,))
    return IssueForm(learner, title, tuple(texts.values()), tuple(choices), bool(emails))


@operation(Right.ISSUE_BADGES)
def read_key_in_use(work: UnitOfWork) -> SealedKey:
    """The key that signs now, as it is kept. Raises ``NotFound`` before there is one."""
    key = queries.key_in_use(work)
    if key is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("errors", "Er is nog geen badgesleutel. Zonder sleutel geen badges.")
        )
    return queries.sealed_key(work, key.id)


@operation(Right.ISSUE_BADGES)
def issue(
    work: UnitOfWork, wanted: IssueRound, opened: OpenKey, progress: Progress | None = None
) -> Issued:
    """Sign and write the badges of a round, all or none.

    Who has one that counts, or stands at that level no more, is left out. Raises ``InputRefused``
    with the reason, ``NotFound`` for a learner that is not the actor's, ``StaleSave`` where
    somebody issued the same at the same moment, and ``Stopped``.
    """
    ready = checked_round(wanted, work.clock.today())
    for learner_id in {wish.learner_id for wish in ready.wishes if wish.student}:
        open_dossier(work, learner_id)
    key = queries.key_in_use(work)
    if key is None or opened.signing.public.text != key.public_key:
        raise InputRefused(_ANOTHER_KEY)
    issuing = _Issuing(work, ready, key, opened)
    for number, wish in enumerate(ready.wishes):
        if progress is not None:
            progress.tell(number, len(ready.wishes))
        issuing.add(wish)
    changes = Changes.of(BADGES, *(wish.learner_id for wish in ready.wishes))
    return Issued(tuple(issuing.done), issuing.left_out, changes)


class _Issuing:
    """One round: what all its badges share is read once."""

    def __init__(self, work: UnitOfWork, wanted: IssueRound, key: KeyView, opened: OpenKey) -> None:
        self.work = work
        self.wanted = wanted
        self.key = key
        self.opened = opened
        self.done: list[UUID] = []
        self.left_out = 0
        learners = {wish.learner_id for wish in wanted.wishes}
        self.people = {one.id: one for one in queries.everybody(work) if one.id in learners}
        self.emails = queries.emails_of(work, learners)
        self.places = set(queries.places_of(work, key.id))
        self.titles = queries.Titles(work)
        self.standings = {
            set_key: read_standings(work, set_key, learners)
            for set_key in {wish.set_key for wish in wanted.wishes}
        }

    def add(self, wish: IssueWish) -> None:
        """Issue one badge, or leave it out."""
        learner = self.people.get(wish.learner_id)
        if learner is None or wish.student is not (learner.kind is LearnerKind.STUDENT):
            raise NotFound
        require_own(self.work, learner.id)
        if learner.id == self.work.actor.staff_id:
            raise InputRefused(_ONESELF)
        reached: Standing = (
            self.standings[wish.set_key].get(learner.id, {}).get(wish.skill_id, NOTHING)
        )
        if not 1 <= wish.level <= reached.level or self._stands(wish):
            self.left_out += 1
            return
        self.done.append(self._write(wish, learner))

    def _stands(self, wish: IssueWish) -> bool:
        """Whether there is one that counts; one that does not makes room."""
        old = queries.standing_badge(
            self.work, wish.learner_id, wish.set_key, wish.skill_id, wish.level
        )
        if old is None:
            return False
        taken = queries.having(self.work, wish.set_key, self.work.clock.today())
        if (wish.learner_id, wish.skill_id, wish.level) in taken:
            return True
        _revoke(self.work, old, _REPLACED)
        return False

    def _write(self, wish: IssueWish, learner: Learner) -> UUID:
        work = self.work
        skill_set = get_set(work, wish.set_key)
        title = self.titles.of(wish.set_key, wish.skill_id, wish.level)
        place = free_place(self.places, secrets.randbelow(PLACES))
        self.places.add(place)
        badge = BadgeToWrite(
            new_id(),
            learner,
            self.emails.get(learner.id, ""),
            title,
            place,
            secrets.token_hex(8),
            work.clock.now(),
            self.wanted.valid_until,
            evidence_for(self._confirmations(wish), self._chosen(wish)),
        )
        write_badge(work, badge, skill_set, self.opened)
        return badge.id

    def _confirmations(self, wish: IssueWish) -> tuple[Confirmation, ...]:
        if not self.wanted.confirmations:
            return ()
        found = queries.confirmed_on(self.work, wish.learner_id, wish.set_key)
        level = get_set(self.work, wish.set_key).skill(wish.skill_id).level(wish.level)
        return tuple(
            Confirmation(one.text, OBSERVER_LABELS[found[one.id][0]], found[one.id][1])
            for one in level.behaviours
        )

    def _chosen(self, wish: IssueWish) -> tuple[EvidenceChoice, ...]:
        """What was ticked, if it still is a confirmed claim of this level."""
        if not wish.claims:
            return ()
        known = read_issue_form(self.work, wish).choices
        return tuple(choice for choice in known if choice.claim_id in wish.claims)


@operation(Right.ISSUE_BADGES)
def revoke(work: UnitOfWork, badge_id: UUID, student_id: UUID | None, reason: str) -> Changes:
    """Revoke a badge of an own learner; ``student_id`` where it is a student's.

    Raises ``InputRefused`` without a reason or when it was revoked before, and ``NotFound``.
    """
    ready = checked_reason(reason)
    if student_id is not None:
        open_dossier(work, student_id)
    record = queries.get_badge(work, badge_id)
    if record.student_id != student_id or record.learner_id == work.actor.staff_id:
        raise NotFound
    require_own(work, record.learner_id)
    if record.revoked_at is not None:
        raise InputRefused(_REVOKED)
    _revoke(work, record, ready)
    return Changes.of(BADGES, record.learner_id)


def _revoke(work: UnitOfWork, record: IssuedBadgeRecord, reason: str) -> None:
    record.revoked_at, record.revoked_by = work.clock.now(), work.actor.staff_id
    # The reason may only come with it.
    work.session.flush()
    queries.texts_of(work, (record.id,))[record.id].reason = reason
    work.session.flush()
