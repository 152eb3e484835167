"""Reading the school's own questions, and which questions a student was asked before."""

import sqlalchemy as sa

from lob_workbench.people.records import StaffMember
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_questions import OwnQuestionRecord
from lob_workbench.talks.rules_questions import OwnQuestion


def own_questions(work: UnitOfWork) -> tuple[OwnQuestion, ...]:
    """All of them, the retired ones too, the newest first."""
    query = (
        sa.select(OwnQuestionRecord, StaffMember.name)
        .join(StaffMember, OwnQuestionRecord.author_id == StaffMember.id)
        .order_by(OwnQuestionRecord.id.desc())
    )
    return tuple(_view(record, author) for record, author in work.session.execute(query))


def _view(record: OwnQuestionRecord, author: str) -> OwnQuestion:
    return OwnQuestion(
        id=record.id,
        text=record.text,
        competence=record.competence,
        phases=record.phases,
        kinds=record.kinds,
        author_id=record.author_id,
        author=author,
        written_at=record.written_at,
        retired_at=record.retired_at,
        version=record.version,
    )
