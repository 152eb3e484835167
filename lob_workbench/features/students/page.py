"""*Studenten*: the list of one's own students, and the page of one of them."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Signal, Target, contributed, contributed_kinds
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.rights import Right
from lob_workbench.features.students.operations import (
    FIRST_SCREEN,
    PORTION,
    list_students,
    read_signals,
)
from lob_workbench.features.students.page_student import StudentPanel
from lob_workbench.features.students.rules import StudentList
from lob_workbench.people.rules import FilterChoices, ListedStudent, StudentFilter, has_student
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.mentor_question import ANSWER, MentorQuestion
from lob_workbench.ui.page import EmptyState, Page, PageKey
from lob_workbench.ui.student_columns import StudentColumns

_TYPING_PAUSE_MS = 120
_HERE, _LEFT = "here", "left"


class StudentsPage(Page):
    """A list that is searched while typing; Enter opens the student."""

    help_topic = "students"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, scroll=False)
        self._context = context
        self._facts = contributed(context.features, context.actor, "facts")
        self._signals = contributed(context.features, context.actor, "signals")
        self._kinds = contributed_kinds(context.features) | {"student", "mentor", "preferences"}
        self._wanted = StudentFilter()
        self._total = 0
        self._waiting: list[UUID] = []
        self._told: dict[UUID, tuple[Signal, ...]] = {}
        self._asked: list[UUID] = []
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._load)
        self._search = LineField(self.tr("&Zoeken"), self, placeholder=self.tr("Naam of nummer"))
        self._search.changed.connect(self._typing.start)
        self._search.edit.returnPressed.connect(self._open_first)
        self._entering = False
        self._group = self._choice(self.tr("&Klas"))
        self._programme = self._choice(self.tr("&Opleiding"))
        self._team = self._choice(self.tr("&Team"))
        self._table: TableView[ListedStudent] = TableView(
            StudentColumns(context.clock.today()).all(),
            self,
            name=self.tr("Studenten"),
            empty=self.tr("Geen student die hierbij past. Zoek op een ander woord."),
            identity=_student_of,
        )
        self._table.row_activated.connect(self._open_student)
        self.left_filter = FilterChips(
            [Filter(_HERE, self.tr("Op school")), Filter(_LEFT, self.tr("Uitgestroomd"))],
            self,
            exclusive=True,
            name=self.tr("Wie staan er in de lijst?"),
        )
        self.left_filter.hide()
        self.left_filter.changed.connect(self._filter_left)
        self._empty = EmptyState(
            "ph.student",
            self.tr("Nog geen studenten"),
            self._hint(),
            self.tr("Studentenlijst inlezen") if context.actor.may(Right.IMPORT_STUDENTS) else "",
            self,
        )
        self._empty.started.connect(self._import)
        self._question = MentorQuestion(self)
        self._question.started.connect(self._choose_mentor)
        # Made for the first student that is opened: the list must not wait for it.
        self._student: StudentPanel | None = None
        self._list = QWidget(self)
        filters = QHBoxLayout()
        filters.addWidget(self._search, 3)
        filters.addWidget(self._group, 2)
        filters.addWidget(self._programme, 3)
        filters.addWidget(self._team, 2)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(filters)
        column.addWidget(self.left_filter)
        column.addWidget(self._table, 1)
        self._stack = QStackedWidget(self)
        for part in (self._list, self._empty, self._question):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self._talk = self.add_button(
            self.tr("&Gesprek"), self._start_talk, primary=True, icon="ph.chats-circle"
        )
        self._may_talk = context.actor.may(Right.RECORD_TALKS)
        self._talk.setVisible(self._may_talk)
        if self._may_talk:
            self.offer(PageKey.NEW, self.tr("Nieuw gesprek"), self._start_talk)
        self._table.row_chosen.connect(self._row_chosen)

    def _hint(self) -> str:
        """Why nobody is here yet, for this role."""
        actor = self._context.actor
        if actor.may(Right.KEEP_WORKBOOK):
            return self.tr(
                "Hier staan de studenten die jij begeleidt. Lees je studentenlijst in, en kies "
                "daarna welke mentor jij bent."
            )
        if actor.may(Right.RECORD_TALKS):
            return self.tr(
                "Hier staan de studenten die jij begeleidt. De beheerder van je school zet ze "
                "bij jou."
            )
        if actor.may(Right.READ_TALKS):
            return self.tr("Hier staan de studenten die een begeleider met je deelt.")
        return self.tr("Hier staan de studenten van jouw teams.")

    def _choice(self, label: str) -> ChoiceField[str]:
        field: ChoiceField[str] = ChoiceField(label, [("", self.tr("alle"))], self, radio_up_to=0)
        field.set_value("")
        field.changed.connect(self._load)
        return field

    def _student_panel(self) -> StudentPanel:
        if self._student is None:
            self._student = StudentPanel(self._context, self)
            self._student.talk_asked.connect(self._start_talk)
            self._stack.addWidget(self._student)
        return self._student

    def open(self, target: Target) -> None:
        """The list, or the student ``target.entity`` at the tab ``target.detail``."""
        self.help_topic = "students" if target.entity is None else "student"
        if target.entity is not None:
            self.set_title("", "")
            student = self._student_panel()
            self._stack.setCurrentWidget(student)
            self._talk.hide()
            self._entering = False
            # The rest of a long list waits until it is looked at again.
            self._typing.stop()
            student.show_student(target.entity, target.detail)
            return
        if self._student is not None:
            self._student.clear()
        self.set_title(self.tr("Studenten"), "")
        self._stack.setCurrentWidget(self._list)
        self._load(first=True)
        self._search.edit.setFocus()
        # What was looked for last time is replaced by the first key.
        self._search.edit.selectAll()

    def refresh(self, changes: Changes) -> None:
        """Load again what is shown when students, or what features tell of them, changed."""
        if not changes.touches(*self._kinds):
            return
        if self._student is not None and self._stack.currentWidget() is self._student:
            self._student.reload()
        else:
            self._load()

    def leave(self) -> bool:
        return self._student is None or self._student.leave()

    def clear(self) -> None:
        """Forget every name."""
        self._table.set_rows(())
        self._waiting, self._told, self._asked = [], {}, []
        self._search.set_value("")
        self._typing.stop()
        self._entering = False
        if self._student is not None:
            self._student.clear()

    def _load(self, *, first: bool = False) -> None:
        self._typing.stop()
        self._wanted = StudentFilter(
            words=self._search.value(),
            group=self._group.value() or "",
            programme=self._programme.value() or "",
            team=self._team.value() or "",
            left=_LEFT in self.left_filter.value(),
        )
        limit = FIRST_SCREEN if first else None
        self._context.jobs.run(
            list_students,
            self._wanted,
            self._facts,
            limit,
            self._signals,
            receiver=self,
            done="_show",
        )

    def _show(self, found: StudentList) -> None:
        if self._stack.currentWidget() is self._student:
            return
        self._total = found.total
        self._question.show_count(found.others)
        asked = found.others and self._context.actor.may(Right.KEEP_WORKBOOK)
        nobody = self._question if asked else self._empty
        self._stack.setCurrentWidget(self._list if found.total else nobody)
        self._talk.setVisible(bool(found.total) and self._may_talk)
        self._put(found)
        self._show_choices(found.choices)
        self._show_left(found.left)
        if self._wanted == StudentFilter():
            # At a school one also sees students of others, to read along or to lead.
            words = (
                self.tr("{count} studenten die jij begeleidt")
                if self._context.actor.own_desk
                else self.tr("{count} studenten")
            ).format(count=found.total - found.left)
        elif self._wanted.left:
            words = self.tr("Uitgestroomd: {count}").format(count=len(found.rows))
        else:
            words = self.tr("{found} van {count} studenten").format(
                found=len(found.rows), count=found.total - found.left
            )
        self.set_title(self.tr("Studenten"), words if found.total else "")
        if len(found.rows) == FIRST_SCREEN < found.total:
            # After a pause: reading thousands of rows would hold up the painting of these.
            self._typing.start()
        self._row_chosen(self._table.current_row())
        if self._entering:
            self._entering = False
            if found.rows:
                self._open_student(found.rows[0])

    def _put(self, found: StudentList) -> None:
        """Show these rows; a signal that was known is not lost."""
        waiting = set(found.waiting)
        self._told = {key: told for key, told in self._told.items() if key in waiting}
        self._table.set_rows([self._with_told(row) for row in found.rows])
        # Who never had an answer comes first: where much changes, a list is asked again and again.
        self._waiting = sorted(found.waiting, key=self._told.__contains__)
        self._ask_signals()

    def _with_told(self, row: ListedStudent) -> ListedStudent:
        told = self._told.get(row.id)
        return row if told in (None, row.signals) else replace(row, signals=told)

    def _ask_signals(self) -> None:
        """Ask the signals of those who wait, a portion at a time, while the list is in sight."""
        seen = self._list.isVisible() and not self._context.jobs.stopped
        if self._waiting and seen and not self._asked:
            self._asked = self._waiting[:PORTION]
            self._context.jobs.run(
                read_signals,
                self._asked,
                self._facts,
                self._signals,
                receiver=self,
                done="_take_signals",
                failed="_fail_signals",
            )

    def _take_signals(self, told: Mapping[UUID, tuple[Signal, ...]]) -> None:
        # Asked after the rows that stand here, or those come right behind it: never older news.
        asked, self._asked = set(self._asked), []
        self._told.update(told)
        self._waiting = [key for key in self._waiting if key not in asked]
        self._table.rows_model.amend(self._with_told)
        if self._waiting:
            self._ask_signals()
        else:
            self._table.arrange_again()

    def _fail_signals(self, error: WorkbenchError) -> None:
        self._asked = []
        self._context.navigator.complain(error)

    def _open_first(self) -> None:
        """Enter in the search field: the first student that fits, once the list is there."""
        if self._search.value():
            self._entering = True
            self._load()

    def _show_choices(self, choices: FilterChoices) -> None:
        for field, values in (
            (self._group, choices.groups),
            (self._programme, choices.programmes),
            (self._team, choices.teams),
        ):
            field.set_choices([("", self.tr("alle")), *((value, value) for value in values)])
            field.setVisible(len(values) > 1)
            if field.value() is None:
                field.set_value("")

    def _show_left(self, count: int) -> None:
        """Who left is a chip away, where somebody did."""
        if not count and self._wanted.left:
            # The last of them is back.
            self.left_filter.set_value(frozenset({_HERE}))
            self._load()
        self.left_filter.setVisible(bool(count))
        self.left_filter.set_count(_LEFT, count)

    def _filter_left(self, _keys: frozenset[object]) -> None:
        self._load()

    def _row_chosen(self, row: ListedStudent | None) -> None:
        student = row.student if row is not None else None
        self._talk.setEnabled(has_student(self._context.actor, student))

    def _open_student(self, row: ListedStudent) -> None:
        self.navigate.emit(Target("students", row.id))

    def _start_talk(self) -> None:
        if self._student is not None and self._stack.currentWidget() is self._student:
            student = self._student.student_id if self._student.may_talk else None
        else:
            row = self._table.current_row()
            own = row is not None and has_student(self._context.actor, row.student)
            student = row.id if row is not None and own else None
        if student is not None:
            self.navigate.emit(Target("conversations", student, "prepare"))

    def _choose_mentor(self) -> None:
        self.navigate.emit(ANSWER)

    def _import(self) -> None:
        self.navigate.emit(Target("student_import"))


def _student_of(row: ListedStudent) -> UUID:
    """What is known of a student changes; the student is the same one."""
    return row.id
