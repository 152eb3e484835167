"""Issuing: who gets a badge at the left, what goes out with it at the right."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import fold
from lob_workbench.features.badges.operations import (
    BadgesShown,
    issue,
    list_badges,
    read_key_in_use,
)
from lob_workbench.features.badges.page_going import GoingOut
from lob_workbench.features.badges.page_signing import SigningField
from lob_workbench.features.badges.rules import (
    Issued,
    IssueRound,
    ReadyBadge,
    wish_for,
)
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import CheckBox
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.theme import control_height, space


class IssuePanel(QWidget):
    """``boxes`` are the badges that are ready; ``done`` has the ids of what was issued."""

    state_changed = Signal()
    keys_asked = Signal()
    done = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._only: UUID | None = None
        self._issuing = False
        self._has_key = False
        self.boxes: list[tuple[CheckBox, ReadyBadge]] = []
        self.no_key = Panel("", self, tint="attention", icon="ph.key")
        self._keys_button = Button(self.tr("Sleutel &maken"), self.no_key)
        self._keys_button.clicked.connect(self.keys_asked)
        keeps = context.actor.may(Right.KEEP_BADGE_KEYS)
        self._keys_button.setVisible(keeps)
        self.no_key.add_action(self._keys_button)
        self.no_key.set_text(
            self.tr("Er is nog geen sleutel om badges mee te ondertekenen. Maak er eerst een.")
            if keeps
            else self.tr(
                "Er is nog geen sleutel om badges mee te ondertekenen. "
                "Vraag de functioneel beheerder om er een te maken."
            )
        )
        self.no_key.hide()
        self.who = Card(" ", self, icon="ph.student", fill=True)
        self.search = QLineEdit(self.who)
        self.search.setPlaceholderText(self.tr("Zoek op naam, groep of skill"))
        self.search.setAccessibleName(self.tr("Zoek wie klaar is voor een badge"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(control_height(self.search))
        self.search.textChanged.connect(self._filter)
        self._all = Button(self.tr("Iedereen"), self.who, kind=ButtonKind.QUIET)
        self._all.clicked.connect(self._choose_all)
        self._none = Button(self.tr("Niemand"), self.who, kind=ButtonKind.QUIET)
        self._none.clicked.connect(self._choose_none)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(1))
        buttons.addWidget(self.search, 1)
        buttons.addWidget(self._all)
        buttons.addWidget(self._none)
        self._list = ScrollColumn(self.who)
        self._list.column.setSpacing(0)
        self._list.column.addStretch(1)
        self._nobody = Paragraph(
            self.tr(
                "Niemand heeft een niveau bereikt waar nog geen badge voor is. Een niveau is "
                "bereikt als iemand anders alle vijf gedragingen heeft bevestigd."
            ),
            self.who,
            ink="muted",
        )
        self.who.body.addLayout(buttons)
        self.who.body.addWidget(self._nobody)
        self.who.body.addWidget(self._list, 1)
        self.going = GoingOut(context, self)
        self.going.changed.connect(self.state_changed)
        self.signing = SigningField(context, self)
        self.signing.opened.connect(self._sign)
        self.signing.refused.connect(self._refuse)
        self.problem = Panel("", self, tint="danger")
        self.problem.hide()
        self.going.body.addWidget(self.signing)
        self.progress = ProgressLine(self.tr("De badges worden ondertekend"), self)
        cards = QHBoxLayout()
        cards.setSpacing(space(4))
        cards.addWidget(self.who, 1)
        cards.addWidget(self.going, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.no_key)
        column.addWidget(self.problem)
        column.addLayout(cards, 1)
        column.addWidget(self.progress)
        self.setFocusProxy(self.search)

    def load(self, only: UUID | None = None) -> None:
        """Show what is ready, of everybody or of one learner; that one's boxes are ticked."""
        self._only = only
        self.problem.hide()
        self.reload()

    def reload(self) -> None:
        """Read again."""
        if not self._issuing:
            self._context.jobs.run(list_badges, receiver=self, done="_show", failed="_refuse")

    def clear(self) -> None:
        """Forget every name, and the key."""
        self.search.clear()
        self._show_boxes(())
        self.signing.clear()
        self.going.clear()

    @property
    def chosen(self) -> tuple[ReadyBadge, ...]:
        """What is ticked."""
        return tuple(ready for box, ready in self.boxes if box.isChecked())

    @property
    def can_issue(self) -> bool:
        """Whether there is somebody to issue to, and nothing under way."""
        return bool(self.chosen) and self._has_key and not self._issuing

    def finish(self) -> None:
        """Issue what is ticked, when its owners agree."""
        if not self.can_issue or not self.going.check():
            return
        self._start(True)
        self.signing.open(read_key_in_use)

    def _show(self, shown: BadgesShown) -> None:
        first = self._has_key is False
        self._has_key = shown.key is not None
        self.no_key.setVisible(not self._has_key)
        ready = [one for one in shown.ready if self._only in (None, one.learner.id)]
        before = {(one.learner.id, one.title) for one in self.chosen}
        self._show_boxes(tuple(ready))
        for box, one in self.boxes:
            box.setChecked(self._only is not None or (one.learner.id, one.title) in before)
        self._filter()
        if first and self._has_key:
            self.signing.look(read_key_in_use)
        self._count()

    def _show_boxes(self, ready: tuple[ReadyBadge, ...]) -> None:
        for box, _ in self.boxes:
            self._list.column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        words = self.tr("{name} · {group} · {skill}, niveau {level}")
        for place, one in enumerate(ready):
            text = words.format(
                name=one.learner.listed,
                group=one.learner.group or one.learner.team,
                skill=one.title.skill,
                level=one.title.level,
            )
            box = CheckBox(literal(text.replace(" ·  · ", " · ")), self._list.content)
            box.toggled.connect(self._count)
            self._list.column.insertWidget(place, box)
            self.boxes.append((box, one))
        self._nobody.setVisible(not ready)
        self._list.setVisible(bool(ready))
        self.search.setVisible(bool(ready))
        self._filter()
        self._all.setEnabled(bool(ready))
        self._none.setEnabled(bool(ready))
        self._count()

    def _choose_all(self) -> None:
        self._choose(True)

    def _choose_none(self) -> None:
        self._choose(False)

    def _filter(self) -> None:
        """Show who fits what is typed; a box that is ticked stays in sight, since it goes out."""
        wanted = fold(self.search.text()).split()
        for box, one in self.boxes:
            words = fold(f"{box.text()} {one.learner.name}")
            box.setVisible(box.isChecked() or all(word in words for word in wanted))

    def _choose(self, on: bool) -> None:
        for box, _ in self.boxes:
            if on and box.isHidden():
                continue  # Who was not asked for is not chosen.
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self._count()

    def _count(self) -> None:
        words = self.tr("Klaar voor een badge: {count} van {all} gekozen")
        self.who.set_title(words.format(count=len(self.chosen), all=len(self.boxes)))
        self.going.show_chosen(self.chosen)
        self.state_changed.emit()

    def _sign(self, opened: object) -> None:
        claims = self.going.claims()
        wanted = IssueRound(
            tuple(wish_for(one.learner, one.title, claims) for one in self.chosen),
            consent=self.going.consent.isChecked(),
            valid_until=self.going.until.value(),
            confirmations=self.going.confirmations.isChecked(),
        )
        progress = self.progress.begin()
        self._context.jobs.run(
            issue, wanted, opened, progress, receiver=self, done="_take_issued", failed="_refuse"
        )

    def _take_issued(self, issued: Issued) -> None:
        self._start(False)
        count = len(issued.badges)
        words = self.tr("1 badge uitgereikt.")
        if count != 1:
            words = self.tr("{count} badges uitgereikt.").format(count=count)
        if issued.left_out:
            left = self.tr("Overgeslagen, want er was al een badge: {count}.")
            words = f"{words} {left.format(count=issued.left_out)}"
        self._context.navigator.say(words, Tone.GOOD if count else Tone.ATTENTION)
        self.going.reset()
        self.done.emit(issued.badges)

    def _refuse(self, error: Exception) -> None:
        self._start(False)
        if isinstance(error, NotFound) and not self._has_key:
            return
        if self.signing.passphrase.error:
            return
        self.problem.set_text(error_text(error))
        self.problem.show()

    def _start(self, on: bool) -> None:
        self._issuing = on
        if on:
            self.problem.hide()
        else:
            self.progress.end()
        self.state_changed.emit()
