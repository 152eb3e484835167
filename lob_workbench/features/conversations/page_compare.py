"""Mine and the version that came before mine, field by field, with what can be done about it."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.features.conversations.comparison import StaleComparison, compared
from lob_workbench.talks.rules import ConversationDraft
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.dates import format_time, relative_date
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.labels import Heading
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.side_by_side import FieldPair, SideBySide
from lob_workbench.ui.theme import TextSize, space


class CompareView(QWidget):
    """Shows two versions of one talk; a button says which way to go, and decides nothing itself."""

    record_wanted = Signal()
    """Mine becomes a correction of the version that stands."""
    write_wanted = Signal()
    """Mine becomes a draft on top of the version that stands."""
    drop_wanted = Signal()
    """Mine goes; the version that stands is the talk."""
    mine_wanted = Signal()
    """Of two drafts mine is the one to go on with."""
    theirs_wanted = Signal()
    """Of two drafts the other is the one to go on with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Heading("", self, size=TextSize.LARGE)
        self.panel = Panel("", self, tint="attention", icon="ph.users")
        self.record_button = Button(
            self.tr("Mijn versie vast&leggen als verbetering"), self.panel, kind=ButtonKind.PRIMARY
        )
        self.write_button = Button(self.tr("Ver&der schrijven"), self.panel)
        self.drop_button = Button(
            self.tr("Mijn versie weg&gooien"), self.panel, kind=ButtonKind.QUIET
        )
        self.mine_button = Button(
            self.tr("&Mijn versie houden"), self.panel, kind=ButtonKind.PRIMARY
        )
        self.theirs_button = Button(self.tr("De &andere nemen"), self.panel)
        self.record_button.clicked.connect(self.record_wanted)
        self.write_button.clicked.connect(self.write_wanted)
        self.drop_button.clicked.connect(self.drop_wanted)
        self.mine_button.clicked.connect(self.mine_wanted)
        self.theirs_button.clicked.connect(self.theirs_wanted)
        self._recorded_buttons = (self.record_button, self.write_button, self.drop_button)
        self._draft_buttons = (self.mine_button, self.theirs_button)
        # Beside each other where there is room; the page must not get wider than the window.
        row = QWidget(self.panel)
        flow = FlowLayout(row)
        for button in (*self._recorded_buttons, *self._draft_buttons):
            button.setParent(row)
            flow.addWidget(button)
        self.panel.body.addWidget(row)
        scroll = ScrollColumn(self)
        sheet = Card("", scroll.content)
        self.both = SideBySide(sheet)
        sheet.body.addWidget(self.both)
        scroll.column.addWidget(sheet)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.head)
        column.addWidget(self.panel)
        column.addWidget(scroll, 1)

    def show_versions(
        self,
        mine: ConversationDraft,
        found: StaleComparison,
        today: date,
        *,
        on_laptop: bool = False,
    ) -> None:
        """Show ``mine`` beside what was ``found``; ``on_laptop`` tells where mine is kept."""
        when = moment_words(found.at, today)
        recorded = found.newest is not None
        if recorded and not found.own:
            head = self.tr("{name} was je voor").format(name=found.author)
            words = self.tr(
                "{name} heeft dit gesprek {when} vastgelegd. Jouw tekst is niet weg. "
                "Hieronder zie je beide versies; wat je ook kiest, die van {name} blijft bewaard."
            )
            heads = None
        elif recorded:
            head = self.tr("Dit gesprek is al vastgelegd")
            words = self.tr(
                "Je hebt dit gesprek {when} vastgelegd op een andere plek, met andere woorden. "
                "Je tekst van hier is niet weg. Hieronder zie je beide versies."
            )
            heads = (
                self.tr("Nog niet vastgelegd"),
                self.tr("Door jou vastgelegd, {when}").format(when=when),
            )
        elif on_laptop:
            head = self.tr("Op deze laptop staat iets anders dan op school")
            words = self.tr(
                "Je school bewaarde dit concept {when}. Op deze laptop staan andere woorden. "
                "Kies met welke je verder gaat."
            )
            heads = (
                self.tr("Op deze laptop"),
                self.tr("Op school, bewaard {when}").format(when=when),
            )
        else:
            head = self.tr("Je schreef op twee plekken")
            words = self.tr(
                "Dit concept is {when} ook op een andere plek bewaard, met andere woorden. "
                "Beide zijn bewaard. Kies met welke je verder gaat."
            )
            heads = (
                self.tr("Mijn versie"),
                self.tr("De andere, bewaard {when}").format(when=when),
            )
        self.mine_button.setText(
            self.tr("Die van deze &laptop nemen") if on_laptop else self.tr("&Mijn versie houden")
        )
        self.theirs_button.setText(
            self.tr("Die van &school nemen") if on_laptop else self.tr("De &andere nemen")
        )
        self.head.setText(head)
        self.panel.set_text(words.format(name=found.author, when=when))
        for button in self._recorded_buttons:
            button.setVisible(recorded)
        for button in self._draft_buttons:
            button.setVisible(not recorded)
        pairs = [
            FieldPair(field.label, field.mine, field.theirs)
            for field in compared(mine, found.theirs, QCoreApplication.translate)
        ]
        self.both.show_pairs(pairs, found.author, when, heads=heads)

    def begin(self) -> None:
        """Put the focus on the first thing to do."""
        for button in (*self._recorded_buttons, *self._draft_buttons):
            if not button.isHidden():
                button.setAccessibleDescription(f"{self.head.text()}. {self.panel.words.text()}")
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def set_busy(self, busy: bool) -> None:
        """While a choice is being carried out there is no other one to make."""
        for button in (*self._recorded_buttons, *self._draft_buttons):
            button.setEnabled(not busy)

    def clear(self) -> None:
        """Forget both versions."""
        self.head.setText("")
        self.panel.set_text("")
        self.both.clear()


def moment_words(at: datetime, today: date) -> str:
    """``vandaag om 14:02``."""
    moment = local(at)
    words = QCoreApplication.translate("conversations", "{day} om {time}")
    return words.format(day=relative_date(moment.date(), today), time=format_time(moment.time()))
