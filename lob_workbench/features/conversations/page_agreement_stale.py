"""An agreement that somebody else closed first: how it stands, what you wanted, and doing it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import StaleSave
from lob_workbench.features.conversations.operations import close_agreement
from lob_workbench.features.conversations.operations_compare import AgreementNow, agreement_now
from lob_workbench.features.conversations.page_compare import moment_words
from lob_workbench.talks.rules import AgreementStatus, AgreementView
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.theme import space


class StaleAgreement(Panel):
    """Hidden until :meth:`look`; what was typed as a reason stays until it is done or let go."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, tint="attention", icon="ph.users")
        self._context = context
        self._now: AgreementNow | None = None
        self._wanted = AgreementStatus.OPEN
        self._reason = ""
        self.do_button = Button("", self)
        self.leave_button = Button(self.tr("Zo laten"), self, kind=ButtonKind.QUIET)
        self.do_button.clicked.connect(self._do)
        self.leave_button.clicked.connect(self._put_away)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.do_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def look(self, view: AgreementView, wanted: AgreementStatus, reason: str) -> None:
        """Closing ``view`` was refused as stale: see who was first, and say it."""
        self._wanted, self._reason = wanted, reason
        self._context.jobs.run(
            agreement_now, view.id, receiver=self, done="_take_now", failed="_take_failed"
        )

    def _take_now(self, now: AgreementNow) -> None:
        self._now = now
        view = now.view
        same = view is not None and view.status is self._wanted
        text = self._told(now, wanted=not same or bool(self._reason))
        if view is None or (same and (not self._reason or self._reason == view.closed_reason)):
            # Nothing is left to do: it is what was wanted, or it is there no more.
            self._put_away()
            self._context.navigator.say(text, Tone.ATTENTION)
            return
        self.set_text(text)
        self.do_button.setText(
            {
                AgreementStatus.DONE: self.tr("Toch op gedaan zetten"),
                AgreementStatus.DROPPED: self.tr("Toch laten vervallen, met mijn reden"),
                AgreementStatus.OPEN: self.tr("Toch weer openen"),
            }[self._wanted]
        )
        self.do_button.setAccessibleDescription(text)
        self.do_button.show()
        self.show()
        self.do_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, now: AgreementNow, *, wanted: bool) -> str:
        when = moment_words(now.at, self._context.clock.today())
        if now.view is None:
            who = self.tr("{name} haalde deze afspraak {when} uit het verslag: ‘{what}’.")
            if now.own or not now.author:
                who = self.tr("Deze afspraak is {when} uit het verslag gehaald: ‘{what}’.")
            state = ""
        else:
            who = self.tr("{name} zette deze afspraak {when} op {state}: ‘{what}’.")
            if now.own or not now.author:
                who = self.tr("Deze afspraak is {when} ergens anders op {state} gezet: ‘{what}’.")
            state = self._state(now.view.status)
        parts = [who.format(name=now.author, when=when, state=state, what=now.what)]
        if now.view is not None and now.view.closed_reason:
            parts.append(self.tr("Reden: ‘{reason}’.").format(reason=now.view.closed_reason))
        if wanted:
            parts.append(self.tr("Jij wilde: {state}.").format(state=self._state(self._wanted)))
        if self._reason:
            parts.append(self.tr("Jouw reden: ‘{reason}’.").format(reason=self._reason))
        return " ".join(parts)

    def _state(self, status: AgreementStatus) -> str:
        return {
            AgreementStatus.DONE: self.tr("gedaan"),
            AgreementStatus.DROPPED: self.tr("vervallen"),
            AgreementStatus.OPEN: self.tr("open"),
        }[status]

    def _do(self) -> None:
        view = None if self._now is None else self._now.view
        if view is not None:
            self._context.jobs.run(
                close_agreement,
                view.id,
                view.version,
                self._wanted,
                self._reason,
                receiver=self,
                done="_take_done",
                failed="_take_refused",
            )

    def _take_done(self, _changes: object) -> None:
        view = None if self._now is None else self._now.view
        self._put_away()
        if view is not None:
            self._context.navigator.offer_undo(
                self.tr("Afspraak aangepast."),
                close_agreement,
                view.id,
                view.version + 1,
                view.status,
                view.closed_reason,
            )

    def _take_refused(self, error: Exception) -> None:
        """Once more somebody was first, or the line is gone: the reason stays here."""
        view = None if self._now is None else self._now.view
        if isinstance(error, StaleSave) and view is not None:
            self.look(view, self._wanted, self._reason)
        else:
            self._context.navigator.complain(error)

    def _take_failed(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        if self._reason and self.isHidden():
            # How it stands is not known; what was typed is at least not gone.
            self.set_text(self.tr("Jouw reden: ‘{reason}’.").format(reason=self._reason))
            self.do_button.hide()
            self.show()

    def _put_away(self) -> None:
        self._now = None
        self._reason = ""
        self.set_text("")
        self.hide()

    def clear(self) -> None:
        """Forget what was asked."""
        self._put_away()
