"""One person at a school: logging in at the door, and what the window shows of a student."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
)

from lob_workbench.app.tour.school import DATABASE, Person, TourSchool
from lob_workbench.app.tour.stage import Stage
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.arrivals.page import ArrivalsPage
from lob_workbench.features.confidential.page import ConfidentialNotes
from lob_workbench.people.example import OWNER
from lob_workbench.people.rules import ListedStudent, StudentView
from lob_workbench.ui.lists import TableView

_STUDENTS: Final = "Studenten"
NOTE: Final = (
    "Thuis is het onrustig sinds de zomer. Samen met de huisarts afgesproken dat zij eerst belt."
)
"""What only the second line reads."""


class Desk:
    """A window in which one person works; ``picture`` is that of the student, once it was taken."""

    def __init__(self, stage: Stage, person: Person, school: TourSchool) -> None:
        self.stage = stage
        self.person = person
        self.school = school
        self.picture = Path()

    @property
    def slug(self) -> str:
        """The person's role, for the name of a file."""
        return self.person.title.replace(" ", "-")

    def steps(
        self, student: StudentView, *, shows_door: bool
    ) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What this person does, each with its name."""

        def log_in() -> None:
            self.log_in(shows_door=shows_door)

        def find() -> None:
            self.find(student)

        def note() -> None:
            self.write_note(student)

        def access() -> None:
            self.see_access(student)

        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("inloggen", log_in),
            ("dezelfde student", find),
        )
        if self.person.role is Role.SECOND_LINE:
            steps += (("vertrouwelijke notitie", note),)
        if self.person.role is Role.COUNSELLOR:
            steps += (("inzage", access),)
        return steps

    def log_in(self, *, shows_door: bool) -> None:
        """From the first screen to the first page."""
        stage, address = self.stage, self.school.address(self.person)
        # What the first screen imports beside it is there before anything else is made.
        stage.settle()
        self._to_front()
        if shows_door:
            stage.shoot("eerste-scherm")
        stage.press("Verbinden met school")
        stage.enter("Server", address.host)
        stage.enter("Inlognaam", address.login)
        stage.replace("Database", DATABASE)
        stage.enter("Wachtwoord", self.school.passwords[self.person.login])
        if shows_door:
            stage.shoot("verbinden-met-school")
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "de school gaat niet open")
        stage.shoot(f"{self.slug}-vandaag")

    def find(self, student: StudentView) -> None:
        """The list, and the page of the student."""
        stage = self.stage
        self._to_front()
        stage.press(_STUDENTS, within=stage.window.frame)
        table = stage.see(TableView, _STUDENTS)
        stage.until(lambda: self._row(table, student) is not None, "de student is niet in beeld")
        stage.shoot(f"{self.slug}-studenten")
        row = self._row(table, student)
        assert row is not None, "waited for it"
        stage.choose_row(table, row)
        stage.key("Return")
        stage.see(QLabel, student.name.full)
        self.picture = stage.shoot(f"{self.slug}-student")

    def confirm_arrivals(self) -> None:
        """The team leader says yes to the names and numbers that a workbook brings."""
        stage = self.stage
        self._to_front()
        stage.press("Nieuwe studenten", within=stage.window.frame)
        stage.see(QLabel, OWNER)
        stage.shoot(f"{self.slug}-nieuwe-studenten")
        page = stage.window.findChild(ArrivalsPage)
        assert page is not None, "its heading was seen"
        for card in list(page.cards):
            stage.click(card.all_button if card.all_button.isVisible() else card.rows[0].yes_button)
            stage.settle()
        stage.shoot(f"{self.slug}-toegelaten")

    def write_note(self, student: StudentView) -> None:
        """A restricted note, recorded by keyboard."""
        stage = self.stage
        self._to_front()
        self.go(Target("students", student.id, "confidential"))
        notes = stage.window.findChild(ConfidentialNotes)
        assert notes is not None, "the second line has the tab"
        stage.until(notes.writing.field.isVisible, "het tabblad komt niet in beeld")
        stage.click(notes.writing.field.edit)
        stage.type(NOTE)
        stage.shoot(f"{self.slug}-notitie-schrijven")
        stage.key("Ctrl+Return")
        stage.until(lambda: notes.cards, "de notitie is niet vastgelegd")
        stage.shoot(f"{self.slug}-notitie")

    def see_access(self, student: StudentView) -> None:
        """Who may read this dossier, and who did."""
        self._to_front()
        self.go(Target("students", student.id, "access"))
        self.stage.shoot(f"{self.slug}-inzage")

    def _row(self, table: "TableView[ListedStudent]", student: StudentView) -> ListedStudent | None:
        rows = table.rows_model.rows
        return next((row for row in rows if row.student.number == student.number), None)

    def go(self, target: Target) -> None:
        """To a place in the window."""
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(target)
        self.stage.settle()

    def words(self) -> list[str]:
        """All words that this window holds, in sight or not: on labels, in fields and in lists."""
        found: list[str] = []
        for widget in self.stage.window.findChildren(QLabel):
            found.append(widget.text())
        for button in self.stage.window.findChildren(QAbstractButton):
            found += [button.text(), button.accessibleName(), button.toolTip()]
        for line in self.stage.window.findChildren(QLineEdit):
            found.append(line.text())
        for text in self.stage.window.findChildren(QPlainTextEdit):
            found.append(text.toPlainText())
        for box in self.stage.window.findChildren(QComboBox):
            found += [box.itemText(index) for index in range(box.count())]
        for tabs in self.stage.window.findChildren(QTabWidget):
            found += [tabs.tabText(index) for index in range(tabs.count())]
        for table in self.stage.window.findChildren(QTableView):
            model = table.model()
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    found.append(str(model.index(row, column).data() or ""))
        return [words for words in dict.fromkeys(each.strip() for each in found) if words]

    def _to_front(self) -> None:
        """Only the window in front gets what is typed."""
        window = self.stage.window
        window.activateWindow()
        self.stage.until(
            lambda: QApplication.activeWindow() is window, "het venster komt niet naar voren"
        )
