"""*Elke dag*: a copy elsewhere, proof that it comes back, quick unlock, a laptop that sleeps."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLabel, QWidget

from lob_workbench.app import example_school
from lob_workbench.app.quick_open import QuickOpen
from lob_workbench.app.tour.daily_hands import Hands
from lob_workbench.features.settings.page_drill import DrillSection
from lob_workbench.features.settings.page_quick import QuickSection
from lob_workbench.ui import dialogs
from lob_workbench.ui.system_watch import Leaving, SystemWatch

STICK: Final = "usb-stick"
RECOVERY_SHEET: Final = "herstelcode.pdf"


class Copies(Hands):
    """The steps, in order; they begin and end in the settings."""

    _code = ""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (
            ("een nieuwe herstelcode op papier", self.recovery_code),
            ("een tweede plek voor kopieën", self.second_place),
            ("proef met alleen de herstelcode", self.drill),
            ("snel openen", self.quick),
        )

    def recovery_code(self) -> None:
        """The code on paper, and typed back from it."""
        stage = self.stage
        stage.press("Nieuwe herstelcode maken")
        stage.enter("Je wachtwoordzin", example_school.PASSPHRASE)
        stage.key("Return")
        said = stage.see(QLabel, "Herstelcode: ", start=True).accessibleName()
        self._code = said.partition(": ")[2]
        stage.press("Afdrukken of bewaren als PDF")
        stage.paper()
        stage.shoot("herstelcode-op-papier")
        stage.save_paper(self.folder / RECOVERY_SHEET)
        stage.press("Sluiten")
        stage.enter("Typ de code over van je papier", self._code)
        stage.key("Return")
        stage.read("De nieuwe herstelcode werkt")

    def second_place(self) -> None:
        """A stick; the copy that was made there was read back."""
        stage, stick = self.stage, self.folder / STICK
        stick.mkdir()
        dialogs.answer_next(stick)
        stage.press("Kies een plek…")
        stage.read("Laatste kopie daar")
        if not any(stick.rglob("*.lobkopie")):
            raise stage.failure("op de tweede plek staat geen kopie")
        stage.shoot("tweede-plek")

    def drill(self) -> None:
        """As after a burnt laptop: the stick and the paper, nothing else."""
        stage = self.stage
        stage.press("Proef met je herstelcode…")
        stage.type(self._code)
        stage.shoot("proef")
        stage.key("Return")
        self.told.drill = stage.read("Laatste proef: ")
        if "Gelukt." not in self.told.drill or "op de tweede plek" not in self.told.drill:
            raise stage.failure(f"de proef lukt niet: {self.told.drill}")
        section = stage.see(DrillSection, "")
        stage.until(lambda: _whole(section.good), "de uitkomst staat niet in beeld")
        stage.shoot("proef-gelukt")

    def quick(self) -> None:
        """On, opened with one button, and off; without a key ring the window says so calmly."""
        stage = self.stage
        stage.press("Snel openen aanzetten")
        section = stage.see(QuickSection, "")
        stage.type(example_school.PASSPHRASE)
        stage.press("Aanzetten")
        stage.until(lambda: not section.busy, "de sleutelbos geeft geen antwoord")
        stage.settle()
        if not section.trouble.isHidden():
            self.told.quick = section.trouble.words.text()
            stage.until(lambda: _whole(section.trouble), "de uitleg is niet te zien")
            stage.shoot("snel-openen-kan-hier-niet")
            return
        stage.shoot("snel-openen-staat-aan")
        stage.key("Ctrl+L")
        stage.see(QLabel, "Vergrendeld")
        stage.shoot("snel-openen-op-slot")
        stage.press("Snel openen", within=stage.see(QuickOpen, ""))
        stage.until(lambda: stage.window.frame is not None, "snel openen opent niet")
        stage.settle()
        stage.press("Snel openen uitzetten")
        stage.read("Snel openen staat uit.")
        self.told.quick = "Deze computer opende het werkboek."


def _whole(widget: QWidget) -> bool:
    """Whether nothing of it is scrolled out of sight."""
    return bool(widget.visibleRegion().boundingRect() == widget.rect())


class Asleep(Hands):
    """The laptop closes, and months later it opens."""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What happens, each with its name in the summary."""
        return (("de laptop slaapt: op slot", self.sleep),)

    def sleep(self) -> None:
        """What the system says before it sleeps; nothing stays on the screen."""
        stage = self.stage
        watch = stage.window.findChild(SystemWatch)
        assert isinstance(watch, SystemWatch)
        watch.left.emit(Leaving.SLEEPING)
        stage.see(QLabel, "Vergrendeld")
        stage.shoot("op-slot-na-slaap")
