"""The table of the school's own questions. They name no student, and everybody may read them."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.storage.base import AUDITED, Base, Edited
from lob_workbench.storage.types import EnumWords, enum_text


class OwnQuestionRecord(Edited, Base):
    """A question that the school added. Retired is not removed: it can come back."""

    __tablename__ = "own_question"
    __table_args__ = ({"sqlite_strict": True, "info": AUDITED},)

    text: Mapped[str]
    competence: Mapped[CareerCompetence] = mapped_column(enum_text(CareerCompetence, "competence"))
    phases: Mapped[tuple[CareerPhase, ...]] = mapped_column(EnumWords(CareerPhase))
    kinds: Mapped[tuple[ConversationKind, ...]] = mapped_column(EnumWords(ConversationKind))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    written_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
