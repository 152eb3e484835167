"""Finds texts that say nearly the same, fast enough for the pairs of five hundred."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from lob_workbench.domain.text import fold

NEAR = 0.8


def near_equal(texts: Sequence[str], *, near: float = NEAR) -> list[tuple[str, str]]:
    """The pairs that share ``near`` of their letters in order, or have the same words."""
    folded = [" ".join(re.findall(r"\w+", fold(text))) for text in texts]
    words = [frozenset(text.split()) for text in folded]
    letters = [Counter(text) for text in folded]
    alphabet = sorted(set("".join(folded)))
    counts = [tuple(letter[char] for char in alphabet) for letter in letters]
    found = []
    for second, text in enumerate(folded):
        matcher = SequenceMatcher(None, "", text, autojunk=False)
        masks = {char: _mask(char, text) for char in letters[second]}
        for first in range(second):
            if words[first] == words[second]:
                found.append((texts[first], texts[second]))
                continue
            # No pair shares more in order than it shares in any order, nor more than the shorter.
            needed = near * (len(folded[first]) + len(text)) / 2
            if min(len(folded[first]), len(text)) < needed:
                continue
            if sum(map(min, counts[first], counts[second])) < needed:
                continue
            if _longest_common(folded[first], masks, len(text)) < needed:
                continue
            matcher.set_seq1(folded[first])
            if matcher.ratio() >= near:
                found.append((texts[first], texts[second]))
    return found


def _mask(char: str, text: str) -> int:
    return sum(1 << at for at, other in enumerate(text) if other == char)


def _longest_common(other: str, masks: dict[str, int], length: int) -> int:
    """The length of the longest common subsequence with the text of ``masks``, a bit a letter.

    ``SequenceMatcher`` never matches more letters than that, and takes twenty times as long.
    """
    full = (1 << length) - 1
    row = full
    for char in other:
        kept = row & masks.get(char, 0)
        row = ((row + kept) | (row - kept)) & full
    return length - row.bit_count()
