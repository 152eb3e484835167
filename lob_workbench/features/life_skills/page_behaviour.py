"""One behaviour in the panel of a cell: whether it counts, what shows it, and who saw it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.skills import Behaviour
from lob_workbench.features.life_skills.page_words import observer_words, state_words
from lob_workbench.skills.rules import ClaimState, ClaimView, EvidenceFile, Observer, Verdict
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.dates import format_date
from lob_workbench.ui.labels import Label, Mark, Paragraph
from lob_workbench.ui.theme import Role, TextSize, space
from lob_workbench.ui.toggles import CheckBox

_LOOKS: dict[ClaimState | None, tuple[str, Role, str]] = {
    None: ("ph.circle", Role.INK_MUTED, "muted"),
    ClaimState.WAITING: ("ph.clock", Role.ACCENT_TEXT, "attention"),
    ClaimState.CONFIRMED: ("ph.check-circle", Role.SUCCESS_TEXT, "good"),
    ClaimState.DECLINED: ("ph.arrow-counter-clockwise", Role.INK_MUTED, "muted"),
    ClaimState.WITHDRAWN: ("ph.circle", Role.INK_MUTED, "muted"),
}


class BehaviourRow(QWidget):
    """A box to tick, the behaviour, its state in icon and word, and its claims below."""

    ticked = Signal()
    take_back_asked = Signal(object)
    file_asked = Signal(object)

    def __init__(
        self,
        behaviour: Behaviour,
        claims: tuple[ClaimView, ...],
        *,
        shown: bool,
        changeable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.behaviour = behaviour
        self.claims = claims
        state = _state(claims, shown)
        icon, role, ink = _LOOKS[state]
        self.box = CheckBox("", self)
        self.box.setFixedWidth(self.box.fontMetrics().height() + space(3))
        words = behaviour.text if state is None else f"{behaviour.text} ({state_words(state)})"
        self.box.setAccessibleName(words)
        self.tickable = changeable and state is not ClaimState.CONFIRMED
        self.box.setVisible(self.tickable)
        self.box.toggled.connect(self.ticked)
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(space(1))
        head.addWidget(self.box, 0, top)
        if not self.tickable:
            mark = Mark(icon, self, role=role)
            mark.setAccessibleName("" if state is None else state_words(state))
            head.addWidget(mark, 0, top)
            head.addSpacing(space(1))
        head.addWidget(Paragraph(behaviour.text, self, bold=state is not None), 1)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(space(7) + 2, 0, 0, 0)
        self._below.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._below)
        if state is not None and self.tickable:
            line = QHBoxLayout()
            line.setSpacing(space(1))
            line.addWidget(Mark(icon, self, role=role), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(Label(state_words(state), self, size=TextSize.SMALL, ink=ink))
            line.addStretch(1)
            self._below.addLayout(line)
        for claim in claims:
            if claim.state is not ClaimState.WITHDRAWN:
                self._claim(claim, changeable=changeable)

    def waiting(self) -> tuple[ClaimView, ...]:
        """The claims here that wait."""
        return tuple(claim for claim in self.claims if claim.state is ClaimState.WAITING)

    def _claim(self, claim: ClaimView, *, changeable: bool) -> None:
        who = observer_words(claim.observer)
        if claim.observer_name:
            who = f"{claim.observer_name} ({who})"
        words = self.tr("Gezien door {who} op {day}").format(
            who=who, day=format_date(claim.seen_on)
        )
        if claim.observer is Observer.SELF:
            words = self.tr("Zegt {who} op {day}").format(who=who, day=format_date(claim.seen_on))
        line = QHBoxLayout()
        line.setSpacing(space(1))
        line.addWidget(Paragraph(words, self, size=TextSize.SMALL, ink="muted"), 1)
        if changeable:
            button = Button(
                "",
                self,
                kind=ButtonKind.QUIET,
                icon="ph.arrow-u-up-left",
                tip=self.tr("Terugnemen"),
            )
            button.setAccessibleName(self.tr("Terugnemen: {text}").format(text=self.behaviour.text))
            button.setProperty("claim", claim.id)
            button.clicked.connect(self._take_back)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addLayout(line)
        if claim.evidence:
            self._below.addWidget(Paragraph(claim.evidence, self, selectable=True))
        if claim.link:
            self._below.addWidget(Paragraph(claim.link, self, size=TextSize.SMALL, selectable=True))
        for file in claim.files:
            self._file(file)
        for verdict in claim.verdicts:
            by = f"{verdict.name} ({observer_words(verdict.observer)})".strip()
            words = {
                Verdict.CONFIRMED: self.tr("Bevestigd door {who} op {day}"),
                Verdict.DECLINED: self.tr("Nog niet, zegt {who} op {day}"),
                Verdict.WITHDRAWN: self.tr("Teruggenomen door {who} op {day}"),
            }[verdict.verdict]
            told = words.format(who=by, day=format_date(verdict.given_on))
            if verdict.note:
                told = f"{told}: {verdict.note}"
            self._below.addWidget(Paragraph(told, self, size=TextSize.SMALL, ink="muted"))

    def _file(self, file: EvidenceFile) -> None:
        icon = "ph.image" if file.media_type.startswith("image/") else "ph.file"
        button = Button(literal(file.name), self, kind=ButtonKind.QUIET, icon=icon)
        button.setProperty("file", file)
        button.clicked.connect(self._open_file)
        self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _take_back(self) -> None:
        self.take_back_asked.emit(self.sender().property("claim"))

    def _open_file(self) -> None:
        self.file_asked.emit(self.sender().property("file"))


def _state(claims: tuple[ClaimView, ...], shown: bool) -> ClaimState | None:
    if shown:
        return ClaimState.CONFIRMED
    states = [claim.state for claim in claims]
    for state in (ClaimState.WAITING, ClaimState.DECLINED):
        if state in states:
            return state
    return None
