"""A page for one person without an account: while the laptop is lent, the window holds only this.

A page asks for it with ``context.navigator.lend(Loan(XView, subject))``. The window takes all its
pages apart, shows the view, and locks as soon as the laptop is given back: there is no way out of
a view that does not ask the counsellor's passphrase.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.clock import Clock, local
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.ui.away import Away
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Heading, Label, Line, Mark, Paragraph
from lob_workbench.ui.messages import Message
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import Role, TextSize, space, text_width

_CHARACTERS: Final = 76


@dataclass(frozen=True, slots=True)
class LentContext:
    """What a lent view is given. No navigator: there is nowhere to go."""

    jobs: Jobs
    clock: Clock
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class Loan:
    """What to lend: a class of views, and what the view is about (no widget, no page)."""

    view: Callable[[LentContext, Any, QWidget], "LentView"]
    """Called as ``view(context, subject, parent)``."""
    subject: Any


@dataclass(frozen=True, slots=True)
class Delivery:
    """What *Klaar* writes: ``operation(work, *args)``. It also throws the draft away."""

    operation: Callable[..., object]
    args: tuple[Any, ...] = ()


class LentView(QWidget):
    """Base of the views: whose part it is, the work in ``body``, *Klaar* and *Later verder*.

    A view says :meth:`keep_draft` in its constructor and ``keeper.touch()`` on every keystroke. It
    overrides :meth:`begin` to load its draft, :meth:`delivery` and :meth:`outcome`. It may load and
    write only what this one person may see: whoever sits here is not the counsellor.
    """

    handed_in = Signal(Message)
    """*Klaar*, and written: what the counsellor hears after unlocking."""
    stopped = Signal()
    """The laptop goes back unfinished; the draft stays."""
    said = Signal(Message)
    leaving = Signal()
    """Nothing of this view may stay: whoever works for it stops."""

    def __init__(
        self, context: LentContext, person: str, parent: QWidget | None = None, *, subtitle: str
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.person = person
        self.keeper: DraftKeeper | None = None
        self._waiting = False
        self.done_button = Button(self.tr("&Klaar"), self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.done_button.clicked.connect(self.hand_in)
        self.later_button = Button(self.tr("&Later verder"), self, kind=ButtonKind.QUIET)
        self.later_button.setToolTip(self.tr("Esc"))
        self.later_button.clicked.connect(self.stop)
        self._state = Label("", self, size=TextSize.SMALL, ink="muted")
        scroll = ScrollColumn(self)
        self.body = scroll.column
        """Where the view puts its questions and fields, from top to bottom."""
        self.body.setContentsMargins(space(1), space(1), space(3), space(4))
        self.scroll_area = scroll
        middle = QWidget(self)
        middle.setMaximumWidth(text_width(self, _CHARACTERS))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addLayout(self._head(subtitle))
        column.addWidget(Line(middle))
        column.addWidget(scroll, 1)
        column.addWidget(Line(middle))
        column.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(space(6), space(6), space(6), space(4))
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        # Ctrl+L means what it means everywhere; Esc is in keyPressEvent.
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.stop)
        if context.away is not None:
            context.away.line_changed.connect(self._hear_line)

    def _head(self, subtitle: str) -> QHBoxLayout:
        mark = Mark("ph.user", self, role=Role.PRIMARY, side=self.fontMetrics().height() * 2)
        self.title = Heading(self.tr("Dit deel is van {name}").format(name=self.person), self)
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self.title)
        words.addWidget(Paragraph(subtitle, self, ink="muted"))
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _foot(self) -> QHBoxLayout:
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self._state, 1)
        foot.addWidget(self.later_button)
        foot.addWidget(self.done_button)
        return foot

    # What a view overrides

    def begin(self) -> None:
        """The view stands in the window: load what it needs. The base does nothing."""

    def delivery(self) -> Delivery | None:
        """What to write at *Klaar*; ``None`` when something must be mended first (and was told)."""
        raise NotImplementedError

    def outcome(self, result: object) -> Message:
        """What the counsellor hears after unlocking, when the delivery was written."""
        return Message(self.tr("{name} is klaar.").format(name=self.person), Tone.GOOD)

    def unfinished(self) -> Message:
        """What the counsellor hears when the laptop came back before *Klaar*."""
        words = self.tr("{name} koos nog niet Klaar. Wat er al staat, is bewaard.")
        if self._waiting:
            words = self.tr("{name} koos Klaar, maar het antwoord kwam niet. Kijk of het er staat.")
        return Message(words.format(name=self.person), Tone.ATTENTION)

    # Drafts

    def keep_draft(
        self,
        collect: Callable[[], tuple[Any, ...] | None],
        save: Callable[..., object],
        *,
        copy_of: Callable[..., DraftCopy] | None = None,
    ) -> DraftKeeper:
        """Keep what is typed, as ``DraftKeeper`` does: also at a school, and when its line is gone.

        Without ``copy_of`` a school that is gone keeps the view in the window.
        """
        keeper = DraftKeeper(
            self, self.context.jobs, collect, save, away=self.context.away, copy_of=copy_of
        )
        keeper.saved.connect(self._tell_saved)
        keeper.failed.connect(self._tell_unsaved)
        keeper.kept_here.connect(self._tell_kept_here)
        self.keeper = keeper
        return keeper

    def leave(self) -> bool:
        """Save what was typed; ``False`` when it is on no disk yet."""
        # A refusal that comes in while the first one waits makes a draft of the words again.
        return self.keeper is None or self.keeper.flush() or self.keeper.flush()

    def clear(self) -> None:
        """The werkbank locks: whoever works for this view stops."""
        self.leaving.emit()

    # Giving the laptop back

    def stop(self) -> None:
        """Give the laptop back unfinished."""
        self.stopped.emit()

    def hand_in(self) -> None:
        """*Klaar*: write it, and give the laptop back."""
        if not self.done_button.isEnabled():
            return
        delivery = self.delivery()
        if delivery is None:
            return
        if not self.leave():
            self.said.emit(Message(self._not_kept(), Tone.DANGER))
            return
        self._wait(True)
        if self.keeper is not None:
            # Saved once more after the writing, the draft would come back.
            self.keeper.forget()
        self.context.jobs.run(
            delivery.operation,
            *delivery.args,
            receiver=self,
            done="take_handed_in",
            failed="show_refusal",
        )

    def take_handed_in(self, result: object) -> None:
        """It is written."""
        if self.keeper is not None:
            self.keeper.forget(here=True)
        self.handed_in.emit(self.outcome(result))

    def show_refusal(self, error: Exception) -> None:
        """It is not written: say why. What was typed is still there, and is a draft again."""
        self._wait(False)
        if self.keeper is not None:
            self.keeper.touch()
        self.said.emit(Message(error_text(error), Tone.DANGER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self.done_button.setEnabled(not waiting)
        self.later_button.setEnabled(not waiting)
        self.scroll_area.content.setEnabled(not waiting)

    def _not_kept(self) -> str:
        return self.tr("Dit is nog niet bewaard. Wacht even en probeer het nog een keer.")

    def _tell_saved(self, moment: datetime) -> None:
        self._state.setText(
            self.tr("Bewaard om {time}").format(time=format_time(local(moment).time()))
        )

    def _tell_kept_here(self, moment: datetime) -> None:
        time = format_time(local(moment).time())
        self._state.setText(self.tr("Bewaard op deze laptop om {time}").format(time=time))

    def _tell_unsaved(self, _error: Exception) -> None:
        self._state.setText(self.tr("Nog niet bewaard. De werkbank probeert het opnieuw."))

    def _hear_line(self, up: bool) -> None:
        if not up:
            self._state.setText(self.tr("De school is even weg. Schrijf gerust door."))
