"""The scenes of badges: who has which, issuing, judging a file, and the keys."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lob_workbench.features.badges.page import BadgesPage
from lob_workbench.ui.lists import TableView

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def badge_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _BadgeScenes(scenes)
    return (
        ("badges", shown.issued),
        ("badges uitreiken", shown.issue),
        ("badge nakijken", shown.judge),
        ("badgesleutels", shown.keys),
    )


class _BadgeScenes:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def issued(self) -> None:
        """The list, saving one, and revoking it without a reason."""
        stage = self.stage
        self.scenes.go("Life skills")
        stage.press("Badges", within=stage.window.frame)
        table = stage.see(TableView, "Uitgereikte badges")
        stage.until(lambda: table.rows_model.rows, "er staan geen badges")
        stage.choose_row(table, table.rows_model.rows[-1])
        stage.settle()
        self.scenes.shot("badges")
        stage.press("Opslaan")
        self.scenes.shot("badges", "opslaan")
        stage.press("Toch niet")
        stage.press("Intrekken")
        stage.press("Badge intrekken")
        self.scenes.shot("badges", "fout")
        stage.press("Toch niet")

    def issue(self) -> None:
        """Whom, and what goes out; without consent."""
        stage, page = self.stage, self._page()
        stage.press("Uitreiken")
        panel = page.issue
        assert panel is not None
        stage.until(lambda: panel.boxes, "niemand is klaar voor een badge")
        panel.boxes[0][0].setChecked(True)
        stage.until(lambda: panel.going.evidence, "er staat geen bewijs")
        self.scenes.shot("badges-uitreiken", "een")
        stage.press("Iedereen")
        stage.key("Ctrl+Return")
        stage.settle()
        self.scenes.shot("badges-uitreiken", "fout")

    def judge(self) -> None:
        """A file that is no badge, and one of nobody that is known."""
        stage, page = self.stage, self._page()
        stage.press("Nakijken")
        self.scenes.shot("badge-nakijken", "leeg")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "geen-badge.json"
            path.write_text('{"naam": "Zoë"}', "utf-8")
            page.verify.judge((path,))
            stage.until(lambda: page.verify.cards, "er is niet nagekeken")
        self.scenes.shot("badge-nakijken", "geen-badge")

    def keys(self) -> None:
        """The key in use, and a school to trust without its key."""
        stage, page = self.stage, self._page()
        stage.press("Sleutels")
        stage.settle()
        self.scenes.shot("badgesleutels")
        assert page.keys is not None
        page.keys.trust.begin("ROC Elders", "https://www.elders.nl/badges/uitgever.json")
        stage.press("Deze sleutel vertrouwen")
        stage.scroll_down()
        self.scenes.shot("badgesleutels", "fout")

    def _page(self) -> BadgesPage:
        page = self.stage.window.findChild(BadgesPage)
        assert isinstance(page, BadgesPage)
        return page
