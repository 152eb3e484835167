"""What the student wrote for this talk, and the button that lends the laptop for it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.people.rules import has_student
from lob_workbench.talks.rules_preparations import LineKind, PreparedAnswer, StudentPreparation
from lob_workbench.ui.buttons import Button, literal
from lob_workbench.ui.cards import Card
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space


def answer_label(one: PreparedAnswer) -> str:
    """The question of an answer; of an agreement also what is asked about it."""
    if one.kind is LineKind.AGREEMENT:
        words = QCoreApplication.translate("conversations", "Hoe ging het? {agreement}")
        return words.format(agreement=one.question)
    return one.question


class StudentWords(Card):
    """On *Voorbereiden*: the student's own preparation, or that there is none yet."""

    lent = Signal()
    """Let the student prepare."""

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="ph.user")
        self._actor = actor
        self._shown: StudentPreparation | None = None
        self._texts = QVBoxLayout()
        self._texts.setSpacing(space(1))
        self._widgets: list[QWidget] = []
        self._none = Paragraph("", self, ink="muted")
        self.button = Button("", self, icon="ph.pencil-simple")
        self.button.clicked.connect(self.lent)
        self.body.addWidget(self._none)
        self.body.addLayout(self._texts)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_words(self, prep: Preparation) -> None:
        """Show what stands there; who only reads along lends nothing."""
        words, name = prep.student_words, prep.student.name.first
        when = "" if words is None else plain_date(local(words.submitted_at).date())
        self.set_title(
            self.tr("Voorbereid door {name}").format(name=name),
            self.tr("In eigen woorden, {day}").format(day=when) if when else "",
        )
        text = (
            self.tr("Laat {name} voorbereiden")
            if words is None
            else self.tr("Laat {name} opnieuw voorbereiden")
        )
        if prep.student_began:
            text = self.tr("Laat {name} verder schrijven")
        self.button.setText(literal(text.format(name=name)))
        self.button.setVisible(
            has_student(self._actor, prep.student) and prep.draft.corrects is None
        )
        none = (
            self.tr("{name} is begonnen, maar koos nog niet Klaar.")
            if prep.student_began
            else self.tr(
                "{name} heeft nog niets opgeschreven. Geef je laptop even: alleen dit deel is dan "
                "te zien. Daarna open jij de werkbank weer."
            )
        )
        self._none.setText(none.format(name=name))
        self._none.setVisible(words is None)
        if words == self._shown:
            return
        self._shown = words
        for widget in self._widgets:
            self._texts.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        for one in () if words is None else words.own_first:
            label = answer_label(one)
            self._put(Paragraph(label, self, size=TextSize.SMALL, ink="muted"))
            self._put(TextView(one.answer, self, name=label))

    def _put(self, widget: QWidget) -> None:
        self._texts.addWidget(widget)
        self._widgets.append(widget)
