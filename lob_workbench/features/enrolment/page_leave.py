"""The form for a student who leaves: where to, from which day, and one line about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.features.enrolment.operations import EnrolmentView, LeaveDraft
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.destinations import destination_choices
from lob_workbench.ui.forms import ChoiceField, DateField, Form, LineField
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.page import finish_by_keys
from lob_workbench.ui.theme import space


class LeaveForm(Card):
    """``done`` when it may be saved, ``dropped`` when not."""

    done = Signal()
    dropped = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.sign-out")
        self.set_title(self.tr("Van school"))
        self._context = context
        self._view: EnrolmentView | None = None
        self.destination: ChoiceField[Destination] = ChoiceField(
            self.tr("Waar &naartoe?"), destination_choices(), self, required=True, radio_up_to=0
        )
        self.on = DateField(
            self.tr("Van school vana&f"),
            self,
            required=True,
            hint=self.tr("Vanaf deze dag niet meer in de lijsten, de planning en Vandaag."),
            today=context.clock.today,
        )
        self.note = LineField(
            self.tr("Eén &regel (mag leeg)"),
            self,
            placeholder=self.tr("Pabo in Zwolle, begint in september"),
        )
        self.form = Form(self)
        self.form.add(self.destination)
        self.form.add(self.on)
        self.form.add(self.note)
        stays = Paragraph(
            self.tr(
                "Het dossier blijft, en jij kunt het blijven lezen: kies bij Studenten "
                "‘Uitgestroomd’. Met ‘Terug op school’ is alles weer zoals het was."
            ),
            self,
            ink="muted",
        )
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
        self.body.addWidget(stays)
        self.body.addLayout(buttons)

    def begin(self, view: EnrolmentView) -> None:
        """Fill in what is known of the leaving, or today."""
        self._view = view
        left = [step for step in view.history if step.part is EnrolmentPart.LEFT]
        gone = view.student.left_on is not None
        self.destination.set_value(view.destination)
        self.on.set_value(view.student.left_on or self._context.clock.today())
        self.note.set_value(left[0].note if gone and left else "")

    def draft(self) -> LeaveDraft | None:
        """What was filled in; ``None`` before :meth:`begin`."""
        view, on, destination = self._view, self.on.value(), self.destination.value()
        if view is None or on is None or destination is None:
            return None
        return LeaveDraft(view.student.id, view.student.version, on, destination, self.note.value())

    def _save(self) -> None:
        if self.form.check():
            self.done.emit()
