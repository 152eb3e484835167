"""The frame of every page: title, one line under it, buttons at the top right, the work below."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Heading, Mark, Paragraph
from lob_workbench.ui.spoken import Spoken, speak_as
from lob_workbench.ui.tab_order import tab_on
from lob_workbench.ui.theme import Role, TextSize, space, text_width


class PageKey(Enum):
    """Keys that mean the same on every page."""

    NEW = "Ctrl+N"
    SAVE = "Ctrl+S"
    PRINT = "Ctrl+P"
    FINISH = "Ctrl+Return"


def finish_by_keys(form: QWidget, button: Button) -> None:
    """Ctrl+Enter anywhere in ``form`` presses ``button``, beside its own key."""
    action = QAction(button.text().replace("&", ""), form)
    action.setShortcuts([QKeySequence(PageKey.FINISH.value), QKeySequence("Ctrl+Enter")])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(button.click)
    form.addAction(action)
    words = QCoreApplication.translate("Page", "{action} (Ctrl+Enter)")
    button.setToolTip(words.format(action=action.text()))


class ScrollColumn(QScrollArea):
    """A column that scrolls down and never sideways; add to ``column``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: asking Qt for its viewport makes PySide build every class it has (35 ms).
        ground = QWidget(self)
        ground.setAutoFillBackground(False)
        self.setViewport(ground)
        self.content = QWidget(self)
        self.content.setObjectName("page_body")
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, space(2), 0)
        self.column.setSpacing(space(4))
        self.setWidget(self.content)

    def take_keys(self, name: str = "") -> None:
        """Be a stop for Tab, where the arrow keys scroll; ``name`` is read out."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        speak_as(self, Spoken.READING)


class Page(QWidget):
    """Base of all pages. Add the work to ``body``; override the hooks that the page needs.

    ``navigate`` asks the window to go to a ``Target``; ``said`` puts a ``Message`` in the bar.
    """

    navigate = Signal(object)
    said = Signal(object)
    title_changed = Signal(str)

    help_topic = ""
    """The page of the user guide that F1 opens."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        title: str = "",
        subtitle: str = "",
        scroll: bool = True,
    ) -> None:
        super().__init__(parent)
        self.new_action = self._action(PageKey.NEW)
        self.save_action = self._action(PageKey.SAVE)
        self.print_action = self._action(PageKey.PRINT)
        self.finish_action = self._action(PageKey.FINISH)
        self._title = Heading(title, self)
        # Where the keys are after going somewhere: that is where one is.
        self.setAccessibleName(title)
        self._subtitle = Paragraph(subtitle, self, ink="muted")
        self._subtitle.setVisible(bool(subtitle))
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(space(2))
        self.header = QHBoxLayout()
        self.header.setSpacing(space(4))
        self.header.addLayout(words, 1)
        self.header.addLayout(self._buttons)
        self.header.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(6), space(5), space(6), space(2))
        outer.setSpacing(space(4))
        outer.addLayout(self.header)
        self.top = QVBoxLayout()
        """Between header and body, for filters: does not scroll away."""
        self.top.setSpacing(space(2))
        outer.addLayout(self.top)
        self.body: QVBoxLayout
        if scroll:
            self.scroll_area: ScrollColumn | None = ScrollColumn(self)
            self.body = self.scroll_area.column
            outer.addWidget(self.scroll_area, 1)
        else:
            self.scroll_area = None
            self.body = QVBoxLayout()
            self.body.setSpacing(space(4))
            outer.addLayout(self.body, 1)

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Another title, and another line under it when given (empty hides it)."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)
        if subtitle is not None:
            self._subtitle.setText(subtitle)
            self._subtitle.setVisible(bool(subtitle))
        self.title_changed.emit(title)

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    def add_button(
        self, text: str, slot: Callable[[], object], *, primary: bool = False, icon: str = ""
    ) -> Button:
        """A button at the top right; add the primary one last. ``slot`` is a bound method."""
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        button = Button(text, self, kind=kind, icon=icon)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
        return button

    def offer(self, key: PageKey, text: str, slot: Callable[[], object]) -> QAction:
        """Let one of the common keys do ``slot`` on this page, named ``text`` in the help."""
        action = self.action_of(key)
        action.setText(text)
        action.setEnabled(True)
        action.triggered.connect(slot)
        return action

    def action_of(self, key: PageKey) -> QAction:
        """What one of the common keys does here; not enabled where it does nothing."""
        return {
            PageKey.NEW: self.new_action,
            PageKey.SAVE: self.save_action,
            PageKey.PRINT: self.print_action,
            PageKey.FINISH: self.finish_action,
        }[key]

    def focusNextPrevChild(self, forward: bool) -> bool:
        return tab_on(self, forward=forward) or super().focusNextPrevChild(forward)

    @property
    def target(self) -> Target | None:
        """Where the page is, when it moved by itself since :meth:`open`; ``None``: it did not."""
        return None

    def open(self, target: Target) -> None:
        """The window came here: show what ``target`` names. The base does nothing."""

    def refresh(self, changes: Changes) -> None:
        """Something was written elsewhere: load again if it is shown here."""

    def leave(self) -> bool:
        """The window wants to go elsewhere; ``False`` keeps it here. Save drafts here."""
        return True

    def clear(self) -> None:
        """The workbook is locked: forget everything that is shown."""

    def _action(self, key: PageKey) -> QAction:
        action = QAction(self)
        keys = [QKeySequence(key.value)]
        if key is PageKey.FINISH:
            keys.append(QKeySequence("Ctrl+Enter"))
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(False)
        self.addAction(action)
        return action


class EmptyState(QWidget):
    """An empty screen that explains itself: what belongs here, and the button that starts it."""

    started = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        side = self.fontMetrics().height() * 3
        mark = Mark(icon, self, role=Role.PRIMARY, side=side)
        self._heading = Heading(title, self, size=TextSize.LARGE)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = Paragraph(text, self, ink="muted")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout()
        column.setSpacing(space(2))
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._heading)
        column.addWidget(words)
        self.button: Button | None = None
        if button:
            self.button = Button(button, self, kind=ButtonKind.PRIMARY)
            self.button.clicked.connect(self.started)
            column.addSpacing(space(2))
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget(self)
        middle.setLayout(column)
        middle.setMaximumWidth(text_width(self, 64))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 8)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(4), space(8), space(4), space(8))
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def set_title(self, title: str) -> None:
        """Another heading."""
        self._heading.setText(title)
