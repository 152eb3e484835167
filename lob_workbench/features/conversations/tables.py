"""How talks read in lists: their words in the language of the screen, and the columns."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.content.schema import CareerPhase
from lob_workbench.domain.career import (
    COMPETENCE_LABELS,
    KIND_LABELS,
    CareerCompetence,
    ConversationKind,
)
from lob_workbench.domain.contributions import Tone
from lob_workbench.talks.rules import (
    OWNER_LABELS,
    VERDICT_LABELS,
    AgreementOwner,
    ConversationRow,
    Verdict,
)
from lob_workbench.talks.rules_questions import PHASE_LABELS
from lob_workbench.ui.dates import short_date
from lob_workbench.ui.lists import Column
from lob_workbench.ui.theme import Role


def kind_label(kind: ConversationKind) -> str:
    """The kind of talk in words."""
    return QCoreApplication.translate("career", KIND_LABELS[kind])


def competence_label(competence: CareerCompetence) -> str:
    """The name of the competence."""
    return QCoreApplication.translate("career", COMPETENCE_LABELS[competence])


def phase_label(phase: CareerPhase) -> str:
    """The phase of the programme in words."""
    return QCoreApplication.translate("career", PHASE_LABELS[phase])


def owner_label(owner: AgreementOwner) -> str:
    """Who carries out an agreement."""
    return QCoreApplication.translate("conversations", OWNER_LABELS[owner])


def verdict_label(verdict: Verdict) -> str:
    """What the student says of the record."""
    return QCoreApplication.translate("conversations", VERDICT_LABELS[verdict])


def talk_columns() -> tuple[Column[ConversationRow], ...]:
    """The columns of recorded talks: when, who, what for, what the student says, what is next."""
    translate = QCoreApplication.translate
    return (
        Column(translate("conversations", "Datum"), _day, sort=_moment, keep=True),
        Column(
            translate("conversations", "Student"), _student, keep=True, bold=True, least=18, most=36
        ),
        Column(translate("conversations", "Klas"), _group, least=5, most=10),
        Column(translate("conversations", "Soort gesprek"), _kind, least=14, most=26),
        Column(translate("conversations", "Volgend gesprek"), _next, sort=_next_moment, stretch=1),
        Column(
            translate("conversations", "Student zegt"),
            _verdict,
            tone=_verdict_tone,
            ink=_verdict_ink,
            keep=True,
            most=18,
        ),
    )


def _day(row: ConversationRow) -> str:
    # Talks of two school years stand below each other, so always with the year.
    return short_date(row.held_on, date.min)


def _moment(row: ConversationRow) -> tuple[object, ...]:
    return (row.held_on, str(row.id))


def _student(row: ConversationRow) -> str:
    return row.student_name


def _group(row: ConversationRow) -> str:
    return row.group


def _kind(row: ConversationRow) -> str:
    return kind_label(row.kind)


def _next(row: ConversationRow) -> str:
    return "" if row.next_talk is None else short_date(row.next_talk.on, date.min)


def _next_moment(row: ConversationRow) -> tuple[object, ...]:
    return (row.next_talk is None, row.next_talk.on if row.next_talk else date.max, str(row.id))


def _verdict(row: ConversationRow) -> str:
    words = {
        Verdict.AGREES: QCoreApplication.translate("conversations", "Klopt"),
        Verdict.DIFFERS: QCoreApplication.translate("conversations", "Denkt anders"),
        None: QCoreApplication.translate("conversations", "Nog niets"),
    }
    return words[row.verdict]


def _verdict_tone(row: ConversationRow) -> Tone | None:
    return {Verdict.AGREES: Tone.GOOD, Verdict.DIFFERS: Tone.ATTENTION, None: None}[row.verdict]


def _verdict_ink(row: ConversationRow) -> Role | None:
    return Role.INK_MUTED if row.verdict is None else None
