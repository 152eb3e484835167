"""Plays a chapter of the tour. Needs no screen: it draws on Qt's offscreen platform."""

import os
from collections.abc import Iterator
from pathlib import Path

from lob_workbench.domain.errors import InputRefused

FIRST_HOUR = "eerste-uur"
SHARED = "gedeeld"
TRIALOGUE = "trialoog"
LIFE_SKILLS = "life-skills"
EVERY_DAY = "elke-dag"
SHOTS = "shots"
HELP = "uitleg"
CHAPTERS = (FIRST_HOUR, SHARED, TRIALOGUE, LIFE_SKILLS, EVERY_DAY, SHOTS, HELP)
USUAL = (FIRST_HOUR, SHARED, TRIALOGUE, LIFE_SKILLS, EVERY_DAY)
"""What is played when no chapter is named; one that needs a server only where there is one."""

_UNKNOWN = "Het hoofdstuk ‘{name}’ bestaat niet. Kies uit: {names}."
_SKIPPED = "Hoofdstuk ‘{name}’ is overgeslagen. {reason}"
_NO_LIST = "De studentenlijst {file} is er niet."


def play(out: Path, chapter: str = "", students: Path | None = None) -> Iterator[str]:
    """Play ``chapter`` (empty: the usual ones) into ``out`` and tell what was made, line by line.

    ``students`` is the list that is read in; without it the product makes one up. Raises
    ``InputRefused`` for an unknown chapter or a list that cannot be read, and ``TourFailed``
    when a step does not come to an end, and ``NoServer`` for a named chapter without its server.
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
        elif name == SHARED:
            from lob_workbench.app.local_server import NoServer
            from lob_workbench.app.tour.shared import play_shared

            try:
                yield from play_shared(out / SHARED)
            except NoServer as missing:
                if chapter:
                    raise
                yield _SKIPPED.format(name=SHARED, reason=missing)
        elif name == TRIALOGUE:
            from lob_workbench.app.tour.trialogue import play_trialogue

            yield from play_trialogue(out / TRIALOGUE)
        elif name == LIFE_SKILLS:
            from lob_workbench.app.tour.skills import play_life_skills

            yield from play_life_skills(out / LIFE_SKILLS)
        elif name == HELP:
            from lob_workbench.app.tour.help_pictures import draw_help

            yield from draw_help(out)
        elif name == EVERY_DAY:
            from lob_workbench.app.tour.daily import play_every_day

            yield from play_every_day(out / EVERY_DAY)
        else:
            from lob_workbench.app.tour.shots import take_shots

            yield from take_shots(out)
