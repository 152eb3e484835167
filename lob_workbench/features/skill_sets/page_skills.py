"""A set to look through: find while typing, choose a skill, read it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.skill_sets.operations import Overview
from lob_workbench.features.skill_sets.page_skill import SkillSheet
from lob_workbench.features.skill_sets.rules import FoundSkill, SetVersion, found_skills
from lob_workbench.features.skill_sets.rules_work import served_by
from lob_workbench.features.skill_sets.tables import size_words, skill_columns, version_words
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.forms import ChoiceField, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import TextSize, space

_TYPING_PAUSE_MS = 120


class SkillsView(QWidget):
    """The set at the left with what can be done with it, the skill at the right."""

    version_chosen = Signal()
    print_asked = Signal()
    retire_asked = Signal(object)
    return_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, may_change: bool = False) -> None:
        super().__init__(parent)
        self._may_change = may_change
        self._overview = Overview()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._filter)
        self.version: ChoiceField[str] = ChoiceField(
            self.tr("Welke &set?"), (), self, radio_up_to=-1
        )
        self.version.changed.connect(self._choose_version)
        self.about = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.retire = Button(
            self.tr("Uit gebruik halen"), self, kind=ButtonKind.QUIET, icon="ph.archive"
        )
        self.bring_back = Button(self.tr("Weer gebruiken"), self, icon="ph.arrow-u-up-left")
        self.retire.clicked.connect(self._ask_retire)
        self.bring_back.clicked.connect(self._ask_return)
        self.search = LineField(
            self.tr("&Zoeken"), self, placeholder=self.tr("Een woord uit een skill of gedrag")
        )
        self.search.changed.connect(self._typing.start)
        self.table: TableView[FoundSkill] = TableView(
            skill_columns(),
            self,
            name=self.tr("Skills"),
            empty=self.tr("Geen skill met deze woorden. Zoek op een ander woord."),
        )
        self.table.row_chosen.connect(self._show_skill)
        self.sheet = SkillSheet(self)
        self.sheet.print_asked.connect(self.print_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        under = QHBoxLayout()
        under.addWidget(self.about, 1)
        under.addWidget(self.retire)
        under.addWidget(self.bring_back)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addWidget(self.version)
        left.addLayout(under)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, space(2))
        row.setSpacing(space(4))
        row.addLayout(left, 2)
        row.addWidget(self.sheet, 3)

    @property
    def chosen_version(self) -> SetVersion | None:
        """The version that is shown."""
        key = self.version.value()
        return next((one for one in self._overview.versions if one.skill_set.key == key), None)

    def show_overview(self, overview: Overview) -> None:
        """Show these sets; the version and the skill that were chosen stay chosen."""
        before = self.version.value()
        self._overview = overview
        choices = [(one.skill_set.key, version_words(one)) for one in overview.versions]
        self.version.set_choices(choices)
        keys = [key for key, _ in choices]
        self.version.set_value(before if before in keys else next(iter(keys), None))
        self._show_version()

    def choose(self, key: str) -> None:
        """Show this version, when it is there."""
        self.version.set_value(key)
        self._choose_version()

    def begin(self) -> None:
        """Put the focus where looking begins."""
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was looked for."""
        self._typing.stop()
        self.search.set_value("")
        self.show_overview(Overview())

    def _choose_version(self) -> None:
        self._show_version()
        self.version_chosen.emit()

    def _show_version(self) -> None:
        version = self.chosen_version
        self.about.setText("" if version is None else self._about(version))
        own = self._may_change and version is not None and not version.is_ours
        retired = version is not None and version.is_retired
        self.retire.setVisible(own and not retired)
        self.bring_back.setVisible(own and retired)
        self._filter()

    def _about(self, version: SetVersion) -> str:
        words = size_words(version.skill_set)
        if version.added_at is None:
            return self.tr("{size}, van de werkbank zelf").format(size=words)
        told = self.tr("{size}, ingelezen door {name} op {day}")
        return told.format(
            size=words, name=version.added_by, day=long_date(version.added_at.date(), weekday=False)
        )

    def _filter(self) -> None:
        self._typing.stop()
        version = self.chosen_version
        rows = found_skills(version.skill_set, self.search.value()) if version else ()
        before = self.table.current_row()
        self.table.set_rows(rows)
        same = [row for row in rows if before is not None and row.skill.id == before.skill.id]
        if rows:
            self.table.select_row((same or rows)[0])
        self._show_skill(self.table.current_row())

    def _show_skill(self, row: FoundSkill | None) -> None:
        work = served_by(row.skill, self._overview.dossiers) if row is not None else ()
        self.sheet.show_skill(row, work)

    def _ask_retire(self) -> None:
        if self.chosen_version is not None:
            self.retire_asked.emit(self.chosen_version)

    def _ask_return(self) -> None:
        if self.chosen_version is not None:
            self.return_asked.emit(self.chosen_version)
