"""*Naar Excel*: whom the workbook is about and what comes along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.features.skill_workbook.rules import Choice, Start
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.forms import ChoiceField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import space
from lob_workbench.ui.toggles import CheckBox


class ExportCard(Card):
    """``asked`` when the button is pressed; :meth:`choice` has what was chosen."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, fills: bool = True) -> None:
        super().__init__(self.tr("Naar Excel"), parent, icon="ph.file-arrow-down")
        self._fills = fills
        self.body.addWidget(
            Paragraph(
                self.tr(
                    "Maak een werkmap voor collega's zonder werkbank. Ze lezen de matrix, vullen "
                    "in wat ze zagen en werken afspraken bij."
                ),
                self,
                ink="muted",
            )
        )
        self.kind: ChoiceField[LearnerKind] = ChoiceField(
            self.tr("&Wie komt erin?"),
            [
                (LearnerKind.STUDENT, self.tr("studenten")),
                (LearnerKind.MEMBER, self.tr("teamleden")),
            ],
            self,
        )
        self.kind.set_value(LearnerKind.STUDENT)
        self.kind.changed.connect(self._show_fields)
        self.group = self._drop_down(self.tr("&Klas"))
        self.team = self._drop_down(self.tr("&Team"))
        self.skills: ChoiceField[int] = ChoiceField(
            self.tr("&Skills"), [(-1, self.tr("alle"))], self, radio_up_to=0
        )
        self.skills.set_value(-1)
        self.set: ChoiceField[str] = ChoiceField(self.tr("S&et"), [], self, radio_up_to=-1)
        self.set.changed.connect(self._show_routes)
        self._start: Start | None = None
        self.body.addWidget(self.kind)
        self.body.addLayout(self._pair(self.group, self.team))
        self.body.addLayout(self._pair(self.set, self.skills))
        self._along = Label(self.tr("Wat mogen ze invullen?"), self, bold=True)
        self.observations = CheckBox(self.tr("Waar&nemingen: welk gedrag zagen ze?"), self)
        self.goals = CheckBox(self.tr("&Afspraken, met de tekst ervan"), self)
        for one in (self._along, self.observations, self.goals):
            one.setVisible(fills)
            self.body.addWidget(one)
        for box in (self.observations, self.goals):
            box.setChecked(fills)
        self.note = Panel("", self)
        self.note.hide()
        self.button = Button(
            self.tr("Werkmap &maken"), self, kind=ButtonKind.PRIMARY, icon="ph.table"
        )
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.note)

    def show_start(self, start: Start) -> None:
        """What there is to choose from; what was chosen stays chosen."""
        self._start = start
        for field, names in (
            (self.group, start.students.groups),
            (self.team, start.students.teams),
        ):
            field.set_choices([("", self.tr("alle")), *((name, name) for name in names)])
            if field.value() is None:
                field.set_value("")
        self.set.set_choices([(one.key, f"{one.name} ({one.version})") for one in start.sets])
        if self.set.value() is None and start.sets:
            self.set.set_value(start.sets[0].key)
        self.set.setVisible(len(start.sets) > 1)
        self._show_routes()
        self._show_fields()

    def choice(self) -> Choice | None:
        """What is asked; ``None`` before anything could be chosen."""
        set_key, kind, route = self.set.value(), self.kind.value(), self.skills.value()
        if self._start is None or set_key is None or kind is None:
            return None
        routes = self._start.routes
        chosen = route is not None and 0 <= route < len(routes)
        wanted = StudentFilter(group=self.group.value() or "", team=self.team.value() or "")
        return Choice(
            set_key=set_key,
            kind=kind,
            wanted=wanted if kind is LearnerKind.STUDENT else StudentFilter(),
            skills=routes[route].skills if chosen and route is not None else (),
            observations=self._fills and self.observations.isChecked(),
            goals=self._fills and self.goals.isChecked(),
        )

    def say(self, words: str) -> None:
        """Tell below the button what became of it; empty: nothing."""
        self.note.set_text(words)
        self.note.setVisible(bool(words))

    def clear(self) -> None:
        """Forget names of groups and files."""
        self._start = None
        self.say("")

    def _drop_down(self, label: str) -> ChoiceField[str]:
        field: ChoiceField[str] = ChoiceField(label, [("", self.tr("alle"))], self, radio_up_to=0)
        field.set_value("")
        return field

    def _pair(self, first: QWidget, second: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(first, 1)
        row.addWidget(second, 1)
        return row

    def _show_fields(self) -> None:
        students = self.kind.value() is LearnerKind.STUDENT
        self.group.setVisible(students)
        self.team.setVisible(students)

    def _show_routes(self) -> None:
        """Routes go through one set."""
        if self._start is None:
            return
        set_id = (self.set.value() or "").partition("@")[0]
        routes = [
            (place, route.name)
            for place, route in enumerate(self._start.routes)
            if route.set_id == set_id
        ]
        self.skills.set_choices([(-1, self.tr("alle")), *routes])
        if self.skills.value() is None:
            self.skills.set_value(-1)
        self.skills.setVisible(bool(routes))
