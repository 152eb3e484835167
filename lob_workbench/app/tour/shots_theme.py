"""One size in one theme: a window on copies of both workbooks, in which the scenes are played."""

import shutil
import tempfile
from pathlib import Path

from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.tour.shots import MOMENT, Size
from lob_workbench.app.tour.shots_scenes import Scenes
from lob_workbench.app.tour.shots_school import EMPTY, FULL, STUDENT_LIST, choose_theme
from lob_workbench.app.tour.stage import Stage, application, take_down
from lob_workbench.domain.clock import FixedClock
from lob_workbench.ui.theme import ThemeMode, apply_theme


def draw_theme(
    size: Size, theme: str, place: Path, out: Path, scenes_of: type[Scenes] = Scenes
) -> None:
    """All scenes in one size and theme; ``scenes_of`` draws others than the usual ones."""
    app = application()
    with tempfile.TemporaryDirectory(prefix="lob-shots-") as copy:
        here = Path(copy)
        for name in (FULL, EMPTY):
            shutil.copytree(place / name, here / name)
            choose_theme(here / name, FixedClock(MOMENT), theme)
        shutil.copy(place / STUDENT_LIST, here)
        apply_theme(app, ThemeMode(theme))
        clock = FixedClock(MOMENT)
        window = MainWindow(clock, RecentWorkbooks(here / "recent.json"))
        window.resize(size.width, size.height)
        window.begin()
        try:
            with Stage(window, out).open() as stage:
                scenes = scenes_of(stage, clock, here, f"{size.name}-{theme}")
                for name, act in scenes.all():
                    with stage.step(f"{size.name} {theme}: {name}"):
                        act()
        finally:
            take_down(window)
