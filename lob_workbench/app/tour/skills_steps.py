"""The first steps of *Life skills*: the matrix, the lent laptop, an agreement, growth, Excel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from lob_workbench.app import example_school
from lob_workbench.app.tour.skills_words import (
    ACTION,
    BY_STUDENT,
    BY_TRAINER,
    HELPER,
    LEVEL,
    LONGER_UNTIL,
    SKILL,
    TRAINER,
    TRAINER_ROLE,
    about,
)
from lob_workbench.app.tour.stage import Stage
from lob_workbench.app.tour.workbook_at_colleague import Line, fill_in_workbook, print_workbook
from lob_workbench.content.skills import Behaviour, Skill, load_skill_set
from lob_workbench.domain.clock import FixedClock
from lob_workbench.features.life_skills.page import SkillsPage
from lob_workbench.features.life_skills.page_cell import CellPanel
from lob_workbench.features.life_skills.page_matrix_table import MatrixTable
from lob_workbench.features.skill_workbook.layout import (
    GOALS,
    OBSERVATIONS,
    Field,
    behaviour_choice,
)
from lob_workbench.features.skill_workbook.tables import ShownRow
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

WORKBOOK: Final = "voorbeeldschool"
AT_SCHOOL: Final = datetime(2026, 11, 23, 8, 10, tzinfo=UTC)
"""A Monday morning: the student writes, and the workbook goes out."""
FILLED: Final = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
"""The day after, at the company."""
BACK: Final = datetime(2026, 11, 26, 9, 25, tzinfo=UTC)
"""The Thursday of that week: it comes back."""
_OUT, _FILLED_IN = "life-skills.xlsx", "life-skills-ingevuld.xlsx"
_GROWTH: Final = "groei.pdf"
PRINTED: Final = "werkmap-op-papier"
"""The folder of what LibreOffice prints."""


@dataclass(frozen=True, slots=True)
class OtherGoal:
    """An agreement of somebody else in the same group: how the name is listed, and the level."""

    listed: str
    skill_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays, as in the example school; two behaviours are ``left`` before the level is there.

    ``seen`` is the first of them, which the student claims; ``last`` comes out of the workbook.
    """

    student_id: UUID
    student: str
    listed: str
    group: str
    seen: Behaviour
    last: Behaviour
    other: OtherGoal

    @property
    def first_name(self) -> str:
        """As the student is called."""
        return self.student.split()[0]


class LifeSkills:
    """The steps, in order; each leaves the window where the next one begins."""

    FILES = (_GROWTH, _OUT, _FILLED_IN)

    def __init__(
        self, stage: Stage, folder: Path, clock: FixedClock, cast: Cast, profile: Path
    ) -> None:
        self.stage = stage
        self.folder = folder
        self.clock = clock
        self.cast = cast
        self.profile = profile
        """Where LibreOffice keeps its settings."""
        self.filled_by = ""
        self.printed: list[Path] = []
        self.differences: list[dict[str, str]] = []
        self._set = load_skill_set()

    @property
    def skill(self) -> Skill:
        """The skill that it is about."""
        return self._set.skill(SKILL)

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("maandag: werkboek openen", self.open_workbook),
            ("de matrix van een klas", self.matrix),
            ("een vak openen", self.cell),
            ("de student schrijft", self.student_writes),
            ("de begeleider bevestigt", self.confirm),
            ("een afspraak maken", self.agree),
            ("groei op papier", self.growth),
            ("naar Excel", self.export),
            ("dinsdag: een collega vult de werkmap in", self.fill_in),
            ("de werkmap op papier", self.print),
            ("donderdag: terug uit Excel", self.compare),
            ("overnemen", self.take_over),
            ("de waarneming bevestigen", self.confirm_last),
        )

    # Monday

    def open_workbook(self) -> None:
        """Through the first screen, as always."""
        stage = self.stage
        stage.see(QAbstractButton, "Nieuw werkboek")
        dialogs.answer_next(self.folder / WORKBOOK)
        stage.press("Werkboek openen")
        self.unlock()
        stage.see(TableView, "Mijn studenten")

    def matrix(self) -> None:
        """All own students, then those of one group."""
        stage = self.stage
        stage.press("Life skills", within=stage.window.frame)
        self._table()
        stage.shoot("matrix")
        stage.pick("Klas", self.cast.group)
        self._table()
        stage.shoot("matrix-van-de-klas")

    def cell(self) -> None:
        """What counts already of the skill, and what is still open."""
        self._open_cell()
        self.stage.shoot("vak")

    def student_writes(self) -> None:
        """On the lent laptop; it goes back and is unlocked."""
        stage, cast = self.stage, self.cast
        stage.press(f"Laat {cast.first_name} zelf schrijven…")
        stage.see(QLabel, f"Dit deel is van {cast.student}")
        stage.see(QLabel, "Op weg naar niveau", start=True)
        stage.shoot("student-begint")
        stage.enter(cast.seen.text, BY_STUDENT)
        stage.shoot("student-heeft-geschreven")
        stage.press("Klaar")
        stage.see(QLabel, "Bedankt. Geef de laptop terug.")
        stage.shoot("laptop-terug")
        self.unlock()
        stage.see(QLabel, f"{cast.student} schreef bij 1 gedraging op", start=True)
        stage.shoot("student-schreef")

    def confirm(self) -> None:
        """The second person: what waits is ticked and confirmed."""
        self._confirm(self.cast.seen, "wacht-op-bevestiging", "bevestigd", "Bewaard.")

    def agree(self) -> None:
        """A goal with a period, and the strip of the school year."""
        stage, cast = self.stage, self.cast
        stage.press("Afspraken", within=self._page())
        stage.press("Nieuwe afspraak")
        stage.pick("Voor wie", f"{cast.listed} · {cast.group}")
        stage.pick("Skill", f"{self.skill.name} · nu niveau {LEVEL - 1}")
        stage.enter("Wat gebeurt er?", ACTION)
        stage.enter("Wie helpt?", HELPER)
        stage.press("Deze periode, t/m", start=True)
        stage.scroll_up()
        stage.shoot("afspraak-maken")
        stage.press("Afspraak vastleggen")
        stage.see(QLabel, "De afspraak is vastgelegd.")
        stage.shoot("afspraken")
        stage.press("Schooljaar")
        stage.shoot("afspraken-schooljaar")

    def growth(self) -> None:
        """The radar of the student, on the screen and on paper."""
        stage = self.stage
        stage.press("Groei", within=self._page())
        people = stage.see(TableView, "Van wie")
        stage.until(lambda: people.rows_model.rows, "er staat niemand bij groei")
        stage.shoot("groei-van-de-klas")
        rows = people.rows_model.rows
        stage.choose_row(people, next(row for row in rows if row.id == self.cast.student_id))
        stage.see(QLabel, self.cast.student)
        stage.shoot("groei")
        stage.press("Op papier")
        stage.paper()
        stage.shoot("groei-op-papier")
        stage.save_paper(self.folder / _GROWTH)
        stage.press("Sluiten")

    def export(self) -> None:
        """A workbook of the group, for colleagues without a werkbank."""
        stage = self.stage
        stage.press("Excel", within=self._page())
        stage.pick("Klas", self.cast.group)
        stage.shoot("naar-excel")
        dialogs.answer_next(self.folder / _OUT)
        stage.press("Werkmap maken")
        stage.see(QLabel, f"Bewaard als {_OUT}", start=True)
        stage.shoot("werkmap-gemaakt")
        stage.key("Ctrl+L")
        stage.see(QLabel, "Vergrendeld")

    # Tuesday

    def fill_in(self) -> None:
        """At the company: one observation, an agreement that runs longer, and a higher goal."""
        self.clock.moment = FILLED
        cast, other = self.cast, self.cast.other
        seen: dict[Field, str | int | date] = {
            Field.WHO: cast.listed,
            Field.BEHAVIOUR: behaviour_choice(self._set, cast.last),
            Field.SEEN_BY: TRAINER,
            Field.AS_WHAT: TRAINER_ROLE,
            Field.DAY: FILLED.date(),
            Field.EVIDENCE: about(BY_TRAINER, cast.first_name),
        }
        their_skill = self._set.skill(other.skill_id).name
        self.filled_by = fill_in_workbook(
            self.folder / _OUT,
            (
                Line(OBSERVATIONS, seen),
                Line(GOALS, {Field.TO_1: LONGER_UNTIL}, (cast.listed, self.skill.name)),
                Line(GOALS, {Field.LEVEL: other.level + 1}, (other.listed, their_skill)),
            ),
            self.folder / _FILLED_IN,
            self.profile,
        )

    def print(self) -> None:
        """What comes out of the colleague's printer."""
        place = self.folder / PRINTED
        place.mkdir()
        self.printed = print_workbook(self.folder / _FILLED_IN, place, self.profile)
        if not self.printed:
            place.rmdir()

    # Thursday

    def compare(self) -> None:
        """What came back: as many lines as there were edits."""
        stage = self.stage
        self.clock.moment = BACK
        self.unlock()
        dialogs.answer_next(self.folder / _FILLED_IN)
        stage.press("Bestand kiezen")
        table: TableView[ShownRow] = stage.see(TableView, "Wat er anders is")
        stage.until(lambda: table.rows_model.rows, "er is niets anders")
        for shown in table.rows_model.rows:
            row = shown.row
            self.differences.append(
                {
                    "kind": row.kind.value,
                    "who": row.who,
                    "what": row.what,
                    "was": row.was,
                    "becomes": row.becomes,
                    "by": row.by,
                    "cell": f"{row.sheet} {row.address}",
                    "refused": "ja" if shown.refused else "",
                }
            )
        for name in ("eerste", "tweede", "derde"):
            stage.shoot(f"verschillen-{name}")
            # The list has the keys; a click on its first column would leave the line out.
            stage.key("Down")

    def take_over(self) -> None:
        """In one go."""
        stage = self.stage
        stage.press(f"Overnemen ({len(self.differences)})")
        stage.see(QLabel, "Overgenomen:", start=True)
        stage.shoot("overgenomen")

    def confirm_last(self) -> None:
        """What the trainer saw waits until the counsellor confirms it; then the level is there."""
        stage = self.stage
        stage.press("Life skills", within=stage.window.frame)
        stage.press("Matrix", within=self._page())
        stage.pick("Klas", self.cast.group)
        self._table()
        stage.shoot("matrix-met-stip")
        self._open_cell()
        reached = f"Niveau {LEVEL} is bereikt."
        self._confirm(self.cast.last, "waarneming-wacht", "niveau-bereikt", reached)
        stage.key("Escape")
        stage.shoot("matrix-met-niveau")

    # Hands

    def unlock(self) -> None:
        """Type the passphrase and wait for the window."""
        stage = self.stage
        stage.enter("Wachtwoordzin", example_school.PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")
        stage.settle()

    def _page(self) -> QWidget:
        return self.stage.see(SkillsPage, "", start=True)

    def _table(self) -> MatrixTable:
        """The matrix, with all that is in sight of it read."""
        table = self.stage.see(MatrixTable, "Matrix van life skills")
        self.stage.until(lambda: table.cells.ids and not table.in_sight(), "de matrix blijft leeg")
        return table

    def _open_cell(self) -> CellPanel:
        """Click on the skill of the student."""
        stage, table = self.stage, self._table()
        row = table.cells.ids.row_of(self.cast.student_id)
        column = [skill.id for skill in table.cells.skills].index(SKILL)
        index = table.cells.index(row, column)
        table.scrollTo(index)
        left, spot = Qt.MouseButton.LeftButton, table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), left, Qt.KeyboardModifier.NoModifier, spot)
        panel = stage.see(CellPanel, "")
        stage.until(lambda: panel.levels, "het vak gaat niet open")
        stage.settle()
        return panel

    def _confirm(self, behaviour: Behaviour, before: str, after: str, said: str) -> None:
        stage = self.stage
        box = stage.see(QAbstractButton, f"{behaviour.text} (", start=True)
        stage.shoot(before)
        stage.click(box)
        stage.press("Bevestigen (1)")
        stage.see(QLabel, said)
        stage.shoot(after)
