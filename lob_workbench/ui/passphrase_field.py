"""The field for a passphrase, and the meter that tells how strong it is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.field import Field
from lob_workbench.ui.icons import icon
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import Role, TextSize, colour, control_height, space, text_width


class StrengthMeter(QWidget):
    """Four bars and a word: how strong a passphrase is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self._words = Label("", self, size=TextSize.SMALL, ink="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(text_width(self, 30) + space(2), 0, 0, 0)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_strength(self, level: int, words: str) -> None:
        """``level`` 0–4, and what it means in words."""
        self._level = min(max(level, 0), 4)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = (Role.DANGER, Role.DANGER, Role.ACCENT_SHAPE, Role.SUCCESS, Role.SUCCESS)
        gap = space(1)
        width = (text_width(self, 30) - 3 * gap) / 4
        top = self.height() / 2 - 3
        for index in range(4):
            role = ink[self._level] if index < self._level else Role.HAIR_LINE
            painter.setBrush(colour(role))
            painter.drawRoundedRect(QRectF(index * (width + gap), top, width, 6), 3, 3)
        painter.end()


class PassphraseField(Field):
    """A passphrase, hidden until *Tonen*; with ``meter`` a slot that tells its strength.

    ``value()`` is what was typed, unchanged: spaces count.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        required: bool = True,
        hint: str = "",
        meter: bool = False,
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self._must.hide()
        self.edit = QLineEdit(self)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.textEdited.connect(self._edited)
        self._show = Button(self.tr("Tonen"), self, kind=ButtonKind.QUIET, icon="ph.eye")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._toggle)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(1))
        line.addWidget(self.edit, 1)
        line.addWidget(self._show)
        self.meter: StrengthMeter | None = None
        self.put(row, self.edit)
        if meter:
            self.meter = StrengthMeter(self)
            self._column.insertWidget(self._column.count() - 3, self.meter)
        self._toggle(False)

    def value(self) -> str:
        """What was typed, spaces and all."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        # setText, unlike clear, also empties what could be undone.
        self.edit.setText("")
        self._show.setChecked(False)
        self.clear_error()

    def is_empty(self) -> bool:
        return not self.edit.text()

    def _toggle(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._show.setText(self.tr("Verbergen") if shown else self.tr("Tonen"))
        self._show.setIcon(icon("ph.eye-slash" if shown else "ph.eye", Role.PRIMARY))
        # The longer word decides, so that the field does not jump.
        longer = self._show.fontMetrics().horizontalAdvance(self.tr("Verbergen"))
        self._show.setMinimumWidth(longer + self._show.iconSize().width() + space(6))
