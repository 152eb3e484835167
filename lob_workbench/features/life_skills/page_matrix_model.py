"""The matrix as a table: a row for each learner, a column for each skill."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lob_workbench.content.skills import Skill, SkillGroup
from lob_workbench.features.life_skills.page_words import cell_words
from lob_workbench.features.life_skills.rules import Levels, Roll
from lob_workbench.skills.rules import NOTHING, Learner, Standing
from lob_workbench.ui.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
PAGE = 100
"""So many rows are read at once."""


class MatrixModel(QAbstractTableModel):
    """Names at once; ``standings`` fills up by page, and a row not read yet is not there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_key = ""
        self.groups: tuple[SkillGroup, ...] = ()
        self.skills: tuple[Skill, ...] = ()
        self.learners: Sequence[Learner] = ()
        self.standings: dict[UUID, Mapping[str, Standing]] = {}
        self.marked: set[UUID] = set()

    def show_roll(self, roll: Roll) -> None:
        """Other rows and columns; what is known of the same set stays until it is read again."""
        self.beginResetModel()
        if roll.skill_set.key != self.set_key:
            self.standings = {}
        self.set_key = roll.skill_set.key
        self.groups, self.skills = roll.groups, roll.skills
        self.learners = roll.learners
        self.endResetModel()

    def clear(self) -> None:
        """Forget everybody."""
        self.beginResetModel()
        self.learners, self.standings = (), {}
        self.marked.clear()
        self.endResetModel()

    def take_levels(self, levels: Levels) -> None:
        """Some rows were read."""
        if levels.set_key == self.set_key:
            for id_ in levels.ids:
                self.standings[id_] = levels.standings.get(id_, {})

    def unread(self, first: int, last: int) -> tuple[UUID, ...]:
        """Whom to ask for among these rows, widened to whole pages; nobody when all is there."""
        rows = self.learners[first : last + 1]
        if all(one.id in self.standings for one in rows):
            return ()
        start, end = first // PAGE * PAGE, (last // PAGE + 1) * PAGE
        return tuple(
            one.id for one in self.learners[start:end] if one.id not in self.standings
        )

    def standing(self, row: int, column: int) -> Standing | None:
        """What a cell shows; ``None`` while it is being read."""
        found = self.standings.get(self.learners[row].id)
        return None if found is None else found.get(self.skills[column].id, NOTHING)

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.learners)

    def columnCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.skills)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.learners):
            return None
        standing = self.standing(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if standing is None else str(standing.level)
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        learner, skill = self.learners[index.row()], self.skills[index.column()]
        words = cell_words(learner.name, skill.name, standing)
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.skills) if across else len(self.learners)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.skills[section].name if across else self.learners[section].listed
        if role == Qt.ItemDataRole.ToolTipRole:
            if across:
                return plain_tip(f"{self.skills[section].name}: {self.skills[section].meaning}")
            learner = self.learners[section]
            place = learner.group or learner.team
            return plain_tip(f"{learner.name}, {place}" if place else learner.name)
        return None
