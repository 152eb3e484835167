"""Two desks of one person typed in the same trialogue: both versions, and a choice."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.content.voices import voice_texts
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.clock import local
from lob_workbench.features.trialogue.page_words import kind_label, mark_label, owner_label
from lob_workbench.features.trialogue.rules import Trialogue, TrialogueDraft
from lob_workbench.talks.words_agreements import answers_in_words
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.dates import format_time, relative_date
from lob_workbench.ui.side_by_side import FieldPair, SideBySide
from lob_workbench.ui.theme import space


class StalePanel(Panel):
    """Shows what stands here beside what was kept elsewhere; nothing goes before somebody chose."""

    theirs_chosen = Signal(object)
    mine_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, tint="attention")
        self.set_text(
            self.tr(
                "Je hebt deze trialoog ook op een andere plek gewijzigd. Kies wat blijft staan."
            )
        )
        self._theirs: Trialogue | None = None
        self._both = SideBySide(self)
        self.mine_button = Button(self.tr("&Houd wat hier staat"), self)
        self.mine_button.clicked.connect(self._choose_mine)
        self.theirs_button = Button(self.tr("&Neem het andere over"), self)
        self.theirs_button.clicked.connect(self._choose_theirs)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.mine_button)
        row.addWidget(self.theirs_button)
        row.addStretch(1)
        self.body.addWidget(self._both)
        self.body.addLayout(row)

    def show_both(self, mine: TrialogueDraft, theirs: Trialogue) -> None:
        """Show both versions field by field."""
        self._theirs = theirs
        moment = local(theirs.draft_saved_at)
        day = relative_date(moment.date(), theirs.today)
        pairs = [
            FieldPair(label, one, other)
            for (label, one), (_, other) in zip(
                self._fields(mine), self._fields(theirs.draft), strict=True
            )
            if one.strip() or other.strip()
        ]
        heads = (
            self.tr("Wat hier staat"),
            self.tr("Op de andere plek, {day} {time}").format(
                day=day, time=format_time(moment.time())
            ),
        )
        self._both.show_pairs(pairs, "", "", heads=heads)

    def begin(self) -> None:
        """Put the focus where the choice is."""
        self.mine_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self, draft: TrialogueDraft) -> Iterator[tuple[str, str]]:
        """Label and words of every field, always the same ones."""
        school = {part.topic: part.text for part in draft.school}
        marks = {mark.topic: mark.mark for mark in draft.marks}
        for topic in VoiceTopic:
            name = voice_texts()[topic].name
            yield self.tr("School: {topic}").format(topic=name), school.get(topic, "")
        yield (
            self.tr("Eens of verschillend"),
            "\n".join(
                f"{voice_texts()[topic].name}: {mark_label(marks[topic])}"
                for topic in VoiceTopic
                if topic in marks
            ),
        )
        yield (
            self.tr("Vorige keer afgesproken"),
            answers_in_words(draft.answers, QCoreApplication.translate),
        )
        yield self.tr("Wat zien we samen?"), draft.together
        yield (
            self.tr("Afspraken"),
            "\n".join(
                " · ".join(
                    part
                    for part in (item.what.strip(), owner_label(item.owner), str(item.due_on or ""))
                    if part
                )
                for item in draft.agreements
                if not item.is_empty
            ),
        )
        yield self.tr("Soort gesprek"), kind_label(draft.kind)
        yield self.tr("Dag van het gesprek"), str(draft.held_on or "")
        following = draft.next_talk
        yield (
            self.tr("Volgend gesprek"),
            "" if following is None else f"{following.on} {following.at}".strip(),
        )

    def _choose_mine(self) -> None:
        self.mine_chosen.emit(self._theirs)

    def _choose_theirs(self) -> None:
        self.theirs_chosen.emit(self._theirs)
