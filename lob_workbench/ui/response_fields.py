"""A party's own word on the record: it is right, or I see it differently."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.talks.rules import VERDICT_LABELS, StudentResponse, Verdict
from lob_workbench.ui.forms import AreaField, ChoiceField
from lob_workbench.ui.theme import space

_LATER = "later"


class ResponseFields(QWidget):
    """Asks what a party says; with ``may_wait`` the answer may come later."""

    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        may_wait: bool = True,
        question: str = "",
        words: str = "",
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._given: StudentResponse | None = None
        choices = [
            (verdict.value, QCoreApplication.translate("conversations", VERDICT_LABELS[verdict]))
            for verdict in Verdict
        ]
        if may_wait:
            choices.append((_LATER, self.tr("Later")))
        self.choice: ChoiceField[str] = ChoiceField(
            question or self.tr("Wat zegt de student?"), choices, self
        )
        self.words = AreaField(
            words or self.tr("In eigen woorden van de student"),
            self,
            min_lines=2,
            placeholder=placeholder
            or self.tr("Laat de student dit zelf typen, of schrijf letterlijk op."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.choice)
        column.addWidget(self.words)
        self.choice.changed.connect(self._chosen)
        self.words.changed.connect(self.changed)
        self.setFocusProxy(self.choice)
        self.set_value(None)

    def value(self) -> StudentResponse | None:
        """The response, or ``None`` when it comes later."""
        chosen = self.choice.value()
        if chosen is None or chosen == _LATER:
            return None
        given_on = self._given.given_on if self._given else None
        return StudentResponse(Verdict(chosen), self.words.value(), given_on)

    def set_value(self, response: StudentResponse | None) -> None:
        """Show ``response``; ``changed`` is not emitted."""
        self._given = response
        self.choice.set_value(_LATER if response is None else response.verdict.value)
        self.words.set_value("" if response is None else response.text)
        self._show_words()

    def _chosen(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        verdict = self.choice.value()
        self.words.setVisible(verdict in (Verdict.AGREES, Verdict.DIFFERS))
        self.words.set_hint(
            self.tr("Wat klopt er niet, of wat mis je? Jullie woorden blijven allebei staan.")
            if verdict == Verdict.DIFFERS
            else self.tr("Dit mag leeg blijven.")
        )
