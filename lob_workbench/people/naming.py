"""Naming students: the one place that keeps sorting and searching in step with a name."""

from collections.abc import Iterable

import sqlalchemy as sa

from lob_workbench.domain.text import search_words
from lob_workbench.people.records import Student, StudentWord
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork

_BATCH = 500


def rename(student: Student, name: PersonName) -> None:
    """Give the student this name. Call :func:`index_words` before the unit of work ends."""
    student.first_name, student.infix, student.last_name = name.first, name.infix, name.last
    student.sort_key = name.sort_key


def index_words(work: UnitOfWork, students: Iterable[Student]) -> None:
    """Write the words by which these students are found; what was there before is replaced."""
    named = list(students)
    work.session.flush()
    for start in range(0, len(named), _BATCH):
        batch = named[start : start + _BATCH]
        ids = [student.id for student in batch]
        work.session.execute(sa.delete(StudentWord).where(StudentWord.student_id.in_(ids)))
        work.session.execute(
            sa.insert(StudentWord),
            [
                {"word": word, "student_id": student.id}
                for student in batch
                for word in _words(student)
            ],
        )


def _words(student: Student) -> set[str]:
    name = PersonName(student.first_name, student.infix, student.last_name)
    return {word for word in search_words(f"{name.full} {student.number}") if word}
