"""Columns of the lists of planning."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain.career import KIND_LABELS, ConversationKind
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import WEEKDAYS
from lob_workbench.features.planning.rules import Standing, StudentStanding
from lob_workbench.features.planning.rules_slots import Placed
from lob_workbench.ui.dates import relative_date, short_date
from lob_workbench.ui.lists import Column

_FILLED, _HALF, _OPEN = "●", "◐", "○"
_MOST_DOTS = 10


def dots(each: Standing) -> str:
    """Held, planned and still open as signs: ``●◐○``; as numbers where there are many."""
    held = min(each.held, each.needed)
    planned = min(each.planned, each.needed - held)
    if each.needed > _MOST_DOTS:
        return f"{each.held}/{each.needed}"
    return _FILLED * held + _HALF * planned + _OPEN * (each.needed - held - planned)


def short_kind(kind: ConversationKind) -> str:
    """A kind of talk in a word that fits in a column."""
    short = {
        ConversationKind.CAREER_REFLECTION: QCoreApplication.translate("Planning", "reflectie"),
        ConversationKind.PROGRESS: QCoreApplication.translate("Planning", "voortgang"),
        ConversationKind.PLACEMENT_VISIT: QCoreApplication.translate("Planning", "stagebezoek"),
    }
    return short.get(kind) or QCoreApplication.translate("career", KIND_LABELS[kind]).lower()


def norm_words(row: StudentStanding) -> str:
    """What belongs to a student and how far it is, such as *reflectie ●○ · voortgang ●●○*."""
    return " · ".join(f"{short_kind(each.kind)} {dots(each)}" for each in row.kinds if each.needed)


def hours_words(minutes: int) -> str:
    """Minutes as hours, ``7:20``."""
    return f"{minutes // 60}:{minutes % 60:02}"


class StandingColumns:
    """What the list of planning shows on a day."""

    def __init__(self, day: date) -> None:
        self.day = day

    def all(self) -> tuple[Column[StudentStanding], ...]:
        """Name, group, what is overdue and since when, the norm, the hours."""
        return (
            Column(
                QCoreApplication.translate("Planning", "Naam"),
                _name,
                sort=_sort_key,
                keep=True,
                bold=True,
                least=14,
                stretch=2,
            ),
            Column(QCoreApplication.translate("Planning", "Klas"), _group, most=10),
            Column(
                QCoreApplication.translate("Planning", "Norm"),
                norm_words,
                sort=_overdue_first,
                least=16,
                most=60,
                stretch=3,
            ),
            Column(
                QCoreApplication.translate("Planning", "Stand"),
                _state,
                sort=_overdue_first,
                tone=_tone,
                icon=_icon,
                least=12,
                most=22,
            ),
            Column(
                QCoreApplication.translate("Planning", "Achter sinds"),
                self._since,
                sort=_since,
                most=18,
            ),
            Column(
                QCoreApplication.translate("Planning", "Uren"),
                _hours,
                sort=_spent,
                right=True,
                least=11,
                most=16,
            ),
        )

    def _since(self, row: StudentStanding) -> str:
        return "" if row.since is None else relative_date(row.since, self.day)


def state_words(row: StudentStanding) -> str:
    """How it stands in two words."""
    if row.overdue:
        return QCoreApplication.translate("Planning", "{count} achter").format(count=row.overdue)
    if row.missing:
        return QCoreApplication.translate("Planning", "{count} te plannen").format(
            count=row.missing
        )
    if any(each.planned for each in row.kinds):
        return QCoreApplication.translate("Planning", "gepland")
    return QCoreApplication.translate("Planning", "op schema")


def placed_columns() -> tuple[Column[Placed], ...]:
    """The lines of a proposal: when, who."""
    return (
        Column(QCoreApplication.translate("Planning", "Dag"), _placed_day, sort=_when, most=26),
        Column(QCoreApplication.translate("Planning", "Tijd"), _placed_time, sort=_when, most=16),
        Column(
            QCoreApplication.translate("Planning", "Naam"),
            _placed_name,
            keep=True,
            bold=True,
            stretch=2,
        ),
        Column(QCoreApplication.translate("Planning", "Klas"), _placed_group, most=10, stretch=1),
    )


def _name(row: StudentStanding) -> str:
    return row.person.name.listed


def _sort_key(row: StudentStanding) -> str:
    return row.person.name.sort_key


def _group(row: StudentStanding) -> str:
    return row.person.group


def _state(row: StudentStanding) -> str:
    return state_words(row)


def _tone(row: StudentStanding) -> Tone:
    if row.overdue:
        return Tone.ATTENTION
    return Tone.CALM if row.missing else Tone.GOOD


def _icon(row: StudentStanding) -> str:
    if row.overdue:
        return "ph.warning-circle"
    return "ph.calendar-plus" if row.missing else "ph.check-circle"


def _overdue_first(row: StudentStanding) -> tuple[int, int]:
    return -row.overdue, -row.missing


def _since(row: StudentStanding) -> date | None:
    return row.since


def _hours(row: StudentStanding) -> str:
    words = QCoreApplication.translate("Planning", "{spent} van {budget}")
    return words.format(spent=hours_words(row.spent), budget=hours_words(row.budget))


def _spent(row: StudentStanding) -> int:
    return row.spent


def _placed_day(row: Placed) -> str:
    on = row.span.starts.date()
    return f"{WEEKDAYS[on.weekday()][:2]} {short_date(on, on)}"


def _placed_time(row: Placed) -> str:
    return f"{row.span.starts:%H:%M}–{row.span.ends:%H:%M}"


def _placed_name(row: Placed) -> str:
    return row.asked.name


def _placed_group(row: Placed) -> str:
    return row.asked.group


def _when(row: Placed) -> object:
    return row.span
