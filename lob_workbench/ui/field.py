"""The base of all fields: the label above, the input, a hint, and what is wrong with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lob_workbench.ui.labels import Label, Mark, Paragraph, restyle
from lob_workbench.ui.theme import Role, TextSize, space


class Field(QWidget):
    """A labelled input. Subclasses make the input, pass it to ``put`` and say ``is_empty``.

    ``changed`` is emitted when the person changes the value. ``label`` may hold a mnemonic.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.required = required
        self._input: QWidget | None = None
        self._shape: QWidget | None = None
        self._label = QLabel(label, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        font = self._label.font()
        font.setWeight(font.Weight.DemiBold)
        self._label.setFont(font)
        self._must = Label(self.tr("verplicht"), self, size=TextSize.SMALL, ink="muted")
        self._must.setVisible(required)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(self._label)
        head.addWidget(self._must)
        head.addStretch(1)
        self._hint = Paragraph(hint, self, size=TextSize.SMALL, ink="muted")
        self._hint.setVisible(bool(hint))
        self._error_mark = Mark("ph.warning-circle", self, role=Role.DANGER)
        self._error = Paragraph("", self, size=TextSize.SMALL, ink="danger")
        wrong = QHBoxLayout()
        wrong.setSpacing(space(1))
        wrong.addWidget(self._error_mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._error, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(1))
        if label:
            self._column.addLayout(head)
        else:
            self._label.hide()
            self._must.hide()
        self._column.addWidget(self._hint)
        self._column.addLayout(wrong)
        # Room to spare goes below, never between a label and its input.
        self._column.addStretch(0)
        self.clear_error()

    def put(self, shown: QWidget, focus: QWidget | None = None) -> None:
        """Place ``shown`` between label and hint; ``focus`` is the widget that takes the keys."""
        self._input = focus or shown
        self._shape = self._input
        self._label.setBuddy(self._input)
        if not self._input.accessibleName():
            self._input.setAccessibleName(self._plain_label())
        if self._hint.text():
            self._input.setAccessibleDescription(self._hint.text())
        self.setFocusProxy(self._input)
        self._column.insertWidget(self._column.count() - 3, shown)

    def _plain_label(self) -> str:
        return self._label.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    @property
    def label(self) -> str:
        """The label, without its mnemonic."""
        return self._plain_label()

    def set_hint(self, hint: str) -> None:
        """Another line of help under the input; empty hides it."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        if self._input is not None:
            self._input.setAccessibleDescription(self._error.text() or hint)

    @property
    def error(self) -> str:
        """What is wrong, or ``""``."""
        return self._error.text()

    def set_error(self, text: str) -> None:
        """Say under the input what is wrong; the next change takes it away."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._error_mark.setVisible(bool(text))
        if self._input is not None:
            self._input.setAccessibleDescription(text or self._hint.text())
        if self._shape is not None:
            self._shape.setProperty("wrong", "true" if text else "false")
            restyle(self._shape)

    def clear_error(self) -> None:
        """Nothing is wrong (any more)."""
        if self._error.text() or self._error_mark.isVisibleTo(self):
            self.set_error("")

    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        raise NotImplementedError

    def problem(self) -> str:
        """What is wrong with the present value by itself, or ``""``; subclasses extend it."""
        if self.required and self.is_empty():
            return self.tr("Vul dit nog in.")
        return ""

    def check(self) -> bool:
        """Show what is wrong, if anything; whether the value is good."""
        found = self.problem()
        if found:
            self.set_error(found)
        else:
            self.clear_error()
        return not found

    def _edited(self) -> None:
        self.clear_error()
        self.changed.emit()
