"""The last steps of *Life skills*: the level becomes a badge, and anybody can judge it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from lob_workbench.app.tour.skills_steps import Cast
from lob_workbench.app.tour.skills_words import REASON, SKILL
from lob_workbench.app.tour.stage import Stage
from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.badges.page import BadgesPage
from lob_workbench.features.badges.page_saving import SavingCard
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

BADGES: Final = "badges"
BACKPACK: Final = "rugzak.html"
FORGED: Final = "nagemaakt.json"
_JUDGED: Final = ("json", "jwt", "png", "svg")
"""The forms of a badge in which it can be judged; the annex is paper."""


class Badge:
    """The steps, in order; they begin on the page of life skills."""

    def __init__(self, stage: Stage, folder: Path, cast: Cast) -> None:
        self.stage = stage
        self.folder = folder / BADGES
        self.cast = cast
        self.verdicts: dict[str, str] = {}
        """What was said of each file, in the order of judging."""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("een badge uitreiken", self.issue),
            ("de badge bewaren", self.save),
            ("de badge nakijken", self.judge),
            ("een nagemaakte badge", self.judge_forged),
            ("de badge intrekken", self.revoke),
            ("sluiten", self.close),
        )

    def issue(self) -> None:
        """The level that was reached; the owner agrees to what goes out."""
        stage = self.stage
        stage.press("Badges")
        stage.press("Uitreiken", within=self._places())
        panel = self._page().issue
        assert panel is not None
        wanted = (self.cast.student_id, SKILL)

        def ready() -> list[QCheckBox]:
            return [
                box
                for box, one in panel.boxes
                if (one.learner.id, one.title.skill_id) == wanted
            ]  # fmt: skip

        stage.until(ready, "het niveau staat niet klaar voor een badge")
        stage.click(ready()[0])
        stage.until(lambda: panel.going.evidence, "er staat geen bewijs bij")
        stage.shoot("badge-uitreiken")
        stage.press("De eigenaar weet wat erin staat en vindt dit goed")
        stage.shoot("badge-akkoord")
        stage.key("Ctrl+Return")
        stage.see(QLabel, "1 badge uitgereikt.")
        stage.shoot("badge-uitgereikt")

    def save(self) -> None:
        """In every form, and a backpack with all badges of the student."""
        stage = self.stage
        self.folder.mkdir()
        stage.press("Opslaan")
        saving = stage.see(SavingCard, "1 badge opslaan")
        for box in saving.boxes.values():
            if not box.isChecked():
                stage.click(box)
        stage.shoot("badge-opslaan")
        dialogs.answer_next(self.folder)
        stage.press("Map kiezen en opslaan")
        stage.see(QLabel, f"{len(saving.boxes)} bestanden opgeslagen.")
        dialogs.answer_next(self.folder / BACKPACK)
        stage.press("Rugzak")
        stage.see(QLabel, f"De rugzak is opgeslagen als {BACKPACK}.")
        stage.shoot("badge-opgeslagen")

    def judge(self) -> None:
        """Each form in which it can travel, and the backpack."""
        stage = self.stage
        stage.press("Nakijken", within=self._places())
        for kind in _JUDGED:
            self._judge(self._file(kind))
            if kind == "png":
                stage.scroll_up()
                stage.shoot("badge-geldig")
        self._judge(self.folder / BACKPACK)
        stage.scroll_up()
        stage.shoot("rugzak-geldig")

    def judge_forged(self) -> None:
        """The same badge with a higher level written in it."""
        told = json.loads(self._file("json").read_text("utf-8"))
        achievement = told["credentialSubject"]["achievement"]
        achievement["name"] = f"{load_skill_set().skill(SKILL).name}, niveau 4"
        forged = self.folder / FORGED
        forged.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        self._judge(forged)
        self.stage.scroll_up()
        self.stage.shoot("badge-veranderd")

    def revoke(self) -> None:
        """With a reason that stays in the dossier; who judges it now, reads that it is revoked."""
        stage = self.stage
        stage.press("Uitgereikt", within=self._places())
        table = stage.see(TableView, "Uitgereikte badges")
        mine = [
            row
            for row in table.rows_model.rows
            if (row.learner.id, row.title.skill_id) == (self.cast.student_id, SKILL)
        ]
        stage.choose_row(table, mine[0])
        stage.press("Intrekken")
        stage.enter("Waarom trek je deze badge in?", REASON)
        stage.shoot("badge-intrekken")
        stage.press("Badge intrekken")
        stage.see(QLabel, "De badge is ingetrokken.", start=True)
        stage.shoot("badge-is-ingetrokken")
        stage.press("Nakijken", within=self._places())
        self._judge(self._file("png"), again=" daarna")
        stage.scroll_up()
        stage.shoot("badge-ingetrokken")

    def close(self) -> None:
        """The window closes after a backup."""
        stage = self.stage
        stage.window.close()
        stage.until(lambda: not stage.window.isVisible(), "het venster sluit niet")

    def _judge(self, file: Path, *, again: str = "") -> None:
        stage, panel = self.stage, self._page().verify
        dialogs.answer_next(file)
        stage.press("Bestand kiezen", within=panel)
        stage.until(
            lambda: panel.cards and panel.cards[0].judgement.file == file.name,
            f"{file.name} wordt niet nagekeken",
        )
        said = {card.headline.text() for card in panel.cards}
        self.verdicts[f"{file.name}{again}"] = ", ".join(sorted(said))

    def _file(self, kind: str) -> Path:
        return next(
            file for file in sorted(self.folder.glob(f"*.{kind}")) if file.name != FORGED
        )  # fmt: skip

    def _page(self) -> BadgesPage:
        return self.stage.see(BadgesPage, "", start=True)

    def _places(self) -> QWidget:
        return self._page().places
