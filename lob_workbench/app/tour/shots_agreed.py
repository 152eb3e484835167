"""Pictures of agreements that come back: the list of all, the student's paper, the next talk."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QLabel

from lob_workbench.domain.contributions import Target
from lob_workbench.talks.rules import AgreementStatus
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.returning_card import ReturningCard

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

WHY = "Dit hoeft niet meer: het is op een andere manier opgelost"


def agreed_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order."""
    agreed = _Agreed(scenes)
    return (
        ("alle afspraken", agreed.all_agreements),
        ("afspraken op papier", agreed.paper),
        ("vorige keer afgesproken", agreed.coming_back),
    )


class _Agreed:
    """About the student with the most open agreements."""

    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage
        self.student: UUID | None = None

    def go(self, *where: object) -> None:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(Target(*where))  # type: ignore[arg-type]

    def all_agreements(self) -> None:
        """Open ones, what is late first; then all that was ever agreed."""
        stage = self.stage
        self.scenes.go("Gesprekken")
        stage.press("Alle afspraken")
        table = stage.see(TableView, "Alle afspraken")
        stage.until(lambda: table.rows_model.rows, "er staan geen afspraken")
        self.scenes.shot("afspraken", "open")
        counts = Counter(
            view.student_id
            for view in table.rows_model.rows
            if view.status is AgreementStatus.OPEN and view.made_on < self.scenes.clock.today()
        )
        self.student = counts.most_common(1)[0][0]
        stage.press("Alles", start=True)
        self.scenes.shot("afspraken", "alles")

    def paper(self) -> None:
        """The student's own copy."""
        self.go("students", self.student, "conversations")
        self.stage.see(QLabel, "Open (", start=True)
        self.stage.press("Afspraken op papier")
        self.stage.paper()
        self.scenes.shot("papier", "afspraken")
        self.stage.key("Escape")

    def coming_back(self) -> None:
        """Asked, and answered by keyboard: dropped with a reason, and goes on."""
        stage = self.stage
        self.go("conversations", self.student, "record")
        stage.field("Waar ging het over?")
        stage.see(ReturningCard, "Vorige keer afgesproken")
        stage.see(QAbstractButton, "Vastleggen")
        stage.scroll_up()
        self.scenes.shot("vastleggen", "afspraken-terug")
        stage.key("3")
        stage.type(WHY)
        stage.key("Return")
        stage.key("2")
        stage.key("Ctrl+S")
        stage.scroll_up()
        self.scenes.shot("vastleggen", "afspraken-beantwoord")
