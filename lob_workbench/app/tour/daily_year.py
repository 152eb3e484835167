"""*Elke dag*: to a new school year in one go, what it leaves, and the list of September."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

import openpyxl
from PySide6.QtWidgets import QAbstractButton, QLabel

from lob_workbench.app.tour.daily_hands import Hands, names
from lob_workbench.app.tour.daily_words import (
    AUGUST,
    CLIMBER,
    DESTINATION,
    DONE_CLASS,
    GRADUATE,
    MISSING,
    MISSING_TO,
    NEWCOMER,
    NEXT_CLASS,
    STAYS,
    STAYS_LISTED,
    UP_CLASS,
)
from lob_workbench.app.tour.shots_school import list_of
from lob_workbench.app.tour.student_list import HEADER, owner_in_a_list
from lob_workbench.features.enrolment.page_facts import HistoryCard
from lob_workbench.features.school_year.page import SchoolYearPage
from lob_workbench.features.school_year.rules import ClassPlan
from lob_workbench.features.student_import.page import StudentImportPage
from lob_workbench.people.queries import get_student, list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

LIST: Final = "klassenlijst-september.xlsx"
_DAYS: Final = frozenset({"Geboortedatum", "Startdatum", "Verwachte einddatum"})


class RollOver(Hands):
    """July: the class that is done, the class that goes on, and a way back."""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("nieuw schooljaar: kiezen", self.choose),
            ("nieuw schooljaar: kijken", self.look),
            ("nieuw schooljaar: invoeren", self.write),
            ("nieuw schooljaar: ongedaan maken", self.undo),
            ("nieuw schooljaar: toch invoeren", self.write_again),
        )

    def choose(self) -> None:
        """Where the class that is done goes, who stays, and how the other is called then."""
        stage = self.stage
        self.go("Instellingen")
        stage.press("Nieuw schooljaar")
        self._choose()
        stage.shoot("nieuw-schooljaar-wie-klaar-is")
        self._class(UP_CLASS)
        stage.shoot("nieuw-schooljaar-wie-doorgaat")

    def look(self) -> None:
        """A line for each student; nothing is written yet."""
        stage = self.stage
        stage.key("Ctrl+Return")
        table = stage.see(TableView, "Wat er verandert")
        stage.until(lambda: table.rows_model.rows, "er verandert niets")
        self.told.turned.append(stage.read("Er is nog niets veranderd."))
        stage.shoot("nieuw-schooljaar-kijken")

    def write(self) -> None:
        """In one go; undoing is offered."""
        stage = self.stage
        stage.key("Ctrl+Return")
        self.told.turned.append(stage.read("Klaar. Door naar het nieuwe jaar"))
        stage.see(QAbstractButton, "Ongedaan maken", within=self._page())
        stage.shoot("nieuw-schooljaar-ingevoerd")

    def undo(self) -> None:
        """All is as it was."""
        stage = self.stage
        stage.press("Ongedaan maken", within=self._page())
        self.told.turned.append(stage.read("Alles is weer zoals het was."))
        classes = self._classes()
        stage.until(
            lambda: {plan.group for plan in classes.rows_model.rows} == {DONE_CLASS, UP_CLASS},
            "de klassen heten nog anders",
        )
        stage.shoot("nieuw-schooljaar-ongedaan")

    def write_again(self) -> None:
        """The same choice, to stay."""
        self._choose()
        self.stage.key("Ctrl+Return")
        self.stage.see(TableView, "Wat er verandert")
        self.stage.key("Ctrl+Return")
        self.stage.read("Klaar. Door naar het nieuwe jaar")

    def _page(self) -> SchoolYearPage:
        return self.stage.see(SchoolYearPage, "", start=True)

    def _classes(self) -> "TableView[ClassPlan]":
        table: TableView[ClassPlan] = self.stage.see(TableView, "Klassen")
        self.stage.until(lambda: table.rows_model.rows, "er zijn geen klassen")
        self.stage.settle()
        return table

    def _class(self, name: str) -> None:
        table = self._page().choose.table
        self._classes()
        rows = table.rows_model.rows
        self.stage.choose_row(table, next(plan for plan in rows if plan.group == name))

    def _choose(self) -> None:
        stage = self.stage
        self._class(DONE_CLASS)
        stage.pick("Waar naartoe?", DESTINATION)
        stage.press(f"{STAYS_LISTED} · ", start=True)


class September(Hands):
    """The new year: who left and who went up, and a list on which somebody is missing."""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("augustus: wie er nu zijn", self.students_now),
            ("wie klaar was: nog te vinden", self.find_graduate),
            ("wie klaar was: bestemming en verloop", self.graduate),
            ("wie doorging: verloop", self.climber),
            ("een lijst uit Excel", self.read_list),
            ("wie ontbreekt op de lijst", self.who_is_missing),
            ("uitgeschreven", self.missing_left),
            ("welke mentor ben jij", self.be_mentor),
        )

    def students_now(self) -> None:
        """Other classes in the list, and who left stands apart."""
        stage = self.stage
        self.clock.moment = AUGUST
        self.unlock()
        stage.key("Alt+2")
        table = self.students()
        here = table.rows_model.rows
        if GRADUATE in names(here) or STAYS not in names(here):
            raise stage.failure("in de lijst staan niet wie er zijn")
        stage.shoot("studenten-in-het-nieuwe-jaar")
        stage.press("Uitgestroomd", start=True)
        stage.until(lambda: GRADUATE in names(table.rows_model.rows), f"waar is {GRADUATE}?")
        stage.shoot("uitgestroomd")

    def find_graduate(self) -> None:
        """By name as ever; the dossier stays."""
        self.open_student(GRADUATE)

    def graduate(self) -> None:
        """Where to, and from which day."""
        self._history(GRADUATE, f"Van school: {DESTINATION}")
        self.stage.shoot("student-met-bestemming")

    def climber(self) -> None:
        """From one class to the next, with the day."""
        self.open_student(CLIMBER)
        self._history(CLIMBER, NEXT_CLASS)
        self.stage.shoot("student-ging-door")

    def _history(self, name: str, part: str) -> None:
        stage = self.stage
        self.tab("Inschrijving")
        card = stage.see(HistoryCard, "Wat er veranderde")
        stage.until(
            lambda: any(part in label.text() for label in card.findChildren(QLabel)),
            f"bij {name} staat niet ‘{part}’",
        )
        self.told.history[name] = [
            label.text() for label in card.findChildren(QLabel) if label.isVisible()
        ]

    # The list

    def read_list(self) -> None:
        """A workbook of Excel with a title above its heading, and real dates in it."""
        stage = self.stage
        self._write_list()
        self.go("Lijst inlezen")
        dialogs.answer_next(self.folder / LIST)
        stage.press("Bestand kiezen")
        stage.see(QAbstractButton, "nieuw", start=True)
        stage.shoot("lijst-uit-excel")
        stage.key("Ctrl+Return")
        stage.see(QLabel, "Is dit de hele lijst?")

    def who_is_missing(self) -> None:
        """Asked, and nobody is chosen by itself."""
        stage = self.stage
        page = self._import()
        if page.missing_step.leaving():
            raise stage.failure("er is al iemand gekozen")
        stage.shoot("is-dit-de-hele-lijst")
        stage.press(f"Ja, van klas {NEXT_CLASS} (", start=True)
        table = page.missing_step.table
        stage.until(lambda: table.rows_model.rows, "er ontbreekt niemand")
        self.told.missing = [one.values.name.full for one in table.rows_model.rows]
        if page.missing_step.leaving():
            raise stage.failure("er is vanzelf iemand gekozen")
        stage.press("Deze student is van school")
        stage.pick("Waar naartoe?", MISSING_TO)
        stage.shoot("wie-ontbreekt")

    def missing_left(self) -> None:
        """With a way back, as always."""
        stage = self.stage
        stage.key("Ctrl+Return")
        stage.read("Eén student is uitgeschreven. Het dossier blijft.")
        stage.see(QAbstractButton, "Ongedaan maken")
        stage.shoot("uitgeschreven")

    def be_mentor(self) -> None:
        """Whom the list calls so; then the class is complete."""
        stage = self.stage
        stage.press("Dit ben ik")
        stage.read("van jou")
        stage.press("Naar mijn studenten")
        stage.press("Op school", start=True)
        _number, first, _infix, last, _born = NEWCOMER
        table = self.students()
        stage.until(lambda: f"{first} {last}" in names(table.rows_model.rows), "wie nieuw is")
        if MISSING in names(table.rows_model.rows):
            raise stage.failure(f"{MISSING} staat nog in de lijst")
        stage.shoot("studenten-na-de-lijst")

    def _import(self) -> StudentImportPage:
        return self.stage.see(StudentImportPage, "", start=True)

    def _write_list(self) -> None:
        """The class as the school has it in September: one is gone, one is new."""
        session = self.stage.window.session
        assert session is not None
        with session.work() as work:
            rows = list_students(work, StudentFilter(group=NEXT_CLASS))
            known = [get_student(work, row.id) for row in rows]
        here = [student for student in known if student.name.full != MISSING]
        text = list_of(here, owner_in_a_list()).decode("utf-8-sig")
        _header, *lines = csv.reader(io.StringIO(text), delimiter=";")
        number, first, infix, last, born = NEWCOMER
        mail = f"{number}@student.voorbeeldcollege.example"
        fresh = [number, first, infix, last, born.strftime("%d-%m-%Y"), "M", mail, *lines[0][7:]]
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append([f"Klas {NEXT_CLASS}, lijst van {AUGUST:%d-%m-%Y}"])
        sheet.append([])
        sheet.append(list(HEADER))
        for line in (*lines, fresh):
            sheet.append([_cell(name, text) for name, text in zip(HEADER, line, strict=True)])
        book.save(self.folder / LIST)


def _cell(name: str, text: str) -> str | int | date | None:
    """As Excel keeps it: dates are dates, years are numbers."""
    if not text:
        return None
    if name in _DAYS:
        return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007
    return int(text) if name in ("Leerjaar", "Niveau") else text
