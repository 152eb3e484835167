"""Who is not on a list that should have everybody. Pure functions; they never say why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lob_workbench.domain.text import fold
from lob_workbench.features.student_import import cells
from lob_workbench.features.student_import.known import KnownStudent
from lob_workbench.features.student_import.rules import ParsedList


class Scope(StrEnum):
    """Of whom a list may be the whole list."""

    OWN = "own"
    GROUPS = "groups"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Absence:
    """Who is not on the list, should it be the whole list of ``scope``.

    ``of`` counts those of the scope who are known and at school; ``groups`` are the classes of the
    list, for ``Scope.GROUPS``.
    """

    scope: Scope
    of: int
    missing: tuple[KnownStudent, ...]
    groups: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether more are missing than not: then it may well be another list."""
        return 2 * len(self.missing) > self.of


def absences(
    parsed: ParsedList, known: Iterable[KnownStudent], *, own_desk: bool
) -> tuple[Absence, ...]:
    """What a whole list would say, for each scope in which somebody is missing.

    Who is on any line, also one that was refused, and also under a number that only differs by
    leading zeros, is not missing. A scope of which nobody is on the list is not offered: the list
    is about others.
    """
    may = [student for student in known if student.mine and not student.left]
    groups = {line.values.group for line in parsed.students} - {""}
    in_groups = [student for student in may if student.values.group in groups]
    scopes: list[tuple[Scope, list[KnownStudent]]] = [
        (Scope.OWN if own_desk else Scope.SCHOOL, may)
    ]
    if len(in_groups) < len(may):
        scopes.insert(0, (Scope.GROUPS, in_groups))
    found = []
    for scope, students in scopes:
        missing = not_listed(parsed, students)
        if missing and len(missing) < len(students):
            names = tuple(sorted(groups, key=fold)) if scope is Scope.GROUPS else ()
            found.append(Absence(scope, len(students), _sorted(missing), names))
    return tuple(found)


def not_listed(parsed: ParsedList, students: Iterable[KnownStudent]) -> list[KnownStudent]:
    """Who of ``students`` may be let go and is on no line, whatever the list is a whole list of."""
    there = _numbers(parsed)
    return [
        one
        for one in students
        if one.mine and not one.left and _key(one.values.student_number) not in there
    ]


def _numbers(parsed: ParsedList) -> set[str]:
    numbers = [line.values.student_number for line in parsed.students]
    numbers += [repeat.values.student_number for repeat in parsed.repeats]
    numbers += [refusal.number for refusal in parsed.rejected if refusal.number]
    return set(map(_key, numbers))


def _key(number: str) -> str:
    return cells.zeros_aside(number)


def _sorted(students: Sequence[KnownStudent]) -> tuple[KnownStudent, ...]:
    return tuple(sorted(students, key=lambda student: student.values.name.sort_key))
