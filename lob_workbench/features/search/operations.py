"""Finding students, talks and agreements: what the box of Ctrl+K asks while somebody types."""

from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.search.queries import newest_agreements, newest_talks
from lob_workbench.features.search.rules import (
    Found,
    FoundAgreement,
    FoundStudent,
    FoundTalk,
    asked_words,
    marked,
    name_words,
)
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter, StudentRow
from lob_workbench.storage.audit import open_lists, open_search
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.READ_STUDENTS)
def find_students(work: UnitOfWork, typed: str, most: int) -> Found[FoundStudent]:
    """The visible students of whom each typed word begins a name or the number, by name.

    Who left comes after who is there: their dossier stays, and somebody may ask for it.
    """
    words = name_words(typed)
    if not words:
        return Found()
    rows = [(row, False) for row in _students(work, typed, most + 1)]
    if len(rows) <= most:
        rows += [(row, True) for row in _students(work, typed, most + 1 - len(rows), left=True)]
    return Found.first(
        [
            FoundStudent(
                id=row.id,
                name=marked(row.name.full, words),
                about=marked(
                    " · ".join(filter(None, (row.group, row.programme, row.number))), words
                ),
                left=left,
            )
            for row, left in rows
        ],
        most,
    )


def _students(
    work: UnitOfWork, typed: str, limit: int, *, left: bool = False
) -> tuple[StudentRow, ...]:
    return list_students(work, StudentFilter(words=typed, left=left), limit=limit)


@operation(Right.READ_TALKS)
def find_talks(work: UnitOfWork, typed: str, most: int) -> Found[FoundTalk]:
    """The newest talks of readable students in which each typed word begins a word.

    At a school the log tells that somebody searched, before anything is found; what a talk says
    shows only where its dossier is open already.
    """
    words = asked_words(typed)
    if not words:
        return Found()
    open_search(work)
    return Found.first(newest_talks(work, words, most + 1), most)


@operation(Right.READ_TALKS)
def find_agreements(work: UnitOfWork, typed: str, most: int) -> Found[FoundAgreement]:
    """The newest agreements of own students in which each typed word begins a word."""
    words = asked_words(typed)
    if not words:
        return Found()
    open_lists(work)
    return Found.first(newest_agreements(work, words, most + 1), most)
