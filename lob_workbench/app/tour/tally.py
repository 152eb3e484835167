"""What the tour left behind, counted in the workbook itself: opened again from the disk."""

from pathlib import Path

import sqlalchemy as sa

from lob_workbench.app.session import Session
from lob_workbench.features.conversations.operations import list_agreements, list_conversations
from lob_workbench.features.student_import.columns import recognise
from lob_workbench.features.student_import.comparison import ItemKind
from lob_workbench.features.student_import.operations import preview
from lob_workbench.features.student_import.reader import read_table
from lob_workbench.features.student_import.rules import parse
from lob_workbench.people.queries import count_students
from lob_workbench.people.records import Student


def tally(workbook: Path, passphrase: str, students: Path) -> dict[str, int]:
    """Counts of students, talks and agreements, and of what the same list would do again.

    ``new`` and ``changed`` are those of a second import: nothing, when all was taken over.
    """
    session = Session.open(workbook, passphrase=passphrase)
    try:
        table = read_table(students.read_bytes())
        parsed = parse(table, recognise(table.header).mapping, session.clock.today())
        with session.work() as work:
            again = preview(work, parsed)
            talks = list_conversations(work)
            seen = {talk.student_id for talk in talks}
            return {
                "students": work.session.scalar(sa.select(sa.func.count(Student.id))) or 0,
                "mine": count_students(work),
                "talks": len(talks),
                "agreements": sum(len(list_agreements(work, student)) for student in seen),
                "rejected": again.count(ItemKind.REJECTED),
                "repeated": again.count(ItemKind.REPEATED),
                "questions": again.count(ItemKind.SAME_STUDENT_QUESTION),
                "again_new": again.count(ItemKind.NEW),
                "again_changed": again.count(ItemKind.CHANGED),
            }
    finally:
        session.close(backup=False)
