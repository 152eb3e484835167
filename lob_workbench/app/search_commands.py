"""Pages and commands that the box of Ctrl+K offers, by the words of their names."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction

from lob_workbench.app.frame import Frame
from lob_workbench.app.quick_capture import KEYS as CAPTURE_KEYS
from lob_workbench.app.quick_capture import QuickCapture
from lob_workbench.app.search_rows import Deed, Row, plain
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.search.rules import Found, holds_all, marked, name_words
from lob_workbench.ui.context import PageContext

_SETTINGS = (
    ("behaviour", QT_TRANSLATE_NOOP("search", "Licht of donker, grootte van de letters, taal")),
    ("signals", QT_TRANSLATE_NOOP("search", "Signalen kiezen")),
    ("access", QT_TRANSLATE_NOOP("search", "Wachtwoordzin wijzigen")),
    ("terms", QT_TRANSLATE_NOOP("search", "Woorden van onze school")),
    ("quick", QT_TRANSLATE_NOOP("search", "Snel openen")),
    ("backup", QT_TRANSLATE_NOOP("search", "Reservekopie maken, tweede plek kiezen")),
    ("backup", QT_TRANSLATE_NOOP("search", "Proef met je herstelcode")),
)
"""Cards of *Instellingen*, by what one would look for; the page knows them by the first word."""

_OWN_DESK = frozenset({"access", "quick", "backup"})


class Commands(QObject):
    """What can be gone to or done from ``frame`` as it stands now."""

    def __init__(self, context: PageContext, frame: Frame, capture: QuickCapture | None) -> None:
        super().__init__(frame)
        self._context = context
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
        return Found((*rows, *self._settings(words)))

    def _settings(self, words: Sequence[str]) -> Iterator[Row]:
        """Cards of *Instellingen*, where something was typed that is in what they are for."""
        page = next((one for one in self._frame.reachable if one.name == "settings"), None)
        if page is None or not words:
            return
        aside = plain(QCoreApplication.translate("nav", page.label))
        for card, words_of_card in _SETTINGS:
            label = QCoreApplication.translate("search", words_of_card)
            if holds_all(label, words) and self._has_card(card):
                yield Row(
                    marked(label, words), page.icon, aside, target=Target(page.name, None, card)
                )

    def _has_card(self, card: str) -> bool:
        if card in _OWN_DESK:
            return not self._context.care.shared
        return card != "terms" or self._context.actor.may(Right.CHANGE_SETTINGS)

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
        yield self.tr("Sneltoetsen"), "ph.keyboard", "F1, F1", frame.show_shortcuts
        yield self.tr("Terug naar waar je was"), "ph.arrow-left", self.tr("Esc"), frame.back
        yield frame.top_bar.lock_button.text(), "ph.lock-simple", "Ctrl+L", self._lock

    def _lock(self) -> None:
        self._frame.lock_requested.emit()


def _plain_text(action: QAction) -> str:
    return action.text().replace("&", "")
