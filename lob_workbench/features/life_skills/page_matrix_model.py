"""The matrix as a table: a row for each learner, a column for each skill."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lob_workbench.content.skills import Skill, SkillGroup
from lob_workbench.features.life_skills.page_words import cell_words
from lob_workbench.features.life_skills.rules import Levels, Roll
from lob_workbench.people.rules import Ids
from lob_workbench.skills.rules import NOTHING, Learner, LearnerKind, Standing
from lob_workbench.ui.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
PAGE = 60
"""So many rows are read at once."""


class MatrixModel(QAbstractTableModel):
    """Ids at once; names and standings fill up by page, and a row not read yet is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_key = ""
        self.kind = LearnerKind.STUDENT
        self.groups: tuple[SkillGroup, ...] = ()
        self.skills: tuple[Skill, ...] = ()
        self.ids = Ids([])
        self.people: dict[UUID, Learner] = {}
        self.standings: dict[UUID, Mapping[str, Standing]] = {}
        self.marked: set[UUID] = set()

    def show_roll(self, roll: Roll) -> None:
        """Other rows and columns; what is known of the same set stays until it is read again."""
        self.beginResetModel()
        if roll.skill_set.key != self.set_key:
            self.standings = {}
        self.set_key, self.kind = roll.skill_set.key, roll.selection.kind
        self.groups, self.skills = roll.groups, roll.skills
        self.ids = roll.ids
        self.people |= {one.id: one for one in roll.known}
        self.endResetModel()

    def clear(self) -> None:
        """Forget everybody."""
        self.beginResetModel()
        self.ids, self.people, self.standings = Ids([]), {}, {}
        self.marked.clear()
        self.endResetModel()

    def take_levels(self, levels: Levels) -> None:
        """Some rows were read."""
        if levels.set_key == self.set_key:
            self.people |= {one.id: one for one in levels.learners}
            for id_ in levels.ids:
                self.standings[id_] = levels.standings.get(id_, {})

    def unread(self, first: int, last: int) -> tuple[UUID, ...]:
        """Whom to ask for among these rows, widened to whole pages; nobody when all is there."""
        if all(one in self.standings for one in self.ids[first : last + 1]):
            return ()
        start, end = first // PAGE * PAGE, (last // PAGE + 1) * PAGE
        return tuple(one for one in self.ids[start:end] if one not in self.standings)

    def learner(self, row: int) -> Learner | None:
        """Whose row it is; ``None`` while it is being read."""
        return self.people.get(self.ids[row]) if 0 <= row < len(self.ids) else None

    def standing(self, row: int, column: int) -> Standing | None:
        """What a cell shows; ``None`` while it is being read."""
        found = self.standings.get(self.ids[row])
        return None if found is None else found.get(self.skills[column].id, NOTHING)

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.skills)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self.ids):
            return None
        standing = self.standing(index.row(), index.column())
        if role == _DISPLAY:
            return "" if standing is None else str(standing.level)
        if role not in (_ACCESSIBLE, _TOOL_TIP):
            return None
        learner, skill = self.learner(index.row()), self.skills[index.column()]
        words = cell_words("" if learner is None else learner.name, skill.name, standing)
        return plain_tip(words) if role == _TOOL_TIP else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        # Measuring a header asks many roles a name; most are answered at once.
        if role not in (_DISPLAY, _TOOL_TIP):
            return None
        if orientation == Qt.Orientation.Horizontal:
            if not 0 <= section < len(self.skills):
                return None
            skill = self.skills[section]
            return plain_tip(f"{skill.name}: {skill.meaning}") if role == _TOOL_TIP else skill.name
        learner = self.learner(section)
        if learner is None or role == _DISPLAY:
            return "" if learner is None else learner.listed
        place = learner.group or learner.team
        return plain_tip(f"{learner.name}, {place}" if place else learner.name)
