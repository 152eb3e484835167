"""The first thing on the screen: three doors, and the passphrase of the last workbook in focus.

Paints before SQL, cryptography, paper and sheets are imported; those come while one types.
"""

import gc
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.app.door import Door
from lob_workbench.app.features import FEATURES
from lob_workbench.app.navigation import Logo
from lob_workbench.app.open_form import OpenForm
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.contributions import Tone
from lob_workbench.storage.sync_service import sync_folder_name
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.dialogs import choose_folder
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Heading, Label, Mark, Paragraph
from lob_workbench.ui.messages import Message
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space, text_width

_HEAVY = (
    "sqlalchemy.orm",
    "cryptography.hazmat.primitives.ciphers.aead",
    "argon2.low_level",
    "lob_workbench.storage.backup",
    "lob_workbench.storage.migrate",
    "lob_workbench.people.school",
    "lob_workbench.app.frame",
)


def import_heavy_modules() -> None:
    """Import what opening a workbook and its first page need, while the person types.

    From then on the process collects less often.
    """
    from importlib import import_module

    for name in _HEAVY:
        import_module(name)
    for feature in FEATURES:
        for part in (
            feature.page,
            feature.student_tab,
            feature.story,
            feature.today,
            feature.facts,
        ):
            if part:
                feature.load(part)
    # PySide makes its classes when they are first met, and a drop-down list meets nearly all.
    for library in map(import_module, ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")):
        for name in dir(library):
            getattr(library, name)
    # The first query of all would do it otherwise, with the person waiting.
    import_module("sqlalchemy.orm").configure_mappers()
    # All of it stays until the end, and looking through it holds the window up: so not for every
    # seven hundred objects of a list. A lock collects by itself.
    gc.set_threshold(10_000, 20, 20)


class FirstScreen(QWidget):
    """Nieuw werkboek, Werkboek openen, Verbinden met school, Rondkijken in de voorbeeldschool."""

    opened = Signal(object)
    damaged = Signal(object, object)
    new_requested = Signal()
    example_requested = Signal()
    school_requested = Signal()
    recovery_requested = Signal(object)
    restore_requested = Signal()
    said = Signal(object)
    painted = Signal()
    """Once, when the screen stands there."""

    def __init__(
        self,
        errands: Jobs,
        clock: Clock,
        recent: RecentWorkbooks,
        parent: QWidget | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._errands = errands
        self._was_painted = False
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self._begin_importing)
        # Killed while it was lent, the program must not come back without the passphrase.
        self.form = OpenForm(errands, clock, self, quick=not recent.lent())
        self.form.opened.connect(self.opened)
        self.form.damaged.connect(self.damaged)
        self.form.forgotten.connect(self._forgotten)
        self._title = Heading(self.tr("Werkboek openen"), self, size=TextSize.LARGE)
        self._path = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self._warning = Panel("", self, tint="attention", icon="ph.cloud-slash")
        self.other_button = Button(
            self.tr("&Ander werkboek…"), self, kind=ButtonKind.QUIET, icon="ph.folder-open"
        )
        self.restore_button = Button(
            self.tr("&Reservekopie terugzetten"),
            self,
            kind=ButtonKind.QUIET,
            icon="ph.clock-counter-clockwise",
        )
        self.new_door = Door(
            self.tr("Nieuw werkboek"),
            self.tr("Begin hier. In vijf minuten staat je eigen werkboek klaar."),
            "ph.notebook",
            self,
        )
        self.open_door = Door(
            self.tr("Werkboek openen"),
            self.tr("Je hebt al een werkboek op deze laptop of op een stick."),
            "ph.folder-open",
            self,
        )
        self.example_door = Door(
            self.tr("Rondkijken in de voorbeeldschool"),
            self.tr("Alle namen en verhalen zijn verzonnen. Je kunt er niets stukmaken."),
            "ph.compass",
            self,
        )
        self.school_door = Door(
            self.tr("Verbinden met school"),
            self.tr("Je school heeft een eigen server en jij hebt een inlognaam."),
            "ph.buildings",
            self,
        )
        self.school_door.clicked.connect(self.school_requested)
        self.other_button.clicked.connect(self.choose_other)
        self.open_door.clicked.connect(self.choose_other)
        self.restore_button.clicked.connect(self.restore_requested)
        self.new_door.clicked.connect(self.new_requested)
        self.example_door.clicked.connect(self.example_requested)
        # Whoever walks away while it opens would leave a workbook open that nobody has.
        for button in (
            self.other_button,
            self.restore_button,
            self.new_door,
            self.open_door,
            self.school_door,
            self.example_door,
        ):
            self.form.waiting.connect(button.setDisabled)
        self._card = self._open_card()
        self._lay_out()
        self.offer(folder or recent.newest())

    def _open_card(self) -> Card:
        card = Card("", self)
        name = QHBoxLayout()
        name.setSpacing(space(2))
        name.addWidget(self._title, 1)
        name.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(name)
        words.addWidget(self._path)
        card.body.addLayout(words)
        card.body.addWidget(self._warning)
        card.body.addSpacing(space(1))
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        return card

    def _lay_out(self) -> None:
        brand = QVBoxLayout()
        brand.setSpacing(0)
        brand.addWidget(Heading("LOB-werkbank", self, size=TextSize.HERO))
        brand.addWidget(
            Label(
                self.tr("Goede loopbaangesprekken, veilig op jouw laptop."),
                self,
                size=TextSize.LARGE,
                ink="muted",
            )
        )
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(Logo(self, lines=4.2))
        head.addLayout(brand, 1)
        doors = QVBoxLayout()
        doors.setSpacing(space(3))
        for door in (self.new_door, self.open_door, self.school_door, self.example_door):
            doors.addWidget(door, 1)
        work = QHBoxLayout()
        work.setSpacing(space(4))
        work.addWidget(self._card, 6)
        work.addLayout(doors, 5)
        foot = QHBoxLayout()
        foot.addWidget(self._lock_line())
        foot.addStretch(1)
        foot.addWidget(self.restore_button)
        scroll = ScrollColumn(self)
        column = scroll.column
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(4))
        column.addStretch(2)
        column.addLayout(head)
        column.addSpacing(space(2))
        column.addLayout(work)
        column.addLayout(foot)
        column.addStretch(3)
        self._scroll = scroll
        row = QHBoxLayout(self)
        row.setContentsMargins(space(6), space(4), space(6), space(4))
        row.addStretch(1)
        row.addWidget(scroll, 100)
        row.addStretch(1)

    def _lock_line(self) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(Mark("ph.shield-check", line))
        self._lock_words = Label("", line, size=TextSize.SMALL, ink="muted")
        row.addWidget(self._lock_words)
        return line

    def offer(self, folder: Path | None) -> None:
        """Offer the workbook in ``folder``, passphrase in focus; ``None`` when there is none."""
        known = folder is not None
        self.form.set_folder(folder)
        # One who chose quick unlock must not read that nothing else opens it.
        self._lock_words.setText(
            self.tr(
                "Een werkboek is op slot. Wie met jouw account op deze computer zit, opent het ook."
            )
            if self.form.quick.is_offered
            else self.tr(
                "Een werkboek is op slot. Het opent met jouw wachtwoordzin of herstelcode."
            )
        )
        self._card.setVisible(known)
        self.open_door.setVisible(not known)
        self._scroll.setMaximumWidth(text_width(self, 128 if known else 96))
        if folder is None:
            self.new_door.setFocus()
            return
        self._path.setText(str(folder))
        service = sync_folder_name(folder)
        self._warning.setVisible(service is not None)
        if service is not None:
            text = self.tr(
                "Deze map hoort bij {service}. Zo'n dienst kan je werk beschadigen terwijl je "
                "schrijft. Zet het werkboek liever in een gewone map."
            )
            self._warning.set_text(text.format(service=service))
        self.form.setFocus()

    def choose_other(self) -> None:
        """Ask for the folder of another workbook."""
        here = self.form.folder
        folder = choose_folder(self, self.tr("Map van je werkboek"), here and here.parent)
        if folder is None:
            return
        if (folder / "workbook.keys.json").is_file() or (folder / "workbook.db").is_file():
            self.offer(folder)
        else:
            text = self.tr("In de map ‘{name}’ staat geen werkboek. Kies een andere map.")
            self.said.emit(Message(text.format(name=folder.name), Tone.ATTENTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After this event, so that the whole window is on the screen first.
            self._after_paint.start()

    def _begin_importing(self) -> None:
        self.painted.emit()
        if not self._errands.stopped:
            self._errands.render(import_heavy_modules)

    def _forgotten(self) -> None:
        self.recovery_requested.emit(self.form.folder)
