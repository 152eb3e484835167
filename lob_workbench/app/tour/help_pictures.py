"""The pictures of the help, out of the scenes of *shots*: ``make help-pictures`` renews them.

They are drawn in a window of their own, so that they tell what the pages look like now, and of
the example school, so that no name in them is anybody's. Of the window only the part is kept that
explains something: a picture stands in a narrow panel.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from PIL import Image

from lob_workbench.app.tour.shots import MOMENT, THEMES, ShotsFailed, Size
from lob_workbench.app.tour.shots_scenes import Scenes
from lob_workbench.app.tour.stage import Stage
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import WorkbenchError

HELP_SIZE: Final = Size("uitleg", 1092, 614, 1.5)
_COLOURS: Final = 128


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of which shot: left, top, right and bottom in logical pixels of the window."""

    shot: str
    box: tuple[int, int, int, int]


PARTS: Final = {
    "today": Part("vandaag", (564, 124, 1040, 528)),
    "students": Part("studenten", (84, 124, 692, 440)),
    "student": Part("student-verhaal", (80, 58, 1000, 470)),
    "prepare": Part("voorbereiden-gevuld", (562, 184, 1046, 560)),
    "record": Part("vastleggen", (84, 184, 604, 560)),
    "trialogue": Part("trialoog", (80, 122, 1044, 440)),
    "agenda": Part("agenda-week", (84, 128, 678, 524)),
    "planning": Part("planning", (84, 298, 800, 560)),
    "life_skills": Part("life-skills", (84, 200, 700, 565)),
    "life_skills_cell": Part("life-skills-cel", (552, 124, 1052, 566)),
    "skill_workbook": Part("excel-terug", (84, 170, 700, 490)),
    "badges": Part("badges-uitreiken-een", (84, 172, 566, 540)),
    "student_import": Part("inlezen-3-controleren", (84, 268, 716, 560)),
    "settings": Part("instellingen", (556, 118, 1046, 556)),
}
"""By the name that ``help.toml`` gives them."""

_SCENES: Final = frozenset(
    {
        "voorbeeldschool",
        "vandaag",
        "studenten",
        "student",
        "trialoog",
        "agenda",
        "gesprek",
        "vastleggen",
        "planning",
        "life skills",
        "life skills van een cel",
        "badges",
        "badges uitreiken",
        "life skills in Excel",
        "terug uit Excel",
        "inlezen",
        "instellingen",
    }
)


class HelpScenes(Scenes):
    """The scenes that are explained; keeps only what the help shows."""

    def __init__(self, stage: Stage, clock: FixedClock, here: Path, prefix: str) -> None:
        super().__init__(stage, clock, here, prefix)
        self._theme = prefix.rpartition("-")[2]
        self._wanted = {part.shot: (name, part.box) for name, part in PARTS.items()}

    def all(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Those of the pages that have a picture, in their order."""
        return tuple(scene for scene in super().all() if scene[0] in _SCENES)

    def shot(self, page: str, state: str = "") -> None:
        """Keep the part that explains, in few colours."""
        named = self._wanted.get("-".join(part for part in (page, state) if part))
        if named is None:
            return
        name, box = named
        file = self.stage.shoot_as(f"{name}-{self._theme}")
        with Image.open(file) as whole:
            real = tuple(round(side * HELP_SIZE.scale) for side in box)
            part = whole.convert("RGB").crop((real[0], real[1], real[2], real[3]))
        part.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def draw_help(out: Path) -> Iterator[str]:
    """Draw every picture of the help into ``out``, in light and dark."""
    from lob_workbench.app.tour.shots_school import prepare

    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    yield "Beelden bij de uitleg, licht en donker"
    began = monotonic()
    with tempfile.TemporaryDirectory(prefix="lob-help-") as place:
        prepare(Path(place), FixedClock(MOMENT))
        _draw(Path(place), out)
    missing = [
        f"{name}-{theme}"
        for name in PARTS
        for theme in THEMES
        if not (out / f"{name}-{theme}.png").is_file()
    ]
    if missing:
        raise ShotsFailed(size=HELP_SIZE.name, reason=", ".join(missing))
    yield f"  {monotonic() - began:5.1f} s  {len(PARTS)} beelden, licht en donker"


def _draw(place: Path, out: Path) -> None:
    """In a process of its own: the scale of the screen is settled before Qt starts."""
    done = subprocess.run(
        [sys.executable, "-m", "lob_workbench.app.tour.help_pictures", str(place), str(out)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(HELP_SIZE.scale),
            "XDG_DATA_HOME": str(place / "data"),
        },
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise ShotsFailed(size=HELP_SIZE.name, reason=said[-1] if said else done.returncode)


def main(arguments: list[str]) -> int:
    """In this process: the folder that was prepared, and where the pictures go."""
    from lob_workbench.app.tour.shots_theme import draw_theme

    place, out = arguments
    try:
        for theme in THEMES:
            draw_theme(HELP_SIZE, theme, Path(place), Path(out), HelpScenes)
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
