"""What waits of one student: tick and confirm, several at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.page_words import observer_words
from lob_workbench.features.life_skills.rules_claims import Objection, objection
from lob_workbench.features.life_skills.rules_profile import Profile
from lob_workbench.skills.rules import ClaimView, Observer, place_of
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_date
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space
from lob_workbench.ui.toggles import CheckBox


class WaitingCard(Card):
    """``confirmed`` gives the claims that are ticked; ``opened`` the skill to look at first."""

    confirmed = Signal(object)
    opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="ph.clock")
        self._context = context
        self._profile: Profile | None = None
        self.boxes: list[tuple[CheckBox, ClaimView]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(3))
        self.body.addLayout(self._list)
        self.confirm = Button("", self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.confirm.clicked.connect(self._confirm)
        self.every = Button(self.tr("&Alles aanvinken"), self, kind=ButtonKind.QUIET)
        self.every.clicked.connect(self._tick_all)
        self.first = Button(self.tr("&Een voor een bekijken"), self, kind=ButtonKind.QUIET)
        self.first.clicked.connect(self._open_first)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self.confirm)
        foot.addWidget(self.every)
        foot.addWidget(self.first)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_profile(self, profile: Profile) -> None:
        """Show what waits; nothing of it where there is nothing."""
        self._profile = profile
        while (entry := self._list.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for claim in profile.waiting:
            self._list.addWidget(self._row(claim, profile))
        words = self.tr("Wacht op bevestiging ({count})")
        self.set_title(words.format(count=len(profile.waiting)))
        self.setVisible(bool(profile.waiting))
        self.every.setVisible(len(self.boxes) > 1)
        self._count()

    def _row(self, claim: ClaimView, profile: Profile) -> QWidget:
        row = QWidget(self)
        place = place_of(claim.behaviour_id)
        skill = profile.skill_set.skill(place[0]).name if place else ""
        text = profile.skill_set.behaviour(claim.behaviour_id).text
        reason = objection(claim, profile.learner, self._context.actor.staff_id)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(f"{skill}: {text}", row, bold=True))
        who = observer_words(claim.observer)
        if claim.observer_name:
            who = f"{claim.observer_name} ({who})"
        seen = self.tr("Gezien door {who} op {day}")
        if claim.observer is Observer.SELF:
            seen = self.tr("Zegt {who} op {day}")
        line = seen.format(who=who, day=format_date(claim.seen_on))
        if reason is Objection.MY_CLAIM:
            line = f"{line}. " + self.tr("Iemand anders die het ook zag, bevestigt dit.")
        if claim.evidence:
            words.addWidget(Paragraph(claim.evidence, row))
        words.addWidget(Paragraph(line, row, size=TextSize.SMALL, ink="muted"))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(space(2))
        if reason is Objection.NONE:
            box = CheckBox("", row)
            box.setFixedWidth(box.fontMetrics().height() + space(3))
            box.setAccessibleName(f"{skill}: {text}")
            box.toggled.connect(self._count)
            self.boxes.append((box, claim))
            across.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        return row

    def _ticked(self) -> tuple[ClaimView, ...]:
        return tuple(claim for box, claim in self.boxes if box.isChecked())

    def _count(self) -> None:
        count = len(self._ticked())
        self.confirm.setVisible(bool(count))
        self.confirm.setText(self.tr("&Bevestigen ({count})").format(count=count))

    def _tick_all(self) -> None:
        for box, _ in self.boxes:
            box.setChecked(True)
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        claims = self._ticked()
        if claims:
            self.confirm.hide()
            self.confirmed.emit(claims)

    def _open_first(self) -> None:
        if self._profile is not None and self._profile.waiting:
            place = place_of(self._profile.waiting[0].behaviour_id)
            if place is not None:
                self.opened.emit(place[0])
