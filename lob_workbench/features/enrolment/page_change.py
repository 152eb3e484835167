"""The form for another class, team, mentor, programme, study year or learning route."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from lob_workbench.features.enrolment.operations import EnrolmentDraft, EnrolmentView
from lob_workbench.people.rules import LearningRoute
from lob_workbench.people.rules_enrolment import GROUP_LIMIT, LAST_YEAR
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import ChoiceField, DateField, Form, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import finish_by_keys
from lob_workbench.ui.theme import space


class ChangeForm(Card):
    """``done`` when it may be saved, ``dropped`` when not."""

    done = Signal()
    dropped = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.pencil-simple")
        self.set_title(self.tr("Klas, team of mentor wijzigen"))
        self._context = context
        self._view: EnrolmentView | None = None
        today = context.clock.today
        none = ("", self.tr("geen"))
        self.group = LineField(self.tr("&Klas"), self, limit=GROUP_LIMIT)
        self.team = LineField(self.tr("T&eam"), self, limit=GROUP_LIMIT)
        self.mentor: ChoiceField[UUID | str] = ChoiceField(
            self.tr("&Mentor"), [none], self, radio_up_to=0
        )
        self.programme: ChoiceField[UUID | str] = ChoiceField(
            self.tr("O&pleiding"), [none], self, radio_up_to=0
        )
        years = [(0, self.tr("geen")), *((year, str(year)) for year in range(1, LAST_YEAR + 1))]
        self.year: ChoiceField[int] = ChoiceField(self.tr("Leer&jaar"), years, self, radio_up_to=0)
        routes = [none, *((route.value, route.value) for route in LearningRoute)]
        self.route: ChoiceField[str] = ChoiceField(self.tr("&Leerweg"), routes, self, radio_up_to=0)
        self.on = DateField(
            self.tr("Telt vana&f"),
            self,
            required=True,
            hint=self.tr("De dag die in de geschiedenis staat. De lijsten veranderen meteen."),
            today=today,
        )
        self.form = Form(self)
        self.form.add(self.group, self.team)
        self.form.add(self.mentor)
        self.form.add(self.programme)
        self.form.add(self.year, self.route)
        self.form.add(self.on)
        self._away = Paragraph(
            self.tr("Bij een andere mentor staat de student daarna niet meer in jouw lijst."),
            self,
            ink="attention",
        )
        self._away.hide()
        self.mentor.changed.connect(self._mentor_chosen)
        self.save_button = Button(self.tr("&Opslaan"), self, kind=ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self._save)
        self.drop_button = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self.dropped)
        finish_by_keys(self, self.save_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addWidget(self._away)
        self.body.addLayout(buttons)

    def begin(self, view: EnrolmentView) -> None:
        """Fill in how it is now, from today."""
        self._view = view
        student = view.student
        for field, names in ((self.group, view.groups), (self.team, view.teams)):
            known = QCompleter(list(names), field.edit)
            known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.edit.setCompleter(known)
        self.group.set_value(student.group)
        self.team.set_value(student.team)
        none = ("", self.tr("geen"))
        self.mentor.set_choices([none, *((one.id, one.name) for one in view.mentors)])
        self.mentor.set_value(student.counsellor_id or "")
        self.programme.set_choices([none, *((one.id, one.name) for one in view.programmes)])
        self.programme.set_value(view.programme_id or "")
        self.year.set_value(student.study_year or 0)
        self.route.set_value(student.learning_route.value if student.learning_route else "")
        self.on.set_value(self._context.clock.today())
        self._mentor_chosen()

    def draft(self) -> EnrolmentDraft | None:
        """What was filled in; ``None`` before :meth:`begin`."""
        view, on = self._view, self.on.value()
        if view is None or on is None:
            return None
        mentor, programme, route = self.mentor.value(), self.programme.value(), self.route.value()
        return EnrolmentDraft(
            student_id=view.student.id,
            version=view.student.version,
            on=on,
            group=self.group.value(),
            team=self.team.value(),
            programme_id=programme if isinstance(programme, UUID) else None,
            counsellor_id=mentor if isinstance(mentor, UUID) else None,
            study_year=self.year.value() or None,
            learning_route=LearningRoute(route) if route else None,
        )

    def _mentor_chosen(self) -> None:
        self._away.setVisible(self.mentor.value() != self._context.actor.staff_id)

    def _save(self) -> None:
        if self.form.check():
            self.done.emit()
