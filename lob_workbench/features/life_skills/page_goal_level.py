"""To which level: its name, and the five things that one would then see happen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.skills import Skill
from lob_workbench.skills.rules import LEVELS, NOTHING, Standing
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.field import Field
from lob_workbench.ui.labels import Label, Mark, Paragraph
from lob_workbench.ui.theme import Role, TextSize, space


class LevelField(Field):
    """Chips for the levels of one skill; under them what belongs to the chosen one."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._skill: Skill | None = None
        self._standing = NOTHING
        self.chips = FilterChips((), self, exclusive=True, name=label)
        self.chips.changed.connect(self._chosen)
        self._heading = Label("", self, size=TextSize.SMALL, ink="muted")
        self.rows: list[_BehaviourRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.chips)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        self.put(shown, self.chips)
        self.show_skill(None, NOTHING, None)

    def show_skill(self, skill: Skill | None, standing: Standing, level: int | None) -> None:
        """The levels of this skill, ``level`` chosen; without one the next that is not reached."""
        self._skill, self._standing = skill, standing
        if skill is None:
            self.chips.set_choices(())
        else:
            none = self.tr("0 · eerst verkennen")
            choices = [Filter(0, none)]
            choices += [
                Filter(one.number, f"{one.number} · {one.name}", self._reached_icon(one.number))
                for one in skill.levels
            ]
            if level is None:
                level = min(standing.level + 1, LEVELS)
            self.chips.set_choices(choices)
            self.chips.set_value(frozenset({level}))
        self.setVisible(skill is not None)
        self._show_behaviours()

    def value(self) -> int | None:
        """The chosen level."""
        for key in self.chips.value():
            if isinstance(key, int):
                return key
        return None

    def is_empty(self) -> bool:
        return self.value() is None

    def _reached_icon(self, level: int) -> str:
        return "ph.check-circle" if level <= self._standing.level else ""

    def _chosen(self, _keys: object) -> None:
        self._show_behaviours()
        self._edited()

    def _show_behaviours(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        level = self.value()
        self._heading.setVisible(self._skill is not None)
        if self._skill is None or level is None:
            return
        if level == 0:
            self._heading.setText(self.tr("Nog geen niveau: eerst kijken wat deze skill inhoudt."))
            return
        self._heading.setText(self.tr("Dit is er dan te zien:"))
        for behaviour in self._skill.level(level).behaviours:
            counts = self._standing.shows(level, behaviour.number)
            row = _BehaviourRow(behaviour.text, counts=counts, parent=self)
            self._list.addWidget(row)
            self.rows.append(row)


class _BehaviourRow(QWidget):
    """One behaviour; a check mark and a word where it counts already."""

    def __init__(self, text: str, *, counts: bool, parent: QWidget) -> None:
        super().__init__(parent)
        said = self.tr("{text} (al bevestigd)").format(text=text) if counts else text
        mark = Mark("ph.check-circle" if counts else "ph.eye", self)
        if counts:
            mark.set_icon("ph.check-circle", Role.SUCCESS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(said, self, size=TextSize.SMALL), 1)
