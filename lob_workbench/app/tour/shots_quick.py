"""The pictures of *Snel openen*. No key ring is asked: what it would answer is put there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.session import Session
from lob_workbench.app.tour.shots_school import PASSPHRASE
from lob_workbench.app.unlock import UnlockScreen
from lob_workbench.domain.contributions import Target
from lob_workbench.features.settings.page import SettingsPage
from lob_workbench.storage.quick_unlock import QuickState

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def quick_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the window is locked."""
    quick = _Quick(scenes)
    return (
        ("snel openen aanzetten", quick.settings),
        ("snel openen op slot", quick.locked),
        ("snel openen eerste scherm", quick.first_screen),
    )


class _Quick:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def settings(self) -> None:
        """Off, the passphrase asked, a key ring that refuses, and on."""
        stage = self.stage
        stage.enter("Wachtwoordzin", PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")
        frame, session = stage.window.frame, stage.window.session
        assert frame is not None
        assert isinstance(session, Session)
        frame.go(Target("settings", detail="quick"))
        stage.settle()
        page = stage.window.findChild(SettingsPage)
        assert isinstance(page, SettingsPage)
        section = page.quick
        assert section is not None
        self._shoot("uit")
        section.start()
        section.put_on()
        self._shoot("zin-ontbreekt")
        section.clear()
        section.tell(QuickState.LOCKED)
        self._shoot("sleutelbos-op-slot")
        session.set_quick_key(session.propose_quick_key(PASSPHRASE))
        section.clear()
        self._shoot("aan")

    def _shoot(self, state: str) -> None:
        page = self.stage.window.findChild(SettingsPage)
        assert isinstance(page, SettingsPage)
        self.stage.settle()
        page.open(Target("settings", detail="quick"))
        self.stage.settle()
        section = page.quick
        assert section is not None
        # The page scrolls there when all has its height.
        self.stage.until(
            lambda: not section.state.visibleRegion().isEmpty(),
            "Snel openen komt niet in beeld",
        )
        self.scenes.shot("instellingen-snel-openen", state)

    def locked(self) -> None:
        """The button, waiting for the key ring, and each answer that does not open it."""
        stage = self.stage
        stage.key("Ctrl+L")
        stage.see(QLabel, "Vergrendeld")
        screen = stage.window.screen_shown
        assert isinstance(screen, UnlockScreen)
        quick = screen.form.quick
        self.scenes.shot("vergrendeld", "snel-openen")
        quick.show_asking()
        stage.settle()
        self.scenes.shot("vergrendeld", "snel-openen-wacht")
        quick.give_up()
        for state in set(QuickState) - {QuickState.READY}:
            quick.tell(state)
            stage.settle()
            self.scenes.shot("vergrendeld", f"snel-openen-{state.value.replace('_', '-')}")

    def first_screen(self) -> None:
        """The same button there."""
        self.stage.press("Naar het beginscherm")
        screen = self.stage.window.screen_shown
        assert isinstance(screen, FirstScreen)
        self.stage.settle()
        self.scenes.shot("openen", "snel-openen")
