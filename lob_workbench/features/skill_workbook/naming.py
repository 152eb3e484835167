"""Names in a workbook: nobody shares one, and what somebody typed finds whom it means. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from lob_workbench.domain.text import fold
from lob_workbench.features.skill_workbook.cells import settled_line, shortened
from lob_workbench.features.skill_workbook.rules import Person
from lob_workbench.skills.rules import Learner, LearnerKind

_LONGEST = 120
"""Of a name in a list to choose from; Excel takes 255 units."""


def labelled(learners: Sequence[Learner]) -> tuple[Person, ...]:
    """Each under a name of their own: with the number or the team behind it where it is needed."""
    names = [_name(one) for one in learners]
    shared = Counter(map(fold, names))
    taken: set[str] = set()
    found = []
    for learner, name in zip(learners, names, strict=True):
        label = _with_more(name, learner) if shared[fold(name)] > 1 else name
        number = 1
        while fold(label) in taken or not label:
            number += 1
            label = f"{_with_more(name, learner)} · {number}".strip()
        taken.add(fold(label))
        found.append(Person(learner, label))
    return tuple(found)


def _name(learner: Learner) -> str:
    name = settled_line(learner.listed) or settled_line(learner.name)
    if learner.kind is LearnerKind.TEAM:
        name = f"{name} (team)"
    return shortened(name[:_LONGEST].rstrip())


def _with_more(name: str, learner: Learner) -> str:
    more = settled_line(learner.number or learner.group or learner.team)[:40].rstrip()
    return f"{name} ({more})" if more else name


def called(learner: Learner, text: str) -> str:
    """The name to show for whom ``text`` found: theirs, whatever a file says that they are called.

    Names in a file may be old, and somebody may have put one's name against another's key.
    """
    name = _name(learner)
    full = fold(_with_more(name, learner))
    if fold(text) in (fold(name), full) or fold(text).startswith(f"{full} · "):
        return text
    return name


class Lookup:
    """Whom a name in a cell means: exactly, else accents and capitals aside; ``None`` for nobody.

    A student's number will do as well.
    """

    def __init__(self, people: Mapping[str, UUID], numbers: Mapping[str, UUID]) -> None:
        self._exact = dict(people)
        self._folded = {fold(label): id_ for label, id_ in people.items()}
        self._numbers = {number: id_ for number, id_ in numbers.items() if number}

    def find(self, text: str) -> UUID | None:
        """The id that belongs to it."""
        found = self._exact.get(text) or self._numbers.get(text)
        return found or self._folded.get(fold(text))
