"""The periods of an agreement in its form: some by one click, others typed, each with a plan."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.goal_drafts import SlotTyped
from lob_workbench.features.life_skills.rules_slots import (
    QUICK_WEEKS,
    QuickKind,
    QuickSlot,
    SlotFault,
    quick_slots,
    slot_faults,
)
from lob_workbench.skills.rules_goals import MOST_SLOTS, Slot, SlotProgress
from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.dates import format_date, parse_date, short_date
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.forms import DateField, LineField
from lob_workbench.ui.labels import Label, Line
from lob_workbench.ui.theme import TextSize, space


class SlotRow(QWidget):
    """One period: from, to, what happens in it, and a button that takes it away."""

    changed = Signal()
    removed = Signal(object)
    """The row itself."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = SlotProgress.PLANNED
        self.starts = DateField(self.tr("Van"), self, today=today)
        self.ends = DateField(self.tr("Tot en met"), self, today=today)
        self.plan = LineField(
            self.tr("Wat gebeurt er dan?"),
            self,
            placeholder=self.tr("Bijvoorbeeld: oefent in twee lessen"),
            limit=1_000,
        )
        self.remove_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.trash", tip=self.tr("Periode weghalen")
        )
        self.remove_button.clicked.connect(self._remove)
        days = QHBoxLayout()
        days.setSpacing(space(3))
        top = Qt.AlignmentFlag.AlignTop
        days.addWidget(self.starts, 1, top)
        days.addWidget(self.ends, 1, top)
        days.addWidget(self.remove_button, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(days)
        column.addWidget(self.plan)
        for field in (self.starts, self.ends, self.plan):
            field.changed.connect(self.changed)

    def _remove(self) -> None:
        self.removed.emit(self)

    @property
    def typed(self) -> SlotTyped:
        """As it stands in the fields."""
        starts, ends = self.starts.edit.text(), self.ends.edit.text()
        return SlotTyped(starts, ends, self.plan.edit.text(), self._progress)

    def show_typed(self, typed: SlotTyped) -> None:
        """Show what was typed, also where it is no day."""
        self._progress = typed.progress
        for field, words in ((self.starts, typed.starts), (self.ends, typed.ends)):
            field.set_value(None)
            field.edit.setText(words)
        self.plan.set_value(typed.plan)

    def set_number(self, number: int) -> None:
        """Which one it is, for who does not see where it stands."""
        for field in (self.starts, self.ends, self.plan):
            edit = field.edit
            edit.setAccessibleName(
                self.tr("Periode {number}: {what}").format(number=number, what=field.label)
            )

    def show_fault(self, fault: SlotFault | None) -> None:
        """Say at the field what is wrong; a text that is no day says it itself."""
        for field in (self.starts, self.ends):
            field.check()
        words = {
            SlotFault.NO_START: (self.starts, self.tr("Vul in wanneer dit begint.")),
            SlotFault.NO_END: (self.ends, self.tr("Vul in tot en met welke dag.")),
            SlotFault.BACKWARDS: (
                self.ends,
                self.tr("Deze dag ligt voor het begin van de periode."),
            ),
            SlotFault.OVERLAP: (
                self.starts,
                self.tr("Deze periode loopt door een andere heen. Kies andere dagen."),
            ),
        }
        if fault is not None:
            field, text = words[fault]
            if not field.error:
                field.set_error(text)

    @property
    def wrong(self) -> DateField | None:
        """The first field with something wrong."""
        return next((field for field in (self.starts, self.ends) if field.error), None)


class _QuickButton(Button):
    """A period that fills itself in; ``taken`` tells which."""

    taken = Signal(object)

    def __init__(self, quick: QuickSlot, text: str, parent: QWidget) -> None:
        super().__init__(literal(text), parent)
        self._quick = quick
        self.setAccessibleName(text)
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit(self._quick)


class SlotsEditor(QWidget):
    """Rows of periods, and buttons that fill one in."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._holidays: tuple[Holiday, ...] = ()
        self.rows: list[SlotRow] = []
        self._lines: list[Line] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(3))
        self._quick_label = Label(self.tr("Snel kiezen"), self, size=TextSize.SMALL, ink="muted")
        self._quick = QWidget(self)
        self._flow = FlowLayout(self._quick)
        self.quick_buttons: list[Button] = []
        self.add_button = Button(self.tr("Nog een periode"), self, icon="ph.plus")
        self.add_button.clicked.connect(self._add_empty)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._quick_label)
        column.addWidget(self._quick)
        column.addLayout(self._list)
        column.addLayout(foot)

    def show_slots(self, slots: Sequence[SlotTyped], holidays: Sequence[Holiday] = ()) -> None:
        """Show these; ``holidays`` say what may be chosen quickly."""
        self._holidays = tuple(holidays) or self._holidays
        while self.rows:
            self._take_away(self.rows[-1])
        for typed in slots or (SlotTyped(),):
            self._add(typed)
        self._dress()

    def set_holidays(self, holidays: Sequence[Holiday]) -> None:
        """The school's holidays, which end a period."""
        self._holidays = tuple(holidays)
        self._dress()

    def typed(self) -> tuple[SlotTyped, ...]:
        """All rows as typed."""
        return tuple(row.typed for row in self.rows)

    def slots(self) -> tuple[Slot, ...]:
        """The periods; only after :meth:`check` said that they are good."""
        found = []
        for number, row in enumerate(self.rows, 1):
            starts, ends = row.starts.value(), row.ends.value()
            assert starts is not None
            assert ends is not None
            typed = row.typed
            found.append(Slot(number, starts, ends, typed.progress, typed.plan))
        return tuple(found)

    def check(self) -> bool:
        """Say at each field what is wrong, and go to the first; whether all is good."""
        spans = [(row.starts.value(), row.ends.value()) for row in self.rows]
        for row, fault in zip(self.rows, slot_faults(spans), strict=True):
            row.show_fault(fault)
        wrong = next((row.wrong for row in self.rows if row.wrong is not None), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is None

    def _add_empty(self) -> None:
        row = self._add(SlotTyped())
        self._dress()
        row.starts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add(self, typed: SlotTyped) -> SlotRow:
        row = SlotRow(self._today, self)
        row.show_typed(typed)
        row.changed.connect(self._edited)
        row.removed.connect(self._remove)
        if self.rows:
            line = Line(self)
            self._list.addWidget(line)
            self._lines.append(line)
        self._list.addWidget(row)
        self.rows.append(row)
        return row

    def _remove(self, row: SlotRow) -> None:
        place = self.rows.index(row)
        self._take_away(row)
        if not self.rows:
            self._add(SlotTyped())
        self._dress()
        near = self.rows[min(place, len(self.rows) - 1)]
        near.starts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_away(self, row: SlotRow) -> None:
        self.rows.remove(row)
        gone: list[QWidget] = [row]
        if self._lines:
            gone.append(self._lines.pop())
        for widget in gone:
            self._list.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _edited(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        """Numbers, buttons, and what may be chosen quickly after the last day that stands."""
        for number, row in enumerate(self.rows, 1):
            row.set_number(number)
            row.remove_button.setVisible(len(self.rows) > 1 or row.typed != SlotTyped())
        full = len(self.rows) >= MOST_SLOTS
        self.add_button.setEnabled(not full)
        self._offer_quick(full)

    def _offer_quick(self, full: bool) -> None:
        today = self._today()
        ends = [parse_date(row.typed.ends, today) for row in self.rows]
        after = max((day for day in ends if day is not None), default=None)
        offered = (
            () if full and self._empty_row() is None else quick_slots(today, self._holidays, after)
        )
        texts = [self._quick_words(one) for one in offered]
        if [button.accessibleName() for button in self.quick_buttons] == texts:
            return
        while self._flow.takeAt(0) is not None:
            pass
        for button in self.quick_buttons:
            button.hide()
            button.deleteLater()
        self.quick_buttons = []
        for one, text in zip(offered, texts, strict=True):
            button = _QuickButton(one, text, self._quick)
            button.taken.connect(self._take_quick)
            self._flow.addWidget(button)
            self.quick_buttons.append(button)
        for shown in (self._quick, self._quick_label):
            shown.setVisible(bool(offered))

    def _quick_words(self, quick: QuickSlot) -> str:
        until = short_date(quick.ends_on, self._today())
        if quick.kind is QuickKind.BLOCK:
            # After a period that is filled in already it is not the one of today.
            words = self.tr("Volgende periode, t/m {day}")
            if quick.starts_on <= self._today():
                words = self.tr("Deze periode, t/m {day}")
        elif quick.kind is QuickKind.WEEKS:
            words = self.tr("{weeks} weken, t/m {day}")
        elif quick.name.casefold().endswith("vakantie"):
            words = self.tr("Tot de {holiday}, t/m {day}")
            return words.format(holiday=quick.name[:1].lower() + quick.name[1:], day=until)
        else:
            words = self.tr("Tot {holiday}, t/m {day}")
        return words.format(day=until, weeks=QUICK_WEEKS, holiday=quick.name)

    def _empty_row(self) -> SlotRow | None:
        for row in self.rows:
            if not row.typed.starts.strip() and not row.typed.ends.strip():
                return row
        return None

    def _take_quick(self, quick: QuickSlot) -> None:
        row = self._empty_row() or self._add(SlotTyped())
        typed = row.typed
        days = format_date(quick.starts_on), format_date(quick.ends_on)
        row.show_typed(SlotTyped(*days, typed.plan, typed.progress))
        self._dress()
        row.plan.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
