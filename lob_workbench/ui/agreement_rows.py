"""New agreements: what, who, by when; a row each, as many as it takes."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.talks.rules import OWNER_LABELS, AgreementOwner, AgreementText
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.forms import ChoiceField, DateField, LineField
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.theme import space

_MORE_THAN_ALLOWED = 100_000


class AgreementRow(QWidget):
    """One agreement being made."""

    changed = Signal()
    finished = Signal()
    """Enter: this one is ready."""
    removed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: UUID | None = None
        self.what = LineField(
            self.tr("Wat"),
            self,
            placeholder=self.tr("Bijvoorbeeld: feedback vragen aan je begeleider"),
            limit=_MORE_THAN_ALLOWED,
        )
        owners = [
            (owner, QCoreApplication.translate("conversations", OWNER_LABELS[owner]))
            for owner in AgreementOwner
        ]
        self.owner: ChoiceField[AgreementOwner] = ChoiceField(self.tr("Wie"), owners, self)
        self.due = DateField(self.tr("Uiterlijk"), self, today=today)
        self.remove = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.trash", tip=self.tr("Afspraak weghalen")
        )
        self.remove.clicked.connect(self.removed)
        self.owner.set_value(AgreementOwner.STUDENT)
        for field in (self.what, self.owner, self.due):
            field.changed.connect(self.changed)
        for edit in (self.what.edit, self.due.edit):
            edit.returnPressed.connect(self.finished)
        second = QHBoxLayout()
        second.setSpacing(space(3))
        second.addWidget(self.owner, 2, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.due, 3, Qt.AlignmentFlag.AlignTop)
        # Level with the inputs, which stand under their labels.
        end = QVBoxLayout()
        end.addSpacing(self.fontMetrics().height() + space(1))
        end.addWidget(self.remove)
        second.addLayout(end)
        second.setAlignment(end, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.what)
        column.addLayout(second)
        self.setFocusProxy(self.what)
        self.what.edit.editingFinished.connect(self._show_start)

    def value(self) -> AgreementText:
        """What was typed."""
        owner = self.owner.value() or AgreementOwner.STUDENT
        return AgreementText(self.what.value(), owner, self.due.value(), self._id)

    def set_value(self, agreement: AgreementText) -> None:
        """Show ``agreement``; ``changed`` is not emitted."""
        self._id = agreement.id
        self.what.set_value(agreement.what)
        self.owner.set_value(agreement.owner)
        self.due.set_value(agreement.due_on)
        self._show_start()

    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return self.what.is_empty() and self.due.is_empty()

    def _show_start(self) -> None:
        """A long text is recognised by its first words."""
        self.what.edit.setCursorPosition(0)


class AgreementRows(QWidget):
    """Rows of agreements; there is always one to type in. A removed one can come back."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._filling = False
        self.rows: list[AgreementRow] = []
        self._lines: dict[AgreementRow, Line] = {}
        self._removed: tuple[int, AgreementText] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space(3))
        self.problem = Paragraph("", self, ink="danger")
        self._gone = QWidget(self)
        gone = QHBoxLayout(self._gone)
        gone.setContentsMargins(0, 0, 0, 0)
        gone.addWidget(Paragraph(self.tr("Afspraak weggehaald."), self._gone, ink="muted"), 1)
        self.undo = Button(self.tr("Ongedaan maken"), self._gone, kind=ButtonKind.QUIET)
        self.undo.clicked.connect(self._put_back)
        gone.addWidget(self.undo)
        self.add = Button(self.tr("&Afspraak erbij"), self, kind=ButtonKind.QUIET, icon="ph.plus")
        self.add.clicked.connect(self._add_below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(self._rows)
        column.addWidget(self.problem)
        column.addWidget(self._gone)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_value(())

    def value(self) -> tuple[AgreementText, ...]:
        """What was typed, without rows in which nothing stands."""
        return tuple(row.value() for row in self.rows if not row.is_blank())

    def set_value(self, agreements: Sequence[AgreementText]) -> None:
        """Show ``agreements``, or one empty row."""
        self._filling = True
        while self.rows:
            self._take_away(self.rows[-1])
        for agreement in agreements or (AgreementText(""),):
            self._insert(len(self.rows), agreement)
        self._filling = False
        self._dress()
        self._forget_removed()
        self.set_problem("")

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the agreements together; empty takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _insert(self, place: int, agreement: AgreementText) -> AgreementRow:
        row = AgreementRow(self._today, self)
        row.set_value(agreement)
        row.changed.connect(self._edited)
        row.finished.connect(self._row_finished)
        row.removed.connect(self._row_removed)
        line = Line(self)
        self._lines[row] = line
        self.rows.insert(place, row)
        self._rows.insertWidget(place * 2, row)
        self._rows.insertWidget(place * 2 + 1, line)
        # At once, not when the layout comes to it: the next key may be Tab already.
        row.show()
        self._dress()
        return row

    def _take_away(self, row: AgreementRow) -> None:
        line = self._lines.pop(row)
        self.rows.remove(row)
        for widget in (row, line):
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._dress()

    def _dress(self) -> None:
        """A line between rows, and nothing to remove where nothing stands."""
        if self._filling:
            return
        for row in self.rows:
            self._lines[row].setVisible(row is not self.rows[-1])
        if self.rows:
            self.rows[0].remove.setVisible(len(self.rows) > 1 or not self.rows[0].is_blank())

    def _edited(self) -> None:
        self.set_problem("")
        self._forget_removed()
        self.rows[0].remove.setVisible(len(self.rows) > 1 or not self.rows[0].is_blank())
        self.changed.emit()

    def _row_finished(self) -> None:
        row = self.sender()
        if not isinstance(row, AgreementRow):
            return
        place = self.rows.index(row)
        if place + 1 < len(self.rows):
            self.rows[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif not row.is_blank():
            self._add_below()

    def _add_below(self) -> None:
        last = self.rows[-1]
        row = last if last.is_blank() else self._insert(len(self.rows), AgreementText(""))
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _row_removed(self) -> None:
        row = self.sender()
        if not isinstance(row, AgreementRow):
            return
        place = self.rows.index(row)
        removed = None if row.is_blank() else (place, row.value())
        self._take_away(row)
        if not self.rows:
            self._insert(0, AgreementText(""))
        self._removed = removed
        self._gone.setVisible(removed is not None)
        if removed is not None:
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.rows[min(place, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_problem("")
        self.changed.emit()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        place, agreement = self._removed
        self._forget_removed()
        if len(self.rows) == 1 and self.rows[0].is_blank():
            self._take_away(self.rows[0])
        row = self._insert(min(place, len(self.rows)), agreement)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _forget_removed(self) -> None:
        self._removed = None
        self._gone.hide()
