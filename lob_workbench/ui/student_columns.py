"""The columns of a list of students, the same on every page that has one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.contributions import StudentFacts, Tone
from lob_workbench.people.rules import ListedStudent
from lob_workbench.ui.dates import relative_date
from lob_workbench.ui.lists import Column


class StudentColumns:
    """What a list shows of a student on a given day."""

    def __init__(self, today: date) -> None:
        self._today = today

    def all(self) -> tuple[Column[ListedStudent], ...]:
        """Name, group, programme, last talk, agreements."""
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
                QCoreApplication.translate("StudentColumns", "Afspraken"),
                self._agreements,
                sort=_open,
                tone=_tone,
                most=22,
                stretch=1,
            ),
        )

    def _last_talk(self, row: ListedStudent) -> str:
        last = row.facts.last_talk
        if last is None:
            return QCoreApplication.translate("StudentColumns", "nog niet")
        return relative_date(last, self._today)

    def _agreements(self, row: ListedStudent) -> str:
        return agreement_words(row.facts)


def agreement_words(facts: StudentFacts) -> str:
    """Open and late agreements in words; empty when there are none."""
    if facts.overdue_agreements:
        text = QCoreApplication.translate("StudentColumns", "{count} over tijd")
        return text.format(count=facts.overdue_agreements)
    if facts.open_agreements:
        text = QCoreApplication.translate("StudentColumns", "{count} open")
        return text.format(count=facts.open_agreements)
    return ""


def _tone(row: ListedStudent) -> Tone | None:
    if row.facts.overdue_agreements:
        return Tone.DANGER
    return Tone.CALM if row.facts.open_agreements else None


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


def _open(row: ListedStudent) -> tuple[int, int] | None:
    facts = row.facts
    return (-facts.overdue_agreements, -facts.open_agreements) if facts.open_agreements else None
