"""What is being typed and not yet recorded, one draft per person, screen and subject."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.storage.base import Base, Identified
from lob_workbench.storage.unit_of_work import UnitOfWork


class Draft(Identified, Base):
    """A draft as JSON text. Only its owner ever reads it."""

    __tablename__ = "draft"
    __table_args__ = (
        sa.UniqueConstraint("owner_id", "screen", "entity_id"),
        {"sqlite_strict": True},
    )

    owner_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id", ondelete="CASCADE"))
    screen: Mapped[str]
    entity_id: Mapped[UUID]
    content: Mapped[str]
    base_version: Mapped[int | None]
    saved_at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft as it was last saved; ``content`` is the feature's own JSON."""

    content: str
    base_version: int | None
    saved_at: datetime


def load_draft(
    work: UnitOfWork, screen: str, entity_id: UUID, *, to_change: bool = False
) -> SavedDraft | None:
    """The actor's own draft for this screen and subject, if there is one.

    With ``to_change`` no other desk of this person changes it before this unit of work is done.
    """
    draft = _own(work, screen, entity_id, lock=to_change)
    if draft is None:
        return None
    return SavedDraft(draft.content, draft.base_version, draft.saved_at)


def own_drafts(work: UnitOfWork, screen: str) -> dict[UUID, str]:
    """The content of the actor's drafts on this screen, by subject."""
    query = sa.select(Draft.entity_id, Draft.content).where(
        Draft.owner_id == work.actor.staff_id, Draft.screen == screen
    )
    return dict(work.session.execute(query).all())


def save_draft(
    work: UnitOfWork,
    screen: str,
    entity_id: UUID,
    content: str,
    base_version: int | None = None,
) -> datetime:
    """Keep ``content`` as the actor's draft and return the moment at which it was saved.

    Raises ``StaleSave`` when another desk makes the first one at this very moment.
    """
    draft = _own(work, screen, entity_id)
    if draft is None:
        draft = Draft(owner_id=work.actor.staff_id, screen=screen, entity_id=entity_id)
        work.session.add(draft)
    draft.content = content
    draft.base_version = base_version
    draft.saved_at = work.clock.now()
    work.flush_first(Draft)
    return draft.saved_at


def discard_draft(work: UnitOfWork, screen: str, entity_id: UUID) -> None:
    """Forget the actor's draft, because it was recorded or thrown away."""
    draft = _own(work, screen, entity_id)
    if draft is not None:
        work.session.delete(draft)


def _own(work: UnitOfWork, screen: str, entity_id: UUID, *, lock: bool = False) -> Draft | None:
    query = sa.select(Draft).where(
        Draft.owner_id == work.actor.staff_id,
        Draft.screen == screen,
        Draft.entity_id == entity_id,
    )
    if lock:
        # A workbook has one writer at a time by itself.
        query = query.with_for_update().execution_options(populate_existing=True)
    return work.session.scalars(query).one_or_none()
