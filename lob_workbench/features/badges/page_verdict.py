"""One verdict: the outcome with its icon, why, what the badge says, and whether we know who."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.credentials.statements import BadgeStatement
from lob_workbench.credentials.verdicts import Outcome, Revocation, Verdict
from lob_workbench.domain.clock import local
from lob_workbench.features.badges.judging import Judgement
from lob_workbench.features.badges.tables import translated
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Card
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.labels import Heading, Label, Mark, Paragraph
from lob_workbench.ui.theme import Role, TextSize, space

_LOOKS: dict[Outcome, tuple[str, Role]] = {
    Outcome.VALID: ("ph.check-circle", Role.SUCCESS_TEXT),
    Outcome.EXPIRED: ("ph.clock", Role.ACCENT_TEXT),
    Outcome.NOT_YET_VALID: ("ph.clock", Role.ACCENT_TEXT),
    Outcome.REVOKED: ("ph.prohibit", Role.DANGER),
    Outcome.TAMPERED: ("ph.warning-octagon", Role.DANGER),
    Outcome.UNKNOWN_ISSUER: ("ph.question", Role.ACCENT_TEXT),
    Outcome.NOT_THEIR_KEY: ("ph.warning-octagon", Role.DANGER),
    Outcome.KEY_WITHDRAWN: ("ph.key", Role.DANGER),
    Outcome.CANNOT_VERIFY: ("ph.question", Role.ACCENT_TEXT),
    Outcome.UNSUPPORTED_PROOF: ("ph.question", Role.ACCENT_TEXT),
    Outcome.NOT_A_BADGE: ("ph.file-x", Role.INK_MUTED),
    Outcome.REFUSED: ("ph.warning-octagon", Role.DANGER),
}


class VerdictCard(Card):
    """``headline`` and ``reason`` say it; ``trust_asked`` has the issuer's name and address."""

    trust_asked = Signal(str, str)

    def __init__(
        self, judgement: Judgement, today: date, keeps: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._today = today
        self.judgement = judgement
        verdict = judgement.verdict
        icon, role = _LOOKS[verdict.outcome]
        mark = Mark(icon, self, role=role, side=self.fontMetrics().height() * 2)
        headline = translated(verdict.headline)
        if judgement.status_list:
            headline = self.tr("Lijst van ingetrokken badges")
        self.headline = Heading(headline, self, size=TextSize.LARGE)
        self.reason = Paragraph(translated(verdict.reason).format(**verdict.values), self)
        file = Label(judgement.file, self, size=TextSize.SMALL, ink="muted")
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self.headline)
        words.addWidget(self.reason)
        words.addWidget(file)
        head = QHBoxLayout()
        head.setSpacing(space(3))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.facts: list[tuple[str, str]] = []
        statement = verdict.statement
        if statement is not None:
            self._say(statement, judgement)
        self.trust_button = Button(self.tr("Deze school &vertrouwen"), self, icon="ph.handshake")
        self.trust_button.clicked.connect(self._trust)
        self.trust_button.setVisible(
            keeps and statement is not None and verdict.outcome is Outcome.UNKNOWN_ISSUER
        )
        self.body.addWidget(self.trust_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, statement: BadgeStatement, judgement: Judgement) -> None:
        verdict = judgement.verdict
        if not verdict.good:
            # Of what is not good, the words are no facts.
            note = Paragraph(
                self.tr("Dit staat in de badge. Neem het niet zomaar aan."), self, ink="muted"
            )
            self.body.addWidget(note)
        self.facts = [
            (self.tr("Badge"), statement.achievement.name),
            (self.tr("Van"), statement.recipient.name),
            (self.tr("Uitgever"), statement.issuer.name),
            (self.tr("Sinds"), self._day(statement.valid_from)),
            (self.tr("Geldig tot"), self._day(statement.valid_until)),
            (self.tr("Ondertekend"), self._day(verdict.signed_at)),
            (self.tr("Sleutel"), self._key_words(judgement)),
            (self.tr("Ingetrokken?"), self._revocation_words(verdict)),
            (self.tr("Gedrag"), statement.achievement.narrative),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(one for one in self.facts if one[1]):
            name = Label(label, self, ink="muted")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(value, self, selectable=True), row, 1)
        self.body.addLayout(grid)

    def _key_words(self, judgement: Judgement) -> str:
        verdict = judgement.verdict
        if judgement.own and verdict.trusted_as:
            return self.tr("Vertrouwd: een sleutel van deze school.")
        if verdict.trusted_as:
            words = self.tr("Vertrouwd: hier bekend als {name}.")
            return words.format(name=verdict.trusted_as)
        if verdict.outcome is Outcome.UNKNOWN_ISSUER:
            return self.tr(
                "Niet vertrouwd: niemand van jouw school heeft deze sleutel nagekeken. "
                "Een sleutel die in de badge meereist, bewijst niet van wie hij is."
            )
        if verdict.outcome is Outcome.NOT_THEIR_KEY:
            return self.tr("Niet vertrouwd: het is geen sleutel van de uitgever die erin staat.")
        if verdict.outcome is Outcome.KEY_WITHDRAWN:
            return self.tr("Niet meer vertrouwd: deze sleutel telt niet meer.")
        return ""

    def _revocation_words(self, verdict: Verdict) -> str:
        if verdict.outcome is Outcome.REVOKED:
            return self.tr("Ja.")
        if verdict.outcome is Outcome.TAMPERED:
            return ""  # Whose list it would be, nobody knows.
        if verdict.revocation is Revocation.CHECKED and verdict.list_of is not None:
            words = self.tr("Nee, volgens de lijst van {day}.")
            return words.format(day=self._day(verdict.list_of))
        if verdict.revocation is Revocation.CHECKED:
            return self.tr("Nee.")
        if verdict.revocation is Revocation.NOT_CHECKED:
            return self.tr(
                "Niet bekend. Vraag de uitgever om de lijst van ingetrokken badges, "
                "en sleep die er samen met de badge in."
            )
        return self.tr("De uitgever houdt daar geen lijst van bij.")

    def _day(self, moment: datetime | None) -> str:
        return "" if moment is None else long_date(local(moment).date(), weekday=False)

    def _trust(self) -> None:
        statement = self.judgement.verdict.statement
        if statement is not None:
            self.trust_asked.emit(statement.issuer.name, statement.issuer.id)
