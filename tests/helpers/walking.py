"""Going through a window from page to page, to look at everything in sight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractButton, QApplication

from lob_workbench.app.main_window import MainWindow
from lob_workbench.domain.contributions import Target
from lob_workbench.ui.theme import ThemeMode, apply_theme
from tests.helpers.settled import settle


class Walk:
    """Goes through the window and remembers what is wrong where; ``look`` says what that is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.problems: list[str] = []

    def settle(self) -> None:
        """Wait until all that was asked stands on the screen."""
        jobs = self.window.jobs
        settle(*(each for each in (self.window.errands, jobs) if each is not None))
        if self.window.jobs is not jobs:
            # A workbook came or went meanwhile.
            self.settle()

    def look(self, place: str) -> None:
        """Remember what is wrong with what is in sight at ``place``."""
        raise NotImplementedError

    def go(self, page: str, entity: object = None, detail: str = "") -> None:
        """Go to a page, or a part of one, and look."""
        assert self.window.frame is not None
        self.window.frame.go(Target(page, entity, detail))  # type: ignore[arg-type]
        self.look(f"{page} {detail}".strip())

    def press(self, words: str) -> None:
        """Press the one button in sight that is called ``words``."""
        buttons = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible()
            and words in (button.text().replace("&", ""), button.accessibleName())
        ]
        assert len(buttons) == 1, (words, [button.text() for button in buttons])
        buttons[0].click()
        self.settle()


@contextmanager
def walked(window: MainWindow, size: tuple[int, int]) -> Iterator[MainWindow]:
    """The window on its first screen, in this size and in light; closed in the end."""
    apply_theme(QApplication.instance(), ThemeMode.LIGHT)  # type: ignore[arg-type]
    window.resize(*size)
    window.begin()
    window.show()
    try:
        yield window
    finally:
        Walk(window).settle()
        window.close()
        settle(window.errands)
        window.deleteLater()
