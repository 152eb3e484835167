"""The frame around the pages: navigation, top bar, the page, and the quiet bar at the bottom."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lob_workbench.app.help_panel import HelpPanel
from lob_workbench.app.navigation import MOST_SHORTCUTS, Navigation, UprightLine
from lob_workbench.app.top_bar import TopBar
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Feature, Target, Tone
from lob_workbench.ui.context import Navigator, PageContext, Paper, Undo
from lob_workbench.ui.labels import Line
from lob_workbench.ui.messages import Message, MessageBar
from lob_workbench.ui.page import EmptyState, Page
from lob_workbench.ui.theme import space

NARROW: Final = 1100
_MOST_HISTORY: Final = 50


class Guest(Protocol):
    """Something over the pages in which one writes."""

    def leave(self) -> bool:
        """Save what it holds; ``False`` when it could not."""


class Frame(QWidget):
    """Composes the pages of ``context.features`` that the actor may see; made anew per unlock."""

    lock_requested = Signal()
    title_changed = Signal(str)
    leaving = Signal()
    """Nothing of these pages may stay: whoever works for them stops."""

    def __init__(
        self,
        context: PageContext,
        place: str,
        parent: QWidget | None = None,
        *,
        leave_words: str = "",
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._features = {
            feature.name: feature
            for feature in context.features
            if feature.page and context.actor.may(feature.right)
        }
        self._pages: dict[str, Page] = {}
        self._missed: dict[str, Changes] = {}
        self._history: list[Target] = []
        self._target: Target | None = None
        self._paper: QWidget | None = None
        self._asked_paper: QWidget | None = None
        self._undo: Undo | None = None
        self.guests: list[Guest] = []
        """What lies over the pages and holds words too."""
        self.topic_over = ""
        """What F1 explains instead of the page, while something lies over it."""
        self.navigation = Navigation(tuple(self._features.values()), self)
        self.message_bar = MessageBar(self)
        self.help_panel = HelpPanel(self)
        self._stack = QStackedWidget(self)
        self.top_bar = TopBar(
            place, context.actor, shared=context.care.shared, leave_words=leave_words, parent=self
        )
        self._lay_out()
        self._connect()
        self._add_keys(self.navigation.names)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, space(4), space(4), space(4))
        beside.addWidget(self.help_panel)
        middle.addLayout(beside)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(Line(self))
        self.notices = QVBoxLayout()
        right.addLayout(self.notices)
        right.addLayout(middle, 1)
        right.addWidget(Line(self))
        right.addWidget(self.message_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(UprightLine(self))
        row.addLayout(right, 1)

    def _connect(self) -> None:
        navigator, jobs = self._context.navigator, self._context.jobs
        navigator.target_requested.connect(self.go)
        navigator.back_requested.connect(self.back)
        navigator.message_posted.connect(self.message_bar.show_message)
        navigator.undo_offered.connect(self.offer_undo)
        navigator.paper_shown.connect(self.show_paper)
        jobs.changed.connect(self._hear)
        jobs.failed.connect(navigator.complain)
        self.navigation.chosen.connect(self._go_to_page)
        self.help_panel.closed.connect(self.hide_help)
        self.help_panel.keys_asked.connect(self.show_shortcuts)
        self.top_bar.help_asked.connect(self.show_help)
        self.top_bar.lock_asked.connect(self.lock_requested)

    def _add_keys(self, listed: Sequence[str]) -> None:
        keys_and_slots = (
            ("F1", self.show_help),
            ("Ctrl+L", self.lock_requested),
        )
        for keys, slot in keys_and_slots:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)
        for number, name in enumerate(listed[:MOST_SHORTCUTS], start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setObjectName(name)
            shortcut.activated.connect(self._go_by_key)

    # Where one is

    @property
    def reachable(self) -> tuple[Feature, ...]:
        """The features whose page this actor may go to."""
        return tuple(self._features.values())

    @property
    def target(self) -> Target | None:
        """The place in sight, also when the page moved there by itself."""
        page = self.page
        return (page.target if page is not None else None) or self._target

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._page_name())

    @property
    def navigator(self) -> Navigator:
        """How pages reach this frame."""
        return self._context.navigator

    @property
    def paper(self) -> QWidget | None:
        """The PDF in sight, if one is."""
        return self._paper

    def start(self, target: Target | None = None) -> None:
        """Go where one was, or to the first page; says so when there is none for this role."""
        if target is not None and target.page in self._features:
            self.go(target)
        elif self.navigation.names:
            self.go(Target(self.navigation.names[0]))
        else:
            nothing = EmptyState(
                "ph.leaf",
                self.tr("Hier is nog niets voor jouw rol"),
                self.tr("Je kunt je rol aanpassen als je een nieuw werkboek maakt."),
                "",
                self._stack,
            )
            self._stack.addWidget(nothing)

    def go(self, target: Target) -> None:
        """Go to a place. Stays when the present page holds on, or when the role may not go."""
        if target.page not in self._features or not self.leave():
            return
        here = self.target
        if here is not None and here != target:
            self._history = [*self._history, here][-_MOST_HISTORY:]
        self._arrive(target)

    def back(self) -> None:
        """Take away help, then paper; else return to the place before."""
        if self.help_panel.isVisible():
            self.hide_help()
        elif self._paper is not None:
            self.hide_paper()
        elif self._history and self.leave():
            self._arrive(self._history.pop())

    def focus_again(self, asked: QWidget | None) -> None:
        """Give the focus back to who had it before something lay over the page."""
        if asked is not None and isValid(asked) and asked.isVisible() and asked.isEnabled():
            asked.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (page := self.paper or self.page) is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Ask the page in sight to save what it holds; ``False`` when it could not."""
        page = self.page
        kept = [guest.leave() for guest in self.guests]
        return (page is None or page.leave()) and all(kept)

    def clear(self) -> None:
        """Have every page forget what it shows, and take paper and message away."""
        self.leaving.emit()
        self.hide_paper()
        self.message_bar.clear()
        self._undo = None
        for page in self._pages.values():
            page.clear()

    def _arrive(self, target: Target) -> None:
        self.hide_paper()
        said = self.message_bar.message
        if said is None or said.call is None:
            # A way back stays at hand; other words belong to their page.
            self.message_bar.clear()
            self._undo = None
        page = self._made(target.page)
        self._target = target
        self._stack.setCurrentWidget(page)
        self.navigation.mark(target.page)
        if (missed := self._missed.pop(target.page, None)) is not None:
            page.refresh(missed)
        page.open(target)
        self._focus(page)
        if self.help_panel.isVisible():
            self.help_panel.show_topic(page.help_topic)
        self.title_changed.emit(page.title)

    def _made(self, name: str) -> Page:
        if name not in self._pages:
            feature = self._features[name]
            page: Page = feature.load(feature.page)(self._context, self._stack)
            page.navigate.connect(self.go)
            page.said.connect(self.message_bar.show_message)
            page.title_changed.connect(self._retitle)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _focus(self, page: QWidget) -> None:
        """The keys of a page work where the focus is, so it goes there."""
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            page.setFocusPolicy(page.focusPolicy() | Qt.FocusPolicy.ClickFocus)
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_name(self) -> str:
        return "" if self._target is None else self._target.page

    def _go_to_page(self, name: str) -> None:
        self.go(Target(name))
        self.navigation.mark(self._page_name())

    def _go_by_key(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._go_to_page(sender.objectName())

    def _retitle(self, title: str) -> None:
        if self.sender() is self.page:
            self.title_changed.emit(title)

    def _hear(self, changes: Changes) -> None:
        if self._context.jobs.stopped:
            return  # What a page saved as it was left: nothing is shown any more.
        for name, page in self._pages.items():
            if name == self._page_name():
                page.refresh(changes)
            else:
                self._missed[name] = self._missed.get(name, Changes()) | changes

    # What lies over the page

    def show_paper(self, paper: Paper) -> None:
        """Show a PDF in the place of the page."""
        from lob_workbench.ui.pdf_view import PdfView

        self.hide_paper()
        self._asked_paper = self.focusWidget()
        view = PdfView(paper.data, paper.title, paper.file_name, self._stack)
        view.closed.connect(self.hide_paper)
        view.said.connect(self.message_bar.show_message)
        self._paper = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.setFocus()

    def hide_paper(self) -> None:
        """Take the PDF away and return to the page."""
        if self._paper is None:
            return
        view, self._paper = self._paper, None
        view.close()
        self._stack.removeWidget(view)
        view.deleteLater()
        page = self.page
        if page is not None:
            self._stack.setCurrentWidget(page)
            asked, self._asked_paper = self._asked_paper, None
            if asked is not None and isValid(asked) and page.isAncestorOf(asked):
                asked.setFocus()
            else:
                self._focus(page)

    def show_help(self) -> None:
        """Explain the page; asked again, list the keys; and then stop explaining."""
        if self.help_panel.isVisible():
            self.hide_help() if self.help_panel.shows_keys else self.show_shortcuts()
            return
        page = self.page
        self.help_panel.show_topic(self.topic_over or ("" if page is None else page.help_topic))
        self.help_panel.read()

    def show_shortcuts(self) -> None:
        """List every key, beside the page."""
        self.help_panel.show_keys(self.page)

    def hide_help(self) -> None:
        """Take the explanation away."""
        self.help_panel.hide()
        if (page := self._stack.currentWidget()) is not None:
            self._focus(page)

    def offer_undo(self, undo: Undo) -> None:
        """Show a line with *Ongedaan maken*."""
        self._undo = undo
        words = self.tr("Ongedaan maken")
        self.message_bar.show_message(Message(undo.text, Tone.GOOD, words, self._do_undo))

    def _do_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            self._context.jobs.run(undo.operation, *undo.args, receiver=self, done="_tell_undone")

    def _tell_undone(self, _result: object) -> None:
        self.message_bar.show_message(Message(self.tr("Dat is ongedaan gemaakt."), Tone.GOOD))

    # Keys that nobody took

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.page
        sequence = QKeySequence(event.keyCombination())
        if event.key() == Qt.Key.Key_Escape:
            self.back()
            return
        if page is not None and self._paper is None:
            # From the navigation or the top bar a page's keys work too.
            for action in (
                page.new_action,
                page.save_action,
                page.print_action,
                page.finish_action,
            ):
                if action.isEnabled() and sequence in action.shortcuts():
                    action.trigger()
                    return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fold(self.width() < NARROW)
