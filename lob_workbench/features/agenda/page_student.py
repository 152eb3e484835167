"""A field for one student: type a part of the name, choose from what fits."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from lob_workbench.domain.text import search_words
from lob_workbench.people.rules import StudentRow
from lob_workbench.ui.field import Field
from lob_workbench.ui.theme import control_height

_MOST = 8


class StudentField(Field):
    """``value()`` is the id of who was chosen, or ``None``.

    Down goes into what fits; Enter there chooses, as do Enter and leaving when one student is left.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent, required=True)
        self._students: tuple[tuple[StudentRow, tuple[str, ...]], ...] = ()
        self._fitting: list[StudentRow] = []
        self._chosen: StudentRow | None = None
        self.edit = QLineEdit(self)
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.setPlaceholderText(self.tr("Typ een deel van de naam"))
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self._words = QStringListModel(self)
        self.completer = QCompleter(self._words, self)
        # What fits is found here: names fold as in search.
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(_MOST)
        # After the completer wrote its own line: the index comes last, and puts the name there.
        self.completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]
        self.edit.returnPressed.connect(self._take_only)
        self.edit.setCompleter(self.completer)
        self.put(self.edit)

    def set_students(self, students: Sequence[StudentRow]) -> None:
        """Who can be chosen; who was chosen stays when still there."""
        self._students = tuple(
            (student, search_words(f"{student.name.full} {student.group} {student.number}"))
            for student in students
        )
        if self._chosen is not None:
            self.choose(self._chosen.id)
        self._fit("")

    def choose(self, student_id: UUID | None) -> None:
        """Choose somebody, or nobody; ``changed`` is not emitted."""
        self._chosen = next(
            (student for student, _ in self._students if student.id == student_id), None
        )
        self.edit.setText("" if self._chosen is None else self._chosen.name.full)
        self.set_hint("" if self._chosen is None else self._chosen.group)
        self.clear_error()

    def value(self) -> UUID | None:
        """Who was chosen."""
        return None if self._chosen is None else self._chosen.id

    def clear(self) -> None:
        """Forget every name."""
        self._students, self._chosen = (), None
        self._fit("")
        self.edit.clear()
        self.set_hint("")

    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    def problem(self) -> str:
        found = super().problem()
        if not found and self._chosen is None:
            return self.tr("Kies een naam uit de lijst.")
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            popup = self.completer.popup()
            if not self._take_only() and popup is not None and not popup.isVisible():
                self._complain()
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._chosen = None
        self.set_hint("")
        self._fit(text)
        self._edited()

    def _fit(self, text: str) -> None:
        wanted = search_words(text)
        self._fitting = [
            student
            for student, words in self._students
            if all(any(known.startswith(word) for known in words) for word in wanted)
        ][:50]
        self._words.setStringList(
            [
                f"{student.name.full} · {student.group}" if student.group else student.name.full
                for student in self._fitting
            ]
        )

    def _picked(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._fitting):
            self._take(self._fitting[index.row()])

    def _take_only(self) -> bool:
        """Choose the one that is left, if so."""
        one_left = self._chosen is None and len(self._fitting) == 1 and not self.is_empty()
        if one_left:
            self._take(self._fitting[0])
        return one_left

    def _complain(self) -> None:
        if not self.is_empty():
            self.check()

    def _take(self, student: StudentRow) -> None:
        self.choose(student.id)
        self._edited()
