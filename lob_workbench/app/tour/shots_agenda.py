"""The pictures of the agenda and of the holidays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from lob_workbench.features.agenda.page_week import WeekView
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

_CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//School//NL\r\n"
    "BEGIN:VEVENT\r\nUID:pasen@school\r\nSUMMARY:Paasweekend\r\n"
    "DTSTART;VALUE=DATE:20270326\r\nDTEND;VALUE=DATE:20270330\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:studiedag@school\r\nSUMMARY:Studiedag\r\n"
    "DTSTART;VALUE=DATE:20270201\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:open@school\r\nSUMMARY:Open dag\r\n"
    "DTSTART:20270130T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def agenda_scenes(scenes: Scenes) -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes, to put among those of the other pages."""
    pictures = AgendaPictures(scenes)
    return (
        ("agenda", pictures.agenda),
        ("gesprek plannen", pictures.plan),
        ("ruimtes", pictures.rooms),
        ("vakanties", pictures.holidays),
    )


class AgendaPictures:
    """Begins in any page of the example school, and ends in *Vakanties*."""

    def __init__(self, scenes: Scenes) -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def agenda(self) -> None:
        """The week of today, a day of it, and a week in a holiday."""
        self.scenes.go("Agenda")
        week = self.stage.see(WeekView, "Agenda")
        self.stage.until(lambda: week.items.items, "er staat niets in de agenda")
        self.scenes.shot("agenda", "week")
        self.stage.press("Dag")
        self.stage.settle()
        self.scenes.shot("agenda", "dag")
        self.stage.press("Week")
        for _ in range(4):
            self.stage.press("Verder (PgDn)")
            self.stage.settle()
        self.scenes.shot("agenda", "vakantie")
        self.stage.press("Vandaag", within=week.parentWidget())
        self.stage.settle()

    def plan(self) -> None:
        """The form: with what lacks, and given up."""
        self.stage.press("Gesprek plannen")
        self.stage.press("Plannen")
        self.scenes.shot("agenda", "plannen-fout")
        self.stage.press("Toch niet")

    def rooms(self) -> None:
        """The rooms of the school."""
        self.stage.press("Ruimtes")
        self.stage.see(TableView, "Ruimtes")
        self.scenes.shot("agenda", "ruimtes")
        self.stage.press("Terug naar de agenda")

    def holidays(self) -> None:
        """What stands there, and what a calendar file would bring."""
        self.scenes.go("Vakanties")
        table = self.stage.see(TableView, "Vakanties en vrije dagen")
        self.stage.until(lambda: table.rows_model.rows, "er staan geen vakanties")
        self.scenes.shot("vakanties")
        file = self.scenes.here / "vakanties.ics"
        file.write_text(_CALENDAR, "utf-8", newline="")
        dialogs.answer_next(file)
        self.stage.press("Agendabestand inlezen")
        self.stage.see(QAbstractButton, "Overnemen")
        self.scenes.shot("vakanties", "bestand")
        self.stage.press("Toch niet")
