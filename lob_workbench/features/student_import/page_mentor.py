"""The last step of the import: *Welke mentor ben jij?*"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.text import fold
from lob_workbench.features.student_import.mentors import MentorCount, guess_mentor
from lob_workbench.features.student_import.operations import Mentors
from lob_workbench.features.student_import.tables import MentorColumns
from lob_workbench.people.rules import StaffView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import space

_MANY = 10


class MentorStep(QWidget):
    """The mentors of the lists so far, and a way out for who is not among them."""

    changed = Signal()
    """Another mentor is chosen in the list (nothing is written yet)."""
    confirmed = Signal()
    """Enter on a mentor."""
    unassigned_asked = Signal()
    later_asked = Signal()
    """Who is not among them goes on without a choice."""

    def __init__(self, owner: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = owner
        self._mentors = Mentors((), None, 0)
        self.result = Panel("", self, tint="good")
        self.search = LineField("", self, placeholder=self.tr("Zoek een mentor"))
        self.search.edit.setAccessibleName(self.tr("Zoek een mentor"))
        self.search.changed.connect(self._show_rows)
        self._columns = MentorColumns()
        self.table: TableView[StaffView] = TableView(
            self._columns.all(),
            self,
            name=self.tr("Mentors"),
            empty=self.tr("Geen mentor met deze naam."),
        )
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_activated.connect(self._row_confirmed)
        self._nobody = Panel(
            self.tr("In je werkboek staat nog geen mentor uit een lijst."),
            self,
        )
        self._other = Card(self.tr("Sta je er niet bij?"), self, icon="ph.user-circle-minus")
        self._other_words = Paragraph("", self._other, ink="muted")
        self.take_button = Button("", self._other)
        self.take_button.clicked.connect(self.unassigned_asked)
        later = Button(self.tr("Later kiezen"), self._other, kind=ButtonKind.QUIET)
        later.clicked.connect(self.later_asked)
        self._other.body.addWidget(self._other_words)
        self._other.body.addWidget(self.take_button)
        self._other.body.addWidget(later, 0, Qt.AlignmentFlag.AlignLeft)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addWidget(self.search)
        left.addWidget(self.table, 1000)
        left.addWidget(self._nobody)
        left.addStretch(1)
        work = QHBoxLayout()
        work.setSpacing(space(4))
        work.addLayout(left, 5)
        work.addWidget(self._other, 3, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.result)
        column.addLayout(work, 1)
        self.set_result("")

    @property
    def mentors(self) -> Mentors:
        """What is shown."""
        return self._mentors

    def show_mentors(self, mentors: Mentors) -> None:
        """Show the mentors; the actor's own choice or the likely one is chosen."""
        self._mentors = mentors
        self.search.set_value("")
        chosen = mentors.chosen
        counts = (MentorCount(each.list_name, each.students) for each in mentors.choices)
        guess = "" if chosen else guess_mentor(counts, self._owner) or ""
        self._columns.guess = guess
        self._columns.chosen = chosen.list_name if chosen else ""
        self._show_rows()
        wanted = chosen.list_name if chosen else guess
        for mentor in mentors.choices:
            if wanted and mentor.list_name == wanted:
                self.table.select_row(mentor)
        self.search.setVisible(len(mentors.choices) > _MANY)
        self.table.setVisible(bool(mentors.choices))
        self._nobody.setVisible(not mentors.choices)
        self._show_other()

    def current(self) -> StaffView | None:
        """The mentor who is chosen in the list."""
        return self.table.current_row()

    def set_result(self, text: str) -> None:
        """Say what was done; empty hides it."""
        self.result.set_text(text)
        self.result.setVisible(bool(text))

    def begin(self) -> None:
        """Put the focus where the choice is."""
        first = self.table if self._mentors.choices else self.take_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget every name."""
        self.show_mentors(Mentors((), None, 0))
        self.set_result("")

    def _show_rows(self) -> None:
        wanted = fold(self.search.value())
        rows = [each for each in self._mentors.choices if wanted in fold(each.list_name)]
        rows.sort(key=_by_name)
        self.table.set_rows(rows)
        header = self.table.horizontalHeader().sizeHint().height()
        frame = 2 * self.table.frameWidth() + 2
        self.table.setMaximumHeight(self.table.row_height() * max(len(rows), 2) + header + frame)
        self.changed.emit()

    def _show_other(self) -> None:
        count = self._mentors.without_mentor
        self.take_button.setVisible(bool(count))
        if count:
            words = self.tr(
                "{count} studenten hebben geen mentor in de lijst. Begeleid jij die? Neem ze dan "
                "zelf over."
            )
            button = self.tr("{count} studenten &overnemen")
            if count == 1:
                words = self.tr(
                    "Eén student heeft geen mentor in de lijst. Begeleid jij die? Neem die dan "
                    "zelf over."
                )
                button = self.tr("Eén student &overnemen")
            self.take_button.setText(button.format(count=count))
        else:
            words = self.tr(
                "Alle studenten hebben al een mentor. Vraag een lijst waar jouw naam in staat en "
                "lees die in."
            )
        self._other_words.setText(words.format(count=count))

    def _row_chosen(self, _mentor: StaffView | None) -> None:
        self.changed.emit()

    def _row_confirmed(self, _mentor: StaffView) -> None:
        self.confirmed.emit()


def _by_name(mentor: StaffView) -> str:
    return fold(mentor.list_name)
