"""The line under the agenda: the talk that is chosen, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.agenda.page_words import translated, what_and_where
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.dates import long_date
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import TextSize, control_height, space


class ChosenBar(QFrame):
    """Says who, when, what and where; its buttons give the appointment along."""

    opened = Signal(object)
    change_asked = Signal(object)
    call_off_asked = Signal(object)
    again_asked = Signal(object)
    invite_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AppointmentView | None = None
        self._who = Label("", self, bold=True)
        self._what = Label("", self, size=TextSize.SMALL, ink="muted")
        for label in (self._who, self._what):
            # Long names are cut off at the end before the agenda gets wider than the window.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.invite_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.envelope-simple",
            tip=self.tr("Uitnodiging bewaren (.ics)"),
        )  # fmt: skip
        self.off_button = Button(self.tr("&Afzeggen"), self, kind=ButtonKind.QUIET)
        self.again_button = Button(self.tr("&Toch plannen"), self, kind=ButtonKind.QUIET)
        self.change_button = Button(self.tr("Ver&zetten"), self)
        self.open_button = Button(self.tr("&Voorbereiden"), self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._who)
        words.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        # Without buttons it is as high: the agenda above must not jump.
        self.setMinimumHeight(control_height(self))
        row.addLayout(words, 1)
        for button, slot in (
            (self.invite_button, self._invite),
            (self.off_button, self._call_off),
            (self.again_button, self._again),
            (self.change_button, self._change),
            (self.open_button, self._open),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        self.show_view(None)

    def show_view(self, view: AppointmentView | None) -> None:
        """Another appointment, or none: then there is only what to do about that."""
        self._view = view
        for button in (self.invite_button, self.open_button):
            button.setVisible(view is not None)
        planned = view is not None and view.status is AppointmentStatus.PLANNED
        self.off_button.setVisible(planned)
        self.change_button.setVisible(planned)
        self.again_button.setVisible(
            view is not None and view.status is AppointmentStatus.CANCELLED
        )
        if view is None:
            self._who.setText("")
            self._what.setText(
                self.tr("Hier is nog niets gepland. Druk op N om een gesprek te plannen.")
            )
            return
        at = view.at or translated(QT_TRANSLATE_NOOP("agenda", "zonder tijd"))
        self._who.setText(f"{view.student_name} · {long_date(view.on)} · {at}")
        parts = [what_and_where(view), view.subject]
        if view.wants_a_door and view.room is not None:
            parts.append(self.tr("let op: gevoelig, en deze ruimte heeft geen deur"))
        self._what.setText(" · ".join(part for part in parts if part))
        held = view.status is AppointmentStatus.HELD
        self.open_button.setText(self.tr("&Lezen") if held else self.tr("&Voorbereiden"))

    def _open(self) -> None:
        self.opened.emit(self._view)

    def _change(self) -> None:
        self.change_asked.emit(self._view)

    def _call_off(self) -> None:
        self.call_off_asked.emit(self._view)

    def _again(self) -> None:
        self.again_asked.emit(self._view)

    def _invite(self) -> None:
        self.invite_asked.emit(self._view)
