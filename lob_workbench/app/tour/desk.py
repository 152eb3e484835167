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
from lob_workbench.people.rules import ListedStudent, StudentView
from lob_workbench.ui.lists import TableView

_STUDENTS: Final = "Studenten"


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

        return (("inloggen", log_in), ("dezelfde student", find))

    def log_in(self, *, shows_door: bool) -> None:
        """From the first screen to the first page."""
        stage, address = self.stage, self.school.address(self.person)
        self._to_front()
        if shows_door:
            stage.shoot("eerste-scherm")
        stage.press("Verbinden met school")
        stage.enter("Server", address.host)
        stage.enter("Inlognaam", address.login)
        stage.click(stage.field("Database"))
        stage.key("Ctrl+A")
        stage.type(DATABASE)
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
