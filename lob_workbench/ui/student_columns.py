"""The columns of a list of students, the same on every page that has one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import SignalKind, StudentFacts, Tone
from lob_workbench.people.rules import ListedStudent
from lob_workbench.ui.dates import relative_date
from lob_workbench.ui.lists import Column
from lob_workbench.ui.signals import SIGNAL_ICONS, signal_reasons, signal_tone, signals_in_short

_KINDS = tuple(SignalKind)


class StudentColumns:
    """What a list shows of a student on a given day."""

    def __init__(self, today: date) -> None:
        self._today = today

    def all(self) -> tuple[Column[ListedStudent], ...]:
        """Name, group, programme, last talk, signals."""
        # With a programme among them there is no room to share out, and none of these gives any.
        name, group, *rest = (
            column if column.keep else replace(column, stretch=0) for column in self.short()
        )
        programme = Column(
            QCoreApplication.translate("StudentColumns", "Opleiding"),
            _programme,
            least=8,
            most=34,
            stretch=2,
        )
        return (name, group, programme, *rest)

    def short(self) -> tuple[Column[ListedStudent], ...]:
        """The same without the programme."""
        return (
            Column(
                QCoreApplication.translate("StudentColumns", "Naam"),
                _name,
                sort=_sort_key,
                keep=True,
                bold=True,
                least=14,
                stretch=3,
            ),
            Column(
                QCoreApplication.translate("StudentColumns", "Klas"), _group, most=10, stretch=1
            ),
            Column(
                QCoreApplication.translate("StudentColumns", "Laatste gesprek"),
                self._last_talk,
                sort=_last_day,
                most=20,
                stretch=1,
            ),
            Column(
                QCoreApplication.translate("StudentColumns", "Signalen"),
                _signals,
                sort=_pressing,
                tone=_tone,
                icon=_icon,
                tip=self._reasons,
                most=26,
                stretch=1,
            ),
        )

    def _last_talk(self, row: ListedStudent) -> str:
        last = row.facts.last_talk
        if last is None:
            return QCoreApplication.translate("StudentColumns", "nog niet")
        return relative_date(last, self._today)

    def _reasons(self, row: ListedStudent) -> str:
        return signal_reasons(row.signals, self._today)


def agreement_words(facts: StudentFacts) -> str:
    """Open and late agreements in words; empty when there are none."""
    if facts.overdue_agreements:
        text = QCoreApplication.translate("StudentColumns", "{count} over tijd")
        return text.format(count=facts.overdue_agreements)
    if facts.open_agreements:
        text = QCoreApplication.translate("StudentColumns", "{count} open")
        return text.format(count=facts.open_agreements)
    return ""


def _signals(row: ListedStudent) -> str:
    """What asks attention; of who asks none, the agreements that stand open."""
    if row.signals:
        return signals_in_short(row.signals)
    open_agreements = row.facts.open_agreements
    if not open_agreements:
        return ""
    if open_agreements == 1:
        return QCoreApplication.translate("StudentColumns", "1 afspraak open")
    text = QCoreApplication.translate("StudentColumns", "{count} afspraken open")
    return text.format(count=open_agreements)


def _tone(row: ListedStudent) -> Tone | None:
    if row.signals:
        return signal_tone(row.signals[0])
    return Tone.CALM if row.facts.open_agreements else None


def _icon(row: ListedStudent) -> str:
    return SIGNAL_ICONS[row.signals[0].kind] if row.signals else ""


def _name(row: ListedStudent) -> str:
    return row.student.name.listed


def _sort_key(row: ListedStudent) -> str:
    return row.student.name.sort_key


def _group(row: ListedStudent) -> str:
    return row.student.group


def _programme(row: ListedStudent) -> str:
    return row.student.programme


def _last_day(row: ListedStudent) -> date | None:
    return row.facts.last_talk


def _pressing(row: ListedStudent) -> tuple[int, ...] | None:
    """The most pressing first: by kind, then by how many there are, then by open agreements."""
    if not row.signals:
        return (len(_KINDS), -row.facts.open_agreements) if row.facts.open_agreements else None
    first = row.signals[0]
    return (_KINDS.index(first.kind), -len(row.signals), -first.number)
