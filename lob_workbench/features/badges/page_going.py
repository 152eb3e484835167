"""What leaves the house with a badge: always, by default, and only when it is ticked."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.features.badges.operations import IssueForm, read_issue_form
from lob_workbench.features.badges.rules import EvidenceChoice, ReadyBadge, wish_for
from lob_workbench.ui.buttons import literal
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import short_date
from lob_workbench.ui.forms import CheckBox, DateField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space, text_width

_NARROW = 24


class _Quote(CheckBox):
    """A box with words of the dossier: as many as there is room for, all of them in its tip."""

    def __init__(self, said: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._said = f"„{said}”"
        self.setAccessibleName(said)
        self.setToolTip(literal(said))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self, _NARROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.fontMetrics().height() - space(4)
        shown = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        self.setText(literal(shown))


class GoingOut(Card):
    """``consent`` must be ticked; ``evidence`` are boxes for words of the dossier, of one badge."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Dit gaat mee de deur uit"), parent, icon="ph.paper-plane-tilt", fill=True
        )
        self._context = context
        self._one: ReadyBadge | None = None
        self.evidence: list[tuple[CheckBox, UUID]] = []
        self.sheet = ScrollColumn(self)
        column = self.sheet.column
        column.setSpacing(space(2))
        content = self.sheet.content
        self._always = Paragraph("", content)
        self.confirmations = CheckBox(
            self.tr("Als wat en wanneer iemand het gedrag bevestigde"), content
        )
        self.confirmations.setChecked(True)
        self._words = Label(self.tr("Woorden uit het dossier"), content, bold=True)
        self._words_about = Paragraph("", content, ink="muted")
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
        self.until = DateField(
            self.tr("Geldig tot en met"),
            content,
            hint=self.tr("Leeg: de badge blijft geldig."),
            today=context.clock.today,
        )
        self.consent = CheckBox(self.tr("De eigenaar weet wat erin staat en vindt dit goed"), self)
        self.consent.toggled.connect(self._ticked)
        self.asked = Panel(
            self.tr("Laat de eigenaar eerst zien wat er in de badge staat, en vink het dan aan."),
            self,
            tint="danger",
        )
        self.asked.hide()
        for part in (self._always, self.confirmations, self._words, self._words_about):
            column.addWidget(part)
        column.addLayout(self._boxes)
        column.addWidget(self.until)
        column.addStretch(1)
        self.body.addWidget(self.sheet, 1)
        # In sight whatever was scrolled.
        self.body.addWidget(self.consent)
        self.body.addWidget(self.asked)
        self.reset()

    def show_chosen(self, chosen: tuple[ReadyBadge, ...]) -> None:
        """Tell what goes out for these; the dossier is opened for a single one only."""
        if len(chosen) == 1:
            one = chosen[0]
            if one != self._one:
                self._one = one
                self._show_choices(())
                wish = wish_for(one.learner, one.title)
                self._context.jobs.run(
                    read_issue_form, wish, receiver=self, done="_show_form", failed="_no_form"
                )
            return
        self._one = None
        self._show_choices(())
        self._always.setText(
            self.tr(
                "De naam, de naam van de school, de skill met het niveau en de vijf gedragingen. "
                "Is er een mailadres, dan staat er een code in waarmee dat adres te herkennen is, "
                "en niet het adres zelf. Geen studentnummer en geen geboortedatum."
            )
        )
        self._words_about.setText(
            self.tr("Niets. Kies één badge als je er bewijs uit het dossier bij wilt doen.")
        )

    def claims(self) -> frozenset[UUID]:
        """The claims whose words go out."""
        return frozenset(claim for box, claim in self.evidence if box.isChecked())

    def check(self) -> bool:
        """Whether it may go; says what is missing."""
        if not self.consent.isChecked():
            self.asked.show()
            self.consent.setFocus()
        return self.consent.isChecked() and self.until.check()

    def reset(self) -> None:
        """As before anything was ticked: consent is asked each time."""
        self.consent.setChecked(False)
        self.confirmations.setChecked(True)
        self.until.set_value(None)
        self.asked.hide()
        self._one = None
        self.show_chosen(())

    def clear(self) -> None:
        """Forget every word."""
        self.reset()

    def _show_form(self, form: IssueForm) -> None:
        one = self._one
        if one is None or (form.learner.id, form.title) != (one.learner.id, one.title):
            return
        hashed = (
            self.tr(" Een code waarmee het mailadres te herkennen is, niet het adres zelf.")
            if form.hashed_email
            else ""
        )
        always = self.tr("{name}, de naam van de school, {skill} niveau {level} en dit gedrag:")
        lines = [
            always.format(name=form.learner.name, skill=form.title.skill, level=form.title.level)
        ]
        lines += [f"–  {line}" for line in form.criteria]
        self._always.setText("\n".join(lines) + (f"\n{hashed.strip()}" if hashed else ""))
        self._show_choices(form.choices)
        self._words_about.setText(
            self.tr("Alleen wat je aanvinkt, gaat mee. Ook wie de badge later krijgt, leest het.")
            if form.choices
            else self.tr("Er is geen bewijs om mee te geven.")
        )

    def _no_form(self, _error: Exception) -> None:
        self._show_choices(())

    def _show_choices(self, choices: tuple[EvidenceChoice, ...]) -> None:
        while (item := self._boxes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.evidence = []
        today = self._context.clock.today()
        for choice in choices:
            said = " ".join((choice.evidence or choice.link).split())
            box = _Quote(said, self.sheet.content)
            self._boxes.addWidget(box)
            who = QCoreApplication.translate("skills", choice.confirmed)
            about = f"{choice.behaviour} · {who}, {short_date(choice.confirmed_on, today)}"
            self._boxes.addWidget(
                Paragraph(about, self.sheet.content, size=TextSize.SMALL, ink="muted")
            )
            self.evidence.append((box, choice.claim_id))

    def _ticked(self) -> None:
        self.asked.hide()
        self.changed.emit()
