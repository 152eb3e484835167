"""The second place for copies: choosing it, how it stands there, and a copy on demand."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.progress import Stopped
from lob_workbench.people.backup_care import CopiesView, CopyTrouble
from lob_workbench.storage.second_place import SeenPlace
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.copy_care import CopyCare
from lob_workbench.ui.dates import format_time, long_date
from lob_workbench.ui.dialogs import choose_folder
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.theme import TextSize, space


class SecondPlaceSection(QWidget):
    """Where else copies go: the place, the newest copy there, and what is to be known of it."""

    def __init__(
        self, context: PageContext, copies: CopyCare, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._copies = copies
        self._view: CopiesView | None = None
        self._state = Paragraph("", self)
        self._where = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self._near = Panel("", self, tint="attention")
        self._trouble = Panel("", self, tint="info")
        self._sync = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.progress = ProgressLine(self.tr("Kopie naar je tweede plek…"), self)
        self.choose_button = Button(self.tr("Kies een &plek…"), self, icon="ph.hard-drives")
        self.choose_button.clicked.connect(self.choose)
        self.copy_button = Button(self.tr("Nu d&aarheen kopiëren"), self, icon="ph.copy")
        self.copy_button.clicked.connect(self.copy)
        self.forget_button = Button(self.tr("Niet meer gebruiken"), self, kind=ButtonKind.QUIET)
        self.forget_button.setAccessibleDescription(
            self.tr("De werkbank maakt daar geen kopieën meer. Wat er staat, blijft staan.")
        )
        self.forget_button.clicked.connect(self.forget)
        self.away_button = Button(self.tr("Geen tweede plek nodig"), self, kind=ButtonKind.QUIET)
        self.away_button.clicked.connect(self.put_away)
        first = QHBoxLayout()
        first.setSpacing(space(2))
        for button in (self.copy_button, self.choose_button, self.forget_button, self.away_button):
            first.addWidget(button)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(Label(self.tr("Op een tweede plek"), self, bold=True))
        for part in (self._state, self._where, self._near, self._trouble, self._sync):
            column.addWidget(part)
        column.addWidget(self.progress)
        column.addLayout(first)
        self.clear()

    @property
    def words(self) -> str:
        """Everything that is said here now."""
        parts = (self._state, self._where, self._near.words, self._trouble.words, self._sync)
        return " ".join(part.text() for part in parts if part.isVisibleTo(self))

    def show_view(self, view: CopiesView) -> None:
        """How it stands."""
        self._view = view
        care, seen = view.care, view.seen
        chosen = seen is not None
        self._state.setText(self._state_words(view))
        self._where.setText(care.place)
        self._where.setVisible(chosen)
        self.choose_button.setText(
            self.tr("Andere &plek…") if chosen else self.tr("Kies een &plek…")
        )
        self.copy_button.setVisible(chosen)
        self.forget_button.setVisible(chosen)
        self.away_button.setVisible(not chosen and not care.put_away)
        self._show_place(seen)
        trouble = self._trouble_words(view)
        self._trouble.set_text(trouble)
        self._trouble.setVisible(bool(trouble))

    def clear(self) -> None:
        """Forget the place."""
        self._view = None
        self.progress.stop()
        self.progress.end()
        for words in (self._state, self._where, self._sync):
            words.setText("")
        for part in (self._where, self._near, self._trouble, self._sync):
            part.hide()
        for panel in (self._near, self._trouble):
            panel.set_text("")
        for button in (self.copy_button, self.forget_button, self.away_button):
            button.hide()

    def choose(self) -> None:
        """Ask for the place; a copy goes there at once."""
        care = None if self._view is None else self._view.care
        place = choose_folder(
            self, self.tr("Tweede plek voor je kopieën"), None if care is None else care.path
        )
        if place is not None:
            self._wait(True)
            self._context.jobs.render(
                self._copies.choose, place, receiver=self, done="_copy_first", failed="_refuse"
            )

    def copy(self) -> None:
        """Make a copy and bring it there."""
        self._wait(True)
        self._context.jobs.render(
            self._copies.copy,
            self.progress.begin(),
            receiver=self,
            done="_take_copied",
            failed="_refuse",
        )

    def forget(self) -> None:
        """Have no second place any more."""
        self._wait(True)
        self._context.jobs.render(
            self._copies.forget, receiver=self, done="_take_forgotten", failed="_refuse"
        )

    def put_away(self) -> None:
        """Do not advise it any more."""
        self._wait(True)
        self._context.jobs.render(
            self._copies.put_advice_away, receiver=self, done="_end", failed="_refuse"
        )

    def _state_words(self, view: CopiesView) -> str:
        if view.seen is None:
            return self.tr(
                "Nog geen plek gekozen. Raakt je laptop stuk of kwijt, dan helpt alleen een kopie "
                "ergens anders: een stick in een la die op slot kan, of een map van school."
            )
        copied = view.there.made_at if view.there is not None else view.care.copied
        if copied is None or (view.seen.present and view.there is None):
            return self.tr("Op die plek staat nog geen kopie.")
        made = local(copied)
        return self.tr("Laatste kopie daar: {day} om {time}").format(
            day=long_date(made.date()), time=format_time(made.time())
        )

    def _show_place(self, seen: SeenPlace | None) -> None:
        same = seen is not None and seen.present and seen.same_disk
        self._near.set_text(
            self.tr(
                "Dit is dezelfde schijf als die van je werkboek. Gaat die stuk, dan is deze kopie "
                "ook weg. Kies liever een stick of een map van school."
            )
        )
        self._near.setVisible(same)
        service = "" if seen is None else seen.service
        self._sync.setText(
            self.tr(
                "Deze map hoort bij {service}. Voor kopieën mag dat: ze zijn op slot en "
                "veranderen niet meer."
            ).format(service=service)
        )
        self._sync.setVisible(bool(service))

    def _trouble_words(self, view: CopiesView) -> str:
        if view.seen is None:
            return ""
        if not view.seen.present:
            return self.tr(
                "Deze plek is er nu niet. Zodra de stick erin zit of de map er weer is, komt de "
                "kopie er vanzelf."
            )
        return {
            CopyTrouble.FULL: self.tr(
                "De laatste kopie paste er niet meer bij. Maak daar ruimte vrij, of kies een "
                "andere plek."
            ),
            CopyTrouble.REFUSED: self.tr(
                "De laatste kopie is daar niet goed aangekomen. Probeer het nog een keer. Lukt "
                "het weer niet, kies dan een andere plek."
            ),
            CopyTrouble.SKIPPED: self.tr(
                "De laatste kopie daarheen is overgeslagen. Hij komt er vanzelf alsnog."
            ),
        }.get(view.care.trouble, "")

    def _copy_first(self, _changes: object) -> None:
        self.copy()

    def _take_copied(self, _changes: object) -> None:
        self._end()
        self._context.navigator.say(
            self.tr("De kopie staat op je tweede plek en is gecontroleerd."), Tone.GOOD
        )

    def _take_forgotten(self, _changes: object) -> None:
        self._end()
        self._context.navigator.say(
            self.tr("De werkbank maakt daar geen kopieën meer. Wat er staat, blijft staan.")
        )

    def _refuse(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Stopped):
            self._context.navigator.say(self.tr("Gestopt. De kopie komt er later vanzelf."))
        else:
            self._context.navigator.complain(error)

    def _end(self, _result: object = None) -> None:
        self.progress.end()
        self._wait(False)

    def _wait(self, waiting: bool) -> None:
        for button in (self.choose_button, self.copy_button, self.forget_button, self.away_button):
            button.setEnabled(not waiting)
