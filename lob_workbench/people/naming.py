"""Naming a student: the one place that keeps sorting and searching in step with a name."""

import sqlalchemy as sa

from lob_workbench.domain.text import search_words
from lob_workbench.people.records import Student, StudentWord
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork


def rename(work: UnitOfWork, student: Student, name: PersonName) -> None:
    """Give the student this name, and keep what sorting and searching use in step with it."""
    student.first_name, student.infix, student.last_name = name.first, name.infix, name.last
    student.sort_key = name.sort_key
    work.session.flush()
    work.session.execute(sa.delete(StudentWord).where(StudentWord.student_id == student.id))
    words = {*search_words(name.full), *search_words(student.number)}
    work.session.add_all(StudentWord(word=word, student_id=student.id) for word in words if word)
