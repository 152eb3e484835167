"""How many talks there are in a month, and the newest: to recognise a copy by."""

from datetime import date

import sqlalchemy as sa

from lob_workbench.people.access import visible_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import Conversation


def month_and_newest(work: UnitOfWork, today: date) -> tuple[int, date | None]:
    """How many talks were held in the month of ``today``, and the day of the newest of all."""
    first = today.replace(day=1)
    seen = sa.and_(Conversation.student_id == Student.id, visible_students(work))
    query = sa.select(
        sa.func.count(sa.distinct(Conversation.talk_id)).filter(
            Conversation.held_on >= first, Conversation.held_on <= today
        ),
        sa.func.max(Conversation.held_on),
    ).where(seen)
    count, newest = work.session.execute(query).one()
    return int(count), newest
