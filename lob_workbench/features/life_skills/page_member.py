"""Adding a team member to a workbook on a laptop: a name and a team, in one line."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.life_skills.operations_members import (
    NewMember,
    add_member,
    begin_member,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import LineField
from lob_workbench.ui.theme import space


class MemberBar(QWidget):
    """What team members are for, and the fields once somebody is to be added."""

    added = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._new: NewMember | None = None
        self.panel = Panel(
            self.tr("Je ziet jezelf en de mensen van je team. Voeg toe met wie je samen groeit."),
            self,
        )
        self.start = Button(self.tr("Team&lid toevoegen"), self, icon="ph.user-plus")
        self.start.clicked.connect(self._begin)
        self.panel.add_action(self.start)
        self.name = LineField(self.tr("&Naam"), self, limit=80)
        self.team = LineField(self.tr("Tea&m"), self, limit=80)
        self.save = Button(self.tr("&Toevoegen"), self, kind=ButtonKind.PRIMARY, icon="ph.check")
        self.save.clicked.connect(self._save)
        for field in (self.name, self.team):
            field.edit.returnPressed.connect(self._save)
        self._form = QWidget(self)
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        row.addWidget(self.name, 3)
        row.addWidget(self.team, 3)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.panel)
        column.addWidget(self._form)

    def take_begun(self, member: NewMember) -> None:
        """The fields stand ready."""
        self._new = member
        self.name.set_value("")
        self.team.set_value(member.team)
        self.panel.hide()
        self._form.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._context.jobs.run(begin_member, receiver=self, done="take_begun", failed="_complain")

    def _save(self) -> None:
        if self._new is not None:
            member = replace(self._new, name=self.name.value(), team=self.team.value())
            self._context.jobs.run(
                add_member, member, receiver=self, done="_take_added", failed="_refuse"
            )

    def _take_added(self, _changes: object) -> None:
        self._new = None
        self._form.hide()
        self.panel.show()
        self._context.navigator.say(self.tr("Je teamlid staat erbij."), Tone.GOOD)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit()

    def _refuse(self, error: Exception) -> None:
        field = self.name if not self.name.value() or self.team.value() else self.team
        field.set_error(error_text(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
