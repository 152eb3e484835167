"""Plays a chapter of the tour. Needs no screen: it draws on Qt's offscreen platform."""

import os
from collections.abc import Iterator
from pathlib import Path

from lob_workbench.domain.errors import InputRefused

FIRST_HOUR = "eerste-uur"
SHOTS = "shots"
CHAPTERS = (FIRST_HOUR, SHOTS)
USUAL = (FIRST_HOUR,)
"""What is played when no chapter is named."""

_UNKNOWN = "Het hoofdstuk ‘{name}’ bestaat niet. Kies uit: {names}."
_NO_LIST = "De studentenlijst {file} is er niet."


def play(out: Path, chapter: str = "", students: Path | None = None) -> Iterator[str]:
    """Play ``chapter`` (empty: the usual ones) into ``out`` and tell what was made, line by line.

    ``students`` is the list that is read in; without it the product makes one up. Raises
    ``InputRefused`` for an unknown chapter or a list that cannot be read, and ``TourFailed``
    when a step does not come to an end.
    """
    if chapter and chapter not in CHAPTERS:
        raise InputRefused(_UNKNOWN, name=chapter, names=", ".join(CHAPTERS))
    if students is not None and not students.is_file():
        raise InputRefused(_NO_LIST, file=students)
    # Before Qt: where a display is, the tour leaves it alone too.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in (chapter,) if chapter else USUAL:
        if name == FIRST_HOUR:
            from lob_workbench.app.tour.first_hour import play_first_hour

            yield from play_first_hour(out / FIRST_HOUR, students)
        else:
            from lob_workbench.app.tour.shots import take_shots

            yield from take_shots(out)
