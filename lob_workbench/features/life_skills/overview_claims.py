"""What other pages show of life skills: what was confirmed, and what waits for it."""

from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Notice,
    StoryItem,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.life_skills.queries import WaitingClaim, waiting_claims
from lob_workbench.features.life_skills.rules_profile import confirmed_by_day
from lob_workbench.people.access import readable_students, require
from lob_workbench.skills import queries, queries_sets
from lob_workbench.skills.rules import LearnerKind, place_of
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork

_PAGE = "life_skills"
MOST = 60
"""Beyond it *Vandaag* names nobody: the matrix shows them."""


@operation(Right.READ_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """What was confirmed, by day and skill; a level that was reached stands out."""
    open_dossier(work, student_id)
    require(work, student_id, readable_students(work))
    claims = queries.read_claims(work, student_id)

    def set_of(key: str) -> SkillSet:
        return queries_sets.get_set(work, key)

    confirmed, reached = confirmed_by_day(claims, set_of)
    return (
        *(
            StoryItem(
                on=one.on,
                kind=QT_TRANSLATE_NOOP("story", "Life skills bevestigd"),
                title=", ".join(skill.name for skill, _ in one.skills),
                text="\n".join(text for _, texts in one.skills for text in texts),
                icon="ph.leaf",
                target=Target(_PAGE, student_id, one.skills[0][0].id),
            )
            for one in confirmed
        ),
        *(
            StoryItem(
                on=one.on,
                kind=QT_TRANSLATE_NOOP("story", "Niveau bereikt"),
                title=f"{one.skill.name} · {one.level} · {one.skill.level(one.level).name}",
                text="",
                icon="ph.medal",
                target=Target(_PAGE, student_id, one.skill.id),
                tone=Tone.GOOD,
                order=one.skill.id,
            )
            for one in reached
        ),
    )


@operation(Right.RECORD_SKILLS)
def notices(work: UnitOfWork, student_id: UUID) -> tuple[Notice, ...]:
    """For the head of a student's page: that something waits to be confirmed."""
    if not waiting_claims(work, student_id):
        return ()
    words = QT_TRANSLATE_NOOP("notices", "life skills wachten op bevestiging")
    return (Notice(words, "ph.leaf", Tone.ATTENTION),)


@operation(Right.RECORD_SKILLS)
def today(work: UnitOfWork) -> TodayView:
    """Whose claims wait, the longest waiting first; the skills in the line behind the name."""
    found: dict[UUID, list[WaitingClaim]] = {}
    for claim in waiting_claims(work):
        found.setdefault(claim.learner_id, []).append(claim)
    if not found:
        return TodayView()
    oldest = next(iter(found.values()))[0]
    many = len(found) > MOST
    if many:
        items: tuple[AttentionItem, ...] = (
            AttentionItem(None, "", "", oldest.seen_on, Target(_PAGE)),
        )
    else:
        items = tuple(_item(work, claims) for claims in found.values())
    return TodayView(
        attention=(
            Attention(
                QT_TRANSLATE_NOOP("today", "{count} mensen wachten op bevestiging van life skills"),
                QT_TRANSLATE_NOOP("today", "Veel mensen wachten op bevestiging van life skills")
                if many
                else QT_TRANSLATE_NOOP("today", "1 persoon wacht op bevestiging van life skills"),
                "ph.leaf",
                Tone.ATTENTION,
                items,
            ),
        )
    )


def _name_of(work: UnitOfWork, set_key: str, skill: str) -> str:
    """The name of a skill; its id where the set or the skill is not known here."""
    try:
        return queries_sets.get_set(work, set_key).skill(skill).name
    except (NotFound, KeyError):
        return skill


def _item(work: UnitOfWork, claims: list[WaitingClaim]) -> AttentionItem:
    first = claims[0]
    names: dict[str, str] = {}
    for claim in claims:
        skill = (place_of(claim.behaviour_id) or ("",))[0]
        names[skill] = _name_of(work, claim.set_key, skill)
    student = first.learner_id if first.kind is LearnerKind.STUDENT else None
    return AttentionItem(
        student_id=student,
        student_name=first.name,
        text=", ".join(names.values()),
        on=first.seen_on,
        target=Target(_PAGE, first.learner_id, next(iter(names))),
    )
