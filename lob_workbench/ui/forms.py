"""Forms: fields with their label above, in a natural order, that say in words what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lob_workbench.ui.buttons import literal
from lob_workbench.ui.date_field import DateField, TimeField
from lob_workbench.ui.field import Field
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.passphrase_field import PassphraseField, StrengthMeter
from lob_workbench.ui.text_area import TextArea
from lob_workbench.ui.theme import Role, colour, control_height, space, text_width
from lob_workbench.ui.toggles import CheckBox, RadioButton

__all__ = [
    "AreaField",
    "CheckBox",
    "ChoiceField",
    "ComboBox",
    "DateField",
    "Field",
    "Form",
    "FormErrors",
    "LineField",
    "PassphraseField",
    "RadioButton",
    "StrengthMeter",
    "TimeField",
]

T = TypeVar("T")


class LineField(Field):
    """One line of text; ``value()`` has no white space around it."""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        limit: int = 200,
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(limit)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.textEdited.connect(self._edited)
        self.put(self.edit)

    def value(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

    def set_value(self, text: str) -> None:
        """Show ``text``; ``changed`` is not emitted."""
        self.edit.setText(text)
        self.clear_error()

    def is_empty(self) -> bool:
        return not self.value()


class AreaField(Field):
    """Many lines of text, growing; ``value()`` has no white space around it."""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        min_lines: int = 3,
        max_lines: int = 12,
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self._loading = False
        self.edit = TextArea(
            self, min_lines=min_lines, max_lines=max_lines, placeholder=placeholder
        )
        self.edit.textChanged.connect(self._text_changed)
        self.put(self.edit)

    def value(self) -> str:
        """What was typed."""
        return self.edit.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show ``text``; ``changed`` is not emitted."""
        self._loading = True
        self.edit.setPlainText(text)
        self._loading = False
        self.clear_error()

    def is_empty(self) -> bool:
        return not self.value()

    def _text_changed(self) -> None:
        if not self._loading:
            self._edited()


class ComboBox(QComboBox):
    """A drop-down in the look of the house; the wheel only turns it when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumHeight(control_height(self))
        self.setMaxVisibleItems(12)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + space(6), control_height(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self, 12), control_height(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        wrong = self.property("wrong") == "true"
        width = 2.0 if focus else 1.0
        line = Role.FOCUS if focus else Role.DANGER if wrong else Role.FIELD_LINE
        if not self.isEnabled():
            line = Role.HAIR_LINE
        half = width / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(colour(line), width))
        painter.setBrush(colour(Role.RAISED if self.isEnabled() else Role.SUNKEN))
        painter.drawRoundedRect(frame, 6, 6)
        side = round(self.fontMetrics().height() * 0.9)
        arrow = QRect(self.width() - side - space(2), (self.height() - side) // 2, side, side)
        paint_icon(painter, "ph.caret-down", arrow, colour(Role.INK_MUTED))
        words = self.rect().adjusted(12, 0, -(side + space(3)), 0)
        empty = self.currentIndex() < 0
        text = self.placeholderText() if empty else self.currentText()
        quiet = empty or not self.isEnabled()
        painter.setPen(colour(Role.INK_MUTED if quiet else Role.INK))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, flags, shown)
        painter.end()


class ChoiceField(Field, Generic[T]):
    """One of several (value, words): radio buttons up to ``radio_up_to``, else a drop-down.

    Nothing is chosen until ``set_value`` or the person does so; ``value()`` is then ``None``.
    """

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[T, str]],
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        radio_up_to: int = 3,
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self._values: list[T] = []
        self._words: list[str] = []
        self._radios: list[RadioButton] = []
        self.combo: ComboBox | None = None
        self._group = QButtonGroup(self)
        if len(choices) <= radio_up_to:
            self._make_radios(choices)
        else:
            self.combo = ComboBox(self)
            self.combo.setPlaceholderText(placeholder or self.tr("Kies…"))
            self.combo.activated.connect(self._edited)
            self.put(self.combo)
            self.set_choices(choices)

    def _make_radios(self, choices: Sequence[tuple[T, str]]) -> None:
        row = QWidget(self)
        flow = FlowLayout(row, gap=space(4))
        for index, (value, words) in enumerate(choices):
            radio = RadioButton(literal(words), row)
            self._group.addButton(radio, index)
            self._radios.append(radio)
            self._values.append(value)
            flow.addWidget(radio)
        self._group.idClicked.connect(self._radio_chosen)
        row.setAccessibleName(self.label)
        self.put(row, self._radios[0] if self._radios else row)
        for radio, (_, words) in zip(self._radios, choices, strict=True):
            radio.setAccessibleName(f"{self.label}: {words}")

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Other choices (drop-down only); what was chosen stays when it is still there."""
        if self.combo is None:
            raise TypeError("radio buttons keep their choices")
        words = [words for _, words in choices]
        values = [value for value, _ in choices]
        if values == self._values and words == self._words:
            # A list that is filled anew takes another width for a moment.
            self.clear_error()
            return
        before = self.value()
        self._values, self._words = values, words
        self.combo.clear()
        self.combo.addItems(words)
        self.set_value(before)

    def value(self) -> T | None:
        """What is chosen, or ``None``."""
        index = self._group.checkedId() if self.combo is None else self.combo.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: T | None) -> None:
        """Choose ``value`` (``None`` or an unknown one: nothing); ``changed`` is not emitted."""
        index = self._values.index(value) if value in self._values else -1
        if self.combo is not None:
            self.combo.setCurrentIndex(index)
        else:
            self._group.setExclusive(False)
            for number, radio in enumerate(self._radios):
                radio.setChecked(number == index)
            self._group.setExclusive(True)
            self._hand_tab_stop()
        self.clear_error()

    def _radio_chosen(self) -> None:
        self._hand_tab_stop()
        self._edited()

    def _hand_tab_stop(self) -> None:
        """Tab comes to the chosen button; Qt would stay with the one that last had the focus."""
        stop = self._group.checkedButton() or self._radios[0]
        for radio in self._radios:
            radio.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if radio is stop else Qt.FocusPolicy.ClickFocus
            )
        self._input = stop
        self._label.setBuddy(stop)
        self.setFocusProxy(stop)

    def is_empty(self) -> bool:
        return self.value() is None


class _Narrow(QVBoxLayout):
    """Knows its height in the width that it gets: Qt asks for that of all the room around it."""

    def heightForWidth(self, width: int) -> int:
        around = self.parentWidget()
        most = width if around is None else around.maximumWidth()
        return super().heightForWidth(min(width, most))


class Form(QWidget):
    """Fields under each other, as wide as reads well; Tab follows the eye."""

    def __init__(self, parent: QWidget | None = None, *, characters: int = 72) -> None:
        super().__init__(parent)
        self._last: QWidget | None = None
        self.errors = FormErrors(())
        outer = _Narrow(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(space(4))
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.setMaximumWidth(text_width(self, characters) + space(6))

    def add(self, *fields: QWidget) -> None:
        """One field, or several beside each other on one line."""
        if len(fields) == 1:
            self._column.addWidget(fields[0])
        else:
            row = QHBoxLayout()
            row.setSpacing(space(4))
            for field in fields:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(row)
        self.errors = FormErrors(
            (*self.errors.fields, *(field for field in fields if isinstance(field, Field)))
        )

    def check(self) -> bool:
        """Show all that is wrong and go to the first of it; whether all is good."""
        return self.errors.check()


class FormErrors:
    """The fields of a form together: checks all, and puts the focus on the first wrong one."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self.fields = tuple(fields)

    def check(self) -> bool:
        """Whether all values are good; what is wrong is shown, the first one has the focus."""
        wrong = [field for field in self.fields if not field.check()]
        self._go(wrong)
        return not wrong

    def show(self, problems: Mapping[Field, str]) -> None:
        """Show what an operation refused, by field."""
        for field, text in problems.items():
            field.set_error(text)
        self._go([field for field in self.fields if field in problems])

    @staticmethod
    def _go(wrong: Sequence[Field]) -> None:
        if not wrong:
            return
        first = wrong[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        around = first.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(first)
            around = around.parentWidget()
