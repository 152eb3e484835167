"""What the student says of a recorded talk, and what was said of it before."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.conversations.operations import respond
from lob_workbench.features.conversations.page_reading import Reading, ReadingAlong
from lob_workbench.features.conversations.tables import verdict_label
from lob_workbench.people.rules import has_student
from lob_workbench.talks.rules import ConversationView, Party, StudentResponse, Verdict
from lob_workbench.talks.rules_voices import newest_voices
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.response_fields import ResponseFields
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space


def show_verdict(chip: Chip, said: StudentResponse) -> None:
    """The verdict and its day, as icon, word and colour."""
    words = verdict_label(said.verdict)
    if said.given_on is not None:
        words = f"{words} · {plain_date(said.given_on)}"
    tone = Tone.GOOD if said.verdict is Verdict.AGREES else Tone.ATTENTION
    chip.set_state(words, tone)


class EarlierResponses(QWidget):
    """What the student said before the last word: a later word takes none away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, space(2), 0, 0)
        self._column.setSpacing(space(1))
        self._shown: list[QWidget] = []

    def show_responses(self, responses: Sequence[StudentResponse]) -> None:
        """Show ``responses``, the last one first."""
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for said in reversed(responses):
            words = self.tr("Eerder zei de student: {verdict}").format(
                verdict=verdict_label(said.verdict)
            )
            if said.given_on is not None:
                words = self.tr("{words} ({day})").format(
                    words=words, day=plain_date(said.given_on)
                )
            self._put(Label(words, self, size=TextSize.SMALL, ink="muted"))
            if said.text:
                self._put(TextView(said.text, self, name=words))
        self.setVisible(bool(responses))

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._shown.append(widget)


class ResponseCard(Card):
    """What a party says of the record, now or later; earlier words stay on record."""

    def __init__(self, context: PageContext, parent: QWidget, party: Party = Party.STUDENT) -> None:
        translate = QCoreApplication.translate
        at_work = party is Party.COMPANY
        super().__init__(
            translate("conversations", "Wat het leerbedrijf ervan zegt")
            if at_work
            else translate("conversations", "Wat de student ervan zegt"),
            parent,
            icon="ph.buildings" if at_work else "ph.user",
        )
        self._party = party
        self._context = context
        self._talk: ConversationView | None = None
        self._chip = Chip("", self)
        self._none = Paragraph(self.tr("Nog niets. Lees het verslag samen door."), self)
        self._none.set_ink("muted")
        self._text = TextView("", self, name=self.accessibleName())
        self.ask = Button("", self)
        self.ask.clicked.connect(self._ask)
        self.lend = Button("", self, icon="ph.laptop")
        self.lend.setToolTip(
            self.tr(
                "De praktijkopleider leest en antwoordt zelf; de rest van de werkbank gaat op slot"
            )
            if at_work
            else self.tr("De student leest en antwoordt zelf; de rest van de werkbank gaat op slot")
        )
        self.lend.clicked.connect(self._lend)
        if at_work:
            self.fields = ResponseFields(
                self,
                may_wait=False,
                question=self.tr("Wat zegt de praktijkopleider?"),
                words=self.tr("In eigen woorden van de praktijkopleider"),
                placeholder=self.tr(
                    "Laat de praktijkopleider dit zelf typen, of schrijf letterlijk op."
                ),
            )
        else:
            self.fields = ResponseFields(self, may_wait=False)
        self.save = Button(self.tr("Reactie be&waren"), self)
        self.save.clicked.connect(self._save)
        self._cancel = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self._cancel.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.lend, self.ask, self.save, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._earlier = EarlierResponses(self)
        for widget in (self._chip, self._none, self._text, self._earlier):
            self.body.addWidget(widget)
        self.body.addWidget(self.fields)
        self.body.addLayout(buttons)
        self.put_away()

    def show_talk(self, view: ConversationView) -> None:
        """Show the response to this version; one that is being typed stays."""
        self._talk = view
        of_student = self._party is Party.STUDENT
        said = view.response if of_student else view.company_response
        self._chip.setVisible(said is not None)
        self._none.setVisible(said is None)
        self._text.setVisible(said is not None and bool(said.text))
        self._text.setPlainText(said.text if said else "")
        if said is not None:
            show_verdict(self._chip, said)
        self._earlier.show_responses(view.earlier_responses if of_student else ())
        if not has_student(self._context.actor, view.student):
            self._show_form(False)
            self.ask.hide()
            self.lend.hide()
        name = self._reader().replace("&", "&&")
        words = self.tr("Laat {name} &meelezen") if of_student else self.tr("Laat {name} meelezen")
        self.lend.setText(words.format(name=name))
        first = (
            self.tr("&Reactie van de student")
            if of_student
            else self.tr("Reactie van het &bedrijf")
        )
        self.ask.setText(first if said is None else self.tr("Nieuwe &reactie"))

    def put_away(self) -> None:
        """Close the form and forget what was typed in it."""
        self.fields.set_value(None)
        self._show_form(False)

    def _show_form(self, shown: bool) -> None:
        inside = (*self.fields.findChildren(QWidget), self.save, self._cancel)
        had_focus = any(widget.hasFocus() for widget in inside)
        for widget in (self.fields, self.save, self._cancel):
            widget.setVisible(shown)
        self.ask.setVisible(not shown)
        self.lend.setVisible(not shown)
        if had_focus and not shown:
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._show_form(True)
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reader(self) -> str:
        """Who reads: a student by the first name, a company by who spoke for it."""
        if self._talk is None:
            return ""
        if self._party is Party.STUDENT:
            return self._talk.student.name.first
        spoken = newest_voices(self._talk.voices).get(Party.COMPANY)
        return self.tr("het leerbedrijf") if spoken is None else spoken.by_name

    def _lend(self) -> None:
        if self._talk is not None:
            reading = Reading(self._talk.id, self._reader(), self._party)
            self._context.navigator.lend(Loan(ReadingAlong, reading))

    def _save(self) -> None:
        response = self.fields.value()
        if self._talk is None:
            return
        if response is None:
            self.fields.choice.set_error(self.tr("Kies eerst wat er gezegd is."))
            self.fields.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._context.jobs.run(
            respond,
            self._talk.id,
            response,
            self._party,
            receiver=self,
            done="_take_answered",
            failed="_take_refused",
        )

    def _take_answered(self, _changes: object) -> None:
        self.put_away()
        self._context.navigator.say(self.tr("De reactie is bewaard."), Tone.GOOD)

    def _take_refused(self, error: Exception) -> None:
        if isinstance(error, InputRefused):
            self.fields.words.set_error(error_text(error))
            self.fields.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._context.navigator.complain(error)
