"""How agreements read in a list: by when, what, whose, who does it, and how it stands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import Tone
from lob_workbench.features.conversations.tables import owner_label
from lob_workbench.talks.rules import AgreementStatus, AgreementView
from lob_workbench.ui.dates import short_date
from lob_workbench.ui.lists import Column
from lob_workbench.ui.theme import Role


def agreement_columns(today: Callable[[], date]) -> tuple[Column[AgreementView], ...]:
    """The columns of agreements; ``today`` says which are late."""
    translate = QCoreApplication.translate

    def state(view: AgreementView) -> str:
        if view.is_overdue(today()):
            return translate("conversations", "Over tijd")
        return {
            AgreementStatus.OPEN: translate("conversations", "Open"),
            AgreementStatus.DONE: translate("conversations", "Gedaan"),
            AgreementStatus.DROPPED: translate("conversations", "Vervallen"),
        }[view.status]

    def tone(view: AgreementView) -> Tone | None:
        if view.is_overdue(today()):
            return Tone.DANGER
        return Tone.GOOD if view.status is AgreementStatus.DONE else None

    return (
        Column(translate("conversations", "Uiterlijk"), _due, sort=_due_order, keep=True, least=11),
        Column(translate("conversations", "Afspraak"), _what, least=24, most=80, stretch=1),
        Column(
            translate("conversations", "Student"), _student, keep=True, bold=True, least=16, most=30
        ),
        Column(translate("conversations", "Wie"), _owner, least=10, most=16),
        Column(translate("conversations", "Stand"), state, tone=tone, ink=_ink, keep=True, most=14),
    )


def _due(view: AgreementView) -> str:
    return "" if view.due_on is None else short_date(view.due_on, date.min)


def _due_order(view: AgreementView) -> tuple[object, ...]:
    return (view.due_on is None, view.due_on or date.max, str(view.id))


def _what(view: AgreementView) -> str:
    return view.what


def _student(view: AgreementView) -> str:
    return view.student_name


def _owner(view: AgreementView) -> str:
    return owner_label(view.owner)


def _ink(view: AgreementView) -> Role | None:
    return None if view.status is AgreementStatus.OPEN else Role.INK_MUTED
