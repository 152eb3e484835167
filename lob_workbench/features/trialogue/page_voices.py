"""The three voices beside each other: a column for each party, a row for each topic."""

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.content.voices import voice_texts
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.trialogue.page_words import asked, mark_label, party_label, person_of
from lob_workbench.features.trialogue.rules import Trialogue
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import (
    Mark,
    TopicMark,
    VoicePart,
    VoiceSource,
    VoiceView,
    newest_voices,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.chips import Chip, Filter, FilterChips
from lob_workbench.ui.labels import Heading, Label, Paragraph
from lob_workbench.ui.text_area import TextArea, TextView
from lob_workbench.ui.theme import TextSize, space

_MARK_ICONS = {
    Mark.AGREE: "ph.equals",
    Mark.DIFFER: "ph.arrows-left-right",
    Mark.DISCUSS: "ph.chats-circle",
}


def column_of(parent: QWidget, layout: QHBoxLayout) -> QVBoxLayout:
    """A third of the width, whatever stands in it."""
    holder = QWidget(parent)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space(1))
    layout.addWidget(holder, 1)
    return column


class PartyHead(QWidget):
    """Who speaks in a column, whether the part is in, and the ways to get it."""

    lend_asked = Signal(object)
    form_asked = Signal(object)
    version_asked = Signal(object, int)

    def __init__(self, party: Party, parent: QWidget) -> None:
        super().__init__(parent)
        self.party = party
        self._other = 0
        self._title = Heading(party_label(party), self, size=TextSize.LARGE)
        self._who = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.state = Chip("", self)
        self.lend_button = Button("", self, icon="ph.laptop")
        self.lend_button.clicked.connect(self._lend)
        self.form_button = Button(
            self.tr("Formulier"), self, kind=ButtonKind.QUIET, icon="ph.file-text"
        )
        self.form_button.clicked.connect(self._ask_form)
        words = self.tr("Formulier voor {party}").format(party=party_label(party).lower())
        self.form_button.setAccessibleName(words)
        self.version_button = Button("", self, kind=ButtonKind.QUIET)
        self.version_button.clicked.connect(self._ask_version)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self._title)
        column.addWidget(self._who)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        # Below each other: a third of a small screen has no room for both.
        column.addWidget(self.lend_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.version_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_party(self, view: Trialogue, shown: VoiceView | None, versions: int) -> None:
        """Show who speaks here; ``shown`` is the version that stands in the column."""
        person = person_of(view, self.party)
        self._who.setText(self._about(view, person, shown))
        for button in (self.lend_button, self.form_button):
            button.setVisible(self.party is not Party.SCHOOL)
        name = (person.split() or [self.tr("het bedrijf")])[0]
        self.lend_button.setText(self.tr("Laat {name} schrijven").format(name=name))
        self._show_state(view, shown)
        self.version_button.setVisible(versions > 1)
        if shown is not None and versions > 1:
            newest = shown.number == versions
            self._other = shown.number - 1 if newest else versions
            words = (
                self.tr("Lees versie {number}")
                if newest
                else self.tr("Lees de nieuwste, versie {number}")
            )
            self.version_button.setText(words.format(number=self._other))

    def _about(self, view: Trialogue, person: str, shown: VoiceView | None) -> str:
        name = person if shown is None else shown.by_name
        if self.party is Party.COMPANY and view.placement is not None:
            return ", ".join(part for part in (name, view.placement.company.name) if part)
        return name or self.tr("Nog geen leerbedrijf bekend")

    def _show_state(self, view: Trialogue, shown: VoiceView | None) -> None:
        if self.party in view.begun:
            self.state.set_state(self.tr("Begonnen, nog niet klaar"), Tone.ATTENTION)
        elif shown is None and self.party is Party.SCHOOL:
            self.state.set_state(self.tr("Typ hieronder"), Tone.CALM, "ph.pencil-simple")
        elif shown is None:
            self.state.set_state(self.tr("Nog niet ingevuld"), Tone.CALM, "ph.circle-dashed")
        else:
            day = plain_date(local(shown.handed_in_at).date())
            words = (
                self.tr("Formulier van {day}")
                if shown.source is VoiceSource.FORM
                else self.tr("Ingevuld op {day}")
            )
            self.state.set_state(words.format(day=day), Tone.GOOD)

    def _lend(self) -> None:
        self.lend_asked.emit(self.party)

    def _ask_form(self) -> None:
        self.form_asked.emit(self.party)

    def _ask_version(self) -> None:
        self.version_asked.emit(self.party, self._other)


class TopicRow(QFrame):
    """One topic: its mark, and the words of each party with the question it answers."""

    changed = Signal()

    def __init__(self, topic: VoiceTopic, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.topic = topic
        name = voice_texts()[topic].name
        self._marked: frozenset[Hashable] = frozenset()
        self.marks = FilterChips(
            [Filter(mark, mark_label(mark), _MARK_ICONS[mark]) for mark in Mark],
            self,
            name=self.tr("{topic}: eens of verschillend?").format(topic=name),
        )
        self.marks.changed.connect(self._mark_chosen)
        self.school = TextArea(self, min_lines=2)
        self.school.textChanged.connect(self._typed)
        self._filling = False
        self._questions: dict[Party, Paragraph] = {}
        self.texts: dict[Party, TextView] = {}
        self._none: dict[Party, Label] = {}
        head = QHBoxLayout()
        head.setSpacing(space(3))
        head.addWidget(Heading(name, self, size=TextSize.LARGE), 1)
        head.addWidget(self.marks)
        cells = QHBoxLayout()
        cells.setSpacing(space(5))
        for party in Party:
            self._add_cell(party, cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(2), space(4), space(4))
        column.setSpacing(space(2))
        column.addLayout(head)
        column.addLayout(cells)

    def _add_cell(self, party: Party, cells: QHBoxLayout) -> None:
        cell = column_of(self, cells)
        inside = cell.parentWidget()
        question = Paragraph("", inside, size=TextSize.SMALL, ink="muted")
        self._questions[party] = question
        cell.addWidget(question)
        if party is Party.SCHOOL:
            self.school.setParent(inside)
            cell.addWidget(self.school)
        else:
            self.texts[party] = TextView("", inside, name=party_label(party))
            self._none[party] = Label("–", inside, ink="muted")
            cell.addWidget(self.texts[party])
            cell.addWidget(self._none[party])
        cell.addStretch(1)

    def show_questions(self, first_name: str) -> None:
        """Ask about this student."""
        for party, label in self._questions.items():
            question = asked(self.topic, party, first_name)
            label.setText(question.question)
            if party is Party.SCHOOL:
                self.school.setAccessibleName(question.question)
                self.school.setPlaceholderText(question.hint)
            else:
                self.texts[party].setAccessibleName(f"{party_label(party)}: {question.question}")

    def show_voices(self, shown: Mapping[Party, VoiceView]) -> None:
        """Show what student and company wrote."""
        for party, text in self.texts.items():
            voice = shown.get(party)
            words = "" if voice is None else voice.said(self.topic)
            if text.toPlainText() != words:
                text.setPlainText(words)
            text.setVisible(bool(words))
            self._none[party].setVisible(not words)

    def show_draft(self, words: str, mark: Mark | None) -> None:
        """Show what the counsellor typed and marked; ``changed`` is not emitted."""
        self._filling = True
        self.school.setPlainText(words)
        self._filling = False
        self._marked = frozenset() if mark is None else frozenset({mark})
        self.marks.set_value(self._marked)

    def mark(self) -> Mark | None:
        """How the voices stand to each other, if somebody said so."""
        return next((mark for mark in Mark if mark in self._marked), None)

    def _mark_chosen(self, keys: frozenset[Hashable]) -> None:
        # One or none: what was on before goes off.
        self._marked = keys - self._marked or (keys if len(keys) < 2 else frozenset())
        self.marks.set_value(self._marked)
        self.changed.emit()

    def _typed(self) -> None:
        if not self._filling:
            self.changed.emit()


class VoicesTable(QWidget):
    """Heads and rows. Only the school's column can be typed in here."""

    changed = Signal()
    lend_asked = Signal(object)
    form_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Trialogue | None = None
        self._wanted: dict[Party, int] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        heads = QHBoxLayout()
        heads.setContentsMargins(space(4), 0, space(4), 0)
        heads.setSpacing(space(5))
        self.heads: dict[Party, PartyHead] = {}
        for party in Party:
            place = column_of(self, heads)
            head = PartyHead(party, place.parentWidget() or self)
            head.lend_asked.connect(self.lend_asked)
            head.form_asked.connect(self.form_asked)
            head.version_asked.connect(self._show_version)
            place.addWidget(head)
            self.heads[party] = head
        column.addLayout(heads)
        self.rows: dict[VoiceTopic, TopicRow] = {}
        for topic in VoiceTopic:
            row = TopicRow(topic, self)
            row.changed.connect(self.changed)
            column.addWidget(row)
            self.rows[topic] = row

    def show_trialogue(self, view: Trialogue) -> None:
        """Show the voices, and what the counsellor typed."""
        self._wanted = {}
        marks = {mark.topic: mark.mark for mark in view.draft.marks}
        said = {part.topic: part.text for part in self._school_of(view)}
        for topic, row in self.rows.items():
            row.show_questions(view.student.name.first)
            row.show_draft(said.get(topic, ""), marks.get(topic))
        self.show_around(view)

    def show_around(self, view: Trialogue) -> None:
        """Show the voices, and leave what is being typed alone."""
        self._view = view
        shown = self._shown(view.voices)
        for party, head in self.heads.items():
            versions = sum(voice.party is party for voice in view.voices)
            head.show_party(view, shown.get(party), versions)
        for row in self.rows.values():
            row.show_voices(shown)

    def begin(self) -> None:
        """Put the focus where the school's part begins."""
        self.rows[VoiceTopic.QUALITIES].school.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> tuple[tuple[VoicePart, ...], tuple[TopicMark, ...]]:
        """The school's part and the marks as they stand here."""
        school = tuple(
            VoicePart(topic, words)
            for topic, row in self.rows.items()
            if (words := row.school.toPlainText())
        )
        marks = tuple(
            TopicMark(topic, mark)
            for topic, row in self.rows.items()
            if (mark := row.mark()) is not None
        )
        return school, marks

    def _school_of(self, view: Trialogue) -> Sequence[VoicePart]:
        """What stands in the school's column: what is being typed, else what was handed in."""
        newest = newest_voices(view.voices).get(Party.SCHOOL)
        return view.draft.school or (newest.parts if newest else ())

    def _shown(self, voices: Sequence[VoiceView]) -> dict[Party, VoiceView]:
        shown = dict(newest_voices(voices))
        for voice in voices:
            if self._wanted.get(voice.party) == voice.number:
                shown[voice.party] = voice
        return shown

    def _show_version(self, party: Party, number: int) -> None:
        self._wanted[party] = number
        if self._view is not None:
            self.show_around(self._view)
