"""The words of signals: a chip in a list, the reason in a tool tip and for a screen reader."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import Signal, SignalKind, Tone
from lob_workbench.ui.dates import long_date, relative_date

SIGNAL_ICONS: Final[dict[SignalKind, str]] = {
    SignalKind.OVERDUE: "ph.clock",
    SignalKind.NOT_SPOKEN: "ph.chat-circle-dots",
    SignalKind.BEHIND: "ph.calendar-check",
    SignalKind.BIRTHDAY: "ph.cake",
}
_TONES: Final[dict[SignalKind, Tone]] = {
    SignalKind.OVERDUE: Tone.DANGER,
    SignalKind.NOT_SPOKEN: Tone.ATTENTION,
    SignalKind.BEHIND: Tone.ATTENTION,
    SignalKind.BIRTHDAY: Tone.CALM,
}


def signal_tone(signal: Signal) -> Tone:
    """How much attention it asks; never having spoken to somebody is not a fault yet."""
    if signal.kind is SignalKind.NOT_SPOKEN and signal.on is None:
        return Tone.CALM
    return _TONES[signal.kind]


def signal_words(signal: Signal) -> str:
    """The words of its chip."""
    match signal.kind:
        case SignalKind.OVERDUE:
            text = QCoreApplication.translate("signals", "{count} over tijd")
            return text.format(count=signal.number)
        case SignalKind.NOT_SPOKEN if signal.on is None:
            return QCoreApplication.translate("signals", "nog niet gesproken")
        case SignalKind.NOT_SPOKEN:
            return QCoreApplication.translate("signals", "lang niet gesproken")
        case SignalKind.BEHIND:
            return QCoreApplication.translate("signals", "achter op de norm")
        case SignalKind.BIRTHDAY:
            text = QCoreApplication.translate("signals", "wordt {age}")
            return text.format(age=signal.number)


def signal_reason(signal: Signal, today: date) -> str:
    """Why it is there, in one sentence."""
    day = "" if signal.on is None else long_date(signal.on)
    ago = "" if signal.on is None else relative_date(signal.on, today)
    match signal.kind:
        case SignalKind.OVERDUE if signal.number == 1:
            return QCoreApplication.translate("signals", "1 afspraak is over tijd.")
        case SignalKind.OVERDUE:
            text = QCoreApplication.translate("signals", "{count} afspraken zijn over tijd.")
            return text.format(count=signal.number)
        case SignalKind.NOT_SPOKEN if signal.on is None:
            return QCoreApplication.translate("signals", "Jullie spraken elkaar nog nooit.")
        case SignalKind.NOT_SPOKEN:
            text = QCoreApplication.translate("signals", "Het laatste gesprek was {ago}.")
            return text.format(ago=ago)
        case SignalKind.BEHIND:
            text = QCoreApplication.translate("signals", "Achter op de norm sinds {day} ({kind}).")
            return text.format(kind=QCoreApplication.translate("career", signal.label), day=day)
        case SignalKind.BIRTHDAY if signal.number < 18:
            text = QCoreApplication.translate(
                "signals", "Wordt 16 op {day} en beslist dan over veel dingen zelf mee."
            )
            return text.format(day=day)
        case SignalKind.BIRTHDAY:
            text = QCoreApplication.translate(
                "signals", "Wordt 18 op {day}. Ouders doen dan alleen mee als de student dat wil."
            )
            return text.format(day=day)


def signals_in_short(signals: Sequence[Signal]) -> str:
    """The most pressing one, and how many more there are; empty when there are none."""
    if not signals:
        return ""
    more = f" +{len(signals) - 1}" if len(signals) > 1 else ""
    return signal_words(signals[0]) + more


def signal_reasons(signals: Sequence[Signal], today: date) -> str:
    """All reasons, a line each."""
    return "\n".join(signal_reason(signal, today) for signal in signals)
