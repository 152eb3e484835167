"""How an appointment is said in words: to read, and to hear."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.career import KIND_LABELS, ConversationForm, ConversationKind
from lob_workbench.domain.dates import MONTHS, WEEKDAYS
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.agenda.rules import Caution, CautionView, week_number
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView

CAUTION_WORDS: dict[Caution, str] = {
    Caution.SELF_BUSY: QT_TRANSLATE_NOOP("agenda", "Je hebt dan zelf al een gesprek: {about}."),
    Caution.OPEN_SPACE: QT_TRANSLATE_NOOP(
        "agenda", "{about} heeft geen deur: kies voor een gevoelig gesprek een besloten ruimte."
    ),
    Caution.HOLIDAY: QT_TRANSLATE_NOOP("agenda", "Die dag valt in: {about}."),
    Caution.WEEKEND: QT_TRANSLATE_NOOP("agenda", "Die dag valt in het weekend."),
    Caution.PAST: QT_TRANSLATE_NOOP("agenda", "Die dag is al voorbij."),
}


def translated(text: str) -> str:
    """A sentence of the agenda in the language of the window."""
    return QCoreApplication.translate("agenda", text)


def kind_words(kind: ConversationKind) -> str:
    """What a kind of talk is called."""
    return QCoreApplication.translate("career", KIND_LABELS[kind])


def kind_named(kind: str) -> str:
    """The same by the kind's own name."""
    return kind_words(ConversationKind(kind))


def caution_lines(cautions: Sequence[CautionView]) -> str:
    """What to look out for, a line each."""
    return "\n".join(
        translated(CAUTION_WORDS[item.kind]).format(about=item.about) for item in cautions
    )


def what_and_where(view: AppointmentView) -> str:
    """Kind, form and room on one line."""
    parts = [kind_words(view.kind)]
    if view.form is ConversationForm.TRIALOGUE:
        parts.append(translated(QT_TRANSLATE_NOOP("agenda", "trialoog")))
    if view.room is not None:
        parts.append(view.room.name)
    return " · ".join(parts)


def spoken(view: AppointmentView) -> str:
    """The whole appointment, as a screen reader says it."""
    day = f"{WEEKDAYS[view.on.weekday()]} {view.on.day} {MONTHS[view.on.month - 1]}"
    at = view.at or translated(QT_TRANSLATE_NOOP("agenda", "zonder tijd"))
    parts = [f"{day} {at} {view.student_name}", kind_words(view.kind).lower()]
    if view.form is ConversationForm.TRIALOGUE:
        parts.append(translated(QT_TRANSLATE_NOOP("agenda", "trialoog")))
    if view.room is not None:
        parts.append(view.room.name)
    if view.status is AppointmentStatus.HELD:
        parts.append(translated(QT_TRANSLATE_NOOP("agenda", "vastgelegd")))
    if view.status is AppointmentStatus.CANCELLED:
        parts.append(translated(QT_TRANSLATE_NOOP("agenda", "afgezegd")))
    if view.wants_a_door:
        parts.append(translated(QT_TRANSLATE_NOOP("agenda", "let op: ruimte zonder deur")))
    return ", ".join(parts)


def range_words(days: Sequence[date]) -> str:
    """``Week 48 · 23 t/m 27 november 2026``, or one day in full."""
    first, last = days[0], days[-1]
    week = translated(QT_TRANSLATE_NOOP("agenda", "Week {number}")).format(
        number=week_number(first)
    )
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return f"{WEEKDAYS[first.weekday()].capitalize()} {end} · {week}"
    begin = str(first.day)
    if first.month != last.month:
        begin += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begin += f" {first.year}"
    span = translated(QT_TRANSLATE_NOOP("agenda", "{begin} t/m {end}")).format(begin=begin, end=end)
    return f"{week} · {span}"
