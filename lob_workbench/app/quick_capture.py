"""Quick capture (Ctrl+Shift+N): a small panel over whichever page is there, and back again.

The panel itself is what a feature contributes as ``capture``. It is made when first asked for, so
that starting up does not wait for it. Only the frame has the key: not the locked screen, and not
what is shown to somebody to whom the laptop was lent.
"""

from typing import Final, Protocol, cast
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from lob_workbench.app.frame import Frame
from lob_workbench.domain.contributions import Feature
from lob_workbench.domain.rights import Right
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.theme import space, text_width

KEYS: Final = "Ctrl+Shift+N"


class CapturePanel(Protocol):
    """What a feature's ``capture`` widget can do besides being one."""

    closed: SignalInstance

    def begin(self, entity: UUID | None) -> None:
        """Get ready; ``entity`` is what the page in sight is about."""

    def leave(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""

    def clear(self) -> None:
        """Forget everything."""


class QuickCapture(QObject):
    """Belongs to ``frame`` and ends with it. For who records talks, where a feature offers it."""

    def __init__(self, context: PageContext, frame: Frame) -> None:
        super().__init__(frame)
        self._context = context
        self._frame = frame
        self._asked: QWidget | None = None
        self.panel: QWidget | None = None
        offering = [feature for feature in context.features if feature.capture]
        self._feature: Feature | None = next(iter(offering), None)
        if not self.offered:
            return
        shortcut = QShortcut(QKeySequence(KEYS), frame)
        shortcut.activated.connect(self.open)
        self.button = Button(
            "",
            frame,
            kind=ButtonKind.QUIET,
            icon="ph.note-pencil",
            tip=self.tr("Snel noteren (Ctrl+Shift+N)"),
        )
        # A click must not take the focus from where it is to return to.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.open)
        frame.top_bar.tools.addWidget(self.button)
        frame.guests.append(self)
        frame.leaving.connect(self._clear)

    @property
    def offered(self) -> bool:
        """Whether this actor can write a line down from anywhere."""
        return self._feature is not None and self._context.actor.may(Right.RECORD_TALKS)

    def open(self) -> None:
        """Show the panel over the page, or give the one that is there the focus."""
        panel = self._made()
        if not panel.isVisible():
            self._asked = QApplication.focusWidget()
            panel.show()
            self._place()
            panel.raise_()
        target = self._frame.target
        cast(CapturePanel, panel).begin(None if target is None else target.entity)

    def leave(self) -> bool:
        """The window goes elsewhere: keep the line and close."""
        if self.panel is None or not self.panel.isVisible():
            return True
        kept = cast(CapturePanel, self.panel).leave()
        if kept:
            self._asked = None
            cast(CapturePanel, self.panel).clear()
            self.panel.hide()
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shape = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if event.type() in shape and self.panel is not None and self.panel.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _made(self) -> QWidget:
        if self.panel is None:
            assert self._feature is not None, "the key is there only with a feature"
            made: QWidget = self._feature.load(self._feature.capture)(self._context, self._frame)
            made.setObjectName("quick_capture")
            made.hide()
            cast(CapturePanel, made).closed.connect(self._close)
            made.installEventFilter(self)
            self._frame.installEventFilter(self)
            self.panel = made
        return self.panel

    def _place(self) -> None:
        """At the top in the middle of what lies right of the navigation."""
        panel, frame = self.panel, self._frame
        assert panel is not None
        left = frame.navigation.width()
        room = frame.width() - left
        width = min(text_width(frame, 76), room - 2 * space(6))
        panel.setFixedWidth(width)
        # A panel inside a window is not asked by Qt how high its rows become at this width.
        high = panel.heightForWidth(width)
        panel.resize(width, high if high >= 0 else panel.sizeHint().height())
        panel.move(QPoint(left + (room - width) // 2, space(12)))

    def _close(self) -> None:
        """Away, and the focus back to where it was."""
        asked, self._asked = self._asked, None
        if self.panel is not None:
            self.panel.hide()
        self._frame.focus_again(asked)

    def _clear(self) -> None:
        if self.panel is not None:
            cast(CapturePanel, self.panel).clear()
            self.panel.hide()
