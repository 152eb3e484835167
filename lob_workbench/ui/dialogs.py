"""The only place that opens message boxes and file dialogs; a test answers them beforehand.

``answer_next(value)`` queues the answer of the next dialog. On the offscreen platform a dialog
without an answer raises ``DialogNotAnswered`` instead of waiting for ever.
"""

import re
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Heading, Mark, Paragraph
from lob_workbench.ui.theme import TONE_ROLES, TextSize, space, text_width

T = TypeVar("T")

_answers: deque[object] = deque()
_asked: list[str] = []
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class DialogNotAnswered(RuntimeError):
    """A dialog opened where nobody can click, and no answer was queued."""


def answer_next(value: object) -> None:
    """Queue the answer of the next dialog: what its function will return."""
    _answers.append(value)


def forget_answers() -> None:
    """Drop queued answers and the memory of questions (between tests)."""
    _answers.clear()
    _asked.clear()


def unused_answers() -> int:
    """How many queued answers no dialog has asked for."""
    return len(_answers)


def asked() -> tuple[str, ...]:
    """The titles of the dialogs that were answered from the queue, oldest first."""
    return tuple(_asked)


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    yes: str,
    no: str = "",
    *,
    danger: bool = False,
) -> bool:
    """A decision. ``yes`` and ``no`` are words that say what happens; Esc is ``no``."""
    keep = no or QCoreApplication.translate("dialogs", "Niet doen")
    kind = ButtonKind.DANGER if danger else ButtonKind.PRIMARY
    tone = Tone.DANGER if danger else Tone.CALM
    buttons = ((False, keep, ButtonKind.SECONDARY), (True, yes, kind))
    return bool(_decide(parent, title, text, buttons, otherwise=False, tone=tone))


def choose(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[tuple[T, str]],
) -> T | None:
    """One of several ways on (value, words), the first is the usual one; Esc gives ``None``."""
    buttons = tuple(
        (value, words, ButtonKind.PRIMARY if index == 0 else ButtonKind.SECONDARY)
        for index, (value, words) in enumerate(choices)
    )
    return _decide(parent, title, text, tuple(reversed(buttons)), otherwise=None, tone=Tone.CALM)


def show_error(parent: QWidget | None, title: str, text: str, report: str = "") -> None:
    """Tell what went wrong. With ``report``, it can be copied for who helps."""
    close = QCoreApplication.translate("dialogs", "Sluiten")
    buttons = ((None, close, ButtonKind.PRIMARY),)
    _decide(parent, title, text, buttons, otherwise=None, tone=Tone.DANGER, report=report)


def open_file(
    parent: QWidget | None, title: str, filters: str, folder: Path | None = None
) -> Path | None:
    """A file to read, or ``None``. ``filters`` as Qt writes them: ``"Lijst (*.csv)"``."""
    if _prepared(title):
        return _path(_answers.popleft())
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), filters)
    return Path(name) if name else None


def plain_file_name(text: str) -> str:
    """``text`` as the name of one file on every system, and never as the way to another folder.

    A word of a school's own or the name of a list may have a stroke in it.
    """
    return _NOT_IN_A_NAME.sub("-", text).lstrip(". ") or "-"


def save_file(parent: QWidget | None, title: str, filters: str, suggestion: Path) -> Path | None:
    """Where to write, or ``None``; the system asks before replacing a file."""
    if _prepared(title):
        return _path(_answers.popleft())
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), filters)
    return Path(name) if name else None


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """A folder, or ``None``."""
    if _prepared(title):
        return _path(_answers.popleft())
    name = QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
    return Path(name) if name else None


def _path(answer: object) -> Path | None:
    if answer is None or isinstance(answer, Path):
        return answer
    return Path(str(answer))


def _prepared(title: str) -> bool:
    """Whether an answer waits; raises where waiting for a person would be for ever."""
    if _answers:
        _asked.append(title)
        return True
    if QGuiApplication.platformName() == "offscreen":
        raise DialogNotAnswered(title)
    return False


def _decide(
    parent: QWidget | None,
    title: str,
    text: str,
    buttons: Sequence[tuple[T, str, ButtonKind]],
    *,
    otherwise: T,
    tone: Tone,
    report: str = "",
) -> T:
    if _prepared(title):
        return _answers.popleft()  # type: ignore[return-value]
    dialog = DecisionDialog(parent, title, text, tone=tone, report=report)
    for _, words, kind in buttons:
        dialog.add_button(words, kind)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return otherwise if chosen is None else buttons[chosen][0]


class DecisionDialog(QDialog):
    """A question with its answers as buttons; ``chosen`` is the index of the one clicked."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        tone: Tone = Tone.CALM,
        report: str = "",
    ) -> None:
        super().__init__(parent)
        self.chosen: int | None = None
        self._report = report
        self._buttons: list[Button] = []
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        side = self.fontMetrics().height() * 2
        name = "ph.question" if tone is Tone.CALM else "ph.warning-circle"
        mark = Mark(name, self, role=TONE_ROLES[tone][0], side=side)
        self._title = Heading(title, self, size=TextSize.LARGE)
        self._text = Paragraph(text, self, selectable=True)
        self._text.setMinimumWidth(text_width(self, 62))
        words = QVBoxLayout()
        words.setSpacing(space(2))
        words.addWidget(self._title)
        words.addWidget(self._text)
        top = QHBoxLayout()
        top.setSpacing(space(4))
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(space(2))
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(6), space(6), space(5))
        column.setSpacing(space(6))
        column.addLayout(top)
        column.addLayout(self._row)
        if report:
            copy = Button(self.tr("&Kopieer verslag"), self, kind=ButtonKind.QUIET, icon="ph.copy")
            copy.clicked.connect(self._copy_report)
            self._row.insertWidget(0, copy)

    def add_button(self, words: str, kind: ButtonKind) -> Button:
        """Add an answer at the right end; the last primary or danger one has Enter."""
        button = Button(words, self, kind=kind)
        button.clicked.connect(self._answered)
        self._buttons.append(button)
        self._row.addWidget(button)
        if kind is ButtonKind.PRIMARY:
            button.setDefault(True)
            button.setFocus()
        elif kind is ButtonKind.SECONDARY and len(self._buttons) == 1:
            # Next to a danger button, the safe way has the focus.
            button.setFocus()
        return button

    def _answered(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen = self._buttons.index(button)
        self.accept()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
