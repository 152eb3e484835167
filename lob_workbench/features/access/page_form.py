"""The form with which a counsellor lets somebody read along."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.access.operations import let_in, list_colleagues
from lob_workbench.features.access.page_person import PersonField
from lob_workbench.features.access.rules import Asking, Colleague
from lob_workbench.people.rules import GrantKind
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import ChoiceField, DateField, Form, FormErrors, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import space


class LetInForm(QWidget):
    """Who, in which way, why, and until when."""

    done = Signal()
    """Somebody was let in, or it was given up."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._colleagues: tuple[Colleague, ...] = ()
        self.kind: ChoiceField[GrantKind] = ChoiceField(
            self.tr("Wie leest er mee?"),
            [
                (GrantKind.ASKED_IN, self.tr("een collega-begeleider, tot een dag")),
                (GrantKind.SECOND_LINE, self.tr("iemand van de tweede lijn, zolang het loopt")),
            ],
            self,
            required=True,
        )
        self.kind.changed.connect(self._fit_kind)
        self.person = PersonField(self.tr("Naam"), self)
        self.reason = LineField(
            self.tr("Waarom?"),
            self,
            required=True,
            hint=self.tr("De student en je collega lezen dit ook."),
        )
        self.until = DateField(
            self.tr("Tot en met"), self, required=True, today=context.clock.today
        )
        self._refused = Paragraph("", self, ink="danger")
        self.let_in = Button(self.tr("Laten meelezen"), self, kind=ButtonKind.PRIMARY)
        self.let_in.clicked.connect(self._save)
        self.cancel = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self.cancel.clicked.connect(self._give_up)
        form = Form(self)
        for field in (self.kind, self.person, self.reason, self.until):
            form.add(field)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.let_in)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(2), 0, 0)
        column.setSpacing(space(3))
        column.addWidget(form)
        column.addWidget(self._refused)
        column.addLayout(buttons)
        self.put_away()

    def open(self, student_id: UUID) -> None:
        """Ask for this student, with the focus where it begins."""
        self._student_id = student_id
        self.show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.jobs.run(list_colleagues, receiver=self, done="_take_colleagues")

    def put_away(self) -> None:
        """Forget what was filled in, and hide."""
        self._student_id = None
        self.kind.set_value(GrantKind.ASKED_IN)
        self.person.reset()
        self.reason.set_value("")
        self.until.set_value(None)
        self._refused.hide()
        self._fit_kind()
        self.hide()

    def _take_colleagues(self, colleagues: tuple[Colleague, ...]) -> None:
        self._colleagues = colleagues
        self._fit_kind()

    def _fit_kind(self) -> None:
        kind = self.kind.value() or GrantKind.ASKED_IN
        self.until.setVisible(kind is GrantKind.ASKED_IN)
        self.person.set_people([each for each in self._colleagues if each.can(kind)])

    def _save(self) -> None:
        kind = self.kind.value() or GrantKind.ASKED_IN
        fields = [self.person, self.reason]
        if kind is GrantKind.ASKED_IN:
            fields.append(self.until)
        person = self.person.value()
        if not FormErrors(fields).check() or person is None or self._student_id is None:
            return
        self.let_in.setEnabled(False)
        self._context.jobs.run(
            let_in,
            Asking(self._student_id, person, kind, self.reason.value(), self.until.value()),
            receiver=self,
            done="_take_done",
            failed="_take_refused",
        )

    def _take_done(self, _changes: object) -> None:
        self.let_in.setEnabled(True)
        name = self.person.edit.text()
        self._context.navigator.say(self.tr("{name} mag nu meelezen.").format(name=name))
        self._give_up()

    def _take_refused(self, error: Exception) -> None:
        self.let_in.setEnabled(True)
        self._refused.setText(error_text(error))
        self._refused.show()
        self.let_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.put_away()
        self.done.emit()
