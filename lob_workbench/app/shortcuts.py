"""Every key that does something, in one table: what the list of keys in the help shows.

A test compares it with what the window registers and with the keys that the code looks for, so a
new key without its line here does not pass.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from lob_workbench.app.navigation import MOST_SHORTCUTS
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.ui.page import PageKey


class Group(Enum):
    """Where keys count; the value is the heading above them."""

    EVERYWHERE = QT_TRANSLATE_NOOP("Shortcuts", "Overal")
    PAGE = QT_TRANSLATE_NOOP("Shortcuts", "Op een pagina")
    LIST = QT_TRANSLATE_NOOP("Shortcuts", "In een lijst")
    TALK = QT_TRANSLATE_NOOP("Shortcuts", "In een gesprek")
    CAPTURE = QT_TRANSLATE_NOOP("Shortcuts", "Bij snel noteren")
    AGENDA = QT_TRANSLATE_NOOP("Shortcuts", "In de agenda")
    SKILLS = QT_TRANSLATE_NOOP("Shortcuts", "Bij life skills")
    PAPER = QT_TRANSLATE_NOOP("Shortcuts", "Bij een PDF")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys that do the same, and what that is.

    ``caps`` are shown, each a combination such as ``Ctrl+K``. ``sequences`` are registered with Qt;
    without them a widget looks for the key itself.
    """

    group: Group
    caps: tuple[str, ...]
    words: str
    sequences: tuple[str, ...] = ()
    page_key: PageKey | None = None
    """What the page in sight says that this key does there."""


def _numbers(held: str, last: int) -> tuple[str, ...]:
    return tuple(f"{held}+{number}" for number in range(1, last + 1))


SHORTCUTS: Final = (
    Shortcut(
        Group.EVERYWHERE,
        ("F1",),
        QT_TRANSLATE_NOOP("Shortcuts", "uitleg bij deze pagina, en nog een keer: deze lijst"),
        ("F1",),
    ),
    Shortcut(Group.EVERYWHERE, ("Ctrl+K",), QT_TRANSLATE_NOOP("Shortcuts", "zoeken"), ("Ctrl+K",)),
    Shortcut(
        Group.EVERYWHERE,
        ("Ctrl+Shift+N",),
        QT_TRANSLATE_NOOP("Shortcuts", "snel één regel noteren"),
        ("Ctrl+Shift+N",),
    ),
    Shortcut(
        Group.EVERYWHERE,
        (f"Alt+1…{MOST_SHORTCUTS}",),
        QT_TRANSLATE_NOOP("Shortcuts", "naar een pagina, in de volgorde van het menu"),
        _numbers("Alt", MOST_SHORTCUTS),
    ),
    Shortcut(
        Group.EVERYWHERE,
        ("Alt+letter",),
        QT_TRANSLATE_NOOP("Shortcuts", "naar de knop of het veld met die streep onder de letter"),
    ),
    Shortcut(
        Group.EVERYWHERE,
        ("Tab",),
        QT_TRANSLATE_NOOP("Shortcuts", "naar het volgende veld, en met Shift terug"),
    ),
    Shortcut(
        Group.EVERYWHERE,
        ("Esc",),
        QT_TRANSLATE_NOOP("Shortcuts", "sluiten wat openstaat, of terug"),
    ),
    Shortcut(
        Group.EVERYWHERE,
        ("Ctrl+L",),
        QT_TRANSLATE_NOOP("Shortcuts", "de werkbank op slot"),
        ("Ctrl+L",),
    ),
    Shortcut(
        Group.PAGE,
        ("Ctrl+N",),
        QT_TRANSLATE_NOOP("Shortcuts", "iets nieuws beginnen"),
        (PageKey.NEW.value,),
        PageKey.NEW,
    ),
    Shortcut(
        Group.PAGE,
        ("Ctrl+S",),
        QT_TRANSLATE_NOOP("Shortcuts", "bewaren"),
        (PageKey.SAVE.value,),
        PageKey.SAVE,
    ),
    Shortcut(
        Group.PAGE,
        ("Ctrl+P",),
        QT_TRANSLATE_NOOP("Shortcuts", "afdrukken"),
        (PageKey.PRINT.value,),
        PageKey.PRINT,
    ),
    Shortcut(
        Group.PAGE,
        ("Ctrl+Enter",),
        QT_TRANSLATE_NOOP("Shortcuts", "klaar: doen wat de grote knop doet"),
        (PageKey.FINISH.value, "Ctrl+Enter"),
        PageKey.FINISH,
    ),
    Shortcut(
        Group.LIST, ("↑", "↓"), QT_TRANSLATE_NOOP("Shortcuts", "naar de vorige of volgende regel")
    ),
    Shortcut(Group.LIST, ("Enter",), QT_TRANSLATE_NOOP("Shortcuts", "de regel openen")),
    Shortcut(
        Group.LIST, ("Menu", "Shift+F10"), QT_TRANSLATE_NOOP("Shortcuts", "de lijst sorteren")
    ),
    Shortcut(Group.LIST, ("Spatie",), QT_TRANSLATE_NOOP("Shortcuts", "iets aan- of uitvinken")),
    Shortcut(
        Group.LIST,
        ("PgUp", "PgDn"),
        QT_TRANSLATE_NOOP("Shortcuts", "een scherm omhoog of omlaag"),
    ),
    Shortcut(
        Group.TALK,
        ("Ctrl+1…3",),
        QT_TRANSLATE_NOOP("Shortcuts", "naar voorbereiden, voeren of vastleggen"),
        _numbers("Ctrl", 3),
    ),
    Shortcut(
        Group.TALK,
        ("1", "2", "3"),
        QT_TRANSLATE_NOOP(
            "Shortcuts", "bij een afspraak van vorige keer: gedaan, loopt door, vervalt"
        ),
    ),
    Shortcut(
        Group.CAPTURE,
        ("Ctrl+1…3",),
        QT_TRANSLATE_NOOP("Shortcuts", "even gesproken, opgevallen of voor mezelf"),
        _numbers("Ctrl", 3),
    ),
    Shortcut(Group.CAPTURE, ("Enter",), QT_TRANSLATE_NOOP("Shortcuts", "bewaren en terug")),
    Shortcut(
        Group.AGENDA,
        ("←", "→", "↑", "↓"),
        QT_TRANSLATE_NOOP("Shortcuts", "van gesprek naar gesprek"),
    ),
    Shortcut(
        Group.AGENDA,
        ("PgUp", "PgDn"),
        QT_TRANSLATE_NOOP("Shortcuts", "naar de vorige of volgende week"),
    ),
    Shortcut(Group.AGENDA, ("T",), QT_TRANSLATE_NOOP("Shortcuts", "naar vandaag")),
    Shortcut(Group.AGENDA, ("N",), QT_TRANSLATE_NOOP("Shortcuts", "een gesprek plannen")),
    Shortcut(Group.AGENDA, ("F2",), QT_TRANSLATE_NOOP("Shortcuts", "het gesprek verzetten")),
    Shortcut(Group.AGENDA, ("Delete",), QT_TRANSLATE_NOOP("Shortcuts", "het gesprek afzeggen")),
    Shortcut(
        Group.SKILLS,
        ("Enter",),
        QT_TRANSLATE_NOOP("Shortcuts", "een vak van de matrix openen; Esc sluit het"),
    ),
    Shortcut(
        Group.SKILLS,
        ("Spatie",),
        QT_TRANSLATE_NOOP("Shortcuts", "iemand kiezen, om alleen die mensen te tonen"),
    ),
    Shortcut(
        Group.SKILLS,
        ("1", "2", "3", "4"),
        QT_TRANSLATE_NOOP(
            "Shortcuts", "bij een periode van een afspraak: gepland, bezig, gelukt, loopt vast"
        ),
    ),
    Shortcut(Group.PAPER, ("Ctrl+plus",), QT_TRANSLATE_NOOP("Shortcuts", "groter")),
    Shortcut(Group.PAPER, ("Ctrl+min",), QT_TRANSLATE_NOOP("Shortcuts", "kleiner")),
    Shortcut(Group.PAPER, ("Ctrl+0",), QT_TRANSLATE_NOOP("Shortcuts", "zo breed als het venster")),
    Shortcut(Group.PAPER, ("Ctrl+S",), QT_TRANSLATE_NOOP("Shortcuts", "de PDF bewaren")),
    Shortcut(Group.PAPER, ("Ctrl+P",), QT_TRANSLATE_NOOP("Shortcuts", "de PDF afdrukken")),
)
