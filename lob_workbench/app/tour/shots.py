"""*Shots*: every page and every state, in light and dark, at the sizes that laptops have.

The scale of the screen is settled before Qt starts, so each size has a process of its own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Final

from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import WorkbenchError

MOMENT: Final = datetime(2026, 11, 23, 8, 10, tzinfo=UTC)
"""A Monday morning, so that pictures repeat."""


@dataclass(frozen=True, slots=True)
class Size:
    """A screen as Qt sees it: logical pixels, and how many real ones there are in each."""

    name: str
    width: int
    height: int
    scale: float


SIZES: Final = (
    Size("1366x768", 1366, 768, 1),
    Size("1366x768-125", 1092, 614, 1.25),
    Size("1920x1080-150", 1280, 720, 1.5),
)
THEMES: Final = ("light", "dark")


class ShotsFailed(WorkbenchError):
    """One of the sizes could not be drawn; its last words are passed on."""

    message = "De beelden van {size} zijn niet af: {reason}"


def take_shots(out: Path) -> Iterator[str]:
    """Draw everything into ``out``: ``{size}-{theme}-{page}[-state].png`` and overviews."""
    from lob_workbench.app.tour.shots_school import prepare
    from lob_workbench.app.tour.shots_shared import school_for_pictures

    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    yield "Beelden van elke pagina, licht en donker, in drie maten"
    with tempfile.TemporaryDirectory(prefix="lob-shots-") as place:
        prepare(Path(place), FixedClock(MOMENT))
        with school_for_pictures(Path(place)) as line:
            yield line
            for size in SIZES:
                began = monotonic()
                _draw(size, Path(place), out)
                count = len(list(out.glob(f"{size.name}-light-*"))) + len(
                    list(out.glob(f"{size.name}-dark-*"))
                )
                yield f"  {monotonic() - began:5.1f} s  {size.name}: {count} beelden"
    yield f"  {out}"


def _draw(size: Size, place: Path, out: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lob_workbench.app.tour.shots", size.name, str(place), str(out)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(size.scale),
            # Nothing of the play among somebody's own drafts.
            "XDG_DATA_HOME": str(place / "data"),
        },
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    said = done.stderr.strip().splitlines()
    reason = said.pop() if done.returncode and said else done.returncode
    for line in said:
        print(line, file=sys.stderr)
    if done.returncode:
        raise ShotsFailed(size=size.name, reason=reason)


def main(arguments: list[str]) -> int:
    """One size, in this process: name, the folder that was prepared, where the pictures go."""
    from lob_workbench.app.tour.overview import draw_overviews
    from lob_workbench.app.tour.shots_shared import draw_school
    from lob_workbench.app.tour.shots_theme import draw_theme

    name, place, out = arguments
    size = next(each for each in SIZES if each.name == name)
    try:
        for theme in THEMES:
            draw_theme(size, theme, Path(place), Path(out))
            draw_school(size, theme, Path(place), Path(out))
            draw_overviews(Path(out), f"{size.name}-{theme}")
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
