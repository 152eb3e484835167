"""The mentors in a student list, and which of them the owner of the workbook probably is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lob_workbench.domain.text import fold
from lob_workbench.features.student_import import cells
from lob_workbench.features.student_import.rules import ParsedList

_TITLES = frozenset(
    {"mw", "mevr", "mevrouw", "dhr", "heer", "meneer", "de heer", "dr", "drs", "ir", "ing", "mr"}
    | {"prof", "ba", "bsc", "ma", "msc", "bed", "med"}
)


@dataclass(frozen=True, slots=True)
class MentorCount:
    """A mentor as the list writes the name, and how many students stand under it."""

    name: str
    students: int


def mentors(parsed: ParsedList) -> tuple[MentorCount, ...]:
    """The mentors of the students that can be imported, by name."""
    counts = Counter(line.values.mentor for line in parsed.students if line.values.mentor)
    return tuple(MentorCount(name, counts[name]) for name in sorted(counts, key=fold))


def guess_mentor(found: Iterable[MentorCount], owner_name: str) -> str | None:
    """The one mentor who can be the owner: *Bakker, M.* for *Mirjam Bakker*.

    Surnames are equal and first names or initials do not contradict. ``None`` where nobody or
    more than one fits: then the owner chooses.
    """
    owner = _name(owner_name)
    fitting = [mentor.name for mentor in found if _fits(owner, _name(mentor.name))]
    return fitting[0] if len(fitting) == 1 else None


def _name(written: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """First names or initials in order, and the folded words of the surname with its infix."""
    plain = written.replace("(", " ").replace(")", " ")
    words = [word for word in plain.split() if fold(word).strip(".,") not in _TITLES]
    plain = " ".join(words)
    split = cells.split_name(plain) if plain else None
    if split is not None:
        first, last = split.first, f"{split.infix} {split.last}"
    else:
        # No comma and no infix: initials, or else one first name, and then the surname.
        count = sum(1 for word in words if _initials(word)) or min(1, len(words) - 1)
        first, last = " ".join(words[:count]), " ".join(words[count:])
    given: list[str] = []
    for word in first.split():
        letters = fold(word).replace(".", " ").split()
        given += [letter for part in letters for letter in (part if _initials(word) else [part])]
    return tuple(given), frozenset(fold(last.replace("-", " ")).strip(" .,").split())


def _initials(word: str) -> bool:
    return len(word.strip(".")) == 1 or "." in word.rstrip(".") or word.endswith(".")


def _fits(
    owner: tuple[tuple[str, ...], frozenset[str]], mentor: tuple[tuple[str, ...], frozenset[str]]
) -> bool:
    if not owner[1] or owner[1] != mentor[1]:
        return False
    if not owner[0] or not mentor[0]:
        return True
    one, other = owner[0][0], mentor[0][0]
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
