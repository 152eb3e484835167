"""Pages and commands that the box of Ctrl+K offers, by the words of their names."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction

from lob_workbench.app.frame import Frame
from lob_workbench.app.quick_capture import KEYS as CAPTURE_KEYS
from lob_workbench.app.quick_capture import QuickCapture
from lob_workbench.app.search_rows import Deed, Row, plain
from lob_workbench.domain.contributions import Target
from lob_workbench.features.search.rules import Found, holds_all, marked, name_words


class Commands(QObject):
    """What can be gone to or done from ``frame`` as it stands now."""

    def __init__(self, frame: Frame, capture: QuickCapture | None) -> None:
        super().__init__(frame)
        self._frame = frame
        self._capture = capture

    def pages(self, typed: str) -> Found[Row]:
        """Pages whose name holds the words; all of the navigation where nothing was typed."""
        words = name_words(typed)
        listed = self._frame.navigation.names
        rows = []
        for feature in self._frame.reachable:
            label = QCoreApplication.translate("nav", feature.label)
            if (words and holds_all(label, words)) or (not words and feature.name in listed):
                row = Row(marked(label, words), feature.icon, target=Target(feature.name))
                rows.append(row)
        return Found(tuple(rows))

    def commands(self, typed: str) -> Found[Row]:
        """What the page in sight can do, and what can be done anywhere."""
        words = name_words(typed)
        return Found(
            tuple(
                Row(marked(label, words), icon, aside=plain(keys), deed=deed)
                for label, icon, keys, deed in self._known()
                if holds_all(label, words)
            )
        )

    def _known(self) -> Iterator[tuple[str, str, str, Deed]]:
        frame = self._frame
        page = frame.page
        if page is not None:
            for action, icon in (
                (page.new_action, "ph.plus"),
                (page.save_action, "ph.check-circle"),
                (page.print_action, "ph.printer"),
                (page.finish_action, "ph.check-circle"),
            ):
                if action.isEnabled() and action.text():
                    yield _plain_text(action), icon, action.shortcut().toString(), action.trigger
        if self._capture is not None and self._capture.offered:
            words = self.tr("Snel noteren")
            yield words, "ph.note-pencil", CAPTURE_KEYS, self._capture.open
        yield self.tr("Uitleg bij deze pagina"), "ph.question", "F1", frame.show_help
        yield self.tr("Terug naar waar je was"), "ph.arrow-left", self.tr("Esc"), frame.back
        yield frame.top_bar.lock_button.text(), "ph.lock-simple", "Ctrl+L", self._lock

    def _lock(self) -> None:
        self._frame.lock_requested.emit()


def _plain_text(action: QAction) -> str:
    return action.text().replace("&", "")
