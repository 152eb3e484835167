"""One skill to read: its meaning, four levels with what others can see, and the work it serves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.skills import BEHAVIOURS_PER_LEVEL, LEVELS, Level
from lob_workbench.features.skill_sets.rules import FoundSkill
from lob_workbench.features.skill_sets.rules_work import ServedWork
from lob_workbench.features.skill_sets.tables import competence_words
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import ChipRow
from lob_workbench.ui.labels import Heading, Label, Mark, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import Role, TextSize, space

_MOST_WORK = 8


class SkillSheet(QWidget):
    """Made once; showing another skill only changes words, so that going down a list is calm.

    The name stays in sight; the rest scrolls.
    """

    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = ScrollColumn(self)
        content = self.area.content
        self.name = Heading("", self)
        self.meaning = Paragraph("", content, size=TextSize.LARGE, selectable=True)
        self.print_button = Button(
            self.tr("Skill afdrukken"), self, kind=ButtonKind.QUIET, icon="ph.printer"
        )
        self.print_button.clicked.connect(self.print_asked)
        self.chips = ChipRow(content)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.print_button)
        head = QVBoxLayout()
        head.setSpacing(space(1))
        head.addWidget(self.meaning)
        head.addSpacing(space(1))
        head.addWidget(self.chips)
        self.area.column.setSpacing(space(3))
        self.area.column.addLayout(head)
        self.levels = tuple(_LevelCard(number, content) for number in range(1, LEVELS + 1))
        for card in self.levels:
            self.area.column.addWidget(card)
        self.work = Card(self.tr("Werk waarin je dit nodig hebt"), content, icon="ph.briefcase")
        self._work_words = Paragraph("", self.work, selectable=True)
        self.work.body.addWidget(self._work_words)
        self.area.column.addWidget(self.work)
        self.area.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(space(1))
        outer.addLayout(top)
        outer.addWidget(self.area, 1)
        self.show_skill(None, ())

    def show_skill(self, found: FoundSkill | None, work: Sequence[ServedWork]) -> None:
        """Show a skill, what fitted the search in bold; ``None`` shows nothing."""
        for part in (self.name, self.print_button, self.area):
            part.setVisible(found is not None)
        self.chips.clear()
        if found is None:
            return
        skill = found.skill
        if self.name.text() != skill.name or not found.behaviours:
            self.area.verticalScrollBar().setValue(0)
        self.name.setText(skill.name)
        self.meaning.setText(skill.meaning)
        self.chips.add(found.heading)
        for letter in skill.competences:
            self.chips.add(competence_words(letter), icon="ph.medal")
        for card, level in zip(self.levels, skill.levels, strict=True):
            card.show_level(level, found.behaviours)
        lines = [f"{one.code} {one.title} ({', '.join(one.dossiers)})" for one in work[:_MOST_WORK]]
        if len(work) > _MOST_WORK:
            more = self.tr("en nog {count} werkprocessen")
            lines.append(more.format(count=len(work) - _MOST_WORK))
        first = next((card for card in self.levels if card.has_hit), None)
        if first is not None:
            # Its place is known once the words above it are laid out.
            QTimer.singleShot(0, self, partial(self._bring_in_sight, first))
        self._work_words.setText("\n".join(lines))
        self.work.setVisible(bool(lines))

    def _bring_in_sight(self, card: QWidget) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(min(card.y(), bar.maximum()))


class _LevelCard(Card):
    """A level: its name and its five behaviours."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(" ", parent)
        self._number = number
        self.has_hit = False
        self._lines = tuple(_Line(self) for _ in range(BEHAVIOURS_PER_LEVEL))
        for line in self._lines:
            self.body.addWidget(line)

    def show_level(self, level: Level, hits: frozenset[str]) -> None:
        """Show these behaviours; those in ``hits`` fitted what was typed."""
        words = self.tr("Niveau {number}: {name}").format(number=self._number, name=level.name)
        self.set_title(words)
        self.has_hit = any(behaviour.id in hits for behaviour in level.behaviours)
        for line, behaviour in zip(self._lines, level.behaviours, strict=True):
            line.show_text(behaviour.number, behaviour.text, hit=behaviour.id in hits)


class _Line(QWidget):
    """A behaviour behind its number; a looking glass marks one that fitted, beside bold type."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = Label("", self, ink="muted")
        self._number.setFixedWidth(self.fontMetrics().averageCharWidth() * 3)
        self._text = Paragraph("", self, selectable=True)
        self._mark = Mark("ph.magnifying-glass", self, role=Role.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1))
        row.addWidget(self._number)
        row.addWidget(self._text, 1)
        row.addWidget(self._mark)

    def show_text(self, number: int, text: str, *, hit: bool) -> None:
        self._number.setText(f"{number}")
        self._text.setText(text)
        font = self._text.font()
        font.setBold(hit)
        self._text.setFont(font)
        self._mark.setVisible(hit)
