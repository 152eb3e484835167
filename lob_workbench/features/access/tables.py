"""The log in the words of the screen, and its columns."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from lob_workbench.domain import rights
from lob_workbench.domain.clock import local
from lob_workbench.domain.rights import ROLE_LABELS
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.access.rules import AccessView, Deed, LogLine
from lob_workbench.ui.dates import format_time, relative_date, short_date
from lob_workbench.ui.lists import Column

DEED_WORDS: dict[Deed, str] = {
    Deed.READ: QT_TRANSLATE_NOOP("access", "las het dossier"),
    Deed.RECORDED: QT_TRANSLATE_NOOP("access", "legde een gesprek vast"),
    Deed.RESPONDED: QT_TRANSLATE_NOOP("access", "legde een reactie van de student vast"),
    Deed.AGREED: QT_TRANSLATE_NOOP("access", "veranderde een afspraak"),
    Deed.LISTED: QT_TRANSLATE_NOOP("access", "zette de student in de lijst"),
    Deed.DETAILS: QT_TRANSLATE_NOOP("access", "veranderde gegevens van de student"),
    Deed.LET_IN: QT_TRANSLATE_NOOP("access", "liet {name} meelezen"),
    Deed.ENDED: QT_TRANSLATE_NOOP("access", "stopte het meelezen van {name}"),
    Deed.REMOVED: QT_TRANSLATE_NOOP("access", "haalde iets weg uit het dossier"),
    Deed.NOTED: QT_TRANSLATE_NOOP("access", "schreef een notitie"),
    Deed.BADGE: QT_TRANSLATE_NOOP("access", "gaf een badge of trok er een in"),
    Deed.SKILL_NOTED: QT_TRANSLATE_NOOP("access", "legde een gedrag van een life skill vast"),
    Deed.SKILL_JUDGED: QT_TRANSLATE_NOOP("access", "legde vast wat iemand van een gedrag vindt"),
    Deed.SKILL_AGREED: QT_TRANSLATE_NOOP("access", "veranderde een afspraak over een life skill"),
    Deed.AROUND: QT_TRANSLATE_NOOP("access", "veranderde iets bij stage of thuis"),
    Deed.PREPARED: QT_TRANSLATE_NOOP("access", "liet de student een gesprek voorbereiden"),
    Deed.OTHER: QT_TRANSLATE_NOOP("access", "veranderde iets in het dossier"),
}
_STOPPED = QT_TRANSLATE_NOOP("access", "stopte zelf met meelezen")
_SOMEBODY = QT_TRANSLATE_NOOP("access", "iemand")
_TIMES = QT_TRANSLATE_NOOP("access", "{deed}, {count} keer")
_SERVER = QT_TRANSLATE_NOOP("access", "Beheer van de server ({login})")
_ICONS = {Deed.READ: "ph.eye", Deed.LET_IN: "ph.user-plus", Deed.ENDED: "ph.user-minus"}


def role_words(roles: tuple[rights.Role, ...]) -> str:
    """The roles in words."""
    return ", ".join(QCoreApplication.translate("roles", ROLE_LABELS[role]) for role in roles)


def when_words(line: LogLine, today: date) -> str:
    """``vandaag 14:02``, ``16 nov 10:22``; of several times the latest."""
    near = abs((line.day - today).days) <= 1
    day = relative_date(line.day, today) if near else short_date(line.day, today)
    return f"{day} {format_time(local(line.last).time())}"


def who_words(line: LogLine) -> str:
    """The name; a login that is no member of staff is told as what it is."""
    words = QCoreApplication.translate("access", _SERVER)
    return line.who or words.format(login=line.chain)


class LogColumns:
    """Knows what day it is and whom the lines are about."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._view: AccessView | None = None

    def know(self, view: AccessView | None, today: date) -> None:
        """What is shown from now on."""
        self._view, self._today = view, today

    def all(self) -> tuple[Column[LogLine], ...]:
        """When, who, in which role, and what."""
        translate = QCoreApplication.translate
        return (
            Column(
                translate("access", "Wanneer"),
                self._when,
                sort=_moment,
                least=16,
                most=22,
            ),
            Column(translate("access", "Wie"), who_words, bold=True, keep=True, most=32),
            Column(translate("access", "Rol"), _roles, most=36),
            Column(translate("access", "Wat"), self.deed_words, icon=_icon, most=60, stretch=1),
        )

    def deed_words(self, line: LogLine) -> str:
        """What was done, and how often that day."""
        person, name = None, QCoreApplication.translate("access", _SOMEBODY)
        if self._view is not None and line.about in self._view.names:
            person, name = self._view.names[line.about]
        own_end = line.deed is Deed.ENDED and person is not None and person == line.staff_id
        words = _STOPPED if own_end else DEED_WORDS[line.deed]
        deed = QCoreApplication.translate("access", words).format(name=name)
        if line.times == 1:
            return deed
        return QCoreApplication.translate("access", _TIMES).format(deed=deed, count=line.times)

    def _when(self, line: LogLine) -> str:
        return when_words(line, self._today)


def _moment(line: LogLine) -> object:
    return line.last


def _roles(line: LogLine) -> str:
    return role_words(line.roles)


def _icon(line: LogLine) -> str:
    return _ICONS.get(line.deed, "ph.pencil-simple")
