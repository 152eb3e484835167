"""The first step of planning a group: what for, whom, and when the counsellor can."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.career import KIND_LABELS, ConversationForm, ConversationKind
from lob_workbench.features.planning.operations_group import GroupStart, GroupWish
from lob_workbench.features.planning.page_windows import WindowsCard
from lob_workbench.features.planning.rules import StudentStanding, most_overdue
from lob_workbench.features.planning.tables import dots, short_kind, state_words
from lob_workbench.talks.rules_appointments import minutes_of
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import CheckBox, ChoiceField, LineField
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class ChoosePanel(QWidget):
    """Kind, minutes, room and group above; the students at the left, free time at the right."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: GroupStart | None = None
        self.boxes: dict[UUID, CheckBox] = {}
        self._due: set[UUID] = set()
        self.kind: ChoiceField[ConversationKind] = ChoiceField(
            self.tr("&Soort gesprek"),
            [
                (kind, QCoreApplication.translate("career", KIND_LABELS[kind]))
                for kind in ConversationKind
            ],
            self,
            radio_up_to=0,
        )
        self.kind.changed.connect(self._kind_chosen)
        self.minutes = LineField(self.tr("M&inuten"), self, required=True, limit=3)
        self.minutes.changed.connect(self.changed)
        self.room: ChoiceField[UUID | str] = ChoiceField(
            self.tr("&Ruimte"), [("", self.tr("geen"))], self, radio_up_to=0
        )
        self.room.set_value("")
        self.group: ChoiceField[str] = ChoiceField(
            self.tr("&Klas"), [("", self.tr("alle"))], self, radio_up_to=0
        )
        self.group.set_value("")
        self.group.changed.connect(self._list_students)
        top = QHBoxLayout()
        top.setSpacing(space(3))
        for field, share in ((self.kind, 5), (self.minutes, 2), (self.room, 4), (self.group, 3)):
            top.addWidget(field, share)
        self.who = Card(" ", self, icon="ph.student", fill=True)
        self._list = ScrollColumn(self.who)
        self._list.column.setSpacing(0)
        self._list.column.addStretch(1)
        all_button = Button(self.tr("Iedereen"), self.who, kind=ButtonKind.QUIET)
        all_button.clicked.connect(self._choose_all)
        none_button = Button(self.tr("Niemand"), self.who, kind=ButtonKind.QUIET)
        none_button.clicked.connect(self._choose_none)
        due_button = Button(self.tr("Wie aan de beurt is"), self.who, kind=ButtonKind.QUIET)
        due_button.clicked.connect(self._choose_due)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(1))
        for button in (due_button, all_button, none_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.who.body.addLayout(buttons)
        self.who.body.addWidget(self._list, 1)
        self.windows = WindowsCard(context, self)
        cards = QHBoxLayout()
        cards.setSpacing(space(4))
        cards.addWidget(self.who, 6)
        cards.addWidget(self.windows, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(top)
        column.addLayout(cards, 1)

    def show_start(self, start: GroupStart) -> None:
        """Show students, rooms and free time; what was chosen stays chosen."""
        first = self._start is None
        self._start = start
        rooms = [(room.id, _room_words(room.name, room.private)) for room in start.rooms]
        self.room.set_choices([("", self.tr("geen")), *rooms])
        if self.room.value() is None:
            self.room.set_value("")
        groups = sorted({row.person.group for row in start.students if row.person.group})
        self.group.set_choices([("", self.tr("alle")), *((name, name) for name in groups)])
        if self.group.value() is None:
            self.group.set_value("")
        self.windows.show_windows(start.windows)
        if first:
            self.kind.set_value(_most_needed(start.students))
            self._kind_chosen()
        else:
            chosen = {key for key, box in self.boxes.items() if box.isChecked()}
            self._list_students()
            self._choose(chosen)

    def wish(self) -> GroupWish | None:
        """What is asked; ``None`` while something is missing."""
        kind, minutes = self.kind.value(), self.minutes.value()
        if kind is None or not minutes.isdecimal() or not self.chosen:
            return None
        room = self.room.value()
        visit = kind is ConversationKind.PLACEMENT_VISIT
        return GroupWish(
            kind,
            int(minutes),
            self.chosen,
            room if isinstance(room, UUID) else None,
            ConversationForm.TRIALOGUE if visit else ConversationForm.DIALOGUE,
        )

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """Whose box is ticked, who is longest overdue first."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    @property
    def has_windows(self) -> bool:
        """Whether any time is free."""
        return self._start is not None and bool(self._start.windows)

    def clear(self) -> None:
        """Forget every name."""
        self._start = None
        self._show_boxes(())
        self.windows.show_windows(())

    def _kind_chosen(self) -> None:
        kind = self.kind.value()
        if kind is None or self._start is None:
            return
        norms = [norm.minutes for norm in self._start.book.norms if norm.kind is kind]
        minutes = next(filter(None, norms), None) or minutes_of(kind)
        self.minutes.set_value(str(minutes))
        self._list_students()

    def _list_students(self) -> None:
        if self._start is None:
            return
        group, kind = self.group.value(), self.kind.value()
        rows = [row for row in self._start.students if not group or row.person.group == group]
        only = [
            replace(row, kinds=tuple(each for each in row.kinds if each.kind is kind))
            for row in rows
        ]
        self._show_boxes(sorted(only, key=most_overdue))
        self._choose_due()

    def _show_boxes(self, rows: Iterable[StudentStanding]) -> None:
        for box in self.boxes.values():
            self._list.column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        self._due = set()
        for place, row in enumerate(rows):
            box = CheckBox(literal(_student_words(row)), self._list.content)
            box.toggled.connect(self._count)
            self._list.column.insertWidget(place, box)
            self.boxes[row.person.id] = box
            if row.missing:
                self._due.add(row.person.id)
        self._count()

    def _choose_due(self) -> None:
        self._choose(self._due)

    def _choose_all(self) -> None:
        self._choose(set(self.boxes))

    def _choose_none(self) -> None:
        self._choose(set())

    def _choose(self, keys: set[UUID]) -> None:
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    def _count(self) -> None:
        words = self.tr("Wie: {count} van {all}")
        self.who.set_title(words.format(count=len(self.chosen), all=len(self.boxes)))
        self.changed.emit()


def _student_words(row: StudentStanding) -> str:
    parts = [row.person.name.listed, row.person.group]
    for each in row.kinds:
        parts.append(f"{short_kind(each.kind)} {dots(each)}" if each.needed else "")
        parts.append(state_words(row))
    return " · ".join(filter(None, parts))


def _room_words(name: str, private: bool) -> str:
    words = QCoreApplication.translate("Planning", "{room} (besloten)") if private else "{room}"
    return words.format(room=name)


def _most_needed(rows: Iterable[StudentStanding]) -> ConversationKind:
    missing = dict.fromkeys(ConversationKind, 0)
    for row in rows:
        for each in row.kinds:
            missing[each.kind] += each.missing
    most = max(missing, key=lambda kind: missing[kind])
    return most if missing[most] else ConversationKind.CAREER_REFLECTION
