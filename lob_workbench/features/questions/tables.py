"""How questions read in the bank: their words in the language of the screen, and the columns."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import (
    COMPETENCE_LABELS,
    KIND_LABELS,
    CareerCompetence,
    ConversationKind,
)
from lob_workbench.domain.contributions import Tone
from lob_workbench.features.questions.rules import BankRow
from lob_workbench.talks.rules_questions import PHASE_LABELS
from lob_workbench.ui.lists import Column


def competence_label(competence: CareerCompetence) -> str:
    """The name of the competence."""
    return QCoreApplication.translate("career", COMPETENCE_LABELS[competence])


def phase_label(phase: CareerPhase) -> str:
    """The phase in words."""
    return QCoreApplication.translate("career", PHASE_LABELS[phase])


def kind_label(kind: ConversationKind) -> str:
    """The kind of talk in words."""
    return QCoreApplication.translate("career", KIND_LABELS[kind])


def phases_in_words(phases: Iterable[CareerPhase]) -> str:
    """Several phases on one line."""
    return ", ".join(phase_label(phase) for phase in phases)


def bank_columns() -> tuple[Column[BankRow], ...]:
    """The question, what it is about, when it is asked, and whether the school added it."""
    translate = QCoreApplication.translate
    return (
        Column(translate("questions", "Vraag"), _text, least=30, most=120, stretch=1),
        Column(translate("questions", "Competentie"), _competence, keep=True, least=19, most=22),
        Column(translate("questions", "Fase"), _phases, least=14, most=22),
        Column(translate("questions", "Van wie"), _whose, tone=_tone, least=8, most=20),
    )


def _text(row: BankRow) -> str:
    return row.question.text


def _competence(row: BankRow) -> str:
    return competence_label(row.question.competence)


def _phases(row: BankRow) -> str:
    return phases_in_words(row.question.phases)


def _whose(row: BankRow) -> str:
    if row.is_retired:
        return QCoreApplication.translate("questions", "uit de bank")
    return QCoreApplication.translate("questions", "eigen vraag") if row.own else ""


def _tone(row: BankRow) -> Tone | None:
    if row.own is None:
        return None
    return Tone.ATTENTION if row.is_retired else Tone.CALM
