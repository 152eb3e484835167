"""Saving badges: which forms, where; a backpack of one person; a list for edubadges."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.badges.operations_files import TakenAlong, read_accounts, read_files
from lob_workbench.features.badges.report_files import (
    FILE_LABELS,
    FileKind,
    backpack_name,
    save_backpack,
    save_edubadges,
    save_files,
)
from lob_workbench.features.badges.rules import Account, BadgeFile, BadgeState, BadgeView
from lob_workbench.features.badges.tables import translated
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dialogs import choose_folder, save_file
from lob_workbench.ui.forms import CheckBox, LineField
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.theme import space

_USUAL = (FileKind.PNG, FileKind.PDF)


class SavingCard(Card):
    """Shown when there is something to save; ``boxes`` are the forms, in their order."""

    begun = Signal()
    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="ph.download-simple", fill=True)
        sheet = ScrollColumn(self)
        column = sheet.column
        column.setSpacing(space(2))
        self._context = context
        self._badges: tuple[BadgeView, ...] = ()
        self._folder: Path | None = None
        self._path = Path()
        self._owner = ""
        self.boxes: dict[FileKind, CheckBox] = {}
        for kind in FileKind:
            box = CheckBox(translated(FILE_LABELS[kind]), sheet.content)
            box.setChecked(kind in _USUAL)
            self.boxes[kind] = box
            column.addWidget(box)
        note = Paragraph(
            self.tr(
                "In de naam van een bestand staat niet van wie de badge is. In de badge zelf wel."
            ),
            self,
            ink="muted",
        )
        column.addWidget(note)
        self.folder_button = Button(
            self.tr("&Map kiezen en opslaan"), self, kind=ButtonKind.PRIMARY
        )
        self.folder_button.clicked.connect(self._choose)
        self.drop_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.folder_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        self.progress = ProgressLine(self.tr("De bestanden worden gemaakt"), self)
        self.domain = LineField(
            self.tr("Inlognaam voor edubadges: studentnummer@"),
            self,
            hint=self.tr("Leeg: de inlognaam is het mailadres."),
            placeholder="school.nl",
            limit=100,
        )
        self.edubadges_button = Button(
            self.tr("Lijst voor &edubadges opslaan"), self, icon="ph.table"
        )
        self.edubadges_button.clicked.connect(self._edubadges)
        column.addWidget(Line(self))
        column.addWidget(self.domain)
        column.addWidget(self.edubadges_button)
        column.addStretch(1)
        self.body.addWidget(sheet, 1)
        self.body.addWidget(self.progress)
        self.body.addLayout(buttons)
        self.hide()

    def begin(self, badges: Sequence[BadgeView]) -> None:
        """Offer to save these, as far as they still count."""
        today = self._context.clock.today()
        self._badges = tuple(one for one in badges if one.state(today) is BadgeState.VALID)
        words = self.tr("1 badge opslaan")
        if len(self._badges) != 1:
            words = self.tr("{count} badges opslaan").format(count=len(self._badges))
        self.set_title(words)
        self.folder_button.setEnabled(bool(self._badges))
        self.edubadges_button.setEnabled(bool(self._badges))
        self.begun.emit()
        self.show()
        self.folder_button.setFocus()

    def pack(self, learner: Learner, badges: Sequence[BadgeView]) -> None:
        """Save a backpack with the badges of this learner that count."""
        today = self._context.clock.today()
        mine = tuple(
            one
            for one in badges
            if one.learner.id == learner.id and one.state(today) is BadgeState.VALID
        )
        path = save_file(
            self,
            self.tr("Rugzak opslaan"),
            self.tr("Rugzak met badges (*.html)"),
            (self._folder or Path()) / backpack_name(self._context.clock.now()),
        )
        if path is not None:
            self._folder, self._path, self._owner = path.parent, path, learner.name
            self._read(read_files, mine, "_pack_read")

    def put_away(self) -> None:
        """Show the badge again that stood here."""
        if not self.isHidden():
            # First, so that the keys can go on to the badge.
            self.closed.emit()
            self.hide()

    def clear(self) -> None:
        """Forget whose badges these were."""
        self._badges, self._owner = (), ""
        self.put_away()

    @property
    def kinds(self) -> tuple[FileKind, ...]:
        """The forms that are ticked."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    def _choose(self) -> None:
        if not self.kinds:
            self._context.navigator.say(self.tr("Vink aan wat je wilt opslaan."), Tone.ATTENTION)
            return
        folder = choose_folder(self, self.tr("Map voor de badges"), self._folder)
        if folder is not None:
            self._folder = folder
            self._read(read_files, self._badges, "_files_read")

    def _edubadges(self) -> None:
        folder = choose_folder(self, self.tr("Map voor de lijst"), self._folder)
        if folder is not None:
            self._folder = folder
            read = partial(read_accounts, domain=self.domain.value())
            self._read(read, self._badges, "_accounts_read")

    def _read(self, read: Callable[..., object], badges: tuple[BadgeView, ...], done: str) -> None:
        self._context.jobs.run(read, badges, receiver=self, done=done, failed="_refused")

    def _files_read(self, found: TakenAlong) -> None:
        progress = self.progress.begin()
        folder = self._folder
        self._context.jobs.render(
            save_files,
            folder,
            found.badges,
            self.kinds,
            found.logo,
            progress,
            receiver=self,
            done="_saved",
            failed="_refused",
        )

    def _pack_read(self, found: TakenAlong) -> None:
        self._context.jobs.render(
            save_backpack,
            self._path,
            self._owner,
            found.badges,
            self._context.clock.now(),
            receiver=self,
            done="_packed",
            failed="_refused",
        )

    def _accounts_read(self, found: tuple[tuple[BadgeFile, Account], ...]) -> None:
        self._context.jobs.render(
            save_edubadges, self._folder, found, receiver=self, done="_saved", failed="_refused"
        )

    def _saved(self, count: int) -> None:
        self.progress.end()
        self.put_away()
        words = self.tr("1 bestand opgeslagen.")
        if count != 1:
            words = self.tr("{count} bestanden opgeslagen.").format(count=count)
        self._context.navigator.say(words, Tone.GOOD)

    def _packed(self, path: Path) -> None:
        words = self.tr("De rugzak is opgeslagen als {name}.").format(name=path.name)
        self._context.navigator.say(words, Tone.GOOD)

    def _refused(self, error: Exception) -> None:
        self.progress.end()
        self._context.navigator.complain(error)
