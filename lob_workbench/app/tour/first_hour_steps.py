"""The steps of *Eerste uur*: what a hand does in the window, one screen after another."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

from lob_workbench.app.tour.stage import Stage
from lob_workbench.app.tour.talk import (
    AGREEMENTS,
    ASKED,
    FOCUS,
    NEXT_TALK,
    NEXT_TIME,
    STUDENT_SAYS,
    SUMMARY,
    TOPICS,
    Agreement,
    school_day,
)
from lob_workbench.domain.career import COMPETENCE_LABELS
from lob_workbench.domain.clock import SystemClock
from lob_workbench.domain.text import fold
from lob_workbench.people.example import OWNER, SCHOOL
from lob_workbench.people.rules import ListedStudent
from lob_workbench.ui import dialogs
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import format_date
from lob_workbench.ui.lists import TableView

PASSPHRASE: Final = "lampion kastanje fiets dinsdagmiddag"
"""Opens the workbook that the tour leaves: it is there to be looked at."""

WORKBOOK: Final = "werkboek"


class FirstHour:
    """The steps, in order; each leaves the window where the next one begins."""

    def __init__(self, stage: Stage, folder: Path, students: Path) -> None:
        self.stage = stage
        self.folder = folder
        self.students = students
        self.student = ""
        self.imported: dict[str, int] = {}

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("eerste scherm", self.first_screen),
            ("nieuw werkboek: wie ben je", self.who),
            ("nieuw werkboek: wachtwoordzin", self.passphrase),
            ("nieuw werkboek: herstelcode", self.recovery_code),
            ("lijst inlezen", self.read_list),
            ("studenten inlezen", self.import_list),
            ("welke mentor ben jij", self.be_mentor),
            ("studenten", self.find_student),
            ("gesprek voorbereiden", self.prepare),
            ("gesprekskaart", self.card),
            ("gesprek voeren", self.hold),
            ("gesprek vastleggen", self.record),
            ("verslag op papier", self.report),
            ("verhaal van de student", self.story),
            ("vandaag", self.today),
            ("vergrendelen en ontgrendelen", self.lock),
            ("sluiten met reservekopie", self.close),
        )

    # A new workbook

    def first_screen(self) -> None:
        """The doors."""
        self.stage.see(QAbstractButton, "Nieuw werkboek")
        self.stage.shoot("eerste-scherm")
        self.stage.press("Nieuw werkboek")

    def who(self) -> None:
        """Name, role, school, and where."""
        stage = self.stage
        stage.enter("Je naam", OWNER)
        stage.enter("Je school", SCHOOL.name)
        dialogs.answer_next(self.folder / WORKBOOK)
        stage.press("Andere map…")
        stage.shoot("nieuw-werkboek-wie-ben-je")
        stage.press("Volgende")

    def passphrase(self) -> None:
        """The passphrase, twice."""
        stage = self.stage
        stage.enter("Nieuwe wachtwoordzin", PASSPHRASE)
        stage.enter("Nog een keer", PASSPHRASE)
        stage.shoot("nieuw-werkboek-wachtwoordzin")
        stage.press("Volgende")

    def recovery_code(self) -> None:
        """The code on paper, and typed back."""
        stage = self.stage
        said = stage.see(QLabel, "Herstelcode: ", start=True).accessibleName()
        stage.press("Afdrukken of bewaren als PDF")
        stage.paper()
        stage.shoot("nieuw-werkboek-herstelcode-op-papier")
        stage.press("Sluiten")
        stage.enter("Herstelcode", said.partition(": ")[2])
        stage.shoot("nieuw-werkboek-herstelcode")
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")

    # The list

    def read_list(self) -> None:
        """From the file to the lines of it."""
        stage = self.stage
        stage.shoot("lijst-kiezen")
        dialogs.answer_next(self.students)
        stage.press("Bestand kiezen")
        if stage.sees(QAbstractButton, "Verder"):
            # Columns that were guessed are shown first.
            stage.shoot("lijst-kolommen")
            stage.press("Verder")
        self.imported = self._chips()
        stage.shoot("lijst-controleren")
        if stage.sees(QAbstractButton, "niet ingelezen", start=True):
            stage.press("niet ingelezen", start=True)
            stage.shoot("lijst-niet-ingelezen")

    def _chips(self) -> dict[str, int]:
        """What the chips say of the list: *nieuw (56)*."""
        said = {}
        for chip in self.stage.window.findChildren(QAbstractButton):
            words, _, count = chip.accessibleName().rstrip(")").partition(" (")
            if chip.isVisible() and count.isdecimal():
                said[words] = int(count)
        return said

    def import_list(self) -> None:
        """The button with the number of students on it."""
        stage = self.stage
        stage.click(self._button("&inlezen"))
        stage.see(QAbstractButton, "Stap 5 van 5: Welke mentor ben jij?, hier ben je")
        stage.shoot("lijst-ingelezen")

    def be_mentor(self) -> None:
        """The mentor who is likely, else the one with most students; else those without one."""
        stage = self.stage
        tables = [table for table in stage.window.findChildren(TableView) if table.isVisible()]
        if tables:
            table = tables[0]
            if table.current_row() is None:
                rows = table.rows_model.rows
                stage.choose_row(table, max(rows, key=lambda row: row.students))
            stage.press("Dit ben ik")
        else:
            dialogs.answer_next(True)
            stage.click(self._button("&overnemen"))
        stage.shoot("welke-mentor-ben-jij")

    def _button(self, part: str) -> QAbstractButton:
        """The button with ``part`` on it: its number of students is different for each list."""
        for button in self.stage.window.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and part in button.text():
                return button
        raise self.stage.failure(f"geen knop met ‘{part}’")

    # One student

    def find_student(self) -> None:
        """The list, searching in it, and the page of a student with a name worth printing."""
        stage = self.stage
        stage.key("Alt+2")
        stage.settle()
        table = stage.see(TableView, "Studenten")
        stage.until(lambda: table.rows_model.rows, "er staan geen studenten")
        stage.shoot("studenten")
        rows: tuple[ListedStudent, ...] = table.rows_model.rows
        wanted = next((row for row in rows if not row.student.name.full.isascii()), rows[0])
        self.student = wanted.student.name.full
        words = fold(wanted.student.name.last)
        if words:
            # Typed without its accents, as people do.
            stage.enter("Zoeken", words)
            stage.read(f" van {len(rows)} studenten")
        stage.until(lambda: wanted in table.rows_model.rows, f"‘{words}’ is niet gevonden")
        stage.shoot("studenten-zoeken")
        stage.choose_row(table, wanted)
        stage.key("Return")
        stage.see(QLabel, self.student)
        stage.shoot("student-verhaal-leeg")
        stage.key("Ctrl+N")

    # The talk

    def prepare(self) -> None:
        """What it is about, and three questions."""
        stage = self.stage
        stage.enter("Waar wil je het over hebben?", FOCUS)
        for competence in ASKED:
            stage.press(COMPETENCE_LABELS[competence])
            stage.click(self._boxes()[0])
        stage.see(QLabel, "Je hebt drie vragen gekozen.")
        stage.scroll_up()
        stage.shoot("gesprek-voorbereiden")
        stage.key("Ctrl+S")

    def _boxes(self) -> list[QCheckBox]:
        return [box for box in self.stage.window.findChildren(QCheckBox) if box.isVisible()]

    def card(self) -> None:
        """One page to talk from."""
        stage = self.stage
        stage.key("Ctrl+P")
        stage.paper()
        stage.shoot("gesprekskaart")
        stage.save_paper(self.folder / "gesprekskaart.pdf")
        stage.key("Escape")

    def hold(self) -> None:
        """The calm screen."""
        stage = self.stage
        stage.press("Gesprek voeren")
        stage.see(QLabel, "Begonnen om ", start=True)
        stage.shoot("gesprek-voeren")
        stage.press("Vastleggen")

    def record(self) -> None:
        """What was said and agreed, the next talk, and the student's word."""
        stage = self.stage
        stage.field("Waar ging het over?")
        stage.shoot("gesprek-vastleggen-leeg")
        today = SystemClock().today()
        stage.enter("Waar ging het over?", SUMMARY)
        for topic in TOPICS:
            stage.press(COMPETENCE_LABELS[topic.competence], start=True)
            # The card opens with the focus in its first field.
            for place, text in enumerate(topic.texts):
                if place:
                    stage.key("Tab")
                stage.type(text)
        agreed = stage.see(Card, "Afspraken")
        for place, agreement in enumerate(AGREEMENTS):
            if place:
                stage.press("Afspraak erbij")
            agree(stage, agreed, agreement, today, place)
        following = stage.see(Card, "Volgend gesprek")
        stage.enter("Dag", format_date(school_day(today + NEXT_TALK)), within=following)
        stage.enter("Tijd", NEXT_TIME, within=following)
        stage.press("Wat zegt de student?: Klopt")
        stage.enter("In eigen woorden van de student", STUDENT_SAYS)
        stage.key("Ctrl+S")
        stage.shoot("gesprek-vastleggen-onderaan")
        stage.scroll_up()
        stage.shoot("gesprek-vastleggen")
        stage.key("Ctrl+Return")
        stage.see(QLabel, "Vastgelegd. Geef de student het verslag mee.")
        stage.shoot("gesprek-vastgelegd")

    def report(self) -> None:
        """The record as the student takes it along."""
        stage = self.stage
        stage.key("Ctrl+P")
        stage.paper()
        stage.shoot("verslag")
        stage.save_paper(self.folder / "gesprek.pdf")
        stage.press("Sluiten")

    # Around it

    def story(self) -> None:
        """The talk on the time line, and the agreements."""
        stage = self.stage
        stage.key("Alt+2")
        table = stage.see(TableView, "Studenten")
        stage.until(
            lambda: any(row.student.name.full == self.student for row in table.rows_model.rows),
            "de student staat niet in de lijst",
        )
        rows: tuple[ListedStudent, ...] = table.rows_model.rows
        stage.choose_row(table, next(row for row in rows if row.student.name.full == self.student))
        stage.key("Return")
        stage.see(QLabel, self.student)
        stage.shoot("student-verhaal")

    def today(self) -> None:
        """The day."""
        stage = self.stage
        stage.key("Alt+1")
        stage.see(TableView, "Mijn studenten")
        stage.shoot("vandaag")

    def lock(self) -> None:
        """Ctrl+L and back to the same place."""
        stage = self.stage
        stage.key("Ctrl+L")
        stage.see(QLabel, "Vergrendeld")
        stage.shoot("vergrendeld")
        stage.type(PASSPHRASE)
        stage.key("Return")
        stage.see(TableView, "Mijn studenten")
        stage.shoot("weer-open")

    def close(self) -> None:
        """The window closes after a backup."""
        stage = self.stage
        stage.window.close()
        stage.until(lambda: not stage.window.isVisible(), "het venster sluit niet")


def agree(stage: Stage, card: Card, agreement: Agreement, today: date, place: int) -> None:
    """Fill in row ``place`` of the agreements: what, who, by when."""
    stage.enter("Wat", agreement.what, within=card, nth=place)
    stage.pick("Wie", agreement.who, within=card, nth=place)
    due = school_day(today + agreement.within)
    stage.enter("Uiterlijk", format_date(due), within=card, nth=place)
