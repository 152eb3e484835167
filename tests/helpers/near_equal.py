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
            matcher.set_seq1(folded[first])
            if matcher.ratio() >= near:
                found.append((texts[first], texts[second]))
    return found
